"""Each rule by hand: one number that a reader can work out beside the equation."""

import math

import numpy as np
import pytest

from sim.rules import RULES

E1 = 1.0 - math.exp(-1.0)  # 0.632..., what a saturating form reaches at its scale

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    # capability
    "capital_stock": ((600.0, 60.0), {"depreciation": 0.08}, 600 + 60 / 12 - 4.0),
    "standing_capability": (
        (100.0, math.log(4.0), 0.5),
        {"cinc_weight": 0.5, "experience_gain": 0.2},
        100 * 2 * 1.1,
    ),
    "projected_power": (
        (100.0, [[500.0]] * 5, [[1.0]] * 5, 0.5),
        {
            "reach": 500.0,
            "theatre_share": 0.3,
            "drawn_away": 0.4,
            "theatre_diversion": 1.0,
        },
        [0.3 * 100 * math.exp(-1) * (1 - 0.4 * 0.5)] * 5,
    ),
    "strike_damage": (
        (0.5, [[300.0]] * 5),
        {"strike": 3.0, "strike_reach": 300.0},
        [1.5 * math.exp(-1)] * 5,
    ),
    "strike_readiness": ((1.4, 0.6), {"artillery_share": 0.5}, 0.5 + 0.3),
    # perception
    "first_belief": (
        (2.0, 1.0, 0.25),
        {
            "suspicion": -2.0,
            "suspicion_of_votes": 0.4,
            "suspicion_of_rivals": 1.0,
            "suspicion_of_conflict": 6.0,
        },
        -2 + 0.8 + 1 + 1.5,
    ),
    "evidence": (
        (0.1, 0.05, 0.2, 0.4, 0.5, 0.8, 1.0),
        {
            "misperception": 0.4,
            "distinguishability": 0.5,
            "belief_noise": 0.03,
            "proxy_weight": 0.5,
            "proxy_dilemma": 1.0,
        },
        # read = 0.8 (0.5 + 0.5 * 0.4 * 0.5) = 0.48; acts = 0.1 + 0.05 + 0.2 + 0.2
        0.48 * 0.55 + 0.03,
    ),
    "expectation": (
        (0.2, 0.6),
        {"habituation": 1.0, "habituation_effect": 1.0},
        0.4,  # half of the way in a half-life of a month
    ),
    "guilt_by_association": (
        (
            [1.0, 0.0, 0.0, 0.0, 0.5],
            # only the third has friends: the first (0.6) and the fifth (0.2)
            np.array([[0.0] * 5, [0.0] * 5, [0.6, 0, 0, 0, 0.2], [0.0] * 5, [0.0] * 5]),
        ),
        {"linkage": 0.2, "guilt_by_association": 1.0},
        [0.0, 0.0, 0.2 * (0.6 * 1.0 + 0.2 * 0.5) / 0.8, 0.0, 0.0],
    ),
    "belief": (
        (1.0, 0.2, 0.1, 0.0),
        {"learning": 2.0, "forgetting": 1.0},
        1.0 + 0.4 + 0.2 - 0.5,
    ),
    "hostile_intent": (
        (0.0, 0.9, 0.4),
        {"worst_case": 0.2, "verification": 0.0},
        0.6 * (0.5 + 0.2 * 0.5),
    ),
    # threat
    "second_strike": ((15.0,), {"unacceptable_warheads": 15.0}, E1),
    "exposure": (
        (30.0,),
        {"missile_defense": 0.5, "unacceptable_warheads": 15.0},
        E1,
    ),
    "nuclear_threat": (
        (0.5, 100.0, 0.5, 0.5, 100.0),
        {"retaliation_deters": 0.8, "parity_weight": 0.1},
        0.5 * (1 - 0.8 * 0.75),  # equal arsenals: nobody is behind
    ),
    "vulnerability": (
        (100.0, 60.0, 40.0, 2.0, 0.5),
        {
            "offense_balance": 1.0,
            "margin": 0.0,
            "absolute_weight": 0.25,
            "unacceptable_power": 100.0,
            "hostage_weight": 0.3,
            "unacceptable_damage": 2.0,
            "nuclear_weight": 0.4,
        },
        0.75 * 0.5 + 0.25 * E1 + 0.3 * E1 + 0.2,
    ),
    "threat": (
        (0.5, 200.0, 0.8, 0.3),
        {
            "margin": 0.5,
            "reference_power": 1000.0,
            "guarantee_share": 0.1,
            "saturation": 0.25,
        },
        0.75 * 0.5 * 1.5 * 0.2 + 0.25 * 0.5 * 0.8 + 0.03,
    ),
    # arming
    "desired_burden": (
        (2.5, 1.3, 1.0, 0.2, 7.0),
        {"arming_slope": 2.0, "ambition": 0.5, "budget_reaction": 1.0},
        2.5 + 0.6 + 0.1,
    ),
    "burden": ((2.0, 3.0), {"adjustment": 20.0}, 2.05),
    "ceiling": ((1.0,), {"informal_ceiling": 1.1, "burden_ceiling": 6.0}, 6.0),
    "ceiling_lift": (
        (1.1, 1.0),
        {"ceiling_hazard": 0.12, "ceiling_sensitivity": 10.0},
        1 - math.exp(-0.01 * math.e),
    ),
    # ties
    "tie": (
        (0.5, 0.3, 0.2, 0.5, 1.0, 0.1, 0.2),
        {
            "tie_pull": 0.5,
            "tie_months": 10.0,
            "habit_depth": 0.3,
            "treaty_depth": 0.25,
            "historical_friction": 0.3,
            "burden_dispute": 0.1,
            "balancing": 1.0,
        },
        # target = 0.3 + 0.1 + 0.15 + 0.25 + 0.03 - 0.02 = 0.81
        0.5 + (0.81 - 0.5) / 10,
    ),
    "credibility": (
        (0.8, 0.6, 0.5),
        {"credibility_months": 10.0, "stretch": 0.2, "theatre_diversion": 1.0},
        0.8 + (0.6 * (1 - 0.1) - 0.8) / 10,
    ),
    "pledge": (
        (0.7, 0.8),
        {"pact_threshold": 0.4, "extended_deterrence": 1.0},
        0.8 * 0.5,
    ),
    "through_friends": (
        ([0.5, 0.0, 0.2, 0.0, 0.0], np.diag([1.0, 2, 3, 4, 5]) + np.ones((5, 5))),
        {},
        [0.5 * 2 + 0.2, 0.7, 0.5 + 0.2 * 4, 0.7, 0.7],
    ),
    "umbrella": (
        ([0.5, 0.5, 0.0, 0.0, 0.0], [1.0] * 5, np.zeros((5, 5)) + 0.5),
        {"decoupling": 0.4},
        [1 - (1 - 0.5 * 0.8) ** 2] * 5,
    ),
    "polarization": ((0.5, 0.1), {}, 0.4),
    # the exchange
    "isolation": (
        (0.2, 1.0),
        {"isolation_of_war": 0.8, "isolation_months": 6.0, "isolation_memory": 48.0},
        0.2 + 0.1,
    ),
    "shell_need": ((6.0, 0.5), {"comfortable_cover": 12.0}, 0.5),
    "shell_offer": (
        (8.0,),
        {
            "delivery_capacity": 0.3,
            "drawdown": 0.04,
            "home_reserve": 3.0,
            "nk_output": 0.08,
        },
        0.04 * 5 + 0.08,
    ),
    "shell_stock": ((8.0, 0.1, 0.2), {"shell_decay": 0.01}, 8 + 0.1 - 0.2 - 0.08),
    "channel": (
        (0.4, 0.5, 0.8, 0.5),
        {
            "restraint": 0.2,
            "persistence": 0.4,
            "channel_months": 10.0,
            "nk_russia_exchange": 1.0,
        },
        # target = (0.4 + 0.2) * (1 - 0.2 * 0.2) = 0.576
        0.4 + 0.0176,
    ),
    "habit": ((0.2, 0.8), {"habit_months": 12.0}, 0.25),
    "common_threat": (
        ([[0.4]] * 4, [[0.9]] * 4),
        {},
        4 * 0.6,
    ),
    "panel_veto": ((0.8, 0.5), {}, 0.4),
    "delivery": ((0.5, 0.8, 0.3), {}, 0.12),
    "treaty_hazard": ((0.5, 0.8), {"treaty_rate": 3.0}, 1 - math.exp(-0.1)),
    "troops": (
        (2.0, 0.5, 0.4, 1.0),
        {"most_troops": 20.0, "deployment_months": 4.0, "troop_deployment": 1.0},
        2 + (4 - 2) / 4,
    ),
    "combat_experience": (
        (0.1, 5.0),
        {"most_troops": 20.0, "experience_half": 0.25, "experience_months": 40.0},
        0.1 + (0.5 - 0.1) / 40,
    ),
    "payment": (
        (0.2, 10.0),
        {
            "shell_price": 1000.0,
            "troop_pay": 2000.0,
            "cash_share": 0.3,
            "technology_share": 0.3,
        },
        # 0.2 million at 1,000 US$ is 0.2 bn; 10,000 at 2,000 US$ is 0.02 bn
        0.22,
    ),
    "technology_flow": (
        (0.03, 0.5),
        {"restraint": 0.2, "technology_half": 0.03, "technology_transfer": 1.0},
        0.5 * 0.9,
    ),
    # the war
    "fire": ((4.0, 0.1, 1.0), {"desired_fire": 0.85, "ration_months": 8.0}, 0.6),
    "mobilized_output": (
        (0.03, 1.0),
        {"russian_output": 0.15, "peace_output": 0.03, "mobilization_months": 24.0},
        0.035,
    ),
    "western_support": (
        (0.8, 0.2, 0.1),
        {"us_share_of_support": 0.5, "european_support": 0.6, "asian_aid": 0.1},
        0.4 + 0.3 + 0.02 + 0.01,
    ),
    "effective_fire": (
        (1.0, 0.5),
        {"ukrainian_fire": 0.2, "ukrainian_precision": 2.0, "full_fire": 0.8},
        0.25,
    ),
    "intensity": ((0.4, 1.4), {"full_fire": 0.8}, 0.25 + 0.5),
    "attrition": ((300.0, 200.0, 0.5), {"lethality": 0.05}, 295.0),
    "manpower_gap": ((300.0, 1.0), {"russian_establishment": 400.0}, 0.25),
    "recruits": ((400.0, 500.0, 20.0, 0.25), {}, 3.0),
    "front": (
        (0.1, math.e**3 - 1, math.e - 1, 1.0, 1.0, -0.5),
        {
            "first_blow": 0.1,
            "defender_advantage": math.e,
            "mobility": 0.002,
            "battle_luck": 0.2,
        },
        # log ratio 2, less luck of 0.1: 1.9 against an advantage of 1
        0.2 + 0.002 * 1.9**2 / (1 + 1.9**2),
    ),
    "exhaustion": (
        (0.5, 0.02),
        {"exhaustion_rate": 0.5, "recovery_months": 50.0},
        0.5 + 0.005 - 0.01,
    ),
    "sustainment": ((6.0, 0.1), {"desired_fire": 0.6}, 12.0),
    "ceasefire": (
        (0.2, 0.4, 0.05, 0.5),
        {"ceasefire_rate": 0.5, "ceasefire_push_effect": 2.0, "success_ends_war": 1.0},
        0.5 * 0.3 * 2 + 0.05,
    ),
    # sanctions
    "veto": (
        (0.5, 0.5, 0.0),
        {
            "veto_caution": 5.0,
            "veto_isolation": 6.0,
            "veto_patronage": 4.0,
            "veto_rivalry": 3.0,
            "vetoes": 1.0,
        },
        0.5,  # 3 + 2 - 5 = 0
    ),
    "stringency": ((0.6, 1.0), {"resolution_step": 0.25}, 0.7),
    "monitoring": (
        (0.4, 1.0),
        {
            "panel_detects": 0.3,
            "other_monitoring": 0.4,
            "partner_monitoring": 0.1,
            "monitoring_months": 10.0,
        },
        0.44,
    ),
    "compliance": (
        (0.5, 0.8, 0.5, 0.1, 0.5),
        {
            "compliance_base": 0.75,
            "compliance_patronage": 2.0,
            "compliance_rivalry": 5.0,
            "secondary_effect": 0.2,
            "compliance_months": 10.0,
            "sanctions_erosion": 1.0,
        },
        # what duty and pressure ask, less two shares of it
        0.45 + 0.07 * math.exp(-1.5),
    ),
    "compliance_elsewhere": (
        (0.5, 0.5, 0.75),
        {"compliance_others": 0.8, "compliance_months": 10.0, "sanctions_erosion": 1.0},
        0.5 + (0.8 * 0.5 * 0.75 - 0.5) / 10,
    ),
    "unilateral": (
        (0.4, 1.0, 0.5),
        {"substitution": 0.6, "legitimacy_months": 10.0},
        0.4 + (0.8 - 0.4) / 10,
    ),
    "legitimacy": (
        (0.9, 0.5),
        {"legitimacy_cost": 0.4, "legitimacy_months": 10.0},
        0.9 + (0.8 - 0.9) / 10,
    ),
    "pressure": (
        (0.9, 0.5, 0.4, 0.2, 0.5),
        {"china_trade_share": 0.9, "russia_trade_share": 0.05, "unilateral_bite": 0.2},
        0.9 * (0.45 + 0.02 + 0.01) + 0.1,
    ),
    # North Korea's economy and technology
    "growth": ((100.0,), {"gdp_growth": 1.2}, 100.1),
    "income_target": (
        (0.5, 0.1, 30.0),
        {
            "sanctions_bite": 0.2,
            "closure_cost": 0.08,
            "border_closure": 0.5,
            "rent_multiplier": 1.0,
        },
        1 - 0.1 - 0.04 + 0.04,
    ),
    "income": ((0.8, 0.92), {"income_months": 12.0}, 0.81),
    "used_to": ((0.9, 0.54), {"habit_of_income": 36.0}, 0.89),
    "stress": ((0.9, 0.8), {}, 0.1),
    "handover": ((0.2, 0.5), {"technology_lag": 12.0}, 0.25),
    "technology": (
        (0.5, 0.5, 5.0, 0.4),
        {
            "technology_drift": 0.01,
            "transfer_multiplier": 2.0,
            "test_gain": 0.1,
            "tests_that_count": 2.0,
        },
        0.5 + 0.005 + 0.001 + 0.05,
    ),
    "warheads": ((20.0,), {"warhead_output": 6.0}, 20.5),
    "arsenal": ((20.0, 0.3), {}, 6.0),
    # conduct
    "campaign": (
        (1.0, 0.9, 0.6),
        {"campaign_start": 0.2, "campaign_half_life": 1.0},
        1.0,  # stops with chance one half; luck of 0.6 lets it go on
    ),
    "launches": ((1.0, 0.2), {"batch": 1.0}, 3.0),  # 0.2 lies between 1/8 and 1/4
    "testing_act": (
        (5.0, 1.0, 1.0),
        {"launch_salience": 0.02, "long_range_salience": 0.1, "nuclear_salience": 0.3},
        0.5,
    ),
    "exercise_act": (
        (1.0,),
        {"exercise_salience": 0.05, "exercise_scale": 0.4},
        0.02,
    ),
    "arming_act": ((66.0, 33.0), {"arming_salience": 0.5}, 6.0),
    "war_act": (
        (0.5, 0.15, 20.0),
        {
            "invasion_salience": 0.2,
            "arms_export_salience": 0.2,
            "troops_salience": 0.2,
            "delivery_capacity": 0.3,
            "most_troops": 20.0,
        },
        0.1 + 0.1 + 0.1,
    ),
}


def test_every_rule_has_been_worked_out_by_hand():
    assert set(BY_HAND) == set(RULES)


@pytest.mark.parametrize("rule", BY_HAND)
def test_the_rule_gives_the_number_worked_out_by_hand(rule):
    arguments, parameters, expected = BY_HAND[rule]
    arrays = [np.asarray(one, dtype=float)[..., None] for one in arguments]
    if rule == "projected_power":
        arrays[1], arrays[2] = arrays[1][..., 0], arrays[2][..., 0]
    if rule == "strike_damage":
        arrays[1] = arrays[1][..., 0]
    found = RULES[rule](*arrays, **parameters).total
    # 1e-8: ratios carry 1e-9 in their denominators, against a division by nothing.
    np.testing.assert_allclose(found[..., 0], expected, rtol=1e-8)
