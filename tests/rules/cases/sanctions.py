"""Rules of sanctions: numbers worked out by hand, promised bounds, signs."""

import math

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "panel_veto": ((0.8, 0.5), {}, 0.4),
    "veto": (
        (0.5, 0.5, 0.0),
        {
            "veto_caution": 5.0,
            "veto_isolation": 6.0,
            "veto_patronage": 4.0,
            "veto_rivalry": 3.0,
            "vetoes": 1.0,
        },
        0.5,  # 3 + 2 - 5 = 0
    ),
    "stringency": ((0.6, 1.0), {"resolution_step": 0.25}, 0.7),
    "monitoring": (
        (0.4, 1.0),
        {
            "panel_detects": 0.3,
            "other_monitoring": 0.4,
            "regional_monitoring": 0.5,
            "regional_detects": 0.2,
            "private_monitoring": 0.5,
            "private_detects": 0.1,
            "monitoring_months": 10.0,
        },
        # 0.4 + 0.3 + 0.1 + 0.05 are wanted
        0.4 + (0.85 - 0.4) / 10,
    ),
    "compliance": (
        (0.5, 0.8, 0.5, 0.1, 0.5),
        {
            "compliance_base": 0.75,
            "compliance_patronage": 2.0,
            "compliance_rivalry": 5.0,
            "secondary_effect": 0.2,
            "accountability": 0.5,
            "accountability_effect": 0.2,
            "compliance_months": 10.0,
            "sanctions_erosion": 1.0,
        },
        # what duty, pressure and accountability ask, less two shares of it
        0.45 + 0.08 * math.exp(-1.5),
    ),
    "compliance_elsewhere": (
        (0.5, 0.5, 0.75),
        {
            "compliance_others": 0.8,
            "national_capacity": 0.5,
            "capacity_gain": 0.5,
            "accountability": 1.0,
            "accountability_elsewhere": 0.2,
            "compliance_months": 10.0,
            "sanctions_erosion": 1.0,
        },
        # of 0.2 left undone a quarter is won, then a fifth of the 0.15 that is left
        0.5 + ((0.8 + 0.05 + 0.03) * 0.5 * 0.75 - 0.5) / 10,
    ),
    "unilateral": (
        (0.4, 1.0, 0.5),
        {"substitution": 0.6, "legitimacy_months": 10.0},
        0.4 + (0.8 - 0.4) / 10,
    ),
    "legitimacy": (
        (0.9, 0.5, 1.0),
        {
            "legitimacy_cost": 0.4,
            "legitimacy_of_vetoes": 0.1,
            "regional_monitoring": 0.5,
            "regional_legitimacy": 0.5,
            "legitimacy_months": 10.0,
        },
        # measures cost 0.2, of which a quarter is won back; a veto takes a tenth
        0.9 + (0.85 - 0.9) / 10 - 0.09,
    ),
    "banned": ((0.5,), {"targeting": 0.8}, 0.3),
    "pressure": (
        (0.9, 0.5, 0.4, 0.2, 0.5, 0.25),
        {"china_trade_share": 0.9, "russia_trade_share": 0.05, "unilateral_bite": 0.2},
        0.75 * (0.9 * (0.45 + 0.02 + 0.01) + 0.1),
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "panel_veto": (0.0, 1.0),
    "veto": (0.0, 1.0),
    "stringency": (0.0, 1.0),
    "monitoring": (0.0, 1.0),
    "compliance": (0.0, 1.0),
    "compliance_elsewhere": (0.0, 1.0),
    "unilateral": (0.0, 1.0),
    "legitimacy": (0.0, 1.0),
    "banned": (0.0, 1.0),
    "pressure": (0.0, 1.3),
}
UP = {
    # what raises a value, for any plausible input
    "veto": ["isolated", "patronage", "polarized"],
    "stringency": ["formal", "adopted"],
    "monitoring": ["watched", "panel", "regional_monitoring", "private_monitoring"],
    "compliance": ["complying", "watched", "secondary", "accountability"],
    "compliance_elsewhere": [
        "complying",
        "watched",
        "accepted",
        "national_capacity",
        "accountability",
    ],
    "unilateral": ["measures", "blocked", "will"],
    "legitimacy": ["accepted", "regional_monitoring"],
    "banned": ["formal"],
    "pressure": ["bans", "china", "russia", "others", "measures"],
}
DOWN = {
    # what lowers it
    "banned": ["targeting"],
    "pressure": ["lifted"],
    "veto": ["veto_caution"],
    "compliance": ["patronage", "polarized_news"],
    "legitimacy": ["measures", "legitimacy_cost", "vetoed", "legitimacy_of_vetoes"],
}
