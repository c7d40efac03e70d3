"""Threat and arming for one run in plain Python, as one would write them by hand.

The yardstick of what arrays buy, and a second reading of the rules: the benchmark
stops if the two differ by more than rounding.
"""

from __future__ import annotations

from math import exp, log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["month"]


def month(
    seen: Sequence[Mapping[str, float]],
    own: Mapping[str, float],
    given: Mapping[str, float],
) -> tuple[list[float], float]:
    """Return one state's threat from each other state, and its new burden.

    Parameters
    ----------
    seen : sequence of mapping
        Of each other state: intent, power, own power and shield at the common
        front, strike, incoming warheads, umbrella against it, threat to allies.
    own : mapping
        Warheads, missile defense, burden, reference burden and threat, greed beyond
        type, confidence.
    given : mapping
        Parameters by the names of their cards.
    """
    n0 = given["unacceptable_warheads"]
    retaliation = 1.0 - exp(-own["warheads"] / n0)
    threats = []
    for other in seen:
        n = other["incoming"]
        exposed = 1.0 - exp(-n * (1.0 - own["defense"]) / n0)
        certain = 1.0 - (1.0 - retaliation) * (1.0 - other["umbrella"])
        lag = max(0.0, log((n + 1.0) / (own["warheads"] + 1.0)))
        nuclear = exposed * (
            1.0
            - given["retaliation_deters"] * certain
            + given["parity_weight"] * retaliation * lag / sqrt(1.0 + lag * lag)
        )
        felt = given["offense_balance"] * (1.0 + given["margin"]) * other["power"]
        relative = felt / (other["own"] + other["shield"] + felt + 1e-9)
        absolute = 1.0 - exp(-felt / given["unacceptable_power"])
        hurt = 1.0 - exp(-other["strike"] / given["unacceptable_damage"])
        eta, sigma = given["absolute_weight"], given["saturation"]
        vulnerability = (
            (1.0 - eta) * relative
            + eta * absolute
            + given["hostage_weight"] * hurt
            + given["nuclear_weight"] * nuclear
        )
        linear = (1.0 + given["margin"]) * other["power"] / given["reference_power"]
        threats.append(
            other["intent"] * ((1.0 - sigma) * linear + sigma * vulnerability)
            + given["guarantee_share"] * other["shared"]
        )
    more = (
        given["budget_reaction"]
        * given["arming_slope"]
        * (sum(threats) - own["reference_felt"])
        + given["ambition"] * own["greed_beyond_type"]
    )
    restrained = given["confidence_restrains"] * own["confident"] * max(0.0, more)
    wanted = own["reference"] + more - restrained
    wanted = min(max(wanted, 0.0), given["burden_ceiling"])
    burden = own["burden"]
    return threats, burden + (wanted - burden) / given["adjustment"]
