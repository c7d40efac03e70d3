"""Whoever plays a state orders some of its acts; its rules choose the rest."""

import numpy as np
import pytest

from sim.acts import ORDERED, Acts
from sim.cast import DOMAINS, POSTURES, ROLES, STATES, THEATRES
from sim.errors import InputError
from sim.model import StrategicModel

NAN = np.nan


def stepped(months=1, rows=4, **orders):
    """Return a model in which states were told something before its first month."""
    model = StrategicModel("baseline", rows=rows, seed=3, collect=False)
    for state, acts in orders.items():
        model.instruct(state, **acts)
    for _ in range(months):
        model.step()
    return model


def one_of(kinds, taken):
    return [float(kind == taken) for kind in kinds]


FIT = {
    "burden": 0.8,
    "exercise": 0.0,
    "attention": one_of(THEATRES, "Europe"),
    "assets": 0.9,
    "coercion": 0.7,
    "aid": 0.6,
    "ceiling_lifted": 1.0,
    "posture": one_of(POSTURES, "moratorium"),
    "campaign": one_of(DOMAINS, "icbm"),
    "tests": one_of(DOMAINS, "satellite"),
    "attack": 1.0,
    "shells_offered": 0.0,
    "troops_offered": 0.9,
    "shells_needed": 0.1,
    "veto": 1.0,
    "panel_veto": 1.0,
    "role": one_of(ROLES, "axis"),
}
"""An order for every act, other than what the rules choose in that month."""


def test_every_act_that_can_be_ordered_is_a_field_of_acts():
    assert set(FIT) == set(ORDERED)
    assert set(ORDERED) <= set(Acts.__dataclass_fields__)


@pytest.mark.parametrize(
    ("state", "act"),
    [(state, act) for act, one in ORDERED.items() for state in one.states],
)
def test_what_is_ordered_is_done(state, act):
    told, free = stepped(**{state: {act: FIT[act]}}), stepped()
    wanted = np.asarray(FIT[act])[..., np.newaxis] + np.zeros(4)
    np.testing.assert_array_equal(getattr(told.states[state].chosen, act), wanted)
    for other in STATES:  # nobody has seen it yet
        if other != state:
            for name in Acts.__dataclass_fields__:
                np.testing.assert_array_equal(
                    getattr(told.states[other].chosen, name),
                    getattr(free.states[other].chosen, name),
                )


def test_what_is_not_a_number_is_left_to_the_rules():
    free = stepped(rows=2)
    told = stepped(rows=2, ROK={"burden": [NAN, 0.5]}, NK={"campaign": [NAN] * 8})
    got = told.states["ROK"].chosen.burden
    np.testing.assert_array_equal(got, [free.states["ROK"].chosen.burden[0], 0.5])
    before, after = free.snapshot(), told.snapshot()
    for key in before:  # a row does not see what another is told
        np.testing.assert_array_equal(before[key][..., 0], after[key][..., 0])


def test_the_rules_choose_the_rest_as_it_fits_to_the_order():
    """Under a moratorium of long-range tests, fewer of them are chosen."""
    tests = {}
    for line in ("pressure", "moratorium"):
        model = StrategicModel("baseline", rows=256, seed=1, collect=False)
        model.instruct("NK", posture=one_of(POSTURES, line))
        tests[line] = 0.0
        for _ in range(24):
            model.step()
            tests[line] += model.nk.long_range.sum()
    assert tests["moratorium"] < 0.5 * tests["pressure"]


def test_an_order_is_of_the_type_of_the_model():
    model = StrategicModel("baseline", dtype=np.float32, collect=False)
    model.instruct("ROK", burden=3.1, aid=0.5)
    model.step()
    assert model.past().dtype == np.float32
    assert {one.dtype for one in model.past().arrays.values()} == {np.dtype("f4")}


def test_an_order_holds_until_told_anew():
    model = StrategicModel("baseline", seed=3, collect=False)
    model.instruct("US", coercion=0.9)
    model.step()
    model.step()
    assert model.us.coercion == 0.9
    model.instruct("US")
    model.step()
    assert model.us.coercion != 0.9


def test_what_cannot_be_no_order_brings_about():
    """Japan's customary ceiling holds, and none ships shells that it does not have."""
    model = stepped(Japan={"burden": 5.0}, NK={"shells_offered": 1.0})
    assert np.all(model.states["Japan"].chosen.burden < 2.0)
    assert np.all(model.nk.chosen.shells_offered < 1.0)
    model.instruct("Japan", ceiling_lifted=1.0)
    model.step()
    model.instruct("Japan", ceiling_lifted=0.0)
    model.step()
    assert np.all(model.states["Japan"].ceiling_lifted == 1.0)


def test_an_exercise_called_off_by_order_is_seen_as_conciliation():
    told, free = (stepped(months=3, ROK=acts) for acts in ({"exercise": 0.0}, {}))
    assert told.plan.labels[2].endswith("03")
    assert np.all(told.states["ROK"].drilled < free.states["ROK"].drilled)
    assert np.all(told.states["ROK"].conciliated > free.states["ROK"].conciliated)


@pytest.mark.parametrize(
    ("state", "acts", "said"),
    [
        ("Seoul", {}, "no state 'Seoul'"),
        ("ROK", {"attack": 1.0}, "ROK has no act 'attack'"),
        ("ROK", {"burden": 60.0}, "is 60; it must be a number from 0 to 45"),
        ("ROK", {"burden": [1.0, 2.0, 3.0]}, r"has shape \(3,\); it must fit \(4,\)"),
        ("NK", {"posture": [1.0, 1.0, 0.0, 0.0]}, "add up to 1 over pressure, mixed"),
        ("NK", {"posture": [0.5, 0.5, 0.0, 0.0]}, "is 0.5; it must be a whole number"),
    ],
)
def test_wrong_orders_are_refused(state, acts, said):
    with pytest.raises(InputError, match=said):
        stepped(**{state: acts})
