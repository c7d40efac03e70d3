"""The sign of each argument: what raises a value raises it for any plausible input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

UP = {
    # balance of threat: power, what it could do, and what it is thought to want
    "threat": [
        "intent",
        "power",
        "vulnerability",
        "shared",
        "margin",
        "guarantee_share",
    ],
    "vulnerability": [
        "power",
        "strike",
        "nuclear",
        "offense_balance",
        "margin",
        "hostage_weight",
        "nuclear_weight",
    ],
    "hostile_intent": ["log_odds", "greed", "worst_case"],
    "exposure": ["incoming"],
    "second_strike": ["warheads"],
    "nuclear_threat": ["exposed", "incoming"],
    "projected_power": ["capability", "reach"],
    "strike_damage": ["readiness", "strike", "strike_reach"],
    "strike_readiness": ["shells_left", "missiles"],
    "standing_capability": ["stock", "experience"],
    "capital_stock": ["stock", "spending"],
    # beliefs
    "belief": ["log_odds", "surprise", "charged", "baseline"],
    "first_belief": ["vote_distance", "rivalry", "conflict_share"],
    "evidence": ["drilled", "tested", "fought", "noise"],
    "expectation": ["expected", "seen"],
    "guilt_by_association": [],
    # arming
    "desired_burden": ["felt", "reference", "limit"],
    "burden": ["current", "desired"],
    "ceiling_lift": ["felt", "ceiling_hazard"],
    "ceiling": ["burden_ceiling"],
    # ties and promises
    "tie": ["depth", "common_news", "habit", "treaty", "goodwill_news"],
    "credibility": ["trusted", "commitment"],
    "pledge": ["depth", "trusted"],
    "umbrella": ["pledges", "retaliation"],
    "through_friends": ["pledges", "theirs"],
    "polarization": ["within"],
    # the exchange
    "channel": ["opened", "need", "isolated", "habitual"],
    "delivery": ["opened", "need", "offer"],
    "isolation": ["current", "isolation_of_war"],
    "shell_need": ["wanted"],
    "shell_offer": ["stock", "nk_output", "delivery_capacity"],
    "shell_stock": ["gained"],
    "habit": ["habitual", "opened"],
    "treaty_hazard": ["opened", "isolated"],
    "troops": ["abroad", "opened", "gap", "treaty"],
    "combat_experience": ["experience", "abroad"],
    "payment": ["delivered", "abroad", "shell_price"],
    "technology_flow": ["paid", "isolated"],
    # the war
    "fire": ["stock", "income"],
    "mobilized_output": ["output", "at_war", "russian_output"],
    "western_support": ["washington", "seoul", "tokyo", "european_support"],
    "effective_fire": ["support", "ukrainian_fire"],
    "intensity": ["fired", "answered"],
    "attrition": ["own"],
    "recruits": ["most", "establishment"],
    "front": ["held", "attacker", "invaded", "luck"],
    "exhaustion": ["loss_share"],
    "sustainment": ["stock", "income"],
    "ceasefire": ["attacker_weariness", "defender_weariness", "gained", "push"],
    # sanctions
    "veto": ["isolated", "patronage", "polarized"],
    "stringency": ["formal", "adopted"],
    "monitoring": ["watched", "panel", "partner_monitoring"],
    "compliance": ["complying", "watched", "secondary"],
    "compliance_elsewhere": ["complying", "watched", "accepted"],
    "unilateral": ["measures", "blocked", "will"],
    "legitimacy": ["accepted"],
    "pressure": ["formal", "china", "russia", "others", "measures"],
    # North Korea
    "growth": ["gdp", "gdp_growth"],
    "income_target": ["rents"],
    "income": ["earned", "target"],
    "used_to": ["accustomed", "earned"],
    "stress": ["accustomed"],
    "technology": ["tested", "helped", "interest"],
    "handover": ["stage", "inflow"],
    "warheads": ["stock", "warhead_output"],
    "arsenal": ["stock", "deliverable"],
    # conduct
    "campaign": ["campaign_start"],
    "launches": ["batch"],
    "testing_act": ["launched", "long_range", "nuclear"],
    "exercise_act": ["scheduled", "exercise_scale"],
    "arming_act": ["spending"],
    "war_act": ["intensity", "delivered", "abroad"],
}
DOWN = {
    "vulnerability": ["own", "shield", "unacceptable_power", "unacceptable_damage"],
    "threat": ["reference_power"],
    "hostile_intent": ["tie"],
    "exposure": ["missile_defense", "unacceptable_warheads"],
    "nuclear_threat": ["umbrella", "own_warheads", "retaliation_deters"],
    "projected_power": ["distance", "intensity", "drawn_away"],
    "strike_damage": ["distance"],
    "capital_stock": ["depreciation"],
    "desired_burden": ["reference_felt"],
    "ceiling_lift": ["reference_felt"],
    "tie": ["dispute_news"],
    "credibility": ["engaged"],
    "pledge": ["pact_threshold"],
    "umbrella": ["exposure", "decoupling"],
    "polarization": ["across"],
    "channel": ["restraint"],
    "shell_need": ["stock"],
    "shell_offer": ["home_reserve"],
    "shell_stock": ["spent", "shell_decay"],
    "technology_flow": ["restraint", "technology_half"],
    "attrition": ["enemy", "enemy_fire", "lethality"],
    "recruits": ["own", "weariness"],
    "front": ["defender"],
    "sustainment": ["desired_fire"],
    "veto": ["veto_caution"],
    "compliance": ["patronage", "polarized_news"],
    "legitimacy": ["measures", "legitimacy_cost"],
    "income_target": ["pressed", "border_closure", "sanctions_bite"],
    "stress": ["earned"],
    "arming_act": ["before"],
    "fire": ["ration_months"],
}
SIGNS = [
    (rule, name, sign)
    for table, sign in ((UP, 1.0), (DOWN, -1.0))
    for rule, names in table.items()
    for name in names
]
ROUNDING = 1e-9  # of values up to 20,000 bn US$


@pytest.mark.parametrize(("rule", "name", "sign"), SIGNS)
def test_a_value_moves_with_its_argument_and_never_against_it(moved, rule, name, sign):
    low, high = moved(rule, name)
    least, most = sorted((sign * low, sign * high))
    assert least >= -ROUNDING
    assert most > 0.0, "it never moves at all"


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    share=st.floats(0.01, 1.0),
    cause=st.sampled_from(
        [("threat", one) for one in UP["threat"]]
        + [("vulnerability", one) for one in UP["vulnerability"]]
        + [("hostile_intent", one) for one in UP["hostile_intent"]]
        + [("veto", one) for one in UP["veto"]]
        + [("desired_burden", "felt")]
    ),
)
def test_threat_vetoes_and_arming_are_monotone_for_any_plausible_input(
    moved, seed, share, cause
):
    low, _ = moved(*cause, seed=seed, share=share, rows=20)
    assert low >= -ROUNDING


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_proximity_raises_power_and_so_threat(moved, seed):
    _, high = moved("projected_power", "distance", seed=seed, rows=20)
    assert high <= ROUNDING
