"""An affair: something that several states have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.laws import Laws
    from sim.model import StrategicModel

__all__ = ["Affair"]


class Affair:
    """Something that several states have in common.

    It takes all states' acts at once, sets what comes next aside, and makes it real
    when everything of the stage has been worked out.

    Parameters
    ----------
    model : StrategicModel
        The world that it is part of.
    """

    def __init__(self, model: StrategicModel) -> None:
        self.model = model
        self._next: dict[str, Any] = {}

    @property
    def law(self) -> Laws:
        """The rules with the shared parameters in them."""
        return self.model.laws["common"]

    def begin(self) -> None:
        """Set what it holds in the base year."""
        raise NotImplementedError

    def remember_start(self) -> None:
        """Take what is felt at the start as what states are used to."""

    def settle(self) -> None:
        """Make what was set aside real."""
        for name, value in self._next.items():
            setattr(self, name, value)
        self._next = {}
