"""What a state sees, on its team's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from analysis.interfaces.classroom.frame import (
    folded,
    heading,
    plain_table,
    prose,
    text,
)
from analysis.interfaces.classroom.game.words import (
    crisis_step,
    figure,
    moved,
    news_words,
    points,
    series_words,
    term_words,
)
from analysis.interfaces.text import TEXT
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.game.sight import Judged, News, Sight
    from analysis.interfaces.text import Lang

__all__ = ["show_news", "show_sight"]

_FIRST_BOOKS = ("threat", "burden", "spending", "capability", "gdp", "warheads")
"""Series of its own that a team sees first; the others are folded away."""

_COMMON = (
    "fighting",
    "front",
    "talking",
    "deal",
    "stringency",
    "panel",
    "treaty",
    "acknowledged",
    "polarization",
    "trilateral",
)
"""Series that belong to nobody, of what everybody can follow."""


def show_sight(sight: Sight, lang: Lang) -> None:
    """Put on the page what a state believes, feels, has and can follow."""
    words = TEXT[lang]
    prose(words["game sees note"], "quiet")
    with ui.element("ul").classes("judged"):
        for other, judged in sight.others.items():
            with ui.element("li").classes("panel"):
                heading(4, LABELS[lang][other])
                _judged(sight, other, judged, lang)
    heading(3, words["game books"])
    own = sight.own
    first = [key for key in own if key.split(".")[0] in _FIRST_BOOKS]
    first.sort(key=lambda key: _FIRST_BOOKS.index(key.split(".")[0]))
    _table(first, own, lang)
    with folded(words["game books more"]):
        _table([key for key in own if key not in first], own, lang)
    with folded(words["game public"]):
        _table([key for key in _COMMON if key in sight.public], sight.public, lang)


def show_news(news: Iterable[News], lang: Lang) -> None:
    """Put on the page what all the world saw."""
    told = list(news)
    if not told:
        prose(TEXT[lang]["game no news"], "quiet")
        return
    with ui.element("ul").classes("news"):
        for one in told:
            with ui.element("li"):
                text("span", one.month, "quiet")
                text("span", news_words(one, lang))


def _judged(sight: Sight, other: str, judged: Judged, lang: Lang) -> None:
    words, state = TEXT[lang], sight.state
    with ui.element("dl").classes("facts"):
        by = points(judged.belief, judged.belief_before, lang)
        _fact(words["game belief"], f"{judged.belief:.0%}", by, judged.belief)
        by = moved(judged.threat, judged.threat_before, lang)
        _fact(words["game threat"], f"{judged.threat:.2f}", by)
        depth, before = sight.public[_between("depth", state, other)]
        _fact(words["game tie"], f"{depth:.0%}", points(depth, before, lang), depth)
        spends, before = sight.public[f"burden.{other}"]
        spent = words["game of gdp"].format(value=f"{spends:.1f}")
        _fact(words["game spends"], spent, moved(spends, before, lang))
        crisis = sight.public.get(_between("crisis", state, other), (0.0, 0.0))[0]
        if crisis > 0:
            _fact(words["game crisis"], crisis_step(crisis, lang), "")
    if not judged.terms:
        return  # nothing has been seen yet: the game begins
    if judged.alarms:
        ranked = sorted(judged.alarms.items(), key=lambda one: -one[1])
        acts = [
            words["game alarm"].format(act=words[f"game act {act}"], share=f"{by:.0%}")
            for act, by in ranked
        ]
        prose(words["game alarmed"].format(what=", ".join(acts)), "small")
    else:
        prose(words["game alarmed none"], "small")
    with folded(words["game made of"]):
        for rule, terms in (
            ("threat", judged.terms),
            ("hostile_intent", judged.intent),
            ("vulnerability", judged.vulnerability),
        ):
            _terms(rule, terms, (state, other), lang)


def _terms(
    rule: str, terms: Mapping[str, float], two: tuple[str, str], lang: Lang
) -> None:
    """Show what one value is made of, greatest first."""
    words = TEXT[lang]
    total = f"{sum(terms.values()):.2f}"
    text("p", words[f"game {_RULES[rule]} terms"].format(total=total), "of")
    with ui.element("ul").classes("terms"):
        for term, value in sorted(terms.items(), key=lambda one: -abs(one[1])):
            if value:
                said = term_words(rule, term, *two, lang)
                text("li", f"{value:.2f}  {said}")


_RULES = {
    "threat": "threat",
    "hostile_intent": "intent",
    "vulnerability": "vulnerability",
}
"""What rules are called in the words of this page."""


def _fact(name: str, value: str, by: str, share: float | None = None) -> None:
    """Show a number, how it moved, and its bar if it is a share."""
    with ui.element("div"):
        text("dt", name)
        with ui.element("dd"):
            text("strong", value)
            text("span", by, "quiet")
            if share is not None:
                bar = ui.element("span").classes("bar-of").props("aria-hidden=true")
                bar.style(f"--share: {share:.1%}")


def _between(name: str, one: str, other: str) -> str:
    """Return the series of two states, in the one order that there is."""
    first, second = sorted((one, other), key=STATES.index)
    return f"{name}.{first}.{second}"


def _table(
    keys: Iterable[str], books: Mapping[str, tuple[float, float]], lang: Lang
) -> None:
    words = TEXT[lang]
    lines = [
        (
            series_words(key, lang),
            figure(key, now, lang),
            figure(key, before, lang),
        )
        for key in keys
        for now, before in [books[key]]
    ]
    if lines:
        plain_table([words[f"game {one}"] for one in ("what", "now", "before")], lines)
