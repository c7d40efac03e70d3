"""A page as HTML: everything in one file, every word escaped, nothing from elsewhere.

The page forbids its reader's browser to load anything, and to run any script or use any
style sheet but the two of ours that are in it, which it names by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from analysis.interfaces.report.inline import inline_svg
from analysis.interfaces.text import TEXT
from sim.errors import InputError
from sim.source import here

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from analysis.interfaces.report.blocks import Page

__all__ = ["check_installed", "rendered"]

_LONGEST_TITLE = 160
_BEFORE_INTERVAL = re.compile(r" (?=[(\[])|(?<=,) (?=\d{4}-)")
_STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Signs that turn the direction of what follows, or are no text at all."""


def check_installed() -> None:
    """Refuse to go on without Jinja, before any time is spent.

    Raises
    ------
    InputError
        If it is not installed.
    """
    if find_spec("jinja2") is None:
        raise InputError(
            "a report needs the package jinja2; install it with: pip install"
            " 'dilemma[report]'"
        )


def rendered(page: Page) -> str:
    """Return a page as HTML; the same page gives the same bytes.

    Parameters
    ----------
    page : Page
        What it says.

    Raises
    ------
    InputError
        If Jinja is not installed.
    """
    check_installed()
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def drawn(figure: Figure, name: str) -> tuple[str, int, int]:
        body, width, height = inline_svg(figure, name)
        # Matplotlib escapes what it writes, and letters are shapes there.
        return Markup(body), width, height

    def pieces(text: str) -> list[str]:
        """Return a figure and its interval, each to be kept on one line."""
        return _BEFORE_INTERVAL.split(text.replace(" ±", "\u00a0±"))

    frame = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    frame.filters |= {
        "drawn": drawn,
        "pieces": pieces,
        "kind": lambda block: type(block).__name__,
        "shortened": _shortened,
    }
    style, script = _file("page.css"), _file("sort.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    found = frame.get_template("page.html.jinja").render(
        page=page,
        words=TEXT[page.lang],
        policy=policy,
        generator=here(),
        style=Markup(style),
        script=Markup(script),
    )
    return "\n".join(line for line in found.splitlines() if line.strip()) + "\n"


def _file(name: str) -> str:
    """Return a file of the page's frame."""
    folder = resources.files("analysis.interfaces.report") / "templates"
    return (folder / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a template shows)
    """Return what is shown, with signs that could steer the page made visible."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return _STEERING.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", value)


def _shortened(text: str) -> str:
    """Return a title that no one can make longer than a few lines."""
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[: _LONGEST_TITLE - 2].rstrip() + " …"
