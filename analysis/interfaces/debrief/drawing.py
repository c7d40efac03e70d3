"""Lines over the turns of a game, in panels beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts.style import (
    BLACK,
    GRID,
    PALE,
    STATE_COLORS,
    Line,
    blank,
    finish,
    footer_height,
    frame,
    heading,
    key_row,
    key_shape,
)
from analysis.game.board import MONTHS
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["AS_IT_WAS", "OTHERWISE", "Panel", "lines_over_turns", "looks"]

_WIDTH, _PANEL, _BETWEEN, _BESIDE = 10.2, 1.75, 0.95, 0.5
"""Inches of the figure, and of the height of a panel, and between panels."""

_MOST_TICKS = 12
"""So many turns are numbered below a panel."""

AS_IT_WAS = Line(BLACK, (0, ()), "o")
OTHERWISE = Line("#D55E00", (0, (5, 1.6)), "D")
"""How what was is drawn, and what would have been."""

_DASHES: tuple[tuple[float, tuple[float, ...]], ...] = (
    (0, ()),
    (0, (5, 1.6)),
    (0, (9, 2)),
    (0, (5, 1.4, 1, 1.4)),
    (0, (1.2, 1.2)),
    (0, (5, 1.3, 1, 1.3, 1, 1.3)),
)


def looks(lang: str) -> dict[str, Line]:
    """Return how each state is drawn, by its name.

    Parameters
    ----------
    lang : {'en', 'ko'}
        The language of names.
    """
    return {
        LABELS[lang][state]: Line(STATE_COLORS[state], dashes, "")
        for state, dashes in zip(STATES, _DASHES, strict=True)
    }


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One panel.

    Attributes
    ----------
    title, unit : str
        Above it.
    lines : mapping of str to sequence of float
        By name in the key: the value before the panel's first month, then every month.
    level : float or None
        A line across, such as a true type.
    span : tuple of (float, float) or None
        Of the vertical axis; as the lines need it by default.
    """

    title: str
    unit: str
    lines: Mapping[str, Sequence[float]]
    level: float | None = None
    span: tuple[float, float] | None = None


def lines_over_turns(
    panels: Sequence[Panel],
    key: Mapping[str, Line],
    *,
    turns: int,
    columns: int,
    title: str,
    axis: str,
    footer: str,
    lang: str,
) -> Figure:
    """Draw panels of lines over the turns of a game.

    Parameters
    ----------
    panels : sequence of Panel
        Row by row.
    key : mapping of str to Line
        How each line is drawn, by name.
    turns : int
        Of the game; a line that is shorter than all of it ends where it ends.
    columns : int
        Panels in a row.
    title, axis, footer : str
        Above the figure, below each column, and at the foot.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    rows = -(-len(panels) // columns)
    keys, _ = key_shape(list(key), _WIDTH)
    above = 1.02 + 0.2 * keys
    below = footer_height(footer, _WIDTH, 0.5) + 0.1
    height = above + rows * _PANEL + (rows - 1) * _BETWEEN + below
    figure = blank(_WIDTH, height)
    key_row(figure, dict(key), 1 - 0.44 / height)
    wide = (_WIDTH - 0.85 - (columns - 1) * _BESIDE) / columns
    grid = figure.add_gridspec(
        rows,
        columns,
        left=0.6 / _WIDTH,
        right=1 - 0.25 / _WIDTH,
        top=1 - above / height,
        bottom=below / height,
        hspace=_BETWEEN / _PANEL,
        wspace=_BESIDE / wide,
    )
    for place, panel in enumerate(panels):
        axes = figure.add_subplot(grid[place // columns, place % columns])
        _draw(axes, panel, key, turns)
        heading(axes, panel.title, panel.unit)
        if place + columns >= len(panels):
            axes.set_xlabel(axis, fontsize=7.5, color=PALE, labelpad=2)
    return finish(figure, title, footer, lang)


def _draw(axes: Axes, panel: Panel, key: Mapping[str, Line], turns: int) -> None:
    for name, values in panel.lines.items():
        look = key[name]
        first = MONTHS * turns + 1 - len(values)  # it ends where the game ends
        axes.plot(
            range(first, first + len(values)),
            values,
            color=look.color,
            linestyle=look.dashes,
            linewidth=1.6,
        )
    if panel.level is not None:
        axes.axhline(panel.level, color=BLACK, linewidth=1.2, zorder=2.5)
    frame(axes)
    for turn in range(1, turns):
        axes.axvline(MONTHS * turn, color=GRID, linewidth=0.6, zorder=0.5)
    axes.set_xlim(0, MONTHS * turns)
    step = -(-turns // _MOST_TICKS)
    named = range(1, turns + 1, step)
    axes.set_xticks([MONTHS * (turn - 0.5) for turn in named], [str(t) for t in named])
    axes.tick_params(axis="x", length=0)
    if panel.span is not None:
        axes.set_ylim(*panel.span)
    axes.locator_params(axis="y", nbins=5)
