"""Running a sweep: part after part, each kept before the next ones are taken up."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.sweeps.parts import ROWS
from analysis.sweeps.store import tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

    from analysis.sweeps.parts import Part, Sweep
    from analysis.sweeps.store import Store
    from sim.history import History

__all__ = ["pending", "run_parts", "trial"]


def pending(store: Store, shard: tuple[int, int] = (1, 1)) -> list[Part]:
    """Return the parts of a share that are still to be run, in order.

    Parameters
    ----------
    store : Store
        Where parts that are done are found.
    shard : tuple of int
        Which share of how many: part k belongs to share ``k % shares + 1``.
    """
    mine, shares = shard
    own = store.sweep.parts[mine - 1 :: shares]
    return [part for part in own if not store.done(part)]


def run_parts(
    store: Store,
    parts: Sequence[Part],
    *,
    workers: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Part]:
    """Run parts and keep them; one that fails is noted, and the others go on.

    Parameters
    ----------
    store : Store
        Where they are kept; :meth:`Store.begin` was called.
    parts : sequence of Part
        What to run.
    workers : int
        Processes to share the work.
    executor : Executor, optional
        Any executor in place of new processes, with so many workers.
    progress : callable, optional
        Called with the run-months done and their total.

    Returns
    -------
    list of Part
        Those that failed; the store has their causes.

    Raises
    ------
    OSError
        If a part cannot be written, as on a full disk: the parts before it are kept.

    Notes
    -----
    Small parts are run side by side, up to one part's worth of futures, so that
    memory is bounded by a part. Where one of them fails, all are run again one by one.
    """
    from sim.ensemble.crew import WorkerError

    months = store.sweep.experiment.months
    total, done = sum(part.rows for part in parts) * months, 0
    queue, failed = deque(_together(parts)), []
    while queue:
        with _team(workers, executor) as team:
            alive = True
            while queue and alive:
                some = queue.popleft()

                def shown(now: int, _whole: int, before: int = done) -> None:
                    if progress is not None:
                        progress(before + now, total)

                try:
                    histories = _run(store.sweep, some, workers, team, shown)
                except Exception as error:
                    # Workers that died are replaced before the rest is run.
                    alive = not isinstance(error, WorkerError)
                    if len(some) > 1:
                        queue.extendleft([[part] for part in reversed(some)])
                        continue
                    store.fail(some[0], error)
                    failed += some
                else:
                    for part, history in zip(some, histories, strict=True):
                        store.keep(part, history)
                done += sum(part.rows for part in some) * months
    tidied(store.folder)
    return failed


def trial(sweep: Sweep, part: Part, rows: int) -> History:
    """Run the first futures of a part in this process, to see what they cost."""
    from sim.ensemble import run_rows

    few = sweep.rows(part).part(0, min(rows, part.rows))
    return run_rows([few], outcomes=sweep.measures(), keep=0)[0]


def _together(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield parts side by side, up to one part's worth of futures."""
    some: list[Part] = []
    for part in parts:
        if some and sum(one.rows for one in some) + part.rows > ROWS:
            yield some
            some = []
        some.append(part)
    if some:
        yield some


@contextmanager
def _team(workers: int, executor: Executor | None) -> Iterator[Executor | None]:
    """Give an executor for all parts, so that processes are started once."""
    if executor is not None or workers == 1:
        yield executor
        return
    from sim.ensemble.crew import hire

    with hire(workers) as crew:
        yield crew.executor


def _run(
    sweep: Sweep,
    parts: Sequence[Part],
    workers: int,
    executor: Executor | None,
    progress: Callable[[int, int], None],
) -> list[History]:
    from sim.ensemble import run_rows

    return run_rows(
        [sweep.rows(part) for part in parts],
        workers=workers,
        outcomes=sweep.measures(),
        keep=0,
        executor=executor,
        progress=progress,
    )
