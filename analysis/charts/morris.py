"""Morris's plane: how much a factor does, and how unlike it is from place to place."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.charts.index_words import AXES, WORDS
from analysis.charts.rows import WIDTH, two_lines
from analysis.charts.style import (
    BLUE,
    GRID,
    INK,
    PALE,
    blank,
    finish,
    footer_height,
    frame,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["apart", "morris_plane"]

_HEIGHT, _ABOVE = 5.0, 0.6
"""Inches of the figure without its footer, and of what is above the plane."""
_LEFT, _RIGHT, _NAMES = 0.09, 0.53, 0.585
"""Where the plane begins and ends, and the names begin, as shares of the width."""
_GAP, _LETTERS, _SIZE = 0.33, 56, 7.5
"""Inches between two names; letters of a line of them, and their points."""
_WORDS = {
    "en": {
        "note": (
            "grey points: the other factors; hollow: not told from no effect; bars: 95%"
            " interval of μ*; above the line effects differ by more than their mean"
            " size: what the factor does depends on the others, or turns"
        ),
        "line": "σ = μ*",
    },
    "ko": {
        "note": (
            "회색 점: 그 밖의 요인; 빈 점: 효과가 없는 것과 구별되지 않음; 가로선: μ*의"
            " 95% 구간; 대각선 위: 효과의 편차가 평균 크기보다 크다. 곧 요인의 효과가"
            " 다른 요인에 달려 있거나 방향이 바뀐다"
        ),
        "line": "σ = μ*",
    },
}


def morris_plane(
    table: pd.DataFrame,
    *,
    order: Sequence[str],
    labels: Mapping[str, str],
    verdicts: Mapping[str, str],
    title: str,
    unit: str = "",
    top: int = 12,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw the mean size of effects against how unlike they are.

    Parameters
    ----------
    table : DataFrame
        Morris's indices of one outcome.
    order : sequence of str
        The factors, the largest first.
    labels, verdicts : mapping of str to str
        Factor to its words, and to whether it moves the outcome.
    title, unit : str
        What the outcome is, and its unit.
    top : int
        So many factors are named; the others are grey points.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Points, and at the right the names of the leading ones, each on its leader.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = _WORDS[lang]
    note = f"{words['note']}\n{footer}"
    below = footer_height(note, WIDTH, 0.5) + 0.35
    whole = _HEIGHT + below
    figure = blank(WIDTH, whole)
    share = 1 - (below + _ABOVE) / whole
    axes = figure.add_axes((_LEFT, below / whole, _RIGHT - _LEFT, share))
    frame(axes)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    wide: Any = table.pivot(index="factor", columns="index", values="value")
    star: Any = table[table["index"] == "mu_star"].set_index("factor")
    named, rest = list(order[:top]), list(order[top:])
    _scale(axes, star, wide, words["line"])
    others = wide.loc[rest]
    axes.plot(
        others["mu_star"],
        others["sigma"],
        "o",
        color="#B5B5B5",
        markersize=3.5,
        zorder=2,
    )
    for name in named:
        row, sigma = star.loc[name], float(wide.loc[name, "sigma"])
        clear = verdicts.get(name) == "moves"
        ends = [row["low"], row["high"]]
        axes.plot(ends, [sigma] * 2, color=BLUE, linewidth=0.8, zorder=3)
        axes.plot(
            [row["value"]],
            [sigma],
            "o",
            color=BLUE,
            markersize=5,
            markerfacecolor=BLUE if clear else "white",
            zorder=4,
        )
    points = wide.loc[named, ["mu_star", "sigma"]].to_numpy(dtype=float)
    _names(axes, points, [labels.get(one, one) for one in named])
    along = AXES[lang]["morris"].format(unit=unit)
    axes.set_xlabel(along, fontsize=8, color=INK, labelpad=4)
    axes.set_ylabel(f"{WORDS[lang]['sigma']} [{unit}]", fontsize=8, color=INK)
    return finish(figure, title, note, lang)


def _scale(axes: Axes, star: pd.DataFrame, wide: pd.DataFrame, line: str) -> None:
    """Set both axes to what is there, and draw where the two indices are equal."""
    x = 1.05 * (float(star["high"].max()) or 1.0)
    y = 1.05 * (float(wide["sigma"].max()) or x)
    axes.set_xlim(0, x)
    axes.set_ylim(0, y)
    end = min(x, y)
    axes.plot([0, end], [0, end], color=PALE, linewidth=0.8, linestyle=(0, (4, 2)))
    axes.annotate(
        line,
        (0.8 * end, 0.8 * end),
        xytext=(4, -2),
        textcoords="offset points",
        ha="left",
        va="top",
        fontsize=_SIZE,
        color=PALE,
    )


def _names(
    axes: Axes, points: np.ndarray[Any, np.dtype[np.float64]], names: Sequence[str]
) -> None:
    """Write names in a column, as high as their points where there is room."""
    figure: Any = axes.figure
    whole, wide = figure.get_figheight(), figure.get_figwidth()
    pixels = axes.transData.transform(points)
    heights = pixels[:, 1] / figure.dpi
    bottom, top = (axes.get_position().get_points()[:, 1] * whole).tolist()
    # The leftmost of points of one height comes last, so that leaders hardly cross.
    order = np.lexsort((-points[:, 0], heights))
    placed = apart(heights[order].tolist(), _GAP, bottom + _GAP / 2, top)
    for one, height in zip(order.tolist(), placed, strict=True):
        axes.annotate(
            two_lines(names[one], _LETTERS),
            tuple(points[one]),
            xytext=(_NAMES * wide * 72, height * 72),
            textcoords="figure points",
            va="center",
            fontsize=_SIZE,
            linespacing=1.1,
            color=INK,
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": "#B5B5B5",
                "linewidth": 0.5,
                "relpos": (0, 0.5),
                "shrinkA": 1,
                "shrinkB": 3,
            },
        )


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return rising places moved as little as can be to stand a gap apart.

    Parameters
    ----------
    places : sequence of float
        In rising order.
    gap : float
        Least distance of two neighbors.
    low, high : float
        Where they are to stand; where there is no room for all, gaps are equal.

    Returns
    -------
    list of float
        The least squares of moves: neighbors in each other's way are moved together.

    Examples
    --------
    >>> apart([1.0, 1.0, 9.0], 2.0, 0.0, 10.0)
    [0.0, 2.0, 9.0]
    >>> apart([9.0, 9.5, 9.9], 2.0, 0.0, 10.0)
    [6.0, 8.0, 10.0]
    """
    many = len(places)
    gap = min(gap, (high - low) / max(many - 1, 1))
    # Less the gaps below it, a place must only not be under the one before.
    groups: list[list[float]] = []
    for count, place in enumerate(places):
        groups.append([place - gap * count])
        while len(groups) > 1 and fmean(groups[-2]) > fmean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    bare = [fmean(group) for group in groups for _ in group]
    most = high - gap * (many - 1)
    return [min(max(one, low), most) + gap * count for count, one in enumerate(bare)]
