"""The Security Council, its sanctions, and how far they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Council"]

LAGS = 4
"""A draft is voted on 0 to 3 months after the test that brought it."""


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
    banned: Rows
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
        self.banned = self.law.banned(self.stringency).total
        self.pressure = self._pressure(
            self.banned, self.china_compliance, self.russia_compliance
        )

    def vote(self) -> None:
        """Vote on what is due, take up what was tested, and see who complies."""
        law, model, states = self.law, self.model, self.model.states
        vetoed, tabled = self._votes(), self._tabled()
        due = tabled[0]
        adopted = due * (1.0 - vetoed)
        stringency = law.stringency(self.stringency, adopted).total
        banned = law.banned(stringency).total
        panel_lost = model.today.panel_vote * states["Russia"].chosen.panel_veto
        blocked = np.maximum(self.blocked, due * vetoed)
        # A draft blocked, or a Panel ended that there still was.
        shown = np.maximum(due * vetoed, self.panel * panel_lost)
        will = model.traits("secondary_sanctions", ("US",))[0]
        china = self._compliance("China", self.china_compliance, model.china.courtship)
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
            "legitimacy": law.legitimacy(self.legitimacy, self.unilateral, shown).total,
            "banned": banned,
            "pressure": self._pressure(banned, china, russia),
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
        acts = self.model.nk.chosen
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

    def _pressure(self, banned: Rows, china: Rows, russia: Rows) -> Rows:
        return self.law.pressure(
            banned,
            china,
            russia,
            self.others_compliance,
            self.unilateral,
            self.model.talks.relief,
        ).total
