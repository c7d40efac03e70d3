"""Perception: what a state reads into others' acts, and what it comes to believe."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.cast import STATES
from sim.terms import Rows, Terms

__all__ = [
    "belief",
    "evidence",
    "expectation",
    "first_belief",
    "guilt_by_association",
    "hostile_intent",
]

_LN2 = float(np.log(2.0))  # a plain float: a NumPy one would make all of it float64

CERTAINTY = 6.0
"""Log-odds beyond which no belief goes: one in four hundred. Ours."""

CARDS = deck(
    card(
        "misperception",
        0.3,
        0.0,
        0.8,
        symbol="m",
        unit="share",
        basis="assumed",
        source="form from [Jervis1976]; value ours",
        meaning="share of a defensive act that is misread as offensive",
        each=STATES,
    ),
    card(
        "distinguishability",
        0.0,
        0.0,
        1.0,
        symbol=r"\delta",
        unit="share",
        basis="assumed",
        source="form from [Jervis1978]; value ours",
        meaning="how plainly defensive arms can be told from offensive ones; at 1 "
        "nothing defensive is misread",
        each=STATES,
    ),
    card(
        "channel_clarity",
        0.4,
        0.0,
        0.8,
        symbol="k_c",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, IV.p2 (M58)",
        meaning="share of misperception that a fully open line of communication clears",
        each=STATES,
    ),
    card(
        "confidence_clarity",
        0.4,
        0.0,
        0.8,
        symbol="k_v",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p2 (M159)",
        meaning="share of misperception and noise that full confidence among the six "
        "clears",
    ),
    card(
        "belief_noise",
        0.03,
        0.0,
        0.2,
        symbol=r"\nu",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="standard deviation of the noise in a month's evidence",
        each=STATES,
    ),
    card(
        "learning",
        2.0,
        0.5,
        4.0,
        symbol=r"\ell",
        unit="log-odds per act unit",
        basis="assumed",
        source="Bayesian form of [Kydd2005]; value ours",
        meaning="how much one unit of surprise moves belief",
        each=STATES,
    ),
    card(
        "forgetting",
        36.0,
        12.0,
        120.0,
        symbol="h_f",
        unit="months",
        basis="estimated",
        source="ours: hostility between the Koreas fell back within years after 2010 "
        "[ICEWS]",
        meaning="half-life with which belief returns to its old level",
        each=STATES,
    ),
    card(
        "habituation",
        24.0,
        12.0,
        60.0,
        symbol="h_e",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="half-life with which repeated acts become expected and stop informing",
        each=STATES,
    ),
    card(
        "proxy_weight",
        0.5,
        0.0,
        1.0,
        symbol="q",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, II.2 (M31)",
        meaning="how much an act in a third party's war counts against one at home",
        each=STATES,
    ),
    card(
        "linkage",
        0.2,
        0.0,
        0.5,
        symbol=r"\kappa",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, II.2 and III.2 (M60, M61)",
        meaning="share of a partner's surprising acts that is charged to its friends",
        each=STATES,
    ),
    card(
        "worst_case",
        0.2,
        0.0,
        1.0,
        symbol="c",
        unit="share",
        basis="assumed",
        source="form from [Mearsheimer2001]; value ours",
        meaning="how far a state assumes the worst where it does not know: at 1 only "
        "capabilities count",
        each=STATES,
    ),
    card(
        "verification",
        0.0,
        0.0,
        1.0,
        symbol="k",
        unit="share",
        basis="assumed",
        source="benchmark of [Glaser2010]; a teaching device",
        meaning="how far the true type of others is simply known",
        each=STATES,
    ),
    card(
        "suspicion",
        -2.0,
        -4.0,
        0.0,
        symbol="L_0",
        unit="log-odds",
        basis="assumed",
        source="ours",
        meaning="belief about a state with the same votes, no rivalry and no conflict",
    ),
    card(
        "suspicion_of_votes",
        0.4,
        0.0,
        1.0,
        symbol="L_v",
        unit="log-odds per ideal point",
        basis="assumed",
        source="weight ours; distances [BaileyStrezhnevVoeten2017]",
        meaning="what distance in General Assembly votes adds to first belief",
    ),
    card(
        "suspicion_of_rivals",
        1.0,
        0.0,
        2.0,
        symbol="L_r",
        unit="log-odds",
        basis="assumed",
        source="weight ours; rivalries [ThompsonSakuwaSuhas2022]",
        meaning="what a strategic rivalry adds to first belief",
    ),
    card(
        "suspicion_of_conflict",
        6.0,
        0.0,
        10.0,
        symbol="L_c",
        unit="log-odds",
        basis="assumed",
        source="weight ours; conflictual share of events [ICEWS]",
        meaning="what an all-conflictual record of events adds to first belief",
    ),
    mechanism(
        "guilt_by_association",
        "a partner's surprising acts are charged to its friends: the entangled "
        "security dilemma",
        source="paper A, II.2 and III.2 (M60-M62, M65); general rule ours",
    ),
    mechanism(
        "proxy_dilemma",
        "acts in a third party's war are evidence to onlookers: the proxy security "
        "dilemma",
        source="paper A, II.2 and III.2 (M31)",
    ),
    mechanism(
        "habituation_effect",
        "acts that are repeated come to be expected, so routine drills stop informing",
        source="ours, after [Jervis1976]",
    ),
)


def first_belief(
    vote_distance: Rows,
    rivalry: Rows,
    conflict_share: Rows,
    *,
    suspicion: Rows,
    suspicion_of_votes: Rows,
    suspicion_of_rivals: Rows,
    suspicion_of_conflict: Rows,
) -> Terms:
    r"""Belief at the start that each other state is greedy, from the record.

    .. math:: L = L_0 + L_v v_j + L_r r_j + L_c n_j

    Parameters
    ----------
    vote_distance : Rows, shape (others, 1)
        Distance of ideal points in the General Assembly :math:`v`. [ideal points]
    rivalry : Rows, shape (others, 1)
        1 where there is a strategic rivalry :math:`r`. [0 or 1]
    conflict_share : Rows, shape (others, 1)
        Conflictual share of events between the two :math:`n`. [share]
    suspicion, suspicion_of_votes, suspicion_of_rivals, suspicion_of_conflict
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, 1)
        Belief :math:`L`, which stays the level that belief returns to, between -6
        and 6. [log-odds]

    Notes
    -----
    Ours: states start from the public record, and both sides of a pair alike.
    """
    return Terms.bounded(
        -CERTAINTY,
        CERTAINTY,
        unknown=suspicion,
        votes=suspicion_of_votes * vote_distance,
        rivalry=suspicion_of_rivals * rivalry,
        conflict=suspicion_of_conflict * conflict_share,
    )


def evidence(
    armed: Rows,
    drilled: Rows,
    tested: Rows,
    fought: Rows,
    struck: Rows,
    conciliated: Rows,
    offensive: Rows,
    aimed: Rows,
    heard: Rows,
    confident: Rows,
    noise: Rows,
    *,
    misperception: Rows,
    distinguishability: Rows,
    channel_clarity: Rows,
    confidence_clarity: Rows,
    belief_noise: Rows,
    proxy_weight: Rows,
    proxy_dilemma: Rows,
) -> Terms:
    r"""What last month's acts say about each other state's intentions.

    .. math:: e_j = r_j (a_j + b_j + t_j + x_j + \sigma q f_j)
              - g_j (1 - o_j) y_j + (1 - k_v C) \nu z_j, \qquad
              r_j = g_j (o_j + (1 - o_j) m (1 - \delta)(1 - k_c c_j)(1 - k_v C))

    Parameters
    ----------
    armed : Rows, shape (others, rows)
        Build-up seen in each other state :math:`a`. [act units]
    drilled : Rows, shape (others, rows)
        Exercises :math:`b`. [act units]
    tested : Rows, shape (others, rows)
        Missile and nuclear tests :math:`t`. [act units]
    fought : Rows, shape (others, rows)
        Part in a war elsewhere, with arms or troops :math:`f`. [act units]
    struck : Rows, shape (others, rows)
        Attacks and crises that it is part of :math:`x`. [act units]
    conciliated : Rows, shape (others, rows)
        Costly conciliation :math:`y`. [act units]
    offensive : Rows, shape (others, rows)
        Share of those acts that truly serves attack :math:`o`. [share]
    aimed : Rows, shape (others, rows)
        How far they can be meant for the observer: 1 less the tie :math:`g`. [share]
    heard : Rows, shape (others, rows)
        How open the line of communication with each is :math:`c`. [share]
    confident : Rows, shape (rows,)
        Confidence from a verified dialogue :math:`C`. [share]
    noise : Rows, shape (others, rows)
        Standard normal luck :math:`z`. [standard normal]
    misperception, distinguishability, channel_clarity, confidence_clarity
        Parameter cards of those names.
    belief_noise, proxy_weight, proxy_dilemma
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Evidence :math:`e`; it can be negative. [act units]

    Notes
    -----
    The sum of readings is ours; that defensive acts are misread, and less so where
    arms can be told apart, is Jervis's; that costly conciliation reveals a state
    that seeks security is Kydd's. With misperception 0, or distinguishability 1, only
    truly offensive acts alarm.

    References
    ----------
    [Jervis1976] for misperception, [Jervis1978] for distinguishability, [Kydd2005]
    for reassurance.
    """
    defensive = 1.0 - offensive
    unclear = 1.0 - confidence_clarity * confident
    misread = misperception * (1.0 - distinguishability) * unclear
    read = aimed * (offensive + defensive * misread * (1.0 - channel_clarity * heard))
    return Terms(
        arming=read * armed,
        drills=read * drilled,
        tests=read * tested,
        attacks=read * struck,
        proxy_war=proxy_dilemma * proxy_weight * read * fought,
        reassurance=-aimed * defensive * conciliated,
        noise=belief_noise * unclear * noise,
    )


def expectation(
    expected: Rows, seen: Rows, *, habituation: Rows, habituation_effect: Rows
) -> Terms:
    r"""What a state has come to expect of each other, a slow average of the past.

    .. math:: \bar e' = \bar e + \sigma (1 - 2^{-1/h_e}) (e - \bar e)

    Parameters
    ----------
    expected : Rows, shape (others, rows)
        Expectation :math:`\bar e` so far. [act units]
    seen : Rows, shape (others, rows)
        This month's evidence :math:`e`. [act units]
    habituation, habituation_effect
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Expectation a month later. [act units]

    Notes
    -----
    Ours. What is done as often as before carries no news; what stops, informs.
    """
    rate = habituation_effect * (1.0 - np.exp(-_LN2 / habituation))
    return Terms(held=expected, learned=rate * (seen - expected))


def guilt_by_association(
    surprise: Rows, friendship: Rows, *, linkage: Rows, guilt_by_association: Rows
) -> Terms:
    r"""Surprise at each other state's friends, as far as it is charged to that state.

    .. math:: g_j = \sigma \kappa \frac{\sum_k f_{jk}\, s_k}{\sum_k f_{jk}}

    Parameters
    ----------
    surprise : Rows, shape (others, rows)
        Evidence beyond what was expected of each other state :math:`s`. [act units]
    friendship : Rows, shape (others, others, rows)
        Depth of the tie of each other state with each further one :math:`f`, 0 with
        itself. [share]
    linkage, guilt_by_association
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        What is charged to each other state, one hop only. [act units]

    Notes
    -----
    Ours: the general rule behind paper A's entangled security dilemma. Normalized,
    so that many friends do not multiply guilt. At strength 0 each state answers for
    its own acts alone.

    References
    ----------
    [MostStarr1980] for the diffusion of war across ties.
    """
    ties = friendship[:, 0] + friendship[:, 1] + friendship[:, 2]
    ties = ties + friendship[:, 3] + friendship[:, 4]
    share = guilt_by_association * linkage / (ties + _NO_TIE)
    return Terms(
        first=share * friendship[:, 0] * surprise[0],
        second=share * friendship[:, 1] * surprise[1],
        third=share * friendship[:, 2] * surprise[2],
        fourth=share * friendship[:, 3] * surprise[3],
        fifth=share * friendship[:, 4] * surprise[4],
    )


_NO_TIE = 1e-9
"""Keeps a friendless state's share of guilt at 0 instead of 0/0."""


def belief(
    log_odds: Rows,
    surprise: Rows,
    charged: Rows,
    baseline: Rows,
    *,
    learning: Rows,
    forgetting: Rows,
) -> Terms:
    r"""Belief that each other state is greedy, after a month's evidence.

    .. math:: L' = L + \ell s + \ell g - (1 - 2^{-1/h_f})(L - L_0)

    Parameters
    ----------
    log_odds : Rows, shape (others, rows)
        Belief so far :math:`L`. [log-odds]
    surprise : Rows, shape (others, rows)
        Evidence beyond what was expected :math:`s`. [act units]
    charged : Rows, shape (others, rows)
        Guilt by association :math:`g`. [act units]
    baseline : Rows, shape (others, rows)
        The level that belief returns to :math:`L_0`. [log-odds]
    learning, forgetting
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Belief a month later, between -6 and 6. [log-odds]

    Notes
    -----
    Updating in log-odds is Bayes' rule for evidence of that weight; forgetting is
    ours. With no surprise belief goes back to its baseline.

    References
    ----------
    [Kydd2005] for trust as belief about type.
    """
    relax = 1.0 - np.exp(-_LN2 / forgetting)
    return Terms.bounded(
        -CERTAINTY,
        CERTAINTY,
        held=log_odds,
        surprise=learning * surprise,
        association=learning * charged,
        forgotten=-relax * (log_odds - baseline),
    )


def hostile_intent(
    log_odds: Rows, greed: Rows, tie: Rows, *, worst_case: Rows, verification: Rows
) -> Terms:
    r"""Intent that a state ascribes to each other.

    .. math:: i_j = (P_j + c (1 - P_j)) (1 - d_j), \qquad
              P_j = (1 - k) \frac{1}{1 + e^{-L_j}} + k \theta_j

    Parameters
    ----------
    log_odds : Rows, shape (others, rows)
        Belief :math:`L`. [log-odds]
    greed : Rows, shape (others, rows)
        True type :math:`\theta`, 0 security-seeking to 1 greedy. [share]
    tie : Rows, shape (others, rows)
        Depth of the tie with each other state :math:`d`. [share]
    worst_case, verification
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (others, rows)
        Intent, between 0 and 1. [share]

    Notes
    -----
    ``worst_case`` 1 is "capabilities, not intentions" of [Mearsheimer2001];
    ``verification`` 1 is the benchmark in which types are known. That allies
    discount each other is [Walt1987].
    """
    probability = (1.0 - verification) / (
        1.0 + np.exp(-log_odds)
    ) + verification * greed
    strange = 1.0 - tie
    return Terms(
        believed=strange * probability,
        assumed=strange * worst_case * (1.0 - probability),
    )
