"""The United States, South Korea and Japan: what the allies do against a threat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sim.agents.base import State
from sim.cast import THEATRES

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Japan", "SouthKorea", "UnitedStates"]


class _Ally(State):
    """A state that takes part in the allies' exercises and missile defense."""

    def decide(self) -> None:
        """Choose a burden, and at what scale to hold the exercises that are due."""
        super().decide()
        model = self.model
        plan = self.law.exercise_plan(
            model.full(model.today.exercises),
            self.alarm,
            self.hushed(),
            model.ties.trilateral,
        )
        held = self.ordered("exercise", plan.total)
        # What an order leaves out of the plan is called off as well, for all to see.
        called_off = np.maximum(0.0, plan.total - held) - plan["paused"]
        self.acts = replace(self.chosen, exercise=held, paused=called_off)

    def hushed(self) -> Rows:
        """Return 1 where talks or a moratorium speak for a pause, shape (rows,)."""
        return np.maximum(self.model.talks.talking, self.model.nk.takes("moratorium"))

    def act(self) -> None:
        """Exercise, or pause for the sake of talks, for others to see."""
        super().act()
        law, acts, none = self.law, self.chosen, self.model.full(0.0)
        self._next |= {
            "drilled": law.exercise_act(acts.exercise, self.deployed()).total,
            "conciliated": law.conciliation(none, none, acts.paused).total,
        }

    def deployed(self) -> Rows:
        """Return the strategic assets that it has in the region, shape (rows,)."""
        return self.model.full(0.0)

    def face_consequences(self) -> None:
        """Build missile defense as well."""
        super().face_consequences()
        self._next["defense"] = self.law.missile_shield(
            self.defense,
            self.own["missile_defense"] + 0.0 * self.defense,
            self.alarm,
            self.model.ties.trilateral,
        ).total


class UnitedStates(_Ally):
    """The United States: guarantor, and Ukraine's main supplier."""

    attention: Rows
    assets: Rows
    coercion: Rows

    def begin(self) -> None:
        """Attend to every theatre alike, until it is known what is felt."""
        super().begin()
        quiet = self.model.full(0.0)
        self.assets = quiet + self.own["assets_base"]
        self.coercion = quiet
        self.attention = np.stack([quiet + 1.0 / len(THEATRES)] * len(THEATRES))

    def remember_start(self) -> None:
        """Attend from the start to what custom and threat ask for."""
        super().remember_start()
        # A month closes a part of the gap: the start closes all of it.
        pace = 1.0 - np.exp(-1.0 / self.own["attention_months"])
        closed = self._attended() - self.attention
        self.attention = self.attention + closed / pace

    def attention_to(self, theatre: str) -> Rows:
        """Return the share of attention that a theatre has, shape (rows,)."""
        return self.attention[THEATRES.index(theatre)]

    def decide(self) -> None:
        """Choose a burden and exercises, what to attend to, and how hard to press."""
        super().decide()
        law, model = self.law, self.model
        coercion = law.coercion(
            self.own["pressure_appetite"] + model.full(0.0),
            self.held_for("exposed", "NK"),
        ).total
        self.choose(coercion=coercion)
        assets = law.assets(
            self.assets,
            np.maximum(model.states["ROK"].alarm, model.states["Japan"].alarm),
            model.nk.tested,
            self.chosen.coercion,
            self.attention_to("Korea"),
            model.ties.linked,
        ).total
        self.choose(attention=self._attended(), assets=assets)

    def _attended(self) -> Rows:
        """Return next month's shares of attention, from threats and acts as seen."""
        model = self.model
        quiet, own = model.full(0.0), self.own
        nk, russia, china = (model.states[one] for one in ("NK", "Russia", "China"))
        felt = [self.held_for("felt_threat", one) for one in ("NK", "Russia", "China")]
        acts = [nk.tested + nk.struck, russia.fought, china.armed + china.struck]
        return self.law.attention(
            self.attention,
            self.law.attention_custom(
                own["nk_priority"] + quiet, model.war.intensity
            ).total,
            np.stack([*felt, quiet]),
            np.stack([*acts, quiet]),
        ).total

    def deployed(self) -> Rows:
        """Return the strategic assets that it has in the region, shape (rows,)."""
        return self.assets

    def act(self) -> None:
        """Exercise, deploy, attend, and be engaged in Ukraine as far as it helps."""
        super().act()
        acts = self.chosen
        self._next |= {
            "attention": acts.attention,
            "coercion": acts.coercion,
            "assets": acts.assets,
            "engaged": self.model.war.intensity * self.own["ukraine_support"],
        }


class _FrontlineAlly(_Ally):
    """An ally within North Korea's reach, with strike forces and a guarantor."""

    strike_forces: Rows
    latency: Rows

    def begin(self) -> None:
        """Set strike forces beside what every state has."""
        super().begin()
        first = self.model.figures.of("strike_forces", self.name)
        self.strike_forces = self.model.full(first)
        self.latency = self.model.full(0.0)

    def remember_start(self) -> None:
        """Begin with the pressure for own nuclear arms that doubt alone keeps up."""
        super().remember_start()
        self.latency = self.latency + self.own["latency_of_doubt"] * self.doubt

    @property
    def doubt(self) -> Rows:
        """How far Washington's promise is not trusted, shape (rows,)."""
        return 1.0 - self.held_for("credibility", "US")

    def first_blow(self) -> Rows:
        """Return others' first blows, less what own strike forces would stop."""
        stopped = self.law.damage_limitation(self.strike_forces).total
        return (1.0 - stopped) * super().first_blow()

    def decide(self) -> None:
        """Choose a burden, exercises, and what to give to Ukraine."""
        super().decide()
        self.choose(aid=self._aid())

    def _aid(self) -> Rows:
        model = self.model
        return self.law.conditional_aid(
            model.full(1.0) * self.own["aid_to_ukraine"],
            *model.ties.seen_in_europe(),
            model.ties.linked,
        ).total

    def reassured(self) -> Rows:
        """Return what Washington visibly does for its promise (others, rows)."""
        model, quiet = self.model, self.model.full(0.0)
        shown = self.law.reassurance(model.us.assets, model.ties.consultation).total
        return np.stack([shown if one == "US" else quiet for one in self.others])

    def act(self) -> None:
        """Exercise, and feel how loud the call for arms of its own is at home."""
        super().act()
        self._next["latency"] = self.law.latency(
            self.latency, self.alarm, self.doubt
        ).total

    def face_consequences(self) -> None:
        """Build strike forces as well."""
        super().face_consequences()
        self._next["strike_forces"] = self.law.strike_forces(
            self.strike_forces, self.alarm, self.allowed()
        ).total

    def allowed(self) -> Rows:
        """Return how far law and custom allow strike forces, shape (rows,)."""
        return self.model.full(1.0)

    def readiness(self) -> Rows:
        """Return the first blow that it can deal, against the base year's."""
        return self.law.strike_strength(self.strike_forces).total


class SouthKorea(_FrontlineAlly):
    """South Korea: three-axis forces, talks with the North, room between the blocs."""

    room: Rows
    leeway: Rows

    def begin(self) -> None:
        """Set room for maneuver beside what a frontline ally has."""
        super().begin()
        self._first_room = self.model.full(self.model.figures.of("room", self.name))
        self.room, self.leeway = self._first_room, self.model.full(0.0)

    @property
    def room_news(self) -> Rows:
        """How much more room there is than at the start, shape (rows,)."""
        return self.room - self._first_room

    def act(self) -> None:
        """Deal with all sides as far as the blocs leave room for it."""
        super().act()
        law, ties = self.law, self.model.ties
        hardened = ties.polarization - ties.start_polarization
        eased = law.leeway(hardened).total
        self._next |= {
            "leeway": eased,
            "room": law.room(
                self.room, self._first_room, hardened, ties.opened_to_seoul(), eased
            ).total,
        }


class Japan(_FrontlineAlly):
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
        lifts = self.ordered("ceiling_lifted", lifts)
        # A custom that is broken once does not come back by order.
        lifted = np.maximum(self.ceiling_lifted, lifts)
        self.acts = replace(self.chosen, ceiling_lifted=lifted)

    def highest_burden(self) -> Rows:
        """Return the ceiling in force, customary or not."""
        return self.law.ceiling(self.ceiling_lifted).total

    def allowed(self) -> Rows:
        """Return 1 once the ceiling is lifted: counterstrike goes with it."""
        return self.ceiling_lifted

    def act(self) -> None:
        """Spend under the ceiling that stands."""
        super().act()
        self._next["ceiling_lifted"] = self.chosen.ceiling_lifted
