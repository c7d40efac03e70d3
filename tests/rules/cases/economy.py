"""Rules of economy: numbers worked out by hand, promised bounds, signs."""

import numpy as np

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "growth": ((100.0,), {"gdp_growth": 1.2}, 100.1),
    "trade_with_china": (
        (0.5, 0.6, 0.5),
        {"china_trade": 6.0, "border_closure": 0.5},
        6.0 * 0.85 * 0.5,
    ),
    "income_target": (
        (0.5, 0.1, 30.0, 0.5, 1.0),
        {
            "sanctions_bite": 0.2,
            "closure_cost": 0.08,
            "border_closure": 0.5,
            "rent_multiplier": 1.0,
            "cyber_income": 0.04,
            "cyber_treaty": 0.5,
        },
        1 - 0.1 - 0.04 + 0.04 + 0.02 + 0.02,
    ),
    "income": ((0.8, 0.92), {"income_months": 12.0}, 0.81),
    "used_to": ((0.9, 0.54), {"habit_of_income": 36.0}, 0.89),
    "stress": ((0.9, 0.8), {}, 0.1),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "trade_with_china": (0.0, 9.0),
    "income_target": (0.2, 1.5),
    "stress": (0.0, np.inf),
    "growth": (0.0, np.inf),
    "income": (0.2, 1.5),
    "used_to": (0.2, 1.5),
}
UP = {
    # what raises a value, for any plausible input
    "growth": ["gdp", "gdp_growth"],
    "trade_with_china": ["lifted", "china_trade"],
    "income_target": ["rents", "opened", "treaty", "cyber_income", "cyber_treaty"],
    "income": ["earned", "target"],
    "used_to": ["accustomed", "earned"],
    "stress": ["accustomed"],
}
DOWN = {
    # what lowers it
    "trade_with_china": ["bans", "complying", "border_closure"],
    "income_target": ["pressed", "border_closure", "sanctions_bite"],
    "stress": ["earned"],
}
