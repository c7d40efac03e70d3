"""Histories beside the one that happened, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.style import (
    BLACK,
    BLUE,
    INK,
    PALE,
    blank,
    finish,
    frame,
    heading,
    shortened,
)
from analysis.charts.words import WORDS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["record_chart"]

_COLUMNS = 4
_LETTERS = 34
"""Letters of a heading, at most."""
_WIDTH, _HEIGHT = 12.0, 1.95
_TOP, _BOTTOM = 0.72, 0.35
"""Inches of a row of panels, and above and below all of them."""


def record_chart(
    table: pd.DataFrame, title: str, *, footer: str = "", lang: str = "en"
) -> Figure:
    """Draw the spread of histories over the years, and what happened.

    Parameters
    ----------
    table : DataFrame
        Lines of one basis of :func:`analysis.calibration.courses.courses`.
    title : str
        What they are fitted to.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        A panel a quantity: the middle half and the middle nine tenths of histories,
        their median, and the record as dots.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = WORDS[lang]
    panels = list(table.groupby(["quantity", "of"], sort=False))
    rows = -(-len(panels) // _COLUMNS)
    high = _TOP + _BOTTOM + rows * _HEIGHT
    figure = blank(_WIDTH, high)
    for place, ((name, of), lines) in enumerate(panels):
        row, column = divmod(place, _COLUMNS)
        left = 0.05 + column * 0.24
        low = (_BOTTOM + (rows - 1 - row) * _HEIGHT + 0.3) / high
        axes = figure.add_axes((left, low, 0.19, (_HEIGHT - 0.85) / high))
        _panel(axes, lines.sort_values("year"))
        heading(axes, *_named(str(name), str(of), lang))
    figure.legend(
        handles=[
            Line2D([], [], color=BLACK, marker="o", markersize=4, linewidth=0.0),
            Line2D([], [], color=BLUE, linewidth=1.8),
            Patch(color=BLUE, alpha=0.35, linewidth=0.0),
            Patch(color=BLUE, alpha=0.15, linewidth=0.0),
        ],
        labels=[words[one] for one in ("happened", "median", "half", "nine tenths")],
        loc="upper left",
        bbox_to_anchor=(0.03, 1.0 - 0.42 / high),
        ncols=4,
        frameon=False,
        fontsize=8.5,
        labelcolor=INK,
        handletextpad=0.6,
        columnspacing=1.6,
    )
    return finish(figure, title, footer, lang)


def _panel(axes: Axes, lines: pd.DataFrame) -> None:
    years = lines["year"].to_numpy()
    frame(axes)
    for low, high, pale in (("p05", "p95", 0.15), ("p25", "p75", 0.35)):
        axes.fill_between(
            years, lines[low], lines[high], color=BLUE, alpha=pale, linewidth=0.0
        )
    single = len(years) == 1
    axes.plot(
        years, lines["p50"], color=BLUE, linewidth=1.8, marker="_" if single else ""
    )
    axes.plot(
        years,
        lines["record"],
        color=BLACK,
        marker="o",
        markersize=4,
        linewidth=0,
        clip_on=False,  # a year with none of it lies on the axis
        zorder=3,
    )
    ticks = years[:: max(1, len(years) // 4)]
    axes.set_xticks(ticks, [str(year) for year in ticks])
    axes.tick_params(labelsize=7, colors=PALE)
    values = lines[["p05", "p95", "record"]].to_numpy(dtype=float)
    lowest, highest = float(np.nanmin(values)), float(np.nanmax(values))
    room = 0.08 * max(highest - lowest, 0.1 * abs(highest), 0.5)
    axes.set_ylim(0.0 if 0.0 <= lowest < room else lowest - room, highest + room)


def _named(name: str, of: str, lang: str) -> tuple[str, str]:
    from analysis.observed.tables import QUANTITIES
    from sim.cast import LABELS

    one = QUANTITIES[name]
    whom = f"{LABELS[lang].get(of, of)}: " if of else ""  # two go by their keys
    return shortened(whom + one.label[lang], _LETTERS), one.unit[lang]
