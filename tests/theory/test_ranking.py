"""Who fears whom, with the real figures of 2021 and nothing fitted to it."""

import pytest

from sim.cast import STATES
from sim.model import StrategicModel
from sim.scenario import load_scenario


@pytest.fixture(scope="module")
def fears():
    """Return each state's others, the most feared first, and the threats."""
    model = StrategicModel(load_scenario("baseline").at_first_guesses(), rows=3)
    felt = {}
    for name in STATES:
        state = model.states[name]
        # The start depends on the record alone, not on luck.
        assert (state.felt_threat == state.felt_threat[:, :1]).all()
        felt[name] = dict(zip(state.others, state.felt_threat[:, 0], strict=True))
    return felt


@pytest.mark.parametrize(
    ("state", "feared"),
    [
        ("ROK", ["NK"]),
        ("Japan", ["China", "NK"]),
        ("NK", ["US", "ROK"]),
        ("US", ["China", "Russia"]),
    ],
)
def test_states_fear_whom_they_say_they_fear(fears, state, feared):
    ranking = sorted(fears[state], key=fears[state].get, reverse=True)
    assert set(ranking[: len(feared)]) == set(feared), fears[state]


def test_japan_fears_china_most_and_the_us_too(fears):
    assert max(fears["Japan"], key=fears["Japan"].get) == "China"
    assert max(fears["US"], key=fears["US"].get) == "China"


def test_allies_fear_each_other_least(fears):
    for one, ally in (("ROK", "US"), ("Japan", "US"), ("US", "Japan"), ("US", "ROK")):
        threats = sorted(fears[one].values())
        assert fears[one][ally] <= threats[1], (one, ally)
