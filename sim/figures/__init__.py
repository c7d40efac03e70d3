"""Real figures for the start: who had what, where, and according to whom.

Each table holds just the figures that the model uses, one a row, with unit, basis
and source. ``end_2021`` starts the default future; ``end_2011`` (with the figures of
2012) starts history; ``places`` holds what does not change.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sim.cast import PAIRS

__all__ = ["BASES", "TABLES", "Figure", "Figures", "table"]

BASES = {2021: "end_2021", 2011: "end_2011"}
"""The table that each base year starts from."""

TABLES = ("end_2021", "end_2011", "places")
"""All tables."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and its provenance.

    Attributes
    ----------
    quantity, of : str
        What it is, and of whom (a state, a pair such as ``NK-ROK``, a domain).
    value : float
        The figure, in ``unit``.
    basis : str
        ``measured``, ``estimated`` or ``assumed``.
    source, note : str
        Where it comes from, and what else to know.
    """

    quantity: str
    of: str
    value: float
    unit: str
    basis: str
    source: str
    note: str


@cache
def table(name: str) -> tuple[Figure, ...]:
    """Return one table of figures, in the order of its file."""
    path = resources.files(__name__) / f"{name}.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Figure(**{**row, "value": float(row["value"])})  # type: ignore[arg-type]
        for row in rows
    )


class Figures:
    """The figures of one base year, with what does not change.

    Parameters
    ----------
    base : {2021, 2011}
        The end of which year the world starts from.
    """

    def __init__(self, base: int) -> None:
        rows = table(BASES[base]) + table("places")
        self._values = {(row.quantity, row.of): row.value for row in rows}

    def of(self, quantity: str, whose: str) -> float:
        """Return one figure; KeyError if there is none."""
        return self._values[quantity, whose]

    def between(self, quantity: str, one: str, other: str) -> float:
        """Return one figure of an unordered pair of states."""
        first, second = (one, other) if (one, other) in PAIRS else (other, one)
        return self._values[quantity, f"{first}-{second}"]
