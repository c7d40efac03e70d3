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
from sim.cast import CAMPS, DYADS, others
from sim.model import resume

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from analysis.game.board import Board
    from analysis.game.choices import Choice, Options
    from sim.model import StrategicModel
    from sim.past import Past

__all__ = [
    "AHEAD",
    "FUTURES",
    "MEASURES",
    "Advice",
    "Outlook",
    "advise",
    "nearest_option",
    "outlook",
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


def advise(board: Board, state: str) -> Advice:
    """Return what a state's advisers expect of every option that it has.

    Parameters
    ----------
    board : Board
        Before a turn; the game is not over.
    state : str
        One of :data:`sim.cast.STATES`.
    """
    choices = board.choices(state)
    pairs = [(choice.name, one) for choice in choices for one in choice.options]
    seen = _look_ahead(board, state, [{}, *({name: one} for name, one in pairs)])
    found = _outlooks(seen.measured)
    return Advice(
        proposed={
            choice.name: nearest_option(choice, seen.acts, seen.burden)
            for choice in choices
        },
        alone=found[0],
        options=dict(zip(pairs, found[1:], strict=True)),
    )


def outlook(board: Board, state: str, chosen: Options) -> Mapping[str, Outlook]:
    """Return what a state's advisers expect of all that a team has chosen, together.

    Parameters
    ----------
    board, state
        As for :func:`advise`.
    chosen : Options
        Options by choice; what is left out the advisers choose as it fits.
    """
    return _outlooks(_look_ahead(board, state, [{}, chosen]).measured)[1]


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
    far = [
        _distance(whole, np.asarray(value, dtype=np.float64) * scale)
        for value in choice.options.values()
    ]
    taken = np.argmin(np.stack(far), axis=0)
    return list(choice.options)[int(np.bincount(taken).argmax())]


def _distance(
    done: NDArray[np.float64], value: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how far each row's act is from an option, shape (rows,)."""
    if value.ndim == 0:
        return np.abs(done - value)
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
    burden : float
        As the turn begins. [% of GDP]
    """

    measured: Mapping[str, NDArray[np.float64]]
    acts: Sequence[Mapping[str, NDArray[np.float64]]]
    burden: float


def _look_ahead(board: Board, state: str, plans: Sequence[Options]) -> _Seen:
    past = _as_believed(board.pasts[-1], state)
    many = past.select(np.zeros(len(plans) * FUTURES, dtype=np.int64))
    model = resume(
        many,
        board.game.scenario,
        # The luck that the game itself will have is row 0's, and nobody's to know.
        luck_ids=np.tile(np.arange(1, FUTURES + 1), len(plans)),
        collect=False,
    )
    burden, acts = board.now.series[f"burden.{state}"], []
    dyads = [place for place, two in enumerate(DYADS) if state in two]
    force = np.zeros(many.rows)
    ahead = min(AHEAD, model.plan.months - model.month)
    months = [int(one[-2:]) for one in board.game.months(board.turn)]
    for place in range(ahead):
        told: dict[str, NDArray[np.float64]] = {}
        if place < MONTHS:
            told = _told(plans, burden, months[place], first=place == 0)
        model.instruct(state, **told)
        model.step()
        force = np.maximum(force, model.crises.crisis[dyads].max(axis=0) >= FORCE)
        if place < MONTHS:
            acts.append(_acts(model, state))
    found = {
        "threat": model.states[state].threat,
        "feared": _feared(model, state),
        "burden": model.states[state].burden,
        "crisis": force,
    }
    shape = len(plans), FUTURES
    return _Seen(
        measured={name: np.reshape(found[name], shape) for name in MEASURES},
        acts=acts,
        burden=burden,
    )


def _acts(model: StrategicModel, state: str) -> dict[str, NDArray[np.float64]]:
    """Return the acts of the month in the futures of the first plan."""
    chosen = model.states[state].chosen
    return {
        act: np.array(np.broadcast_to(getattr(chosen, act), model.rows)[..., :FUTURES])
        if np.ndim(getattr(chosen, act)) < 2
        else np.array(getattr(chosen, act)[..., :FUTURES])
        for act in chosen.__dataclass_fields__
    }


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
    plans: Sequence[Options], burden: float, month: int, *, first: bool
) -> dict[str, NDArray[np.float64]]:
    """Return what all plans order in a month, each in its own futures."""
    told: dict[str, NDArray[np.float64]] = {}
    for place, plan in enumerate(plans):
        rows = slice(place * FUTURES, (place + 1) * FUTURES)
        ordered = orders(plan, burden=burden, calendar_month=month, first=first)
        for act, value in ordered.items():
            wide = value[..., np.newaxis]
            shape = (*value.shape, len(plans) * FUTURES)
            told.setdefault(act, np.full(shape, np.nan))[..., rows] = wide
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
