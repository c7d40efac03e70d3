"""The causal-loop diagram: what drives what, with which sign, and how strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from analysis.charts.style import BLUE, INK, PALE, VERMILION, blank, finish

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["NODES", "causal_graph", "loop_diagram"]

NODES = {
    "war": (1.0, 6.8, "War in\nUkraine", "우크라이나\n전쟁"),
    "sustainment": (3.4, 7.75, "Russia's means\nto go on", "러시아의\n전쟁지속능력"),
    "shortage": (3.1, 6.2, "Shortage\nof shells", "포탄 부족"),
    "isolation": (1.0, 4.7, "Russia's\nisolation", "러시아의\n고립"),
    "cooperation": (5.4, 5.3, "NK–Russia\ncooperation", "북러 협력"),
    "theaters": (7.0, 8.7, "Link with\nNATO", "나토와의\n연계"),
    "capability": (7.4, 6.9, "NK military\ntechnology", "북한\n군사 기술"),
    "alarm": (9.7, 7.4, "Neighbors'\nalarm", "주변국의\n위협 인식"),
    "response": (12.0, 8.5, "Allies'\nresponse", "동맹의\n대응"),
    "fear": (8.5, 5.5, "Fear in\nPyongyang", "북한의\n위협 인식"),
    "crisis": (12.2, 6.6, "Misreading\nand crises", "오인과\n위기"),
    "channels": (13.3, 5.2, "Lines open", "소통 채널"),
    "polarization": (14.3, 3.5, "Hardened\nblocs", "진영\n양극화"),
    "courtship": (11.1, 4.1, "China courts\nPyongyang", "중국의\n대북 접근"),
    "veto": (11.4, 2.5, "Vetoes", "거부권"),
    "legitimacy": (11.5, 0.8, "Legitimacy\nof sanctions", "제재의\n정당성"),
    "sanctions": (8.7, 1.9, "Pressure of\nsanctions", "제재 압력"),
    "hardship": (4.9, 2.5, "NK\nhardship", "북한의\n경제난"),
    "provocation": (5.6, 0.6, "NK tests\nand attacks", "북한의\n도발"),
    "talks": (2.6, 1.1, "Talks", "북미 대화"),
    "attention": (0.7, 1.2, "US attention\nto Korea", "미국의\n대북 관심"),
    "attachment": (2.4, 3.5, "Attachment to\nnuclear arms", "핵 집착"),
}
"""Where each node stands, and its words in English and Korean."""

_BENDS = {
    ("war", "isolation"): 0.12,
    ("war", "attention"): 0.32,
    ("war", "attachment"): -0.1,
    ("war", "theaters"): -0.3,
    ("sanctions", "attachment"): 0.26,
    ("cooperation", "isolation"): 0.1,
    ("isolation", "cooperation"): 0.12,
    ("cooperation", "shortage"): 0.22,
    ("shortage", "cooperation"): 0.22,
    ("cooperation", "hardship"): 0.18,
    ("hardship", "cooperation"): 0.18,
    ("provocation", "sanctions"): 0.2,
    ("sanctions", "provocation"): 0.3,
    ("cooperation", "talks"): 0.14,
    ("cooperation", "provocation"): -0.2,
    ("response", "provocation"): -0.1,
    ("response", "polarization"): -0.62,
    ("attention", "provocation"): 0.3,
    ("provocation", "talks"): -0.05,
    ("polarization", "channels"): 0.0,
    ("courtship", "polarization"): -0.1,
    ("response", "fear"): -0.14,
    ("theaters", "response"): -0.12,
    ("sustainment", "war"): 0.15,
}
_BEND = 0.1
"""How far an arrow bows, as a share of its length, unless the table says otherwise."""

_SIZE = (1.5, 0.78)
_WORDS = {
    "en": {
        "title": "What drives what",
        "note": (
            "blue, +: more brings more; red, −: more brings less; width: what switching"
            " the link's mechanism off undoes, in standard deviations over luck;"
            " dotted: not measurable, or against the papers' sign"
        ),
    },
    "ko": {
        "title": "무엇이 무엇을 움직이는가",
        "note": (
            "파랑, +: 늘면 는다; 빨강, −: 늘면 준다; 굵기: 연결의 기제를 껐을 때"
            " 사라지는 몫(운에 따른 표준편차 단위); 점선: 측정되지 않거나 논문의"
            " 부호와 반대"
        ),
    },
}


def causal_graph(strengths: pd.DataFrame) -> nx.DiGraph:
    """Return links as a graph: edges with ``sign``, ``strength`` and ``clear``.

    Parameters
    ----------
    strengths : DataFrame
        What :func:`analysis.loops.loops` returns second. A link is clear if its
        strength is above 0 by two standard errors.
    """
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_nodes_from(NODES)
    for row in strengths.to_dict("records"):
        graph.add_edge(
            row["tail"],
            row["head"],
            sign=row["sign"],
            strength=abs(row["strength"]),
            clear=row["strength"] > 2.0 * row["error"],
        )
    return graph


def loop_diagram(
    strengths: pd.DataFrame, *, footer: str = "", lang: str = "en"
) -> Figure:
    """Draw the causal-loop diagram.

    Parameters
    ----------
    strengths : DataFrame
        What :func:`analysis.loops.loops` returns second.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Nodes stand where :data:`NODES` puts them, always.
    """
    figure = blank(11.0, 7.4)
    axes = figure.add_axes((0.01, 0.075, 0.98, 0.87))
    axes.set_xlim(-0.3, 15.4)
    axes.set_ylim(-0.35, 9.2)
    axes.set_aspect("equal")
    axes.set_axis_off()
    boxes = {name: _box(axes, name, lang) for name in NODES}
    for tail, head, link in causal_graph(strengths).edges(data=True):
        _arrow(axes, boxes, (tail, head), link)
    words = _WORDS[lang]
    return finish(figure, words["title"], f"{words['note']}\n{footer}", lang)


def _box(axes: Axes, name: str, lang: str) -> FancyBboxPatch:
    x, y, english, korean = NODES[name]
    wide, high = _SIZE
    box = FancyBboxPatch(
        (x - wide / 2, y - high / 2),
        wide,
        high,
        boxstyle="round,pad=0.02,rounding_size=0.18",
        facecolor="#F4F4F4" if name != "cooperation" else "#DDDDDD",
        edgecolor=INK,
        linewidth=0.8,
        zorder=3,
    )
    axes.add_patch(box)
    axes.text(
        x,
        y,
        english if lang == "en" else korean,
        ha="center",
        va="center",
        fontsize=8,
        linespacing=1.1,
        color=INK,
        zorder=4,
    )
    return box


def _arrow(
    axes: Axes,
    boxes: dict[str, FancyBboxPatch],
    ends: tuple[str, str],
    link: dict[str, Any],
) -> None:
    (x1, y1), (x2, y2) = (NODES[one][:2] for one in ends)
    bend = _BENDS.get(ends, _BEND)
    color = (BLUE if link["sign"] > 0 else VERMILION) if link["clear"] else PALE
    width = 0.7 + 1.5 * min(link["strength"], 4.0) ** 0.5 if link["clear"] else 0.8
    axes.add_patch(
        FancyArrowPatch(
            (x1, y1),
            (x2, y2),
            connectionstyle=f"arc3,rad={bend}",
            patchA=boxes[ends[0]],
            patchB=boxes[ends[1]],
            arrowstyle="-|>",
            mutation_scale=9 + 1.2 * width,
            linewidth=width,
            linestyle="-" if link["clear"] else (0, (1, 2)),
            color=color,
            shrinkA=1,
            shrinkB=2,
            zorder=2,
        )
    )
    x, y = _along((x1, y1), (x2, y2), bend, 0.5)
    axes.text(
        x,
        y,
        "+" if link["sign"] > 0 else "−",
        ha="center",
        va="center",
        fontsize=8,
        color=color,
        bbox={
            "boxstyle": "circle,pad=0.12",
            "facecolor": "white",
            "edgecolor": color,
            "linewidth": 0.6,
        },
        zorder=2.5,
    )


def _along(
    one: tuple[float, float], other: tuple[float, float], bend: float, part: float
) -> tuple[float, float]:
    """Return the point at a part of an arrow's way, which is a quadratic curve."""
    across, up = other[0] - one[0], other[1] - one[1]
    middle = (
        (one[0] + other[0]) / 2 + bend * up,
        (one[1] + other[1]) / 2 - bend * across,
    )
    before, bent, after = (1 - part) ** 2, 2 * part * (1 - part), part**2
    x, y = (
        before * one[axis] + bent * middle[axis] + after * other[axis]
        for axis in (0, 1)
    )
    return x, y
