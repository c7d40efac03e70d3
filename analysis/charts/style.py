"""How every chart looks: colors, lines, letters, the frame and the footer.

Colors are Okabe and Ito's, which readers with any color vision tell apart; lines
also differ in dashes, so that a chart survives a grey printer. A state or a
scenario keeps its color in every chart. Figures are made without pyplot and
without touching Matplotlib's settings, so that charts can be drawn anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.charts.fonts import families_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.text import Text

__all__ = [
    "BLACK",
    "BLUE",
    "GREEN",
    "GRID",
    "INK",
    "ORANGE",
    "PALE",
    "PURPLE",
    "SKY",
    "STATE_COLORS",
    "VERMILION",
    "YELLOW",
    "Line",
    "beside",
    "blank",
    "finish",
    "footer_height",
    "frame",
    "heading",
    "key_row",
    "key_shape",
    "lines_for",
    "shortened",
    "wrapped",
]

BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
_KEY_SIZE, _FOOTER_SIZE = 8.5, 6.5
INK, PALE, GRID = "#222222", "#6B6B6B", "#E3E3E3"

STATE_COLORS = {
    "NK": VERMILION,
    "Russia": PURPLE,
    "US": BLUE,
    "ROK": GREEN,
    "Japan": SKY,
    "China": ORANGE,
}
"""One color for each state, in every chart."""


@dataclass(frozen=True, slots=True)
class Line:
    """How one scenario is drawn: color, dashes, marker."""

    color: str
    dashes: tuple[float, tuple[float, ...]]
    marker: str


_SOLID, _DASH, _DOT, _DASHDOT = (
    (0, ()),
    (0, (5, 1.6)),
    (0, (1.2, 1.2)),
    (0, (5, 1.4, 1, 1.4)),
)
_LONG, _DOTS = (0, (9, 2)), (0, (5, 1.3, 1, 1.3, 1, 1.3))
_LINES = (
    Line(BLUE, _DASH, "o"),
    Line(VERMILION, _DASHDOT, "D"),
    Line(GREEN, _DOT, "s"),
    Line(PURPLE, _LONG, "^"),
    Line(ORANGE, _DOTS, "v"),
    Line(SKY, _SOLID, "P"),
    Line("#7F7F7F", _DASH, "X"),
)
_CONTROL = Line(BLACK, _SOLID, "o")
_FIXED = {
    "harris": 0,
    "trump": 1,
    "sanctions_decay": 2,
    "no_cooperation": 3,
    "theatre_linkage_cut": 4,
    "trump_low_priority": 4,
    "sanctions_intact": 5,
    "no_invasion": 0,
    "ceasefire": 1,
    "china_joins": 4,
    "security_seekers": 2,
    "verified_intent": 3,
    "historical": 6,
}


def lines_for(scenarios: Sequence[str]) -> dict[str, Line]:
    """Return how each scenario is drawn.

    Parameters
    ----------
    scenarios : sequence of str
        Names; the first is the control, which is black.

    Returns
    -------
    dict
        Name to line. A scenario that comes with the package has a color of its
        own, unless another one in the same comparison has it already.
    """
    lines = {scenarios[0]: _CONTROL}
    rest = list(scenarios[1:])
    taken: set[int] = set()
    for name in rest:
        place = _FIXED.get(name)
        if place is not None and place not in taken:
            taken.add(place)
            lines[name] = _LINES[place]
    free = [line for place, line in enumerate(_LINES) if place not in taken]
    for count, name in enumerate(one for one in rest if one not in lines):
        lines[name] = (free or list(_LINES))[count % len(free or _LINES)]
    return {name: lines[name] for name in scenarios}


def blank(width: float, height: float) -> Figure:
    """Return an empty figure with an Agg canvas, in inches."""
    figure = Figure(figsize=(width, height), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def frame(axes: Axes) -> None:
    """Leave of an axes' frame what carries information."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(PALE)
    axes.spines[["left", "bottom"]].set_linewidth(0.6)
    axes.tick_params(colors=INK, labelsize=7.5, width=0.6, length=2.5, color=PALE)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)


def heading(axes: Axes, title: str, unit: str, *, color: str = INK) -> None:
    """Write a panel's title, and below it the unit of its vertical axis."""
    axes.annotate(
        title,
        (0, 1),
        xytext=(0, 14),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=9,
        color=color,
        va="bottom",
    )
    axes.annotate(
        unit,
        (0, 1),
        xytext=(0, 4),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=7.5,
        color=PALE,
        va="bottom",
    )


def beside(axes: Axes, place: float, text: str, *, size: float = 8.0) -> None:
    """Write what a row of a chart is, left of its axes.

    Parameters
    ----------
    axes : Axes
        The axes.
    place : float
        The row's place on the vertical axis.
    text : str
        The words, broken into lines where they need to be.
    size : float
        Of the letters, in points.
    """
    axes.annotate(
        text,
        (0, place),
        xytext=(-8, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=size,
        linespacing=1.1,
        color=INK,
    )


def key_shape(names: Sequence[str], width: float) -> tuple[int, int]:
    """Return the rows and columns of a key that is not wider than a figure.

    Parameters
    ----------
    names : sequence of str
        What the key names.
    width : float
        Of the figure, in inches.
    """
    longest = max(_extent(name) for name in names)
    each = (_KEY_SIZE * (5.8 + 0.62 * longest)) / 72
    columns = min(len(names), max(1, int(0.93 * width / each)))
    return ceil(len(names) / columns), columns


def key_row(
    figure: Figure, lines: dict[str, Line], top: float, *, markers: bool = False
) -> None:
    """Name the lines under the title, the control first.

    Parameters
    ----------
    figure : Figure
        Where to draw it.
    lines : dict
        Scenario to line.
    top : float
        Height in the figure, 0 to 1.
    markers : bool
        Show markers on plain lines, as forest plots have them, in place of dashes.
    """
    samples = [
        Line2D(
            [],
            [],
            color=line.color,
            linestyle="-" if markers else line.dashes,
            linewidth=1.4 if markers else 1.7,
            marker=line.marker if markers else "",
            markersize=4.5,
        )
        for line in lines.values()
    ]
    figure.legend(
        samples,
        list(lines),
        loc="upper left",
        bbox_to_anchor=(0.035, top),
        ncol=key_shape(list(lines), figure.get_figwidth())[1],
        frameon=False,
        fontsize=_KEY_SIZE,
        labelcolor=[line.color for line in lines.values()],
        handlelength=3.2,
        columnspacing=1.8,
        borderpad=0,
    )


def finish(figure: Figure, title: str, footer: str, lang: str) -> Figure:
    """Write the title and the footer, and set every letter in a fitting font.

    Parameters
    ----------
    figure : Figure
        The finished drawing.
    title : str
        What the chart shows.
    footer : str
        What it is made of: runs, seed, version, what the bands are.
    lang : {'en', 'ko'}
        Korean needs a font that has its letters.

    Returns
    -------
    Figure
        The same figure.
    """
    room = _ROOM * figure.get_figwidth() * 72  # points
    figure.text(
        0.04,
        1 - 0.14 / figure.get_figheight(),
        title,
        fontsize=min(12, room / (0.62 * max(_extent(title), 1))),
        va="top",
        color=INK,
    )
    figure.text(
        0.04,
        0.1 / figure.get_figheight(),
        "\n".join(_footer_lines(footer, figure.get_figwidth())),
        fontsize=_FOOTER_SIZE,
        linespacing=1.3,
        va="bottom",
        color=PALE,
    )
    families = families_for(lang)
    for axes in figure.axes:
        axes.tick_params(labelfontfamily=families[0])
    for text in _texts(figure):
        text.set_fontfamily(families)
    return figure


def shortened(text: str, letters: int) -> str:
    """Return a text that is no wider than so many Latin letters, cut at a word."""
    if _extent(text) <= letters:
        return text
    while _extent(text) > letters - 2:
        text = text[:-1]
    return text.rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def footer_height(footer: str, width: float, least: float) -> float:
    """Return the inches to leave below the lowest axes for their ticks and a footer.

    Parameters
    ----------
    footer : str
        As :func:`finish` gets it.
    width : float
        Of the figure, in inches.
    least : float
        At least so much.
    """
    lines = len(_footer_lines(footer, width))
    return max(least, 0.42 + lines * 1.3 * _FOOTER_SIZE / 72)


def _footer_lines(footer: str, width: float) -> list[str]:
    return wrapped(footer, int(_ROOM * width * 72 / (0.6 * _FOOTER_SIZE)))


_ROOM = 0.92
"""Share of a figure's width that its title and its footer may take."""


def _extent(text: str) -> int:
    """Return how wide a text is, in Latin letters: Korean ones are twice as wide."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, letters: int) -> list[str]:
    """Return a text in lines that are no wider than about so many Latin letters."""
    broken = []
    for line in text.splitlines():
        share = len(line) / max(_extent(line), 1)
        broken += wrap(line, max(int(letters * share), 20)) or [""]
    return broken


def _texts(figure: Figure) -> list[Text]:
    """Return every text but those of ticks, which Matplotlib makes anew."""
    found = list(figure.texts)
    for legend in figure.legends:
        found += legend.get_texts()
    for axes in figure.axes:
        found += [*axes.texts, axes.title, axes.xaxis.label, axes.yaxis.label]
        own = axes.get_legend()
        if own is not None:
            found += [*own.get_texts(), own.get_title()]
    return found
