"""Where cases are: boxes traded off, one box over its factors, and two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from analysis.charts.box_panels import MOST_POINTS, draw_points, draw_tradeoff
from analysis.charts.box_words import WORDS, stretches
from analysis.charts.style import (
    BLUE,
    INK,
    PALE,
    beside,
    blank,
    finish,
    footer_height,
    shortened,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

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
_OUT = "#E6E6E6"


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
    words, box = WORDS[lang], found.box
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
    draw_tradeoff(figure.add_axes((left, bottom, wide, tall)), found, words)
    if names:
        draw_points(
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
    if names and len(found.results.design.points) > MOST_POINTS:
        said.append(words["some"].format(n=f"{MOST_POINTS:,}"))
    made = words["made"].format(
        points=f"{len(found.results.design.points):,}",
        futures=f"{len(found.results.outcomes):,}",
        seed=found.results.seed,
    )
    return "\n".join(one for one in ("; ".join(said), made, footer) if one)


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
            Rectangle((0, place - 0.17), 1, 0.34, facecolor=_OUT, linewidth=0)
        )
        if factor.choices:
            _chosen(axes, place, factor, found)
        else:
            _numbers(axes, place, factor, found)


def _two_lines(factor: Factor, lang: str) -> str:
    said = factor.meaning(lang)
    return f"{factor.name}\n{shortened(said, _LETTERS)}" if said else factor.name


def _numbers(axes: Axes, place: int, factor: Factor, found: Discovery) -> None:
    from analysis.sweeps.boxes import places

    digits = max(places(factor), 0)
    low, high = stretches(factor, found)[1][0]
    width = factor.high - factor.low
    start, end = (low - factor.low) / width, (high - factor.low) / width
    axes.add_patch(
        Rectangle((start, place - 0.17), end - start, 0.34, facecolor=BLUE, linewidth=0)
    )
    for at, value, side in ((0.0, factor.low, "left"), (1.0, factor.high, "right")):
        whole = (start if side == "left" else end) == at
        axes.annotate(
            f"{value:g}",
            (at, place),
            xytext=(3 if side == "left" else -3, 0),
            textcoords="offset points",
            ha=side,
            va="center",
            fontsize=6.5,
            color="white" if whole else PALE,
        )
    outward = {"above": "right", "at_most": "left"}
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
            ha="center" if end - start > _NARROW else outward[row["kind"]],
            va="bottom",
            fontsize=7,
            color=INK,
        )
        if np.isfinite(row["low"]):
            ends = [(row[one] - factor.low) / width for one in ("low", "high")]
            axes.plot(ends, [place + 0.27] * 2, color=INK, linewidth=1.0)
            for one in ends:
                axes.plot([one] * 2, [place + 0.21, place + 0.33], color=INK, lw=1.0)


_NARROW = 0.16
"""Of a range: two bounds this near are written to either side."""
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
                facecolor=BLUE if inside else _OUT,
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
            Patch(facecolor=_OUT, label=words["range"]),
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
