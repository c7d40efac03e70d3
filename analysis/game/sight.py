"""Sight: what a team sees of the world through its state's eyes.

What a state believes and feels, what it has, and what all the world can see. Never
another's true type, beliefs, threat, moves or closed accounts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.game.board import MONTHS
from sim.cast import DYADS, PAIRS, ROLES, STATES, others
from sim.state import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.game.board import Board, Moment

__all__ = ["ALARMS", "PUBLIC", "Judged", "News", "Sight", "probability", "seen_by"]

ALARMS = ("arming", "drills", "tests", "attacks", "proxy_war")
"""What can alarm: terms of the rule ``evidence``.

How much another's acts alarm says something of its true type, which nobody knows; their
shares do not. What is misread by chance is left out: nobody notices it.
"""

_OF_EACH = ("spending", "burden", "gdp", "warheads")
_OPEN = (
    "launches.NK",
    "nuclear_tests.NK",
    "long_range.NK",
    "attack.NK",
    "assets.US",
    "ceiling_lifted.Japan",
    "polarization",
    "trilateral",
    "treaty",
    "acknowledged",
    "fighting",
    "intensity",
    "front",
    "stringency",
    "panel",
    "talking",
    "deal",
    "relief",
    "nato_link",
    "forum",
)
PUBLIC: tuple[str, ...] = (
    *(f"{name}.{state}" for name in _OF_EACH for state in STATES),
    *(f"depth.{one}.{other}" for one, other in PAIRS),
    *(f"crisis.{one}.{other}" for one, other in DYADS),
    *_OPEN,
)
"""Series that everybody can follow: budgets, tests, ties, crises, talks, the war."""

_SHARED = {"delivered": ("NK", "Russia"), "troops": ("NK", "Russia")}
"""What two states know, and all others only once it is acknowledged."""

_COMMON = {"pressure": ("NK",), "channel": ("NK", "Russia"), "rents": ("NK", "Russia")}
"""Accounts that have no owner, and who keeps them."""

_ABOUT_OTHERS = ("belief", "credibility", "felt_threat")


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What a state makes of one other.

    Attributes
    ----------
    belief, belief_before : float
        How likely it holds the other to be greedy, now and a turn ago. [share]
    threat, threat_before : float
        What it feels from it. [threat]
    intent : mapping of term to float
        What the intent ascribed to the other is made of: ``hostile_intent``. [share]
    vulnerability : mapping of term to float
        What the other could do, whatever it wants: ``vulnerability``. [threat]
    terms : mapping of term to float
        What the threat is made of: ``threat``. [threat]
    alarms : mapping of act to float
        Which of the other's acts in the last turn alarmed it, as shares of all its
        alarm; empty if none did.
    """

    belief: float
    belief_before: float
    threat: float
    threat_before: float
    intent: Mapping[str, float]
    vulnerability: Mapping[str, float]
    terms: Mapping[str, float]
    alarms: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class News:
    """Something that all the world has seen.

    Attributes
    ----------
    month : str
        ``YYYY-MM``.
    kind : str
        What: ``nuclear_test``, ``long_range``, ``launches``, ``attack``, ``crisis``,
        ``crisis_over``, ``exercise``, ``called_off``, ``talks_opened``,
        ``talks_failed``, ``deal_made``, ``deal_broken``, ``adopted``, ``vetoed``,
        ``panel_ended``, ``treaty``, ``acknowledged``, ``ceiling_lifted``, ``war``,
        ``ceasefire``, ``role_bystander``, ``role_coordinator``,
        ``role_axis``.
    states : tuple of str
        Whose, or between whom.
    value : float
        How many, or which step; 0 where there is nothing to count.
    """

    month: str
    kind: str
    states: tuple[str, ...] = ()
    value: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What a team sees at the beginning of a turn.

    Attributes
    ----------
    state : str
        Whose eyes they are.
    turn : int
        The turn that is to be played.
    label : str
        The last month that has passed, ``YYYY-MM``.
    others : mapping of state to Judged
        What it makes of each other state.
    own : mapping of key to (float, float)
        Its own series, closed ones as well: now and a turn ago.
    public : mapping of key to (float, float)
        Series that it can follow: now and a turn ago.
    news : tuple of News
        What all the world saw in the last turn.
    """

    state: str
    turn: int
    label: str
    others: Mapping[str, Judged]
    own: Mapping[str, tuple[float, float]]
    public: Mapping[str, tuple[float, float]]
    news: tuple[News, ...]


def seen_by(board: Board, state: str) -> Sight:
    """Return what a state sees of the board as it stands.

    Parameters
    ----------
    board : Board
        After any number of turns.
    state : str
        One of :data:`sim.cast.STATES`.
    """
    now, turn = board.now, board.turn
    before = board.turned(max(0, turn - 2))
    passed = board.moments[MONTHS * max(0, turn - 2) : MONTHS * (turn - 1) + 1]
    open_books = {
        name
        for name, who in _SHARED.items()
        if state in who or now.series["acknowledged"] > 0
    }

    def both(keys: Iterator[str]) -> dict[str, tuple[float, float]]:
        return {key: (now.series[key], before.series[key]) for key in keys}

    return Sight(
        state=state,
        turn=turn,
        label=now.label,
        others={
            other: _judged(state, other, now, before, passed[1:])
            for other in others(state)
        },
        own=both(key for key in SERIES if _is_own(key, state)),
        public=both(key for key in (*PUBLIC, *sorted(open_books))),
        news=tuple(_news(passed)),
    )


def probability(log_odds: float) -> float:
    """Return a belief as a probability."""
    return 1.0 / (1.0 + math.exp(-log_odds))


def _is_own(key: str, state: str) -> bool:
    """Return whether a series is in a state's own books, and of itself alone."""
    name, _, rest = key.partition(".")
    if name in _ABOUT_OTHERS or name == "misperception":
        return False  # the first are shown by other; nobody knows its own error
    owner = rest.split(".")[0]
    return (
        owner == state
        if name not in ("depth", "crisis", "channels") and rest
        else (state in _COMMON.get(key, ()))
    )


def _judged(
    state: str, other: str, now: Moment, before: Moment, passed: list[Moment]
) -> Judged:
    belief, felt = f"belief.{state}.{other}", f"felt_threat.{state}.{other}"
    alarms = {
        act: sum(max(0.0, one.terms["evidence", state, other][act]) for one in passed)
        for act in ALARMS
    }
    whole = sum(alarms.values())
    noted = {
        rule: dict(now.terms.get((rule, state, other), {}))
        for rule in ("hostile_intent", "vulnerability", "threat")
    }
    return Judged(
        belief=probability(now.series[belief]),
        belief_before=probability(before.series[belief]),
        threat=now.series[felt],
        threat_before=before.series[felt],
        intent=noted["hostile_intent"],
        vulnerability=noted["vulnerability"],
        terms=noted["threat"],
        alarms={act: size / whole for act, size in alarms.items() if size > 0},
    )


_SEEN_IN_THE_MONTH = {
    "nuclear_tests.NK": ("nuclear_test", ("NK",)),
    "long_range.NK": ("long_range", ("NK",)),
    "launches.NK": ("launches", ("NK",)),
    "attack.NK": ("attack", ("NK", "ROK")),
    "talks_opened": ("talks_opened", ("NK", "US")),
    "talks_failed": ("talks_failed", ("NK", "US")),
    "deal_made": ("deal_made", ("NK", "US")),
    "deal_broken": ("deal_broken", ("NK", "US")),
    "adopted": ("adopted", ()),
    "vetoed": ("vetoed", ()),
}
"""Series of what happens in one month, with the news that it is and whose."""

_BEGUN = {
    "treaty": ("treaty", ("NK", "Russia")),
    "acknowledged": ("acknowledged", ("NK", "Russia")),
    "ceiling_lifted.Japan": ("ceiling_lifted", ("Japan",)),
    "fighting": ("war", ("Russia",)),
}
_ENDED = {"panel": ("panel_ended", ()), "fighting": ("ceasefire", ("Russia",))}
"""Series of what holds or does not, with the news when it begins or ends."""


def _news(passed: list[Moment]) -> Iterator[News]:
    """Yield what was seen month by month; the first moment is what came before."""
    for before, month in pairwise(passed):
        was, now, label = before.series, month.series, month.label
        for key, (kind, states) in _SEEN_IN_THE_MONTH.items():
            if now[key] > 0:
                yield News(month=label, kind=kind, states=states, value=now[key])
        for key, (kind, states) in _BEGUN.items():
            if now[key] > was[key]:
                yield News(month=label, kind=kind, states=states)
        for key, (kind, states) in _ENDED.items():
            if now[key] < was[key]:
                yield News(month=label, kind=kind, states=states)
        for two in DYADS:
            level, last = (one[f"crisis.{two[0]}.{two[1]}"] for one in (now, was))
            if level > last:
                yield News(month=label, kind="crisis", states=two, value=level)
            elif level == 0 < last:
                yield News(month=label, kind="crisis_over", states=two)
        yield from _exercises(month)
        for role in ROLES:
            key = f"role.China.{role}"
            if now[key] > was[key]:
                yield News(month=label, kind=f"role_{role}", states=("China",))


def _exercises(month: Moment) -> Iterator[News]:
    for state in STATES:
        acts = month.chosen[state]
        for act, kind in (("exercise", "exercise"), ("paused", "called_off")):
            scale = float(acts[act].sum())
            if scale > 0:
                yield News(month=month.label, kind=kind, states=(state,), value=scale)
