"""Exchange between North Korea and Russia: arms and troops for money and technology."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck, mechanism
from sim.terms import Rows, Terms

__all__ = [
    "acknowledgment_hazard",
    "channel",
    "combat_experience",
    "company",
    "delivery",
    "habit",
    "isolation",
    "payment",
    "public_bond",
    "shell_need",
    "shell_offer",
    "shell_stock",
    "technology_flow",
    "treaty_hazard",
    "troops",
]

CARDS = deck(
    card(
        "comfortable_cover",
        12.0,
        4.0,
        24.0,
        symbol="u_0",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="months of fire in stock at which Russia feels half in need",
    ),
    card(
        "delivery_capacity",
        0.3,
        0.1,
        0.6,
        symbol="v",
        unit="million shells/month",
        basis="estimated",
        source="claims of 5 to 12 million shells disagree by a factor 2 [CSIS2024]",
        meaning="most shells that rail and ships can carry in a month",
    ),
    card(
        "drawdown",
        0.04,
        0.01,
        0.1,
        symbol="v_0",
        unit="1/month",
        basis="assumed",
        source="ours",
        meaning="share of its stock above the reserve that NK would sell in a month",
    ),
    card(
        "home_reserve",
        3.0,
        1.0,
        6.0,
        symbol="S_0",
        unit="million shells",
        basis="assumed",
        source="ours",
        meaning="shells that North Korea keeps for itself",
    ),
    card(
        "nk_output",
        0.08,
        0.03,
        0.2,
        symbol="o_N",
        unit="million shells/month",
        basis="assumed",
        source="ours",
        meaning="shells that North Korea makes in a month",
    ),
    card(
        "shell_decay",
        {"NK": 0.01, "Russia": 0.003},
        0.0,
        0.02,
        symbol="e",
        unit="1/month",
        basis="assumed",
        source="ours: in peace what spoils is what is made",
        meaning="share of stored shells that spoils in a month",
    ),
    card(
        "channel_months",
        12.0,
        3.0,
        36.0,
        symbol=r"\tau_c",
        unit="months",
        basis="assumed",
        source="ours; 19 months from the invasion to the first summit [PaperA]",
        meaning="time over which the channel of exchange opens and closes",
    ),
    card(
        "restraint",
        0.2,
        0.0,
        0.6,
        symbol="r",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="what holds Moscow back: Beijing's objection, Seoul's leverage, norms",
    ),
    card(
        "persistence",
        0.4,
        0.0,
        1.0,
        symbol="y_p",
        unit="share",
        basis="assumed",
        source="ours; whether it outlives the war is open between the papers (Q09)",
        meaning="how far habit alone keeps the channel open without need",
    ),
    card(
        "naming",
        0.0,
        0.0,
        1.0,
        symbol="l_n",
        unit="share",
        basis="assumed",
        source="ours; the lever is paper B, IV.3(2) and V (M153)",
        meaning="how steadily violations are named as illegal before the Council and "
        "the public: a lever",
    ),
    card(
        "naming_cost",
        0.1,
        0.0,
        0.4,
        symbol="r_n",
        unit="share",
        basis="assumed",
        source="ours, after paper B, IV.3(2) (M153)",
        meaning="share of the exchange that is not worth its cost in reputation when "
        "every violation is named",
    ),
    card(
        "interdiction",
        0.0,
        0.0,
        1.0,
        symbol="l_i",
        unit="share",
        basis="assumed",
        source="ours; the lever is paper A, IV.p1 (M154, M155)",
        meaning="how far ships, cargo and payments are tracked and stopped: a lever",
    ),
    card(
        "interdiction_loss",
        0.2,
        0.0,
        0.6,
        symbol="x_i",
        unit="share",
        basis="assumed",
        source="ours, after paper A, IV.p1 (M155); rail across the border is out of "
        "reach",
        meaning="share of what goes between North Korea and Russia that full "
        "interdiction stops",
    ),
    card(
        "habit_months",
        24.0,
        6.0,
        60.0,
        symbol=r"\tau_h",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which exchange becomes habit",
    ),
    card(
        "isolation_of_war",
        0.7,
        0.2,
        1.0,
        symbol="z",
        unit="share",
        basis="assumed",
        source="ours; the effect is paper A, II.2 (M01)",
        meaning="isolation that a war of aggression brings",
    ),
    card(
        "isolation_months",
        6.0,
        1.0,
        24.0,
        symbol=r"\tau_z",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which isolation comes",
    ),
    card(
        "isolation_memory",
        48.0,
        12.0,
        120.0,
        symbol=r"\tau_m",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which isolation fades after the war",
    ),
    card(
        "company_relief",
        0.15,
        0.0,
        0.5,
        symbol="z_c",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.3 and IV (M84-M86, M89)",
        meaning="share of the isolation of war that full company takes away",
    ),
    card(
        "treaty_rate",
        1.0,
        0.0,
        3.0,
        symbol="h_t",
        unit="1/year",
        basis="assumed",
        source="ours",
        meaning="yearly chance of a mutual-aid treaty with the channel wide open",
    ),
    card(
        "acknowledgment_rate",
        2.0,
        0.0,
        6.0,
        symbol="h_a",
        unit="1/year",
        basis="assumed",
        source="ours, after paper A, III.2 (M27)",
        meaning="yearly chance that leaders own to a deployment of very many troops",
    ),
    card(
        "acknowledged_bond",
        0.25,
        0.0,
        1.0,
        symbol="b_a",
        unit="share",
        basis="assumed",
        source="ours, after paper A, III.2 (M27)",
        meaning="what a public acknowledgment binds, against a treaty",
    ),
    card(
        "most_troops",
        20.0,
        0.0,
        60.0,
        symbol="N_0",
        unit="thousand persons",
        basis="assumed",
        source="ours; about 15,000 are named in paper A, III.2",
        meaning="most troops that North Korea would keep abroad",
    ),
    card(
        "deployment_months",
        6.0,
        2.0,
        18.0,
        symbol=r"\tau_n",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which troops go and come back",
    ),
    card(
        "shell_price",
        1000.0,
        300.0,
        3000.0,
        symbol="c",
        unit="US$/shell",
        basis="assumed",
        source="ours",
        meaning="value that Russia pays for one shell, in all kinds",
    ),
    card(
        "troop_pay",
        2000.0,
        500.0,
        4000.0,
        symbol="c_n",
        unit="US$/person/month",
        basis="assumed",
        source="ours",
        meaning="value that Russia pays for one soldier a month",
    ),
    card(
        "labor_income",
        0.01,
        0.0,
        0.05,
        symbol="c_l",
        unit="bn US$/month",
        basis="assumed",
        source="ours, after paper A, III.1 and paper B, V (M15, M148)",
        meaning="what workers in Russia earn North Korea with the channel wide open",
    ),
    card(
        "cash_share",
        0.3,
        0.1,
        0.6,
        symbol="x_c",
        unit="share",
        basis="assumed",
        source="ours: all in cash would be an eighth of North Korea's income a year",
        meaning="share of the price paid in cash",
    ),
    card(
        "technology_share",
        0.35,
        0.0,
        0.4,
        symbol="x_t",
        unit="share",
        basis="assumed",
        source="ours; arms for technology is paper A, III.1 (M11)",
        meaning="share of the price paid in technology; the rest is oil and food",
    ),
    card(
        "technology_lag",
        12.0,
        2.0,
        24.0,
        symbol=r"\tau_t",
        unit="months",
        basis="assumed",
        source="ours; from summit to satellite in two months, the lower end [PaperA]",
        meaning="time from payment in technology until it can be used",
    ),
    card(
        "technology_half",
        0.03,
        0.01,
        0.2,
        symbol="x_0",
        unit="bn US$/month",
        basis="assumed",
        source="ours",
        meaning="payment in technology of which North Korea can absorb half its most",
    ),
    card(
        "experience_months",
        36.0,
        12.0,
        72.0,
        symbol=r"\tau_x",
        unit="months",
        basis="assumed",
        source="ours",
        meaning="time over which troops abroad learn, and over which it is forgotten",
    ),
    card(
        "experience_half",
        0.25,
        0.1,
        1.0,
        symbol="y",
        unit="share",
        basis="assumed",
        source="ours",
        meaning="troops abroad, against the most, that teach half of what is to learn",
    ),
    mechanism(
        "nk_russia_exchange",
        "North Korea and Russia trade arms and troops for money and technology",
        source="paper A, III.1 (M01-M18); paper B, IV.1",
    ),
    mechanism(
        "troop_deployment",
        "North Korean troops fight and work for Russia",
        source="paper A, III.2 (M13, M24)",
    ),
    mechanism(
        "technology_transfer",
        "Russia pays in military technology",
        source="paper A, III.1 (M11, M12, M35-M37)",
    ),
)


def isolation(
    current: Rows,
    at_war: Rows,
    accompanied: Rows,
    *,
    isolation_of_war: Rows,
    isolation_months: Rows,
    isolation_memory: Rows,
    company_relief: Rows,
) -> Terms:
    r"""Russia's isolation, a month later.

    .. math:: z' = z + w (z_0 (1 - z_c C) - z)/\tau_z - (1 - w) z/\tau_m

    Parameters
    ----------
    current : Rows, shape (rows,)
        Isolation :math:`z`. [share]
    at_war : Rows, shape (rows,)
        1 while there is fighting :math:`w`. [0 or 1]
    accompanied : Rows, shape (rows,)
        Company that it can show :math:`C`. [share]
    isolation_of_war, isolation_months, isolation_memory, company_relief
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Isolation a month later, between 0 and 1. [share]

    Notes
    -----
    Ours. It comes fast and fades slowly. That a partner cracks it is paper A, III.3
    and IV (M84-M86, M89).
    """
    shown = company_relief * accompanied * isolation_of_war
    return Terms(
        held=current,
        war=at_war * (isolation_of_war - current) / isolation_months,
        company=-at_war * shown / isolation_months,
        forgiven=-(1.0 - at_war) * current / isolation_memory,
    )


def company(opened: Rows, treaty: Rows) -> Terms:
    r"""Company against isolation that Russia and North Korea can show the world.

    .. math:: C = \tfrac{1}{2} c + \tfrac{1}{2} t

    Parameters
    ----------
    opened : Rows, shape (rows,)
        Openness of the channel of exchange :math:`c`. [share]
    treaty : Rows, shape (rows,)
        1 once there is a treaty of mutual aid :math:`t`. [0 or 1]

    Returns
    -------
    Terms, shape (rows,)
        Company, between 0 and 1. [share]

    Notes
    -----
    Ours; that cooperation and a treaty show the world a state that is not alone is
    paper A, III.3 (M84-M87).
    """
    return Terms(exchange=0.5 * opened, treaty=0.5 * treaty)


def shell_need(stock: Rows, wanted: Rows, *, comfortable_cover: Rows) -> Terms:
    r"""How much Russia needs shells.

    .. math:: n = \frac{u_0 f^*}{u_0 f^* + S}

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Shells left :math:`S`. [million shells]
    wanted : Rows, shape (rows,)
        Fire it wants, 0 in peace :math:`f^*`. [million shells/month]
    comfortable_cover
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Need, 0 in peace to 1 with an empty stock. [share]

    Notes
    -----
    Ours; that a long war makes the need is paper A, II.2 (M02).
    """
    demand = comfortable_cover * wanted
    return Terms(need=demand / (demand + stock + 1e-9))


def shell_offer(
    stock: Rows,
    *,
    delivery_capacity: Rows,
    drawdown: Rows,
    home_reserve: Rows,
    nk_output: Rows,
) -> Terms:
    r"""Shells that North Korea could deliver in a month.

    .. math:: v = \min(v_{max}, v_0 \max(0, S - S_0) + o_N)

    Parameters
    ----------
    stock : Rows, shape (rows,)
        North Korea's shells :math:`S`. [million shells]
    delivery_capacity, drawdown, home_reserve, nk_output
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Offer; never more than stock and output. [million shells/month]

    Notes
    -----
    Ours; large stocks of Soviet calibre are paper A, III.1 (M03).
    """
    from_stock = drawdown * np.maximum(0.0, stock - home_reserve)
    free = from_stock + nk_output
    return Terms(
        stock=from_stock,
        output=nk_output,
        transport=np.minimum(free, delivery_capacity) - free,
    )


def shell_stock(stock: Rows, gained: Rows, spent: Rows, *, shell_decay: Rows) -> Terms:
    r"""Shells in stock a month later.

    .. math:: S' = S + g - x - e S

    Parameters
    ----------
    stock : Rows, shape (rows,)
        Shells :math:`S`. [million shells]
    gained : Rows, shape (rows,)
        Made and received :math:`g`. [million shells]
    spent : Rows, shape (rows,)
        Fired and delivered :math:`x`; at most stock and gain. [million shells]
    shell_decay
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Shells a month later, not negative. [million shells]

    Notes
    -----
    Shells are conserved: what is delivered leaves one stock and enters the other.
    """
    left = np.maximum(0.0, stock + gained - spent)
    return Terms(
        held=stock,
        gained=gained,
        spent=-spent,
        spoiled=-np.minimum(left, shell_decay * stock),
    )


def channel(
    opened: Rows,
    need: Rows,
    isolated: Rows,
    habitual: Rows,
    *,
    restraint: Rows,
    persistence: Rows,
    channel_months: Rows,
    naming: Rows,
    naming_cost: Rows,
    nk_russia_exchange: Rows,
) -> Terms:
    r"""How far the channel of exchange is open, a month later.

    .. math:: c' = c + \frac{\sigma c^* - c}{\tau_c}, \qquad
              c^* = (n z + y_p h)(1 - r (1 - z))(1 - r_n l_n)

    Parameters
    ----------
    opened : Rows, shape (rows,)
        Openness :math:`c`. [share]
    need : Rows, shape (rows,)
        Russia's need :math:`n`. [share]
    isolated : Rows, shape (rows,)
        Russia's isolation :math:`z`. [share]
    habitual : Rows, shape (rows,)
        Habit of exchange :math:`h`. [share]
    restraint, persistence, channel_months, nk_russia_exchange
        Parameter cards of those names.
    naming, naming_cost
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Openness a month later, between 0 and 1. [share]

    Notes
    -----
    Ours: need opens a channel only where isolation has made other partners dear
    (M01, M04, M05), and isolation wears restraint down. What it costs to be named is
    paper B, IV.3(2) (M153). At strength 0 a closed channel stays closed.
    """
    rate = nk_russia_exchange / channel_months
    interest = rate * need * isolated
    routine = rate * persistence * habitual
    held_back = restraint * (1.0 - isolated) * (interest + routine)
    return Terms.bounded(
        0.0,
        1.0,
        held=opened * (1.0 - 1.0 / channel_months),
        need=interest,
        habit=routine,
        restraint=-held_back,
        named=-naming_cost * naming * (interest + routine - held_back),
    )


def habit(habitual: Rows, opened: Rows, *, habit_months: Rows) -> Terms:
    r"""Habit of exchange, a slow average of how open the channel was.

    .. math:: h' = h + (c - h) / \tau_h

    Parameters
    ----------
    habitual : Rows, shape (rows,)
        Habit :math:`h`. [share]
    opened : Rows, shape (rows,)
        Openness of the channel :math:`c`. [share]
    habit_months
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Habit a month later. [share]

    Notes
    -----
    Ours; from transaction to partnership is paper B, IV.1 (M18).
    """
    return Terms(held=habitual, learned=(opened - habitual) / habit_months)


def delivery(
    opened: Rows,
    need: Rows,
    offer: Rows,
    *,
    interdiction: Rows,
    interdiction_loss: Rows,
) -> Terms:
    r"""Shells delivered in a month.

    .. math:: d = c\, n\, v (1 - x_i l_i)

    Parameters
    ----------
    opened : Rows, shape (rows,)
        Openness of the channel :math:`c`. [share]
    need : Rows, shape (rows,)
        Russia's need :math:`n`. [share]
    offer : Rows, shape (rows,)
        What could be delivered :math:`v`. [million shells/month]
    interdiction, interdiction_loss
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Delivery. [million shells/month]

    Notes
    -----
    Ours. What leaves one stock enters the other; what is stopped on the way goes
    back. Blocking by technical means is paper A, IV.p1 (M155).
    """
    shipped = opened * need * offer
    return Terms(
        shipped=shipped, interdicted=-interdiction_loss * interdiction * shipped
    )


def treaty_hazard(opened: Rows, isolated: Rows, *, treaty_rate: Rows) -> Terms:
    r"""Chance in a month of a treaty of mutual aid.

    .. math:: h = 1 - e^{-h_t c z / 12}

    Parameters
    ----------
    opened : Rows, shape (rows,)
        Openness of the channel :math:`c`. [share]
    isolated : Rows, shape (rows,)
        Russia's isolation :math:`z`. [share]
    treaty_rate
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Chance, between 0 and 1. [share]

    Notes
    -----
    Ours; that summits and a treaty lock exchange in is paper A, III.1 (M10). No date
    is written down.
    """
    return Terms(hazard=1.0 - np.exp(-treaty_rate * opened * isolated / 12.0))


def acknowledgment_hazard(
    abroad: Rows, *, acknowledgment_rate: Rows, most_troops: Rows
) -> Terms:
    r"""Chance in a month that leaders own to the troops in public.

    .. math:: h = 1 - \exp\left(-\frac{h_a}{12} \frac{N}{N + N_0}\right)

    Parameters
    ----------
    abroad : Rows, shape (rows,)
        Troops abroad :math:`N`. [thousand persons]
    acknowledgment_rate, most_troops
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Chance, between 0 and 1. [share]

    Notes
    -----
    Ours: many are harder to deny than few. That leaders own to it is paper A, III.2
    (M27). No date is written down.
    """
    seen = abroad / (abroad + most_troops + 1e-9)
    return Terms(hazard=1.0 - np.exp(-acknowledgment_rate * seen / 12.0))


def public_bond(treaty: Rows, acknowledged: Rows, *, acknowledged_bond: Rows) -> Terms:
    r"""What binds North Korea and Russia in public, against a treaty.

    .. math:: b = t + b_a a

    Parameters
    ----------
    treaty : Rows, shape (rows,)
        1 once there is a treaty of mutual aid :math:`t`. [0 or 1]
    acknowledged : Rows, shape (rows,)
        1 once leaders have owned to the troops :math:`a`. [0 or 1]
    acknowledged_bond
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Bond, 1 with a treaty alone. [multiples]

    Notes
    -----
    Ours; that acknowledgment makes a commitment political is paper A, III.2 (M27).
    """
    return Terms(treaty=treaty, acknowledged=acknowledged_bond * acknowledged)


def troops(
    abroad: Rows,
    opened: Rows,
    gap: Rows,
    willing: Rows,
    *,
    most_troops: Rows,
    deployment_months: Rows,
    troop_deployment: Rows,
) -> Terms:
    r"""North Korean troops with the Russian army, a month later.

    .. math:: N' = N + (\sigma N_0\, w\, c\, m - N) / \tau_n

    Parameters
    ----------
    abroad : Rows, shape (rows,)
        Troops abroad :math:`N`. [thousand persons]
    opened : Rows, shape (rows,)
        Openness of the channel :math:`c`. [share]
    gap : Rows, shape (rows,)
        Russian ranks that are empty :math:`m`. [share]
    willing : Rows, shape (rows,)
        How willingly North Korea sends them :math:`w`. [share]
    most_troops, deployment_months, troop_deployment
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Troops a month later, not negative. [thousand persons]

    Notes
    -----
    Ours; that empty ranks draw them in is paper A, III.1 (M13). What makes North
    Korea willing is weighed by the rule ``troops_value``.
    """
    wanted = troop_deployment * most_troops * willing * opened * gap
    return Terms(held=abroad, sent=(wanted - abroad) / deployment_months)


def combat_experience(
    experience: Rows,
    abroad: Rows,
    *,
    most_troops: Rows,
    experience_half: Rows,
    experience_months: Rows,
) -> Terms:
    r"""Combat experience of North Korea's force, a month later.

    .. math:: x' = x + (N / (N + y N_0) - x) / \tau_x

    Parameters
    ----------
    experience : Rows, shape (rows,)
        Experience :math:`x`. [share]
    abroad : Rows, shape (rows,)
        Troops abroad :math:`N`. [thousand persons]
    most_troops, experience_half, experience_months
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Experience a month later, between 0 and 1. [share]

    Notes
    -----
    Ours; that weapons and troops learn in combat is paper A, III.2 (M29).
    """
    taught = abroad / (abroad + experience_half * most_troops + 1e-9)
    return Terms(held=experience, learned=(taught - experience) / experience_months)


def payment(
    delivered: Rows,
    abroad: Rows,
    opened: Rows,
    *,
    shell_price: Rows,
    troop_pay: Rows,
    cash_share: Rows,
    technology_share: Rows,
    labor_income: Rows,
    interdiction: Rows,
    interdiction_loss: Rows,
) -> Terms:
    r"""What Russia pays in a month, by kind.

    .. math:: y = y_a + c_l k - x_i l_i \left(c_l k + (1 - x_c - x_t) y_a\right),
              \qquad y_a = \frac{c\, d + c_n N}{1000}

    Parameters
    ----------
    delivered : Rows, shape (rows,)
        Shells delivered :math:`d`. [million shells/month]
    abroad : Rows, shape (rows,)
        Troops abroad :math:`N`. [thousand persons]
    opened : Rows, shape (rows,)
        Openness of the channel :math:`k`. [share]
    shell_price, troop_pay, cash_share, technology_share, labor_income
        Parameter cards of those names.
    interdiction, interdiction_loss
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Terms ``cash``, ``technology`` and ``goods`` (oil, food), which add up to the
        price of arms and troops, ``labor``, and ``interdicted``, what is stopped of
        goods and labor on their way. [bn US$/month]

    Notes
    -----
    Ours, after paper A, III.1 and paper B, V (M11, M15, M39, M148); cash and
    technology cannot be stopped at sea.
    """
    value = (shell_price * delivered + troop_pay * abroad / 1000.0) / 1000.0
    goods = (1.0 - cash_share - technology_share) * value
    labor = labor_income * opened
    return Terms(
        cash=cash_share * value,
        technology=technology_share * value,
        goods=goods,
        labor=labor,
        interdicted=-interdiction_loss * interdiction * (goods + labor),
    )


def technology_flow(
    paid: Rows,
    isolated: Rows,
    *,
    restraint: Rows,
    technology_half: Rows,
    technology_transfer: Rows,
) -> Terms:
    r"""Technology that North Korea absorbs, against its most.

    .. math:: a = \sigma (1 - r (1 - z)) \frac{x}{x + x_0}

    Parameters
    ----------
    paid : Rows, shape (rows,)
        Payment in technology :math:`x`. [bn US$/month]
    isolated : Rows, shape (rows,)
        Russia's isolation :math:`z`. [share]
    restraint, technology_half, technology_transfer
        Parameter cards of those names.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    Ours. Absorption saturates; restraint withholds.
    """
    absorbed = technology_transfer * paid / (paid + technology_half)
    return Terms(absorbed=absorbed, withheld=-restraint * (1.0 - isolated) * absorbed)
