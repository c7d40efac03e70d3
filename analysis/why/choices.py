"""Choices: whatever is decided by holding a chance against the month's luck.

A choice is a chain of the model's own rules, from what they read to the chance of each
outcome; the rule ``picked`` holds these against the draw. Given back what was read, the
chain gives what happened, and given something else it says what would have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np

from analysis.why.sources import INPUTS
from sim.cast import DYADS, POSTURES, ROLES
from sim.contract import RANGES, arguments
from sim.rules import RULES
from sim.rules.crisis import STEPS
from sim.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from analysis.why.replay import Call, Month, Replay
    from sim.laws import Owner
    from sim.terms import Rows

__all__ = ["Choice", "Varied", "choices_of"]


class _Give(Protocol):
    """Gives a rule's terms again, with what is varied and what was derived anew."""

    def __call__(self, rule: str, **derived: Rows) -> Terms: ...


@dataclass(frozen=True, slots=True)
class Varied:
    """One quantity that a choice hangs on, wherever the chain reads it.

    Attributes
    ----------
    rule, name : str
        The first rule that reads it, and its name there.
    read : frozenset of (rule, name)
        Every place where the same quantity is read.
    unit : str
        Its unit.
    value : float
        What it was.
    low, high : float
        Within which it may be varied: the plausible range of its unit.
    kind : str
        ``yes`` if it is 0 or 1, ``whole`` if it is a count, else nothing.
    """

    rule: str
    name: str
    read: frozenset[tuple[str, str]]
    unit: str
    value: float
    low: float
    high: float
    kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something decided by a chance and the month's luck.

    Attributes
    ----------
    name : str
        Which choice.
    who : str
        The state that chooses, or nothing where two have to agree.
    outcomes : tuple of str
        What could come of it, in the order in which luck meets them.
    draw : float
        The month's luck, between 0 and 1.
    calls : mapping of rule to Call
        The rules whose inputs can be varied.
    odds : callable
        From a giver of terms to the chance of each outcome, shape (outcomes, rows).
    derived : frozenset of (rule, input)
        Inputs that follow from other rules of the chain, or that hold by definition.
    place : int, optional
        Which of several things that the rules are applied to at once.
    worth : callable, optional
        From a giver of terms to what speaks for each outcome, where that is weighed.
    settle : callable, optional
        From a giver of terms to the number of the outcome, where another rule than
        ``picked`` decides.
    """

    name: str
    who: str
    outcomes: tuple[str, ...]
    draw: float
    calls: Mapping[str, Call]
    odds: Callable[[_Give], Rows]
    derived: frozenset[tuple[str, str]] = frozenset()
    place: int | None = None
    worth: Callable[[_Give], Rows] | None = None
    settle: Callable[[_Give], Rows] | None = field(default=None, repr=False)

    def outcome(
        self, varied: Varied | None = None, value: Rows = 0.0
    ) -> NDArray[np.intp]:
        """Return the number of the outcome, with one quantity varied if given.

        Parameters
        ----------
        varied : Varied, optional
            What is not as it was.
        value : array_like of shape (rows,)
            What it is instead.

        Returns
        -------
        ndarray of int, shape (rows,)
            Places in :attr:`outcomes`.
        """
        give = self._giver(varied, value)
        if self.settle is not None:
            return np.asarray(self.settle(give)).astype(int)
        chance = self.odds(give)
        taken = RULES["picked"](chance, np.full(chance.shape[-1], self.draw)).total
        return np.asarray(np.argmax(taken, axis=0))

    def chances(self) -> NDArray[np.float64]:
        """Return the chance of each outcome as it was, shape (outcomes,)."""
        return np.asarray(self.odds(self._giver(None, 0.0)), dtype=float)[:, 0]

    def worths(self) -> NDArray[np.float64] | None:
        """Return what spoke for each outcome, shape (outcomes,), or None."""
        if self.worth is None:
            return None
        return np.asarray(self.worth(self._giver(None, 0.0)), dtype=float)[:, 0]

    def _giver(self, varied: Varied | None, value: Rows) -> _Give:
        def give(rule: str, **derived: Rows) -> Terms:
            call = self.calls[rule]
            changed = dict(derived)
            for name in call.inputs:
                if varied is not None and (rule, name) in varied.read:
                    changed[name] = self._put(call.inputs[name], value)
            return call.again(**changed)

        return give

    def _put(self, array: Rows, value: Rows) -> Rows:
        """Return an input with a value where this choice reads it."""
        value = np.atleast_1d(value)
        if np.ndim(array) == 1:
            return value
        wide = np.repeat(array, value.size, axis=-1)
        wide[self.place] = value
        return wide

    def varied(self) -> tuple[Varied, ...]:
        """Return everything that the choice hangs on, each quantity once.

        Notes
        -----
        The model hands one array to every rule that reads the same quantity, so what
        is the same object is the same quantity.
        """
        found: dict[int, list[tuple[str, str]]] = {}
        for rule, call in self.calls.items():
            for name, array in call.inputs.items():
                if (rule, name) not in self.derived:
                    found.setdefault(id(array), []).append((rule, name))
        return tuple(self._varied(places) for places in found.values())

    def _varied(self, places: list[tuple[str, str]]) -> Varied:
        rule, name = places[0]
        array = self.calls[rule].inputs[name]
        here = array if np.ndim(array) == 1 else array[self.place]
        value = float(here[0])
        unit = next(one.unit for one in arguments(RULES[rule]) if one.name == name)
        low, high = RANGES[unit]
        kind = INPUTS[rule, name].kind or ("yes" if unit == "0 or 1" else "")
        return Varied(
            rule=rule,
            name=name,
            read=frozenset(places),
            unit=unit,
            value=value,
            low=min(low, value),
            high=max(high, value),
            kind=kind,
        )


def _yes_or_no(chance: Rows) -> Rows:
    """Return the chances of a yes and of a no, shape (2, rows)."""
    return np.stack([chance, 1.0 - chance])


def _hazard(
    name: str,
    who: str,
    outcomes: tuple[str, str],
    rule: str,
    purpose: str,
    at: _At,
    owner: str = "common",
) -> Choice:
    """Return a choice that one rule's chance decides."""
    return Choice(
        name=name,
        who=who,
        outcomes=outcomes,
        draw=at.luck(purpose),
        calls={rule: at.call(rule, owner)},
        odds=lambda give: _yes_or_no(give(rule).total),
    )


class _At:
    """Finds what a replayed month has, or says that the model has changed."""

    def __init__(self, replay: Replay) -> None:
        self.luck, self._now = replay.luck, replay.now

    def call(self, rule: str, owner: Owner) -> Call:
        found = self._now.call(rule, owner)
        assert found is not None, f"rule {rule!r} was not applied for {owner}"
        return found

    def calls(self, *owned: tuple[str, Owner]) -> dict[str, Call]:
        return {rule: self.call(rule, owner) for rule, owner in owned}


_REASONS = ("own_reasons", "others_reasons", "learned_reasons")


def _line(at: _At) -> Choice:
    chances = at.call("chances", "NK")

    def worth(give: _Give) -> Rows:
        own, others, learned = (give(rule) for rule in _REASONS)
        return Terms(**own, **others, **learned).total

    return Choice(
        name="line",
        who="NK",
        outcomes=POSTURES,
        draw=at.luck("posture_choice"),
        calls=at.calls(*((rule, "NK") for rule in _REASONS)),
        odds=lambda give: chances.again(utility=worth(give)).total,
        worth=worth,
    )


def _role(at: _At) -> Choice:
    chances = at.call("chances", "China")

    def worth(give: _Give) -> Rows:
        return give("role_utility").total

    return Choice(
        name="role",
        who="China",
        outcomes=ROLES,
        draw=at.luck("role_choice"),
        calls=at.calls(("role_utility", "China")),
        odds=lambda give: chances.again(utility=worth(give)).total,
        worth=worth,
    )


def _opening(at: _At) -> Choice:
    likelihood = at.call("likelihood", "common")

    def odds(give: _Give) -> Rows:
        accepted = likelihood.again(utility=give("welcome").total).total
        return _yes_or_no(give("talks_open", accepted=accepted).total)

    return Choice(
        name="opening",
        who="",
        outcomes=("opened", "not_opened"),
        draw=at.luck("talks_open"),
        calls=at.calls(("welcome", "common"), ("talks_open", "common")),
        odds=odds,
        derived=frozenset({("talks_open", "accepted")}),
    )


def _ending(at: _At) -> Choice:
    bargain = at.call("bargain", "common")

    def odds(give: _Give) -> Rows:
        minimum, maximum = give("nk_minimum").total, give("us_maximum").total
        deal = bargain.again(minimum=minimum, maximum=maximum).total
        failed = give("breakdown", surplus=maximum - minimum).total
        deal, failed = np.broadcast_arrays(deal, failed)
        return np.stack([deal, 1.0 - deal - failed, failed])

    return Choice(
        name="ending",
        who="",
        outcomes=("deal", "go_on", "failed"),
        draw=at.luck("talks_end"),
        calls=at.calls(
            ("nk_minimum", "common"), ("us_maximum", "common"), ("breakdown", "common")
        ),
        odds=odds,
        derived=frozenset({("breakdown", "surplus")}),
    )


def _panel(at: _At) -> Choice:
    return Choice(
        name="panel",
        who="Russia",
        outcomes=("panel_ended", "panel_kept"),
        draw=at.luck("panel_veto"),
        calls=at.calls(("veto", "Russia"), ("panel_veto", "Russia")),
        odds=lambda give: _yes_or_no(
            give("panel_veto", chance=give("veto").total).total
        ),
        derived=frozenset({("panel_veto", "chance")}),
    )


def _attack(at: _At) -> Choice:
    limited = at.call("limited_attack", "NK")
    return Choice(
        name="attack",
        who="NK",
        outcomes=("attacked", "not_attacked"),
        draw=at.luck("limited_attack"),
        calls=at.calls(("attack_value", "NK")),
        odds=lambda give: _yes_or_no(
            limited.again(worth=give("attack_value").total).total
        ),
    )


def _crisis(at: _At, two: tuple[str, str]) -> Choice:
    """Return how a pair's crisis moved; luck is high for worse."""
    place = DYADS.index(two)
    rules = ("crisis_risk", "climb", "calm", "crisis_level")
    calls = at.calls(*((rule, "common") for rule in rules))

    def moved(give: _Give) -> Rows:
        return give(
            "crisis_level",
            risk=give("crisis_risk").total,
            climbing=give("climb").total,
            calming=give("calm").total,
        ).total[place]

    def odds(give: _Give) -> Rows:
        going = np.heaviside(calls["crisis_level"].inputs["level"][place], 0.0)
        risk, climbs, calms = (give(rule).total[place] for rule in rules[:3])
        worse = going * climbs + (1.0 - going) * risk
        better = going * calms * (1.0 - climbs)
        return np.stack([better, 1.0 - better - worse, worse])

    level = [(rule, "level") for rule in rules[1:]]
    follows = [("crisis_level", one) for one in ("risk", "climbing", "calming", "luck")]
    return Choice(
        name="crisis",
        who="",
        outcomes=STEPS,
        draw=at.luck(f"crisis/{two[0]}/{two[1]}"),
        calls=calls,
        odds=odds,
        derived=frozenset([*level, *follows]),
        place=place,
        settle=moved,
    )


def choices_of(
    what: str, replay: Replay, *, state: str = "", two: tuple[str, str] | None = None
) -> tuple[Choice, ...]:
    """Return what was decided in the month that a question is about.

    Parameters
    ----------
    what : str
        A question; see :data:`analysis.why.questions.QUESTIONS`.
    replay : Replay
        The month.
    state : str
        Of whom it is asked, or nothing.
    two : pair of str, optional
        The pair of states that it is about.

    Returns
    -------
    tuple of Choice
        None at all where nothing hung on luck.
    """
    at, before = _At(replay), replay.before
    if what == "choice":
        review = _hazard(
            "review",
            "NK",
            ("reviewed", "not_reviewed"),
            "posture_review",
            "posture_review",
            at,
            owner="NK",
        )
        return (review, _line(at))
    if what == "role":
        return (_role(at),)
    if what == "talks":
        return _of_talks(at, before)
    if what == "votes":
        return _of_votes(at, state)
    if what == "exchange":
        return _of_exchange(at, before)
    if what == "attack":
        return (_attack(at),)
    if (
        what == "arming"
        and state == "Japan"
        and not before.series["ceiling_lifted.Japan"]
    ):
        purpose = "ceiling_lift"
        ends = ("ceiling_lifted", "ceiling_kept")
        return (_hazard("ceiling", "Japan", ends, purpose, purpose, at, owner="Japan"),)
    if what == "crises" and two is not None:
        return (_crisis(at, two),)
    return ()


def _of_arming(at: _At, before: Month, state: str) -> tuple[Choice, ...]:
    if state != "Japan" or before.series["ceiling_lifted.Japan"]:
        return ()
    ends, rule = ("ceiling_lifted", "ceiling_kept"), "ceiling_lift"
    return (_hazard("ceiling", "Japan", ends, rule, rule, at, owner="Japan"),)


def _of_talks(at: _At, before: Month) -> tuple[Choice, ...]:
    if before.series["talking"]:
        return (_ending(at),)
    if before.series["deal"]:
        return (_hazard("breach", "", ("broken", "kept"), "breach", "breach", at),)
    return (_opening(at),)


def _of_votes(at: _At, state: str) -> tuple[Choice, ...]:
    made: list[Choice] = []
    for one in ("Russia", "China"):
        if state in ("", one):
            ends, purpose = ("vetoed", "not_vetoed"), f"resolution_veto/{one}"
            made.append(_hazard("veto", one, ends, "veto", purpose, at, owner=one))
            if one == "Russia":
                made.append(_panel(at))
    return tuple(made)


def _of_exchange(at: _At, before: Month) -> tuple[Choice, ...]:
    made = []
    if not before.series["treaty"]:
        ends = ("treaty_signed", "no_treaty")
        made.append(_hazard("treaty", "", ends, "treaty_hazard", "treaty", at))
    if not before.series["acknowledged"] and before.series["troops"] > 0:
        ends, rule = ("acknowledged", "not_acknowledged"), "acknowledgment_hazard"
        made.append(_hazard("acknowledgment", "", ends, rule, "acknowledgment", at))
    return tuple(made)
