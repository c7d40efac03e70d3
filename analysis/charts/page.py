"""One page: the scenarios side by side, a row per series, a column per scenario."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from analysis.charts.curves import curves, time_axis
from analysis.charts.fan import doubt, middle
from analysis.charts.style import (
    INK,
    PALE,
    blank,
    finish,
    footer_height,
    frame,
    lines_for,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.charts.panels import Chart, Panel

__all__ = ["MOST", "overview"]

MOST = 6
"""So many scenarios fit on a page."""
_LETTERS = 22
"""So many letters of a scenario's name fit above its column."""


def overview(
    bands: pd.DataFrame, chart: Chart, *, footer: str = "", lang: str = "en"
) -> Figure:
    """Draw every scenario's fan in a column of its own, one row per series.

    Parameters
    ----------
    bands : DataFrame
        What :func:`analysis.bands.bands` returns; the first scenario is the
        control, whose median stands in every column as a thin line. Scenarios
        beyond :data:`MOST` are left out.
    chart : Chart
        Which series, with their titles and units.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Rows share their vertical axis, so that columns compare by eye.

    Raises
    ------
    InputError
        If a series is not in the table, or the language needs a font that is
        missing.
    """
    found = curves(bands, [panel.series for panel in chart.panels])
    lines = lines_for(list(found[chart.panels[0].series])[:MOST])
    control = next(iter(lines))
    rows, columns = len(chart.panels), len(lines)
    width = 2.35 + 2.1 * columns
    below = footer_height(footer, width, 0.7)
    height = 0.8 + 1.2 * rows + below
    figure = blank(width, height)
    grid = figure.add_gridspec(
        rows,
        columns,
        left=2.15 / width,
        right=1 - 0.2 / width,
        top=1 - 0.85 / height,
        bottom=below / height,
        hspace=0.3,
        wspace=0.12,
    )
    for down, panel in enumerate(chart.panels):
        row: list[Axes] = []
        for across, (name, line) in enumerate(lines.items()):
            axes = figure.add_subplot(
                grid[down, across], sharey=row[0] if row else None
            )
            row.append(axes)
            curve, base = found[panel.series][name], found[panel.series][control]
            if not panel.yes_or_no and not panel.counts:
                curve.shade(axes, line.color)
            doubt(axes, panel, curve, line.color)
            if name != control:
                axes.plot(
                    base.time, middle(panel, base), color=INK, linewidth=0.8, zorder=3
                )
            axes.plot(
                curve.time,
                middle(panel, curve),
                color=line.color,
                linestyle=line.dashes,
                linewidth=1.6,
                label=name,
                zorder=4,
            )
            frame(axes)
            axes.tick_params(labelleft=across == 0, labelbottom=down == rows - 1)
            if down == 0:
                title = "\n".join(wrap(name, _LETTERS))
                axes.set_title(title, fontsize=9.5, color=line.color, pad=7)
        for axes in row:  # when all of the row is drawn, so that its limits are final
            time_axis(axes, base.time, ticks=4)
        _row_title(row[0], panel, lang)
    return finish(figure, chart.title[lang], footer, lang)


def _row_title(axes: Axes, panel: Panel, lang: str) -> None:
    for text, offset, size, color in (
        (panel.title[lang], 6, 8.5, INK),
        (panel.unit[lang], -7, 7, PALE),
    ):
        axes.annotate(
            text,
            (0, 0.5),
            xytext=(-36, offset),
            xycoords="axes fraction",
            textcoords="offset points",
            ha="right",
            va="center",
            fontsize=size,
            color=color,
        )
