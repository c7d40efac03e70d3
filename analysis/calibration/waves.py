"""History matching: ruling out, wave by wave, where no history is like the record.

Each wave runs histories at points of the space that is left, fits a cheap stand-in for
the model to them, and rules out every point whose mean history is farther from the
record than luck, tolerance and the stand-in's own error explain. What is left is not
yet likely; it is only not ruled out.
"""

from __future__ import annotations

from dataclasses import dataclass
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

__all__ = ["CUT", "Emulator", "Space", "Wave", "at", "ruled", "waves"]

CUT = 3.0
"""Standard deviations beyond which a point is ruled out: three, as Pukelsheim's rule
has it for any distribution with one peak [Pukelsheim1994]."""

_CANDIDATES = 2**17
"""Points of the space that are looked at through the stand-ins for those left."""

_PENALTIES = np.logspace(-2, 4, 13)


@dataclass(frozen=True, eq=False)
class Emulator:
    """A stand-in for the mean history: a quadratic surface for each target and year.

    Attributes
    ----------
    target : Target
        What it stands in for.
    surface : scikit-learn estimator
        Points in the unit cube to means of years, shape (points, years).
    record, variance : ndarray, shape (years,)
        The record's value, and the variance that luck, tolerance and the surface's own
        error explain.
    fit : float
        Share of the variance over points that it accounts for, on points left out.
    """

    target: Target
    surface: Any
    record: Numbers
    variance: Numbers
    fit: float

    def implausibility(self, unit: Numbers) -> Numbers:
        """Return how many standard deviations points are from the record, (points,).

        Of several years the root of the mean square.
        """
        means = np.asarray(self.surface.predict(unit), dtype=np.float64)
        gaps = (means.reshape(len(unit), -1) - self.record) ** 2 / self.variance
        found: Numbers = np.sqrt(gaps.mean(axis=1))
        return found


@dataclass(frozen=True, eq=False)
class Wave:
    """One wave.

    Attributes
    ----------
    number : int
        From 1.
    points : int
        Points that were run.
    emulators : tuple of Emulator
        One for each target that could be reached.
    beyond : tuple of str
        Targets that no point of the wave came near: they rule nothing out, and are
        reported as what the model gets wrong.
    left : float
        Share of the whole space that is not ruled out after it.
    """

    number: int
    points: int
    emulators: tuple[Emulator, ...]
    beyond: tuple[str, ...]
    left: float


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
            for one in wave.emulators:
                found[found] = one.implausibility(unit[found]) <= CUT
        return found

    def points(self, many: int, seed: int) -> tuple[Numbers, float]:
        """Return points that are left, and the share of the whole space that is.

        Parameters
        ----------
        many : int
            How many are wanted; fewer come where less is left.
        seed : int
            Of the sequence of candidates.

        Returns
        -------
        unit : ndarray, shape (points, names)
            In the unit cube.
        left : float
            Share of candidates that are not ruled out.

        Raises
        ------
        InputError
            If nothing is left.
        """
        from scipy.stats import qmc

        sampler = qmc.Sobol(len(self.names), rng=np.random.default_rng([seed, 7]))
        if not self.waves:
            return sampler.random(many), 1.0
        candidates = sampler.random(_CANDIDATES)
        found = self.left(candidates)
        if not found.any():
            raise InputError(
                "nothing of the space is left: no assumptions in the ranges of the"
                " cards give histories like the record by every target at once"
            )
        return candidates[found][:many], float(found.mean())


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
    folder, seed, workers, executor, progress
        As of :func:`analysis.calibration.pool.simulated`.

    Raises
    ------
    InputError
        If nothing of the space is left, or scikit-learn is missing.
    """
    space = Space(tuple(names))
    total = many * points * lucks
    for number in range(1, many + 1):
        unit, _ = space.points(points, seed + number)
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
            workers=workers,
            executor=executor,
            progress=told,
        )
        wave = ruled(unit, histories, record, number)
        narrower = Space(space.names, (*space.waves, wave))
        _, left = narrower.points(1, seed)
        done = Wave(number, len(unit), wave.emulators, wave.beyond, left)
        space = Space(space.names, (*space.waves, done))
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
    emulators, beyond = [], []
    for target in targets:
        values = target.measure(histories)
        wanted = target.measure(record)[:, 0]
        known = ~(np.isnan(values).any(axis=1) | np.isnan(wanted))
        if not known.any():
            continue
        one = _emulator(unit, target, values[known], wanted[known])
        if one is None:
            beyond.append(target.name)
        else:
            emulators.append(one)
    return Wave(number, len(unit), tuple(emulators), tuple(beyond), float("nan"))


def _emulator(
    unit: Numbers, target: Target, values: Numbers, record: Numbers
) -> Emulator | None:
    """Return a target's stand-in; None where no point comes near the record."""
    try:
        from sklearn.linear_model import RidgeCV
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import PolynomialFeatures, StandardScaler
    except ImportError:
        raise InputError(
            "calibration needs scikit-learn: install the extra 'calibration', such as"
            " pip install 'dilemma[calibration]'"
        ) from None

    by_point = values.reshape(len(values), len(unit), -1)
    means = by_point.mean(axis=2).T
    luck = by_point.var(axis=2, ddof=1).mean(axis=1)
    allowed = target.tolerance**2 + luck
    reached = np.sqrt(((means - record) ** 2 / allowed).mean(axis=1))
    if reached.min() > CUT:
        return None
    ridge = RidgeCV(_PENALTIES, alpha_per_target=True)
    surface = make_pipeline(
        PolynomialFeatures(2, include_bias=False), StandardScaler(), ridge
    )
    surface.fit(unit, means)
    # The error on points left out, one at a time, which the penalties were chosen by.
    error = -np.atleast_1d(ridge.best_score_)
    spread = means.var(axis=0)
    fit = 1.0 - float(error.sum() / max(float(spread.sum()), 1e-12))
    return Emulator(target, surface, record, allowed + error, fit)
