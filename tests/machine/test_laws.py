"""What was applied this month can be taken apart afterwards, each thing by itself."""

import numpy as np
import pytest

from sim.cast import STATES
from sim.model import StrategicModel


@pytest.fixture(scope="module")
def month():
    model = StrategicModel("baseline", rows=3, seed=2, explain=True)
    for _ in range(30):
        model.step()
    return model


@pytest.mark.parametrize("state", STATES)
def test_the_terms_of_threat_are_those_of_the_threat_that_is_felt(month, state):
    terms = month.terms["threat"]
    felt = month.states[state]
    np.testing.assert_array_equal(terms[state].total, felt.felt_threat)
    np.testing.assert_array_equal(terms[state, "own"].total, felt.own_danger)


def test_a_guarantor_feels_more_than_its_own_danger(month):
    terms = month.terms["threat"]
    assert np.all(terms["US"]["allies_danger"] > 0)
    assert np.all(terms["US", "own"]["allies_danger"] == 0)


def test_either_army_has_its_own_losses(month):
    losses = month.terms["attrition"]
    russian = losses["common", "russian"]["losses"]
    ukrainian = losses["common", "ukrainian"]["losses"]
    assert not np.array_equal(russian, ukrainian)


def test_a_second_use_under_one_name_is_an_error_and_not_a_loss(month):
    law = month.laws["US"]
    assert "US" in month.terms["second_strike"]
    with pytest.raises(RuntimeError, match=r"noted twice for US; use about\(\)"):
        law.second_strike(month.states["US"].warheads)


def test_nothing_is_noted_unless_asked():
    model = StrategicModel("baseline", rows=1, collect=False)
    model.step()
    assert model.terms == {}
    assert model.laws["US"].about("own") is model.laws["US"]
