"""Charts as SVG that can stand inside a page, beside others.

Letters are drawn as shapes and not as text: a page must look the same on a machine
that has neither of our fonts, and Korean is set in one that few have. What is written
on a chart stands in its caption and table too, where it can be searched and read out.

Of what Matplotlib writes, the page keeps shapes only: no style sheet, whose rules would
reach beyond the chart, no style attributes, which the page's policy forbids, and no
name that nothing refers to. Names that stay begin with the chart's, so that no two of a
page are equal. Coordinates are rounded to what can be seen.
"""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["inline_svg"]

_SALT = "dilemma"
"""Names of shapes are hashed from it and what they are, not from a clock."""
_LONG = 40
"""Paths of more numbers than this are curves: a tenth of a point is enough."""
_LINES = re.compile(r"[ML\sz\d.-]*")
_NOISE = re.compile(
    r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>|<!--.*?-->", re.DOTALL
)
_STYLE = re.compile(r' style="([^"]*)"')
_PATH = re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d+")
_ALONG = re.compile(r'(<use [^>]*?)transform="translate\(([-\d.]+) 0\)"')
"""A letter that stands so far along its line: most of a chart with many words."""
_NAME = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'(?:xlink:)?href="#([^"]*)"|url\(#([^)]*)\)')
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LEADS = re.compile(r"\s*\n\s*")


def inline_svg(figure: Figure, name: str) -> tuple[str, int, int]:
    """Return what is inside the ``svg`` element of a figure, and its size.

    Parameters
    ----------
    figure : Figure
        The chart.
    name : str
        Begins every name in it.

    Returns
    -------
    str
        Elements; the same for the same figure, whenever it is drawn.
    int, int
        Width and height, in points.
    """
    import matplotlib as mpl

    drawn = io.StringIO()
    unsaid = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with mpl.rc_context({"svg.hashsalt": _SALT, "svg.fonttype": "path"}):
        figure.savefig(drawn, format="svg", metadata=unsaid)
    text = _NOISE.sub("", drawn.getvalue())
    box = _BOX.search(text)
    if box is None:
        raise ValueError("Matplotlib wrote an SVG without a viewBox")
    body = text[text.index(">", box.end()) + 1 : text.rindex("</svg>")]
    body = _STYLE.sub(_attributes, body)
    body = _PATH.sub(_rounded, _ALONG.sub(r'\1x="\2"', body))
    body = _LEADS.sub(" ", _renamed(body, name)).strip()
    return body, round(float(box[1])), round(float(box[2]))


def _attributes(found: re.Match[str]) -> str:
    """Return a style attribute as attributes of presentation."""
    pairs = (one.partition(":") for one in found[1].split(";") if ":" in one)
    return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in pairs)


def _rounded(found: re.Match[str]) -> str:
    """Return a path with coordinates as fine as can be seen."""
    numbers = _NUMBER.findall(found[1])
    if len(numbers) > _LONG and _LINES.fullmatch(found[1]):
        return f' d="{_lines(found[1])}"'

    def short(number: re.Match[str]) -> str:
        text = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
        return "0" if text in ("-0", "") else text

    return f' d="{_NUMBER.sub(short, found[1]).strip()}"'


def _lines(path: str) -> str:
    """Return a path of straight lines in tenths of a point, each from the last.

    Points on the way from their neighbor to the next are left out: most of a curve over
    time is flat.
    """
    pieces = []
    for piece in path.replace("z", " z ").split("M")[1:]:
        words = piece.replace("L", " ").split()
        closed = words[-1] == "z"
        tenths = [round(10.0 * float(one)) for one in words if one != "z"]
        points = list(zip(tenths[::2], tenths[1::2], strict=True))
        kept = points[:1]
        for place, point in enumerate(points[1:], start=1):
            ahead = points[place + 1] if place + 1 < len(points) else None
            if ahead is None or not _between(kept[-1], point, ahead):
                kept.append(point)
        steps = [
            f"{_tenths(x - before_x)} {_tenths(y - before_y)}"
            for (before_x, before_y), (x, y) in pairwise(kept)
        ]
        first = f"{_tenths(kept[0][0])} {_tenths(kept[0][1])}"
        pieces.append(f"M{first}l{' '.join(steps)}{'z' if closed else ''}")
    return "".join(pieces)


def _between(
    before: tuple[int, int], point: tuple[int, int], after: tuple[int, int]
) -> bool:
    """Return whether a point lies on the straight way between two others."""
    x, y = point[0] - before[0], point[1] - before[1]
    on_x, on_y = after[0] - point[0], after[1] - point[1]
    return x * on_y == y * on_x and x * on_x + y * on_y >= 0


def _tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def _renamed(body: str, name: str) -> str:
    """Return elements with names of their own, and without those that nobody uses."""
    used = {one or other for one, other in _REFERENCE.findall(body)}
    short = {old: f"{name}-{place}" for place, old in enumerate(sorted(used))}

    def named(found: re.Match[str]) -> str:
        return f' id="{short[found[1]]}"' if found[1] in short else ""

    def referred(found: re.Match[str]) -> str:
        if found[1] is not None:
            return f'href="#{short[found[1]]}"'
        return f"url(#{short[found[2]]})"

    return _REFERENCE.sub(referred, _NAME.sub(named, body))
