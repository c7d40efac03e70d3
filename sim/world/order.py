"""The order among the great nuclear powers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Order"]


class Order(Affair):
    """The order among the great nuclear powers: how far arms control still holds."""

    arms_control: Rows
    start_arms_control: Rows

    def begin(self) -> None:
        """Start from the treaties of the base year."""
        kept = self.model.full(self.model.figures.of("arms_control", "powers"))
        self.arms_control = self.start_arms_control = kept

    def wear(self) -> None:
        """Wear arms control down by war and blocs, and build it again."""
        ties = self.model.ties
        self._next = {
            "arms_control": self.law.arms_control(
                self.arms_control,
                self.model.war.intensity,
                ties.polarization - ties.start_polarization,
            ).total
        }

    @property
    def lost(self) -> Rows:
        """How much less arms control there is than at the start, shape (rows,)."""
        return self.start_arms_control - self.arms_control
