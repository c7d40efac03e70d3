"""All futures of a sweep as one table, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.interfaces.saving import save, writer
from analysis.sweeps.loading import pieces
from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.interfaces.saving import Format
    from analysis.sweeps.parts import Sweep

__all__ = ["TABLE", "check_table", "write_table"]

TABLE = "futures"
_MOST_NUMBERS = 50_000_000
"""Numbers of a table for Stata, which is written at once: it takes about 1.5 GB."""


def check_table(sweep: Sweep, form: Format) -> None:
    """Refuse a table that could not be written once everything has been run.

    Raises
    ------
    InputError
        If it is for Stata and too large to be held.
    """
    columns = 2 + len(sweep.design.factors) + len(sweep.experiment.outcomes)
    if form == "dta" and sweep.futures * columns > _MOST_NUMBERS:
        raise InputError(
            f"a table for Stata of {sweep.futures:,} futures and {columns:,} columns is"
            " too large to be written at once; use --format csv"
        )


def write_table(folder: Path, sweep: Sweep, form: Format, lang: str) -> None:
    """Write all futures as one table: points and outcomes side by side.

    Parameters
    ----------
    folder : Path
        Of the sweep, with all its parts.
    sweep : Sweep
        What it is of.
    form : {'csv', 'dta'}
        How: CSV part by part, so that no more than one is held, and DTA at once.
    lang : {'en', 'ko'}
        The language of the labels that DTA keeps.
    """
    hidden = folder / f".{TABLE}"
    if form == "csv":
        _write_in_pieces(folder, hidden)
    else:
        whole = pd.concat(pieces(folder), ignore_index=True)
        for one in sweep.design.factors:
            if one.choices:
                whole[one.name] = pd.Categorical(whole[one.name], one.choices)
        save(whole, hidden, form, _labels(sweep, lang))
    hidden.with_name(f"{hidden.name}.{form}").replace(folder / f"{TABLE}.{form}")


def _write_in_pieces(folder: Path, path: Path) -> None:
    import pyarrow as pa

    tables = (pa.Table.from_pandas(one, preserve_index=False) for one in pieces(folder))
    first = next(tables)
    out = writer(path, "csv", first.schema)
    try:
        out.write_table(first)
        for one in tables:
            out.write_table(one)
    finally:
        out.close()


def _labels(sweep: Sweep, lang: str) -> dict[str, str]:
    """Return the meaning of each column, with its unit."""
    found = {
        one.name: one.words.get(lang, one.words.get("en", ""))
        for one in sweep.design.factors
    }
    for name, one in sweep.experiment.outcomes.items():
        found[name] = f"{one.label[lang]}, {one.unit[lang]}"
    return {name: words for name, words in found.items() if words}
