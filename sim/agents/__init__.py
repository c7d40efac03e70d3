"""The six states, each with what it has and chooses beyond what every state does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.agents.allies import Japan, SouthKorea, UnitedStates
from sim.agents.base import State
from sim.agents.north_korea import NorthKorea
from sim.agents.permanent_members import China, Russia

if TYPE_CHECKING:
    from sim.model import StrategicModel

__all__ = [
    "China",
    "Japan",
    "NorthKorea",
    "Russia",
    "SouthKorea",
    "State",
    "UnitedStates",
    "make_state",
]

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
