"""The matrix of who fears whom, at some dates, a row for each scenario."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from matplotlib.colors import Normalize

from analysis.charts.curves import widest
from analysis.charts.pairs import THREATS, at_a_glance, over_dates
from analysis.charts.style import INK, PALE, blank, finish, lines_for
from sim.cast import LABELS, STATES
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["dates_of", "threat_matrix"]

_LEFT, _ABOVE = 1.15, 0.85
"""Inches at the left of each row, and above it."""


class _Sizes(NamedTuple):
    """Inches of a cell and between matrices; points of the figures in cells."""

    cell: float
    gap: float
    figures: float


_FULL, _BRIEF = _Sizes(0.4, 0.35, 7.0), _Sizes(0.33, 0.2, 8.5)
_COLORS = "YlOrBr"
"""Light to dark whatever the reader's color vision, and in grey."""


def dates_of(bands: pd.DataFrame) -> tuple[str, str, str]:
    """Return the first, the middle and the last month of a table of bands."""
    months = sorted(bands["month"].astype(str).unique())
    return months[0], months[len(months) // 2], months[-1]


def threat_matrix(
    bands: pd.DataFrame,
    *,
    footer: str = "",
    lang: str = "en",
    most: int = 4,
    brief: bool = False,
) -> Figure:
    """Draw what each state feels from each other, as means over runs.

    Parameters
    ----------
    bands : DataFrame
        What :func:`analysis.bands.bands` returns, with all of ``felt_threat``.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.
    most : int
        Scenarios beyond so many are left out.
    brief : bool
        The first month of the first scenario and the last of each alone, in place of
        a row for each scenario.

    Returns
    -------
    Figure
        Observers down, observed across; one scale of colors for all.

    Raises
    ------
    InputError
        If a pair is not in the table.
    """
    words = _WORDS[lang]
    names = list(dict.fromkeys(bands["scenario"]))[:most]
    dates = dates_of(bands)
    chosen = bands[bands["series"].str.startswith("felt_threat.")]
    cells = {
        key: float(mean)
        for key, mean in zip(
            zip(
                chosen["scenario"],
                chosen["series"],
                chosen["month"].astype(str),
                strict=True,
            ),
            chosen["mean"],
            strict=True,
        )
    }
    laid = (at_a_glance if brief else over_dates)(names, dates)
    sizes = _BRIEF if brief else _FULL
    grids = {one: _square(cells, *one) for row in laid for one in row}
    highest = max(float(np.nanmax(grid)) for grid in grids.values())
    size = sizes.cell * len(STATES)
    columns = max(map(len, laid))
    width = _LEFT + columns * size + (columns - 1) * sizes.gap + 0.4
    height = 1.35 + len(laid) * (size + _ABOVE) + 0.35
    figure = blank(width, height)
    lines = lines_for(names)
    for down, row in enumerate(laid):
        for across, (name, date) in enumerate(row):
            left = _LEFT + across * (size + sizes.gap)
            top = height - 1.35 - down * (size + _ABOVE)
            axes = figure.add_axes(
                (left / width, (top - size) / height, size / width, size / height)
            )
            shown = grids[name, date]
            _draw(axes, shown, highest, lang, sizes.figures, labels=across == 0)
            axes.set_title(date, fontsize=sizes.figures + 1, color=PALE, pad=4)
            if (brief or across == 0) and len(names) > 1:
                axes.annotate(
                    "\n".join(wrap(name, 30)),
                    (0, 1),
                    xytext=(0 if brief else -_LEFT * 72 + 26, 18 if brief else 22),
                    xycoords="axes fraction",
                    textcoords="offset points",
                    fontsize=9.5,
                    color=lines[name].color,
                )
    at_dates = chosen["month"].astype(str).isin(dates) & chosen["scenario"].isin(names)
    note = words["note"].format(error=widest(chosen[at_dates]))
    return finish(figure, THREATS.title[lang], f"{note}\n{footer}", lang)


_WORDS = {
    "en": {
        "note": (
            "rows feel threat from columns; felt threat, mean over runs (95% Monte"
            " Carlo error at most ±{error})"
        ),
    },
    "ko": {
        "note": (
            "행의 국가가 열의 국가에게서 느끼는 위협, 실행 평균(95% 몬테카를로 오차"
            " 최대 ±{error})"
        ),
    },
}
_SHORT = {
    "en": dict(zip(STATES, ("NK", "RUS", "US", "ROK", "JPN", "CHN"), strict=True)),
    "ko": dict(zip(STATES, ("북", "러", "미", "한", "일", "중"), strict=True)),
}


def _square(
    cells: dict[tuple[str, str, str], float], scenario: str, date: str
) -> np.ndarray:
    """Return the matrix of one scenario and month; NaN from itself."""
    square = np.full((len(STATES), len(STATES)), np.nan)
    for down, observer in enumerate(STATES):
        for across, observed in enumerate(STATES):
            if observer == observed:
                continue
            key = (scenario, f"felt_threat.{observer}.{observed}", date)
            if key not in cells:
                raise InputError(f"there are no bands of {key[1]!r} in {date}")
            square[down, across] = cells[key]
    return square


def _draw(
    axes: Axes,
    square: np.ndarray,
    highest: float,
    lang: str,
    letters: float,
    *,
    labels: bool,
) -> None:
    scale = Normalize(0.0, highest)
    # Cells are shapes, not a picture: a page lets no picture in, and shapes are sharp.
    edges = np.arange(len(STATES) + 1) - 0.5
    axes.pcolormesh(edges, edges, square, cmap=_COLORS, norm=scale)
    axes.set_aspect("equal")
    axes.invert_yaxis()
    for (down, across), value in np.ndenumerate(square):
        if np.isfinite(value):
            axes.text(
                across,
                down,
                f"{value:.2f}".replace("0.", ".", 1) if value < 1 else f"{value:.1f}",
                ha="center",
                va="center",
                fontsize=letters,
                color="white" if value > 0.6 * highest else INK,
            )
    ticks = range(len(STATES))
    axes.set_xticks(ticks, [_SHORT[lang][one] for one in STATES], fontsize=letters)
    names = _names(lang) if labels else [""] * len(STATES)
    axes.set_yticks(ticks, names, fontsize=letters + 0.5)
    axes.tick_params(length=0, colors=INK)
    axes.spines[:].set_visible(False)


def _names(lang: str) -> Sequence[str]:
    return [LABELS[lang][one] for one in STATES]
