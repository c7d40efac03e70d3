"""What the cards of parameters say to readers: a short name, and a Korean meaning.

A card has its English meaning beside its rule. The rest is a table, ``cards.csv``
beside this module, a line a card: a short name in English and Korean, for a slider or
a row, and the meaning in Korean. A card without a line, as of a rule that is being
written, is called by its name and explained in English.
"""

from __future__ import annotations

import csv
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from sim.cast import LABELS
from sim.parameters import card_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LINES", "label", "meaning"]


def _read() -> Mapping[str, Mapping[str, str]]:
    text = (resources.files("analysis") / "cards.csv").read_text(encoding="utf-8")
    lines = csv.DictReader(text.splitlines())
    return MappingProxyType({line["name"]: MappingProxyType(line) for line in lines})


LINES: Mapping[str, Mapping[str, str]] = _read()
"""Card to its line: ``label_en``, ``label_ko`` and ``meaning_ko``."""


def label(name: str, lang: str) -> str:
    """Return a parameter's short name, with the state where one is named.

    Parameters
    ----------
    name : str
        A parameter, or one state's copy of it.
    lang : {'en', 'ko'}
        The language.

    Raises
    ------
    InputError
        If there is no such parameter.

    Examples
    --------
    >>> label("arming_slope.ROK", "en"), label("arming_slope", "ko")
    ('arming asked for by fear, South Korea', '두려움이 요구하는 군비')
    """
    card, state = card_of(name)
    line = LINES.get(card.name)
    said = line[f"label_{lang}"] if line else card.name.replace("_", " ")
    return said if state is None else f"{said}, {LABELS[lang][state]}"


def meaning(name: str, lang: str) -> str:
    """Return what a parameter is, in a plain phrase.

    Parameters
    ----------
    name : str
        A parameter, or one state's copy of it, which means the same.
    lang : {'en', 'ko'}
        The language.

    Raises
    ------
    InputError
        If there is no such parameter.

    Examples
    --------
    >>> meaning("reach", "en")
    'distance over which conventional power falls to 1/e'
    >>> meaning("reach.NK", "ko")
    '재래식 힘이 1/e로 줄어드는 거리'
    """
    card, _ = card_of(name)
    line = LINES.get(card.name)
    return line["meaning_ko"] if line and lang == "ko" else card.meaning
