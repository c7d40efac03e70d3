"""Spirals are found where they were put, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.game.spirals import (
    ALARMING,
    ANSWERS,
    ARMS,
    MORE,
    WITHIN,
    armed,
    runs,
)

TURNS = 10


def arming(*turns):
    return [turn in turns for turn in range(TURNS)]


def felt(*rises):
    """Return a threat that grows by a tenth in some turns, from 0, and else stays."""
    steps = [1.1 if turn in rises else 1.0 for turn in range(TURNS)]
    return np.cumprod([1.0, *steps])


FRIGHTENED = felt(*range(TURNS))
CALM = felt()


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((), (), []),
        ((0, 1, 2, 3), (), []),
        ((2,), (3,), []),
        ((2,), (2,), []),
        ((2, 4), (3,), [[(2, 0), (3, 1), (4, 0)]]),
        ((3,), (2, 4), [[(2, 1), (3, 0), (4, 1)]]),
        ((2, 3, 4), (2, 3, 4), [[(t, s) for t in (2, 3, 4) for s in (0, 1)]]),
        ((0, 2, 6, 8), (1, 7), [[(0, 0), (1, 1), (2, 0)], [(6, 0), (7, 1), (8, 0)]]),
        ((0, 4), (1,), []),  # the answer to the answer comes too late
        ((0, 4), (2,), [[(0, 0), (2, 1), (4, 0)]]),
        ((0, 2, 8), (1,), [[(0, 0), (1, 1), (2, 0)]]),  # what comes later is no part
    ],
)
def test_what_was_put_there_is_found(first, second, found):
    both = [arming(*first), arming(*second)]
    assert runs(both, [FRIGHTENED, FRIGHTENED]) == found


def test_who_feels_no_more_threat_does_not_answer():
    both = [arming(2, 4), arming(3)]
    assert runs(both, [FRIGHTENED, CALM]) == []
    assert runs(both, [CALM, FRIGHTENED]) == []
    # The second side is frightened in turn 2, the first in turn 3: that is enough.
    assert runs(both, [felt(3), felt(2)]) == [[(2, 0), (3, 1), (4, 0)]]
    assert runs(both, [felt(2), felt(3)]) == []


def test_a_little_more_threat_is_none():
    both = [arming(2, 4), arming(3)]
    barely = (1.0 + 0.9 * MORE) ** np.arange(TURNS + 1)
    enough = (1.0 + 1.1 * MORE) ** np.arange(TURNS + 1)
    assert runs(both, [barely, barely]) == []
    assert len(runs(both, [enough, enough])) == 1


def test_arming_is_a_burden_that_grows_or_an_act_that_alarms():
    burden = [2.0, 2.0, 2.0 * (1 + 1.1 * ARMS), 2.0, 2.0]
    alarm = [0.0, 0.0, 0.0, 1.1 * ALARMING]
    assert armed(burden, alarm).tolist() == [False, True, False, True]
    assert armed(burden, [0.9 * ALARMING] * 4).tolist() == [False, True, False, False]
    assert armed([0.0, 0.0, 1.0], [0.0, 0.0]).tolist() == [False, False]


ANY = st.lists(st.booleans(), min_size=TURNS, max_size=TURNS)
THREATS = st.lists(
    st.floats(0.1, 4.0, allow_nan=False), min_size=TURNS + 1, max_size=TURNS + 1
)


@given(ANY, ANY, THREATS, THREATS)
def test_every_spiral_is_made_of_arming_that_both_sides_did(one, other, a, b):
    arms = (one, other)
    seen = []
    for run in runs(arms, [a, b]):
        assert all(arms[side][turn] for turn, side in run)
        assert {side for _, side in run} == {0, 1}
        assert run == sorted(run)
        turns = sorted({turn for turn, _ in run})
        assert len(turns) > ANSWERS
        assert max(np.diff(turns)) <= WITHIN
        seen += run
    assert len(seen) == len(set(seen)), "no step is part of two spirals"


@given(ANY, ANY, THREATS, THREATS)
def test_it_does_not_matter_who_is_called_the_first(one, other, a, b):
    turned = [
        sorted((turn, 1 - side) for turn, side in run)
        for run in runs([other, one], [b, a])
    ]
    assert sorted(turned) == sorted(runs([one, other], [a, b]))


@given(ANY, ANY, THREATS, THREATS, st.floats(0.01, 100.0))
def test_it_does_not_matter_in_what_threat_is_counted(one, other, a, b, scale):
    kept = [
        2.0 ** np.round(np.log2(each) * 8) for each in (a, b)
    ]  # no ties by rounding
    assert runs([one, other], [scale * each for each in kept]) == runs(
        [one, other], kept
    )


@given(ANY, ANY, THREATS)
def test_nobody_answers_alone(one, other, a):
    falling = np.sort(a)[::-1]
    assert runs([one, [False] * TURNS], [a, a]) == []
    assert runs([one, other], [falling, a]) == []
