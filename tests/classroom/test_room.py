"""The room: one prediction each, and one answer for all who ask the same."""

import asyncio

import pytest

from analysis import why as why_module
from analysis.classroom.lesson import lesson
from analysis.interfaces.classroom.room import Room
from sim.errors import InputError


def test_the_first_prediction_counts():
    room = Room()
    assert room.commit("four_worlds", "one", "higher") == "higher"
    assert room.commit("four_worlds", "one", "lower") == "higher"
    room.commit("four_worlds", "two", "lower")
    assert room.said("four_worlds") == {"higher": 1, "lower": 1}
    room.clear("four_worlds")
    assert room.committed("four_worlds", "one") is None
    room.close()


def asked(monkeypatch, explain, times):
    """Ask about one month as often as said, all at once; return what came of it."""
    monkeypatch.setattr(why_module, "why", explain)
    one = lesson("T1")

    async def all_at_once(room):
        questions = (
            room.why(one.setting(one.start), one.why, "en") for _ in range(times)
        )
        return await asyncio.gather(*questions, return_exceptions=True)

    room = Room()
    found = asyncio.run(all_at_once(room))
    room.close()
    return found


def test_a_month_that_many_ask_about_is_taken_apart_once(monkeypatch):
    calls = []

    def explain(*given, **how):
        calls.append(given)
        return "because"

    assert asked(monkeypatch, explain, 30) == ["because"] * 30
    assert len(calls) == 1


def test_a_question_that_cannot_be_asked_is_refused_to_each(monkeypatch):
    def explain(*given, **how):
        raise InputError("not of that state")

    found = asked(monkeypatch, explain, 3)
    assert all(isinstance(one, InputError) for one in found)
    with pytest.raises(InputError, match="not of that state"):
        raise found[0]
