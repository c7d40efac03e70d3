"""Capability: military capital, what dollars miss, and strength lost with distance."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = [
    "capital_stock",
    "projected_power",
    "standing_capability",
    "strike_damage",
    "strike_readiness",
]

CARDS = deck(
    card(
        "depreciation",
        0.08,
        0.05,
        0.12,
        symbol=r"\delta",
        unit="1/year",
        basis="assumed",
        source="ours: platforms that last 20 to 30 years",
        meaning="share of military capital that wears out in a year",
    ),
    card(
        "cinc_weight",
        0.5,
        0.0,
        1.0,
        symbol="v",
        unit="1",
        basis="assumed",
        source="index of [SingerBremerStuckey1972]; weight ours",
        meaning="how far capability follows the material-capabilities index "
        "(people, steel, energy) instead of dollars",
    ),
    card(
        "reach",
        dict(zip(STATES, (500.0, 2500.0, 8000.0, 1000.0, 1500.0, 2500.0), strict=True)),
        dict(zip(STATES, (250.0, 1250.0, 4000.0, 500.0, 750.0, 1250.0), strict=True)),
        dict(
            zip(STATES, (1000.0, 5000.0, 16000.0, 2000.0, 3000.0, 5000.0), strict=True)
        ),
        symbol=r"\lambda",
        unit="km",
        basis="assumed",
        source="gradient of [Boulding1962]; values ours, a factor 2 either way",
        meaning="distance over which conventional power falls to 1/e",
    ),
    card(
        "theatre_share",
        dict(zip(STATES, (1.0, 0.15, 0.25, 1.0, 0.3, 0.35), strict=True)),
        dict(zip(STATES, (0.5, 0.05, 0.06, 0.5, 0.1, 0.1), strict=True)),
        dict(zip(STATES, (1.0, 0.3, 0.5, 1.0, 0.6, 0.7), strict=True)),
        symbol=r"\phi",
        unit="share",
        basis="assumed",
        source="ours; the US lower bound is its troops in Korea and Japan over all "
        "its troops [AllenFlynnMachain2022]",
        meaning="share of the force usable in Northeast Asia",
    ),
    card(
        "strike",
        dict(zip(STATES, (3.0, 1.0, 2.0, 1.0, 0.1, 1.0), strict=True)),
        0.0,
        6.0,
        symbol="s",
        unit="multiples of unacceptable damage",
        basis="assumed",
        source="ours",
        meaning="conventional damage that artillery and missiles can do at once, at "
        "point-blank range",
    ),
    card(
        "strike_reach",
        dict(zip(STATES, (500.0, 800.0, 1500.0, 300.0, 300.0, 800.0), strict=True)),
        dict(zip(STATES, (100.0, 400.0, 750.0, 100.0, 100.0, 400.0), strict=True)),
        dict(zip(STATES, (1000.0, 1600.0, 3000.0, 600.0, 600.0, 1600.0), strict=True)),
        symbol=r"\lambda_s",
        unit="km",
        basis="assumed",
        source="ours",
        meaning="distance over which that damage falls to 1/e",
    ),
    card(
        "artillery_share",
        0.5,
        0.0,
        1.0,
        symbol="x_a",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="share of North Korea's first blow that is artillery, not missiles",
    ),
    card(
        "experience_gain",
        0.1,
        0.0,
        0.3,
        symbol="x_e",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.2 (M29)",
        meaning="what full combat experience adds to the quality of the force",
    ),
    card(
        "drawn_away",
        dict(zip(STATES, (0.0, 0.4, 0.05, 0.0, 0.0, 0.0), strict=True)),
        0.0,
        dict(zip(STATES, (0.1, 0.8, 0.3, 0.1, 0.1, 0.1), strict=True)),
        symbol="a_0",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, II and IV.1 (M97, M98)",
        meaning="share of the force in Asia that full war in Ukraine draws away",
    ),
    mechanism(
        "theatre_diversion",
        "a war elsewhere draws force and attention away from Northeast Asia",
        source="paper B, II and IV.1 (M97, M98); opposes guilt by association",
    ),
)


def capital_stock(stock: Rows, spending: Rows, *, depreciation: Rows) -> Terms:
    r"""Military capital after a month of buying and wear.

    .. math:: K' = K + m/12 - \delta K/12

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Military capital :math:`K`. [bn US$]
    spending : Rows, shape (rows,)
        Military spending :math:`m`. [bn US$/year]
    depreciation
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        The stock a month later; never negative for a stock that is not. [bn US$]

    Notes
    -----
    Perpetual inventory, as in national accounts. Ours: all spending buys capital.
    """
    return Terms(kept=stock, bought=spending / 12.0, worn=-depreciation / 12.0 * stock)


def standing_capability(
    stock: Rows,
    undercount: Rows,
    experience: Rows,
    *,
    cinc_weight: Rows,
    experience_gain: Rows,
) -> Terms:
    r"""Capability: military capital corrected for what dollars miss.

    .. math:: C = K e^{v u} (1 + x_e x)

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Military capital :math:`K`. [bn US$]
    undercount : Rows, shape (rows,)
        Log ratio :math:`u` of the state's weight in the index of material
        capabilities to its weight in dollars, in the base year. [signed share]
    experience : Rows, shape (rows,)
        Combat experience :math:`x`. [share]
    cinc_weight, experience_gain
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Capability :math:`C`. [bn US$]

    Notes
    -----
    A geometric blend of dollars and index: ours. It keeps capability proportional
    to capital, so that arming is never diluted. At weight 0 capability is dollars.

    References
    ----------
    [SingerBremerStuckey1972] for the index.
    """
    blended = stock * np.exp(cinc_weight * undercount)
    return Terms(
        dollars=stock,
        undercounted=blended - stock,
        experience=experience_gain * experience * blended,
    )


def projected_power(
    capability: Rows,
    distance: Rows,
    in_asia: Rows,
    intensity: Rows,
    *,
    reach: Rows,
    theatre_share: Rows,
    drawn_away: Rows,
    theatre_diversion: Rows,
) -> Terms:
    r"""Power that a state can bring to each other state's front.

    .. math:: p_j = \phi_j C e^{-d_j / \lambda} (1 - \sigma a_0 i)

    Parameters
    ----------
    capability : Rows, shape (rows,)
        The state's capability :math:`C`. [bn US$]
    distance : Rows, shape (others, 1)
        Distance to the front with each other state :math:`d`. [km]
    in_asia : Rows, shape (others, 1)
        1 where that front is in Northeast Asia, else 0. [0 or 1]
    intensity : Rows, shape (rows,)
        Intensity of the war in Ukraine :math:`i`. [share]
    reach, theatre_share, drawn_away, theatre_diversion
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Power at each front, between 0 and capability. [bn US$]

    Notes
    -----
    Only fronts in Asia are weakened by a war in Europe.
    With no decay and a share of 1 this is raw capability, the balance of power of
    [Waltz1979]. Ours: what is not in Asia stands at fronts elsewhere.

    References
    ----------
    [Boulding1962] for the loss of strength with distance.
    """
    share = in_asia * theatre_share + (1.0 - in_asia) * (1.0 - theatre_share)
    stationed = share * capability * np.exp(-distance / reach)
    return Terms(
        stationed=stationed,
        diverted=-theatre_diversion * drawn_away * intensity * in_asia * stationed,
    )


def strike_damage(
    readiness: Rows, distance: Rows, *, strike: Rows, strike_reach: Rows
) -> Terms:
    r"""Conventional damage that a state can do to each other at the first blow.

    .. math:: s_j = r s e^{-d_j / \lambda_s}

    Parameters
    ----------
    readiness : Rows, shape (rows,)
        Share :math:`r` of artillery and missiles that is there and works. [share]
    distance : Rows, shape (others, 1)
        Distance to the front with each other state :math:`d`. [km]
    strike, strike_reach
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Damage, in multiples of what is unacceptable. [multiples]

    Notes
    -----
    Ours: what artillery in range of a capital can do does not scale with dollars.
    """
    return Terms(strike=readiness * strike * np.exp(-distance / strike_reach))


def strike_readiness(
    shells_left: Rows, missiles: Rows, *, artillery_share: Rows
) -> Terms:
    r"""Share of North Korea's first blow that is there and works.

    .. math:: r = x_a \min(1, S/S_0) + (1 - x_a) m

    Parameters
    ----------
    shells_left : Rows, shape (rows,)
        Shells in stock against the start :math:`S/S_0`. [ratio]
    missiles : Rows, shape (rows,)
        Technology of short-range missiles :math:`m`. [share]
    artillery_share
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: shells sold to Russia are not there to threaten Seoul.
    """
    return Terms(
        artillery=artillery_share * np.minimum(1.0, shells_left),
        missiles=(1.0 - artillery_share) * missiles,
    )
