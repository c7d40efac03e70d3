"""Numbers as the debrief's page writes them."""

from __future__ import annotations

__all__ = ["money", "percent", "points", "signed", "threat"]


def signed(text: str) -> str:
    """Return a number that is written already, with a plus if it is above zero.

    Examples
    --------
    >>> signed("0.3"), signed("−0.3"), signed("0")
    ('+0.3', '−0.3', '0')
    """
    return text if text.startswith("−") or not text.strip("0.,%") else f"+{text}"


def threat(value: float) -> str:
    """Return felt threat, to the second decimal.

    Examples
    --------
    >>> threat(1.5602), threat(-0.004), threat(-0.25)
    ('1.56', '0.00', '−0.25')
    """
    return _fixed(value, 2)


def percent(share: float) -> str:
    """Return a share in percent, to the first decimal if it is below a tenth.

    Examples
    --------
    >>> percent(0.0719), percent(0.934), percent(-0.25), percent(0.0)
    ('7.2%', '93%', '−25%', '0%')
    """
    return f"{_fixed(100.0 * share, 0 if abs(share) >= 0.0995 or share == 0 else 1)}%"


def points(share: float) -> str:
    """Return a difference of shares as points of a hundred, with its sign.

    Examples
    --------
    >>> points(0.674), points(-0.3549)
    ('+67', '−35')
    """
    return signed(_fixed(100.0 * share, 0))


def money(value: float) -> str:
    """Return billions, with three digits that count and no more decimals than two.

    Examples
    --------
    >>> money(0.0929), money(7.0), money(16.08), money(1860.26), money(-2.1)
    ('0.09', '7.00', '16.1', '1,860', '−2.10')
    """
    size = abs(value)
    return _fixed(value, 2 if size < 9.995 else 1 if size < 99.95 else 0)


def _fixed(value: float, places: int) -> str:
    text = f"{abs(value):,.{places}f}"
    return f"−{text}" if value < 0 and text.strip("0.,") else text
