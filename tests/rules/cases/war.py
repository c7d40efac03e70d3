"""Rules of war: numbers worked out by hand, promised bounds, signs."""

import math

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "fire": ((4.0, 0.1, 1.0), {"desired_fire": 0.85, "ration_months": 8.0}, 0.6),
    "mobilized_output": (
        (0.03, 1.0, 0.5, 0.8),
        {
            "russian_output": 0.15,
            "peace_output": 0.03,
            "mobilization_months": 24.0,
            "evasion_output": 0.2,
        },
        # a 24th of what is missing, 0.12, and of 0.2 * 0.5 * 0.8 of 0.15
        0.035 + 0.012 / 24,
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
    "shielded_fire": (
        (0.5, 20.0),
        {"shield_of_auxiliaries": 0.2, "most_troops": 20.0},
        0.5 * (1 - 0.2 * 0.5),
    ),
    "front_strength": (
        (300.0, 10.0, 0.15),
        {"auxiliary_effect": 0.5, "logistics_effect": 0.02, "delivery_capacity": 0.3},
        300 + 10 + 5 + 3,
    ),
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
        (0.5, 0.02, 0.5),
        {
            "exhaustion_rate": 0.5,
            "recovery_months": 50.0,
            "confidence_of_company": 0.2,
        },
        # losses wear by 0.005, a tenth of which company spares
        0.5 + 0.0045 - 0.01,
    ),
    "sustainment": ((6.0, 0.1), {"desired_fire": 0.6}, 12.0),
    "ceasefire": (
        (0.2, 0.4, 0.05, 0.5),
        {"ceasefire_rate": 0.5, "ceasefire_push_effect": 2.0, "success_ends_war": 1.0},
        0.5 * 0.3 * 2 + 0.05,
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "fire": (0.0, 1.2),
    "western_support": (0.0, 1.6),
    "manpower_gap": (0.0, 1.0),
    "shielded_fire": (0.0, 1.5),
    "front_strength": (0.0, np.inf),
    "effective_fire": (0.0, np.inf),
    "intensity": (0.0, 1.0),
    "attrition": (0.0, np.inf),
    "recruits": (0.0, np.inf),
    "front": (0.0, 1.0),
    "exhaustion": (0.0, 1.0),
    "sustainment": (0.0, np.inf),
    "ceasefire": (0.0, np.inf),
    "mobilized_output": (0.0, 1.5),
}
UP = {
    # what raises a value, for any plausible input
    "fire": ["stock", "income"],
    "mobilized_output": [
        "output",
        "at_war",
        "russian_output",
        "opened",
        "isolated",
        "evasion_output",
    ],
    "western_support": ["washington", "seoul", "tokyo", "european_support"],
    "effective_fire": ["support", "ukrainian_fire"],
    "intensity": ["fired", "answered"],
    "attrition": ["own"],
    "shielded_fire": ["answered", "most_troops"],
    "front_strength": [
        "soldiers",
        "abroad",
        "delivered",
        "auxiliary_effect",
        "logistics_effect",
    ],
    "recruits": ["most", "establishment"],
    "front": ["held", "attacker", "invaded", "luck"],
    "exhaustion": ["loss_share"],
    "sustainment": ["stock", "income"],
    "ceasefire": ["attacker_weariness", "defender_weariness", "gained", "push"],
}
DOWN = {
    # what lowers it
    "attrition": ["enemy", "enemy_fire", "lethality"],
    "shielded_fire": ["abroad", "shield_of_auxiliaries"],
    "exhaustion": ["accompanied", "confidence_of_company"],
    "recruits": ["own", "weariness"],
    "front": ["defender"],
    "sustainment": ["desired_fire"],
    "fire": ["ration_months"],
}
