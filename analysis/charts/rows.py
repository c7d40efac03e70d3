"""Charts of named rows: their axes, the names at the left, whiskers, and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.charts.style import (
    GRID,
    INK,
    PALE,
    beside,
    frame,
    shortened,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["GREY", "WIDTH", "name_row", "rest_row", "rows", "two_lines", "whisker"]

WIDTH, LEFT, RIGHT = 8.4, 0.38, 0.95
"""Inches of the figure; where its axes begin and end, as shares of them."""
GREY = "#D0D0D0"
_LETTERS = 46
"""Latin letters of a name on one line."""


def rows(figure: Figure, many: int, bottom: float, height: float) -> Axes:
    """Return axes for rows that are counted from the top.

    Parameters
    ----------
    figure : Figure
        Where they go.
    many : int
        How many rows there are.
    bottom, height : float
        Inches from the bottom of the figure, and of the axes.
    """
    whole = figure.get_figheight()
    axes = figure.add_axes((LEFT, bottom / whole, RIGHT - LEFT, height / whole))
    frame(axes)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.set_yticks([])
    axes.set_ylim(many - 0.4, -0.6)
    return axes


def name_row(axes: Axes, place: float, words: str) -> None:
    """Name a row, on two lines where one would be too long."""
    beside(axes, place, two_lines(words, _LETTERS), size=7.5)


def two_lines(words: str, letters: int) -> str:
    """Return words on one line or two, of so many Latin letters at most."""
    lines = wrapped(words, letters)
    if len(lines) > 2:
        lines = [lines[0], shortened(" ".join(lines[1:]), letters)]
    return "\n".join(lines)


def whisker(axes: Axes, at: float, row: Mapping[Any, Any]) -> list[float]:
    """Draw the interval of a value, where it has one; return the ends drawn."""
    value, low, high = (float(row[one]) for one in ("value", "low", "high"))
    if not (np.isfinite([low, high]).all() and low < high):
        return []
    axes.errorbar(
        value,
        at,
        xerr=[[value - low], [high - value]],
        color=INK,
        linewidth=0.9,
        capsize=2.0,
        capthick=0.9,
        zorder=4,
    )
    return [low, high]


def rest_row(axes: Axes, place: float, low: float, high: float, words: str) -> None:
    """Draw in grey how far those go that are not named one by one."""
    axes.barh(
        place,
        high - low,
        left=low,
        height=0.3,
        color=GREY,
        edgecolor=PALE,
        linewidth=0.6,
        zorder=3,
    )
    name_row(axes, place, words)
