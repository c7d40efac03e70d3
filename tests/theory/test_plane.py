"""Richardson's plane: the lines are where the model's own rule rests."""

import numpy as np
import pytest

from analysis.classroom.plane import plane
from analysis.classroom.settings import Setting
from sim.errors import InputError
from sim.model import StrategicModel

LINEAR = {"saturation": 0.0, "gdp_growth": 0.0}
PAIRS = [("US", "China"), ("NK", "ROK"), ("China", "Japan")]


def setting(**moved):
    return Setting(scenario="dilemma_without_war", moved={**LINEAR, **moved})


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("burden", [0.5, 2.0, 9.0])
def test_a_line_is_where_the_rule_of_arming_rests(one, other, burden):
    """What a state wants once its rival has held a burden for ever, all else equal."""
    asked = setting(**{f"arming_slope.{one}": 2.0, f"arming_slope.{other}": 3.0})
    found = plane(asked, one, other)
    model = StrategicModel(asked.whole(), rows=1, collect=False)
    state, rival = model.states[one], model.states[other]
    before = np.sum(state.felt_threat, axis=0)
    rival.stock = rival.gdp / (100.0 * model.parameters["depreciation"]) * burden
    model._together("take_stand")
    for _ in range(3):  # a guarantor looks at what its allies feel
        model._together("look")
    felt = np.sum(state.felt_threat, axis=0)
    wanted = state.burden - state.war_cost + 2.0 * (felt - before)
    assert found.rests_at(0, burden) == pytest.approx(float(wanted[0]), rel=1e-9)


def test_the_lines_cross_where_both_rest():
    for slope in (0.5, 6.0):
        found = plane(setting(arming_slope=slope), "US", "China")
        one, other = found.crossing
        assert found.rests_at(0, other) == pytest.approx(one)
        assert found.rests_at(1, one) == pytest.approx(other)


def test_at_the_customary_stock_nobody_wants_anything_else():
    found = plane(setting(), "US", "China")
    for place in (0, 1):
        rests = found.rests_at(place, found.upheld[1 - place])
        assert rests == pytest.approx(found.customary[place])


def test_the_dials_of_arming_reach_both_sides_of_the_line():
    """Stability is a question of the sliders, as Richardson's product has it."""
    calm = plane(setting(arming_slope=0.5), "US", "China")
    tense = plane(setting(arming_slope=6.0), "US", "China")
    assert calm.product < 1.0 < tense.product
    assert tense.product / calm.product == pytest.approx(12.0**2)


def test_bent_lines_are_refused():
    with pytest.raises(InputError, match="saturation is 1"):
        plane(Setting(scenario="baseline"), "US", "China")
