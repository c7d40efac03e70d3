"""Who does the jobs of a sweep: this process, new processes, or a cluster."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sim.ensemble import crew

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["DROPPED", "Team", "hired"]

DROPPED = (
    "the cluster has dropped the work, as when its scheduler is stopped; the parts that"
    " are done are kept, and the same command goes on"
)
"""What is said when an executor no longer knows of what it was given."""


@dataclass(frozen=True, kw_only=True)
class Team:
    """Who does the work.

    Attributes
    ----------
    executor : Executor
        To submit jobs to.
    places : callable
        Returns how many jobs it can do at a time; of a cluster that may change, and be
        0 for a while.
    ahead : int
        Jobs under way for each place: one that is done, and one that waits for it.
    counted : callable
        Returns the run-months that it has counted; 0 if it counts none.
    pulse : callable
        Where the jobs count theirs.
    """

    executor: Executor
    places: Callable[[], int]
    ahead: int = 2
    counted: Callable[[], int] = int
    pulse: Callable[[int], None] | None = None


@contextmanager
def hired(workers: int, pulse: Callable[[int], None]) -> Iterator[Team]:
    """Give a team of this machine, until the block ends.

    Parameters
    ----------
    workers : int
        How many processes; 1 starts none.
    pulse : callable
        Told the run-months done where the work is done in this process.
    """
    if workers == 1:
        yield Team(executor=_Here(), places=lambda: 1, ahead=1, pulse=pulse)
        return
    with crew.hire(workers) as processes:
        yield Team(
            executor=processes.executor,
            places=lambda: workers,
            counted=lambda: processes.done,
        )


class _Here(Executor):
    """Does at once, in this process, what is submitted."""

    def submit(
        self,
        fn: Callable[..., Any],
        /,
        *args: object,
        **kwargs: object,
    ) -> Future[Any]:
        """Call a function; an interrupt is no result of it."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future
