"""The charts of a debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.style import BLACK, Line
from analysis.interfaces.debrief.drawing import (
    AS_IT_WAS,
    OTHERWISE,
    Panel,
    lines_over_turns,
    looks,
)
from analysis.interfaces.text import TEXT
from analysis.why.words import named
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from analysis.game.debrief import Debrief

__all__ = ["arms", "fear", "trust", "without"]

_INDEXED = ("spending", "burden", "capability", "warheads")
"""What is drawn as a course from 100: levels of six states differ a thousandfold."""


def arms(told: Debrief, lang: str) -> Figure:
    """Draw how arms went, each state's start being 100.

    Parameters
    ----------
    told : Debrief
        The game.
    lang : {'en', 'ko'}
        The language of words.
    """
    words, names = TEXT[lang], LABELS[lang]
    panels = [
        Panel(
            title=words[f"debrief panel {name}"],
            unit=words["debrief start is 100"],
            lines={
                names[state]: [100.0 * one / line[0] for one in line]
                for state, line in told.courses.of_each[name].items()
                if line[0] > 0
            },
        )
        for name in _INDEXED
    ]
    title = words["debrief chart arms"]
    return _drawn(told, panels, looks(lang), title, lang, columns=2)


def fear(told: Debrief, lang: str) -> Figure:
    """Draw what each state felt from each other.

    Parameters
    ----------
    told, lang
        As for :func:`arms`.
    """
    words, names = TEXT[lang], LABELS[lang]
    top = 1.05 * max(max(line) for line in told.courses.felt.values())
    panels = [
        Panel(
            title=words["debrief panel felt"].format(state=named(state, lang)),
            unit=words["debrief unit threat"],
            lines={
                names[other]: line
                for (one, other), line in told.courses.felt.items()
                if one == state
            },
            span=(0.0, top),
        )
        for state in STATES
    ]
    title = words["debrief chart fear"]
    return _drawn(told, panels, looks(lang), title, lang, columns=3)


def trust(told: Debrief, lang: str) -> Figure:
    """Draw what each state was held to be, and what it was.

    Parameters
    ----------
    told, lang
        As for :func:`arms`.
    """
    words, names = TEXT[lang], LABELS[lang]
    panels = [
        Panel(
            title=words["debrief panel held"].format(state=named(state, lang)),
            unit=words["debrief unit belief"],
            lines={
                names[one]: [100.0 * value for value in line]
                for (one, other), line in told.courses.belief.items()
                if other == state
            },
            level=100.0 * told.courses.greed[state],
            span=(0.0, 100.0),
        )
        for state in STATES
    ]
    key = looks(lang) | {words["debrief true type"]: Line(BLACK, (0, ()), "")}
    title = words["debrief chart trust"]
    return _drawn(told, panels, key, title, lang, columns=3)


def without(told: Debrief, turn: int, lang: str) -> Figure:
    """Draw what would have been felt if nobody had armed in a turn.

    Parameters
    ----------
    told, lang
        As for :func:`arms`.
    turn : int
        From 1.
    """
    words, names = TEXT[lang], LABELS[lang]
    was, would = words["debrief as it was"], words["debrief if nobody"]
    fork = told.unarmed[turn - 1]
    panels = [
        Panel(
            title=names[state],
            unit=words["debrief unit threat"],
            lines={
                was: told.courses.of_each["threat"][state],
                would: fork.threat[state],
            },
        )
        for state in STATES
    ]
    title = words["debrief chart without"].format(turn=turn)
    return _drawn(
        told, panels, {was: AS_IT_WAS, would: OTHERWISE}, title, lang, columns=3
    )


def _drawn(
    told: Debrief,
    panels: list[Panel],
    key: dict[str, Line],
    title: str,
    lang: str,
    *,
    columns: int,
) -> Figure:
    """Draw panels over the turns of a game, and say below of which."""
    words = TEXT[lang]
    return lines_over_turns(
        panels,
        key,
        turns=told.turns,
        columns=columns,
        title=title,
        axis=words["debrief axis"],
        footer=words["debrief footer"].format(
            scenario=told.scenario,
            seed=told.seed,
            first=told.courses.months[1],
            last=told.courses.months[-1],
        ),
        lang=lang,
    )
