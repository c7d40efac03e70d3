"""Which claims of the ledger a result touches, and by what."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.catalogue import OUTCOMES
from analysis.claims.ledger import claims, signed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.claims.ledger import Claim

__all__ = ["Touch", "series_of", "touched"]

_COMMON = "baseline"
"""Nearly every claim is tried in this scenario: having it in common says nothing."""


class Touch(NamedTuple):
    """What a claim has in common with a result.

    Attributes
    ----------
    causes : tuple of str
        Parameters, events and scenarios that both set.
    series : tuple of str
        Series that both read.
    nearness : float
        The share of what the claim's arms differ in that the result moves too, and of
        what it reads: 0 to 2.
    """

    causes: tuple[str, ...]
    series: tuple[str, ...]
    nearness: float


def touched(causes: Iterable[str], series: Iterable[str]) -> dict[str, Touch]:
    """Return the claims that a result touches, the nearest first.

    Parameters
    ----------
    causes : iterable of str
        Names of parameters without their state, kinds of events and names of
        scenarios that differ within the result.
    series : iterable of str
        Keys of series that its question is read off.

    Returns
    -------
    dict
        Number of the claim to what it has in common.
    """
    mine, read = set(causes) - {_COMMON}, set(series)
    found = {}
    for name in claims():
        both = mine & _causes(name), read & _read(name)
        near = [
            len(common) / max(len(whole), 1)
            for common, whole in zip(both, (_causes(name), _read(name)), strict=True)
        ]
        if any(both):
            causes_of, series_of_it = (tuple(sorted(one)) for one in both)
            found[name] = Touch(causes_of, series_of_it, sum(near))
    return dict(sorted(found.items(), key=lambda one: -one[1].nearness))


def series_of(outcomes: Iterable[str]) -> set[str]:
    """Return the series that outcomes are read off.

    Parameters
    ----------
    outcomes : iterable of str
        Names of outcomes, or of a series and its months; others are left out.
    """
    found: set[str] = set()
    for name in outcomes:
        if name in OUTCOMES:
            given = getattr(OUTCOMES[name].measure, "keywords", {})
            found |= {*given.get("keys", ()), *filter(None, [given.get("key")])}
        else:
            found.add(name.partition(" ")[0])
    return found


@cache
def _causes(name: str) -> frozenset[str]:
    """Return what the arms of a claim differ in."""
    claim: Claim = claims()[name]
    found: set[str] = set()
    for arm in claim.arms.values():
        flats = [*arm.set, *(one for k in arm.levers.values() for one in k.targets())]
        found |= {flat.partition(".")[0] for flat in flats}
        found |= {one.kind for one in arm.events.values()}
        found |= {arm.scenario, *arm.without}
    return frozenset(found - {_COMMON})


@cache
def _read(name: str) -> frozenset[str]:
    sums = [signed(one.series) for one in claims()[name].readings]
    return frozenset(key for one in sums for key in (*one.plus, *one.minus))
