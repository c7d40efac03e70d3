"""A plan says, month by month, what is moved and what happens."""

import multiprocessing
import operator
import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

from sim.errors import InputError
from sim.scenario import load_scenario
from sim.scenario.bundles import levers
from sim.scenario.plan import Plan, Step


@pytest.fixture
def plan(write):
    def plan_of(text):
        return Plan(load_scenario(write("question: a\n" + text)))

    return plan_of


def _steps(plan, name):
    return [plan.inputs(month).dated[name] for month in range(plan.months)]


def test_months_labels_and_events(plan):
    made = plan(
        "start: 2022-11\nend: 2023-02\nevents:\n"
        "  a: {kind: invasion, on: 2022-12}\n  b: {kind: ceasefire, on: 2022-12}\n"
        "  c: {kind: ceasefire, on: 2023-02}\n"
    )
    assert made.months == 4
    assert made.labels == ["2022-11", "2022-12", "2023-01", "2023-02"]
    inputs = [made.inputs(month) for month in range(4)]
    assert [one.calendar_month for one in inputs] == [11, 12, 1, 2]
    assert [one.label for one in inputs] == made.labels
    assert [one.month for one in inputs] == [0, 1, 2, 3]
    assert [sorted(one.events) for one in inputs] == [
        [],
        ["ceasefire", "invasion"],
        [],
        ["ceasefire"],
    ]
    assert inputs[0].dated == {}
    for month in (-1, 4):
        with pytest.raises(InputError, match="months 0 to 3"):
            made.inputs(month)


def test_a_lever_without_until_acts_at_once_and_stays(plan):
    made = plan(
        "start: 2022-01\nend: 2022-04\n"
        "levers: {x: {parameter: bargain_rate, from: 2022-03, to: 1}}\n"
    )
    step = Step(1.0, 1.0)
    assert _steps(made, "bargain_rate") == [(), (), (step,), (step,)]
    assert "bargain_rate" not in made.settings


def test_a_ramp_starts_in_its_first_month_and_arrives_in_its_last(plan):
    made = plan(
        "start: 2022-01\nend: 2022-07\n"
        "levers: {x: {parameter: bargain_rate, from: 2022-02, until: 2022-05, to: 3}}\n"
    )
    weights = [
        [step.weight for step in steps] for steps in _steps(made, "bargain_rate")
    ]
    assert weights == [[], [0.25], [0.5], [0.75], [1.0], [1.0], [1.0]]


def test_a_ramp_may_go_on_beyond_the_end(plan):
    made = plan(
        "start: 2022-01\nend: 2022-02\n"
        "levers: {x: {parameter: bargain_rate, from: 2022-01, until: 2022-10, to: 3}}\n"
    )
    assert [steps[0].weight for steps in _steps(made, "bargain_rate")] == [0.1, 0.2]


def test_levers_follow_each_other_in_order_of_date(plan):
    made = plan(
        """\
start: 2022-01
end: 2022-06
levers:
  later: {parameter: bargain_rate, from: 2022-03, until: 2022-04, to: 1}
  first: {parameter: bargain_rate, from: 2022-01, until: 2022-04, to: 3}
"""
    )
    assert _steps(made, "bargain_rate") == [
        (Step(0.25, 3.0),),
        (Step(0.5, 3.0),),
        (Step(0.75, 3.0), Step(0.5, 1.0)),
        (Step(1.0, 1.0),),
        (Step(1.0, 1.0),),
        (Step(1.0, 1.0),),
    ]


def test_a_family_moves_every_copy(plan):
    made = plan("levers: {x: {parameter: linkage, from: 2022-01, to: 0}}\n")
    moved = made.inputs(0).dated
    assert len(moved) == 6
    assert set(moved.values()) == {(Step(1.0, 0.0),)}


TERMS = """\
start: 2022-01
end: 2022-04
administrations:
  - {from: 2021-01, profile: {ceasefire_push: 0.2, ukraine_support: 0.5}}
  - {from: 2022-03, profile: {ceasefire_push.US: 0.9}}
"""


def test_a_trait_holds_for_its_term_and_falls_back_where_none_sets_it(plan):
    made = plan(TERMS)
    low, high = (Step(1.0, 0.2),), (Step(1.0, 0.9),)
    assert _steps(made, "ceasefire_push.US") == [low, low, high, high]
    half = (Step(1.0, 0.5),)
    assert _steps(made, "ukraine_support.US") == [half, half, (), ()]


def test_what_is_set_by_hand_beats_the_profile_but_not_the_lever(plan):
    made = plan(
        TERMS + "parameters: {ceasefire_push: 0.4}\n"
        "levers: {x: {parameter: ceasefire_push.US, from: 2022-04, to: 0.7}}\n"
    )
    assert made.settings["ceasefire_push.US"] == 0.4
    assert _steps(made, "ceasefire_push.US") == [(), (), (), (Step(1.0, 0.7),)]
    assert "ukraine_support.US" in made.inputs(0).dated
    by_family = Plan(made.scenario.with_parameters(ukraine_support=0.1))
    assert "ukraine_support.US" not in by_family.inputs(0).dated


def test_what_a_caller_holds_beats_the_profile_but_not_the_lever(plan):
    made = plan(
        TERMS + "levers: {x: {parameter: ceasefire_push, from: 2022-04, to: 0.7}}\n"
    )
    held = Plan(made.scenario, held=frozenset({"ceasefire_push.US"}))
    assert _steps(held, "ceasefire_push.US") == [(), (), (), (Step(1.0, 0.7),)]
    assert _steps(held, "ukraine_support.US") == _steps(made, "ukraine_support.US")


def test_a_lever_starts_from_the_profile_in_force(plan):
    made = plan(
        TERMS + "levers: {x: {parameter: ceasefire_push, from: 2022-02, "
        "until: 2022-05, to: 0}}\n"
    )
    assert _steps(made, "ceasefire_push.US") == [
        (Step(1.0, 0.2),),
        (Step(1.0, 0.2), Step(0.25, 0.0)),
        (Step(1.0, 0.9), Step(0.5, 0.0)),
        (Step(1.0, 0.9), Step(0.75, 0.0)),
    ]


NAMED = """\
start: 2022-01
end: 2022-04
levers:
  watch: {use: stronger_monitoring, from: 2022-02, until: 2022-03, strength: 0.5}
"""


def test_a_named_lever_is_a_ramp_for_each_of_its_parameters(plan):
    made = plan(NAMED)
    moves = levers()["stronger_monitoring"].moves
    assert set(made.inputs(0).dated) == set(moves)
    for name, full in moves.items():
        half = Step(0.5, full)
        assert _steps(made, name) == [(), (Step(0.25, full),), (half,), (half,)]


def test_a_named_lever_composes_with_what_is_in_force(plan):
    made = plan(
        NAMED + "  before: {parameter: other_monitoring, from: 2022-01, to: 0.2}\n"
    )
    full = levers()["stronger_monitoring"].moves["other_monitoring"]
    assert _steps(made, "other_monitoring")[-1] == (Step(1.0, 0.2), Step(0.5, full))


def test_a_lever_without_strength_or_with_none_moves_all_the_way_or_nothing(plan):
    (name, full), *_ = levers()["stronger_monitoring"].moves.items()
    whole = plan("levers: {x: {use: stronger_monitoring, from: 2022-01}}\n")
    assert whole.inputs(0).dated[name] == (Step(1.0, full),)
    none = plan("levers: {x: {use: stronger_monitoring, from: 2022-01, strength: 0}}")
    assert none.inputs(0).dated == {}


def test_several_moves_and_a_family_among_them(plan):
    made = plan("levers: {x: {moves: {linkage: 0, vetoes: 0.5}, from: 2022-01}}\n")
    assert len(made.inputs(0).dated) == 7
    assert made.inputs(0).dated["vetoes"] == (Step(1.0, 0.5),)


def test_nothing_new_means_the_very_same_objects(plan):
    made = plan(TERMS)
    first, second, third, fourth = (made.inputs(month).dated for month in range(4))
    assert first is second
    assert third is fourth
    assert first is not third
    ramp = plan(
        TERMS
        + "levers: {x: {parameter: bargain_rate, from: 2022-01, until: 2022-04, to: 1}}"
    )
    first, second = ramp.inputs(0).dated, ramp.inputs(1).dated
    assert first["bargain_rate"] != second["bargain_rate"]
    assert first["ceasefire_push.US"] is second["ceasefire_push.US"]


def test_a_plan_pickles_into_a_spawned_process():
    made = Plan(load_scenario("trump").with_parameters(linkage={"uniform": [0, 0.5]}))
    copy = pickle.loads(pickle.dumps(made))
    assert copy == made
    assert copy.inputs(5).dated is copy.inputs(6).dated
    assert len(pickle.dumps(made)) < 200_000


def test_a_plan_is_the_same_in_a_spawned_process():
    made = Plan(load_scenario("trump"))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        found = pool.submit(operator.methodcaller("inputs", 40), made).result()
    assert found == made.inputs(40)
    assert found.dated["ceasefire_push.US"] == (Step(1.0, 0.8),)
