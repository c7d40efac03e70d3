"""Which series outcomes ask for, found out by letting them look.

A function of a history does not say what it will read. It is shown one future in which
nothing happens, and what it looks at is noted; only that is then written down of every
row. Should it look at something else later, that is noticed, whatever it makes of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from sim.history import History, Outcome

__all__ = ["NotRecordedError", "asked_by", "at_rest", "read_off"]


class NotRecordedError(LookupError):
    """An outcome looked at a series that was not written down."""


def asked_by(outcomes: Iterable[Outcome], history: History) -> frozenset[str]:
    """Return the keys of the series that outcomes look at in a history.

    Parameters
    ----------
    outcomes : iterable of callable
        Functions of a History.
    history : History
        With every series.

    Returns
    -------
    frozenset of str
        One at least, as a history without series has no rows. All of them if an
        outcome fails: what is wrong it is to say of a history that was run.
    """
    watched = _Watched(history.records, history.keys)
    shown = watched.shown_in(history)
    try:
        # That nothing happens here is no reason to warn of a division by zero.
        with np.errstate(all="ignore"):
            for one in outcomes:
                shown.outcome(one)
    except Exception:  # whatever a function of the user's own may raise
        return frozenset(history.keys)
    return frozenset(watched.noted or history.keys[:1])


def read_off(
    outcomes: Mapping[str, Outcome], history: History, known: Collection[str]
) -> dict[str, NDArray[Any]]:
    """Return outcomes of a history in which some series were not written down.

    Parameters
    ----------
    outcomes : mapping of name to callable
        Functions of a History.
    history : History
        With some of the series.
    known : collection of str
        The keys of all.

    Returns
    -------
    dict of name to ndarray, shape (rows,)
        As if every series were there.

    Raises
    ------
    NotRecordedError
        If one that is not there was looked at. Errors of outcomes come as they are.
    """
    watched = _Watched(history.records, known)
    shown = watched.shown_in(history)
    try:
        found = {name: shown.outcome(one) for name, one in outcomes.items()}
    except Exception:
        if not watched.missed:
            raise
    if watched.missed:
        raise NotRecordedError
    return found


def at_rest(history: History, start: Mapping[str, Any], months: int) -> History:
    """Return a history of the first row in which everything stays as it begins.

    Parameters
    ----------
    history : History
        Of any rows, without series.
    start : mapping of key to array_like of shape (rows,)
        Every series as it begins.
    months : int
        How long nothing happens.

    Returns
    -------
    History
        Of one row.
    """
    still = {
        key: np.full((months + 1, 1), value[0], dtype=np.float32)
        for key, value in start.items()
    }
    return replace(history.select([0]), records=still)


class _Watched(Mapping[str, "NDArray[np.float32]"]):
    """Series that note which of them are looked at, written down or not."""

    def __init__(
        self, records: Mapping[str, NDArray[np.float32]], known: Collection[str]
    ) -> None:
        self._records, self._known = records, known
        self.noted: set[str] = set()

    @property
    def missed(self) -> bool:
        """Whether something was looked at that was not written down."""
        return not self.noted <= self._records.keys()

    def shown_in(self, history: History) -> History:
        """Return the same history with these series in it."""
        # As a copy: one made anew would look at all its series.
        shown = copy(history)
        object.__setattr__(shown, "records", self)
        return shown

    def __getitem__(self, key: str) -> NDArray[np.float32]:
        if key in self._known:
            self.noted.add(key)
        return self._records[key]

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def __iter__(self) -> Iterator[str]:
        self.noted.update(self._known)
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
