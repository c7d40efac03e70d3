"""Charts of what all the world can see, as ECharts takes them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from sim.cast import CAMPS, DYADS, LABELS, PAIRS, STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.game.board import Board, Moment
    from analysis.interfaces.text import Lang

__all__ = ["arms", "crises_of", "gravest", "spent", "tension", "ties", "ties_of"]

_COLORS = {
    "NK": "#d1660f",
    "Russia": "#b5579b",
    "US": "#1b87c9",
    "ROK": "#00997a",
    "Japan": "#7c6fd6",
    "China": "#c98a00",
}
"""Colors that stand out from white and from black alike."""

_SYMBOLS = ("circle", "rect", "triangle", "diamond", "roundRect", "emptyDiamond")
"""For eyes that colors say nothing to."""

_TIE, _CRISIS = "#7d8896", "#d6336c"

_FAINTEST, _WIDEST = 0.05, 12.0
"""The tie below which no line is drawn; pixels of a line for a whole alliance."""


def ties_of(moment: Moment) -> dict[tuple[str, str], float]:
    """Return the depth of every tie, deepest first."""
    found = {two: moment.series[f"depth.{two[0]}.{two[1]}"] for two in PAIRS}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def crises_of(moment: Moment) -> dict[tuple[str, str], float]:
    """Return the steps of the crises that there are, gravest first."""
    found = {two: moment.series[f"crisis.{two[0]}.{two[1]}"] for two in DYADS}
    ranked = sorted(found.items(), key=lambda one: -one[1])
    return {two: step for two, step in ranked if step > 0}


def gravest(moment: Moment) -> float:
    """Return the step of the gravest crisis."""
    return max(crises_of(moment).values(), default=0.0)


def spent(board: Board) -> dict[str, list[float]]:
    """Return every state's military spending by turn, the start being 100."""
    moments = [board.turned(turn) for turn in range(len(board.moves) + 1)]
    return {
        state: [
            100.0 * one.series[f"spending.{state}"] / first
            for one in moments
            for first in [moments[0].series[f"spending.{state}"]]
        ]
        for state in STATES
    }


def ties(moment: Moment, lang: Lang) -> dict[str, Any]:
    """Return six states in a ring, the ties between them, and their crises."""
    lines = [
        {
            "source": LABELS[lang][one],
            "target": LABELS[lang][other],
            "lineStyle": {"color": _TIE, "width": _WIDEST * depth, "opacity": 0.75},
        }
        for (one, other), depth in ties_of(moment).items()
        if depth >= _FAINTEST
    ]
    lines += [
        {
            "source": LABELS[lang][one],
            "target": LABELS[lang][other],
            "lineStyle": {
                "color": _CRISIS,
                "width": 3,
                "type": "dashed",
                "curveness": 0.2,
            },
            "label": {"show": True, "formatter": f"{step:.0f}", "fontWeight": "bold"},
        }
        for (one, other), step in crises_of(moment).items()
    ]
    return {
        "animation": False,
        "aria": {"enabled": True},
        "series": [
            {
                "type": "graph",
                "layout": "none",
                "left": "center",
                "top": "middle",
                "height": "62%",  # the width follows from it; the rest is for names
                "symbolSize": 26,
                "silent": True,
                "data": _ring(lang),
                "links": lines,
                "label": {"show": True, "fontSize": 15},
                "edgeLabel": {"fontSize": 15},
            }
        ],
    }


def _ring(lang: Lang) -> list[dict[str, Any]]:
    """Return the states in a ring, each camp on its own side."""
    order = (*CAMPS[0], *CAMPS[1])
    nodes = []
    for place, state in enumerate(order):
        turned = math.pi * (1.0 / 6.0 + place / 3.0)
        x, y = -math.sin(turned), -math.cos(turned)
        nodes.append(
            {
                "name": LABELS[lang][state],
                "x": 100.0 * x,
                "y": 100.0 * y,
                "itemStyle": {"color": _COLORS[state]},
                "label": {"position": "top" if y < -_ASIDE else "bottom"},
            }
        )
    return nodes


_ASIDE = 0.5
"""From here on up a name stands above its state."""


def tension(board: Board, name: str) -> dict[str, Any]:
    """Return the step of the gravest crisis, month by month."""
    months = board.moments[1:]
    return {
        "animation": False,
        "aria": {"enabled": True},
        "grid": {"left": 34, "right": 16, "top": 34, "bottom": 28},
        "xAxis": {
            "type": "category",
            "data": [one.label for one in months],
            "axisLabel": {"hideOverlap": True},
        },
        "yAxis": {
            "type": "value",
            "name": name,
            "min": 0,
            "max": 5,
            "interval": 1,
            "nameTextStyle": {"align": "left"},
            "splitLine": {"lineStyle": {"opacity": 0.25}},
        },
        "series": [
            {
                "type": "bar",
                "data": [gravest(one) for one in months],
                "itemStyle": {"color": _CRISIS},
                "barCategoryGap": "20%",
            }
        ],
    }


def arms(board: Board, lang: Lang, name: str) -> dict[str, Any]:
    """Return military spending by turn, a color and a mark for each state."""
    found = spent(board)
    turns = list(range(len(board.moves) + 1))
    return {
        "animation": False,
        "aria": {"enabled": True},
        "grid": {"left": 44, "right": 24, "top": 76, "bottom": 28},
        "legend": {"top": 0, "left": 0, "itemGap": 12},
        "tooltip": {"trigger": "axis", "confine": True},
        "xAxis": {
            "type": "category",
            "data": [board.turned(turn).label for turn in turns],
            "boundaryGap": False,
            "axisLabel": {"hideOverlap": True},
        },
        "yAxis": {
            "type": "value",
            "name": name,
            "scale": True,
            "nameTextStyle": {"align": "left"},
            "splitLine": {"lineStyle": {"opacity": 0.25}},
        },
        "series": [
            {
                "type": "line",
                "name": LABELS[lang][state],
                "data": _rounded(found[state]),
                "symbol": symbol,
                "symbolSize": 9,
                "lineStyle": {"color": _COLORS[state], "width": 2.5},
                "itemStyle": {"color": _COLORS[state]},
            }
            for state, symbol in zip(STATES, _SYMBOLS, strict=True)
        ],
    }


def _rounded(values: Sequence[float]) -> list[float]:
    return [float(f"{value:.4g}") for value in values]
