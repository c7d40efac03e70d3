"""Special cases: where a rule becomes its textbook parent, or nothing is left of it."""

import numpy as np
import pytest

FIVE = np.linspace(0.1, 0.9, 5)[:, None]


# ------------------------------------------------------------------------------ threat


def test_with_saturation_0_threat_is_richardsons_intent_times_power(value):
    found = value(
        "threat", FIVE, 500 * FIVE, 2 + FIVE, 0 * FIVE, saturation=0.0, of="ROK"
    )
    np.testing.assert_allclose(found, FIVE * 500 * FIVE / 1000.0, rtol=1e-15)


def test_nobody_fears_whom_it_trusts_entirely(value):
    assert (
        value("threat", 0 * FIVE, 500 + FIVE, 2 + FIVE, 0 * FIVE, of="NK") == 0
    ).all()


def test_a_guarantor_feels_a_share_of_its_allys_threat(value):
    alone = value("threat", FIVE, 100 * FIVE, FIVE, 0 * FIVE, of="US")
    shared = value("threat", FIVE, 100 * FIVE, FIVE, FIVE, of="US")
    np.testing.assert_allclose(shared - alone, 0.3 * FIVE, rtol=1e-12)


def vulnerable(value, power, own, **chosen):
    return value("vulnerability", power, own, 0.0, 0.0, 0.0, of="ROK", **chosen)


def test_with_absolute_weight_0_only_the_balance_of_power_counts(value):
    # Doubling both sides changes nothing: the purely relative form.
    one = vulnerable(value, 100.0, 100.0, absolute_weight=0.0)
    two = vulnerable(value, 200.0, 200.0, absolute_weight=0.0)
    assert one == pytest.approx(0.5, rel=1e-9)
    assert two == pytest.approx(one, rel=1e-9)  # 1e-9 bn keeps the ratio from 0/0


def test_with_absolute_weight_1_own_power_is_no_comfort(value):
    weak = vulnerable(value, 100.0, 1.0, absolute_weight=1.0)
    strong = vulnerable(value, 100.0, 10_000.0, absolute_weight=1.0)
    assert weak == strong > 0.0


def test_where_nobody_has_power_nobody_is_vulnerable(value):
    assert vulnerable(value, 0.0, 0.0) == 0.0


def test_own_arming_and_an_allys_help_count_alike(value):
    own = value("vulnerability", 100.0, 80.0, 0.0, 0.0, 0.0, of="ROK")
    shielded = value("vulnerability", 100.0, 50.0, 30.0, 0.0, 0.0, of="ROK")
    assert own == pytest.approx(shielded, rel=1e-15)


def test_the_steepest_answer_to_relative_power_is_at_equal_odds(value):
    # So offense advantage does not make every balance steeper: 2 and 1/2 are alike.
    def slope(balance):
        two = vulnerable(
            value, 101.0, 100.0, offense_balance=balance, absolute_weight=0.0
        )
        one = vulnerable(
            value, 99.0, 100.0, offense_balance=balance, absolute_weight=0.0
        )
        return two - one

    assert slope(1.0) > slope(2.0) == pytest.approx(slope(0.5), rel=1e-4)


def test_certain_retaliation_never_takes_more_than_the_whole_threat(value):
    found = value(
        "nuclear_threat",
        1.0,
        20.0,
        0.0,
        1.0,
        4000.0,
        retaliation_deters=0.95,
        parity_weight=0.5,
    )
    assert found == pytest.approx(0.05, abs=1e-12)  # 1 less what is deterred


def test_a_state_without_warheads_does_not_compare_arsenals(value):
    few = value("nuclear_threat", 0.5, 10.0, 0.0, 0.0, 0.0)
    many = value("nuclear_threat", 0.5, 4000.0, 0.0, 0.0, 0.0)
    assert few == many == 0.5


def test_missile_defense_matters_against_small_arsenals_only(value):
    def gain(warheads):
        bare = value("exposure", warheads, 0.0)
        return bare - value("exposure", warheads, 0.5)

    assert gain(10.0) > 0.1
    assert gain(4000.0) == pytest.approx(0.0, abs=1e-12)


# -------------------------------------------------------------------------- perception


def test_capabilities_not_intentions_when_the_worst_is_assumed(value):
    found = value("hostile_intent", 6 * FIVE - 3, FIVE, 0.0, worst_case=1.0)
    np.testing.assert_allclose(found, 1.0, rtol=1e-15)


def test_known_types_leave_no_room_for_belief(value):
    found = value(
        "hostile_intent", 6 * FIVE - 3, FIVE, 0.2, worst_case=0.0, verification=1.0
    )
    np.testing.assert_allclose(found, 0.8 * FIVE, rtol=1e-15)


@pytest.mark.parametrize("clear", [{"misperception": 0.0}, {"distinguishability": 1.0}])
def test_only_offensive_acts_alarm_whom_nothing_deceives(value, clear):
    found = value("evidence", *[1.0] * 5, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, **clear)
    assert found == 0.0


def test_acts_in_a_war_elsewhere_say_nothing_without_the_proxy_dilemma(value):
    seen = (0.0, 0.0, 0.5, 1.0, 0.5, 0.2, 0.3)
    quiet = value("evidence", 0.1, 0.0, 0.0, 0.0, *seen, proxy_dilemma=0.0)
    loud = value("evidence", 0.1, 0.0, 0.0, 0.9, *seen, proxy_dilemma=0.0)
    assert quiet == loud


def test_what_is_expected_is_no_news_and_what_stops_informs(value):
    expected = np.zeros(1)
    for _ in range(600):
        expected = value("expectation", expected, np.full(1, 0.2), habituation=12.0)
    assert expected == pytest.approx(0.2, rel=1e-9)
    calmer = value("belief", 1.0, 0.0 - expected, 0.0, 1.0)
    assert calmer < value("belief", 1.0, 0.2 - expected, 0.0, 1.0) == pytest.approx(1.0)


def test_half_of_a_belief_is_forgotten_in_its_half_life(value):
    log_odds = np.full(1, 3.0)
    for _ in range(36):
        log_odds = value("belief", log_odds, 0.0, 0.0, 1.0, forgetting=36.0)
    assert log_odds == pytest.approx(2.0, rel=1e-12)


def test_who_has_no_friends_answers_for_nobody(value):
    alone = value("guilt_by_association", FIVE, np.zeros((5, 5, 1)))
    assert (alone == 0.0).all()


def test_many_friends_do_not_multiply_guilt(value):
    surprise = np.ones((5, 1))
    one, many = np.zeros((5, 5, 1)), np.ones((5, 5, 1)) - np.eye(5)[..., None]
    one[0, 1] = 0.5
    first = value("guilt_by_association", surprise, one)[0]
    second = value("guilt_by_association", surprise, many)[0]
    # 1e-8: 1e-9 in the denominator keeps the friendless from 0/0.
    assert first == pytest.approx(second, rel=1e-8)
    assert first == pytest.approx(0.2, rel=1e-8)


# ------------------------------------------------------------------ arming and distance


def test_without_distance_nothing_of_power_is_lost(value):
    found = value(
        "projected_power",
        100.0,
        np.zeros((5, 1)),
        np.ones((5, 1)),
        1.0,
        of="NK",
        theatre_share=1.0,
        drawn_away=0.0,
    )
    assert (found == 100.0).all()


def test_what_is_not_in_asia_stands_elsewhere(value):
    in_asia = value("projected_power", 100.0, np.zeros((5, 1)), np.ones((5, 1)), 0.0)
    elsewhere = value("projected_power", 100.0, np.zeros((5, 1)), np.zeros((5, 1)), 0.0)
    np.testing.assert_allclose(in_asia + elsewhere, 100.0, rtol=1e-15)


def test_a_war_in_europe_weakens_no_front_in_europe(value):
    peace = value("projected_power", 100.0, FIVE, np.zeros((5, 1)), 0.0, of="Russia")
    war = value("projected_power", 100.0, FIVE, np.zeros((5, 1)), 1.0, of="Russia")
    np.testing.assert_array_equal(peace, war)


def test_without_news_the_wanted_burden_is_the_customary_one(value):
    assert value("desired_burden", 2.6, 0.0, 1.2, 1.2, 0.0, 7.0, 0.5, of="ROK") == 2.6


def test_a_stock_at_rest_buys_what_wears_out(value):
    assert value("capital_stock", 600.0, 48.0, depreciation=0.08) == pytest.approx(
        600.0
    )


def test_nobody_spends_less_than_nothing_or_more_than_the_ceiling(value):
    assert value("desired_burden", 1.0, 0.0, 0.0, 3.0, 0.0, 7.0, 0.0, of="US") == 0.0
    assert value("desired_burden", 1.0, 0.0, 99.0, 0.0, 0.0, 7.0, 0.0, of="US") == 7.0


# ------------------------------------------------------------------- ties and promises


def test_below_the_threshold_a_tie_promises_nothing(value):
    assert value("pledge", 0.4, 1.0, pact_threshold=0.4) == 0.0
    assert value("pledge", 1.0, 0.7, pact_threshold=0.4) == pytest.approx(0.7)


def test_an_umbrella_shrinks_as_the_guarantors_cities_can_be_hit(value):
    pledges, certain = np.zeros((5, 1)), np.ones((5, 1))
    pledges[0] = 0.8
    safe = value("umbrella", pledges, certain, np.zeros((5, 5, 1)))
    hit = value("umbrella", pledges, certain, np.ones((5, 5, 1)), decoupling=1.0)
    np.testing.assert_allclose(safe, 0.8, rtol=1e-15)
    np.testing.assert_allclose(hit, 0.0, atol=1e-15)


# ----------------------------------------------------------------- dialogue and levers


def test_a_lever_that_nobody_pulls_changes_nothing(value):
    assert (value("forum_wanted", FIVE, FIVE) == 0.0).all()
    assert (value("leeway", FIVE) == 0.0).all()
    assert value("confidence", 0.0, 1.0) == 0.0
    assert value("network", 0.0) == 0.0


def test_talk_without_verification_builds_no_confidence(value):
    assert value("confidence", 0.0, 1.0, forum_verification=0.0) == 0.0
    assert value("confidence", 0.0, 1.0, forum_verification=1.0) > 0.0


def test_balancing_helps_most_while_the_blocs_are_not_yet_hard(value):
    soft, hard = (value("leeway", one, active_balancing=1.0) for one in (0.0, 0.3))
    assert soft == 1.0 > hard > 0.0


def test_engagement_keeps_seouls_lines_and_nobody_elses(value):
    lines, usual = np.full((9, 1), 0.3), np.full((9, 1), 0.3)
    seoul = np.eye(9)[:, 1:2]
    given = (lines, usual, 0.2, 0.0 * lines, 0.0 * lines, 0.0, seoul, 0.0)
    none = value("dialogue_channel", *given, conditional_engagement=0.0)
    full = value("dialogue_channel", *given, conditional_engagement=1.0)
    assert ((full > none) == (seoul == 1.0)).all()


def test_opening_nuclear_consultation_to_tokyo_changes_nothing_for_seoul(value):
    for state, gains in (("ROK", False), ("Japan", True)):
        before, after = (
            value("reassurance", 0.2, 0.5, of=state, planning_with_japan=one)
            for one in (0.0, 1.0)
        )
        assert (after > before) == gains


# ------------------------------------------------------------------------ war and trade


def test_in_peace_nobody_fires_and_nobody_needs_shells(value):
    assert value("fire", 12.0, 0.1, 0.0) == 0.0
    assert value("shell_need", 12.0, 0.0) == 0.0
    assert value("intensity", 0.0, value("effective_fire", 0.0, 1.0)) == 0.0


def test_no_more_is_fired_than_there_is(value):
    for stock in (0.0, 0.01, 1.0, 12.0):
        assert value("fire", stock, 0.05, 1.0) <= stock + 0.05 + 1e-15


def test_between_equal_armies_the_front_stands_still(value):
    assert value("front", 0.18, 300.0, 300.0, 1.0, 0.0, 0.0) == 0.18


def test_whoever_attacks_must_overcome_the_defender_either_way(value):
    ahead = value("front", 0.18, 900.0, 100.0, 1.0, 0.0, 0.0) - 0.18
    behind = value("front", 0.18, 100.0, 900.0, 1.0, 0.0, 0.0) - 0.18
    assert ahead == pytest.approx(-behind, rel=1e-9)
    assert ahead > 0.0


def test_technology_that_is_mastered_stays_mastered(value):
    assert value("technology", 1.0, 1.0, 6.0, 1.0, 1.0) == 1.0


def test_help_with_a_multiplier_of_1_is_no_help(value):
    alone = value("technology", 0.5, 1.0, 0.0, 1.0, 0.0, transfer_multiplier=1.0)
    helped = value("technology", 0.5, 1.0, 0.0, 1.0, 1.0, transfer_multiplier=1.0)
    assert alone == helped


# ---------------------------------------------------------------------------- sanctions


@pytest.mark.parametrize("state", ["Russia", "China"])
def test_all_eleven_resolutions_of_2006_to_2017_would_have_passed(value, state):
    # As isolated, tied and polarized as they then were: at least 9 in 10 each.
    chance = value("veto", 0.1 if state == "Russia" else 0.0, 0.4, 0.1, of=state)
    assert chance < 0.1


def test_an_isolated_russia_vetoes(value):
    assert value("veto", 0.9, 0.7, 0.3, of="Russia") > 0.7


def test_a_ratchet_never_turns_back(value):
    stringency = np.linspace(0.0, 1.0, 11)
    assert (value("stringency", stringency, 0.0) == stringency).all()
    assert (value("stringency", stringency, 1.0) >= stringency).all()


def test_sanctions_change_the_level_of_income_and_not_its_growth_for_ever(value):
    income = np.full(1, 1.0)
    target = value("income_target", 0.5, 0.0, 30.0, 0.0, 0.0)
    for _ in range(600):
        income = value("income", income, target)
    assert income == pytest.approx(target, rel=1e-9)


def test_being_poor_is_no_stress_and_becoming_poorer_is(value):
    assert value("stress", 0.5, 0.5) == 0.0
    assert value("stress", 0.9, 0.5) == pytest.approx(0.4)


# ------------------------------------------------------------------------------ conduct


def test_launches_cluster_at_their_mean(value):
    luck = np.random.default_rng(0).uniform(1e-9, 1.0, 40_000)
    found = value("test_count", np.ones(40_000), 1.7, luck, batch=1.0)
    # A geometric batch; 0.035 is three standard errors of 40,000 draws.
    assert found.mean() == pytest.approx(1.7, abs=0.035)
    assert found.var() / found.mean() > 1.5


def test_a_campaign_lasts_its_half_life(value):
    luck = np.random.default_rng(1).uniform(size=40_000)
    going = value(
        "campaign", np.ones(40_000), 0.0, 0.0, luck, luck, campaign_half_life=3.0
    )
    # 0.007: three standard errors.
    assert going.mean() == pytest.approx(0.5 ** (1 / 3), abs=0.007)


def test_steady_spending_is_no_act(value):
    assert value("arming_act", 50.0, 50.0) == 0.0
    assert value("arming_act", 40.0, 50.0) < 0.0


def test_doubling_in_a_year_is_the_same_act_however_it_is_split(value):
    once = value("arming_act", 2.0, 1.0, arming_salience=1.0)
    monthly = 12 * value("arming_act", 2 ** (1 / 12), 1.0, arming_salience=1.0)
    assert once == pytest.approx(monthly, rel=1e-12)
