"""What a page is made of, in plain words: nothing here knows of HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

__all__ = [
    "Block",
    "Chart",
    "Code",
    "Entry",
    "Facts",
    "Group",
    "Items",
    "Page",
    "Section",
    "Table",
    "Words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph.

    Attributes
    ----------
    text : str
        What it says.
    tone : {'', 'lead', 'note', 'warning', 'dark', 'paper'}
        Whether it is the answer, small print, something to beware of, or small print
        that is true on a dark screen only, or on paper only.
    lang : str or None
        Its language, where that is not the page's.
    """

    text: str
    tone: Literal["", "lead", "note", "warning", "dark", "paper"] = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names, and what stands behind each."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be copied as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of a table.

    Attributes
    ----------
    text : str
        What it says.
    aside : str
        What follows in small print, such as a unit or a spread.
    strong : bool
        Whether it stands out.
    lang : str or None
        Its language, where that is not the page's.
    """

    text: str
    aside: str = ""
    strong: bool = False
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; an empty heading is not shown."""

    heading: str
    rows: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes
    ----------
    caption : str
        What it shows.
    heads : tuple of str
        Of the columns.
    groups : tuple of Group
        Its rows.
    numbers : tuple of bool
        Which columns hold numbers; all but the first unless given.
    folded : bool
        Whether only its caption is shown until a reader opens it. On paper it is left
        out: it says again, or in full, what stands elsewhere.
    """

    caption: str
    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    numbers: tuple[bool, ...] = ()
    folded: bool = False

    def is_number(self, place: int) -> bool:
        """Return whether a column holds numbers."""
        return self.numbers[place] if self.numbers else place > 0

    @classmethod
    def of(
        cls,
        caption: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str | Entry]],
        *,
        numbers: Sequence[bool] = (),
    ) -> Table:
        """Return a table of plain rows, without headings between them."""
        cells = tuple(
            tuple(one if isinstance(one, Entry) else Entry(one) for one in row)
            for row in rows
        )
        return cls(caption, tuple(heads), (Group("", cells),), tuple(numbers))


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """A chart, and what is seen on it.

    Attributes
    ----------
    name : str
        Letters, digits and underscores; no two charts of a page share one.
    title : str
        What it is.
    figure : Figure
        The drawing.
    seen : tuple of str
        What is seen, in sentences computed from the numbers.
    table : Table or None
        The numbers that are drawn, as far as a reader needs them, folded.
    """

    name: str
    title: str
    figure: Figure
    seen: tuple[str, ...]
    table: Table | None = None


Block: TypeAlias = Words | Items | Facts | Code | Table | Chart


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A part of a page under a heading.

    Attributes
    ----------
    name : str
        Letters and hyphens: the part of the address that leads to it.
    title : str
        The heading.
    blocks : tuple of Block
        What stands in it.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A whole report.

    Attributes
    ----------
    lang : {'en', 'ko'}
        Its language.
    title : str
        What it is about.
    kind : str
        What kind of result, and how it was made, on a line above the title.
    sections : tuple of Section
        In the order in which they are read.
    foot : str
        The phrase at its foot, with a place for what wrote it.
    """

    lang: str
    title: str
    kind: str
    sections: tuple[Section, ...]
    foot: str = "report foot"
