"""Which parameters the targets hang on: Morris's method over the whole space."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.calibration.pool import simulated
from analysis.calibration.targets import TARGETS
from analysis.space import varied
from sim.parameters import card_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

    from analysis.calibration.histories import Histories
    from analysis.calibration.targets import Target
    from analysis.sweeps.results import Design, Factor
    from sim.scenario import Scenario

__all__ = ["MOST", "screened"]

MOST = 30
"""Parameters that are calibrated, at most."""

TRAJECTORIES, LEVELS, LUCKS = 12, 4, 4


def screened(
    scenario: Scenario,
    *,
    years: Sequence[int],
    folder: Path,
    held: Sequence[str] = (),
    trajectories: int = TRAJECTORIES,
    seed: int = 0,
    fast: bool = False,
    workers: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    r"""Return how far every parameter moves the targets, the farthest first.

    Parameters
    ----------
    scenario : Scenario
        What is run, over just the years wanted.
    years : sequence of int
        The years that the targets look at.
    folder : Path
        Where histories are kept.
    held : sequence of str
        Parameters that are not varied.
    trajectories : int
        Of Morris's design.
    seed, fast, workers, executor, progress
        As of :func:`analysis.calibration.pool.simulated`.

    Returns
    -------
    DataFrame
        ``parameter``, ``reach`` and, for every target, how far the parameter moves it.

    Notes
    -----
    For each target and year :math:`\mu^*` [Morris1991], [CampolongoEtAl2007] over the
    parameter's whole range and with the same luck at every point, in units of
    :math:`\sqrt{\tau^2 + s^2}` with the target's tolerance and the spread that luck
    gives it; of its years the mean square is taken, and ``reach`` is the root of the
    sum of squares over targets.
    """
    import pandas as pd

    from analysis.sweeps.definition import Plan
    from analysis.sweeps.design import designed

    plan = Plan(kind="morris", trajectories=trajectories, levels=LEVELS)
    design = designed(plan, _factors(held), seed)
    points = {
        one.name: design.points[one.name].to_numpy(dtype=np.float64)
        for one in design.factors
    }
    histories = simulated(
        scenario,
        points,
        LUCKS,
        years=years,
        folder=folder,
        luck="held",
        seed=seed,
        fast=fast,
        workers=workers,
        executor=executor,
        progress=progress,
    )
    table = pd.DataFrame({"parameter": list(points)})
    for target in TARGETS:
        table[target.name] = _moved(design, target, histories, seed)
    squares = table[[one.name for one in TARGETS]] ** 2
    table.insert(1, "reach", np.sqrt(squares.sum(axis=1)))
    return table.sort_values("reach", ascending=False, kind="stable", ignore_index=True)


def _factors(held: Sequence[str]) -> list[Factor]:
    from analysis.sweeps.results import Factor

    found = []
    for flat in varied(held):
        card, state = card_of(flat)
        found.append(Factor(flat, *card.range(state)))
    return found


def _moved(
    design: Design, target: Target, histories: Histories, seed: int
) -> npt.NDArray[np.float64]:
    """Return how far each factor moves a target, shape (factors,)."""
    import pandas as pd

    from analysis.sweeps.results import Results
    from analysis.sweeps.screening import elementary_effects

    empty = Results(design, pd.DataFrame(), "held", seed)
    squares, known = np.zeros(len(design.factors)), 0
    values = target.measure(histories)
    for year in values.reshape(len(values), -1, LUCKS):
        if np.isnan(year).any():
            continue  # a year without a figure
        known += 1
        unit = target.tolerance**2 + year.var(axis=1, ddof=1).mean()
        effects = elementary_effects(empty, year.mean(axis=1))
        sizes = [np.abs(effects[one.name][0]).mean() for one in design.factors]
        squares += np.array(sizes) ** 2 / unit
    return np.sqrt(squares / max(known, 1))
