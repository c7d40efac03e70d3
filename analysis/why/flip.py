"""Flip: the smallest change of one quantity that would have turned a choice.

One quantity is varied over its plausible range, everything else, luck included, is
held, and the model's own rules are asked what would have been chosen. A grid over the
range finds the nearest place on either side at which the choice turns, and bisection
narrows it down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import bisect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.why.choices import Choice, Varied

__all__ = ["GRID", "TOLERANCE", "Turn", "turns"]

GRID = 2001
"""Points over the range of a quantity at which a choice is tried."""

TOLERANCE = 1e-6
"""How near the turning point is found, as a share of the range."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What it takes of one quantity to turn a choice.

    Attributes
    ----------
    varied : Varied
        The quantity, as it was.
    needed : float or None
        The nearest value that turns the choice; None if none within its bounds does.
    outcome : str
        What would then have been chosen; nothing if it does not turn.
    """

    varied: Varied
    needed: float | None
    outcome: str

    @property
    def share(self) -> float:
        """The change as a share of the quantity's range, infinite if none turns it."""
        if self.needed is None:
            return float("inf")
        return abs(self.needed - self.varied.value) / (
            self.varied.high - self.varied.low
        )


def turns(choice: Choice) -> tuple[Turn, ...]:
    """Return what it takes of each quantity to turn a choice, the smallest first.

    Parameters
    ----------
    choice : Choice
        As it was made.

    Returns
    -------
    tuple of Turn
        One for each quantity; sorted by the change as a share of its range.
    """
    return tuple(
        sorted(map(_Search(choice).turn, choice.varied()), key=lambda t: t.share)
    )


class _Search:
    """Looks for the nearest turn of one choice."""

    def __init__(self, choice: Choice) -> None:
        self.choice, self.made = choice, int(choice.outcome()[0])

    def turn(self, varied: Varied) -> Turn:
        """Return the nearest value of a quantity at which the choice turns."""
        tried = _tried(varied)
        turned = tried[self.choice.outcome(varied, tried) != self.made]
        found = [
            self._narrowed(varied, tried, side)
            for side in (turned[turned < varied.value], turned[turned > varied.value])
            if side.size
        ]
        if not found:
            return Turn(varied, None, "")
        needed = min(found, key=lambda value: abs(value - varied.value))
        outcome = self.choice.outcomes[int(self.choice.outcome(varied, needed)[0])]
        return Turn(varied, needed, outcome)

    def _narrowed(self, varied: Varied, tried: np.ndarray, turned: np.ndarray) -> float:
        """Return the turn between the nearest turned point and the one before it."""
        nearest = float(turned[np.argmin(np.abs(turned - varied.value))])
        if varied.kind:
            return nearest
        towards = tried[np.abs(tried - varied.value) < abs(nearest - varied.value)]
        same_side = towards[(towards - varied.value) * (nearest - varied.value) >= 0]
        inner = float(same_side[np.argmin(np.abs(same_side - nearest))])
        tolerance = TOLERANCE * (varied.high - varied.low)
        edge = bisect(
            lambda value: 1.0 if self._turns(varied, value) else -1.0,
            *sorted((inner, nearest)),
            xtol=tolerance,
        )
        # Bisection ends beside the edge, on either side of it: the answer is beyond it.
        for value in (edge, edge + np.sign(nearest - inner) * tolerance, nearest):
            if self._turns(varied, float(value)):
                return float(value)
        raise AssertionError("the nearest turned point does not turn the choice")

    def _turns(self, varied: Varied, value: float) -> bool:
        return bool(self.choice.outcome(varied, value)[0] != self.made)


def _tried(varied: Varied) -> np.ndarray:
    """Return the values to try, in order, the one that was among them."""
    points: Iterable[float]
    if varied.kind == "yes":
        points = (0.0, 1.0)
    elif varied.kind == "whole":
        points = np.arange(np.ceil(varied.low), np.floor(varied.high) + 1.0)
    else:
        points = np.linspace(varied.low, varied.high, GRID)
    return np.unique(np.append(points, varied.value))
