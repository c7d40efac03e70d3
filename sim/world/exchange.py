"""The exchange: what North Korea and Russia give each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Exchange"]


class Exchange(Affair):
    """What North Korea and Russia give each other."""

    channel: Rows
    habit: Rows
    treaty: Rows
    acknowledged: Rows
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
        self.acknowledged = quiet

    def settle_trade(self) -> None:
        """Deliver and pay what offer, need and the channel allow."""
        law, model = self.law, self.model
        nk, russia = model.nk, model.russia
        need, offer = russia.chosen.shells_needed, nk.chosen.shells_offered
        isolated = russia.isolation
        delivered = law.delivery(self.channel, need, offer).total
        paid = law.payment(delivered, self.troops, self.channel)
        flow = law.technology_flow(paid["technology"], isolated).total
        chance = law.treaty_hazard(self.channel, isolated).total
        signed = np.heaviside(chance - model.luck_uniform("treaty"), 0.0)
        owning = law.acknowledgment_hazard(self.troops).total
        owned = np.heaviside(owning - model.luck_uniform("acknowledgment"), 0.0)
        self._next = {
            "delivered": delivered,
            "rents": paid["cash"] + paid["goods"] + paid["labor"] + paid["interdicted"],
            "handed_over": law.about("on its way")
            .handover(self.handed_over, flow)
            .total,
            "absorbed": law.about("arrived")
            .handover(self.absorbed, self.handed_over)
            .total,
            "treaty": np.maximum(self.treaty, signed),
            "acknowledged": np.maximum(self.acknowledged, owned),
            "troops": law.troops(
                self.troops,
                self.channel,
                model.war.manpower_gap("Russia"),
                nk.chosen.troops_offered,
            ).total,
            "habit": law.habit(self.habit, self.channel).total,
            "channel": law.channel(self.channel, need, isolated, self.habit).total,
        }
