"""The debrief of a game that is over, as a page of its own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["debriefing"]


def debriefing(session: Session, lang: Lang) -> str:
    """Return the page that a class keeps, as HTML.

    Parameters
    ----------
    session : Session
        A game that is over.
    lang : {'en', 'ko'}
        The language of the page.
    """
    title = escape(TEXT[lang]["game debrief"])
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        f"<title>{title}</title><h1>{title}</h1><p>{escape(session.code)}</p></html>"
    )
