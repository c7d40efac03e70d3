"""A scenario spelled out says everything, says it the same way, and can be read."""

import json

import pytest

from sim.parameters import CARDS
from sim.scenario import Scenario, diff, load_scenario, scenario_names
from sim.scenario.bundles import lenses, levers, profiles
from sim.scenario.calibrated import Calibrated
from sim.scenario.plan import Plan


def _folded(plan, name, month):
    flat, _, state = name.partition(".")
    value = plan.settings.get(name, CARDS[flat].value(state or None))
    if isinstance(value, Calibrated):
        return value, plan.inputs(month).dated.get(name, ())
    for weight, target in plan.inputs(month).dated.get(name, ()):
        value = target if weight == 1.0 else value + weight * (target - value)
    return value


@pytest.mark.parametrize("name", scenario_names())
def test_spelled_out_it_is_a_scenario_with_the_same_plan(name):
    scenario = load_scenario(name)
    data = json.loads(json.dumps(scenario.resolved()))
    again = Scenario.model_validate(data)
    assert json.dumps(again.resolved()) == json.dumps(scenario.resolved())
    first, second = Plan(scenario), Plan(again)
    assert first.labels == second.labels
    for card in CARDS.values():
        for flat in card.flat_names:
            for month in range(0, first.months, 7):
                assert _folded(first, flat, month) == _folded(second, flat, month)


def test_it_has_every_parameter_and_mechanism_and_no_name_to_look_up():
    data = load_scenario("verified_intent").resolved()
    assert set(data["mechanisms"]) == {
        name for name, card in CARDS.items() if card.kind == "mechanism"
    }
    assert set(data["parameters"]) == {
        flat
        for card in CARDS.values()
        if card.kind == "parameter"
        for flat in card.flat_names
    }
    assert data["parameters"]["verification.NK"] == 1.0
    text = json.dumps(data)
    assert not any(f'"{name}"' in text for name in [*lenses(), *profiles()])


def test_a_named_lever_is_spelled_out_with_its_moves(write):
    text = "question: a\nlevers: {x: {use: korea_first, from: 2024-01, strength: 0.5}}"
    scenario = load_scenario(write(text))
    moves = dict(levers()["korea_first"].moves)
    data = scenario.resolved()
    assert data["levers"] == {"x": {"from": "2024-01", "strength": 0.5, "moves": moves}}
    found = diff(load_scenario(write("question: a", "other.yaml")), scenario)
    assert ("levers.x.moves.nk_priority.US", None, 1.0) in found


def test_the_order_in_which_a_file_says_things_does_not_matter(write):
    one = write(
        """\
        question: a
        name: same
        levers:
          x: {parameter: bargain_rate, from: 2024-01, to: 1}
          y: {parameter: linkage, from: 2023-01, to: 0}
        parameters: {reach.NK: 500, linkage: 0.3, linkage.US: 0.1}
        """,
        "one.yaml",
    )
    other = write(
        """\
        parameters: {linkage.US: 0.1, linkage: 0.3}
        levers:
          y: {to: 0, parameter: linkage, from: 2023-01}
          x: {parameter: bargain_rate, from: 2024-01, to: 1.0}
        name: same
        question: a
        """,
        "other.yaml",
    )
    first, second = load_scenario(one), load_scenario(other)
    assert json.dumps(first.resolved()) == json.dumps(second.resolved())
    assert diff(first, second) == []


def test_diff_names_what_differs_in_force_and_nothing_else():
    baseline = load_scenario("baseline")
    assert diff(baseline, baseline) == []
    assert diff(baseline, load_scenario("no_invasion")) == [
        ("events.invasion.kind", "invasion", None),
        ("events.invasion.on", "2022-02", None),
    ]
    trump = {path: values for path, *values in diff(baseline, load_scenario("trump"))}
    biden, second = (profiles()[name].traits for name in ("biden", "trump_second"))
    assert trump == {
        f"administrations.2025-01.{flat}": [biden[flat], second[flat]]
        for flat in biden
        if biden[flat] != second[flat]
    }


def test_diff_sees_governments_levers_and_distributions(write):
    path = write(
        """\
        question: a
        from: baseline
        governments: {Japan: null, ROK: [{from: 2017-05, profile: rok_progressive}]}
        levers: {border_reopens: {to: 0.1}}
        parameters: {bargain_rate: {uniform: [1, 2]}}
        """
    )
    found = {
        where: values
        for where, *values in diff(load_scenario("baseline"), load_scenario(path))
    }
    assert found["levers.border_reopens.to"] == [0.0, 0.1]
    assert found["parameters.bargain_rate"] == [1.5, {"uniform": [1.0, 2.0]}]
    assert found["governments.ROK.2022-05.exercise_scale.ROK"] == [1.1, 0.5]
    assert found["governments.Japan.2021-10.rapprochement.Japan"] == [0.75, None]
