"""The network of ties at some dates: who stands how close to whom."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import networkx as nx
from matplotlib.patheffects import withStroke

from analysis.charts.curves import widest
from analysis.charts.matrix import dates_of
from analysis.charts.pairs import TIES, at_a_glance, over_dates
from analysis.charts.style import INK, PALE, STATE_COLORS, blank, finish, lines_for
from sim.cast import LABELS, PAIRS, STATES
from sim.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["tie_graph", "ties_network"]

PLACES = {
    "China": (0.12, 0.52),
    "Russia": (0.3, 0.93),
    "NK": (0.47, 0.62),
    "ROK": (0.55, 0.32),
    "Japan": (0.83, 0.4),
    "US": (0.92, 0.86),
}
"""Where states stand, near enough to a map; the same in every drawing."""

_ABOVE = ("Russia", "US")
"""States whose names stand above them, clear of their ties."""

PROMISE = 0.4
"""Depth from which a tie carries a promise of armed help, at first guesses."""

FAINTEST = 0.08
"""Ties shallower than this are not drawn."""

_LEFT, _GAP = 0.3, 0.2
_FULL, _BRIEF = (2.55, 7.5), (2.0, 9.0)
"""Inches of a network, and points of the names in it."""


def tie_graph(
    depths: dict[tuple[str, str], float], capability: dict[str, float]
) -> nx.Graph:
    """Return ties as a graph: nodes with ``capability``, edges with ``depth``.

    Parameters
    ----------
    depths : dict of pair of states to float
        Depth of every tie, 0 to 1; those below :data:`FAINTEST` are no edges.
    capability : dict of state to float
        In billions of US dollars.
    """
    graph: nx.Graph = nx.Graph()
    for state in STATES:
        graph.add_node(state, capability=capability[state])
    for (one, other), depth in depths.items():
        if depth >= FAINTEST:
            graph.add_edge(one, other, depth=depth)
    return graph


def ties_network(
    bands: pd.DataFrame,
    *,
    footer: str = "",
    lang: str = "en",
    most: int = 4,
    brief: bool = False,
) -> Figure:
    """Draw the ties of the six states at three dates, as means over runs.

    Parameters
    ----------
    bands : DataFrame
        What :func:`analysis.bands.bands` returns, with ``depth`` and ``capability``.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.
    most : int
        Scenarios beyond so many are left out.
    brief : bool
        The first month of the first scenario and the last of each alone, in place of
        a row for each scenario.

    Returns
    -------
    Figure
        A row per scenario, a column per date; places are the same in all.

    Raises
    ------
    InputError
        If a tie or a capability is not in the table.
    """
    words = _WORDS[lang]
    names = list(dict.fromkeys(bands["scenario"]))[:most]
    dates = dates_of(bands)
    laid = (at_a_glance if brief else over_dates)(names, dates)
    size, letters = _BRIEF if brief else _FULL
    width = _LEFT + max(map(len, laid)) * (size + _GAP)
    height = 1.1 + len(laid) * (size + 0.5) + 0.45
    figure = blank(width, height)
    lines = lines_for(names)
    for down, row in enumerate(laid):
        for across, (name, date) in enumerate(row):
            left = _LEFT + across * (size + _GAP)
            top = height - 1.1 - down * (size + 0.5)
            axes = figure.add_axes(
                (left / width, (top - size) / height, size / width, size / height)
            )
            _draw(axes, _graph(bands, name, date), lang, letters)
            axes.set_title(date, fontsize=letters + 1, color=PALE, pad=3)
            if (brief or across == 0) and len(names) > 1:
                axes.annotate(
                    "\n".join(wrap(name, 34)),
                    (0, 1),
                    xytext=(0, 18),
                    xycoords="axes fraction",
                    textcoords="offset points",
                    fontsize=9.5,
                    color=lines[name].color,
                )
    shown = (
        bands["series"].str.startswith("depth.")
        & bands["month"].astype(str).isin(dates)
        & bands["scenario"].isin(names)
    )
    note = words["note"].format(error=widest(bands[shown]))
    return finish(figure, TIES.title[lang], f"{note}\n{footer}", lang)


_WORDS = {
    "en": {
        "note": (
            "width: depth of the tie, 0 to 1, mean over runs (95% Monte Carlo error at"
            " most ±{error}); solid: deep enough to promise armed help, dashed: not;"
            " disks: capability"
        ),
    },
    "ko": {
        "note": (
            "선 굵기: 유대의 깊이(0–1, 실행 평균, 95% 몬테카를로 오차 최대 ±{error});"
            " 실선: 군사 원조를 약속할 만큼 깊음, 점선: 그에 못 미침; 원: 군사 능력"
        ),
    },
}


def _graph(bands: pd.DataFrame, scenario: str, date: str) -> nx.Graph:
    here = bands[
        (bands["scenario"] == scenario) & (bands["month"].astype(str) == date)
    ].set_index("series")["mean"]
    wanted = [f"depth.{one}.{other}" for one, other in PAIRS]
    wanted += [f"capability.{state}" for state in STATES]
    for key in wanted:
        if key not in here.index:
            raise InputError(f"there are no bands of {key!r} in {date}")
    depths = {(one, other): float(here[f"depth.{one}.{other}"]) for one, other in PAIRS}
    return tie_graph(depths, {one: float(here[f"capability.{one}"]) for one in STATES})


def _draw(axes: Axes, graph: nx.Graph, lang: str, letters: float) -> None:
    for deep, style in ((False, (0, (2.5, 2))), (True, "solid")):
        edges = [
            (one, other, depth)
            for one, other, depth in graph.edges(data="depth")
            if (depth >= PROMISE) == deep
        ]
        nx.draw_networkx_edges(
            graph,
            PLACES,
            ax=axes,
            edgelist=[(one, other) for one, other, _ in edges],
            width=[5.5 * depth for _, _, depth in edges],
            edge_color=INK if deep else PALE,
            style=style,
            alpha=0.75 if deep else 0.6,
        )
    nx.draw_networkx_nodes(
        graph,
        PLACES,
        ax=axes,
        node_color=[STATE_COLORS[state] for state in graph],
        node_size=[
            90 + 8.5 * value**0.5 for _, value in graph.nodes(data="capability")
        ],
        edgecolors="white",
        linewidths=1.2,
    )
    for state, (x, y) in PLACES.items():
        axes.annotate(
            LABELS[lang][state],
            (x, y),
            xytext=(0, 19 if state in _ABOVE else -19),
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=letters,
            color=INK,
            path_effects=[withStroke(linewidth=2.5, foreground="white")],
        )
    axes.set_xlim(-0.08, 1.12)
    axes.set_ylim(0.14, 1.1)
    axes.set_axis_off()
