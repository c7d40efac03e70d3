"""Rules of crises: numbers worked out by hand, promised bounds, signs."""

import math

import numpy as np

NINE = np.ones((9, 1))
SEOUL = np.array([[1.0], *[[0.0]] * 8])
"""Only the first line is Seoul's."""

BY_HAND = {
    "dialogue_channel": (
        ([0.6] * 9, 0.4 * NINE, 0.5, [2.5] * 9, [0.5] * 9, 0.5, SEOUL, 0.5),
        {
            "channel_half_life": 1.0,
            "channel_of_blocs": 2.0 * math.log(2.0),
            "channel_of_crisis": 0.1,
            "channel_of_dialogue": 0.5,
            "channel_of_forum": 0.2,
            "engagement_floor": 0.8,
            "conditional_engagement": 0.5,
            "severed_channels": 1.0,
        },
        # goal 0.4 / 2 + (0.5 * 0.5 + 0.2 * 0.5) * 0.6 = 0.41; half of the way; the
        # crisis takes 5%. Seoul's blocs close half as much: 0.4 / sqrt(2) + 0.21, and
        # engagement closes half of the gap to 0.8
        [
            0.6 + 0.5 * ((0.4 / math.sqrt(2.0) + 0.21 + 0.8) / 2.0 - 0.6) - 0.03,
            *[0.6 + 0.5 * (0.41 - 0.6) - 0.03] * 8,
        ],
    ),
    "tension": (([0.4] * 9, [0.9] * 9, [0.5] * 9), {}, [0.1] * 9),
    "crisis_risk": (
        ([0.2] * 9, [0.5] * 9, [0.1] * 9, [0.5] * 9, [0.0] * 9, 0.2),
        {
            "crisis_rate": 0.24,
            "crisis_of_tension": 1.5,
            "crisis_of_acts": 2.0,
            "crisis_of_channel": 1.0,
            "crisis_of_blocs": 0.5,
        },
        [1 - math.exp(-0.01 * math.exp(0.3 + 0.2 + 0.5 + 0.1))] * 9,
    ),
    "climb": (
        ([2.5] * 9, [0.5] * 9, [0.5] * 9, [1.0] * 9),
        {
            "climb_rate": 0.1,
            "climb_of_tension": 1.0,
            "climb_of_silence": 1.0,
            "climb_of_fear": 2.0,
        },
        [1 - math.exp(-0.1)] * 9,  # 0.5 + 0.5 - 1: what drives it, and the fear
    ),
    "calm": (
        ([5.0] * 9, [0.5] * 9, 0.25, 0.5),
        {
            "calm_rate": 0.2,
            "calm_of_channel": 1.0,
            "calm_of_mediation": 1.0,
            "calm_of_forum": 0.5,
        },
        [1 - math.exp(-0.1 * math.e)] * 9,
    ),
    "crisis_level": (
        (
            [0.0, 0.0, 2.0, 2.0, 2.0, 5.0, 1.0, 0.0, 4.0],
            [0.3] * 9,
            [0.3] * 9,
            [0.5] * 9,
            [0.0] * 7 + [1.0, 1.0],
            [0.8, 0.6, 0.8, 0.2, 0.5, 0.9, 0.1, 0.1, 0.5],
        ),
        {},
        [1.0, 0.0, 3.0, 1.0, 2.0, 5.0, 0.0, 3.0, 4.0],
    ),
    "struck_act": (
        (1.0, 4.0),
        {"attack_salience": 0.5, "crisis_salience": 0.05},
        0.5 + 0.1,
    ),
}
BOUNDS = {
    "dialogue_channel": (0.0, 1.0),
    "crisis_risk": (0.0, 1.0),
    "climb": (0.0, 1.0),
    "calm": (0.0, 1.0),
    "crisis_level": (0.0, 5.0),
    "struck_act": (0.0, np.inf),
}
FREE = {"tension"}
UP = {
    "dialogue_channel": ["dialogue", "forum", "eased", "conditional_engagement"],
    "tension": ["one", "other"],
    "crisis_risk": ["tense", "first", "acts", "attacked", "polarized_news"],
    "climb": ["tense"],
    "calm": ["heard", "mediation", "forum"],
    "crisis_level": ["climbing", "attacked", "luck"],
    "struck_act": ["attacked", "level"],
}
DOWN = {
    "dialogue_channel": ["polarized_news", "level"],
    "tension": ["first"],
    "crisis_risk": ["heard"],
    "climb": ["heard", "hurt"],
    "calm": ["level"],
    "crisis_level": ["calming"],
}
