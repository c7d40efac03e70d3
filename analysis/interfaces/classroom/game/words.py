"""What stands on the pages of the game, as words: numbers, quarters, news, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.interfaces.classroom.words import noted
from analysis.interfaces.text import TEXT
from analysis.why.sources import TERMS, settled
from analysis.why.words import ENDS, unit_words
from sim.cast import LABELS
from sim.rules.crisis import STEPS
from sim.state import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analysis.game.advisers import Outlook
    from analysis.game.sight import News
    from analysis.interfaces.text import Lang

__all__ = [
    "clock",
    "crisis_step",
    "expected",
    "figure",
    "is_told",
    "level",
    "moved",
    "news_words",
    "points",
    "quarter",
    "refused",
    "series_words",
    "states_words",
    "term_words",
]

_SMALL = 0.005
"""Half of the last digit that is shown: what is smaller is no change on a page."""


def clock(seconds: float) -> str:
    """Return seconds as minutes and seconds.

    Examples
    --------
    >>> clock(150.2), clock(-1.0)
    ('2:31', '0:00')
    """
    # Rounded up, as a clock that shows 0:00 has run out.
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def quarter(months: Sequence[str], lang: Lang) -> str:
    """Return the months of a turn as a quarter of a year, where they are one."""
    first, last = months[0], months[-1]
    year, month = first[:4], int(first[-2:])
    if month % len(months) == 1:
        place = (month - 1) // len(months) + 1
        return TEXT[lang]["game quarter"].format(year=year, quarter=place)
    return TEXT[lang]["game months"].format(first=first, last=last)


def states_words(states: Iterable[str], lang: Lang) -> str:
    """Return states by name, one after another."""
    return ", ".join(LABELS[lang][one] for one in states)


def refused(key: str, values: Mapping[str, object], lang: Lang) -> str:
    """Return in words why something was refused."""
    return TEXT[lang][f"game refused {key}"].format(**values)


# -------------------------------------------------------------------- numbers


def signed(value: float, digits: int) -> str:
    """Return a number with its sign, a minus that is one."""
    return f"{value:+.{digits}f}".replace("-", "−")


def points(now: float, before: float, lang: Lang) -> str:
    """Return how a share moved, in percentage points."""
    if abs(now - before) < _SMALL:
        return TEXT[lang]["game unchanged"]
    return TEXT[lang]["game points"].format(by=signed(100 * (now - before), 0))


def moved(now: float, before: float, lang: Lang) -> str:
    """Return how a number moved, to its second digit."""
    if abs(now - before) < _SMALL:
        return TEXT[lang]["game unchanged"]
    return signed(now - before, 2)


def figure(key: str, value: float, lang: Lang) -> str:
    """Return the value of a series; its unit stands with its name."""
    words, unit = TEXT[lang], SERIES[key].unit
    if unit == "0 or 1":
        return words["game yes" if value > 0 else "game no"]
    if unit == "share":
        return f"{value:.0%}"
    if unit == "% of GDP":
        return f"{value:.2f}"
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:.3g}"


_LARGE = 100
"""From here on a number has no digits behind its point."""

_BARE = ("0 or 1", "share", "threat", "ratio", "utility", "signed share")
"""Units that are not said: the number or its name says enough."""


def series_words(key: str, lang: Lang) -> str:
    """Return what a series is and its unit, without the state that it is about."""
    field, words = SERIES[key], TEXT[lang]
    parts = key.split(".")[2:]
    kinds = [words.get(f"game kind {one}", LABELS[lang].get(one, one)) for one in parts]
    name = field.ko if lang == "ko" else field.en
    named = f"{name}: {', '.join(kinds)}" if kinds else name
    unit = field.unit
    return named if unit in _BARE else noted(named, unit_words(unit, lang))


# ---------------------------------------------------------- what advisers say


def expected(measure: str, found: Outlook, alone: Outlook, lang: Lang) -> str:
    """Return what is expected of an option against leaving all to the rules.

    Parameters
    ----------
    measure : str
        One of :data:`analysis.game.advisers.MEASURES`.
    found, alone : Outlook
        Of the option, and of leaving all to them.
    lang : {'en', 'ko'}
        The language.
    """
    if found.direction == 0:
        return "="
    words = TEXT[lang]
    arrow = "▲" if found.direction > 0 else "▼"
    if measure == "crisis":
        by = words["game points"].format(by=signed(100 * found.change, 1))
    elif measure == "burden":
        by = words["game of burden"].format(by=f"{signed(found.change, 2)}%")
    else:
        share = signed(100 * found.change / alone.level, 1)
        by = words["game percent"].format(by=share)
    return f"{arrow} {by}"


def level(measure: str, found: Outlook, lang: Lang) -> str:
    """Return the level of what is expected a year ahead."""
    if measure == "crisis":
        return f"{found.level:.0%}"
    if measure == "burden":
        return f"{found.level:.2f}%"
    return f"{found.level:.2f}"


# ------------------------------------------------------------ what has happened


def crisis_step(step: float, lang: Lang) -> str:
    """Return the step of a crisis in words."""
    return ENDS[STEPS[round(step)]].name[lang]


_SCALES = ("exercise", "called_off")
"""News whose value is a scale, and not a count or a step."""

_SMALLEST = 0.05
"""The scale of exercises below which there is nothing to tell: half of 0.1."""


def is_told(news: News) -> bool:
    """Return whether news are worth a line; next to no exercise is none."""
    return news.kind not in _SCALES or news.value >= _SMALLEST


def news_words(news: News, lang: Lang) -> str:
    """Return news as a sentence."""
    names = [LABELS[lang][one] for one in news.states] + ["", ""]
    number = f"{news.value:.1f}" if news.kind in _SCALES else f"{news.value:.0f}"
    step = crisis_step(news.value, lang) if news.kind == "crisis" else ""
    sentence = TEXT[lang][f"game news {news.kind}"]
    return sentence.format(one=names[0], other=names[1], n=number, step=step)


def term_words(rule: str, term: str, state: str, other: str, lang: Lang) -> str:
    """Return what a term of what a state makes of another is called."""
    names = LABELS[lang]
    said = TERMS[rule, term].words[lang].format(state=names[state], other=names[other])
    return settled(said) if lang == "ko" else said
