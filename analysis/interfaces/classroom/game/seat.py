"""A team's seat: what its states see, and what it chooses for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from analysis.interfaces.classroom.frame import frame, heading, prose
from analysis.interfaces.classroom.game.choosing import KEEPS_FOCUS, Choosing
from analysis.interfaces.classroom.game.live import LivePage
from analysis.interfaces.classroom.game.seen import show_news, show_sight
from analysis.interfaces.classroom.game.words import states_words
from analysis.why.sources import settled
from sim.cast import LABELS

if TYPE_CHECKING:
    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["seat_page"]


def seat_page(session: Session, token: str, lang: Lang) -> None:
    """Make the page of a team for one browser.

    Parameters
    ----------
    session : Session
        The game.
    token : str
        The secret of a team of that game.
    lang : {'en', 'ko'}
        The language.
    """
    _SeatPage(session, token, lang).make()


class _SeatPage(LivePage):
    """A team's page; what it shows of the world comes from the sight of its states."""

    def __init__(self, session: Session, token: str, lang: Lang) -> None:
        super().__init__(session, lang)
        self.token = token
        self._choosing: list[Choosing] = []

    @property
    def states(self) -> tuple[str, ...]:
        """What the team plays now; a seat may have been handed to the rules."""
        team = self.session.team(self.token)
        return team.states if team else ()

    def make(self) -> None:
        """Make the page."""
        words, team = self.words, self.session.team(self.token)
        assert team is not None
        states = states_words(team.states, self.lang) or words["game rules"]
        title = words["game seat"].format(states=states, name=team.name)
        with frame(self.lang, title, f"/game/seat/{self.token}"):
            ui.add_head_html(KEEPS_FOCUS)
            heading(1, title)
            self.head()
            self.deciders()
            self.made(lambda: self.session.status, self._show_status)
            self.announced()
            self.made(
                lambda: (self.turn, self.session.status == "over", self.states),
                self._show_states,
            )
            self.when(self._drafted, self._tell_drafted)
            self.when(self._committed, self._tell_committed)
            prose(words["game keep"], "quiet keep")
            self.start()

    def _show_status(self) -> None:
        words, status = self.words, self.session.status
        if status == "over":
            with ui.element("div").classes("panel"):
                prose(words["game over"], "lead")
                ui.link(
                    words["game debrief"], f"/{self.lang}/game/debrief/{self.token}"
                )
        elif status == "lobby":
            prose(words["game lobby"], "panel")

    def _show_states(self) -> None:
        self._choosing = []
        if self.session.status == "over":
            return
        if not self.states:
            prose(self.words["game left rules"], "panel")
            return
        heading(2, self.words["game news"])
        show_news(self.session.sight(self.states[0]).news, self.lang)
        links = ui.element("nav").classes("states")
        links.props(f'aria-label="{self.words["game your states"]}"')
        for state in self.states:
            self._show_state(state, links)

    def _show_state(self, state: str, links: ui.element) -> None:
        words, name = self.words, LABELS[self.lang][state]
        sees = settled(words["game sees"].format(state=name))
        with ui.element("section").classes("state") as place:
            heading(2, sees)
            show_sight(self.session.sight(state), self.lang)
            choosing = Choosing(self.session, self.token, state, self.lang, self.act)
        self._choosing.append(choosing)
        with links:
            ui.link(sees, place)
            ui.link(words["game choose"].format(state=name), choosing.place)

    def _drafted(self) -> object:
        drafts = [self.session.drafts.get(one, {}) for one in self.states]
        return self.turn, self.states, [dict(one) for one in drafts]

    def _tell_drafted(self) -> None:
        for one in self._choosing:
            one.tell_drafted()

    def _committed(self) -> object:
        committed = [one in self.session.committed for one in self.states]
        return self.turn, self.states, self.session.status, committed

    def _tell_committed(self) -> None:
        for one in self._choosing:
            one.tell_committed()
