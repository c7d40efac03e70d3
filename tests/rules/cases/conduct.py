"""Rules of conduct: numbers worked out by hand, promised bounds, signs."""

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "testing_act": (
        (5.0, 1.0, 1.0),
        {"launch_salience": 0.02, "long_range_salience": 0.1, "nuclear_salience": 0.3},
        0.5,
    ),
    "exercise_act": (
        (0.4, 0.5),
        {"exercise_salience": 0.05, "asset_salience": 0.03},
        0.02 + 0.015,
    ),
    "arming_act": ((66.0, 33.0), {"arming_salience": 0.5}, 6.0),
    "war_act": (
        (0.5, 0.15, 20.0, 1.0),
        {
            "invasion_salience": 0.2,
            "arms_export_salience": 0.2,
            "troops_salience": 0.2,
            "acknowledged_salience": 0.25,
            "delivery_capacity": 0.3,
            "most_troops": 20.0,
        },
        0.1 + 1.25 * (0.1 + 0.1),
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "testing_act": (0.0, np.inf),
    "exercise_act": (0.0, np.inf),
    "war_act": (0.0, np.inf),
}
UP = {
    # what raises a value, for any plausible input
    "testing_act": ["launched", "long_range", "nuclear"],
    "exercise_act": ["held", "deployed"],
    "arming_act": ["spending"],
    "war_act": ["intensity", "delivered", "abroad", "acknowledged"],
}
DOWN = {
    # what lowers it
    "arming_act": ["before"],
}
FREE = {"arming_act"}
