"""Attention: Washington's budget of 1 among the theatres that compete for it."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = ["attention", "attention_custom"]

CARDS = deck(
    card(
        "attention_of_priority",
        {"US": 1},
        0.2,
        2.0,
        symbol="k_n",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper B, III and IV.2 (M115, M138)",
        meaning="weight of the rank that an administration gives North Korea",
    ),
    card(
        "attention_europe",
        {"US": 0.3},
        0.1,
        0.8,
        symbol="k_e",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="customary weight of Europe",
    ),
    card(
        "attention_of_war",
        {"US": 0.6},
        0.0,
        1.5,
        symbol="k_w",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M98)",
        meaning="weight that a full war in Europe adds",
    ),
    card(
        "attention_china",
        {"US": 0.6},
        0.2,
        1.2,
        symbol="k_c",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="customary weight of China",
    ),
    card(
        "attention_elsewhere",
        {"US": 0.8},
        0.3,
        1.6,
        symbol="k_o",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="weight of all that the model leaves out: home, the Middle East",
    ),
    card(
        "attention_of_threat",
        {"US": 1},
        0.0,
        3.0,
        symbol="k_T",
        unit="per unit of threat",
        basis="assumed",
        source="ours; the effect is paper B, III (M115)",
        meaning="weight that felt threat adds",
    ),
    card(
        "attention_of_acts",
        {"US": 2},
        0.0,
        6.0,
        symbol="k_x",
        unit="per act unit",
        basis="assumed",
        source="ours; the effect is paper B, III.0 (M101, M105)",
        meaning="weight that the month's acts add",
    ),
    card(
        "attention_months",
        {"US": 4},
        2.0,
        12.0,
        symbol=r"\tau_a",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which attention moves",
    ),
)


def attention_custom(
    priority: Rows,
    war: Rows,
    *,
    attention_of_priority: Rows,
    attention_europe: Rows,
    attention_of_war: Rows,
    attention_china: Rows,
    attention_elsewhere: Rows,
) -> Terms:
    r"""Weight of each theatre by habit, rank and war, before threat and acts.

    .. math:: k = (k_n n,\; k_e + k_w w,\; k_c,\; k_o)

    Parameters
    ----------
    priority : Rows, shape (rows,)
        Rank that the administration gives North Korea :math:`n`. [share]
    war : Rows, shape (rows,)
        Intensity of the war in Europe :math:`w`. [share]
    attention_of_priority, attention_europe, attention_of_war, attention_china
        Parameter cards of those names.
    attention_elsewhere
        Parameter card of that name.

    Returns
    -------
    Terms, shape (theatres, rows)
        Weights, not negative: Korea, Europe, China, elsewhere. [news]

    Notes
    -----
    Ours; that the war draws attention from Korea is paper B, IV.1 (M98).
    """
    quiet = 0.0 * war
    return Terms(
        habit=np.stack(
            [
                quiet,
                attention_europe + quiet,
                attention_china + quiet,
                attention_elsewhere + quiet,
            ]
        ),
        rank=np.stack([attention_of_priority * priority, quiet, quiet, quiet]),
        war=np.stack([quiet, attention_of_war * war, quiet, quiet]),
    )


def attention(
    now: Rows,
    custom: Rows,
    felt: Rows,
    loud: Rows,
    *,
    attention_of_threat: Rows,
    attention_of_acts: Rows,
    attention_months: Rows,
) -> Terms:
    r"""Shares of attention, a month later: what one theatre gains the others lose.

    .. math:: a' = a + \left(1 - e^{-1 / \tau_a}\right)
              \left(\frac{g}{\sum g} - a\right), \qquad
              g = k + k_T T + k_x \max(0, x)

    Parameters
    ----------
    now : Rows, shape (theatres, rows)
        Shares of attention so far :math:`a`. [share]
    custom : Rows, shape (theatres, rows)
        Weight by habit, rank and war :math:`k`. [news]
    felt : Rows, shape (theatres, rows)
        Threat felt from each theatre :math:`T`. [threat]
    loud : Rows, shape (theatres, rows)
        What is done there this month :math:`x`. [act units]
    attention_of_threat, attention_of_acts, attention_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (theatres, rows)
        Shares between 0 and 1, together 1 if they were before. [share]

    Notes
    -----
    Ours: a budget, so that nothing has to be scripted: attention leaves Korea because
    it goes elsewhere (M98, M105, M115).
    """
    threat = attention_of_threat * felt
    acts = attention_of_acts * np.maximum(0.0, loud)
    weight = custom + threat + acts
    pace = 1.0 - np.exp(-1.0 / attention_months)
    share = pace / (np.sum(weight, axis=0) + _NOTHING)
    return Terms(
        held=now * (1.0 - pace),
        custom=share * custom,
        threat=share * threat,
        acts=share * acts,
    )


_NOTHING = 1e-9
"""Keeps the shares numbers where nothing weighs anything."""
