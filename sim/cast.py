"""Who plays: the six states, their pairs, and the order in which sums run.

Every sum over states runs in the order of :data:`STATES`, never in the order in
which agents were made: reordering six summands changes the last bit of one sum
in five.
"""

from __future__ import annotations

from itertools import combinations

__all__ = [
    "ALLIES",
    "CAMPS",
    "COW_CODES",
    "DOMAINS",
    "DYADS",
    "LABELS",
    "PAIRS",
    "POSTURES",
    "ROLES",
    "STATES",
    "THEATRES",
    "others",
    "pair",
]

STATES = ("NK", "Russia", "US", "ROK", "Japan", "China")
"""The six states, in the one order in which everything about them is summed."""

COW_CODES = {"NK": 731, "Russia": 365, "US": 2, "ROK": 732, "Japan": 740, "China": 710}
"""Correlates of War country codes, for joining other data."""

LABELS = {
    "en": {
        "NK": "North Korea",
        "Russia": "Russia",
        "US": "United States",
        "ROK": "South Korea",
        "Japan": "Japan",
        "China": "China",
    },
    "ko": {
        "NK": "북한",
        "Russia": "러시아",
        "US": "미국",
        "ROK": "한국",
        "Japan": "일본",
        "China": "중국",
    },
}
"""Names of the states for readers, by language."""

PAIRS = tuple(combinations(STATES, 2))
"""The fifteen unordered pairs of states, in the order of :data:`STATES`."""

DOMAINS = (
    "warhead",
    "short_range",
    "icbm",
    "hypersonic",
    "satellite",
    "air_defense",
    "submarine",
    "drones",
)
"""The domains of NK's military technology."""

POSTURES = ("pressure", "mixed", "offer", "moratorium")
"""The lines that NK may take toward the United States, from hard to soft."""

ROLES = ("bystander", "coordinator", "axis")
"""The parts that China may play between the blocs."""

THEATRES = ("Korea", "Europe", "China", "elsewhere")
"""What competes for Washington's attention."""

CAMPS = (("NK", "Russia", "China"), ("US", "ROK", "Japan"))
"""The two camps of the treaties in force in 2021 [LeedsEtAl2002]."""

ALLIES = CAMPS[1]
"""The United States and its two allies in the region."""

DYADS = tuple(
    (one, other)
    for one, other in PAIRS
    if not any(one in camp and other in camp for camp in CAMPS)
)
"""The nine pairs across the two camps: where a crisis can break out."""


def others(state: str) -> tuple[str, ...]:
    """Return the five other states, in the order of :data:`STATES`."""
    return tuple(name for name in STATES if name != state)


def pair(one: str, other: str) -> int:
    """Return the place of an unordered pair of states in :data:`PAIRS`."""
    first, second = sorted((one, other), key=STATES.index)
    return PAIRS.index((first, second))
