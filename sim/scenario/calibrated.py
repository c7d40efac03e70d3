"""Parameter sets under which simulated histories are like the record.

They come from ``dilemma calibrate``; ``scenarios/calibrated`` has a table for each lens
under which that was done, a set a line, and a page that says how. A run takes one set
whole: what goes together in the record's light stays together.
"""

from __future__ import annotations

import csv
import functools
import hashlib
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from sim.cast import STATES
from sim.errors import InputError, nearest
from sim.parameters import expand
from sim.scenario.reading import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

__all__ = [
    "ANY_LENS",
    "Calibrated",
    "parameter_sets",
    "sets_names",
    "sets_of",
    "sets_under",
]

ANY_LENS = "none"
"""The sets that were found without a lens."""

_PROVENANCE = "provenance"
"""The table that says where the others come from."""

_LUCK = "calibrated"
"""The luck that says which set a run has; no parameter has this name."""


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A parameter taken from a set that fits the record, as all others of that set.

    Attributes
    ----------
    sets : str
        The name of a table of sets.

    Raises
    ------
    InputError
        If there is no such table.
    """

    sets: str

    def __post_init__(self) -> None:
        if self.sets not in sets_names():
            raise InputError(
                f"there are no sets {shorten(self.sets)}; "
                f"{nearest(self.sets, sets_names())}"
            )

    @classmethod
    def read(cls, given: object) -> Calibrated:
        """Return it from what a scenario file says: a name, or name and digest.

        Raises
        ------
        InputError
            If there is no such table, or it is not the one that the digest names.
        """
        name, _, digest = str(given).partition(" ")
        found = cls(name)
        if digest and digest != found.digest:
            raise InputError(
                f"the calibrated sets {name!r} here are {found.digest}, and what was "
                f"made with {shorten(digest)} needs the version that had those"
            )
        return found

    @property
    def digest(self) -> str:
        """What tells these sets from others of the same name."""
        return hashlib.sha256(_text(self.sets).encode()).hexdigest()[:12]

    def as_data(self) -> dict[str, str]:
        """Return it as a scenario file may write it, with what tells the sets apart."""
        return {_LUCK: f"{self.sets} {self.digest}"}

    def values(
        self, flat: str, uniform: Callable[[str], NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """Return one value per row.

        Parameters
        ----------
        flat : str
            The parameter.
        uniform : callable
            Name to one uniform number per row, as of :meth:`sim.luck.Luck.parameter`.
        """
        column = parameter_sets(self.sets)[flat]
        place = np.asarray(uniform(_LUCK) * column.size).astype(np.intp)
        return column[np.minimum(place, column.size - 1)]


def sets_of(lenses: Mapping[str, str]) -> str:
    """Return the name of the sets for a scenario's lenses.

    Parameters
    ----------
    lenses : mapping of state (or ``all``) to name of a lens
        As a scenario has them.

    Returns
    -------
    str
        That of the lens, if all states see through the same one and it has sets;
        else :data:`ANY_LENS`.
    """
    views = {lenses.get(state, lenses.get("all")) for state in STATES}
    one = views.pop() if len(views) == 1 else None
    return one if one in sets_names() else ANY_LENS


def sets_under(lenses: Mapping[str, str]) -> dict[str, Calibrated]:
    """Return every parameter that the sets for some lenses have, by flat name."""
    one = Calibrated(sets_of(lenses))
    return dict.fromkeys(parameter_sets(one.sets), one)


@functools.cache
def parameter_sets(name: str) -> Mapping[str, NDArray[np.float64]]:
    """Return the sets of a table: flat name to an array of shape (sets,).

    Raises
    ------
    InputError
        If a value is none or out of its card's range.
    """
    lines = list(csv.reader(_text(name).splitlines()))
    names, rows = lines[0], lines[1:]
    table = np.array(rows, dtype=np.float64).T
    found: dict[str, NDArray[np.float64]] = {}
    for flat, column in zip(names, table, strict=True):
        expand(flat, column)
        column.flags.writeable = False
        found[flat] = column
    return MappingProxyType(found)


@functools.cache
def sets_names() -> tuple[str, ...]:
    """Return the names of the tables of sets."""
    files = resources.files("scenarios").joinpath("calibrated").iterdir()
    names = [one.name for one in files if one.name.endswith(".csv")]
    tables = {name.removesuffix(".csv") for name in names if name[0] != "."}
    return tuple(sorted(tables - {_PROVENANCE}))


@functools.cache
def _text(name: str) -> str:
    path = resources.files("scenarios").joinpath("calibrated", f"{name}.csv")
    return path.read_text(encoding="utf-8")
