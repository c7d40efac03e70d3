"""Jervis's four worlds: six equal security-seekers, one of whom arms by accident.

Everything but arming is off and the six are the same in every respect. One state's
burden is raised by half, and the spiral is how far the others' burdens rise.
"""

import itertools

import numpy as np

from sim.cast import STATES
from sim.parameters import flat_names

MONTHS = 48
OFFENCE, DEFENCE = 2.0, 0.5
FOUR = {
    "doubly dangerous": {"offense_balance": OFFENCE, "distinguishability": 0.0},
    "dilemma": {"offense_balance": DEFENCE, "distinguishability": 0.0},
    "aggression possible": {"offense_balance": OFFENCE, "distinguishability": 1.0},
    "doubly safe": {"offense_balance": DEFENCE, "distinguishability": 1.0},
}
KNOWN = {"verification": 1.0, "worst_case": 0.0}


def spirals(lab, worlds, **others):
    """Return the largest rise of a bystander's burden in each world, [% of GDP]."""
    each = lab.for_all(
        theatre_share=1.0,
        reach=1000.0,
        burden_ceiling=30.0,
        arming_slope=2.0,
        gdp_growth=0.0,
        unacceptable_power=1500.0,
        absolute_weight=0.5,
        true_type=0.0,
        worst_case=0.2,
        misperception=0.3,
        belief_noise=0.0,
        guarantee_share=0.0,
        missile_defense=0.0,
        warhead_output=0.0,
        strike=0.0,
        **others,
    )
    by_world = {
        flat: np.array([one[name] for one in worlds])
        for name in worlds[0]
        for flat in flat_names(name)
    }
    model = lab.Laboratory(
        rows=len(worlds),
        months=MONTHS,
        change=lab.alike(),
        beyond={
            **lab.QUIET,
            "type_spread": 0.0,
            "ceiling_hazard.Japan": 0.0,
            "informal_ceiling.Japan": 30.0,
            **each,
            **by_world,
        },
    )
    start = model.snapshot()
    quiet = lab.run_on(model, MONTHS)
    model.restore(start, 0)
    model.states["Japan"].burden = 1.5 * model.states["Japan"].burden
    loud = lab.run_on(model, MONTHS)
    bystanders = [one for one in STATES if one != "Japan"]
    rises = np.array(
        [
            [b[f"{one}.burden"] - a[f"{one}.burden"] for one in bystanders]
            for a, b in zip(quiet, loud, strict=True)
        ]
    )
    # Nobody is anybody's special rival here, so all bystanders do the same.
    np.testing.assert_allclose(
        rises, np.broadcast_to(rises[:, :1], rises.shape), atol=1e-12
    )
    return rises[:, 0].max(axis=0)


def test_the_four_worlds_stand_in_jerviss_order(lab):
    found = dict(zip(FOUR, spirals(lab, list(FOUR.values())), strict=True))
    assert list(found) == sorted(found, key=found.get, reverse=True)
    assert found["doubly safe"] > 0.0, "capabilities alone still alarm a little"
    assert found["doubly dangerous"] > 2.0 * found["dilemma"]
    assert found["dilemma"] > 2.0 * found["aggression possible"]


def test_the_spiral_is_strongest_in_the_doubly_dangerous_world_everywhere(lab):
    # The order of the two worlds in the middle, and of the last two, is not a law of
    # this model: where power is beyond unacceptable anyway, offence adds little.
    grid = list(itertools.product((500.0, 1500.0, 3000.0), (0.0, 0.25, 1.0)))
    worlds = [
        {**one, "unacceptable_power": power, "absolute_weight": weight}
        for power, weight in grid
        for one in FOUR.values()
    ]
    found = spirals(lab, worlds).reshape(len(grid), len(FOUR))
    for settings, (worst, dilemma, aggression, safe) in zip(grid, found, strict=True):
        assert worst > dilemma > max(aggression, safe), settings


def test_no_spiral_where_types_are_known_and_arms_can_be_told_apart(lab):
    unknown = {"verification": 0.0, "worst_case": 0.2}
    worlds = [{**one, **types} for types in (unknown, KNOWN) for one in FOUR.values()]
    plain, known = spirals(lab, worlds).reshape(2, len(FOUR))
    assert (plain > 0.0).all()
    assert (known[2:] == 0.0).all()
    # Where types are simply known there is nothing to tell by the arms either.
    assert (known[:2] == 0.0).all()


def test_doubt_comes_back_with_the_worst_case(lab):
    verified = {**FOUR["doubly dangerous"], "verification": 1.0}
    worlds = [{**verified, "worst_case": one} for one in (0.0, 0.3, 0.6, 1.0)]
    found = spirals(lab, worlds)
    assert found[0] == 0.0
    assert (np.diff(found) > 0).all()
