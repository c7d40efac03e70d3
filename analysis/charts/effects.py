"""Forest plots: what each change did to every outcome, on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.charts.style import (
    INK,
    PALE,
    Line,
    beside,
    blank,
    finish,
    frame,
    key_row,
    key_shape,
    lines_for,
)
from analysis.charts.words import WORDS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["forest"]

_LINEAR_UP_TO = 4.0
_WIDTH, _MARGIN, _LEFT = 8.4, 0.04, 0.42
"""Inches of the figure; shares of it before the headings and before the axes."""
_RULE = 0.42
"""How far below a heading's place its rule is drawn, in rows."""


def forest(comparison: pd.DataFrame, *, footer: str = "", lang: str = "en") -> Figure:
    """Draw the mean paired difference of every outcome, in control SDs.

    Parameters
    ----------
    comparison : DataFrame
        What :func:`analysis.compare.table` returns, of two scenarios or more.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        One row per outcome, one marker per treatment with its 95% interval. A
        hollow marker at zero means that not one run changed; an outcome that
        does not vary under the control has no such scale, and says so.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = WORDS[lang]
    scenarios = list(dict.fromkeys(comparison["scenario"]))
    control, treatments = scenarios[0], scenarios[1:]
    lines = lines_for(scenarios)
    outcomes = comparison[comparison["scenario"] == control]
    places, headings = _layout(outcomes)
    keys = key_shape(treatments, _WIDTH)[0] if treatments else 0
    above, below = 0.5 + 0.18 * keys, 1.0
    height = above + below + 0.215 * (max(places.values()) + 1.4)
    figure = blank(_WIDTH, height)
    axes = figure.add_axes(
        (_LEFT, below / height, 0.97 - _LEFT, 1 - (above + below) / height)
    )
    frame(axes)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", color="#E3E3E3", linewidth=0.6)
    step = 0.68 / max(len(treatments), 1)
    for count, name in enumerate(treatments):
        shift = (count - (len(treatments) - 1) / 2) * step
        _markers(
            axes, comparison[comparison["scenario"] == name], places, shift, lines[name]
        )
    axes.axvline(0, color=INK, linewidth=0.8, zorder=1)
    _scale(axes, comparison)
    axes.set_ylim(max(places.values()) + 0.8, min(headings.values()) - 0.6)
    for place in places.values():
        axes.axhline(place, color="#F1F1F1", linewidth=0.6, zorder=0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    for row in outcomes.itertuples():
        beside(axes, places[str(row.outcome)], str(row.label))
    for title, place in headings.items():
        edge = (_MARGIN - _LEFT) / (0.97 - _LEFT)
        axes.annotate(
            title,
            (edge, place + _RULE),
            xytext=(0, 2.5),
            ha="left",
            va="bottom",
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            fontsize=8,
            color=PALE,
        )
        # The rule stands below its heading, so that it strikes through nothing.
        axes.axhline(
            place + _RULE, color="#C9C9C9", linewidth=0.5, xmin=edge, clip_on=False
        )
    label = words["forest axis"].format(control=control)
    if axes.get_xscale() != "linear":
        label += words["forest scale"]
    axes.set_xlabel(label, fontsize=8, color=INK, labelpad=6)
    if treatments:
        marked = {name: lines[name] for name in treatments}
        key_row(figure, marked, 1 - 0.4 / height, markers=True)
    title = words["forest title"].format(control=control)
    return finish(figure, title, footer, lang)


def _layout(outcomes: pd.DataFrame) -> tuple[dict[str, float], dict[str, float]]:
    """Return the height of every outcome and of every group's heading."""
    places: dict[str, float] = {}
    headings: dict[str, float] = {}
    at = 0.0
    for row in outcomes.itertuples():
        group = str(row.group)
        if group not in headings:
            at += 0.35 if headings else 0.0
            headings[group] = at
            at += 1.0
        places[str(row.outcome)] = at
        at += 1.0
    return places, headings


def _markers(
    axes: Axes,
    rows: pd.DataFrame,
    places: dict[str, float],
    shift: float,
    line: Line,
) -> None:
    for row in rows.to_dict("records"):
        at = places[str(row["outcome"])] + shift
        effect, low, high = (
            float(row[name]) for name in ("effect", "effect_low", "effect_high")
        )
        if row["unchanged"] == 1.0:
            axes.plot(
                [0],
                [at],
                marker=line.marker,
                markersize=3.4,
                color=line.color,
                markerfacecolor="white",
                markeredgewidth=0.8,
                linestyle="none",
                zorder=4,
            )
        elif np.isfinite(effect):
            axes.plot(
                [low, high],
                [at, at],
                color=line.color,
                linewidth=1.4,
                solid_capstyle="butt",
                zorder=3,
            )
            axes.plot(
                [effect],
                [at],
                marker=line.marker,
                markersize=4,
                color=line.color,
                linestyle="none",
                zorder=4,
            )
        else:
            axes.annotate(
                "†",
                (0.985, at),
                xycoords=("axes fraction", "data"),
                ha="right",
                va="center",
                fontsize=7.5,
                color=line.color,
            )


def _scale(axes: Axes, comparison: pd.DataFrame) -> None:
    """Keep small differences readable where one is huge, and say so by the ticks."""
    ends = comparison[["effect_low", "effect_high"]].to_numpy(dtype=float)
    reach = float(np.nanmax(np.abs(ends))) if np.isfinite(ends).any() else 1.0
    if reach <= _LINEAR_UP_TO:
        axes.set_xlim(-1.12 * max(reach, 0.1), 1.12 * max(reach, 0.1))
        return
    axes.set_xscale("asinh", linear_width=0.5)
    axes.set_xlim(-1.4 * reach, 1.4 * reach)
    ticks = [tick for tick in (0.3, 1, 3, 10, 30, 100, 300, 1000) if tick < 1.4 * reach]
    axes.set_xticks([-tick for tick in reversed(ticks)] + [0, *ticks])
    axes.set_xticklabels(
        [f"−{tick:g}" for tick in reversed(ticks)] + ["0"] + [f"{t:g}" for t in ticks]
    )
    axes.minorticks_off()
