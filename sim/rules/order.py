"""Order: how far arms control among the great nuclear powers still holds."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = ["arms_control"]

CARDS = deck(
    card(
        "arms_control_base",
        0.5,
        0.0,
        1.0,
        symbol="C_0",
        unit="share",
        basis="assumed",
        source="ours, after paper B, IV.1 (M130)",
        meaning="arms control that stands with no war and no more rivalry than at the "
        "start",
    ),
    card(
        "arms_control_of_war",
        0.2,
        0.0,
        1.0,
        symbol="c_w",
        unit="1/year",
        basis="assumed",
        source="ours, after paper B, IV.1 (M130, M131)",
        meaning="share of arms control that a year of full war wears away",
    ),
    card(
        "arms_control_of_blocs",
        0.3,
        0.0,
        1.5,
        symbol="c_p",
        unit="1/year",
        basis="assumed",
        source="ours, after paper B, II and IV.1 (M94, M130)",
        meaning="share of arms control worn away in a year by blocs that polarize from "
        "none to full",
    ),
    card(
        "arms_control_months",
        60.0,
        24.0,
        240.0,
        symbol=r"\tau_c",
        unit="months",
        basis="assumed",
        source="ours: treaties take years",
        meaning="time over which arms control is built again",
    ),
    card(
        "arms_control_effort",
        0.0,
        0.0,
        1.0,
        symbol="l_c",
        unit="share",
        basis="assumed",
        source="ours; the lever is inferred from paper B, IV.1 (M130)",
        meaning="how hard Washington, Moscow and Beijing work at a successor to New "
        "START: a lever",
    ),
)


def arms_control(
    kept: Rows,
    fought: Rows,
    polarized_news: Rows,
    *,
    arms_control_base: Rows,
    arms_control_of_war: Rows,
    arms_control_of_blocs: Rows,
    arms_control_months: Rows,
    arms_control_effort: Rows,
) -> Terms:
    r"""Arms control among the great nuclear powers, a month later.

    .. math:: C' = C + \frac{C_0 + l_c (1 - C_0) - C}{\tau_c}
              - \frac{C}{12} (c_w i + c_p \max(0, \Delta P))

    Parameters
    ----------
    kept : Rows, shape (rows,)
        Arms control so far :math:`C`, 0 none to 1 all of it. [share]
    fought : Rows, shape (rows,)
        Intensity of the war in Ukraine :math:`i`. [share]
    polarized_news : Rows, shape (rows,)
        Polarization of blocs less what it was at the start :math:`\Delta P`.
        [signed share]
    arms_control_base, arms_control_of_war, arms_control_of_blocs
        Parameter cards of those names.
    arms_control_months, arms_control_effort
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Arms control a month later, between 0 and 1. [share]

    Notes
    -----
    Ours: war and blocs each wear a share of what is left, and it is built again
    slowly. That it decays and has no successor is paper B, IV.1 (M130).
    """
    rate = 1.0 / arms_control_months
    return Terms(
        held=kept,
        rebuilt=rate * (arms_control_base - kept),
        effort=rate * arms_control_effort * (1.0 - arms_control_base),
        war=-arms_control_of_war * fought * kept / 12.0,
        blocs=-arms_control_of_blocs * np.maximum(0.0, polarized_news) * kept / 12.0,
    )
