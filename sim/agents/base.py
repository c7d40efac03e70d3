"""What every state has and does: the three verbs perceive, decide and act.

Each verb reads the world as it stood before and sets what comes next aside; the
model makes all of it real at once. No state moves first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import mesa
import numpy as np

from sim.acts import Acts
from sim.cast import STATES, others

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.laws import Laws
    from sim.model import StrategicModel
    from sim.terms import Rows

__all__ = ["State", "over_others"]


class State(mesa.Agent):
    """A unitary state; every attribute is an array whose last axis is the rows.

    What it holds for each other state is stacked in the order of ``others``. The
    attributes, with units and bounds, are declared in :data:`sim.state.FIELDS`.

    Parameters
    ----------
    model : StrategicModel
        The world that it is part of.
    name : str
        One of :data:`sim.cast.STATES`.
    """

    model: StrategicModel

    greed: Rows
    gdp: Rows
    burden: Rows
    spending: Rows
    war_cost: Rows
    stock: Rows
    capability: Rows
    warheads: Rows
    retaliation: Rows
    defense: Rows
    power: Rows
    strike: Rows
    arsenal: Rows
    baseline: Rows
    belief: Rows
    expected: Rows
    misperception: Rows
    credibility: Rows
    exposed: Rows
    own_danger: Rows
    felt_threat: Rows
    threat: Rows
    reference_threat: Rows
    undercount: Rows
    armed: Rows
    drilled: Rows
    tested: Rows
    fought: Rows
    struck: Rows
    conciliated: Rows
    engaged: Rows

    def __init__(self, model: StrategicModel, name: str) -> None:
        super().__init__(model)
        self.name = name
        self.others = others(name)
        self.acts: Acts | None = None
        self.orders: Mapping[str, Rows] = {}
        self._next: dict[str, Any] = {}
        # Where this state stands in each other state's own list of others.
        self._my_place = tuple(others(other).index(name) for other in self.others)

    # ------------------------------------------------------------------ the start

    def begin(self) -> None:
        """Set what the state has in the base year, from real figures."""
        model, figures, own = self.model, self.model.figures, self.own
        self.distance = self._column("front_distance")
        self.in_asia = self._column("front_in_asia")
        growth = figures.of("spending_growth", self.name) / 100.0
        luck = model.luck_uniform(f"type/{self.name}")
        spread = own["type_spread"] * (2.0 * luck - 1.0)
        self.greed = np.minimum(np.maximum(own["true_type"] + spread, 0.0), 1.0)
        self.burden = model.full(figures.of("burden", self.name))
        self.spending = model.full(figures.of("spending", self.name))
        self.gdp = 100.0 * self.spending / self.burden
        self.stock = self.spending / (own["depreciation"] + growth)
        self.warheads = model.full(figures.of("warheads", self.name))
        self.defense = model.full(1.0) * own["missile_defense"]
        quiet = model.full(0.0)
        self.armed = self.drilled = self.tested = self.fought = self.engaged = quiet
        self.struck = self.conciliated = quiet
        self.expected = self.credibility = np.stack([quiet] * len(self.others))
        self.exposed = self.own_danger = self.felt_threat = self.expected
        self.war_cost = model.full(figures.of("war_cost", self.name))
        self.reference_burden = self.burden - self.war_cost

    def take_position(self) -> None:
        """Set what follows from what everybody has: power, trust and first beliefs."""
        votes = np.abs(self._column_of("ideal_point") - self._ideal_point)
        first = self.law.first_belief(
            votes, self._column("rivalry"), self._column("conflict_share")
        ).total
        self.baseline = self.belief = first + self.expected
        self.credibility = self.model.traits("alliance_commitment", self.others)
        self.undercount = self._undercount()

    def look(self) -> None:
        """Feel threat with the beliefs that the state has."""
        self._next = self._feel(self.belief)

    def remember_start(self) -> None:
        """Take what is felt at the start as what the state is used to."""
        self.reference_threat = self.threat

    def _undercount(self) -> Rows:
        """Return how much of the state's weight dollars miss, as a log ratio."""
        figures, states = self.model.figures, self.model.states
        index = figures.of("cinc", self.name) / sum(
            figures.of("cinc", state) for state in STATES
        )
        dollars = self.stock / sum(states[state].stock for state in STATES)
        return np.log(index / dollars)

    @property
    def _ideal_point(self) -> float:
        return self.model.figures.of("ideal_point", self.name)

    def _column(self, quantity: str) -> Rows:
        """Return a figure of the pair with each other state, shape (others, 1)."""
        between = self.model.figures.between
        column = [[between(quantity, self.name, other)] for other in self.others]
        return np.array(column, dtype=self.model.dtype)

    def _column_of(self, quantity: str) -> Rows:
        """Return a figure of each other state, shape (others, 1)."""
        column = [[self.model.figures.of(quantity, other)] for other in self.others]
        return np.array(column, dtype=self.model.dtype)

    # -------------------------------------------------------------- what it can read

    @property
    def law(self) -> Laws:
        """The rules with this state's parameters in them."""
        return self.model.laws[self.name]

    @property
    def own(self) -> Mapping[str, Rows]:
        """The state's parameters, by bare name."""
        return self.model.laws[self.name].parameters

    def of_others(self, attribute: str) -> Rows:
        """Return an attribute of each other state, shape (others, rows)."""
        return np.stack([getattr(self.model.states[o], attribute) for o in self.others])

    def towards_me(self, attribute: str) -> Rows:
        """Return what each other state holds for this one, shape (others, rows)."""
        holders = zip(self.others, self._my_place, strict=True)
        return np.stack(
            [getattr(self.model.states[o], attribute)[place] for o, place in holders]
        )

    def among_others(self, attribute: str) -> Rows:
        """Return what each other state holds for each further one.

        Shape (others, others, rows): first axis the holder, second axis the further
        state, 0 where the two are the same.
        """
        nothing = self.model.full(0.0)
        return np.stack(
            [
                np.stack(
                    [
                        nothing
                        if other == holder
                        else self.model.states[holder].held_for(attribute, other)
                        for other in self.others
                    ]
                )
                for holder in self.others
            ]
        )

    def held_for(self, attribute: str, other: str) -> Rows:
        """Return what this state holds for one other, shape (rows,)."""
        return getattr(self, attribute)[self.others.index(other)]

    # --------------------------------------------------------------- stage 2: perceive

    def perceive(self) -> None:
        """Read last month's acts; update beliefs, and feel threat from all at once."""
        law, model = self.law, self.model
        noise = [
            model.luck_normal(f"evidence/{self.name}/{other}") for other in self.others
        ]
        seen = law.evidence(
            self.of_others("armed"),
            self.of_others("drilled"),
            self.of_others("tested"),
            self.of_others("fought"),
            self.of_others("struck"),
            self.of_others("conciliated") + model.dialogue.assurance,
            self.of_others("greed"),
            1.0 - model.ties.of(self.name),
            model.ties.channels_of(self.name),
            model.dialogue.confidence,
            np.stack(noise),
        ).total
        surprise = seen - self.expected
        charged = law.guilt_by_association(
            surprise, model.ties.among(self.others)
        ).total
        belief = law.belief(self.belief, surprise, charged, self.baseline).total
        self._next = {
            "belief": belief,
            "expected": law.expectation(self.expected, seen).total,
            **self._feel(belief),
        }

    def _feel(self, belief: Rows) -> dict[str, Rows]:
        """Return threat from each other state, given a belief about each."""
        law, ties = self.law, self.model.ties.of(self.name)
        greed, power = self.of_others("greed"), self.towards_me("power")
        incoming = self.towards_me("arsenal")
        exposed = law.exposure(incoming, self.defense).total
        pledges = law.about("received").pledge(ties, self.credibility).total
        nuclear = law.nuclear_threat(
            exposed,
            incoming,
            law.umbrella(
                pledges, self.of_others("retaliation"), self.among_others("exposed")
            ).total,
            self.retaliation,
            self.warheads,
        ).total
        vulnerability = law.vulnerability(
            power,
            self.power,
            law.about("help")
            .through_friends(pledges, self.among_others("power"))
            .total,
            self.first_blow(),
            nuclear,
        ).total
        intent = law.hostile_intent(belief, greed, ties).total
        given = law.about("given").pledge(ties, self.own["alliance_commitment"]).total
        shared = (
            law.about("fear")
            .through_friends(given, self.among_others("own_danger"))
            .total
        )
        felt = law.threat(intent, power, vulnerability, shared).total
        # What it would feel with nobody to protect: this is what a guarantor shares,
        # so that sharing goes one hop and never round in a circle.
        own = law.about("own").threat(intent, power, vulnerability, 0.0 * shared).total
        misread = 1.0 / (1.0 + np.exp(-belief)) - greed
        return {
            "exposed": exposed,
            "own_danger": own,
            "felt_threat": felt,
            "threat": over_others(felt),
            "misperception": over_others(misread) / len(self.others),
        }

    def first_blow(self) -> Rows:
        """Return the damage of each other state's first blow, shape (others, rows)."""
        return self.towards_me("strike")

    @property
    def alarm(self) -> Rows:
        """How much more threat is felt than at the start, shape (rows,)."""
        return self.threat - self.reference_threat

    # ----------------------------------------------------------------- stage 3: decide

    def decide(self) -> None:
        """Choose the month's acts from what has just been perceived."""
        limit = self.highest_burden()
        desired = self.law.desired_burden(
            self.reference_burden,
            self.war_cost,
            self.threat,
            self.reference_threat,
            self.greed - self.own["true_type"],
            limit,
            self.model.dialogue.confidence,
        ).total
        self.acts = Acts(burden=self.ordered("burden", desired, at_most=limit))

    def highest_burden(self) -> Rows:
        """Return the burden that cannot be exceeded, in % of GDP."""
        return self.own["burden_ceiling"]

    def ordered(self, act: str, proposed: Rows, at_most: Rows = np.inf) -> Rows:
        """Return an act as whoever plays the state orders it, else as proposed.

        Parameters
        ----------
        act : str
            A field of :class:`~sim.acts.Acts`.
        proposed : Rows
            What the rules choose.
        at_most : Rows
            More than this no order can bring about.

        Returns
        -------
        Rows
            The order, and what is proposed wherever the order is not a number; with
            no order at all, the proposal itself.
        """
        if act not in self.orders:
            return proposed
        order = self.orders[act]
        return np.where(np.isnan(order), proposed, np.minimum(order, at_most))

    def choose(self, **acts: Rows) -> None:
        """Add acts to those chosen this month: as the rules propose, or as ordered."""
        taken = {act: self.ordered(act, proposed) for act, proposed in acts.items()}
        self.acts = replace(self.chosen, **taken)

    # -------------------------------------------------------------------- stage 4: act

    def act(self) -> None:
        """Carry the chosen acts out, for others to see next month."""
        law, acts = self.law, self.chosen
        burden = law.burden(self.burden, acts.burden).total
        spending = burden / 100.0 * self.gdp
        self._next = {
            "burden": burden,
            "spending": spending,
            "armed": law.arming_act(spending, self.spending).total,
            "credibility": law.credibility(
                self.credibility,
                self.model.traits("alliance_commitment", self.others),
                self.of_others("engaged"),
                self.reassured(),
            ).total,
            "struck": law.struck_act(
                self.attacked(), self.model.crises.worst_of(self.name)
            ).total,
        }

    def reassured(self) -> Rows:
        """Return what each other state visibly does for its promise (others, rows)."""
        return np.stack([self.model.full(0.0)] * len(self.others))

    def attacked(self) -> Rows:
        """Return 1 where the state attacks another this month, shape (rows,)."""
        return self.model.full(0.0)

    @property
    def chosen(self) -> Acts:
        """The acts chosen this month."""
        if self.acts is None:
            raise RuntimeError(f"{self.name} has not decided yet")
        return self.acts

    # --------------------------------------------------------- stage 6: consequences

    def face_consequences(self) -> None:
        """Draw the month's acts into stocks and income."""
        self._next = {
            "stock": self.law.capital_stock(self.stock, self.spending).total,
            "war_cost": self.law.winding_down(self.war_cost).total,
            "warheads": self.law.warheads(
                self.warheads,
                self.alarm,
                self.production_frozen(),
                self.model.order.lost,
                self.model.order.arms_control,
            ).total,
            **self.earn(),
        }

    def production_frozen(self) -> Rows:
        """Return the share of warhead production that a deal stops, shape (rows,)."""
        return self.model.full(0.0)

    def earn(self) -> dict[str, Rows]:
        """Return next month's income."""
        return {"gdp": self.law.growth(self.gdp).total}

    def take_stand(self) -> None:
        """Set what the state can do to each other with the stocks that it now has."""
        law = self.law
        capability = law.standing_capability(
            self.stock, self.undercount, self.combat_experience()
        ).total
        self._next = {
            "capability": capability,
            "power": law.projected_power(
                capability, self.distance, self.in_asia, self.model.war.intensity
            ).total,
            "strike": law.strike_damage(self.readiness(), self.distance).total,
            "arsenal": law.arsenal(self.warheads, self.deliverable()).total,
            "retaliation": law.second_strike(self.warheads).total,
        }

    def combat_experience(self) -> Rows:
        """Return what the force has learned in combat abroad, 0 to 1."""
        return self.model.full(0.0)

    def readiness(self) -> Rows:
        """Return the share of the first blow that is there and works."""
        return self.model.full(1.0)

    def deliverable(self) -> Rows:
        """Return the share of warheads deliverable on each other state."""
        return np.stack([self.model.full(1.0)] * len(self.others))

    # ------------------------------------------------------------------------ together

    def settle(self) -> None:
        """Make what was set aside real."""
        self.become(self._next)
        self._next = {}

    def become(self, news: Mapping[str, Any]) -> None:
        """Take new values; nothing is ever written into an old array."""
        for name, value in news.items():
            setattr(self, name, value)


def over_others(stacked: Rows) -> Rows:
    """Return the sum over the first axis of (others, rows), in the states' order."""
    total = stacked[0] + stacked[1]
    return total + stacked[2] + stacked[3] + stacked[4]
