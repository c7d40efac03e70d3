"""What things are called where they stand in a sentence of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.catalogue import GROUPS

if TYPE_CHECKING:
    from analysis.catalogue import Outcome
    from analysis.interfaces.text import Lang

__all__ = ["noted", "outcome_words", "signed"]

_PLAIN = ("1", "share", "strength", "비율", "강도")
"""Units that a number says by itself."""


def outcome_words(outcome: Outcome, lang: Lang) -> str:
    """Return an outcome's name that can stand alone: threats need their heading."""
    own = outcome.label[lang]
    if outcome.group != "threat" or outcome.name == "misperception":
        return own
    return f"{GROUPS[outcome.group][lang]} ({own})"


def noted(words: str, unit: str) -> str:
    """Return words with a unit behind them, where there is one to speak of."""
    return words if unit in _PLAIN else f"{words} ({unit})"


def signed(value: float, digits: int = 3) -> str:
    """Return a change with its sign, a minus that is one.

    Examples
    --------
    >>> signed(0.25), signed(-0.0123456)
    ('+0.25', '−0.0123')
    """
    return f"{value:+.{digits}g}".replace("-", "−")
