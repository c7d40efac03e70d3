"""Rules of attention: numbers worked out by hand, promised bounds, signs."""

import math

BY_HAND = {
    "attention_custom": (
        (0.4, 0.5),
        {
            "attention_of_priority": 0.5,
            "attention_europe": 0.3,
            "attention_of_war": 0.6,
            "attention_china": 0.6,
            "attention_elsewhere": 0.8,
        },
        [0.2, 0.6, 0.6, 0.8],
    ),
    "attention": (
        (
            [0.25] * 4,
            [0.2, 0.6, 0.6, 0.8],
            [0.3, 0.2, 0.4, 0.0],
            [0.1, 0.0, 0.0, 0.0],
        ),
        {
            "attention_of_threat": 1.0,
            "attention_of_acts": 9.0,
            "attention_months": 1.0 / math.log(2.0),
        },
        # half of the gap closes
        # weights 1.4, 0.8, 1.0 and 0.8: shares 0.35, 0.2, 0.25 and 0.2
        [0.3, 0.225, 0.25, 0.225],
    ),
}
BOUNDS = {"attention_custom": (0.0, 5.0), "attention": (0.0, 1.0)}
UP = {"attention_custom": ["priority", "war"]}
