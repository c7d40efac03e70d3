"""Waterfalls: how the terms of a rule add up to its value, and where luck fell."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import numpy as np

from analysis.charts.style import (
    BLUE,
    INK,
    PALE,
    VERMILION,
    beside,
    blank,
    finish,
    frame,
    heading,
)
from analysis.charts.words import WORDS
from analysis.why.answers import Decision
from analysis.why.words import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.why.answers import Answer, Option, Part

__all__ = ["terms_chart"]

_WIDTH, _LEFT, _RIGHT = 8.4, 0.37, 0.95
"""Inches of the figure; shares of it where the axes begin and end."""
_ROW, _BETWEEN, _ABOVE, _BELOW, _LINE = 0.31, 0.95, 1.0, 0.75, 0.17
"""Inches of a row, between two panels, above the first and below the last, and of a
line of the story."""
_LETTERS, _STORY = {"en": 42, "ko": 28}, {"en": 105, "ko": 62}
"""Letters of a label, and of the story, on one line."""
_CROWDED = 0.3
"""A first term that leaves the others less than this share of its own length is cut."""


def terms_chart(answer: Answer, *, lang: str = "en") -> Figure:
    """Draw how the terms of an answer add up, and what its decisions hung on.

    Parameters
    ----------
    answer : Answer
        What :func:`analysis.why.why` returns, in the same language.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        A panel for each value: a bar for each term from where the one before it ended,
        hatched and with a minus sign where it lowers the value; for a value that one
        formula weighs, what it would be without each thing read. Then a panel for each
        decision: the stretches of luck in which each option is taken, and the draw.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = WORDS[lang]
    parts = _drawn(answer)
    panels: list[Part | Decision] = [*parts, *answer.decisions]
    rows = [_rows(panel) for panel in panels]
    story = wrap(answer.headline, _STORY[lang])
    above = _ABOVE + _LINE * len(story)
    height = above + _BELOW + _ROW * sum(rows) + _BETWEEN * (len(panels) - 1)
    figure = blank(_WIDTH, height)
    figure.text(
        0.04,
        1 - 0.42 / height,
        "\n".join(story),
        fontsize=8.5,
        linespacing=1.3,
        va="top",
        color=PALE,
    )
    top = height - above
    for panel, count in zip(panels, rows, strict=True):
        tall = _ROW * count
        axes = figure.add_axes(
            (_LEFT, (top - tall) / height, _RIGHT - _LEFT, tall / height)
        )
        _bare(axes)
        if isinstance(panel, Decision):
            _luck(axes, panel, lang)
        elif len(panel.terms) > 1:
            _waterfall(axes, panel, lang)
        else:
            _without(axes, panel, lang)
        top -= tall + _BETWEEN
    run = words["why run"].format(
        name=answer.scenario, row=answer.row, seed=answer.seed, month=answer.month
    )
    title = words["why title"].format(month=when(answer.month, lang))
    return finish(figure, title, f"{words['why note']}\n{run}", lang)


def _drawn(answer: Answer) -> list[Part]:
    """Return the parts to draw: of several options, only what spoke for one."""
    taken = {
        option.label
        for decision in answer.decisions
        for option in decision.options
        if option.taken and option.utility is not None
    }
    return [
        part
        for part in answer.parts
        if (not part.option or part.option in taken) and _telling(part)
    ]


def _telling(part: Part) -> bool:
    """Return whether there is more to see than one bar."""
    others = [read.without for read in part.reads if read.without is not None]
    if len(part.terms) > 1:
        return any(term.value for term in part.terms)
    return any(one != part.total for one in others)


def _rows(panel: Part | Decision) -> int:
    """Return how many rows a panel has."""
    if isinstance(panel, Decision):
        return len(panel.options)
    if len(panel.terms) > 1:
        return sum(term.value != 0 for term in panel.terms) + 1
    return max(len([read for read in panel.reads if read.without is not None]), 1) + 1


def _bare(axes: Axes) -> None:
    frame(axes)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color="#E3E3E3", linewidth=0.6)
    axes.spines["left"].set_visible(False)
    axes.set_yticks([])


def _named(axes: Axes, place: float, text: str, lang: str) -> None:
    """Write what a row is, left of the axes."""
    beside(axes, place, "\n".join(wrap(text, _LETTERS[lang])), size=7.5)


def _title(axes: Axes, text: str, unit: str) -> None:
    heading(axes, text[0].upper() + text[1:], unit)


def _signed(value: float, places: int) -> str:
    if value and not round(value, places):
        return "≈ 0"
    sign = "−" if value < 0 else "+"
    return f"{sign}{abs(value):,.{places}f}"


def _waterfall(axes: Axes, part: Part, lang: str) -> None:
    terms = [term for term in part.terms if term.value]
    ends = np.cumsum([term.value for term in terms])
    starts = np.concatenate(([0.0], ends[:-1]))
    low, high, cut = _span(starts, ends)
    places = _places([term.value for term in terms])
    for place, (term, start, end) in enumerate(zip(terms, starts, ends, strict=True)):
        down = term.value < 0
        left, right = sorted((max(start, low), end) if place == 0 else (start, end))
        axes.barh(
            place,
            right - left,
            left=left,
            height=0.62,
            color=VERMILION if down else BLUE,
            hatch="////" if down else "",
            edgecolor="white",
            linewidth=0.5,
            zorder=3,
        )
        _number(axes, right, place, _signed(term.value, places))
        _named(axes, place, term.label, lang)
        axes.plot([end, end], [place, place + 1], color=PALE, linewidth=0.6, zorder=2)
    last = len(terms)
    left, right = sorted((max(low, 0.0) if cut else 0.0, part.total))
    axes.barh(last, right - left, left=left, height=0.62, color=INK, zorder=3)
    _number(axes, right, last, _signed(part.total, places))
    _named(axes, last, WORDS[lang]["why sum"], lang)
    if cut:
        for place in (0, last):  # bars that begin further left than the axis
            axes.annotate(
                "≈",
                (0, place),
                xycoords=("axes fraction", "data"),
                ha="center",
                va="center",
                fontsize=11,
                color=INK,
                rotation=90,
                zorder=5,
            )
    else:
        axes.axvline(0, color=INK, linewidth=0.8, zorder=4)
    axes.set_xlim(low, high)
    axes.set_ylim(last + 0.6, -0.6)
    unit = part.unit + (f" · {WORDS[lang]['why cut']}" if cut else "")
    _title(axes, part.title + (f" – {part.option}" if part.option else ""), unit)


def _span(starts: np.ndarray, ends: np.ndarray) -> tuple[float, float, bool]:
    """Return the ends of the axis, and whether it leaves zero out.

    What was there already is often a hundred times what a month changes: then the axis
    begins just below where the first bar ends.
    """
    moved = float(np.ptp(ends))
    cut = len(ends) > 1 and ends[0] > 0 and moved < _CROWDED * abs(ends[0])
    points = ends if cut else np.concatenate((starts, ends))
    low, high = float(points.min()), float(points.max())
    reach = (high - low) or abs(high) or 1.0
    below = 0.35 if cut else 0.05 if low < 0 else 0.0
    return low - below * reach, high + 0.22 * reach, cut


def _places(values: Sequence[float]) -> int:
    """Return how many decimals show the smallest of some values with two digits."""
    if all(float(value).is_integer() for value in values):
        return 0
    smallest = min((abs(value) for value in values if value), default=1.0)
    return int(np.clip(1 - np.floor(np.log10(smallest)), 2, 5))


def _number(axes: Axes, at: float, place: float, text: str) -> None:
    axes.annotate(
        text,
        (at, place),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        fontsize=7.5,
        color=INK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
        zorder=4,
    )


def _without(axes: Axes, part: Part, lang: str) -> None:
    """Draw what a value would be without each thing that its formula weighs."""
    reads = [read for read in part.reads if read.without is not None]
    values = [float(read.without or 0.0) for read in reads]
    places = _places([part.total, *values])
    for place, (read, value) in enumerate(zip(reads, values, strict=True)):
        axes.barh(place, value, height=0.5, color=PALE, zorder=3)
        _number(axes, value, place, f"{value:.{places}f}")
        label = WORDS[lang]["why without"].format(name=read.label)
        _named(axes, place, label, lang)
    last = len(reads)
    axes.barh(last, part.total, height=0.62, color=INK, zorder=3)
    _number(axes, part.total, last, f"{part.total:.{places}f}")
    _named(axes, last, WORDS[lang]["why was"], lang)
    axes.axvline(part.total, color=INK, linewidth=0.8, linestyle=(0, (4, 2)), zorder=2)
    axes.set_xlim(0, 1.22 * max(part.total, *values, 1e-9))
    axes.set_ylim(last + 0.6, -0.6)
    _title(axes, part.title, part.unit)


def _luck(axes: Axes, decision: Decision, lang: str) -> None:
    """Draw the stretch of luck in which each option is taken, and the draw."""
    words = WORDS[lang]
    for place, option in enumerate(decision.options):
        axes.barh(
            place,
            option.high - option.low,
            left=option.low,
            height=0.62,
            color=INK if option.taken else "#C9C9C9",
            zorder=3,
        )
        label = f"{option.chance:.1%}"
        if option.utility is not None:
            label = words["why utility"].format(
                chance=label, utility=_signed(option.utility, 2)
            )
        _within(axes, option, place, label)
        mark = "▶ " if option.taken else ""
        _named(axes, place, mark + option.label, lang)
    axes.axvline(decision.luck, color=VERMILION, linewidth=1.4, zorder=5)
    axes.set_xlim(0, 1)
    axes.set_ylim(len(decision.options) - 0.4, -0.6)
    would = "" if decision.held else f" – {words['why would']}"
    _title(axes, decision.title + would, words["why luck"].format(luck=decision.luck))


def _within(axes: Axes, option: Option, place: float, text: str) -> None:
    """Write a number into a stretch, or beside it where it is too short."""
    room = 0.09 + 0.011 * len(text)
    inside = option.high - option.low > room
    left = not inside and option.high > 1 - room
    at = (option.low + option.high) / 2 if inside else option.high
    axes.annotate(
        text,
        (option.low if left else at, place),
        xytext=(0 if inside else -4 if left else 4, 0),
        textcoords="offset points",
        ha="center" if inside else "right" if left else "left",
        va="center",
        fontsize=7.5,
        color="white" if inside and option.taken else INK,
        bbox=None if inside else _PAPER,  # the line of luck may pass behind it
        zorder=6,
    )


_PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
