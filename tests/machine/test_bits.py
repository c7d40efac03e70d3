"""To the bit: a run hangs on its own luck and parameters, and on nothing else."""

import numpy as np
import pytest

from sim.cast import STATES
from sim.contract import example
from sim.laws import parameters_of
from sim.luck import PURPOSES
from sim.model import StrategicModel
from sim.rules import CARDS, RULES
from sim.scenario import load_scenario
from sim.terms import Terms

MONTHS = 24
ROWS = 12
LONG = 45
"""Months until every mechanism has had something to do: treaties come late."""


PLAIN = load_scenario("baseline").at_first_guesses()


def whole(
    world="baseline", *, rows=ROWS, months=MONTHS, kind=StrategicModel, **options
):
    """Return every field of every month, (months + 1) snapshots."""
    model = kind(world, rows=rows, collect=False, **{"seed": 3, **options})
    seen = [model.snapshot()]
    for _ in range(months):
        model.step()
        seen.append(model.snapshot())
    return seen


def assert_same(one, other, rows=slice(None)):
    for month, (a, b) in enumerate(zip(one, other, strict=True)):
        assert a.keys() == b.keys()
        for key, value in a.items():
            here = value[..., rows]
            if not np.array_equal(here, b[key]):  # NumPy's own message is slow to make
                np.testing.assert_array_equal(here, b[key], f"{key} in month {month}")


def assert_close(one, other, tolerance):
    for month, (a, b) in enumerate(zip(one, other, strict=True)):
        for key, value in a.items():
            np.testing.assert_allclose(
                value,
                b[key],
                rtol=tolerance,
                atol=tolerance,
                err_msg=f"{key} in month {month}",
            )


def differ(one, other):
    return any(not np.array_equal(one[-1][key], other[-1][key]) for key in one[-1])


@pytest.fixture(scope="module")
def crowd():
    return whole()


# ------------------------------------------------------------------------- company


@pytest.mark.parametrize("some", [[7], [11, 2, 5], [4, 4, 9]])
def test_a_row_is_the_same_alone_and_in_any_company(crowd, some):
    assert_same(crowd, whole(rows=len(some), luck_ids=some), rows=some)


def test_chunks_put_together_are_the_whole(crowd):
    for part in (np.arange(0, 5), np.arange(5, 12)):
        assert_same(crowd, whole(rows=part.size, luck_ids=part), rows=part)


def test_a_row_with_its_own_parameters_is_the_same_alone():
    slopes, links = np.linspace(0.0, 6.0, 4), np.linspace(0.0, 0.5, 4)
    many = whole(rows=4, arming_slope=slopes, linkage=links, months=20)
    for row in range(4):
        alone = whole(
            rows=1,
            luck_ids=[row],
            arming_slope=slopes[row],
            linkage=links[row],
            months=20,
        )
        assert_same(many, alone, rows=[row])


def test_a_parameter_written_per_row_is_the_parameter():
    # Scalars and arrays take the same path, or a sweep would not hold its centre.
    one = whole(rows=3, saturation=0.4, forgetting=30.0, months=20)
    each = whole(rows=3, saturation=[0.4] * 3, forgetting=[30.0] * 3, months=20)
    assert_same(one, each)


# --------------------------------------------------------------------------- order


@pytest.mark.parametrize(
    "order", [STATES[::-1], ("ROK", "NK", "China", "US", "Japan", "Russia")]
)
def test_the_order_in_which_agents_are_made_changes_nothing(crowd, order):
    class OtherOrder(StrategicModel):
        creation_order = order

    model = OtherOrder(rows=1, collect=False)
    assert [agent.name for agent in model.agents] == list(order)
    assert_same(crowd, whole(kind=OtherOrder))


# ---------------------------------------------------------------- what changes nothing


def test_a_scenario_that_changes_nothing_changes_nothing(crowd):
    same = load_scenario("baseline").with_parameters(
        linkage=0.2, nk_russia_exchange=1.0
    )
    assert_same(crowd, whole(same))


def test_a_parameter_set_to_its_default_changes_nothing(crowd):
    assert_same(crowd, whole(**{"reach.NK": 500.0, "parity_weight": 0.1}))


def test_drawing_luck_for_a_purpose_that_nobody_uses_changes_nothing(crowd):
    assert "unused" in PURPOSES

    class Curious(StrategicModel):
        drawn = 0

        def step(self):
            before = self.luck_normal("unused")
            super().step()
            type(self).drawn += 1 + 0 * before.size

    assert_same(crowd, whole(kind=Curious))
    assert Curious.drawn == MONTHS


def test_explaining_changes_nothing(crowd):
    assert_same(crowd, whole(explain=True))


def test_collecting_changes_nothing(crowd):
    class Collecting(StrategicModel):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **{**options, "collect": True})

    assert_same(crowd, whole(kind=Collecting))


def test_another_seed_or_id_is_another_future(crowd):
    assert differ(crowd, whole(seed=4))
    assert differ(crowd, whole(luck_ids=np.arange(1, ROWS + 1)))


# ---------------------------------------------------------------------- past and fork


def test_a_fork_without_a_change_is_the_original(crowd):
    model = StrategicModel(rows=ROWS, seed=3, collect=False)
    for _ in range(15):
        model.step()
    past = model.snapshot()
    for _ in range(5):
        model.step()
    model.restore(past, 15)
    seen = [model.snapshot()]
    while model.month < MONTHS:
        model.step()
        seen.append(model.snapshot())
    assert_same(crowd[15:], seen)


def test_a_fork_in_a_new_model_is_the_original(crowd):
    model = StrategicModel(rows=ROWS, seed=3, collect=False)
    model.restore(crowd[10], 10)
    model.step()
    assert_same([crowd[11]], [model.snapshot()])


def test_a_snapshot_put_into_any_model_is_there_in_full(crowd):
    model = StrategicModel(rows=ROWS, seed=8, collect=False, linkage=0.0)
    for _ in range(3):
        model.step()
    assert differ([crowd[20]], [model.snapshot()])
    model.restore(crowd[20], 20)
    assert_same([crowd[20]], [model.snapshot()])
    assert model.month == 20


def test_a_fork_leaves_the_past_as_it_was(crowd):
    before = {key: value.copy() for key, value in crowd[10].items()}
    model = StrategicModel(rows=ROWS, seed=3, collect=False)
    model.restore(crowd[10], 10)
    for _ in range(3):
        model.step()
    for key, value in before.items():
        np.testing.assert_array_equal(crowd[10][key], value, err_msg=key)


# -------------------------------------------------------------------------- mechanisms


def parent_threat(
    intent, power, vulnerability, shared, *, margin, reference_power, guarantee_share
):
    """Richardson's."""
    return Terms(
        linear=intent * (1.0 + margin) * power / reference_power,
        allies_danger=guarantee_share * shared,
    )


def full_threat(intent, power, vulnerability, shared, *, guarantee_share):
    return Terms(own=intent * vulnerability, allies_danger=guarantee_share * shared)


def parent_guilt(surprise, friendship):
    return Terms(nothing=0.0 * surprise)


def full_guilt(surprise, friendship, *, linkage):
    total, ties_of = 0.0 * surprise, 0.0 * surprise
    for k in range(5):
        total = total + friendship[:, k] * surprise[k]
        ties_of = ties_of + friendship[:, k]
    return Terms(charged=linkage * total / (ties_of + 1e-9))


def evidence_with(weight_of_war):
    def evidence(
        armed,
        drilled,
        tested,
        fought,
        struck,
        conciliated,
        offensive,
        aimed,
        heard,
        confident,
        noise,
        *,
        misperception,
        distinguishability,
        channel_clarity,
        confidence_clarity,
        belief_noise,
        proxy_weight,
    ):
        unclear = 1.0 - confidence_clarity * confident
        misread = misperception * (1.0 - distinguishability) * unclear
        muffled = 1.0 - channel_clarity * heard
        read = aimed * (offensive + (1.0 - offensive) * misread * muffled)
        terms = {
            "arming": read * armed,
            "drills": read * drilled,
            "tests": read * tested,
            "attacks": read * struck,
        }
        if weight_of_war:
            terms["proxy_war"] = proxy_weight * read * fought
        terms["reassurance"] = -aimed * (1.0 - offensive) * conciliated
        return Terms(**terms, noise=belief_noise * unclear * noise)

    return evidence


def parent_expectation(expected, seen):
    return Terms(held=expected)


def full_expectation(expected, seen, *, habituation):
    return Terms(
        held=expected,
        learned=(1.0 - np.exp(-np.log(2.0) / habituation)) * (seen - expected),
    )


def power_with(diversion):
    def power(
        capability, distance, in_asia, intensity, *, reach, theatre_share, drawn_away
    ):
        share = in_asia * theatre_share + (1.0 - in_asia) * (1.0 - theatre_share)
        stationed = share * capability * np.exp(-distance / reach)
        if not diversion:
            return Terms(stationed=stationed + 0.0 * intensity)
        return Terms(
            stationed=stationed, diverted=-drawn_away * intensity * in_asia * stationed
        )

    return power


def credibility_with(distraction):
    def credibility(
        trusted, commitment, engaged, shown, *, credibility_months, stretch
    ):
        rate = 1.0 / credibility_months
        terms = {"held": trusted, "commitment": rate * (commitment - trusted)}
        if distraction:
            terms["distraction"] = -rate * stretch * engaged * commitment
        return Terms(**terms, shown=rate * (1.0 - commitment) * shown)

    return credibility


def parent_desired(
    reference,
    wars,
    felt,
    reference_felt,
    greed_beyond_type,
    limit,
    confident,
    *,
    ambition,
    confidence_restrains,
):
    greedy = ambition * greed_beyond_type
    restrained = confidence_restrains * confident * np.maximum(0.0, greedy)
    return Terms.bounded(
        0.0, limit, custom=reference + wars, ambition=greedy, restraint=-restrained
    )


def full_desired(
    reference,
    wars,
    felt,
    reference_felt,
    greed_beyond_type,
    limit,
    confident,
    *,
    arming_slope,
    ambition,
    confidence_restrains,
):
    more = arming_slope * (felt - reference_felt) + ambition * greed_beyond_type
    restrained = confidence_restrains * confident * np.maximum(0.0, more)
    customary = reference + wars
    return Terms.bounded(0.0, limit, custom=customary, more=more, restraint=-restrained)


def tie_with(balancing):
    def tie(
        depth,
        standing,
        common_news,
        habit,
        treaty,
        goodwill_news,
        dispute_news,
        joined,
        rallied,
        moderated,
        hedged,
        *,
        tie_pull,
        tie_months,
        habit_depth,
        treaty_depth,
        historical_friction,
        burden_dispute,
        institution_depth,
        camp_begets_camp,
        pull_moderated,
        engagement_cost,
    ):
        rate = 1.0 / tie_months
        common = tie_pull * common_news if balancing else 0.0 * common_news
        camp = camp_begets_camp * rallied
        eased = pull_moderated * moderated * np.maximum(0.0, common + camp)
        return Terms.bounded(
            0.0,
            1.0,
            held=depth,
            custom=rate * (standing - depth),
            common=rate * common,
            camp=rate * camp,
            eased=-rate * eased,
            habit=rate * habit_depth * habit,
            treaty=rate * treaty_depth * treaty,
            goodwill=rate * historical_friction * goodwill_news,
            dispute=-rate * burden_dispute * dispute_news,
            joined=rate * institution_depth * joined,
            hedged=-rate * engagement_cost * hedged,
        )

    return tie


def parent_pledge(depth, trusted):
    return Terms(promise=0.0 * depth)


def full_pledge(depth, trusted, *, pact_threshold):
    promised = np.maximum(0.0, (depth - pact_threshold) / (1.0 - pact_threshold))
    return Terms(promise=trusted * promised)


def parent_channel(opened, need, isolated, habitual):
    return Terms(shut=0.0 * opened)


def full_channel(
    opened,
    need,
    isolated,
    habitual,
    *,
    restraint,
    persistence,
    channel_months,
    naming,
    naming_cost,
):
    wanted = need * isolated + persistence * habitual
    wanted = wanted * (1.0 - restraint * (1.0 - isolated))
    wanted = wanted * (1.0 - naming_cost * naming)
    return Terms.bounded(
        0.0, 1.0, held=opened, moved=(wanted - opened) / channel_months
    )


def parent_troops(abroad, opened, gap, willing, *, deployment_months):
    return Terms(held=abroad, home=-abroad / deployment_months)


def full_troops(abroad, opened, gap, willing, *, most_troops, deployment_months):
    wanted = most_troops * willing * opened * gap
    return Terms(held=abroad, sent=(wanted - abroad) / deployment_months)


def parent_flow(paid, isolated):
    return Terms(nothing=0.0 * paid)


def full_flow(paid, isolated, *, restraint, technology_half):
    return Terms(
        flow=(1.0 - restraint * (1.0 - isolated)) * paid / (paid + technology_half)
    )


def parent_veto(isolated, patronage, polarized):
    return Terms(chance=0.0 * isolated)


def full_veto(
    isolated,
    patronage,
    polarized,
    *,
    veto_caution,
    veto_isolation,
    veto_patronage,
    veto_rivalry,
):
    leaning = (
        veto_isolation * isolated
        + veto_patronage * patronage
        + veto_rivalry * np.maximum(0.0, polarized)
        - veto_caution
    )
    return Terms(chance=1.0 / (1.0 + np.exp(-leaning)))


def compliance_with(erosion):
    def compliance(
        complying,
        watched,
        patronage,
        polarized_news,
        secondary,
        *,
        compliance_base,
        compliance_patronage,
        compliance_rivalry,
        secondary_effect,
        accountability,
        accountability_effect,
        compliance_months,
    ):
        rate = 1.0 / compliance_months
        left = np.exp(
            -compliance_patronage * patronage - compliance_rivalry * polarized_news
        )
        duty = rate * compliance_base * watched
        pressed = rate * secondary_effect * secondary
        charged = rate * accountability_effect * accountability
        asked = duty + pressed + charged
        lost = {"eroded": asked * (left - 1.0)} if erosion else {}
        return Terms.bounded(
            0.0,
            1.0,
            held=complying * (1.0 - rate),
            duty=duty,
            secondary=pressed,
            accountability=charged,
            **lost,
        )

    return compliance


def elsewhere_with(erosion):
    def compliance_elsewhere(
        complying,
        watched,
        accepted,
        *,
        compliance_others,
        national_capacity,
        capacity_gain,
        accountability,
        accountability_elsewhere,
        compliance_months,
    ):
        rate = 1.0 / compliance_months
        duty = rate * compliance_others * watched
        undone = rate * (1.0 - compliance_others) * watched
        able = capacity_gain * national_capacity * undone
        charged = accountability_elsewhere * accountability * (undone - able)
        asked = duty + able + charged
        lost = {"scepticism": -(1.0 - accepted) * asked} if erosion else {}
        return Terms(
            held=complying * (1.0 - rate),
            duty=duty,
            capacity=able,
            accountability=charged,
            **lost,
        )

    return compliance_elsewhere


def parent_conciliation(restraint, progress, paused):
    return Terms(nothing=0.0 * restraint)


def full_conciliation(
    restraint,
    progress,
    paused,
    *,
    conciliation_of_restraint,
    conciliation_of_progress,
    conciliation_of_pause,
):
    return Terms(
        restraint=conciliation_of_restraint * restraint,
        progress=conciliation_of_progress * progress,
        pause=conciliation_of_pause * paused,
    )


def attachment_with(lesson_counts):
    def attachment(
        held,
        lesson,
        alarm,
        eased,
        lost,
        *,
        attachment_base,
        attachment_lesson,
        attachment_alarm,
        attachment_impunity,
        attachment_disorder,
        attachment_rise,
        attachment_fall,
    ):
        taught = attachment_lesson * lesson if lesson_counts else 0.0
        afraid = attachment_alarm * np.maximum(0.0, alarm)
        safer = attachment_impunity * np.maximum(0.0, eased)
        aim = attachment_base + taught + afraid + safer
        aim = np.minimum(1.0, aim + attachment_disorder * lost)
        return Terms(
            held=held,
            learned=np.maximum(0.0, aim - held) / attachment_rise,
            faded=-np.maximum(0.0, held - aim) / attachment_fall,
        )

    return attachment


def assets_with(reaction):
    def assets(
        deployed,
        alarm,
        tested,
        coercing,
        attention,
        linked,
        *,
        assets_base,
        assets_of_alarm,
        assets_of_tests,
        assets_of_pressure,
        assets_of_link,
        assets_months,
    ):
        answer = 0.0 * alarm
        if reaction:
            answer = assets_of_alarm * np.maximum(0.0, alarm)
            answer = answer + assets_of_tests * np.maximum(0.0, tested)
            answer = answer + assets_of_pressure * coercing + assets_of_link * linked
        wanted = assets_base + answer
        rate = 1.0 / assets_months
        return Terms.bounded(
            0.0,
            1.0,
            held=deployed * (1.0 - rate),
            custom=rate * assets_base,
            answer=rate * answer,
            distraction=-rate * (0.5 - np.minimum(0.5, attention)) * wanted,
        )

    return assets


def forces_with(reaction):
    def strike_forces(
        held,
        alarm,
        allowed,
        *,
        strike_base,
        strike_of_alarm,
        strike_months,
        strike_decay,
        comprehensive_security,
        civil_share,
    ):
        afraid = strike_of_alarm * np.maximum(0.0, alarm) if reaction else 0.0 * alarm
        military = 1.0 - civil_share * comprehensive_security
        aim = np.minimum(1.0, allowed * (strike_base + military * afraid))
        return Terms(
            held=held,
            built=np.maximum(0.0, aim - held) / strike_months,
            given_up=-np.maximum(0.0, held - aim) / strike_decay,
        )

    return strike_forces


def parent_learned(worth, trace, gained, *, learned_forgetting):
    forgotten = 1.0 - np.exp(-float(np.log(2.0)) / learned_forgetting)
    return Terms.bounded(-2.0, 2.0, held=worth, forgotten=-forgotten * worth)


def full_learned(worth, trace, gained, *, learning_rate, learned_forgetting):
    forgotten = 1.0 - np.exp(-float(np.log(2.0)) / learned_forgetting)
    return Terms.bounded(
        -2.0,
        2.0,
        held=worth,
        lesson=learning_rate * trace * gained,
        forgotten=-forgotten * worth,
    )


def channel_open_with(severing):
    def dialogue_channel(
        heard,
        usual,
        polarized_news,
        level,
        dialogue,
        forum,
        seoul,
        eased,
        *,
        channel_half_life,
        channel_of_blocs,
        channel_of_crisis,
        channel_of_dialogue,
        channel_of_forum,
        engagement_floor,
        conditional_engagement,
    ):
        rate = 1.0 - np.exp(-float(np.log(2.0)) / channel_half_life)
        closed, cut = 0.0 * usual, {}
        if severing:
            hardened = channel_of_blocs * np.maximum(0.0, polarized_news)
            closed = usual * (np.exp(-hardened * (1.0 - seoul * eased)) - 1.0)
            cut = {"crisis": -channel_of_crisis * level / 5.0 * heard}
        talked = channel_of_dialogue * dialogue * (1.0 - usual)
        met = channel_of_forum * forum * (1.0 - usual)
        kept = np.maximum(engagement_floor, usual) - (usual + closed + talked + met)
        return Terms.bounded(
            0.0,
            1.0,
            held=heard * (1.0 - rate),
            custom=rate * usual,
            blocs=rate * closed,
            dialogue=rate * talked,
            forum=rate * met,
            kept=rate * seoul * conditional_engagement * np.maximum(0.0, kept),
            **cut,
        )

    return dialogue_channel


MECHANISMS = {
    "costly_signals": (
        {"conciliation": parent_conciliation},
        {"conciliation": full_conciliation},
    ),
    "nuclear_lesson": (
        {"attachment": attachment_with(False)},
        {"attachment": attachment_with(True)},
    ),
    "strategic_assets": (
        {"assets": assets_with(False)},
        {"assets": assets_with(True)},
    ),
    "strike_buildup": (
        {"strike_forces": forces_with(False)},
        {"strike_forces": forces_with(True)},
    ),
    "payoff_learning": (
        {"learned": parent_learned},
        {"learned": full_learned},
    ),
    "severed_channels": (
        {"dialogue_channel": channel_open_with(False)},
        {"dialogue_channel": channel_open_with(True)},
    ),
    "saturation": ({"threat": parent_threat}, {"threat": full_threat}),
    "guilt_by_association": (
        {"guilt_by_association": parent_guilt},
        {"guilt_by_association": full_guilt},
    ),
    "proxy_dilemma": (
        {"evidence": evidence_with(False)},
        {"evidence": evidence_with(True)},
    ),
    "habituation_effect": (
        {"expectation": parent_expectation},
        {"expectation": full_expectation},
    ),
    "theatre_diversion": (
        {"projected_power": power_with(False), "credibility": credibility_with(False)},
        {"projected_power": power_with(True), "credibility": credibility_with(True)},
    ),
    "budget_reaction": (
        {"desired_burden": parent_desired},
        {"desired_burden": full_desired},
    ),
    "balancing": ({"tie": tie_with(False)}, {"tie": tie_with(True)}),
    "extended_deterrence": ({"pledge": parent_pledge}, {"pledge": full_pledge}),
    "nk_russia_exchange": ({"channel": parent_channel}, {"channel": full_channel}),
    "troop_deployment": ({"troops": parent_troops}, {"troops": full_troops}),
    "technology_transfer": (
        {"technology_flow": parent_flow},
        {"technology_flow": full_flow},
    ),
    "vetoes": ({"veto": parent_veto}, {"veto": full_veto}),
    "sanctions_erosion": (
        {
            "compliance": compliance_with(False),
            "compliance_elsewhere": elsewhere_with(False),
        },
        {
            "compliance": compliance_with(True),
            "compliance_elsewhere": elsewhere_with(True),
        },
    ),
}
"""Of every mechanism: its parent, and the full rule, each without a strength."""


def test_every_mechanism_has_its_parent_here():
    named = {name for name, one in CARDS.items() if one.kind == "mechanism"}
    assert named == set(MECHANISMS)


@pytest.fixture(scope="module")
def switched():
    """Return a run of two futures as they are, then with each mechanism at 0."""
    # At first guesses: strengths that fit the record would not be 1 where they are on.
    strengths = {name: np.ones(2 * len(MECHANISMS) + 2) for name in MECHANISMS}
    for place, name in enumerate(MECHANISMS):
        strengths[name][2 * place + 2 : 2 * place + 4] = 0.0
    ids = [0, 1] * (len(MECHANISMS) + 1)
    return whole(PLAIN, rows=len(ids), luck_ids=ids, months=LONG, **strengths)


def rows_without(name):
    place = 2 * list(MECHANISMS).index(name) + 2
    return [place, place + 1]


@pytest.mark.parametrize("name", MECHANISMS)
def test_strength_0_is_the_parent_rule_to_the_bit(switched, name):
    rules = MECHANISMS[name][0]
    parent = whole(PLAIN, rows=2, rules=rules, months=LONG, **{name: 0.0})
    assert_same(switched, parent, rows=rows_without(name))


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_mechanism_makes_a_difference(switched, name):
    off, on = rows_without(name), [0, 1]
    assert any(
        not np.array_equal(value[..., off], value[..., on])
        for value in switched[-1].values()
    )


def test_strength_1_is_the_full_rule_to_rounding(switched):
    full = {
        name: rule for _, some in MECHANISMS.values() for name, rule in some.items()
    }
    found = whole(PLAIN, rows=2, months=LONG, rules=full)
    first = [{key: value[..., :2] for key, value in one.items()} for one in switched]
    # Sums and products in another order: 1e-16 a month, and no event in the balance.
    assert_close(found, first, 1e-12)


@pytest.mark.parametrize("name", MECHANISMS)
def test_each_full_rule_is_the_rule_at_strength_1(name):
    for rule, full in MECHANISMS[name][1].items():
        given = example(RULES[rule], RULES[rule], 200, np.random.default_rng(0))
        named = {n: v for n, v in given.parameters.items() if n not in MECHANISMS}
        on = dict.fromkeys(set(given.parameters) & set(MECHANISMS), 1.0)
        expected = RULES[rule](*given.arguments.values(), **named, **on).total
        read = {n: v for n, v in named.items() if n in parameters_of(full)}
        found = full(*given.arguments.values(), **read).total
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def test_a_mechanism_may_differ_by_row():
    strengths = np.array([0.0, 0.5, 1.0])
    many = whole(rows=3, luck_ids=[2, 2, 2], guilt_by_association=strengths)
    for row, strength in enumerate(strengths):
        alone = whole(rows=1, luck_ids=[2], guilt_by_association=strength)
        assert_same(many, alone, rows=[row])


# --------------------------------------------------------------------------- precision


def test_float32_stays_float32_and_close_to_float64():
    fine = whole(rows=8, months=30)
    coarse = whole(rows=8, months=30, dtype=np.float32)
    for key, value in coarse[-1].items():
        assert value.dtype == np.float32, key
    # 6e-8 a step over 30 months, and a stock of thousands in each power; no event of
    # these rows lies within that of its threshold.
    for a, b in zip(fine, coarse, strict=True):
        for key, value in a.items():
            np.testing.assert_allclose(b[key], value, rtol=2e-3, atol=2e-4, err_msg=key)
