"""Run many ten-year futures on two workers and say how much memory that took.

Usage: ``python benchmarks/memory.py ROWS``. Writes the largest resident size of
this process plus twice that of the largest worker, in bytes: an upper bound, as
they need not peak together.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sim.ensemble import run
from sim.scenario import load_scenario

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sim.history import History

WORKERS = 2


def highest_threat(history: History) -> NDArray[np.float32]:
    """Return the highest threat that the ROK felt in each row."""
    highest: NDArray[np.float32] = history.series("threat", "ROK").max(axis=0)
    return highest


def main() -> None:
    """Run, check, measure."""
    rows = int(sys.argv[1])
    scenario = load_scenario("baseline").model_copy(update={"end": "2031-12"})
    history = run(scenario, runs=rows, workers=WORKERS, outcomes=[highest_threat])
    if (history.months, history.outcomes["highest_threat"].size) != (120, rows):
        raise RuntimeError("these are not the futures that were asked for")
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    sys.stdout.write(str(own_peak() + WORKERS * worker * unit))


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


if __name__ == "__main__":
    main()
