"""The debrief: what a game comes to, computed from its moves.

Nothing here is in words of any language; ``analysis.interfaces.debrief`` makes a page
of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.game.board import MONTHS
from analysis.game.courses import courses
from analysis.game.misread import misreadings
from analysis.game.otherwise import as_played, by_rules, in_their_seats, unarmed
from analysis.game.spirals import spirals
from sim.cast import STATES
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.game.board import Board, Game, Moves
    from analysis.game.courses import Courses, Line
    from analysis.game.misread import Misreading
    from analysis.game.otherwise import Fork, Seat
    from analysis.game.spirals import Spiral

__all__ = ["Cost", "Debrief", "Held", "Worth", "debrief", "spent"]

_INJECTED = re.compile(r"turn_(\d+)_(.+)")
"""Names that :meth:`analysis.game.board.Game.with_news` gives."""

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What arming and fear came to for a state.

    Attributes
    ----------
    spent, kept : float
        Over the game, and what keeping the burden of the start would have come to, of
        the economy as it was. [bn US$]
    threat_start, threat_end : float
        [threat]
    """

    spent: float
    kept: float
    threat_start: float
    threat_end: float

    @property
    def beyond(self) -> float:
        """What was spent beyond keeping the burden of the start: bn US$."""
        return self.spent - self.kept

    @property
    def threat_change(self) -> float:
        """How much more threat is felt at the end than at the start."""
        return self.threat_end - self.threat_start


@dataclass(frozen=True, kw_only=True)
class Held:
    """What one course of the world comes to for a state.

    Attributes
    ----------
    spent : float
        Over the game. [bn US$]
    threat : float
        In the last month. [threat]
    """

    spent: float
    threat: float


@dataclass(frozen=True, kw_only=True)
class Worth:
    """Three courses of the world for a state, from the same start and with one luck.

    Attributes
    ----------
    played : Held
        As it was played.
    rules : Held
        With every seat its rules'.
    known : Held
        The same, with everybody's true type known to everybody from the first month
        on: less than ``rules`` is what not knowing costs.
    """

    played: Held
    rules: Held
    known: Held


@dataclass(frozen=True, kw_only=True)
class Debrief:
    """What a game comes to.

    Attributes
    ----------
    scenario : str
        Name of the scenario.
    titles : mapping of language to str
        What it is called.
    seed, turns : int
        Of the luck, and how many turns were played.
    played : tuple of str
        States that teams could take.
    quarters : tuple of (str, str)
        First and last month of each turn, ``YYYY-MM``.
    moves : tuple of Moves
        Of each turn.
    injected : tuple of (int, str)
        What was made to happen as a turn began: its kind of event or its lever.
    courses : Courses
        Arms, threat, trust.
    spirals : tuple of Spiral
        By turn.
    misread : tuple of Misreading
        The most misread first.
    seats : tuple of Seat
        By turn and state.
    costs : mapping of state to Cost
    worth : mapping of state to Worth
    unarmed : tuple of Fork
        What if nobody had armed, for each turn.
    """

    scenario: str
    titles: Mapping[str, str]
    seed: int
    turns: int
    played: tuple[str, ...]
    quarters: tuple[tuple[str, str], ...]
    moves: tuple[Moves, ...]
    injected: tuple[tuple[int, str], ...]
    courses: Courses
    spirals: tuple[Spiral, ...]
    misread: tuple[Misreading, ...]
    seats: tuple[Seat, ...]
    costs: Mapping[str, Cost]
    worth: Mapping[str, Worth]
    unarmed: tuple[Fork, ...]

    def spared(self, turn: int) -> tuple[float, float]:
        """Return what would be different at the end if nobody had armed in a turn.

        Parameters
        ----------
        turn : int
            From 1.

        Returns
        -------
        threat : float
            Change of the threat that the six feel in the last month, summed. [threat]
        money : float
            Change of what the six spend from that turn to the end, summed. [bn US$]
        """
        fork, since = self.unarmed[turn - 1], MONTHS * (turn - 1)
        was = self.courses.of_each
        threat = [fork.threat[one][-1] - was["threat"][one][-1] for one in STATES]
        money = [
            spent(fork.spending[one]) - spent(was["spending"][one][since:])
            for one in STATES
        ]
        return sum(threat), sum(money)

    @property
    def mattered_most(self) -> int | None:
        """The turn in which nobody's arming would have eased fear at the end the most.

        None if it would not have in any.
        """
        best = min(range(1, self.turns + 1), key=lambda turn: self.spared(turn)[0])
        return best if self.spared(best)[0] < 0 else None


def debrief(
    board: Board, *, progress: Callable[[int, int], None] | None = None
) -> Debrief:
    """Return what a game comes to.

    Parameters
    ----------
    board : Board
        After at least one turn, whether it is over or not.
    progress : callable, optional
        Told how many of how many parts are done.

    Raises
    ------
    InputError
        If no turn has been played.
    """
    turns = len(board.moves)
    if not turns:
        raise InputError("no turn has been played: there is nothing to look back on")
    parts = turns + 3

    def done(part: int) -> None:
        if progress is not None:
            progress(part, parts)

    game, every = board.game, range(1, turns + 1)
    seen = courses(board)
    seats: list[Seat] = []
    for turn in every:
        seats += in_their_seats(board, turn)
        done(turn)
    forks = unarmed(board, every)
    done(turns + 1)
    rules = by_rules(board)
    done(parts - 1)
    known = by_rules(board, known=True)
    done(parts)
    played = as_played(board, 1)
    title = game.scenario.title
    return Debrief(
        scenario=game.scenario.name,
        titles={"en": title.en, "ko": title.ko},
        seed=game.seed,
        turns=turns,
        played=game.played,
        quarters=tuple((game.months(turn)[0], game.months(turn)[-1]) for turn in every),
        moves=tuple(
            {state: dict(one) for state, one in m.items()} for m in board.moves
        ),
        injected=_injected(game, turns),
        courses=seen,
        spirals=spirals(board),
        misread=misreadings(seen),
        seats=tuple(seats),
        costs={state: _cost(seen, state) for state in STATES},
        worth={
            state: Worth(
                played=_held(played, state),
                rules=_held(rules, state),
                known=_held(known, state),
            )
            for state in STATES
        },
        unarmed=forks,
    )


def spent(line: Line) -> float:
    """Return what yearly spending comes to over months, in bn US$.

    Parameters
    ----------
    line : Line
        Spending before the first month, which does not count, and in every month.
        [bn US$/year]
    """
    return sum(line[1:]) / _MONTHS_OF_A_YEAR


def _cost(seen: Courses, state: str) -> Cost:
    lines = {name: of[state] for name, of in seen.of_each.items()}
    # A month's spending is its burden of the economy as the month began.
    keeping = tuple(lines["burden"][0] / 100.0 * one for one in lines["gdp"][:-1])
    return Cost(
        spent=spent(lines["spending"]),
        kept=spent((0.0, *keeping)),
        threat_start=lines["threat"][0],
        threat_end=lines["threat"][-1],
    )


def _held(fork: Fork, state: str) -> Held:
    return Held(spent=spent(fork.spending[state]), threat=fork.threat[state][-1])


def _injected(game: Game, turns: int) -> tuple[tuple[int, str], ...]:
    """Return what was added to the scenario as turns began, by turn."""
    data = game.scenario.resolved()
    found = []
    for name in (*data.get("events", {}), *data.get("levers", {})):
        match = _INJECTED.fullmatch(name)
        if match and 1 <= int(match[1]) <= turns:
            found.append((int(match[1]), match[2]))
    return tuple(sorted(found))
