"""Waterfalls: from all mechanisms off to all on, step by step, what each adds."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from analysis.charts.style import (
    BLUE,
    GRID,
    INK,
    PALE,
    VERMILION,
    beside,
    blank,
    finish,
    frame,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["waterfall_chart"]

_WIDTH, _LEFT, _RIGHT = 8.4, 0.36, 0.8
"""Inches of the figure; where its axes begin and end, as shares of them."""
_ROW = 0.34
_LETTERS = {"en": 44, "ko": 27}
"""Letters of a label on one line: Korean ones are wider."""
_HALF = 0.3
"""Half the height of a bar, in rows."""
_WORDS = {
    "en": {
        "total": "difference: the sum",
        "all off": "all of them off",
        "all on": "all of them on",
        "note": (
            "bars: what each mechanism adds, averaged over all orders of switching on"
            " (Shapley value); plain: raises, hatched: lowers; whiskers and ±: 95%"
            " Monte Carlo interval"
        ),
    },
    "ko": {
        "total": "전체 차이(몫의 합)",
        "all off": "모두 껐을 때",
        "all on": "모두 켰을 때",
        "note": (
            "막대: 켜는 순서 전체에 걸쳐 평균한 각 기제의 몫(섀플리 값);"
            " 민무늬: 늘림, 빗금: 줄임; 수염과 ±: 95% 몬테카를로 구간"
        ),
    },
}


def waterfall_chart(
    table: pd.DataFrame,
    *,
    title: str,
    unit: str,
    places: int = 2,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw what each mechanism adds, from all off at the top to all on below.

    Parameters
    ----------
    table : DataFrame
        What :meth:`analysis.attribution.Attribution.table` returns, in the reader's
        language.
    title, unit : str
        What is shared out, and its unit.
    places : int
        Decimals of the numbers beside the bars.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        One bar per mechanism, in the order of the table, each beginning where the
        one above it ends. Bars that lower the outcome are hatched and in another
        color; every number has its sign.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = _WORDS[lang]
    rows = table.to_dict("records")
    players, (total, off, on) = rows[:-3], rows[-3:]
    above, below = 0.5, 1.0
    height = above + below + _ROW * (len(players) + 3)
    figure = blank(_WIDTH, height)
    axes = figure.add_axes(
        (_LEFT, below / height, _RIGHT - _LEFT, 1 - (above + below) / height)
    )
    frame(axes)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.set_yticks([])
    axes.set_ylim(len(players) + 2.6, -0.6)
    axes.use_sticky_edges = False  # a margin on the side of a bar's foot as well
    level = _end(axes, 0, off, words["all off"], places)
    for place, row in enumerate(players, start=1):
        after = level + row["value"]
        _bar(axes, place, level, row)
        axes.plot([after, after], [place, place + 1], color=PALE, linewidth=0.6)
        _label(axes, place, str(row["words"]), lang)
        _number(axes, place, _signed(row, places))
        level = after
    last = len(players) + 2
    axes.axhline(last - 1.5, color=GRID, linewidth=0.8)
    _sum(axes, last - 1, float(off["value"]), total)
    _label(axes, last - 1, words["total"], lang)
    _number(axes, last - 1, _signed(total, places))
    _end(axes, last, on, words["all on"], places)
    axes.margins(x=0.06)
    axes.set_xlabel(unit, fontsize=8, color=INK, labelpad=5)
    return finish(figure, title, f"{words['note']}\n{footer}", lang)


def _end(
    axes: Axes, place: int, row: Mapping[Any, Any], words: str, places: int
) -> float:
    """Draw the level at one end, and return it."""
    level = float(row["value"])
    axes.plot([row["low"], row["high"]], [place, place], color=INK, linewidth=1.2)
    axes.plot([level], [place], marker="D", markersize=5, color=INK)
    if place == 0:
        axes.plot([level, level], [0, 1], color=PALE, linewidth=0.6)
    _label(axes, place, words, "en")
    reach = float(row["high"]) - level
    text = f"{level:,.{places}f}" + (f" ± {reach:,.{places}f}" if reach > 0 else "")
    _number(axes, place, text.replace("-", "−"))
    return level


def _sum(axes: Axes, place: int, level: float, row: Mapping[Any, Any]) -> None:
    """Draw the whole way from one end to the other."""
    axes.barh(
        place,
        row["value"],
        left=level,
        height=_HALF,
        color="#D0D0D0",
        edgecolor=PALE,
        linewidth=0.6,
        zorder=3,
    )
    after = level + row["value"]
    axes.plot([after, after], [place, place + 1], color=PALE, linewidth=0.6)
    _whisker(axes, place, after, row)


def _bar(axes: Axes, place: int, level: float, row: Mapping[Any, Any]) -> None:
    up = row["value"] >= 0.0
    axes.barh(
        place,
        row["value"],
        left=level,
        height=2 * _HALF,
        color=BLUE if up else "white",
        edgecolor=BLUE if up else VERMILION,
        hatch=None if up else "////",
        linewidth=0.9,
        zorder=3,
    )
    _whisker(axes, place, level + row["value"], row)


def _whisker(axes: Axes, place: int, at: float, row: Mapping[Any, Any]) -> None:
    axes.errorbar(
        at,
        place,
        xerr=row["high"] - row["value"],
        color=INK,
        linewidth=1.0,
        capsize=2.2,
        capthick=1.0,
        zorder=4,
    )


def _label(axes: Axes, place: int, words: str, lang: str) -> None:
    """Name a row, on two lines of about one length where one would be too long."""
    most = _LETTERS[lang]
    lines = wrap(words, most)
    if len(lines) == 2:
        lines = wrap(words, max(len(words) // 2 + 4, most // 2))
    if len(lines) > 2:
        lines = [lines[0], lines[1][: most - 1] + "…"]
    beside(axes, place, "\n".join(lines))


def _number(axes: Axes, place: int, text: str) -> None:
    axes.annotate(
        text,
        (1, place),
        xytext=(8, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        va="center",
        fontsize=8,
        color=INK,
        annotation_clip=False,
    )


def _signed(row: Mapping[Any, Any], places: int) -> str:
    """Return a value with its sign, and how far its interval reaches."""
    if row["never"]:
        return "0"
    value, reach = float(row["value"]), float(row["high"] - row["value"])
    text = f"{value:+,.{places}f} ± {reach:,.{places}f}"
    return text.replace("-", "−")
