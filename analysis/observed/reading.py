"""The model's own figures, read in the record's terms: by month and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.observed.tables import quantity
from analysis.observed.votes import distance
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.history import History
    from sim.terms import Rows

__all__ = ["read"]

_YEAR = 12


def read(history: History, name: str, of: str, times: Sequence[str]) -> Rows:
    """Return what a history has in the place of figures on record.

    Parameters
    ----------
    history : History
        With the series of all rows.
    name : str
        A quantity of the record that the model has a counterpart of.
    of : str
        Of whom; empty for what is counted by month.
    times : sequence of str
        ``YYYY-MM`` or ``YYYY``, as the quantity has them.

    Returns
    -------
    ndarray of float64, shape (times, rows)
        In the quantity's unit.

    Raises
    ------
    InputError
        If the model has no counterpart, or the history does not have the months.
    """
    one = quantity(name)
    key = one.counterpart(of)
    if not key:
        whom = f" of {of}" if of else ""
        raise InputError(f"the model has nothing that compares with {name!r}{whom}")
    values = np.asarray(history.series(*key.split(".")), dtype=np.float64)
    if one.every == "month":
        found = values[[_place(history, name, time) for time in times]]
        return np.minimum(found, 1.0) if one.reading == "any" else found
    found = np.stack([_of_year(history, values, name, time) for time in times])
    if one.reading == "votes":
        return distance(found, history.scenario.base, of)
    return found


def _of_year(history: History, values: Rows, name: str, year: str) -> Rows:
    how = quantity(name).reading
    if how in ("end", "votes"):
        return values[_place(history, name, f"{year}-12")]
    if how == "growth":
        before = _mean(history, values, name, str(int(year) - 1))
        return 100.0 * (_mean(history, values, name, year) / before - 1.0)
    return _mean(history, values, name, year)


def _mean(history: History, values: Rows, name: str, year: str) -> Rows:
    """Return the mean over the months of a year, added one after another."""
    first, last = (_place(history, name, f"{year}-{month}") for month in ("01", "12"))
    whole = np.zeros(values.shape[1])
    for month in values[first : last + 1]:
        whole = whole + month
    return whole / _YEAR


def _place(history: History, name: str, label: str) -> int:
    # The first entry is the state before the first month: nothing happened in it.
    if label not in history.labels[1:]:
        raise InputError(
            f"{name!r} in {label} is not in the history, {history.labels[1]} to"
            f" {history.labels[-1]}"
        )
    return history.labels.index(label)
