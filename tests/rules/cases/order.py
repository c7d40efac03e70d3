"""Rules of order: numbers worked out by hand, promised bounds, signs."""

BY_HAND = {
    # rule: (arguments, parameters, value); the arithmetic is spelled out
    "arms_control": (
        (0.6, 0.5, 0.2),
        {
            "arms_control_base": 0.5,
            "arms_control_of_war": 0.2,
            "arms_control_of_blocs": 0.5,
            "arms_control_months": 50.0,
            "arms_control_effort": 0.4,
        },
        # it tends to 0.5 + 0.4 * 0.5 = 0.7, and a year of this would wear 0.2 away
        0.6 + (0.7 - 0.6) / 50 - 0.6 * (0.1 + 0.1) / 12,
    ),
}
BOUNDS = {
    # what each docstring promises for any plausible input
    "arms_control": (0.0, 1.0),
}
UP = {
    # what raises a value, for any plausible input
    "arms_control": ["kept", "arms_control_base", "arms_control_effort"],
}
DOWN = {
    # what lowers it
    "arms_control": ["fought", "polarized_news", "arms_control_of_war"],
}
