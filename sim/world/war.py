"""The war in Ukraine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["War"]


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

    def remember_start(self) -> None:
        """Take stock: how long Russia could sustain full fire at the start."""
        self.sustainment = self.law.sustainment(
            self.model.russia.shells, self.model.russia.output
        ).total

    def advance(self) -> None:
        """Fight a month: fire, losses, ground, weariness, and whether it ends."""
        law, model, today = self.law, self.model, self.model.today
        begun = np.maximum(self.fighting, today.invasion)
        fighting = begun * (1.0 - today.ceasefire)
        bought = self.own["other_supply"] * fighting
        supplied = model.russia.output + bought + model.exchange.delivered
        fired = law.fire(self.model.russia.shells, supplied, fighting).total
        answered = law.effective_fire(fighting, self._support()).total
        theirs, ours = self.ukrainian_soldiers, self.russian_soldiers
        delivered, troops = model.exchange.delivered, model.exchange.troops
        strength = law.front_strength(ours, troops, delivered).total
        shielded = law.shielded_fire(answered, troops).total
        weight = fired / self.own["full_fire"]
        russian_losses = law.about("russian").attrition(ours, theirs, shielded)
        ukrainian_losses = law.about("ukrainian").attrition(theirs, strength, weight)
        company = law.company(model.exchange.channel, model.exchange.treaty).total
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
                "russian", self.russian_weariness, ours - russian_losses.total, company
            ),
            "ukrainian_weariness": self._weariness(
                "ukrainian",
                self.ukrainian_weariness,
                theirs - ukrainian_losses.total,
                model.full(0.0),
            ),
            "sustainment": law.sustainment(self.model.russia.shells, supplied).total,
        }

    @property
    def own(self) -> Rows:
        """The shared parameters, by name."""
        return self.law.parameters

    def manpower_gap(self, seen_by: str) -> Rows:
        """Return the share of Russian ranks that is empty while there is fighting."""
        return (
            self.law.about(seen_by)
            .manpower_gap(self.russian_soldiers, self.fighting)
            .total
        )

    def _support(self) -> Rows:
        model = self.model
        seoul, tokyo = (model.states[one].chosen.aid for one in ("ROK", "Japan"))
        washington = model.traits("ukraine_support", ("US",))[0]
        return self.law.western_support(washington, seoul, tokyo).total

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

    def _weariness(
        self, side: str, weariness: Rows, losses: Rows, company: Rows
    ) -> Rows:
        share = losses / self.own[f"{side}_establishment"]
        return self.law.about(side).exhaustion(weariness, share, company).total
