"""Courses: how arms, threat and trust went, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.game.sight import probability
from sim.cast import STATES, others

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.game.board import Board

__all__ = ["OF_EACH", "Courses", "Line", "courses"]

Line = tuple[float, ...]
"""One value for the start, and one for every month."""

OF_EACH = ("spending", "burden", "gdp", "capability", "warheads", "threat")
"""Series of each state that are kept, in the units of ``sim/fields.csv``."""


@dataclass(frozen=True, kw_only=True)
class Courses:
    """The whole game as lines.

    Attributes
    ----------
    months : tuple of str
        ``YYYY-MM``: the month before the first, and every month of the game.
    of_each : mapping of series to mapping of state to Line
        Those of :data:`OF_EACH`.
    felt : mapping of (state, other) to Line
        What the first feels from the second. [threat]
    belief : mapping of (state, other) to Line
        How likely the first holds the second to be greedy. [share]
    greed : mapping of state to float
        True types. [share]
    """

    months: tuple[str, ...]
    of_each: Mapping[str, Mapping[str, Line]]
    felt: Mapping[tuple[str, str], Line]
    belief: Mapping[tuple[str, str], Line]
    greed: Mapping[str, float]


def courses(board: Board) -> Courses:
    """Return how a game went so far.

    Parameters
    ----------
    board : Board
        After any number of turns.
    """
    pairs = [(one, other) for one in STATES for other in others(one)]

    def line(key: str) -> Line:
        return tuple(moment.series[key] for moment in board.moments)

    return Courses(
        months=tuple(moment.label for moment in board.moments),
        of_each={
            name: {state: line(f"{name}.{state}") for state in STATES}
            for name in OF_EACH
        },
        felt={(one, other): line(f"felt_threat.{one}.{other}") for one, other in pairs},
        belief={
            (one, other): tuple(map(probability, line(f"belief.{one}.{other}")))
            for one, other in pairs
        },
        greed=dict(board.now.greed),
    )
