"""Months as the scenario files write them, ``YYYY-MM``, and as numbers."""

from __future__ import annotations

import re

from sim.errors import InputError
from sim.scenario.reading import shorten

__all__ = ["FIRST_YEAR", "LAST_YEAR", "checked_month", "month_label", "month_number"]

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])")


def checked_month(value: object) -> str:
    """Return a month as given if it is one, written ``YYYY-MM``.

    Raises
    ------
    InputError
        If it is anything else.
    """
    match = _MONTH.fullmatch(value) if isinstance(value, str) else None
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        raise InputError(
            f"{shorten(value)} is no month; write YYYY-MM, such as 2022-02 "
            f"(years {FIRST_YEAR} to {LAST_YEAR})"
        )
    assert isinstance(value, str)
    return value


def month_number(label: str) -> int:
    """Return a month's number, one more than that of the month before it."""
    year, month = label.split("-")
    return int(year) * 12 + int(month) - 1


def month_label(number: int) -> str:
    """Return the ``YYYY-MM`` of a month's number."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
