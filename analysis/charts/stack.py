"""Stacks: what makes up a whole as the months pass, a column for each scenario."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.curves import means, month_ends, time_axis, written
from analysis.charts.style import (
    INK,
    PALE,
    blank,
    finish,
    footer_height,
    frame,
    lines_for,
)
from analysis.intervals import reach

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


_Mean: TypeAlias = tuple[np.ndarray, np.ndarray]
"""Times in years, and means over runs."""

__all__ = ["Part", "Stack", "StackChart", "stacks"]

Words = dict[str, str]

MOST = 6
"""So many scenarios fit beside each other."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stack: a series, its name, color and hatching."""

    series: str
    name: Words
    color: str
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of a chart: parts as yearly bars, as areas, or as lines.

    Bars are sums of the months of a year, of means over runs; areas and lines are
    monthly means times ``scale``.
    """

    title: Words
    unit: Words
    parts: tuple[Part, ...]
    style: Literal["bars", "areas", "lines"] = "areas"
    scale: float = 1.0
    top: float | None = None


@dataclass(frozen=True, slots=True)
class StackChart:
    """A page of such rows under one title."""

    name: str
    title: Words
    rows: tuple[Stack, ...]


_LEFT, _RIGHT, _COLUMN, _ROW = 0.75, 2.05, 2.35, 1.9


def stacks(
    bands: pd.DataFrame, chart: StackChart, *, footer: str = "", lang: str = "en"
) -> Figure:
    """Draw stacks over time, a row for each and a column for each scenario.

    Parameters
    ----------
    bands : DataFrame
        With columns ``scenario``, ``series``, ``month`` and ``mean``, and whatever
        else :func:`analysis.bands.bands` returns. Scenarios beyond the sixth are
        left out.
    chart : StackChart
        Which series, with their names, units and colors.
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
    found = means(bands, [part.series for row in chart.rows for part in row.parts])
    names = list(found[chart.rows[0].parts[0].series])[:MOST]
    lines = lines_for(names)
    several = len(names) > 1
    rows, columns = len(chart.rows), len(names)
    column = _COLUMN if several else 2 * _COLUMN
    width = _LEFT + columns * column + (columns - 1) * 0.2 + _RIGHT
    above = 1.3 if several else 0.85
    below = footer_height(footer, width, 0.75)
    height = above + rows * _ROW + (rows - 1) * 0.75 + below
    figure = blank(width, height)
    grid = figure.add_gridspec(
        rows,
        columns,
        left=_LEFT / width,
        right=1 - _RIGHT / width,
        top=1 - above / height,
        bottom=(below - 0.03) / height,
        hspace=0.75 / _ROW,
        wspace=0.2 / column,
    )
    for down, row in enumerate(chart.rows):
        drawn: list[Axes] = []
        for across, name in enumerate(names):
            axes = figure.add_subplot(
                grid[down, across], sharey=drawn[0] if drawn else None
            )
            drawn.append(axes)
            over_time = [found[part.series][name] for part in row.parts]
            _draw(axes, row, over_time)
            frame(axes)
            axes.tick_params(labelleft=across == 0)
            if down == 0 and several:
                title = "\n".join(wrap(name, 22))
                axes.set_title(title, fontsize=9.5, color=lines[name].color, pad=36)
        for axes in drawn:
            if row.top is not None:
                axes.set_ylim(0, row.top)
            time_axis(axes, over_time[0][0], ticks=4 if several else 8)
        _headed(drawn[0], row, _worst(bands, row, names), lang)
        _key(drawn[-1], row, lang)
    return finish(figure, chart.title[lang], footer, lang)


def _draw(axes: Axes, row: Stack, over_time: list[_Mean]) -> None:
    if row.style == "lines":
        for part, (time, mean) in zip(row.parts, over_time, strict=True):
            axes.plot(
                time,
                row.scale * mean,
                color=part.color,
                linestyle=_DASHES[part.hatch],
                linewidth=1.5,
            )
        return
    if row.style == "areas":
        axes.stackplot(
            over_time[0][0],
            [row.scale * mean for _, mean in over_time],
            colors=[part.color for part in row.parts],
            hatch=[part.hatch for part in row.parts],
            edgecolor="white",
            linewidth=0.4,
        )
        return
    below = np.zeros(1)
    for part, (time, mean) in zip(row.parts, over_time, strict=True):
        years, sums = _yearly(time, mean)
        axes.bar(
            years + 0.5,
            sums,
            width=0.86,
            bottom=below,
            color=part.color,
            hatch=part.hatch,
            edgecolor="white",
            linewidth=0.4,
        )
        below = below + sums


_Dashes: TypeAlias = Literal["-", "--", ":", "-."]
_DASHES: dict[str, _Dashes] = {"": "-", "//": "--", "..": ":", "xx": "-."}
"""How the lines of hatched parts are dashed, so that they differ in grey too."""


def _yearly(time: np.ndarray, mean: np.ndarray) -> _Mean:
    """Return calendar years and the sums of their months, the start left out."""
    year = np.floor(time[1:] - 1e-6).astype(int)
    years = np.unique(year)
    sums = np.array([mean[1:][year == one].sum() for one in years])
    return years.astype(float), sums


def _worst(bands: pd.DataFrame, row: Stack, names: list[str]) -> str:
    """Return the largest Monte Carlo error of what a row shows of any of its parts.

    That of a year's sum is at most the sum of those of its months.
    """
    keys = [part.series for part in row.parts]
    shown = bands["series"].isin(keys) & bands["scenario"].isin(names)
    errors: list[float] = []
    for _, rows in bands[shown].groupby(["series", "scenario"], sort=False):
        each = reach(rows["mean"], rows["mean_from"], rows["mean_to"])
        if row.style == "bars":
            time = month_ends(rows["month"])
            errors += list(_yearly(time, each)[1])
        else:
            errors += list(row.scale * each)
    return written(errors)


_ERROR = {"en": "error at most ±{error}", "ko": "오차 최대 ±{error}"}


def _headed(axes: Axes, row: Stack, error: str, lang: str) -> None:
    for text, lift, size, color in (
        (row.title[lang], 14, 9.0, INK),
        (f"{row.unit[lang]} · {_ERROR[lang].format(error=error)}", 4, 7.5, PALE),
    ):
        axes.annotate(
            text,
            (0, 1),
            xytext=(0, lift),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=size,
            color=color,
            va="bottom",
        )


def _key(axes: Axes, row: Stack, lang: str) -> None:
    """Name the parts right of the last column, in the order in which they stand."""
    samples: list[Artist] = [
        Line2D([], [], color=part.color, linestyle=_DASHES[part.hatch], linewidth=1.5)
        if row.style == "lines"
        else Patch(facecolor=part.color, hatch=part.hatch, edgecolor="white")
        for part in row.parts
    ]
    names = [part.name[lang] for part in row.parts]
    if row.style != "lines":
        samples, names = samples[::-1], names[::-1]
    axes.figure.legend(
        samples,
        names,
        loc="center left",
        bbox_to_anchor=(1.04, 0.5),
        bbox_transform=axes.transAxes,
        frameon=False,
        fontsize=7.5,
        handlelength=1.6,
        labelspacing=0.35,
        borderpad=0,
    )
