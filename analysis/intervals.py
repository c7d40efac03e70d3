"""Monte Carlo errors: how far a figure over so many runs may be from one over endless.

Every figure that is reported has an interval that would hold its value over endlessly
many runs in 95 of 100 repetitions with other seeds. It narrows with the number of
runs, and says nothing of how unlike the futures are: that is the spread.

Runs stand along the last axis. Rows that share their luck are no independent
evidence, so what is counted is draws of luck, where these are given.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

__all__ = [
    "FEWEST",
    "LEVEL",
    "columns",
    "mean_error",
    "of_mean",
    "of_quantile",
    "of_sd",
    "of_share",
    "ranks",
    "reach",
    "student",
]

LEVEL = 0.95
"""How often an interval holds what it is for."""
_TAIL = (1.0 - LEVEL) / 2.0

FEWEST = 72
"""Runs from which the values below which 5% and 95% of runs lie have an interval."""

Luck: TypeAlias = npt.NDArray[np.integer[Any]]
Ends: TypeAlias = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]
"""Lower and upper end; nan where there are too few runs for an end."""


def of_mean(values: npt.NDArray[Any], luck: Luck | None = None) -> Ends:
    """Return the interval of a mean over runs.

    Parameters
    ----------
    values : ndarray, shape (..., runs)
        One number per run.
    luck : ndarray of int, shape (runs,), optional
        Each run's luck; all different unless given.

    Returns
    -------
    low, high : ndarray, shape (...)
        Student's interval; where every value is 0 or 1 in all of `values`, so that the
        mean is a share of runs, that of :func:`of_share`.
    """
    lucks = _draws(values, luck)
    mean = np.asarray(np.mean(values, axis=-1, dtype=np.float64))
    if ((values == 0) | (values == 1)).all():
        return of_share(mean, lucks)
    error = mean_error(values - mean[..., None], luck)
    half = student(lucks - 1) * error if lucks > 1 else error
    # Equal values have no error, whatever the rounding of their mean says.
    half = np.where(np.isnan(half) | (np.ptp(values, axis=-1) > 0), half, 0.0)
    return mean - half, mean + half


def mean_error(
    residual: npt.NDArray[Any], luck: Luck | None = None
) -> npt.NDArray[np.float64]:
    r"""Return the standard error of a mean, counting draws of luck.

    .. math:: \sqrt{\frac{G}{G-1} \sum_g \Big(\sum_{i \in g} e_i\Big)^2} \Big/ n

    Parameters
    ----------
    residual : ndarray, shape (..., runs)
        Values less their mean, :math:`e_i`.
    luck : ndarray of int, shape (runs,), optional
        Each run's luck :math:`g`; all different unless given.

    Returns
    -------
    ndarray, shape (...)
        For one run per luck the textbook :math:`s/\sqrt n`; nan for one draw of luck.
    """
    lucks, runs = _draws(residual, luck), residual.shape[-1]
    if lucks < 2:
        return np.full(residual.shape[:-1], np.nan)
    sums = residual
    if luck is not None and lucks < runs:
        order = np.argsort(luck, kind="stable")
        starts = np.flatnonzero(np.diff(luck[order], prepend=luck[order[0]] - 1))
        sums = np.add.reduceat(residual[..., order], starts, axis=-1)
    squares = np.sum(np.square(sums, dtype=np.float64), axis=-1)
    error: npt.NDArray[np.float64] = np.sqrt(lucks / (lucks - 1) * squares) / runs
    return error


def of_sd(values: npt.NDArray[Any], luck: Luck | None = None) -> Ends:
    r"""Return the interval of a standard deviation over runs.

    Parameters
    ----------
    values : ndarray, shape (..., runs)
        One number per run.
    luck : ndarray of int, shape (runs,), optional
        Each run's luck; all different unless given.

    Returns
    -------
    low, high : ndarray, shape (...)
        The root of the interval of the mean of :math:`\frac{n}{n-1} (x_i - \bar x)^2`,
        which is the variance; the lower end is 0 where that interval reaches below.

    Notes
    -----
    Nothing is assumed of the distribution but that it has a fourth moment. Far from
    normal, and with few runs, the upper end is too low: the largest deviations have
    not been met yet.
    """
    runs, lucks = values.shape[-1], _draws(values, luck)
    if lucks < 2:
        missing = np.full(values.shape[:-1], np.nan)
        return missing, missing
    mean = np.asarray(np.mean(values, axis=-1, dtype=np.float64))
    squares = np.square(values - mean[..., None]) * (runs / (runs - 1))
    variance = squares.mean(axis=-1)
    error = mean_error(squares - variance[..., None], luck)
    half = student(lucks - 1) * error
    varies = np.ptp(values, axis=-1) > 0
    low, high = np.sqrt(np.maximum(variance - half, 0.0)), np.sqrt(variance + half)
    return np.where(varies, low, 0.0), np.where(varies, high, 0.0)


def of_share(share: ArrayLike, number: int) -> Ends:
    r"""Return Wilson's interval of a share of runs.

    With a share :math:`p` of :math:`n` runs and :math:`z` the normal quantile,

    .. math:: \frac{p + z^2/2n \pm z\sqrt{p(1-p)/n + z^2/4n^2}}{1 + z^2/n}

    Parameters
    ----------
    share : array_like
        Share of the runs, 0 to 1.
    number : int
        Runs, or draws of luck where runs share theirs.

    Returns
    -------
    low, high : ndarray
        Within 0 and 1; never of no width, also where no run or every run did.

    Notes
    -----
    [Wilson1927].
    """
    p = np.asarray(share, dtype=np.float64)
    z = _normal()
    shrunk = 1.0 + z**2 / number
    middle = (p + z**2 / (2.0 * number)) / shrunk
    half = z * np.sqrt(p * (1.0 - p) / number + z**2 / (4.0 * number**2)) / shrunk
    # None and all are exact ends, which rounding would miss by a hair.
    low = np.where(p == 0.0, 0.0, np.maximum(middle - half, 0.0))
    high = np.where(p == 1.0, 1.0, np.minimum(middle + half, 1.0))
    return low, high


def of_quantile(
    ordered: npt.NDArray[Any], share: float, lucks: int | None = None
) -> Ends:
    """Return the interval of the value below which a share of the runs lies.

    Parameters
    ----------
    ordered : ndarray, shape (..., runs)
        One number per run, sorted along the last axis.
    share : float
        0.5 for the median.
    lucks : int, optional
        Draws of luck among the runs; as many as runs unless given.

    Returns
    -------
    low, high : ndarray, shape (...)
        Two of the values themselves; nan where there are too few runs.

    Notes
    -----
    The ends are order statistics: see :func:`ranks`. With fewer draws of luck than
    runs (each luck in several rows), the ranks of so many draws are scaled up, as if
    rows of one luck were all alike.
    """
    runs = ordered.shape[-1]
    draws = runs if lucks is None else lucks
    low, high = ranks(draws, share)
    missing = np.full(ordered.shape[:-1], np.nan)
    first = (low - 1) * runs // draws
    last = -(-high * runs // draws) - 1
    return (
        ordered[..., first].astype(np.float64) if low else missing,
        ordered[..., last].astype(np.float64) if high else missing,
    )


@lru_cache(maxsize=256)
def ranks(number: int, share: float) -> tuple[int, int]:
    """Return which order statistics hold a quantile between them.

    Parameters
    ----------
    number : int
        Independent values.
    share : float
        Of the values that lie below the quantile.

    Returns
    -------
    low, high : int
        Ranks, the smallest value having 1; 0 where no rank is far enough out.

    Notes
    -----
    The number of values below a quantile is binomial whatever the distribution, so
    each end is the first rank that misses with a probability of 2.5% at most
    [DavidNagaraja2003] (section 7.1): the interval holds in 95% of cases or more.
    """
    from scipy.special import bdtr

    below = bdtr(np.arange(number + 1, dtype=np.float64), number, share)
    low = int(np.searchsorted(below, _TAIL, side="right"))
    high = int(np.searchsorted(below, 1.0 - _TAIL, side="left")) + 1
    return low, high if high <= number else 0


def columns(name: str, ends: Ends) -> dict[str, float]:
    """Return the ends of one figure's interval under the names that tables give them.

    Parameters
    ----------
    name : str
        Of the figure.
    ends : tuple of low and high
        As the functions above return them.
    """
    return {f"{name}_from": float(ends[0]), f"{name}_to": float(ends[1])}


def reach(value: ArrayLike, low: ArrayLike, high: ArrayLike) -> npt.NDArray[np.float64]:
    """Return how far a figure is from the farther end of its interval.

    Parameters
    ----------
    value, low, high : array_like
        The figure and the ends of its interval.

    Returns
    -------
    ndarray
        What may stand behind ±, so that the interval is inside also where it is not
        even-sided; nan where an end is.
    """
    middle = np.asarray(value, dtype=np.float64)
    above, below = np.asarray(high) - middle, middle - np.asarray(low)
    return np.asarray(np.maximum(above, below), dtype=np.float64)


def student(freedom: int) -> float:
    """Return the quantile of Student's distribution that a 95% interval needs.

    Parameters
    ----------
    freedom : int
        Degrees of freedom, 1 or more.
    """
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 1.0 - _TAIL))


def _normal() -> float:
    from scipy.special import ndtri

    return float(ndtri(1.0 - _TAIL))


def _draws(values: npt.NDArray[Any], luck: Luck | None) -> int:
    return values.shape[-1] if luck is None else int(np.unique(luck).size)
