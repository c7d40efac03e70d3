"""Which futures of a sweep are cases: those whose outcome is above or below a bound.

A future is a case by its own outcome, whatever the other futures of its point did. But
futures of one point share their assumptions, and points that were drawn together share
most of them: they are one piece of evidence, a unit, and are split and counted so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analysis.intervals import Ends, of_mean
from analysis.sweeps.measured import blocks_of, codes_of, position, values_of
from sim.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.sweeps.results import Factor, Results

__all__ = ["FEWEST", "Criterion", "Sample", "sampled"]

FEWEST = 40
"""Units with a case, and units without one, below which nothing is looked for."""
_UNITS = {"sobol": "base points", "morris": "trajectories"}

How = Literal["above", "below", "highest", "lowest"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """What makes a future a case.

    Attributes
    ----------
    how : {'above', 'below', 'highest', 'lowest'}
        Whether its outcome is beyond a bound, or among a share of all futures.
    value : float
        The bound, in the outcome's unit; or the share, between 0 and 1.
    """

    how: How
    value: float

    def __post_init__(self) -> None:
        if self.how in ("highest", "lowest"):
            if not 0.0 < self.value < 1.0:
                raise InputError(
                    f"the {self.how} {self.value:.4g} of the futures: the share must be"
                    " between 0 and 1"
                )
        elif not np.isfinite(self.value):
            raise InputError(f"{self.how} {self.value} is no finite number")

    def bound(self, values: NDArray[np.float64]) -> float:
        """Return the bound in the outcome's unit.

        Of a share, it is the value of the last future that belongs to it; all futures
        with that value belong to it as well.
        """
        if self.how in ("above", "below"):
            return self.value
        many = min(max(round(self.value * values.size), 1), values.size)
        flat = np.sort(values, axis=None)
        return float(flat[-many] if self.how == "highest" else flat[many - 1])

    def met(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return which values are cases, in the shape of the values."""
        bound = self.bound(values)
        if self.how == "above":
            return np.asarray(values > bound)
        if self.how == "below":
            return np.asarray(values < bound)
        if self.how == "highest":
            return np.asarray(values >= bound)
        return np.asarray(values <= bound)


@dataclass(frozen=True, eq=False)
class Sample:
    """Points of a sweep, and which of their futures are cases.

    Attributes
    ----------
    factors : tuple of Factor
        What was varied.
    columns : tuple of ndarray, shape (points,)
        For each factor where the points are: numbers in its unit, or places among its
        choices.
    cases : ndarray of bool, shape (points, replicates)
        Whether each future is a case.
    units : ndarray of int, shape (points,)
        To which unit each point belongs.
    """

    factors: tuple[Factor, ...]
    columns: tuple[NDArray[Any], ...]
    cases: NDArray[np.bool_]
    units: NDArray[np.int64]

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self.units)

    @cached_property
    def share(self) -> NDArray[np.float64]:
        """The share of cases among the futures of every point, shape (points,)."""
        return np.asarray(self.cases.mean(axis=1))

    @cached_property
    def weight(self) -> NDArray[np.float64]:
        """How much of a unit every point is, shape (points,)."""
        _, place, size = np.unique(self.units, return_inverse=True, return_counts=True)
        return np.asarray(1.0 / size[place])

    def take(self, places: NDArray[np.int64]) -> Sample:
        """Return the points at these places, any of them more than once."""
        return replace(
            self,
            columns=tuple(one[places] for one in self.columns),
            cases=self.cases[places],
            units=self.units[places],
        )

    def of(self, units: NDArray[np.int64]) -> Sample:
        """Return the points of some units, in the order of the points."""
        return self.take(np.flatnonzero(np.isin(self.units, units)))

    def half(self, draw: np.random.Generator, most: int) -> Sample:
        """Return half of the units, with about so many points at most, at random."""
        units = draw.permutation(np.unique(self.units))
        share = min(0.5, most / self.points)
        return self.of(units[: max(int(share * len(units)), 1)])

    def interval(
        self, of: NDArray[np.bool_], among: NDArray[np.bool_]
    ) -> tuple[float, float, float]:
        """Return a share of futures with its interval, which counts units.

        Parameters
        ----------
        of, among : ndarray of bool, shape (points, replicates)
            Which futures are meant, and among which.

        Returns
        -------
        share, low, high : float
            NaN where there is none among which.
        """
        if not among.any():
            return (float("nan"),) * 3
        whose = np.broadcast_to(self.units[:, None], among.shape)[among]
        values = of[among].astype(np.float64)
        ends: Ends = of_mean(values, whose)
        return float(values.mean()), float(ends[0]), float(ends[1])


def sampled(results: Results, outcome: str, criterion: Criterion) -> Sample:
    """Return the points of a sweep with their cases.

    Parameters
    ----------
    results : Results
        Of any design but one factor at a time, whose points lie along lines.
    outcome : str
        One of its outcomes.
    criterion : Criterion
        What makes a future a case.

    Raises
    ------
    InputError
        If the design is of one factor at a time, futures have no number, or too few
        units have cases, or have futures that are none.
    """
    design = results.design
    if design.kind == "one_at_a_time":
        raise InputError(
            "discovery needs points spread over the space; in this design one factor"
            " is moved at a time: sweep a latin design"
        )
    values = values_of(results, outcome)
    cases = criterion.met(values)
    for factor in design.factors:
        position(factor, design)  # refuses what is no number and no choice
    sample = Sample(
        factors=design.factors,
        columns=tuple(
            codes_of(one, design)
            if one.choices
            else design.points[one.name].to_numpy(dtype=np.float64)
            for one in design.factors
        ),
        cases=cases,
        units=blocks_of(design),
    )
    what, every = _UNITS.get(design.kind, "points"), len(np.unique(sample.units))
    if every < FEWEST:
        raise InputError(
            f"the sweep has {every} {what}; discovery needs {FEWEST} or more with cases"
            " among their futures: sweep a latin design of some hundred points"
        )
    for wanted, said, remedy in (
        (cases, "are cases", "more"),
        (~cases, "are no cases", "fewer"),
    ):
        have = len(np.unique(sample.units[wanted.any(axis=1)]))
        if have < FEWEST:
            raise InputError(
                f"{int(wanted.sum()):,} of {cases.size:,} futures {said}, at"
                f" {have:,} {what}; discovery needs {FEWEST} or more: choose a bound by"
                f" which {remedy} futures are cases (values go from {values.min():.4g}"
                f" to {values.max():.4g}), or sweep more points"
            )
    return sample
