"""The frame of every page: its head, its language, its looks."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import resources
from typing import TYPE_CHECKING

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nicegui.element import Element

    from analysis.interfaces.text import Lang

__all__ = ["LANGUAGES", "folded", "frame", "heading", "plain_table", "prose", "text"]

LANGUAGES: dict[Lang, Lang] = {"en": "ko", "ko": "en"}
"""The languages, each with the one that a reader may turn to."""


def text(tag: str, words: str, classes: str = "") -> TextElement:
    """Make an element with plain text in it; markup in the text is shown as it is."""
    return TextElement(tag=tag, text=words).classes(classes)


def heading(level: int, words: str) -> TextElement:
    """Make a heading of a level, 1 to 6."""
    return text(f"h{level}", words)


def prose(words: str, classes: str = "") -> TextElement:
    """Make a paragraph."""
    return text("p", words, classes)


def folded(words: str) -> Element:
    """Make something that opens: the browser's own, which keys and readers know."""
    details = ui.element("details")
    with details:
        text("summary", words)
    return details


@contextmanager
def frame(lang: Lang, title: str, path: str) -> Iterator[None]:
    """Make a page: what is made inside is its content.

    Parameters
    ----------
    lang : {'en', 'ko'}
        The language of the page.
    title : str
        What the browser calls it.
    path : str
        Its address after the language, for the same page in the other language.
    """
    words = TEXT[lang]
    ui.page_title(title)
    ui.add_css(_styles())
    dark = ui.dark_mode(value=None)
    with ui.element("header").classes("bar"):
        ui.link(words["class title"], f"/{lang}").classes("home")
        with ui.element("nav"):
            ui.link(words["class sandbox"], f"/{lang}/sandbox")
            ui.link(words["game title"], f"/{lang}/game")
            other = LANGUAGES[lang]
            ui.link(words["class other language"], f"/{other}{path}").props(
                f"hreflang={other} lang={other}"
            )
            ui.button(icon="contrast", on_click=lambda: _turn(dark)).props(
                f'flat round dense aria-label="{words["class light or dark"]}"'
            )
    main = ui.element("main")
    ui.skip_link(words["class skip"], target=main)
    with main:
        yield


async def _turn(dark: ui.dark_mode) -> None:
    """Turn light into dark and back, from whatever the browser shows by itself."""
    is_dark = dark.value
    if is_dark is None:
        is_dark = await ui.run_javascript("Quasar.Dark.isActive")
    dark.value = not is_dark


def plain_table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    """Make a table of text; columns of numbers stand right."""
    looks = [
        "number" if _of_numbers(column) else "" for column in zip(*lines, strict=True)
    ]
    scrolled = ui.element("div").classes("scroll").props("tabindex=0")
    with scrolled, ui.element("table").classes("plain"):
        with ui.element("thead"), ui.element("tr"):
            for head, look in zip(heads, looks, strict=True):
                text("th", head, look).props("scope=col")
        with ui.element("tbody"):
            for line in lines:
                with ui.element("tr"):
                    for cell, look in zip(line, looks, strict=True):
                        text("td", cell, look)


def _of_numbers(column: Sequence[str]) -> bool:
    return all(cell.lstrip("+-−")[:1].isdigit() for cell in column if cell)


def _styles() -> str:
    place = resources.files("analysis.interfaces.classroom").joinpath("classroom.css")
    return place.read_text(encoding="utf-8")
