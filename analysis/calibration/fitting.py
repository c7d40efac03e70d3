"""The whole of calibration: screen, rule out, run a pool, weigh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.calibration.histories import FIRST, LAST, joined, of_record
from analysis.calibration.pool import simulated
from analysis.calibration.refining import marginals
from analysis.calibration.screening import MOST, screened
from analysis.calibration.waves import at, waves
from analysis.calibration.weights import weighed
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

    from analysis.calibration.histories import Histories
    from analysis.calibration.waves import Space
    from analysis.calibration.weights import Weights
    from sim.scenario import Scenario

__all__ = [
    "FULL",
    "NO_LENS",
    "QUICK",
    "YEARS",
    "Fit",
    "Size",
    "fitted",
    "history_under",
    "pool_seed",
    "under",
]

YEARS = tuple(range(FIRST, LAST + 1))
"""The years that are fitted."""

NO_LENS = "none"
"""No school of realism: every parameter over the range of its card."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is run.

    Attributes
    ----------
    trajectories : int
        Of the screening.
    waves, points, lucks : int
        Waves, points of each, histories at each point.
    pool, refined : int
        Points of the pool: as the waves' surface favors them, then as the weights of
        those do.
    pool_lucks : int
        Histories at each of them.
    """

    trajectories: int
    waves: int
    points: int
    lucks: int
    pool: int
    refined: int
    pool_lucks: int


FULL = Size(
    trajectories=12,
    waves=3,
    points=1536,
    lucks=4,
    pool=2048,
    refined=6144,
    pool_lucks=32,
)
QUICK = Size(
    trajectories=4, waves=2, points=768, lucks=4, pool=256, refined=512, pool_lucks=8
)


@dataclass(frozen=True, eq=False)
class Fit:
    """What came of calibrating under one lens.

    Attributes
    ----------
    lens : str
        A school of realism, or :data:`NO_LENS`.
    seed : int
        Of luck and designs.
    size : Size
        How much was run.
    screening : DataFrame
        What :func:`analysis.calibration.screening.screened` returned.
    space : Space
        What was left after the waves.
    unit : ndarray, shape (points, names)
        The points of the pool, in the unit cube.
    density : ndarray, shape (points,)
        With which each was taken.
    histories, record : Histories
        The pool, so many of each point in a row, and what happened.
    weights : Weights
        How much each history counts, by all years.
    """

    lens: str
    seed: int
    size: Size
    screening: pd.DataFrame
    space: Space
    unit: npt.NDArray[np.float64]
    density: npt.NDArray[np.float64]
    histories: Histories
    record: Histories
    weights: Weights

    @property
    def chance(self) -> npt.NDArray[np.float64]:
        """With which the point of each history was taken, shape (runs,)."""
        return _each(self.density, self.size)

    @property
    def by_point(self) -> npt.NDArray[np.float64]:
        """How much each point counts, shape (points,); adds up to 1."""
        return self.weights.of_points(self.size.pool_lucks)


def pool_seed(seed: int) -> int:
    """Return the seed of the pool's points and luck, far from those of the waves."""
    return seed + 1000


def history_under(lens: str) -> Scenario:
    """Return the scenario of history, to the last year fitted, under a lens.

    Raises
    ------
    InputError
        If there is no such lens.
    """
    return under(lens, "historical", LAST)


def under(lens: str, name: str, last: int) -> Scenario:
    """Return a packaged scenario under a lens, cut after a year.

    Raises
    ------
    InputError
        If there is no such lens.
    """
    from sim.scenario import Scenario, load_scenario
    from sim.scenario.bundles import lenses

    one = load_scenario(name).at_first_guesses()
    if lens != NO_LENS:
        if lens not in lenses():
            hint = nearest(lens, [NO_LENS, *lenses()])
            raise InputError(f"there is no lens {lens!r}; {hint}")
        one = Scenario.model_validate(dict(one) | {"lenses": {"all": lens}})
    return one.model_copy(update={"end": f"{last}-12"})


def fitted(
    lens: str,
    size: Size,
    *,
    folder: Path,
    seed: int = 0,
    screening: pd.DataFrame | None = None,
    fast: bool = False,
    workers: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Fit:
    """Calibrate under a lens.

    Parameters
    ----------
    lens : str
        A school of realism, or :data:`NO_LENS`.
    size : Size
        How much to run.
    folder : Path
        Where histories are kept: the same call goes on where it was.
    seed : int
        Of luck and designs.
    screening : DataFrame, optional
        In place of a new one, with a column ``parameter``, what matters most first.
    fast : bool
        Whether months are run in compiled form.
    workers : int
        Processes.
    executor : Executor, optional
        In place of new processes.
    progress : callable, optional
        Told how many histories are done, and how many there are.

    Raises
    ------
    InputError
        If there is no such lens, nothing is like the record, or a package is missing.

    Notes
    -----
    What matters is screened once, without a lens; a lens then fixes what it fixes.
    What history sets by date, such as the closing of a border, is not varied: it is
    known, and before its date nobody's assumption.
    """
    from sim.scenario.bundles import lenses

    observed = of_record(YEARS)
    plain, scenario = history_under(NO_LENS), history_under(lens)
    dated = {flat for one in plain.levers.values() for flat in one.targets()}
    told = _Told(size, progress, dated, screens=screening is None)
    common: dict[str, Any] = {
        "folder": folder,
        "fast": fast,
        "workers": workers,
        "executor": executor,
    }
    table = screening
    if table is None:
        table = screened(
            plain,
            years=YEARS,
            trajectories=size.trajectories,
            held=sorted(dated),
            seed=seed,
            progress=told.screening,
            **common,
        )
    fixed = dated
    if lens != NO_LENS:
        fixed = dated | {flat for own in lenses()[lens].values.values() for flat in own}
    names = [flat for flat in table["parameter"] if flat not in fixed][:MOST]
    space = waves(
        scenario,
        observed,
        names,
        many=size.waves,
        points=size.points,
        lucks=size.lucks,
        seed=seed,
        progress=told.waves,
        **common,
    )

    def run(unit: npt.NDArray[np.float64], after: int) -> Histories:
        return simulated(
            scenario,
            at(names, unit),
            size.pool_lucks,
            years=YEARS,
            after=after,
            seed=pool_seed(seed),
            progress=told.pool if after == 0 else told.refined,
            **common,
        )

    first = space.points(size.pool, pool_seed(seed), favored=True)
    before = run(first.unit, 0)
    likely = weighed(before, observed, chance=_each(first.density, size))
    by_weight = marginals(first.unit, likely.of_points(size.pool_lucks))
    more, share = by_weight.points(size.refined, pool_seed(seed), space.left)
    unit = np.concatenate([first.unit, more])
    histories = joined([before, run(more, len(first.unit))])
    # Points of both draws, as of one that mixes them: no weight can be extreme where
    # either of the two might have come upon a point.
    favored = space.chance(unit, first.nearest) / first.mass
    bent = by_weight.density(unit) / share
    density = (len(first.unit) * favored + len(more) * bent) / len(unit)
    weights = weighed(histories, observed, chance=_each(density, size))
    return Fit(
        lens, seed, size, table, space, unit, density, histories, observed, weights
    )


def _each(density: npt.NDArray[np.float64], size: Size) -> npt.NDArray[np.float64]:
    """Return for every history what holds for its point."""
    return np.repeat(density, size.pool_lucks)


class _Told:
    """Progress over screening, waves and pool, as one."""

    def __init__(
        self,
        size: Size,
        progress: Callable[[int, int], None] | None,
        held: Iterable[str],
        *,
        screens: bool,
    ) -> None:
        from analysis.calibration.screening import LUCKS
        from analysis.space import varied

        self._progress = progress
        screen = size.trajectories * (len(varied(held)) + 1) * LUCKS * screens
        narrow = size.waves * size.points * size.lucks
        pool = screen + narrow + size.pool * size.pool_lucks
        self._starts = (0, screen, screen + narrow, pool)
        self._whole = pool + size.refined * size.pool_lucks

    def _tell(self, stage: int, done: int) -> None:
        if self._progress is not None:
            self._progress(self._starts[stage] + done, self._whole)

    def screening(self, done: int, _: int) -> None:
        self._tell(0, done)

    def waves(self, done: int, _: int) -> None:
        self._tell(1, done)

    def pool(self, done: int, _: int) -> None:
        self._tell(2, done)

    def refined(self, done: int, _: int) -> None:
        self._tell(3, done)
