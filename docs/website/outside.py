"""Pages that stand outside ``docs/``, and links as the repository writes them.

A page says where it links by the place of files in the repository, so that links work
there. On the site such a link goes to the page made of that file, for a module or a
package of Python to its reference; any other file is put on the site as it is. A folder
without a page loses its link and keeps its words.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = (
    "README.md",
    "README.ko.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "scenarios/README.md",
    "scenarios/calibrated/README.md",
    "scenarios/experiments/README.md",
)
"""Pages of the repository outside ``docs/``, which have the same place on the site."""

LINK = re.compile(r"(!?\[[^\]]*\])\((?!https?://|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand outside the folder of pages."""
    for place in OUTSIDE:
        files.append(File.generated(config, place, abs_src_path=str(ROOT / place)))
    return files


def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Lead every link to where its target stands, and give wide tables room."""
    here = page.file.src_uri
    if not re.search(r"^(##|:::)", markdown, re.M):
        page.meta["hide"] = ["toc"]  # nothing to list, and tables want the room
    folder = posixpath.dirname(here if here in OUTSIDE else f"docs/{here}")

    def led(found: re.Match[str]) -> str:
        words, target, anchor = found[1], found[2], found[3] or ""
        place = posixpath.normpath(posixpath.join(folder, target))
        there = place_on_site(place, config, files)
        if there is None:
            return words[1:-1]
        start = posixpath.dirname(here) or "."
        return f"{words}({posixpath.relpath(there, start)}{anchor})"

    return LINK.sub(led, markdown)


def on_page_content(
    content: str, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Let every picture lead to itself: charts have small letters."""
    return PICTURE.sub(r'<a href="\2">\1</a>', content)


PICTURE = re.compile(r'(<img [^>]*src="([^"]+)"[^>]*>)')


def place_on_site(place: str, config: MkDocsConfig, files: Files) -> str | None:
    """Return where a file of the repository stands on the site, if it does.

    Parameters
    ----------
    place : str
        Its path from the root of the repository.
    config : MkDocsConfig
        The site.
    files : Files
        What the site has; a file that is only linked to is added.

    Returns
    -------
    str or None
        Its path from the root of the site; None for a folder without a page.
    """
    known = place.removeprefix("docs/")
    module = f"reference/{place.removesuffix('.py').replace('/', '.')}.md"
    for there in (place, known, module):
        if files.get_file_from_path(there):
            return there
    file = ROOT / place
    if file.is_dir():
        return None
    if file.exists():
        files.append(File.generated(config, known, abs_src_path=str(file)))
    return known  # what is not there, the build finds missing


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say of a Korean page that it is Korean: readers aloud and hyphens need it."""
    if page.file.src_uri.endswith(".ko.md"):
        return output.replace('<html lang="en"', '<html lang="ko"', 1)
    return output
