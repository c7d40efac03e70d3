"""Rules of capability: numbers worked out by hand, promised bounds, signs."""

import math

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "capital_stock": ((600.0, 60.0), {"depreciation": 0.08}, 600 + 60 / 12 - 4.0),
    "standing_capability": (
        (100.0, math.log(4.0), 0.5),
        {"cinc_weight": 0.5, "experience_gain": 0.2},
        100 * 2 * 1.1,
    ),
    "projected_power": (
        (100.0, [[500.0]] * 5, [[1.0]] * 5, 0.5),
        {
            "reach": 500.0,
            "theatre_share": 0.3,
            "drawn_away": 0.4,
            "theatre_diversion": 1.0,
        },
        [0.3 * 100 * math.exp(-1) * (1 - 0.4 * 0.5)] * 5,
    ),
    "strike_damage": (
        (0.5, [[300.0]] * 5),
        {"strike": 3.0, "strike_reach": 300.0},
        [1.5 * math.exp(-1)] * 5,
    ),
    "strike_readiness": ((1.4, 0.6), {"artillery_share": 0.5}, 0.5 + 0.3),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "capital_stock": (0.0, np.inf),
    "projected_power": (0.0, 20000.0),
    "strike_damage": (0.0, np.inf),
    "strike_readiness": (0.0, 1.0),
    "standing_capability": (0.0, np.inf),
}
UP = {
    # what raises a value, for any plausible input
    "projected_power": ["capability", "reach"],
    "strike_damage": ["readiness", "strike", "strike_reach"],
    "strike_readiness": ["shells_left", "missiles"],
    "standing_capability": ["stock", "experience"],
    "capital_stock": ["stock", "spending"],
}
DOWN = {
    # what lowers it
    "projected_power": ["distance", "intensity", "drawn_away"],
    "strike_damage": ["distance"],
    "capital_stock": ["depreciation"],
}
