"""A month is a choice of the tick, not of the theory: half of it, and half an act.

Halving the tick, or splitting an act in two identical ones, may change no rate by more
than a twentieth. When the tick is halved, each parameter follows the unit of its card.
"""

from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pytest

from sim.contract import RANGES, arguments
from sim.figures import Figures
from sim.laws import parameters_of
from sim.rules import CARDS, RULES

A_TWENTIETH = 0.05
MONTHS, ROWS, MANY = 250, 300, 8000
FEW = {"tested": (0, 2), "lesson": (0, 1)}
alike = partial(np.testing.assert_allclose, rtol=A_TWENTIETH, atol=1e-12)


@dataclass
class Case:
    """A rule, and what its arguments are to time: see by_half_ticks for the others."""

    rule: str
    state: str = ""
    flows: tuple = ()  # amounts in a tick whose unit does not say so
    events: tuple = ()  # fall in one tick and not in the next
    luck: str = ""
    within: dict = field(default_factory=dict)  # what there can be in a month


# fmt: off
CHANCES = [
    Case("bargain"), Case("breakdown"), Case("calm"), Case("ceiling_lift"),
    Case("climb"), Case("limited_attack"), Case("treaty_hazard"),
    Case("acknowledgment_hazard"),
    Case("breach", events=("loud",)), Case("crisis_risk", events=("attacked",)),
    Case("nuclear_test", luck="luck"), Case("talks_open", within={"engaged": (0, 0)}),
    Case("posture_review", events=("news",), within={"news": (1, 1)}),
]
MOVES = [  # each rule with the argument that it moves
    *(Case(*one.split()) for one in (
        "assets deployed", "attachment held", "attention now", "attrition own",
        "burden current", "capital_stock stock", "channel opened",
        "combat_experience experience", "compliance complying",
        "compliance_elsewhere complying", "credibility trusted", "definition_gap gap",
        "dialogue_channel heard", "expectation expected", "growth gdp",
        "habit habitual", "handover stage", "implementation done", "income earned",
        "insecurity felt", "institution depth", "isolation current",
        "mobilized_output output", "monitoring watched",
        "relief granted", "strike_forces held", "tie depth", "troops abroad",
        "unilateral measures", "used_to accustomed", "warheads stock",
        "winding_down cost",
    )),
    Case("belief", "log_odds", ("surprise", "charged")),
    Case("exhaustion", "weariness", ("loss_share",), within={"loss_share": (0, 0.1)}),
    Case("learned", "worth", ("gained",), within={"worth": (-2, 2), "gained": (-1, 1)}),
    Case("missile_shield", "held", within={"held": (0, 0.7), "first": (0, 0.7)}),
    Case("remembered", "trace", events=("act",), within={"trace": (0, 0)}),
    Case("shell_stock", "stock", ("gained", "spent")),
    Case("technology", "level", ("tested",), within=FEW),
    Case("trust", "held", ("progress",), ("broken", "failed", "tested"),
         within={"progress": (0, 0.1)}),
    Case("legitimacy", "accepted", events=("vetoed",)),
    Case("arms_control", "kept"), Case("latency", "held"),
    Case("forum", "held"), Case("confidence", "held"), Case("network", "held"),
    Case("room", "held"), Case("front", "held", events=("invaded",)),
    Case("unanswered", "trace", events=("failed",)),
]
AMOUNTS = [  # what is done in a tick, and the one hazard that is not yet a chance
    Case("ceasefire"), Case("delivery"), Case("fire"), Case("payment"),
    Case("recruits", flows=("most",)), Case("shell_offer"),
    Case("testing_pace"), Case("trade_with_china"),
]
LEVELS = [  # what holds at any moment, though flows or ages are weighed in it
    Case("effective_fire"), Case("front_strength"), Case("intensity"),
    Case("income_target", flows=("gdp",)),
    Case("newness"), Case("shell_need"), Case("technology_flow"), Case("war_act"),
]
LEFT_OUT = {
    "arming_act": "a rise of spending is split below, as the act that it is",
    "crisis_level": "it draws with chances that are in the table; see crises below",
    "picked": "it draws with chances that others give",
    "sustainment": "an index that counts a year's supply by definition",
    "campaign": "it starts and stops within a month; see launches below",
    "test_count": "it counts the tests of a campaign; see launches below",
}
# A domain of technology is a unit that is given, like a state: cutting one in two would
# let two campaigns run where one did, so what is split is tests and not domains.
# Tied to the calendar, with no time in them: the vote on a draft and the Panel's each
# March (veto, panel_veto, stringency), and China's yearly choice (role, role_utility).
ACTS = [  # each rule that adds acts up, with the acts; a shipment and its price too
    Case("evidence", "", ("armed", "drilled", "tested", "fought", "struck",
                          "conciliated")),
    Case("conciliation", flows=("progress", "paused")),
    Case("delivery", flows=("offer",)), Case("exercise_act", flows=("held",)),
    Case("payment", flows=("delivered", "abroad")),
    Case("shell_stock", flows=("gained",), within={"spent": (0, 0)}),
    Case("technology", flows=("tested",), within=FEW),
    Case("testing_act", flows=("launched", "long_range")),
    Case("war_act", flows=("delivered",)),
]
# fmt: on


def by_half_ticks(unit):
    flows = "/month" in unit or "/year" in unit
    return 2.0 if unit == "months" else 0.5 if flows else 1.0


def units(rule):
    return {one.name: one.unit for one in arguments(RULES[rule])}


def owned(cases):
    """Return each case with each state that has all the parameters of its rule."""
    found = []
    for case in cases:
        cards = [CARDS[name] for name in parameters_of(RULES[case.rule])]
        owners = [set(one.states) for one in cards if one.states]
        for owner in sorted(set.intersection(*owners)) if owners else [None]:
            name = filter(None, (case.rule, case.luck, owner))
            found.append(pytest.param(case, owner, id="-".join(name)))
    return found


def law(rule, owner=None, *, half=False, strength=1.0):
    """Return a rule with its first guesses, for ticks of a month or of half of one."""
    own = {}
    for name in parameters_of(RULES[rule]):
        card = CARDS[name]
        own[name] = card.value((owner or card.states[0]) if card.states else None)
        own[name] *= strength if card.kind == "mechanism" else 1.0
        own[name] *= by_half_ticks(card.unit) if half else 1.0
    return partial(RULES[rule], **own)


def drawn(case):
    luck, month, half = np.random.default_rng(1), {}, {}
    for one in arguments(RULES[case.rule]):
        low, high = case.within.get(one.name, RANGES[one.unit])
        given = luck.uniform(low, high, one.shape(ROWS))
        month[one.name] = np.round(given) if one.unit == "0 or 1" else given
        factor = 0.5 if one.name in case.flows else by_half_ticks(one.unit)
        half[one.name] = factor * month[one.name]
    return month, half


def test_every_rule_with_time_or_luck_in_it_is_in_a_table():
    tables = {one.rule for one in [*CHANCES, *MOVES, *AMOUNTS, *LEVELS]}
    for rule in set(RULES) - tables - set(LEFT_OUT):
        every = [*units(rule).values()]
        every += [CARDS[name].unit for name in parameters_of(RULES[rule])]
        assert "luck" not in every, rule
        assert {by_half_ticks(one) for one in every} <= {1.0}, rule


def chance(case, rule, given):
    """Return a chance; where a rule draws, the luck at which it turns."""
    if not case.luck:
        return rule(*given.values()).total
    ends = 1e-15 + 0.0 * given[case.luck], 1.0 + 0.0 * given[case.luck]
    first = rule(*{**given, case.luck: ends[0]}.values()).total
    for _ in range(50):
        middle = 0.5 * (ends[0] + ends[1])
        same = rule(*{**given, case.luck: middle}.values()).total == first
        ends = np.where(same, middle, ends[0]), np.where(same, ends[1], middle)
    return ends[0]


def over(case, rule, given, ticks):
    """Return the chance within some ticks, with all events in the first."""
    ages, none = [k for k, unit in units(case.rule).items() if unit == "months"], 1.0
    for tick in range(1, ticks + 1):
        now = {name: 0.0 * given[name] + tick for name in ages}
        now |= {name: given[name] * (tick == 1) for name in case.events}
        none = none * (1.0 - chance(case, rule, {**given, **now}))
    return 1.0 - none


@pytest.mark.parametrize(("case", "owner"), owned(CHANCES))
def test_two_half_ticks_have_the_chance_of_one_tick(case, owner):
    month, half = drawn(case)
    # A chance that grows with age is compared over a year from its beginning.
    ticks = 12 if "months" in units(case.rule).values() else 1
    one = over(case, law(case.rule, owner), month, ticks)
    two = over(case, law(case.rule, owner, half=True), half, 2 * ticks)
    assert one.max() > 0.01
    alike(two, one, atol=1e-6)


def paths(case, owner, months, strength):
    """Return a stock's paths on which only events change: by ticks, by half ticks."""
    luck, once, twice, found = np.random.default_rng(2), [], [], []
    month, half = drawn(case)
    for _ in range(months):  # events fall in a month of 20, in either of its halves
        now = {name: luck.uniform(size=month[name].shape) for name in case.events}
        once.append({name: 1.0 * (one < 0.05) for name, one in now.items()})
        early = {name: 1.0 * (one < 0.025) for name, one in now.items()}
        twice += [early, {name: once[-1][name] - early[name] for name in early}]
    for given, events in ((month, once), (half, twice)):
        rule = law(case.rule, owner, half=given is half, strength=strength)
        path = [given[case.state]]
        for now in events:
            path.append(rule(*{**given, **now, case.state: path[-1]}.values()).total)
        found.append(np.array(path))
    return found[0], found[1][::2] / by_half_ticks(units(case.rule)[case.state])


@pytest.mark.parametrize("strength", [1.0, 0.5], ids=["whole", "half strength"])
@pytest.mark.parametrize("months", [1, 60], ids=["a month", "five years"])
@pytest.mark.parametrize(("case", "owner"), owned(MOVES))
def test_half_ticks_move_a_stock_as_far_as_ticks(case, owner, months, strength):
    one, two = paths(case, owner, months, strength)
    if case.events:  # in single rows they come up to half a month sooner
        one, two = one.mean(axis=-1), two.mean(axis=-1)
    way = np.abs(one - one[0]).max(axis=0)
    # Where causes cancel a stock hardly moves: it may miss as much as the others do.
    miss = np.abs(two - one).max(axis=0) / np.maximum(way, way.mean() + 1e-12)
    assert float(miss.max()) < A_TWENTIETH


@pytest.mark.parametrize(("case", "owner"), owned([*AMOUNTS, *LEVELS]))
def test_half_a_tick_has_half_the_flows_and_the_same_levels(case, owner):
    month, half = drawn(case)
    one = law(case.rule, owner)(*month.values()).total
    two = law(case.rule, owner, half=True)(*half.values()).total
    alike(two, (0.5 if case in AMOUNTS else 1.0) * one)


FLOWN = ("short_range", "short_range", "icbm", "icbm")
WORTH = np.array([[0.0], [1.0], [0.0], [1.0]])  # neutral, and about what most had
PACE = np.array([[Figures(2021).of("pace", one)] for one in FLOWN])
BATCH = np.array([[Figures(2021).of("batch", one)] for one in FLOWN])


def launches(pace, *, cut=1):
    luck, running, flown = np.random.default_rng(3), np.zeros((len(FLOWN), MANY)), 0.0
    campaign, count = (law(one, half=cut == 2) for one in ("campaign", "test_count"))
    for _ in range(cut * MONTHS):
        start, stop, size = luck.uniform(1e-12, 1.0, (3, *running.shape))
        running = campaign(running, WORTH, pace / cut, start, stop).total
        flown = flown + count(running, BATCH / cut, size).total.mean(axis=-1)
    return flown / MONTHS


def test_half_ticks_have_the_launches_of_ticks():
    alike(launches(PACE, cut=2), launches(PACE))


def crises(cut):
    """Return crises begun a month, at two tensions.

    How long one lasts counts whole ticks, because a single draw a month both begins
    and ends it: that is not compared.
    """
    luck, tense = np.random.default_rng(4), np.array([[0.0], [0.5]])
    level, begun = np.zeros((2, MANY)), 0.0
    names = ("crisis_risk", "climb", "calm")
    risk, climb, calm = (law(one, half=cut == 2) for one in names)
    for _ in range(cut * MONTHS):
        begins = risk(tense, 1.0, 0.1, 0.6, 0.0, 0.0).total
        moves = climb(level, tense, 0.6, 0.3).total, calm(level, 0.6, 0.0, 0.0).total
        drawn = luck.uniform(size=level.shape)
        terms = RULES["crisis_level"](level, begins, *moves, 0.0, drawn)
        level, begun = terms.total, begun + terms["begins"].mean(axis=-1)
    return begun / MONTHS


def test_half_ticks_have_the_crises_of_ticks():
    alike(crises(2), crises(1))


@pytest.mark.parametrize(("case", "owner"), owned(ACTS))
def test_two_acts_of_half_the_size_come_to_one(case, owner):
    month, found = drawn(case)[0], []
    for size in (0.0, 0.5, 1.0):
        acts = {name: size * month[name] for name in case.flows}
        found.append(law(case.rule, owner)(*{**month, **acts}.values()))
    none, half, whole = found
    assert np.abs(whole.total - none.total).max() > 0.0
    for part in whole:  # of a payment, each kind for itself
        alike(2.0 * (half[part] - none[part]), whole[part] - none[part])


def test_two_long_range_launches_are_as_loud_in_one_month_as_in_two():
    loud = law("testing_act")
    alike(loud(2.0, 2.0, 0.0).total, 2.0 * loud(1.0, 1.0, 0.0).total)


def test_two_half_months_of_tests_provoke_as_much_as_the_month():
    tests, provoked = np.linspace(0.01, 1.0, 50), law("provocation")
    half, whole = (provoked(share * tests, 0.0).total for share in (0.5, 1.0))
    alike(1.0 - np.square(1.0 - half), whole)


def test_a_rise_of_spending_in_two_steps_is_as_loud_as_in_one():
    share, rise = np.linspace(0.8, 1.6, 9), law("arming_act")
    alike(2.0 * rise(np.sqrt(share), 1.0).total, rise(share, 1.0).total)
