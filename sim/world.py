"""The world's common affairs: ties, the exchange, the war, the Council.

Where states meet. Each affair takes all states' acts at once, sets what comes next
aside, and makes it real when everything of the stage has been worked out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from sim.cast import PAIRS, STATES, others, pair

if TYPE_CHECKING:
    from sim.agents import NorthKorea, Russia
    from sim.laws import Laws
    from sim.model import StrategicModel
    from sim.terms import Rows

__all__ = ["Affair", "Council", "Exchange", "Ties", "War"]

CAMPS = (("NK", "Russia", "China"), ("US", "ROK", "Japan"))
"""The two camps of the treaties in force in 2021 [LeedsEtAl2002]."""

WITHIN = tuple(
    place
    for place, (one, other) in enumerate(PAIRS)
    if any(one in camp and other in camp for camp in CAMPS)
)
ACROSS = tuple(place for place in range(len(PAIRS)) if place not in WITHIN)


class Affair:
    """Something that several states have in common.

    Parameters
    ----------
    model : StrategicModel
        The world that it is part of.
    """

    def __init__(self, model: StrategicModel) -> None:
        self.model = model
        self._next: dict[str, Any] = {}

    @property
    def law(self) -> Laws:
        """The rules with the shared parameters in them."""
        return self.model.laws["common"]

    @property
    def nk(self) -> NorthKorea:
        """North Korea."""
        return cast("NorthKorea", self.model.states["NK"])

    @property
    def russia(self) -> Russia:
        """Russia."""
        return cast("Russia", self.model.states["Russia"])

    def settle(self) -> None:
        """Make what was set aside real."""
        for name, value in self._next.items():
            setattr(self, name, value)
        self._next = {}


class Ties(Affair):
    """How deep the tie of each pair of states is."""

    depth: Rows
    start_common: Rows
    polarization: Rows
    start_polarization: Rows

    def begin(self) -> None:
        """Start from the ties of the base year."""
        model = self.model
        standing = [[model.figures.between("tie", *two)] for two in PAIRS]
        self.standing = np.array(standing, dtype=model.dtype)
        self.depth = np.stack([model.full(one) for (one,) in standing])
        self.polarization = self.start_polarization = self._polarization()
        self._start_will = self._will()
        self._start_demand = self._demand()

    def remember_start(self) -> None:
        """Set the common threat of the start, from which ties move."""
        self.start_common = self._common_threat()

    def move(self) -> None:
        """Deepen and loosen ties, from threats and exchange as they stood."""
        exchange, quiet = self.model.exchange, self.model.full(0.0)
        depth = self.law.tie(
            self.depth,
            self.standing,
            self._common_threat() - self.start_common,
            _for_pairs(quiet, {("NK", "Russia"): exchange.habit}),
            _for_pairs(quiet, {("NK", "Russia"): exchange.treaty}),
            _for_pairs(quiet, {("ROK", "Japan"): self._will() - self._start_will}),
            _for_pairs(quiet, dict.fromkeys(_US_ALLIANCES, self._dispute_news())),
        ).total
        self._next = {"depth": depth, "polarization": self._polarization()}

    def between(self, one: str, other: str) -> Rows:
        """Return the depth of one tie, shape (rows,)."""
        return self.depth[pair(one, other)]

    def of(self, state: str) -> Rows:
        """Return the depth of a state's tie with each other, shape (others, rows)."""
        return np.stack([self.between(state, other) for other in others(state)])

    def among(self, states: tuple[str, ...]) -> Rows:
        """Return the ties of some states with each other, 0 with themselves.

        Shape (states, states, rows).
        """
        nothing = self.model.full(0.0)
        return np.stack(
            [
                np.stack([nothing if a == b else self.between(a, b) for b in states])
                for a in states
            ]
        )

    def _polarization(self) -> Rows:
        inside, across = self.depth[WITHIN[0]], self.depth[ACROSS[0]]
        for place in WITHIN[1:]:
            inside = inside + self.depth[place]
        for place in ACROSS[1:]:
            across = across + self.depth[place]
        return self.law.polarization(inside / len(WITHIN), across / len(ACROSS)).total

    def _common_threat(self) -> Rows:
        """Return the common threat of each pair of states, shape (pairs, rows)."""
        common = []
        for one, other in PAIRS:
            third = tuple(name for name in STATES if name not in (one, other))
            felt = [self._felt_by(state, third) for state in (one, other)]
            law = self.law.about(f"{one}-{other}")
            common.append(law.common_threat(*felt).total)
        return np.stack(common)

    def _felt_by(self, state: str, third: tuple[str, ...]) -> Rows:
        """Return what a state feels from some others, shape (third, rows)."""
        feeling = self.model.states[state]
        return np.stack([feeling.held_for("felt_threat", name) for name in third])

    def _will(self) -> Rows:
        traits = self.model.traits("rapprochement", ("ROK", "Japan"))
        return traits[0] * traits[1]

    def _demand(self) -> Rows:
        return self.model.traits("burden_sharing_demand", ("US",))[0]

    def _dispute_news(self) -> Rows:
        return self._demand() - self._start_demand


_US_ALLIANCES = (("US", "ROK"), ("US", "Japan"))


def _for_pairs(quiet: Rows, some: dict[tuple[str, str], Rows]) -> Rows:
    """Return an array over pairs that is 0 but for some of them."""
    every: dict[tuple[str, str], Rows] = {**dict.fromkeys(PAIRS, quiet), **some}
    return np.stack([every[two] for two in PAIRS])


class Exchange(Affair):
    """What North Korea and Russia give each other."""

    channel: Rows
    habit: Rows
    treaty: Rows
    delivered: Rows
    troops: Rows
    rents: Rows
    handed_over: Rows
    absorbed: Rows

    def begin(self) -> None:
        """Start with nothing."""
        quiet = self.model.full(0.0)
        self.channel = self.habit = self.treaty = self.delivered = quiet
        self.troops = self.rents = self.handed_over = self.absorbed = quiet

    def settle_trade(self) -> None:
        """Deliver and pay what offer, need and the channel allow."""
        law, model = self.law, self.model
        need, offer = self.russia.chosen.shells_needed, self.nk.chosen.shells_offered
        isolated = self.russia.isolation
        delivered = law.delivery(self.channel, need, offer).total
        paid = law.payment(delivered, self.troops)
        flow = law.technology_flow(paid["technology"], isolated).total
        chance = law.treaty_hazard(self.channel, isolated).total
        signed = np.heaviside(chance - model.luck_uniform("treaty"), 0.0)
        self._next = {
            "delivered": delivered,
            "rents": paid["cash"] + paid["goods"],
            "handed_over": law.about("on its way")
            .handover(self.handed_over, flow)
            .total,
            "absorbed": law.about("arrived")
            .handover(self.absorbed, self.handed_over)
            .total,
            "treaty": np.maximum(self.treaty, signed),
            "troops": law.troops(
                self.troops, self.channel, model.war.manpower_gap(), self.treaty
            ).total,
            "habit": law.habit(self.habit, self.channel).total,
            "channel": law.channel(self.channel, need, isolated, self.habit).total,
        }


class War(Affair):
    """The war in Ukraine."""

    fighting: Rows
    intensity: Rows
    fired: Rows
    bought: Rows
    russian_soldiers: Rows
    ukrainian_soldiers: Rows
    front: Rows
    first_front: Rows
    russian_weariness: Rows
    ukrainian_weariness: Rows
    sustainment: Rows

    def begin(self) -> None:
        """Start in peace, with forces gathered."""
        model, figures = self.model, self.model.figures
        quiet = model.full(0.0)
        self.fighting = self.intensity = self.fired = self.bought = quiet
        self.russian_weariness = self.ukrainian_weariness = quiet
        self.russian_soldiers = model.full(figures.of("soldiers", "Russia"))
        self.ukrainian_soldiers = model.full(figures.of("soldiers", "Ukraine"))
        self.front = self.first_front = model.full(figures.of("front", "Ukraine"))

    def take_stock(self) -> None:
        """Set sustainment for the first time."""
        self.sustainment = self.law.sustainment(
            self.russia.shells, self.russia.output
        ).total

    def advance(self) -> None:
        """Fight a month: fire, losses, ground, weariness, and whether it ends."""
        law, model, today = self.law, self.model, self.model.today
        begun = np.maximum(self.fighting, today.invasion)
        fighting = begun * (1.0 - today.ceasefire)
        bought = self.own["other_supply"] * fighting
        supplied = self.russia.output + bought + model.exchange.delivered
        fired = law.fire(self.russia.shells, supplied, fighting).total
        answered = law.effective_fire(fighting, self._support()).total
        theirs, ours = self.ukrainian_soldiers, self.russian_soldiers
        strength = ours + model.exchange.troops
        weight = fired / self.own["full_fire"]
        russian_losses = law.about("russian").attrition(ours, theirs, answered)
        ukrainian_losses = law.about("ukrainian").attrition(theirs, strength, weight)
        ends = np.heaviside(
            1.0 - np.exp(-self._hazard() / 12.0) - model.luck_uniform("ceasefire"), 0.0
        )
        front = law.front(
            self.front,
            strength * weight,
            theirs * answered,
            fighting,
            today.invasion,
            model.luck_normal("battle"),
        ).total
        self._next = {
            "fighting": fighting * (1.0 - ends * self.fighting),
            "fired": fired,
            "bought": bought,
            "intensity": law.intensity(fired, answered).total,
            "russian_soldiers": russian_losses.total
            + self._recruits("russian", ours, self.russian_weariness, fighting),
            "ukrainian_soldiers": ukrainian_losses.total
            + self._recruits("ukrainian", theirs, self.ukrainian_weariness, fighting),
            "front": front,
            "first_front": self.first_front
            + today.invasion * (front - self.first_front),
            "russian_weariness": self._weariness(
                "russian", self.russian_weariness, ours - russian_losses.total
            ),
            "ukrainian_weariness": self._weariness(
                "ukrainian", self.ukrainian_weariness, theirs - ukrainian_losses.total
            ),
            "sustainment": law.sustainment(self.russia.shells, supplied).total,
        }

    @property
    def own(self) -> Rows:
        """The shared parameters, by name."""
        return self.law.parameters

    def manpower_gap(self) -> Rows:
        """Return the share of Russian ranks that is empty while there is fighting."""
        return self.law.manpower_gap(self.russian_soldiers, self.fighting).total

    def _support(self) -> Rows:
        model = self.model
        aid = model.traits("aid_to_ukraine", ("ROK", "Japan"))
        washington = model.traits("ukraine_support", ("US",))[0]
        return self.law.western_support(washington, aid[0], aid[1]).total

    def _hazard(self) -> Rows:
        return self.law.ceasefire(
            self.russian_weariness,
            self.ukrainian_weariness,
            self.front - self.first_front,
            self.model.traits("ceasefire_push", ("US",))[0],
        ).total

    def _recruits(self, side: str, own: Rows, weariness: Rows, fighting: Rows) -> Rows:
        return (
            fighting
            * self.law.about(side)
            .recruits(
                own,
                self.own[f"{side}_establishment"],
                self.own[f"{side}_recruits"],
                weariness,
            )
            .total
        )

    def _weariness(self, side: str, weariness: Rows, losses: Rows) -> Rows:
        share = losses / self.own[f"{side}_establishment"]
        return self.law.about(side).exhaustion(weariness, share).total


class Council(Affair):
    """The Security Council, its sanctions, and how far they are kept."""

    stringency: Rows
    panel: Rows
    monitoring: Rows
    legitimacy: Rows
    unilateral: Rows
    china_compliance: Rows
    russia_compliance: Rows
    others_compliance: Rows
    pressure: Rows
    tabled: Rows
    adopted: Rows
    vetoed: Rows
    blocked: Rows

    def begin(self) -> None:
        """Start from the regime of the base year."""
        model, of = self.model, self.model.figures.of
        for name in ("stringency", "panel", "monitoring", "legitimacy", "unilateral"):
            setattr(self, name, model.full(of(name, "Council")))
        self.blocked = model.full(of("blocked", "Council"))
        self.china_compliance = model.full(of("compliance", "China"))
        self.russia_compliance = model.full(of("compliance", "Russia"))
        self.others_compliance = model.full(of("compliance", "others"))
        self.adopted = self.vetoed = model.full(0.0)
        self.tabled = np.stack([self.adopted] * LAGS)
        self._start_patronage = {
            state: model.ties.between("NK", state) for state in ("China", "Russia")
        }
        self.pressure = self._pressure(
            self.stringency, self.china_compliance, self.russia_compliance
        )

    def vote(self) -> None:
        """Vote on what is due, take up what was tested, and see who complies."""
        law, model, states = self.law, self.model, self.model.states
        vetoed, tabled = self._votes(), self._tabled()
        due = tabled[0]
        adopted = due * (1.0 - vetoed)
        stringency = law.stringency(self.stringency, adopted).total
        panel_lost = model.today.panel_vote * states["Russia"].chosen.panel_veto
        blocked = np.maximum(self.blocked, due * vetoed)
        will = model.traits("secondary_sanctions", ("US",))[0]
        china = self._compliance("China", self.china_compliance, self._courtship())
        russia = self._compliance(
            "Russia", self.russia_compliance, model.exchange.channel
        )
        self._next = {
            "tabled": tabled,
            "adopted": adopted,
            "vetoed": due * vetoed,
            "blocked": blocked,
            "stringency": stringency,
            "panel": self.panel * (1.0 - panel_lost),
            "monitoring": law.monitoring(self.monitoring, self.panel).total,
            "china_compliance": china,
            "russia_compliance": russia,
            "others_compliance": law.compliance_elsewhere(
                self.others_compliance, self.monitoring, self.legitimacy
            ).total,
            "unilateral": law.unilateral(self.unilateral, self.blocked, will).total,
            "legitimacy": law.legitimacy(self.legitimacy, self.unilateral).total,
            "pressure": self._pressure(stringency, china, russia),
        }

    def _votes(self) -> Rows:
        """Return 1 where Russia or China would veto a resolution this month."""
        states = self.model.states
        return np.maximum(states["Russia"].chosen.veto, states["China"].chosen.veto)

    def _tabled(self) -> Rows:
        """Return drafts by months until their vote, with this month's added.

        A nuclear test or a long-range launch tables a draft that is voted on 0 to 3
        months later, as the record says; two drafts for one month are one.
        """
        acts = self.nk.chosen
        trigger = np.maximum(acts.nuclear_test, acts.long_range)
        place = np.floor(LAGS * self.model.luck_uniform("council_lag"))
        waiting = [*self.tabled[1:], 0.0 * trigger]
        return np.stack(
            [
                np.maximum(before, trigger * np.equal(place, month))
                for month, before in enumerate(waiting)
            ]
        )

    def _compliance(self, state: str, complying: Rows, patronage: Rows) -> Rows:
        model = self.model
        will = model.traits("secondary_sanctions", ("US",))[0]
        news = model.ties.polarization - model.ties.start_polarization
        return (
            model.laws[state]
            .compliance(complying, self.monitoring, patronage, news, will)
            .total
        )

    def _courtship(self) -> Rows:
        """Return how far China has come closer to North Korea since the start."""
        depth = self.model.ties.between("NK", "China")
        return np.maximum(0.0, depth - self._start_patronage["China"])

    def _pressure(self, stringency: Rows, china: Rows, russia: Rows) -> Rows:
        return self.law.pressure(
            stringency, china, russia, self.others_compliance, self.unilateral
        ).total


LAGS = 4
"""A vote comes 0 to 3 months after the test: 5 to 82 days on record [UNSC]."""
