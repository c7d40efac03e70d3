"""Arming: how much of its income a state spends on force."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = ["burden", "ceiling", "ceiling_lift", "desired_burden", "winding_down"]

CARDS = deck(
    card(
        "arming_slope",
        dict(zip(STATES, (3.0, 2.0, 1.0, 0.7, 0.3, 1.0), strict=True)),
        0.0,
        6.0,
        symbol="s",
        unit="% of GDP per unit of threat",
        basis="estimated",
        source="ours; order of magnitude from burdens 2012-2021 [SIPRI2025], in which "
        "South Korea's spending does not follow launches",
        meaning="rise of the wanted burden with felt threat: 1 over the curvature of a "
        "quadratic fiscal cost",
    ),
    card(
        "ambition",
        0.0,
        0.0,
        2.0,
        symbol="z",
        unit="% of GDP",
        basis="assumed",
        source="form from [Mearsheimer2001] and [Glaser2010]; value ours",
        meaning="extra burden that a fully greedy state wants beyond a typical one of "
        "its kind",
        each=STATES,
    ),
    card(
        "adjustment",
        24.0,
        12.0,
        60.0,
        symbol=r"\tau",
        unit="months",
        basis="assumed",
        source="ours: one to five budget years",
        meaning="time over which budgets close most of the gap to what is wanted",
        each=STATES,
    ),
    card(
        "demobilization",
        36.0,
        12.0,
        84.0,
        symbol=r"\tau_w",
        unit="months",
        basis="assumed",
        source="ours: withdrawals from Iraq and Afghanistan took years",
        meaning="time over which the cost of wars that end falls to 1/e",
    ),
    card(
        "confidence_restrains",
        0.5,
        0.0,
        1.0,
        symbol="r",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M159)",
        meaning="share of a wanted rise that full confidence among the six takes off",
    ),
    card(
        "burden_ceiling",
        dict(zip(STATES, (35.0, 12.0, 9.0, 7.0, 6.0, 6.0), strict=True)),
        dict(zip(STATES, (26.0, 6.0, 6.0, 4.0, 2.0, 3.0), strict=True)),
        dict(zip(STATES, (45.0, 20.0, 15.0, 12.0, 10.0, 10.0), strict=True)),
        symbol=r"\bar b",
        unit="% of GDP",
        basis="assumed",
        source="ours",
        meaning="highest burden that the economy bears",
    ),
    card(
        "informal_ceiling",
        {"Japan": 1.1},
        1.0,
        2.0,
        symbol=r"\bar b_0",
        unit="% of GDP",
        basis="measured",
        source="burdens of 0.91 to 1.06% 2005-2021 [SIPRI2025]",
        meaning="Japan's customary ceiling of about 1% of GDP, until it is lifted",
    ),
    card(
        "ceiling_hazard",
        {"Japan": 0.05},
        0.0,
        0.5,
        symbol="h_0",
        unit="1/year",
        basis="assumed",
        source="ours: never lifted in 45 years before 2022",
        meaning="yearly chance that the custom is given up, at reference threat",
    ),
    card(
        "ceiling_sensitivity",
        {"Japan": 8.0},
        0.0,
        20.0,
        symbol="h_1",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.4 (M45)",
        meaning="how fast that chance grows with threat above its reference",
    ),
    mechanism(
        "budget_reaction",
        "budgets answer to felt threat: the arms race",
        source="paper A, II.1 (M42-M44, M47); [Richardson1960]",
    ),
)


def desired_burden(
    reference: Rows,
    wars: Rows,
    felt: Rows,
    reference_felt: Rows,
    greed_beyond_type: Rows,
    limit: Rows,
    confident: Rows,
    *,
    arming_slope: Rows,
    ambition: Rows,
    confidence_restrains: Rows,
    budget_reaction: Rows,
) -> Terms:
    r"""Share of income that a state would spend if it could do so at once.

    .. math:: b^* = b_0 + w + u - r C \max(0, u), \quad u = \sigma s (T - T_0)
              + z (\theta - \bar\theta), \quad 0 \le b^* \le \bar b

    Parameters
    ----------
    reference : Rows, shape (rows,)
        Burden in the base year without wars elsewhere :math:`b_0`. [% of GDP]
    wars : Rows, shape (rows,)
        Cost of wars elsewhere that are being wound down :math:`w`. [% of GDP]
    felt : Rows, shape (rows,)
        Threat from all others together :math:`T`. [threat]
    reference_felt : Rows, shape (rows,)
        The same at the start :math:`T_0`. [threat]
    greed_beyond_type : Rows, shape (rows,)
        True type less what is typical of the state. [signed share]
    limit : Rows, shape (rows,)
        Highest burden :math:`\bar b`. [% of GDP]
    confident : Rows, shape (rows,)
        Confidence from a verified dialogue :math:`C`. [share]
    arming_slope, ambition, confidence_restrains, budget_reaction
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        The wanted burden; within bounds. [% of GDP]

    Notes
    -----
    The optimum of a benefit linear in the burden against a quadratic cost of leaving
    the customary one. Anchored (ours), so that nothing drifts without news. That
    confidence leads to restraint is paper A, IV.p2 (M159).

    References
    ----------
    [Richardson1960]: reaction to others' arms against a cost of one's own.
    """
    alarmed = budget_reaction * arming_slope * (felt - reference_felt)
    greedy = ambition * greed_beyond_type
    restrained = confidence_restrains * confident
    return Terms.bounded(
        0.0,
        limit,
        custom=reference,
        wars=wars,
        threat=alarmed,
        ambition=greedy,
        restraint=-restrained * np.maximum(0.0, alarmed + greedy),
    )


def winding_down(cost: Rows, *, demobilization: Rows) -> Terms:
    r"""Cost of wars elsewhere, a month later, as they are wound down.

    .. math:: w' = w - w / \tau_w

    Parameters
    ----------
    cost : Rows, shape (rows,)
        Cost of wars elsewhere :math:`w`. [% of GDP]
    demobilization
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        The cost a month later. [% of GDP]

    Notes
    -----
    Spending lifted by a war falls when it is over [PeacockWiseman1961]; the form is
    ours. What the base year's wars cost is a figure, and the war in Ukraine is not
    among them.
    """
    return Terms(held=cost, ended=-cost / demobilization)


def burden(current: Rows, desired: Rows, *, adjustment: Rows) -> Terms:
    r"""Share of income spent on force, a month later.

    .. math:: b' = b + (b^* - b) / \tau

    Parameters
    ----------
    current : Rows, shape (rows,)
        Burden :math:`b`. [% of GDP]
    desired : Rows, shape (rows,)
        Wanted burden :math:`b^*`. [% of GDP]
    adjustment
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Burden a month later, between the two. [% of GDP]

    Notes
    -----
    Budgets are slow (ours). Fatigue and slow adjustment were tried apart and gave
    the same paths to five digits, so there is one of them.
    """
    return Terms(kept=current, adjusted=(desired - current) / adjustment)


def ceiling(lifted: Rows, *, informal_ceiling: Rows, burden_ceiling: Rows) -> Terms:
    r"""Highest burden of a state with a customary ceiling.

    .. math:: \bar b = \bar b_0 + l (\bar b_1 - \bar b_0)

    Parameters
    ----------
    lifted : Rows, shape (rows,)
        1 once the customary ceiling has been lifted :math:`l`. [0 or 1]
    informal_ceiling, burden_ceiling
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        The ceiling. [% of GDP]

    Notes
    -----
    Ours, for Japan's custom of about 1% of GDP.
    """
    return Terms(
        custom=informal_ceiling, lifted=lifted * (burden_ceiling - informal_ceiling)
    )


def ceiling_lift(
    felt: Rows, reference_felt: Rows, *, ceiling_hazard: Rows, ceiling_sensitivity: Rows
) -> Terms:
    r"""Chance in a month that a customary ceiling is lifted.

    .. math:: h = 1 - \exp\left(-\tfrac{1}{12} h_0 e^{h_1 (T - T_0)}\right)

    Parameters
    ----------
    felt : Rows, shape (rows,)
        Threat from all others together :math:`T`. [threat]
    reference_felt : Rows, shape (rows,)
        The same at the start :math:`T_0`. [threat]
    ceiling_hazard, ceiling_sensitivity
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Chance, between 0 and 1. [share]

    Notes
    -----
    Ours: threat raises the hazard; no date is written down. The exponent is held
    within 5 either way, so that the chance stays a number.
    """
    pressed = np.minimum(
        np.maximum(ceiling_sensitivity * (felt - reference_felt), -5.0), 5.0
    )
    return Terms(hazard=1.0 - np.exp(-ceiling_hazard / 12.0 * np.exp(pressed)))
