"""What two answers say together: whether a step raised an outcome, and how surely."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np

from analysis.intervals import of_mean

if TYPE_CHECKING:
    from analysis.classroom.desk import Answer

__all__ = ["DIRECTIONS", "Direction", "Reading", "read"]

Direction: TypeAlias = Literal["higher", "lower", "same"]
"""Where an outcome goes; ``same`` is what cannot be told from luck."""

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One outcome before and after a step.

    Attributes
    ----------
    outcome : str
        Its name.
    before, after : float
        Its mean over runs.
    change : float
        The mean of the differences between runs of the same luck.
    low, high : float
        Ends of its 95% Monte Carlo interval.
    rose, fell : float
        Shares of runs in which it rose, and in which it fell.
    size : float
        The change in standard deviations that the outcome has over runs before it;
        0 where nothing changes, and infinite where luck made no difference before.
    direction : {'higher', 'lower', 'same'}
        On which side of 0 the whole interval lies, if on one.
    """

    outcome: str
    before: float
    after: float
    change: float
    low: float
    high: float
    rose: float
    fell: float
    size: float
    direction: Direction


def read(before: Answer, after: Answer, outcome: str) -> Reading:
    """Return what a step did to an outcome.

    Parameters
    ----------
    before, after : Answer
        Run ``k`` of one is paired with run ``k`` of the other.
    outcome : str
        One that both were asked for.
    """
    one, other = before.outcomes[outcome], after.outcomes[outcome]
    moved = other - one
    # Where nothing moved nothing is uncertain; zeros alone would be read as a share.
    ends = of_mean(moved) if moved.any() else (0.0, 0.0)
    low, high = (float(end) for end in ends)
    direction: Direction = "higher" if low > 0 else "lower" if high < 0 else "same"
    return Reading(
        outcome=outcome,
        before=float(np.mean(one)),
        after=float(np.mean(other)),
        change=float(np.mean(moved)),
        low=low,
        high=high,
        rose=float(np.mean(moved > 0)),
        fell=float(np.mean(moved < 0)),
        size=_size(float(np.mean(moved)), float(np.std(one))),
        direction=direction,
    )


def _size(change: float, spread: float) -> float:
    if spread > 0.0:
        return change / spread
    return math.copysign(math.inf, change) if change else 0.0
