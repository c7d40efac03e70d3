"""Questions answered together are answered as if alone, and soon."""

import asyncio
import time
from dataclasses import replace

import numpy as np
import pytest

from analysis.classroom import desk as desks
from analysis.classroom.desk import BusyError, Desk, Question, answers
from analysis.classroom.reading import read
from analysis.classroom.settings import ROWS, SEED, Setting
from sim.ensemble import run

SERIES, OUTCOMES = ("burden.ROK", "talking"), ("burden_rok", "launches")


def asked(misperception, offense=1.0, **changes):
    moved = {"misperception": misperception, "offense_balance": offense}
    setting = Setting(scenario="baseline", moved=moved, months=12)
    return Question(
        setting=replace(setting, **changes), series=SERIES, outcomes=OUTCOMES
    )


def assert_equal(one, other):
    assert one.labels == other.labels
    for key in SERIES:
        np.testing.assert_array_equal(one.bands[key], other.bands[key])
        np.testing.assert_array_equal(one.means[key], other.means[key])
    for name in OUTCOMES:
        np.testing.assert_array_equal(one.outcomes[name], other.outcomes[name])


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("uncertainty", ["central", "calibrated"])
def test_company_changes_no_answer(fast, uncertainty):
    questions = [asked(x, uncertainty=uncertainty) for x in (0.0, 0.3, 0.8)]
    together = answers(questions, fast=fast)
    for question, answer in zip(questions, together, strict=True):
        assert answer.setting == question.setting
        assert_equal(answer, answers([question], fast=fast)[0])


def test_an_answer_is_what_the_ensemble_says():
    question = asked(0.5)
    answer = answers([question], fast=False)[0]
    history = run(question.setting.whole(), runs=ROWS, seed=SEED)
    series = history.series("burden.ROK").astype(float)
    np.testing.assert_array_equal(answer.bands["burden.ROK"][2], np.median(series, 1))
    assert answer.outcomes["burden_rok"] == pytest.approx(series[-1])


def test_questions_that_are_not_alike_are_not_answered_together():
    with pytest.raises(ValueError, match="alike"):
        answers([asked(0.1), asked(0.1, months=6)])


def counted(monkeypatch):
    """Let the desk write down how many questions it answers at a time."""
    seen, real = [], desks.answers

    def watched(questions):
        seen.append(len(questions))
        return real(questions, fast=False)

    monkeypatch.setattr(desks, "answers", watched)
    return seen


def test_what_comes_together_is_run_together_and_never_twice(monkeypatch):
    seen = counted(monkeypatch)

    async def class_of_six():
        desk = Desk()
        first = await asyncio.gather(*(desk.ask(asked(x)) for x in (0.1, 0.2, 0.1)))
        again = await desk.ask(asked(0.2))
        other = await asyncio.gather(
            desk.ask(asked(0.1)), desk.ask(asked(0.1, months=6))
        )
        desk.close()
        return first, again, other

    first, again, other = asyncio.run(class_of_six())
    assert seen == [2, 1]
    assert first[0] is first[2] is other[0]
    assert first[1] is again


def test_one_who_leaves_takes_no_answer_from_another(monkeypatch):
    counted(monkeypatch)

    async def two():
        desk = Desk()
        leaves = asyncio.create_task(desk.ask(asked(0.4)))
        stays = asyncio.create_task(desk.ask(asked(0.4)))
        await asyncio.sleep(0)
        leaves.cancel()
        return await stays

    assert asyncio.run(two()).setting == asked(0.4).setting


def test_a_failure_is_told_to_those_who_asked_and_to_nobody_else(monkeypatch):
    def fails(questions):
        if questions[0].setting.months == 6:
            raise RuntimeError("no luck")
        return answers(questions, fast=False)

    monkeypatch.setattr(desks, "answers", fails)

    async def both():
        desk = Desk()
        return await asyncio.gather(
            desk.ask(asked(0.1, months=6)), desk.ask(asked(0.1)), return_exceptions=True
        )

    failed, answered = asyncio.run(both())
    assert isinstance(failed, RuntimeError)
    assert answered.setting == asked(0.1).setting


def test_too_many_questions_are_refused(monkeypatch):
    counted(monkeypatch)
    monkeypatch.setattr(desks, "MOST_WAITING", 2)

    async def crowd():
        desk = Desk()
        return await asyncio.gather(
            *(desk.ask(asked(x)) for x in (0.1, 0.2, 0.3)), return_exceptions=True
        )

    assert [type(one) for one in asyncio.run(crowd())][2] is BusyError


def test_the_desk_remembers_the_latest(monkeypatch):
    seen = counted(monkeypatch)
    monkeypatch.setattr(desks, "REMEMBERED", 1)

    async def in_turn():
        desk = Desk()
        for x in (0.1, 0.2, 0.2, 0.1):
            await desk.ask(asked(x))

    asyncio.run(in_turn())
    assert seen == [1, 1, 1]


def thirty():
    """Return what a class asks that moves one slider."""
    return [asked(0.3, 0.5 + 0.04 * place, months=24) for place in range(30)]


def test_thirty_students_are_answered_by_two_ensembles(monkeypatch):
    seen = counted(monkeypatch)

    async def class_of_thirty():
        desk = Desk()
        found = await asyncio.gather(*(desk.ask(one) for one in thirty()))
        desk.close()
        return found

    found = asyncio.run(class_of_thirty())
    assert [one.setting for one in found] == [one.setting for one in thirty()]
    assert seen == [16, 14]


def work_of(questions):
    """Return the processor's seconds that a new desk takes for questions at once."""

    async def handed_in():
        desk = Desk()
        began = time.process_time()
        await asyncio.gather(*(desk.ask(one) for one in questions))
        took = time.process_time() - began
        desk.close()
        return took

    return asyncio.run(handed_in())


@pytest.mark.slow
def test_thirty_students_are_far_less_work_than_thirty_times_one():
    """How soon they are answered is for `make bench`; this holds on a busy machine.

    Seconds of the processor, the least of three turns: other work then counts only as
    it slows memory down. On two cores, idle, busy and under coverage, thirty were 0.20
    to 0.45 of thirty times one, and 0.8 to 1.6 of one in plain form; answered one by
    one they are 0.9 and 4, and together in plain form 4.
    """
    pytest.importorskip("llvmlite")
    together, (alone, *_) = thirty(), thirty()
    answers([alone])  # compiled once, when the lesson is opened

    def plain():
        began = time.process_time()
        answers([alone], fast=False)
        return time.process_time() - began

    turns = [(work_of(together), work_of([alone]), plain()) for _ in range(3)]
    many, one, slow = (min(each) for each in zip(*turns, strict=True))
    assert many < 0.6 * 30 * one
    assert many < 2.5 * slow


def test_a_reading_says_which_way_and_how_surely():
    before, after = answers([asked(0.3), asked(0.8)], fast=False)
    found = read(before, after, "burden_rok")
    moved = after.outcomes["burden_rok"] - before.outcomes["burden_rok"]
    assert found.change == pytest.approx(moved.mean())
    assert found.after - found.before == pytest.approx(found.change)
    error = moved.std(ddof=1) / np.sqrt(ROWS)
    assert found.high - found.low == pytest.approx(2 * 1.97 * error, rel=0.01)
    assert found.direction == {True: "higher", False: "lower"}[found.change > 0]
    assert found.rose == np.mean(moved > 0)
    assert found.size == pytest.approx(
        found.change / before.outcomes["burden_rok"].std()
    )


def test_nothing_is_told_from_itself():
    (only,) = answers([asked(0.3)], fast=False)
    found = read(only, only, "launches")
    assert (found.direction, found.change, found.size) == ("same", 0.0, 0.0)
    assert (found.low, found.high, found.rose, found.fell) == (0.0, 0.0, 0.0, 0.0)
