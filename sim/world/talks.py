"""Talks between North Korea and the United States, and what is made of a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.cast import POSTURES
from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Talks"]


class Talks(Affair):
    """Whether the two talk, whether a deal is in force, and who trusts whom."""

    talking: Rows
    talked_months: Rows
    talks_opened: Rows
    talks_failed: Rows
    deal: Rows
    deal_made: Rows
    deal_broken: Rows
    implemented: Rows
    progress: Rows
    relief: Rows
    us_trust: Rows
    nk_trust: Rows
    definition_gap: Rows

    def begin(self) -> None:
        """Start with who was at the table in the base year, and its trust."""
        model, of = self.model, self.model.figures.of
        quiet = model.full(0.0)
        self.talks_opened = self.talks_failed = quiet
        self.deal = self.deal_made = self.deal_broken = quiet
        self.implemented = self.progress = self.relief = quiet
        self.talking = model.full(of("talking", "talks"))
        self.talked_months = model.full(of("talked_months", "talks"))
        self.us_trust = model.full(of("trust", "US"))
        self.nk_trust = model.full(of("trust", "NK"))
        self.definition_gap = model.full(of("definition_gap", "talks"))

    def meet(self) -> None:
        """Open talks, go on, agree or part; carry a deal out, or break it."""
        law, model = self.law, self.model
        opened = self._opened()
        deal_chance, end_chance = self._chances()
        luck = model.luck_uniform("talks_end")
        made = self.talking * np.heaviside(deal_chance - luck, 0.0)
        failed = self.talking * (1.0 - made)
        failed = failed * np.heaviside(luck - (1.0 - end_chance), 0.0)
        broken = self._broken()
        talking = (self.talking - made - failed) + opened
        deal = self.deal * (1.0 - broken) + made
        implemented = law.implementation(
            self.implemented,
            deal,
            self.nk_trust,
            model.nk.patron,
            model.nk.attachment,
        ).total
        progress = np.maximum(0.0, implemented - self.implemented)
        self._next = {
            "talking": talking,
            "talked_months": (self.talked_months + 1.0) * talking,
            "talks_opened": opened,
            "talks_failed": failed,
            "deal": deal,
            "deal_made": made,
            "deal_broken": broken,
            "implemented": implemented,
            "progress": progress,
            "relief": law.relief(self.relief, deal, implemented).total,
            "definition_gap": law.definition_gap(
                self.definition_gap, self.talking, self.deal, model.ties.polarization
            ).total,
            **self._trusts(progress, broken, failed),
        }

    def _posture(self, name: str) -> Rows:
        """Return 1 where North Korea takes this line this month."""
        return self.model.nk.chosen.posture[POSTURES.index(name)]

    def _opened(self) -> Rows:
        """Return 1 where talks open: somebody offers, and Washington accepts."""
        law, model, us = self.law, self.model, self.model.us
        still = self._posture("moratorium")
        worth = law.welcome(
            law.about("acceptance")
            .good_offices(
                self._trait("openness"),
                model.traits("dialogue", ("ROK",))[0],
                model.china.mediation,
            )
            .total,
            self._trait("precondition"),
            np.minimum(1.0, still + _HALF_STILL * self._posture("offer")),
            us.held_for("exposed", "NK"),
            us.attention_to("Korea"),
            self.us_trust,
            self._trait("pressure_appetite"),
        ).total
        accepted = law.likelihood(worth).total
        offering = self._posture("offer") + still
        free = np.minimum(1.0, self.talking + self.deal)
        chance = law.talks_open(offering, accepted, free).total
        return np.heaviside(chance - self.model.luck_uniform("talks_open"), 0.0)

    def _chances(self) -> tuple[Rows, Rows]:
        """Return the chances that talks end this month with a deal, and without."""
        law, model = self.law, self.model
        nk, us = model.nk, model.us
        minimum = law.nk_minimum(
            nk.attachment,
            self.definition_gap,
            nk.patron,
            1.0 - self.nk_trust,
            np.minimum(1.0, nk.stress),
            nk.completed,
        ).total
        maximum = law.us_maximum(
            self._trait("openness"),
            us.held_for("exposed", "NK"),
            us.attention_to("Korea"),
            self._trait("precondition"),
            1.0 - self.us_trust,
            np.minimum(1.0, np.maximum(0.0, model.rok.alarm)),
        ).total
        parted = law.breakdown(
            maximum - minimum, self.talked_months, self._posture("pressure")
        ).total
        return law.bargain(minimum, maximum).total, parted

    def _broken(self) -> Rows:
        """Return 1 where a deal in force is broken this month."""
        acts, model = self.model.nk.chosen, self.model
        chance = self.law.breach(
            self.deal,
            self.implemented,
            np.maximum(acts.nuclear_test, acts.long_range),
            1.0 - self.us_trust,
            self.law.newness(model.full(model.today.in_office)).total,
        ).total
        return self.deal * np.heaviside(chance - model.luck_uniform("breach"), 0.0)

    def _trusts(self, progress: Rows, broken: Rows, failed: Rows) -> dict[str, Rows]:
        """Return how far each side takes the other at its word, a month later."""
        acts, law, quiet = self.model.nk.chosen, self.law, self.model.full(0.0)
        loud = self.talking * np.maximum(acts.nuclear_test, acts.long_range)
        return {
            "us_trust": law.about("Washington")
            .trust(self.us_trust, progress, broken, failed, loud)
            .total,
            "nk_trust": law.about("Pyongyang")
            .trust(self.nk_trust, progress, broken, failed, quiet)
            .total,
        }

    def _trait(self, name: str) -> Rows:
        return self.model.traits(name, ("US",))[0]


_HALF_STILL = 0.5
"""An offer holds still half as far as a moratorium: part of the tests go on."""
