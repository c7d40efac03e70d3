"""A second draw of points, oftener where the weights of the first pool lie.

Weights are uneven mostly because luck makes few histories of any point like the record.
More histories help where the good points are; the first pool says where that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

__all__ = ["Marginals", "marginals"]

_EVEN = 0.25
"""Share of draws, in each parameter, from its whole range: what bounds the weights."""

_TOGETHER = 8_192
_MOST = 2**20
"""Candidates at a time, and at most: where so few are left, fewer points come."""


@dataclass(frozen=True, eq=False)
class Marginals:
    r"""One distribution for each parameter, independent of one another.

    .. math:: q(x) = \prod_k \left(\epsilon + (1 - \epsilon) B(x_k; a_k, b_k)\right)

    Attributes
    ----------
    first, second : ndarray, shape (names,)
        The two shapes :math:`a, b` of each parameter's beta distribution.
    """

    first: Numbers
    second: Numbers

    def density(self, unit: Numbers) -> Numbers:
        """Return the density at points of the unit cube, shape (points,)."""
        from scipy.stats import beta

        inside = np.clip(unit, 1e-9, 1.0 - 1e-9)
        each = _EVEN + (1.0 - _EVEN) * beta.pdf(inside, self.first, self.second)
        found: Numbers = each.prod(axis=1)
        return found

    def points(
        self, many: int, seed: int, left: Callable[[Numbers], npt.NDArray[np.bool_]]
    ) -> tuple[Numbers, float]:
        """Return points that are left, and the share of draws that were.

        Parameters
        ----------
        many : int
            How many are wanted.
        seed : int
            Of the draws.
        left : callable
            Which points of the unit cube are not ruled out.

        Returns
        -------
        unit : ndarray, shape (points, names)
            Fewer than `many` where too little is left to find them.
        share : float
            By it the density among those left is higher.
        """
        luck = np.random.default_rng([seed, 17])
        units: list[Numbers] = []
        drawn = 0
        while sum(len(one) for one in units) < many and drawn < _MOST:
            size = (_TOGETHER, self.first.size)
            even = luck.random(size)
            bent = luck.beta(self.first, self.second, size)
            candidates = np.where(luck.random(size) < _EVEN, even, bent)
            drawn += len(candidates)
            units.append(candidates[left(candidates)])
        whole = np.concatenate(units)
        return whole[:many], len(whole) / drawn


def marginals(unit: Numbers, shares: Numbers) -> Marginals:
    """Return the distributions with the means and variances of weighted points.

    Parameters
    ----------
    unit : ndarray, shape (points, names)
        In the unit cube.
    shares : ndarray, shape (points,)
        How much each counts; they add up to 1.

    Notes
    -----
    A variance is never taken to be above that of an even distribution, which would
    bend a distribution of few points to both ends.
    """
    mean = np.clip(shares @ unit, 0.02, 0.98)
    variance = np.clip(shares @ (unit - mean) ** 2, 1e-4, 1.0 / 12.0)
    # The two shapes add up to this; an even distribution's to 2.
    both = np.maximum(mean * (1.0 - mean) / variance - 1.0, 1.0)
    return Marginals(mean * both, (1.0 - mean) * both)
