"""A model's months, run by machine code.

The engine takes the place of :meth:`sim.model.StrategicModel.step`. The model stays
what it is: it begins in plain form, and after each month its states and affairs hold
what they would hold, so that recorders, snapshots and pasts read it as ever.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.errors import InputError
from sim.fused.assembly import LANES
from sim.fused.compiling import Compiled, compile_program
from sim.fused.recording import Recipe, recipe, record
from sim.model import today
from sim.state import every_field, extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from sim.fused.program import Source
    from sim.model import StrategicModel
    from sim.scenario.plan import Inputs

__all__ = ["Engine"]

_LINE = 8
"""Doubles in a line of the cache."""


class Engine:
    """Runs the months of a model.

    Parameters
    ----------
    model : StrategicModel
        In float64, explaining nothing. From now on the engine alone advances it, and
        overwrites what it holds: recorders copy, as they do anyway.

    Raises
    ------
    InputError
        If llvmlite is not installed, the model is none that machine code can run, or
        a rule cannot be compiled.
    """

    def __init__(self, model: StrategicModel) -> None:
        _check(model)
        self._model = model
        self._compiled = _compiled(recipe(model))
        self._padded = -(-model.rows // LANES) * LANES
        layout = self._compiled.layout
        held = self._matrix(len(layout.written))
        moving = dict(zip(layout.written, held, strict=True))
        rest = [one for one in layout.by_row if one not in moving]
        self._rest = dict(zip(rest, self._matrix(len(rest)), strict=True))
        whole = {**moving, **self._rest}
        for source, array in whole.items():
            if source.kind in ("field", "fixed"):
                array[: model.rows] = self._of_model(source)
        self._in = _addresses(whole[one] for one in layout.by_row)
        self._out = _addresses(moving.values())
        for holder, fields in self._fields(held):
            vars(holder).update(fields)
        self._given = np.zeros(len(layout.by_month))
        self._shared = np.zeros(len(layout.shared))
        self._dated: Mapping[str, Any] | None = None
        self._in_force: Mapping[str, Any] = {}

    def step(self) -> None:
        """Advance every row by one month."""
        model = self._model
        if not model.running:
            return
        inputs = model.plan.inputs(model.month)
        model.today = today(inputs)
        self._take_office(inputs)
        self._give_date_and_luck()
        self._compiled.run(
            self._in.ctypes.data,
            self._out.ctypes.data,
            self._given.ctypes.data,
            self._shared.ctypes.data,
            self._padded,
        )
        model.close_month()

    def _take_office(self, inputs: Inputs) -> None:
        """Put the parameters in force this month where the code finds them."""
        if inputs.dated is self._dated:
            return
        values, before = self._model.in_force(inputs), self._in_force
        for entry, one in enumerate(self._compiled.layout.by_month):
            if one.kind == "parameter":
                self._given[entry] = values[one.name]
        for one, array in self._rest.items():
            if one.kind == "parameter" and values[one.name] is not before.get(one.name):
                array[: self._model.rows] = values[one.name]
        self._dated, self._in_force = inputs.dated, values

    def _give_date_and_luck(self) -> None:
        model = self._model
        for entry, one in enumerate(self._compiled.layout.by_month):
            if one.kind == "today":
                self._given[entry] = getattr(model.today, one.name)
        for one, array in self._rest.items():
            if one.kind in ("uniform", "normal"):
                words = model.luck.words(model.month, one.name)
                array.view(np.uint64)[: model.rows] = words

    def _of_model(self, source: Source) -> NDArray[np.float64]:
        """Return what the model holds, shape (rows,)."""
        owner, _, name = source.name.partition(".")
        value: NDArray[np.float64] = getattr(self._model.holder(owner), name)
        return value if value.ndim == 1 else value[source.place]

    def _fields(
        self, held: NDArray[np.float64]
    ) -> list[tuple[Any, dict[str, NDArray[np.float64]]]]:
        """Return each holder and its fields as views, (places, rows) or (rows,)."""
        declared = every_field()
        views: dict[str, dict[str, NDArray[np.float64]]] = {}
        for entry, one in enumerate(self._compiled.layout.written):
            if one.place == 0:
                owner, _, name = one.name.partition(".")
                axes = extent(declared[one.name])
                view = held[entry : entry + axes[0]] if axes else held[entry]
                views.setdefault(owner, {})[name] = view[..., : self._model.rows]
        return [(self._model.holder(owner), news) for owner, news in views.items()]

    def _matrix(self, many: int) -> NDArray[np.float64]:
        """Return zeros, shape (many, padded rows), each row beginning on a line.

        The lines between two beginnings are odd in number, or all of them would
        compete for the same few places in the cache. What is empty at first lies in
        large pages, which NumPy asks the system for, and zeros do not; a month goes
        through more pages at once than a processor remembers of the usual size.
        """
        lines = -(-self._padded // _LINE) | 1
        room = np.empty(many * lines * _LINE + _LINE)
        room.fill(0.0)
        first = -room.ctypes.data % (8 * _LINE) // 8
        whole = room[first : first + many * lines * _LINE].reshape(many, lines * _LINE)
        return whole[:, : self._padded]


def _check(model: StrategicModel) -> None:
    if model.dtype != np.float64:
        raise InputError(
            f"the fast form computes in float64, and dtype is {model.dtype}"
        )
    if model.explains:
        raise InputError(
            "the fast form does not keep the terms of rules; explain without fast"
        )


@lru_cache(maxsize=8)
def _compiled(recipe: Recipe) -> Compiled:
    return compile_program(record(recipe))


def _addresses(arrays: Iterable[NDArray[np.float64]]) -> NDArray[np.uintp]:
    return np.array([one.ctypes.data for one in arrays], dtype=np.uintp)
