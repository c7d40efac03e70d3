"""Rules of perception: numbers worked out by hand, promised bounds, signs."""

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
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
        (0.1, 0.05, 0.2, 0.4, 0.1, 0.05, 0.5, 0.8, 0.5, 0.5, 1.0),
        {
            "misperception": 0.4,
            "distinguishability": 0.5,
            "channel_clarity": 0.4,
            "confidence_clarity": 0.5,
            "belief_noise": 0.03,
            "proxy_weight": 0.5,
            "proxy_dilemma": 1.0,
        },
        # read = 0.8 (0.5 + 0.5 * 0.4 * 0.5 * 0.8 * 0.75) = 0.448
        # acts 0.1 + 0.05 + 0.2 + 0.1 + 0.2; less 0.8 * 0.5 * 0.05 of conciliation;
        # confidence takes a quarter of the noise as well
        0.448 * 0.65 - 0.02 + 0.0225,
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
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "first_belief": (-6.0, 6.0),
    "belief": (-6.0, 6.0),
    "hostile_intent": (0.0, 1.0),
    "guilt_by_association": (-0.5, 1.0),
}
UP = {
    # what raises a value, for any plausible input
    "hostile_intent": ["log_odds", "greed", "worst_case"],
    "belief": ["log_odds", "surprise", "charged", "baseline"],
    "first_belief": ["vote_distance", "rivalry", "conflict_share"],
    "evidence": ["drilled", "tested", "fought", "struck", "noise"],
    "expectation": ["expected", "seen"],
    "guilt_by_association": [],
}
DOWN = {
    # what lowers it
    "evidence": ["conciliated"],
    "hostile_intent": ["tie"],
}
FREE = {"evidence", "expectation"}
