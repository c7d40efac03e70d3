"""Rows of an ensemble, cut into chunks, each run by one model in one process."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ensemble import crew
from sim.ensemble.asked import NotRecordedError, asked_by, at_rest, read_off
from sim.errors import InputError
from sim.fused import require_llvm
from sim.history import History
from sim.luck import checked_ids, checked_seed
from sim.record import Series
from sim.scenario.months import month_label, month_number
from sim.state import SERIES, series

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from sim.history import Outcome
    from sim.model import StrategicModel
    from sim.past import Past
    from sim.scenario import Scenario

__all__ = ["Book", "Chunk", "Rows", "Task", "cut", "release", "run_chunk", "work"]

SMALLEST_SHARE = 256
"""Chunks are not made smaller than this only to give every worker one."""

CHUNK_BYTES = 192 * 2**20
"""A chunk whose series would take more than this is made smaller."""

KEPT_BYTES = 4 * 2**30
"""Series that would take more than this altogether are refused."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Rows:
    """Rows to run: a scenario, what differs from it, and everyone's luck.

    Attributes
    ----------
    scenario : Scenario
        What all of them share.
    luck_ids : array_like of int, shape (rows,)
        Each row's luck; see :class:`sim.luck.Luck`.
    parameters : mapping of name to float or array_like of shape (rows,)
        What differs from the scenario; mechanisms' strengths count as parameters.
    seed : int
        Of the luck.
    fast : bool
        Whether months are run in compiled form (:mod:`sim.fused`); the last digits
        then differ.
    past : Past, optional
        Where each row goes on, in place of the scenario's beginning.
    dtype : {'float64', 'float32'}, optional
        In which numbers the months are computed: float64 by default, or those of the
        past.
    """

    scenario: Scenario
    luck_ids: NDArray[np.int64]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    fast: bool = False
    past: Past | None = None
    dtype: str | None = None

    def __post_init__(self) -> None:
        if self.fast:  # what is not installed is better said before than after
            require_llvm()
        object.__setattr__(self, "luck_ids", checked_ids(self.luck_ids))
        object.__setattr__(self, "seed", checked_seed(self.seed))
        if self.dtype not in (None, "float64", "float32"):
            raise InputError(f"dtype is {self.dtype!r}; it must be float64 or float32")
        if self.past is not None:
            self.past.check(self.scenario, {})
            if self.past.rows != self.count:
                raise InputError(
                    f"the past has {self.past.rows} rows and luck_ids has {self.count}"
                )
        arrays = {name: np.asarray(value) for name, value in self.parameters.items()}
        for name, value in arrays.items():
            if value.shape not in ((), (self.count,)):
                raise InputError(
                    f"parameter {name!r} has shape {value.shape}; give one number, or "
                    f"one for each of the {self.count} rows"
                )
        given = {k: v if v.ndim else self.parameters[k] for k, v in arrays.items()}
        object.__setattr__(self, "parameters", given)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return int(self.luck_ids.size)

    def part(self, first: int, last: int) -> Rows:
        """Return the rows from `first` up to, not including, `last`."""
        return replace(
            self,
            luck_ids=self.luck_ids[first:last],
            parameters={
                name: value[first:last] if isinstance(value, np.ndarray) else value
                for name, value in self.parameters.items()
            },
            past=None
            if self.past is None
            else self.past.select(np.arange(first, last)),
        )

    @property
    def first(self) -> int:
        """How many months are done before the first that is run."""
        return 0 if self.past is None else self.past.month


@dataclass(frozen=True, kw_only=True)
class Task:
    """What is the same for every chunk; it travels to the workers.

    Attributes
    ----------
    rules : mapping of name to callable
        The user's own rules.
    outcomes : mapping of name to callable
        What is computed of every row.
    series : tuple of str
        Keys of the series that are kept, of as many rows as keep any.
    """

    rules: Mapping[str, Callable[..., Any]]
    outcomes: Mapping[str, Outcome]
    series: tuple[str, ...] = tuple(SERIES)


@dataclass(frozen=True, kw_only=True)
class Chunk:
    """Rows of one case that are run together.

    Attributes
    ----------
    case : int
        Which case they belong to.
    rows : Rows
        The rows.
    kept : int
        Of how many of them, from the first, the series are kept.
    months : int
        How many months they run.
    task : Task
        What else to do.
    """

    case: int
    rows: Rows
    kept: int
    months: int
    task: Task

    @property
    def work(self) -> int:
        """How many run-months that is."""
        return self.rows.count * self.months


def run_chunk(chunk: Chunk, pulse: Callable[[int], None]) -> History:
    """Run some rows from their first month to the last.

    Parameters
    ----------
    chunk : Chunk
        What to run.
    pulse : callable
        Told every month how many run-months have been done since it was last told.

    Returns
    -------
    History
        Outcomes and parameters of all its rows, series of those to keep.
    """
    return _run(chunk, pulse, None)


def _run(
    chunk: Chunk, pulse: Callable[[int], None], asked: Collection[str] | None
) -> History:
    """Run some rows; which series are asked for is found out where it is not said."""
    from sim.fused.engine import Engine

    rows, task = chunk.rows, chunk.task
    model = _model(chunk)
    try:
        bare = _without_series(chunk, model)
        if chunk.kept == rows.count and len(task.series) == len(SERIES):
            asked = task.series
        elif asked is None:
            still = at_rest(bare, series(model), chunk.months)
            asked = asked_by(task.outcomes.values(), still) if task.outcomes else ()
            asked = {*asked, *task.series} if chunk.kept == rows.count else asked
        kept = task.series if chunk.kept else ()
        read = partial(series, keys=dict.fromkeys([*kept, *asked]))
        recorder = Series(read, chunk.months, rows.first, asked=asked, kept=chunk.kept)
        pieces = _pieces(chunk, len(asked))
        if len(pieces) == 1:
            model.record_with(recorder)
            step = Engine(model).step if rows.fast else model.step
            while model.running:
                step()
                pulse(rows.count)
    finally:
        release(model)
    if len(pieces) > 1:
        book = Book(chunk.kept)
        for piece in pieces:
            book.enter(_run(piece, pulse, asked))
        return book.history()
    whole = replace(bare, records={key: recorder.records[key] for key in asked})
    try:
        outcomes = read_off(task.outcomes, whole, SERIES)
    except NotRecordedError:  # it is read in some futures only: once more, with all
        return _run(chunk, pulse, tuple(SERIES))
    records = {key: recorder.records[key] for key in kept}
    return replace(bare, records=_first(records, chunk.kept), outcomes=outcomes)


def _model(chunk: Chunk) -> StrategicModel:
    """Return a chunk's model, which writes nothing down so far."""
    from sim.model import StrategicModel

    rows = chunk.rows
    return StrategicModel(
        rows.scenario,
        rows=rows.count,
        seed=rows.seed,
        luck_ids=rows.luck_ids,
        past=rows.past,
        rules=chunk.task.rules,
        collect=False,
        dtype=rows.dtype,
        **rows.parameters,
    )


def _without_series(chunk: Chunk, model: StrategicModel) -> History:
    """Return what is known of a chunk's history before it has run."""
    rows = chunk.rows
    labels = tuple(model.plan.labels[rows.first :])
    return History(
        scenario=rows.scenario,
        seed=rows.seed,
        labels=(month_label(month_number(labels[0]) - 1), *labels),
        luck_ids=rows.luck_ids,
        records={},
        parameters=dict(model.parameters),
    )


def _pieces(chunk: Chunk, asked: int) -> list[Chunk]:
    """Cut a chunk so that no piece writes more series down than memory should hold.

    Parameters
    ----------
    chunk : Chunk
        What to cut.
    asked : int
        How many series are written down of every row.
    """
    others = max(len(chunk.task.series) - asked, 0)
    values = asked * chunk.rows.count + others * chunk.kept
    many = -(-4 * (chunk.months + 1) * values // CHUNK_BYTES)
    many = min(many, chunk.rows.count)
    if many == 1:
        return [chunk]
    edges = [chunk.rows.count * i // many for i in range(many + 1)]
    return [
        replace(
            chunk,
            rows=chunk.rows.part(first, last),
            kept=min(max(chunk.kept - first, 0), last - first),
        )
        for first, last in pairwise(edges)
    ]


def work(chunk: Chunk) -> History:
    """Run a chunk inside a worker process."""
    return run_chunk(chunk, crew.pulse)


def _first(
    records: Mapping[str, NDArray[np.float32]], kept: int
) -> dict[str, NDArray[np.float32]]:
    """Copy the first rows of every series, so that the others can be let go."""
    if kept == 0:
        return {}
    return {key: np.ascontiguousarray(one[:, :kept]) for key, one in records.items()}


class Book:
    """Puts the parts of a case together as they come in."""

    def __init__(self, keep: int) -> None:
        self._keep, self._filled = keep, 0
        self._records: dict[str, NDArray[np.float32]] = {}
        self._parts: list[History] = []

    def enter(self, part: History) -> None:
        """Add the next rows."""
        if part.records and not self._records:
            shape = (len(part.labels), self._keep)
            self._records = {key: np.empty(shape, np.float32) for key in part.records}
        until = self._filled + part.kept
        for key, record in part.records.items():
            self._records[key][:, self._filled : until] = record
        self._filled = until
        self._parts.append(replace(part, records={}))

    def history(self) -> History:
        """Return the whole."""
        return replace(History.concatenate(self._parts), records=self._records)


def cut(
    cases: Sequence[Rows], keeps: Sequence[int], task: Task, chunk: int, workers: int
) -> list[Chunk]:
    """Cut all cases into chunks of about equal size."""
    from sim.scenario.plan import Plan

    total = sum(rows.count for rows in cases)
    share = max(-(-total // workers), SMALLEST_SHARE)
    months = [Plan(rows.scenario).months - rows.first for rows in cases]
    row_bytes = [4 * len(task.series) * (many + 1) for many in months]
    kept_bytes = sum(k * one for k, one in zip(keeps, row_bytes, strict=True))
    if kept_bytes > KEPT_BYTES:
        raise InputError(
            f"the series of {sum(keeps)} rows would take {kept_bytes / 2**30:.1f} GiB; "
            "ask for outcomes, and keep fewer series (series=) or rows (keep=)"
        )
    chunks = []
    for case, rows in enumerate(cases):
        # Who keeps a few series and outcomes only needs no room for all series.
        fit = CHUNK_BYTES // row_bytes[case]
        most = max(1, min(chunk, share, fit if keeps[case] > fit else chunk))
        count = -(-rows.count // most)
        edges = [rows.count * i // count for i in range(count + 1)]
        chunks += [
            Chunk(
                case=case,
                rows=rows.part(first, last),
                kept=min(max(keeps[case] - first, 0), last - first),
                months=months[case],
                task=task,
            )
            for first, last in pairwise(edges)
        ]
    return chunks


def release(model: StrategicModel) -> None:
    """Let go of a model that has done its work; it cannot be used afterwards.

    Mesa 3.3 keeps every model ever made in a dict of the class ``mesa.Agent``, with
    all its arrays; later versions have no such dict. The model is emptied as well:
    it and its states refer to one another, and their arrays would wait for the
    garbage collector, several chunks of them.
    """
    import mesa

    registry = getattr(mesa.Agent, "_ids", None)
    if registry is not None:
        registry.pop(model, None)
    vars(model).clear()
