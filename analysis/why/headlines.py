"""Headlines: what happened, in a sentence or two."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.why.words import ENDS, PHRASES, named, number, said, when
from sim.cast import POSTURES, ROLES
from sim.rules.crisis import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.why.choices import Choice
    from analysis.why.parts import About
    from analysis.why.replay import Replay

__all__ = ["headline"]


def headline(what: str, past: Replay, about: About, choices: Sequence[Choice]) -> str:
    """Return what happened in the month that a question is about.

    Parameters
    ----------
    what : str
        A question; see :data:`analysis.why.questions.QUESTIONS`.
    past : Replay
        The month.
    about : About
        Whom it is about, and in which language.
    choices : sequence of Choice
        What was decided in it.
    """
    return _SAYERS[what](_Story(past, about, choices))


class _Story:
    """What the sentences of a headline draw on."""

    def __init__(self, past: Replay, about: About, choices: Sequence[Choice]) -> None:
        self.past, self.about, self.lang = past, about, about.lang
        self.now, self.before = past.now.series, past.before.series
        self.choices = {(one.name, one.who): one for one in choices}

    def say(self, phrase: str, **words: object) -> str:
        """Return a phrase of this language with its words filled in."""
        known = self.about.words(self.about.state or "common")
        month = when(self.past.label, self.lang)
        return said(
            PHRASES[self.lang][phrase], self.lang, **{**known, "when": month, **words}
        )

    def change(self, key: str, unit: str = "") -> str:
        """Return how a series moved since the month before, in words.

        Of a share of something the `unit` of a difference is not that of the share.
        """
        by = self.now[key] - self.before[key]
        moved = "equal" if by == 0 else "more" if by > 0 else "less"
        size = number(abs(by), 2)
        return self.say(moved, by=self.say(unit, by=size) if unit else size)

    def value(self, key: str) -> str:
        """Return what a series was, in digits."""
        return number(self.now[key])

    def ends(self, name: str, who: str = "") -> dict[str, str]:
        """Return how a choice ended, as said of what was and of what would be."""
        choice = self.choices[name, who]
        end = ENDS[choice.outcomes[int(choice.outcome()[0])]]
        return {"did": end.did[self.lang], "would": end.would[self.lang]}

    def chance(self, name: str, who: str = "") -> str:
        """Return the chance of a yes, in percent."""
        return percent(float(self.choices[name, who].chances()[0]))

    def held(self, series: dict[str, float], stem: str, options: Sequence[str]) -> str:
        """Return the one of several options that held, as a heading has it."""
        taken = next(one for one in options if series[f"{stem}.{one}"] > _HALF)
        return ENDS[taken].name[self.lang]


_HALF = 0.5


def percent(share: float) -> str:
    """Return a share in percent, with a decimal where it is small.

    Examples
    --------
    >>> percent(0.4312), percent(0.0123)
    ('43%', '1.2%')
    """
    return f"{share:.1%}" if share < 0.1 else f"{share:.0%}"


def counted(many: float) -> str:
    """Return a count of shells or soldiers, no more exact than three digits.

    Examples
    --------
    >>> counted(213_456.0), counted(9_876.0), counted(1.4)
    ('213,000', '9,880', '1')
    """
    rounded = float(f"{many:.3g}")
    return f"{rounded:,.0f}"


def _threat(story: _Story) -> str:
    about = story.about
    key = f"felt_threat.{about.state}.{about.other}"
    return story.say(
        "threat",
        value=story.value(key),
        change=story.change(key),
        total=story.value(f"threat.{about.state}"),
    )


def _belief(story: _Story) -> str:
    key = f"belief.{story.about.state}.{story.about.other}"
    odds = story.now[key]
    return story.say(
        "belief",
        value=story.value(key),
        change=story.change(key),
        chance=percent(1.0 / (1.0 + math.exp(-odds))),
    )


def _arming(story: _Story) -> str:
    state = story.about.state
    wanted = story.past.now.call("desired_burden", state)
    assert wanted is not None
    return story.say(
        "arming",
        value=story.value(f"burden.{state}"),
        change=story.change(f"burden.{state}", "points"),
        wanted=number(float(wanted.terms.total[0])),
    )


def _ties(story: _Story) -> str:
    assert story.about.two is not None
    key = f"depth.{'.'.join(story.about.two)}"
    return story.say("ties", value=story.value(key), change=story.change(key))


def _choice(story: _Story) -> str:
    review = story.choices["review", "NK"]
    reviewed = review.outcomes[int(review.outcome()[0])] == "reviewed"
    old = story.held(dict(story.before), "posture.NK", POSTURES)
    new = story.held(dict(story.now), "posture.NK", POSTURES)
    phrase = "line kept"
    if reviewed:
        phrase = "line confirmed" if old == new else "line changed"
    return story.say(phrase, old=old, new=new, **story.ends("line", "NK"))


def _role(story: _Story) -> str:
    phrase = "role chosen" if story.past.today["new_year"] else "role kept"
    new = story.held(dict(story.now), "role.China", ROLES)
    return story.say(phrase, new=new, **story.ends("role", "China"))


def _talks(story: _Story) -> str:
    (name, who), _ = next(iter(story.choices.items()))
    told = story.say(name, **story.ends(name, who))
    if name != "opening":
        return told
    new = story.held(dict(story.now), "posture.NK", POSTURES)
    offered = any(
        story.now[f"posture.NK.{one}"] > _HALF for one in ("offer", "moratorium")
    )
    more = "an offer" if offered else "no offer"
    return told + story.say(more, new=new, chance=story.chance(name, who))


def _votes(story: _Story) -> str:
    sides = [
        story.say(
            f"{name} side",
            who=named(who, story.lang),
            did=story.ends(name, who)["did"],
            chance=story.chance(name, who),
        )
        for name, who in story.choices
    ]
    voted = [one for one in ("adopted", "vetoed") if story.now[one] > _HALF]
    council = story.say(voted[0] if voted else "no vote")
    return story.say("votes", states=story.say("and").join(sides), council=council)


def _exchange(story: _Story) -> str:
    told = story.say(
        "exchange",
        value=story.value("channel"),
        change=story.change("channel"),
        shells=counted(1e6 * story.now["delivered"]),
        troops=counted(1e3 * story.now["troops"]),
    )
    signed = story.now["treaty"] - story.before["treaty"]
    return told + (" " + story.say("signed") if signed > _HALF else "")


def _troops(story: _Story) -> str:
    return story.say(
        "troops",
        value=story.value("willing.NK"),
        change=story.change("willing.NK"),
        troops=counted(1e3 * story.now["troops"]),
    )


def _attack(story: _Story) -> str:
    return story.say(
        "attack", chance=story.chance("attack", "NK"), **story.ends("attack", "NK")
    )


def _crises(story: _Story) -> str:
    assert story.about.two is not None
    key = f"crisis.{'.'.join(story.about.two)}"
    if not (story.now[key] or story.before[key]):
        return story.say("no crisis")
    old = ENDS[STEPS[round(story.before[key])]]
    return story.say("crises", old=old.name[story.lang], **story.ends("crisis"))


_SAYERS: dict[str, Callable[[_Story], str]] = {
    "threat": _threat,
    "belief": _belief,
    "arming": _arming,
    "ties": _ties,
    "choice": _choice,
    "role": _role,
    "talks": _talks,
    "votes": _votes,
    "exchange": _exchange,
    "troops": _troops,
    "attack": _attack,
    "crises": _crises,
}
