"""Replay: one row of an ensemble, run again to a month with everything written down.

A row is bit-identical alone and in a crowd, and luck belongs to the row's id, so the
row that is asked about is simply run again. What its rules gave, the model notes
itself; what they read is seen here by rules that look over their own shoulder.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial, wraps
from typing import TYPE_CHECKING

import numpy as np

from analysis.why.sources import TERMS
from sim.contract import arguments
from sim.errors import InputError
from sim.luck import LARGEST_ID
from sim.rules import RULES
from sim.scenario.months import checked_month, month_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sim.laws import Owner
    from sim.model import StrategicModel
    from sim.rules import Rule
    from sim.scenario import Scenario
    from sim.terms import Rows, Terms

__all__ = [
    "Call",
    "Month",
    "Replay",
    "checked_row",
    "month_of",
    "replay",
    "replayed",
]


@dataclass(frozen=True, slots=True)
class Call:
    """One application of a rule: what it read, and what it gave.

    Attributes
    ----------
    rule : str
        Its name.
    owner : str or tuple
        Whose rule it was, as the model notes it.
    inputs : mapping of str to array
        What it read, by name, each of the shape that the rule's docstring declares,
        with one row.
    parameters : mapping of str to array
        The parameters that it was applied with.
    terms : Terms
        What it gave.
    """

    rule: str
    owner: Owner
    inputs: Mapping[str, Rows]
    parameters: Mapping[str, Rows]
    terms: Terms

    def again(self, **changed: Rows) -> Terms:
        """Return what the same rule gives with some inputs changed.

        Parameters
        ----------
        **changed : array_like
            Inputs by name, with any number of rows.

        Returns
        -------
        Terms
            In the unit of the rule.
        """
        inputs = {**self.inputs, **changed}
        rows = max((np.shape(one)[-1] for one in inputs.values()), default=1)
        wide = [
            np.broadcast_to(one, (*np.shape(one)[:-1], rows)) for one in inputs.values()
        ]
        return RULES[self.rule](*wide, **self.parameters)


@dataclass(frozen=True, slots=True)
class Month:
    """What one month of the replay left behind.

    Attributes
    ----------
    calls : mapping of (rule, owner) to Call
        Every rule that was applied.
    series : mapping of str to float
        The recorded series at the end of the month.
    """

    calls: Mapping[tuple[str, Owner], Call]
    series: Mapping[str, float]

    def call(self, rule: str, owner: Owner) -> Call | None:
        """Return what a rule did for an owner, or None if it was not applied."""
        return self.calls.get((rule, owner))


@dataclass(frozen=True, slots=True)
class Replay:
    """A row, stepped to the end of one month.

    Attributes
    ----------
    scenario : str
        Its name.
    seed, row : int
        Of the luck, and the row's luck id.
    label : str
        The month, ``YYYY-MM``.
    index : int
        Months from the scenario's first, which is 0.
    now, before : Month
        The month, and the one before it; before the first month there are the series
        of the start, and no rule had been applied.
    start : mapping of str to float
        The recorded series of the start.
    luck : callable
        From a purpose of :data:`sim.luck.PURPOSES` to the month's draw.
    today : mapping of str to float
        What the calendar said of the month; see :class:`sim.model.Today`.
    """

    scenario: str
    seed: int
    row: int
    label: str
    index: int
    now: Month
    before: Month
    start: Mapping[str, float]
    luck: Callable[[str], float]
    today: Mapping[str, float] = field(repr=False)


def checked_row(row: object, runs: int | None = None) -> int:
    """Return a row as given if it can be replayed.

    Parameters
    ----------
    row : int
        Counted from 0.
    runs : int, optional
        How many rows the run has; unknown for a scenario that was never run.

    Raises
    ------
    InputError
        If it is no whole number from 0, or the run has no such row.
    """
    if isinstance(row, bool) or not isinstance(row, (int, np.integer)):
        raise InputError(f"row is {row!r}; it must be a whole number from 0")
    last = LARGEST_ID if runs is None else runs - 1
    if not 0 <= row <= last:
        raise InputError(f"row is {row}; the rows of this run are 0 to {last}")
    return int(row)


def month_of(scenario: Scenario, month: object) -> int:
    """Return which month of a scenario a label names, the first being 0.

    Raises
    ------
    InputError
        If it is no month, or the scenario does not reach it.
    """
    label = checked_month(month)
    if not scenario.start <= label <= scenario.end:
        raise InputError(
            f"month is {label}; {scenario.name} runs from {scenario.start} to"
            f" {scenario.end}"
        )
    return month_number(label) - month_number(scenario.start)


def replay(
    scenario: Scenario,
    month: str,
    *,
    row: int = 0,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Replay:
    """Run one row of a scenario again, to the end of a month.

    Parameters
    ----------
    scenario : Scenario
        As it was run.
    month : str
        ``YYYY-MM``, one of the scenario's.
    row : int
        The row's luck id: its place in an ensemble, counted from 0.
    seed : int
        Of the ensemble's luck.
    progress : callable, optional
        Told (months done, months in all) as the replay goes on.

    Returns
    -------
    Replay

    Raises
    ------
    InputError
        If there is no such month, or row and seed are none.
    """
    last = month_of(scenario, month)
    passed = replayed(scenario, row=row, seed=seed, first=last, progress=progress)
    return next(passed)


def replayed(
    scenario: Scenario,
    *,
    row: int = 0,
    seed: int = 0,
    first: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Replay]:
    """Run one row of a scenario again, and give month after month as it passes.

    Parameters
    ----------
    scenario : Scenario
        As it was run.
    row, seed : int
        As for :func:`replay`.
    first : int
        The first month to give, counted from 0.
    progress : callable, optional
        Told (months done, ``first + 1``) on the way to it.

    Yields
    ------
    Replay
        One for each month from ``first`` on.

    Raises
    ------
    InputError
        If row and seed are none.
    """
    from sim.model import StrategicModel

    row = checked_row(row)
    witness = _Witness()
    model = StrategicModel(
        scenario,
        rows=1,
        seed=seed,
        luck_ids=[row],
        rules=witness.rules,
        explain=True,
        collect=False,
    )
    start = now = Month({}, _series(model))
    while model.running:
        index = model.month
        before, witness.seen = now, {}
        model.step()
        # Nobody looks at what was read long before the first month that is given.
        looked_at = index >= first - 1
        now = Month(witness.calls(model.terms) if looked_at else {}, _series(model))
        if progress is not None and index <= first:
            progress(index + 1, first + 1)
        if index >= first:
            yield Replay(
                scenario=scenario.name,
                seed=seed,
                row=row,
                label=model.plan.labels[index],
                index=index,
                now=now,
                before=before,
                start=start.series,
                luck=partial(_luck, model, index),
                today={name: getattr(model.today, name) for name in _TODAY},
            )


def _luck(model: StrategicModel, index: int, purpose: str) -> float:
    return float(model.luck.uniform(index, purpose)[0])


_TODAY = ("new_year", "panel_vote")
"""What an answer has to know of the calendar."""


def _series(model: StrategicModel) -> dict[str, float]:
    from sim.state import series

    return {key: float(value[0]) for key, value in series(model).items()}


ASKED_ABOUT = frozenset(rule for rule, _ in TERMS) | {"chances"}
"""The rules whose inputs an answer may show or vary."""


class _Witness:
    """Rules that are the model's own, and write down what they were given.

    The model's notes say whose terms they are, and these say what led to them: the two
    are brought together by the terms, which are the same object.
    """

    def __init__(self) -> None:
        self.seen: dict[int, tuple[tuple[Rows, ...], Mapping[str, Rows], Terms]] = {}
        self.rules = {name: self._seen(RULES[name]) for name in sorted(ASKED_ABOUT)}

    def _seen(self, rule: Rule) -> Rule:
        @wraps(rule)
        def applied(*inputs: Rows, **parameters: Rows) -> Terms:
            terms = rule(*inputs, **parameters)
            self.seen[id(terms)] = inputs, parameters, terms
            return terms

        return applied

    def calls(
        self, noted: Mapping[str, Mapping[Owner, Terms]]
    ) -> dict[tuple[str, Owner], Call]:
        """Return every application of these rules that the model noted."""
        found = {}
        for rule in self.rules:
            names = tuple(one.name for one in arguments(RULES[rule]))
            for owner, terms in noted.get(rule, {}).items():
                inputs, parameters, _ = self.seen[id(terms)]
                read = dict(zip(names, map(_with_rows, inputs), strict=True))
                found[rule, owner] = Call(rule, owner, read, dict(parameters), terms)
        return found


def _with_rows(value: Rows) -> Rows:
    """Return an input with an axis of rows, which a plain number lacks."""
    return np.asarray(value) if np.ndim(value) else np.full(1, value)
