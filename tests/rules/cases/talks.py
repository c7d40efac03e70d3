"""Rules of talks: numbers worked out by hand, promised bounds, signs."""

import math

LN3 = math.log(3.0)

BY_HAND = {
    "good_offices": (
        (0.5, 1.0, 0.5),
        {"gateway": 0.4, "mediation_effect": 0.2},
        0.5 + 0.1 + 0.4 * 0.1,
    ),
    "welcome": (
        (0.5, 0.5, 0.5, 0.4, 0.2, 0.3, 0.4),
        {
            "welcome_custom": -1.5,
            "welcome_openness": 3.0,
            "welcome_condition": 2.0,
            "welcome_danger": 0.5,
            "welcome_attention": 1.0,
            "welcome_trust": 1.0,
            "welcome_pressure": 0.5,
        },
        -1.5 + 1.5 - 0.5 + 0.2 + 0.2 + 0.3 - 0.2,
    ),
    "talks_open": ((1.0, 0.5, 0.0), {"opening_rate": 2.4}, 1 - math.exp(-0.1)),
    "nk_minimum": (
        (0.5, 0.8, 0.2, 0.7, 0.4, 0.5),
        {
            "price_base": 0.3,
            "price_attachment": 0.6,
            "price_gap": 0.5,
            "price_patron": 0.5,
            "price_distrust": 0.3,
            "price_strength": 0.2,
            "price_need": 0.5,
        },
        0.3 + 0.3 + 0.4 + 0.1 + 0.21 + 0.1 - 0.2,
    ),
    "us_maximum": (
        (0.5, 0.4, 0.2, 0.5, 0.7, 0.1),
        {
            "offer_base": 0.3,
            "offer_openness": 0.6,
            "offer_danger": 0.3,
            "offer_attention": 0.2,
            "offer_condition": 0.5,
            "offer_distrust": 0.4,
            "offer_allies": 0.1,
        },
        0.3 + 0.3 + 0.12 + 0.04 - 0.25 - 0.28 - 0.01,
    ),
    "bargain": (
        (0.5, 0.5 + 0.25 * LN3),
        {"bargain_rate": 1.6, "bargain_width": 0.25},
        1 - math.exp(-1.6 / 12 * 2 * 0.75),
    ),
    "breakdown": (
        (0.0, 10.0, 0.0),
        {
            "talks_patience": 10.0,
            "breakdown_of_gap": 0.8,
            "breakdown_of_pressure": 0.5,
        },
        1 - math.exp(-0.2 * math.log(2.0)),
    ),
    "definition_gap": (
        (0.6, 1.0, 0.0, 0.5),
        {
            "gap_base": 0.8,
            "gap_closing": 0.05,
            "gap_months": 10.0,
            "gap_of_blocs": 0.2,
        },
        0.6 + (0.8 + 0.1 - 0.6) / 10 - 0.03,
    ),
    "implementation": (
        (0.5, 1.0, 0.5, 0.4, 0.6),
        {"implementation_pace": 0.1, "slow_walk": 0.6},
        0.5 + 0.1 * 0.5 * 0.7 * 0.75,
    ),
    "breach": (
        (1.0, 0.5, 0.0, 0.5, 0.5),
        {"breach_of_test": 0.8, "breach_of_delay": 0.4, "breach_of_newness": 0.4},
        1 - math.exp(-0.3 / 12),
    ),
    "trust": (
        (0.4, 0.1, 1.0, 0.0, 0.0),
        {
            "trust_base": 0.3,
            "trust_months": 50.0,
            "trust_of_progress": 0.5,
            "trust_of_breach": 0.5,
            "trust_of_failure": 0.3,
            "trust_of_tests": 0.1,
        },
        0.4 - 0.1 / 50 + 0.5 * 0.1 * 0.6 - 0.2,
    ),
    "relief": (
        (0.1, 1.0, 0.5),
        {"relief_most": 0.5, "relief_first": 0.2, "relief_months": 5.0},
        0.1 + (0.5 * 0.6 - 0.1) / 5,
    ),
}
BOUNDS = {
    "good_offices": (0.0, 1.0),
    "talks_open": (0.0, 1.0),
    "bargain": (0.0, 1.0),
    "breakdown": (0.0, 1.0),
    "definition_gap": (0.0, 1.0),
    "implementation": (0.0, 1.0),
    "breach": (0.0, 1.0),
    "trust": (0.0, 1.0),
    "relief": (0.0, 1.0),
}
FREE = {"welcome", "nk_minimum", "us_maximum"}
UP = {
    "good_offices": ["open_itself", "seoul", "mediation"],
    "welcome": ["open_to", "restraint", "danger", "attention", "trusted"],
    "talks_open": ["offering", "accepted"],
    "nk_minimum": ["attached", "gap", "patron", "distrust", "completed"],
    "us_maximum": ["open_to", "danger", "attention"],
    "bargain": ["maximum", "bargain_rate"],
    "breakdown": ["months", "hard"],
    "definition_gap": ["gap", "polarized", "gap_base"],
    "breach": ["loud", "distrust", "new"],
    "trust": ["progress"],
    "relief": ["granted", "deal", "done"],
}
DOWN = {
    "welcome": ["condition", "pressing"],
    "talks_open": ["engaged"],
    "nk_minimum": ["need"],
    "us_maximum": ["condition", "distrust", "afraid"],
    "bargain": ["minimum"],
    "breakdown": ["surplus", "talks_patience"],
    "definition_gap": ["talking", "gap_closing"],
    "breach": ["done"],
    "trust": ["broken", "failed", "tested"],
}
