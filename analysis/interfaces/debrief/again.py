"""How a game is played again: lines of Python that lead to the same state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.cast import STATES

if TYPE_CHECKING:
    from analysis.game.board import Moves
    from analysis.game.debrief import Debrief

__all__ = ["program"]


def program(told: Debrief) -> str:
    """Return a program that plays the game again, to the last bit.

    Everything in it is checked against the model's own lists before it comes here, or
    written as Python writes it: nothing of it is a team's text.

    Parameters
    ----------
    told : Debrief
        Of the game.
    """
    lines = [
        "from analysis.game.board import Game, set_up",
        "",
        f"game = Game.of({told.scenario!r}, seed={told.seed}, turns={told.turns})",
        *(f"game = game.with_news({turn}, {kind!r})" for turn, kind in told.injected),
        "moves = [",
        *(f"    {_move(move)}," for move in told.moves),
        "]",
        "board = set_up(game, moves)",
        'print({key: board.now.series[key] for key in ("threat.ROK", "spending.ROK")})',
    ]
    return "\n".join(lines)


def _move(move: Moves) -> str:
    """Return what was chosen for a turn as Python, a line for each state."""
    chosen = [f"{state!r}: {move[state]!r}" for state in STATES if state in move]
    return "{" + ",\n     ".join(chosen) + "}"
