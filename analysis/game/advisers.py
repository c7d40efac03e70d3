"""Advisers: a state's own rules, asked what each choice would lead to.

They run the world on for a year, some dozens of futures for every option, all with the
same luck. What they do not know they take from what the state believes: that the others
are as it holds them to be, and that these see the state as it is. The second is what
statesmen commonly suppose, and why others' alarm surprises them [Jervis1976].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis.game.board import MONTHS
from analysis.game.choices import orders
from analysis.game.sight import probability
from sim.cast import CAMPS, DYADS, STATES, others
from sim.model import resume

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from analysis.game.board import Board
    from analysis.game.choices import Choice, Options
    from sim.model import StrategicModel
    from sim.past import Past
    from sim.scenario import Scenario

__all__ = [
    "AHEAD",
    "FUTURES",
    "MEASURES",
    "Advice",
    "Outlook",
    "Position",
    "advise",
    "nearest_option",
    "outlooks",
    "position",
]

AHEAD = 12
"""Months that advisers look ahead."""

FUTURES = 64
"""Futures of every option."""

MEASURES = ("threat", "feared", "burden", "crisis")
"""What advisers look at: the threat that the state feels, the threat that its rivals
feel from it, its military burden, and the chance of a use of force between it and a
rival within the year."""

FORCE = 3
"""The step of a crisis from which force is used."""

_SURE = 2.0
"""Standard errors beyond which a difference is told from luck."""

_WORTH_SAYING = 0.001
"""Share of the level below which a difference, however sure, is none."""


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """What is expected a year ahead.

    Attributes
    ----------
    level : float
        Mean over the futures.
    change : float
        The same, less what leaving all to the rules leads to, future by future; 0 for
        that itself.
    error : float
        Standard error of the change.
    """

    level: float
    change: float
    error: float

    @property
    def direction(self) -> int:
        """1 for more, -1 for less, 0 where it is too small or may be luck."""
        least = max(_SURE * self.error, _WORTH_SAYING * abs(self.level))
        if abs(self.change) <= least:
            return 0
        return 1 if self.change > 0 else -1


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What the advisers of one state say at the beginning of a turn.

    Attributes
    ----------
    proposed : mapping of choice to option
        What they would choose themselves, as the nearest option: what the rules choose
        in most futures of the first month.
    alone : mapping of measure to Outlook
        If all is left to them.
    options : mapping of (choice, option) to mapping of measure to Outlook
        If this one thing is ordered for the turn, and all else left to them.
    """

    proposed: Mapping[str, str]
    alone: Mapping[str, Outlook]
    options: Mapping[tuple[str, str], Mapping[str, Outlook]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Position:
    """What advisers are asked about: a state before a turn.

    It stays as it is when the board goes on, so that they may take their time.

    Attributes
    ----------
    state : str
        Whose advisers they are.
    scenario : Scenario
        What is to come.
    past : Past
        The world as it stands, of one row.
    months : tuple of int
        The calendar months of the turn.
    choices : tuple of Choice
        What is to be decided.
    burden : float
        The state's burden. [% of GDP]
    """

    state: str
    scenario: Scenario
    past: Past
    months: tuple[int, ...]
    choices: tuple[Choice, ...]
    burden: float


def position(board: Board, state: str) -> Position:
    """Return a state's position before the turn that is to be played.

    Parameters
    ----------
    board : Board
        Of a game that is not over.
    state : str
        One of :data:`sim.cast.STATES`.
    """
    return Position(
        state=state,
        scenario=board.game.scenario,
        past=board.pasts[-1],
        months=board.calendar_months,
        choices=board.choices(state),
        burden=board.now.series[f"burden.{state}"],
    )


def advise(asked: Position) -> Advice:
    """Return what a state's advisers expect of every option that it has."""
    pairs = [(choice.name, one) for choice in asked.choices for one in choice.options]
    (seen,) = _look_ahead([(asked, [{}, *({name: one} for name, one in pairs)])])
    found = _outlooks(seen.measured)
    return Advice(
        proposed={
            choice.name: nearest_option(choice, seen.acts, asked.burden)
            for choice in asked.choices
        },
        alone=found[0],
        options=dict(zip(pairs, found[1:], strict=True)),
    )


def outlooks(
    asked: Sequence[tuple[Position, Options]],
) -> list[Mapping[str, Outlook]]:
    """Return what advisers expect of all that their teams have chosen, together.

    Parameters
    ----------
    asked : sequence of (Position, Options)
        Where each state stands, and its options by choice; what is left out its
        advisers choose as it fits. All of one board before one turn: they are rows of
        one ensemble, and each is answered as if it had been asked alone.

    Returns
    -------
    list of mapping of measure to Outlook
        One for each.
    """
    seen = _look_ahead([(where, [{}, chosen]) for where, chosen in asked])
    return [_outlooks(one.measured)[1] for one in seen]


def nearest_option(
    choice: Choice, acts: Sequence[Mapping[str, NDArray[np.float64]]], burden: float
) -> str:
    """Return the option that comes nearest to what was done in most rows.

    Parameters
    ----------
    choice : Choice
        What was to be decided.
    acts : sequence of mapping of act to ndarray, shape (rows,) or (kinds, rows)
        Of each month of the turn, the first month first.
    burden : float
        As the turn began. [% of GDP]
    """
    done = np.stack([np.atleast_1d(one[choice.act]) for one in acts])
    # What stands for one month only is done if it is done in any month.
    whole = done.max(axis=0) if choice.once or choice.months else done[0]
    scale = burden if choice.of_present else 1.0
    values = [np.asarray(one, dtype=np.float64) for one in choice.options.values()]
    far = [_distance(whole, one * scale, capped=choice.capped) for one in values]
    taken = np.argmin(np.stack(far), axis=0)
    return list(choice.options)[int(np.bincount(taken).argmax())]


def _distance(
    done: NDArray[np.float64], value: NDArray[np.float64], *, capped: bool
) -> NDArray[np.float64]:
    """Return how far each row's act is from an option, shape (rows,)."""
    if value.ndim == 0:
        return np.abs(done - (np.minimum(value, done) if capped else value))
    return np.asarray(np.nansum(np.abs(done - value[:, np.newaxis]), axis=0))


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """What a look ahead has shown.

    Attributes
    ----------
    measured : mapping of measure to ndarray, shape (plans, FUTURES)
        A year ahead.
    acts : sequence of mapping of act to ndarray
        Of each month of the turn, in the futures of the first plan.
    """

    measured: Mapping[str, NDArray[np.float64]]
    acts: Sequence[Mapping[str, NDArray[np.float64]]]


def _look_ahead(
    asked: Sequence[tuple[Position, Sequence[Options]]],
) -> list[_Seen]:
    """Return what every state's advisers see of its plans, all run as one ensemble."""
    first = asked[0][0]
    sizes = [len(plans) * FUTURES for _, plans in asked]
    model = resume(
        _side_by_side([where for where, _ in asked], sizes),
        first.scenario,
        # The luck that the game itself will have is row 0's, and nobody's to know.
        luck_ids=np.tile(np.arange(1, FUTURES + 1), sum(sizes) // FUTURES),
        collect=False,
    )
    ends = np.cumsum(sizes)
    parts = [slice(end - size, end) for end, size in zip(ends, sizes, strict=True)]
    acts: list[list[dict[str, NDArray[np.float64]]]] = [[] for _ in asked]
    force = np.zeros((len(DYADS), model.rows))
    for place in range(min(AHEAD, model.plan.months - model.month)):
        for state in STATES:
            told = _told(asked, parts, state, place) if place < MONTHS else {}
            model.instruct(state, **told)
        model.step()
        force = np.maximum(force, model.crises.crisis >= FORCE)
        if place < MONTHS:
            for kept, (where, _), rows in zip(acts, asked, parts, strict=True):
                kept.append(_acts(model, where.state, rows.start))
    return [
        _Seen(
            measured={
                name: np.reshape(one[rows], (-1, FUTURES))
                for name, one in _measured(model, where.state, force).items()
            },
            acts=kept,
        )
        for (where, _), rows, kept in zip(asked, parts, acts, strict=True)
    ]


def _measured(
    model: StrategicModel, state: str, force: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    """Return every measure of a state, each of shape (rows,)."""
    own = model.states[state]
    dyads = [place for place, two in enumerate(DYADS) if state in two]
    found = {
        "threat": own.threat,
        "feared": _feared(model, state),
        "burden": own.burden,
        "crisis": force[dyads].max(axis=0),
    }
    return {name: found[name] for name in MEASURES}


def _acts(
    model: StrategicModel, state: str, first: int
) -> dict[str, NDArray[np.float64]]:
    """Return the acts of the month in the futures of a state's first plan."""
    chosen, rows = model.states[state].chosen, slice(first, first + FUTURES)
    acts = {act: getattr(chosen, act) for act in chosen.__dataclass_fields__}
    return {act: one[..., rows] for act, one in acts.items() if np.ndim(one)}


def _side_by_side(positions: Sequence[Position], sizes: Sequence[int]) -> Past:
    """Return the world as each state takes it to be, each in as many rows as it has."""
    worlds = [_as_believed(one.past, one.state).arrays for one in positions]
    past = positions[0].past.select(np.zeros(sum(sizes), dtype=np.int64))
    arrays = {
        key: np.concatenate(
            [
                np.repeat(world[key], size, axis=-1)
                for world, size in zip(worlds, sizes, strict=True)
            ],
            axis=-1,
        )
        for key in past.arrays
    }
    return replace(past, arrays=arrays)


def _as_believed(past: Past, state: str) -> Past:
    """Return the world as a state takes it to be, of one row."""
    arrays = dict(past.arrays)
    own = float(past.arrays[f"{state}.greed"][0])
    seen = float(np.clip(np.log(own + 1e-9) - np.log(1.0 - own + 1e-9), *_SURELY))
    for place, other in enumerate(others(state)):
        belief = float(past.arrays[f"{state}.belief"][place, 0])
        greed = arrays[f"{other}.greed"]
        arrays[f"{other}.greed"] = np.full_like(greed, probability(belief))
        about = np.array(arrays[f"{other}.belief"])
        about[others(other).index(state)] = seen
        arrays[f"{other}.belief"] = about
    return replace(past, arrays=arrays)


_SURELY = (-6.0, 6.0)
"""Bounds of a belief: sim/fields.csv. [log-odds]"""


def _told(
    asked: Sequence[tuple[Position, Sequence[Options]]],
    parts: Sequence[slice],
    state: str,
    place: int,
) -> dict[str, NDArray[np.float64]]:
    """Return what a state is told in a month of the turn: by each plan, in its rows."""
    told: dict[str, NDArray[np.float64]] = {}
    for (where, plans), rows in zip(asked, parts, strict=True):
        for number, plan in enumerate(plans if where.state == state else ()):
            first = rows.start + number * FUTURES
            ordered = orders(
                plan,
                burden=where.burden,
                calendar_month=where.months[place],
                first=place == 0,
            )
            for act, value in ordered.items():
                free = np.full((*value.shape, parts[-1].stop), np.nan)
                mine = told.setdefault(act, free)
                mine[..., first : first + FUTURES] = value[..., np.newaxis]
    return told


def _feared(model: StrategicModel, state: str) -> NDArray[np.float64]:
    """Return the threat that the other camp feels from a state, shape (rows,)."""
    rivals = next(camp for camp in CAMPS if state not in camp)
    felt = [model.states[one].held_for("felt_threat", state) for one in rivals]
    return np.asarray(sum(felt))


def _outlooks(
    measured: Mapping[str, NDArray[np.float64]],
) -> list[dict[str, Outlook]]:
    """Return outlooks of every plan, each against the first."""
    plans = len(next(iter(measured.values())))
    return [
        {name: _against(seen[place], seen[0]) for name, seen in measured.items()}
        for place in range(plans)
    ]


def _against(seen: NDArray[np.float64], alone: NDArray[np.float64]) -> Outlook:
    moved = seen - alone
    return Outlook(
        level=float(seen.mean()),
        change=float(moved.mean()),
        error=float(moved.std(ddof=1) / np.sqrt(moved.size)),
    )
