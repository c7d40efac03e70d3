"""Technology: North Korea's own work, tests, and what Russia hands over."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = ["arsenal", "handover", "technology", "warheads"]

CARDS = deck(
    card(
        "technology_drift",
        0.004,
        0.0,
        0.01,
        symbol="a",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="share of what is missing that own work adds in a month",
    ),
    card(
        "transfer_multiplier",
        1.5,
        1.0,
        3.0,
        symbol="m",
        unit="1",
        basis="assumed",
        source="ours; the range includes 1, no effect (Q27)",
        meaning="how much full Russian help multiplies North Korea's own work",
    ),
    card(
        "test_gain",
        0.08,
        0.0,
        0.2,
        symbol="y",
        unit="1/test",
        basis="assumed",
        source="ours",
        meaning="what a long-range flight test teaches, most where half is known",
    ),
    card(
        "tests_that_count",
        6.0,
        2.0,
        12.0,
        symbol="t_0",
        unit="tests/month",
        basis="assumed",
        source="ours",
        meaning="most flight tests of one domain that teach anything in a month",
    ),
    card(
        "warhead_output",
        dict(zip(STATES, (5.0, 0.0, 0.0, 0.0, 0.0, 25.0), strict=True)),
        0.0,
        dict(zip(STATES, (12.0, 50.0, 50.0, 1.0, 1.0, 100.0), strict=True)),
        symbol="n",
        unit="warheads/year",
        basis="estimated",
        source="stockpiles 2015-2021 [FAS2023]",
        meaning="warheads added in a year",
    ),
    card(
        "warhead_urgency",
        0.5,
        0.0,
        2.0,
        symbol="u_n",
        unit="1/threat",
        basis="assumed",
        source="ours, after paper A, II.2 and paper B, IV.1 (M113, M131)",
        meaning="how much faster warheads are made per unit of threat above the start",
    ),
    card(
        "arms_control_restrains",
        0.3,
        0.0,
        1.0,
        symbol="c_n",
        unit="1",
        basis="assumed",
        source="ours, after paper B, IV.1 (M131)",
        meaning="how much faster warheads are made once all arms control is lost",
    ),
    card(
        "retirement",
        0.15,
        0.0,
        0.3,
        symbol="r_n",
        unit="1/year",
        basis="estimated",
        source="13% and 9% in Washington and Moscow 2006-2011, of what they had above "
        "the limit of New START [FAS2023], under arms control of 0.7",
        meaning="share of warheads beyond what suffices that full arms control retires "
        "in a year",
    ),
    card(
        "sufficiency",
        1550.0,
        500.0,
        3000.0,
        symbol="n_s",
        unit="warheads",
        basis="assumed",
        source="limit on deployed strategic warheads [NewSTART2010]; that so many are "
        "enough is ours",
        meaning="warheads beyond which more make nobody safer",
    ),
)


def handover(stage: Rows, inflow: Rows, *, technology_lag: Rows) -> Terms:
    r"""One of the two stages that technology passes from payment to use.

    .. math:: q' = q + 2 (x - q) / \tau_t

    Parameters
    ----------
    stage : Rows, shape (rows,)
        What is at this stage :math:`q`. [share]
    inflow : Rows, shape (rows,)
        What enters it :math:`x`. [share]
    technology_lag
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        What is at this stage a month later. [share]

    Notes
    -----
    Ours: two such stages make a lag with the mean of the card and a spread around it.
    """
    return Terms(held=stage, moved=2.0 * (inflow - stage) / technology_lag)


def technology(
    level: Rows,
    interest: Rows,
    tested: Rows,
    lesson: Rows,
    helped: Rows,
    *,
    technology_drift: Rows,
    transfer_multiplier: Rows,
    test_gain: Rows,
    tests_that_count: Rows,
) -> Terms:
    r"""Level of each domain of technology, a month later.

    .. math:: x' = x + a (1 - x)(1 + (m - 1) h\, w) + y l \min(t, t_0)\, x (1 - x)

    Parameters
    ----------
    level : Rows, shape (domains, rows)
        Level :math:`x`, 0 none to 1 mastered. [share]
    interest : Rows, shape (domains, 1)
        How far Russia has and gives this technology :math:`w`. [share]
    tested : Rows, shape (domains, rows)
        Tests in the month :math:`t`. [tests]
    lesson : Rows, shape (domains, 1)
        What a test of the domain teaches, against a long-range flight :math:`l`.
        [multiples]
    helped : Rows, shape (rows,)
        Russian help that has arrived :math:`h`. [share]
    technology_drift, transfer_multiplier, test_gain, tests_that_count
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (domains, rows)
        Level a month later, between 0 and 1. [share]

    Notes
    -----
    Ours. A transfer speeds own work; it does not replace it.
    """
    missing = 1.0 - level
    own = technology_drift * missing
    return Terms.bounded(
        0.0,
        1.0,
        held=level,
        own_work=own,
        transfer=own * (transfer_multiplier - 1.0) * helped * interest,
        tests=test_gain
        * lesson
        * np.minimum(tested, tests_that_count)
        * level
        * missing,
    )


def warheads(
    stock: Rows,
    alarm: Rows,
    frozen: Rows,
    lost: Rows,
    kept: Rows,
    *,
    warhead_output: Rows,
    warhead_urgency: Rows,
    arms_control_restrains: Rows,
    retirement: Rows,
    sufficiency: Rows,
) -> Terms:
    r"""Warheads a month later.

    .. math:: n' = n + \frac{\dot n}{12} \max(0, 1 + u_n a) (1 + c_n l) (1 - f)
              - \frac{r_n}{12} C \max(0, n - n_s)

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Warheads :math:`n`. [warheads]
    alarm : Rows, shape (rows,)
        Threat felt above that of the start :math:`a`. [threat]
    frozen : Rows, shape (rows,)
        Share of production that a deal has stopped :math:`f`. [share]
    lost : Rows, shape (rows,)
        Arms control lost since the start :math:`l`. [signed share]
    kept : Rows, shape (rows,)
        Arms control that holds :math:`C`. [share]
    warhead_output, warhead_urgency, arms_control_restrains
        Parameter cards of those names.
    retirement, sufficiency
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Warheads a month later. [warheads]

    Notes
    -----
    That fear speaks for more arms is the arms race of paper A, II.2; that a deal
    freezes production follows paper B, III.3, and that arms control had restrained
    output is paper B, IV.1 (M131). Beyond what makes retaliation sure, warheads buy
    nothing, so that those who trust in treaties can do with less [Jervis1989]. The
    form is ours; with all strengths 0 and no deal, output is steady.
    """
    monthly = warhead_output / 12.0
    pace = np.maximum(0.0, 1.0 + warhead_urgency * alarm)
    return Terms(
        held=stock,
        made=monthly,
        urgency=monthly * (pace - 1.0),
        unrestrained=monthly * pace * arms_control_restrains * lost,
        frozen=-frozen * monthly * pace * (1.0 + arms_control_restrains * lost),
        retired=-retirement / 12.0 * kept * np.maximum(0.0, stock - sufficiency),
    )


def arsenal(stock: Rows, deliverable: Rows) -> Terms:
    r"""Warheads that a state can deliver on each other state.

    .. math:: n_j = n\, x_j

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Warheads :math:`n`. [warheads]
    deliverable : Rows, shape (others, rows)
        Share that can be delivered there :math:`x`. [share]

    Returns
    -------
    Terms, shape (others, rows)
        Deliverable warheads. [warheads]

    Notes
    -----
    Ours. For North Korea the share is its technology of the range needed times that
    of the warhead; for the established powers it is 1.
    """
    return Terms(deliverable=stock * deliverable)
