"""Running a sweep: part after part, each kept as soon as it is whole.

There is one way, whoever does the work: parts are cut into jobs, jobs go to an
executor (this process, worker processes, a cluster), and what comes back is written
here. Workers send numbers and write nothing, so they need no disk in common with
whoever asks.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    wait,
)
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.origin import computing
from analysis.sweeps.jobs import Job, JobError, OtherCodeError, job_done
from analysis.sweeps.parts import ROWS
from analysis.sweeps.store import tidied
from analysis.sweeps.team import DROPPED, hired
from sim.ensemble import crew
from sim.ensemble.chunks import SMALLEST_SHARE, Task, cut
from sim.ensemble.running import Meter, run_rows
from sim.errors import InputError
from sim.scenario.months import month_label, month_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from numpy.typing import NDArray

    from analysis.sweeps.parts import Part, Sweep
    from analysis.sweeps.store import Store
    from analysis.sweeps.team import Team
    from sim.history import History

__all__ = ["pending", "run_parts", "trial"]


_HOPELESS = (BrokenExecutor, CancelledError, ImportError, OtherCodeError)
"""What a job ends with that says nothing of its part: nobody is there to do it."""


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
    team: Team | None = None,
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
        Processes to share the work; 1 starts none.
    team : Team, optional
        Who does the work in place of processes of this machine.
    progress : callable, optional
        Called with the run-months done and their total.

    Returns
    -------
    list of Part
        Those that failed; the store has their causes.

    Raises
    ------
    InputError
        If a worker would give other bits than those promised.
    WorkerError
        If the executor dropped the work, as when a cluster is shut down.
    OSError
        If a part cannot be written, as on a full disk: the parts before it are kept.

    Notes
    -----
    A dead process ends its pool, and with it all that was under way. Each of those
    parts is then run by itself, so that one that kills its worker is noted and stops
    nobody. A cluster does so by itself, job by job.
    """
    meter = Meter(progress, sum(p.rows for p in parts) * store.sweep.experiment.months)
    rounds, failed = deque([list(parts)]), []
    while rounds:
        one = _Round(store, rounds.popleft(), meter)
        with hired(workers, meter.add) if team is None else nullcontext(team) as who:
            try:
                one.run(who)
            except BrokenExecutor:
                alone = [[part] for part in one.begun]
                if len(alone) == 1 and not one.waiting:
                    one.fail(alone[0][0], "its worker process died")
                else:
                    rounds.extend(
                        [*alone, *([list(one.waiting)] if one.waiting else [])]
                    )
            except _HOPELESS as error:
                raise _said(error) from None
        failed += one.failed
    tidied(store.folder)
    return failed


class _Round:
    """Parts that are run by one team, until all are done or it breaks down.

    Attributes
    ----------
    waiting : deque of Part
        Those not begun.
    begun : dict of Part to list
        Those under way: the values of each of its jobs, None as long as there are none.
    failed : list of Part
        Those that failed.
    """

    def __init__(self, store: Store, parts: Sequence[Part], meter: Meter) -> None:
        self.waiting = deque(parts)
        self.failed: list[Part] = []
        self.begun: dict[Part, list[Any]] = {}
        self._store, self._meter = store, meter
        self._rows = sum(part.rows for part in parts)
        self._task = Task(rules={}, outcomes=store.sweep.measures())
        self._computing = computing()

    def run(self, team: Team) -> None:
        """Run them; jobs end in any order, and a part is kept once it is whole."""
        under_way: dict[Future[Any], tuple[Part, int, int]] = {}
        jobs = self._jobs(team)
        try:
            while True:
                free = max(team.places(), 1) * team.ahead - len(under_way)
                for part, place, job in islice(jobs, max(free, 0)):
                    future = team.executor.submit(job_done, job, team.pulse)
                    under_way[future] = part, place, job.chunk.work
                if not under_way:
                    return
                ended = wait(under_way, crew.POLL, return_when=FIRST_COMPLETED).done
                self._meter.show(team.counted())
                for future in ended:
                    part, place, work = under_way.pop(future)
                    self._take(part, place, future)
                    self._meter.finish(work)
        finally:
            for future in under_way:
                future.cancel()

    def fail(self, part: Part, cause: str) -> None:
        """Note why a part could not be run."""
        self._store.fail(part, cause)
        self.failed.append(part)
        del self.begun[part]

    def _jobs(self, team: Team) -> Iterator[tuple[Part, int, Job]]:
        """Yield what there is to do, laid out only when somebody is free for it."""
        while self.waiting:
            share = -(-self._rows // max(team.places(), 1))
            most = max(SMALLEST_SHARE, min(share, ROWS))
            part = self.waiting.popleft()
            chunks = cut([self._store.sweep.rows(part)], [0], self._task, most, 1)
            self.begun[part] = [None] * len(chunks)
            for place, chunk in enumerate(chunks):
                yield part, place, Job(chunk=chunk, computing=self._computing)

    def _take(self, part: Part, place: int, future: Future[Any]) -> None:
        """Enter what came of a job; keep its part if nothing else is lacking."""
        if part not in self.begun:
            return  # another job of it has failed
        values = self.begun[part]
        try:
            values[place] = future.result()
        except _HOPELESS:
            raise
        except JobError as error:
            self.fail(part, str(error))
            return
        except Exception as error:  # of the executor, as where workers died of it
            self.fail(part, f"{type(error).__name__}: {error}")
            return
        if all(one is not None for one in values):
            names = values[0]
            whole = {name: np.concatenate([v[name] for v in values]) for name in names}
            self._store.keep(part, whole)
            del self.begun[part]


def _said(error: BaseException) -> Exception:
    """Return what to tell a reader when nobody is there to do the work."""
    if isinstance(error, OtherCodeError):
        return InputError(
            f"a worker has {error}: its numbers could differ in their last digits; give"
            " every worker the same installation"
        )
    if isinstance(error, ImportError):
        return InputError(
            f"a worker cannot load the model ({error}); give every worker the same"
            " installation"
        )
    return crew.WorkerError(DROPPED)


def trial(sweep: Sweep, part: Part, rows: int, months: int) -> None:
    """Run the first futures of a part for some months, to see what that costs.

    Parameters
    ----------
    sweep : Sweep
        Whose part.
    part : Part
        Of which the first futures are run, in this process.
    rows, months : int
        How many of them, and for how long; what takes time is the same in each month.
    """
    few = sweep.rows(part).part(0, min(rows, part.rows))
    last = month_number(few.scenario.start) + months - 1
    # Unchecked, as in an experiment: what happens after the end is simply not run.
    short = few.scenario.model_copy(update={"end": month_label(last)})
    run_rows([replace(few, scenario=short)], outcomes={"luck": _luck}, keep=0)


def _luck(history: History) -> NDArray[np.int64]:
    return history.luck_ids
