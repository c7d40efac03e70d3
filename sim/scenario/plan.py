"""A scenario laid out by month: what the model reads, with every date gone.

The plan is the only reader of dates. A model asks it once a month and gets numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sim.errors import InputError
from sim.scenario.months import month_label, month_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.scenario import Scenario
    from sim.scenario.distributions import Spelled
    from sim.scenario.timetable import Lever

__all__ = ["Inputs", "Plan", "Step"]


class Step(NamedTuple):
    """One move of a value: ``v + weight * (target - v)``; weight 1 is ``target``.

    Attributes
    ----------
    weight : float
        How far the value has gone, above 0 and at most 1.
    target : float
        Where it goes, in the unit of the parameter.
    """

    weight: float
    target: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """What one month brings from outside.

    Attributes
    ----------
    month : int
        Months since the first, which is 0.
    label : str
        ``YYYY-MM``.
    calendar_month : int
        1 to 12.
    events : frozenset of str
        The kinds of event that happen in this month.
    in_office : int
        Months since the administration in Washington took office; 0 in its first.
    dated : mapping of flat name to tuple of Step
        Every parameter that the plan ever moves, with the steps in force: folded in
        order, from the value that the parameter has without dates. A step of weight
        1 can only come first. Without steps the value stands. The same tuple (and,
        where no tuple changes, the same mapping) comes again in the next month.
    """

    month: int
    label: str
    calendar_month: int
    events: frozenset[str]
    in_office: int
    dated: Mapping[str, tuple[Step, ...]]


@dataclass(frozen=True)
class Plan:
    """A scenario by month.

    Parameters
    ----------
    scenario : Scenario
        What to lay out.
    held : frozenset of str
        Flat names that a caller sets by hand beside the scenario: no government
        changes them, while levers still move them.

    Attributes
    ----------
    months : int
        How many there are.
    labels : list of str
        ``["2022-01", ...]``.
    settings : dict
        Flat name to what it is set to (``sim.scenario.distributions.Spelled``): what
        differs from the cards without any date (lenses, parameters, mechanisms).
    """

    scenario: Scenario
    held: frozenset[str] = frozenset()
    months: int = field(init=False)
    labels: list[str] = field(init=False)
    settings: dict[str, Spelled] = field(init=False)
    _inputs: list[Inputs] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        first = month_number(self.scenario.start)
        months = month_number(self.scenario.end) - first + 1
        put = object.__setattr__  # frozen for everybody else
        put(self, "months", months)
        put(self, "labels", [month_label(first + month) for month in range(months)])
        put(self, "settings", self.scenario.settings())
        put(self, "_inputs", _laid_out(self.scenario, self.held, self.labels))

    def inputs(self, month: int) -> Inputs:
        """Return what a month brings.

        Parameters
        ----------
        month : int
            Months since the first, which is 0.

        Raises
        ------
        InputError
            If the scenario has no such month.
        """
        if not 0 <= month < self.months:
            raise InputError(
                f"there is no month {month}; the scenario has months 0 to "
                f"{self.months - 1}"
            )
        return self._inputs[month]


def _laid_out(
    scenario: Scenario, held: frozenset[str], labels: list[str]
) -> list[Inputs]:
    changes = _Traits(scenario, held), _Levers(scenario)
    names = [*dict.fromkeys(name for change in changes for name in change.names)]
    dated: dict[str, tuple[Step, ...]] = {}
    laid_out = []
    us = [term.since for term in scenario.terms().get("US", ())]
    stood: list[dict[str, list[Step]]] = []
    for month, label in enumerate(labels):
        moved = [change.at(label) for change in changes]
        if moved != stood:  # most months bring nothing new
            now = {}
            for name in names:
                steps = _trimmed([step for one in moved for step in one.get(name, ())])
                before = dated.get(name)
                now[name] = before if before == steps else steps
            dated = dated if now == dated else now
            stood = moved
        events = frozenset(
            event.kind for event in scenario.events.values() if event.on == label
        )
        laid_out.append(
            Inputs(month, label, int(label[5:]), events, _in_office(us, label), dated)
        )
    return laid_out


def _in_office(inaugurations: list[str], label: str) -> int:
    """Return the months since the last inauguration; many where there was none."""
    past = [since for since in inaugurations if since <= label]
    return month_number(label) - month_number(past[-1]) if past else _LONG_IN_OFFICE


_LONG_IN_OFFICE = 60
"""Months in office where a scenario names no administration: nobody is new."""


def _trimmed(steps: list[Step]) -> tuple[Step, ...]:
    """Return the steps from the last one that leaves nothing of those before it."""
    for place in range(len(steps) - 1, -1, -1):
        if steps[place].weight == 1.0:
            return tuple(steps[place:])
    return tuple(steps)


class _Traits:
    """What governments set by date, save what is set by hand."""

    def __init__(self, scenario: Scenario, held: frozenset[str]) -> None:
        by_hand = held.union(scenario.by_hand())
        self._terms = [
            [
                (
                    term.since,
                    {
                        flat: Step(1.0, value)
                        for flat, value in term.traits(state).items()
                        if flat not in by_hand
                    },
                )
                for term in terms
            ]
            for state, terms in scenario.terms().items()
        ]
        self.names = [
            flat for terms in self._terms for _, traits in terms for flat in traits
        ]

    def at(self, label: str) -> dict[str, list[Step]]:
        found: dict[str, list[Step]] = {}
        for terms in self._terms:
            in_office = [traits for since, traits in terms if since <= label][-1]
            for name, step in in_office.items():
                found.setdefault(name, []).append(step)
        return found


class _Levers:
    """What levers move by date, the earlier first."""

    def __init__(self, scenario: Scenario) -> None:
        self._moves: dict[str, list[tuple[Lever, float]]] = {}
        levers = sorted(
            scenario.levers.items(), key=lambda item: (item[1].since, item[0])
        )
        for _, lever in levers:
            if lever.strength > 0.0:
                for flat, target in lever.targets().items():
                    self._moves.setdefault(flat, []).append((lever, target))
        self.names = list(self._moves)

    def at(self, label: str) -> dict[str, list[Step]]:
        month = month_number(label)
        return {
            name: [
                Step(lever.weight(month), target)
                for lever, target in moves
                if lever.since <= label
            ]
            for name, moves in self._moves.items()
        }
