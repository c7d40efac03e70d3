"""What a debrief says, in sentences made of its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.game.spirals import ALARMING, ARMS
from analysis.interfaces.debrief.numbers import money, percent, points, signed, threat
from analysis.interfaces.text import TEXT
from analysis.why.words import named, said
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.game.debrief import Debrief
    from analysis.game.misread import Misreading
    from analysis.game.spirals import Spiral

__all__ = [
    "arms_seen",
    "fear_seen",
    "in_short",
    "misread_worst",
    "spiral_told",
    "without_seen",
]

_MOST = 5
"""So many misreadings are told in sentences, of each kind."""

_WORTH = 0.1
"""Share by which a belief has to miss the true type to be told of. Ours."""


def in_short(told: Debrief, lang: str) -> tuple[str, ...]:
    """Return the debrief in a few sentences, the first one the most general.

    Parameters
    ----------
    told : Debrief
        The game.
    lang : {'en', 'ko'}
        The language of words.
    """
    words, lines = TEXT[lang], told.courses.of_each
    before, after = (
        {name: sum(lines[name][one][place] for one in STATES) for name in lines}
        for place in (0, -1)
    )
    general = said(
        words["debrief general"],
        lang,
        first=told.courses.months[1],
        last=told.courses.months[-1],
        before=money(before["spending"]),
        after=money(after["spending"]),
        change=signed(percent(after["spending"] / before["spending"] - 1.0)),
        less=threat(before["threat"]),
        more=threat(after["threat"]),
    )
    return (general, *_spirals_counted(told, lang), *_most_of_all(told, lang))


def _spirals_counted(told: Debrief, lang: str) -> tuple[str, ...]:
    words = TEXT[lang]
    if not told.spirals:
        return (words["debrief no spiral"],)
    pairs = [
        said(
            words["debrief began"],
            lang,
            pair=_pair(one.pair, lang),
            starter=words["debrief both"]
            if len(one.started) > 1
            else LABELS[lang][one.started[0]],
        )
        for one in told.spirals
    ]
    counted = {"n": len(pairs), "pairs": "; ".join(pairs)}
    return (said(words["debrief spirals"], lang, **counted),)


def _most_of_all(told: Debrief, lang: str) -> tuple[str, ...]:
    """Return who paid most beyond the start, who misread most, which turn mattered."""
    words = TEXT[lang]
    payer = max(STATES, key=lambda one: told.costs[one].beyond / told.costs[one].kept)
    cost, worst = told.costs[payer], told.misread[0]
    found = [
        said(
            words["debrief most paid"],
            lang,
            state=_opening(payer, lang),
            beyond=money(cost.beyond),
            share=percent(cost.beyond / cost.kept),
            change=signed(threat(cost.threat_change)),
        ),
        _misread(worst, lang),
    ]
    turn = told.mattered_most
    if turn is None:
        found.append(words["debrief none mattered"])
    else:
        less, money_less = told.spared(turn)
        found.append(
            said(
                words["debrief mattered"],
                lang,
                turn=turn,
                threat=threat(-less),
                money=signed(money(money_less)),
            )
        )
    return tuple(found)


def arms_seen(told: Debrief, lang: str) -> tuple[str, ...]:
    """Return what is seen on the chart of arms, a sentence for each state.

    Parameters
    ----------
    told, lang
        As for :func:`in_short`.
    """
    lines = told.courses.of_each
    return tuple(
        said(
            TEXT[lang]["debrief arms seen"],
            lang,
            state=_opening(state, lang),
            before=money(lines["spending"][state][0]),
            after=money(lines["spending"][state][-1]),
            change=signed(percent(_growth(lines["spending"][state]))),
            low=threat(lines["burden"][state][0]),
            high=threat(lines["burden"][state][-1]),
        )
        for state in STATES
    )


def fear_seen(told: Debrief, lang: str) -> tuple[str, ...]:
    """Return what is seen on the chart of threat, a sentence for each state.

    Parameters
    ----------
    told, lang
        As for :func:`in_short`.
    """
    felt = told.courses.felt
    found = []
    for state in STATES:
        line = told.courses.of_each["threat"][state]
        most = max(
            (other for one, other in felt if one == state),
            key=lambda other: felt[state, other][-1] - felt[state, other][0],
        )
        moved = felt[state, most][-1] - felt[state, most][0]
        grew = "debrief fear seen" if moved > 0 else "debrief fear eased"
        found.append(
            said(
                TEXT[lang][grew],
                lang,
                state=_opening(state, lang),
                before=threat(line[0]),
                after=threat(line[-1]),
                other=named(most, lang),
                moved=signed(threat(moved)),
            )
        )
    return tuple(found)


def spiral_told(found: Spiral, lang: str) -> str:
    """Return a spiral in sentences: who began, what both did, what both felt.

    Parameters
    ----------
    found : Spiral
        The spiral.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    key = "debrief spiral one" if len(found.started) == 1 else "debrief spiral both"
    parts = [
        said(
            words[key],
            lang,
            pair=_pair(found.pair, lang),
            first=found.first,
            last=found.last,
            starter=_opening(found.started[0], lang),
        )
    ]
    for state, other in (found.pair, found.pair[::-1]):
        own = [one for one in found.steps if one.state == state]
        how = [
            said(words[phrase], lang, turns=_listed(turns))
            for phrase, turns in (
                ("debrief by budget", [one.turn for one in own if one.growth >= ARMS]),
                ("debrief by acts", [one.turn for one in own if one.alarm >= ALARMING]),
            )
            if turns
        ]
        before, after = found.spending[state]
        parts.append(
            said(
                words["debrief spiral side"],
                lang,
                state=_opening(state, lang),
                how=words["debrief and"].join(how),
                before=money(before),
                after=money(after),
                change=signed(percent(after / before - 1.0)),
                other=named(other, lang),
                less=threat(found.felt[state][0]),
                more=threat(found.felt[state][1]),
            )
        )
    return " ".join(parts)


def misread_worst(told: Debrief, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the worst misreadings in sentences: for the worse, and for the better.

    Parameters
    ----------
    told, lang
        As for :func:`in_short`.
    """
    over = [one for one in told.misread if one.error > _WORTH][:_MOST]
    under = [one for one in told.misread if one.error < -_WORTH][:_MOST]
    return (
        tuple(_misread(one, lang) for one in over),
        tuple(_misread(one, lang) for one in under),
    )


def without_seen(told: Debrief, turn: int, lang: str) -> tuple[str, ...]:
    """Return what is seen on the chart of a turn without arming, for each state.

    Parameters
    ----------
    told, lang
        As for :func:`in_short`.
    turn : int
        From 1.
    """
    fork, was = told.unarmed[turn - 1], told.courses.of_each["threat"]
    return tuple(
        said(
            TEXT[lang]["debrief without seen"],
            lang,
            state=_opening(state, lang),
            would=threat(fork.threat[state][-1]),
            was=threat(was[state][-1]),
        )
        for state in STATES
    )


def _misread(one: Misreading, lang: str) -> str:
    return said(
        TEXT[lang][
            "debrief misread over" if one.error > 0 else "debrief misread under"
        ],
        lang,
        state=_opening(one.state, lang),
        other=named(one.other, lang),
        belief=percent(one.mean),
        truth=percent(one.truth),
        error=points(one.error),
    )


def _growth(line: tuple[float, ...]) -> float:
    return line[-1] / line[0] - 1.0


def _pair(two: tuple[str, str], lang: str) -> str:
    return TEXT[lang]["debrief pair"].format(*(LABELS[lang][one] for one in two))


def _opening(state: str, lang: str) -> str:
    """Return a state's name as a sentence begins with it."""
    name = named(state, lang)
    return name[0].upper() + name[1:]


def _listed(turns: Iterable[int]) -> str:
    return ", ".join(str(turn) for turn in turns)
