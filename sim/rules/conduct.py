"""Conduct: what states do in public, as others see it.

North Korea's tests and the allies' exercises follow a plain process here: a
persistent campaign with clustered launches at the recorded rates, and exercises
in March and August. They do not choose yet; the recorded rates stand in for the
choice.
"""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, profile
from sim.terms import Rows, Terms

__all__ = [
    "arming_act",
    "campaign",
    "exercise_act",
    "launches",
    "testing_act",
    "war_act",
]

_LN2 = float(np.log(2.0))  # a plain float: a NumPy one would make all of it float64

CARDS = deck(
    card(
        "campaign_half_life",
        3.0,
        2.0,
        6.0,
        symbol="h",
        unit="months",
        basis="estimated",
        source="launch months 2012-2020 come in runs [CNS2026]",
        meaning="half-life of a campaign of launches",
    ),
    card(
        "campaign_start",
        0.16,
        0.05,
        0.3,
        symbol="q",
        unit="1/month",
        basis="estimated",
        source="launches in 44% of months 2012-2017 [CNS2026]",
        meaning="chance that a campaign starts in a quiet month",
    ),
    card(
        "batch",
        1.7,
        0.5,
        3.0,
        symbol="b",
        unit="launches",
        basis="estimated",
        source="monthly variance over mean of 2.5, 2012-2017 [CNS2026]",
        meaning="mean launches beyond the first in a month of campaign",
    ),
    card(
        "long_range_share",
        0.12,
        0.0,
        0.4,
        symbol="x_l",
        unit="share",
        basis="measured",
        source="long-range and space launches over all, 2012-2020 [CNS2026]",
        meaning="chance that a month of campaign has a long-range launch",
    ),
    card(
        "nuclear_test_rate",
        0.037,
        0.0,
        0.06,
        symbol="x_n",
        unit="1/month",
        basis="measured",
        source="4 nuclear tests in 108 months, 2012-2020 [CSIS2024]",
        meaning="chance of a nuclear test in a month",
    ),
    card(
        "launch_salience",
        0.02,
        0.0,
        0.1,
        symbol="a_l",
        unit="act units/launch",
        basis="assumed",
        source="ours",
        meaning="how loud one missile launch is as an act",
    ),
    card(
        "long_range_salience",
        0.1,
        0.0,
        0.3,
        symbol="a_r",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud a long-range launch is beyond that",
    ),
    card(
        "nuclear_salience",
        0.3,
        0.0,
        1.0,
        symbol="a_n",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud a nuclear test is as an act",
    ),
    card(
        "exercise_salience",
        0.05,
        0.0,
        0.2,
        symbol="a_e",
        unit="act units",
        basis="assumed",
        source="ours; the record shows a weak and conditional link [CSIS2016]",
        meaning="how loud a month of major exercises is as an act",
    ),
    card(
        "arming_salience",
        0.5,
        0.0,
        2.0,
        symbol="a_m",
        unit="act units per doubling a year",
        basis="assumed",
        source="ours",
        meaning="how loud a rise of military spending is as an act",
    ),
    card(
        "invasion_salience",
        0.2,
        0.0,
        0.6,
        symbol="a_w",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud a month of full war on a neighbour is as an act",
    ),
    card(
        "arms_export_salience",
        0.15,
        0.0,
        0.5,
        symbol="a_x",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud a month of deliveries at full capacity is as an act",
    ),
    card(
        "troops_salience",
        0.15,
        0.0,
        0.5,
        symbol="a_t",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="how loud a month with the most troops abroad is as an act",
    ),
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
    card(
        "true_type",
        {"NK": 0.5, "Russia": 0.6, "US": 0.3, "ROK": 0.15, "Japan": 0.1, "China": 0.4},
        0.0,
        1.0,
        symbol=r"\bar\theta",
        unit="share",
        basis="assumed",
        source="ours; types of [Kydd2005] and [Glaser2010]",
        meaning="typical true type, 0 security-seeking to 1 greedy",
    ),
    card(
        "type_spread",
        0.25,
        0.0,
        0.5,
        symbol=r"s_\theta",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="how far a state's true type may lie from the typical one",
    ),
)


def campaign(
    running: Rows,
    luck_start: Rows,
    luck_stop: Rows,
    *,
    campaign_start: Rows,
    campaign_half_life: Rows,
) -> Terms:
    r"""Whether a campaign of launches is running this month.

    .. math:: c' = c\,[u_2 > 1 - 2^{-1/h}] + (1 - c)\,[u_1 < q]

    Parameters
    ----------
    running : Rows, shape (rows,)
        1 if one was running last month :math:`c`. [0 or 1]
    luck_start : Rows, shape (rows,)
        Luck of starting :math:`u_1`. [luck]
    luck_stop : Rows, shape (rows,)
        Luck of going on :math:`u_2`. [luck]
    campaign_start, campaign_half_life
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        0 or 1. [0 or 1]

    Notes
    -----
    Ours: a plain process at the recorded rates, until North Korea chooses.
    """
    stops = 1.0 - np.exp(-_LN2 / campaign_half_life)
    return Terms(
        goes_on=running * np.heaviside(luck_stop - stops, 0.0),
        starts=(1.0 - running) * np.heaviside(campaign_start - luck_start, 0.0),
    )


def launches(running: Rows, luck_batch: Rows, *, batch: Rows) -> Terms:
    r"""Missiles launched in a month.

    .. math:: n = c \left(1 + \lfloor \ln u / \ln(b / (1 + b)) \rfloor\right)

    Parameters
    ----------
    running : Rows, shape (rows,)
        1 if a campaign is running :math:`c`. [0 or 1]
    luck_batch : Rows, shape (rows,)
        Luck of the batch :math:`u`. [luck]
    batch
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Launches, at most 40. [launches]

    Notes
    -----
    Ours: a geometric batch, so that launches cluster as the record says.
    """
    extra = np.floor(np.log(luck_batch) / np.log(batch / (1.0 + batch)))
    return Terms(first=running, more=running * np.minimum(extra, 39.0))


def testing_act(
    launched: Rows,
    long_range: Rows,
    nuclear: Rows,
    *,
    launch_salience: Rows,
    long_range_salience: Rows,
    nuclear_salience: Rows,
) -> Terms:
    r"""Tests as an act that others see.

    .. math:: t = a_l n + a_r l + a_n x

    Parameters
    ----------
    launched : Rows, shape (rows,)
        Missiles launched :math:`n`. [launches]
    long_range : Rows, shape (rows,)
        1 if one was long-range :math:`l`. [0 or 1]
    nuclear : Rows, shape (rows,)
        1 if there was a nuclear test :math:`x`. [0 or 1]
    launch_salience, long_range_salience, nuclear_salience
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act. [act units]

    Notes
    -----
    Ours.
    """
    return Terms(
        launches=launch_salience * launched,
        long_range=long_range_salience * long_range,
        nuclear=nuclear_salience * nuclear,
    )


def exercise_act(
    scheduled: Rows, *, exercise_salience: Rows, exercise_scale: Rows
) -> Terms:
    r"""Major exercises as an act that others see.

    .. math:: b = a_e k_e e

    Parameters
    ----------
    scheduled : Rows, shape (rows,)
        1 in a month with major exercises :math:`e`. [0 or 1]
    exercise_salience, exercise_scale
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act. [act units]

    Notes
    -----
    Ours: routine until others expect it.
    """
    return Terms(exercise=exercise_salience * exercise_scale * scheduled)


def arming_act(spending: Rows, before: Rows, *, arming_salience: Rows) -> Terms:
    r"""A rise of spending as an act that others see.

    .. math:: a = 12\, a_m \log_2 (m / m_{-1})

    Parameters
    ----------
    spending : Rows, shape (rows,)
        Military spending :math:`m`. [positive bn US$/year]
    before : Rows, shape (rows,)
        A month earlier :math:`m_{-1}`. [positive bn US$/year]
    arming_salience
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act, negative for a cut. [act units]

    Notes
    -----
    Ours. The trend is soon expected; what departs from it informs.
    """
    return Terms(rise=12.0 * arming_salience * np.log2(spending / before))


def war_act(
    intensity: Rows,
    delivered: Rows,
    abroad: Rows,
    *,
    invasion_salience: Rows,
    arms_export_salience: Rows,
    troops_salience: Rows,
    delivery_capacity: Rows,
    most_troops: Rows,
) -> Terms:
    r"""Part in a war elsewhere as an act that others see.

    .. math:: f = a_w i + a_x \frac{d}{v} + a_t \frac{N}{N + N_0}

    Parameters
    ----------
    intensity : Rows, shape (rows,)
        Intensity of a war that the state itself wages :math:`i`. [share]
    delivered : Rows, shape (rows,)
        Shells delivered to a belligerent :math:`d`. [million shells/month]
    abroad : Rows, shape (rows,)
        Troops with a belligerent :math:`N`. [thousand persons]
    invasion_salience, arms_export_salience, troops_salience, delivery_capacity
        Parameter cards of those names.
    most_troops
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act. [act units]

    Notes
    -----
    Ours; that a third state's part in a war alarms its neighbours is paper A, II.2.
    """
    return Terms(
        war=invasion_salience * intensity,
        arms=arms_export_salience * delivered / delivery_capacity,
        troops=troops_salience * abroad / (abroad + most_troops + 1e-9),
    )
