"""Tornadoes: what the low and the high end of each factor do to an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.charts.rows import WIDTH, name_row, rest_row, rows, whisker
from analysis.charts.style import (
    BLUE,
    INK,
    VERMILION,
    blank,
    finish,
    footer_height,
)
from analysis.sweeps.ends import end_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["tornado_chart"]

_ROW, _HALF = 0.36, 0.2
_WORDS = {
    "en": {
        "low": "low end",
        "high": "high end",
        "rest": "the other {n}: each at most this far",
        "note": (
            "hatched: at the low end of the factor (of points over the whole space: in"
            " its lowest fifth), plain: at the high end, with the value there; of"
            " choices those with the lowest and the highest outcome; whiskers: 95%"
            " interval"
        ),
    },
    "ko": {
        "low": "낮은 끝",
        "high": "높은 끝",
        "rest": "그 밖의 {n}개: 각각 많아야 이만큼",
        "note": (
            "빗금: 요인이 낮은 끝에 있을 때(공간 전체의 지점에서는 가장 낮은 5분의 1),"
            " 민무늬: 높은 끝에 있을 때(숫자는 그때의 값); 선택지는 결과가 가장 낮은"
            " 것과 가장 높은 것; 수염: 95% 구간"
        ),
    },
}


def tornado_chart(
    table: pd.DataFrame,
    *,
    order: Sequence[str],
    labels: Mapping[str, str],
    title: str,
    unit: str,
    top: int = 15,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw what each factor's two ends do, the largest at the top.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.sweeps.sensitivity.indices` returns for a tornado, of one
        outcome.
    order : sequence of str
        The factors, the largest first.
    labels : mapping of str to str
        Factor to its words.
    title, unit : str
        What the outcome is, and what is along the axis.
    top : int
        So many factors are named; the others share one grey row.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Two bars a row, hatched for the low end and plain for the high end, with the
        value of the factor there written at the tip.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = _WORDS[lang]
    named, rest = list(order[:top]), list(order[top:])
    note = f"{words['note']}\n{footer}"
    above, below = 0.5, footer_height(note, WIDTH, 0.5) + 0.2
    many = len(named) + bool(rest)
    height = _ROW * many
    figure = blank(WIDTH, above + below + height)
    axes = rows(figure, many, below, height)
    lines: Any = table.set_index(["factor", "index"])
    for place, name in enumerate(named):
        pair = [lines.loc[(name, end)].to_dict() for end in ("low_end", "high_end")]
        _bars(axes, place, pair)
        name_row(axes, place, labels.get(name, name))
    if rest:
        others = table[table["factor"].isin(rest)]["value"]
        low, high = min(float(others.min()), 0.0), max(float(others.max()), 0.0)
        rest_row(axes, len(named), low, high, words["rest"].format(n=len(rest)))
    axes.axvline(0, color=INK, linewidth=0.8, zorder=5)
    axes.use_sticky_edges = False
    axes.margins(x=0.16)  # for what is written at the tips
    axes.set_xlabel(unit, fontsize=8, color=INK, labelpad=5)
    return finish(figure, title, note, lang)


def _bars(axes: Axes, place: int, pair: list[dict[Any, Any]]) -> None:
    """Draw both ends of a factor, one above the other where they are in their way."""
    low, high = pair
    stacked = low["value"] * high["value"] > 0 or _meet(low, high)
    shift = _HALF if stacked else 0.0
    for row, at, hatched in ((low, place - shift, True), (high, place + shift, False)):
        color = VERMILION if hatched else BLUE
        thick = _HALF * (1.8 if stacked else 2.6)
        axes.barh(
            at,
            row["value"],
            height=thick,
            color="white" if hatched else color,
            edgecolor=color,
            hatch="////" if hatched else None,
            linewidth=0.9,
            zorder=3,
        )
        tips = [row["value"], *whisker(axes, at, row)]
        if row["value"] == 0.0:
            continue  # nothing to stand at the tip of
        right = row["value"] > 0
        axes.annotate(
            end_words(row["at"]),
            (max(tips) if right else min(tips), at),
            xytext=(4 if right else -4, 0),
            textcoords="offset points",
            ha="left" if right else "right",
            va="center",
            fontsize=7,
            color=INK,
            zorder=6,
        )


def _meet(low: dict[Any, Any], high: dict[Any, Any]) -> bool:
    """Return whether the intervals of two ends overlap; one without width has none."""
    if low["low"] == low["high"] or high["low"] == high["high"]:
        return False
    return bool(low["low"] < high["high"] and high["low"] < low["high"])
