"""Rules of choice: numbers worked out by hand, promised bounds, signs."""

import math

BY_HAND = {
    "chances": (
        ([0.4 * math.log(3.0), 0.0, 0.0, -1000.0],),
        {"choice_temperature": 0.4},
        [0.6, 0.2, 0.2, 0.0],  # weights 3, 1, 1 and next to nothing
    ),
    "picked": (([0.2, 0.3, 0.4, 0.1], 0.6), {}, [0.0, 0.0, 1.0, 0.0]),
    "likelihood": ((0.4 * math.log(3.0),), {"choice_temperature": 0.4}, 0.75),
}
BOUNDS = {
    "chances": (0.0, 1.0),
    "picked": (0.0, 1.0),
    "likelihood": (0.0, 1.0),
}
UP = {"likelihood": ["utility"]}
