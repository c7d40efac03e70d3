"""Run a sweep of ten-year futures as a researcher would, and say what it cost.

Usage: ``python benchmarks/sweep.py FUTURES WORKERS [--single | --fast]``. Futures come
in multiples of 1,024. Writes a JSON object:

``seconds``
    from the start of the first future to the last part on the disk;
``cpu``
    seconds of processors in it, of all processes and with their start;
``early``, ``late``
    seconds of a further future, within the first third of the sweep (100,000 futures
    at most) and after it; what comes before the first part is kept counts in neither.
    On one worker these are seconds of the processor, so that they say something even
    on a busy machine;
``writing``
    seconds in which parts were turned into files and forced to the disk;
``bytes``
    most resident memory: of this process, and of the largest worker for each of them,
    an upper bound, as they need not peak together.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.sweeps.experiment import read_experiment
from analysis.sweeps.parts import laid_out
from analysis.sweeps.running import pending, run_parts
from analysis.sweeps.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.sweeps.parts import Part, Sweep

POINTS = 1_024
EARLY = 100_000
EXPERIMENT = Path(__file__).with_name("ten_years.yaml")


class Timed(Store):
    """A store that notes when each part was kept, and how long that took."""

    def __init__(self, out: Path, sweep: Sweep, clock: Callable[[], float]) -> None:
        super().__init__(out, sweep)
        self._clock = clock
        self.writing = 0.0
        self.kept: list[tuple[float, int]] = []

    def keep(self, part: Part, *values: Any) -> None:  # noqa: ANN401 (whatever is kept)
        """Write a part."""
        start = time.perf_counter()
        super().keep(part, *values)
        self.writing += time.perf_counter() - start
        self.kept.append((self._clock(), part.rows))


def measured(futures: int, workers: int, form: str) -> dict[str, float]:
    """Run a sweep into a folder that is thrown away; the form is an option or empty."""
    experiment = read_experiment(EXPERIMENT)
    sweep = laid_out(
        experiment.altered(
            replicates=max(futures // POINTS, 1),
            single=form == "--single",
            fast=form == "--fast",
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        clock = time.process_time if workers == 1 else time.perf_counter
        store = Timed(Path(folder), sweep, clock)
        store.begin()
        start, before = time.perf_counter(), cpu()
        if run_parts(store, pending(store), workers=workers):
            raise RuntimeError(f"parts failed: {store.failures()}")
        seconds, spent = time.perf_counter() - start, cpu() - before
        if pending(store):
            raise RuntimeError("parts are missing")
    early, late = marginal(store.kept)
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    processes = workers if workers > 1 else 0
    return {
        "futures": sweep.futures,
        "months": experiment.months,
        "seconds": seconds,
        "cpu": spent,
        "early": early,
        "late": late,
        "writing": store.writing,
        "bytes": own_peak() + processes * worker * unit,
    }


def marginal(kept: list[tuple[float, int]]) -> tuple[float, float]:
    """Return seconds of a further future, in the first third and after it.

    Parameters
    ----------
    kept : list of (float, int)
        When each part was kept, in order, and how many futures it has.

    Returns
    -------
    early, late : float
        NaN for both where there are too few parts to tell.
    """
    done, before = 0, 0  # futures, and parts, of the early stretch
    total = sum(rows for _, rows in kept)
    while before < len(kept) and done < min(total / 3, EARLY):
        done += kept[before][1]
        before += 1
    if not 1 < before < len(kept):
        return float("nan"), float("nan")
    return _slope(kept[:before]), _slope(kept[before - 1 :])


def _slope(kept: list[tuple[float, int]]) -> float:
    futures = sum(rows for _, rows in kept[1:])
    return (kept[-1][0] - kept[0][0]) / futures


def cpu() -> float:
    """Return the seconds of processors used so far, by processes that ended as well."""
    used = [
        resource.getrusage(who)
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return sum(one.ru_utime + one.ru_stime for one in used)


def own_peak() -> int:
    """Return the largest resident size of this process, in bytes.

    Linux hands the figure of whoever started a process on to it, so that a caller
    who is large would count as ours; /proc keeps what is this process's own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Run, measure, write."""
    futures, workers = (int(one) for one in sys.argv[1:3])
    found = measured(futures, workers, "".join(sys.argv[3:4]))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
