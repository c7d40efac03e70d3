"""How much a simulated history counts: by how much it is like the one that happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.calibration.targets import TARGETS, distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from analysis.calibration.histories import Histories
    from analysis.calibration.targets import Target

    Numbers = npt.NDArray[np.float64]

__all__ = ["ENOUGH", "Weights", "weighed", "weights_at"]

ENOUGH = 200.0
"""An effective sample that is smaller is too small to build on, and is said so."""


@dataclass(frozen=True, eq=False)
class Weights:
    r"""How much each history counts.

    Attributes
    ----------
    shares : ndarray, shape (runs,)
        They add up to 1.
    evidence : float
        Logarithm of the mean of :math:`\exp(-d^2/2)` over the space sampled.
    """

    shares: Numbers
    evidence: float

    @property
    def sample(self) -> float:
        """How many equally weighted histories would be worth as much."""
        return float(1.0 / np.sum(self.shares**2))

    def of_points(self, lucks: int) -> Numbers:
        """Return how much each point counts, with so many histories in a row."""
        found: Numbers = self.shares.reshape(-1, lucks).sum(axis=1)
        return found


def weighed(
    some: Histories,
    record: Histories,
    years: Sequence[int] | None = None,
    targets: Sequence[Target] = TARGETS,
    chance: Numbers | None = None,
) -> Weights:
    r"""Return how much histories count, by some years of the record.

    .. math:: w \propto \exp(-d^2 / 2)

    Parameters
    ----------
    some, record : Histories
        Simulated, and what happened.
    years : sequence of int, optional
        The years that count; all by default. So one pool serves every window.
    targets : sequence of Target
        By what to compare.
    chance : ndarray, shape (runs,), optional
        With which each history's point was taken: it counts the less for it.

    Notes
    -----
    Approximate Bayesian computation with a Gaussian kernel, whose width is the
    tolerance of each target [BeaumontEtAl2002]. As the years of a target are averaged,
    this is not a likelihood of independent observations, and weights say which
    histories are more like the record, not how probable they are.
    """
    if years is not None:
        some, record = some.between(years), record.between(years)
    return weights_at(distance(some, record, targets), chance)


def weights_at(far: Numbers, chance: Numbers | None = None) -> Weights:
    """Return how much histories at some squared distances count.

    Parameters
    ----------
    far : ndarray, shape (runs,)
        As of :func:`analysis.calibration.targets.distance`.
    chance : ndarray, shape (runs,)
        With which each history's point was taken.
    """
    log = -0.5 * far
    top = log.max()
    fair = np.ones(far.size) if chance is None else 1.0 / chance
    raw = fair * np.exp(log - top)
    evidence = float(top + np.log(raw.sum() / fair.sum()))
    return Weights(raw / raw.sum(), evidence)
