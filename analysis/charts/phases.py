"""Phase diagrams: the sign of an effect over two parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Rectangle

from analysis.charts.style import INK, PALE, blank, finish, frame
from analysis.charts.words import WORDS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from analysis.claims.phase import Diagram

__all__ = ["phase_diagram"]

_REACH = 1.96
"""Standard errors within which an effect cannot be told from 0."""
_ROUNDING = 1e-9
_LEAST = 0.1
"""The color scale reaches at least so far, lest luck look like an effect."""


def phase_diagram(
    table: pd.DataFrame, diagram: Diagram, *, footer: str = "", lang: str = "en"
) -> Figure:
    """Draw the effect as color, its zero line, and where its sign is not sure.

    Parameters
    ----------
    table : DataFrame
        The diagram's lines of :func:`analysis.claims.phase.mapped`.
    diagram : Diagram
        What is drawn.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        Blue below 0 and red above, each cell with a + or − where the sign is sure.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = WORDS[lang]
    wide = table.pivot_table(index="y", columns="x", values=["effect", "error"])
    effect = wide["effect"].to_numpy(dtype=float)
    error = wide["error"].to_numpy(dtype=float)
    x = wide["effect"].columns.to_numpy(dtype=float)
    y = wide["effect"].index.to_numpy(dtype=float)
    figure = blank(6.6, 5.9)
    axes = figure.add_axes((0.13, 0.19, 0.66, 0.62))
    frame(axes)
    axes.grid(visible=False)
    most = max(float(np.quantile(np.abs(effect), 0.98)), _LEAST)
    drawn = axes.pcolormesh(
        x, y, effect, cmap="RdBu_r", vmin=-most, vmax=most, shading="nearest"
    )
    sure = np.abs(effect) > _REACH * error
    wide_cell, high_cell = x[1] - x[0], y[1] - y[0]
    for row, column in zip(*np.nonzero(~sure), strict=True):
        axes.add_patch(
            Rectangle(
                (x[column] - wide_cell / 2, y[row] - high_cell / 2),
                wide_cell,
                high_cell,
                fill=False,
                hatch="////",
                edgecolor="#8A8A8A",
                linewidth=0.0,
            )
        )
    if effect.min() < 0.0 < effect.max():
        axes.contour(x, y, effect, levels=[0.0], colors=INK, linewidths=2.0)
    guess = diagram.x.guess, diagram.y.guess
    under = np.hypot(*np.meshgrid(x - guess[0], y - guess[1])) < _ROUNDING
    for row, column in zip(*np.nonzero(sure & ~under), strict=True):
        axes.annotate(
            "+" if effect[row, column] > 0.0 else "−",
            (x[column], y[row]),
            fontsize=7,
            ha="center",
            va="center",
            color=INK if abs(effect[row, column]) < 0.6 * most else "white",
        )
    if x[0] <= guess[0] <= x[-1] and y[0] <= guess[1] <= y[-1]:
        axes.plot(*guess, marker="x", color=INK, markersize=9, markeredgewidth=2.0)
    for axis, label in ((axes.xaxis, diagram.x), (axes.yaxis, diagram.y)):
        axis.set_label_text(f"{getattr(label.words, lang)}\n({label.parameter})")
        axis.label.set(fontsize=8, color=INK)
    bar = figure.colorbar(drawn, cax=figure.add_axes((0.82, 0.19, 0.03, 0.62)))
    bar.ax.tick_params(labelsize=7)
    bar.ax.set_ylabel(words["phase axis"], fontsize=8, color=INK)
    bar.outline.set_visible(False)
    reading = f"{diagram.claim}: {getattr(diagram.effect_words, lang)}"
    figure.text(0.04, 1 - 0.42 / 5.9, reading, fontsize=8.5, color=PALE, va="top")
    figure.text(
        0.04, 1 - 0.64 / 5.9, words["phase key"], fontsize=7, color=PALE, va="top"
    )
    return finish(figure, getattr(diagram.words, lang), footer, lang)
