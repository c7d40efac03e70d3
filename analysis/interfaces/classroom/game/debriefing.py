"""The debrief of a game that is over, as a page of its own."""

from __future__ import annotations

import asyncio
from html import escape
from typing import TYPE_CHECKING

from analysis.game.debrief import debrief
from analysis.interfaces.debrief.page import debrief_page
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["PATIENCE", "Debriefs", "waiting_page"]

PATIENCE = 2.0
"""Seconds after which a reader is told that the page is being made."""


class Debriefs:
    """The debriefs of a server's games, each made once for all who ask."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, int, Lang], asyncio.Task[str]] = {}

    async def page(self, session: Session, lang: Lang) -> str | None:
        """Return the page that a class keeps, as HTML; None while it is being made.

        Parameters
        ----------
        session : Session
            A game that is over.
        lang : {'en', 'ko'}
            The language of the page.

        Raises
        ------
        InputError
            If no turn was played, or what draws the page is not installed.
        """
        key = session.code, len(session.board.moves), lang
        if key not in self._pages:
            made = asyncio.to_thread(_page, session, lang)
            self._pages[key] = asyncio.create_task(made)
        try:
            # One who goes away must not take it from others who wait for it.
            made_soon = asyncio.shield(self._pages[key])
            return await asyncio.wait_for(made_soon, PATIENCE)
        except TimeoutError:
            return None
        except Exception:
            self._pages.pop(key, None)
            raise


def waiting_page(lang: Lang) -> str:
    """Return a page that says so, and asks again by itself."""
    words = TEXT[lang]
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="refresh" content="{PATIENCE:g}">'
        f'<meta name="color-scheme" content="light dark">'
        f"<title>{escape(words['game debrief'])}</title></head>"
        f'<body style="font: 1.2rem sans-serif; margin: 3rem">'
        f"<p>{escape(words['game debrief soon'])}</p></body></html>"
    )


def _page(session: Session, lang: Lang) -> str:
    return debrief_page(debrief(session.board), names=session.names, lang=lang)
