"""What a sweep costs, said before it is run: time, memory, disk."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.sweeps.parts import Part, Sweep

__all__ = ["bytes_words", "check_room", "disk", "memory", "seconds", "time_words"]

_TRIAL, _TRIAL_MONTHS = 512, 18
"""Futures of the trial at most, and its months; it is made with an eighth as well."""
_BESIDE = 240 * 2**20
"""Bytes of a process without any future; measured and rounded up, like the others."""
_OF_RULES = 20_000
"""Bytes of what the rules make of one future, besides its series: 12 kB measured, and
room for assumptions that differ by future."""
_FILE = 8_000
"""Bytes of a file of Parquet, and of a line on it, besides its numbers."""


def memory(sweep: Sweep, workers: int) -> float:
    """Return about how many bytes so many processes take, with whoever feeds them."""
    rows, series = _chunk(sweep)
    each = _BESIDE + rows * _OF_RULES + series
    return each if workers == 1 else _BESIDE + workers * each


def disk(sweep: Sweep, futures: int) -> int:
    """Return how many bytes so many futures take at most; many compress to far less."""
    columns = len(sweep.experiment.outcomes)
    points = 8 * len(sweep.design.points) * len(sweep.design.factors)
    return futures * (8 * columns + 20) + points + _FILE * len(sweep.parts)


def check_room(sweep: Sweep, todo: Sequence[Part], out: Path) -> None:
    """Refuse a sweep for which the disk has not the room.

    Raises
    ------
    InputError
        With what it needs and what there is.
    """
    folder = out
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    needed = disk(sweep, sum(part.rows for part in todo))
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return  # a disk that does not say; writing will
    if needed > free:
        raise InputError(
            f"the sweep needs {bytes_words(needed)} and {folder} has"
            f" {bytes_words(free)} free; give another --out, or fewer --replicates"
        )


def seconds(sweep: Sweep, todo: Sequence[Part], workers: int) -> float:
    """Return about how long it takes, from a trial of few futures and one of more.

    A chunk costs something whatever its size, and then something for each future, and
    the same in every month.

    Parameters
    ----------
    sweep : Sweep
        Whose parts.
    todo : sequence of Part
        What is to be run.
    workers : int
        How many share the work, each as fast as this process.
    """
    import sim.model  # noqa: F401 (what is imported once is not to be counted)
    from analysis.sweeps.running import trial
    from sim.ensemble.chunks import SMALLEST_SHARE

    futures = sum(one.rows for one in todo)
    rows = min(_TRIAL, futures // 4)
    part = max(todo, key=lambda one: one.rows)
    few = max(rows // 8, 1)
    months = min(_TRIAL_MONTHS, sweep.experiment.months)
    took = []
    for many in (few, few, rows):  # the first is not counted: it warms up
        started = time.perf_counter()
        trial(sweep, part, many, months)
        took.append(time.perf_counter() - started)
    several = min(rows, part.rows)
    each = max(took[2] - took[1], 0.0) / max(several - few, 1)
    call = max(took[1] - few * each, 0.0)
    together = min(_chunk(sweep)[0], max(-(-futures // workers), SMALLEST_SHARE))
    calls = sum(-(-one.rows // together) for one in todo)
    whole = sweep.experiment.months / months
    return whole * (calls * call + futures * each) / min(workers, calls)


def time_words(many: float, lang: str) -> str:
    """Return seconds in words, in a unit in which they are at least two."""
    words = TEXT[lang]
    for unit, size in (("hours", 3600.0), ("minutes", 60.0)):
        if many >= 2.0 * size:
            return words[unit].format(n=f"{many / size:.0f}")
    return words["seconds"].format(n=f"{max(many, 1.0):.0f}")


def bytes_words(many: float) -> str:
    """Return bytes in words."""
    for unit, size in (("GB", 1e9), ("MB", 1e6)):
        if many >= size:
            return f"{many / size:,.1f} {unit}"
    return f"{many / 1e3:,.0f} kB"


def _chunk(sweep: Sweep) -> tuple[int, int]:
    """Return how many futures are run together, and bytes of their series at most."""
    from sim.ensemble.chunks import CHUNK_BYTES
    from sim.ensemble.running import CHUNK
    from sim.state import SERIES

    rows = min(CHUNK, max(part.rows for part in sweep.parts))
    every = 4 * len(SERIES) * (sweep.experiment.months + 1)  # outcomes may read all
    return rows, min(CHUNK_BYTES, rows * every)
