"""The six states: what they have, and the three verbs perceive, decide and act.

Each verb reads the world as it stood before and sets what comes next aside; the
model makes all of it real at once. No state moves first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import mesa
import numpy as np

from sim.acts import Acts
from sim.cast import DOMAINS, STATES, others

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.laws import Laws
    from sim.model import StrategicModel
    from sim.terms import Rows

__all__ = ["China", "Japan", "NorthKorea", "Russia", "State", "make_state"]


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
    stock: Rows
    capability: Rows
    warheads: Rows
    retaliation: Rows
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
    armed: Rows
    drilled: Rows
    tested: Rows
    fought: Rows
    engaged: Rows

    def __init__(self, model: StrategicModel, name: str) -> None:
        super().__init__(model)
        self.name = name
        self.others = others(name)
        self.acts: Acts | None = None
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
        quiet = model.full(0.0)
        self.armed = self.drilled = self.tested = self.fought = self.engaged = quiet
        self.expected = self.credibility = np.stack([quiet] * len(self.others))
        self.exposed = self.own_danger = self.felt_threat = self.expected
        self.reference_burden = figures.of("burden", self.name)

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
            self.of_others("greed"),
            1.0 - model.ties.of(self.name),
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
        exposed = law.exposure(incoming).total
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
            self.towards_me("strike"),
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

    # ----------------------------------------------------------------- stage 3: decide

    def decide(self) -> None:
        """Choose the month's acts from what has just been perceived."""
        desired = self.law.desired_burden(
            self.reference_burden,
            self.threat,
            self.reference_threat,
            self.greed - self.own["true_type"],
            self.highest_burden(),
        ).total
        self.acts = Acts(burden=desired)

    def highest_burden(self) -> Rows:
        """Return the burden that cannot be exceeded, in % of GDP."""
        return self.own["burden_ceiling"]

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
            ).total,
        }

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
            "warheads": self.law.warheads(self.warheads).total,
            **self.earn(),
        }

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


class NorthKorea(State):
    """North Korea: arsenals, technology and an economy under sanctions."""

    campaign: Rows
    launches: Rows
    long_range: Rows
    nuclear_tests: Rows
    shells: Rows
    technology: Rows
    experience: Rows
    trend_gdp: Rows
    income: Rows
    accustomed: Rows
    stress: Rows

    def begin(self) -> None:
        """Set stocks, technology and income beside what every state has."""
        super().begin()
        model, figures = self.model, self.model.figures
        levels = [model.full(figures.of("technology", domain)) for domain in DOMAINS]
        interest = [[figures.of("russian_interest", domain)] for domain in DOMAINS]
        self.technology = np.stack(levels)
        self.russian_interest = np.array(interest, dtype=model.dtype)
        self.first_shells = figures.of("shells", "NK")
        self.shells = model.full(self.first_shells)
        quiet = model.full(0.0)
        self.campaign = self.launches = self.long_range = self.nuclear_tests = quiet
        self.experience = self.stress = quiet

    def take_position(self) -> None:
        """Set income where sanctions and the border leave it, and the trend above."""
        target = self.law.income_target(
            self.model.council.pressure, self.model.exchange.rents, self.gdp
        ).total
        self.income = self.accustomed = target
        self.trend_gdp = self.gdp / target
        super().take_position()

    def decide(self) -> None:
        """Choose a burden and what to sell; tests follow the recorded rates."""
        super().decide()
        law, luck = self.law, self.model.luck_uniform
        running = law.campaign(
            self.campaign, luck("campaign_start"), luck("campaign_stop")
        ).total
        long_range = np.heaviside(
            self.own["long_range_share"] - luck("long_range_share"), 0.0
        )
        self.acts = replace(
            self.chosen,
            campaign=running,
            launches=law.launches(running, luck("batch_size")).total,
            long_range=running * long_range,
            nuclear_test=np.heaviside(
                self.own["nuclear_test_rate"] - luck("nuclear_test"), 0.0
            ),
            shells_offered=law.shell_offer(self.shells).total,
        )

    def act(self) -> None:
        """Launch, test and ship."""
        super().act()
        law, acts, exchange = self.law, self.chosen, self.model.exchange
        self._next |= {
            "campaign": acts.campaign,
            "launches": acts.launches,
            "long_range": acts.long_range,
            "nuclear_tests": acts.nuclear_test,
            "tested": law.testing_act(
                acts.launches, acts.long_range, acts.nuclear_test
            ).total,
            "fought": law.war_act(
                self.model.full(0.0), exchange.delivered, exchange.troops
            ).total,
        }

    def face_consequences(self) -> None:
        """Draw the month into shells, technology and experience as well."""
        super().face_consequences()
        law, exchange = self.law, self.model.exchange
        self._next |= {
            "shells": law.shell_stock(
                self.shells, self.own["nk_output"], exchange.delivered
            ).total,
            "technology": law.technology(
                self.technology,
                self.russian_interest,
                self._tests_by_domain(),
                exchange.absorbed,
            ).total,
            "experience": law.combat_experience(self.experience, exchange.troops).total,
        }

    def earn(self) -> dict[str, Rows]:
        """Return next month's income under sanctions and rents, and what it does."""
        law, model = self.law, self.model
        target = law.income_target(
            model.council.pressure, model.exchange.rents, self.trend_gdp
        ).total
        income = law.income(self.income, target).total
        accustomed = law.used_to(self.accustomed, self.income).total
        trend = law.growth(self.trend_gdp).total
        return {
            "trend_gdp": trend,
            "income": income,
            "accustomed": accustomed,
            "stress": law.stress(accustomed, income).total,
            "gdp": trend * income,
        }

    def combat_experience(self) -> Rows:
        """Return what the force has learned in Ukraine, 0 to 1."""
        return self.experience

    def _tests_by_domain(self) -> Rows:
        """Return the month's flight tests by domain, shape (domains, rows)."""
        none = self.model.full(0.0)
        tests: dict[str, Rows] = dict.fromkeys(DOMAINS, none)
        tests["short_range"] = self.launches - self.long_range
        tests["icbm"] = self.long_range
        tests["warhead"] = self.nuclear_tests
        return np.stack([tests[domain] for domain in DOMAINS])

    def readiness(self) -> Rows:
        """Return how much of artillery and missiles is there and works."""
        return self.law.strike_readiness(
            self.shells / self.first_shells, self._level("short_range")
        ).total

    def deliverable(self) -> Rows:
        """Return the share of warheads deliverable on each other state."""
        near = self._level("warhead") * self._level("short_range")
        far = self._level("warhead") * self._level("icbm")
        return np.stack([far if other == "US" else near for other in self.others])

    def _level(self, domain: str) -> Rows:
        return self.technology[DOMAINS.index(domain)]


class _PermanentMember(State):
    """A state that can veto what the Council would do about North Korea."""

    isolation: Rows

    def decide(self) -> None:
        """Choose a burden, and how it would vote this month."""
        super().decide()
        ties, luck = self.model.ties, self.model.luck_uniform
        chance = self.law.veto(
            self.isolation, ties.between("NK", self.name), ties.polarization
        ).total
        self.acts = replace(
            self.chosen,
            veto=np.heaviside(chance - luck(f"resolution_veto/{self.name}"), 0.0),
            panel_veto=self.panel_veto(chance),
        )

    def panel_veto(self, chance: Rows) -> Rows:
        """Return 1 where it would end the Panel of Experts, given its veto's chance."""
        return self.model.full(0.0)


class Russia(_PermanentMember):
    """Russia: a war that needs shells, isolation, and a veto to protect its channel."""

    shells: Rows
    output: Rows
    isolation: Rows

    def begin(self) -> None:
        """Set shells and isolation beside what every state has."""
        super().begin()
        model, figures = self.model, self.model.figures
        self.shells = model.full(figures.of("shells", "Russia"))
        self.isolation = model.full(figures.of("isolation", "Russia"))
        self.output = model.full(1.0) * self.own["peace_output"]

    def decide(self) -> None:
        """Choose a burden, votes, and how much shells are needed."""
        super().decide()
        law, model = self.law, self.model
        wanted = model.war.fighting * self.own["desired_fire"]
        self.acts = replace(
            self.chosen, shells_needed=law.shell_need(self.shells, wanted).total
        )

    def panel_veto(self, chance: Rows) -> Rows:
        """Return 1 where Moscow would end the Panel: it has a channel to hide."""
        ends = self.law.panel_veto(chance, self.model.exchange.channel).total
        return np.heaviside(ends - self.model.luck_uniform("panel_veto"), 0.0)

    def act(self) -> None:
        """Wage the war that others see."""
        super().act()
        war, none = self.model.war, self.model.full(0.0)
        self._next |= {
            "fought": self.law.war_act(war.intensity, none, none).total,
            "engaged": war.intensity,
        }

    def face_consequences(self) -> None:
        """Draw the month into shells, output and isolation."""
        super().face_consequences()
        law, war = self.law, self.model.war
        # What the war counted on, also in the month in which it ends.
        bought = war.bought + self.model.exchange.delivered
        self._next |= {
            "shells": law.shell_stock(
                self.shells, self.output + bought, war.fired
            ).total,
            "output": law.mobilized_output(self.output, war.fighting).total,
            "isolation": law.isolation(self.isolation, war.fighting).total,
        }


class China(_PermanentMember):
    """China: most of North Korea's trade, and a veto."""

    def begin(self) -> None:
        """China is not isolated, and stays so."""
        super().begin()
        self.isolation = self.model.full(0.0)


class _Ally(State):
    """A state that takes part in the allies' exercises."""

    def decide(self) -> None:
        """Choose a burden, and hold the exercises that are due."""
        super().decide()
        due = self.model.full(self.model.today.exercises)
        self.acts = replace(self.chosen, exercise=due)

    def act(self) -> None:
        """Exercise, for others to see."""
        super().act()
        self._next["drilled"] = self.law.exercise_act(self.chosen.exercise).total


class UnitedStates(_Ally):
    """The United States: guarantor, and Ukraine's main supplier."""

    def act(self) -> None:
        """Exercise, and be engaged in Ukraine as far as it supports it."""
        super().act()
        self._next["engaged"] = self.model.war.intensity * self.own["ukraine_support"]


class SouthKorea(_Ally):
    """South Korea."""


class Japan(_Ally):
    """Japan: a customary ceiling on spending that threat may lift."""

    ceiling_lifted: Rows

    def begin(self) -> None:
        """Start under the customary ceiling."""
        super().begin()
        self.ceiling_lifted = self.model.full(0.0)

    def decide(self) -> None:
        """Choose a burden, and whether to lift the ceiling."""
        super().decide()
        chance = self.law.ceiling_lift(self.threat, self.reference_threat).total
        lifts = np.heaviside(chance - self.model.luck_uniform("ceiling_lift"), 0.0)
        self.acts = replace(
            self.chosen, ceiling_lifted=np.maximum(self.ceiling_lifted, lifts)
        )

    def highest_burden(self) -> Rows:
        """Return the ceiling in force, customary or not."""
        return self.law.ceiling(self.ceiling_lifted).total

    def act(self) -> None:
        """Spend under the ceiling that stands."""
        super().act()
        self._next["ceiling_lifted"] = self.chosen.ceiling_lifted


_KINDS: dict[str, type[State]] = {
    "NK": NorthKorea,
    "Russia": Russia,
    "US": UnitedStates,
    "ROK": SouthKorea,
    "Japan": Japan,
    "China": China,
}


def make_state(model: StrategicModel, name: str) -> State:
    """Return the agent of one state."""
    return _KINDS[name](model, name)


def over_others(stacked: Rows) -> Rows:
    """Return the sum over the first axis of (others, rows), in the states' order."""
    total = stacked[0] + stacked[1]
    return total + stacked[2] + stacked[3] + stacked[4]
