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
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from sim.fused.program import Source
    from sim.model import StrategicModel
    from sim.scenario.plan import Inputs

__all__ = ["Engine", "faster"]

_LINE = 8
"""Doubles in a line of the cache."""


def faster(model: StrategicModel) -> Callable[[], None]:
    """Return what advances a model by one month, in place of its own ``step``."""
    return Engine(model).step


class Engine:
    """Runs the months of a model.

    Parameters
    ----------
    model : StrategicModel
        In float64, explaining nothing. What it holds is overwritten two months
        later, so recorders copy, as they do anyway.

    Raises
    ------
    InputError
        If llvmlite is not installed, the model is none that machine code can run, or
        a rule cannot be compiled.
    """

    def __init__(self, model: StrategicModel) -> None:
        if model.dtype != np.float64:
            raise InputError(
                f"the fast form computes in float64, and dtype is {model.dtype}"
            )
        if model.explains:
            raise InputError(
                "the fast form does not keep the terms of rules; explain without fast"
            )
        self._model = model
        self._compiled = _compiled(recipe(model))
        layout = self._compiled.layout
        self._padded = -(-model.rows // LANES) * LANES
        written = {one: place for place, one in enumerate(layout.written)}
        self._held = [self._matrix(len(written)) for _ in range(2)]
        self._now = 0
        still = [one for one in layout.by_row if one not in written]
        self._still = self._matrix(len(still))
        self._rest = {one: place for place, one in enumerate(still)}
        for one, place in written.items():
            self._held[0][place, : model.rows] = self._of_model(one)
        self._luck = [one for one in still if one.kind in ("uniform", "normal")]
        self._by_row = [one for one in still if one.kind == "parameter"]
        for one in still:
            if one.kind in ("field", "fixed"):
                self._still[self._rest[one], : model.rows] = self._of_model(one)
        self._in = [
            _addresses(
                held[written[one]] if one in written else self._still[self._rest[one]]
                for one in layout.by_row
            )
            for held in self._held
        ]
        self._out = [_addresses(held) for held in self._held]
        self._views = [self._fields(held, written) for held in self._held]
        self._given = np.zeros(len(layout.by_month))
        self._shared = np.zeros(len(layout.shared))
        self._dated: Mapping[str, Any] | None = None

    def step(self) -> None:
        """Advance every row by one month."""
        model = self._model
        if not model.running:
            return
        inputs = model.plan.inputs(model.month)
        model.today = today(inputs)
        self._take_office(inputs)
        for place, one in enumerate(self._compiled.layout.by_month):
            if one.kind == "today":
                self._given[place] = getattr(model.today, one.name)
        for one in self._luck:
            draw = model.luck_uniform if one.kind == "uniform" else model.luck_normal
            self._still[self._rest[one], : model.rows] = draw(one.name)
        now, then = self._now, 1 - self._now
        self._compiled.run(
            self._in[now].ctypes.data,
            self._out[then].ctypes.data,
            self._given.ctypes.data,
            self._shared.ctypes.data,
            self._padded,
        )
        self._now = then
        for holder, news in self._views[then]:
            vars(holder).update(news)
        model.close_month()

    def _take_office(self, inputs: Inputs) -> None:
        """Put the parameters in force this month where the code finds them."""
        if inputs.dated is self._dated:
            return
        values = self._model.in_force(inputs)
        for place, one in enumerate(self._compiled.layout.by_month):
            if one.kind == "parameter":
                self._given[place] = values[one.name]
        for one in self._by_row:
            self._still[self._rest[one], : self._model.rows] = values[one.name]
        self._dated = inputs.dated

    def _of_model(self, source: Source) -> NDArray[np.float64]:
        """Return what the model holds, shape (rows,)."""
        owner, _, name = source.name.partition(".")
        value: NDArray[np.float64] = getattr(self._model.holder(owner), name)
        return value if value.ndim == 1 else value[source.place]

    def _fields(
        self, held: NDArray[np.float64], written: Mapping[Source, int]
    ) -> list[tuple[Any, dict[str, NDArray[np.float64]]]]:
        """Return each holder and its fields as views, (places, rows) or (rows,)."""
        first = {one.name: place for one, place in written.items() if one.place == 0}
        views: dict[str, dict[str, NDArray[np.float64]]] = {}
        for key, field in every_field().items():
            if key in first:
                owner, _, name = key.partition(".")
                start, axes = first[key], extent(field)
                view = held[start : start + axes[0]] if axes else held[start]
                views.setdefault(owner, {})[name] = view[..., : self._model.rows]
        return [(self._model.holder(owner), news) for owner, news in views.items()]

    def _matrix(self, many: int) -> NDArray[np.float64]:
        """Return zeros, shape (many, padded rows), each row beginning on a line.

        The lines between two beginnings are odd in number, or all of them would
        compete for the same few places in the cache.
        """
        lines = -(-self._padded // _LINE) | 1
        room = np.zeros(many * lines * _LINE + _LINE)
        first = -room.ctypes.data % (8 * _LINE) // 8
        whole = room[first : first + many * lines * _LINE].reshape(many, lines * _LINE)
        return whole[:, : self._padded]


@lru_cache(maxsize=8)
def _compiled(recipe: Recipe) -> Compiled:
    return compile_program(record(recipe))


def _addresses(arrays: Any) -> NDArray[np.uintp]:  # noqa: ANN401
    return np.array([one.ctypes.data for one in arrays], dtype=np.uintp)
