"""Questions: what can be asked, of whom, and which rules answer it.

The table :data:`QUESTIONS` says for every question which rules were at work, whose they
were, and which recorded series their value equals in that month. The rest of the module
reads what a person typed, and refuses what cannot be asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sim.cast import DYADS, LABELS, PAIRS, STATES, pair
from sim.errors import InputError, nearest
from sim.scenario.reading import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "QUESTIONS",
    "Asked",
    "Question",
    "Step",
    "asked",
    "between",
    "state_named",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One value on the way to an answer, and the rules whose terms add up to it.

    Attributes
    ----------
    rules : tuple of str
        One rule, or several whose terms are added up as one.
    owner : str
        Whose: a state, ``common``, or a template with ``{state}`` and ``{pair}``; what
        the rule was applied to, where that is several things, follows a stroke.
    place : str
        Which of several things stacked in the rule's value: ``other``, ``pair``,
        ``dyad``, ``options``, or nothing.
    series : str
        Key of the recorded series that the value equals, as a template, or nothing.
    phase : str
        In which phase of talks or of a crisis it belongs to the answer; nothing for
        always.
    states : tuple of str
        Only where one of these is asked, or nobody in particular.
    """

    rules: tuple[str, ...]
    owner: str
    place: str = ""
    series: str = ""
    phase: str = ""
    states: tuple[str, ...] = STATES


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question.

    Attributes
    ----------
    what : str
        Its name.
    states : tuple of str
        Who can be asked.
    steps : tuple of Step
        What the answer shows, the last being what was asked for.
    default : str
        Who is asked if nobody is named; nothing if somebody has to be.
    common : bool
        Whether it is about a common affair, so that nobody has to be named.
    other : tuple of pairs of str
        The pairs among which the second state is to be found; none if there is none.
    also : tuple of str
        Other words for it.
    """

    what: str
    states: tuple[str, ...]
    steps: tuple[Step, ...]
    default: str = ""
    common: bool = False
    other: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        one.what: one
        for one in (
            Question(
                "threat",
                STATES,
                (Step(("threat",), "{state}", "other", "felt_threat.{state}.{other}"),),
                other=PAIRS,
                also=("fear", "felt_threat", "danger"),
            ),
            Question(
                "belief",
                STATES,
                (
                    Step(("evidence",), "{state}", "other"),
                    Step(("belief",), "{state}", "other", "belief.{state}.{other}"),
                ),
                other=PAIRS,
                also=("beliefs", "perception", "suspicion"),
            ),
            Question(
                "arming",
                STATES,
                (
                    Step(("desired_burden",), "{state}"),
                    Step(("burden",), "{state}", "", "burden.{state}"),
                ),
                also=("burden", "spending", "arms", "budget"),
            ),
            Question(
                "ties",
                STATES,
                (Step(("tie",), "common", "pair", "depth.{pair}"),),
                other=PAIRS,
                also=("tie", "alliance", "depth"),
            ),
            Question(
                "choice",
                ("NK",),
                (
                    Step(("posture_review",), "NK"),
                    Step(
                        ("own_reasons", "others_reasons", "learned_reasons"),
                        "NK",
                        "options",
                    ),
                ),
                default="NK",
                also=("line", "posture"),
            ),
            Question(
                "role",
                ("China",),
                (Step(("role_utility",), "China", "options"),),
                default="China",
            ),
            Question(
                "talks",
                ("NK", "US"),
                (
                    Step(("welcome",), "common", phase="opening"),
                    Step(("talks_open",), "common", phase="opening"),
                    Step(("nk_minimum",), "common", phase="talking"),
                    Step(("us_maximum",), "common", phase="talking"),
                    Step(("bargain",), "common", phase="talking"),
                    Step(("breakdown",), "common", phase="talking"),
                    Step(("breach",), "common", phase="deal"),
                ),
                common=True,
                also=("talk", "dialogue", "deal", "summit"),
            ),
            Question(
                "votes",
                ("Russia", "China"),
                (
                    Step(("veto",), "Russia", states=("Russia",)),
                    Step(("panel_veto",), "Russia", states=("Russia",)),
                    Step(("veto",), "China", states=("China",)),
                ),
                common=True,
                also=("vote", "veto", "council"),
            ),
            Question(
                "exchange",
                ("NK", "Russia"),
                (
                    Step(("channel",), "common", "", "channel"),
                    Step(("delivery",), "common", "", "delivered"),
                    Step(("troops",), "common", "", "troops"),
                ),
                common=True,
                also=("trade", "channel", "shells"),
            ),
            Question(
                "troops",
                ("NK",),
                (
                    Step(("troops_value",), "NK"),
                    Step(("likelihood",), "NK", "", "willing.NK"),
                ),
                default="NK",
                also=("deployment",),
            ),
            Question(
                "attack",
                ("NK",),
                (
                    Step(("attack_value",), "NK"),
                    Step(("limited_attack",), "NK"),
                ),
                default="NK",
                also=("attacks",),
            ),
            Question(
                "crises",
                STATES,
                (
                    Step(("crisis_risk",), "common", "dyad", phase="quiet"),
                    Step(("climb",), "common", "dyad", phase="going"),
                    Step(("calm",), "common", "dyad", phase="going"),
                    Step(("crisis_level",), "common", "dyad", "crisis.{pair}"),
                ),
                common=True,
                other=DYADS,
                also=("crisis", "clash", "escalation"),
            ),
        )
    }
)
"""Every question by its name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked, checked.

    Attributes
    ----------
    question : Question
        Which.
    state, other : str
        Of whom, and about whom; nothing where nobody is named.
    """

    question: Question
    state: str
    other: str


_SPELLINGS = {
    "NK": ("DPRK", "Korea, Democratic People's Republic of", "Pyongyang", "평양"),
    "Russia": ("Russian Federation", "Moscow", "모스크바"),
    "US": ("USA", "America", "United States of America", "Washington", "워싱턴"),
    "ROK": ("Korea, Republic of", "Republic of Korea", "Seoul", "남한", "서울"),
    "Japan": ("Tokyo", "도쿄"),
    "China": ("PRC", "People's Republic of China", "Beijing", "베이징"),
}
"""What the six states are called beside their names in code and on charts."""


def _plain(word: str) -> str:
    """Return a word without what spellings differ in: case, spaces, signs."""
    return re.sub(r"\W|_", "", word).casefold()


_CALLED = {
    word: state
    for state in STATES
    for word in (
        state,
        LABELS["en"][state],
        LABELS["ko"][state],
        *_SPELLINGS[state],
    )
}
_BY_SPELLING = {_plain(word): state for word, state in _CALLED.items()}


def state_named(text: str) -> str:
    """Return the one of the six states that a text names.

    Parameters
    ----------
    text : str
        Its name in code, English or Korean, its capital, or the beginning of one.

    Raises
    ------
    InputError
        If it names none of them, or more than one.

    Examples
    --------
    >>> state_named("north korea"), state_named("한국"), state_named("jap")
    ('NK', 'ROK', 'Japan')
    """
    word = _plain(text)
    if word in _BY_SPELLING:
        return _BY_SPELLING[word]
    begun = {
        state
        for spelling, state in _BY_SPELLING.items()
        if word and spelling.startswith(word)
    }
    if len(begun) == 1:
        return begun.pop()
    if begun:
        names = " or ".join(one for one in STATES if one in begun)
        raise InputError(f"state is {shorten(text)}, which may be {names}")
    raise InputError(f"there is no state {shorten(text)}; {_hint(text)}")


def _hint(text: str) -> str:
    """Return the nearest of all spellings, or the six names alone."""
    hint = nearest(text[:_LONGEST], _CALLED)
    return hint if hint.startswith("did you") else nearest("", STATES)


_LONGEST = 40


def asked(what: str, state: str | None = None, other: str | None = None) -> Asked:
    """Return a question, checked and with every name in the form of the cast.

    Parameters
    ----------
    what : str
        One of :data:`QUESTIONS`, or another word for it.
    state : str, optional
        Of whom; may be left out where the question is about a common affair.
    other : str, optional
        About whom, where two states are needed.

    Raises
    ------
    InputError
        If there is no such question, or it cannot be asked of these states.
    """
    question = _question(what)
    named = question.default if state is None else state_named(state)
    if not named and not question.common:
        raise InputError(
            f"{question.what} is asked of a state, and none is named; give one of"
            f" {', '.join(question.states)}"
        )
    if named and named not in question.states:
        raise InputError(
            f"{question.what} is asked of {_either(question.states)}, not of {named}"
        )
    return Asked(question, named, _other(question, named, other))


def _question(what: str) -> Question:
    word = what.strip().casefold().replace("-", "_")
    for question in QUESTIONS.values():
        if word in (question.what, *question.also):
            return question
    hint = nearest(word[:_LONGEST], QUESTIONS)
    raise InputError(f"there is no question {shorten(what)}; {hint}")


def _other(question: Question, state: str, other: str | None) -> str:
    if other is None:
        return ""
    if not question.other:
        raise InputError(
            f"{question.what} is about one state; leave the second, {shorten(other)},"
            " out"
        )
    named = state_named(other)
    if not state:
        raise InputError(
            f"{question.what} of {named} with whom? name the other state as well"
        )
    if between(state, named) not in question.other:
        partners = [
            one for two in question.other if state in two for one in two if one != state
        ]
        raise InputError(
            f"{question.what} of {state} is with {_either(tuple(partners))}, not with"
            f" {named}"
        )
    return named


def between(one: str, other: str) -> tuple[str, str]:
    """Return two states as a pair in the order of the cast; a state twice if equal."""
    return (one, other) if one == other else PAIRS[pair(one, other)]


def _either(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
