"""The claims ledger at a glance: a bar of the parameter space for every reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.patches import Patch, Rectangle

from analysis.charts.style import BLUE, INK, PALE, VERMILION, blank, finish, shortened
from analysis.charts.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.claims.ledger import Claim

__all__ = ["ledger_chart"]

_ROW, _TOP, _BOTTOM = 0.165, 0.75, 0.55
"""Inches of a line, and above and below all of them."""
_COLUMN = 7.4
_BAR, _SIGN, _SAID = 0.555, 0.535, 0.835
"""Where the bar begins, the claimed sign ends and the verdict begins, in a column."""
_LEFT = 0.04
"""Share of the width left of everything, as left of the title."""
_LETTERS, _TITLE_LETTERS = 68, 116
_SMALL = "#D9D9D9"
_FULL = 70
"""Lines of a column before a second one is begun."""


def ledger_chart(
    table: pd.DataFrame,
    claims: Mapping[str, Claim],
    *,
    footer: str = "",
    lang: str = "en",
) -> Figure:
    """Draw what share of the parameter space bears each claim out.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.claims.verdict.judged` returns.
    claims : mapping of number to Claim
        The claims, in the table's order.
    footer : str
        What the chart is made of.
    lang : {'en', 'ko'}
        Language of the words.

    Returns
    -------
    Figure
        One bar per reading. From the left: where the effect is beyond the smallest
        that matters as claimed (up where nothing is), where it is inside it, where it
        is beyond it the other way. The verdict stands beside it.

    Raises
    ------
    InputError
        If the language needs a font that is missing.
    """
    words = WORDS[lang]
    blocks = [
        (name, claim, table[table["claim"] == name].to_dict("records"))
        for name, claim in claims.items()
    ]
    lines = sum(1 + len(rows) for _, _, rows in blocks)
    columns = 1 if lines <= _FULL else 2
    deep = -(-lines // columns) + (2 if columns > 1 else 0)
    height = _TOP + _ROW * deep + _BOTTOM
    figure = blank(_COLUMN * columns, height)
    placed = iter(blocks)
    ahead = next(placed, None)
    for column in range(columns):
        axes = figure.add_axes(
            (
                _LEFT + column * (1.0 - _LEFT) / columns,
                _BOTTOM / height,
                0.93 / columns,
                _ROW * deep / height,
            )
        )
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim(deep, 0)
        line = 0.0
        while ahead is not None and (
            line + 1 + len(ahead[2]) <= deep or column == columns - 1
        ):
            line = _block(axes, line, *ahead, lang)
            ahead = next(placed, None)
    figure.legend(
        handles=[
            Patch(facecolor=BLUE, label=words["as claimed"]),
            Patch(facecolor=_SMALL, label=words["too small"]),
            Patch(
                facecolor="white",
                edgecolor=VERMILION,
                hatch="/////",
                label=words["other way"],
            ),
        ],
        loc="upper left",
        bbox_to_anchor=(_LEFT, 1 - 0.38 / height),
        ncol=3,
        frameon=False,
        fontsize=8,
        borderpad=0,
    )
    return finish(figure, words["ledger title"], footer, lang)


def _block(
    axes: Axes,
    line: float,
    name: str,
    claim: Claim,
    rows: list[dict[Any, Any]],
    lang: str,
) -> float:
    """Draw one claim, and return where the next one begins."""
    axes.text(
        0.0,
        line + 0.72,
        shortened(f"{name}  {getattr(claim.words, lang)}", _TITLE_LETTERS),
        fontsize=7.6,
        color=INK,
        va="center",
    )
    for place, (row, reading) in enumerate(zip(rows, claim.readings, strict=True)):
        middle = line + 1.5 + place
        axes.text(
            0.025,
            middle,
            shortened(getattr(reading.words, lang), _LETTERS),
            fontsize=6.8,
            color=PALE,
            va="center",
        )
        sign = reading.expect.replace("-", "−")
        axes.text(_SIGN, middle, sign, fontsize=7.5, ha="center", va="center")
        up, down = row["above"], row["below"]
        first, last = (down, up) if reading.expect == "-" else (up, down)
        if reading.expect == "0":
            first, last = 1.0 - up - down, up + down
        _bar(axes, middle, first, last)
        axes.text(
            _SAID,
            middle,
            WORDS[lang][f"verdict {row['verdict']}"],
            fontsize=6.8,
            va="center",
            color=PALE if row["verdict"] in _FAINT else INK,
        )
    return line + 1 + len(rows)


_FAINT = ("conditional", "unsettled", "no effect")


def _bar(axes: Axes, middle: float, first: float, last: float) -> None:
    width = _SAID - 0.015 - _BAR
    low = middle - 0.32
    axes.add_patch(Rectangle((_BAR, low), width, 0.64, facecolor=_SMALL))
    axes.add_patch(Rectangle((_BAR, low), width * first, 0.64, facecolor=BLUE))
    axes.add_patch(
        Rectangle(
            (_BAR + width * (1.0 - last), low),
            width * last,
            0.64,
            facecolor="white",
            edgecolor=VERMILION,
            hatch="/////",
            linewidth=0.4,
        )
    )
