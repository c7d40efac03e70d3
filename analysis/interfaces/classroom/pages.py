"""Which page stands at which address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse
from nicegui import ui

from analysis.classroom.lesson import lesson as lesson_of
from analysis.classroom.lesson import lessons
from analysis.classroom.settings import ROWS
from analysis.interfaces.classroom.frame import LANGUAGES, frame, heading, prose, text
from analysis.interfaces.classroom.lesson_page import lesson_page, said_in_room
from analysis.interfaces.classroom.sandbox_page import sandbox_page
from analysis.interfaces.text import TEXT
from sim.errors import InputError
from sim.scenario.reading import LARGEST_FILE

if TYPE_CHECKING:
    from analysis.interfaces.classroom.room import Room
    from analysis.interfaces.text import Lang

__all__ = ["application"]

LARGEST_BODY = 2 * LARGEST_FILE
"""Bytes of a request; a file comes with a few lines around it."""

_Next: TypeAlias = Callable[[Request], Awaitable[Response]]

_QUASAR = {"en": "en-US", "ko": "ko-KR"}
"""What the library of widgets calls the languages."""


def application(room: Room, lang: Lang, *, secret: str) -> FastAPI:
    """Return the classroom as an application for a server.

    Parameters
    ----------
    room : Room
        What all browsers share.
    lang : {'en', 'ko'}
        The language of the first page.
    secret : str
        With which the browsers' cookies are signed.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(_refuse_large)

    @app.get("/")
    def first() -> RedirectResponse:
        return RedirectResponse(f"/{lang}")

    for one in LANGUAGES:
        _pages(room, one)
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


def _pages(room: Room, lang: Lang) -> None:
    """Make the pages of one language."""
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
            _class(room, lang)
        else:
            _missing(lang)


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
        heading(2, words["class sandbox"])
        prose(words["class sandbox intro"])
        ui.link(words["class sandbox"], f"/{lang}/sandbox")


def _class(room: Room, lang: Lang) -> None:
    """Make the teacher's page: what the class predicts, as it comes in."""
    words = TEXT[lang]
    with frame(lang, words["class teacher"], f"/class/{room.teacher}"):
        heading(1, words["class teacher"])
        prose(words["class teacher intro"], "lead")
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
