"""Rules of ties: numbers worked out by hand, promised bounds, signs."""

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "tie": (
        (0.5, 0.3, 0.2, 0.5, 1.0, 0.1, 0.2, 0.4, 0.2, 0.5, 0.4),
        {
            "tie_pull": 0.5,
            "tie_months": 10.0,
            "habit_depth": 0.3,
            "treaty_depth": 0.25,
            "historical_friction": 0.3,
            "burden_dispute": 0.1,
            "institution_depth": 0.25,
            "camp_begets_camp": 0.5,
            "pull_moderated": 0.4,
            "engagement_cost": 0.05,
            "balancing": 1.0,
        },
        # pull = 0.1 + 0.1, of which 0.4 * 0.5 is moderated: 0.16
        # target = 0.3 + 0.16 + 0.15 + 0.25 + 0.03 - 0.02 + 0.1 - 0.02 = 0.95
        0.5 + (0.95 - 0.5) / 10,
    ),
    "credibility": (
        (0.8, 0.6, 0.5, 0.2),
        {"credibility_months": 10.0, "stretch": 0.2, "theatre_diversion": 1.0},
        0.8 + (0.6 * (1 - 0.1) + 0.4 * 0.2 - 0.8) / 10,
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
    "common_threat": (
        ([[0.4]] * 4, [[0.9]] * 4),
        {},
        4 * 0.6,
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "tie": (0.0, 1.0),
    "credibility": (0.0, 1.0),
    "pledge": (0.0, 1.0),
    "umbrella": (0.0, 1.0),
    "polarization": (-1.0, 1.0),
    "common_threat": (0.0, np.inf),
    "through_friends": (0.0, np.inf),
}
UP = {
    # what raises a value, for any plausible input
    "tie": [
        "depth",
        "common_news",
        "habit",
        "treaty",
        "goodwill_news",
        "joined",
        "rallied",
    ],
    "credibility": ["trusted", "shown"],
    "pledge": ["depth", "trusted"],
    "umbrella": ["pledges", "retaliation"],
    "through_friends": ["pledges", "theirs"],
    "polarization": ["within"],
}
DOWN = {
    # what lowers it
    "tie": ["dispute_news", "moderated", "hedged"],
    "credibility": ["engaged"],
    "pledge": ["pact_threshold"],
    "umbrella": ["exposure", "decoupling"],
    "polarization": ["across"],
}
