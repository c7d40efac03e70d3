"""What a scenario leaves open: fitted sets, whole ranges, first guesses."""

import csv
from importlib import resources

import numpy as np
import pytest

import sim
from sim.errors import InputError
from sim.model import StrategicModel
from sim.parameters import CARDS, card_of
from sim.scenario import Scenario, diff, load_scenario
from sim.scenario.calibrated import Calibrated, parameter_sets, sets_names
from sim.scenario.uncertainty import OPEN

ROWS = 400
BY_HAND = {"monitoring_months": 12.0}


def plain(**more):
    return Scenario(name="plain", question="What if?", end="2022-03", **more)


def parameters(scenario, **options):
    return StrategicModel(scenario, rows=ROWS, collect=False, **options).parameters


def test_every_table_of_sets_is_one_that_cards_allow():
    assert "none" in sets_names()
    for name in sets_names():
        sets = parameter_sets(name)
        sizes = {one.size for one in sets.values()}
        assert len(sizes) == 1
        assert min(sizes) >= 200
        assert 2 <= len(sets) <= 30
        assert set(sets) <= set(OPEN)


def test_a_run_takes_one_set_whole():
    drawn, sets = parameters(plain()), parameter_sets("none")
    table = np.stack(list(sets.values()), axis=1)
    rows = np.stack([drawn[name] for name in sets], axis=1)
    known = {tuple(line) for line in table}
    assert all(tuple(line) in known for line in rows)
    assert len({tuple(line) for line in rows}) > 100
    for name in set(CARDS) & set(OPEN) - set(sets):
        assert drawn[name] == CARDS[name].value(None)


def test_the_same_luck_takes_the_same_set_in_any_scenario_and_company():
    one = parameters(plain())
    other = parameters(plain(parameters=BY_HAND))
    alone = StrategicModel(plain(), luck_ids=[7], collect=False).parameters
    for name in parameter_sets("none"):
        np.testing.assert_array_equal(one[name], other[name])
        assert one[name][7] == alone[name]
    assert other["monitoring_months"] == 12.0


def test_what_is_set_by_hand_or_by_a_lens_is_not_drawn():
    name = next(iter(parameter_sets("none")))
    low, _ = card_of(name)[0].range(card_of(name)[1])
    assert parameters(plain(parameters={name: low}))[name] == low
    lens = plain(lenses={"all": "offensive_realism"})
    fixed = {
        flat: value
        for flat, value in lens.chosen().items()
        if isinstance(value, (int, float))
    }
    drawn = parameters(lens)
    assert {flat: drawn[flat] for flat in fixed} == fixed


def test_a_lens_for_all_has_sets_of_its_own():
    settings = plain(lenses={"all": "offensive_realism"}).settings()
    assert Calibrated("offensive_realism") in settings.values()
    mixed = plain(lenses={"all": "offensive_realism", "NK": "defensive_realism"})
    assert Calibrated("none") in mixed.settings().values()


def test_ranges_draw_all_that_is_open_and_nothing_else():
    drawn = parameters(
        plain(uncertainty="ranges", parameters={"monitoring_months": 12.0})
    )
    for flat in OPEN:
        card, state = card_of(flat)
        low, high = card.range(state)
        values = np.asarray(drawn[flat])
        if flat == "monitoring_months" or low == high:
            assert values.ndim == 0
            continue
        assert values.min() >= low
        assert values.max() <= high
        assert values.std() > 0.2 * (high - low)
    assert np.ndim(drawn["saturation"]) == 0


def test_first_guesses_are_those_of_the_cards():
    drawn = parameters(plain(uncertainty="central"))
    for card in CARDS.values():
        for flat, state in zip(card.flat_names, card.states or (None,), strict=True):
            assert drawn[flat] == card.value(state)


@pytest.mark.parametrize("how", ["calibrated", "ranges", "central"])
def test_spelled_out_it_gives_the_same_futures(how):
    scenario = plain(uncertainty=how)
    again = Scenario.model_validate(scenario.resolved())
    first, second = sim.run(scenario, runs=5), sim.run(again, runs=5)
    np.testing.assert_array_equal(
        first.series("threat.ROK"), second.series("threat.ROK")
    )


def test_the_difference_is_said_once():
    one, other = (
        plain(),
        plain(uncertainty="central", parameters={"monitoring_months": 12.0}),
    )
    found = {where: values for where, *values in diff(one, other)}
    assert found["uncertainty"] == ["calibrated", "central"]
    assert set(found) == {"uncertainty", "parameters.monitoring_months"}
    ranges = plain(uncertainty="ranges")
    for first, second in ((one, ranges), (ranges, other.at_first_guesses())):
        assert "uncertainty" in {where for where, *_ in diff(first, second)}
        # Spelled out, a scenario sets everything, and differs in no more for that.
        both = [Scenario.model_validate(each.resolved()) for each in (first, second)]
        assert diff(*both) == diff(first, second)
    assert len(diff(one, ranges)) == 1


def test_another_lens_draws_from_other_sets_and_that_is_said():
    lens = plain(lenses={"all": "offensive_realism"})
    found = {where: values for where, *values in diff(plain(), lens)}
    assert found["uncertainty.sets"] == ["none", "offensive_realism"]
    alike = plain(lenses={"NK": "offensive_realism"})
    assert "uncertainty.sets" not in {where for where, *_ in diff(plain(), alike)}


def test_one_parameter_alone_can_be_taken_from_the_sets(write):
    name = next(one for one in parameter_sets("none") if "." not in one)
    kind = "mechanisms" if card_of(name)[0].kind == "mechanism" else "parameters"
    text = (
        f"question: a\nuncertainty: central\n{kind}: {{{name}: {{calibrated: none}}}}"
    )
    drawn = parameters(load_scenario(write(text)))
    np.testing.assert_array_equal(drawn[name], parameters(plain())[name])
    assert all(np.ndim(drawn[one]) == 0 for one in OPEN if one != name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("uncertainty: fitted", "calibrated"),
        ("parameters: {linkage: {calibrated: nobody}}", "there are no sets"),
        ("mechanisms: {saturation: {calibrated: none}}", "not among the calibrated"),
        ("parameters: {linkage: {calibrated: none 0123}}", "needs the version"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_line(write, text, said):
    with pytest.raises(InputError, match=said) as caught:
        load_scenario(write(f"question: a\n{text}"))
    assert caught.value.line == 2


def test_every_table_says_where_it_comes_from():
    folder = resources.files("scenarios").joinpath("calibrated")
    text = folder.joinpath("provenance.csv").read_text(encoding="utf-8")
    told = {row["lens"]: row for row in csv.DictReader(text.splitlines())}
    assert sorted(told) == list(sets_names())
    for name, row in told.items():
        sets = parameter_sets(name)
        lines = np.stack(list(sets.values()), axis=1)
        assert int(row["sets"]) == len(lines)
        assert int(row["distinct"]) == len(np.unique(lines, axis=0))
        assert int(row["parameters"]) == len(sets)
        assert row["years"] == "2012–2020"
