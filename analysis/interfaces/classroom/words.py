"""Numbers as sentences of the classroom have them."""

from __future__ import annotations

__all__ = ["noted", "signed"]

_PLAIN = ("1", "share", "strength", "비율", "강도")
"""Units that a number says by itself."""


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
