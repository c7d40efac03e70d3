"""Ways to read one number per run off a recorded series.

They are plain functions, so that an outcome made of one can be sent to another
process: ``partial(at_end, key="burden.ROK")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from sim.errors import InputError

if TYPE_CHECKING:
    from sim.history import History

__all__ = [
    "Runs",
    "at_end",
    "average",
    "mean_at_end",
    "mean_of_months",
    "over_months",
    "peak",
    "total",
    "total_of",
]

Runs: TypeAlias = npt.NDArray[np.floating[Any]]
"""One number per run, shape (rows,)."""


def at_end(history: History, *, key: str) -> Runs:
    """Return a series in the last month, shape (rows,)."""
    last: Runs = _series(history, key)[-1]
    return last


def average(history: History, *, key: str) -> Runs:
    """Return the mean of a series over the months simulated, shape (rows,)."""
    return total(history, key=key) / (len(history.labels) - 1)


def total(history: History, *, key: str) -> Runs:
    """Return the sum of a monthly flow over the months simulated, shape (rows,)."""
    whole = np.zeros(history.series(*key.split(".")).shape[1])
    for month in _series(history, key)[1:]:
        whole = whole + month
    return whole


def total_of(history: History, *, keys: tuple[str, ...]) -> Runs:
    """Return the sum of several monthly flows over the months, shape (rows,)."""
    whole = total(history, key=keys[0])
    for key in keys[1:]:
        whole = whole + total(history, key=key)
    return whole


def peak(history: History, *, key: str) -> Runs:
    """Return the highest monthly value of a series, shape (rows,)."""
    highest: Runs = _series(history, key)[1:].max(axis=0)
    return highest


def mean_at_end(history: History, *, keys: tuple[str, ...]) -> Runs:
    """Return the mean of several series in the last month, shape (rows,)."""
    whole = at_end(history, key=keys[0])
    # One after another: a sum over an axis may round differently in a crowd.
    for key in keys[1:]:
        whole = whole + at_end(history, key=key)
    return whole / len(keys)


def over_months(
    history: History,
    *,
    plus: tuple[str, ...],
    minus: tuple[str, ...] = (),
    how: str = "mean",
    first: int = 0,
    last: int | None = None,
) -> Runs:
    """Return a sum of series over some months, shape (rows,).

    Parameters
    ----------
    history : History
        What happened.
    plus, minus : tuple of str
        Dotted names of series that are added, and taken away.
    how : {'mean', 'highest'}
        What is taken over the months.
    first, last : int
        Months after the start, the first from 0 and the last not included; by
        default all. A history that ends before is read as far as it goes.
    """
    until = len(history.labels) if last is None else last + 1
    whole: Runs = np.zeros((1, 1))
    for sign, keys in ((1.0, plus), (-1.0, minus)):
        for key in keys:
            whole = whole + sign * _series(history, key)[first + 1 : until]
    if how == "highest":
        highest: Runs = whole.max(axis=0, initial=-np.inf)
        return highest
    # Month after month: a sum over an axis may round differently in a crowd.
    total: Runs = np.zeros(whole.shape[1])
    for month in whole:
        total = total + month
    return total / max(len(whole), 1)


def mean_of_months(history: History, *, key: str, first: str, last: str) -> Runs:
    """Return the mean of a series over some months of the calendar, shape (rows,).

    Parameters
    ----------
    history : History
        What happened.
    key : str
        A recorded series.
    first, last : str
        ``YYYY-MM``, both included.

    Raises
    ------
    InputError
        If the history does not have them all.
    """
    labels = history.labels[1:]
    if not (labels[0] <= first <= last <= labels[-1]):
        raise InputError(
            f"{first} to {last} is not inside the months that were run, {labels[0]} to"
            f" {labels[-1]}"
        )
    begin, end = labels.index(first), labels.index(last) + 1
    return over_months(history, plus=(key,), first=begin, last=end)


def _series(history: History, key: str) -> Runs:
    # Sums over months of a float32 record lose digits: add them in float64.
    return np.asarray(history.series(*key.split(".")), dtype=np.float64)
