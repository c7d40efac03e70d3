"""One month of one future taken apart, on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.interfaces.classroom.frame import heading, plain_table, prose
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from analysis.why import Answer, Decision, Part

__all__ = ["show_because"]


def show_because(answer: Answer) -> None:
    """Put an answer on the page: what happened, term by term, and what luck did."""
    prose(answer.headline, "lead")
    for part in answer.parts:
        _part(part, answer.lang)
    for decision in answer.decisions:
        _decision(decision, answer.lang)


def _part(part: Part, lang: str) -> None:
    words = TEXT[lang]
    title = part.title[0].upper() + part.title[1:]
    option = f" – {part.option}" if part.option else ""
    heading(3, f"{title}{option}: {part.total:.3g} {part.unit}".rstrip())
    terms = [term for term in part.terms if term.value]
    if len(part.terms) > 1 and terms:
        lines = [
            (
                term.label,
                f"{term.value:+.3g}",
                f"{term.mechanism} {term.source}".strip(),
            )
            for term in terms
        ]
        plain_table((words["why term"], part.unit, words["why argument"]), lines)
    if part.reads:
        told = "; ".join(
            f"{read.label} {read.value:.3g} {read.unit}".rstrip() for read in part.reads
        )
        prose(f"{words['why read']}: {told}", "quiet")


def _decision(decision: Decision, lang: str) -> None:
    words = TEXT[lang]
    heading(3, decision.title[0].upper() + decision.title[1:])
    lines = [
        (f"{'▶ ' if option.taken else ''}{option.label}", f"{option.chance:.1%}")
        for option in decision.options
    ]
    plain_table((words["why option"], words["why chance"]), lines)
    prose(words["why drawn"].format(luck=f"{decision.luck:.3f}"), "quiet")
