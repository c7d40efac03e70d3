"""Spirals: where arming was answered by arming, and who began.

Read off what everybody did and felt, turn by turn. That a state armed after it had come
to fear a rival more does not prove that it armed for that reason: what would have come
without the first step, :mod:`analysis.game.otherwise` finds out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.game.board import MONTHS
from analysis.game.sight import ALARMS
from sim.cast import DYADS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    from analysis.game.board import Board

__all__ = [
    "ALARMING",
    "ANSWERS",
    "ARMS",
    "MORE",
    "WITHIN",
    "Spiral",
    "Step",
    "armed",
    "runs",
    "spirals",
]

ARMS = 0.01
"""Growth of the burden in a turn from which a state arms. Ours: about a third of what
the option ``raise`` brings about in a quarter; what keeps pace with the economy is
none."""

ALARMING = 0.15
"""Alarm at a rival's acts of a turn other than arming from which they count as a step.
Ours: half of how loud a nuclear test is, and more than exercises come to in a quarter.
[act units]"""

MORE = 0.01
"""Growth of the threat felt from a rival from which it is felt to have grown. Ours:
less may be a month's chance."""

WITHIN = 2
"""Turns within which a step is answered. A turn's moves are made at the same time, so
that an answer comes in the next turn at the earliest; one turn more for budgets that
are slow. Ours."""

ANSWERS = 2
"""So many answers, each to the one before, make a spiral: one side arms, the other
answers, and the answer is answered."""

_ACTS = tuple(act for act in ALARMS if act != "arming")
"""Arming itself is seen in the burden."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one state did in one turn of a spiral.

    Attributes
    ----------
    turn : int
        From 1.
    state : str
        Whose step it was.
    growth : float
        Of its burden in the turn. [share]
    alarm : float
        At its other acts, as the rival read them. [act units]
    """

    turn: int
    state: str
    growth: float
    alarm: float


@dataclass(frozen=True, kw_only=True)
class Spiral:
    """A run of arming that was answered by arming.

    Attributes
    ----------
    pair : (str, str)
        The two rivals, as in :data:`sim.cast.DYADS`.
    first, last : int
        Turns of the first and the last step.
    started : tuple of str
        Who took the first step; both, if both did in the same turn.
    steps : tuple of Step
        By turn.
    spending : mapping of state to (float, float)
        Of the two, before the first turn and after the last. [bn US$/year]
    felt : mapping of state to (float, float)
        What each feels from the other, likewise. [threat]
    """

    pair: tuple[str, str]
    first: int
    last: int
    started: tuple[str, ...]
    steps: tuple[Step, ...]
    spending: Mapping[str, tuple[float, float]]
    felt: Mapping[str, tuple[float, float]]


def armed(burden: ArrayLike, alarm: ArrayLike) -> NDArray[np.bool_]:
    """Return in which turns a state armed.

    Parameters
    ----------
    burden : array_like, shape (turns + 1,)
        As each turn begins, and at the end. [% of GDP]
    alarm : array_like, shape (turns,)
        At its acts other than arming, as a rival reads them. [act units]

    Returns
    -------
    ndarray of bool, shape (turns,)
    """
    return np.asarray((_growth(burden) >= ARMS) | (np.asarray(alarm) >= ALARMING))


def runs(arms: ArrayLike, felt: ArrayLike) -> list[list[tuple[int, int]]]:
    r"""Return the spirals between two rivals.

    A step is a turn in which a side arms. The step of one side in turn t is answered by
    a step of the other in turn u if u is one of the next :data:`WITHIN` turns, and the
    other feels, as u begins, more threat from the first than as t began: by a share of
    more than :data:`MORE`. Steps that are joined by answers, over whatever detours,
    make a run. It is a spiral if somewhere in it :data:`ANSWERS` answers follow one
    another.

    Parameters
    ----------
    arms : array_like of bool, shape (2, turns)
        Whether each side arms.
    felt : array_like, shape (2, turns + 1)
        What each side feels from the other, as each turn begins, and at the end.
        [threat]

    Returns
    -------
    list of list of (int, int)
        Of each spiral its steps, turn (from 0) and side, in order.
    """
    arms, felt = np.asarray(arms, dtype=bool), np.asarray(felt, dtype=np.float64)
    turns = arms.shape[1]
    steps = [
        (turn, side) for turn in range(turns) for side in (0, 1) if arms[side, turn]
    ]
    answers = [
        ((turn, side), (later, 1 - side))
        for turn, side in steps
        for later in range(turn + 1, min(turn + WITHIN, turns - 1) + 1)
        if arms[1 - side, later]
        and felt[1 - side, later] > (1.0 + MORE) * felt[1 - side, turn]
    ]
    run = {step: place for place, step in enumerate(steps)}
    length = dict.fromkeys(steps, 0)
    # In the order of turns, so that whatever leads to a step is known before it.
    for step, answer in answers:
        length[answer] = max(length[answer], length[step] + 1)
        joined = run[step], run[answer]
        run = {one: min(joined) if of in joined else of for one, of in run.items()}
    found = [
        [one for one in steps if run[one] == of] for of in dict.fromkeys(run.values())
    ]
    return [one for one in found if max(length[step] for step in one) >= ANSWERS]


def spirals(board: Board) -> tuple[Spiral, ...]:
    """Return every spiral of a game, between any two rivals of the two camps.

    Parameters
    ----------
    board : Board
        After any number of turns.
    """
    found = [one for two in DYADS for one in _between(board, two)]
    return tuple(sorted(found, key=lambda one: (one.first, -one.last)))


def _between(board: Board, two: tuple[str, str]) -> list[Spiral]:
    turns = len(board.moves)
    ends = [board.turned(turn).series for turn in range(turns + 1)]
    burden = [[one[f"burden.{state}"] for one in ends] for state in two]
    alarm = [
        [_alarm(board, turn, *pair) for turn in range(turns)] for pair in _ways(two)
    ]
    felt = [[one[f"felt_threat.{a}.{b}"] for one in ends] for a, b in _ways(two)[::-1]]
    arms = [armed(*each) for each in zip(burden, alarm, strict=True)]
    growth = [_growth(one) for one in burden]
    return [
        Spiral(
            pair=two,
            first=run[0][0] + 1,
            last=run[-1][0] + 1,
            started=tuple(two[side] for turn, side in run if turn == run[0][0]),
            steps=tuple(
                Step(
                    turn=turn + 1,
                    state=two[side],
                    growth=float(growth[side][turn]),
                    alarm=alarm[side][turn],
                )
                for turn, side in run
            ),
            spending={
                state: (ends[run[0][0]][key], ends[run[-1][0] + 1][key])
                for state in two
                for key in (f"spending.{state}",)
            },
            felt={
                state: (felt[side][run[0][0]], felt[side][run[-1][0] + 1])
                for side, state in enumerate(two)
            },
        )
        for run in runs(arms, felt)
    ]


def _ways(two: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return (observer, observed) for the acts of the first, and of the second."""
    return (two[1], two[0]), (two[0], two[1])


def _alarm(board: Board, turn: int, observer: str, observed: str) -> float:
    """Return how a state's acts of a turn (from 0), but arming, alarmed a rival.

    Acts are seen a month later, those of the last month of all not any more.
    """
    passed = board.moments[MONTHS * turn + 2 : MONTHS * (turn + 1) + 2]
    terms = [one.terms["evidence", observer, observed] for one in passed]
    return float(sum(max(0.0, one[act]) for one in terms for act in _ACTS))


def _growth(burden: ArrayLike) -> NDArray[np.float64]:
    """Return growth in each turn, shape (turns,); 0 where there was nothing."""
    level = np.asarray(burden, dtype=np.float64)
    before = np.where(level[:-1] > 0, level[:-1], np.inf)
    return np.asarray(np.diff(level) / before)
