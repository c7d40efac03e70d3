"""Boxes traded off, and the points by two factors of one of them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from analysis.charts.box_words import Ends, stretches
from analysis.charts.style import (
    BLUE,
    GRID,
    INK,
    ORANGE,
    PALE,
    VERMILION,
    frame,
    heading,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from analysis.sweeps.discovery import Discovery
    from analysis.sweeps.results import Factor

__all__ = ["MOST_POINTS", "draw_points", "draw_tradeoff"]

MOST_POINTS = 2_000
_SHADES = LinearSegmentedColormap.from_list("cases", ["#D4D4D4", "#EFA56B", VERMILION])


# --------------------------------------------------------------------------- trade-off


def draw_tradeoff(axes: Axes, found: Discovery, words: Mapping[str, str]) -> None:
    """Draw the boxes that were offered by coverage and density, the chosen ringed."""
    frame(axes)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    heading(axes, words["tradeoff"], words["density"])
    table = found.trajectory
    path = "-" if found.method == "prim" else ""  # a tree's boxes are in no order
    for end, color, marker, face in (
        ("", BLUE, "o", BLUE),
        ("_held", ORANGE, "D", "white"),
    ):
        axes.plot(
            table[f"coverage{end}"],
            table[f"density{end}"],
            linestyle=path,
            linewidth=0.9,
            marker=marker,
            markersize=3.6,
            markerfacecolor=face,
            color=color,
            zorder=3,
            label=words["held" if end else "searched"],
        )
        chosen = table[table["chosen"]]
        axes.plot(
            chosen[f"coverage{end}"],
            chosen[f"density{end}"],
            "o",
            markersize=10,
            markerfacecolor="none",
            markeredgecolor=INK,
            markeredgewidth=1.2,
            zorder=5,
            label=None if end or chosen.empty else words["chosen"],
        )
    base = float(found.trajectory["density"].iloc[0])
    axes.axhline(
        base, color=PALE, linewidth=0.9, linestyle=(0, (1, 1.5)), label=words["base"]
    )
    axes.set_xlim(-0.02, 1.03)
    axes.set_ylim(-0.02, 1.03)
    axes.set_xlabel(words["coverage"], fontsize=8, color=INK)
    ticks = (0, 0.25, 0.5, 0.75, 1)
    said = [f"{one:.0%}" for one in ticks]
    axes.set_xticks(ticks, said)
    axes.set_yticks(ticks, said)
    axes.legend(
        loc="upper left",
        bbox_to_anchor=(-0.03, -0.145),
        ncol=2,
        fontsize=7,
        frameon=False,
        borderpad=0,
        columnspacing=1.2,
    )


# ----------------------------------------------------------------------------- scatter


def draw_points(
    axes: Axes,
    found: Discovery,
    names: Sequence[str],
    words: Mapping[str, str],
    lang: str,
) -> None:
    """Draw the points by one or two factors of the box, and the box around some.

    Points that are outside it by other factors are faint.
    """
    frame(axes)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    design, box = found.results.design, found.box
    assert box is not None
    factors = {one.name: one for one in design.factors}
    every = len(found.searched.units) + len(found.held.units)
    mix = np.random.default_rng(0)
    drawn = mix.permutation(every)[:MOST_POINTS]

    def column(of: Any) -> NDArray[Any]:  # noqa: ANN401 - an array of either part
        return np.concatenate([of(found.searched), of(found.held)])[drawn]

    places = []
    for name in names:
        index = [one.name for one in design.factors].index(name)
        values = column(lambda part, at=index: part.columns[at]).astype(float)
        if factors[name].choices:
            values = values + mix.uniform(-0.3, 0.3, len(values))
        places.append(values)
    share = column(lambda part: part.share)
    others = tuple(one for one in box.bounds if one.factor not in names)
    near = np.ones(len(drawn), dtype=bool)
    for one in others:
        near &= column(one.met)
    if len(places) == 1:
        places.append(mix.uniform(0.0, 1.0, len(drawn)))
    order = np.argsort(share, kind="stable")
    for faint in (True, False):
        chosen = order[near[order] != faint]
        axes.scatter(
            places[0][chosen],
            places[1][chosen],
            c=_SHADES(share[chosen]),
            s=9,
            alpha=0.22 if faint else 0.9,
            linewidths=0,
            zorder=3,
            rasterized=True,
        )
    spans: list[tuple[Ends, list[Ends]]] = [
        stretches(factors[name], found) for name in names
    ]
    if len(spans) == 1:
        spans.append(((0.0, 1.0), [(0.0, 1.0)]))
    for (low_x, high_x), (low_y, high_y) in product(*(one for _, one in spans)):
        axes.add_patch(
            Rectangle(
                (low_x, low_y),
                high_x - low_x,
                high_y - low_y,
                facecolor="none",
                edgecolor=INK,
                linewidth=1.5,
                zorder=5,
                clip_on=False,
            )
        )
    axes.set_xlim(*spans[0][0])
    axes.set_ylim(*spans[1][0])
    _axis(axes, "x", factors[names[0]])
    axes.set_xlabel(_named(factors[names[0]], lang, 58), fontsize=8, color=INK)
    if len(names) > 1:
        _axis(axes, "y", factors[names[1]])
        heading(axes, words["scatter"], _named(factors[names[1]], lang, 58))
    else:
        axes.set_yticks([])
        heading(axes, words["one"], words["jitter"])
    _shade_key(axes, found, words)


def _axis(axes: Axes, side: str, factor: Factor) -> None:
    if factor.choices:
        ticks = range(len(factor.choices))
        names = [shortened(one, 14) for one in factor.choices]
        (axes.set_xticks if side == "x" else axes.set_yticks)(ticks, names)
        axes.tick_params(axis=side, labelsize=7)  # type: ignore[arg-type]
        if side == "y":
            axes.tick_params(axis="y", labelrotation=90)


def _named(factor: Factor, lang: str, letters: int) -> str:
    said = factor.meaning(lang)
    return shortened(f"{factor.name}: {said}", letters) if said else factor.name


def _shade_key(axes: Axes, found: Discovery, words: Mapping[str, str]) -> None:
    one_each = found.searched.cases.shape[1] == 1
    shown = (
        ((0.0, words["not"]), (1.0, words["case"]))
        if one_each
        else ((0.0, "0"), (0.5, "50%"), (1.0, "100%"))
    )
    handles: list[Any] = [
        Line2D(
            *([], []),
            linestyle="",
            marker="o",
            markersize=4,
            color=_SHADES(share),
            label=label,
        )
        for share, label in shown
    ]
    if not one_each:
        handles.insert(0, Line2D([], [], linestyle="", label=words["share"]))
    handles.append(Patch(facecolor="none", edgecolor=INK, label=words["box"]))
    axes.legend(
        handles=handles,
        loc="upper right",
        bbox_to_anchor=(1.02, -0.155),
        ncol=len(handles),
        fontsize=7,
        frameon=False,
        handletextpad=0.1,
        handlelength=1.6,
        columnspacing=0.7,
        borderpad=0,
    )
