"""Running coalitions: the same futures with some mechanisms on and the others off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from analysis.attribution.players import Player, steady, without
from analysis.attribution.shapley import coalitions, prefixes
from analysis.outcomes import values
from sim.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.phrases import Phrase
    from sim.ensemble import Rows
    from sim.scenario import Scenario

__all__ = ["MOST_APART", "Arms", "Progress"]

Progress: TypeAlias = Callable[[int, int], None]

MOST_APART = 6
"""Players with dates of their own at most: each doubles the scenarios to run."""


@dataclass(frozen=True, slots=True)
class Arms:
    """Where coalitions are run: what is the same for all of them."""

    scenario: Scenario
    outcome: Phrase
    players: Sequence[Player]
    cause: Player | None
    seed: int
    workers: int
    progress: Progress | None

    def of_all(self, runs: int) -> NDArray[np.float64]:
        """Return the worth of every coalition, shape (2**players, runs)."""
        every = coalitions(len(self.players))
        member = np.repeat(every, runs, axis=0)
        luck = np.tile(np.arange(runs), len(every))
        return self._worth(member, luck).reshape(len(every), runs)

    def along(
        self, order: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return worths along orders and their reverses, (runs, players + 1) each."""
        runs, many = order.shape
        both = np.stack([prefixes(order), prefixes(order[:, ::-1])])
        luck = np.tile(np.repeat(np.arange(runs), many + 1), 2)
        every = np.column_stack([both.reshape(-1, many), luck])
        # Nobody and everybody, and what the two ways share, are run once.
        _, first, place = np.unique(
            every, axis=0, return_index=True, return_inverse=True
        )
        worth = self._worth(both.reshape(-1, many)[first], luck[first])
        ahead, back = worth[place.reshape(-1)].reshape(2, runs, many + 1)
        return ahead, back

    def _worth(
        self, member: NDArray[np.bool_], luck: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return the worth of each row's coalition with its luck, shape (rows,)."""
        if self.cause is None:
            return _outcomes(self, self.players, member, luck)
        rows = len(luck)
        there = np.repeat([True, False], rows)[:, None]
        both = np.hstack([np.vstack([member, member]), there])
        found = _outcomes(self, [*self.players, self.cause], both, np.tile(luck, 2))
        return found[:rows] - found[rows:]


def _outcomes(
    arms: Arms,
    players: Sequence[Player],
    member: NDArray[np.bool_],
    luck: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Run rows side by side, each with its own players on, and return the outcome.

    Parameters
    ----------
    arms : Arms
        What all share.
    players : sequence of Player
        The columns of `member`.
    member : ndarray of bool, shape (rows, players)
        Who is on.
    luck : ndarray of int, shape (rows,)
        The luck id of each row.

    Returns
    -------
    ndarray, shape (rows,)
        In the outcome's unit.
    """
    from sim.ensemble import run_rows

    # Parameters that are steady are set row by row; what has dates or is drawn needs
    # a scenario of its own for every set of players that touch it.
    fixed = steady(arms.scenario)
    apart = [
        place
        for place, one in enumerate(players)
        if one.events or one.levers or not fixed.keys() >= one.off.keys()
    ]
    if len(apart) > MOST_APART:
        names = ", ".join(players[place].name for place in apart)
        raise InputError(
            f"{len(apart)} of the mechanisms are events or levers, or are moved by"
            f" date or drawn ({names}); at most {MOST_APART} can be: join some with '+'"
        )
    kinds, kind = np.unique(member[:, apart], axis=0, return_inverse=True)
    places = [np.flatnonzero(kind.reshape(-1) == one) for one in range(len(kinds))]
    plain = [n for n in range(len(players)) if n not in apart]
    cases = []
    for there, place in zip(kinds, places, strict=True):
        gone = [players[n] for n, on in zip(apart, there, strict=True) if not on]
        cases.append(
            _rows(
                without(arms.scenario, gone),
                [players[n] for n in plain],
                member[place][:, plain],
                fixed,
                luck_ids=luck[place],
                seed=arms.seed,
            )
        )
    histories = run_rows(
        cases,
        workers=arms.workers,
        outcomes={arms.outcome.name: arms.outcome},
        keep=1,
        progress=arms.progress,
    )
    found = np.empty(len(luck))
    for place, history in zip(places, histories, strict=True):
        found[place] = values(history, arms.outcome.name)
    return found


def _rows(
    scenario: Scenario,
    players: Sequence[Player],
    member: NDArray[np.bool_],
    fixed: Mapping[str, float],
    **rest: Any,  # noqa: ANN401
) -> Rows:
    """Return rows of one scenario, each with the parameters of its own players."""
    from sim.ensemble import Rows

    chosen = {
        name: np.where(on, fixed[name], value)
        for one, on in zip(players, member.T, strict=True)
        for name, value in one.off.items()
    }
    return Rows(scenario=scenario, parameters=chosen, **rest)
