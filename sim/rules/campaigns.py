"""Campaigns: whether, which and how many tests; attacks; troops.

What North Korea does within its line toward Washington. A domain of technology is
tested because it is unfinished and ready, because tests are looked at, and because
nothing is expected to follow; the line holds back.
"""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = [
    "attack_value",
    "campaign",
    "expected_punishment",
    "limited_attack",
    "nuclear_test",
    "precedent",
    "provocation",
    "readiness",
    "self_restraint",
    "target",
    "test_count",
    "test_value",
    "testing_pace",
    "troops_value",
    "urge",
]

_LN2 = float(np.log(2.0))  # a plain float: a NumPy one would make all of it float64

_MOST = 3.0
"""Worth beyond which nothing starts any faster: twenty times the neutral rate. Ours."""

_LEAST = -6.0
"""Worth below which nothing is any less likely: one in four hundred. Ours."""

_QUIET = 0.4
"""Share of a moratorium that also holds for what is not loud. Ours."""

CARDS = deck(
    card(
        "target_of_alarm",
        {"NK": 0.1},
        0.0,
        0.4,
        symbol="x_T",
        unit="share per unit of threat",
        basis="assumed",
        source="ours; the effect is paper A, III.4 (M47)",
        meaning="how much further North Korea wants to go when it feels more "
        "threatened",
    ),
    card(
        "readiness_width",
        {"NK": 0.04},
        0.02,
        0.15,
        symbol="w",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="how steeply a domain becomes ready to be tested",
    ),
    card(
        "urge_scale",
        {"NK": 0.1},
        0.05,
        0.4,
        symbol="x_0",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="gap to its target at which a ready domain asks half as loudly as "
        "it can",
    ),
    card(
        "restraint_mixed",
        {"NK": 0.8},
        0.0,
        1.5,
        symbol="k_m",
        unit="utility",
        basis="assumed",
        source="ours, after paper B, III.3(2)",
        meaning="what a mixed line holds back of loud tests",
    ),
    card(
        "restraint_offer",
        {"NK": 1.5},
        0.0,
        3.0,
        symbol="k_o",
        unit="utility",
        basis="assumed",
        source="ours, after paper B, III.1(2)",
        meaning="what an offer of talks holds back of loud tests",
    ),
    card(
        "restraint_moratorium",
        {"NK": 6},
        3.0,
        9.0,
        symbol="k_q",
        unit="utility",
        basis="estimated",
        source="ours: no launch in 505 days, 2017-2019 [CNS2026]",
        meaning="what a moratorium holds back",
    ),
    card(
        "restraint_talks",
        {"NK": 0.5},
        0.0,
        2.0,
        symbol="k_d",
        unit="utility",
        basis="assumed",
        source="ours; launches went on beside talks in 2019 [CNS2026]",
        meaning="what talks under way hold back of loud tests",
    ),
    card(
        "value_of_urge",
        {"NK": 1.6},
        0.0,
        3.0,
        symbol="v_u",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.2 (M114, M117)",
        meaning="what an unfinished and ready domain adds to the worth of testing",
    ),
    card(
        "value_of_attention",
        {"NK": 0.5},
        0.0,
        1.5,
        symbol="v_a",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, III.0 and IV.2 (M105, M138)",
        meaning="what tests are worth when Washington looks elsewhere",
    ),
    card(
        "value_of_impunity",
        {"NK": 0.5},
        0.0,
        1.5,
        symbol="v_i",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.3 (M71, M72)",
        meaning="what a sure veto adds to the worth of loud tests",
    ),
    card(
        "value_of_drills",
        {"NK": 0},
        -5.0,
        10.0,
        symbol="v_e",
        unit="utility per act unit",
        basis="assumed",
        source="ours: the record is weak and conditional [CSIS2016]",
        meaning="what the allies' exercises add to the worth of testing",
    ),
    card(
        "stress_costs",
        {"NK": 0},
        -0.5,
        1.0,
        symbol="v_s",
        unit="utility",
        basis="assumed",
        source="ours: tests cost little against what they may bring (M147)",
        meaning="what hardship takes from the worth of testing",
    ),
    card(
        "value_of_coercion",
        {"NK": 0.4},
        0.0,
        1.5,
        symbol="v_c",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M139)",
        meaning="what full American pressure adds to the worth of loud tests, which "
        "threaten the homeland",
    ),
    card(
        "value_of_election",
        {"NK": 0.4},
        0.0,
        1.5,
        symbol="v_w",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.2 (M165)",
        meaning="what a coming election in the United States adds to the worth of "
        "tests that are not loud: displays for the next administration",
    ),
    card(
        "drone_lesson",
        {"NK": 2},
        0.0,
        5.0,
        symbol="k_n",
        unit="1",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M133)",
        meaning="how much more often drones are tried out with full combat experience, "
        "in multiples of their usual pace",
    ),
    card(
        "campaign_pace",
        {"NK": 1},
        0.3,
        3.0,
        symbol="k_q",
        unit="1",
        basis="estimated",
        source="ours: 1 is about the record of 2012-2020 [CNS2026]",
        meaning="pace of campaigns against that of the domains",
    ),
    card(
        "campaign_half_life",
        {"NK": 2.5},
        1.5,
        6.0,
        symbol="h",
        unit="months",
        basis="estimated",
        source="launch months 2012-2020 come in runs [CNS2026]",
        meaning="half-life of a campaign whose worth is neutral",
    ),
    card(
        "batch",
        {"NK": 1},
        0.5,
        2.0,
        symbol="b",
        unit="1",
        basis="estimated",
        source="ours: 1 is the record of launches by class, 2012-2020 [CNS2026]",
        meaning="size of batches of launches against the record's",
    ),
    card(
        "nuclear_pace",
        {"NK": 0.4},
        0.1,
        0.7,
        symbol="x_n",
        unit="1/year",
        basis="estimated",
        source="4 nuclear tests 2012-2017 [CSIS2024]",
        meaning="nuclear tests a year at neutral worth",
    ),
    card(
        "refractory",
        {"NK": 4},
        2.0,
        8.0,
        symbol="h_n",
        unit="months",
        basis="estimated",
        source="shortest gap between two nuclear tests 8 months [CSIS2024]",
        meaning="half-life with which a site and a new device become ready again",
    ),
    card(
        "punish_forces",
        {"NK": 0.4},
        0.0,
        1.0,
        symbol="d_f",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M149)",
        meaning="punishment expected of full South Korean strike forces",
    ),
    card(
        "punish_assets",
        {"NK": 0.3},
        0.0,
        1.0,
        symbol="d_a",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, III.4 and paper B, IV.3(1) (M46, M149)",
        meaning="punishment expected of fully deployed strategic assets",
    ),
    card(
        "punish_promise",
        {"NK": 0.4},
        0.0,
        1.0,
        symbol="d_p",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M149)",
        meaning="punishment expected of a fully credible American promise",
    ),
    card(
        "nuclear_shadow",
        {"NK": 0.3},
        0.0,
        1.0,
        symbol="d_s",
        unit="share",
        basis="assumed",
        source="form after [Snyder1965]; value ours; the effect is paper B, "
        "IV.3(1) (M132)",
        meaning="share of expected punishment that a complete deterrent against "
        "American cities takes away",
    ),
    card(
        "attack_rate",
        {"NK": 0.25},
        0.05,
        0.8,
        symbol="x_k",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="limited attacks a year at neutral worth",
    ),
    card(
        "attack_of_hardness",
        {"NK": 1},
        0.0,
        2.0,
        symbol="k_h",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M143)",
        meaning="what a hard line toward Washington adds to the worth of an attack "
        "on Seoul",
    ),
    card(
        "attack_shadow",
        {"NK": 0.3},
        0.0,
        1.5,
        symbol="k_s",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M132)",
        meaning="what a complete deterrent adds to the worth of a limited attack",
    ),
    card(
        "attack_deterrence",
        {"NK": 1.5},
        0.0,
        3.0,
        symbol="k_d",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.3(1) (M149)",
        meaning="what full expected punishment takes from the worth of an attack",
    ),
    card(
        "attack_of_talks",
        {"NK": 1},
        0.0,
        2.0,
        symbol="k_t",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what talks under way take from the worth of an attack",
    ),
    card(
        "provocation_scale",
        {"NK": 0.15},
        0.05,
        0.4,
        symbol="y_0",
        unit="act units",
        basis="assumed",
        source="ours",
        meaning="size of tests in a month at which 63% of what can be made of them "
        "is made",
    ),
    card(
        "troops_promise",
        {"NK": 1.5},
        0.0,
        3.0,
        symbol="k_p",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.1 (M10)",
        meaning="what a treaty of mutual aid adds to the worth of sending troops",
    ),
    card(
        "troops_need",
        {"NK": 1},
        0.0,
        3.0,
        symbol="k_g",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.1 (M13)",
        meaning="what empty Russian ranks add",
    ),
    card(
        "troops_pay",
        {"NK": 0.5},
        0.0,
        2.0,
        symbol="k_w",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.1 (M15)",
        meaning="what hardship at home adds: troops are paid",
    ),
    card(
        "troops_learning",
        {"NK": 0.5},
        0.0,
        1.5,
        symbol="k_x",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.2 (M29, Q15)",
        meaning="what there is to learn in combat adds",
    ),
    card(
        "troops_precedent",
        {"NK": 0.5},
        0.0,
        2.0,
        symbol="k_a",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper A, III.2 (M28)",
        meaning="what having fought abroad before adds",
    ),
    card(
        "troops_rebuffed",
        {"NK": 0.5},
        0.0,
        2.0,
        symbol="k_r",
        unit="utility",
        basis="assumed",
        source="ours; the effect is paper B, IV.1 (M08)",
        meaning="what offers to Washington that went unanswered add",
    ),
    card(
        "precedent_troops",
        {"NK": 1},
        0.2,
        5.0,
        symbol="n_0",
        unit="thousand persons",
        basis="assumed",
        source="ours",
        meaning="troops abroad at which the principle of staying out of others' wars "
        "is half dropped",
    ),
    card(
        "troops_home",
        {"NK": 1},
        0.0,
        3.0,
        symbol="k_f",
        unit="utility per unit of threat",
        basis="assumed",
        source="ours",
        meaning="what threat at home takes away",
    ),
    card(
        "troops_reluctance",
        {"NK": 1.5},
        0.0,
        3.0,
        symbol="k_0",
        unit="utility",
        basis="assumed",
        source="ours",
        meaning="what speaks against sending an army abroad at all",
    ),
)


def _held(worth: Rows, low: float, high: float) -> Rows:
    """Return a worth within limits, so that its exponential stays a number."""
    return np.minimum(np.maximum(worth, low), high)


def target(
    first: Rows, later: Rows, completed: Rows, alarm: Rows, *, target_of_alarm: Rows
) -> Terms:
    r"""Level of each domain of technology that North Korea aims at.

    .. math:: x^* = x_1 + (x_2 - x_1)\, C + x_T \max(0, \Delta T)

    Parameters
    ----------
    first : Rows, shape (domains, 1)
        Level sought before the deterrent is complete :math:`x_1`. [share]
    later : Rows, shape (domains, 1)
        Level sought once it is :math:`x_2`. [share]
    completed : Rows, shape (rows,)
        How complete the deterrent is judged to be :math:`C`. [share]
    alarm : Rows, shape (rows,)
        Threat felt beyond the start :math:`\Delta T`. [signed threat]
    target_of_alarm
        Parameter card of that name.

    Returns
    -------
    Terms, shape (domains, rows)
        Level aimed at, between 0 and 1. [share]

    Notes
    -----
    Ours in form. That the targets of further domains rise once the long-range force is
    complete keeps tests from ending with it (M119); that they rise with felt threat
    closes the spiral (M47).
    """
    return Terms.bounded(
        0.0,
        1.0,
        first=first + 0.0 * completed,
        further=(later - first) * completed,
        alarm=target_of_alarm * np.maximum(0.0, alarm),
    )


def readiness(level: Rows, ready: Rows, *, readiness_width: Rows) -> Terms:
    r"""How far each domain is ready to be tested.

    .. math:: g = \frac{1}{1 + e^{-(x - x_r) / w}}

    Parameters
    ----------
    level : Rows, shape (domains, rows)
        Level of technology :math:`x`. [share]
    ready : Rows, shape (domains, 1)
        Level from which tests are worth making :math:`x_r`. [share]
    readiness_width
        Parameter card of that name.

    Returns
    -------
    Terms, shape (domains, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: a steep gate, as nobody flies what has not been built.
    """
    steps = _held((level - ready) / readiness_width, -30.0, 30.0)
    return Terms(ready=1.0 / (1.0 + np.exp(-steps)))


def urge(wanted: Rows, level: Rows, gate: Rows, *, urge_scale: Rows) -> Terms:
    r"""How loudly each unfinished and ready domain asks to be tested.

    .. math:: u = g \frac{z}{z + x_0}, \qquad z = \max(0, x^* - x)

    Parameters
    ----------
    wanted : Rows, shape (domains, rows)
        Level aimed at :math:`x^*`. [share]
    level : Rows, shape (domains, rows)
        Level reached :math:`x`. [share]
    gate : Rows, shape (domains, rows)
        How far the domain is ready to be tested :math:`g`. [share]
    urge_scale
        Parameter card of that name.

    Returns
    -------
    Terms, shape (domains, rows)
        Between 0 and 1. [share]

    Notes
    -----
    Ours in form; that the unfinished force comes before talks is paper B, III.2 (M114,
    M117). Without the gate tests would be most frequent where there is least to test.
    """
    gap = np.maximum(0.0, wanted - level)
    return Terms(unfinished=gate * gap / (gap + urge_scale))


def self_restraint(
    posture: Rows,
    loud: Rows,
    talking: Rows,
    *,
    restraint_mixed: Rows,
    restraint_offer: Rows,
    restraint_moratorium: Rows,
    restraint_talks: Rows,
) -> Terms:
    r"""What its own line holds back of each domain's tests.

    .. math:: r = l (k_m p_{mixed} + k_o p_{offer} + k_d t) + (0.4 + 0.6\, l)
             \, k_q p_{moratorium}

    Parameters
    ----------
    posture : Rows, shape (postures, rows)
        1 at the line taken toward the United States. [0 or 1]
    loud : Rows, shape (domains, 1)
        How far a test defies Washington and the Council :math:`l`. [share]
    talking : Rows, shape (rows,)
        1 while talks are under way :math:`t`. [0 or 1]
    restraint_mixed, restraint_offer, restraint_moratorium, restraint_talks
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (domains, rows)
        Not negative. [signed utility]

    Notes
    -----
    Ours. A line of pressure holds nothing back. A moratorium quiets what is not loud as
    well, an offer or talks only what is: short-range launches can go on beside talks.
    """
    return Terms(
        mixed=restraint_mixed * loud * posture[1],
        offer=restraint_offer * loud * posture[2],
        moratorium=restraint_moratorium * (_QUIET + (1.0 - _QUIET) * loud) * posture[3],
        talks=restraint_talks * loud * talking,
    )


def test_value(
    urge: Rows,
    loud: Rows,
    held_back: Rows,
    attention: Rows,
    patron: Rows,
    punishment: Rows,
    impunity: Rows,
    drilled: Rows,
    stress: Rows,
    coerced: Rows,
    election: Rows,
    *,
    value_of_urge: Rows,
    value_of_attention: Rows,
    value_of_impunity: Rows,
    value_of_drills: Rows,
    value_of_coercion: Rows,
    value_of_election: Rows,
    test_deterrence: Rows,
    stress_costs: Rows,
) -> Terms:
    r"""What testing each domain is worth this month.

    .. math:: V = v_u u + v_a (1 - a)(1 - P)\, l + v_i v\, l + v_e e + v_c c\, l
              + v_w w (1 - l) - w_D D - r - v_s s

    Parameters
    ----------
    urge : Rows, shape (domains, rows)
        How loudly the domain asks to be tested :math:`u`. [share]
    loud : Rows, shape (domains, 1)
        How far a test defies Washington and the Council :math:`l`. [share]
    held_back : Rows, shape (domains, rows)
        What its own line holds back :math:`r`. [signed utility]
    attention : Rows, shape (rows,)
        Share of Washington's attention :math:`a`. [share]
    patron : Rows, shape (rows,)
        Support by patrons :math:`P`. [share]
    punishment : Rows, shape (rows,)
        Punishment that is expected :math:`D`. [share]
    impunity : Rows, shape (rows,)
        Chance that a draft resolution would be vetoed :math:`v`. [share]
    drilled : Rows, shape (rows,)
        Allies' exercises and assets :math:`e`. [act units]
    stress : Rows, shape (rows,)
        Hardship :math:`s`. [share]
    coerced : Rows, shape (rows,)
        Washington's pressure on it :math:`c`. [share]
    election : Rows, shape (rows,)
        1 in the months before an election in the United States :math:`w`. [0 or 1]
    value_of_urge, value_of_attention, value_of_impunity, value_of_drills
        Parameter cards of those names.
    value_of_coercion, value_of_election, test_deterrence, stress_costs
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (domains, rows)
        Worth, of either sign. [signed utility]

    Notes
    -----
    Ours in form. Attention counts only where no patron makes it needless (M105 against
    M145). Deterrence of tests is centered on 0: the papers disagree (M149, M47). Full
    pressure is answered with what reaches the homeland (M139), a coming election with
    what can be shown at less risk (M165).
    """
    unseen = (1.0 - attention) * (1.0 - patron)
    return Terms(
        urge=value_of_urge * urge,
        attention=value_of_attention * unseen * loud,
        impunity=value_of_impunity * impunity * loud,
        drills=value_of_drills * drilled,
        coercion=value_of_coercion * coerced * loud,
        election=value_of_election * election * (1.0 - loud),
        deterrence=-test_deterrence * punishment,
        restraint=-held_back,
        hardship=-stress_costs * stress,
    )


def testing_pace(usual: Rows, ready: Rows, shown: Rows, *, drone_lesson: Rows) -> Terms:
    r"""Campaigns a year that a domain sees at neutral worth.

    .. math:: q' = q\, g\, (1 + k_n x)

    Parameters
    ----------
    usual : Rows, shape (domains, 1)
        Campaigns a year once it is ready :math:`q`. [1/year]
    ready : Rows, shape (domains, rows)
        How far the domain is ready to be tested :math:`g`. [share]
    shown : Rows, shape (domains, rows)
        What own combat has shown of the domain: experience for drones, 0 for all others
        :math:`x`. [share]
    drone_lesson
        Parameter card of that name.

    Returns
    -------
    Terms, shape (domains, rows)
        Not negative. [1/year]

    Notes
    -----
    Ours in form; that a war in which drones matter brings more of them at home is paper
    B, IV.3(1) (M133).
    """
    gated = usual * ready
    return Terms(usual=gated, combat=gated * drone_lesson * shown)


def campaign(
    running: Rows,
    worth: Rows,
    pace: Rows,
    luck_start: Rows,
    luck_stop: Rows,
    *,
    campaign_pace: Rows,
    campaign_half_life: Rows,
) -> Terms:
    r"""Whether a campaign of tests runs in each domain this month.

    .. math:: c' = c\,[u_2 > \lambda p] + (1 - c)\,[u_1 < \mu p], \qquad
              p = \frac{1 - e^{-\lambda - \mu}}{\lambda + \mu}, \quad
              \lambda = \tfrac{\ln 2}{h} e^{-V}, \quad \mu = \tfrac{1}{12} k_q q e^{V}

    Parameters
    ----------
    running : Rows, shape (domains, rows)
        1 where a campaign was running last month :math:`c`. [0 or 1]
    worth : Rows, shape (domains, rows)
        What testing the domain is worth :math:`V`. [signed utility]
    pace : Rows, shape (domains, rows)
        Campaigns a year at neutral worth :math:`q`. [1/year]
    luck_start : Rows, shape (domains, rows)
        Luck of starting :math:`u_1`. [luck]
    luck_stop : Rows, shape (domains, rows)
        Luck of going on :math:`u_2`. [luck]
    campaign_pace, campaign_half_life
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (domains, rows)
        0 or 1. [0 or 1]

    Notes
    -----
    Ours. What is worth more starts sooner and lasts longer: at most e times longer,
    while a moratorium ends what runs at once. The chances are those of starts and stops
    that may come at any moment of a month, so that the share of months in campaigns
    does not hang on the length of a step. Exponents are held within limits.
    """
    often = campaign_pace * pace / 12.0
    starts = often * np.exp(_held(worth, _LEAST, _MOST))
    stops = _LN2 / campaign_half_life * np.exp(_held(-worth, -1.0, _MOST))
    either = starts + stops
    moved = (1.0 - np.exp(-either)) / either
    return Terms(
        goes_on=running * np.heaviside(luck_stop - stops * moved, 0.0),
        starts=(1.0 - running) * np.heaviside(starts * moved - luck_start, 0.0),
    )


def test_count(running: Rows, batch_of: Rows, luck: Rows, *, batch: Rows) -> Terms:
    r"""Tests in each domain this month.

    .. math:: n = c \lfloor \ln u / \ln(m / (1 + m)) \rfloor, \qquad m = b\, b_d

    Parameters
    ----------
    running : Rows, shape (domains, rows)
        1 where a campaign is running :math:`c`. [0 or 1]
    batch_of : Rows, shape (domains, 1)
        Mean tests in a month of campaign, on record :math:`b_d`. [launches]
    luck : Rows, shape (domains, rows)
        Luck of the batch :math:`u`. [luck]
    batch
        Parameter card of that name.

    Returns
    -------
    Terms, shape (domains, rows)
        Tests, at most 40. [launches]

    Notes
    -----
    Ours: a geometric batch with mean :math:`m`, so that launches cluster as the record
    says; a month of campaign may pass without one, so that cutting months in two
    changes no rate.
    """
    mean = np.maximum(batch * batch_of, 1e-3)
    flown = np.floor(np.log(luck) / np.log(mean / (1.0 + mean)))
    return Terms(flown=running * np.minimum(flown, 40.0))


def nuclear_test(
    worth: Rows, since: Rows, luck: Rows, *, nuclear_pace: Rows, refractory: Rows
) -> Terms:
    r"""Whether there is a nuclear test this month.

    .. math:: x = \left[u < 1 - \exp\left(-\tfrac{1}{12} x_n e^{V} (1
              - 2^{-m / h_n})\right)\right]

    Parameters
    ----------
    worth : Rows, shape (rows,)
        What a nuclear test is worth :math:`V`. [signed utility]
    since : Rows, shape (rows,)
        Months since the last one :math:`m`. [months]
    luck : Rows, shape (rows,)
        Luck :math:`u`. [luck]
    nuclear_pace, refractory
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        0 or 1. [0 or 1]

    Notes
    -----
    Ours: a test uses up what the next one needs, which comes back with a half-life.
    """
    recovered = 1.0 - np.exp(-_LN2 * since / refractory)
    rate = nuclear_pace / 12.0 * np.exp(_held(worth, _LEAST, _MOST)) * recovered
    return Terms(tested=np.heaviside(1.0 - np.exp(-rate) - luck, 0.0))


def provocation(tested: Rows, attacked: Rows, *, provocation_scale: Rows) -> Terms:
    r"""How provocative the month was, of all that it could have been.

    .. math:: y = 1 - (1 - x)\, e^{-\max(0, t) / y_0}

    Parameters
    ----------
    tested : Rows, shape (rows,)
        Tests as an act that others see :math:`t`. [act units]
    attacked : Rows, shape (rows,)
        1 where South Korea was attacked :math:`x`. [0 or 1]
    provocation_scale
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: what North Korea can learn from pressure, it learns from provocation.
    """
    loud = 1.0 - np.exp(-np.maximum(0.0, tested) / provocation_scale)
    return Terms(tests=loud, attack=(1.0 - loud) * attacked)


def expected_punishment(
    forces: Rows,
    assets: Rows,
    promise: Rows,
    exposed: Rows,
    completed: Rows,
    *,
    punish_forces: Rows,
    punish_assets: Rows,
    punish_promise: Rows,
    nuclear_shadow: Rows,
) -> Terms:
    r"""Punishment that North Korea expects for an attack.

    .. math:: D = (d_f f + d_a s + d_p c)(1 - d_s v C)

    Parameters
    ----------
    forces : Rows, shape (rows,)
        South Korea's strike forces :math:`f`. [share]
    assets : Rows, shape (rows,)
        Strategic assets deployed :math:`s`. [share]
    promise : Rows, shape (rows,)
        Trust of Seoul in the American promise :math:`c`. [share]
    exposed : Rows, shape (rows,)
        How far American cities are exposed :math:`v`. [share]
    completed : Rows, shape (rows,)
        How complete the deterrent is judged to be :math:`C`. [share]
    punish_forces, punish_assets, punish_promise, nuclear_shadow
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    The shadow is the stability-instability paradox: who deters the great war may feel
    free in the small one. Weights are ours. That Pyongyang believes as much of the
    promise as Seoul does is ours too.

    References
    ----------
    [Snyder1965] for stability and instability; paper B, IV.3(1) (M132, M149).
    """
    by_forces, by_assets = punish_forces * forces, punish_assets * assets
    by_promise = punish_promise * promise
    shadow = nuclear_shadow * exposed * completed
    return Terms.bounded(
        0.0,
        1.0,
        forces=by_forces,
        assets=by_assets,
        promise=by_promise,
        shadow=-shadow * (by_forces + by_assets + by_promise),
    )


def attack_value(
    hard: Rows,
    punishment: Rows,
    talking: Rows,
    completed: Rows,
    *,
    attack_of_hardness: Rows,
    attack_shadow: Rows,
    attack_deterrence: Rows,
    attack_of_talks: Rows,
) -> Terms:
    r"""What a limited attack on South Korea is worth.

    .. math:: V = k_h p + k_s C - k_d D - k_t t

    Parameters
    ----------
    hard : Rows, shape (rows,)
        1 under a line of pressure :math:`p`. [share]
    punishment : Rows, shape (rows,)
        Punishment that is expected :math:`D`. [share]
    talking : Rows, shape (rows,)
        1 while talks are under way :math:`t`. [0 or 1]
    completed : Rows, shape (rows,)
        How complete the deterrent is judged to be :math:`C`. [share]
    attack_of_hardness, attack_shadow, attack_deterrence, attack_of_talks
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Worth, of either sign. [signed utility]

    Notes
    -----
    Ours in form; that a hard line toward Washington spills over on Seoul is paper B,
    IV.3(1) (M143), and that expected punishment deters is its remedy (M149).
    """
    return Terms(
        hardness=attack_of_hardness * hard,
        shadow=attack_shadow * completed,
        deterrence=-attack_deterrence * punishment,
        talks=-attack_of_talks * talking,
    )


def limited_attack(worth: Rows, *, attack_rate: Rows) -> Terms:
    r"""Chance of a limited attack on South Korea this month.

    .. math:: h = 1 - \exp\left(-\tfrac{1}{12} x_k e^{V}\right)

    Parameters
    ----------
    worth : Rows, shape (rows,)
        What an attack is worth :math:`V`. [signed utility]
    attack_rate
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours: a hazard below the threshold of war.
    """
    rate = attack_rate / 12.0 * np.exp(_held(worth, _LEAST, _MOST))
    return Terms(chance=1.0 - np.exp(-rate))


def precedent(held: Rows, abroad: Rows, *, precedent_troops: Rows) -> Terms:
    r"""How far the principle of staying out of others' wars is dropped.

    .. math:: p' = \max\left(p, \frac{N}{N + n_0}\right)

    Parameters
    ----------
    held : Rows, shape (rows,)
        How far it was dropped before :math:`p`. [share]
    abroad : Rows, shape (rows,)
        Troops abroad :math:`N`. [thousand persons]
    precedent_troops
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        A month later, between 0 and 1; it never falls. [share]

    Notes
    -----
    Ours in form; that the principle is gone once it is broken is paper A, III.2 (M28).
    """
    broken = abroad / (abroad + precedent_troops)
    return Terms(held=held, broken=np.maximum(0.0, broken - held))


def troops_value(
    treaty: Rows,
    gap: Rows,
    pay: Rows,
    experience: Rows,
    fought: Rows,
    rebuffed: Rows,
    alarm: Rows,
    *,
    troops_promise: Rows,
    troops_need: Rows,
    troops_pay: Rows,
    troops_learning: Rows,
    troops_precedent: Rows,
    troops_rebuffed: Rows,
    troops_home: Rows,
    troops_reluctance: Rows,
) -> Terms:
    r"""What sending troops to Russia is worth to North Korea.

    .. math:: V = k_p t + k_g m + k_w s + k_x (1 - x) + k_a p
              + k_r u - k_f \max(0, \Delta T) - k_0

    Parameters
    ----------
    treaty : Rows, shape (rows,)
        1 once there is a treaty of mutual aid :math:`t`. [0 or 1]
    gap : Rows, shape (rows,)
        Russian ranks that are empty :math:`m`. [share]
    pay : Rows, shape (rows,)
        How badly money is needed: hardship :math:`s`. [share]
    experience : Rows, shape (rows,)
        Combat experience so far :math:`x`. [share]
    fought : Rows, shape (rows,)
        How far the principle of staying out is dropped already :math:`p`. [share]
    rebuffed : Rows, shape (rows,)
        How far offers to Washington went unanswered :math:`u`. [share]
    alarm : Rows, shape (rows,)
        Threat felt at home beyond the start :math:`\Delta T`. [signed threat]
    troops_promise, troops_need, troops_pay, troops_learning, troops_precedent
        Parameter cards of those names.
    troops_rebuffed, troops_home, troops_reluctance
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Worth, of either sign. [signed utility]

    Notes
    -----
    Ours in form. Help, pay, experience and a signal of alliance are named side by side
    in paper A, III (Q15); no weights are given. Whoever has fought abroad goes again
    more easily (M28); who was rebuffed by Washington turns to Moscow (M08).
    """
    return Terms(
        promise=troops_promise * treaty,
        need=troops_need * gap,
        pay=troops_pay * pay,
        learning=troops_learning * (1.0 - experience),
        precedent=troops_precedent * fought,
        rebuffed=troops_rebuffed * rebuffed,
        home=-troops_home * np.maximum(0.0, alarm),
        reluctance=-troops_reluctance + 0.0 * gap,
    )
