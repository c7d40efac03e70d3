"""A security dialogue of the six, what it builds, and middle powers beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Dialogue"]


class Dialogue(Affair):
    """Who takes part in it, and how much confidence has come of it."""

    forum: Rows
    confidence: Rows
    assurance: Rows
    network: Rows

    def begin(self) -> None:
        """Start without any: the Six-Party Talks ended before either base year."""
        quiet = self.model.full(0.0)
        self.forum = self.confidence = self.assurance = self.network = quiet

    def meet(self) -> None:
        """Come or stay away, and let confidence grow or fade."""
        law, model = self.law, self.model
        wanted = law.forum_wanted(model.ties.polarization, model.crises.turmoil).total
        confidence = law.confidence(self.confidence, self.forum).total
        self._next = {
            "forum": law.forum(self.forum, wanted).total,
            "confidence": confidence,
            "assurance": law.assurance(confidence).total,
            "network": law.network(self.network).total,
        }
