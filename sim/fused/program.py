"""One month of the model as a program: a list of operations on single numbers.

An array of the model over (others, rows) is here five numbers of one row; what a
row computes is the same for every row, so one row's operations are the whole month.
Numbers differ in how often they change: a constant never, a number of the *month*
(the date, a parameter that all rows share) once for all rows, all others from row to
row. Only the last are worth compiling.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sim.terms import Rows

__all__ = [
    "OPERATIONS",
    "Kind",
    "Operation",
    "Program",
    "Rate",
    "Source",
    "Tape",
    "replay",
]

OPERATIONS: dict[str, Callable[..., Rows]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "negative": np.negative,
    "absolute": np.absolute,
    "minimum": np.minimum,
    "maximum": np.maximum,
    "heaviside": np.heaviside,
    "floor": np.floor,
    "sqrt": np.sqrt,
    "square": np.square,
    "exp": np.exp,
    "log": np.log,
    "log2": np.log2,
    "equal": np.equal,
    "not_equal": np.not_equal,
    "less": np.less,
    "less_equal": np.less_equal,
    "greater": np.greater,
    "greater_equal": np.greater_equal,
    "where": lambda chosen, one, other: np.where(np.not_equal(chosen, 0.0), one, other),
}
"""What a program may do, by the name of NumPy's function. A truth is 1.0 or 0.0."""

_TRUTHS = frozenset(
    {"equal", "not_equal", "less", "less_equal", "greater", "greater_equal"}
)


Kind = Literal["field", "fixed", "parameter", "today", "uniform", "normal"]
"""What sort of number a program is given."""


class Rate(IntEnum):
    """How often a number changes."""

    CONSTANT = 0
    MONTH = 1
    ROW = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from that no operation makes.

    Attributes
    ----------
    kind : str
        ``field``, what a row holds from month to month; ``fixed``, what it keeps from
        its beginning; ``parameter``; ``today``, a number of the date; ``uniform`` or
        ``normal`` luck.
    name : str
        ``owner.field``, a parameter's flat name, a purpose of luck.
    place : int
        Along the first axis of a field; 0 where it has none.
    """

    kind: Kind
    name: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Operation:
    """One number of a program: a constant, a source, or made of earlier numbers.

    Attributes
    ----------
    what : float, Source or str
        A constant, where it comes from, or one of :data:`OPERATIONS`.
    of : tuple of int
        Places of the earlier numbers that it is made of.
    rate : Rate
        How often it changes.
    """

    what: float | Source | str
    of: tuple[int, ...]
    rate: Rate


@dataclass(frozen=True)
class Program:
    """What a row does in a month.

    Attributes
    ----------
    operations : tuple of Operation
        In an order in which they can be done.
    outputs : dict of Source to int
        Which number each field becomes.
    """

    operations: tuple[Operation, ...]
    outputs: Mapping[Source, int]

    def sources(self) -> dict[Source, int]:
        """Return the places of what the program reads."""
        return {
            one.what: place
            for place, one in enumerate(self.operations)
            if isinstance(one.what, Source)
        }


class Tape:
    """Takes operations down, each once however often it is asked for."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self._known: dict[tuple[object, ...], int] = {}

    def constant(self, value: float) -> int:
        """Return the place of a constant."""
        value = float(value)
        return self._place(("constant", value.hex()), value, (), Rate.CONSTANT)

    def given(self, source: Source, rate: Rate) -> int:
        """Return the place of what comes from outside."""
        return self._place((source,), source, (), rate)

    def apply(self, name: str, *of: int) -> int:
        """Return the place of what an operation makes."""
        operands = [self.operations[one] for one in of]
        rate = max(one.rate for one in operands)
        if rate is Rate.CONSTANT:
            values = [np.float64(one.what) for one in operands]  # type: ignore[arg-type]
            return self.constant(OPERATIONS[name](*values))
        same = self._unchanged(name, of)
        if same is not None:
            return same
        return self._place((name, *of), name, of, rate)

    def _place(
        self,
        key: tuple[object, ...],
        what: float | Source | str,
        of: tuple[int, ...],
        rate: Rate,
    ) -> int:
        place = self._known.get(key)
        if place is None:
            place = self._known[key] = len(self.operations)
            self.operations.append(Operation(what, of, rate))
        return place

    def _unchanged(self, name: str, of: tuple[int, ...]) -> int | None:
        """Return the operand, or the zero, that an operation gives back as it is.

        Of finite numbers, as all of the model's are; the sign of a zero may change.
        """
        if len(of) != 2:
            return None
        one, other = (self.operations[place].what for place in of)
        if name == "add" and one == 0.0:
            return of[1]
        if name in ("add", "subtract") and other == 0.0:
            return of[0]
        if name == "multiply" and (one == 0.0 or other == 1.0):
            return of[0]
        if name == "multiply" and (other == 0.0 or one == 1.0):
            return of[1]
        if name == "divide" and (one == 0.0 or other == 1.0):
            return of[0]
        return of[0] if name in ("minimum", "maximum") and of[0] == of[1] else None

    def program(self, outputs: Mapping[Source, int]) -> Program:
        """Return what leads to some outputs, without what does not."""
        needed = set(outputs.values())
        for place in range(len(self.operations) - 1, -1, -1):
            if place in needed:
                needed.update(self.operations[place].of)
        new = {place: number for number, place in enumerate(sorted(needed))}
        kept = (self.operations[place] for place in sorted(needed))
        return Program(
            tuple(
                Operation(one.what, tuple(new[place] for place in one.of), one.rate)
                for one in kept
            ),
            {field: new[place] for field, place in outputs.items()},
        )


def replay(
    operations: Iterable[Operation], given: Callable[[Source], Rows]
) -> list[Rows]:
    """Return every number of a program, computed by NumPy one after another.

    Parameters
    ----------
    operations : iterable of Operation
        Those of a program, or its first ones.
    given : callable
        Returns what a source gives: a number, or an array of shape (rows,).
    """
    values: list[Rows] = []
    for one in operations:
        if isinstance(one.what, Source):
            values.append(given(one.what))
        elif isinstance(one.what, float):
            values.append(one.what)
        else:
            made = OPERATIONS[one.what](*(values[place] for place in one.of))
            values.append(made * 1.0 if one.what in _TRUTHS else made)
    return values
