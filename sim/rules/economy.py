"""Economies: growth of six, and North Korea's income under sanctions and rents."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = [
    "growth",
    "income",
    "income_target",
    "stress",
    "trade_with_china",
    "used_to",
]

CARDS = deck(
    card(
        "gdp_growth",
        dict(zip(STATES, (0.3, 1.0, 2.1, 2.3, 0.5, 4.4), strict=True)),
        dict(zip(STATES, (-2.0, -2.0, 0.0, 0.0, -0.5, 0.0), strict=True)),
        dict(zip(STATES, (2.0, 2.5, 3.0, 3.5, 1.5, 6.5), strict=True)),
        symbol="g",
        unit="%/year",
        basis="estimated",
        source="real growth 2011-2019 [FarissEtAl2022]; Russia and Japan rounded up",
        meaning="trend growth of real GDP",
    ),
    card(
        "sanctions_bite",
        0.22,
        0.05,
        0.4,
        symbol="y_s",
        unit="share of income",
        basis="estimated",
        source="income fell 7.5% in 2017-2018 [BOK] as a third more of trade was cut",
        meaning="income lost when all trade is cut off",
    ),
    card(
        "closure_cost",
        0.08,
        0.03,
        0.15,
        symbol="y_c",
        unit="share of income",
        basis="estimated",
        source="income fell 4.5% in 2020 [BOK]",
        meaning="income lost to a fully closed border",
    ),
    card(
        "china_trade",
        6.5,
        5.0,
        9.0,
        symbol="T_0",
        unit="bn US$/year",
        basis="measured",
        source="5.6 in 2011, 6.5 in 2013, its highest [BOK]",
        meaning="trade of China with North Korea were nothing banned",
    ),
    card(
        "border_closure",
        0.0,
        0.0,
        1.0,
        symbol="c",
        unit="share",
        basis="measured",
        source="trade with China fell from 2.8 to 0.54 bn US$ 2019-2020 [BOK]",
        meaning="how far North Korea's border is closed by its own choice: an outside "
        "driver, set by date",
    ),
    card(
        "rent_multiplier",
        1.0,
        0.5,
        2.0,
        symbol="y_r",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="income that one dollar of cash, oil or food from Russia makes",
    ),
    card(
        "cyber_income",
        0.02,
        0.0,
        0.06,
        symbol="y_k",
        unit="share of income",
        basis="assumed",
        source="ours, after paper A, III.1 (M16); one theft reported in 2025, of 1.5 "
        "bn US$ [PaperA], is 5% of yearly GDP",
        meaning="income that cyber theft adds where Russian hands help as far as the "
        "channel allows",
    ),
    card(
        "cyber_treaty",
        0.5,
        0.0,
        2.0,
        symbol="k_k",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper A, note 46 (M17)",
        meaning="what a treaty of mutual aid adds to that, in multiples of it",
    ),
    card(
        "income_months",
        12.0,
        6.0,
        36.0,
        symbol=r"\tau_y",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which income follows its causes",
    ),
    card(
        "habit_of_income",
        36.0,
        12.0,
        60.0,
        symbol=r"\tau_u",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which people get used to an income",
    ),
)


def growth(gdp: Rows, *, gdp_growth: Rows) -> Terms:
    r"""Trend GDP a month later.

    .. math:: Y' = Y (1 + g / 1200)

    Parameters
    ----------
    gdp : Rows, shape (rows,)
        Trend GDP :math:`Y`. [bn US$]
    gdp_growth
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Trend GDP a month later. [bn US$]

    Notes
    -----
    Exogenous: arming does not slow growth here (ours; the literature disagrees).
    """
    return Terms(held=gdp, grown=gdp * gdp_growth / 1200.0)


def trade_with_china(
    bans: Rows,
    complying: Rows,
    lifted: Rows,
    *,
    china_trade: Rows,
    border_closure: Rows,
) -> Terms:
    r"""Trade of China with North Korea, at a yearly rate.

    .. math:: T = T_0 (1 - (1 - r) x k_C) (1 - c)

    Parameters
    ----------
    bans : Rows, shape (rows,)
        Share of trade that the Council's measures ban :math:`x`. [share]
    complying : Rows, shape (rows,)
        China's compliance :math:`k_C`. [share]
    lifted : Rows, shape (rows,)
        Share of sanctions that a deal has lifted :math:`r`. [share]
    china_trade, border_closure
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Trade, not negative. [bn US$/year]

    Notes
    -----
    Ours. Prices and China's own growth are left out, so that nothing but sanctions,
    their keeping and the border moves it. Nothing reads it: pressure of sanctions, by
    which income moves, is made of the same causes.
    """
    cut = china_trade * (1.0 - lifted) * bans * complying
    return Terms(
        free=china_trade,
        sanctions=-cut,
        closure=-border_closure * (china_trade - cut),
    )


def income_target(
    pressed: Rows,
    rents: Rows,
    gdp: Rows,
    opened: Rows,
    treaty: Rows,
    *,
    sanctions_bite: Rows,
    closure_cost: Rows,
    border_closure: Rows,
    rent_multiplier: Rows,
    cyber_income: Rows,
    cyber_treaty: Rows,
) -> Terms:
    r"""Level of income that North Korea's circumstances allow.

    .. math:: y^* = 1 - y_s p - y_c c + y_r \frac{12 r}{Y} + y_k (o + k_k t)

    Parameters
    ----------
    pressed : Rows, shape (rows,)
        Pressure of sanctions :math:`p`. [share of trade]
    rents : Rows, shape (rows,)
        Cash, oil and food from Russia :math:`r`. [bn US$/month]
    gdp : Rows, shape (rows,)
        Trend GDP without sanctions :math:`Y`. [positive bn US$]
    opened : Rows, shape (rows,)
        Openness of the channel to Russia :math:`o`. [share]
    treaty : Rows, shape (rows,)
        1 once there is a treaty of mutual aid :math:`t`. [0 or 1]
    sanctions_bite, closure_cost, border_closure, rent_multiplier
        Parameter cards of those names.
    cyber_income, cyber_treaty
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Income against trend without sanctions, 0.2 to 1.5. [ratio]

    Notes
    -----
    Ours: sanctions change the level of income, not its growth for ever. What theft
    brought alone, before Russia helped, is part of the trend; that it brings more
    together is paper A, III.1 and note 46 (M16, M17).
    """
    return Terms.bounded(
        0.2,
        1.5,
        trend=1.0,
        sanctions=-sanctions_bite * pressed,
        closure=-closure_cost * border_closure,
        rents=rent_multiplier * 12.0 * rents / gdp,
        cyber=cyber_income * opened,
        cyber_treaty=cyber_income * cyber_treaty * treaty,
    )


def income(earned: Rows, target: Rows, *, income_months: Rows) -> Terms:
    r"""North Korea's income against trend, a month later.

    .. math:: y' = y + (y^* - y) / \tau_y

    Parameters
    ----------
    earned : Rows, shape (rows,)
        Income :math:`y`. [ratio]
    target : Rows, shape (rows,)
        Level that circumstances allow :math:`y^*`. [ratio]
    income_months
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Income a month later. [ratio]

    Notes
    -----
    Ours.
    """
    return Terms(held=earned, adjusted=(target - earned) / income_months)


def used_to(accustomed: Rows, earned: Rows, *, habit_of_income: Rows) -> Terms:
    r"""Income that people are used to, a month later.

    .. math:: u' = u + (y - u) / \tau_u

    Parameters
    ----------
    accustomed : Rows, shape (rows,)
        Accustomed income :math:`u`. [ratio]
    earned : Rows, shape (rows,)
        Income :math:`y`. [ratio]
    habit_of_income
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Accustomed income a month later. [ratio]

    Notes
    -----
    Ours.
    """
    return Terms(held=accustomed, learned=(earned - accustomed) / habit_of_income)


def stress(accustomed: Rows, earned: Rows) -> Terms:
    r"""Economic stress: shortfall against what people are used to.

    .. math:: x = \max(0, u - y)

    Parameters
    ----------
    accustomed : Rows, shape (rows,)
        Accustomed income :math:`u`. [ratio]
    earned : Rows, shape (rows,)
        Income :math:`y`. [ratio]

    Returns
    -------
    Terms, shape (rows,)
        Stress, not negative. [ratio]

    Notes
    -----
    Ours: being poor is not stress, becoming poorer is.
    """
    return Terms(shortfall=np.maximum(0.0, accustomed - earned))
