"""The desk: students' questions, taken together, run as one ensemble, and remembered.

Thirty students who move the same sliders ask thirty questions that differ in numbers
alone. They are rows of one ensemble: no row looks at another, so each gets the answer
that it would have got by itself, bit for bit, and all of them get it sooner.
"""

from __future__ import annotations

import asyncio
import importlib.util
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from analysis.bands import QUANTILES
from analysis.catalogue import OUTCOMES
from analysis.classroom.settings import ROWS, SEED, Setting
from sim.ensemble import run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sim.history import History

__all__ = ["Answer", "BusyError", "Desk", "Question", "answers"]

MOST_TOGETHER = 16
"""Questions of one ensemble: more would make the first wait for the last."""

MOST_WAITING = 400
"""Questions that may wait; one more is refused."""

REMEMBERED = 1_000
"""Answers that are kept; an answer of three series takes some twenty kilobytes."""

GATHERED = 0.02
"""Seconds that a first question waits for company."""


class BusyError(RuntimeError):
    """More is asked than can be answered soon."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of the model.

    Attributes
    ----------
    setting : Setting
        Under which assumptions.
    series, outcomes : tuple of str
        What is wanted: keys of series, names of outcomes.
    """

    setting: Setting
    series: tuple[str, ...]
    outcomes: tuple[str, ...]

    @cached_property
    def alike(self) -> tuple[object, ...]:
        """What questions have in common that one ensemble can answer."""
        # Kept: it is asked of all that wait, again and again, and a setting that is
        # made anew is checked anew, which reads its scenario.
        names = tuple(self.setting.moved)
        return replace(self.setting, moved={}), names, self.series, self.outcomes


@dataclass(frozen=True, eq=False, kw_only=True)
class Answer:
    """What the runs of a setting say.

    Attributes
    ----------
    setting : Setting
        Whose runs they are.
    labels : tuple of str
        ``YYYY-MM``: the month before the first, then every month.
    bands : mapping of key to ndarray, shape (5, months + 1)
        Of each series the quantiles over runs of :data:`analysis.bands.QUANTILES`.
    means : mapping of key to ndarray, shape (months + 1,)
        And the mean, which for a series of 0 and 1 is a share of runs.
    outcomes : mapping of name to ndarray, shape (ROWS,)
        Each outcome of every run. Run ``k`` has the same luck in every answer.
    """

    setting: Setting
    labels: tuple[str, ...]
    bands: Mapping[str, NDArray[np.float64]]
    means: Mapping[str, NDArray[np.float64]]
    outcomes: Mapping[str, NDArray[np.float64]]


def answers(questions: Sequence[Question], *, fast: bool | None = None) -> list[Answer]:
    """Answer questions that are alike with one ensemble.

    Parameters
    ----------
    questions : sequence of Question
        Of the same scenario, with the same names moved, wanting the same.
    fast : bool, optional
        Whether months are run in compiled form; by default if that is installed.

    Returns
    -------
    list of Answer
        One per question, each as if it had been asked alone.

    Raises
    ------
    ValueError
        If the questions are not alike.
    """
    first = questions[0]
    if any(one.alike != first.alike for one in questions):
        raise ValueError("only questions that are alike are answered together")
    count = len(questions)
    moved = {
        name: np.repeat([one.setting.moved[name] for one in questions], ROWS)
        for name in first.setting.moved
    }
    history = run(
        first.setting.base(),
        luck_ids=np.tile(np.arange(ROWS), count),
        seed=SEED,
        parameters=moved,
        outcomes={name: OUTCOMES[name] for name in first.outcomes},
        series=first.series,
        keep=None,
        fast=has_compiler() if fast is None else fast,
    )
    return [
        _answer(question, history, slice(place * ROWS, (place + 1) * ROWS))
        for place, question in enumerate(questions)
    ]


def has_compiler() -> bool:
    """Return whether months can be run in compiled form."""
    return importlib.util.find_spec("llvmlite") is not None


def _answer(question: Question, history: History, rows: slice) -> Answer:
    series = {key: history.series(key)[:, rows] for key in question.series}
    shares = list(QUANTILES.values())
    return Answer(
        setting=question.setting,
        labels=history.labels,
        bands={
            key: np.quantile(one.astype(np.float64), shares, axis=-1)
            for key, one in series.items()
        },
        means={key: one.mean(axis=-1, dtype=np.float64) for key, one in series.items()},
        outcomes={
            name: np.array(history.outcomes[name][rows]) for name in question.outcomes
        },
    )


class Desk:
    """Where questions are handed in: one at a time, from as many as there are.

    Questions that come while others are being answered wait; those that are alike are
    answered together, the longest waiting first. What was answered is remembered.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[Question, Answer] = OrderedDict()
        self._waiting: OrderedDict[Question, asyncio.Future[Answer]] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._at_work: asyncio.Task[None] | None = None

    async def ask(self, question: Question) -> Answer:
        """Return the answer to a question.

        Raises
        ------
        BusyError
            If too many questions wait already.
        """
        if question in self._known:
            self._known.move_to_end(question)
            return self._known[question]
        if question not in self._waiting:
            if len(self._waiting) >= MOST_WAITING:
                raise BusyError(f"{MOST_WAITING} questions are waiting already")
            loop = asyncio.get_running_loop()
            self._waiting[question] = loop.create_future()
        if self._at_work is None or self._at_work.done():
            self._at_work = asyncio.create_task(self._work())
        # One who goes away must not take the answer from others who asked the same.
        return await asyncio.shield(self._waiting[question])

    def close(self) -> None:
        """Take no more questions."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _work(self) -> None:
        await asyncio.sleep(GATHERED)
        loop = asyncio.get_running_loop()
        while self._waiting:
            together = self._next()
            try:
                found = await loop.run_in_executor(self._thread, answers, together)
            except Exception as error:  # each of those who asked is told
                for question in together:
                    self._hand_out(question, error)
                continue
            for question, answer in zip(together, found, strict=True):
                self._remember(question, answer)
                self._hand_out(question, answer)

    def _next(self) -> list[Question]:
        """Return the question that waits longest, and those that are like it."""
        first = next(iter(self._waiting))
        alike = [one for one in self._waiting if one.alike == first.alike]
        return alike[:MOST_TOGETHER]

    def _hand_out(self, question: Question, found: Answer | Exception) -> None:
        future = self._waiting.pop(question)
        if future.done():
            return
        if isinstance(found, Answer):
            future.set_result(found)
        else:
            future.set_exception(found)

    def _remember(self, question: Question, answer: Answer) -> None:
        self._known[question] = answer
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
