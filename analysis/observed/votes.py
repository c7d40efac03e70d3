"""Distances of ideal points in the General Assembly, as they follow from ties.

The model has ties, not votes. This equation says what votes a tie would go with, so
that the model can be held against votes; no rule reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sim.cast import PAIRS
from sim.figures import Figures

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Slope", "distance", "slope"]


@dataclass(frozen=True, slots=True)
class Slope:
    """A least-squares slope of distance on tie.

    Attributes
    ----------
    value : float
        Below 0 where friends vote alike. [ideal points per unit of tie]
    error : float
        Its standard error, in the same unit, were pairs independent; they share
        states, so that it is too small.
    """

    value: float
    error: float


@cache
def slope(base: int) -> Slope:
    r"""Return the slope of distance on tie over the fifteen pairs of a base year.

    .. math:: b = \frac{\sum (x - \bar x)(d - \bar d)}{\sum (x - \bar x)^2}

    Parameters
    ----------
    base : {2021, 2011}
        Whose figures: of the tie :math:`x`, and of the ideal points whose distance is
        :math:`d`. Nothing later enters.
    """
    figures = Figures(base)
    ties = np.array([figures.between("tie", *two) for two in PAIRS])
    apart = np.array([_start(figures, *two) for two in PAIRS])
    about = ties - ties.mean()
    spread = float(about @ about)
    value = float(about @ apart) / spread
    left = apart - apart.mean() - value * about
    error = float(np.sqrt(left @ left / (len(PAIRS) - 2) / spread))
    return Slope(value, error)


def distance(depth: Rows, base: int, of: str) -> Rows:
    r"""Return the distance of two states' ideal points that goes with their tie.

    .. math:: d(t) = \max\left(0, d(0) + b \, (x(t) - x(0))\right)

    Parameters
    ----------
    depth : Rows
        The model's tie of the two :math:`x(t)`. [share]
    base : {2021, 2011}
        The year whose figures have :math:`d(0)`, :math:`x(0)` and the slope :math:`b`.
    of : str
        The two, such as ``NK-China``.

    Returns
    -------
    Rows, shape as `depth`
        [ideal points]

    Notes
    -----
    Ours. Ideal points are those of [BaileyStrezhnevVoeten2017]; that states closer to
    each other vote more alike is a pattern across pairs, here applied over time, which
    nothing warrants. Between pairs the slope is not told from 0 at the usual levels:
    see :func:`slope`. Votes also wander by themselves and come back, by 0.2 a year
    before 2012; none of that is in the equation, so that what follows from it is far
    too sure of itself. And the figures of the base 2011 are of the votes of 2012, as
    those of spending are: the first year is known and not foreseen.
    """
    figures = Figures(base)
    first, second = of.split("-")
    moved = depth - figures.between("tie", first, second)
    found: Rows = np.maximum(
        0.0, _start(figures, first, second) + slope(base).value * moved
    )
    return found


def _start(figures: Figures, one: str, other: str) -> float:
    return abs(figures.of("ideal_point", one) - figures.of("ideal_point", other))
