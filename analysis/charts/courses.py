"""Indices over time: which assumption matters when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.charts.index_words import AXES, SHOWN, WORDS
from analysis.charts.rows import WIDTH, two_lines
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
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.charts.style import Line

__all__ = ["index_lines"]

_MOST_LINES, _HEIGHT, _LETTERS = 6, 4.3, 44
"""Factors that are named; inches of the figure without its footer; letters of a line
of their list."""
_WORDS = {
    "en": {
        "others": "the largest of the other {n}",
        "floor": "what a factor without effect comes to",
        "note": (
            "bars at the right: 95% intervals at the last time; no line where the"
            " outcome does not vary yet"
        ),
    },
    "ko": {
        "others": "그 밖의 {n}개 가운데 가장 큰 값",
        "floor": "효과가 없는 요인이라도 나오는 값",
        "note": (
            "오른쪽 막대: 마지막 때의 95% 구간; 선이 없는 곳: 결과가 아직 변하지 않음"
        ),
    },
}


def index_lines(
    table: pd.DataFrame,
    *,
    method: str,
    order: Sequence[str],
    labels: Mapping[str, str],
    title: str,
    unit: str = "",
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw the leading index of the largest factors over time.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.sweeps.sensitivity.over_time` returns, of one method but
        the tornado.
    method : {'sobol', 'morris', 'pawn', 'delta'}
        Which.
    order : sequence of str
        The factors, the largest first; the first six get a line, the others one
        together: the largest of them.
    labels : mapping of str to str
        Factor to its words.
    title, unit : str
        What the outcome is, and its unit.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Lines that differ in color, dashes and marker, named in a list at the right.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = _WORDS[lang]
    note = f"{words['note']}\n{footer}"
    below = footer_height(note, WIDTH, 0.5) + 0.1
    height = _HEIGHT + below
    figure = blank(WIDTH, height)
    axes = figure.add_axes((0.08, below / height, 0.5, 1 - (below + 0.75) / height))
    frame(axes)
    leading = table[table["index"] == SHOWN[method][0]]
    times = [str(one) for one in leading["time"].unique()]
    named, rest = list(order[:_MOST_LINES]), list(order[_MOST_LINES:])
    handles: list[Any] = []
    for place, (name, style) in enumerate(lines_for(named).items()):
        lines = leading[leading["factor"] == name].set_index("time").loc[times]
        handles += axes.plot(
            range(len(times)),
            lines["value"].to_numpy(dtype=float),
            color=style.color,
            linestyle=style.dashes,
            marker=style.marker,
            markersize=3.5,
            linewidth=1.5,
            label=two_lines(labels.get(name, name), _LETTERS),
            zorder=4,
        )
        _at_the_end(axes, len(times) - 1, place, lines.iloc[-1].to_dict(), style)
    if rest:
        others = leading[leading["factor"].isin(rest)]
        largest = others.groupby("time", sort=False)["value"].max().loc[times]
        handles += axes.plot(
            range(len(times)),
            largest.to_numpy(dtype=float),
            color="#9A9A9A",
            linewidth=1.0,
            label=words["others"].format(n=len(rest)),
        )
    floors = leading.groupby("time", sort=False)["floor"].max().loc[times]
    if (floors > 0).any():
        handles += axes.plot(
            range(len(times)),
            floors.to_numpy(dtype=float),
            color=INK,
            linestyle=(0, (1, 1)),
            linewidth=1.0,
            label=words["floor"],
        )
    step = max(1, -(-len(times) // 8))
    axes.set_xticks(range(0, len(times), step), times[::step])
    if method != "morris":
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
    label = AXES[lang][method] if method == "morris" else WORDS[lang][SHOWN[method][0]]
    axes.annotate(
        label.format(unit=unit),
        (0, 1),
        xytext=(0, 6),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=8,
        color=PALE,
    )
    figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.6, 1 - 0.75 / height),
        frameon=False,
        fontsize=7.5,
        handlelength=3.4,
        labelspacing=0.9,
        borderpad=0,
    )
    return finish(figure, title, note, lang)


def _at_the_end(
    axes: Axes, last: int, place: int, row: Mapping[Any, Any], style: Line
) -> None:
    """Draw the last interval of a factor right of the lines, where all can be seen."""
    if not np.isfinite([row["low"], row["high"]]).all():
        return
    at = last + 0.012 * (last + 1) * (3 + 3 * place)
    axes.plot(
        [at, at], [row["low"], row["high"]], color=style.color, linewidth=1.4, zorder=3
    )
    axes.plot(
        [at], [row["value"]], style.marker, color=style.color, markersize=3.5, zorder=4
    )
