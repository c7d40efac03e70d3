"""Simulated histories at points of the parameter space, kept so that none is run twice.

A batch of points is a file whose name is a hash of all that its numbers depend on: a
pool that was interrupted goes on where it was, and two that share points share files.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from analysis.calibration.histories import (
    COUNTS,
    FIGURES,
    Histories,
    from_outcomes,
    joined,
    measures,
)
from analysis.origin import canonical, computing, engine
from analysis.sweeps.store import written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    import numpy.typing as npt

    from sim.scenario import Scenario

__all__ = ["BATCH", "simulated"]

Luck: TypeAlias = Literal["fresh", "held"]

BATCH = 16_384
"""Runs of a file, at most: what an interruption can cost."""


def simulated(
    scenario: Scenario,
    points: Mapping[str, npt.NDArray[np.float64]],
    lucks: int,
    *,
    years: Sequence[int],
    folder: Path,
    luck: Luck = "fresh",
    after: int = 0,
    seed: int = 0,
    fast: bool = False,
    workers: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Histories:
    """Return the histories of points, `lucks` of each in a row.

    Parameters
    ----------
    scenario : Scenario
        What is run, over just the years wanted.
    points : mapping of flat name to ndarray, shape (points,)
        Where.
    lucks : int
        Histories of each point.
    years : sequence of int
        What is kept.
    folder : Path
        Where batches are kept.
    luck : {'fresh', 'held'}
        Whether history k of point p has luck ``p * lucks + k``, so that no two share
        theirs, or luck k at every point, so that points differ by the point alone.
    after : int
        How many points came before these: their luck, where it is fresh, is taken.
    seed : int
        Of the luck.
    fast : bool
        Whether months are run in compiled form.
    workers : int
        Processes.
    executor : Executor, optional
        In place of new processes.
    progress : callable, optional
        Told how many runs are done, and how many there are.

    Returns
    -------
    Histories
        Of ``points * lucks`` runs.
    """
    from sim.ensemble import Rows, run_rows

    many = len(next(iter(points.values())))
    each = max(1, BATCH // lucks)
    starts = range(0, many, each)
    said = [scenario.resolved(), list(years), lucks, luck, seed]
    said += [engine(fast=fast), computing()]
    found = []
    for start in starts:
        some = {name: one[start : start + each] for name, one in points.items()}
        first = (after + start) * lucks if luck == "fresh" else 0
        path = folder / f"{_key(said, some, first)}.npz"
        batch = _kept(path, years)
        if batch is None:
            ids = _ids(len(next(iter(some.values()))), lucks, first, luck)
            rows = Rows(
                scenario=scenario,
                luck_ids=ids,
                parameters={name: np.repeat(one, lucks) for name, one in some.items()},
                seed=seed,
                fast=fast,
            )
            (history,) = run_rows(
                [rows],
                outcomes=measures(years),
                keep=0,
                workers=workers,
                executor=executor,
            )
            batch = from_outcomes(history.outcomes, years)
            folder.mkdir(parents=True, exist_ok=True)
            _keep(path, batch)
        found.append(batch)
        if progress is not None:
            progress(min(start + each, many) * lucks, many * lucks)
    return joined(found)


def _ids(points: int, lucks: int, first: int, luck: Luck) -> npt.NDArray[np.int64]:
    if luck == "held":
        return np.tile(np.arange(lucks), points)
    return np.arange(first, first + points * lucks)


def _key(said: list[Any], points: Mapping[str, npt.NDArray[Any]], first: int) -> str:
    whole = hashlib.sha256(canonical([*said, first, COUNTS, FIGURES]))
    for name, values in points.items():
        whole.update(f"\0{name}\0".encode())
        whole.update(np.ascontiguousarray(values, dtype="<f8").tobytes())
    return whole.hexdigest()


def _keep(path: Path, batch: Histories) -> None:
    arrays = {f"count {name}": one for name, one in batch.counts.items()}
    arrays |= {f"figure {' '.join(name)}": one for name, one in batch.figures.items()}
    written(path, lambda file: np.savez_compressed(file, **arrays))  # type: ignore[arg-type]


def _kept(path: Path, years: Sequence[int]) -> Histories | None:
    """Return a batch that is there, and whole."""
    import zipfile

    try:
        with path.open("rb") as whole, np.load(whole, allow_pickle=False) as file:
            return Histories(
                tuple(years),
                {name: file[f"count {name}"] for name in COUNTS},
                {name: file[f"figure {' '.join(name)}"] for name in FIGURES},
            )
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None
