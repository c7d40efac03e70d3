"""Live pages: what is shown of a session is made anew when it has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nicegui import ui

from analysis.game.session import RefusedError
from analysis.interfaces.classroom.frame import prose, text
from analysis.interfaces.classroom.game.words import (
    clock,
    quarter,
    refused,
)
from analysis.interfaces.happenings import event_words
from analysis.interfaces.text import TEXT
from sim.cast import LABELS
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from nicegui.element import Element

    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["LivePage"]

EVERY = 0.5
"""Seconds between looks at the session."""

_NEVER = object()
"""What nothing that is shown is equal to."""


@dataclass(eq=False)
class _Part:
    """Something that is told when what it depends on has changed."""

    of: Callable[[], object]
    tell: Callable[[], None]
    last: object = _NEVER


class LivePage:
    """What the pages of one session have in common.

    Parameters
    ----------
    session : Session
        The game that is shown.
    lang : {'en', 'ko'}
        The language of the page.
    """

    def __init__(self, session: Session, lang: Lang) -> None:
        self.session, self.lang, self.words = session, lang, TEXT[lang]
        self._parts: list[_Part] = []
        self._version = -1

    def when(self, of: Callable[[], object], tell: Callable[[], None]) -> None:
        """Tell something at once, and whenever what it depends on has changed."""
        self._parts.append(_Part(of, tell))

    def made(
        self, of: Callable[[], object], make: Callable[[], None], classes: str = ""
    ) -> Element:
        """Make a place whose content is made anew when what it depends on changes."""
        place = ui.element("div").classes(classes)

        def tell() -> None:
            place.clear()
            with place:
                make()

        self.when(of, tell)
        return place

    def start(self) -> None:
        """Show everything, and go on looking."""
        self.refresh()
        ui.timer(EVERY, self.refresh)

    def refresh(self) -> None:
        """Show the time, and whatever has changed."""
        shown = clock(self.session.left)
        if self._clock.text != shown:
            self._clock.set_text(shown)
        if self.session.version == self._version:
            return
        self._version = self.session.version
        for part in self._parts:
            now = part.of()
            if now != part.last:
                part.last = now
                part.tell()

    def act(self, what: Callable[[], object]) -> bool:
        """Do something, or say why it is refused; return whether it was done."""
        self._said.set_text("")
        try:
            what()
        except RefusedError as error:
            self._said.set_text(refused(error.key, error.values, self.lang))
            return False
        except InputError as error:
            self._said.set_text(error.message)
            return False
        self.refresh()
        return True

    # ------------------------------------------------------------- what all pages show

    @property
    def turn(self) -> int:
        """The turn that is shown: the one to be played, or the last."""
        return min(self.session.board.turn, self.session.game.turns)

    def head(self) -> None:
        """Make the line that says where the game stands."""
        with ui.element("div").classes("stands"):
            self._turn = text("span", "", "turn")
            self._quarter = text("span", "", "when")
            self._status = text("span", "", "status").props("role=status")
            with ui.element("span").classes("clock"):
                text("span", self.words["game clock"], "quiet")
                self._clock = text("span", "", "time").props("role=timer")
        self._said = prose("", "bad").props("role=alert")
        self.when(lambda: (self.turn, self.session.status), self._tell_turn)

    def _tell_turn(self) -> None:
        words, game = self.words, self.session.game
        at = words["game turn"].format(turn=self.turn, turns=game.turns)
        self._turn.set_text(at)
        self._quarter.set_text(quarter(game.months(self.turn), self.lang))
        self._status.set_text(words[f"game status {self.session.status}"])

    def deciders(self) -> None:
        """Make the list of who has decided, without a word of what."""

        def shown() -> tuple[tuple[str, bool], ...]:
            seated = self.session.teams
            committed = self.session.committed
            played = self.session.game.played
            return tuple((one, one in committed) for one in played if one in seated)

        def make() -> None:
            words, names = self.words, LABELS[self.lang]
            with (
                ui.element("ul")
                .classes("deciders")
                .props(f'aria-label="{words["game who"]}"')
            ):
                for state, done in shown():
                    how = words["game decided" if done else "game deciding"]
                    mark = "✓" if done else "…"
                    line = text("li", f"{mark} {names[state]}: {how}")
                    line.classes("done" if done else "")

        self.made(shown, make)

    def announced(self) -> None:
        """Make the line that says what the teacher has let happen in this turn."""

        def now() -> tuple[str, ...]:
            turn = self.session.board.turn
            return tuple(kind for at, kind in self.session.events if at == turn)

        def make() -> None:
            if now():
                what = ", ".join(event_words(kind, self.lang) for kind in now())
                prose(self.words["game announced"].format(what=what), "announced")

        self.made(now, make)
