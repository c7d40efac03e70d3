"""Rules of the security dialogue and of Seoul's room: by hand, bounds, signs."""

import math

BY_HAND = {
    "forum_wanted": (
        (0.5, 0.4),
        {"forum_effort": 0.5, "forum_of_blocs": 0.8, "forum_of_crises": 0.5},
        0.5 * (1 - 0.4 - 0.2),
    ),
    "forum": (
        (0.6, 0.2),
        {"forum_rise": 12.0, "forum_fall": 1.0 / math.log(2.0)},  # half of it falls
        0.6 - 0.4 / 2,
    ),
    "confidence": (
        (0.1, 0.5),
        {"forum_verification": 0.8, "confidence_months": 50.0},
        0.1 + (0.4 - 0.1) / 50,
    ),
    "assurance": (
        (0.4,),
        {"conciliation_of_confidence": 0.05, "costly_signals": 1.0},
        0.02,
    ),
    "leeway": (
        (0.25,),
        {"active_balancing": 0.5, "leeway_of_blocs": 4.0},
        0.5 / math.e,
    ),
    "room": (
        (0.5, 0.6, 0.2, -0.1, 0.5),
        {
            "squeeze": 1.0,
            "room_of_channels": 0.5,
            "room_of_balancing": 0.2,
            "room_months": 10.0,
        },
        # target 0.6 - 0.1 - 0.05 + 0.1
        0.5 + (0.55 - 0.5) / 10,
    ),
    "outreach": ((0.5, 0.0, -0.2), {"outreach_of_room": 1.0}, 0.4),
    "network": (
        (0.2,),
        {"middle_power_network": 1.0, "network_months": 40.0},
        0.2 + 0.8 / 40,
    ),
}
BOUNDS = {
    "forum_wanted": (0.0, 1.0),
    "forum": (0.0, 1.0),
    "confidence": (0.0, 1.0),
    "assurance": (0.0, 0.2),
    "leeway": (0.0, 1.0),
    "room": (0.0, 1.0),
    "outreach": (0.0, 1.0),
    "network": (0.0, 1.0),
}
UP = {
    "forum_wanted": ["forum_effort"],
    "forum": ["held", "wanted"],
    "confidence": ["held", "met", "forum_verification"],
    "assurance": ["confident", "conciliation_of_confidence", "costly_signals"],
    "leeway": ["active_balancing"],
    "room": ["held", "first", "opened", "eased"],
    "outreach": ["will", "room_news"],
    "network": ["held", "middle_power_network"],
}
DOWN = {
    "forum_wanted": ["polarized", "turmoil"],
    "leeway": ["polarized_news", "leeway_of_blocs"],
    "room": ["polarized_news", "squeeze"],
    "outreach": ["rebuffed"],
}
