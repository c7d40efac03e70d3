"""What drives a sweep, read back from the tables that ``dilemma sensitivity`` wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from analysis.interfaces.sensitivity import Found
from analysis.sweeps.loading import load
from analysis.sweeps.luck import LuckShare
from analysis.sweeps.sensitivity import METHODS, Drivers, Verdict, ranked
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.sweeps.results import Results

__all__ = ["saved_drivers"]

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
        By the first method of which there is a table. Factors that moved nothing at
        all are not in these tables, so none is named.

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
        try:
            blank = dict.fromkeys(_NUMBERS, "")
            table = pd.read_csv(file, keep_default_na=False, na_values=blank)
            table = table.astype(dict.fromkeys(_NUMBERS, float))
            lucks = pd.read_csv(folder / _LUCK).set_index("outcome")
            drivers = tuple(
                _drivers(str(name), method, rows, lucks, results)
                for name, rows in table.groupby("outcome", sort=False)
            )
        except (OSError, KeyError, TypeError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(f"{file} is no table of this sweep: {error}") from None
        return Found(results, folder.resolve().name, method, False, drivers, (), ())
    return None


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
