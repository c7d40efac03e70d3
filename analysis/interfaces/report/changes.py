"""What differs between scenarios, and which parameters that concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.cards import label
from analysis.interfaces.text import TEXT
from sim.parameters import FLAT_NAMES
from sim.scenario.resolution import diff

if TYPE_CHECKING:
    from sim.scenario import Scenario

__all__ = ["Change", "changes"]

_KNOWN = frozenset(FLAT_NAMES)
_BEFORE_NAME = {
    "parameters": 1,
    "mechanisms": 1,
    "administrations": 2,
    "governments": 3,
}
"""How many parts of a path stand before the name of a parameter."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place in which two scenarios differ.

    Attributes
    ----------
    path : str
        Where, as ``dilemma diff`` says it.
    before, after : object
        What stands there in each; None where one has nothing.
    parameters : tuple of str
        Flat names of the parameters that it concerns.
    event : str
        The kind of the event that it concerns, or nothing.
    """

    path: str
    before: Any
    after: Any
    parameters: tuple[str, ...]
    event: str

    def named(self, lang: str) -> str:
        """Return what differs in plain words; nothing where the path says it best."""
        head, *rest = self.path.split(".")
        if head not in _BEFORE_NAME or len(self.parameters) != 1:
            return ""
        said = label(self.parameters[0], lang)
        before_name = rest[: _BEFORE_NAME[head] - 1]
        if not before_name:
            return said
        return TEXT[lang]["report from month"].format(what=said, month=before_name[-1])


def changes(control: Scenario, other: Scenario) -> tuple[Change, ...]:
    """Return what differs between two scenarios once both are spelled out.

    Parameters
    ----------
    control, other : Scenario
        The two.
    """
    return tuple(
        Change(path, before, after, _parameters(path, control, other), event)
        for path, before, after in diff(control, other)
        for event in (_event(path, control, other),)
    )


def _parameters(path: str, *scenarios: Scenario) -> tuple[str, ...]:
    head, *rest = path.split(".")
    if head == "levers" and rest:
        levers = [one.levers[rest[0]] for one in scenarios if rest[0] in one.levers]
        return tuple(dict.fromkeys(flat for one in levers for flat in one.targets()))
    flat = ".".join(path.split(".")[_BEFORE_NAME.get(head, 0) :])
    return (flat,) if flat in _KNOWN else ()


def _event(path: str, *scenarios: Scenario) -> str:
    head, *rest = path.split(".")
    if head != "events" or not rest:
        return ""
    found = [one.events[rest[0]].kind for one in scenarios if rest[0] in one.events]
    return str(found[0]) if found else ""
