"""Explain: from a question to its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.why.answers import Answer, Decision, Flip, Option
from analysis.why.choices import choices_of
from analysis.why.headlines import headline
from analysis.why.parts import About, main_parts, parts_behind
from analysis.why.questions import asked, between
from analysis.why.replay import checked_row, month_of, replay
from analysis.why.sources import INPUTS
from analysis.why.words import CHOSEN, ENDS, PHRASES, named, number, said, unit_words
from sim.cast import STATES, others
from sim.errors import InputError
from sim.scenario import Scenario, load_scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from analysis.why.choices import Choice
    from analysis.why.flip import Turn
    from analysis.why.questions import Asked
    from analysis.why.replay import Replay

__all__ = ["why"]


def why(
    world: str | Path | Scenario,
    what: str,
    month: str,
    *,
    state: str | None = None,
    of: str | None = None,
    row: int = 0,
    seed: int = 0,
    deeper: bool = False,
    flip: bool = False,
    lang: str = "en",
    progress: Callable[[int, int], None] | None = None,
) -> Answer:
    """Return why a state did what it did in one month of one run.

    The run is replayed to that month with the terms of every rule written down. It is
    row ``row`` of any ensemble of the same scenario and seed, to the last bit.

    Parameters
    ----------
    world : str, Path or Scenario
        A scenario, by name or path or already read, as it was run.
    what : str
        What is asked: see :data:`analysis.why.QUESTIONS`.
    month : str
        ``YYYY-MM``, one of the scenario's months.
    state : str, optional
        Of whom, in any spelling; may be left out for a common affair.
    of : str, optional
        About whom, where two states are meant; by default the one for whom the value
        is largest.
    row, seed : int
        Which run.
    deeper : bool
        Also follow the largest terms one step further back.
    flip : bool
        Also look for what would have turned each decision.
    lang : {'en', 'ko'}
        The language of all words.
    progress : callable, optional
        Told (months done, months in all) during the replay.

    Returns
    -------
    Answer

    Raises
    ------
    InputError
        If the scenario, the question, a state, the month, the row or the seed is wrong,
        or the question cannot be asked of that state.

    Examples
    --------
    >>> answer = why("baseline", "threat", "2022-03", state="Seoul", of="Pyongyang")
    >>> felt = answer.parts[-1]
    >>> felt.total == sum(term.value for term in felt.terms)
    True
    """
    question = asked(what, state, of)
    if lang not in PHRASES:
        raise InputError(f"lang is {lang!r}; it must be 'en' or 'ko'")
    scenario = world if isinstance(world, Scenario) else load_scenario(world)
    month_of(scenario, month)
    checked_row(row)
    past = replay(scenario, month, row=row, seed=seed, progress=progress)
    about = _about(question, past, lang)
    parts = tuple(
        part
        for step in question.question.steps
        if _belongs(step.phase, step.states, past, about)
        for part in main_parts(step, past, about)
    )
    two = about.two if question.question.other else None
    choices = choices_of(question.question.what, past, state=about.state, two=two)
    return Answer(
        what=question.question.what,
        state=about.state,
        other=about.other,
        month=month,
        scenario=scenario.name,
        seed=seed,
        row=past.row,
        lang=lang,
        headline=headline(question.question.what, past, about, choices),
        parts=parts,
        decisions=tuple(_decision(choice, past, about) for choice in choices),
        deeper=parts_behind(parts, past, about) if deeper else (),
        flips=_flips(choices, past, about) if flip else (),
    )


# -------------------------------------------------------------------- who is meant


def _about(question: Asked, past: Replay, lang: str) -> About:
    """Return whom a question is about, the second state found where none is named."""
    if not question.question.other or question.other:
        return About(question.state, question.other, lang)
    series = question.question.steps[-1].series
    candidates = [
        (one, other)
        for one in STATES
        if question.state in ("", one)
        for other in others(one)
        if between(one, other) in question.question.other
    ]

    def size(two: tuple[str, str]) -> float:
        pair = ".".join(between(*two))
        key = series.format(state=two[0], other=two[1], pair=pair)
        return past.now.series[key]

    # Of several that are alike, the first in the order of the cast.
    state, other = max(candidates, key=size)
    return About(state, other, lang)


def _belongs(phase: str, states: tuple[str, ...], past: Replay, about: About) -> bool:
    """Return whether a step belongs to the answer: for these states, in this phase."""
    if about.state and about.state not in states:
        return False
    before = past.before.series
    talking, deal = before["talking"], before["deal"]
    if phase in ("quiet", "going"):
        assert about.two is not None
        return (before[f"crisis.{'.'.join(about.two)}"] > 0) == (phase == "going")
    now = "talking" if talking else "deal" if deal else "opening"
    return phase in ("", now)


# --------------------------------------------------------------------- what was decided


def _held(choice: Choice, past: Replay) -> bool:
    """Return whether a choice was really made, or only would have been."""
    if choice.name == "line":
        review = past.now.call("posture_review", "NK")
        assert review is not None
        return bool(past.luck("posture_review") < review.terms.total[0])
    return choice.name != "role" or bool(past.today["new_year"])


def _decision(choice: Choice, past: Replay, about: About) -> Decision:
    chances, worths = choice.chances(), choice.worths()
    edges = np.cumsum(chances)
    taken = int(choice.outcome()[0])
    names = choice.outcomes
    if choice.name == "crisis":
        names, taken = _moves(choice, past, about)
    options = tuple(
        Option(
            name=name,
            label=_label(name, about.lang),
            utility=None if worths is None else float(worths[place]),
            chance=float(chances[place]),
            low=float(edges[place] - chances[place]),
            high=float(edges[place]),
            taken=place == taken,
        )
        for place, name in enumerate(names)
    )
    who = named(choice.who, about.lang) if choice.who else ""
    title = said(CHOSEN[about.lang][choice.name], about.lang, state=who)
    return Decision(
        name=choice.name,
        title=title,
        luck=choice.draw,
        options=options,
        held=_held(choice, past),
    )


_MOVES = ("falls", "stays", "rises")


def _moves(choice: Choice, past: Replay, about: About) -> tuple[tuple[str, ...], int]:
    """Return how a crisis could have moved by itself, and how luck had it."""
    chances = choice.chances()
    edges = np.cumsum(chances)[:-1]
    return _MOVES, int(np.searchsorted(edges, choice.draw))


def _label(name: str, lang: str) -> str:
    return PHRASES[lang][name] if name in _MOVES else ENDS[name].name[lang]


# --------------------------------------------------------------- what would have turned


def _flips(choices: Sequence[Choice], past: Replay, about: About) -> tuple[Flip, ...]:
    from analysis.why.flip import turns

    return tuple(
        _flip(choice, turn, about, held=_held(choice, past))
        for choice in choices
        for turn in turns(choice)
    )


def _flip(choice: Choice, turn: Turn, about: About, *, held: bool) -> Flip:
    varied, lang = turn.varied, about.lang
    words = about.words(choice.who or "common")
    label = said(INPUTS[varied.rule, varied.name].words[lang], lang, **words)
    sentence = ""
    if turn.needed is not None:
        kind = varied.kind
        phrase = "flip" if kind != "yes" else "flip yes" if turn.needed else "flip no"
        value, needed = _told_apart(varied.value, turn.needed)
        sentence = said(
            PHRASES[lang][phrase],
            lang,
            input=label,
            value=value,
            needed=needed,
            who=_who(choice, about),
            would=ENDS[turn.outcome].would[lang],
        )
        sentence = sentence[0].upper() + sentence[1:]
    return Flip(
        decision=choice.name,
        label=label,
        value=varied.value,
        needed=turn.needed,
        low=varied.low,
        high=varied.high,
        unit=unit_words(varied.unit, lang),
        outcome=ENDS[turn.outcome].name[lang] if turn.outcome else "",
        sentence=sentence,
        given="" if held else PHRASES[lang][f"given {choice.name}"],
    )


def _told_apart(value: float, needed: float) -> tuple[str, str]:
    """Return two numbers with as many digits as it takes to tell them apart."""
    for digits in range(2, 9):
        pair = number(value, digits), number(needed, digits)
        if pair[0] != pair[1]:
            return pair
    return pair


def _who(choice: Choice, about: About) -> str:
    """Return the subject of what would have happened."""
    words = PHRASES[about.lang]
    if choice.who:
        return named(choice.who, about.lang)
    if choice.name == "crisis":
        return said(words["crisis who"], about.lang, **about.words("common"))
    return words[_SUBJECTS[choice.name]]


_SUBJECTS = {
    "opening": "talks who",
    "ending": "talks who",
    "breach": "deal who",
    "treaty": "exchange who",
    "acknowledgment": "leaders who",
}
