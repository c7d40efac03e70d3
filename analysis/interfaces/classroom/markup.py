"""Markup: parts of a page that are made as one, with all text in them escaped.

An element of the library of widgets costs a third of a millisecond, and a team's page
has five hundred: thirty pages made anew at once, when a turn begins, would stand still
for seconds. What needs no ear of its own is therefore text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from nicegui import ui

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Markup", "joined", "put", "table", "tag"]

_VOID = ("input",)


def tag(name: str, /, *inner: str, **attributes: str | bool) -> Markup:
    """Return an element with what is inside it.

    Parameters
    ----------
    name : str
        Its tag.
    *inner : str or Markup
        Plain text, which is escaped, or markup, which is not.
    **attributes : str or bool
        ``cls`` stands for ``class`` and an underscore for a hyphen; False leaves one
        out.

    Examples
    --------
    >>> tag("p", "a < b", tag("b", "!"), cls="small", hidden=True)
    Markup('<p class="small" hidden>a &lt; b<b>!</b></p>')
    """
    said = Markup("").join(
        Markup(" {}").format(_NAMES.get(key, key.replace("_", "-")))
        if value is True
        else Markup(' {}="{}"').format(_NAMES.get(key, key.replace("_", "-")), value)
        for key, value in attributes.items()
        if value is not False
    )
    opened = Markup("<{}{}>").format(name, said)
    return opened if name in _VOID else opened + joined(inner) + Markup(f"</{name}>")


_NAMES = {"cls": "class"}


def joined(parts: Iterable[str]) -> Markup:
    """Return parts one after another, plain text escaped."""
    return Markup("").join(escape(one) for one in parts)


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> Markup:
    """Return a table of text; columns of numbers stand right."""
    looks = [
        "number" if _of_numbers(column) else "" for column in zip(*lines, strict=True)
    ]

    def row(kind: str, cells: Sequence[str], **attributes: str) -> Markup:
        return tag(
            "tr",
            *(
                tag(kind, cell, cls=look or False, **attributes)
                for cell, look in zip(cells, looks, strict=True)
            ),
        )

    return tag(
        "div",
        tag(
            "table",
            tag("thead", row("th", heads, scope="col")),
            tag("tbody", *(row("td", line) for line in lines)),
            cls="plain",
        ),
        cls="scroll",
        tabindex="0",
    )


def put(*parts: str) -> ui.html:
    """Put markup on the page, as one element."""
    return ui.html(joined(parts), sanitize=False)


def _of_numbers(column: Sequence[str]) -> bool:
    return all(cell.lstrip("+-−")[:1].isdigit() for cell in column if cell)
