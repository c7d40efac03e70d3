"""Parts: a rule's value taken apart, one thing of several, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.mechanisms import MECHANISMS
from analysis.why.answers import Part, Read, Term
from analysis.why.sources import INPUTS, LINKS, RULE_WORDS, TERMS, Link, unit_of
from analysis.why.words import ENDS, PHRASES, named, said, source_words, unit_words
from sim.cast import DYADS, PAIRS, POSTURES, ROLES, STATES, THEATRES, others
from sim.contract import RANGES, arguments
from sim.rules import RULES
from sim.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.why.questions import Step
    from analysis.why.replay import Call, Replay
    from sim.laws import Owner
    from sim.terms import Rows

__all__ = ["About", "main_parts", "parts_behind"]

MOST_BEHIND = 4
"""So many of the largest terms are followed a step further back."""


@dataclass(frozen=True, slots=True)
class About:
    """Whom a question is about, and in which language it is answered.

    Attributes
    ----------
    state, other : str
        Of whom, and about whom; nothing where nobody is meant.
    lang : {'en', 'ko'}
        The language.
    """

    state: str
    other: str
    lang: str

    @property
    def two(self) -> tuple[str, str] | None:
        """The two states as a pair in the order of the cast, if there are two."""
        if not (self.state and self.other):
            return None
        first, second = sorted((self.state, self.other), key=STATES.index)
        return first, second

    def of(self, owner: str) -> About:
        """Return the same, asked of an owner of rules where nobody is named."""
        if self.state or owner not in STATES:
            return self
        return About(owner, self.other, self.lang)

    def owner(self, template: str) -> Owner:
        """Return whose rule a template means."""
        pair = "-".join(self.two) if self.two else ""
        filled = template.format(state=self.state, other=self.other, pair=pair)
        name, stroke, what = filled.partition("/")
        return (name, what) if stroke else name

    def words(
        self, owner: Owner, pair: tuple[str, str] | None = None
    ) -> dict[str, str]:
        """Return what goes into the braces of a phrase about an owner's rule."""
        whose, what = owner if isinstance(owner, tuple) else (owner, "")
        one, two = pair or self.two or ("", "")
        state = whose if whose in STATES else self.state
        return {
            **{
                brace: named(name, self.lang) if name else ""
                for brace, name in (
                    ("state", state),
                    ("other", self.other),
                    ("one", one),
                    ("two", two),
                )
            },
            "about": PHRASES[self.lang].get(what, what),
        }


# ----------------------------------------------------------------- one value of several


def _in_rows(value: Rows, shape: tuple[int, ...], place: int | None) -> float:
    """Return one number of a value, of one row."""
    wide = np.broadcast_to(value, shape)
    return float(wide[0] if place is None else wide[place, 0])


def _stacked(total: Rows) -> tuple[int, ...]:
    """Return the shape of a value with its axis of one row."""
    shape = np.shape(total)
    return shape if shape and shape[-1] == 1 else (*shape[:-1], 1)


def _terms(
    calls: Sequence[Call], place: int | None, about: About, names: Sequence[str] = ()
) -> tuple[tuple[Term, ...], float]:
    """Return the terms of some rules that are added up as one, and their sum."""
    whole = Terms(**{name: one for call in calls for name, one in call.terms.items()})
    shape = _stacked(whole.total)
    made = []
    whom = about.words(calls[0].owner)
    for call in calls:
        for count, (name, value) in enumerate(call.terms.items()):
            words = TERMS[call.rule, name]
            state = named(names[count], about.lang) if count < len(names) else ""
            made.append(
                Term(
                    rule=call.rule,
                    name=name,
                    label=said(words.words[about.lang], about.lang, **whom, name=state),
                    value=_in_rows(value, shape, place),
                    mechanism=words.mechanism,
                    claim=_claim(words.mechanism),
                    source=source_words(words.source, about.lang),
                )
            )
    return tuple(made), _in_rows(whole.total, shape, place)


def _claim(mechanism: str) -> str:
    return MECHANISMS[mechanism].title if mechanism else ""


def _named_terms(
    call: Call, about: About, pair: tuple[str, str] | None
) -> tuple[str, ...]:
    """Return the states that the terms of a rule stand for, in their order."""
    if call.rule == "common_threat":
        return tuple(one for one in STATES if one not in (pair or about.two or ()))
    if call.rule in ("through_friends", "guilt_by_association"):
        whose = call.owner[0] if isinstance(call.owner, tuple) else call.owner
        return others(whose)
    return ()


def _reads(
    call: Call, place: int | None, about: About, *, alone: bool
) -> tuple[Read, ...]:
    """Return what a rule read, and without each of it the value, if one term is all."""
    shape = _stacked(call.terms.total)
    found = []
    words = about.words(call.owner)
    for argument in arguments(RULES[call.rule]):
        known = INPUTS.get((call.rule, argument.name))
        value = call.inputs[argument.name]
        if known is None or (np.ndim(value) > 1 and place is None):
            continue
        here = value[0] if np.ndim(value) == 1 else value[place, 0]
        without = None
        if alone and RANGES[argument.unit][0] <= 0:
            again = call.again(**{argument.name: 0.0 * value})
            without = _in_rows(again.total, shape, place)
        found.append(
            Read(
                rule=call.rule,
                name=argument.name,
                label=said(known.words[about.lang], about.lang, **words),
                value=float(here),
                unit=unit_words(argument.unit, about.lang),
                without=without,
            )
        )
    return tuple(found)


# -------------------------------------------------------------------------- the answer


def main_parts(step: Step, replay: Replay, about: About) -> tuple[Part, ...]:
    """Return what one step of a question shows: a part, or one for each option.

    Parameters
    ----------
    step : Step
        Which rules, and whose.
    replay : Replay
        The month.
    about : About
        Whom it is about.
    """
    owner = about.owner(step.owner)
    calls = [call for rule in step.rules if (call := replay.now.call(rule, owner))]
    if step.place == "options":
        options = POSTURES if len(step.rules) > 1 else ROLES
        return tuple(
            _part(calls, place, about, option=option)
            for place, option in enumerate(options)
        )
    pair = "-".join(about.two or ())
    series = step.series.format(
        state=about.state, other=about.other, pair=pair.replace("-", ".")
    )
    return (_part(calls, _place(step.place, owner, about), about, series=series),)


def _place(place: str, owner: Owner, about: About) -> int | None:
    """Return which of several things a place names."""
    if not place:
        return None
    if place == "other":
        return others(about.state).index(about.other)
    if place in THEATRES:
        return THEATRES.index(place)
    if place in STATES:
        return others(str(owner)).index(place)
    if place == "dyad":
        assert about.two is not None
        return DYADS.index(about.two)
    return PAIRS.index(_pair(place, about))


def _pair(place: str, about: About) -> tuple[str, str]:
    """Return the pair that a place names: the question's own, or one spelled out."""
    if place == "pair":
        assert about.two is not None
        return about.two
    one, two = place.format(state=about.state).split("-")
    first, second = sorted((one, two), key=STATES.index)
    return first, second


def _part(
    calls: Sequence[Call],
    place: int | None,
    about: About,
    *,
    option: str = "",
    series: str = "",
    pair: tuple[str, str] | None = None,
    behind: str = "",
    earlier: bool = False,
) -> Part:
    first = calls[0]
    terms, total = _terms(calls, place, about, _named_terms(first, about, pair))
    alone = len(terms) == 1
    reads: tuple[Read, ...] = ()
    if not behind or alone:
        every = [
            read for call in calls for read in _reads(call, place, about, alone=alone)
        ]
        # A quantity that two of the rules read is named once.
        reads = tuple({read.label: read for read in every}.values())
    words = about.words(first.owner, pair)
    whose = first.owner[0] if isinstance(first.owner, tuple) else first.owner
    return Part(
        title=said(RULE_WORDS[first.rule][about.lang], about.lang, **words),
        owner=whose,
        unit=unit_words(_unit(first), about.lang),
        total=total,
        terms=terms,
        reads=reads,
        option=ENDS[option].name[about.lang] if option else "",
        series=series,
        behind=behind,
        earlier=earlier,
    )


def _unit(call: Call) -> str:
    """Return the unit of a value; fear that comes through friends is threat."""
    if call.rule == "through_friends" and call.owner[-1] == "fear":
        return "threat"
    return unit_of(call.rule)


# --------------------------------------------------------------------- a step further


def parts_behind(
    parts: Sequence[Part], replay: Replay, about: About
) -> tuple[Part, ...]:
    """Return what made the inputs behind the largest terms of an answer.

    Parameters
    ----------
    parts : sequence of Part
        The answer.
    replay : Replay
        The month, and the one before it.
    about : About
        Whom it is about.

    Returns
    -------
    tuple of Part
        The larger the term, the earlier; none where a term's input is a parameter, or
        was made before the first month.
    """
    sizes: dict[tuple[str, str, About], tuple[float, str]] = {}
    linked = {(link.rule, link.term) for link in LINKS if _holds(link, about)}
    for part in parts:
        whom = about.of(part.owner)
        for term in part.terms:
            key = (term.rule, term.name, whom)
            if term.value and key[:2] in linked:
                size = max(abs(term.value), sizes.get(key, (0.0, ""))[0])
                sizes[key] = (size, term.label)
    largest = sorted(sizes, key=lambda key: -sizes[key][0])[:MOST_BEHIND]
    made: dict[tuple[str, Owner, str], Part] = {}
    for rule, name, whom in largest:
        for link in LINKS:
            if (link.rule, link.term) != (rule, name) or not _holds(link, whom):
                continue
            month = replay.before if link.lag else replay.now
            call = month.call(link.deeper, whom.owner(link.owner))
            if call is not None:
                where = (link.deeper, call.owner, link.place.format(state=whom.state))
                label = sizes[rule, name, whom][1]
                made.setdefault(where, _behind(link, call, replay, whom, label))
    return tuple(made.values())


def _holds(link: Link, about: About) -> bool:
    return not link.pair or link.pair == "-".join(about.two or ())


def _behind(link: Link, call: Call, replay: Replay, about: About, label: str) -> Part:
    if link.place == "each":
        return _over_others(call, replay, about, label)
    pair = _pair(link.place, about) if "-" in link.place else None
    place = _place(link.place, call.owner, about)
    if link.place in STATES:
        about = About(str(call.owner), link.place, about.lang)
    return _part([call], place, about, pair=pair, behind=label, earlier=link.lag == 1)


def _over_others(call: Call, replay: Replay, about: About, label: str) -> Part:
    """Return by how much more a state feels threatened by each other than at first."""
    words = TERMS[call.rule, "own_danger"]
    whose = str(call.owner)
    each = {
        other: _in_rows(call.terms.total, _stacked(call.terms.total), place)
        - replay.start[f"felt_threat.{whose}.{other}"]
        for place, other in enumerate(others(whose))
    }
    terms = tuple(
        Term(
            rule=call.rule,
            name=other,
            label=named(other, about.lang),
            value=value,
            mechanism="",
            claim="",
            source=source_words(words.source, about.lang),
        )
        for other, value in each.items()
    )
    return Part(
        title=said(
            PHRASES[about.lang]["threat each"], about.lang, **about.words(whose)
        ),
        owner=whose,
        unit=unit_words(unit_of(call.rule), about.lang),
        total=sum(each.values()),
        terms=terms,
        behind=label,
    )
