"""Dates name months and nothing else: shift them all, and the results shift."""

import re

import numpy as np
import pytest

from sim.model import StrategicModel
from sim.scenario import Scenario, load_scenario
from sim.scenario.months import month_label, month_number

DATE = re.compile(r"^\d{4}-\d{2}$")
MONTHS = 40  # past the inauguration of 2025


def shifted(plain, months):
    """Return plain data with every date moved."""
    if isinstance(plain, dict):
        return {key: shifted(value, months) for key, value in plain.items()}
    if isinstance(plain, (list, tuple)):
        return [shifted(value, months) for value in plain]
    if isinstance(plain, str) and DATE.match(plain):
        return month_label(month_number(plain) + months)
    return plain


def paths(name, months, **parameters):
    scenario = load_scenario(name)
    plain = scenario.model_dump(mode="json", by_alias=True, exclude_none=True)
    moved = Scenario.model_validate(shifted(plain, months))
    assert month_number(moved.start) - month_number(scenario.start) == months
    model = StrategicModel(moved, rows=4, seed=6, **parameters)
    seen = []
    for _ in range(MONTHS):
        model.step()
        seen.append(model.snapshot())
    return seen


def assert_same(one, other):
    for month, (a, b) in enumerate(zip(one, other, strict=True)):
        for key, value in a.items():
            np.testing.assert_array_equal(value, b[key], err_msg=f"{key}, {month}")


@pytest.mark.parametrize(("name", "years"), [("baseline", 8), ("trump", 4)])
def test_shifting_every_date_by_whole_terms_shifts_the_results(name, years):
    assert_same(paths(name, 0), paths(name, 12 * years))


@pytest.mark.parametrize(("name", "years"), [("baseline", 7), ("trump", 1)])
def test_years_enter_through_elections_alone(name, years):
    off = {"value_of_election.NK": 0.0}
    assert_same(paths(name, 0, **off), paths(name, 12 * years, **off))


def test_the_calendar_enters_through_exercises_panel_and_two_capitals_years_alone():
    off = {
        "value_of_election.NK": 0.0,
        "exercise_salience": 0.0,
        "costly_signals": 0.0,  # exercises called off
        "vetoes": 0.0,  # the Panel ends by a veto
        "role_custom": 2.0,  # China stands aside, whenever it chooses
        "coordinator_cost": 2.0,
        "axis_cost": 3.0,
        **dict.fromkeys(("role_of_blocs", "role_of_tilt", "role_of_coercion"), 0.0),
        **dict.fromkeys(("role_of_turmoil", "role_of_trilateral"), 0.0),
    }
    assert_same(paths("baseline", 0, **off), paths("baseline", 37, **off))
    # and it does enter: else this test would say nothing
    one, other = paths("baseline", 0)[-1], paths("baseline", 37)[-1]
    assert not np.array_equal(one["NK.belief"], other["NK.belief"])
