"""The teacher's screen: what the world can see, and how the game is led.

It may be on a projector, so that nothing stands on it that a team may not see.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from nicegui import ui

from analysis.interfaces.classroom.figures import Drawn
from analysis.interfaces.classroom.frame import frame, heading, prose, text
from analysis.interfaces.classroom.game.charts import (
    arms,
    crises_of,
    gravest,
    spent,
    tension,
    ties,
    ties_of,
)
from analysis.interfaces.classroom.game.live import LivePage
from analysis.interfaces.classroom.game.seen import show_news
from analysis.interfaces.classroom.game.words import (
    crisis_step,
)
from analysis.interfaces.happenings import event_words, happenings
from analysis.why.sources import settled
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["screen_page"]

_EXTENSIONS = (1, 5)
"""Minutes by which a turn is extended."""

_DEEPEST = 4
"""Ties that are said in words."""


def screen_page(session: Session, lang: Lang, *, place: str) -> None:
    """Make the teacher's screen for one browser.

    Parameters
    ----------
    session : Session
        The game.
    lang : {'en', 'ko'}
        The language.
    place : str
        Where teams join, as it is told to them.
    """
    _ScreenPage(session, lang).make(place)


class _ScreenPage(LivePage):
    """The teacher's screen in one browser."""

    def make(self, place: str) -> None:
        """Make the page."""
        words, session = self.words, self.session
        address = f"/game/teacher/{session.teacher}"
        with frame(self.lang, words["game screen"], address):
            with ui.element("div").classes("poster"):
                text("span", session.code, "big")
                text("span", words["game join at"].format(place=place), "lead")
            self.head()
            self._sure = self._dialog()
            self.made(lambda: session.status, self._buttons, "buttons")
            self.announced()
            with ui.element("div").classes("charts wall"):
                with ui.element("div"):
                    heading(3, words["game seats"])
                    self.made(self._seated, self._seats)
                with ui.element("div"):
                    heading(3, words["game news"])
                    self.made(lambda: session.board.turn, self._news)
                self._ties = Drawn(words["game ties"], self.lang)
                self._tension = Drawn(words["game tension"], self.lang)
                self._arms = Drawn(words["game arms"], self.lang)
                with ui.element("div"):
                    heading(3, words["game event"])
                    self._event()
            self.when(lambda: session.board.turn, self._draw)
            prose(words["game screen note"], "quiet keep")
            self.start()

    # ------------------------------------------------------------------ what is led

    def _buttons(self) -> None:
        words, session = self.words, self.session
        if session.status == "over":
            ui.link(
                words["game debrief"], f"/{self.lang}/game/debrief/{session.teacher}"
            ).classes("lead")
            return
        if session.status == "running":
            self._button(words["game pause"], session.pause)
        else:
            way = "begin" if session.status == "lobby" else "go on"
            self._button(words[f"game {way}"], session.begin)
        for minutes in _EXTENSIONS:
            button = self._button(
                words["game extend"].format(minutes=minutes),
                partial(session.extend, minutes),
            )
            told = words["game extend long"].format(minutes=minutes)
            button.props(f'outline aria-label="{told}"')
        if session.status != "lobby":
            self._button(words["game move on"], session.move_on).props("outline")
            end = ui.button(words["game end"], on_click=self._sure.open)
            end.props("flat")

    def _button(self, words: str, what: Callable[[], object]) -> ui.button:
        return ui.button(words, on_click=lambda: self.act(what))

    def _dialog(self) -> ui.dialog:
        """Make the question that is asked before a game is ended."""
        words = self.words

        def end() -> None:
            dialog.close()
            self.act(self.session.end)

        with ui.dialog() as dialog, ui.element("div").classes("panel asked"):
            asked = prose("")
            with ui.row():
                ui.button(words["game end yes"], on_click=end)
                ui.button(words["game end no"], on_click=dialog.close).props("outline")

        def tell() -> None:
            played = len(self.session.board.moves)
            asked.set_text(words["game end sure"].format(turns=played))

        self.when(lambda: self.turn, tell)
        return dialog

    def _seated(self) -> object:
        session = self.session
        return session.names, sorted(session.committed), session.status

    def _seats(self) -> None:
        words, session = self.words, self.session
        heads = ("state", "team", "stands")
        with (
            ui.element("div").classes("scroll"),
            ui.element("table").classes("plain seats"),
        ):
            with ui.element("thead"), ui.element("tr"):
                for head in heads:
                    text("th", words[f"game {head}"]).props("scope=col")
                text("td", "")
            with ui.element("tbody"):
                for state in STATES:
                    with ui.element("tr"):
                        self._seat(state, session.names[state])

    def _seat(self, state: str, name: str) -> None:
        words, session = self.words, self.session
        text("th", LABELS[self.lang][state]).props("scope=row")
        free = state in session.free and session.status != "over"
        text("td", name or words["game no team" if free else "game rules"], "")
        done = state in session.committed
        how = words["game decided" if done else "game deciding"]
        running = bool(name) and session.status in ("running", "paused")
        text("td", f"{'✓' if done else '…'} {how}" if running else "")
        with ui.element("td"):
            if name and session.status != "over":
                told = words["game hand long"].format(state=LABELS[self.lang][state])
                hand = partial(session.hand_to_rules, state)
                button = self._button(words["game hand"], hand)
                button.props(f'flat dense aria-label="{settled(told)}"')

    def _event(self) -> None:
        words, session = self.words, self.session
        chosen: list[str] = []

        def choose(event: Any) -> None:  # noqa: ANN401 (an event of NiceGUI)
            chosen[:] = [str(event.args)] if event.args else []

        def inject() -> None:
            if chosen:
                self.act(lambda: session.inject(chosen[0]))

        with ui.element("div").classes("panel"):
            prose(words["game event note"], "quiet")
            # The browser's own: it knows groups, keys and fingers.
            picked = ui.element("select").classes("wide")
            picked.props(f'aria-label="{words["game event"]}"')
            with picked:
                text("option", f"({words['game pick']})").props('value=""')
                for name, group in happenings(self.lang).items():
                    with ui.element("optgroup").props(
                        f'label="{words[f"game {name}"]}"'
                    ):
                        for kind, said in group.items():
                            text("option", said).props(f"value={kind}")
            picked.on("change", choose, js_handler="(one) => emit(one.target.value)")
            ui.button(words["game inject"], on_click=inject)
            self.made(lambda: list(session.events), self._injected)

    def _injected(self) -> None:
        words = self.words
        told = [
            words["game at"].format(turn=turn, what=event_words(kind, self.lang))
            for turn, kind in self.session.events
        ]
        if told:
            prose(words["game injected"].format(what="; ".join(told)), "quiet")

    # ------------------------------------------------------------------ what is shown

    def _news(self) -> None:
        show_news(self.session.sight(STATES[0]).news, self.lang)

    def _draw(self) -> None:
        words, lang, board = self.words, self.lang, self.session.board
        names, now = LABELS[lang], board.now
        deepest = list(ties_of(now).items())[:_DEEPEST]
        said = [
            words["game tie of"].format(
                one=names[one], other=names[other], value=f"{depth:.0%}"
            )
            for (one, other), depth in deepest
        ]
        crises = [
            words["game crisis of"].format(
                one=names[one], other=names[other], step=crisis_step(step, lang)
            )
            for (one, other), step in crises_of(now).items()
        ]
        self._ties.draw(
            ties(now, lang),
            words["game ties words"].format(
                ties=", ".join(said),
                crises=", ".join(crises) or words["game no crises"],
            ),
        )
        polarization = f"{now.series['polarization']:.2f}".replace("-", "−")
        self._tension.draw(
            tension(board, words["game step"]),
            words["game tension words"].format(
                step=crisis_step(gravest(now), lang), value=polarization
            ),
        )
        each = [f"{names[one]} {by[-1]:.0f}" for one, by in spent(board).items()]
        self._arms.draw(
            arms(board, lang, words["game arms axis"]),
            words["game arms words"].format(each=", ".join(each)),
        )
