"""What a state sees, on its team's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.interfaces.classroom.game.words import (
    crisis_step,
    figure,
    is_told,
    moved,
    news_words,
    points,
    series_words,
    term_words,
)
from analysis.interfaces.classroom.markup import Markup, put, table, tag
from analysis.interfaces.text import TEXT
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.game.sight import News, Sight
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
    words, own = TEXT[lang], sight.own
    first = [key for key in own if key.split(".")[0] in _FIRST_BOOKS]
    first.sort(key=lambda key: _FIRST_BOOKS.index(key.split(".")[0]))
    rest = [key for key in own if key not in first]
    common = [key for key in _COMMON if key in sight.public]
    judged = (
        tag("li", *_judged(sight, other, lang), cls="panel") for other in sight.others
    )
    put(
        tag("p", words["game sees note"], cls="quiet"),
        tag("ul", *judged, cls="judged"),
        tag("h3", words["game books"]),
        _books(first, own, lang),
        _folded(words["game books more"], _books(rest, own, lang)),
        _folded(words["game public"], _books(common, sight.public, lang)),
    )


def show_news(news: Iterable[News], lang: Lang) -> None:
    """Put on the page what all the world saw."""
    told = [
        tag(
            "li",
            tag("span", one.month, cls="quiet"),
            tag("span", news_words(one, lang)),
        )
        for one in news
        if is_told(one)
    ]
    if told:
        put(tag("ul", *told, cls="news"))
    else:
        put(tag("p", TEXT[lang]["game no news"], cls="quiet"))


def _judged(sight: Sight, other: str, lang: Lang) -> Iterator[Markup]:
    """Yield what a state makes of one other."""
    words, state, judged = TEXT[lang], sight.state, sight.others[other]
    facts = [
        _fact(
            words["game belief"],
            f"{judged.belief:.0%}",
            points(judged.belief, judged.belief_before, lang),
            judged.belief,
        ),
        _fact(
            words["game threat"],
            f"{judged.threat:.2f}",
            moved(judged.threat, judged.threat_before, lang),
        ),
    ]
    depth, before = sight.public[_between("depth", state, other)]
    by = points(depth, before, lang)
    facts.append(_fact(words["game tie"], f"{depth:.0%}", by, depth))
    spends, before = sight.public[f"burden.{other}"]
    spent = words["game of gdp"].format(value=f"{spends:.1f}")
    facts.append(_fact(words["game spends"], spent, moved(spends, before, lang)))
    crisis = sight.public.get(_between("crisis", state, other), (0.0, 0.0))[0]
    if crisis > 0:
        facts.append(_fact(words["game crisis"], crisis_step(crisis, lang), ""))
    yield tag("h4", LABELS[lang][other])
    yield tag("dl", *facts, cls="facts")
    if not judged.terms:
        return  # nothing has been seen yet: the game begins
    alarmed = words["game alarmed none"]
    if judged.alarms:
        ranked = sorted(judged.alarms.items(), key=lambda one: -one[1])
        acts = [
            words["game alarm"].format(act=words[f"game act {act}"], share=f"{by:.0%}")
            for act, by in ranked
        ]
        alarmed = words["game alarmed"].format(what=", ".join(acts))
    yield tag("p", alarmed, cls="small")
    made = (
        ("threat", judged.terms),
        ("hostile_intent", judged.intent),
        ("vulnerability", judged.vulnerability),
    )
    terms = [_terms(rule, of, (state, other), lang) for rule, of in made]
    yield _folded(words["game made of"], *terms)


def _terms(
    rule: str, terms: Mapping[str, float], two: tuple[str, str], lang: Lang
) -> Markup:
    """Return what one value is made of, greatest first."""
    total = f"{sum(terms.values()):.2f}"
    said = TEXT[lang][f"game {_RULES[rule]} terms"].format(total=total)
    ranked = sorted(terms.items(), key=lambda one: -abs(one[1]))
    lines = (
        tag("li", f"{value:.2f}  {term_words(rule, term, *two, lang)}")
        for term, value in ranked
        if value
    )
    return tag("p", said, cls="of") + tag("ul", *lines, cls="terms")


_RULES = {
    "threat": "threat",
    "hostile_intent": "intent",
    "vulnerability": "vulnerability",
}
"""What rules are called in the words of this page."""


def _fact(name: str, value: str, by: str, share: float | None = None) -> Markup:
    """Return a number, how it moved, and its bar if it is a share."""
    said = [tag("strong", value), tag("span", by, cls="quiet")]
    if share is not None:
        style = f"--share: {share:.1%}"
        said.append(tag("span", cls="bar-of", style=style, aria_hidden="true"))
    return tag("div", tag("dt", name), tag("dd", *said))


def _folded(words: str, *inner: Markup) -> Markup:
    """Return something that opens: the browser's own, which keys and readers know."""
    return tag("details", tag("summary", words), *inner)


def _between(name: str, one: str, other: str) -> str:
    """Return the series of two states, in the one order that there is."""
    first, second = sorted((one, other), key=STATES.index)
    return f"{name}.{first}.{second}"


def _books(
    keys: Iterable[str], books: Mapping[str, tuple[float, float]], lang: Lang
) -> Markup:
    """Return a table of series, now and a turn ago."""
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
    heads = [words[f"game {one}"] for one in ("what", "now", "before")]
    return table(heads, lines) if lines else Markup("")
