"""The war in Ukraine: fire, manpower, front, exhaustion and its end."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, profile
from sim.terms import Rows, Terms

__all__ = [
    "attrition",
    "ceasefire",
    "effective_fire",
    "exhaustion",
    "fire",
    "front",
    "front_strength",
    "intensity",
    "manpower_gap",
    "mobilized_output",
    "recruits",
    "shielded_fire",
    "sustainment",
    "western_support",
]

CARDS = deck(
    card(
        "desired_fire",
        0.85,
        0.4,
        1.2,
        symbol="f^*",
        unit="million shells/month",
        basis="measured",
        source="10 to 11 million shells fired in 2022 [Reuters2023]",
        meaning="shells that Russia would fire in a month if it had them",
    ),
    card(
        "ration_months",
        8.0,
        2.0,
        24.0,
        symbol="r",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="months over which Russia stretches the shells it has left",
    ),
    card(
        "russian_output",
        0.13,
        0.08,
        0.17,
        symbol="o_R",
        unit="million shells/month",
        basis="estimated",
        source="outlook of 1 to 2 million a year [Reuters2023]",
        meaning="Russian shell output once industry has been mobilized",
    ),
    card(
        "mobilization_months",
        24.0,
        12.0,
        36.0,
        symbol=r"\tau_o",
        unit="months",
        basis="estimated",
        source="0.4 million made or refurbished in 2022 [EstonianFIS2023]; pace ours",
        meaning="time over which Russian output rises from peace to war",
    ),
    card(
        "peace_output",
        0.033,
        0.02,
        0.06,
        symbol="o_0",
        unit="million shells/month",
        basis="measured",
        source="0.4 million made or refurbished in 2022 [EstonianFIS2023]",
        meaning="Russian shell output before industry was mobilized",
    ),
    card(
        "evasion_output",
        0.05,
        0.0,
        0.3,
        symbol="o_e",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.3 and IV (M81)",
        meaning="wartime output that full trade with North Korea wins back from full "
        "Western sanctions",
    ),
    card(
        "other_supply",
        0.02,
        0.0,
        0.2,
        symbol="o_x",
        unit="million shells/month",
        basis="assumed",
        source="ours; that there is almost no other seller is paper B, IV.1 (M04)",
        meaning="shells that Russia buys from others than North Korea",
    ),
    card(
        "ukrainian_fire",
        0.2,
        0.06,
        0.3,
        symbol="f_U",
        unit="million shells/month",
        basis="estimated",
        source="0.06 to 0.21 million a month early in 2023 [Bloomberg2023]",
        meaning="shells that Ukraine fires in a month with full Western support",
    ),
    card(
        "ukrainian_precision",
        2.5,
        1.0,
        5.0,
        symbol="e_U",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="effect of one Ukrainian shell, with drones and better guns, "
        "against one Russian shell",
    ),
    card(
        "lethality",
        0.05,
        0.02,
        0.1,
        symbol="a",
        unit="1/month",
        basis="estimated",
        source="half of the losses that Kyiv claims, 9,600 a month in 2022 "
        "[UkrainianGeneralStaff2023]",
        meaning="enemy soldiers lost in a month for each own soldier at full fire",
    ),
    card(
        "full_fire",
        0.85,
        0.4,
        1.2,
        symbol="f_0",
        unit="million shells/month",
        basis="measured",
        source="10 to 11 million shells fired in 2022 [Reuters2023]",
        meaning="fire that counts as full in the law of attrition",
    ),
    card(
        "russian_recruits",
        18.0,
        5.0,
        35.0,
        symbol="m_R",
        unit="thousand persons/month",
        basis="assumed",
        source="ours",
        meaning="soldiers that Russia can raise in a month while its ranks are empty",
    ),
    card(
        "ukrainian_recruits",
        14.0,
        4.0,
        28.0,
        symbol="m_U",
        unit="thousand persons/month",
        basis="assumed",
        source="ours",
        meaning="soldiers that Ukraine can raise in a month while its ranks are empty",
    ),
    card(
        "russian_establishment",
        500.0,
        300.0,
        800.0,
        symbol="M_R",
        unit="thousand persons",
        basis="assumed",
        source="ours",
        meaning="soldiers that Russia wants in the theatre",
    ),
    card(
        "auxiliary_effect",
        0.3,
        0.0,
        1.0,
        symbol="g_a",
        unit="1",
        basis="assumed",
        source="ours, after paper A, III.2 (M22)",
        meaning="Russian soldiers set free for the front by one North Korean in the "
        "rear, beyond the one who fights",
    ),
    card(
        "logistics_effect",
        0.02,
        0.0,
        0.1,
        symbol="g_l",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.2 (M23)",
        meaning="strength that North Korean stores add, with deliveries at capacity",
    ),
    card(
        "shield_of_auxiliaries",
        0.1,
        0.0,
        0.5,
        symbol="g_s",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.2 (M26)",
        meaning="share of Ukraine's fire that guards and air defense by very many "
        "North Koreans keep off Russian soldiers",
    ),
    card(
        "ukrainian_establishment",
        400.0,
        250.0,
        700.0,
        symbol="M_U",
        unit="thousand persons",
        basis="assumed",
        source="ours",
        meaning="soldiers that Ukraine wants in the line",
    ),
    card(
        "european_support",
        0.7,
        0.2,
        1.0,
        symbol="k_E",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="arms for Ukraine from Europe, against the most in 2022-2023",
    ),
    card(
        "asian_aid",
        0.1,
        0.0,
        0.3,
        symbol="x_A",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="full aid of either Asian ally, against the West's most in 2022-2023",
    ),
    card(
        "first_blow",
        0.11,
        0.05,
        0.2,
        symbol="F_0",
        unit="share of Ukraine",
        basis="measured",
        source="7% held before the invasion, 18% a year later [ISW2023]",
        meaning="ground that the invasion takes at once",
    ),
    card(
        "defender_advantage",
        2.0,
        1.0,
        4.0,
        symbol="v",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="edge at which an attacker moves the front at half its pace",
    ),
    card(
        "mobility",
        0.002,
        0.0005,
        0.01,
        symbol="y",
        unit="share of Ukraine/month",
        basis="estimated",
        source="584 square kilometres in 2023 [ISW2023]: the order of magnitude",
        meaning="ground that changes hands in a month at great superiority",
    ),
    card(
        "battle_luck",
        0.4,
        0.0,
        1.0,
        symbol=r"\nu",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="standard deviation of a month's luck in battle",
    ),
    card(
        "exhaustion_rate",
        0.5,
        0.1,
        1.5,
        symbol="w",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="exhaustion from losses as large as the whole establishment",
    ),
    card(
        "recovery_months",
        60.0,
        24.0,
        120.0,
        symbol=r"\tau_w",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which a society recovers from exhaustion",
    ),
    card(
        "confidence_of_company",
        0.1,
        0.0,
        0.5,
        symbol="w_c",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.3 (M87)",
        meaning="share of new exhaustion that full company spares a belligerent",
    ),
    card(
        "ceasefire_rate",
        0.3,
        0.05,
        1.0,
        symbol="h_w",
        unit="1/year",
        basis="assumed",
        source="ours; no paper says what ends the war",
        meaning="yearly chance of a ceasefire when both sides are fully exhausted",
    ),
    card(
        "ceasefire_push_effect",
        2.0,
        0.0,
        6.0,
        symbol="h_p",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="how much Washington's full push multiplies that chance",
    ),
    card(
        "success_ends_war",
        1.0,
        0.0,
        4.0,
        symbol="h_s",
        unit="1/year per share of Ukraine",
        basis="assumed",
        source="ours: faster success can also shorten the war",
        meaning="yearly chance of an end for ground that Russia holds beyond the first "
        "year's",
    ),
    profile(
        "ukraine_support",
        {"US": 0.8},
        0.0,
        1.0,
        symbol="k_u",
        unit="share",
        meaning="US arms for Ukraine, against the most in 2022-2023",
        source="ours, after paper B, IV.2",
    ),
    profile(
        "ceasefire_push",
        {"US": 0.1},
        0.0,
        1.0,
        symbol="k_c",
        unit="share",
        meaning="how hard Washington pushes both sides to a ceasefire",
        source="ours, after paper B, IV.2",
    ),
    profile(
        "aid_to_ukraine",
        {"ROK": 0.1, "Japan": 0.1},
        0.0,
        1.0,
        symbol="k_a",
        unit="share",
        meaning="arms and shells that reach Ukraine from a Northeast Asian ally",
        source="ours, after paper A, IV.p3",
    ),
    card(
        "us_share_of_support",
        0.5,
        0.3,
        0.7,
        symbol="x_u",
        unit="share",
        basis="assumed",
        source="ours: about half of Western arms",
        meaning="share of Western support for Ukraine that hangs on Washington",
    ),
)


def fire(
    stock: Rows, income: Rows, at_war: Rows, *, desired_fire: Rows, ration_months: Rows
) -> Terms:
    r"""Shells fired in a month, rationed to the stock.

    .. math:: f = w \min(f^*, o + S/r)

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Shells left :math:`S`. [million shells]
    income : Rows, shape (rows,)
        Shells made and bought in the month :math:`o`. [million shells/month]
    at_war : Rows, shape (rows,)
        1 while there is fighting :math:`w`. [0 or 1]
    desired_fire, ration_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Fire, never more than stock and income. [million shells/month]

    Notes
    -----
    Ours: unrationed fire empties the stock within a year at 2022's rates.
    """
    wanted = at_war * desired_fire
    affordable = at_war * (income + stock / ration_months)
    return Terms(wanted=wanted, rationed=np.minimum(affordable, wanted) - wanted)


def mobilized_output(
    output: Rows,
    at_war: Rows,
    opened: Rows,
    isolated: Rows,
    *,
    russian_output: Rows,
    peace_output: Rows,
    mobilization_months: Rows,
    evasion_output: Rows,
) -> Terms:
    r"""Russian shell output, a month later.

    .. math:: o' = o + (w\, o_R (1 + o_e c z) + (1 - w) o_0 - o) / \tau_o

    Parameters
    ----------
    output : Rows, shape (rows,)
        Output :math:`o`. [million shells/month]
    at_war : Rows, shape (rows,)
        1 while there is fighting :math:`w`. [0 or 1]
    opened : Rows, shape (rows,)
        Openness of the channel with North Korea :math:`c`. [share]
    isolated : Rows, shape (rows,)
        Russia's isolation, as far as which sanctions bite :math:`z`. [share]
    russian_output, peace_output, mobilization_months, evasion_output
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Output a month later. [million shells/month]

    Notes
    -----
    Ours: industry takes years to mobilize. That trade outside monitored channels
    weakens Western sanctions is paper A, III.3 (M81); with an effect of 0 it does not.
    """
    wanted = peace_output + at_war * (russian_output - peace_output)
    evaded = evasion_output * opened * isolated * at_war * russian_output
    return Terms(
        held=output,
        mobilized=(wanted - output) / mobilization_months,
        evasion=evaded / mobilization_months,
    )


def western_support(
    washington: Rows,
    seoul: Rows,
    tokyo: Rows,
    *,
    us_share_of_support: Rows,
    european_support: Rows,
    asian_aid: Rows,
) -> Terms:
    r"""Arms that reach Ukraine, against the most in 2022-2023.

    .. math:: k = x_u k_u + (1 - x_u) k_E + x_A (k_S + k_T)

    Parameters
    ----------
    washington : Rows, shape (rows,)
        Support by the United States :math:`k_u`. [share]
    seoul : Rows, shape (rows,)
        Aid by South Korea :math:`k_S`. [share]
    tokyo : Rows, shape (rows,)
        Aid by Japan :math:`k_T`. [share]
    us_share_of_support, european_support, asian_aid
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Support, at most 1.6. [share]

    Notes
    -----
    Ours.
    """
    return Terms(
        washington=us_share_of_support * washington,
        europe=(1.0 - us_share_of_support) * european_support,
        seoul=asian_aid * seoul,
        tokyo=asian_aid * tokyo,
    )


def effective_fire(
    at_war: Rows,
    support: Rows,
    *,
    ukrainian_fire: Rows,
    ukrainian_precision: Rows,
    full_fire: Rows,
) -> Terms:
    r"""Ukraine's fire in the effect of full Russian fire.

    .. math:: f = w\, e_U f_U k / f_0

    Parameters
    ----------
    at_war : Rows, shape (rows,)
        1 while there is fighting :math:`w`. [0 or 1]
    support : Rows, shape (rows,)
        Western support :math:`k`. [share]
    ukrainian_fire, ukrainian_precision, full_fire
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Effective fire. [ratio]

    Notes
    -----
    Ours: Ukraine's fire hangs on the West.
    """
    return Terms(
        fire=at_war * ukrainian_precision * ukrainian_fire * support / full_fire
    )


def intensity(fired: Rows, answered: Rows, *, full_fire: Rows) -> Terms:
    r"""Intensity of the war.

    .. math:: i = \tfrac{1}{2} \min(1, f_R / f_0) + \tfrac{1}{2} \min(1, f_U)

    Parameters
    ----------
    fired : Rows, shape (rows,)
        Russian fire :math:`f_R`. [million shells/month]
    answered : Rows, shape (rows,)
        Ukraine's effective fire :math:`f_U`. [ratio]
    full_fire
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 in peace and 1. [share]

    Notes
    -----
    Ours.
    """
    return Terms(
        russian=0.5 * np.minimum(1.0, fired / full_fire),
        ukrainian=0.5 * np.minimum(1.0, answered),
    )


def attrition(own: Rows, enemy: Rows, enemy_fire: Rows, *, lethality: Rows) -> Terms:
    r"""Soldiers left after a month of fighting.

    .. math:: M' = \max(0, M - a f_e M_e)

    Parameters
    ----------
    own : Rows, shape (rows,)
        Own soldiers :math:`M`. [thousand persons]
    enemy : Rows, shape (rows,)
        Enemy soldiers :math:`M_e`. [thousand persons]
    enemy_fire : Rows, shape (rows,)
        The enemy's fire against full fire, 0 when there is none :math:`f_e`. [share]
    lethality
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Soldiers left, not negative. [thousand persons]

    Notes
    -----
    Lanchester's law of aimed fire; that fire scales it is ours. With equal fire and
    no recruits :math:`M_1^2 - M_2^2` stays the same to the order of the step.

    References
    ----------
    [Lanchester1916].
    """
    losses = np.minimum(own, lethality * enemy_fire * enemy)
    return Terms(standing=own, losses=-losses)


def shielded_fire(
    answered: Rows, abroad: Rows, *, shield_of_auxiliaries: Rows, most_troops: Rows
) -> Terms:
    r"""Ukraine's effective fire that reaches Russian soldiers.

    .. math:: f' = f \left(1 - g_s \frac{N}{N + N_0}\right)

    Parameters
    ----------
    answered : Rows, shape (rows,)
        Ukraine's effective fire :math:`f`. [ratio]
    abroad : Rows, shape (rows,)
        North Korean troops with the Russian army :math:`N`. [thousand persons]
    shield_of_auxiliaries, most_troops
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Effective fire, not negative. [ratio]

    Notes
    -----
    Ours; that auxiliaries shield Russia's own defense is paper A, III.2 (M26).
    """
    guarding = abroad / (abroad + most_troops + 1e-9)
    return Terms(fire=answered, shielded=-shield_of_auxiliaries * guarding * answered)


def front_strength(
    soldiers: Rows,
    abroad: Rows,
    delivered: Rows,
    *,
    auxiliary_effect: Rows,
    logistics_effect: Rows,
    delivery_capacity: Rows,
) -> Terms:
    r"""Russia's effective strength at the front.

    .. math:: M_a = M + N + g_a N + g_l M \frac{d}{v}

    Parameters
    ----------
    soldiers : Rows, shape (rows,)
        Russian soldiers :math:`M`. [thousand persons]
    abroad : Rows, shape (rows,)
        North Korean troops with them :math:`N`. [thousand persons]
    delivered : Rows, shape (rows,)
        Shells delivered, with which stores come :math:`d`. [million shells/month]
    auxiliary_effect, logistics_effect, delivery_capacity
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Strength. [thousand persons]

    Notes
    -----
    Ours; that troops in the rear free others and that stores help the rear is paper
    A, III.2 (M22, M23). With both effects 0 it is the number of soldiers.
    """
    return Terms(
        soldiers=soldiers,
        troops=abroad,
        auxiliaries=auxiliary_effect * abroad,
        stores=logistics_effect * soldiers * delivered / delivery_capacity,
    )


def recruits(own: Rows, establishment: Rows, most: Rows, weariness: Rows) -> Terms:
    r"""Soldiers raised in a month.

    .. math:: m = m_0 \max(0, 1 - M / M_0)(1 - x)

    Parameters
    ----------
    own : Rows, shape (rows,)
        Soldiers in the ranks :math:`M`. [thousand persons]
    establishment : Rows, shape (rows,)
        Soldiers wanted :math:`M_0`. [positive thousand persons]
    most : Rows, shape (rows,)
        The most that can be raised in a month :math:`m_0`. [thousand persons]
    weariness : Rows, shape (rows,)
        Exhaustion :math:`x`. [share]

    Returns
    -------
    Terms, shape (rows,)
        Recruits. [thousand persons]

    Notes
    -----
    Ours: both sides use the same rule with their own numbers.
    """
    empty = np.maximum(0.0, 1.0 - own / establishment)
    return Terms(called=most * empty, refused=-weariness * most * empty)


def manpower_gap(soldiers: Rows, at_war: Rows, *, russian_establishment: Rows) -> Terms:
    r"""Share of Russian ranks that is empty.

    .. math:: m = w \max(0, 1 - M / M_R)

    Parameters
    ----------
    soldiers : Rows, shape (rows,)
        Russian soldiers :math:`M`. [thousand persons]
    at_war : Rows, shape (rows,)
        1 while there is fighting :math:`w`. [0 or 1]
    russian_establishment
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1, and 0 in peace. [share]

    Notes
    -----
    Ours; that a shortage draws in North Koreans is paper A, III.1 (M13).
    """
    return Terms(gap=at_war * np.maximum(0.0, 1.0 - soldiers / russian_establishment))


def front(
    held: Rows,
    attacker: Rows,
    defender: Rows,
    at_war: Rows,
    invaded: Rows,
    luck: Rows,
    *,
    first_blow: Rows,
    defender_advantage: Rows,
    mobility: Rows,
    battle_luck: Rows,
) -> Terms:
    r"""Share of Ukraine that Russia holds, a month later.

    .. math:: F' = F + F_0 e + w\, y\, \frac{l |l|}{l_0^2 + l^2}, \qquad
              l = \ln \frac{M_a + 1}{M_d + 1} + \nu z

    Parameters
    ----------
    held : Rows, shape (rows,)
        Share held :math:`F`. [share]
    attacker : Rows, shape (rows,)
        Russian soldiers times fire :math:`M_a`. [thousand persons]
    defender : Rows, shape (rows,)
        Ukrainian soldiers times effective fire :math:`M_d`. [thousand persons]
    at_war : Rows, shape (rows,)
        1 while there is fighting :math:`w`. [0 or 1]
    invaded : Rows, shape (rows,)
        1 in the month of the invasion :math:`e`. [0 or 1]
    luck : Rows, shape (rows,)
        Luck of the month's battles :math:`z`. [standard normal]
    first_blow, defender_advantage, mobility, battle_luck
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Share held a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; :math:`l` is the log ratio of strengths and :math:`l_0` the log of the
    defender's advantage. Well below that advantage the front hardly moves; beyond
    it, it moves at the pace of :math:`y`.
    """
    edge = np.log((attacker + 1.0) / (defender + 1.0)) + battle_luck * luck
    hold = np.square(np.log(defender_advantage)) + _NOTHING
    ahead, behind = np.maximum(0.0, edge), np.minimum(0.0, edge)
    pace = at_war * mobility
    return Terms.bounded(
        0.0,
        1.0,
        held=held,
        invasion=first_blow * invaded,
        won=pace * np.square(ahead) / (hold + np.square(ahead)),
        lost=-pace * np.square(behind) / (hold + np.square(behind)),
    )


_NOTHING = 1e-9
"""Keeps a front where nobody has an edge and nobody an advantage at rest."""


def exhaustion(
    weariness: Rows,
    loss_share: Rows,
    accompanied: Rows,
    *,
    exhaustion_rate: Rows,
    recovery_months: Rows,
    confidence_of_company: Rows,
) -> Terms:
    r"""War-weariness of one side, a month later.

    .. math:: x' = x + w\, l (1 - x)(1 - w_c C) - x / \tau_w

    Parameters
    ----------
    weariness : Rows, shape (rows,)
        Exhaustion :math:`x`. [share]
    loss_share : Rows, shape (rows,)
        The month's losses against the establishment :math:`l`. [share]
    accompanied : Rows, shape (rows,)
        Company against isolation that it can show :math:`C`. [share]
    exhaustion_rate, recovery_months, confidence_of_company
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Exhaustion a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; that an alliance made in isolation counters fatigue is paper A, III.3 (M87).
    """
    wearing = exhaustion_rate * loss_share * (1.0 - weariness)
    return Terms.bounded(
        0.0,
        1.0,
        held=weariness,
        losses=wearing,
        company=-confidence_of_company * accompanied * wearing,
        recovered=-weariness / recovery_months,
    )


def sustainment(stock: Rows, income: Rows, *, desired_fire: Rows) -> Terms:
    r"""Months of wanted fire that stock and a year's supply would cover.

    .. math:: u = (S + 12\,o) / f^*

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Shells left :math:`S`. [million shells]
    income : Rows, shape (rows,)
        Shells made and bought in the month :math:`o`. [million shells/month]
    desired_fire
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Sustainment. [months]

    Notes
    -----
    Ours: an index of how long fire could go on.
    """
    return Terms(stock=stock / desired_fire, supply=12.0 * income / desired_fire)


def ceasefire(
    attacker_weariness: Rows,
    defender_weariness: Rows,
    gained: Rows,
    push: Rows,
    *,
    ceasefire_rate: Rows,
    ceasefire_push_effect: Rows,
    success_ends_war: Rows,
) -> Terms:
    r"""Yearly hazard that the fighting ends.

    .. math:: h = h_w \frac{x_R + x_U}{2} (1 + h_p k_c) + h_s \max(0, g)

    Parameters
    ----------
    attacker_weariness : Rows, shape (rows,)
        Russian exhaustion :math:`x_R`. [share]
    defender_weariness : Rows, shape (rows,)
        Ukrainian exhaustion :math:`x_U`. [share]
    gained : Rows, shape (rows,)
        Ground that Russia holds beyond what it took at once :math:`g`. [signed share]
    push : Rows, shape (rows,)
        How hard Washington pushes :math:`k_c`. [share]
    ceasefire_rate, ceasefire_push_effect, success_ends_war
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Hazard, not negative. [1/year]

    Notes
    -----
    Ours. Support for Russia lengthens the war through exhaustion and can shorten it
    through success: both signs are open.
    """
    weary = ceasefire_rate * 0.5 * (attacker_weariness + defender_weariness)
    return Terms(
        exhaustion=weary,
        push=ceasefire_push_effect * push * weary,
        success=success_ends_war * np.maximum(0.0, gained),
    )
