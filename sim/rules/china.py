"""China: the role it chooses between the blocs, and what follows from it."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = ["courtship", "mediation", "role", "role_utility"]

CARDS = deck(
    card(
        "role_custom",
        {"China": 1.0},
        0.0,
        2.0,
        symbol="k_0",
        unit="utility",
        basis="assumed",
        source="ours; that Beijing mostly stands aside is paper A, IV (Q12)",
        meaning="what speaks for standing aside, as Beijing is used to",
    ),
    card(
        "coordinator_cost",
        {"China": 0.5},
        0.0,
        2.0,
        symbol="k_c",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what coordinating between the camps costs",
    ),
    card(
        "axis_cost",
        {"China": 1.5},
        0.0,
        3.0,
        symbol="k_x",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what open partnership with North Korea and Russia costs in trade and "
        "freedom",
    ),
    card(
        "role_of_blocs",
        {"China": 2.0},
        0.0,
        4.0,
        symbol="k_p",
        unit="utility per unit of polarization",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M56)",
        meaning="how hardening blocs pull Beijing into one of them",
    ),
    card(
        "role_of_tilt",
        {"China": 1.0},
        0.0,
        3.0,
        symbol="k_t",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.3 and paper B, IV.1 (M19, M20)",
        meaning="how North Korea's tilt to Russia moves Beijing to act at all",
    ),
    card(
        "role_of_coercion",
        {"China": 1.0},
        0.0,
        2.0,
        symbol="k_u",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="how secondary sanctions push Beijing toward the axis",
    ),
    card(
        "role_of_turmoil",
        {"China": 1.5},
        0.0,
        3.0,
        symbol="k_s",
        unit="utility",
        basis="assumed",
        source="ours, after paper B, II: a preference for stability",
        meaning="how crises at its door move Beijing to coordinate",
    ),
    card(
        "role_of_trilateral",
        {"China": 1.0},
        0.0,
        2.0,
        symbol="k_j",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M56)",
        meaning="how the allies' trilateral institutions push Beijing toward the axis",
    ),
    card(
        "role_of_planning",
        {"China": 0.5},
        0.0,
        1.5,
        symbol="k_n",
        unit="utility",
        basis="assumed",
        source="ours, after paper B, IV.3(1) (M56)",
        meaning="how nuclear planning in three pushes Beijing toward the axis",
    ),
    card(
        "courtship_axis",
        {"China": 0.4},
        0.0,
        0.8,
        symbol="y_x",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="how far a member of the axis courts North Korea",
    ),
    card(
        "courtship_rival",
        {"China": 0.5},
        0.0,
        1.5,
        symbol="y_t",
        unit="share per share of depth",
        basis="assumed",
        source="ours; the effect is paper A, III.3 and paper B, IV.1 (M19, M20)",
        meaning="how far Beijing courts North Korea because that leans on Russia",
    ),
    card(
        "mediation_coordinator",
        {"China": 0.6},
        0.0,
        1.0,
        symbol="y_m",
        unit="share",
        basis="assumed",
        source="ours, after the Six-Party Talks that Beijing hosted",
        meaning="how much a coordinator mediates",
    ),
)


def _over_roles(bystander: float, coordinator: float, axis: float, cause: Rows) -> Rows:
    """Return one cause as it speaks for each role, shape (roles, rows)."""
    return np.stack([bystander * cause, coordinator * cause, axis * cause])


def role_utility(
    polarized_news: Rows,
    tilt: Rows,
    coerced: Rows,
    turmoil: Rows,
    joined: Rows,
    *,
    role_custom: Rows,
    coordinator_cost: Rows,
    axis_cost: Rows,
    role_of_blocs: Rows,
    role_of_tilt: Rows,
    role_of_coercion: Rows,
    role_of_turmoil: Rows,
    role_of_trilateral: Rows,
    role_of_planning: Rows,
    planning_with_japan: Rows,
) -> Terms:
    r"""What speaks for each role that China may play between the blocs.

    .. math:: U = k_0 (1, 0, 0) - k_c (0, 1, 0) - k_x (0, 0, 1)
              + k_p \Delta P (0, -0.3, 1) + k_t t (0, 0.3, 0.3) + k_u u (0, 0, 1)
              + k_s s (-0.3, 1, 0) + k_j j (0, 0, 0.7) + k_n n j (0, 0, 1)

    Parameters
    ----------
    polarized_news : Rows, shape (rows,)
        Polarization of the blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    tilt : Rows, shape (rows,)
        How much closer North Korea and Russia are than at the start :math:`t`.
        [signed share]
    coerced : Rows, shape (rows,)
        Secondary sanctions by the United States :math:`u`. [share]
    turmoil : Rows, shape (rows,)
        How far the gravest crisis has gone :math:`s`. [share]
    joined : Rows, shape (rows,)
        Depth of the allies' trilateral institutions :math:`j`. [share]
    role_custom, coordinator_cost, axis_cost, role_of_blocs, role_of_tilt
        Parameter cards of those names.
    role_of_coercion, role_of_turmoil, role_of_trilateral, role_of_planning
        Parameter cards of those names.
    planning_with_japan
        Parameter card of that name.

    Returns
    -------
    Terms, shape (roles, rows)
        Utility of standing aside, of coordinating and of the axis. [signed utility]

    Notes
    -----
    Ours, all of it: both papers name the three roles and leave the choice open (Q12).
    """
    quiet = 0.0 * turmoil
    planned = planning_with_japan * joined
    return Terms(
        custom=_over_roles(1.0, 0.0, 0.0, role_custom + quiet),
        cost=_over_roles(0.0, -1.0, 0.0, coordinator_cost + quiet)
        + _over_roles(0.0, 0.0, -1.0, axis_cost + quiet),
        blocs=_over_roles(0.0, -0.3, 1.0, role_of_blocs * polarized_news),
        tilt=_over_roles(0.0, 0.3, 0.3, role_of_tilt * tilt),
        coercion=_over_roles(0.0, 0.0, 1.0, role_of_coercion * coerced),
        turmoil=_over_roles(-0.3, 1.0, 0.0, role_of_turmoil * turmoil),
        trilateral=_over_roles(0.0, 0.0, 0.7, role_of_trilateral * joined),
        planning=_over_roles(0.0, 0.0, 1.0, role_of_planning * planned),
    )


def role(current: Rows, choice: Rows, due: Rows) -> Terms:
    r"""The role that China plays: chosen anew once a year.

    .. math:: r' = r (1 - d) + c\, d

    Parameters
    ----------
    current : Rows, shape (roles, rows)
        1 at the role so far :math:`r`. [0 or 1]
    choice : Rows, shape (roles, rows)
        1 at the role that would be chosen :math:`c`. [0 or 1]
    due : Rows, shape (rows,)
        1 in the month in which the choice is due :math:`d`. [0 or 1]

    Returns
    -------
    Terms, shape (roles, rows)
        1 at the role from now on. [0 or 1]

    Notes
    -----
    Ours: a great power does not change its part from month to month.
    """
    return Terms(kept=current * (1.0 - due), changed=choice * due)


def courtship(
    played: Rows, tilt: Rows, *, courtship_axis: Rows, courtship_rival: Rows
) -> Terms:
    r"""How far China courts North Korea.

    .. math:: c = y_x r_{axis} + y_t \max(0, t)

    Parameters
    ----------
    played : Rows, shape (roles, rows)
        1 at the role that it plays :math:`r`. [0 or 1]
    tilt : Rows, shape (rows,)
        How much closer North Korea and Russia are than at the start :math:`t`.
        [signed share]
    courtship_axis, courtship_rival
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that Beijing answers North Korea's tilt to Russia is paper A, III.3.
    """
    return Terms.bounded(
        0.0,
        1.0,
        axis=courtship_axis * played[2],
        rivalry=courtship_rival * np.maximum(0.0, tilt),
    )


def mediation(played: Rows, *, mediation_coordinator: Rows) -> Terms:
    r"""How much China mediates between the camps.

    .. math:: m = y_m r_{coordinator}

    Parameters
    ----------
    played : Rows, shape (roles, rows)
        1 at the role that it plays :math:`r`. [0 or 1]
    mediation_coordinator
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours.
    """
    return Terms(coordinator=mediation_coordinator * played[1])
