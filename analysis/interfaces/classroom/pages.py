"""Which page stands at which address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from nicegui import app as nicegui_app
from nicegui import ui

from analysis.classroom.lesson import lesson as lesson_of
from analysis.classroom.lesson import lessons
from analysis.classroom.settings import ROWS
from analysis.interfaces.classroom.frame import LANGUAGES, frame, heading, prose, text
from analysis.interfaces.classroom.game.debriefing import Debriefs, waiting_page
from analysis.interfaces.classroom.game.joining import join_page, open_form
from analysis.interfaces.classroom.game.screen import screen_page
from analysis.interfaces.classroom.game.seat import seat_page
from analysis.interfaces.classroom.lesson_page import lesson_page, said_in_room
from analysis.interfaces.classroom.sandbox_page import sandbox_page
from analysis.interfaces.text import TEXT
from sim.errors import InputError
from sim.scenario.reading import LARGEST_FILE

if TYPE_CHECKING:
    from analysis.game.session import Hall, Session
    from analysis.interfaces.classroom.room import Room
    from analysis.interfaces.text import Lang

__all__ = ["application"]

LARGEST_BODY = 2 * LARGEST_FILE
"""Bytes of a request; a file comes with a few lines around it."""

_Next: TypeAlias = Callable[[Request], Awaitable[Response]]

_QUASAR = {"en": "en-US", "ko": "ko-KR"}
"""What the library of widgets calls the languages."""


TICK = 1.0
"""Seconds between looks at the clocks of games."""


def application(room: Room, hall: Hall, lang: Lang, *, secret: str) -> FastAPI:
    """Return the classroom as an application for a server.

    Parameters
    ----------
    room : Room
        What all browsers share.
    hall : Hall
        The games of this server.
    lang : {'en', 'ko'}
        The language of the first page.
    secret : str
        With which the browsers' cookies are signed.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(_refuse_large)
    app.middleware("http")(_keep_addresses)

    @app.get("/")
    def first() -> RedirectResponse:
        return RedirectResponse(f"/{lang}")

    debriefs = Debriefs()
    for one in LANGUAGES:
        _pages(room, hall, one)
        _game_pages(app, hall, debriefs, one)
    nicegui_app.timer(TICK, hall.tick)
    ui.run_with(
        app,
        title="dilemma",
        dark=None,
        storage_secret=secret,
        tailwind=False,
        show_welcome_message=False,
        reconnect_timeout=30.0,
    )
    return app


async def _refuse_large(request: Request, answer: _Next) -> Response:
    """Refuse what is larger than any file that the sandbox reads, before reading it."""
    said = request.headers.get("content-length", "")
    has_body = request.method not in ("GET", "HEAD", "OPTIONS")
    if has_body and not (said.isdecimal() and int(said) <= LARGEST_BODY):
        return PlainTextResponse(f"at most {LARGEST_BODY} bytes are taken", 413)
    return await answer(request)


async def _keep_addresses(request: Request, answer: _Next) -> Response:
    """Let no browser tell others the address of a page: it may be somebody's key."""
    response = await answer(request)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _pages(room: Room, hall: Hall, lang: Lang) -> None:
    """Make the pages of lessons, and of the teacher, of one language."""
    as_in: Any = {"language": _QUASAR[lang]}

    @ui.page(f"/{lang}", **as_in)
    def home() -> None:
        _home(lang)

    @ui.page(f"/{lang}/lesson/{{name}}", **as_in)
    def one_lesson(name: str) -> None:
        try:
            found = lesson_of(name)
        except InputError:
            _missing(lang)
            return
        lesson_page(room, found, lang)

    @ui.page(f"/{lang}/sandbox", **as_in)
    def sandbox() -> None:
        sandbox_page(room, lang)

    @ui.page(f"/{lang}/class/{{word}}", **as_in)
    def the_class(word: str) -> None:
        if word == room.teacher:
            _class(room, hall, lang)
        else:
            _missing(lang)


def _game_pages(app: FastAPI, hall: Hall, debriefs: Debriefs, lang: Lang) -> None:
    """Make the pages of the game of one language."""
    as_in: Any = {"language": _QUASAR[lang]}

    @ui.page(f"/{lang}/game", **as_in)
    def join(code: str = "") -> None:
        join_page(hall, code, lang)

    @ui.page(f"/{lang}/game/seat/{{token}}", **as_in)
    def seat(token: str) -> None:
        found = hall.by_seat(token)
        if found is None:
            _missing(lang)
        else:
            seat_page(found[0], token, lang)

    @ui.page(f"/{lang}/game/teacher/{{token}}", **as_in)
    def screen(token: str, request: Request) -> None:
        session = hall.by_teacher(token)
        if session is None:
            _missing(lang)
        else:
            screen_page(session, lang, place=f"{request.url.netloc}/{lang}/game")

    @app.get(f"/{lang}/game/debrief/{{token}}")
    async def debrief(token: str) -> Response:
        session = _session_of(hall, token)
        if session is None:
            return PlainTextResponse(TEXT[lang]["class no page"], 404)
        if session.status != "over":
            return PlainTextResponse(TEXT[lang]["game no debrief"], 403)
        try:
            page = await debriefs.page(session, lang)
        except InputError as error:
            return PlainTextResponse(error.message, 503)
        return HTMLResponse(waiting_page(lang) if page is None else page)


def _session_of(hall: Hall, token: str) -> Session | None:
    """Return the game whose teacher, or one of whose teams, has a secret."""
    found = hall.by_seat(token)
    return hall.by_teacher(token) if found is None else found[0]


def _home(lang: Lang) -> None:
    words = TEXT[lang]
    with frame(lang, words["class title"], ""):
        heading(1, words["class title"])
        prose(words["class intro"].format(rows=ROWS), "lead")
        heading(2, words["class lessons"])
        with ui.element("ol").classes("cards"):
            for one in lessons():
                target = f"/{lang}/lesson/{one.name}"
                with ui.element("li"), ui.link(target=target):
                    number = words["class lesson"].format(n=one.number)
                    text("span", number, "number")
                    text("span", getattr(one.title, lang), "name")
                    text("span", getattr(one.claim.author, lang), "quiet")
        heading(2, words["game title"])
        prose(words["game intro"])
        ui.link(words["game join"], f"/{lang}/game")
        heading(2, words["class sandbox"])
        prose(words["class sandbox intro"])
        ui.link(words["class sandbox"], f"/{lang}/sandbox")


def _class(room: Room, hall: Hall, lang: Lang) -> None:
    """Make the teacher's page: games, and what the class predicts, as it comes in."""
    words = TEXT[lang]
    with frame(lang, words["class teacher"], f"/class/{room.teacher}"):
        heading(1, words["class teacher"])
        open_form(hall, lang)
        heading(2, words["class lessons"])
        prose(words["class teacher intro"])
        shown = {}
        for one in lessons():
            heading(3, f"{one.number}. {getattr(one.title, lang)}")
            shown[one.name] = prose("")
            ui.button(
                words["class clear"],
                on_click=lambda name=one.name: room.clear(name),
            ).props("flat dense")

    def refresh() -> None:
        for name, place in shown.items():
            place.set_text(said_in_room(room, name, lang))

    refresh()
    ui.timer(1.0, refresh)


def _missing(lang: Lang) -> None:
    words = TEXT[lang]
    with frame(lang, words["class title"], ""):
        heading(1, words["class no page"])
        ui.link(words["class home"], f"/{lang}")
