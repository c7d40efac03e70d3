"""Crises between the two camps, dyad by dyad and step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.cast import DYADS
from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Crises"]

_CLASH = 4.0
"""The step at which there is a clash of arms."""

_GRAVEST = 5.0
"""The last step: war."""


class Crises(Affair):
    """How far each hostile pair's crisis has gone; 0 where there is none."""

    crisis: Rows
    clash: Rows
    start_tension: Rows

    def begin(self) -> None:
        """Start with no crisis."""
        quiet = self.model.full(0.0)
        self.clash = quiet
        self.crisis = self.start_tension = np.stack([quiet] * len(DYADS))

    def remember_start(self) -> None:
        """Set the tension of the start, against which more or less is felt."""
        self.start_tension = self._tension()["felt"]

    def break_out(self) -> None:
        """Begin, climb and calm crises, from threats, acts and channels."""
        law, model = self.law, self.model
        alarm = self._tension().total
        acts = model.nk.chosen.attack
        quiet = 0.0 * acts
        struck = {
            ("NK", "ROK"): acts,
            ("US", "China"): quiet + model.today.taiwan_crisis,
        }
        attacked = np.stack([struck.get(two, quiet) for two in DYADS])
        channels = model.ties.channels
        risk = law.crisis_risk(
            alarm,
            self.start_tension,
            self._military_acts(),
            channels,
            attacked,
            model.ties.polarization - model.ties.start_polarization,
        ).total
        climb = law.climb(self.crisis, alarm, channels, self._hurt()).total
        calm = law.calm(
            self.crisis, channels, model.china.mediation, model.dialogue.forum
        ).total
        crisis = law.crisis_level(
            self.crisis, risk, climb, calm, attacked, self._luck()
        ).total
        worst = crisis[0]
        for level in crisis[1:]:
            worst = np.maximum(worst, level)
        self._next = {
            "crisis": crisis,
            "clash": np.heaviside(worst - _CLASH, 1.0),
        }

    def worst_of(self, state: str) -> Rows:
        """Return the highest step of a state's crises, shape (rows,)."""
        worst = self.model.full(0.0)
        for two, level in zip(DYADS, self.crisis, strict=True):
            if state in two:
                worst = np.maximum(worst, level)
        return worst

    @property
    def turmoil(self) -> Rows:
        """How far the gravest crisis of all has gone, 0 to 1, shape (rows,)."""
        worst = self.crisis[0]
        for level in self.crisis[1:]:
            worst = np.maximum(worst, level)
        return worst / _GRAVEST

    def _of_both(self, attribute: str) -> tuple[Rows, Rows]:
        """Return what either side holds for the other, each shape (dyads, rows)."""
        states = self.model.states
        one = [states[a].held_for(attribute, b) for a, b in DYADS]
        other = [states[b].held_for(attribute, a) for a, b in DYADS]
        return np.stack(one), np.stack(other)

    def _tension(self) -> Rows:
        one, other = self._of_both("felt_threat")
        return self.law.tension(one, other, self.start_tension)

    def _military_acts(self) -> Rows:
        """Return last month's tests, exercises and strikes of both sides."""
        seen = {
            name: state.tested + state.drilled + state.struck
            for name, state in self.model.states.items()
        }
        return np.stack([seen[one] + seen[other] for one, other in DYADS])

    def _hurt(self) -> Rows:
        """Return how much war would hurt the more exposed of the two."""
        one, other = self._of_both("exposed")
        return np.maximum(one, other)

    def _luck(self) -> Rows:
        luck = self.model.luck_uniform
        return np.stack([luck(f"crisis/{one}/{other}") for one, other in DYADS])
