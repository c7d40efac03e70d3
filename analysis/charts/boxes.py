"""Where cases are: boxes traded off, one box over its factors, and two of them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from analysis.charts.style import (
    BLUE,
    GRID,
    INK,
    ORANGE,
    PALE,
    VERMILION,
    beside,
    blank,
    finish,
    footer_height,
    frame,
    heading,
    shortened,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from analysis.sweeps.discovery import Discovery
    from analysis.sweeps.results import Factor

__all__ = ["discovery_chart"]

_WIDTH, _PANEL, _ROW, _ABOVE, _BETWEEN = 8.4, 3.0, 0.46, 0.9, 1.3
"""Inches: of the figure; of a panel's height, a factor's row, what is above the panels
besides the sentences, and between them and the rows."""
_LINE, _PER_INCH = 0.165, 15.2
"""Inches of a line of sentences, and Latin letters on an inch of it."""
_ALONE = 5.6
"""Inches of a figure that has no box to show."""
_LEFT, _ROWS_LEFT = 0.085, 0.33
_LETTERS = 40
_MOST_POINTS = 2_000
_NOT, _CASE = "#B9B9B9", VERMILION
_SHADES = LinearSegmentedColormap.from_list("cases", ["#D4D4D4", "#EFA56B", VERMILION])
_WORDS = {
    "en": {
        "tradeoff": "Boxes: how dense, and how much of the cases",
        "coverage": "coverage: share of cases inside",
        "density": "density: share of cases inside the box",
        "searched": "where boxes were looked for",
        "held": "the same boxes out of sample",
        "chosen": "the box chosen",
        "base": "without a box",
        "scatter": "Points by two of its factors",
        "one": "Points by its factor",
        "jitter": "up and down at random",
        "case": "case",
        "not": "no case",
        "share": "share of cases at a point",
        "box": "box",
        "ranges": "The box over its factors",
        "range": "range that was varied",
        "inside": "inside the box",
        "spread": "bound in {n} resamples, 5–95%",
        "faint": "faint points are outside the box by its other factors",
        "some": "{n} of the points are drawn",
        "made": (
            "{points} points, {futures} futures, seed {seed}; simulated from"
            " assumptions, not a forecast"
        ),
    },
    "ko": {
        "tradeoff": "상자들: 얼마나 촘촘하고 사례를 얼마나 담는가",
        "coverage": "포괄도: 상자 안에 있는 사례의 비율",
        "density": "밀도: 상자 안에서 사례의 비율",
        "searched": "상자를 찾은 지점",
        "held": "같은 상자, 표본 밖",
        "chosen": "고른 상자",
        "base": "상자가 없을 때",
        "scatter": "두 요인으로 본 지점",
        "one": "요인으로 본 지점",
        "jitter": "세로 위치는 무작위",
        "case": "사례",
        "not": "사례 아님",
        "share": "지점에서 사례의 비율",
        "box": "상자",
        "ranges": "요인별 상자의 범위",
        "range": "물어본 범위",
        "inside": "상자 안",
        "spread": "재표집 {n}번에서의 한계, 5–95%",
        "faint": "흐린 점은 다른 요인 때문에 상자 밖에 있는 지점",
        "some": "지점 가운데 {n}개만 그림",
        "made": (
            "지점 {points}개, 미래 {futures}개, 시드 {seed}; 가정에서 모의한 값이며"
            " 예측이 아님"
        ),
    },
}


def discovery_chart(
    found: Discovery,
    *,
    title: str,
    sentences: Sequence[str] = (),
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw what a search for a box came to.

    Parameters
    ----------
    found : Discovery
        What it came to.
    title : str
        What makes a future a case.
    sentences : sequence of str
        What the search came to, written below the title.
    footer : str
        What the chart is made of besides points, futures and seed.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        The boxes that were offered by coverage and density, where they were looked
        for and out of sample, the chosen one ringed. If there is one, beside them the
        points by the two factors whose bounds matter most, and below its bounds over
        the ranges that were varied.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words, box = _WORDS[lang], found.box
    names = [] if box is None else list(dict.fromkeys(_by_need(found)))
    width = _WIDTH if names else _ALONE
    note = _note(found, names, words, footer)
    below = footer_height(note, width, 0.5)
    rows = _BETWEEN + _ROW * len(names) if names else 0.75
    lines = wrapped("\n".join(sentences), int(_PER_INCH * width))
    above = _ABOVE + _LINE * len(lines)
    height = above + _PANEL + rows + below
    figure = blank(width, height)
    figure.text(
        *(0.04, 1 - 0.44 / height),
        "\n".join(lines),
        fontsize=8,
        linespacing=1.35,
        va="top",
        color=INK,
    )
    bottom, tall = 1 - (above + _PANEL) / height, _PANEL / height
    wide = 0.375 * _WIDTH / width
    left = _LEFT * _WIDTH / width
    _tradeoff(figure.add_axes((left, bottom, wide, tall)), found, words)
    if names:
        _scatter(
            figure.add_axes((0.585, bottom, wide, tall)), found, names[:2], words, lang
        )
        span = (_ROWS_LEFT, below / height)
        size = (0.96 - _ROWS_LEFT, _ROW * len(names) / height)
        _ranges(figure.add_axes((*span, *size)), found, names, words, lang)
        _key(figure, found, words, (below + _ROW * len(names)) / height, height)
    return finish(figure, title, note, lang)


def _by_need(found: Discovery) -> list[str]:
    """Return the factors of the box, the one that it can do without least first."""
    mine = found.stability[found.stability["in_box"]]
    return [str(one) for one in mine.sort_values("quasi_p", kind="stable")["factor"]]


def _note(
    found: Discovery, names: Sequence[str], words: Mapping[str, str], footer: str
) -> str:
    said = []
    if len(names) > 2:
        said.append(words["faint"])
    if names and len(found.results.design.points) > _MOST_POINTS:
        said.append(words["some"].format(n=f"{_MOST_POINTS:,}"))
    made = words["made"].format(
        points=f"{len(found.results.design.points):,}",
        futures=f"{len(found.results.outcomes):,}",
        seed=found.results.seed,
    )
    return "\n".join(one for one in ("; ".join(said), made, footer) if one)


# --------------------------------------------------------------------------- trade-off


def _tradeoff(axes: Axes, found: Discovery, words: Mapping[str, str]) -> None:
    frame(axes)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    heading(axes, words["tradeoff"], words["density"])
    table = found.trajectory
    path = "-" if found.method == "prim" else ""  # a tree's boxes are in no order
    for end, color, marker, face in (
        ("", BLUE, "o", BLUE),
        ("_held", ORANGE, "D", "white"),
    ):
        axes.plot(
            table[f"coverage{end}"],
            table[f"density{end}"],
            linestyle=path,
            linewidth=0.9,
            marker=marker,
            markersize=3.6,
            markerfacecolor=face,
            color=color,
            zorder=3,
            label=words["held" if end else "searched"],
        )
        chosen = table[table["chosen"]]
        axes.plot(
            chosen[f"coverage{end}"],
            chosen[f"density{end}"],
            "o",
            markersize=10,
            markerfacecolor="none",
            markeredgecolor=INK,
            markeredgewidth=1.2,
            zorder=5,
            label=None if end or chosen.empty else words["chosen"],
        )
    base = float(found.trajectory["density"].iloc[0])
    axes.axhline(
        base, color=PALE, linewidth=0.9, linestyle=(0, (1, 1.5)), label=words["base"]
    )
    axes.set_xlim(-0.02, 1.03)
    axes.set_ylim(-0.02, 1.03)
    axes.set_xlabel(words["coverage"], fontsize=8, color=INK)
    ticks = (0, 0.25, 0.5, 0.75, 1)
    said = [f"{one:.0%}" for one in ticks]
    axes.set_xticks(ticks, said)
    axes.set_yticks(ticks, said)
    axes.legend(
        loc="upper left",
        bbox_to_anchor=(-0.03, -0.145),
        ncol=2,
        fontsize=7,
        frameon=False,
        borderpad=0,
        columnspacing=1.2,
    )


# ----------------------------------------------------------------------------- scatter


def _scatter(
    axes: Axes,
    found: Discovery,
    names: Sequence[str],
    words: Mapping[str, str],
    lang: str,
) -> None:
    frame(axes)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    design, box = found.results.design, found.box
    assert box is not None
    factors = {one.name: one for one in design.factors}
    every = len(found.searched.units) + len(found.held.units)
    mix = np.random.default_rng(0)
    drawn = mix.permutation(every)[:_MOST_POINTS]

    def column(of: Any) -> NDArray[Any]:  # noqa: ANN401 - an array of either part
        return np.concatenate([of(found.searched), of(found.held)])[drawn]

    places = []
    for name in names:
        index = [one.name for one in design.factors].index(name)
        values = column(lambda part, at=index: part.columns[at]).astype(float)
        if factors[name].choices:
            values = values + mix.uniform(-0.3, 0.3, len(values))
        places.append(values)
    share = column(lambda part: part.share)
    others = tuple(one for one in box.bounds if one.factor not in names)
    near = np.ones(len(drawn), dtype=bool)
    for one in others:
        near &= column(one.met)
    if len(places) == 1:
        places.append(mix.uniform(0.0, 1.0, len(drawn)))
    order = np.argsort(share, kind="stable")
    for faint in (True, False):
        chosen = order[near[order] != faint]
        axes.scatter(
            places[0][chosen],
            places[1][chosen],
            c=_SHADES(share[chosen]),
            s=9,
            alpha=0.22 if faint else 0.9,
            linewidths=0,
            zorder=3,
            rasterized=True,
        )
    spans = [_span(factors[name], found) for name in names]
    if len(spans) == 1:
        spans.append(((0.0, 1.0), [(0.0, 1.0)]))
    for (low_x, high_x), (low_y, high_y) in product(*(one for _, one in spans)):
        axes.add_patch(
            Rectangle(
                (low_x, low_y),
                high_x - low_x,
                high_y - low_y,
                facecolor="none",
                edgecolor=INK,
                linewidth=1.5,
                zorder=5,
                clip_on=False,
            )
        )
    axes.set_xlim(*spans[0][0])
    axes.set_ylim(*spans[1][0])
    _axis(axes, "x", factors[names[0]])
    axes.set_xlabel(_named(factors[names[0]], lang, 58), fontsize=8, color=INK)
    if len(names) > 1:
        _axis(axes, "y", factors[names[1]])
        heading(axes, words["scatter"], _named(factors[names[1]], lang, 58))
    else:
        axes.set_yticks([])
        heading(axes, words["one"], words["jitter"])
    _shade_key(axes, found, words)


_Ends = tuple[float, float]


def _span(factor: Factor, found: Discovery) -> tuple[_Ends, list[_Ends]]:
    """Return the ends of an axis, and those of every stretch of the box along it."""
    assert found.box is not None
    bounds = {one.key[1:]: one for one in found.box.bounds if one.factor == factor.name}
    if factor.choices:
        every = range(len(factor.choices))
        left = [one for one in every if ("without", factor.choices[one]) not in bounds]
        stretches: list[_Ends] = []
        for one in left:
            start = stretches.pop()[0] if one - 1 in left else one - 0.4
            stretches.append((start, one + 0.4))
        return (-0.5, len(every) - 0.5), stretches
    low = bounds["above", ""].value if ("above", "") in bounds else factor.low
    high = bounds["at_most", ""].value if ("at_most", "") in bounds else factor.high
    return (factor.low, factor.high), [(low, high)]


def _axis(axes: Axes, side: str, factor: Factor) -> None:
    if factor.choices:
        ticks = range(len(factor.choices))
        names = [shortened(one, 14) for one in factor.choices]
        (axes.set_xticks if side == "x" else axes.set_yticks)(ticks, names)
        axes.tick_params(axis=side, labelsize=7)  # type: ignore[arg-type]
        if side == "y":
            axes.tick_params(axis="y", labelrotation=90)


def _named(factor: Factor, lang: str, letters: int) -> str:
    meaning = factor.words.get(lang) or factor.words.get("en", "")
    if not meaning or meaning == factor.name.replace("_", " "):
        return factor.name
    return shortened(f"{factor.name}: {meaning}", letters)


def _shade_key(axes: Axes, found: Discovery, words: Mapping[str, str]) -> None:
    one_each = found.searched.cases.shape[1] == 1
    shown = (
        ((0.0, words["not"]), (1.0, words["case"]))
        if one_each
        else ((0.0, "0"), (0.5, "50%"), (1.0, "100%"))
    )
    handles: list[Any] = [
        Line2D(
            *([], []),
            linestyle="",
            marker="o",
            markersize=4,
            color=_SHADES(share),
            label=label,
        )
        for share, label in shown
    ]
    if not one_each:
        handles.insert(0, Line2D([], [], linestyle="", label=words["share"]))
    handles.append(Patch(facecolor="none", edgecolor=INK, label=words["box"]))
    axes.legend(
        handles=handles,
        loc="upper right",
        bbox_to_anchor=(1.02, -0.155),
        ncol=len(handles),
        fontsize=7,
        frameon=False,
        handletextpad=0.1,
        handlelength=1.6,
        columnspacing=0.7,
        borderpad=0,
    )


# ------------------------------------------------------------------------------ ranges


def _ranges(
    axes: Axes,
    found: Discovery,
    names: Sequence[str],
    words: Mapping[str, str],
    lang: str,
) -> None:
    factors = {one.name: one for one in found.results.design.factors}
    axes.set_xlim(0, 1)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_axis_off()
    for place, name in enumerate(names):
        factor = factors[name]
        beside(axes, place, _two_lines(factor, lang), size=7.5)
        axes.add_patch(
            Rectangle((0, place - 0.17), 1, 0.34, facecolor="#E6E6E6", linewidth=0)
        )
        if factor.choices:
            _chosen(axes, place, factor, found)
        else:
            _numbers(axes, place, factor, found)


def _two_lines(factor: Factor, lang: str) -> str:
    meaning = factor.words.get(lang) or factor.words.get("en", "")
    if not meaning or meaning == factor.name.replace("_", " "):
        return factor.name
    return f"{factor.name}\n{shortened(meaning, _LETTERS)}"


def _numbers(axes: Axes, place: int, factor: Factor, found: Discovery) -> None:
    from analysis.sweeps.boxes import places

    digits = max(places(factor), 0)
    (low, high) = _span(factor, found)[1][0]
    width = factor.high - factor.low
    start, end = (low - factor.low) / width, (high - factor.low) / width
    axes.add_patch(
        Rectangle(
            (start, place - 0.17), end - start, 0.34, facecolor=BLUE, linewidth=0
        )
    )
    for at, value, side in ((0.0, factor.low, "left"), (1.0, factor.high, "right")):
        whole = (start if side == "left" else end) == at
        axes.annotate(
            f"{value:g}",
            (at, place),
            xytext=(3 if side == "left" else -3, 0),
            textcoords="offset points",
            ha=side,  # type: ignore[arg-type]
            va="center",
            fontsize=6.5,
            color="white" if whole else PALE,
        )
    rows = found.stability[
        found.stability["in_box"] & (found.stability["factor"] == factor.name)
    ]
    for row in rows.to_dict("records"):
        at = (row["value"] - factor.low) / width
        axes.annotate(
            f"{_SIGN[row['kind']]} {row['value']:.{digits}f}",
            (at, place - 0.19),
            xytext=(0, 1),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=7,
            color=INK,
        )
        if np.isfinite(row["low"]):
            ends = [(row[one] - factor.low) / width for one in ("low", "high")]
            axes.plot(ends, [place + 0.27] * 2, color=INK, linewidth=1.0)
            for one in ends:
                axes.plot([one] * 2, [place + 0.21, place + 0.33], color=INK, lw=1.0)


_SIGN = {"above": ">", "at_most": "≤"}


def _chosen(axes: Axes, place: int, factor: Factor, found: Discovery) -> None:
    assert found.box is not None
    out = {one.choice for one in found.box.bounds if one.factor == factor.name}
    many = len(factor.choices)
    for count, choice in enumerate(factor.choices):
        inside = choice not in out
        axes.add_patch(
            Rectangle(
                (count / many + 0.003, place - 0.17),
                1 / many - 0.006,
                0.34,
                facecolor=BLUE if inside else "#E6E6E6",
                linewidth=0,
            )
        )
        axes.text(
            (count + 0.5) / many,
            place,
            shortened(choice, max(56 // many, 6)),
            ha="center",
            va="center",
            fontsize=7,
            color="white" if inside else PALE,
        )


def _key(
    figure: Figure,
    found: Discovery,
    words: Mapping[str, str],
    top: float,
    height: float,
) -> None:
    figure.text(
        0.04, top + 0.24 / height, words["ranges"], fontsize=9, color=INK, va="bottom"
    )
    figure.legend(
        handles=[
            Patch(facecolor=BLUE, label=words["inside"]),
            Patch(facecolor="#E6E6E6", label=words["range"]),
            Line2D(
                [],
                [],
                color=INK,
                linewidth=1.0,
                marker="|",
                markersize=5,
                label=words["spread"].format(n=found.resamples),
            ),
        ],
        loc="lower left",
        bbox_to_anchor=(_ROWS_LEFT - 0.01, top + 0.2 / height),
        ncol=3,
        frameon=False,
        fontsize=7.5,
        borderpad=0,
        columnspacing=1.4,
    )
