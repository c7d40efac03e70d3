"""The security dilemma itself: what own arming does to own threat, all answering.

Paired runs from one snapshot: the same past, the same luck, and one state with a
fifth more military capital. Whether it ends safer or less safe must be open.
"""

import numpy as np
import pytest

from sim.cast import STATES
from sim.model import StrategicModel
from sim.parameters import flat_names
from sim.rules import CARDS
from sim.scenario import load_scenario

EARLIER, LATER = 12, 48
ROWS = 64


def plausible(rows, seed):
    """Return every parameter drawn from its card's range, one value per row."""
    luck = np.random.default_rng(seed)
    return {
        flat: luck.uniform(*card.range(state), rows)
        for card in CARDS.values()
        for flat, state in zip(card.flat_names, card.states or (None,), strict=True)
    }


def own_threat(model, snapshot, armed=None):
    """Return every state's own threat after LATER more months, by state."""
    model.restore(snapshot, EARLIER)
    if armed is not None:
        state = model.states[armed]
        state.stock = 1.2 * state.stock
        model._together("take_stand")
    for _ in range(LATER):
        model.step()
    return {name: one.threat for name, one in model.states.items()}


@pytest.fixture(scope="module")
def changes():
    """Return own threat after own arming less without it, by state."""
    model = StrategicModel("baseline", rows=ROWS, seed=1, **plausible(ROWS, 2))
    for _ in range(EARLIER):
        model.step()
    snapshot = model.snapshot()
    quiet = own_threat(model, snapshot)
    return {one: own_threat(model, snapshot, one)[one] - quiet[one] for one in STATES}


@pytest.mark.parametrize("state", STATES)
def test_own_arming_makes_safer_in_some_plausible_worlds_and_not_in_others(
    changes, state
):
    share = (changes[state] > 0.0).mean()
    # Not a rare corner: at least one world in ten on either side.
    assert 0.1 < share < 0.9, f"own arming raises own threat in {share:.0%} of worlds"


def test_where_power_is_relative_and_nobody_answers_arming_makes_safer():
    change = in_one_world(absolute_weight=0.0, arming_slope=0.0, misperception=0.0)
    assert (change < -0.001).all()


@pytest.mark.parametrize("state", ["China", "US"])
def test_where_vulnerability_is_absolute_and_arms_are_misread_it_makes_less_safe(state):
    change = in_one_world(state, absolute_weight=1.0, misperception=0.8)
    # Tests and treaties come by luck, so single futures may differ from the rest.
    assert np.median(change) > 0.0005
    assert (change > 0.0).mean() > 0.8


def in_one_world(state="China", rows=24, **chosen):
    flat = {name: one for key, one in chosen.items() for name in flat_names(key)}
    world = load_scenario("baseline").at_first_guesses()
    model = StrategicModel(world, rows=rows, seed=5, **flat)
    for _ in range(EARLIER):
        model.step()
    snapshot = model.snapshot()
    quiet = own_threat(model, snapshot)[state]
    return own_threat(model, snapshot, state)[state] - quiet


def test_in_the_same_month_more_capital_never_makes_less_safe():
    # Before anybody answers there is only the shield: monotone, as in Walt.
    model = StrategicModel("baseline", rows=ROWS, seed=1, **plausible(ROWS, 3))
    before = model.states["Japan"].threat
    model.states["Japan"].stock = 1.2 * model.states["Japan"].stock
    model._together("take_stand")
    model._together("look")
    assert (model.states["Japan"].threat <= before + 1e-12).all()
