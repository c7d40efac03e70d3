"""Calibration and hindcasts as commands: fitted, said in words, written as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rich.text import Text

from analysis.interfaces.asking import console, say
from analysis.interfaces.findings import write_tables
from analysis.interfaces.fits import fit_under, say_sample
from analysis.interfaces.lists import listing
from analysis.interfaces.score import forecast_of, say_log_scores
from analysis.interfaces.show import decimals, records, shown
from analysis.interfaces.signed import sign
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from rich.table import Table as Listing

    from analysis.interfaces.fits import Asked

__all__ = ["show_calibration", "show_hindcast", "skill_table"]


def show_calibration(asked: Asked, csv: Path | None) -> None:
    """Calibrate under a lens, and say what the record tells and what it does not.

    Parameters
    ----------
    asked : Asked
        How.
    csv : Path or None
        A folder for ``targets.csv``, ``posterior.csv``, ``waves.csv``,
        ``screening.csv`` and ``sets.csv``.

    Raises
    ------
    InputError
        As :func:`analysis.interfaces.fits.fit_under`; if nothing can be written.
    """
    from analysis.calibration.summaries import posterior, ruled_out, sets, target_table

    words, fit = TEXT[asked.lang], fit_under(asked)
    tables = {
        "targets": target_table(fit),
        "posterior": posterior(fit),
        "waves": ruled_out(fit),
        "screening": fit.screening,
        "sets": sets(fit, seed=asked.seed),
    }
    if csv is not None:
        write_tables(csv, tables, "%.6g")
        sign(csv, [f"{name}.csv" for name in tables], asked.made("calibrate"))
    left = tables["waves"]["left"].iloc[-1]
    say(
        words["calibrated"].format(
            lens=asked.lens,
            parameters=len(fit.space.names),
            all=f"{len(fit.screening):,}",
            left=f"{left:.2%}",
            runs=f"{fit.histories.runs:,}",
        )
    )
    say_sample(fit.weights.sample, asked.lang)
    _targets(tables["targets"], asked.lang)
    _posterior(tables["posterior"], asked.lang)
    say(words["calibration legend"])


def show_hindcast(asked: Asked, csv: Path | None) -> None:
    """Fit up to each origin, forecast what followed, and say how good that was.

    Parameters
    ----------
    asked : Asked
        How.
    csv : Path or None
        A folder for ``hindcast.csv``.

    Raises
    ------
    InputError
        As :func:`analysis.interfaces.fits.fit_under`; if nothing can be written.
    """
    from analysis.calibration.hindcast import beside_rivals, hindcast

    words, fit = TEXT[asked.lang], fit_under(asked)
    table = hindcast(fit.histories, fit.record, chance=fit.chance, seed=asked.seed)
    if csv is not None:
        write_tables(csv, {"hindcast": table}, "%.6g")
        sign(csv, ["hindcast.csv"], asked.made("hindcast"))
    for origin, rows in table.groupby("origin"):
        say("")
        say(words["hindcast origin"].format(first=fit.record.years[0], origin=origin))
        say_sample(float(rows["sample"].iloc[0]), asked.lang)
        console().print(skill_table(rows, asked.lang))
        say_log_scores(beside_rivals(rows), asked.lang)
    say(words["hindcast legend"])


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


def skill_table(rows: pd.DataFrame, lang: str) -> Listing:
    """Return how good forecasts from one origin were, and against which rivals.

    Parameters
    ----------
    rows : DataFrame
        Lines of one origin of :func:`analysis.calibration.hindcast.hindcast`.
    lang : {'en', 'ko'}
        The language of words.
    """
    from analysis.calibration.hindcast import beside_rivals
    from analysis.forecasts.rivals import RIVALS

    words = TEXT[lang]
    table = listing(
        *(words[one] for one in ("forecast of", "crps", "in_50", "in_90")),
        *(words[f"skill {one}"] for one in RIVALS),
        wrap=True,
    )
    for row in records(beside_rivals(rows)):
        size = max(row["crps"], 1e-9)
        table.add_row(
            forecast_of(row, lang),
            shown(row["crps"], decimals(size, size)),
            *(f"{row[one]:.0%}" for one in ("in_50", "in_90")),
            *(shown(row[one], 2, sign=True) for one in RIVALS),
        )
    return table
