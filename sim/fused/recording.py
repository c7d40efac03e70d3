"""A month of the model, taken down as a program.

A twin of the model of a few rows plays one month on arrays that take down what is
done with them (:mod:`sim.fused.tracing`). Everything that differs between months,
rows or settings (the date, parameters, luck, what the world holds) goes into the
program as something given, so that one program serves every month of every scenario
with the same base year.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.fused.program import Rate, Source, Tape
from sim.fused.tracing import Traced, placed
from sim.model import StrategicModel, Today
from sim.parameters import Parameters
from sim.rules import RULES
from sim.state import every_field, extent, holders

if TYPE_CHECKING:
    from sim.fused.program import Kind, Program
    from sim.scenario import Scenario
    from sim.terms import Rows

__all__ = ["Recipe", "recipe", "record"]

_TWINS_ROWS = 2
"""Rows of the twin: any number but 1, by which arrays over rows are told from columns
of constants."""


@dataclass(frozen=True)
class Recipe:
    """What a program depends on; models that agree in it have the same program.

    Attributes
    ----------
    base : int
        The base year, whose figures are the program's constants.
    by_row : frozenset of str
        Flat names of the parameters that may differ from row to row.
    rules : tuple of (str, rule)
        The user's own rules.
    """

    base: int
    by_row: frozenset[str]
    rules: tuple[tuple[str, Any], ...]


def recipe(model: StrategicModel) -> Recipe:
    """Return what the program of a model depends on."""
    by_row = {name for name, one in model.parameters.items() if np.ndim(one)}
    for month in range(model.plan.months):
        for name, steps in model.plan.inputs(month).dated.items():
            if any(np.ndim(step.target) for step in steps):
                by_row.add(name)
    own = ((name, one) for name, one in model.rules.items() if one is not RULES[name])
    return Recipe(model.plan.scenario.base, frozenset(by_row), tuple(own))


@lru_cache(maxsize=8)
def record(recipe: Recipe) -> Program:
    """Return the program of a month.

    Raises
    ------
    InputError
        If a rule does what cannot be taken down; the message says what.
    """
    from sim.scenario import load_scenario

    scenario = next(
        one for one in map(load_scenario, _EXAMPLES) if one.base == recipe.base
    )
    twin = _Twin(scenario, dict(recipe.rules))
    return twin.record(recipe.by_row)


_EXAMPLES = ("baseline", "historical")
"""A scenario of each base year; which one does not matter to the program."""


class _Twin(StrategicModel):
    """A model that can play a month on arrays that take it down."""

    def __init__(self, scenario: Scenario, rules: dict[str, Any]) -> None:
        self._tape: Tape | None = None
        super().__init__(scenario, rows=_TWINS_ROWS, collect=False, rules=rules)

    def record(self, by_row: frozenset[str]) -> Program:
        """Play a month, and return its program."""
        self._tape = Tape()
        self._hold_given()
        parameters = {
            name: self._given(
                Source("parameter", name),
                Rate.ROW if name in by_row else Rate.MONTH,
            )
            for name in Parameters()
        }
        self.lay_down(parameters)
        date = {
            one.name: self._given(Source("today", one.name), Rate.MONTH)
            for one in fields(Today)
        }
        self.today = Today(**date)  # type: ignore[arg-type]  # numbers taken down
        self.pass_month()
        return self._tape.program(self._outputs(self._tape))

    def _hold_given(self) -> None:
        """Put what is given in the place of all that the model holds over rows."""
        declared = every_field()
        for owner, holder in {own: holder for own, _, holder in holders(self)}.items():
            over_rows = {
                name: value.shape[:-1]
                for name, value in vars(holder).items()
                if isinstance(value, np.ndarray) and value.shape[-1:] == (self.rows,)
            }
            for name, axes in over_rows.items():
                key = f"{owner}.{name}"
                kind: Kind = "field" if key in declared else "fixed"
                setattr(holder, name, self._given_array(kind, key, axes))

    def _given_array(self, kind: Kind, key: str, axes: tuple[int, ...]) -> Traced:
        tape, many = self._taking_down(), range(int(np.prod(axes)))
        places = [tape.given(Source(kind, key, at), Rate.ROW) for at in many]
        return Traced(tape, np.array(places, dtype=np.intp).reshape(*axes, 1))

    def _given(self, source: Source, rate: Rate) -> Traced:
        tape = self._taking_down()
        shape = (1,) if rate is Rate.ROW else ()
        return Traced(tape, np.full(shape, tape.given(source, rate), dtype=np.intp))

    def _outputs(self, tape: Tape) -> dict[Source, int]:
        outputs = {}
        for owner, field, holder in holders(self):
            made = placed(tape, getattr(holder, field.name))
            places = np.broadcast_to(made, (*extent(field), 1)).ravel()
            for at, place in enumerate(places.tolist()):
                outputs[Source("field", f"{owner}.{field.name}", at)] = place
        return outputs

    def _taking_down(self) -> Tape:
        if self._tape is None:
            raise RuntimeError("nothing is being taken down")
        return self._tape

    # ------------------------------------------------- what agents ask while it records

    def full(self, value: Rows) -> Rows:
        """Return one value for every row."""
        if self._tape is None:
            return super().full(value)
        places = placed(self._tape, value)
        return Traced(self._tape, np.broadcast_to(places, (1,)))

    def luck_uniform(self, purpose: str) -> Rows:
        """Return luck between 0 and 1."""
        if self._tape is None:
            return super().luck_uniform(purpose)
        return self._given(Source("uniform", purpose), Rate.ROW)

    def luck_normal(self, purpose: str) -> Rows:
        """Return standard normal luck."""
        if self._tape is None:
            return super().luck_normal(purpose)
        return self._given(Source("normal", purpose), Rate.ROW)
