"""Effects that have a name: a table, ``effects.csv`` beside this module."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import TypeAlias

__all__ = ["EFFECTS", "Effect"]

Words: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect with a name: what is shared out, and among whom.

    Attributes
    ----------
    name : str
        As the command takes it.
    words : mapping of language to str
        What it is.
    scenario, outcome, cause, players : str
        Where, what is read, whose effect on it is shared out (empty for the outcome
        itself), and the players, as the command takes them.
    counted : tuple of str
        The players whose values add up to the effect.
    """

    name: str
    words: Words
    scenario: str
    outcome: str
    cause: str
    players: str
    counted: tuple[str, ...]


def _effects() -> Mapping[str, Effect]:
    text = (resources.files("analysis.attribution") / "effects.csv").read_text(
        encoding="utf-8"
    )
    found = {}
    for row in csv.DictReader(text.splitlines()):
        every = tuple(row["players"].split(","))
        found[row["name"]] = Effect(
            name=row["name"],
            words={lang: row[lang] for lang in ("en", "ko")},
            scenario=row["scenario"],
            outcome=row["outcome"],
            cause=row["cause"],
            players=row["players"],
            counted=tuple(row["counted"].split()) or every,
        )
    return MappingProxyType(found)


EFFECTS: Mapping[str, Effect] = _effects()
"""Effects that have a name."""
