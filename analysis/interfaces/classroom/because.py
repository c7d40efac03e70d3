"""One month of one future taken apart, on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from analysis.interfaces.classroom.frame import heading, plain_table, prose
from analysis.interfaces.classroom.words import signed
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.why import Answer, Decision, Part, Term

__all__ = ["show_because"]


def show_because(answer: Answer) -> None:
    """Put an answer on the page: what happened, term by term, and what luck did."""
    prose(answer.headline, "lead")
    options = [part for part in answer.parts if part.option]
    for part in answer.parts:
        if not part.option:
            _part(part, answer.lang)
        elif part is options[0]:
            _weighed(options, answer.lang)
    for decision in answer.decisions:
        _decision(decision, answer.lang)


def _part(part: Part, lang: str) -> None:
    words = TEXT[lang]
    heading(3, f"{_capital(part.title)}: {part.total:.3g} {part.unit}".rstrip())
    terms = [term for term in part.terms if term.value]
    if len(part.terms) > 1 and terms:
        lines = [(term.label, signed(term.value), _argument(term)) for term in terms]
        plain_table((words["why term"], part.unit, words["why argument"]), lines)
    _read(part, lang)


def _weighed(options: Sequence[Part], lang: str) -> None:
    """Show what speaks for each option, a column for each."""
    words = TEXT[lang]
    heading(3, f"{_capital(options[0].title)} ({options[0].unit})")
    named = [option.option for option in options]
    lines = [
        (
            terms[0].label,
            *(_hundredths(one.value) for one in terms),
            _argument(terms[0]),
        )
        for terms in zip(*(option.terms for option in options), strict=True)
        if any(one.value for one in terms)
    ]
    totals = [_hundredths(option.total) for option in options]
    total = words["why sum"].format(unit="").strip()
    plain_table(
        (words["why term"], *named, words["why argument"]),
        [*lines, (total, *totals, "")],
    )
    _read(options[0], lang)


def _read(part: Part, lang: str) -> None:
    """Show what the rule read, folded away: it is much, and few ask for it."""
    if not part.reads:
        return
    with ui.expansion(TEXT[lang]["why read"]).props("dense").classes("quiet"):
        for read in part.reads:
            prose(f"{read.label}: {read.value:.3g} {read.unit}".rstrip(), "quiet")


def _decision(decision: Decision, lang: str) -> None:
    words = TEXT[lang]
    heading(3, _capital(decision.title))
    lines = [
        (f"{'▶ ' if option.taken else ''}{option.label}", f"{option.chance:.1%}")
        for option in decision.options
    ]
    plain_table((words["why option"], words["why chance"]), lines)
    prose(words["why drawn"].format(luck=f"{decision.luck:.3f}"), "quiet")


def _hundredths(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _argument(term: Term) -> str:
    return f"{term.mechanism} {term.source}".strip()
