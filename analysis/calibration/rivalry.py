"""Would anything have fitted, and which school of realism fits best: two tests.

The same pool is weighed by records that never happened, with the years of launches
shuffled: were they fitted as well, fitting would say nothing. And pools under different
lenses foresee years that were left out of their weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.calibration.histories import Histories
from analysis.calibration.targets import apart, distance, measured
from analysis.calibration.weights import weighed, weights_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from analysis.calibration.fitting import Fit

__all__ = ["FOLDS", "Shuffled", "left_out", "shuffled"]

FOLDS = ((2012, 2013), (2014, 2015), (2016, 2017), (2018,), (2019, 2020))
"""Years that are left out together; the pause of 2018 stands by itself."""

_SHUFFLED = ("launches", "long_range", "nuclear_tests")
"""What is shuffled: a year's months of these go together to another year."""

_BLOCKS = 50
"""Groups of points that are left out in turn, for errors."""


@dataclass(frozen=True, slots=True)
class Shuffled:
    """How well records that never happened are fitted.

    Attributes
    ----------
    evidence : float
        Of the record, the logarithm of the mean weight.
    others : ndarray, shape (shuffles,)
        Of the shuffled ones.
    """

    evidence: float
    others: npt.NDArray[np.float64]

    @property
    def share(self) -> float:
        """Share of shuffled records that are fitted at least as well."""
        return float(np.mean(self.others >= self.evidence))


def shuffled(fit: Fit, shuffles: int = 200, seed: int = 0) -> Shuffled:
    """Weigh the pool by the record with its years of launches and tests shuffled.

    Parameters
    ----------
    fit : Fit
        A calibration.
    shuffles : int
        How many orders of years, none of them the real one.
    seed : int
        Of the orders.
    """
    luck = np.random.default_rng([seed, 13])
    years = len(fit.record.years)
    found: list[float] = []
    measures = measured(fit.histories)
    while len(found) < shuffles:
        order = luck.permutation(years)
        if (order == np.arange(years)).all():
            continue
        months = (12 * order[:, None] + np.arange(12)).reshape(-1)
        counts = dict(fit.record.counts)
        for name in _SHUFFLED:
            counts[name] = np.asarray(counts[name])[months]
        other = Histories(fit.record.years, counts, fit.record.figures)
        found.append(weights_at(apart(measures, other), fit.chance).evidence)
    return Shuffled(fit.weights.evidence, np.array(found))


def left_out(fit: Fit, folds: Sequence[Sequence[int]] = FOLDS) -> pd.DataFrame:
    r"""Return how well histories that fit the other years foresee those left out.

    Parameters
    ----------
    fit : Fit
        A calibration.
    folds : sequence of sequences of int
        Years that are left out together.

    Returns
    -------
    DataFrame
        ``years``, ``score``, its standard ``error``, and the effective ``sample`` of
        the weights by the other years; a line a fold. Higher scores are better.

    Notes
    -----
    The score is :math:`\log \sum_i w_i \exp(-d_i^2/2)`: the weights by the other
    years, the distance in those left out. Its error is the jackknife's over groups of
    points, whose histories hang together.
    """
    import pandas as pd

    lines = []
    for fold in folds:
        others = [year for year in fit.record.years if year not in fold]
        weights = weighed(fit.histories, fit.record, others, chance=fit.chance)
        far = distance(fit.histories.between(fold), fit.record.between(fold))
        near = np.exp(-0.5 * far)
        score = float(np.log(weights.shares @ near))
        lines.append(
            {
                "years": "–".join(str(year) for year in fold),
                "score": score,
                "error": _jackknifed(weights.shares, near, fit.size.pool_lucks),
                "sample": weights.sample,
            }
        )
    return pd.DataFrame(lines)


def _jackknifed(
    shares: npt.NDArray[np.float64], near: npt.NDArray[np.float64], lucks: int
) -> float:
    """Return the standard error of the logarithm of a weighted mean."""
    by_point = shares.reshape(-1, lucks).sum(axis=1)
    hits = (shares * near).reshape(-1, lucks).sum(axis=1)
    group = np.arange(by_point.size) % _BLOCKS
    weight = np.bincount(group, by_point, _BLOCKS)
    hit = np.bincount(group, hits, _BLOCKS)
    without = np.log((hit.sum() - hit) / (weight.sum() - weight))
    spread = np.sum((without - without.mean()) ** 2) * (_BLOCKS - 1) / _BLOCKS
    return float(np.sqrt(spread))
