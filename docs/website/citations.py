"""Keys of sources, such as [Jervis1978], as links to the page of sources."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

BIBLIOGRAPHY = Path(__file__).resolve().parents[1] / "references.bib"
SOURCES = "references.md"
KEYS = frozenset(
    re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M)
)
# Code, links and tags are passed over whole; what is left is text.
PIECE = re.compile(
    r"<(?P<tag>a|pre|code|math)\b.*?</(?P=tag)>|<[^>]*>|\[(?P<key>\w+)\]", re.S
)
IN_A_ROW = re.compile(r"(?<=\w\]) (?=\[[A-Za-z]+\d{4}[a-z]?\])")


def on_page_markdown(markdown: str, **_: object) -> str:
    """Keep keys in a row apart: else the second is taken for where the first leads."""
    return IN_A_ROW.sub("&#32;", markdown)


def on_page_content(
    content: str, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Link every key in the text of a page to its source."""
    sources = files.get_file_from_path(SOURCES)
    if page.file is sources:
        return content
    assert sources is not None
    there = get_relative_url(sources.url, page.url)

    def linked(found: re.Match[str]) -> str:
        key = found["key"]
        if key not in KEYS:
            return found[0]
        return f'<a href="{there}#{key.lower()}">[{key}]</a>'

    return PIECE.sub(linked, content)
