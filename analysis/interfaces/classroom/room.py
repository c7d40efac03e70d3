"""The room: what all browsers of one server share."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter, OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from analysis.classroom.desk import Desk

if TYPE_CHECKING:
    from analysis.classroom.lesson import WhyAsked
    from analysis.classroom.reading import Direction
    from analysis.classroom.settings import Setting
    from analysis.interfaces.text import Lang
    from analysis.why import Answer as Because

__all__ = ["Room"]

MOST_STUDENTS = 2_000
"""Predictions of one lesson; further ones are not counted."""

REMEMBERED = 500
"""Months taken apart that are kept."""


@dataclass(eq=False)
class Room:
    """What one server of a classroom holds, in memory and nowhere else.

    Attributes
    ----------
    desk : Desk
        Where questions to the model are handed in.
    teacher : str
        What the address of the teacher's page ends in; nobody can guess it.
    """

    desk: Desk = field(default_factory=Desk)
    teacher: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    _predicted: dict[str, dict[str, Direction]] = field(default_factory=dict)
    _because: OrderedDict[object, asyncio.Future[Because]] = field(
        default_factory=OrderedDict
    )
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="why")
    )

    def commit(self, lesson: str, who: str, what: Direction) -> Direction:
        """Take a prediction and return the one that counts: the first."""
        said = self._predicted.setdefault(lesson, {})
        if who not in said and len(said) < MOST_STUDENTS:
            said[who] = what
        return said.get(who, what)

    def committed(self, lesson: str, who: str) -> Direction | None:
        """Return what a browser has predicted, if anything."""
        return self._predicted.get(lesson, {}).get(who)

    def said(self, lesson: str) -> Counter[Direction]:
        """Return how many have predicted what."""
        return Counter(self._predicted.get(lesson, {}).values())

    def clear(self, lesson: str) -> None:
        """Forget a lesson's predictions."""
        self._predicted.pop(lesson, None)

    async def why(self, setting: Setting, asked: WhyAsked, lang: Lang) -> Because:
        """Return what led to a month of one future under a setting.

        Raises
        ------
        InputError
            If the question cannot be asked there.
        """
        key = setting, asked.model_dump_json(), lang
        if key not in self._because:
            # Kept while it is made: a class asks about the same month all at once.
            self._because[key] = self._taken_apart(setting, asked, lang)
            while len(self._because) > REMEMBERED:
                self._because.popitem(last=False)
        try:
            # One who goes away must not take it from others who wait for it.
            return await asyncio.shield(self._because[key])
        except Exception:
            self._because.pop(key, None)
            raise

    def _taken_apart(
        self, setting: Setting, asked: WhyAsked, lang: Lang
    ) -> asyncio.Future[Because]:
        from analysis.why import why

        explain = partial(
            why,
            setting.whole(),
            asked.what,
            asked.month,
            state=asked.state,
            of=asked.of,
            row=asked.row,
            lang=lang,
        )
        return asyncio.get_running_loop().run_in_executor(self._thread, explain)

    def close(self) -> None:
        """Let go of the threads."""
        self.desk.close()
        self._thread.shutdown(wait=False, cancel_futures=True)
