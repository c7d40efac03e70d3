"""Rules of China's role: numbers worked out by hand, promised bounds, signs."""

BY_HAND = {
    "role_utility": (
        (0.1, 0.2, 0.5, 0.4, 0.3),
        {
            "role_custom": 1.0,
            "coordinator_cost": 0.5,
            "axis_cost": 1.5,
            "role_of_blocs": 2.0,
            "role_of_tilt": 1.0,
            "role_of_coercion": 1.0,
            "role_of_turmoil": 1.5,
            "role_of_trilateral": 1.0,
            "role_of_planning": 0.5,
            "planning_with_japan": 1.0,
        },
        [
            1.0 - 0.3 * 0.6,
            -0.5 - 0.3 * 0.2 + 0.3 * 0.2 + 0.6,
            -1.5 + 0.2 + 0.3 * 0.2 + 0.5 + 0.7 * 0.3 + 0.5 * 0.3,
        ],
    ),
    "role": (([1.0, 0.0, 0.0], [0.0, 0.0, 1.0], 1.0), {}, [0.0, 0.0, 1.0]),
    "courtship": (
        ([0.0, 0.0, 1.0], 0.2),
        {"courtship_axis": 0.4, "courtship_rival": 0.5},
        0.4 + 0.1,
    ),
    "mediation": (([0.0, 1.0, 0.0],), {"mediation_coordinator": 0.6}, 0.6),
}
BOUNDS = {
    "role": (0.0, 1.0),
    "courtship": (0.0, 1.0),
    "mediation": (0.0, 1.0),
}
FREE = {"role_utility"}
UP = {
    "courtship": ["played", "tilt", "courtship_axis", "courtship_rival"],
    "mediation": ["played", "mediation_coordinator"],
}
