"""The series of all pairs of states, with words for readers in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.panels import THE, Chart, Panel
from sim.cast import LABELS, PAIRS, STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["THREATS", "TIES", "at_a_glance", "over_dates"]

_KOREAN = {
    ("NK", "Russia"): "북러",
    ("NK", "US"): "북미",
    ("NK", "ROK"): "남북",
    ("NK", "Japan"): "북일",
    ("NK", "China"): "북중",
    ("Russia", "US"): "미러",
    ("Russia", "ROK"): "한러",
    ("Russia", "Japan"): "러일",
    ("Russia", "China"): "중러",
    ("US", "ROK"): "한미",
    ("US", "Japan"): "미일",
    ("US", "China"): "미중",
    ("ROK", "Japan"): "한일",
    ("ROK", "China"): "한중",
    ("Japan", "China"): "중일",
}
"""How Korean calls the pairs."""

THREATS = Chart(
    "threat_matrix",
    {"en": "Who feels threatened by whom", "ko": "누가 누구에게서 위협을 느끼는가"},
    tuple(
        Panel(
            f"felt_threat.{one}.{other}",
            {
                "en": f"{LABELS['en'][one]}, of {THE[other]}",
                "ko": f"{LABELS['ko'][one]} ← {LABELS['ko'][other]}",
            },
            {"en": "felt threat", "ko": "느끼는 위협"},
            one,
            mean=True,
        )
        for one in STATES
        for other in STATES
        if one != other
    ),
)
TIES = Chart(
    "ties_network",
    {"en": "Ties", "ko": "유대의 연결망"},
    tuple(
        Panel(
            f"depth.{one}.{other}",
            {
                "en": f"{LABELS['en'][one]}–{LABELS['en'][other]}",
                "ko": f"{_KOREAN[one, other]} 유대",
            },
            {"en": "depth, 0 to 1", "ko": "깊이, 0–1"},
            mean=True,
        )
        for one, other in PAIRS
    ),
)

Cells = list[list[tuple[str, str]]]
"""Rows of small drawings, each of a scenario in a month."""
_ACROSS = 5
"""So many stand in a row."""


def over_dates(names: Sequence[str], dates: Sequence[str]) -> Cells:
    """Return a row for each scenario, a column for each date."""
    return [[(name, date) for date in dates] for name in names]


def at_a_glance(names: Sequence[str], dates: Sequence[str]) -> Cells:
    """Return the first month of the first scenario, then the last month of each."""
    cells = [(names[0], dates[0]), *((name, dates[-1]) for name in names)]
    rows = -(-len(cells) // _ACROSS)
    across = -(-len(cells) // rows)  # as many in one row as in the other
    return [cells[start : start + across] for start in range(0, len(cells), across)]
