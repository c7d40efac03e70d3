"""History matching: ruling out, wave by wave, where no history is like the record.

Each wave runs histories at points of the space that is left, fits a cheap stand-in for
the model to them, and rules out every point whose mean history is farther from the
record than luck, tolerance and the stand-in's own error explain. What is left is not
yet likely; it is only not ruled out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.calibration.pool import simulated
from analysis.calibration.targets import TARGETS
from sim.errors import InputError
from sim.parameters import card_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    import numpy.typing as npt

    from analysis.calibration.histories import Histories
    from analysis.calibration.targets import Target
    from sim.scenario import Scenario

    Numbers = npt.NDArray[np.float64]

__all__ = ["CUT", "Points", "Space", "Standin", "Wave", "at", "ruled", "waves"]

CUT = 3.0
"""Standard deviations beyond which a point is ruled out: three, as Pukelsheim's rule
has it for any distribution with one peak [Pukelsheim1994]."""

_CANDIDATES = 2**21
"""Points of the space that are looked at, at most, to find those left."""

_TOGETHER = 8_192
"""Points that a surface is asked for at a time, to bound memory."""

_RAREST = 0.02
"""Chance of the least favored: every point that is left can be taken."""

_PENALTIES = np.logspace(-2, 4, 13)


@dataclass(frozen=True, slots=True, eq=False)
class Standin:
    """What a wave's surface says of one target.

    Attributes
    ----------
    target : str
        Which.
    columns : slice
        Its years among the surface's outputs.
    record, variance : ndarray, shape (years,)
        The record's value, and the variance that luck, tolerance and the surface's own
        error explain.
    fit : float
        Share of the variance over points that the surface accounts for, on points left
        out.
    """

    target: str
    columns: slice
    record: Numbers
    variance: Numbers
    fit: float


@dataclass(frozen=True, eq=False)
class Wave:
    """One wave.

    Attributes
    ----------
    number : int
        From 1.
    points : int
        Points that were run.
    surface : scikit-learn estimator
        A quadratic surface: points in the unit cube to mean histories, by target and
        year.
    standins : tuple of Standin
        One for each target that could be reached.
    beyond : tuple of str
        Targets that no point of the wave came near: they rule nothing out, and are
        reported as what the model gets wrong.
    left : float
        Share of the whole space that is not ruled out after it.
    """

    number: int
    points: int
    surface: Any
    standins: tuple[Standin, ...]
    beyond: tuple[str, ...]
    left: float = float("nan")

    def implausibility(self, unit: Numbers) -> Numbers:
        """Return how many standard deviations points are from the record, (points,).

        Of several years the root of the mean square, and of the targets the largest.
        """
        squares = self._squares(unit)
        worst: Numbers = np.sqrt(squares.max(axis=1))
        return worst

    def distance(self, unit: Numbers) -> Numbers:
        """Return the sum over targets of squared distances, shape (points,)."""
        squares: Numbers = self._squares(unit).sum(axis=1)
        return squares

    def _squares(self, unit: Numbers) -> Numbers:
        """Return mean squares over years of every target, shape (points, targets)."""
        means = np.asarray(self.surface.predict(unit), dtype=np.float64)
        gaps = [
            ((means[:, one.columns] - one.record) ** 2 / one.variance).mean(axis=1)
            for one in self.standins
        ]
        return np.stack(gaps, axis=1)


@dataclass(frozen=True, eq=False)
class Space:
    """What is left of the space.

    Attributes
    ----------
    names : tuple of str
        Flat names of the parameters that vary, in the order of columns.
    waves : tuple of Wave
        What was ruled out by which.
    """

    names: tuple[str, ...]
    waves: tuple[Wave, ...] = ()

    def left(self, unit: Numbers) -> npt.NDArray[np.bool_]:
        """Return which points of the unit cube are not ruled out, shape (points,)."""
        found = np.ones(len(unit), dtype=bool)
        for wave in self.waves:
            if found.any():
                found[found] = wave.implausibility(unit[found]) <= CUT
        return found

    def points(self, many: int, seed: int, *, favored: bool = False) -> Points:
        r"""Return points that are left.

        Parameters
        ----------
        many : int
            How many are wanted; fewer come where too little is left to find them.
        seed : int
            Of the sequence of candidates.
        favored : bool
            Whether points that the last surface thinks more like the record come
            oftener; the chance of each is told, so that weights can undo it.

        Raises
        ------
        InputError
            If nothing is left.

        Notes
        -----
        Candidates are those of a scrambled Sobol sequence. A favored one is taken with
        chance :math:`\max(\epsilon, \exp(-(D - D_0)/2))`, with its squared distance
        :math:`D` by the surface, and :math:`D_0` the least of the first that are left.
        """
        from scipy.stats import qmc

        luck = np.random.default_rng([seed, 7])
        sampler = qmc.Sobol(len(self.names), rng=luck)
        if not self.waves:
            unit = sampler.random_base2((many - 1).bit_length())[:many]
            return Points(unit, np.ones(many), 1.0, 1.0)
        units: list[Numbers] = []
        chances: list[Numbers] = []
        seen = there = 0
        mass = 0.0
        nearest: float | None = None
        while sum(len(one) for one in units) < many and seen < _CANDIDATES:
            candidates = sampler.random(_TOGETHER)
            seen += len(candidates)
            candidates = candidates[self.left(candidates)]
            there += len(candidates)
            if not len(candidates):
                continue
            if favored and nearest is None:
                nearest = float(self.waves[-1].distance(candidates).min())
            chance = self.chance(candidates, nearest)
            mass += float(chance.sum())
            taken = luck.random(len(candidates)) < chance
            units.append(candidates[taken])
            chances.append(chance[taken])
        if not there:
            raise InputError(
                "nothing of the space is left: no assumptions in the ranges of the"
                " cards give histories like the record by every target at once"
            )
        unit, chance = np.concatenate(units)[:many], np.concatenate(chances)[:many]
        return Points(unit, chance, there / seen, mass / seen, nearest)

    def chance(self, unit: Numbers, nearest: float | None) -> Numbers:
        """Return with which points that are left are taken, shape (points,).

        Parameters
        ----------
        unit : ndarray, shape (points, names)
            In the unit cube.
        nearest : float or None
            The squared distance from which on points are favored less; None where
            none is favored.
        """
        if nearest is None:
            return np.ones(len(unit))
        far = self.waves[-1].distance(unit)
        return np.clip(np.exp(0.5 * (nearest - far)), _RAREST, 1.0)


@dataclass(frozen=True, eq=False)
class Points:
    """Points of a space.

    Attributes
    ----------
    unit : ndarray, shape (points, names)
        In the unit cube.
    chance : ndarray, shape (points,)
        With which each was taken where it was come upon, up to a constant.
    left : float
        Share of the whole space that is not ruled out.
    mass : float
        The mean of that chance over the whole space, 0 where it is ruled out: over it
        the chance is a density.
    nearest : float or None
        As of :meth:`Space.chance`.
    """

    unit: Numbers
    chance: Numbers
    left: float
    mass: float
    nearest: float | None = None

    @property
    def density(self) -> Numbers:
        """With which each was taken among all points, shape (points,)."""
        return self.chance / self.mass


def waves(
    scenario: Scenario,
    record: Histories,
    names: Sequence[str],
    *,
    many: int,
    points: int,
    lucks: int,
    folder: Path,
    seed: int = 0,
    fast: bool = False,
    workers: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Space:
    """Return what is left after some waves.

    Parameters
    ----------
    scenario : Scenario
        What is run, over the record's years.
    record : Histories
        What happened.
    names : sequence of str
        The parameters that vary.
    many, points, lucks : int
        Waves, points of each, and histories at each point.
    folder, seed, fast, workers, executor, progress
        As of :func:`analysis.calibration.pool.simulated`.

    Raises
    ------
    InputError
        If nothing of the space is left, or scikit-learn is missing.
    """
    space = Space(tuple(names))
    total = many * points * lucks
    for number in range(1, many + 1):
        unit = space.points(points, seed + number).unit
        before = (number - 1) * points * lucks

        def told(done: int, _: int, before: int = before) -> None:
            if progress is not None:
                progress(before + done, total)

        histories = simulated(
            scenario,
            at(names, unit),
            lucks,
            years=record.years,
            folder=folder,
            seed=seed + number,
            fast=fast,
            workers=workers,
            executor=executor,
            progress=told,
        )
        wave = ruled(unit, histories, record, number)
        narrower = Space(space.names, (*space.waves, wave))
        left = narrower.points(points, seed + number + 1).left
        space = Space(space.names, (*space.waves, replace(wave, left=left)))
    return space


def at(names: Sequence[str], unit: Numbers) -> Mapping[str, Numbers]:
    """Return points of the unit cube as parameters, by flat name."""
    found = {}
    for place, flat in enumerate(names):
        card, state = card_of(flat)
        low, high = card.range(state)
        found[flat] = low + (high - low) * unit[:, place]
    return found


def ruled(
    unit: Numbers,
    histories: Histories,
    record: Histories,
    number: int = 1,
    targets: Sequence[Target] = TARGETS,
) -> Wave:
    """Return a wave with stand-ins fitted to the histories at its points.

    Parameters
    ----------
    unit : ndarray, shape (points, names)
        Points in the unit cube.
    histories : Histories
        The same number at each of them, in a row.
    record : Histories
        What happened.
    number : int
        Of the wave.
    targets : sequence of Target
        By what to rule out.
    """
    try:
        from sklearn.linear_model import RidgeCV
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import PolynomialFeatures, StandardScaler
    except ImportError:
        raise InputError(
            "calibration needs scikit-learn: install the extra 'calibration', such as"
            " pip install 'dilemma[calibration]'"
        ) from None

    within, beyond = [], []
    for target in targets:
        values, wanted = target.measure(histories), target.measure(record)[:, 0]
        known = ~(np.isnan(values).any(axis=1) | np.isnan(wanted))
        by_point = values[known].reshape(int(known.sum()), len(unit), -1)
        means, luck = by_point.mean(axis=2).T, by_point.var(axis=2, ddof=1).mean(axis=1)
        allowed = target.tolerance**2 + luck
        gaps = (means - wanted[known]) ** 2 / allowed
        if not known.any():
            continue
        if np.sqrt(gaps.mean(axis=1)).min() > CUT:
            beyond.append(target.name)
        else:
            within.append((target.name, means, wanted[known], allowed))
    if not within:
        raise InputError("no point comes near the record by any target")
    ridge = RidgeCV(_PENALTIES, alpha_per_target=True)
    squares = PolynomialFeatures(2, include_bias=False)
    surface = make_pipeline(squares, StandardScaler(), ridge)
    outputs = np.concatenate([means for _, means, _, _ in within], axis=1)
    surface.fit(unit, outputs)
    # The error on points left out, one at a time, which the penalties were chosen by.
    error = -np.atleast_1d(ridge.best_score_)
    standins, first = [], 0
    for name, means, wanted, allowed in within:
        columns = slice(first, first := first + means.shape[1])
        spread = max(float(means.var(axis=0).sum()), 1e-12)
        fit = 1.0 - float(error[columns].sum()) / spread
        variance = allowed + error[columns]
        standins.append(Standin(name, columns, wanted, variance, fit))
    return Wave(number, len(unit), surface, tuple(standins), tuple(beyond))
