"""Indices as bars, the largest first, and below them the share that is luck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.index_words import AXES, SHOWN, WORDS
from analysis.charts.rows import GREY, WIDTH, name_row, rest_row, rows, whisker
from analysis.charts.style import BLUE, INK, ORANGE, blank, finish, footer_height

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.sweeps.luck import LuckShare

__all__ = ["index_bars"]

_ROW, _ROOM_OF_LUCK = 0.32, 0.85
"""Inches of a row; of what is said of luck."""
_WORDS = {
    "en": {
        "rest": "the other {n}: each at most this",
        "luck": "luck: share of the variance of all futures",
        "no luck": "luck: one run a point cannot tell",
        "floor": "what a factor without effect comes to",
        "note": (
            "whiskers: 95% interval; thin bars: not told from a factor without effect"
        ),
    },
    "ko": {
        "rest": "그 밖의 {n}개: 각각 많아야 이만큼",
        "luck": "운: 모든 미래의 분산에서 차지하는 비율",
        "no luck": "운: 지점당 한 번의 실행으로는 알 수 없음",
        "floor": "효과가 없는 요인이라도 나오는 값",
        "note": "수염: 95% 구간; 가는 막대: 효과가 없는 요인과 구별되지 않음",
    },
}


def index_bars(
    table: pd.DataFrame,
    *,
    method: str,
    order: Sequence[str],
    labels: Mapping[str, str],
    verdicts: Mapping[str, str],
    luck: LuckShare,
    title: str,
    unit: str = "",
    top: int = 15,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw indices as bars, and below them the share of luck.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.sweeps.sensitivity.indices` returns, of one outcome.
    method : {'sobol', 'morris', 'pawn', 'delta'}
        Which method it is of.
    order : sequence of str
        The factors, the largest first.
    labels, verdicts : mapping of str to str
        Factor to its words, and to whether it moves the outcome.
    luck : LuckShare
        Of the same outcome.
    title, unit : str
        What the outcome is, and its unit.
    top : int
        So many factors are named; the others share one grey row.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        A row per factor; the total index is plain and wide, the first-order one below
        it hatched. A dotted tick is what a factor without effect would come to.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = _WORDS[lang]
    named, rest = list(order[:top]), list(order[top:])
    many, shown = len(named) + bool(rest), SHOWN[method]
    note = f"{words['note']}\n{footer}"
    above, below = 0.85, footer_height(note, WIDTH, 0.5) + 0.15
    height = _ROW * many
    figure = blank(WIDTH, above + height + _ROOM_OF_LUCK + below)
    axes = rows(figure, many, below + _ROOM_OF_LUCK, height)
    lines: Any = table.set_index(["factor", "index"])
    for place, name in enumerate(named):
        clear = verdicts.get(name) == "moves"
        for count, index in enumerate(shown):
            shift = 0.0 if len(shown) == 1 else (-0.18, 0.2)[count]
            row = lines.loc[(name, index)].to_dict()
            _index_bar(axes, place + shift, row, count, clear)
        name_row(axes, place, labels.get(name, name))
    if rest:
        others = table[table["factor"].isin(rest) & (table["index"] == shown[0])]
        largest = float(np.nanmax([0.0, *others["value"]]))
        rest_row(axes, len(named), 0.0, largest, words["rest"].format(n=len(rest)))
    axes.axvline(0, color=INK, linewidth=0.8, zorder=5)
    along = AXES[lang][method].format(unit=unit)
    axes.set_xlabel(along, fontsize=8, color=INK, labelpad=4)
    _luck(rows(figure, 1, below, 0.28), luck, words)
    floored = words["floor"] if (table["floor"] > 0).any() else ""
    _key(figure, [WORDS[lang][one] for one in shown], floored)
    return finish(figure, title, note, lang)


def _index_bar(
    axes: Axes, at: float, row: Mapping[Any, Any], count: int, clear: bool
) -> None:
    if not np.isfinite(row["value"]):
        return
    thick = (0.34, 0.26)[count] * (1.0 if clear else 0.45)
    axes.barh(
        at,
        row["value"],
        height=thick,
        color=(BLUE, "white")[count],
        edgecolor=(BLUE, ORANGE)[count],
        hatch=(None, "/////")[count],
        linewidth=0.9,
        zorder=3,
    )
    whisker(axes, at, row)
    if row["floor"] > 0:
        axes.plot(
            [row["floor"]] * 2,
            [at - 0.36, at + 0.36],
            color=INK,
            linewidth=1.0,
            linestyle=(0, (1, 1)),
            zorder=6,
        )


def _luck(axes: Axes, luck: LuckShare, words: Mapping[str, str]) -> None:
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.5, 1], ["0", "50%", "100%"])
    known = np.isfinite(luck.share)
    name_row(axes, 0, words["luck" if known else "no luck"])
    if known:
        axes.barh(
            0,
            luck.share,
            height=0.6,
            color=GREY,
            edgecolor=INK,
            hatch="....",
            linewidth=0.7,
            zorder=3,
        )
        axes.plot([luck.low, luck.high], [0, 0], color=INK, linewidth=1.1, zorder=4)


def _key(figure: Figure, shown: Sequence[str], floored: str) -> None:
    """Say what bars are, and what the dotted ticks are where there are any."""
    first = Patch(facecolor=BLUE, edgecolor=BLUE)
    second = Patch(facecolor="white", edgecolor=ORANGE, hatch="/////")
    handles: list[Any] = [first, second][: len(shown)]
    labels = list(shown)
    if floored:
        handles.append(Line2D([], [], color=INK, linestyle=(0, (1, 1))))
        labels.append(floored)
    figure.legend(
        handles,
        labels,
        loc="upper left",
        bbox_to_anchor=(0.035, 1 - 0.42 / figure.get_figheight()),
        ncol=3,
        frameon=False,
        fontsize=8,
        borderpad=0,
        columnspacing=1.4,
    )
