"""Profiles permuted among governments: run at what a fit leaves, and put into words."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.lists import listing
from analysis.interfaces.progress import meter
from analysis.interfaces.show import reach_of, records, shown, with_error
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from rich.table import Table

    from analysis.calibration.fitting import Fit
    from analysis.interfaces.fits import Asked

__all__ = ["TEMPO", "permuted_under", "say_permuted"]

TEMPO = (
    ("year", "launches.NK"),
    ("whole", "launches.NK"),
    ("year", "long_range.NK"),
    ("year", "nuclear_tests.NK"),
)
"""The spans and measures that are shown; the written tables have every one."""


def permuted_under(fit: Fit, asked: Asked) -> dict[str, pd.DataFrame]:
    """Permute profiles at parameters that a fit leaves, and over whole ranges.

    Parameters
    ----------
    fit : Fit
        A calibration.
    asked : Asked
        How.

    Returns
    -------
    dict of DataFrame
        ``permuted``, ``permuted_verdicts`` and ``permuted_ways``, as
        :func:`analysis.calibration.permuted.permuted` returns them.
    """
    from analysis.calibration.fitting import YEARS, history_under
    from analysis.calibration.permuted import FULL, QUICK, permuted
    from analysis.calibration.summaries import sets
    from analysis.space import drawn

    scenario = history_under(fit.lens)
    many, lucks = QUICK if asked.quick else FULL
    left = sets(fit, many, asked.seed)
    spaces = {
        "fitted": {str(name): left[name].to_numpy() for name in left},
        "whole": drawn(many, asked.seed, {}),
    }
    words = TEXT[asked.lang]["permuting"]
    with meter(None if asked.quiet else console(error=True), words) as progress:
        sizes, verdicts, ways = permuted(
            scenario,
            spaces,
            lucks,
            years=YEARS,
            seed=asked.seed,
            fast=asked.fast,
            workers=checked_workers(asked.workers),
            progress=progress,
        )
    return {"permuted": sizes, "permuted_verdicts": verdicts, "permuted_ways": ways}


def say_permuted(tables: Mapping[str, pd.DataFrame], lang: str) -> None:
    """Print how far profiles move the tempo of tests, and what else does.

    Parameters
    ----------
    tables : mapping of name to DataFrame
        As :func:`permuted_under` returns them.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    for points, sizes in tables["permuted"].groupby("points", sort=False):
        say(words[f"points {points}"])
        console().print(_sizes(sizes, lang))
        for row in records(tables["permuted_verdicts"]):
            launches = (row["span"], row["measure"]) == TEMPO[0]
            if row["points"] != points or row["family"] != "US" or not launches:
                continue
            say(
                words[f"permuted {row['verdict']}"].format(
                    against=words[f"family {row['against']}"],
                    ratio=_ratio(row, lang),
                )
            )
        say("")
    say(words["permuted legend"])


def _ratio(row: Mapping[str, Any], lang: str) -> str:
    low, middle, high = (
        shown(row[one], 1) for one in ("ratio_from", "ratio", "ratio_to")
    )
    if not isfinite(row["ratio_to"]):
        return TEXT[lang]["over"].format(low=low)
    return f"{middle}, {low} … {high}"


def _sizes(table: pd.DataFrame, lang: str) -> Table:
    words = TEXT[lang]
    heads = [words[one] for one in ("moved", "ways", "moved by")]
    heads += [words[f"{span} {measure}"] for span, measure in TEMPO]
    listed = listing(*heads, wrap=True)
    for family, rows in table.groupby("family", sort=False):
        by = {(row["span"], row["measure"]): row for row in records(rows)}
        first = by[TEMPO[0]]
        listed.add_row(
            words[f"family {family}"],
            str(first["ways"]),
            f"{first['moved']:.0%}",
            *(
                with_error(by[one]["size"], reach_of(by[one], "size"), 2)
                for one in TEMPO
            ),
        )
    return listed
