"""No state is special: permute them with all that is theirs, and results permute."""

import numpy as np
import pytest

from sim.cast import PAIRS, STATES, others
from sim.parameters import CARDS
from sim.rules import RULES
from sim.state import FIELDS

MONTHS = 36

PERMUTATIONS = {
    "Seoul and Tokyo swap places": {"ROK": "Japan", "Japan": "ROK"},
    "a ring of six": dict(zip(STATES, (*STATES[1:], STATES[0]), strict=True)),
    "Pyongyang and Washington swap places": {"NK": "US", "US": "NK"},
}
OF_ALL = ("spending", "burden", "spending_growth", "cinc", "warheads", "ideal_point")
OWN = tuple(name for name, card in CARDS.items() if card.states == STATES)


def whose(permutation):
    """Return who each state is in the real world."""
    return {one: permutation.get(one, one) for one in STATES}


def places_swapped(origin):
    """Return a change of figures by which each state has another's."""

    def change(quantity, owner, real):
        if quantity == "channel":
            return 0.5  # lines of communication belong to the two camps
        if isinstance(owner, tuple):
            return real.between(quantity, *(origin[one] for one in owner))
        if quantity == "technology":
            return 1.0  # arsenals differ by their number alone
        if quantity in OF_ALL:
            return real.of(quantity, origin[owner])
        return real.of(quantity, owner)

    return change


def world(lab, origin):
    """Return a world without war or tests, all states in others' places.

    What only some states do (North Korea's tests, Japan's ceiling) is off; what all
    of them have, 25 parameters each among it, goes with the state.
    """
    real = lab.Laboratory(months=1).parameters
    own = {f"{p}.{one}": real[f"{p}.{origin[one]}"] for p in OWN for one in STATES}
    return lab.Laboratory(
        rows=5,
        seed=3,
        months=MONTHS,
        change=places_swapped(origin),
        rename=origin,
        beyond={
            **own,
            **lab.QUIET,
            "ceiling_hazard.Japan": 0.0,
            "informal_ceiling.Japan": own["burden_ceiling.Japan"],
        },
    )


def test_enough_is_permuted_to_mean_something():
    assert len(OWN) > 20


@pytest.mark.parametrize("name", PERMUTATIONS)
def test_permuting_the_states_permutes_the_results(lab, name):
    origin = whose(PERMUTATIONS[name])
    first = world(lab, whose({}))
    second = world(lab, origin)
    for _ in range(MONTHS):
        first.step()
        second.step()
    before, after = first.snapshot(), second.snapshot()
    moved = 0
    for field in FIELDS:
        if field.owner != "each":
            continue
        for one in STATES:
            real, here = (
                before[f"{origin[one]}.{field.name}"],
                after[f"{one}.{field.name}"],
            )
            if field.shape == "others":
                order = [others(origin[one]).index(origin[o]) for o in others(one)]
                real = real[order]
            # Sums over others run in another order: 1e-16 each, 36 months of them.
            np.testing.assert_allclose(
                here, real, rtol=1e-12, atol=1e-12, err_msg=f"{one}.{field.name}"
            )
            moved += not np.allclose(here, before[f"{one}.{field.name}"])
    assert moved > 20, "the permuted world must differ from the real one"
    for place, (one, other) in enumerate(PAIRS):
        two = {origin[one], origin[other]}
        real = next(p for p, pair in enumerate(PAIRS) if set(pair) == two)
        np.testing.assert_allclose(
            after["ties.depth"][place], before["ties.depth"][real], rtol=1e-12
        )


def test_six_equal_states_do_the_same(lab):
    same = {f"{name}.{one}": CARDS[name].value("ROK") for name in OWN for one in STATES}
    model = lab.Laboratory(
        rows=1,
        months=MONTHS,
        change=lab.alike(),
        beyond={
            **same,
            **lab.QUIET,
            **lab.for_all(true_type=0.3, belief_noise=0.0, strike=0.0),
            "type_spread": 0.0,
            "ceiling_hazard.Japan": 0.0,
            "informal_ceiling.Japan": 12.0,
            "balancing": 0.0,
        },
    )
    for one in STATES[1:]:  # not only in step: something has to happen
        model.states[one].burden = 1.3 * model.states[one].burden
    model.states["NK"].burden = 1.3 * model.states["NK"].burden
    first = model.snapshot()
    last = lab.run_on(model, MONTHS)[-1]
    for name in ("burden", "threat", "stock", "belief", "felt_threat", "misperception"):
        of_all = np.array([np.ravel(last[f"{one}.{name}"]) for one in STATES])
        # Equal to the rounding of sums in different places.
        np.testing.assert_allclose(of_all, np.tile(of_all[0], (6, 1)), rtol=1e-12)
    assert abs(last["NK.threat"] / first["NK.threat"] - 1.0) > 0.01


def permuted(rule, name, luck):
    """Return a rule's result on permuted others, and the result permuted."""
    order = luck.permutation(5)
    shapes = {
        "guilt_by_association": [(5, 4), (5, 5, 4)],
        "through_friends": [(5, 4), (5, 5, 4)],
        "umbrella": [(5, 4), (5, 4), (5, 5, 4)],
    }[name]
    given = [luck.uniform(0.0, 1.0, shape) for shape in shapes]
    card = {
        "guilt_by_association": {"linkage": 0.3, "guilt_by_association": 1.0},
        "through_friends": {},
        "umbrella": {"decoupling": 0.4},
    }[name]
    turned = [one[order] if one.ndim == 2 else one[order][:, order] for one in given]
    return rule(*turned, **card).total, rule(*given, **card).total[order]


@pytest.mark.parametrize(
    "name", ["guilt_by_association", "through_friends", "umbrella"]
)
def test_rules_over_others_do_not_care_who_is_who(name):
    luck = np.random.default_rng(0)
    for _ in range(20):
        one, other = permuted(RULES[name], name, luck)
        # Five summands or factors in another order: a few units in the last place.
        np.testing.assert_allclose(one, other, rtol=1e-14)
