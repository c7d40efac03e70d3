"""Rules of arming: numbers worked out by hand, promised bounds, signs."""

import math

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "desired_burden": (
        (2.2, 0.3, 1.3, 1.0, 0.2, 7.0, 0.5),
        {
            "arming_slope": 2.0,
            "ambition": 0.5,
            "confidence_restrains": 0.4,
            "budget_reaction": 1.0,
        },
        2.5 + (0.6 + 0.1) * 0.8,
    ),
    "winding_down": ((0.6,), {"demobilization": 30.0}, 0.58),
    "burden": ((2.0, 3.0), {"adjustment": 20.0}, 2.05),
    "ceiling": ((1.0,), {"informal_ceiling": 1.1, "burden_ceiling": 6.0}, 6.0),
    "ceiling_lift": (
        (1.1, 1.0),
        {"ceiling_hazard": 0.12, "ceiling_sensitivity": 10.0},
        1 - math.exp(-0.01 * math.e),
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "desired_burden": (0.0, 40.0),
    "winding_down": (0.0, 45.0),
    "burden": (0.0, 40.0),
    "ceiling_lift": (0.0, 1.0),
    "ceiling": (1.0, 45.0),
}
UP = {
    # what raises a value, for any plausible input
    "desired_burden": ["felt", "reference", "wars", "limit"],
    "winding_down": ["cost", "demobilization"],
    "burden": ["current", "desired"],
    "ceiling_lift": ["felt", "ceiling_hazard"],
    "ceiling": ["burden_ceiling"],
}
DOWN = {
    # what lowers it
    "desired_burden": ["reference_felt", "confident"],
    "ceiling_lift": ["reference_felt"],
}
