"""Ties: how deep alignments are, how credible, and what help they promise."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism, profile
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = [
    "common_threat",
    "credibility",
    "pledge",
    "polarization",
    "through_friends",
    "tie",
    "umbrella",
]

CARDS = deck(
    card(
        "tie_pull",
        0.3,
        0.0,
        1.0,
        symbol="y",
        unit="per unit of threat",
        basis="assumed",
        source="form from [Walt1987]; value ours",
        meaning="how much deeper a tie grows with threat from a common adversary",
    ),
    card(
        "tie_months",
        24.0,
        6.0,
        60.0,
        symbol=r"\tau_d",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which a tie closes most of the gap to its target",
    ),
    card(
        "habit_depth",
        0.3,
        0.0,
        0.6,
        symbol="y_h",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.1 and paper B, IV.1 (M18)",
        meaning="depth that full habitual exchange adds to a tie",
    ),
    card(
        "treaty_depth",
        0.25,
        0.0,
        0.5,
        symbol="y_t",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.1 (M10)",
        meaning="depth that a new mutual-aid treaty adds to a tie",
    ),
    card(
        "historical_friction",
        0.3,
        0.0,
        0.6,
        symbol="y_f",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="depth between Seoul and Tokyo that hangs on both governments' will",
    ),
    card(
        "burden_dispute",
        0.1,
        0.0,
        0.4,
        symbol="y_b",
        unit="share",
        basis="assumed",
        source="ours, after [OlsonZeckhauser1966]",
        meaning="depth that a full burden-sharing demand costs an alliance",
    ),
    card(
        "institution_depth",
        0.25,
        0.0,
        0.6,
        symbol="y_i",
        unit="share",
        basis="assumed",
        source="ours; the effects are paper A, III.3 and IV.p2 (M19, M53)",
        meaning="depth that full institutions, or a full courtship, add to a tie",
    ),
    card(
        "camp_begets_camp",
        0.2,
        0.0,
        0.6,
        symbol="y_k",
        unit="share per share",
        basis="assumed",
        source="ours, after paper A, IV.p2 and paper B, II (M56, M95)",
        meaning="how much deeper ties in one camp grow as the other draws together",
    ),
    card(
        "pull_moderated",
        0.4,
        0.0,
        1.0,
        symbol="y_m",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p3 (M161, M163)",
        meaning="share of the blocs' pull that full middle-power diplomacy takes off",
    ),
    card(
        "engagement_cost",
        0.05,
        0.0,
        0.2,
        symbol="y_e",
        unit="share",
        basis="assumed",
        source="ours: what an ally may fear of paper A, IV.p3 (M160)",
        meaning="depth that full conditional engagement costs Seoul with Washington",
    ),
    card(
        "pact_threshold",
        0.4,
        0.2,
        0.6,
        symbol="d_0",
        unit="share",
        basis="assumed",
        source="ours; that depth has a threshold is paper A, III.4 (M52)",
        meaning="depth above which a tie carries a promise of armed help",
    ),
    card(
        "credibility_months",
        12.0,
        3.0,
        36.0,
        symbol=r"\tau_c",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which trust in a promise follows what the guarantor does",
    ),
    card(
        "stretch",
        0.15,
        0.0,
        0.5,
        symbol="x_s",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M98)",
        meaning="credibility that a guarantor fully engaged in a war elsewhere loses",
    ),
    card(
        "decoupling",
        0.3,
        0.0,
        1.0,
        symbol="x_d",
        unit="share",
        basis="assumed",
        source="ours, after [Snyder1984]",
        meaning="share of a nuclear guarantee lost when the guarantor's own cities can "
        "be hit",
    ),
    profile(
        "alliance_commitment",
        dict(zip(STATES, (0.5, 0.5, 0.8, 0.7, 0.7, 0.6), strict=True)),
        0.0,
        1.0,
        symbol="k",
        unit="share",
        meaning="how firmly a government stands by its promises of armed help",
        source="ours, after paper B, IV.2",
    ),
    profile(
        "burden_sharing_demand",
        {"US": 0.3},
        0.0,
        1.0,
        symbol="k_b",
        unit="share",
        meaning="how hard Washington presses allies to pay more",
        source="ours, after paper B, IV.2",
    ),
    profile(
        "rapprochement",
        {"ROK": 0.5, "Japan": 0.7},
        0.0,
        1.0,
        symbol="k_r",
        unit="share",
        meaning="will of Seoul and of Tokyo to work with each other",
        source="ours, after paper A, III.3",
    ),
    mechanism(
        "balancing",
        "ties deepen against a common threat: balance of threat and bloc formation",
        source="paper A, II.2 and IV.p2 (M09, M43, M54, M56); [Walt1987]",
    ),
    mechanism(
        "extended_deterrence",
        "allies' promises shield and deter",
        source="paper A, III.3 and paper B, IV.3 (M43, M46, M149)",
    ),
)


def tie(
    depth: Rows,
    standing: Rows,
    common_news: Rows,
    habit: Rows,
    treaty: Rows,
    goodwill_news: Rows,
    dispute_news: Rows,
    joined: Rows,
    rallied: Rows,
    moderated: Rows,
    hedged: Rows,
    *,
    tie_pull: Rows,
    tie_months: Rows,
    habit_depth: Rows,
    treaty_depth: Rows,
    historical_friction: Rows,
    burden_dispute: Rows,
    institution_depth: Rows,
    camp_begets_camp: Rows,
    pull_moderated: Rows,
    engagement_cost: Rows,
    balancing: Rows,
) -> Terms:
    r"""Depth of each pair's tie, a month later.

    .. math:: d' = d + (d^* - d)/\tau_d, \qquad
              d^* = d_0 + q - y_m m \max(0, q) + y_h h + y_t t
              + y_f \Delta w - y_b \Delta k_b + y_i j - y_e e, \qquad
              q = \sigma y \Delta C + y_k r

    Parameters
    ----------
    depth : Rows, shape (pairs, rows)
        Depth :math:`d`, 0 none to 1 full alliance. [share]
    standing : Rows, shape (pairs, 1)
        Depth in the base year :math:`d_0`. [share]
    common_news : Rows, shape (pairs, rows)
        Common threat less what it was at the start :math:`\Delta C`. [signed threat]
    habit : Rows, shape (pairs, rows)
        Habit of exchange :math:`h`. [share]
    treaty : Rows, shape (pairs, rows)
        1 where a mutual-aid treaty was signed since the start :math:`t`. [0 or 1]
    goodwill_news : Rows, shape (pairs, rows)
        Change of both governments' will to work together :math:`\Delta w`.
        [signed share]
    dispute_news : Rows, shape (pairs, rows)
        Change of burden-sharing demand :math:`\Delta k_b`. [signed share]
    joined : Rows, shape (pairs, rows)
        Institutions or courtship beyond the start :math:`j`. [signed share]
    rallied : Rows, shape (pairs, rows)
        How far the other camp has drawn together since the start, 0 across the camps
        :math:`r`. [signed share]
    moderated : Rows, shape (pairs, rows)
        How far middle powers stand against the blocs' pull :math:`m`. [share]
    hedged : Rows, shape (pairs, rows)
        How far an ally engages the other camp on conditions :math:`e`. [share]
    tie_pull, tie_months, habit_depth, treaty_depth, historical_friction, balancing
        Parameter cards of those names.
    burden_dispute, institution_depth, camp_begets_camp, pull_moderated
        Parameter cards of those names.
    engagement_cost
        Parameter card of that name.

    Returns
    -------
    Terms, shape (pairs, rows)
        Depth a month later, between 0 and 1. [share]

    Notes
    -----
    Ours, anchored on the base year. With ``balancing`` and ``camp_begets_camp`` 0 ties
    follow habit, treaties and governments only. That each camp draws together because
    the other does is paper A, IV.p2 and paper B, II (M56, M95).

    References
    ----------
    [Walt1987] for alliances against a common threat, [OlsonZeckhauser1966] for
    disputes over burdens.
    """
    rate = 1.0 / tie_months
    common = balancing * tie_pull * common_news
    camp = camp_begets_camp * rallied
    return Terms.bounded(
        0.0,
        1.0,
        held=depth,
        custom=rate * (standing - depth),
        common_threat=rate * common,
        other_camp=rate * camp,
        moderation=-rate * pull_moderated * moderated * np.maximum(0.0, common + camp),
        habit=rate * habit_depth * habit,
        treaty=rate * treaty_depth * treaty,
        goodwill=rate * historical_friction * goodwill_news,
        burden_dispute=-rate * burden_dispute * dispute_news,
        institutions=rate * institution_depth * joined,
        hedging=-rate * engagement_cost * hedged,
    )


def common_threat(one: Rows, other: Rows) -> Terms:
    r"""Threat that two states feel from the same third states.

    .. math:: C = \sum_k \sqrt{T_{ik} T_{jk}}

    Parameters
    ----------
    one : Rows, shape (thirds, rows)
        What one of the two feels from each third state :math:`T_i`. [threat]
    other : Rows, shape (thirds, rows)
        What the other feels from each :math:`T_j`. [threat]

    Returns
    -------
    Terms, shape (rows,)
        The sum; its terms are the third states in the order of the six. [threat]

    Notes
    -----
    The geometric mean is ours: what only one of the two fears is not common.

    References
    ----------
    [Walt1987] for alliances against a common threat.
    """
    shared = np.sqrt(one * other)
    return Terms(first=shared[0], second=shared[1], third=shared[2], fourth=shared[3])


def credibility(
    trusted: Rows,
    commitment: Rows,
    engaged: Rows,
    shown: Rows,
    *,
    credibility_months: Rows,
    stretch: Rows,
    theatre_diversion: Rows,
) -> Terms:
    r"""Trust in each other state's promise, a month later.

    .. math:: c' = c + (k (1 - \sigma x_s e) + (1 - k) v - c) / \tau_c

    Parameters
    ----------
    trusted : Rows, shape (others, rows)
        Trust so far :math:`c`. [share]
    commitment : Rows, shape (others, rows)
        How firmly each government stands by its promises :math:`k`. [share]
    engaged : Rows, shape (others, rows)
        How far each is engaged in a war elsewhere :math:`e`. [share]
    shown : Rows, shape (others, rows)
        What each visibly does for its promise :math:`v`. [share]
    credibility_months, stretch, theatre_diversion
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Trust a month later, between 0 and 1. [share]

    Notes
    -----
    Ours. Credibility is a variable of its own beside depth: a deep alliance can be
    doubted.

    References
    ----------
    [Snyder1984] for abandonment.
    """
    rate = 1.0 / credibility_months
    return Terms(
        held=trusted,
        commitment=rate * (commitment - trusted),
        distraction=-rate * theatre_diversion * stretch * engaged * commitment,
        shown=rate * (1.0 - commitment) * shown,
    )


def pledge(
    depth: Rows, trusted: Rows, *, pact_threshold: Rows, extended_deterrence: Rows
) -> Terms:
    r"""Armed help that each other state is trusted to give, as a share of its force.

    .. math:: g = \sigma c \max\left(0, \frac{d - d_0}{1 - d_0}\right)

    Parameters
    ----------
    depth : Rows, shape (others, rows)
        Depth of the tie :math:`d`. [share]
    trusted : Rows, shape (others, rows)
        Trust in the promise :math:`c`. [share]
    pact_threshold, extended_deterrence
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: below the threshold a tie is friendship, not a promise.
    """
    promised = np.maximum(0.0, (depth - pact_threshold) / (1.0 - pact_threshold))
    return Terms(promise=extended_deterrence * trusted * promised)


def through_friends(pledges: Rows, theirs: Rows) -> Terms:
    r"""What reaches a state through its friends, against each other state.

    .. math:: h_j = \sum_k g_k\, p_{kj}

    Parameters
    ----------
    pledges : Rows, shape (others, rows)
        How far each friend counts :math:`g`. [share]
    theirs : Rows, shape (others, others, rows)
        What each friend :math:`k` (first axis) has against each other state :math:`j`
        (second axis), 0 against itself :math:`p`: power to help with, or threat felt.
        [bn US$]

    Returns
    -------
    Terms, shape (others, rows)
        The sum, in the unit of ``theirs``; its terms are the friends in the order of
        the six states. [bn US$]

    Notes
    -----
    Ours. One hop: a friend's own friends do not come along.
    """
    return Terms(
        first=pledges[0] * theirs[0],
        second=pledges[1] * theirs[1],
        third=pledges[2] * theirs[2],
        fourth=pledges[3] * theirs[3],
        fifth=pledges[4] * theirs[4],
    )


def umbrella(
    pledges: Rows, retaliation: Rows, exposure: Rows, *, decoupling: Rows
) -> Terms:
    r"""Credible nuclear retaliation by guarantors against each other state.

    .. math:: R_j = 1 - \prod_k \left(1 - g_k r_k (1 - x_d v_{kj})\right)

    Parameters
    ----------
    pledges : Rows, shape (others, rows)
        Share of its force that each friend is trusted to give :math:`g`. [share]
    retaliation : Rows, shape (others, rows)
        Certainty of each friend's own retaliation :math:`r`. [share]
    exposure : Rows, shape (others, others, rows)
        How exposed each friend :math:`k` (first axis) is to the warheads of each
        other state :math:`j` (second axis), 0 to its own :math:`v`. [share]
    decoupling
        Parameter card of that name.

    Returns
    -------
    Terms, shape (others, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: guarantors act as independent chances. A guarantor whose cities can be hit
    is trusted less: decoupling.

    References
    ----------
    [Schelling1966], [Snyder1984].
    """
    own = pledges * retaliation
    none = 1.0 - own[0] * (1.0 - decoupling * exposure[0])
    none = none * (1.0 - own[1] * (1.0 - decoupling * exposure[1]))
    none = none * (1.0 - own[2] * (1.0 - decoupling * exposure[2]))
    none = none * (1.0 - own[3] * (1.0 - decoupling * exposure[3]))
    none = none * (1.0 - own[4] * (1.0 - decoupling * exposure[4]))
    return Terms(umbrella=1.0 - none)


def polarization(within: Rows, across: Rows) -> Terms:
    r"""How far ties run inside the two camps and not between them.

    .. math:: P = \bar d_{in} - \bar d_{across}

    Parameters
    ----------
    within : Rows, shape (rows,)
        Mean depth of ties inside the camps. [share]
    across : Rows, shape (rows,)
        Mean depth of ties between them. [share]

    Returns
    -------
    Terms, shape (rows,)
        Between -1 and 1. [signed share]

    Notes
    -----
    Ours: the measure of "new cold war" blocs. The camps are those of the treaties:
    North Korea, Russia and China; the United States, South Korea and Japan.
    """
    return Terms(within=within, across=-across)
