"""The board: the world that is played, a turn of three months at a time.

What stands on the board follows from the game and its moves alone, to the last bit, so
that a game is kept as those and set up again by playing them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.game.choices import checked, open_to, orders
from sim.cast import STATES, others
from sim.errors import InputError, nearest
from sim.model import StrategicModel, resume
from sim.scenario import EVENT_KINDS, Scenario, load_scenario
from sim.scenario.bundles import levers
from sim.scenario.months import month_label, month_number
from sim.state import series

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.game.choices import Choice, Options
    from sim.model import World
    from sim.past import Past

__all__ = [
    "MONTHS",
    "MOST_TURNS",
    "NOTED",
    "Board",
    "Game",
    "Moment",
    "Moves",
    "set_up",
]

MONTHS = 3
"""Months of a turn: a quarter."""

MOST_TURNS = 40
"""Ten years; a class plays eight turns or twelve."""

NOTED = ("evidence", "hostile_intent", "vulnerability", "threat")
"""Rules whose terms are kept: what was seen, read into it, and felt."""

Moves = dict[str, "Options"]
"""What was chosen for a turn, by state; a state that is left out is its rules'."""


@dataclass(frozen=True, kw_only=True)
class Game:
    """What is played.

    Attributes
    ----------
    scenario : Scenario
        The world and what happens in it, with what the teacher has added so far.
    seed : int
        Of the luck: true types and all dice.
    turns : int
        How many quarters are played.
    played : tuple of str
        The states that teams may take; the others are their rules'.
    """

    scenario: Scenario
    seed: int
    turns: int
    played: tuple[str, ...] = STATES

    def __post_init__(self) -> None:
        if not 1 <= self.turns <= self.most_turns:
            raise InputError(
                f"turns is {self.turns}; {self.scenario.name!r} has room for 1 to"
                f" {self.most_turns} quarters"
            )
        if not self.played:
            raise InputError("no state is played; name one or more")
        for state in self.played:
            if state not in STATES:
                raise InputError(
                    f"there is no state {state!r:.60}; {nearest(state, STATES)}"
                )

    def calendar_months(self, turn: int) -> tuple[int, ...]:
        """Return the months of a turn, 1 to 12."""
        return tuple(int(one[-2:]) for one in self.months(turn))

    @classmethod
    def of(
        cls, scenario: World, *, seed: int, turns: int, played: tuple[str, ...] = STATES
    ) -> Game:
        """Return a game of a scenario, with its parameters at their first guesses.

        Parameters
        ----------
        scenario : str, Path or Scenario
            By name or path, or already read.
        seed, turns, played
            As the attributes of those names.

        Raises
        ------
        InputError
            If anything of it cannot be.
        """
        found = scenario if isinstance(scenario, Scenario) else load_scenario(scenario)
        # A class has one world before it, and doubts enough about those in it.
        certain = found.model_copy(update={"uncertainty": "central"})
        return cls(scenario=certain, seed=seed, turns=turns, played=played)

    @property
    def most_turns(self) -> int:
        """How many turns the scenario has room for."""
        first, last = (
            month_number(m) for m in (self.scenario.start, self.scenario.end)
        )
        return min(MOST_TURNS, (last - first + 1) // MONTHS)

    def months(self, turn: int) -> tuple[str, ...]:
        """Return the months of a turn, ``YYYY-MM``, the first turn being 1."""
        first = month_number(self.scenario.start) + MONTHS * (turn - 1)
        return tuple(month_label(first + place) for place in range(MONTHS))

    def with_news(self, turn: int, kind: str) -> Game:
        """Return the game with something that happens as a turn begins.

        Parameters
        ----------
        turn : int
            From 1.
        kind : str
            A kind of event, or the name of a lever of policy.

        Raises
        ------
        InputError
            If there is no such kind or lever, or no such turn.
        """
        if not 1 <= turn <= self.turns:
            raise InputError(f"turn is {turn}; it must be 1 to {self.turns}")
        on, data = self.months(turn)[0], self.scenario.resolved()
        name = f"turn_{turn}_{kind}"
        if kind in EVENT_KINDS:
            data["events"] = {**data.get("events", {}), name: {"kind": kind, "on": on}}
        elif kind in levers():
            data["levers"] = {**data.get("levers", {}), name: {"use": kind, "from": on}}
        else:
            raise InputError(
                f"there is no event {kind!r:.60};"
                f" {nearest(kind, [*EVENT_KINDS, *levers()])}"
            )
        return replace(self, scenario=Scenario.model_validate(data))


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The world as a month left it.

    Attributes
    ----------
    label : str
        ``YYYY-MM``; of the start the month before the first.
    series : mapping of key to float
        Every recorded series.
    greed : mapping of state to float
        The true types.
    terms : mapping of (rule, state, other) to mapping of term to float
        What one state made of another, by the rules of :data:`NOTED`; empty at the
        start.
    chosen : mapping of state to mapping of act to ndarray
        The acts of the month; empty at the start.
    """

    label: str
    series: Mapping[str, float]
    greed: Mapping[str, float]
    terms: Mapping[tuple[str, str, str], Mapping[str, float]] = field(
        default_factory=dict
    )
    chosen: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


class Board:
    """A game as it stands.

    Parameters
    ----------
    game : Game
        What is played.

    Attributes
    ----------
    game : Game
        With what was added to it.
    moves : list of Moves
        Of the turns that have been played.
    moments : list of Moment
        The start, and then every month.
    pasts : list of Past
        The world before each turn that has been played, and as it stands.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        self.moves: list[Moves] = []
        self._model = StrategicModel(
            game.scenario, rows=1, seed=game.seed, explain=True, collect=False
        )
        self.moments = [self._moment()]
        self.pasts: list[Past] = [self._model.past()]

    @property
    def turn(self) -> int:
        """The turn that is to be played next, from 1."""
        return len(self.moves) + 1

    @property
    def over(self) -> bool:
        """Whether every turn has been played."""
        return len(self.moves) >= self.game.turns

    @property
    def now(self) -> Moment:
        """The world as it stands."""
        return self.moments[-1]

    def turned(self, turn: int) -> Moment:
        """Return the world as a turn left it; turn 0 is the start."""
        return self.moments[MONTHS * turn]

    def choices(self, state: str) -> tuple[Choice, ...]:
        """Return what a state has to decide in the turn that is to be played."""
        return open_to(state, self.calendar_months, self._model)

    def inject(self, kind: str) -> None:
        """Let something happen as the turn that is to be played begins.

        Raises
        ------
        InputError
            As for :meth:`Game.with_news`.
        """
        self.game = self.game.with_news(self.turn, kind)
        past = self._model.past()
        self._model = resume(past, self.game.scenario, explain=True, collect=False)

    def play(self, moves: Moves) -> None:
        """Let a turn pass.

        Parameters
        ----------
        moves : Moves
            Options by choice, by state. What is left out is the rules'.

        Raises
        ------
        InputError
            If the game is over, or anything was chosen that is not open.
        """
        if self.over:
            raise InputError("the game is over")
        taken = {
            state: checked(chosen, self.choices(state))
            for state, chosen in moves.items()
        }
        burdens = {state: self.now.series[f"burden.{state}"] for state in taken}
        for place, month in enumerate(self.calendar_months):
            for state, chosen in taken.items():
                told = orders(
                    chosen,
                    burden=burdens[state],
                    calendar_month=month,
                    first=place == 0,
                )
                self._model.instruct(state, **told)
            self._model.step()
            self.moments.append(self._moment())
        for state in STATES:
            self._model.instruct(state)
        self.moves.append(taken)
        self.pasts.append(self._model.past())

    @property
    def calendar_months(self) -> tuple[int, ...]:
        """The months of the turn that is to be played, 1 to 12."""
        return self.game.calendar_months(self.turn)

    def _moment(self) -> Moment:
        model = self._model
        states = model.states.items()
        return Moment(
            label=month_label(month_number(self.game.scenario.start) + model.month - 1),
            series={key: float(one[0]) for key, one in series(model).items()},
            greed={name: float(state.greed[0]) for name, state in states},
            terms={
                (rule, name, other): {
                    term: float(np.broadcast_to(value, (5, 1))[place, 0])
                    for term, value in model.terms[rule][name].items()
                }
                for rule in NOTED
                if rule in model.terms
                for name in STATES
                for place, other in enumerate(others(name))
            },
            chosen={
                name: {
                    act: np.array(getattr(state.acts, act))
                    for act in state.acts.__dataclass_fields__
                }
                for name, state in states
                if state.acts is not None
            },
        )


def set_up(game: Game, moves: Sequence[Moves]) -> Board:
    """Return the board after some turns.

    Parameters
    ----------
    game : Game
        With everything that was ever added to it.
    moves : sequence of Moves
        Of every turn that has been played.

    Raises
    ------
    InputError
        If the moves cannot be played.
    """
    board = Board(game)
    for one in moves:
        board.play(one)
    return board
