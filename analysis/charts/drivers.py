"""What drives an outcome: index bars beside luck, Morris's plane, indices over time."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.style import (
    BLUE,
    GRID,
    INK,
    ORANGE,
    PALE,
    blank,
    finish,
    footer_height,
    frame,
    lines_for,
)
from analysis.charts.tornado import name_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.sweeps.luck import LuckShare

__all__ = ["index_bars", "index_lines", "morris_plane"]

_WIDTH, _LEFT, _RIGHT, _ROW = 8.4, 0.38, 0.95, 0.32
_MOST_LINES = 6
_LETTERS = {"en": 44, "ko": 26}
"""Letters of a name on one line of a list: Korean ones are wider."""
_PLANE = 5.2
"""Inches of the height of a plane and of lines, without the footer."""
_WORDS = {
    "en": {
        "ST": "total index: alone and together with others",
        "S1": "first-order index: alone",
        "mu_star": "mean size of the effect, μ*",
        "sigma": "how unlike the effects are, σ",
        "pawn": "PAWN index",
        "delta": "delta index",
        "axis sobol": "share of the variance between points",
        "axis pawn": "PAWN index: distance between distributions, 0 to 1",
        "axis delta": "delta index: area that densities do not share, 0 to 1",
        "axis morris": "mean size of the effect, μ* [{unit}]",
        "rest": "the other {n}: each at most this",
        "others": "the largest of the other {n}",
        "luck": "luck: share of the variance of all futures",
        "no luck": "luck: one run a point cannot tell",
        "floor": "what a factor without effect comes to",
        "unclear": "not told from no effect",
        "bars": (
            "whiskers: 95% interval; thin bars: not told from a factor without effect"
        ),
        "plane": (
            "grey points: the other factors; hollow: not told from no effect; bars: 95%"
            " interval of μ*; above the line effects differ by more than their mean"
            " size: what the factor does depends on the others, or turns"
        ),
        "plane line": "σ = μ*",
        "lines": "bands: 95% interval; no line where the outcome does not vary yet",
    },
    "ko": {
        "ST": "총지수: 단독으로, 또 다른 요인과 함께",
        "S1": "일차 지수: 단독으로",
        "mu_star": "효과 크기의 평균 μ*",
        "sigma": "효과의 고르지 않음 σ",
        "pawn": "PAWN 지수",
        "delta": "델타 지수",
        "axis sobol": "지점 간 분산에서 차지하는 비율",
        "axis pawn": "PAWN 지수: 분포 사이의 거리, 0–1",
        "axis delta": "델타 지수: 두 밀도가 겹치지 않는 넓이, 0–1",
        "axis morris": "효과 크기의 평균 μ* [{unit}]",
        "rest": "그 밖의 {n}개: 각각 많아야 이만큼",
        "others": "그 밖의 {n}개 가운데 가장 큰 값",
        "luck": "운: 모든 미래의 분산에서 차지하는 비율",
        "no luck": "운: 지점당 한 번의 실행으로는 알 수 없음",
        "floor": "효과가 없는 요인이라도 나오는 값",
        "unclear": "효과가 없는 것과 구별되지 않음",
        "bars": "수염: 95% 구간; 가는 막대: 효과가 없는 요인과 구별되지 않음",
        "plane": (
            "회색 점: 그 밖의 요인; 빈 점: 효과가 없는 것과 구별되지 않음; 가로선: μ*의"
            " 95% 구간; 대각선 위: 효과의 편차가 평균 크기보다 크다. 곧 요인의 효과가"
            " 다른 요인에 달려 있거나 방향이 바뀐다"
        ),
        "plane line": "σ = μ*",
        "lines": "띠: 95% 구간; 선이 없는 곳: 결과가 아직 변하지 않음",
    },
}
_BARS = {
    "sobol": ("ST", "S1"),
    "morris": ("mu_star",),
    "pawn": ("pawn",),
    "delta": ("delta",),
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
    rows_shown = len(named) + bool(rest)
    note = f"{words['bars']}\n{footer}"
    above, below = 0.85, footer_height(note, _WIDTH, 0.5) + 0.35
    luck_room = 0.85
    height = above + below + luck_room + _ROW * rows_shown
    figure = blank(_WIDTH, height)
    axes = figure.add_axes(
        (
            _LEFT,
            (below + luck_room) / height,
            _RIGHT - _LEFT,
            _ROW * rows_shown / height,
        )
    )
    _plain(axes, rows_shown)
    shown = _BARS[method]
    rows: Any = table.set_index(["factor", "index"])
    for place, name in enumerate(named):
        clear = verdicts.get(name) == "moves"
        for count, index in enumerate(shown):
            shift = 0.0 if len(shown) == 1 else (-0.18, 0.2)[count]
            _index_bar(
                axes, place + shift, rows.loc[(name, index)].to_dict(), count, clear
            )
        name_row(axes, place, labels.get(name, name), lang)
    if rest:
        others = table[table["factor"].isin(rest) & (table["index"] == shown[0])]
        largest = float(np.nanmax([0.0, *others["value"]]))
        axes.barh(
            len(named), largest, height=0.2, color="#D0D0D0", edgecolor=PALE, zorder=3
        )
        name_row(axes, len(named), words["rest"].format(n=len(rest)), lang)
    axes.axvline(0, color=INK, linewidth=0.8, zorder=5)
    axes.set_xlabel(
        words[f"axis {method}"].format(unit=unit), fontsize=8, color=INK, labelpad=4
    )
    below_axes = figure.add_axes((_LEFT, below / height, _RIGHT - _LEFT, 0.28 / height))
    _luck(below_axes, luck, words, lang)
    _key(figure, shown, table, words, 1 - 0.42 / height)
    return finish(figure, title, note, lang)


def _plain(axes: Axes, rows: int) -> None:
    frame(axes)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.set_yticks([])
    axes.set_ylim(rows - 0.4, -0.6)


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
    if row["low"] < row["high"]:
        axes.errorbar(
            row["value"],
            at,
            xerr=[[row["value"] - row["low"]], [row["high"] - row["value"]]],
            color=INK,
            linewidth=0.9,
            capsize=1.8,
            capthick=0.9,
            zorder=4,
        )
    if row["floor"] > 0:
        axes.plot(
            [row["floor"]] * 2,
            [at - 0.36, at + 0.36],
            color=INK,
            linewidth=1.0,
            linestyle=(0, (1, 1)),
            zorder=6,
        )


def _luck(axes: Axes, luck: LuckShare, words: Mapping[str, str], lang: str) -> None:
    _plain(axes, 1)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.5, 1], ["0", "50%", "100%"])
    known = np.isfinite(luck.share)
    name_row(axes, 0, words["luck" if known else "no luck"], lang)
    if known:
        axes.barh(
            0,
            luck.share,
            height=0.6,
            color="#D0D0D0",
            edgecolor=INK,
            hatch="....",
            linewidth=0.7,
            zorder=3,
        )
        axes.plot([luck.low, luck.high], [0, 0], color=INK, linewidth=1.1, zorder=4)


_HATCHED: dict[bool, dict[str, Any]] = {
    False: {},
    True: {"edgecolor": ORANGE, "hatch": "/////"},
}
"""What tells the second index of a factor from the first."""


def _key(
    figure: Figure,
    shown: Sequence[str],
    table: pd.DataFrame,
    words: Mapping[str, str],
    top: float,
) -> None:
    styles: tuple[dict[str, Any], ...] = (
        {"facecolor": BLUE, "edgecolor": BLUE},
        {"facecolor": "white"},
    )
    handles: list[Any] = [
        Patch(
            **styles[count],
            **_HATCHED[bool(count)],
            label=words[index],
        )
        for count, index in enumerate(shown)
    ]
    if (table["floor"] > 0).any():
        handles.append(
            Line2D([], [], color=INK, linestyle=(0, (1, 1)), label=words["floor"])
        )
    figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.035, top),
        ncol=3,
        frameon=False,
        fontsize=8,
        borderpad=0,
        columnspacing=1.4,
    )


# ----------------------------------------------------------------------------- plane


def morris_plane(
    table: pd.DataFrame,
    *,
    order: Sequence[str],
    labels: Mapping[str, str],
    verdicts: Mapping[str, str],
    title: str,
    unit: str = "",
    top: int = 12,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw the mean size of effects against how unlike they are.

    Parameters
    ----------
    table : DataFrame
        Morris's indices of one outcome.
    order : sequence of str
        The factors, the largest first.
    labels, verdicts : mapping of str to str
        Factor to its words, and to whether it moves the outcome.
    title, unit : str
        What the outcome is, and its unit.
    top : int
        So many factors are numbered and named; the others are grey points.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Points with numbers, none over another, and a list of names at the right.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = _WORDS[lang]
    note = f"{words['plane']}\n{footer}"
    below = footer_height(note, _WIDTH, 0.5) + 0.35
    height = _PLANE + below - 0.4
    figure = blank(_WIDTH, height)
    axes = figure.add_axes((0.09, below / height, 0.48, 1 - (below + 0.6) / height))
    frame(axes)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    wide: Any = table.pivot(index="factor", columns="index", values="value")
    star: Any = table[table["index"] == "mu_star"].set_index("factor")
    named, rest = list(order[:top]), list(order[top:])
    others = wide.loc[rest]
    axes.plot(
        others["mu_star"],
        others["sigma"],
        "o",
        color="#B5B5B5",
        markersize=3.5,
        zorder=2,
    )
    reach_x = float(star["high"].max()) or 1.0
    reach_y = float(wide["sigma"].max()) or reach_x
    axes.set_xlim(0, 1.12 * reach_x)
    axes.set_ylim(0, 1.15 * reach_y)
    end = min(1.12 * reach_x, 1.15 * reach_y)
    axes.plot([0, end], [0, end], color=PALE, linewidth=0.8, linestyle=(0, (4, 2)))
    for name in named:
        x, y = float(wide.loc[name, "mu_star"]), float(wide.loc[name, "sigma"])
        axes.plot(
            [star.loc[name, "low"], star.loc[name, "high"]],
            [y, y],
            color=BLUE,
            linewidth=0.8,
            zorder=3,
            clip_on=False,
        )
        axes.plot(
            [x],
            [y],
            "o",
            color=BLUE,
            markersize=5,
            markerfacecolor=BLUE if verdicts.get(name) == "moves" else "white",
            zorder=4,
            clip_on=False,
        )
    points = wide.loc[named, ["mu_star", "sigma"]].to_numpy(dtype=float)
    _numbered(figure, axes, points, (0.82 * end, words["plane line"]))
    _names(figure, [labels.get(one, one) for one in named], height, lang)
    axes.set_xlabel(
        words["axis morris"].format(unit=unit), fontsize=8, color=INK, labelpad=4
    )
    axes.set_ylabel(f"{words['sigma']} [{unit}]", fontsize=8, color=INK)
    return finish(figure, title, note, lang)


def _numbered(
    figure: Figure,
    axes: Axes,
    points: np.ndarray[Any, np.dtype[np.float64]],
    line: tuple[float, str],
) -> None:
    """Write a number beside each point, and the line's name, none over another."""
    from matplotlib.transforms import Bbox

    renderer: Any = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    taken: list[Bbox] = []
    for x, y in axes.transData.transform(points):
        taken.append(Bbox.from_bounds(x - 4, y - 4, 8, 8))
    texts = [(str(count), at) for count, at in enumerate(points, start=1)]
    texts.append((line[1], np.array([line[0], line[0]])))
    for words, at in texts:
        for distance in (9, 14, 20, 27, 35, 44, 54):
            box = None
            for angle in np.linspace(0.5, 2.5, 12, endpoint=False) * np.pi:
                shift = distance * np.array([np.cos(angle), np.sin(angle)])
                text = axes.annotate(
                    words,
                    at,
                    xytext=tuple(shift),
                    textcoords="offset points",
                    ha="center",
                    va="center",
                    fontsize=7.5,
                    color=INK if words.isdigit() else PALE,
                    zorder=6,
                    arrowprops=(
                        {"arrowstyle": "-", "color": PALE, "linewidth": 0.5}
                        if distance > 14 and words.isdigit()
                        else None
                    ),
                )
                box = text.get_window_extent(renderer).padded(1.0)
                inside = axes.bbox.padded(6).contains(*box.min) and axes.bbox.padded(
                    6
                ).contains(*box.max)
                if inside and not any(box.overlaps(one) for one in taken):
                    taken.append(box)
                    break
                text.remove()
                box = None
            if box is not None:
                break


def _names(figure: Figure, names: Sequence[str], height: float, lang: str) -> None:
    for count, name in enumerate(names):
        y = 1 - (0.75 + 0.31 * count) / height
        figure.text(0.6, y, f"{count + 1}", fontsize=7.5, color=INK, va="top")
        figure.text(0.63, y, _two_lines(name, lang), fontsize=7.5, color=INK, va="top")


def _two_lines(name: str, lang: str) -> str:
    lines = wrap(name, _LETTERS[lang])
    if len(lines) > 2:
        lines = [lines[0], lines[1][: _LETTERS[lang] - 1] + "…"]
    return "\n".join(lines)


# ------------------------------------------------------------------------- over time


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
    note = f"{words['lines']}\n{footer}"
    below = footer_height(note, _WIDTH, 0.5) + 0.1
    height = _PLANE - 0.9 + below
    figure = blank(_WIDTH, height)
    axes = figure.add_axes((0.08, below / height, 0.5, 1 - (below + 0.75) / height))
    frame(axes)
    leading = table[table["index"] == _BARS[method][0]]
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
            label=_two_lines(labels.get(name, name), lang),
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
    label = words[f"axis {method}"] if method == "morris" else words[_BARS[method][0]]
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
