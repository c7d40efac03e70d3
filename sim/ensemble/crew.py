"""Worker processes: started once, fed in order, stopped at a word.

Processes are spawned, never forked, on every system: a fork would copy whatever
threads and locks the caller holds, and Windows has none. The word to stop and the
count of work done travel through two numbers in shared memory, without locks: a
worker that is killed while it holds a lock would leave everybody else waiting.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

__all__ = ["Crew", "Stopped", "WorkerError", "hire", "in_order", "pulse"]

Job = TypeVar("Job")
Result = TypeVar("Result")

POLL = 0.1
"""Seconds between two looks at the workers; an interrupt waits no longer."""


class WorkerError(RuntimeError):
    """A worker process died; nothing is wrong with what it was given, maybe."""


class Stopped(Exception):  # noqa: N818 (it is no error)
    """Raised inside a worker that was told to stop."""


class Number(Protocol):
    """A number in shared memory."""

    value: int


class Crew:
    """Worker processes and the two numbers that they share with their caller.

    Attributes
    ----------
    executor : Executor
        To submit work to.
    """

    def __init__(self, executor: Executor, done: Number | None = None) -> None:
        self.executor, self._done = executor, done

    @property
    def done(self) -> int:
        """Work done so far as the workers count it; roughly, as nothing is locked."""
        return 0 if self._done is None else int(self._done.value)


@contextmanager
def hire(workers: int) -> Iterator[Crew]:
    """Start worker processes; stop them when the block ends, however it ends.

    Parameters
    ----------
    workers : int
        How many.
    """
    context = multiprocessing.get_context("spawn")
    stop, done = context.RawValue("b", 0), context.RawValue("q", 0)
    pool = ProcessPoolExecutor(
        workers, mp_context=context, initializer=_enlist, initargs=(stop, done)
    )
    try:
        yield Crew(pool, done)
    finally:
        # On the way out of an error or an interrupt work is still going on: a
        # worker hears of it within a month of its run.
        stop.value = 1
        pool.shutdown(cancel_futures=True)


def in_order(
    crew: Crew,
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    most: int,
    tick: Callable[[], None],
) -> Iterator[Result]:
    """Yield the result of every job, in order, with few jobs under way at a time.

    Parameters
    ----------
    crew : Crew
        Who does it.
    work : callable
        Takes a job; must be found by name in an importable module.
    jobs : iterable
        What to do.
    most : int
        How many jobs may be under way, finished ones included.
    tick : callable
        Called several times a second while waiting.

    Raises
    ------
    WorkerError
        If a worker process died. What a job raises is raised as it is.
    """
    under_way: deque[Future[Result]] = deque()
    try:
        for job in jobs:
            if len(under_way) == most:
                yield _result(under_way.popleft(), tick)
            under_way.append(crew.executor.submit(work, job))
        while under_way:
            yield _result(under_way.popleft(), tick)
    except BrokenExecutor:
        raise WorkerError(
            "a worker process died before its work was done: it ran out of memory, "
            "was killed, or the script that started it does so outside of "
            "`if __name__ == '__main__':`; workers=1 needs no other process"
        ) from None
    finally:
        for future in under_way:
            future.cancel()


def _result(future: Future[Result], tick: Callable[[], None]) -> Result:
    while not wait([future], timeout=POLL).done:
        tick()
    return future.result()


def _uncounted(work: int) -> None:
    """Count nothing: this process is nobody's worker."""


_pulse: Callable[[int], None] = _uncounted


def pulse(work: int) -> None:
    """Count some work as done; inside a worker that was told to stop, stop.

    Raises
    ------
    Stopped
        If the caller wants no more of this.
    """
    _pulse(work)


def _enlist(stop: Number, done: Number) -> None:
    """Prepare a new worker process."""
    global _pulse  # noqa: PLW0603 (a worker process has one caller)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller hears it and says stop
    threading.Thread(target=_follow, daemon=True).start()

    def counted(work: int) -> None:
        if stop.value:
            raise Stopped
        done.value += work

    _pulse = counted


def _follow() -> None:
    """End this worker when its caller is gone, however it went (even by SIGKILL)."""
    caller = multiprocessing.parent_process()
    if caller is not None:
        multiprocessing.connection.wait([caller.sentinel])
        os._exit(1)
