"""Arrays that take down what is done with them instead of doing it.

Rules and agents work on these as on NumPy's own: NumPy hands its functions over to
``__array_ufunc__`` and ``__array_function__`` [HarrisEtAl2020]. What would need to know
a number, such as ``if x > 0`` or ``float(x)``, cannot be taken down and is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from sim.errors import InputError
from sim.fused.program import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from sim.fused.program import Tape

__all__ = ["Traced", "placed"]

_LARGEST_POWER = 8


class Traced(NDArrayOperatorsMixin):
    """An array of places on a tape.

    Parameters
    ----------
    tape : Tape
        Where its operations are taken down.
    places : ndarray of int
        Shaped as the array of the model is for one row: () for a number that all
        rows share, (1,) for (rows,), (5, 1) for (others, rows).
    """

    __slots__ = ("places", "tape")

    def __init__(self, tape: Tape, places: NDArray[np.intp]) -> None:
        self.tape, self.places = tape, places

    # ------------------------------------------------------------ what NumPy asks for

    def __array_ufunc__(
        self,
        ufunc: np.ufunc,
        method: str,
        *inputs: Any,  # noqa: ANN401 (whatever NumPy passes)
        **options: Any,  # noqa: ANN401
    ) -> Traced:
        """Take a function of NumPy down, element by element."""
        name = ufunc.__name__
        if method != "__call__" or options:
            how = f"{name}.{method}" if method != "__call__" else name
            _refuse(f"np.{how} with {', '.join(options) or 'this method'}")
        if name not in OPERATIONS:
            _refuse(f"np.{name}")
        return self._apply(name, *inputs)

    def __array_function__(
        self,
        function: Callable[..., Any],
        types: Any,  # noqa: ANN401
        args: Sequence[Any],
        kwargs: dict[str, Any],
    ) -> Any:  # noqa: ANN401
        """Take down what puts arrays together, or adds them up along an axis."""
        known = _FUNCTIONS.get(function.__name__)
        if known is None:
            _refuse(f"np.{function.__name__}")
        return known(self, *args, **kwargs)

    def _apply(self, name: str, *inputs: Any) -> Traced:  # noqa: ANN401
        operands = np.broadcast_arrays(*(placed(self.tape, one) for one in inputs))
        shape = operands[0].shape
        made = [
            self.tape.apply(name, *(int(place) for place in of))
            for of in zip(*(one.ravel() for one in operands), strict=True)
        ]
        return Traced(self.tape, np.array(made, dtype=np.intp).reshape(shape))

    def _joined(self, join: Callable[..., Any], parts: Any, axis: int) -> Traced:  # noqa: ANN401
        if axis != 0:
            _refuse(f"np.{join.__name__} along another axis than the first")
        return Traced(self.tape, join([placed(self.tape, one) for one in parts]))

    def _stack(self, arrays: Sequence[Any], axis: int = 0) -> Traced:
        return self._joined(np.stack, arrays, axis)

    def _concatenate(self, arrays: Sequence[Any], axis: int = 0) -> Traced:
        return self._joined(np.concatenate, arrays, axis)

    def _where(self, chosen: Any, one: Any, other: Any) -> Traced:  # noqa: ANN401
        return self._apply("where", chosen, one, other)

    def _clip(self, values: Any, low: Any, high: Any) -> Traced:  # noqa: ANN401
        return self._apply("minimum", self._apply("maximum", values, low), high)

    def _running(self, name: str, values: Traced, axis: int | None) -> list[Traced]:
        """Return what an operation makes of more and more of the first axis."""
        if axis != 0 or len(values) == 0:
            _refuse("a sum or an extreme along another axis than the first")
        made = [values[0]]
        for one in list(values)[1:]:
            made.append(self._apply(name, made[-1], one))
        return made

    def _sum(self, values: Traced, axis: int | None = None) -> Traced:
        return self._running("add", values, axis)[-1]

    def _max(self, values: Traced, axis: int | None = None) -> Traced:
        return self._running("maximum", values, axis)[-1]

    def _min(self, values: Traced, axis: int | None = None) -> Traced:
        return self._running("minimum", values, axis)[-1]

    def _cumsum(self, values: Traced, axis: int | None = None) -> Traced:
        return self._stack(self._running("add", values, axis))

    def __pow__(self, exponent: object) -> Traced:
        """Take a whole power down as products."""
        if type(exponent) is not int or not 1 <= exponent <= _LARGEST_POWER:
            _refuse(f"x ** {exponent!r}; only whole powers from 1 to {_LARGEST_POWER}")
        made = self
        for _ in range(exponent - 1):
            made = made * self
        return made

    # ------------------------------------------------------------------- as a sequence

    @property
    def ndim(self) -> int:
        """How many axes it has."""
        return self.places.ndim

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Traced]:
        return (Traced(self.tape, one) for one in self.places)

    def __getitem__(self, key: Any) -> Traced:  # noqa: ANN401
        parts = key if isinstance(key, tuple) else (key,)
        if len(parts) >= self.ndim or not all(
            isinstance(p, int | slice) for p in parts
        ):
            _refuse(f"indexing with {key!r}, which may choose among rows,")
        return Traced(self.tape, self.places[key])

    def __setitem__(self, key: Any, value: Any) -> NoReturn:  # noqa: ANN401
        _refuse("writing into an array")

    # ------------------------------------------------------------------ what is refused

    def __bool__(self) -> NoReturn:  # noqa: PLE0304 (it never returns)
        _refuse("an `if` (or `and`, `or`, `not`, min, max) on a value that varies")

    def __float__(self) -> NoReturn:
        _refuse("turning a value that varies into a Python number")

    __int__ = __index__ = __float__

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)  # NumPy asks what else this may be
        _refuse(f"x.{name}")

    def __array__(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ANN401
        _refuse("np.array or np.asarray of values that vary")


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "stack": Traced._stack,
    "concatenate": Traced._concatenate,
    "where": Traced._where,
    "clip": Traced._clip,
    "sum": Traced._sum,
    "max": Traced._max,
    "amax": Traced._max,
    "min": Traced._min,
    "amin": Traced._min,
    "cumsum": Traced._cumsum,
}
"""What is taken down beside element-wise functions, by NumPy's name."""


def placed(tape: Tape, value: Any) -> NDArray[np.intp]:  # noqa: ANN401
    """Return the places of a value on a tape; numbers of the model are constants."""
    if isinstance(value, Traced):
        return value.places
    numbers = np.asarray(value, dtype=np.float64)
    if numbers.ndim and numbers.shape[-1] != 1:
        raise RuntimeError("an array over rows is missing among what a program reads")
    made = [tape.constant(number) for number in numbers.ravel()]
    return np.array(made, dtype=np.intp).reshape(numbers.shape)


def _refuse(what: str) -> NoReturn:
    raise InputError(
        f"the fast form cannot compile {what} in a rule; run without fast, or write "
        f"the rule with {', '.join(OPERATIONS)} of NumPy, sums over an axis of few"
    )
