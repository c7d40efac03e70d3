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
    """

    causes: tuple[str, ...]
    series: tuple[str, ...]


def touched(causes: Iterable[str], series: Iterable[str]) -> dict[str, Touch]:
    """Return the claims that a result touches, those by their cause first.

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
    for name, claim in claims().items():
        one = Touch(
            tuple(sorted(mine & _causes(name))), tuple(sorted(read & _read(name)))
        )
        if one.causes or one.series:
            found[name] = one
    return dict(sorted(found.items(), key=lambda one: not one[1].causes))


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
