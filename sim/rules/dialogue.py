"""Dialogue: a security dialogue of the six, and the room of a middle power."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = [
    "assurance",
    "confidence",
    "forum",
    "forum_wanted",
    "leeway",
    "network",
    "outreach",
    "room",
]

CARDS = deck(
    card(
        "forum_effort",
        0.0,
        0.0,
        1.0,
        symbol="e",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M158): a lever, off unless pulled",
        meaning="effort for a security dialogue of the six and others, on transparency "
        "and not on disarmament",
    ),
    card(
        "forum_verification",
        0.0,
        0.0,
        1.0,
        symbol="v",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M159): a lever, off unless pulled",
        meaning="how far what is agreed in the dialogue is verified",
    ),
    card(
        "forum_of_blocs",
        0.8,
        0.0,
        2.0,
        symbol="f_p",
        unit="share per unit of polarization",
        basis="assumed",
        source="ours: paper A, IV.p2 leaves open who would come (Q21)",
        meaning="participation that fully hardened blocs refuse",
    ),
    card(
        "forum_of_crises",
        0.5,
        0.0,
        1.0,
        symbol="f_x",
        unit="share",
        basis="assumed",
        source="ours: paper A, IV.p2 leaves open who would come (Q21)",
        meaning="participation that the gravest crisis ends",
    ),
    card(
        "forum_rise",
        12.0,
        6.0,
        36.0,
        symbol=r"\tau_u",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which the dialogue is built",
    ),
    card(
        "forum_fall",
        4.0,
        1.0,
        12.0,
        symbol=r"\tau_d",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which it falls apart",
    ),
    card(
        "confidence_months",
        48.0,
        24.0,
        120.0,
        symbol=r"\tau_c",
        unit="months",
        basis="assumed",
        source="ours; that it is the slow part is paper A, IV.p2 (M159)",
        meaning="time over which a verified dialogue builds confidence",
    ),
    card(
        "conciliation_of_confidence",
        0.05,
        0.0,
        0.2,
        symbol="y_c",
        unit="act units",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M159)",
        meaning="how plain a month of verified openness is as a costly signal",
    ),
    card(
        "active_balancing",
        0.0,
        0.0,
        1.0,
        symbol="b",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M161): a lever, off unless pulled",
        meaning="how far Seoul deals with all sides at once without leaving its "
        "alliance",
    ),
    card(
        "leeway_of_blocs",
        4.0,
        0.0,
        10.0,
        symbol="h_p",
        unit="per unit of polarization",
        basis="assumed",
        source="ours; that hard blocs leave less to balance is our reading of paper A, "
        "IV.p3 (M68)",
        meaning="how hardening blocs wear such diplomacy down",
    ),
    card(
        "squeeze",
        1.0,
        0.0,
        3.0,
        symbol="r_p",
        unit="share per unit of polarization",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M68)",
        meaning="room for maneuver that hardening blocs take from Seoul",
    ),
    card(
        "room_of_channels",
        0.5,
        0.0,
        1.5,
        symbol="r_k",
        unit="share per share",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M164)",
        meaning="room that open lines to Pyongyang, Moscow and Beijing give",
    ),
    card(
        "room_of_balancing",
        0.2,
        0.0,
        0.5,
        symbol="r_b",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M161)",
        meaning="room that dealing with all sides wins back",
    ),
    card(
        "room_months",
        12.0,
        3.0,
        36.0,
        symbol=r"\tau_r",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which room for maneuver follows",
    ),
    card(
        "outreach_of_room",
        1.0,
        0.0,
        2.0,
        symbol="w",
        unit="1",
        basis="assumed",
        source="ours, after paper A, IV.p2 and IV.p3 (M68, M164)",
        meaning="how Seoul's words carry further with more room than at the start",
    ),
    card(
        "middle_power_network",
        0.0,
        0.0,
        1.0,
        symbol="m",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M163): a lever, off unless pulled",
        meaning="effort for a standing network of middle powers",
    ),
    card(
        "network_months",
        36.0,
        12.0,
        84.0,
        symbol=r"\tau_n",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which such a network comes and goes",
    ),
)


def forum_wanted(
    polarized: Rows,
    turmoil: Rows,
    *,
    forum_effort: Rows,
    forum_of_blocs: Rows,
    forum_of_crises: Rows,
) -> Terms:
    r"""Participation that a security dialogue of the six would find.

    .. math:: F^* = e\,(1 - f_p \max(0, P) - f_x s)

    Parameters
    ----------
    polarized : Rows, shape (rows,)
        Polarization of the blocs :math:`P`. [signed share]
    turmoil : Rows, shape (rows,)
        How far the gravest crisis has gone :math:`s`. [share]
    forum_effort, forum_of_blocs, forum_of_crises
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: paper A, IV.p2 (M158) asks for the dialogue and leaves open who would come
    (Q21). Effort cannot make up for blocs that will not meet.
    """
    hard = forum_of_blocs * np.maximum(0.0, polarized)
    return Terms.bounded(
        0.0,
        1.0,
        effort=forum_effort + 0.0 * turmoil,
        blocs=-forum_effort * hard,
        crises=-forum_effort * forum_of_crises * turmoil,
    )


def forum(held: Rows, wanted: Rows, *, forum_rise: Rows, forum_fall: Rows) -> Terms:
    r"""Participation in the security dialogue, a month later.

    .. math:: F' = F + (1 - e^{-1/\tau_u}) \max(0, F^* - F)
              - (1 - e^{-1/\tau_d}) \max(0, F - F^*)

    Parameters
    ----------
    held : Rows, shape (rows,)
        Participation so far :math:`F`. [share]
    wanted : Rows, shape (rows,)
        What it would find :math:`F^*`. [share]
    forum_rise, forum_fall
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours: slow to build and quick to fall, the other way round than an alliance's
    institutions, because anybody may stay away.
    """
    return Terms(
        held=held,
        built=(1.0 - np.exp(-1.0 / forum_rise)) * np.maximum(0.0, wanted - held),
        fallen=-(1.0 - np.exp(-1.0 / forum_fall)) * np.maximum(0.0, held - wanted),
    )


def confidence(
    held: Rows, met: Rows, *, forum_verification: Rows, confidence_months: Rows
) -> Terms:
    r"""Confidence from a lasting and verified dialogue, a month later.

    .. math:: C' = C + (v F - C) / \tau_c

    Parameters
    ----------
    held : Rows, shape (rows,)
        Confidence so far :math:`C`. [share]
    met : Rows, shape (rows,)
        Participation in the dialogue :math:`F`. [share]
    forum_verification, confidence_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that repeated verification builds trust step by step is paper A, IV.p2
    (M159). Without verification a dialogue is talk: it opens lines and no more.
    """
    rate = 1.0 / confidence_months
    return Terms(
        held=held * (1.0 - rate),
        verified=rate * forum_verification * met,
    )


def assurance(
    confident: Rows, *, conciliation_of_confidence: Rows, costly_signals: Rows
) -> Terms:
    r"""Verified openness as an act of each of the six that the others see.

    .. math:: y = \sigma y_c C

    Parameters
    ----------
    confident : Rows, shape (rows,)
        Confidence :math:`C`. [share]
    conciliation_of_confidence, costly_signals
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act, not negative. [act units]

    Notes
    -----
    Ours: to let oneself be inspected costs something, so it is believed like any other
    conciliation, of everybody who takes part alike.

    References
    ----------
    [Kydd2005] for costly signals.
    """
    return Terms(openness=costly_signals * conciliation_of_confidence * confident)


def leeway(
    polarized_news: Rows, *, active_balancing: Rows, leeway_of_blocs: Rows
) -> Terms:
    r"""How far Seoul's balancing takes the blocs' pressure off.

    .. math:: l = b\, e^{-h_p \max(0, \Delta P)}

    Parameters
    ----------
    polarized_news : Rows, shape (rows,)
        Polarization of the blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    active_balancing, leeway_of_blocs
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: dealing with all sides buffers escalation (paper A, IV.p3; M161), and less so
    once the sides have hardened.
    """
    hardened = np.exp(-leeway_of_blocs * np.maximum(0.0, polarized_news))
    return Terms(balancing=active_balancing * hardened)


def room(
    held: Rows,
    first: Rows,
    polarized_news: Rows,
    opened: Rows,
    eased: Rows,
    *,
    squeeze: Rows,
    room_of_channels: Rows,
    room_of_balancing: Rows,
    room_months: Rows,
) -> Terms:
    r"""Seoul's room for maneuver between the blocs, a month later.

    .. math:: R' = R + (R_0 - r_p (1 - l) \max(0, \Delta P) + r_k \Delta k + r_b l
              - R)/\tau_r

    Parameters
    ----------
    held : Rows, shape (rows,)
        Room so far :math:`R`. [share]
    first : Rows, shape (rows,)
        Room in the base year :math:`R_0`. [share]
    polarized_news : Rows, shape (rows,)
        Polarization of the blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    opened : Rows, shape (rows,)
        How much more open its lines to Pyongyang, Moscow and Beijing are than usual,
        in the mean :math:`\Delta k`. [signed share]
    eased : Rows, shape (rows,)
        How far its balancing takes the pressure off :math:`l`. [share]
    squeeze, room_of_channels, room_of_balancing, room_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours in form; that parallel blocs squeeze middle powers is paper A, IV.p3 (M68),
    that an alliance with open lines keeps autonomy IV.p2 (M164).
    """
    rate = 1.0 / room_months
    pressed = squeeze * np.maximum(0.0, polarized_news)
    return Terms.bounded(
        0.0,
        1.0,
        held=held * (1.0 - rate),
        custom=rate * first,
        squeeze=-rate * (1.0 - eased) * pressed,
        channels=rate * room_of_channels * opened,
        balancing=rate * room_of_balancing * eased,
    )


def outreach(
    will: Rows, rebuffed: Rows, room_news: Rows, *, outreach_of_room: Rows
) -> Terms:
    r"""How far Seoul's will to talk reaches the North.

    .. math:: d' = d (1 - p)(1 + w \Delta R)

    Parameters
    ----------
    will : Rows, shape (rows,)
        Seoul's will to talk with the North :math:`d`. [share]
    rebuffed : Rows, shape (rows,)
        1 while North Korea keeps to pressure :math:`p`. [0 or 1]
    room_news : Rows, shape (rows,)
        Room for maneuver less what it was at the start :math:`\Delta R`.
        [signed share]
    outreach_of_room
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: who may speak for nobody but its bloc is not worth talking to (paper A, IV.p3;
    M68). With ``outreach_of_room`` 0 the will alone counts.
    """
    spoken = will * (1.0 - rebuffed)
    return Terms.bounded(
        0.0, 1.0, will=spoken, room=spoken * outreach_of_room * room_news
    )


def network(held: Rows, *, middle_power_network: Rows, network_months: Rows) -> Terms:
    r"""How far middle powers stand together, a month later.

    .. math:: n' = n + (m - n) / \tau_n

    Parameters
    ----------
    held : Rows, shape (rows,)
        How far they stand together :math:`n`. [share]
    middle_power_network, network_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1. [share]

    Notes
    -----
    Ours: it grows slowly and binds nobody (paper A, IV.p3; M163).
    """
    rate = 1.0 / network_months
    return Terms(held=held * (1.0 - rate), joined=rate * middle_power_network)
