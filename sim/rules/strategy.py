"""Strategy: why North Korea presses, mixes, offers talks or holds still."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.terms import Rows, Terms

__all__ = [
    "attachment",
    "completion",
    "insecurity",
    "learned",
    "learned_reasons",
    "newness",
    "others_reasons",
    "own_reasons",
    "patron_support",
    "payoff",
    "posture",
    "posture_review",
    "remembered",
    "unanswered",
]

_LN2 = float(np.log(2.0))  # a plain float: a NumPy one would make all of it float64

MOST_LEARNED = 2.0
"""What can be learned of a line's worth, either way. Ours."""

_FOR_ITSELF = 0.15
"""Share of an opening that invites before the deterrent is complete. Ours."""

CARDS = deck(
    card(
        "completion_level",
        {"NK": 0.65},
        0.5,
        0.85,
        symbol="x_C",
        unit="share",
        basis="estimated",
        source="ours: declared complete after three ICBM flights in 2017 (M119)",
        meaning="level of reach and warhead at which North Korea judges its "
        "deterrent half complete",
    ),
    card(
        "completion_width",
        {"NK": 0.04},
        0.02,
        0.15,
        symbol="w_C",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="how steeply that judgment turns",
    ),
    card(
        "patron_rents",
        {"NK": 0.6},
        0.0,
        1.0,
        symbol="P_r",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, V (M145, M146)",
        meaning="support that Russian payments give when they are large",
    ),
    card(
        "patron_half",
        {"NK": 0.04},
        0.01,
        0.12,
        symbol="r_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="yearly payments over trend GDP at which they count half",
    ),
    card(
        "patron_treaty",
        {"NK": 0.15},
        0.0,
        0.5,
        symbol="P_t",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.1 (M10)",
        meaning="support that a treaty of mutual aid gives",
    ),
    card(
        "patron_china",
        {"NK": 0.3},
        0.0,
        0.6,
        symbol="P_c",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M99)",
        meaning="support that full Chinese courtship gives",
    ),
    card(
        "insecurity_half_life",
        {"NK": 24},
        12.0,
        60.0,
        symbol="h_i",
        unit="months",
        basis="assumed",
        source="ours; the effect is paper B, III.1 (M107)",
        meaning="half-life of insecurity after a succession",
    ),
    card(
        "insecurity_of_stress",
        {"NK": 0.3},
        0.0,
        1.0,
        symbol="i_s",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="insecurity that full hardship keeps up",
    ),
    card(
        "insecurity_of_success",
        {"NK": 0.05},
        0.0,
        0.2,
        symbol="i_t",
        unit="1/month",
        basis="assumed",
        source="ours; the effect is paper B, III.2(2) (M118)",
        meaning="share of insecurity that a month full of tests takes away",
    ),
    card(
        "attachment_base",
        {"NK": 0.5},
        0.2,
        0.8,
        symbol="A_0",
        unit="share",
        basis="assumed",
        source="ours, after paper B, III (M119)",
        meaning="attachment to nuclear arms without lessons or alarm",
    ),
    card(
        "attachment_lesson",
        {"NK": 0.3},
        0.0,
        0.6,
        symbol="A_w",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M127-M130)",
        meaning="attachment that full war on a state that gave up nuclear arms teaches",
    ),
    card(
        "attachment_alarm",
        {"NK": 0.2},
        0.0,
        0.5,
        symbol="A_T",
        unit="share per unit of threat",
        basis="assumed",
        source="ours",
        meaning="attachment that felt threat adds",
    ),
    card(
        "attachment_impunity",
        {"NK": 0.3},
        0.0,
        0.8,
        symbol="A_p",
        unit="share per share of trade",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M83)",
        meaning="attachment that sanctions below those of the start add",
    ),
    card(
        "attachment_disorder",
        {"NK": 0.1},
        0.0,
        0.2,
        symbol="A_c",
        unit="share",
        basis="assumed",
        source="ours, after paper B, IV.1 (M130)",
        meaning="attachment that the loss of all arms control among the powers adds",
    ),
    card(
        "attachment_rise",
        {"NK": 12},
        3.0,
        24.0,
        symbol=r"\tau_u",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which attachment rises",
    ),
    card(
        "attachment_fall",
        {"NK": 240},
        60.0,
        600.0,
        symbol=r"\tau_d",
        unit="months",
        basis="assumed",
        source="ours; that the lesson stays is paper B, IV.1 (M129)",
        meaning="time over which attachment falls",
    ),
    card(
        "posture_custom",
        {"NK": 1.1},
        0.0,
        1.5,
        symbol="z_0",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what speaks for lines that keep both doors open",
    ),
    card(
        "urge_hardens",
        {"NK": 2.5},
        1.0,
        6.0,
        symbol="z_u",
        unit="utility",
        basis="estimated",
        source="ours: a trial fit to 2012-2020; the effect is paper B, III.2 "
        "(M114, M117)",
        meaning="how an unfinished and ready force hardens the line: capability first",
    ),
    card(
        "strength_softens",
        {"NK": 2},
        0.0,
        3.0,
        symbol="z_c",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.3(2) (M119, M120)",
        meaning="how a complete deterrent allows holding still",
    ),
    card(
        "opening_invites",
        {"NK": 3},
        1.0,
        5.0,
        symbol="z_o",
        unit="utility",
        basis="estimated",
        source="ours: a trial fit to 2012-2020; the effect is paper B, III.3 "
        "(M120, M137)",
        meaning="how a Washington open to leaders' talks invites an offer",
    ),
    card(
        "stress_scale",
        {"NK": 0.1},
        0.03,
        0.3,
        symbol="s_0",
        unit="ratio",
        basis="assumed",
        source="ours",
        meaning="shortfall of income that counts as hardship",
    ),
    card(
        "stress_talks",
        {"NK": 3},
        0.0,
        5.0,
        symbol="z_s",
        unit="utility",
        basis="estimated",
        source="ours: a trial fit to 2012-2020; the effect is paper B, III.3(2) "
        "and V (M120, M144)",
        meaning="how hardship speaks for talks where the deterrent is complete and "
        "no patron helps",
    ),
    card(
        "stress_presses",
        {"NK": 1},
        0.0,
        3.0,
        symbol="z_h",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, V (M147); the papers' own dispute (Q01)",
        meaning="how hardship speaks for pressure otherwise",
    ),
    card(
        "patron_hardens",
        {"NK": 1.5},
        0.0,
        4.0,
        symbol="z_p",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, V (M145, M146)",
        meaning="how patrons' support hardens the line",
    ),
    card(
        "attention_seeking",
        {"NK": 0.4},
        0.0,
        1.5,
        symbol="z_a",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 and IV.2 (M105, M138)",
        meaning="how being overlooked hardens the line",
    ),
    card(
        "force_on_force",
        {"NK": 0.8},
        0.0,
        2.0,
        symbol="z_f",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.2 (M113)",
        meaning="how sanctions and pressure harden the line",
    ),
    card(
        "rally",
        {"NK": 0.4},
        0.0,
        2.0,
        symbol="z_i",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.1 (M107, M108)",
        meaning="how an insecure regime hardens its line",
    ),
    card(
        "clinging",
        {"NK": 1},
        0.0,
        3.0,
        symbol="z_n",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M129, M130)",
        meaning="how attachment to nuclear arms speaks against holding still",
    ),
    card(
        "probing",
        {"NK": 0},
        -1.5,
        1.5,
        symbol="z_b",
        unit="utility",
        basis="assumed",
        source="ours: centered on 0, as the record is weak [CNS2026]; paper B, "
        "IV.2 has both signs (M141, M142)",
        meaning="how a new administration is probed with pressure",
    ),
    card(
        "test_deterrence",
        {"NK": 0},
        -0.5,
        0.5,
        symbol="w_D",
        unit="utility",
        basis="assumed",
        source="ours: centered on 0, as the papers disagree (M149, M47)",
        meaning="how expected punishment deters tests and a hard line; below 0 it "
        "provokes them",
    ),
    card(
        "talks_lock",
        {"NK": 4},
        2.0,
        7.0,
        symbol="z_t",
        unit="utility",
        basis="estimated",
        source="ours: a trial fit to 2012-2020",
        meaning="how talks under way keep the line soft",
    ),
    card(
        "disappointment",
        {"NK": 4},
        0.0,
        8.0,
        symbol="z_x",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 and III.1(2) (M103, M111)",
        meaning="how offers and restraint that went unanswered speak against more "
        "of them",
    ),
    card(
        "ignored_rate",
        {"NK": 0.06},
        0.02,
        0.15,
        symbol="x_i",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="how fast an offer without an answer disappoints",
    ),
    card(
        "disappointment_half_life",
        {"NK": 24},
        9.0,
        60.0,
        symbol="h_x",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="half-life of that disappointment",
    ),
    card(
        "review_months",
        {"NK": 9},
        4.0,
        18.0,
        symbol=r"\tau_r",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time between two thoughts about the line without news",
    ),
    card(
        "review_of_news",
        {"NK": 1},
        0.0,
        3.0,
        symbol=r"\beta",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="how much sooner news makes it thought over",
    ),
    card(
        "newness_months",
        4.0,
        2.0,
        12.0,
        symbol="h_b",
        unit="months",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M141)",
        meaning="half-life of an administration's being new",
    ),
    card(
        "payoff_attention",
        {"NK": 1},
        0.0,
        3.0,
        symbol="y_a",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 (M101)",
        meaning="worth of Washington's attention",
    ),
    card(
        "payoff_relief",
        {"NK": 3},
        0.0,
        6.0,
        symbol="y_r",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="worth of income and relief from sanctions",
    ),
    card(
        "payoff_status",
        {"NK": 0.5},
        0.0,
        1.5,
        symbol="y_m",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M126)",
        meaning="worth of a summit, and cost of its failure",
    ),
    card(
        "payoff_sanctions",
        {"NK": 0.25},
        0.0,
        1.5,
        symbol="y_s",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="cost of a new resolution",
    ),
    card(
        "payoff_trust",
        {"NK": 1},
        0.0,
        3.0,
        symbol="y_t",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="worth of being taken at one's word",
    ),
    card(
        "credit_months",
        {"NK": 6},
        3.0,
        12.0,
        symbol="h_c",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="half-life with which an act is still credited with what follows",
    ),
    card(
        "learning_rate",
        {"NK": 0.25},
        0.0,
        0.6,
        symbol=r"\alpha",
        unit="1",
        basis="assumed",
        source="form after [Levy1994]; value ours",
        meaning="how much of a month's payoff is put down to what was done before",
    ),
    card(
        "learned_forgetting",
        {"NK": 60},
        24.0,
        180.0,
        symbol="h_l",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="half-life of what was learned",
    ),
    mechanism(
        "nuclear_lesson",
        "a war on a state that gave up nuclear arms teaches attachment to them",
        source="paper B, IV.1 (M127-M130)",
    ),
    mechanism(
        "payoff_learning",
        "what pressure and diplomacy brought changes what is expected of them",
        source="paper B, IV.2 (M126); [Levy1994]",
    ),
)


def _on_postures(
    pressure: float, mixed: float, offer: float, moratorium: float, cause: Rows
) -> Rows:
    """Return a cause as it speaks for each line, shape (postures, rows).

    The four numbers say which lines it speaks for and against, and how plainly: they
    are ours, and only their order is the papers'.
    """
    return np.stack(
        [pressure * cause, mixed * cause, offer * cause, moratorium * cause]
    )


def completion(
    reach: Rows, warhead: Rows, *, completion_level: Rows, completion_width: Rows
) -> Terms:
    r"""How complete North Korea judges its deterrent to be.

    .. math:: C = \frac{1}{1 + e^{-(\min(x_i, x_w) - x_C) / w_C}}

    Parameters
    ----------
    reach : Rows, shape (rows,)
        Technology of long-range missiles :math:`x_i`. [share]
    warhead : Rows, shape (rows,)
        Technology of warheads :math:`x_w`. [share]
    completion_level, completion_width
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form: neither a missile without a warhead counts nor the reverse. That
    completion is declared and changes the line is paper B, III.2(2) (M119).
    """
    missing = completion_level - np.minimum(reach, warhead)
    steps = np.minimum(np.maximum(missing / completion_width, -30.0), 30.0)
    return Terms(judged=1.0 / (1.0 + np.exp(steps)))


def patron_support(
    rents: Rows,
    treaty: Rows,
    courted: Rows,
    *,
    patron_rents: Rows,
    patron_half: Rows,
    patron_treaty: Rows,
    patron_china: Rows,
) -> Terms:
    r"""What patrons offer in place of a deal with Washington.

    .. math:: P = P_r \frac{r}{r + r_0} + P_t t + P_c c

    Parameters
    ----------
    rents : Rows, shape (rows,)
        Yearly Russian payments over trend GDP :math:`r`. [share]
    treaty : Rows, shape (rows,)
        1 once there is a treaty of mutual aid :math:`t`. [0 or 1]
    courted : Rows, shape (rows,)
        Courtship by China :math:`c`. [share]
    patron_rents, patron_half, patron_treaty, patron_china
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; patrons as an outside option are paper B, V (M145, M146).
    """
    return Terms.bounded(
        0.0,
        1.0,
        payments=patron_rents * rents / (rents + patron_half),
        treaty=patron_treaty * treaty,
        china=patron_china * courted,
    )


def insecurity(
    felt: Rows,
    stress: Rows,
    shown: Rows,
    *,
    insecurity_half_life: Rows,
    insecurity_of_stress: Rows,
    insecurity_of_success: Rows,
) -> Terms:
    r"""Insecurity of the regime, a month later.

    .. math:: i' = i + (1 - 2^{-1 / h_i})(i_s s - i) - i_t t\, i

    Parameters
    ----------
    felt : Rows, shape (rows,)
        Insecurity so far :math:`i`. [share]
    stress : Rows, shape (rows,)
        Shortfall of income :math:`s`. [share]
    shown : Rows, shape (rows,)
        Tests of the month, of all that can be made of them :math:`t`. [share]
    insecurity_half_life, insecurity_of_stress, insecurity_of_success
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form: it fades after a succession (paper B, III.1; M107), is kept up by
    hardship, and tests that can be shown at home take some of it away (III.2(2); M118).
    Here every test succeeds.
    """
    rate = 1.0 - np.exp(-_LN2 / insecurity_half_life)
    return Terms(
        held=felt,
        faded=-rate * felt,
        hardship=rate * insecurity_of_stress * stress,
        success=-insecurity_of_success * shown * felt,
    )


def attachment(
    held: Rows,
    lesson: Rows,
    alarm: Rows,
    eased: Rows,
    lost: Rows,
    *,
    attachment_base: Rows,
    attachment_lesson: Rows,
    attachment_alarm: Rows,
    attachment_impunity: Rows,
    attachment_disorder: Rows,
    attachment_rise: Rows,
    attachment_fall: Rows,
    nuclear_lesson: Rows,
) -> Terms:
    r"""Attachment to nuclear arms, a month later: quick to rise and slow to fall.

    .. math:: A' = A + \frac{\max(0, A^* - A)}{\tau_u} - \frac{\max(0, A
              - A^*)}{\tau_d}, \\
              A^* = A_0 + \sigma A_w w + A_T \max(0, \Delta T) + A_p \max(0, e) + A_c l

    Parameters
    ----------
    held : Rows, shape (rows,)
        Attachment so far :math:`A`. [share]
    lesson : Rows, shape (rows,)
        Intensity of the war on a state that gave up nuclear arms :math:`w`. [share]
    alarm : Rows, shape (rows,)
        Threat felt beyond the start :math:`\Delta T`. [signed threat]
    eased : Rows, shape (rows,)
        Pressure of sanctions below that of the start :math:`e`. [signed share]
    lost : Rows, shape (rows,)
        Arms control among the powers lost since the start :math:`l`. [signed share]
    attachment_base, attachment_lesson, attachment_alarm, attachment_impunity
        Parameter cards of those names.
    attachment_disorder
        Parameter cards of those names.
    attachment_rise, attachment_fall, nuclear_lesson
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that the lesson of Budapest stays is paper B, IV.1 (M129), against
    which stands that nuclear threats did not bring Ukraine down (M128). That sanctions
    which weaken take away a reason to give them up is paper B, IV.1 (M83); that an
    order without arms control leaves one's own arsenal is M130.
    """
    aim = attachment_base + nuclear_lesson * attachment_lesson * lesson
    aim = aim + attachment_alarm * np.maximum(0.0, alarm)
    aim = aim + attachment_impunity * np.maximum(0.0, eased)
    aim = np.minimum(1.0, aim + attachment_disorder * lost)
    return Terms(
        held=held,
        learned=np.maximum(0.0, aim - held) / attachment_rise,
        faded=-np.maximum(0.0, held - aim) / attachment_fall,
    )


def newness(in_office: Rows, *, newness_months: Rows) -> Terms:
    r"""How new an administration in Washington is.

    .. math:: b = 2^{-m / h_b}

    Parameters
    ----------
    in_office : Rows, shape (rows,)
        Months that the administration is in office :math:`m`. [months]
    newness_months
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        1 at the inauguration, then less. Between 0 and 1. [share]

    Notes
    -----
    Ours.
    """
    return Terms(new=np.exp(-_LN2 * in_office / newness_months))


def own_reasons(
    urge: Rows,
    completed: Rows,
    stress: Rows,
    patron: Rows,
    insecure: Rows,
    attached: Rows,
    *,
    posture_custom: Rows,
    urge_hardens: Rows,
    strength_softens: Rows,
    stress_scale: Rows,
    stress_talks: Rows,
    stress_presses: Rows,
    rally: Rows,
    clinging: Rows,
) -> Terms:
    r"""What its own force, economy and regime say for each line toward Washington.

    .. math:: \begin{aligned}
              U = {} & z_0 (0, 1, 1, 0.5) + z_u u (1, 0.4, -0.6, -1) \\
              & + z_c C (0, 0, 0.4, 1) + z_s n C (1 - P)(0, 0, 1, 1) \\
              & + z_h n (1 - C (1 - P))(1, 0.3, 0, 0) + z_i i (1, 0.3, -0.3, -0.5) \\
              & + z_n A (0, 0, -0.3, -1), \qquad n = \min(1, s / s_0)
              \end{aligned}

    Parameters
    ----------
    urge : Rows, shape (rows,)
        How loudly the unfinished deterrent asks to be tested :math:`u`. [share]
    completed : Rows, shape (rows,)
        How complete it is judged to be :math:`C`. [share]
    stress : Rows, shape (rows,)
        Shortfall of income :math:`s`. [share]
    patron : Rows, shape (rows,)
        Support by patrons :math:`P`. [share]
    insecure : Rows, shape (rows,)
        Insecurity of the regime :math:`i`. [share]
    attached : Rows, shape (rows,)
        Attachment to nuclear arms :math:`A`. [share]
    posture_custom, urge_hardens, strength_softens, stress_scale, stress_talks
        Parameter cards of those names.
    stress_presses, rally, clinging
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (postures, rows)
        Utility of pressure, a mixed line, an offer, a moratorium. [signed utility]

    Notes
    -----
    The causes are those of paper B, III and V; which lines each speaks for, and how
    much, is ours. Hardship speaks for talks where the deterrent is complete and no
    patron helps, else for pressure: the papers say both (Q01).
    """
    need = np.minimum(1.0, stress / stress_scale)
    ripe = completed * (1.0 - patron)
    custom = posture_custom + 0.0 * completed
    return Terms(
        custom=_on_postures(0.0, 1.0, 1.0, 0.5, custom),
        urge=_on_postures(1.0, 0.4, -0.6, -1.0, urge_hardens * urge),
        strength=_on_postures(0.0, 0.0, 0.4, 1.0, strength_softens * completed),
        need=_on_postures(0.0, 0.0, 1.0, 1.0, stress_talks * need * ripe),
        hardship=_on_postures(1.0, 0.3, 0.0, 0.0, stress_presses * need * (1.0 - ripe)),
        cohesion=_on_postures(1.0, 0.3, -0.3, -0.5, rally * insecure),
        attachment=_on_postures(0.0, 0.0, -0.3, -1.0, clinging * attached),
    )


def others_reasons(
    openness: Rows,
    completed: Rows,
    patron: Rows,
    attention: Rows,
    anger: Rows,
    new: Rows,
    punishment: Rows,
    talking: Rows,
    *,
    opening_invites: Rows,
    patron_hardens: Rows,
    attention_seeking: Rows,
    force_on_force: Rows,
    probing: Rows,
    test_deterrence: Rows,
    talks_lock: Rows,
) -> Terms:
    r"""What others do that speaks for each line toward Washington.

    .. math:: \begin{aligned}
              U = {} & z_o o (0.15 + 0.85 C)(-0.3, 0, 1, 1) + z_p P (0.5, 0, -1, -1) \\
              & + z_a (1 - a)(1 - P)(1, 0.5, 0, 0) + z_f f (1, 0.3, -0.5, -0.5) \\
              & + z_b b (1, 0, 0, 0) - w_D D (1, 0.3, 0, 0) + z_t t (0, 0.3, 1, 1)
              \end{aligned}

    Parameters
    ----------
    openness : Rows, shape (rows,)
        Washington's readiness for talks of leaders, with others' good offices
        :math:`o`. [share]
    completed : Rows, shape (rows,)
        How complete its own deterrent is judged to be :math:`C`. [share]
    patron : Rows, shape (rows,)
        Support by patrons :math:`P`. [share]
    attention : Rows, shape (rows,)
        Share of Washington's attention :math:`a`. [share]
    anger : Rows, shape (rows,)
        Recent sanctions and pressure :math:`f`. [news]
    new : Rows, shape (rows,)
        How new the administration is :math:`b`. [share]
    punishment : Rows, shape (rows,)
        Punishment that is expected :math:`D`. [share]
    talking : Rows, shape (rows,)
        1 while talks are under way :math:`t`. [0 or 1]
    opening_invites, patron_hardens, attention_seeking, force_on_force, probing
        Parameter cards of those names.
    test_deterrence, talks_lock
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (postures, rows)
        Utility of pressure, a mixed line, an offer, a moratorium. [signed utility]

    Notes
    -----
    The causes are those of paper B, III to V; which lines each speaks for, and how
    much, is ours. An opening counts in full once the deterrent is complete.
    """
    invited = _FOR_ITSELF + (1.0 - _FOR_ITSELF) * completed
    unseen = (1.0 - attention) * (1.0 - patron)
    return Terms(
        opening=_on_postures(-0.3, 0.0, 1.0, 1.0, opening_invites * openness * invited),
        patron=_on_postures(0.5, 0.0, -1.0, -1.0, patron_hardens * patron),
        attention=_on_postures(1.0, 0.5, 0.0, 0.0, attention_seeking * unseen),
        anger=_on_postures(1.0, 0.3, -0.5, -0.5, force_on_force * anger),
        probe=_on_postures(1.0, 0.0, 0.0, 0.0, probing * new),
        deterrence=_on_postures(-1.0, -0.3, 0.0, 0.0, test_deterrence * punishment),
        talks=_on_postures(0.0, 0.3, 1.0, 1.0, talks_lock * talking),
    )


def learned_reasons(
    learned_pressure: Rows,
    learned_diplomacy: Rows,
    ignored: Rows,
    *,
    disappointment: Rows,
) -> Terms:
    r"""What experience says for each line toward Washington.

    .. math:: U = l_p (1, 0, 0, 0) + l_d (0, 0, 1, 1) + z_x x (0.3, 0, -1, -1)

    Parameters
    ----------
    learned_pressure : Rows, shape (rows,)
        Learned worth of pressure :math:`l_p`. [signed utility]
    learned_diplomacy : Rows, shape (rows,)
        Learned worth of diplomacy :math:`l_d`. [signed utility]
    ignored : Rows, shape (rows,)
        Offers and restraint that went unanswered :math:`x`. [share]
    disappointment
        Parameter card of that name.

    Returns
    -------
    Terms, shape (postures, rows)
        Utility of pressure, a mixed line, an offer, a moratorium. [signed utility]

    Notes
    -----
    Ours in form; what was learned is paper B, IV.2 (M126), what went unanswered III.0
    (M103).
    """
    return Terms(
        learned=_on_postures(1.0, 0.0, 0.0, 0.0, learned_pressure)
        + _on_postures(0.0, 0.0, 1.0, 1.0, learned_diplomacy),
        unanswered=_on_postures(0.3, 0.0, -1.0, -1.0, disappointment * ignored),
    )


def posture_review(news: Rows, *, review_months: Rows, review_of_news: Rows) -> Terms:
    r"""Chance that the line is thought over this month.

    .. math:: h = 1 - e^{-(1 / \tau_r + \beta n)}

    Parameters
    ----------
    news : Rows, shape (rows,)
        What has happened between the two: failures, deals, resolutions, inaugurations
        :math:`n`. [news]
    review_months, review_of_news
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: a line persists until there is a reason, or time, to think about it.
    """
    return Terms(chance=1.0 - np.exp(-(1.0 / review_months + review_of_news * news)))


def posture(current: Rows, choice: Rows, reviewed: Rows) -> Terms:
    r"""The line toward the United States from now on.

    .. math:: p' = p (1 - r) + c\, r

    Parameters
    ----------
    current : Rows, shape (postures, rows)
        1 at the line so far :math:`p`. [0 or 1]
    choice : Rows, shape (postures, rows)
        1 at the line that would be chosen :math:`c`. [0 or 1]
    reviewed : Rows, shape (rows,)
        1 where it is thought over :math:`r`. [0 or 1]

    Returns
    -------
    Terms, shape (postures, rows)
        1 at the line taken, 0 elsewhere. [0 or 1]

    Notes
    -----
    Ours.
    """
    return Terms(kept=current * (1.0 - reviewed), changed=choice * reviewed)


def payoff(
    attention_news: Rows,
    relief_news: Rows,
    met: Rows,
    adopted: Rows,
    trust_news: Rows,
    *,
    payoff_attention: Rows,
    payoff_relief: Rows,
    payoff_status: Rows,
    payoff_sanctions: Rows,
    payoff_trust: Rows,
) -> Terms:
    r"""What the month brought North Korea.

    .. math:: y = y_a \Delta a + y_r \Delta r + y_m m - y_s s + y_t \Delta \tau

    Parameters
    ----------
    attention_news : Rows, shape (rows,)
        Change of Washington's attention :math:`\Delta a`. [signed share]
    relief_news : Rows, shape (rows,)
        Change of income and relief :math:`\Delta r`. [signed share]
    met : Rows, shape (rows,)
        1 where talks opened, -1 where they failed :math:`m`. [signed share]
    adopted : Rows, shape (rows,)
        1 where a resolution was adopted :math:`s`. [0 or 1]
    trust_news : Rows, shape (rows,)
        Change of Washington's trust :math:`\Delta \tau`. [signed share]
    payoff_attention, payoff_relief, payoff_status, payoff_sanctions, payoff_trust
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Of either sign. [signed utility]

    Notes
    -----
    Ours; that access to a president is what pressure was seen to bring is paper B, IV.2
    (M126). A failed summit takes back what a summit gave.
    """
    return Terms(
        attention=payoff_attention * attention_news,
        relief=payoff_relief * relief_news,
        status=payoff_status * met,
        sanctions=-payoff_sanctions * adopted,
        trust=payoff_trust * trust_news,
    )


def remembered(trace: Rows, act: Rows, *, credit_months: Rows) -> Terms:
    r"""Trace of past acts of a kind, a month later.

    .. math:: e' = f e + (1 - f e)\, x, \qquad f = 2^{-1 / h_c}

    Parameters
    ----------
    trace : Rows, shape (rows,)
        Trace of past acts of a kind :math:`e`. [share]
    act : Rows, shape (rows,)
        How far the month was of that kind :math:`x`. [share]
    credit_months
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours: an act fades from mind, and is credited with what follows only while it is
    there.
    """
    faded = np.exp(-_LN2 / credit_months) * trace
    return Terms(faded=faded, fresh=(1.0 - faded) * act)


def learned(
    worth: Rows,
    trace: Rows,
    gained: Rows,
    *,
    learning_rate: Rows,
    learned_forgetting: Rows,
    payoff_learning: Rows,
) -> Terms:
    r"""What experience says of a kind of act, a month later.

    .. math:: l' = l + \sigma \alpha e y - (1 - 2^{-1 / h_l})\, l

    Parameters
    ----------
    worth : Rows, shape (rows,)
        Worth learned so far :math:`l`. [signed utility]
    trace : Rows, shape (rows,)
        Trace of past acts of the kind :math:`e`. [share]
    gained : Rows, shape (rows,)
        What the month brought :math:`y`. [signed utility]
    learning_rate, learned_forgetting, payoff_learning
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between -2 and 2. [signed utility]

    Notes
    -----
    Learning from what followed, in the sense of experiential learning; form and sizes
    are ours. What Singapore taught Hanoi can unteach.

    References
    ----------
    [Levy1994].
    """
    return Terms.bounded(
        -MOST_LEARNED,
        MOST_LEARNED,
        held=worth,
        lesson=payoff_learning * learning_rate * trace * gained,
        forgotten=-(1.0 - np.exp(-_LN2 / learned_forgetting)) * worth,
    )


def unanswered(
    trace: Rows,
    offering: Rows,
    answered: Rows,
    failed: Rows,
    *,
    ignored_rate: Rows,
    disappointment_half_life: Rows,
) -> Terms:
    r"""Disappointment with offers and restraint, a month later.

    .. math:: x' = \phi x + (1 - \phi x) \max(f, x_i o (1 - a)), \qquad
              \phi = 2^{-1 / h_x}

    Parameters
    ----------
    trace : Rows, shape (rows,)
        Disappointment so far :math:`x`. [share]
    offering : Rows, shape (rows,)
        1 under an offer or a moratorium :math:`o`. [share]
    answered : Rows, shape (rows,)
        1 while talks are under way or a deal is in force :math:`a`. [share]
    failed : Rows, shape (rows,)
        1 where talks ended without a deal :math:`f`. [0 or 1]
    ignored_rate, disappointment_half_life
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that gestures without an answer end is paper B, III.0 (M103), that
    refused offers turn to offense paper B, III.1(2) (M111).
    """
    faded = np.exp(-_LN2 / disappointment_half_life) * trace
    ignored = ignored_rate * offering * (1.0 - answered)
    return Terms(
        faded=faded,
        ignored=(1.0 - faded) * (1.0 - failed) * ignored,
        failed=(1.0 - faded) * failed,
    )
