"""How a game is played again: lines of Python that lead to the same state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    ]
    for move in told.moves:
        if not move:
            lines.append("    {},")
            continue
        lines.append("    {")
        lines += [f"        {state!r}: {chosen!r}," for state, chosen in move.items()]
        lines.append("    },")
    lines += [
        "]",
        "board = set_up(game, moves)",
        'print({key: board.now.series[key] for key in ("threat.ROK", "spending.ROK")})',
    ]
    return "\n".join(lines)
