"""Threat: what others could do, weighed by what they are thought to want."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = ["exposure", "nuclear_threat", "second_strike", "threat", "vulnerability"]

CARDS = deck(
    card(
        "offense_balance",
        1.0,
        0.5,
        2.0,
        symbol="w",
        unit="1",
        basis="assumed",
        source="form from [Jervis1978]; value ours",
        meaning="weight of the attacker's power against the defender's: above 1 "
        "offense has the advantage",
    ),
    card(
        "margin",
        0.0,
        0.0,
        1.0,
        symbol="a",
        unit="share",
        basis="assumed",
        source="form from [Mearsheimer2001]; value ours",
        meaning="margin of superiority that a state wants before it feels safe",
        each=STATES,
    ),
    card(
        "absolute_weight",
        0.25,
        0.0,
        1.0,
        symbol=r"\eta",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="weight of absolute against relative vulnerability: with a purely "
        "relative form arming always helps the armer and there is no dilemma",
        each=STATES,
    ),
    card(
        "unacceptable_power",
        dict(zip(STATES, (150.0, 1500.0, 3000.0, 500.0, 500.0, 2000.0), strict=True)),
        dict(zip(STATES, (75.0, 750.0, 1500.0, 250.0, 250.0, 1000.0), strict=True)),
        dict(zip(STATES, (300.0, 3000.0, 6000.0, 1000.0, 1000.0, 4000.0), strict=True)),
        symbol="u",
        unit="bn US$",
        basis="assumed",
        source="ours",
        meaning="power at the front at which absolute vulnerability reaches 63%",
    ),
    card(
        "hostage_weight",
        0.3,
        0.0,
        1.0,
        symbol="x_h",
        unit="1",
        basis="assumed",
        source="ours, after [Schelling1966]",
        meaning="weight of what could be destroyed at the first blow",
        each=STATES,
    ),
    card(
        "unacceptable_damage",
        dict(zip(STATES, (1.5, 2.0, 1.0, 1.0, 1.0, 2.0), strict=True)),
        0.5,
        4.0,
        symbol="s_0",
        unit="multiples",
        basis="assumed",
        source="ours",
        meaning="damage at the first blow that a state counts as unacceptable",
    ),
    card(
        "nuclear_weight",
        0.4,
        0.0,
        1.0,
        symbol="x_n",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="weight of nuclear vulnerability",
        each=STATES,
    ),
    card(
        "unacceptable_warheads",
        15.0,
        5.0,
        50.0,
        symbol="n_0",
        unit="warheads",
        basis="assumed",
        source="ours: tens of warheads are unacceptable",
        meaning="warheads that get through at which nuclear vulnerability reaches 63%",
    ),
    card(
        "retaliation_deters",
        0.7,
        0.3,
        0.95,
        symbol=r"\rho",
        unit="share",
        basis="assumed",
        source="form from [Schelling1966]; value ours",
        meaning="share of nuclear threat that certain retaliation takes away",
    ),
    card(
        "parity_weight",
        0.1,
        0.0,
        0.5,
        symbol="x_p",
        unit="1",
        basis="assumed",
        source="ours; the three-way race is paper B, II (M93)",
        meaning="threat felt by a nuclear state that has fewer warheads than the other",
    ),
    card(
        "missile_defense",
        dict(zip(STATES, (0.0, 0.2, 0.3, 0.1, 0.2, 0.1), strict=True)),
        0.0,
        0.7,
        symbol="b",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of a small arsenal that missile defense stops in the base year",
    ),
    card(
        "guarantee_share",
        dict(zip(STATES, (0.0, 0.1, 0.3, 0.0, 0.0, 0.1), strict=True)),
        0.0,
        0.7,
        symbol="g",
        unit="share",
        basis="assumed",
        source="ours, after [Snyder1984]",
        meaning="share of a protected ally's threat that its guarantor feels too",
    ),
    card(
        "reference_power",
        1000.0,
        250.0,
        4000.0,
        symbol="p_0",
        unit="bn US$",
        basis="assumed",
        source="ours: a unit",
        meaning="power that counts as one unit of threat in Richardson's linear form",
    ),
    mechanism(
        "saturation",
        "threat saturates in power; at 0 it is Richardson's: intent times power",
        source="parent rule [Richardson1960]; saturating form ours",
    ),
)


def second_strike(warheads: Rows, *, unacceptable_warheads: Rows) -> Terms:
    r"""Certainty of a state's own nuclear retaliation.

    .. math:: r = 1 - e^{-n / n_0}

    Parameters
    ----------
    warheads : Rows, shape (rows,)
        Its warheads :math:`n`. [warheads]
    unacceptable_warheads
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: arsenals of hundreds all survive well enough to retaliate.
    """
    return Terms(retaliation=1.0 - np.exp(-warheads / unacceptable_warheads))


def exposure(incoming: Rows, defense: Rows, *, unacceptable_warheads: Rows) -> Terms:
    r"""How far each other state's warheads can reach what a state cannot lose.

    .. math:: v_j = 1 - e^{-n_j (1 - b) / n_0}

    Parameters
    ----------
    incoming : Rows, shape (others, rows)
        Warheads that each other state can deliver :math:`n`. [warheads]
    defense : Rows, shape (rows,)
        Share of a small arsenal that missile defense stops :math:`b`. [share]
    unacceptable_warheads
        Parameter card of that name.

    Returns
    -------
    Terms, shape (others, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours. Missile defense matters against small arsenals only: large ones saturate
    the exponential whatever it stops.
    """
    reaching = incoming * (1.0 - defense) / unacceptable_warheads
    return Terms(reached=1.0 - np.exp(-reaching))


def nuclear_threat(
    exposed: Rows,
    incoming: Rows,
    umbrella: Rows,
    retaliation: Rows,
    own_warheads: Rows,
    *,
    retaliation_deters: Rows,
    parity_weight: Rows,
) -> Terms:
    r"""Nuclear vulnerability to each other state.

    .. math:: N_j = v_j \max\left(0, 1 - \rho R_j + x_p r\, q_j\right), \qquad
              R_j = 1 - (1 - r)(1 - u_j)

    Parameters
    ----------
    exposed : Rows, shape (others, rows)
        How far each other state's warheads reach :math:`v`. [share]
    incoming : Rows, shape (others, rows)
        Warheads that each can deliver. [warheads]
    umbrella : Rows, shape (others, rows)
        Credible retaliation by a guarantor against each :math:`u`. [share]
    retaliation : Rows, shape (rows,)
        Certainty of the state's own retaliation :math:`r`. [share]
    own_warheads : Rows, shape (rows,)
        The state's own warheads. [warheads]
    retaliation_deters, parity_weight
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Between 0 and 1.5. [threat]

    Notes
    -----
    :math:`q = l / \sqrt{1 + l^2}` with :math:`l` the log ratio of arsenals where it
    is positive: a nuclear state dislikes having fewer. Forms ours.

    References
    ----------
    [Schelling1966] for deterrence by retaliation.
    """
    certain = 1.0 - (1.0 - retaliation) * (1.0 - umbrella)
    ratio = np.log((incoming + 1.0) / (own_warheads + 1.0))
    lag = np.maximum(0.0, ratio)
    felt = parity_weight * retaliation * exposed
    return Terms(
        reached=exposed,
        deterred=-retaliation_deters * certain * exposed,
        outnumbered=felt * lag / np.sqrt(1.0 + lag * lag),
    )


def vulnerability(
    power: Rows,
    own: Rows,
    shield: Rows,
    strike: Rows,
    nuclear: Rows,
    *,
    offense_balance: Rows,
    margin: Rows,
    absolute_weight: Rows,
    unacceptable_power: Rows,
    hostage_weight: Rows,
    unacceptable_damage: Rows,
    nuclear_weight: Rows,
) -> Terms:
    r"""What each other state could do to this one, whatever it wants.

    .. math:: V_j = (1-\eta) \frac{w p}{c + h + w p} + \eta (1 - e^{-w p / u})
              + x_h (1 - e^{-s / s_0}) + x_n N, \qquad p = (1 + a) p_j

    Parameters
    ----------
    power : Rows, shape (others, rows)
        Power at the common front :math:`p_j`. [bn US$]
    own : Rows, shape (others, rows)
        The state's own power there :math:`c`. [bn US$]
    shield : Rows, shape (others, rows)
        Credible allied help there :math:`h`. [bn US$]
    strike : Rows, shape (others, rows)
        Damage at the first blow :math:`s`. [multiples]
    nuclear : Rows, shape (others, rows)
        Nuclear vulnerability :math:`N`. [threat]
    offense_balance, margin, absolute_weight, unacceptable_power, hostage_weight
        Parameter cards of those names.
    unacceptable_damage, nuclear_weight
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Vulnerability, not negative and below 3. [threat]

    Notes
    -----
    The four parts follow Walt's power, proximity and offensive power (proximity is
    already in :math:`p` and :math:`s`); the functions are ours. The offense balance
    weighs inside the ratio. With :math:`\eta` 0 only relative power counts.

    References
    ----------
    [Walt1987], [Jervis1978], [Schelling1966].
    """
    felt = offense_balance * (1.0 + margin) * power
    return Terms(
        relative=(1.0 - absolute_weight) * felt / (own + shield + felt + _NOTHING),
        absolute=absolute_weight * (1.0 - np.exp(-felt / unacceptable_power)),
        hostage=hostage_weight * (1.0 - np.exp(-strike / unacceptable_damage)),
        nuclear=nuclear_weight * nuclear,
    )


_NOTHING = 1e-9
"""Keeps the ratio of power at 0 where nobody has any."""


def threat(
    intent: Rows,
    power: Rows,
    vulnerability: Rows,
    shared: Rows,
    *,
    margin: Rows,
    reference_power: Rows,
    guarantee_share: Rows,
    saturation: Rows,
) -> Terms:
    r"""Threat that a state feels from each other state.

    .. math:: T_j = (1 - \sigma)\, i_j (1 + a) p_j / p_0 + \sigma\, i_j V_j + g S_j

    Parameters
    ----------
    intent : Rows, shape (others, rows)
        Intent ascribed to each other state :math:`i`. [share]
    power : Rows, shape (others, rows)
        Its power at the common front :math:`p`. [bn US$]
    vulnerability : Rows, shape (others, rows)
        What it could do :math:`V`. [threat]
    shared : Rows, shape (others, rows)
        Threat that protected allies felt from it last month :math:`S`. [threat]
    margin, reference_power, guarantee_share, saturation
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Threat :math:`T`, not negative. [threat]

    Notes
    -----
    Walt names the sources of threat and gives no formula: the product of intent and
    vulnerability is ours. At ``saturation`` 0 the rule is Richardson's reaction to
    arms, linear in power.

    References
    ----------
    [Walt1987] for the balance of threat, [Richardson1960] for the parent rule,
    [Snyder1984] for the guarantor's share.
    """
    return Terms(
        linear=(1.0 - saturation) * intent * (1.0 + margin) * power / reference_power,
        own_danger=saturation * intent * vulnerability,
        allies_danger=guarantee_share * shared,
    )
