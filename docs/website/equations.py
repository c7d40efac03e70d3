"""Equations as MathML, made while the site is built: no script, no font, no network.

Browsers lay MathML out themselves; what looks like LaTeX on a page goes through
``latex2mathml`` once, here. A malformed equation stops the build; a command it does
not know stays as it is written, and a test finds it.
"""

from __future__ import annotations

import html
import re

from latex2mathml.converter import convert

EQUATION = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\\[\[(](?P<latex>.*?)\\[\])]</(?P=tag)>'
    r"(?P<after>[.,;:)]*)",
    re.S,
)


def on_page_content(content: str, **_: object) -> str:
    """Set the equations of a page."""
    return EQUATION.sub(_set, content)


def _set(found: re.Match[str]) -> str:
    latex = html.unescape(found["latex"]).strip()
    if found["tag"] == "div":
        # The converter knows one of the two names of lines that are aligned, and
        # browsers break no line inside an equation.
        lines = [latex] if r"\begin" in latex else latex.split(r"\\")
        blocks = (
            convert(line.replace("{aligned}", "{split}"), display="block")
            for line in lines
        )
        return f'<div class="equation">{"".join(blocks)}</div>{found["after"]}'
    # What follows an equation may not begin the next line.
    return f'<span class="inline-equation">{convert(latex)}{found["after"]}</span>'
