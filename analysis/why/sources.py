"""Sources: what a term, an input or a unit is called, and whose argument it is.

Four tables lie beside this module. ``terms.csv`` names every term of every rule that
an answer can show, with the mechanism of the register and the source of the argument;
``rules.csv`` names the value of each rule and ``inputs.csv`` what it reads;
``links.csv`` says which rule made the input behind a term, in this month or the one
before.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from inspect import cleandoc
from typing import TYPE_CHECKING

from sim.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "INPUTS",
    "LINKS",
    "RULE_WORDS",
    "TERMS",
    "Input",
    "Link",
    "TermWords",
    "settled",
    "unit_of",
]


@dataclass(frozen=True, slots=True)
class TermWords:
    """What one term of a rule is called, and why it is there.

    Attributes
    ----------
    rule, term : str
        Of which rule, and its name there.
    words : mapping of language to str
        A plain phrase; ``{name}`` is a state that the term stands for.
    mechanism : str
        Its number in the register of mechanisms, or nothing.
    source : str
        Keys of the bibliography, a place in the papers, or ``ours``.
    """

    rule: str
    term: str
    words: Mapping[str, str]
    mechanism: str
    source: str


@dataclass(frozen=True, slots=True)
class Input:
    """What one input of a rule is called.

    Attributes
    ----------
    rule, name : str
        Of which rule, and its name there.
    words : mapping of language to str
        A plain phrase, with ``{state}`` and ``{other}`` where they belong.
    kind : str
        ``yes`` if it is 0 or 1, ``whole`` if it is a count, else nothing.
    """

    rule: str
    name: str
    words: Mapping[str, str]
    kind: str


@dataclass(frozen=True, slots=True)
class Link:
    """Which rule made the input behind a term.

    Attributes
    ----------
    rule, term : str
        The term.
    deeper, owner, place : str
        The rule behind it, whose, and which of several things it was applied to.
    lag : int
        0 if it was applied in the same month, 1 if a month before.
    how : str
        ``same`` if its value is the input, ``part`` if it goes into the input.
    pair : str
        The only pair of states for which the link holds, or nothing.
    """

    rule: str
    term: str
    deeper: str
    owner: str
    place: str
    lag: int
    how: str
    pair: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (resources.files("analysis.why") / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


TERMS: Mapping[tuple[str, str], TermWords] = {
    (row["rule"], row["term"]): TermWords(
        rule=row["rule"],
        term=row["term"],
        words={"en": row["en"], "ko": row["ko"]},
        mechanism=row["mechanism"],
        source=row["source"],
    )
    for row in _rows("terms.csv")
}
"""The words of every term, by rule and term."""

INPUTS: Mapping[tuple[str, str], Input] = {
    (row["rule"], row["input"]): Input(
        rule=row["rule"],
        name=row["input"],
        words={"en": row["en"], "ko": row["ko"]},
        kind=row["kind"],
    )
    for row in _rows("inputs.csv")
}
"""The words of every input, by rule and input."""

RULE_WORDS: Mapping[str, Mapping[str, str]] = {
    row["rule"]: {"en": row["en"], "ko": row["ko"]} for row in _rows("rules.csv")
}
"""What the value of a rule is, in words; braces name states."""

LINKS: tuple[Link, ...] = tuple(
    Link(
        rule=row["rule"],
        term=row["term"],
        deeper=row["deeper"],
        owner=row["owner"],
        place=row["place"],
        lag=int(row["lag"]),
        how=row["how"],
        pair=row["pair"],
    )
    for row in _rows("links.csv")
)
"""Every link from a term to the rule that made its input."""

_RETURNS = re.compile(
    r"^Returns\n-+\n(?P<body>.*?)(?=^\w[^\n]*\n-{3,}\n|\Z)", re.S | re.M
)
_UNIT = re.compile(r"\[(?P<unit>[^\]\n]+)\]")


@cache
def unit_of(rule: str) -> str:
    """Return the unit of a rule's value, as its docstring declares it.

    Examples
    --------
    >>> unit_of("burden"), unit_of("belief")
    ('% of GDP', 'log-odds')
    """
    section = _RETURNS.search(cleandoc(RULES[rule].__doc__ or ""))
    assert section is not None, f"rule {rule!r} does not say what it returns"
    return str(_UNIT.findall(section["body"])[-1])


_PARTICLE = re.compile(
    r"(?P<before>.)(?P<closed>을|이었|이|은|과)\((?P<opened>를|였|가|는|와)\)"
)
_OPEN_DIGITS = "2459"
"""Digits whose Korean names end in no consonant: i, sa, o, gu."""


def settled(text: str) -> str:
    """Return Korean text with each open particle settled by the letter before it.

    Examples
    --------
    >>> settled("북한이(가) 미국을(를) 보았다")
    '북한이 미국을 보았다'
    >>> settled("러시아이(가) 0.28이(가) 아니라 0.4이었(였)다")
    '러시아가 0.28이 아니라 0.4였다'
    """
    return _PARTICLE.sub(_choose, text)


def _choose(found: re.Match[str]) -> str:
    letter = found["before"]
    syllable = ord(letter) - ord("가")
    # Every 28th syllable of Hangul, and they alone, ends in no consonant.
    ends_open = letter in _OPEN_DIGITS or (
        0 <= syllable < _SYLLABLES and syllable % _FINALS == 0
    )
    return letter + found["opened" if ends_open else "closed"]


_SYLLABLES, _FINALS = 11172, 28
"""Syllables of Hangul, and the ways in which one may end."""
