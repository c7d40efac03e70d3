"""Docstrings, reStructuredText of a few marks, as the Markdown of the site."""

from __future__ import annotations

import re

import griffe

from sim.parameters import CARDS

ROLE = re.compile(r":\w+:`(?P<short>~?)(?P<target>[^`]+)`")
INLINE = re.compile(r":math:`([^`]+)`")
BLOCK = re.compile(
    r"^(?P<indent> *)\.\. math::[ \n]*(?P<latex>.+?)(?=\n\s*\n|\Z)", re.S | re.M
)
CITED = re.compile(r"(\[\w+\])_\b")
ENTRY = re.compile(r"^( *)\.\. (\[\w+\]) ", re.M)
SHAPE = re.compile(r"^( *(?:[\w*, ]+ : )?[^:\n]*?), shape (\(.*\))", re.M)
BY_CARD = re.compile(
    r"^(?P<indent> *)(?P<names>\w+(?:, ?\w+)*)\n"
    r" +Parameter cards? of (?:that name|those names)(?:; (?P<rest>[^\n]*)|\.)$",
    re.M,
)


class Docstrings(griffe.Extension):
    """Rewrites every docstring of a package before it is taken apart."""

    def on_package(self, *, pkg: griffe.Module, **_: object) -> None:
        """Rewrite the docstrings of everything in a package."""
        _rewrite(pkg)


def _rewrite(thing: griffe.Object) -> None:
    if thing.docstring:
        thing.docstring.value = markdown(thing.docstring.value, thing)
    for member in thing.members.values():
        if isinstance(member, griffe.Object):
            _rewrite(member)


def markdown(text: str, thing: griffe.Object) -> str:
    """Return a docstring as Markdown.

    Parameters
    ----------
    text : str
        The docstring.
    thing : griffe.Object
        What it describes, whose neighbors it can name without saying where they are.
    """

    def reference(found: re.Match[str]) -> str:
        target = found["target"]
        words = target.rpartition(".")[2] if found["short"] else target
        place = _place(target, thing)
        return f'<autoref identifier="{place}" optional><code>{words}</code></autoref>'

    text = BY_CARD.sub(_cards, text)
    text = SHAPE.sub(r"\1 of shape \2", text)  # else it is taken for a tuple of types
    text = BLOCK.sub(_equation, text)
    text = INLINE.sub(lambda found: f"${' '.join(found[1].split())}$", text)
    text = ROLE.sub(reference, text)
    text = ENTRY.sub(r"\1- \2 ", text)
    return CITED.sub(r"\1", text)


def _place(target: str, thing: griffe.Object) -> str:
    """Return the full name of what a docstring names."""
    scope: griffe.Object | None = thing
    while scope is not None:
        if target.partition(".")[0] in scope.members:
            return f"{scope.path}.{target}"
        scope = scope.parent
    return target


def _cards(found: re.Match[str]) -> str:
    """Return arguments that are parameters, each with what its card says of it."""
    indent, said = found["indent"], []
    for name in found["names"].replace(" ", "").split(","):
        card = CARDS[name]
        said.append(
            f"{indent}{name}\n{indent}    Parameter ${card.symbol}$: {card.meaning}. "
            f"[{card.unit}]"
        )
    return "\n".join(said) + (f" Here {found['rest']}" if found["rest"] else "")


def _equation(found: re.Match[str]) -> str:
    indent = found["indent"]
    lines = [line.strip() for line in found["latex"].splitlines()]
    return "\n".join(f"{indent}{line}" for line in ("```math", *lines, "```"))
