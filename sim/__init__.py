"""An agent-based model of the security dilemma in Northeast Asia.

Six states over thousands of futures at once: :func:`load_scenario` reads a scenario,
:func:`run` runs it, :class:`StrategicModel` is the same model by hand, a month at a
time. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.ensemble import run
    from sim.errors import InputError
    from sim.history import History
    from sim.model import StrategicModel
    from sim.parameters import Parameters
    from sim.scenario import Scenario, load_scenario, scenario_names
    from sim.terms import Terms

__all__ = [
    "History",
    "InputError",
    "Parameters",
    "Scenario",
    "StrategicModel",
    "Terms",
    "load_scenario",
    "run",
    "scenario_names",
]

_HOMES = {
    "History": "sim.history",
    "InputError": "sim.errors",
    "Parameters": "sim.parameters",
    "Scenario": "sim.scenario",
    "StrategicModel": "sim.model",
    "Terms": "sim.terms",
    "load_scenario": "sim.scenario",
    "run": "sim.ensemble",
    "scenario_names": "sim.scenario",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
