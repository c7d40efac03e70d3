"""Many rows of scenarios, in chunks, on any number of workers.

Row by row the result is the same bit for bit whatever the chunks, the workers and
the company: a row's luck depends on its ``luck_id`` only, and no rule looks at
another row. Memory is bounded whatever the number of rows: outcomes are computed
inside the chunk, and series are kept of the first rows only.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from sim.ensemble import crew
from sim.ensemble.chunks import Book, Chunk, Rows, Task, cut, release, run_chunk, work
from sim.errors import InputError, nearest
from sim.luck import checked_ids
from sim.state import SERIES

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from numpy.typing import ArrayLike, NDArray

    from sim.history import History, Outcome
    from sim.past import Past
    from sim.scenario import Scenario

__all__ = ["CHUNK", "KEEP", "Meter", "Rows", "release", "run", "run_rows"]

CHUNK = 8_192
"""Rows of a chunk: fewer pay more for calls, many more fall out of the cache."""

KEEP = 1_000
"""Rows whose series are kept when outcomes are asked for, unless told otherwise."""

Progress = Callable[[int, int], None]
"""Told how many run-months are done, and how many there are."""


def run(
    scenario: Scenario | str,
    *,
    runs: int | None = None,
    seed: int = 0,
    workers: int = 1,
    parameters: Mapping[str, Any] | None = None,
    luck_ids: ArrayLike | None = None,
    past: Past | None = None,
    rules: Mapping[str, Callable[..., Any]] | None = None,
    outcomes: Mapping[str, Outcome] | Sequence[Outcome] | None = None,
    keep: int | Literal["auto"] | None = "auto",
    series: Sequence[str] | None = None,
    progress: Progress | None = None,
    chunk: int = CHUNK,
    executor: Executor | None = None,
    dtype: str | None = None,
    fast: bool = False,
) -> History:
    """Run the futures of a scenario.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    runs : int, optional
        How many futures, with luck 0, 1, 2, ...; one by default.
    seed : int
        Of the luck; 0 is a seed. A past has its own.
    workers : int
        Processes to share the work; 1 starts none. A script that starts some must
        do so under ``if __name__ == "__main__":``.
    parameters : mapping of name to float or array_like of shape (rows,), optional
        What differs from the scenario, the same in every row or one value per row.
    luck_ids : array_like of int, shape (rows,), optional
        In place of `runs`: the luck of each row, in any order, repeated or not.
    past : Past, optional
        Where to go on, in place of the scenario's beginning; `runs` then counts the
        futures of each of its rows, and the history begins with its month. See
        :meth:`sim.past.Past.futures` for their luck.
    rules : mapping of name to callable, optional
        The user's own rules in place of the model's; importable ones if there are
        several workers.
    outcomes : mapping of name to callable, or sequence of callables, optional
        Functions of a History that return one value per row, each treating every
        row by itself; computed for all rows. Importable ones, likewise. Each is first
        tried on a future in which nothing happens, to see which series it reads.
    keep : int, None or 'auto'
        Of how many rows, from the first, to keep the series: None for all. By
        default all if there are no outcomes, else the first 1,000.
    series : sequence of str, optional
        Which series are kept, by their dotted keys; every one by default.
    progress : callable, optional
        Called with the run-months done and their total, now and then.
    chunk : int
        Most rows to run at once in one process.
    executor : Executor, optional
        Any executor of :mod:`concurrent.futures` to use in place of new processes;
        `workers` then says how many workers it has.
    dtype : {'float64', 'float32'}, optional
        In which numbers the months are computed. float32 is faster, and draws the same
        luck: outcomes differ by far less than their Monte Carlo error, but they
        do differ.
    fast : bool
        Whether to run months in compiled form, which takes a second or two to make and
        then is several times as fast; needs the extra ``fast``. The last digits differ
        from those of the plain form, and are as reproducible.

    Returns
    -------
    History
        Series of the kept rows, outcomes and parameters of all.

    Raises
    ------
    InputError
        If an argument is wrong. Errors of rules and outcomes come as they are.
    WorkerError
        If a worker process died.
    """
    if isinstance(scenario, str):
        from sim.scenario import load_scenario

        scenario = load_scenario(scenario)
    if past is not None:
        past.check(scenario, rules)
        if seed not in (0, past.seed):
            raise InputError(
                f"seed is {seed}; a past goes on with its own, {past.seed}"
            )
        past, own = past.futures(1 if runs is None else _count("runs", runs, 1))
        runs, seed, luck_ids = None, past.seed, own if luck_ids is None else luck_ids
    rows = Rows(
        scenario=scenario,
        luck_ids=_ids(runs, luck_ids),
        parameters=parameters or {},
        seed=seed,
        past=past,
        dtype=dtype,
        fast=fast,
    )
    return run_rows(
        [rows],
        workers=workers,
        rules=rules,
        outcomes=outcomes,
        keep=keep,
        series=series,
        progress=progress,
        chunk=chunk,
        executor=executor,
    )[0]


def run_rows(
    cases: Sequence[Rows],
    *,
    workers: int = 1,
    rules: Mapping[str, Callable[..., Any]] | None = None,
    outcomes: Mapping[str, Outcome] | Sequence[Outcome] | None = None,
    keep: int | Literal["auto"] | None = "auto",
    series: Sequence[str] | None = None,
    progress: Progress | None = None,
    chunk: int = CHUNK,
    executor: Executor | None = None,
) -> list[History]:
    """Run several sets of rows at once, such as the scenarios of a comparison.

    Parameters
    ----------
    cases : sequence of Rows
        What to run; the workers share the chunks of all of them.
    workers, rules, outcomes, keep, series, progress, chunk, executor
        See :func:`run`; `keep` counts in every case.

    Returns
    -------
    list of History
        One per case, in the same order.

    Raises
    ------
    InputError, WorkerError
        See :func:`run`.
    """
    workers, chunk = _count("workers", workers, 1), _count("chunk", chunk, 1)
    task = Task(
        rules=dict(rules or {}), outcomes=_named(outcomes), series=_series(series)
    )
    keeps = [_kept(keep, rows.count, bool(task.outcomes)) for rows in cases]
    chunks = cut(cases, keeps, task, chunk, workers)
    meter = Meter(progress, sum(one.work for one in chunks))
    books = [Book(one) for one in keeps]
    parts = _parts(chunks, workers, executor, meter)
    for one, part in zip(chunks, parts, strict=True):
        books[one.case].enter(part)
    return [book.history() for book in books]


def _parts(
    chunks: Sequence[Chunk],
    workers: int,
    executor: Executor | None,
    meter: Meter,
) -> Iterator[History]:
    """Yield the history of every chunk, in order, as it gets done."""
    if executor is None and (workers == 1 or len(chunks) == 1):
        for chunk in chunks:
            yield run_chunk(chunk, meter.add)
        return
    if executor is None:
        _check_travels(chunks[0].task)
    hired = crew.hire(min(workers, len(chunks)))
    with hired if executor is None else nullcontext(crew.Crew(executor)) as team:
        done = crew.in_order(
            team, work, chunks, workers + 2, lambda: meter.show(team.done)
        )
        for chunk, part in zip(chunks, done, strict=True):
            meter.finish(chunk.work)
            yield part


class Meter:
    """Tells the caller how far the work is; what it shows never falls.

    Parameters
    ----------
    progress : callable or None
        Told the run-months done and their total.
    total : int
        How many there are.
    """

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total = progress, total
        self._shown = self._finished = 0

    def add(self, work: int) -> None:
        """Count work of this process."""
        self.show(self._shown + work)

    def finish(self, work: int) -> None:
        """Count a chunk that a worker has handed in."""
        self._finished += work
        self.show(self._finished)

    def show(self, done: int) -> None:
        """Show how much is done, whoever counted it."""
        self._shown = min(max(done, self._shown), self._total)
        if self._progress is not None:
            self._progress(self._shown, self._total)


def _kept(keep: int | Literal["auto"] | None, rows: int, outcomes: bool) -> int:
    """Return of how many rows the series are kept."""
    if keep is None or (keep == "auto" and not outcomes):
        return rows
    if keep == "auto":
        return min(KEEP, rows)
    kept = min(_count("keep", keep, 0), rows)
    if kept < rows and not outcomes:
        raise InputError(
            f"keep={keep} with no outcomes would leave nothing of the other "
            f"{rows - kept} rows; ask for outcomes, or run fewer"
        )
    return kept


def _series(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return the keys of the series to keep, each once, in the order of the fields."""
    if given is None:
        return tuple(SERIES)
    if not given:
        raise InputError("series is empty; name one at least, or keep none with keep=0")
    for key in given:
        if key not in SERIES:
            raise InputError(f"no series {key!r}; {nearest(key, SERIES)}")
    return tuple(key for key in SERIES if key in given)


def _ids(runs: int | None, luck_ids: ArrayLike | None) -> NDArray[np.int64]:
    if luck_ids is None:
        return np.arange(1 if runs is None else _count("runs", runs, 1))
    ids = checked_ids(luck_ids)
    if runs is not None and runs != ids.size:
        raise InputError(
            f"runs is {runs} and luck_ids has {ids.size} rows; give one of the two"
        )
    return ids


def _count(name: str, given: object, least: int) -> int:
    """Return a whole number, or raise InputError if it is none or too small."""
    if isinstance(given, bool) or not isinstance(given, (int, np.integer)):
        raise InputError(f"{name} is {given!r}; it must be a whole number")
    if given < least:
        raise InputError(f"{name} is {given}; it must be {least} or more")
    return int(given)


def _named(
    outcomes: Mapping[str, Outcome] | Sequence[Outcome] | None,
) -> dict[str, Outcome]:
    """Return outcomes by name; one given without takes that of its function."""
    if isinstance(outcomes, Mapping):
        return dict(outcomes)
    given = list(outcomes or ())
    named = {getattr(one, "__name__", repr(one)): one for one in given}
    if len(named) < len(given):
        raise InputError("two outcomes have the same name; pass a mapping of names")
    return named


def _check_travels(task: Task) -> None:
    """Refuse functions that cannot be sent to another process."""
    functions = {**task.rules, **task.outcomes}
    for name, function in functions.items():
        try:
            pickle.dumps(function)
        except (pickle.PicklingError, AttributeError, TypeError):
            raise InputError(
                f"{name!r} cannot be sent to another process: with several workers "
                "a rule or an outcome must be a function of an importable module, no "
                "lambda and none defined inside another; or use workers=1"
            ) from None
