"""Conduct: what states do in public, as others see it.

How loud an act is, is one thing; what it says of intentions is another, and
perception's. Whether to act at all is chosen elsewhere.
"""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = [
    "arming_act",
    "exercise_act",
    "testing_act",
    "war_act",
]

CARDS = deck(
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
        "asset_salience",
        0.03,
        0.0,
        0.15,
        symbol="a_s",
        unit="act units",
        basis="assumed",
        source="ours; the effect is paper A, III.4 (M46, M47)",
        meaning="how loud a month of strategic assets at full deployment is as an act",
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
    card(
        "acknowledged_salience",
        0.3,
        0.0,
        1.0,
        symbol="a_a",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.2 (M27)",
        meaning="how much louder arms and troops abroad are once leaders own to them",
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
        Long-range missiles and satellites among them :math:`l`. [launches]
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
    held: Rows, deployed: Rows, *, exercise_salience: Rows, asset_salience: Rows
) -> Terms:
    r"""Exercises and strategic assets as an act that others see.

    .. math:: b = a_e e + a_s s

    Parameters
    ----------
    held : Rows, shape (rows,)
        Scale of the exercises held in the month :math:`e`. [multiples]
    deployed : Rows, shape (rows,)
        Strategic assets deployed in the region :math:`s`. [share]
    exercise_salience, asset_salience
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act. [act units]

    Notes
    -----
    Ours: routine until others expect it.
    """
    return Terms(exercise=exercise_salience * held, assets=asset_salience * deployed)


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
    acknowledged: Rows,
    *,
    invasion_salience: Rows,
    arms_export_salience: Rows,
    troops_salience: Rows,
    acknowledged_salience: Rows,
    delivery_capacity: Rows,
    most_troops: Rows,
) -> Terms:
    r"""Part in a war elsewhere as an act that others see.

    .. math:: f = a_w i + (1 + a_a k)\left(a_x \frac{d}{v}
              + a_t \frac{N}{N + N_0}\right)

    Parameters
    ----------
    intensity : Rows, shape (rows,)
        Intensity of a war that the state itself wages :math:`i`. [share]
    delivered : Rows, shape (rows,)
        Shells delivered to a belligerent :math:`d`. [million shells/month]
    abroad : Rows, shape (rows,)
        Troops with a belligerent :math:`N`. [thousand persons]
    acknowledged : Rows, shape (rows,)
        1 once leaders have owned to it :math:`k`. [0 or 1]
    invasion_salience, arms_export_salience, troops_salience, delivery_capacity
        Parameter cards of those names.
    acknowledged_salience, most_troops
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Size of the act. [act units]

    Notes
    -----
    Ours; that a third state's part in a war alarms its neighbours is paper A, II.2,
    and that acknowledgment redefines that part is III.2 (M27).
    """
    arms = arms_export_salience * delivered / delivery_capacity
    troops = troops_salience * abroad / (abroad + most_troops + 1e-9)
    return Terms(
        war=invasion_salience * intensity,
        arms=arms,
        troops=troops,
        acknowledged=acknowledged_salience * acknowledged * (arms + troops),
    )
