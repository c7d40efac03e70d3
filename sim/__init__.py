"""An agent-based model of the security dilemma in Northeast Asia.

Six states over thousands of futures at once: :func:`load_scenario` reads a scenario,
:func:`run` runs it, :class:`StrategicModel` is the same model by hand, a month at a
time; a :class:`Past` of it goes on under any scenario. Nothing heavy is imported before
it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.ensemble import run
    from sim.errors import InputError
    from sim.history import History
    from sim.model import StrategicModel, resume
    from sim.parameters import Parameters
    from sim.past import Past
    from sim.scenario import Scenario, load_scenario, scenario_names
    from sim.terms import Terms

__all__ = [
    "History",
    "InputError",
    "Parameters",
    "Past",
    "Scenario",
    "StrategicModel",
    "Terms",
    "load_scenario",
    "resume",
    "run",
    "scenario_names",
]

_HOMES = {
    "History": "sim.history",
    "InputError": "sim.errors",
    "Parameters": "sim.parameters",
    "Past": "sim.past",
    "Scenario": "sim.scenario",
    "StrategicModel": "sim.model",
    "Terms": "sim.terms",
    "load_scenario": "sim.scenario",
    "resume": "sim.model",
    "run": "sim.ensemble",
    "scenario_names": "sim.scenario",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
