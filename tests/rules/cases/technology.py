"""Rules of technology: numbers worked out by hand, promised bounds, signs."""

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "handover": ((0.2, 0.5), {"technology_lag": 12.0}, 0.25),
    "technology": (
        (0.5, 0.5, 5.0, 2.0, 0.4),
        {
            "technology_drift": 0.01,
            "transfer_multiplier": 2.0,
            "test_gain": 0.1,
            "tests_that_count": 2.0,
        },
        0.5 + 0.005 + 0.001 + 0.1,
    ),
    # 6 / 12 = 0.5 a month, half as much again for fear, a tenth more for arms control
    # lost, a fifth of it frozen; of ten too many an eightieth is retired
    "warheads": (
        (20.0, 1.0, 0.2, 0.5, 0.5),
        {
            "warhead_output": 6.0,
            "warhead_urgency": 0.5,
            "arms_control_restrains": 0.2,
            "retirement": 0.3,
            "sufficiency": 10.0,
        },
        20.66 - 0.125,
    ),
    "arsenal": ((20.0, 0.3), {}, 6.0),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "handover": (0.0, 1.0),
    "technology": (0.0, 1.0),
    "warheads": (0.0, np.inf),
    "arsenal": (0.0, 6000.0),
}
UP = {
    # what raises a value, for any plausible input
    "technology": ["tested", "lesson", "helped", "interest"],
    "handover": ["stage", "inflow"],
    "warheads": ["stock", "alarm", "lost", "warhead_output", "sufficiency"],
    "arsenal": ["stock", "deliverable"],
}
DOWN = {
    # what lowers it
    "warheads": ["kept", "retirement"],
}
