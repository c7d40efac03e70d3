"""Ways to run the years again: other orders of profiles, and ends of what moves tempo.

Profiles of a state's governments are put in every other order in which they can follow
each other. To have something to hold that against, what governs North Korea's
capability, its hardship and the threat that it feels is moved to the ends of its range.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.parameters import card_of
from sim.scenario.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sim.scenario import Scenario

__all__ = ["ENDS", "GOVERNMENTS", "MOVED", "YARDSTICKS", "Way", "share_moved", "ways"]

GOVERNMENTS = ("US", "ROK", "Japan")
"""Whose profiles are permuted, state by state."""

MOVED: Mapping[str, Mapping[str, bool]] = MappingProxyType(
    {
        # How fast work, flight tests and the arsenal bring the deterrent nearer. Not
        # how often tests are held (campaign_pace, batch): that is the tempo itself.
        "capability": {
            "technology_drift": True,
            "test_gain": True,
            "warhead_output.NK": True,
        },
        # How large a shortfall of income sanctions and a closed border make, and how
        # much of it is felt. Not what is then done about it (stress_talks and so on).
        "stress": {
            "sanctions_bite": True,
            "closure_cost": True,
            "habit_of_income": True,
            "stress_scale.NK": False,
        },
        # How much danger North Korea sees in the same acts and forces of others.
        "threat": {
            "misperception.NK": True,
            "worst_case.NK": True,
            "margin.NK": True,
            "nuclear_weight.NK": True,
        },
    }
)
"""What capability, hardship and felt threat are moved by: a card, and whether its high
end is more of it."""

_TOGETHER = ("capability", "stress")
_BOTH = "both"
YARDSTICKS = (*MOVED, _BOTH)
"""What the effect of governments is held against."""

ENDS: Mapping[str, float] = MappingProxyType({"low": 0.1, "high": 0.9})
"""How far up its declared range each card is moved."""


@dataclass(frozen=True, eq=False)
class Way:
    """One way to run the years again.

    Attributes
    ----------
    family, name : str
        What is moved, and how.
    scenario : Scenario
        With its governments.
    settings : mapping of flat name to float
        What is set by hand, the same at every point.
    """

    family: str
    name: str
    scenario: Scenario
    settings: Mapping[str, float]


def ways(scenario: Scenario) -> list[Way]:
    """Return every way to run the years of a scenario again.

    Parameters
    ----------
    scenario : Scenario
        History, to the last year that is looked at.

    Returns
    -------
    list of Way
        Every other order in which a state's profiles can follow each other in those
        years, those of later governments included; then the ends.
    """
    found = []
    for state in GOVERNMENTS:
        terms = scenario.terms()[state]
        profiles = tuple(term.profile for term in terms)
        within = sum(term.since <= scenario.end for term in terms)
        orders = dict.fromkeys(one[:within] for one in permutations(profiles))
        for order in orders:
            if order != profiles[:within]:
                name = ", ".join(str(one) for one in order)
                found.append(Way(state, name, _governed(scenario, state, order), {}))
    for family in MOVED:
        found += [Way(family, end, scenario, _at_end(family, end)) for end in ENDS]
    for ends in product(ENDS, repeat=len(_TOGETHER)):
        settings: dict[str, float] = {}
        for family, end in zip(_TOGETHER, ends, strict=True):
            settings |= _at_end(family, end)
        found.append(Way(_BOTH, ", ".join(ends), scenario, settings))
    return found


def _governed(scenario: Scenario, state: str, order: Sequence[Any]) -> Scenario:
    """Return the scenario with a state's first terms given to these profiles."""
    terms = list(scenario.terms()[state])
    for place, profile in enumerate(order):
        terms[place] = terms[place].model_copy(update={"profile": profile})
    if state == "US":
        return scenario.model_copy(update={"administrations": tuple(terms)})
    governments = {**scenario.governments, state: tuple(terms)}
    return scenario.model_copy(update={"governments": governments})


def _at_end(family: str, end: str) -> dict[str, float]:
    """Return a family's cards at the end where there is little, or much, of it."""
    found = {}
    for flat, upward in MOVED[family].items():
        card, state = card_of(flat)
        low, high = card.range(state)
        share = ENDS[end] if upward else 1.0 - ENDS[end]
        found[flat] = low + share * (high - low)
    return found


def share_moved(scenario: Scenario, way: Way, points: Mapping[str, Any]) -> float:
    """Return the mean share of its range that a trait or card is moved by."""
    shares: list[float] = []
    for flat, value in way.settings.items():
        card, state = card_of(flat)
        low, high = card.range(state)
        was = np.asarray(points.get(flat, card.value(state)), dtype=np.float64)
        shares.append(float(np.abs(value - was).mean() / (high - low)))
    if way.family in GOVERNMENTS:
        for real, other in zip(
            _in_force(scenario, way.family),
            _in_force(way.scenario, way.family),
            strict=True,
        ):
            for flat, value in other.items():
                card, state = card_of(flat)
                low, high = card.range(state)
                shares.append(abs(value - real[flat]) / (high - low))
    return float(np.mean(shares))


def _in_force(scenario: Scenario, state: str) -> Iterator[Mapping[str, float]]:
    """Yield the traits of a state's government, month by month."""
    plan, traits = Plan(scenario), scenario.terms()[state][0].traits(state)
    for month in range(plan.months):
        dated = plan.inputs(month).dated
        yield {flat: dated[flat][0].target for flat in traits}
