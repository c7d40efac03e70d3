"""Fans: how series spread over runs as the months pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.charts.curves import Curve, curves, time_axis
from analysis.charts.style import (
    INK,
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
    lines_for,
)

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.charts.panels import Chart, Panel

__all__ = ["doubt", "fans", "middle"]

_PANEL_WIDTH, _PANEL_HEIGHT, _BESIDE, _BETWEEN = 2.9, 1.75, 0.62, 0.8
_RARE, _LEAST_TOP = 50.0, 10.0
"""Shares of runs, in percent, below which an axis ends sooner, and where at least."""
_SLOT = 0.05
"""Share of the span of time that each bar at the right takes."""


def fans(
    bands: pd.DataFrame,
    chart: Chart,
    *,
    past: pd.DataFrame | None = None,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw small multiples of series over time.

    The first scenario is drawn as a fan (median, 25-75% and 5-95% of runs), the
    others as their medians; beside each panel stand every scenario's median and
    5-95% in the last month. What is so or not so in a run has no fan: there the
    lines are shares of runs.

    With a past, its line stands before the scenarios' and a rule marks the month in
    which they part; each of them then has a fan of its own.

    Parameters
    ----------
    bands : DataFrame
        What :func:`analysis.bands.bands` returns, of one scenario or of several
        one after another; the first is the control.
    chart : Chart
        Which series, with their titles and units.
    past : DataFrame, optional
        The bands of the one run that they all come from, up to the month in which
        they begin.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Ready for ``savefig``.

    Raises
    ------
    InputError
        If a series is not in the table, or the language needs a font that is
        missing.
    """
    found = curves(bands, [panel.series for panel in chart.panels])
    before = {} if past is None else curves(past, found)
    lines = lines_for(list(found[chart.panels[0].series]))
    columns = min(chart.columns, len(chart.panels))
    rows = -(-len(chart.panels) // columns)
    width = columns * _PANEL_WIDTH + (columns - 1) * _BESIDE + 0.8
    keys = key_shape(list(lines), width)[0] if len(lines) > 1 else 0
    above = 0.95 + (0.12 + 0.18 * keys if keys else 0.0)
    below = footer_height(footer, width, 0.75)
    height = above + rows * _PANEL_HEIGHT + (rows - 1) * _BETWEEN + below
    figure = blank(width, height)
    if keys:
        key_row(figure, lines, 1 - 0.44 / height)
    grid = figure.add_gridspec(
        rows,
        columns,
        left=0.6 / width,
        right=1 - 0.2 / width,
        top=1 - above / height,
        bottom=below / height,
        hspace=_BETWEEN / _PANEL_HEIGHT,
        wspace=_BESIDE / _PANEL_WIDTH,
    )
    for place, panel in enumerate(chart.panels):
        axes = figure.add_subplot(grid[place // columns, place % columns])
        alone = INK if panel.state is None else STATE_COLORS[panel.state]
        own = before.get(panel.series, {})
        _draw(axes, panel, found[panel.series], lines, alone, [*own.values()])
        heading(axes, panel.title[lang], panel.unit[lang])
    return finish(figure, chart.title[lang], footer, lang)


def _draw(
    axes: Axes,
    panel: Panel,
    by_scenario: dict[str, Curve],
    lines: dict[str, Line],
    alone: str,
    before: list[Curve],
) -> None:
    """Draw one panel: what was before, fans, the others' medians, the ends."""
    several = len(lines) > 1
    for curve in before:
        axes.plot(curve.time, middle(panel, curve), color=INK, linewidth=1.1, zorder=3)
        axes.axvline(curve.time[-1], color=PALE, linewidth=0.7, zorder=1)
    for place, (name, curve) in enumerate(by_scenario.items()):
        line = lines[name]
        color = line.color if several else alone
        if not panel.yes_or_no and not panel.counts:
            if before:
                _edged(axes, curve, line)
            elif place == 0:
                curve.shade(axes, color)
        doubt(axes, panel, curve, color)
        axes.plot(
            curve.time,
            middle(panel, curve),
            color=color,
            linestyle=line.dashes,
            linewidth=1.7 if place == 0 else 1.4,
            label=name,
            zorder=3 + 0.01 * place,
        )
        if several and not panel.yes_or_no:
            _end(axes, curve, place, line, panel)
    if panel.yes_or_no:
        every = [*before, *by_scenario.values()]
        highest = max(float(100 * np.nanmax([one.mean, one.mean_to])) for one in every)
        # Rare things are not drawn as a line along the bottom.
        top = 100.0 if highest > _RARE else max(1.2 * highest, _LEAST_TOP)
        axes.set_ylim(-0.03 * top, 1.03 * top)
    frame(axes)
    room = _SLOT * (len(lines) + 0.8) if several else 0.0
    first = next(iter(by_scenario.values())).time
    time = np.concatenate([*(curve.time for curve in before), first])
    time_axis(axes, time, ticks=5, room=room)


def _edged(axes: Axes, curve: Curve, line: Line) -> None:
    """Shade 5-95% of the futures, edged as the line: fans lie over one another."""
    low, high = curve.p05, curve.p95
    axes.fill_between(curve.time, low, high, color=line.color, alpha=0.12, linewidth=0)
    for edge in (low, high):
        axes.plot(
            curve.time, edge, color=line.color, linestyle=line.dashes, linewidth=0.6
        )


def middle(panel: Panel, curve: Curve) -> npt.NDArray[np.floating[Any]]:
    """Return what a scenario's line shows: share, mean or median."""
    if panel.yes_or_no:
        return 100 * curve.mean
    return curve.mean if panel.mean else curve.median


def doubt(axes: Axes, panel: Panel, curve: Curve, color: str) -> None:
    """Draw the Monte Carlo interval of what :func:`middle` returns.

    Parameters
    ----------
    axes : Axes
        Where.
    panel : Panel
        What is shown.
    curve : Curve
        One scenario's.
    color : str
        Of its line.
    """
    scale = 100.0 if panel.yes_or_no else 1.0
    curve.doubt(axes, color, mean=panel.yes_or_no or panel.mean, scale=scale)


def _end(axes: Axes, curve: Curve, place: int, line: Line, panel: Panel) -> None:
    """Draw a scenario's middle and 5-95% of the last month, right of the panel."""
    last, span = curve.time[-1], curve.time[-1] - curve.time[0]
    where = last + _SLOT * span * (place + 1)
    if not panel.counts:
        axes.plot(
            [where, where],
            [curve.p05[-1], curve.p95[-1]],
            color=line.color,
            linewidth=1.3,
            solid_capstyle="butt",
            clip_on=False,
        )
    axes.plot(
        [where],
        [middle(panel, curve)[-1]],
        color=line.color,
        marker=line.marker,
        markersize=3.4,
        linestyle="none",
        clip_on=False,
    )
