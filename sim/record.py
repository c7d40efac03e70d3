"""What is written down while a model runs, chosen by the caller.

The model shows its recorder the state at its beginning (month 0, or the month up to
which its past goes) and then, in the last stage of every month, the month that has just
passed. A recorder copies what it
keeps: attributes of a model may share one array, and nobody should be able to
edit the past by editing the present.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from sim.errors import InputError, nearest
from sim.terms import Terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.model import StrategicModel

__all__ = ["Explanation", "Nothing", "Reader", "Recorder", "Series"]

Reader = Callable[[Any], Mapping[str, Any]]
"""Reads every series off a model as it stands: key to an array of shape (rows,)."""


class Recorder(Protocol):
    """Anything that a model may show its months to."""

    def see(self, month: int, model: StrategicModel, terms: Mapping[Any, Any]) -> None:
        """Take what is wanted of the month that has just passed.

        Parameters
        ----------
        month : int
            Months done; 0 is the initial state.
        model : StrategicModel
            The model as it stands; not to be changed.
        terms : mapping
            Named terms of the month's rules, nested by rule, state and whatever
            else; empty at the beginning, of which no rule is known.
        """
        ...


class Nothing:
    """Writes nothing down."""

    def see(self, month: int, model: StrategicModel, terms: Mapping[Any, Any]) -> None:
        """Do nothing."""


class Series:
    """Writes series down, as float32: some of every row, the others of the first rows.

    Parameters
    ----------
    read : callable
        Reads the series off a model: key to an array of shape (rows,).
    months : int
        How many months will be run.
    first : int
        Months done when it begins: more than 0 where a past goes on.
    asked : collection of str, optional
        Keys of the series that are written down of every row; by default all.
    kept : int
        Of how many rows, from the first, the others are written down.

    Attributes
    ----------
    records : dict of key to ndarray of float32, shape (months + 1, rows or kept)
        Filled row by row as the months pass; the state at the beginning comes first.
        Without those of which nothing is written down.
    """

    def __init__(
        self,
        read: Reader,
        months: int,
        first: int = 0,
        *,
        asked: Collection[str] | None = None,
        kept: int = 0,
    ) -> None:
        self.records: dict[str, NDArray[np.float32]] = {}
        self._read, self._months, self._first = read, months, first
        self._asked, self._kept = asked, kept

    def see(self, month: int, model: StrategicModel, terms: Mapping[Any, Any]) -> None:
        """Copy the series of a month."""
        values = self._read(model)
        if not self.records:
            self._open(values)
        for key, record in self.records.items():
            record[month - self._first] = values[key][: record.shape[1]]

    def _open(self, values: Mapping[str, Any]) -> None:
        """Make room for every month of what is to be written down."""
        for key, value in values.items():
            rows = len(value)
            if self._asked is not None and key not in self._asked:
                rows = min(self._kept, rows)
            if rows:
                shape = (self._months + 1, rows)
                self.records[key] = np.empty(shape, dtype=np.float32)


class Explanation:
    """Writes the named terms of every month down, for a few rows.

    Parameters
    ----------
    rules : iterable of str, optional
        Outermost names to keep; all by default.
    """

    def __init__(self, rules: Iterable[str] | None = None) -> None:
        self._rules = None if rules is None else frozenset(rules)
        self._kept: dict[tuple[str, ...], dict[int, Terms]] = {}

    def see(self, month: int, model: StrategicModel, terms: Mapping[Any, Any]) -> None:
        """Copy the terms of a month."""
        for path, found in _leaves(terms):
            if self._rules is None or path[0] in self._rules:
                copied = {name: np.array(value) for name, value in found.items()}
                self._kept.setdefault(path, {})[month] = Terms(**copied)

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """What was explained: ``(rule, state, ...)``, as the model nests its terms."""
        return tuple(self._kept)

    def terms(self, month: int, *path: str) -> Terms:
        """Return the terms of one value in one month.

        Parameters
        ----------
        month : int
            Months done, from 1.
        *path : str
            Rule, state, and whatever else the model nests its terms by.

        Raises
        ------
        InputError
            If nothing was recorded under that path or in that month.
        """
        if path not in self._kept:
            known = [".".join(one) for one in self._kept]
            raise InputError(
                f"no terms of {'.'.join(path)!r}; {nearest('.'.join(path), known)}"
            )
        if month not in self._kept[path]:
            months = sorted(self._kept[path])
            raise InputError(
                f"no terms of {'.'.join(path)!r} in month {month}; "
                f"they run from month {months[0]} to {months[-1]}"
            )
        return self._kept[path][month]


def _leaves(
    terms: Mapping[Any, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Terms]]:
    for name, found in terms.items():
        here = (*path, *(name if isinstance(name, tuple) else (name,)))
        if isinstance(found, Terms):
            yield here, found
        else:
            yield from _leaves(found, here)
