"""Indices over time: which assumption matters when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.charts.index_words import AXES, SHOWN, WORDS
from analysis.charts.rows import WIDTH, two_lines
from analysis.charts.style import PALE, blank, finish, footer_height, frame, lines_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.figure import Figure

__all__ = ["index_lines"]

_MOST_LINES, _HEIGHT, _LETTERS = 6, 4.3, 44
"""Factors that are named; inches of the figure without its footer; letters of a line
of their list."""
_WORDS = {
    "en": {
        "others": "the largest of the other {n}",
        "note": "bands: 95% interval; no line where the outcome does not vary yet",
    },
    "ko": {
        "others": "그 밖의 {n}개 가운데 가장 큰 값",
        "note": "띠: 95% 구간; 선이 없는 곳: 결과가 아직 변하지 않음",
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
    for name, style in lines_for(named).items():
        rows = leading[leading["factor"] == name].set_index("time").loc[times]
        axes.fill_between(
            range(len(times)),
            rows["low"].to_numpy(dtype=float),
            rows["high"].to_numpy(dtype=float),
            color=style.color,
            alpha=0.12,
            linewidth=0,
        )
        handles += axes.plot(
            range(len(times)),
            rows["value"].to_numpy(dtype=float),
            color=style.color,
            linestyle=style.dashes,
            marker=style.marker,
            markersize=3.5,
            linewidth=1.5,
            label=two_lines(labels.get(name, name), _LETTERS),
            zorder=4,
        )
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
