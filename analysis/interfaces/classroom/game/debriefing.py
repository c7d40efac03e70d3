"""The debrief of a game that is over, as a page of its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from analysis.game.debrief import debrief
from analysis.interfaces.debrief.page import debrief_page

if TYPE_CHECKING:
    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["Debriefs"]


class Debriefs:
    """The debriefs of a server's games, each made once for all who ask."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, int, Lang], asyncio.Task[str]] = {}

    async def page(self, session: Session, lang: Lang) -> str:
        """Return the page that a class keeps, as HTML.

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
            return await asyncio.shield(self._pages[key])
        except Exception:
            self._pages.pop(key, None)
            raise


def _page(session: Session, lang: Lang) -> str:
    return debrief_page(debrief(session.board), names=session.names, lang=lang)
