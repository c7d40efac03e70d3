"""The model against the record, as one command: what it gets right, and what wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from analysis.interfaces.asking import console, say
from analysis.interfaces.findings import write_tables
from analysis.interfaces.fits import LENSES, fit_under, say_sample
from analysis.interfaces.lists import listing
from analysis.interfaces.permuted import permuted_under, say_permuted
from analysis.interfaces.show import decimals, records, shown
from analysis.interfaces.signed import sign
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from rich.table import Table as Listing

    from analysis.interfaces.fits import Asked

__all__ = ["fact_table", "lens_table", "show_validation"]

PROVENANCE = "provenance"
"""The table that says where parameter sets come from, beside theirs."""

_STYLES = {"yes": "green", "partly": "", "no": "bold", "": "dim"}


def show_validation(
    asked: Asked, csv: Path | None, png: Path | None, into: Path | None
) -> None:
    """Hold the model against the record under every lens, and say what comes of it.

    Parameters
    ----------
    asked : Asked
        How; every lens takes its turn.
    csv : Path or None
        A folder for the tables: ``targets``, ``posterior``, ``waves``, ``hindcast``,
        ``courses``, ``facts``, ``shuffled``, ``permuted``, ``permuted_verdicts``,
        ``permuted_ways`` and ``lenses``, each ``validation_*.csv``.
    png : Path or None
        A folder for the charts.
    into : Path or None
        A folder for the parameter sets of every lens, and where they come from.

    Raises
    ------
    InputError
        As :func:`analysis.interfaces.fits.fit_under`; if nothing can be written.
    """
    import pandas as pd

    from analysis.calibration.courses import courses
    from analysis.calibration.facts import UNTESTED, checked
    from analysis.calibration.hindcast import hindcast
    from analysis.calibration.rivalry import left_out, shuffled
    from analysis.calibration.summaries import (
        posterior,
        provenance,
        ruled_out,
        sets,
        target_table,
    )

    lang, tables, lenses, lefts = asked.lang, {}, [], []
    chosen: dict[str, pd.DataFrame] = {}
    origins = []
    words = TEXT[lang]
    for lens in LENSES:
        fit = fit_under(replace(asked, lens=lens))
        lenses.append(left_out(fit).assign(lens=lens))
        lefts.append(ruled_out(fit).assign(lens=lens, sample=fit.weights.sample))
        chosen[lens] = sets(fit, seed=asked.seed)
        origins.append(provenance(fit, chosen[lens]))
        if lens != LENSES[0]:
            continue
        facts = checked(fit.histories, fit.weights.shares, fit.record)
        others = shuffled(fit, seed=asked.seed)
        tables = {
            "targets": target_table(fit),
            "posterior": posterior(fit),
            "hindcast": hindcast(
                fit.histories, fit.record, chance=fit.chance, seed=asked.seed
            ),
            "courses": courses(fit),
            "facts": facts,
            "shuffled": pd.DataFrame(
                {
                    "evidence": [others.evidence, *others.others],
                    "real": [True, *[False] * len(others.others)],
                }
            ),
            **permuted_under(fit, asked),
        }
        say_sample(fit.weights.sample, lang)
    tables["lenses"] = pd.concat(lenses, ignore_index=True)
    tables["waves"] = pd.concat(lefts, ignore_index=True)
    if csv is not None:
        named = {f"validation_{name}": one for name, one in tables.items()}
        write_tables(csv, named, "%.6g")
        made = asked.made("validation", lenses=LENSES)
        sign(csv, [f"{name}.csv" for name in named], made)
    if png is not None:
        _draw(tables["courses"], png, lang)
    if into is not None:
        write_tables(into, {**chosen, PROVENANCE: pd.DataFrame(origins)}, "%.6g")
    say("")
    console().print(fact_table(tables["facts"], lang))
    say(words["untested"])
    for one in UNTESTED.values():
        say(f"  {one[lang]}")
    say("")
    say(words["shuffled"].format(n=others.others.size, share=f"{others.share:.0%}"))
    say("")
    say_permuted(tables, lang)
    say("")
    console().print(lens_table(tables["lenses"], lang))
    say(words["validation legend"])


def fact_table(table: pd.DataFrame, lang: str) -> Listing:
    """Return which stylised facts are shown, and how far.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.calibration.facts.checked` returns.
    lang : {'en', 'ko'}
        The language of words.
    """
    from analysis.calibration.facts import FACTS

    words, names = TEXT[lang], {one.name: one for one in FACTS}
    heads = ("fact", "record", "histories", "fitted to", "shown at all")
    shown_as = listing(*(words[one] for one in heads), wrap=True)
    for row in records(table):
        span = max(row["p975"] - row["p025"], abs(row["record"]), 1e-9)
        places = decimals(span, span)
        middle, low, high, record = (
            shown(row[one], places) for one in ("p50", "p025", "p975", "record")
        )
        shown_as.add_row(
            names[row["fact"]].words[lang],
            record,
            f"{middle}  ({low} … {high})",
            words["fitted to"] if row["fitted"] else "",
            Text(words[f"shown {row['shown']}"], style=_STYLES[row["shown"]]),
        )
    return shown_as


def lens_table(table: pd.DataFrame, lang: str) -> Listing:
    """Return how well each lens foresees the years that were left out.

    Parameters
    ----------
    table : DataFrame
        Lines of :func:`analysis.calibration.rivalry.left_out`, with their ``lens``.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    years = list(dict.fromkeys(table["years"]))
    shown_as = listing(words["lens"], *years, words["sum"])
    for lens, rows in table.groupby("lens", sort=False):
        by_fold = {row["years"]: row for row in records(rows)}
        cells = [
            f"{shown(by_fold[one]['score'], 1)} ±{shown(by_fold[one]['error'], 1)}"
            for one in years
        ]
        error = float((rows["error"] ** 2).sum() ** 0.5)
        whole = f"{shown(float(rows['score'].sum()), 1)} ±{shown(error, 1)}"
        shown_as.add_row(str(lens).replace("_", " "), *cells, whole)
    return shown_as


def _draw(table: pd.DataFrame, folder: Path, lang: str) -> None:
    from analysis.charts import record_chart
    from sim.errors import InputError

    words = TEXT[lang]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for basis, lines in table.groupby("basis", sort=False):
            known = words["course fitted"]
            if basis != "fitted":
                known = words["course foreseen"].format(origin=basis)
            figure = record_chart(
                lines, known, footer=words["course footer"], lang=lang
            )
            figure.savefig(folder / f"validation-{basis}.png", dpi=150)
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror}") from error
    say(words["done"].format(folder=folder))
