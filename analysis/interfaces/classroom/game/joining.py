"""The door of the game: teams join, and a teacher opens one."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from nicegui import app, ui

from analysis.game.board import MOST_TURNS, Game
from analysis.game.session import LONGEST_NAME, MOST_MINUTES, RefusedError
from analysis.interfaces.classroom.controls import scenario_titles, select
from analysis.interfaces.classroom.frame import folded, frame, heading, prose, text
from analysis.interfaces.classroom.game.words import refused
from analysis.interfaces.text import TEXT
from sim.cast import LABELS, STATES
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.game.session import Hall, Session
    from analysis.interfaces.text import Lang

__all__ = ["join_page", "open_form"]

_TURNS, _MINUTES = 8, 5
"""What a form proposes: two years in a class of ninety minutes."""

_SEEDS = 2**31
"""Seeds of the luck that a game is given."""


class _Ticks:
    """Boxes to tick, one for each state; the browser's own.

    Parameters
    ----------
    legend : str
        What is asked.
    notes : mapping of state to str
        A line for each state.
    ticked : iterable of str
        What is ticked at first.
    closed : iterable of str
        What cannot be ticked.
    """

    def __init__(
        self,
        legend: str,
        notes: Mapping[str, str],
        lang: Lang,
        *,
        ticked: Iterable[str] = (),
        closed: Iterable[str] = (),
    ) -> None:
        self._ticked = set(ticked)
        shut = set(closed)
        with ui.element("fieldset").classes("ticks"):
            text("legend", legend)
            for state, note in notes.items():
                with ui.element("label"):
                    box = ui.element("input").props("type=checkbox")
                    box.props["checked"] = state in self._ticked
                    box.props["disabled"] = state in shut
                    with ui.element("span"):
                        text("strong", LABELS[lang][state])
                        text("span", note, "quiet")
                box.on(
                    "change",
                    lambda event, state=state: self._tick(state, event.args is True),
                    js_handler="(event) => emit(event.target.checked)",
                )

    def _tick(self, state: str, ticked: bool) -> None:
        (self._ticked.add if ticked else self._ticked.discard)(state)

    @property
    def value(self) -> tuple[str, ...]:
        """What is ticked, in the order of the states."""
        return tuple(one for one in STATES if one in self._ticked)


def join_page(hall: Hall, code: str, lang: Lang) -> None:
    """Make the page where teams join.

    Parameters
    ----------
    hall : Hall
        The sessions of this server.
    code : str
        A code that came with the address, or nothing.
    lang : {'en', 'ko'}
        The language.
    """
    words, who = TEXT[lang], str(app.storage.browser["id"])
    with frame(lang, words["game join"], "/game"):
        heading(1, words["game join"])
        prose(words["game intro"], "lead")
        prose(words["game join intro"], "quiet")
        with ui.element("div").classes("panel"):
            given = ui.input(words["game code"], value=code[:20])
            given.props("maxlength=20 autocomplete=off autocapitalize=characters")
            given.classes("code")
            button = ui.button(words["game find"])
        said = prose("", "bad").props("role=alert")
        place = ui.element("div")

    def find() -> None:
        said.set_text("")
        place.clear()
        try:
            session = hall.by_code(str(given.value or ""), who)
        except RefusedError as error:
            said.set_text(refused(error.key, error.values, lang))
            return
        with place:
            _seats(session, lang)

    button.on_click(find)
    given.on("keydown.enter", find)
    if code:
        find()


def _seats(session: Session, lang: Lang) -> None:
    """Show what a session has free, and take a team in."""
    words, free = TEXT[lang], session.free
    if not free:
        prose(words["game none free"], "panel")
        return
    names = session.names
    with ui.element("div").classes("panel"):
        heading(2, f"{getattr(session.game.scenario.title, lang)} · {session.code}")
        ticks = _Ticks(
            words["game states"],
            {
                state: words[f"game state {state}"]
                if state in free
                else words["game taken by"].format(name=names[state])
                for state in session.game.played
            },
            lang,
            closed=set(session.game.played) - set(free),
        )
        name = ui.input(words["game name"])
        name.props(f"maxlength={LONGEST_NAME} autocomplete=off").classes("wide")
        button = ui.button(words["game enter"])
        said = prose("", "bad").props("role=alert")

    def enter() -> None:
        try:
            team = session.join(str(name.value or ""), ticks.value)
        except RefusedError as error:
            said.set_text(refused(error.key, error.values, lang))
            return
        ui.navigate.to(f"/{lang}/game/seat/{team.token}")

    button.on_click(enter)
    name.on("keydown.enter", enter)


def open_form(hall: Hall, lang: Lang) -> None:
    """Make the form with which a teacher opens a game, and the list of those open."""
    words = TEXT[lang]
    heading(2, words["game title"])
    chosen = {"scenario": "baseline"}

    async def choose(name: str) -> None:
        chosen["scenario"] = name

    with folded(words["game open"]), ui.element("div").classes("panel"):
        prose(words["game open intro"])
        titles = scenario_titles(lang)
        select(words["game scenario"], titles, chosen["scenario"], choose)
        with ui.element("div").classes("dials"):
            turns = ui.number(words["game turns"], value=_TURNS, min=1, max=MOST_TURNS)
            minutes = ui.number(
                words["game minutes"], value=_MINUTES, min=0.5, max=MOST_MINUTES
            )
        ticks = _Ticks(
            words["game played"],
            {state: words[f"game state {state}"] for state in STATES},
            lang,
            ticked=STATES,
        )
        button = ui.button(words["game open button"])
        said = prose("", "bad").props("role=alert")

    def open_one() -> None:
        try:
            session = hall.open(_game(), minutes=float(minutes.value or 0.0))
        except RefusedError as error:
            said.set_text(refused(error.key, error.values, lang))
        except InputError as error:
            said.set_text(error.message)
        else:
            ui.navigate.to(f"/{lang}/game/teacher/{session.teacher}")

    def _game() -> Game:
        if not ticks.value:
            raise InputError(words["game no states"])
        one = partial(Game.of, chosen["scenario"], seed=secrets.randbelow(_SEEDS))
        most = one(turns=1).most_turns
        wanted = turns.value
        if wanted is None or wanted != int(wanted) or not 1 <= wanted <= most:
            what = words["game turns"]
            raise InputError(words["game number"].format(what=what, low=1, high=most))
        return one(turns=int(wanted), played=ticks.value)

    button.on_click(open_one)
    if hall.sessions:
        heading(3, words["game opened"])
        with ui.element("ul"):
            for one in hall.sessions.values():
                status = words[f"game status {one.status}"]
                with ui.element("li"):
                    ui.link(
                        words["game to screen"].format(code=one.code),
                        f"/{lang}/game/teacher/{one.teacher}",
                    )
                    text("span", f" {status}", "quiet")
                    _addresses(one, lang)
    if hall.others:
        codes = ", ".join(hall.others)
        prose(words["game others"].format(codes=codes), "quiet")


def _addresses(session: Session, lang: Lang) -> None:
    """List the seats of a game, for a teacher whose team has lost its address."""
    if not session.everyone:
        return
    with folded(TEXT[lang]["game seats lost"]), ui.element("ul"):
        for team in session.everyone:
            states = ", ".join(LABELS[lang][one] for one in team.states)
            with ui.element("li"):
                ui.link(team.name, f"/{lang}/game/seat/{team.token}")
                text("span", f" {states}", "quiet")
