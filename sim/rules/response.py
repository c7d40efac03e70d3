"""Response: what the allies do against a threat, and for the sake of talks."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism, profile
from sim.terms import Rows, Terms

__all__ = [
    "assets",
    "coercion",
    "conciliation",
    "conditional_aid",
    "consultation_wanted",
    "damage_limitation",
    "exercise_plan",
    "institution",
    "latency",
    "link_wanted",
    "missile_shield",
    "reassurance",
    "strike_forces",
    "strike_strength",
    "trilateral_wanted",
]

MOST_EXERCISED = 3.0
"""Largest scale of exercises, against the years 2012-2017. Ours."""

MOST_STOPPED = 0.7
"""Largest share of a small arsenal that missile defense stops. Ours."""

CARDS = deck(
    profile(
        "exercise_scale",
        {"US": 1.0, "ROK": 1.0, "Japan": 0.4},
        0.0,
        2.0,
        symbol="k_e",
        unit="1",
        meaning="scale of major exercises, against the years 2012-2017",
        source="ours, after paper A, III.3 (M43)",
    ),
    profile(
        "pause_will",
        {"US": 0.3, "ROK": 0.4, "Japan": 0.1},
        0.0,
        1.0,
        symbol="k_q",
        unit="share",
        source="ours, after paper B, III.1(2) and III.3",
        meaning="readiness to suspend exercises for the sake of talks",
    ),
    card(
        "exercise_of_alarm",
        {"US": 0.5, "ROK": 0.5, "Japan": 0.5},
        0.0,
        1.5,
        symbol="x_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M43)",
        meaning="how exercises grow with felt threat",
    ),
    card(
        "exercise_of_trilateral",
        {"US": 0.3, "ROK": 0.3, "Japan": 0.3},
        0.0,
        1.0,
        symbol="x_j",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M43)",
        meaning="how exercises grow with trilateral institutions",
    ),
    card(
        "assets_base",
        {"US": 0.1},
        0.0,
        0.3,
        symbol="s_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="strategic assets deployed by custom",
    ),
    card(
        "assets_of_alarm",
        {"US": 0.4},
        0.0,
        1.0,
        symbol="s_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.4 (M46)",
        meaning="assets that allies' fear brings",
    ),
    card(
        "assets_of_tests",
        {"US": 1},
        0.0,
        3.0,
        symbol="s_t",
        unit="per act unit",
        basis="assumed",
        source="ours; the effect is paper A, III.4 (M46)",
        meaning="assets that tests bring",
    ),
    card(
        "assets_of_pressure",
        {"US": 0.3},
        0.0,
        0.8,
        symbol="s_p",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1) and III.2(1) (M115)",
        meaning="assets that a full campaign of pressure brings",
    ),
    card(
        "assets_of_link",
        {"US": 0.1},
        0.0,
        0.4,
        symbol="s_l",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.4 (M64)",
        meaning="assets that commands linked from Europe to Asia in full would bring",
    ),
    card(
        "assets_months",
        {"US": 6},
        3.0,
        18.0,
        symbol=r"\tau_s",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which deployments follow",
    ),
    card(
        "coercion_base",
        {"US": 0.3},
        0.0,
        0.6,
        symbol="c_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of the will to press that acts before American cities are in "
        "reach",
    ),
    card(
        "strike_base",
        {"ROK": 0.2, "Japan": 0.0},
        0.0,
        {"ROK": 0.5, "Japan": 0.2},
        symbol="f_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="strike forces kept by custom",
    ),
    card(
        "strike_of_alarm",
        {"ROK": 0.6, "Japan": 0.5},
        0.0,
        1.5,
        symbol="f_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effects are paper A, III.4 (M44, M45)",
        meaning="strike forces that felt threat asks for",
    ),
    card(
        "strike_months",
        {"ROK": 36, "Japan": 48},
        18.0,
        96.0,
        symbol=r"\tau_f",
        unit="months",
        basis="assumed",
        source="ours: the time to buy and train",
        meaning="time over which strike forces are built",
    ),
    card(
        "strike_decay",
        {"ROK": 120, "Japan": 120},
        60.0,
        240.0,
        symbol=r"\tau_d",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which they are given up",
    ),
    card(
        "comprehensive_security",
        {"US": 0.0, "ROK": 0.0, "Japan": 0.0},
        0.0,
        1.0,
        symbol="k",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M162): a lever, off unless pulled",
        meaning="how far a government answers alarm with other than military means",
    ),
    card(
        "civil_share",
        0.6,
        0.0,
        1.0,
        symbol="y_c",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M162)",
        meaning="share of the military answer to alarm that they replace in full",
    ),
    card(
        "resilience",
        {"ROK": 0.1, "Japan": 0.1},
        0.0,
        0.2,
        symbol="y_r",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M162)",
        meaning="share of an enemy's first blow that a society so prepared withstands",
    ),
    card(
        "strike_gain",
        {"ROK": 1.0, "Japan": 8.0},
        0.0,
        {"ROK": 3.0, "Japan": 20.0},
        symbol="y_f",
        unit="multiples",
        basis="assumed",
        source="ours",
        meaning="what full strike forces add to the damage of a first blow, against "
        "the base year",
    ),
    card(
        "preemption",
        {"ROK": 0.2, "Japan": 0.15},
        0.0,
        0.5,
        symbol="y_p",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of an enemy's first blow that full strike forces stop",
    ),
    card(
        "shield_of_alarm",
        {"US": 0.3, "ROK": 0.3, "Japan": 0.3},
        0.0,
        0.8,
        symbol="b_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M43)",
        meaning="missile defense that felt threat asks for",
    ),
    card(
        "shield_of_trilateral",
        {"US": 0.1, "ROK": 0.1, "Japan": 0.1},
        0.0,
        0.3,
        symbol="b_j",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M43)",
        meaning="missile defense that shared warning adds",
    ),
    card(
        "shield_months",
        {"US": 48, "ROK": 48, "Japan": 48},
        24.0,
        96.0,
        symbol=r"\tau_b",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which missile defense is built",
    ),
    card(
        "trilateral_goodwill",
        0.6,
        0.2,
        1.0,
        symbol="j_w",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.3 (M53)",
        meaning="depth that the full will of Seoul and Tokyo asks for",
    ),
    card(
        "trilateral_alarm",
        0.6,
        0.0,
        1.5,
        symbol="j_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M43, M53)",
        meaning="depth that a common threat asks for",
    ),
    card(
        "trilateral_distraction",
        0.2,
        0.0,
        0.6,
        symbol="j_a",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of it that is lost where Washington attends to nothing of it",
    ),
    card(
        "trilateral_of_pact",
        0.3,
        0.0,
        1.0,
        symbol="j_d",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.3 and III.4 (M52, M55)",
        meaning="depth that a full pact of North Korea and Russia asks for",
    ),
    card(
        "link_of_war",
        0.3,
        0.0,
        1.0,
        symbol="l_w",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.4 (M63)",
        meaning="link with NATO that a war of full intensity in Europe asks for",
    ),
    card(
        "link_of_cooperation",
        0.4,
        0.0,
        1.0,
        symbol="l_c",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.4 (M63, M64)",
        meaning="link that North Korea's troops and shells in Europe at full scale ask "
        "for",
    ),
    card(
        "consultation_doubt",
        0.6,
        0.0,
        1.2,
        symbol="n_d",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M150)",
        meaning="nuclear consultation that full doubt about the promise asks for",
    ),
    card(
        "consultation_alarm",
        0.5,
        0.0,
        1.5,
        symbol="n_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M43)",
        meaning="nuclear consultation that felt threat asks for",
    ),
    card(
        "institution_rise",
        18.0,
        6.0,
        36.0,
        symbol=r"\tau_u",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which institutions are built",
    ),
    card(
        "institution_fall",
        60.0,
        24.0,
        180.0,
        symbol=r"\tau_d",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which they are given up",
    ),
    card(
        "aid_of_troops",
        {"ROK": 0.2, "Japan": 0.05},
        0.0,
        {"ROK": 0.6, "Japan": 0.3},
        symbol="k_t",
        unit="share",
        basis="assumed",
        source="ours: Seoul tied arms to what North Korea and Russia do",
        meaning="aid that North Korean troops in full number bring",
    ),
    card(
        "aid_of_arms",
        {"ROK": 0.05, "Japan": 0.03},
        0.0,
        {"ROK": 0.4, "Japan": 0.2},
        symbol="k_d",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="aid that deliveries at full capacity bring",
    ),
    card(
        "aid_of_link",
        {"ROK": 0.1, "Japan": 0.1},
        0.0,
        0.4,
        symbol="k_l",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.4 (M63)",
        meaning="aid that a full link with NATO brings",
    ),
    card(
        "latency_of_alarm",
        {"ROK": 0.3, "Japan": 0.2},
        0.0,
        1.0,
        symbol="z_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours, after paper B, IV.1 (M131)",
        meaning="pressure for nuclear arms of their own that felt threat brings",
    ),
    card(
        "latency_of_doubt",
        {"ROK": 0.6, "Japan": 0.4},
        0.0,
        1.0,
        symbol="z_d",
        unit="share",
        basis="assumed",
        source="ours, after paper B, IV.1 (M131)",
        meaning="pressure for them that full doubt about the promise brings",
    ),
    card(
        "latency_months",
        {"ROK": 24.0, "Japan": 36.0},
        6.0,
        84.0,
        symbol=r"\tau_z",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which that pressure builds and fades",
    ),
    card(
        "planning_with_japan",
        0.0,
        0.0,
        1.0,
        symbol="n",
        unit="share",
        basis="assumed",
        source="ours, after paper B, IV.3(1): a lever, off unless pulled",
        meaning="how far nuclear consultation is opened to Tokyo",
    ),
    card(
        "consultation_reach",
        {"ROK": 1.0, "Japan": 0.5},
        0.0,
        1.0,
        symbol="c_n",
        unit="share",
        basis="assumed",
        source="ours: consultation is Seoul's, and Tokyo has a dialogue of its own",
        meaning="how far nuclear consultation reassures an ally unless opened further",
    ),
    card(
        "reassurance_assets",
        0.1,
        0.0,
        0.3,
        symbol="v_s",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.4 (M46)",
        meaning="what fully deployed assets add to trust in the promise",
    ),
    card(
        "reassurance_consultation",
        0.15,
        0.0,
        0.4,
        symbol="v_n",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M150)",
        meaning="what full nuclear consultation adds to it",
    ),
    card(
        "conciliation_of_restraint",
        0.02,
        0.0,
        0.1,
        symbol="y_r",
        unit="act units",
        basis="assumed",
        source="ours; the effect is paper B, III.3 (M103)",
        meaning="how plain a month of moratorium with a complete deterrent is as a "
        "costly signal",
    ),
    card(
        "conciliation_of_progress",
        0.3,
        0.0,
        1.0,
        symbol="y_i",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how plain full implementation in a month would be",
    ),
    card(
        "conciliation_of_pause",
        0.05,
        0.0,
        0.2,
        symbol="y_p",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how plain it is to call full exercises off",
    ),
    mechanism(
        "strategic_assets",
        "strategic assets come more often when allies are afraid",
        source="paper A, III.4 (M46)",
    ),
    mechanism(
        "strike_buildup",
        "allies build forces that can strike first or back",
        source="paper A, III.4 (M44, M45)",
    ),
    mechanism(
        "costly_signals",
        "conciliation that costs something is believed",
        source="[Kydd2005]; paper B, III.0 (M103)",
    ),
)


def exercise_plan(
    due: Rows,
    alarm: Rows,
    hushed: Rows,
    joined: Rows,
    *,
    exercise_scale: Rows,
    exercise_of_alarm: Rows,
    exercise_of_trilateral: Rows,
    pause_will: Rows,
    comprehensive_security: Rows,
    civil_share: Rows,
) -> Terms:
    r"""Scale of the exercises that are held this month.

    .. math:: e' = e k_e (1 + (1 - y_c k)\, x_T \max(0, \Delta T) + x_j j)
              (1 - k_q q)

    Parameters
    ----------
    due : Rows, shape (rows,)
        1 in a month of major exercises :math:`e`. [0 or 1]
    alarm : Rows, shape (rows,)
        Threat felt beyond the start :math:`\Delta T`. [signed threat]
    hushed : Rows, shape (rows,)
        1 while talks or a moratorium speak for a pause :math:`q`. [share]
    joined : Rows, shape (rows,)
        Depth of trilateral institutions :math:`j`. [share]
    exercise_scale, exercise_of_alarm, exercise_of_trilateral, pause_will
        Parameter cards of those names.
    comprehensive_security, civil_share
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Against the years 2012-2017, between 0 and 3. [multiples]

    Notes
    -----
    Ours in form; larger and trilateral exercises against a threat are paper A, III.3
    (M43), a pause for a pause is paper B, III.1(2) (M111), that not every answer has to
    be military is paper A, IV.p3 (M162).
    """
    routine = due * exercise_scale
    alarmed = routine * exercise_of_alarm * np.maximum(0.0, alarm)
    civil = -civil_share * comprehensive_security * alarmed
    shared = routine * exercise_of_trilateral * joined
    return Terms.bounded(
        0.0,
        MOST_EXERCISED,
        routine=routine,
        alarm=alarmed,
        civil=civil,
        trilateral=shared,
        paused=-pause_will * hushed * (routine + alarmed + civil + shared),
    )


def coercion(appetite: Rows, danger: Rows, *, coercion_base: Rows) -> Terms:
    r"""How hard Washington presses North Korea.

    .. math:: c = k (c_0 + (1 - c_0) v)

    Parameters
    ----------
    appetite : Rows, shape (rows,)
        Will of the administration to press North Korea :math:`k`. [share]
    danger : Rows, shape (rows,)
        How far American cities are exposed :math:`v`. [share]
    coercion_base
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that reach of the homeland turns patience into pressure is paper B,
    III.1(1) and III.2(1) (M115).
    """
    return Terms(
        custom=appetite * coercion_base,
        homeland=appetite * (1.0 - coercion_base) * danger,
    )


def assets(
    deployed: Rows,
    alarm: Rows,
    tested: Rows,
    coercing: Rows,
    attention: Rows,
    linked: Rows,
    *,
    assets_base: Rows,
    assets_of_alarm: Rows,
    assets_of_tests: Rows,
    assets_of_pressure: Rows,
    assets_of_link: Rows,
    assets_months: Rows,
    strategic_assets: Rows,
) -> Terms:
    r"""Strategic assets deployed around Korea and Japan, a month later.

    .. math:: s' = s + (m s^* - s) / \tau_s, \qquad
              s^* = s_0 + \sigma (s_T \max(0, \Delta T) + s_t t + s_p c + s_l l),
              \qquad m = \tfrac12 + \min(\tfrac12, a)

    Parameters
    ----------
    deployed : Rows, shape (rows,)
        Strategic assets deployed so far :math:`s`. [share]
    alarm : Rows, shape (rows,)
        Allies' threat beyond the start :math:`\Delta T`. [signed threat]
    tested : Rows, shape (rows,)
        North Korea's tests :math:`t`. [act units]
    coercing : Rows, shape (rows,)
        How hard North Korea is pressed :math:`c`. [share]
    attention : Rows, shape (rows,)
        Share of Washington's attention :math:`a`. [share]
    linked : Rows, shape (rows,)
        Link with NATO beyond the start :math:`l`. [share]
    assets_base, assets_of_alarm, assets_of_tests, assets_of_pressure, assets_of_link
        Parameter cards of those names.
    assets_months, strategic_assets
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that fear brings them more often is paper A, III.4 (M46), that the two
    commands plan as one III.4 (M64), that attention elsewhere withholds them is paper
    B, IV.1 (M98).
    """
    rate = 1.0 / assets_months
    afraid = assets_of_alarm * np.maximum(0.0, alarm)
    answered = assets_of_tests * np.maximum(0.0, tested)
    pressed = assets_of_pressure * coercing
    planned = assets_of_link * linked
    wanted = assets_base + strategic_assets * (afraid + answered + pressed + planned)
    return Terms.bounded(
        0.0,
        1.0,
        held=deployed * (1.0 - rate),
        custom=rate * assets_base,
        alarm=rate * strategic_assets * afraid,
        tests=rate * strategic_assets * answered,
        pressure=rate * strategic_assets * pressed,
        link=rate * strategic_assets * planned,
        distraction=-rate * (0.5 - np.minimum(0.5, attention)) * wanted,
    )


def strike_forces(
    held: Rows,
    alarm: Rows,
    allowed: Rows,
    *,
    strike_base: Rows,
    strike_of_alarm: Rows,
    strike_months: Rows,
    strike_decay: Rows,
    strike_buildup: Rows,
    comprehensive_security: Rows,
    civil_share: Rows,
) -> Terms:
    r"""South Korea's three-axis forces or Japan's counterstrike, a month later.

    .. math:: f' = f + \frac{\max(0, f^* - f)}{\tau_f} - \frac{\max(0, f
              - f^*)}{\tau_d}, \qquad f^* = l (f_0 + \sigma (1 - y_c k) f_T
              \max(0, \Delta T))

    Parameters
    ----------
    held : Rows, shape (rows,)
        Strike forces so far :math:`f`. [share]
    alarm : Rows, shape (rows,)
        Threat felt beyond the start :math:`\Delta T`. [signed threat]
    allowed : Rows, shape (rows,)
        How far law and custom allow them :math:`l`. [share]
    strike_base, strike_of_alarm, strike_months, strike_decay, strike_buildup
        Parameter cards of those names.
    comprehensive_security, civil_share
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; built against a threat (paper A, III.4; M44, M45) and slow to be given
    up; a comprehensive answer asks for fewer (IV.p3; M162).
    """
    alarmed = strike_buildup * strike_of_alarm * np.maximum(0.0, alarm)
    military = 1.0 - civil_share * comprehensive_security
    aim = np.minimum(1.0, allowed * (strike_base + military * alarmed))
    return Terms(
        held=held,
        built=np.maximum(0.0, aim - held) / strike_months,
        given_up=-np.maximum(0.0, held - aim) / strike_decay,
    )


def strike_strength(forces: Rows, *, strike_gain: Rows) -> Terms:
    r"""First blow that an ally can deal, against what it could without them.

    .. math:: s = 1 + y_f f

    Parameters
    ----------
    forces : Rows, shape (rows,)
        Strike forces :math:`f`. [share]
    strike_gain
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        At least 1. [multiples]

    Notes
    -----
    Ours: what shields Seoul threatens Pyongyang, which closes the dilemma.
    """
    return Terms(other_arms=1.0 + 0.0 * forces, strike_forces=strike_gain * forces)


def damage_limitation(
    forces: Rows, *, preemption: Rows, resilience: Rows, comprehensive_security: Rows
) -> Terms:
    r"""Share of an enemy's first blow that own forces stop or society withstands.

    .. math:: p = y_p f + y_r k

    Parameters
    ----------
    forces : Rows, shape (rows,)
        Strike forces :math:`f`. [share]
    preemption, resilience, comprehensive_security
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: the defensive half of what is built to strike, and what shelters, spare
    networks and trust spare (paper A, IV.p3; M162).
    """
    return Terms(
        stopped=preemption * forces,
        withstood=resilience * comprehensive_security,
    )


def missile_shield(
    held: Rows,
    first: Rows,
    alarm: Rows,
    joined: Rows,
    *,
    shield_of_alarm: Rows,
    shield_of_trilateral: Rows,
    shield_months: Rows,
) -> Terms:
    r"""Share of a small arsenal that missile defense stops, a month later.

    .. math:: b' = b + (b_0 + b_T \max(0, \Delta T) + b_j j - b) / \tau_b

    Parameters
    ----------
    held : Rows, shape (rows,)
        Missile defense so far :math:`b`. [share]
    first : Rows, shape (rows,)
        Missile defense of the base year :math:`b_0`. [share]
    alarm : Rows, shape (rows,)
        Threat felt beyond the start :math:`\Delta T`. [signed threat]
    joined : Rows, shape (rows,)
        Depth of trilateral institutions :math:`j`. [share]
    shield_of_alarm, shield_of_trilateral, shield_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 0.7. [share]

    Notes
    -----
    Ours in form; shared warning and joint defense are paper A, III.3 (M43).
    """
    rate = 1.0 / shield_months
    return Terms.bounded(
        0.0,
        MOST_STOPPED,
        held=held * (1.0 - rate),
        custom=rate * first,
        alarm=rate * shield_of_alarm * np.maximum(0.0, alarm),
        trilateral=rate * shield_of_trilateral * joined,
    )


def trilateral_wanted(
    goodwill: Rows,
    alarm: Rows,
    attention: Rows,
    commitment: Rows,
    rival_tie: Rows,
    *,
    trilateral_goodwill: Rows,
    trilateral_alarm: Rows,
    trilateral_of_pact: Rows,
    pact_threshold: Rows,
    trilateral_distraction: Rows,
) -> Terms:
    r"""Depth of trilateral institutions that the three would have.

    .. math:: j^* = k \left(j_w w + j_T \max(0, \Delta C) + j_d \max\left(0,
              \frac{d - d_0}{1 - d_0}\right)\right)(1 - j_a (1 - a))

    Parameters
    ----------
    goodwill : Rows, shape (rows,)
        Will of Seoul and Tokyo to work together, one times the other :math:`w`. [share]
    alarm : Rows, shape (rows,)
        Common threat beyond the start :math:`\Delta C`. [signed threat]
    attention : Rows, shape (rows,)
        Share of Washington's attention :math:`a`. [share]
    commitment : Rows, shape (rows,)
        How firmly Washington stands by its promises :math:`k`. [share]
    rival_tie : Rows, shape (rows,)
        Depth of the tie of North Korea with Russia :math:`d`. [share]
    trilateral_goodwill, trilateral_alarm, trilateral_of_pact, pact_threshold
        Parameter cards of those names.
    trilateral_distraction
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; made regular against a shared threat (paper A, III.3; M43, M53) and,
    as declared, against a tie that passes into an alliance (III.3 and III.4; M52, M55);
    held back where two of the three will not (friction is a profile).
    """
    willing = commitment * trilateral_goodwill * goodwill
    alarmed = commitment * trilateral_alarm * np.maximum(0.0, alarm)
    pact = np.maximum(0.0, (rival_tie - pact_threshold) / (1.0 - pact_threshold))
    answered = commitment * trilateral_of_pact * pact
    lost = trilateral_distraction * (1.0 - attention)
    return Terms.bounded(
        0.0,
        1.0,
        goodwill=willing,
        alarm=alarmed,
        pact=answered,
        distraction=-lost * (willing + alarmed + answered),
    )


def consultation_wanted(
    doubt: Rows,
    alarm: Rows,
    commitment: Rows,
    *,
    consultation_doubt: Rows,
    consultation_alarm: Rows,
) -> Terms:
    r"""Nuclear consultation that the allies would have.

    .. math:: n^* = k (n_d (1 - c) + n_T \max(0, \Delta T))

    Parameters
    ----------
    doubt : Rows, shape (rows,)
        Seoul's doubt about the promise :math:`1 - c`. [share]
    alarm : Rows, shape (rows,)
        Seoul's threat beyond the start :math:`\Delta T`. [signed threat]
    commitment : Rows, shape (rows,)
        How firmly Washington stands by its promises :math:`k`. [share]
    consultation_doubt, consultation_alarm
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; consultation answers doubt and fear (paper B, IV.3(1); M150), if
    Washington cares.
    """
    return Terms.bounded(
        0.0,
        1.0,
        doubt=commitment * consultation_doubt * doubt,
        alarm=commitment * consultation_alarm * np.maximum(0.0, alarm),
    )


def institution(
    depth: Rows, wanted: Rows, *, institution_rise: Rows, institution_fall: Rows
) -> Terms:
    r"""Depth of an institution, a month later: quicker to build than to give up.

    .. math:: j' = j + \frac{\max(0, j^* - j)}{\tau_u} - \frac{\max(0, j
              - j^*)}{\tau_d}

    Parameters
    ----------
    depth : Rows, shape (rows,)
        Depth of the institution :math:`j`. [share]
    wanted : Rows, shape (rows,)
        Depth that is wanted :math:`j^*`. [share]
    institution_rise, institution_fall
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours: what is built in a time of fear stays for a while after it.
    """
    return Terms(
        held=depth,
        built=np.maximum(0.0, wanted - depth) / institution_rise,
        given_up=-np.maximum(0.0, depth - wanted) / institution_fall,
    )


def link_wanted(
    first: Rows,
    intensity: Rows,
    troops: Rows,
    delivered: Rows,
    *,
    link_of_war: Rows,
    link_of_cooperation: Rows,
) -> Terms:
    r"""Link of the allies in Asia with NATO that they would have.

    .. math:: l^* = l_0 + l_w i + l_c \frac{n + d}{2}

    Parameters
    ----------
    first : Rows, shape (rows,)
        Link in the base year :math:`l_0`. [share]
    intensity : Rows, shape (rows,)
        Intensity of the war in Europe :math:`i`. [share]
    troops : Rows, shape (rows,)
        North Korean troops with Russia, of the most :math:`n`. [share]
    delivered : Rows, shape (rows,)
        Deliveries to Russia, of capacity :math:`d`. [share]
    link_of_war, link_of_cooperation
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that Tokyo takes the two theatres for one and Washington joins its
    commands' plans is paper A, III.4 (M63, M64). It is built and given up like the
    allies' other institutions.
    """
    return Terms.bounded(
        0.0,
        1.0,
        custom=first,
        war=link_of_war * intensity,
        cooperation=link_of_cooperation * (troops + delivered) / 2.0,
    )


def conditional_aid(
    will: Rows,
    troops: Rows,
    delivered: Rows,
    linked: Rows,
    *,
    aid_of_troops: Rows,
    aid_of_arms: Rows,
    aid_of_link: Rows,
) -> Terms:
    r"""Arms and shells that an ally gives to Ukraine.

    .. math:: a = k + k_t n + k_d d + k_l l

    Parameters
    ----------
    will : Rows, shape (rows,)
        The government's own will to help :math:`k`. [share]
    troops : Rows, shape (rows,)
        North Korean troops with Russia, of the most :math:`n`. [share]
    delivered : Rows, shape (rows,)
        Deliveries to Russia, of capacity :math:`d`. [share]
    linked : Rows, shape (rows,)
        Link with NATO beyond the start :math:`l`. [share]
    aid_of_troops, aid_of_arms, aid_of_link
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: aid on condition, as an answer to what North Korea does for Russia, and what
    partners of NATO give (paper A, III.4; M63).
    """
    return Terms.bounded(
        0.0,
        1.0,
        will=will,
        troops=aid_of_troops * troops,
        arms=aid_of_arms * delivered,
        link=aid_of_link * linked,
    )


def reassurance(
    shown: Rows,
    consulted: Rows,
    *,
    reassurance_assets: Rows,
    reassurance_consultation: Rows,
    consultation_reach: Rows,
    planning_with_japan: Rows,
) -> Terms:
    r"""What the guarantor visibly does for its promise.

    .. math:: v = v_s s + v_n n (c_n + (1 - c_n) p)

    Parameters
    ----------
    shown : Rows, shape (rows,)
        Strategic assets deployed :math:`s`. [share]
    consulted : Rows, shape (rows,)
        Depth of nuclear consultation :math:`n`. [share]
    reassurance_assets, reassurance_consultation, consultation_reach
        Parameter cards of those names.
    planning_with_japan
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; assets make the promise visible (paper A, III.4; M46), consultation
    shares it (paper B, IV.3(1); M150), with Tokyo as far as it is opened to Tokyo.
    """
    reached = consultation_reach + (1.0 - consultation_reach) * planning_with_japan
    return Terms(
        assets=reassurance_assets * shown,
        consultation=reassurance_consultation * reached * consulted,
    )


def latency(
    held: Rows,
    alarm: Rows,
    doubt: Rows,
    *,
    latency_of_alarm: Rows,
    latency_of_doubt: Rows,
    latency_months: Rows,
) -> Terms:
    r"""Pressure at home for nuclear arms of one's own, a month later.

    .. math:: z' = z + (z_T \max(0, \Delta T) + z_d (1 - c) - z) / \tau_z

    Parameters
    ----------
    held : Rows, shape (rows,)
        Pressure so far :math:`z`. [share]
    alarm : Rows, shape (rows,)
        Threat felt beyond the start :math:`\Delta T`. [signed threat]
    doubt : Rows, shape (rows,)
        Doubt about Washington's promise :math:`1 - c`. [share]
    latency_of_alarm, latency_of_doubt, latency_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours: paper B, IV.1 (M131) expects moves toward arms of one's own. It is a measure
    only: nobody builds any, and nobody is alarmed by it.
    """
    rate = 1.0 / latency_months
    return Terms.bounded(
        0.0,
        1.0,
        held=held * (1.0 - rate),
        alarm=rate * latency_of_alarm * np.maximum(0.0, alarm),
        doubt=rate * latency_of_doubt * doubt,
    )


def conciliation(
    restraint: Rows,
    progress: Rows,
    paused: Rows,
    *,
    conciliation_of_restraint: Rows,
    conciliation_of_progress: Rows,
    conciliation_of_pause: Rows,
    costly_signals: Rows,
) -> Terms:
    r"""Conciliation as an act that others see.

    .. math:: y = \sigma (y_r r + y_i i + y_p q)

    Parameters
    ----------
    restraint : Rows, shape (rows,)
        Moratorium held by a state that could test :math:`r`. [share]
    progress : Rows, shape (rows,)
        Part of a deal carried out this month :math:`i`. [share]
    paused : Rows, shape (rows,)
        Scale of exercises called off this month :math:`q`. [multiples]
    conciliation_of_restraint, conciliation_of_progress, conciliation_of_pause
        Parameter cards of those names.
    costly_signals
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act, not negative. [act units]

    Notes
    -----
    That a signal has to cost something to be believed is Kydd; sizes are ours.

    References
    ----------
    [Kydd2005] for costly signals.
    """
    return Terms(
        restraint=costly_signals * conciliation_of_restraint * restraint,
        progress=costly_signals * conciliation_of_progress * progress,
        pause=costly_signals * conciliation_of_pause * paused,
    )
