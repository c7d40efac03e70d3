"""Calibration and hindcasts as commands: fitted, said in words, written as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rich.text import Text

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.findings import write_tables
from analysis.interfaces.lists import listing
from analysis.interfaces.progress import meter
from analysis.interfaces.show import decimals, records, shown
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from analysis.calibration.fitting import Fit

__all__ = [
    "LENSES",
    "fit_under",
    "say_sample",
    "show_calibration",
    "show_hindcast",
]

LENSES = (
    "none",
    "defensive_realism",
    "offensive_realism",
    "perceptual_realism",
)
"""What is calibrated: no lens, then the schools that are compared."""

_NOTHING = 1e-9
"""A rival that errs no more than this has nothing to be better than."""

_SETS = 300
"""Parameter sets that are written."""


def show_calibration(
    lens: str,
    *,
    quick: bool,
    fast: bool,
    seed: int,
    workers: int | None,
    csv: Path | None,
    out: Path,
    lang: str,
    quiet: bool,
) -> None:
    """Calibrate under a lens, and say what the record tells and what it does not.

    Parameters
    ----------
    lens : str
        A school of realism, or ``none``.
    quick : bool
        A first look, with fewer histories.
    fast : bool
        Whether months are run in compiled form.
    seed : int
        Of luck and designs.
    workers : int or None
        Processes; None for one per core.
    csv : Path or None
        A folder for ``targets.csv``, ``posterior.csv``, ``waves.csv``,
        ``screening.csv`` and ``sets.csv``.
    out : Path
        The folder that holds results; histories are kept there.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If a name or number is wrong, nothing can be written, or a package is missing.
    """
    from analysis.calibration.summaries import posterior, ruled_out, sets, target_table

    words = TEXT[lang]
    fit = fit_under(lens, seed, workers, out, lang, quick=quick, fast=fast, quiet=quiet)
    tables = {
        "targets": target_table(fit),
        "posterior": posterior(fit),
        "waves": ruled_out(fit),
        "screening": fit.screening,
        "sets": sets(fit, _SETS, seed),
    }
    if csv is not None:
        write_tables(csv, tables, "%.6g")
    left = tables["waves"]["left"].iloc[-1]
    say(
        words["calibrated"].format(
            lens=lens,
            parameters=len(fit.space.names),
            all=f"{len(fit.screening):,}",
            left=f"{left:.2%}",
            runs=f"{fit.histories.runs:,}",
        )
    )
    say_sample(fit.weights.sample, lang)
    _targets(tables["targets"], lang)
    _posterior(tables["posterior"], lang)
    say(words["calibration legend"])


def show_hindcast(
    lens: str,
    *,
    quick: bool,
    fast: bool,
    seed: int,
    workers: int | None,
    csv: Path | None,
    out: Path,
    lang: str,
    quiet: bool,
) -> None:
    """Fit up to each origin, forecast what followed, and say how good that was.

    Parameters are those of :func:`show_calibration`; `csv` is a folder for
    ``hindcast.csv``.
    """
    from analysis.calibration.hindcast import hindcast

    words = TEXT[lang]
    fit = fit_under(lens, seed, workers, out, lang, quick=quick, fast=fast, quiet=quiet)
    table = hindcast(fit.histories, fit.record, chance=fit.chance, seed=seed)
    if csv is not None:
        write_tables(csv, {"hindcast": table}, "%.6g")
    for origin, rows in table.groupby("origin"):
        say("")
        say(words["hindcast origin"].format(first=fit.record.years[0], origin=origin))
        say_sample(float(rows["sample"].iloc[0]), lang)
        console().print(_skills(rows, lang))
    say(words["hindcast legend"])


def fit_under(
    lens: str,
    seed: int,
    workers: int | None,
    out: Path,
    lang: str,
    *,
    quick: bool,
    fast: bool,
    quiet: bool,
) -> Fit:
    """Return a calibration; parameters are those of :func:`show_calibration`."""
    from analysis.calibration.fitting import FULL, QUICK, fitted, history_under
    from sim.luck import checked_seed

    checked_seed(seed)
    history_under(lens)  # refused before anything is run
    many = checked_workers(workers)
    said = TEXT[lang]["calibrating"].format(lens=lens)
    with meter(None if quiet else console(error=True), said) as progress:
        return fitted(
            lens,
            QUICK if quick else FULL,
            folder=out / "histories",
            seed=seed,
            fast=fast,
            workers=many,
            progress=progress,
        )


def say_sample(sample: float, lang: str) -> None:
    """Say how large the effective sample is, and whether that is too small."""
    from analysis.calibration.weights import ENOUGH

    words = TEXT[lang]
    say(words["sample"].format(n=f"{sample:,.0f}"))
    if sample < ENOUGH:
        say(words["sample small"].format(enough=f"{ENOUGH:.0f}"))


def _targets(table: pd.DataFrame, lang: str) -> None:
    from analysis.calibration.targets import TARGETS

    words, names = TEXT[lang], {one.name: one.words[lang] for one in TARGETS}
    shown_as = listing(
        *(words[one] for one in ("target", "before", "after", "worst gap")), wrap=True
    )
    for row in records(table):
        beyond = not np.isfinite(row["fit"])
        gap = f"{shown(row['worst'], 1, sign=True)}  {row['year']}".rstrip()
        style = "bold" if beyond or abs(row["worst"]) > 2.0 else ""
        shown_as.add_row(
            names[row["target"]],
            shown(row["before"], 1),
            shown(row["after"], 1),
            Text(gap + (f"  {words['out of reach']}" if beyond else ""), style=style),
        )
    say("")
    console().print(shown_as)


def _posterior(table: pd.DataFrame, lang: str) -> None:
    words = TEXT[lang]
    shown_as = listing(
        *(words[one] for one in ("parameter", "first guess", "range", "fitted")),
        words["told"],
        wrap=True,
    )
    for row in records(table.sort_values("narrowed", kind="stable")):
        if row["told"] == "nothing":
            continue
        places = decimals(row["p95"] - row["p05"], max(abs(row["high"]), 1e-9))
        first, low, high, *ends = (
            shown(row[one], places)
            for one in ("first", "low", "high", "p05", "p50", "p95")
        )
        shown_as.add_row(
            row["parameter"],
            first,
            f"{low} … {high}",
            f"{ends[1]}  ({ends[0]} … {ends[2]})",
            words[f"told {row['told']}"],
        )
    say("")
    console().print(shown_as)
    silent = [row["parameter"] for row in records(table) if row["told"] == "nothing"]
    if silent:
        say(words["told none of"].format(names=", ".join(silent)))


def _skills(rows: pd.DataFrame, lang: str) -> object:
    from analysis.calibration.hindcast import MODEL
    from analysis.observed.tables import QUANTITIES

    words = TEXT[lang]
    rivals: Sequence[str] = [one for one in rows["forecaster"].unique() if one != MODEL]
    table = listing(
        *(words[one] for one in ("forecast of", "crps", "in_50", "in_90")),
        *(words[f"skill {one}"] for one in rivals),
        wrap=True,
    )
    keyed = {
        (row["forecaster"], row["quantity"], row["of"]): row for row in records(rows)
    }
    for (forecaster, name, of), row in keyed.items():
        if forecaster != MODEL:
            continue
        skills = []
        for rival in rivals:
            theirs = keyed.get((rival, name, of), {}).get("crps", 0.0)
            skill = 1.0 - row["crps"] / theirs if theirs > _NOTHING else np.nan
            skills.append(shown(skill, 2, sign=True) if np.isfinite(skill) else "–")
        label = QUANTITIES[name].label[lang] + (f", {of}" if of else "")
        places = decimals(max(row["crps"], 1e-9), max(row["crps"], 1e-9))
        table.add_row(
            label,
            shown(row["crps"], places),
            *(f"{row[one]:.0%}" for one in ("in_50", "in_90")),
            *skills,
        )
    return table
