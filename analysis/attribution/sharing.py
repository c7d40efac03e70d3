"""Sharing out an outcome among mechanisms.

Mechanisms are the players of a game (see :mod:`analysis.attribution.shapley`). The
worth of a coalition is the outcome with just these mechanisms on and the others off, in
the same futures: every run plays the game with its own luck. Up to ten players all
coalitions are run; beyond, every run goes along one random order of switching on and
its reverse.

What a cause does can be shared out as well: the worth of a coalition is then the
outcome with the cause less that without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from analysis.attribution.running import Arms, Progress
from analysis.attribution.shapley import interaction, orders, values_along, values_of
from analysis.intervals import student
from analysis.mechanisms import shortened
from sim.errors import InputError
from sim.luck import checked_seed
from sim.scenario.months import month_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from analysis.attribution.players import Player
    from analysis.measures import Runs
    from analysis.phrases import Phrase
    from sim.scenario import Scenario

__all__ = ["ENDS", "MOST_EXACT", "Attribution", "Share", "attribute"]

MOST_EXACT = 10
"""Players up to which every coalition is run: 1,024 of them."""

ENDS = ("total", "all off", "all on")
"""The last lines of a table, below the players."""

_MOST_ROWS = 2_000_000
"""Rows that fit into memory with the parameters that differ among them."""


@dataclass(frozen=True, slots=True)
class Share:
    """A mean over runs, in the outcome's unit, with its Monte Carlo error.

    Attributes
    ----------
    mean, reach : float
        The mean, and how far its 95% interval reaches to either side.
    never : bool
        Whether it is exactly 0 in every run.
    """

    mean: float
    reach: float
    never: bool

    @classmethod
    def of(cls, runs: Runs) -> Share:
        """Return what one number per run, shape (runs,), comes to."""
        error = float(runs.std(ddof=1)) / np.sqrt(runs.size)
        never = not bool(np.any(runs))
        return cls(float(runs.mean()), student(runs.size - 1) * float(error), never)

    @property
    def sure(self) -> bool:
        """Whether its interval excludes 0."""
        return abs(self.mean) > self.reach


@dataclass(frozen=True, slots=True)
class Attribution:
    """An outcome, or what a cause does to it, shared out among mechanisms.

    Attributes
    ----------
    scenario, outcome : Scenario, Phrase
        What was asked.
    players : tuple of Player
        Who shares.
    cause : Player or None
        Whose effect is shared out.
    off, on, total : Share
        The worth with all players off and with all on, and the difference.
    shares : tuple of Share
        The Shapley value of every player; they add up to ``total``.
    values : ndarray, shape (players, runs)
        The same, run by run.
    pairs : tuple of (int, int, Share)
        How much more one player adds where another is on; none if sampled.
    arms : int
        Sets of mechanisms that were run; 0 if sampled.
    runs, seed : int
        Futures, and the seed of their luck.
    """

    scenario: Scenario
    outcome: Phrase
    players: tuple[Player, ...]
    cause: Player | None
    off: Share
    on: Share
    total: Share
    shares: tuple[Share, ...]
    values: NDArray[np.float64]
    pairs: tuple[tuple[int, int, Share], ...]
    arms: int
    runs: int
    seed: int

    def sum_of(self, names: Sequence[str]) -> Share:
        """Return the values of some players together.

        Parameters
        ----------
        names : sequence of str
            Names of players.
        """
        chosen = [place for place, one in enumerate(self.players) if one.name in names]
        return Share.of(self.values[chosen].sum(axis=0))

    def share(self, place: int) -> float:
        """Return a player's part of the total; NaN where the total may be 0."""
        return self.shares[place].mean / self.total.mean if self.total.sure else np.nan

    def table(self, lang: str = "en") -> pd.DataFrame:
        """Return one line per player, the largest first, then the sum and the ends.

        Parameters
        ----------
        lang : {'en', 'ko'}
            Of the words.

        Returns
        -------
        DataFrame
            ``player``, ``words``, ``value`` with its 95% interval ``low`` to ``high``,
            ``share`` of the total, and ``never`` (whether no run changed). The last
            three players are :data:`ENDS`: the total, the worth with all off, and
            that with all on.
        """
        import pandas as pd

        sizes = [-abs(one.mean) for one in self.shares]
        lines = [
            (self.players[n].name, self.players[n].words[lang], self.shares[n], n)
            for n in np.argsort(sizes, kind="stable")
        ]
        lines += [
            (name, "", share, -1)
            for name, share in zip(ENDS, (self.total, self.off, self.on), strict=True)
        ]
        return pd.DataFrame(
            {
                "player": name,
                "words": words,
                "value": one.mean,
                "low": one.mean - one.reach,
                "high": one.mean + one.reach,
                "share": self.share(place) if place >= 0 else np.nan,
                "never": one.never,
            }
            for name, words, one, place in lines
        )

    def interactions(self) -> pd.DataFrame:
        """Return one line per pair of players, the largest first.

        Returns
        -------
        DataFrame
            ``player``, ``other``, ``interaction`` with its 95% interval ``low`` to
            ``high``.
        """
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "player": self.players[one].name,
                    "other": self.players[other].name,
                    "interaction": share.mean,
                    "low": share.mean - share.reach,
                    "high": share.mean + share.reach,
                }
                for one, other, share in self.pairs
            ],
            columns=["player", "other", "interaction", "low", "high"],
        )


def attribute(
    scenario: Scenario,
    outcome: Phrase,
    players: Sequence[Player],
    *,
    cause: Player | None = None,
    runs: int = 128,
    seed: int = 0,
    workers: int = 1,
    progress: Progress | None = None,
) -> Attribution:
    """Share an outcome out among mechanisms.

    Parameters
    ----------
    scenario : Scenario
        Where they are on.
    outcome : Phrase
        What is read; see :func:`analysis.phrases.phrase`.
    players : sequence of Player
        Among whom; see :func:`analysis.attribution.players.players`.
    cause : Player, optional
        Share out what this does to the outcome, not the outcome itself.
    runs : int
        Futures of each coalition; the same luck in all.
    seed : int
        Of the luck.
    workers : int
        Processes to share the work.
    progress : callable, optional
        Called with the run-months done and their total.

    Returns
    -------
    Attribution
        Values, their errors, the sum, and pairs where every coalition was run.

    Raises
    ------
    InputError
        If a number is out of range, or the runs would not fit into memory.
    """
    if runs < 2:
        raise InputError(f"runs is {runs}; it must be 2 or more")
    seed = checked_seed(seed)
    exact = len(players) <= MOST_EXACT
    many = 2 ** len(players) if exact else 2 * len(players)
    rows = many * runs * (1 if cause is None else 2)
    if rows > _MOST_ROWS:
        raise InputError(
            f"{len(players)} mechanisms with {runs:,} runs are {rows:,} futures; at"
            f" most {_MOST_ROWS:,} fit: ask for fewer runs or mechanisms"
        )
    arms = Arms(
        _as_far(scenario, outcome), outcome, players, cause, seed, workers, progress
    )
    if exact:
        worths = arms.of_all(runs)
        found, pairs = values_of(worths), _pairs(worths, len(players))
        off, on = worths[0], worths[-1]
    else:
        order = orders(len(players), runs, seed)
        ahead, back = arms.along(order)
        found, pairs = values_along(order, ahead, back), ()
        off, on = ahead[:, 0], ahead[:, -1]
    return Attribution(
        scenario=scenario,
        outcome=outcome,
        players=tuple(players),
        cause=cause,
        off=Share.of(off),
        on=Share.of(on),
        total=Share.of(on - off),
        shares=tuple(Share.of(one) for one in found),
        values=found,
        pairs=pairs,
        arms=many if exact else 0,
        runs=runs,
        seed=seed,
    )


def _as_far(scenario: Scenario, outcome: Phrase) -> Scenario:
    """Return a scenario that ends when the outcome is known."""
    if outcome.last is None:
        return scenario
    months = month_number(outcome.last) - month_number(scenario.start) + 1
    return shortened(scenario, months)


def _pairs(
    worths: NDArray[np.float64], many: int
) -> tuple[tuple[int, int, Share], ...]:
    found = [
        (one, other, Share.of(interaction(worths, one, other)))
        for one, other in combinations(range(many), 2)
    ]
    return tuple(sorted(found, key=lambda pair: -abs(pair[2].mean)))
