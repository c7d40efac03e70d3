"""Tables of the terminal as tables of a page: the same words, the same digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from analysis.interfaces.report.blocks import Entry, Group, Table

if TYPE_CHECKING:
    from rich.table import Table as Listing

__all__ = ["as_block"]


def as_block(listing: Listing, caption: str) -> Table:
    """Return a table that was made for the terminal.

    Parameters
    ----------
    listing : rich.table.Table
        Its first column names the rows; a row with nothing but a name is a heading.
    caption : str
        What it shows.
    """
    heads = tuple(_said(column.header) for column in listing.columns)
    columns = [list(column.cells) for column in listing.columns]
    groups: list[tuple[str, list[tuple[Entry, ...]]]] = [("", [])]
    for cells in zip(*columns, strict=True):
        said = [_said(cell) for cell in cells]
        if len(said) > 1 and said[0] and not any(said[1:]):
            groups.append((said[0], []))
        elif any(said):
            groups[-1][1].append(tuple(map(_entry, cells)))
    return Table(
        caption,
        heads,
        tuple(Group(heading, tuple(rows)) for heading, rows in groups if rows),
        tuple(column.justify == "right" for column in listing.columns),
    )


def _entry(cell: object) -> Entry:
    """Return a cell; what is dim at its end is small print."""
    if not isinstance(cell, Text):
        return Entry(_said(cell))
    dim = [one.start for one in cell.spans if str(one.style) == "dim"]
    end = min(dim, default=len(cell.plain))
    return Entry(
        " ".join(cell.plain[:end].split()),
        " ".join(cell.plain[end:].split()),
        strong="bold" in str(cell.style),
    )


def _said(cell: object) -> str:
    """Return a cell's text on one line."""
    plain = cell.plain if isinstance(cell, Text) else str(cell)
    return " ".join(plain.split())
