"""Crisis: how a quarrel between the camps breaks out, climbs a step, or calms."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.terms import Rows, Terms

__all__ = [
    "calm",
    "climb",
    "crisis_level",
    "crisis_risk",
    "dialogue_channel",
    "struck_act",
    "tension",
]

_LN2 = float(np.log(2.0))  # a plain float: a NumPy one would make all of it float64

STEPS = ("none", "dispute", "show of force", "use of force", "clash", "war")
"""The steps of a crisis, 0 to 5, after the hostility levels of [BrecherWilkenfeld1997];
the coding is ours."""

_GRAVEST = 5.0
_FORCE_USED = 3.0
_FORCE_SHOWN = 2.0

CARDS = deck(
    card(
        "channel_half_life",
        18.0,
        6.0,
        48.0,
        symbol="h_k",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="half-life with which channels open and close",
    ),
    card(
        "channel_of_blocs",
        0.8,
        0.0,
        2.0,
        symbol="k_p",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M57)",
        meaning="how hardening blocs close channels",
    ),
    card(
        "channel_of_crisis",
        0.08,
        0.0,
        0.3,
        symbol="k_x",
        unit="1/month",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M57)",
        meaning="share of a channel that a month of war-like crisis cuts",
    ),
    card(
        "channel_of_dialogue",
        0.3,
        0.0,
        0.8,
        symbol="k_d",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(2) (M151)",
        meaning="share of what is missing that dialogue opens",
    ),
    card(
        "channel_of_forum",
        0.4,
        0.0,
        0.8,
        symbol="k_f",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M158)",
        meaning="share of what is missing that a security dialogue of all opens",
    ),
    card(
        "engagement_floor",
        0.4,
        0.0,
        0.8,
        symbol="k_e",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M160)",
        meaning="openness that conditional engagement keeps at least, or the usual one "
        "if that is more",
    ),
    card(
        "conditional_engagement",
        0.0,
        0.0,
        1.0,
        symbol="e",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M160): a lever, off unless pulled",
        meaning="how far Seoul keeps its lines to the other camp open on conditions",
    ),
    card(
        "crisis_rate",
        0.15,
        0.03,
        0.4,
        symbol="x_0",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="crises a year in a pair at the tension of the start, with open "
        "channels",
    ),
    card(
        "crisis_of_tension",
        1.5,
        0.0,
        3.0,
        symbol="x_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours",
        meaning="how tension makes crises likelier",
    ),
    card(
        "crisis_of_acts",
        2.0,
        0.0,
        5.0,
        symbol="x_a",
        unit="per act unit",
        basis="assumed",
        source="ours",
        meaning="how military acts do",
    ),
    card(
        "crisis_of_channel",
        1.0,
        0.0,
        2.0,
        symbol="x_k",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M58)",
        meaning="how closed channels do",
    ),
    card(
        "crisis_of_blocs",
        0.5,
        0.0,
        2.0,
        symbol="x_p",
        unit="per unit of polarization",
        basis="assumed",
        source="ours, after paper B, II (M96)",
        meaning="how hardening blocs do: quarrels elsewhere become theirs",
    ),
    card(
        "climb_rate",
        0.04,
        0.01,
        0.12,
        symbol="c_0",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="rate at which a crisis climbs a step",
    ),
    card(
        "climb_of_tension",
        1.0,
        0.0,
        3.0,
        symbol="c_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours",
        meaning="how tension makes it climb",
    ),
    card(
        "climb_of_silence",
        1.0,
        0.0,
        2.0,
        symbol="c_k",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M58)",
        meaning="how closed channels do: resolve is misread",
    ),
    card(
        "climb_of_fear",
        1.5,
        0.0,
        3.0,
        symbol="c_f",
        unit="1",
        basis="assumed",
        source="ours, after [Schelling1966]",
        meaning="how fear of the next step holds it back",
    ),
    card(
        "calm_rate",
        0.35,
        0.1,
        0.6,
        symbol="a_0",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="rate at which a crisis calms by a step",
    ),
    card(
        "calm_of_channel",
        0.5,
        0.0,
        1.5,
        symbol="a_k",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M58)",
        meaning="how open channels calm",
    ),
    card(
        "calm_of_mediation",
        0.3,
        0.0,
        1.0,
        symbol="a_m",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="how Chinese mediation calms",
    ),
    card(
        "calm_of_forum",
        0.5,
        0.0,
        1.5,
        symbol="a_f",
        unit="1",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M158)",
        meaning="how a security dialogue of all calms",
    ),
    card(
        "attack_salience",
        0.5,
        0.0,
        1.0,
        symbol="y_a",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud a limited attack is as an act",
    ),
    card(
        "crisis_salience",
        0.05,
        0.0,
        0.2,
        symbol="y_x",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud each step of a crisis beyond a show of force is",
    ),
    mechanism(
        "severed_channels",
        "hardening blocs and crises close lines of communication",
        source="paper A, IV.p2 (M57, M58)",
    ),
)


def _held(worth: Rows) -> Rows:
    """Return an exponent within limits, so that its exponential stays a number."""
    return np.minimum(np.maximum(worth, -4.0), 3.0)


def dialogue_channel(
    heard: Rows,
    usual: Rows,
    polarized_news: Rows,
    level: Rows,
    dialogue: Rows,
    forum: Rows,
    seoul: Rows,
    eased: Rows,
    *,
    channel_half_life: Rows,
    channel_of_blocs: Rows,
    channel_of_crisis: Rows,
    channel_of_dialogue: Rows,
    channel_of_forum: Rows,
    engagement_floor: Rows,
    conditional_engagement: Rows,
    severed_channels: Rows,
) -> Terms:
    r"""How open each line of communication across the camps is, a month later.

    .. math:: k' = k + (1 - 2^{-1 / h_k}) (g + z e \max(0, \max(k_e, k_0) - g) - k)
              - \sigma k_x \tfrac{x}{5} k, \quad g = k_0 e^{-\sigma k_p (1 - z l)
              \max(0, \Delta P)} + (k_d d + k_f F)(1 - k_0)

    Parameters
    ----------
    heard : Rows, shape (dyads, rows)
        How open the line is :math:`k`. [share]
    usual : Rows, shape (dyads, 1)
        How open it usually is :math:`k_0`. [share]
    polarized_news : Rows, shape (rows,)
        Polarization of the blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    level : Rows, shape (dyads, rows)
        Step of the pair's crisis :math:`x`. [steps]
    dialogue : Rows, shape (dyads, rows)
        Talks or good offices between the two :math:`d`. [share]
    forum : Rows, shape (rows,)
        Participation in a security dialogue of all :math:`F`. [share]
    seoul : Rows, shape (dyads, 1)
        1 where the line is Seoul's :math:`z`. [0 or 1]
    eased : Rows, shape (rows,)
        How far Seoul's balancing takes the blocs' pressure off :math:`l`. [share]
    channel_half_life, channel_of_blocs, channel_of_crisis, channel_of_dialogue
        Parameter cards of those names.
    channel_of_forum, engagement_floor, conditional_engagement, severed_channels
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (dyads, rows)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that blocs close channels is paper A, IV.p2 (M57), that dialogue opens
    them its remedy (M158, M160): engagement closes the gap to what it keeps at least.
    """
    rate = 1.0 - np.exp(-_LN2 / channel_half_life)
    hardened = severed_channels * channel_of_blocs * np.maximum(0.0, polarized_news)
    closed = usual * (np.exp(-hardened * (1.0 - seoul * eased)) - 1.0)
    talked = channel_of_dialogue * dialogue * (1.0 - usual)
    met = channel_of_forum * forum * (1.0 - usual)
    kept = np.maximum(engagement_floor, usual) - (usual + closed + talked + met)
    engaged = seoul * conditional_engagement * np.maximum(0.0, kept)
    return Terms.bounded(
        0.0,
        1.0,
        held=heard * (1.0 - rate),
        custom=rate * usual,
        blocs=rate * closed,
        dialogue=rate * talked,
        forum=rate * met,
        engagement=rate * engaged,
        crisis=-severed_channels * channel_of_crisis * level / _GRAVEST * heard,
    )


def tension(one: Rows, other: Rows, first: Rows) -> Terms:
    r"""Tension of each pair beyond what it was at the start.

    .. math:: \Delta t = \sqrt{T_i T_j} - t_0

    Parameters
    ----------
    one : Rows, shape (dyads, rows)
        Threat that one side feels from the other :math:`T_i`. [threat]
    other : Rows, shape (dyads, rows)
        Threat that the other feels :math:`T_j`. [threat]
    first : Rows, shape (dyads, rows)
        Tension at the start :math:`t_0`. [threat]

    Returns
    -------
    Terms, shape (dyads, rows)
        Of either sign. [signed threat]

    Notes
    -----
    The geometric mean is ours: it takes two to be tense.
    """
    return Terms(felt=np.sqrt(one * other), start=-first)


def crisis_risk(
    tense: Rows,
    first: Rows,
    acts: Rows,
    heard: Rows,
    attacked: Rows,
    polarized_news: Rows,
    *,
    crisis_rate: Rows,
    crisis_of_tension: Rows,
    crisis_of_acts: Rows,
    crisis_of_channel: Rows,
    crisis_of_blocs: Rows,
) -> Terms:
    r"""Chance that a crisis breaks out in each pair this month.

    .. math:: h = 1 - (1 - y) \exp\left(-\tfrac{1}{12} x_0 \min(1, t_0)
             \, e^{x_T \Delta t + x_a a + x_k (1 - k) + x_p \Delta P}\right)

    Parameters
    ----------
    tense : Rows, shape (dyads, rows)
        Tension beyond the start :math:`\Delta t`. [signed threat]
    first : Rows, shape (dyads, rows)
        Tension at the start :math:`t_0`. [threat]
    acts : Rows, shape (dyads, rows)
        Both sides' military acts :math:`a`. [act units]
    heard : Rows, shape (dyads, rows)
        How open the line is :math:`k`. [share]
    attacked : Rows, shape (dyads, rows)
        1 where one attacks the other :math:`y`. [0 or 1]
    polarized_news : Rows, shape (rows,)
        Polarization of the blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    crisis_rate, crisis_of_tension, crisis_of_acts, crisis_of_channel, crisis_of_blocs
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (dyads, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form: who was hardly tense at the start has few crises. Stages as in the
    study of crises; sizes are ours. That hard blocs carry a quarrel to other places is
    paper B, II (M96).

    References
    ----------
    [BrecherWilkenfeld1997].
    """
    worse = crisis_of_tension * tense + crisis_of_acts * acts
    worse = worse + crisis_of_channel * (1.0 - heard)
    worse = _held(worse + crisis_of_blocs * polarized_news)
    rate = crisis_rate / 12.0 * np.minimum(1.0, first) * np.exp(worse)
    quiet = np.exp(-rate)
    return Terms(tension=1.0 - quiet, attack=quiet * attacked)


def climb(
    level: Rows,
    tense: Rows,
    heard: Rows,
    hurt: Rows,
    *,
    climb_rate: Rows,
    climb_of_tension: Rows,
    climb_of_silence: Rows,
    climb_of_fear: Rows,
) -> Terms:
    r"""Chance that a crisis climbs a step this month.

    .. math:: h = 1 - \exp\left(-c_0 e^{c_T \Delta t + c_k (1 - k)
              - c_f v x / 5}\right)

    Parameters
    ----------
    level : Rows, shape (dyads, rows)
        Step of the pair's crisis :math:`x`. [steps]
    tense : Rows, shape (dyads, rows)
        Tension beyond the start :math:`\Delta t`. [signed threat]
    heard : Rows, shape (dyads, rows)
        How open the line is :math:`k`. [share]
    hurt : Rows, shape (dyads, rows)
        How much a war would hurt :math:`v`. [share]
    climb_rate, climb_of_tension, climb_of_silence, climb_of_fear
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (dyads, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that silence makes each side misread the other's resolve is paper A,
    IV.p2 (M58), that the shared risk of war holds both back is Schelling.

    References
    ----------
    [Schelling1966] for competition in taking risks.
    """
    fear = climb_of_fear * hurt * level / _GRAVEST
    worse = _held(climb_of_tension * tense + climb_of_silence * (1.0 - heard) - fear)
    return Terms(chance=1.0 - np.exp(-climb_rate * np.exp(worse)))


def calm(
    level: Rows,
    heard: Rows,
    mediation: Rows,
    forum: Rows,
    *,
    calm_rate: Rows,
    calm_of_channel: Rows,
    calm_of_mediation: Rows,
    calm_of_forum: Rows,
) -> Terms:
    r"""Chance that a crisis calms by a step this month.

    .. math:: h = 1 - \exp\left(-a_0 (1 - \tfrac{x}{10})\, e^{a_k k + a_m m
              + a_f F}\right)

    Parameters
    ----------
    level : Rows, shape (dyads, rows)
        Step of the pair's crisis :math:`x`. [steps]
    heard : Rows, shape (dyads, rows)
        How open the line is :math:`k`. [share]
    mediation : Rows, shape (rows,)
        Mediation by China :math:`m`. [share]
    forum : Rows, shape (rows,)
        Participation in a security dialogue of all :math:`F`. [share]
    calm_rate, calm_of_channel, calm_of_mediation, calm_of_forum
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (dyads, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: the higher a crisis has climbed, the harder it is to come down.
    """
    better = calm_of_channel * heard + calm_of_mediation * mediation
    better = np.exp(better + calm_of_forum * forum)
    slower = 1.0 - level / (2.0 * _GRAVEST)
    return Terms(chance=1.0 - np.exp(-calm_rate * slower * better))


def crisis_level(
    level: Rows, risk: Rows, climbing: Rows, calming: Rows, attacked: Rows, luck: Rows
) -> Terms:
    r"""Step of each pair's crisis, a month later.

    .. math:: x' = x + [x = 0][u > 1 - h_0] + [x > 0] \cdot ([u > 1 - h_1]
              - [u < h_2 (1 - h_1)]), \quad y = 1 \Rightarrow x' \ge 3

    Parameters
    ----------
    level : Rows, shape (dyads, rows)
        Step so far :math:`x`; 0 is none. [steps]
    risk : Rows, shape (dyads, rows)
        Chance that a crisis breaks out :math:`h_0`. [share]
    climbing : Rows, shape (dyads, rows)
        Chance that it climbs :math:`h_1`. [share]
    calming : Rows, shape (dyads, rows)
        Chance that it calms :math:`h_2`. [share]
    attacked : Rows, shape (dyads, rows)
        1 where one attacks the other :math:`y`. [0 or 1]
    luck : Rows, shape (dyads, rows)
        Luck of the month, high for worse :math:`u`. [luck]

    Returns
    -------
    Terms, shape (dyads, rows)
        A month later, between 0 and 5. [steps]

    Notes
    -----
    Ours: one draw, so that what makes a crisis worse never makes it better in any run.
    An attack is a use of force.
    """
    going = np.heaviside(level, 0.0)
    worse = np.minimum(1.0, _GRAVEST - level)
    begins = (1.0 - going) * np.heaviside(luck - (1.0 - risk), 0.0)
    climbs = going * worse * np.heaviside(luck - (1.0 - climbing), 0.0)
    calms = going * np.heaviside(calming * (1.0 - climbing) - luck, 0.0)
    step = level + begins + climbs - np.minimum(calms, level)
    return Terms(
        held=level,
        begins=begins,
        climbs=climbs,
        calms=-np.minimum(calms, level),
        attack=attacked * np.maximum(0.0, _FORCE_USED - step),
    )


def struck_act(
    attacked: Rows, level: Rows, *, attack_salience: Rows, crisis_salience: Rows
) -> Terms:
    r"""Attacks and crises as an act that others see.

    .. math:: s = y_a y + y_x \max(0, x - 2)

    Parameters
    ----------
    attacked : Rows, shape (rows,)
        1 where the state attacks another this month :math:`y`. [0 or 1]
    level : Rows, shape (rows,)
        Highest step of the state's crises :math:`x`. [steps]
    attack_salience, crisis_salience
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act, not negative. [act units]

    Notes
    -----
    Ours.
    """
    return Terms(
        attack=attack_salience * attacked,
        crisis=crisis_salience * np.maximum(0.0, level - _FORCE_SHOWN),
    )
