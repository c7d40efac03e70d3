"""How much of what differs between futures is luck, and how much the assumptions.

A sweep runs every point several times. What differs between points is owed to the
assumptions, what differs between runs of one point to luck, and the mean over so many
runs still has some luck in it, which an index would take for an effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.intervals import student
from analysis.sweeps.measured import blocks_of, values_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.sweeps.results import Results

__all__ = ["LuckShare", "components", "luck_share"]

_GROUPS = 40
"""So many groups of points are left out in turn to find an error."""


@dataclass(frozen=True, slots=True)
class LuckShare:
    """The share of an outcome's variance that is luck.

    Attributes
    ----------
    share : float
        0 to 1; NaN with one run a point, which cannot tell, and where nothing varies.
    low, high : float
        Its 95% interval; NaN where there is none.
    in_mean : float
        The share that luck still has in the variance between the means of points,
        where it passes for an effect. With held luck only what luck does differently
        from point to point counts, as the rest is the same at all of them.
    points, luck : float
        The two variances, in squares of the outcome's unit; that of points can come
        out below 0 where it is nearly 0, as it is unbiased.
    replicates : int
        Runs of each point.
    """

    share: float
    low: float
    high: float
    in_mean: float
    points: float
    luck: float
    replicates: int


def luck_share(results: Results, outcome: str) -> LuckShare:
    """Return which share of an outcome's variance over all futures is luck.

    Parameters
    ----------
    results : Results
        Of a sweep.
    outcome : str
        One of its outcomes.

    Returns
    -------
    LuckShare
        The share, its interval, and what of luck is left in the means.

    Raises
    ------
    InputError
        If the outcome is unknown or not whole.

    Notes
    -----
    The interval is the jackknife's: points are left out in groups, with points that
    were drawn together in one group, and with held luck each luck as well, since it is
    in every point; the two errors add up in squares. It speaks of the space as the
    design's points cover it.
    """
    values = values_of(results, outcome)
    held = results.luck == "held"
    replicates = values.shape[1]
    if replicates < 2:
        nan = float("nan")
        return LuckShare(nan, nan, nan, nan, nan, nan, replicates)
    points, luck, rest = components(values, held=held)
    share = _share(points, luck)
    left = rest / replicates
    between = max(points, 0.0) + left
    half = _half(values, blocks_of(results.design), held=held)
    return LuckShare(
        share,
        max(share - half, 0.0),
        min(share + half, 1.0),
        left / between if between > 0 else float("nan"),
        points,
        luck,
        replicates,
    )


def components(
    values: NDArray[np.float64], *, held: bool
) -> tuple[float, float, float]:
    r"""Return the variances that points and luck add to an outcome.

    Fresh luck is the one-way layout: with :math:`M_B` and :math:`M_W` the mean squares
    between and within points and :math:`K` replicates,

    .. math:: \hat\sigma^2_{luck} = M_W, \quad
              \hat\sigma^2_{points} = (M_B - M_W) / K

    Held luck stands in every point, so that points and lucks are crossed: with
    :math:`M_L` the mean square between lucks and :math:`M_E` the rest's, over
    :math:`I` points,

    .. math:: \hat\sigma^2_{luck} = (M_L - M_E) / I + M_E, \quad
              \hat\sigma^2_{points} = (M_B - M_E) / K

    Parameters
    ----------
    values : ndarray, shape (points, replicates)
        Two of each or more.
    held : bool
        Whether replicate k has the same luck at every point.

    Returns
    -------
    points, luck : float
        Unbiased.
    rest : float
        What of luck differs from point to point: all of it if fresh, :math:`M_E` if
        held.

    Notes
    -----
    The textbook's estimators of variance components [SearleEtAl1992]. Taking the
    one-way layout for held luck would subtract from the points what luck does to all
    of them alike, and find too little.
    """
    points, replicates = values.shape
    nan = float("nan")
    if points < 2 or replicates < 2:
        return nan, nan, nan
    centered = values - values.mean()
    of_points = centered.mean(axis=1)
    between = replicates * float(np.square(of_points).sum()) / (points - 1)
    within = centered - of_points[:, None]
    if not held:
        rest = float(np.square(within).sum()) / (points * (replicates - 1))
        return (between - rest) / replicates, rest, rest
    of_lucks = within.mean(axis=0)
    left = float(np.square(within - of_lucks).sum())
    rest = left / ((points - 1) * (replicates - 1))
    lucks = points * float(np.square(of_lucks).sum()) / (replicates - 1)
    return (between - rest) / replicates, (lucks - rest) / points + rest, rest


def _share(points: float, luck: float) -> float:
    one, other = max(points, 0.0), max(luck, 0.0)
    return other / (one + other) if one + other > 0 else float("nan")


def _half(
    values: NDArray[np.float64], blocks: NDArray[np.int64], *, held: bool
) -> float:
    """Return half the width of the share's interval."""
    groups = min(_GROUPS, int(blocks.max()) + 1)
    # Neighbors go to different groups, so that each group covers the space.
    group = blocks % groups
    square = _squared([values[group != one] for one in range(groups)], held=held)
    if held:
        count = range(values.shape[1])
        without = [np.delete(values, one, axis=1) for one in count]
        if len(without) < 3:
            return 1.0  # two lucks leave one: nothing can be said
        square += _squared(without, held=held)
    return float(np.sqrt(square))


def _squared(parts: list[NDArray[np.float64]], *, held: bool) -> float:
    """Return the square of half an interval, from the samples less one group each."""
    shares = np.array([_share(*components(one, held=held)[:2]) for one in parts])
    count = len(shares)
    if count < 2 or not np.isfinite(shares).all():
        return 1.0
    error = (count - 1) / count * float(np.square(shares - shares.mean()).sum())
    return error * student(count - 1) ** 2
