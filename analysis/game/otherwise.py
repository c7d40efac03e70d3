"""Otherwise: the same game with something else done, by a fork of its past.

Every fork leaves from the world as it stood before a turn and has the luck that the
game had; it changes nothing of the board.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.game.advisers import nearest_option
from analysis.game.board import MONTHS
from analysis.game.choices import open_to, orders
from sim.cast import ALLIES, DOMAINS, STATES
from sim.model import resume

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from analysis.game.board import Board, Moves
    from analysis.game.choices import Options
    from analysis.game.courses import Line
    from sim.acts import Acts
    from sim.model import StrategicModel
    from sim.terms import Rows

    _Told = dict[str, dict[str, NDArray[np.float64]]]
    """Orders of a month by state and act."""

__all__ = [
    "USUAL",
    "Fork",
    "Seat",
    "as_played",
    "by_rules",
    "in_their_seats",
    "unarmed",
]

USUAL = 1.0
"""Exercises as they were. [multiples of the years 2012-2017]"""

_QUIET = {
    "campaign": np.zeros(len(DOMAINS)),
    "tests": np.zeros(len(DOMAINS)),
    "attack": np.array(0.0),
}
"""What North Korea does where nobody arms."""

_FOLLOWED = ("threat", "spending", "burden")


@dataclass(frozen=True, kw_only=True)
class Fork:
    """What would have come.

    Attributes
    ----------
    turn : int
        The first that is played otherwise.
    threat, spending, burden : mapping of state to Line
        As the turn begins, and every month to the end of what was played. [threat],
        [bn US$/year], [% of GDP]
    held_back : tuple of (str, str)
        Who would have done more, and of what: (state, act).
    """

    turn: int
    threat: Mapping[str, Line]
    spending: Mapping[str, Line]
    burden: Mapping[str, Line]
    held_back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seat:
    """What a team chose in a turn, and what its rules would have.

    Attributes
    ----------
    state : str
        The seat.
    turn : int
        From 1.
    chosen : mapping of choice to option
        By the team; what it left open is not in it.
    rules : mapping of choice to option
        What the rules would have done, as the nearest option, in all that was open:
        with the same past, the same luck, and all others doing what they did.
    """

    state: str
    turn: int
    chosen: Options
    rules: Options

    @property
    def differs(self) -> tuple[str, ...]:
        """Choices in which the team did something else."""
        return tuple(
            name
            for name, option in self.rules.items()
            if self.chosen.get(name, option) != option
        )


def in_their_seats(board: Board, turn: int) -> tuple[Seat, ...]:
    """Return what the rules would have done in each seat that a team had in a turn.

    Parameters
    ----------
    board : Board
        A game.
    turn : int
        One that was played, from 1.
    """
    moves = board.moves[turn - 1]
    seats = [state for state in STATES if state in moves]
    if not seats:
        return ()
    # A row for each seat: in it this seat alone is left to its rules.
    model = _copies(board, turn, len(seats))
    months = board.game.calendar_months(turn)
    choices = {state: open_to(state, months, model) for state in seats}
    burdens = {state: float(one[0]) for state, one in _burdens(model).items()}
    done: dict[str, list[Mapping[str, NDArray[np.float64]]]] = {
        state: [] for state in seats
    }
    for place, month in enumerate(months):
        for row, state in enumerate(seats):
            told = orders(
                moves[state],
                burden=burdens[state],
                calendar_month=month,
                first=place == 0,
            )
            wide = {act: _repeated(one, len(seats), row) for act, one in told.items()}
            model.instruct(state, **wide)
        model.step()
        for row, state in enumerate(seats):
            done[state].append(_acts(model, state, row))
    return tuple(
        Seat(
            state=state,
            turn=turn,
            chosen=dict(moves[state]),
            rules={
                one.name: nearest_option(one, done[state], burdens[state])
                for one in choices[state]
            },
        )
        for state in seats
    )


def as_played(board: Board, turn: int) -> Fork:
    """Return what came from a turn on: what other forks are held against.

    Parameters
    ----------
    board : Board
        A game.
    turn : int
        One that was played, from 1.
    """
    moments = board.moments[MONTHS * (turn - 1) :]
    lines = {
        name: {
            state: tuple(one.series[f"{name}.{state}"] for one in moments)
            for state in STATES
        }
        for name in _FOLLOWED
    }
    return _fork(turn, lines)


def by_rules(board: Board, *, known: bool = False) -> Fork:
    """Return what would have come with every seat its rules'.

    Parameters
    ----------
    board : Board
        A game.
    known : bool
        Whether everybody's true type is known to everybody from the first month on:
        ``verification`` is 1 then, whatever the scenario says.
    """
    types: dict[str, Any] = {"verification": 1.0} if known else {}
    model = resume(board.pasts[0], board.game.scenario, collect=False, **types)
    seen = _Seen(model)
    for _ in range(MONTHS * len(board.moves)):
        model.step()
        seen.look()
    return seen.fork(1)


def unarmed(board: Board, turns: Sequence[int]) -> tuple[Fork, ...]:
    """Return what would have come if nobody had armed in a turn, for each of some.

    In that turn no burden is let rise above what it was as the turn began, whether a
    team or the rules would have raised it; exercises on a larger scale than usual are
    held on the usual one; and North Korea neither tests nor attacks. All else of that
    turn is done as it was chosen, or as the rules choose it there. Before and after it
    everybody's moves are those that were made, as options: a budget that was raised by
    a quarter is raised by a quarter of what it then is.

    Parameters
    ----------
    board : Board
        A game.
    turns : sequence of int
        Some that were played, from 1; each is a world of its own.
    """
    first = min(turns)
    # A row for each of the turns: up to its turn it is the game as it was.
    model = _copies(board, first, len(turns))
    seen = _Seen(model)
    held: list[dict[tuple[str, str], None]] = [{} for _ in turns]
    for turn in range(first, len(board.moves) + 1):
        rows = [row for row, one in enumerate(turns) if one == turn]
        began = _burdens(model)
        for told in _told(board, model, turn):
            chosen = _chosen_next(model, told) if rows else {}
            for row in rows:
                back = _hold_back(told, chosen, began, row)
                held[row] |= dict.fromkeys(back)
            _instruct(model, told)
            model.step()
            seen.look()
    return tuple(
        seen.fork(turn, row, MONTHS * (turn - first), tuple(held[row]))
        for row, turn in enumerate(turns)
    )


def _hold_back(
    told: _Told, chosen: Mapping[str, Acts], began: Mapping[str, Rows], row: int
) -> list[tuple[str, str]]:
    """Order a month without arming in a row; return who would have done more of what.

    Parameters
    ----------
    told : mapping of state to dict of act to ndarray
        What teams ordered; it is changed.
    chosen : mapping of state to Acts
        What would be done.
    began : mapping of state to Rows
        Burdens as the turn began.
    row : int
        Which row.
    """
    more = []
    for state, mine in told.items():
        limits = {"burden": np.asarray(began[state][row])}
        if state in ALLIES:
            limits["exercise"] = np.asarray(USUAL)
        if state == "NK":
            limits |= _QUIET
        for act, limit in limits.items():
            wanted = np.asarray(getattr(chosen[state], act))[..., row]
            if np.any(wanted > limit):
                more.append((state, act))
            free = np.full((*wanted.shape, began[state].size), np.nan)
            mine.setdefault(act, free)[..., row] = np.minimum(wanted, limit)
    return more


def _chosen_next(model: StrategicModel, told: _Told) -> dict[str, Acts]:
    """Return what everybody will choose in the coming month; it is not played."""
    world, month = model.snapshot(), model.month
    _instruct(model, told)
    model.step()
    chosen = {name: state.chosen for name, state in model.states.items()}
    model.restore(world, month)
    return chosen


def _told(board: Board, model: StrategicModel, turn: int) -> Iterator[_Told]:
    """Yield what teams ordered in each month of a turn, shape (rows,) or (kinds, rows).

    Where worlds have parted, each row's budget starts from its own.
    """
    moves: Moves = board.moves[turn - 1]
    burdens = _burdens(model)
    for place, month in enumerate(board.game.calendar_months(turn)):
        yield {
            state: _each_row(
                [
                    orders(
                        moves.get(state, {}),
                        burden=float(burden),
                        calendar_month=month,
                        first=place == 0,
                    )
                    for burden in burdens[state]
                ]
            )
            for state in STATES
        }


def _each_row(
    told: Sequence[Mapping[str, NDArray[np.float64]]],
) -> dict[str, NDArray[np.float64]]:
    """Return the orders to several rows as arrays over them."""
    return {act: np.stack([one[act] for one in told], axis=-1) for act in told[0]}


def _instruct(model: StrategicModel, told: _Told) -> None:
    for state, acts in told.items():
        model.instruct(state, **acts)


def _copies(board: Board, turn: int, rows: int) -> StrategicModel:
    """Return the world before a turn in so many rows, all with the game's own luck."""
    past = board.pasts[turn - 1]
    return resume(
        past.select(np.zeros(rows, dtype=np.int64)),
        board.game.scenario,
        luck_ids=np.full(rows, past.luck_ids[0]),
        collect=False,
    )


def _burdens(model: StrategicModel) -> dict[str, NDArray[np.float64]]:
    return {name: np.asarray(state.burden) for name, state in model.states.items()}


def _repeated(value: NDArray[np.float64], rows: int, but: int) -> NDArray[np.float64]:
    """Return an order for every row but one, which is left to the rules."""
    wide = np.repeat(value[..., np.newaxis], rows, axis=-1)
    wide[..., but] = np.nan
    return wide


def _acts(
    model: StrategicModel, state: str, row: int
) -> dict[str, NDArray[np.float64]]:
    """Return the acts of a state in a month of one row."""
    chosen = model.states[state].chosen
    found: dict[str, Any] = {
        act: np.asarray(getattr(chosen, act)) for act in chosen.__dataclass_fields__
    }
    return {
        act: one[..., row : row + 1] if one.ndim else one for act, one in found.items()
    }


class _Seen:
    """What is followed of a model, month by month."""

    def __init__(self, model: StrategicModel) -> None:
        self._model = model
        self._lines: dict[str, dict[str, list[NDArray[np.float64]]]] = {
            name: {state: [] for state in STATES} for name in _FOLLOWED
        }
        self.look()

    def look(self) -> None:
        for name, lines in self._lines.items():
            for state, line in lines.items():
                line.append(np.asarray(getattr(self._model.states[state], name)))

    def fork(
        self,
        turn: int,
        row: int = 0,
        since: int = 0,
        held_back: tuple[tuple[str, str], ...] = (),
    ) -> Fork:
        """Return what a row has come to since a month, from 0."""
        lines = {
            name: {
                state: tuple(float(one[row]) for one in line[since:])
                for state, line in found.items()
            }
            for name, found in self._lines.items()
        }
        return _fork(turn, lines, held_back)


def _fork(
    turn: int,
    lines: Mapping[str, Mapping[str, Line]],
    held_back: tuple[tuple[str, str], ...] = (),
) -> Fork:
    """Return a fork of the lines of what is followed."""
    threat, spending, burden = (lines[name] for name in _FOLLOWED)
    return Fork(
        turn=turn,
        threat=threat,
        spending=spending,
        burden=burden,
        held_back=held_back,
    )
