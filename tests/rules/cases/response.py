"""Rules of the allies' response: numbers by hand, promised bounds, signs."""

BY_HAND = {
    "exercise_plan": (
        (1.0, 0.5, 1.0, 0.5),
        {
            "exercise_scale": 0.8,
            "exercise_of_alarm": 0.6,
            "exercise_of_trilateral": 0.4,
            "pause_will": 0.5,
            "comprehensive_security": 0.5,
            "civil_share": 0.4,
        },
        0.8 * (1 + 0.3 * 0.8 + 0.2) * 0.5,
    ),
    "coercion": ((0.5, 0.5), {"coercion_base": 0.4}, 0.5 * 0.7),
    "assets": (
        (0.2, 0.5, 0.1, 0.5, 0.3, 0.5),
        {
            "assets_base": 0.1,
            "assets_of_alarm": 0.4,
            "assets_of_tests": 1.0,
            "assets_of_pressure": 0.4,
            "assets_of_link": 0.2,
            "assets_months": 5.0,
            "strategic_assets": 1.0,
        },
        # wanted 0.1 + 0.2 + 0.1 + 0.2 + 0.1 = 0.7, of which attention sends 0.8
        0.2 + (0.7 * 0.8 - 0.2) / 5,
    ),
    "strike_forces": (
        (0.2, 0.5, 1.0),
        {
            "strike_base": 0.2,
            "strike_of_alarm": 0.6,
            "strike_months": 10.0,
            "strike_decay": 100.0,
            "strike_buildup": 1.0,
            "comprehensive_security": 0.5,
            "civil_share": 0.4,
        },
        0.2 + 0.3 * 0.8 / 10,
    ),
    "strike_strength": ((0.5,), {"strike_gain": 3.0}, 2.5),
    "damage_limitation": (
        (0.5,),
        {"preemption": 0.2, "resilience": 0.1, "comprehensive_security": 0.5},
        0.1 + 0.05,
    ),
    "missile_shield": (
        (0.2, 0.1, 0.5, 0.5),
        {"shield_of_alarm": 0.4, "shield_of_trilateral": 0.2, "shield_months": 10.0},
        0.2 + (0.1 + 0.2 + 0.1 - 0.2) / 10,
    ),
    "trilateral_wanted": (
        (0.5, 0.5, 0.5, 0.8, 0.7),
        {
            "trilateral_goodwill": 0.6,
            "trilateral_alarm": 0.4,
            "trilateral_of_pact": 0.2,
            "pact_threshold": 0.4,
            "trilateral_distraction": 0.2,
        },
        0.8 * (0.5 + 0.2 * 0.5) * 0.9,  # half of the way from the threshold to 1
    ),
    "consultation_wanted": (
        (0.5, 0.4, 0.5),
        {"consultation_doubt": 0.6, "consultation_alarm": 0.5},
        0.5 * 0.5,
    ),
    "institution": (
        (0.5, 0.3),
        {"institution_rise": 10.0, "institution_fall": 40.0},
        0.5 - 0.2 / 40,
    ),
    "conditional_aid": (
        (0.1, 0.5, 0.4, 0.5),
        {"aid_of_troops": 0.2, "aid_of_arms": 0.05, "aid_of_link": 0.1},
        0.1 + 0.1 + 0.02 + 0.05,
    ),
    "reassurance": (
        (0.5, 0.4),
        {
            "reassurance_assets": 0.1,
            "reassurance_consultation": 0.15,
            "consultation_reach": 0.5,
            "planning_with_japan": 0.4,
        },
        0.05 + 0.06 * 0.7,
    ),
    "link_wanted": (
        (0.1, 0.5, 0.4, 0.2),
        {"link_of_war": 0.3, "link_of_cooperation": 0.4},
        0.1 + 0.15 + 0.12,
    ),
    "latency": (
        (0.2, 0.5, 0.3),
        {"latency_of_alarm": 0.4, "latency_of_doubt": 0.5, "latency_months": 10.0},
        0.2 + (0.2 + 0.15 - 0.2) / 10,
    ),
    "conciliation": (
        (1.0, 0.1, 0.5),
        {
            "conciliation_of_restraint": 0.02,
            "conciliation_of_progress": 0.3,
            "conciliation_of_pause": 0.04,
            "costly_signals": 1.0,
        },
        0.02 + 0.03 + 0.02,
    ),
}
BOUNDS = {
    "exercise_plan": (0.0, 3.0),
    "coercion": (0.0, 1.0),
    "assets": (0.0, 1.0),
    "strike_forces": (0.0, 1.0),
    "strike_strength": (1.0, 21.0),
    "damage_limitation": (0.0, 0.7),
    "missile_shield": (0.0, 0.7),
    "trilateral_wanted": (0.0, 1.0),
    "consultation_wanted": (0.0, 1.0),
    "institution": (0.0, 1.0),
    "conditional_aid": (0.0, 1.0),
    "reassurance": (0.0, 0.7),
    "link_wanted": (0.0, 1.0),
    "latency": (0.0, 1.0),
    "conciliation": (0.0, 2.5),
}
UP = {
    "exercise_plan": ["due", "alarm", "joined", "exercise_scale"],
    "coercion": ["appetite", "danger"],
    "assets": ["deployed", "alarm", "tested", "coercing", "attention", "linked"],
    "strike_forces": ["held", "alarm", "allowed", "strike_buildup"],
    "strike_strength": ["forces", "strike_gain"],
    "damage_limitation": ["forces", "preemption", "comprehensive_security"],
    "missile_shield": ["held", "first", "alarm", "joined"],
    "trilateral_wanted": [
        "goodwill",
        "alarm",
        "attention",
        "commitment",
        "rival_tie",
    ],
    "consultation_wanted": ["doubt", "alarm", "commitment"],
    "institution": ["depth", "wanted"],
    "conditional_aid": ["will", "troops", "delivered", "linked"],
    "reassurance": ["shown", "consulted", "planning_with_japan"],
    "link_wanted": ["first", "intensity", "troops", "delivered"],
    "latency": ["held", "alarm", "doubt"],
    "conciliation": ["restraint", "progress", "paused", "costly_signals"],
}
DOWN = {
    "exercise_plan": ["hushed", "pause_will", "comprehensive_security"],
    "strike_forces": ["comprehensive_security"],
    "trilateral_wanted": ["trilateral_distraction"],
}
