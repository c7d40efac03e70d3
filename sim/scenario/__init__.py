"""Scenario files: read strictly, resolved, and laid out month by month as a plan."""

from sim.scenario.definition import Scenario, load_scenario
from sim.scenario.inheritance import scenario_names
from sim.scenario.resolution import diff
from sim.scenario.schema import json_schema, write_schema
from sim.scenario.timetable import EVENT_KINDS

__all__ = [
    "EVENT_KINDS",
    "Scenario",
    "diff",
    "json_schema",
    "load_scenario",
    "scenario_names",
    "write_schema",
]
