"""Talks: reservation values, a gap of meanings, slow implementation, and trust.

Two sides that would both gain from a deal may still not find one, because what one
asks at least is more than what the other grants at most [Fearon1995].
"""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, profile
from sim.terms import Rows, Terms

__all__ = [
    "bargain",
    "breach",
    "breakdown",
    "definition_gap",
    "good_offices",
    "implementation",
    "nk_minimum",
    "relief",
    "talks_open",
    "trust",
    "us_maximum",
    "welcome",
]

_LN2 = float(np.log(2.0))  # a plain float: a NumPy one would make all of it float64

CARDS = deck(
    profile(
        "openness",
        {"US": 0.4},
        0.0,
        1.0,
        symbol="k_o",
        unit="share",
        source="ours, after paper B, III and IV.2",
        meaning="readiness to meet the leader",
    ),
    profile(
        "precondition",
        {"US": 0.5},
        0.0,
        1.0,
        symbol="k_d",
        unit="share",
        source="ours, after paper B, III and IV.2",
        meaning="how much denuclearization has to come first",
    ),
    profile(
        "pressure_appetite",
        {"US": 0.4},
        0.0,
        1.0,
        symbol="k_p",
        unit="share",
        source="ours, after paper B, III and IV.2",
        meaning="will to press North Korea by displays of force",
    ),
    profile(
        "nk_priority",
        {"US": 0.4},
        0.0,
        1.0,
        symbol="k_n",
        unit="share",
        source="ours, after paper B, III and IV.2",
        meaning="how high North Korea ranks in the strategy",
    ),
    profile(
        "dialogue",
        {"ROK": 0.4},
        0.0,
        1.0,
        symbol="k_g",
        unit="share",
        source="ours, after paper B, III.3 and IV.3(2)",
        meaning="will to talk with the North, and for it",
    ),
    card(
        "gateway",
        0.3,
        0.0,
        0.6,
        symbol="g_s",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, III.3(1) and IV.3(2) (M121, M151)",
        meaning="share of what is missing that a Seoul fully set on dialogue opens",
    ),
    card(
        "mediation_effect",
        0.2,
        0.0,
        0.5,
        symbol="g_c",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of what is missing that full Chinese mediation opens",
    ),
    card(
        "welcome_custom",
        -1.5,
        -4.0,
        0.0,
        symbol="y_0",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what speaks against meeting at all",
    ),
    card(
        "welcome_openness",
        3.0,
        1.0,
        5.0,
        symbol="y_o",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M137)",
        meaning="what readiness to meet the leader adds",
    ),
    card(
        "welcome_condition",
        2.0,
        0.0,
        4.0,
        symbol="y_d",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1)",
        meaning="what an unmet precondition takes away",
    ),
    card(
        "welcome_danger",
        0.5,
        0.0,
        2.0,
        symbol="y_v",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 (M101)",
        meaning="what danger to American cities adds",
    ),
    card(
        "welcome_attention",
        1.0,
        0.0,
        3.0,
        symbol="y_a",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M138)",
        meaning="what attention adds",
    ),
    card(
        "welcome_trust",
        1.0,
        0.0,
        3.0,
        symbol="y_t",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1) (M110)",
        meaning="what trust in North Korea's word adds",
    ),
    card(
        "welcome_pressure",
        0.5,
        0.0,
        2.0,
        symbol="y_p",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 (M104)",
        meaning="what a taste for pressure takes away",
    ),
    card(
        "opening_rate",
        4.0,
        1.0,
        8.0,
        symbol="x_o",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="talks opened in a year where one always offers and the other "
        "always accepts",
    ),
    card(
        "price_base",
        0.3,
        0.0,
        1.0,
        symbol="r_0",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="relief that North Korea asks for at least",
    ),
    card(
        "price_attachment",
        0.6,
        0.0,
        1.5,
        symbol="r_a",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M129)",
        meaning="what attachment to nuclear arms adds to the price",
    ),
    card(
        "price_gap",
        0.5,
        0.0,
        1.5,
        symbol="r_g",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.3(1) (M122)",
        meaning="what the gap between meanings of denuclearization adds",
    ),
    card(
        "price_patron",
        0.5,
        0.0,
        1.5,
        symbol="r_p",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M166)",
        meaning="what patrons' support adds",
    ),
    card(
        "price_distrust",
        0.3,
        0.0,
        1.0,
        symbol="r_t",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what distrust of Washington adds",
    ),
    card(
        "price_strength",
        0.2,
        0.0,
        0.6,
        symbol="r_c",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.2(2) (M119)",
        meaning="what a complete deterrent adds",
    ),
    card(
        "price_need",
        0.5,
        0.0,
        1.5,
        symbol="r_s",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, V (M144)",
        meaning="what hardship takes from the price",
    ),
    card(
        "offer_base",
        0.3,
        0.0,
        1.0,
        symbol="q_0",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="relief that Washington grants at most, before all else",
    ),
    card(
        "offer_openness",
        0.6,
        0.0,
        1.5,
        symbol="q_o",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M137)",
        meaning="what readiness to meet the leader adds",
    ),
    card(
        "offer_danger",
        0.3,
        0.0,
        1.0,
        symbol="q_v",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 (M101)",
        meaning="what danger to American cities adds",
    ),
    card(
        "offer_attention",
        0.2,
        0.0,
        0.6,
        symbol="q_a",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what attention adds",
    ),
    card(
        "offer_condition",
        0.5,
        0.0,
        1.5,
        symbol="q_d",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1)",
        meaning="what the precondition takes away",
    ),
    card(
        "offer_distrust",
        0.4,
        0.0,
        1.0,
        symbol="q_t",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1) (M110)",
        meaning="what distrust of North Korea takes away",
    ),
    card(
        "offer_allies",
        0.1,
        0.0,
        0.5,
        symbol="q_f",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what allies' fear of a bad deal takes away",
    ),
    card(
        "bargain_rate",
        1.5,
        0.5,
        4.0,
        symbol="x_b",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="deals in a year of talks where both reservation values meet",
    ),
    card(
        "bargain_width",
        0.25,
        0.1,
        0.6,
        symbol="w_b",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="how blurred reservation values are",
    ),
    card(
        "talks_patience",
        14.0,
        6.0,
        30.0,
        symbol=r"\tau_p",
        unit="months",
        basis="estimated",
        source="ours: June 2018 to the autumn of 2019",
        meaning="months after which talks without a deal are as likely over as not",
    ),
    card(
        "breakdown_of_gap",
        0.8,
        0.0,
        2.0,
        symbol="b_g",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper B, III.3(1) (M122)",
        meaning="how much sooner talks end where no deal can please both",
    ),
    card(
        "breakdown_of_pressure",
        0.5,
        0.0,
        2.0,
        symbol="b_p",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="how much sooner they end under a line of pressure",
    ),
    card(
        "gap_base",
        0.8,
        0.4,
        1.0,
        symbol="g_0",
        unit="share",
        basis="assumed",
        source="ours, after paper B, III.3(1) (M122)",
        meaning="gap between meanings of denuclearization where nobody talks",
    ),
    card(
        "gap_closing",
        0.02,
        0.0,
        0.08,
        symbol="g_t",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="share of the gap that a month of talks closes",
    ),
    card(
        "gap_months",
        48.0,
        12.0,
        120.0,
        symbol=r"\tau_g",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which the gap comes back",
    ),
    card(
        "gap_of_blocs",
        0.1,
        0.0,
        0.4,
        symbol="g_p",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M70)",
        meaning="gap that full polarization adds",
    ),
    card(
        "implementation_pace",
        0.06,
        0.02,
        0.15,
        symbol="i_0",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="share of what is left that is carried out in a month",
    ),
    card(
        "slow_walk",
        0.6,
        0.0,
        1.0,
        symbol="i_s",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M134)",
        meaning="how much slower it goes with patrons and full attachment",
    ),
    card(
        "breach_of_test",
        0.8,
        0.0,
        1.0,
        symbol="b_x",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1) (M110)",
        meaning="chance that a long-range or nuclear test ends a deal",
    ),
    card(
        "breach_of_delay",
        0.3,
        0.0,
        1.0,
        symbol="b_i",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="yearly rate at which an unfulfilled deal is dropped by a "
        "distrustful Washington",
    ),
    card(
        "breach_of_newness",
        0.3,
        0.0,
        1.0,
        symbol="b_n",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="yearly rate at which a wholly new administration drops a deal",
    ),
    card(
        "trust_base",
        0.3,
        0.1,
        0.6,
        symbol="t_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="trust that comes back when nothing happens",
    ),
    card(
        "trust_months",
        60.0,
        24.0,
        180.0,
        symbol=r"\tau_t",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which trust comes back",
    ),
    card(
        "trust_of_progress",
        0.5,
        0.0,
        1.0,
        symbol="t_i",
        unit="share",
        basis="assumed",
        source="ours, after [Kydd2005]",
        meaning="share of missing trust that a full implementation builds",
    ),
    card(
        "trust_of_breach",
        0.5,
        0.1,
        0.9,
        symbol="t_b",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, III.1(1) (M110)",
        meaning="share of trust that a breach destroys at once",
    ),
    card(
        "trust_of_failure",
        0.3,
        0.0,
        0.7,
        symbol="t_f",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, III.3 (M103)",
        meaning="share of trust that failed talks destroy",
    ),
    card(
        "trust_of_tests",
        0.1,
        0.0,
        0.4,
        symbol="t_x",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, III.0 (M104)",
        meaning="share of trust that a loud test during talks destroys",
    ),
    card(
        "relief_most",
        0.5,
        0.1,
        0.9,
        symbol="l_1",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of sanctions that a fulfilled deal lifts",
    ),
    card(
        "relief_first",
        0.2,
        0.0,
        0.6,
        symbol="l_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="part of it that comes with the signature",
    ),
    card(
        "relief_months",
        6.0,
        3.0,
        18.0,
        symbol=r"\tau_l",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which relief comes, and goes",
    ),
)


def good_offices(
    open_itself: Rows,
    seoul: Rows,
    mediation: Rows,
    *,
    gateway: Rows,
    mediation_effect: Rows,
) -> Terms:
    r"""How open to talks Washington is with the good offices of others.

    .. math:: o' = o + (1 - o)\, o\, g_s d + (1 - o - (1 - o)\, o\, g_s d)\, g_c m

    Parameters
    ----------
    open_itself : Rows, shape (rows,)
        Washington's own readiness to meet the leader :math:`o`. [share]
    seoul : Rows, shape (rows,)
        Seoul's will to talk :math:`d`. [share]
    mediation : Rows, shape (rows,)
        Mediation by China :math:`m`. [share]
    gateway, mediation_effect
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that the way to a summit led through Seoul is paper B, III.3(1)
    (M121). Where Washington will not open at all, Seoul cannot open it.
    """
    through_seoul = (1.0 - open_itself) * open_itself * gateway * seoul
    missing = 1.0 - open_itself - through_seoul
    return Terms(
        washington=open_itself,
        seoul=through_seoul,
        mediation=missing * mediation_effect * mediation,
    )


def welcome(
    open_to: Rows,
    condition: Rows,
    restraint: Rows,
    danger: Rows,
    attention: Rows,
    trusted: Rows,
    pressing: Rows,
    *,
    welcome_custom: Rows,
    welcome_openness: Rows,
    welcome_condition: Rows,
    welcome_danger: Rows,
    welcome_attention: Rows,
    welcome_trust: Rows,
    welcome_pressure: Rows,
) -> Terms:
    r"""What meeting North Korea is worth to Washington.

    .. math:: U = y_0 + y_o o - y_d d (1 - r) + y_v v + y_a a + y_t t - y_p p

    Parameters
    ----------
    open_to : Rows, shape (rows,)
        Openness to talks, with good offices :math:`o`. [share]
    condition : Rows, shape (rows,)
        How much denuclearization has to come first :math:`d`. [share]
    restraint : Rows, shape (rows,)
        How far North Korea holds still :math:`r`. [share]
    danger : Rows, shape (rows,)
        How far American cities are exposed :math:`v`. [share]
    attention : Rows, shape (rows,)
        Share of Washington's attention :math:`a`. [share]
    trusted : Rows, shape (rows,)
        Washington's trust in North Korea's word :math:`t`. [share]
    pressing : Rows, shape (rows,)
        Appetite for pressure :math:`p`. [share]
    welcome_custom, welcome_openness, welcome_condition, welcome_danger
        Parameter cards of those names.
    welcome_attention, welcome_trust, welcome_pressure
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Worth, of either sign. [signed utility]

    Notes
    -----
    Ours in form; each cause is paper B, III and IV.2 (M101, M104, M110, M115, M138).
    """
    return Terms(
        custom=welcome_custom + 0.0 * open_to,
        openness=welcome_openness * open_to,
        condition=-welcome_condition * condition * (1.0 - restraint),
        danger=welcome_danger * danger,
        attention=welcome_attention * attention,
        trust=welcome_trust * trusted,
        pressure=-welcome_pressure * pressing,
    )


def talks_open(
    offering: Rows, accepted: Rows, engaged: Rows, *, opening_rate: Rows
) -> Terms:
    r"""Chance that talks open this month.

    .. math:: h = (1 - e)\left(1 - e^{-x_o f a / 12}\right)

    Parameters
    ----------
    offering : Rows, shape (rows,)
        1 where North Korea offers or holds still :math:`f`. [share]
    accepted : Rows, shape (rows,)
        Chance that Washington accepts :math:`a`. [share]
    engaged : Rows, shape (rows,)
        1 where they talk already, or carry out a deal :math:`e`. [share]
    opening_rate
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: it takes two.
    """
    rate = opening_rate / 12.0 * offering * accepted
    return Terms(chance=(1.0 - engaged) * (1.0 - np.exp(-rate)))


def nk_minimum(
    attached: Rows,
    gap: Rows,
    patron: Rows,
    distrust: Rows,
    need: Rows,
    completed: Rows,
    *,
    price_base: Rows,
    price_attachment: Rows,
    price_gap: Rows,
    price_patron: Rows,
    price_distrust: Rows,
    price_strength: Rows,
    price_need: Rows,
) -> Terms:
    r"""Relief that North Korea asks for at least.

    .. math:: r = r_0 + r_a A + r_g g + r_p P + r_t (1 - t) + r_c C - r_s s

    Parameters
    ----------
    attached : Rows, shape (rows,)
        Attachment to nuclear arms :math:`A`. [share]
    gap : Rows, shape (rows,)
        Gap between meanings of denuclearization :math:`g`. [share]
    patron : Rows, shape (rows,)
        Support by patrons :math:`P`. [share]
    distrust : Rows, shape (rows,)
        Distrust of Washington :math:`1 - t`. [share]
    need : Rows, shape (rows,)
        Hardship :math:`s`. [share]
    completed : Rows, shape (rows,)
        How complete the deterrent is judged to be :math:`C`. [share]
    price_base, price_attachment, price_gap, price_patron, price_distrust
        Parameter cards of those names.
    price_strength, price_need
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Reservation value, of either sign. [signed utility]

    Notes
    -----
    Ours in form; that patrons raise the price is paper B, IV.1 (M166), that hardship
    lowers it paper B, V (M144).

    References
    ----------
    [Fearon1995] for reservation values.
    """
    return Terms(
        base=price_base + 0.0 * gap,
        attachment=price_attachment * attached,
        definitions=price_gap * gap,
        patron=price_patron * patron,
        distrust=price_distrust * distrust,
        strength=price_strength * completed,
        need=-price_need * need,
    )


def us_maximum(
    open_to: Rows,
    danger: Rows,
    attention: Rows,
    condition: Rows,
    distrust: Rows,
    afraid: Rows,
    *,
    offer_base: Rows,
    offer_openness: Rows,
    offer_danger: Rows,
    offer_attention: Rows,
    offer_condition: Rows,
    offer_distrust: Rows,
    offer_allies: Rows,
) -> Terms:
    r"""Relief that Washington grants at most.

    .. math:: q = q_0 + q_o o + q_v v + q_a a - q_d d - q_t (1 - t) - q_f f

    Parameters
    ----------
    open_to : Rows, shape (rows,)
        Readiness to meet the leader :math:`o`. [share]
    danger : Rows, shape (rows,)
        How far American cities are exposed :math:`v`. [share]
    attention : Rows, shape (rows,)
        Share of Washington's attention :math:`a`. [share]
    condition : Rows, shape (rows,)
        How much denuclearization has to come first :math:`d`. [share]
    distrust : Rows, shape (rows,)
        Distrust of North Korea's word :math:`1 - t`. [share]
    afraid : Rows, shape (rows,)
        Allies' alarm :math:`f`. [share]
    offer_base, offer_openness, offer_danger, offer_attention, offer_condition
        Parameter cards of those names.
    offer_distrust, offer_allies
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Reservation value, of either sign. [signed utility]

    Notes
    -----
    Ours in form; causes as in paper B, III and IV.2.

    References
    ----------
    [Fearon1995] for reservation values.
    """
    return Terms(
        base=offer_base + 0.0 * danger,
        openness=offer_openness * open_to,
        danger=offer_danger * danger,
        attention=offer_attention * attention,
        condition=-offer_condition * condition,
        distrust=-offer_distrust * distrust,
        allies=-offer_allies * afraid,
    )


def bargain(
    minimum: Rows, maximum: Rows, *, bargain_rate: Rows, bargain_width: Rows
) -> Terms:
    r"""Chance that a month of talks brings a deal.

    .. math:: h = 1 - \exp\left(-\frac{x_b}{12} \frac{2}{1 + e^{-(q
              - r) / w_b}}\right)

    Parameters
    ----------
    minimum : Rows, shape (rows,)
        What North Korea asks for at least :math:`r`. [signed utility]
    maximum : Rows, shape (rows,)
        What Washington grants at most :math:`q`. [signed utility]
    bargain_rate, bargain_width
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form: neither side knows the other's reservation value to the letter.

    References
    ----------
    [Fearon1995] for the bargaining range.
    """
    steps = np.minimum(np.maximum((maximum - minimum) / bargain_width, -30.0), 30.0)
    rate = bargain_rate / 12.0 * 2.0 / (1.0 + np.exp(-steps))
    return Terms(chance=1.0 - np.exp(-rate))


def breakdown(
    surplus: Rows,
    months: Rows,
    hard: Rows,
    *,
    talks_patience: Rows,
    breakdown_of_gap: Rows,
    breakdown_of_pressure: Rows,
) -> Terms:
    r"""Chance that talks end without a deal this month.

    .. math:: h = 1 - \exp\left(-\frac{2 \ln 2\, m}{\tau_p^2}\, e^{-b_g z
              + b_p p}\right)

    Parameters
    ----------
    surplus : Rows, shape (rows,)
        What Washington grants less what North Korea asks :math:`z`. [signed utility]
    months : Rows, shape (rows,)
        Months since talks opened :math:`m`. [months]
    hard : Rows, shape (rows,)
        1 under a line of pressure :math:`p`. [share]
    talks_patience, breakdown_of_gap, breakdown_of_pressure
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: patience runs out, half of it by the time of the card, sooner where no deal
    can please both (paper B, III.3(1); M122).
    """
    wear = 2.0 * _LN2 * months / (talks_patience * talks_patience)
    held = np.minimum(np.maximum(surplus, -2.0), 2.0)
    worse = np.exp(breakdown_of_pressure * hard - breakdown_of_gap * held)
    return Terms(chance=1.0 - np.exp(-wear * worse))


def definition_gap(
    gap: Rows,
    talking: Rows,
    deal: Rows,
    polarized: Rows,
    *,
    gap_base: Rows,
    gap_closing: Rows,
    gap_months: Rows,
    gap_of_blocs: Rows,
) -> Terms:
    r"""Gap between the two meanings of denuclearization, a month later.

    .. math:: g' = g + (g_0 + g_p \max(0, P) - g) / \tau_g - g_t g \max(t, d)

    Parameters
    ----------
    gap : Rows, shape (rows,)
        Gap so far :math:`g`. [share]
    talking : Rows, shape (rows,)
        1 while talks are under way :math:`t`. [0 or 1]
    deal : Rows, shape (rows,)
        1 while a deal is in force :math:`d`. [0 or 1]
    polarized : Rows, shape (rows,)
        Polarization of the blocs :math:`P`. [signed share]
    gap_base, gap_closing, gap_months, gap_of_blocs
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that the two mean different things is paper B, III.3(1) (M122), that
    blocs drive them apart paper B, IV.3(1) (M70).
    """
    rate = 1.0 / gap_months
    return Terms.bounded(
        0.0,
        1.0,
        held=gap * (1.0 - rate),
        custom=rate * gap_base,
        blocs=rate * gap_of_blocs * np.maximum(0.0, polarized),
        talks=-gap_closing * gap * np.maximum(talking, deal),
    )


def implementation(
    done: Rows,
    deal: Rows,
    trusted: Rows,
    patron: Rows,
    attached: Rows,
    *,
    implementation_pace: Rows,
    slow_walk: Rows,
) -> Terms:
    r"""Part of a deal that is carried out, a month later.

    .. math:: i' = d\left(i + i_0 (1 - i)(1 - \tfrac12 i_s (P + A)) \tfrac{1
              + t}{2}\right)

    Parameters
    ----------
    done : Rows, shape (rows,)
        Part carried out so far :math:`i`. [share]
    deal : Rows, shape (rows,)
        1 while a deal is in force :math:`d`. [0 or 1]
    trusted : Rows, shape (rows,)
        North Korea's trust in Washington's word :math:`t`. [share]
    patron : Rows, shape (rows,)
        Support by patrons :math:`P`. [share]
    attached : Rows, shape (rows,)
        Attachment to nuclear arms :math:`A`. [share]
    implementation_pace, slow_walk
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; slow implementation as a choice is paper B, IV.2 (M134).
    """
    pace = implementation_pace * (1.0 - slow_walk * (patron + attached) / 2.0)
    return Terms(
        held=done,
        done=deal * pace * (1.0 - done) * (1.0 + trusted) / 2.0,
        lapsed=-(1.0 - deal) * done,
    )


def breach(
    deal: Rows,
    done: Rows,
    loud: Rows,
    distrust: Rows,
    new: Rows,
    *,
    breach_of_test: Rows,
    breach_of_delay: Rows,
    breach_of_newness: Rows,
) -> Terms:
    r"""Chance that a deal in force is broken this month.

    .. math:: h = d \left(1 - (1 - b_x x)\, e^{-(b_i (1 - i)(1 - t)
              + b_n b) / 12}\right)

    Parameters
    ----------
    deal : Rows, shape (rows,)
        1 while a deal is in force :math:`d`. [0 or 1]
    done : Rows, shape (rows,)
        Part carried out so far :math:`i`. [share]
    loud : Rows, shape (rows,)
        1 with a long-range or nuclear test this month :math:`x`. [share]
    distrust : Rows, shape (rows,)
        Distrust of North Korea's word :math:`1 - t`. [share]
    new : Rows, shape (rows,)
        How new the administration is :math:`b`. [share]
    breach_of_test, breach_of_delay, breach_of_newness
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that a launch within weeks ended the deal of February 2012 is paper B,
    III.1(1) (M110).
    """
    dropped = breach_of_delay * (1.0 - done) * distrust + breach_of_newness * new
    kept = np.exp(-dropped / 12.0)
    tested = breach_of_test * loud
    return Terms(dropped=deal * (1.0 - kept), tested=deal * kept * tested)


def trust(
    held: Rows,
    progress: Rows,
    broken: Rows,
    failed: Rows,
    tested: Rows,
    *,
    trust_base: Rows,
    trust_months: Rows,
    trust_of_progress: Rows,
    trust_of_breach: Rows,
    trust_of_failure: Rows,
    trust_of_tests: Rows,
) -> Terms:
    r"""One side's trust in the other's word, a month later.

    .. math:: t' = t + (t_0 - t) / \tau_t + t_i i (1 - t) - t (1 - (1 - t_b b)(1
              - t_f f)(1 - t_x x))

    Parameters
    ----------
    held : Rows, shape (rows,)
        Trust so far :math:`t`. [share]
    progress : Rows, shape (rows,)
        Part of a deal carried out this month :math:`i`. [share]
    broken : Rows, shape (rows,)
        1 where a deal was broken :math:`b`. [0 or 1]
    failed : Rows, shape (rows,)
        1 where talks ended without a deal :math:`f`. [0 or 1]
    tested : Rows, shape (rows,)
        1 with a loud test during talks :math:`x`. [share]
    trust_base, trust_months, trust_of_progress, trust_of_breach, trust_of_failure
        Parameter cards of those names.
    trust_of_tests
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form: it goes at once and comes back slowly (paper B, III.0 and III.1(1);
    M103, M104, M110).

    References
    ----------
    [Kydd2005] for trust as belief.
    """
    after_breach = held * (1.0 - trust_of_breach * broken)
    after_failure = after_breach * (1.0 - trust_of_failure * failed)
    return Terms.bounded(
        0.0,
        1.0,
        held=held,
        recovered=(trust_base - held) / trust_months,
        progress=trust_of_progress * progress * (1.0 - held),
        breach=after_breach - held,
        failure=after_failure - after_breach,
        tests=-trust_of_tests * tested * after_failure,
    )


def relief(
    granted: Rows,
    deal: Rows,
    done: Rows,
    *,
    relief_most: Rows,
    relief_first: Rows,
    relief_months: Rows,
) -> Terms:
    r"""Share of sanctions that a deal has lifted, a month later.

    .. math:: l' = l + (d\, l_1 (l_0 + (1 - l_0)\, i) - l) / \tau_l

    Parameters
    ----------
    granted : Rows, shape (rows,)
        Share of sanctions lifted so far :math:`l`. [share]
    deal : Rows, shape (rows,)
        1 while a deal is in force :math:`d`. [0 or 1]
    done : Rows, shape (rows,)
        Part of it carried out :math:`i`. [share]
    relief_most, relief_first, relief_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours: steps for steps, and back again when the deal is gone.
    """
    goal = deal * relief_most * (relief_first + (1.0 - relief_first) * done)
    return Terms(held=granted, moved=(goal - granted) / relief_months)
