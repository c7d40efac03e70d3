"""Rules of threat: numbers worked out by hand, promised bounds, signs."""

import math

import numpy as np

E1 = 1.0 - math.exp(-1.0)  # what a saturating form reaches at its scale

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "second_strike": ((15.0,), {"unacceptable_warheads": 15.0}, E1),
    "exposure": (
        (30.0, 0.5),
        {"unacceptable_warheads": 15.0},
        E1,
    ),
    "nuclear_threat": (
        (0.5, 100.0, 0.5, 0.5, 100.0),
        {"retaliation_deters": 0.8, "parity_weight": 0.1},
        0.5 * (1 - 0.8 * 0.75),  # equal arsenals: nobody is behind
    ),
    "vulnerability": (
        (100.0, 60.0, 40.0, 2.0, 0.5),
        {
            "offense_balance": 1.0,
            "margin": 0.0,
            "absolute_weight": 0.25,
            "unacceptable_power": 100.0,
            "hostage_weight": 0.3,
            "unacceptable_damage": 2.0,
            "nuclear_weight": 0.4,
        },
        0.75 * 0.5 + 0.25 * E1 + 0.3 * E1 + 0.2,
    ),
    "threat": (
        (0.5, 200.0, 0.8, 0.3),
        {
            "margin": 0.5,
            "reference_power": 1000.0,
            "guarantee_share": 0.1,
            "saturation": 0.25,
        },
        0.75 * 0.5 * 1.5 * 0.2 + 0.25 * 0.5 * 0.8 + 0.03,
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "second_strike": (0.0, 1.0),
    "exposure": (0.0, 1.0),
    "nuclear_threat": (0.0, 1.5),
    "threat": (0.0, np.inf),
    "vulnerability": (0.0, np.inf),
}
UP = {
    # what raises a value, for any plausible input
    "threat": [
        "intent",
        "power",
        "vulnerability",
        "shared",
        "margin",
        "guarantee_share",
    ],
    "vulnerability": [
        "power",
        "strike",
        "nuclear",
        "offense_balance",
        "margin",
        "hostage_weight",
        "nuclear_weight",
    ],
    "exposure": ["incoming"],
    "second_strike": ["warheads"],
    "nuclear_threat": ["exposed", "incoming"],
}
DOWN = {
    # what lowers it
    "vulnerability": ["own", "shield", "unacceptable_power", "unacceptable_damage"],
    "threat": ["reference_power"],
    "exposure": ["defense", "unacceptable_warheads"],
    "nuclear_threat": ["umbrella", "own_warheads", "retaliation_deters"],
}
