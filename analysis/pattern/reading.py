"""Reading a run's history between two months, and what a verdict takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sim.history import History
    from sim.terms import Rows

__all__ = [
    "ADMITTED",
    "PARTLY",
    "REPRODUCED",
    "between",
    "offering",
    "used_for",
    "verdict",
]

ADMITTED = "2020-12"
"""Nothing after this month may guide a rule, a range or a first guess."""

REPRODUCED, PARTLY = 0.8, 0.6
"""Share of a pattern's lines, or of its pairs of periods, that the mean run must have
right. Of pairs, a half are right by chance."""


def between(history: History, key: str, first: str, last: str) -> Rows:
    """Return a series between two months, both included, shape (months, rows)."""
    labels = history.labels
    months = slice(labels.index(first), labels.index(last) + 1)
    return np.asarray(history.series(*key.split("."))[months], dtype=np.float64)


def offering(history: History, first: str, last: str) -> Rows:
    """Return 1 in the months of an offer, a moratorium or talks, (months, rows)."""
    offers = between(history, "posture.NK.offer", first, last)
    offers = offers + between(history, "posture.NK.moratorium", first, last)
    return np.minimum(1.0, offers + between(history, "talking", first, last))


def used_for(last: str) -> str:
    """Return ``development`` or ``reported``, by the last month that is looked at."""
    return "development" if last <= ADMITTED else "reported"


def verdict(low: float, high: float) -> str:
    """Return what is made of the interval of a share: ``yes``, ``no`` or ``partly``.

    Parameters
    ----------
    low, high : float
        Its ends: it takes both to be sure, so too few runs show nothing but partly.
    """
    if low >= REPRODUCED:
        return "yes"
    return "no" if high < PARTLY else "partly"
