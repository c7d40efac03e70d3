"""What drives a sweep, read back from the tables that ``dilemma sensitivity`` wrote."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, get_args

from analysis.interfaces.sensitivity import Course, Found
from analysis.sweeps.loading import load
from analysis.sweeps.luck import LuckShare
from analysis.sweeps.sensitivity import METHODS, Drivers, Verdict, ranked
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.sweeps.results import Results

__all__ = ["saved_courses", "saved_drivers"]

_LUCK = "sensitivity-luck.csv"
_NUMBERS = ("value", "low", "high", "floor")


def saved_drivers(folder: Path) -> Found | None:
    """Return what was found out about a sweep and written down, or None.

    Parameters
    ----------
    folder : Path
        Of the sweep.

    Returns
    -------
    Found or None
        By the first method of which there is a table.

    Raises
    ------
    InputError
        If a table cannot be read, or is of another sweep.
    """
    import pandas as pd

    for method in METHODS:
        file = folder / f"sensitivity-{method}.csv"
        if not (file.is_file() and (folder / _LUCK).is_file()):
            continue
        results = load(folder, [])
        with _read(file) as table:
            lucks = pd.read_csv(folder / _LUCK).set_index("outcome")
            drivers = tuple(
                _drivers(str(name), method, rows, lucks, results)
                for name, rows in table.groupby("outcome", sort=False)
            )
        idle = tuple(
            factor
            for factor in results.design.factors
            if all(one.verdicts.get(factor.name) == "none" for one in drivers)
        )
        source = folder.resolve().name
        return Found(results, source, method, False, drivers, (), idle)
    return None


def saved_courses(folder: Path) -> Found | None:
    """Return what was found out about series over time and written down, or None.

    Parameters
    ----------
    folder : Path
        Of the sweep.

    Returns
    -------
    Found or None
        By the first method of which there is a table.

    Raises
    ------
    InputError
        If a table cannot be read, or is of another sweep.
    """
    for method in METHODS:
        file = folder / f"sensitivity-{method}-over-time.csv"
        if not file.is_file():
            continue
        results = load(folder, [])
        known = {factor.name for factor in results.design.factors}
        with _read(file) as table:
            if not known >= set(table["factor"]):
                raise InputError(f"{file} is of other factors than the sweep's")
            courses = tuple(
                Course(str(name), rows.reset_index(drop=True), tuple(ranked(rows)))
                for name, rows in table.astype({"time": str}).groupby(
                    "outcome", sort=False
                )
            )
        source = folder.resolve().name
        return Found(results, source, method, False, (), courses, ())
    return None


@contextmanager
def _read(file: Path) -> Iterator[pd.DataFrame]:
    """Give a table of indices; whatever is wrong with it is said in one line."""
    import pandas as pd

    try:
        blank = dict.fromkeys(_NUMBERS, "")
        table = pd.read_csv(file, keep_default_na=False, na_values=blank)
        yield table.astype(dict.fromkeys(_NUMBERS, float))
    except (OSError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{file} is no table of this sweep: {error}") from None


def _drivers(
    name: str, method: str, rows: pd.DataFrame, lucks: pd.DataFrame, results: Results
) -> Drivers:
    """Return what drives one outcome, checked against the factors of the sweep."""
    known = {factor.name for factor in results.design.factors}
    table = rows.drop(columns=["outcome", "verdict"]).reset_index(drop=True)
    single = rows[~rows["index"].isin(["S2"])]
    verdicts: Mapping[str, str] = dict(
        zip(single["factor"], single["verdict"], strict=True)
    )
    if not known >= set(single["factor"]) or not set(verdicts.values()) <= {
        *get_args(Verdict)
    }:
        raise InputError(f"the table of {name} is of other factors than the sweep's")
    luck = lucks.loc[name].to_dict()
    return Drivers(
        name,
        method,  # type: ignore[arg-type]
        table,
        tuple(ranked(table)),
        verdicts,  # type: ignore[arg-type]
        LuckShare(**{key: luck[key] for key in LuckShare.__slots__}),
    )
