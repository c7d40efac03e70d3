"""Sanctions: resolutions and vetoes, monitoring, compliance and what they press."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism, profile
from sim.terms import Rows, Terms

__all__ = [
    "banned",
    "compliance",
    "compliance_elsewhere",
    "legitimacy",
    "monitoring",
    "panel_veto",
    "pressure",
    "stringency",
    "unilateral",
    "veto",
]

CARDS = deck(
    card(
        "veto_caution",
        {"Russia": 6.0, "China": 7.5},
        3.0,
        10.0,
        symbol="v_0",
        unit="log-odds",
        basis="estimated",
        source="11 of 11 resolutions passed 15 to 0, 2006-2017 [UNSC]",
        meaning="log-odds against a veto with no isolation, tie or rivalry",
    ),
    card(
        "veto_isolation",
        {"Russia": 6.0, "China": 0.0},
        0.0,
        10.0,
        symbol="v_z",
        unit="log-odds",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M75)",
        meaning="what its own isolation adds to a power's readiness to veto",
    ),
    card(
        "veto_patronage",
        {"Russia": 3.0, "China": 3.0},
        0.0,
        8.0,
        symbol="v_d",
        unit="log-odds",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M88)",
        meaning="what a tie with North Korea adds to readiness to veto",
    ),
    card(
        "veto_rivalry",
        {"Russia": 3.0, "China": 6.0},
        0.0,
        12.0,
        symbol="v_p",
        unit="log-odds",
        basis="assumed",
        source="ours; the effect is paper B, II and IV.1 (M70, M75)",
        meaning="what polarized blocs add to readiness to veto",
    ),
    card(
        "resolution_step",
        0.15,
        0.05,
        0.3,
        symbol="q",
        unit="share",
        basis="estimated",
        source="measures widened from goods to sectors in five resolutions 2016-2017 "
        "[UNSC]",
        meaning="share of the distance to a total embargo that one resolution covers",
    ),
    card(
        "panel_detects",
        0.3,
        0.0,
        0.5,
        symbol="m_p",
        unit="share",
        basis="assumed",
        source="ours; paper A, III.3 (M74)",
        meaning="share of monitoring that the Panel of Experts gives",
    ),
    card(
        "other_monitoring",
        0.4,
        0.2,
        0.7,
        symbol="m_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="monitoring by states alone: inspection, intelligence, banks",
    ),
    card(
        "regional_monitoring",
        0.0,
        0.0,
        1.0,
        symbol="l_r",
        unit="share",
        basis="assumed",
        source="ours; the lever is paper A, IV.p1 (M154, M157)",
        meaning="how far middle powers run a monitoring body of the region: a lever",
    ),
    card(
        "regional_detects",
        0.2,
        0.0,
        0.4,
        symbol="m_r",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M157); the Panel's share is 0.3",
        meaning="share of monitoring that a regional body at full strength gives",
    ),
    card(
        "private_monitoring",
        0.0,
        0.0,
        1.0,
        symbol="l_p",
        unit="share",
        basis="assumed",
        source="ours; the lever is paper A, IV.p1 (M157)",
        meaning="how far private networks are joined to public monitoring: a lever",
    ),
    card(
        "private_detects",
        0.1,
        0.0,
        0.3,
        symbol="m_x",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M157)",
        meaning="share of monitoring that private networks at full strength give",
    ),
    card(
        "monitoring_months",
        9.0,
        2.0,
        24.0,
        symbol=r"\tau_m",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which monitoring follows the bodies that do it",
    ),
    card(
        "compliance_base",
        {"China": 0.75, "Russia": 0.8},
        0.2,
        1.0,
        symbol="k_0",
        unit="share",
        basis="estimated",
        source="trade of China with North Korea fell from 6.5 to 2.4 bn US$ 2013-2018 "
        "[BOK]",
        meaning="compliance of a power with nothing against it, under full monitoring",
    ),
    card(
        "compliance_others",
        0.8,
        0.4,
        1.0,
        symbol="k_1",
        unit="share",
        basis="assumed",
        source="ours; weak national implementation is paper A, IV.p1 (M78)",
        meaning="compliance of all other states under full monitoring and legitimacy",
    ),
    card(
        "compliance_patronage",
        {"China": 0.4, "Russia": 2.5},
        0.0,
        5.0,
        symbol="k_d",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper A, III.1 (M14, M15, M76)",
        meaning="log of compliance lost to full trade with, or courtship of, NK",
    ),
    card(
        "compliance_rivalry",
        {"China": 1.0, "Russia": 0.5},
        0.0,
        3.0,
        symbol="k_p",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper B, II and IV.1 (M75)",
        meaning="log of compliance lost to blocs that polarize from none to full",
    ),
    card(
        "secondary_effect",
        {"China": 0.2, "Russia": 0.02},
        0.0,
        0.4,
        symbol="k_s",
        unit="share",
        basis="assumed",
        source="ours; secondary boycott is paper A, IV.p1 (M156)",
        meaning="compliance gained by full secondary sanctions on its firms",
    ),
    card(
        "accountability",
        0.0,
        0.0,
        1.0,
        symbol="l_a",
        unit="share",
        basis="assumed",
        source="ours; the lever is paper A, IV.p1 (M155)",
        meaning="how far a coalition names and charges those who evade sanctions: a "
        "lever",
    ),
    card(
        "accountability_effect",
        {"China": 0.05, "Russia": 0.0},
        0.0,
        0.3,
        symbol="k_a",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M155, M156); third parties lose more",
        meaning="compliance gained by full accountability of its firms",
    ),
    card(
        "accountability_elsewhere",
        0.2,
        0.0,
        1.0,
        symbol="k_b",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M155)",
        meaning="share of what other states leave undone that full accountability wins",
    ),
    card(
        "national_capacity",
        0.0,
        0.0,
        1.0,
        symbol="l_c",
        unit="share",
        basis="assumed",
        source="ours; weak national implementation is paper A, IV.p1 (M78)",
        meaning="how far other states are helped with laws and reports: a lever",
    ),
    card(
        "capacity_gain",
        0.5,
        0.0,
        1.0,
        symbol="k_c",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M78)",
        meaning="share of what other states leave undone that full capacity wins",
    ),
    card(
        "compliance_months",
        12.0,
        3.0,
        36.0,
        symbol=r"\tau_k",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which compliance follows its causes",
    ),
    card(
        "china_trade_share",
        0.9,
        0.8,
        0.95,
        symbol="x_C",
        unit="share",
        basis="measured",
        source="trade with China over all trade 2014-2019 [BOK]",
        meaning="share of North Korea's trade that runs with China",
    ),
    card(
        "russia_trade_share",
        0.05,
        0.01,
        0.1,
        symbol="x_R",
        unit="share",
        basis="estimated",
        source="34 to 104 million US$ a year 2013-2019 [BOK], with oil and labour",
        meaning="share of North Korea's trade that runs with Russia",
    ),
    card(
        "targeting",
        0.8,
        0.0,
        1.0,
        symbol="g",
        unit="share",
        basis="estimated",
        source="trade with China was highest in 2013, after four resolutions, and fell "
        "by half once whole sectors were banned in 2017 [BOK], [UNSC]",
        meaning="how far the first measures are aimed at arms and persons and spare "
        "trade: 0 not at all, every step bans as much",
    ),
    card(
        "unilateral_bite",
        0.15,
        0.0,
        0.3,
        symbol="x_u",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M79)",
        meaning="pressure that full unilateral measures add",
    ),
    card(
        "substitution",
        0.6,
        0.0,
        1.0,
        symbol="u",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M79)",
        meaning="how far unilateral measures fill the gap of a blocked Council",
    ),
    card(
        "legitimacy_cost",
        0.3,
        0.0,
        0.8,
        symbol="g_u",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M80)",
        meaning="legitimacy lost to full unilateral measures",
    ),
    card(
        "legitimacy_of_vetoes",
        0.03,
        0.0,
        0.3,
        symbol="g_v",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.2 and III.3 and paper B, II (M82, M94)",
        meaning="share of legitimacy that one veto takes away",
    ),
    card(
        "regional_legitimacy",
        0.3,
        0.0,
        1.0,
        symbol="g_r",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M157)",
        meaning="share of the legitimacy lost to unilateral measures that a full "
        "regional body wins back",
    ),
    card(
        "legitimacy_months",
        24.0,
        6.0,
        60.0,
        symbol=r"\tau_g",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which legitimacy is lost and won",
    ),
    profile(
        "secondary_sanctions",
        {"US": 0.4},
        0.0,
        1.0,
        symbol="k_2",
        unit="share",
        meaning="how hard Washington punishes others' trade with North Korea",
        source="ours, after papers A, IV.p1 and B, III",
    ),
    mechanism(
        "vetoes",
        "permanent members can block resolutions and the Panel of Experts",
        source="paper A, III.2 and III.3 (M71-M74, M88); paper B, IV.1",
    ),
    mechanism(
        "sanctions_erosion",
        "compliance falls with patronage, polarized blocs and lost legitimacy",
        source="paper A, III.3 (M75-M80)",
    ),
)


def veto(
    isolated: Rows,
    patronage: Rows,
    polarized: Rows,
    *,
    veto_caution: Rows,
    veto_isolation: Rows,
    veto_patronage: Rows,
    veto_rivalry: Rows,
    vetoes: Rows,
) -> Terms:
    r"""Chance that a permanent member vetoes a measure against North Korea.

    .. math:: p = \frac{\sigma}{1 + e^{-x}}, \qquad
              x = -v_0 + v_z z + v_d d + v_p \max(0, P)

    Parameters
    ----------
    isolated : Rows, shape (rows,)
        Its own isolation :math:`z`. [share]
    patronage : Rows, shape (rows,)
        Depth of its tie with North Korea :math:`d`. [share]
    polarized : Rows, shape (rows,)
        Polarization of the blocs :math:`P`. [signed share]
    veto_caution, veto_isolation, veto_patronage, veto_rivalry, vetoes
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Chance, between 0 and 1. [share]

    Notes
    -----
    A logit of ours. All resolutions of 2006 to 2017 passed; the rule must say so
    with the causes of those years and may veto only with other causes.
    """
    leaning = (
        veto_isolation * isolated
        + veto_patronage * patronage
        + veto_rivalry * np.maximum(0.0, polarized)
        - veto_caution
    )
    return Terms(chance=vetoes / (1.0 + np.exp(-leaning)))


def panel_veto(chance: Rows, opened: Rows) -> Terms:
    r"""Chance that Russia vetoes the renewal of the Panel of Experts.

    .. math:: p_P = p\, c

    Parameters
    ----------
    chance : Rows, shape (rows,)
        Chance that it vetoes a resolution :math:`p`. [share]
    opened : Rows, shape (rows,)
        Openness of its channel with North Korea :math:`c`. [share]

    Returns
    -------
    Terms, shape (rows,)
        Chance, between 0 and 1. [share]

    Notes
    -----
    Ours: it ends the Panel as far as there is something to hide. That the channel
    is what the veto protects is inferred from paper A, III.3 (M74, M88).
    """
    return Terms(chance=chance * opened)


def stringency(formal: Rows, adopted: Rows, *, resolution_step: Rows) -> Terms:
    r"""Formal stringency of Council sanctions, after a vote.

    .. math:: s' = s + a\, q (1 - s)

    Parameters
    ----------
    formal : Rows, shape (rows,)
        Stringency :math:`s`. [share]
    adopted : Rows, shape (rows,)
        1 if a resolution passed this month :math:`a`. [0 or 1]
    resolution_step
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Stringency, between 0 and 1; it never falls. [share]

    Notes
    -----
    Ours: a ratchet.
    """
    return Terms(held=formal, added=adopted * resolution_step * (1.0 - formal))


def monitoring(
    watched: Rows,
    panel: Rows,
    *,
    panel_detects: Rows,
    other_monitoring: Rows,
    regional_monitoring: Rows,
    regional_detects: Rows,
    private_monitoring: Rows,
    private_detects: Rows,
    monitoring_months: Rows,
) -> Terms:
    r"""Monitoring of sanctions, a month later.

    .. math:: m' = m + \left(\min(1, m_0 + m_p a + m_r l_r + m_x l_p)
              - m\right)/\tau_m

    Parameters
    ----------
    watched : Rows, shape (rows,)
        Monitoring :math:`m`. [share]
    panel : Rows, shape (rows,)
        1 while there is a Panel of Experts :math:`a`. [0 or 1]
    panel_detects, other_monitoring, regional_monitoring, regional_detects
        Parameter cards of those names.
    private_monitoring, private_detects, monitoring_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Monitoring a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; that the Panel's end is a loss of detection is paper A, III.3 (M74), and that
    others can make it good is IV.p1 (M157).
    """
    rate = 1.0 / monitoring_months
    return Terms.bounded(
        0.0,
        1.0,
        held=watched * (1.0 - rate),
        states=rate * other_monitoring,
        panel=rate * panel_detects * panel,
        regional=rate * regional_detects * regional_monitoring,
        private=rate * private_detects * private_monitoring,
    )


def compliance(
    complying: Rows,
    watched: Rows,
    patronage: Rows,
    polarized_news: Rows,
    secondary: Rows,
    *,
    compliance_base: Rows,
    compliance_patronage: Rows,
    compliance_rivalry: Rows,
    secondary_effect: Rows,
    accountability: Rows,
    accountability_effect: Rows,
    compliance_months: Rows,
    sanctions_erosion: Rows,
) -> Terms:
    r"""Compliance of China or of Russia, a month later.

    .. math:: k' = k + (k^* - k) / \tau_k, \qquad
              k^* = (k_0 m + k_s u + k_a l_a)\, e^{-\sigma (k_d t + k_p \Delta P)}

    Parameters
    ----------
    complying : Rows, shape (rows,)
        Compliance :math:`k`. [share]
    watched : Rows, shape (rows,)
        Monitoring :math:`m`. [share]
    patronage : Rows, shape (rows,)
        How far it trades with North Korea or courts it :math:`t`. [share]
    polarized_news : Rows, shape (rows,)
        Polarization of blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    secondary : Rows, shape (rows,)
        Secondary sanctions :math:`u`. [share]
    compliance_base, compliance_patronage, compliance_rivalry, secondary_effect
        Parameter cards of those names.
    accountability, accountability_effect, compliance_months, sanctions_erosion
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Compliance a month later, between 0 and 1. [share]

    Notes
    -----
    Ours. Monitoring enters here and nowhere else, so that evasion counts once.
    Patronage and blocs each take a share of what is left, never more than all.
    """
    rate = 1.0 / compliance_months
    duty = rate * compliance_base * watched
    pressed = rate * secondary_effect * secondary
    charged = rate * accountability_effect * accountability
    asked = duty + pressed + charged
    loyal = np.exp(-sanctions_erosion * compliance_patronage * patronage)
    aligned = np.exp(-sanctions_erosion * compliance_rivalry * polarized_news)
    return Terms.bounded(
        0.0,
        1.0,
        held=complying * (1.0 - rate),
        duty=duty,
        secondary=pressed,
        accountability=charged,
        patronage=asked * (loyal - 1.0),
        blocs=asked * loyal * (aligned - 1.0),
    )


def compliance_elsewhere(
    complying: Rows,
    watched: Rows,
    accepted: Rows,
    *,
    compliance_others: Rows,
    national_capacity: Rows,
    capacity_gain: Rows,
    accountability: Rows,
    accountability_elsewhere: Rows,
    compliance_months: Rows,
    sanctions_erosion: Rows,
) -> Terms:
    r"""Compliance of all other states, a month later.

    .. math:: k' = k + \left(k^* m (1 - \sigma (1 - g)) - k\right)/\tau_k, \qquad
              1 - k^* = (1 - k_1)(1 - k_c l_c)(1 - k_b l_a)

    Parameters
    ----------
    complying : Rows, shape (rows,)
        Compliance :math:`k`. [share]
    watched : Rows, shape (rows,)
        Monitoring :math:`m`. [share]
    accepted : Rows, shape (rows,)
        Legitimacy of the regime :math:`g`. [share]
    compliance_others, national_capacity, capacity_gain, accountability
        Parameter cards of those names.
    accountability_elsewhere, compliance_months, sanctions_erosion
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Compliance a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; that lost legitimacy costs compliance is inferred from paper A, III.3 (M80).
    Capacity and accountability each win a share of what is left undone.
    """
    rate = 1.0 / compliance_months
    undone = rate * (1.0 - compliance_others) * watched
    duty = rate * compliance_others * watched
    able = capacity_gain * national_capacity * undone
    charged = accountability_elsewhere * accountability * (undone - able)
    return Terms(
        held=complying * (1.0 - rate),
        duty=duty,
        capacity=able,
        accountability=charged,
        scepticism=-sanctions_erosion * (1.0 - accepted) * (duty + able + charged),
    )


def unilateral(
    measures: Rows,
    blocked: Rows,
    will: Rows,
    *,
    substitution: Rows,
    legitimacy_months: Rows,
) -> Terms:
    r"""Unilateral measures of the United States and its allies, a month later.

    .. math:: u' = u + (\min(1, w + \beta\, b) - u) / \tau_g

    Parameters
    ----------
    measures : Rows, shape (rows,)
        Measures in force :math:`u`. [share]
    blocked : Rows, shape (rows,)
        1 once the Council has been blocked by a veto :math:`b`. [0 or 1]
    will : Rows, shape (rows,)
        How hard Washington punishes third parties :math:`w`. [share]
    substitution, legitimacy_months
        Parameter cards of those names; :math:`\beta` is substitution.

    Returns
    -------
    Terms, shape (rows,)
        Measures a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; that they fill the gap of a blocked Council is paper A, III.3 (M79).
    """
    rate = 1.0 / legitimacy_months
    return Terms.bounded(
        0.0,
        1.0,
        held=measures * (1.0 - rate),
        will=rate * will,
        substitute=rate * substitution * blocked * (1.0 - will),
    )


def legitimacy(
    accepted: Rows,
    measures: Rows,
    vetoed: Rows,
    *,
    legitimacy_cost: Rows,
    legitimacy_of_vetoes: Rows,
    regional_monitoring: Rows,
    regional_legitimacy: Rows,
    legitimacy_months: Rows,
) -> Terms:
    r"""Legitimacy of the sanctions regime, a month later.

    .. math:: g' = g + (1 - g_u u (1 - g_r l_r) - g) / \tau_g - g_v v g

    Parameters
    ----------
    accepted : Rows, shape (rows,)
        Legitimacy :math:`g`. [share]
    measures : Rows, shape (rows,)
        Unilateral measures in force :math:`u`. [share]
    vetoed : Rows, shape (rows,)
        1 if a draft, or the Panel of Experts, was vetoed this month :math:`v`.
        [0 or 1]
    legitimacy_cost, legitimacy_of_vetoes, regional_monitoring, regional_legitimacy
        Parameter cards of those names.
    legitimacy_months
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Legitimacy a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; the cost is paper A, III.3 (M80), which gives it no size. That a guardian's
    own breach wears the rules is paper A, III.3 and paper B, II (M82, M94).
    """
    rate = 1.0 / legitimacy_months
    resented = rate * legitimacy_cost * measures
    return Terms(
        held=accepted,
        norm=rate * (1.0 - accepted),
        power_politics=-resented,
        regional=regional_legitimacy * regional_monitoring * resented,
        vetoes=-legitimacy_of_vetoes * vetoed * accepted,
    )


def banned(formal: Rows, *, targeting: Rows) -> Terms:
    r"""Trade that the Council's measures ban.

    .. math:: x = s - g s (1 - s)

    Parameters
    ----------
    formal : Rows, shape (rows,)
        Formal stringency :math:`s`. [share]
    targeting
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Share of trade, between 0 and 1. [share]

    Notes
    -----
    Targeted sanctions spare trade, comprehensive ones do not [Drezner2011]; the form,
    which is :math:`s^2` at full targeting, is ours.
    """
    return Terms(measures=formal, spared=-targeting * formal * (1.0 - formal))


def pressure(
    bans: Rows,
    china: Rows,
    russia: Rows,
    others: Rows,
    measures: Rows,
    lifted: Rows,
    *,
    china_trade_share: Rows,
    russia_trade_share: Rows,
    unilateral_bite: Rows,
) -> Terms:
    r"""Pressure of sanctions on North Korea.

    .. math:: p = (1 - r)\left(x (x_C k_C + x_R k_R + (1 - x_C - x_R) k_O)
              + x_u u\right)

    Parameters
    ----------
    bans : Rows, shape (rows,)
        Share of trade that the Council's measures ban :math:`x`. [share]
    china : Rows, shape (rows,)
        China's compliance :math:`k_C`. [share]
    russia : Rows, shape (rows,)
        Russia's compliance :math:`k_R`. [share]
    others : Rows, shape (rows,)
        Compliance of all others :math:`k_O`. [share]
    measures : Rows, shape (rows,)
        Unilateral measures :math:`u`. [share]
    lifted : Rows, shape (rows,)
        Share of all of it that a deal has lifted :math:`r`. [share]
    china_trade_share, russia_trade_share, unilateral_bite
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Pressure, between 0 and 1.3. [share of trade]

    Notes
    -----
    Ours: a share of trade that is cut off. Russia's share is at most what China's
    leaves.
    """
    russian = np.minimum(russia_trade_share, 1.0 - china_trade_share)
    rest = np.maximum(0.0, 1.0 - china_trade_share - russian)
    through_china = bans * china_trade_share * china
    through_russia = bans * russian * russia
    elsewhere = bans * rest * others
    own = unilateral_bite * measures
    return Terms(
        china=through_china,
        russia=through_russia,
        others=elsewhere,
        unilateral=own,
        relief=-lifted * (through_china + through_russia + elsewhere + own),
    )
