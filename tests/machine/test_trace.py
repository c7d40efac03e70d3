"""A month is arithmetic: it can be written down once and done again on other arrays.

A recording array stands in for every array that a month reads. What is done to it is
written down as a program; the program, applied to other arrays, has to give what the
model gives, bit for bit. So a month holds no hidden look at a value, and a faster
engine may one day run the same program.
"""

import operator

import numpy as np
import pytest

from sim.agents import State
from sim.cast import STATES
from sim.laws import Laws
from sim.model import StrategicModel
from sim.state import FIELDS

LONGEST_SUM = 7
"""Summing eight or more runs in another order alone than in a crowd."""


class UntraceableError(Exception):
    """Something was done that cannot be written down once for all rows."""


class Recorded(np.lib.mixins.NDArrayOperatorsMixin):
    """An array that writes down what is done to it, and refuses what it may not be.

    It knows its shape, but no code under trace gets at its values.
    """

    def __init__(self, program, value):
        self._program = program
        self._value = value
        self._place = program.places
        program.places += 1

    shape = property(lambda self: np.shape(self._value))
    ndim = property(lambda self: np.ndim(self._value))
    dtype = property(lambda self: np.asarray(self._value).dtype)

    def __getattr__(self, name):
        # A method such as x.sum() or x.astype() would leave no trace; NumPy also
        # asks for its own protocols here.
        raise UntraceableError(f"x.{name}: use a NumPy function instead of a method")

    def _refuse(self, *_, **__):
        raise UntraceableError("a value of a run was looked at, or written into")

    __bool__ = __float__ = __int__ = __index__ = __complex__ = _refuse
    __setitem__ = __delitem__ = __contains__ = __array__ = _refuse
    __iadd__ = __isub__ = __imul__ = __itruediv__ = __ipow__ = _refuse
    __hash__ = None

    def __len__(self):
        return len(self._value)

    def __iter__(self):
        return (self[place] for place in range(len(self)))

    def __getitem__(self, place):
        parts = place if isinstance(place, tuple) else (place,)
        if any(isinstance(part, (Recorded, np.ndarray, list)) for part in parts):
            raise UntraceableError("an index that hangs on values")
        if len(parts) >= self.ndim or Ellipsis in parts:
            raise UntraceableError("x[..., i]: a row was picked out of the crowd")
        return self._program.does(operator.getitem, (self, place), {})

    def __pow__(self, exponent):
        if type(exponent) is not int:
            raise UntraceableError("x ** p: other bits where p is an array")
        return self._program.does(operator.pow, (self, exponent), {})

    def __rpow__(self, base):
        raise UntraceableError("a ** x: use np.exp")

    def __array_ufunc__(self, ufunc, method, *inputs, out=None, **options):
        if out is not None:
            raise UntraceableError(f"{ufunc.__name__} writes into an array")
        if ufunc in (np.matmul, np.vecdot, np.power, np.float_power):
            raise UntraceableError(
                f"{ufunc.__name__}: other bits alone than in a crowd"
            )
        if method == "reduce":
            _check_axis(inputs[0], options.get("axis", 0))
            return self._program.does(ufunc.reduce, inputs, options)
        if method != "__call__":
            raise UntraceableError(f"{ufunc.__name__}.{method}")
        return self._program.does(ufunc, inputs, options)

    def __array_function__(self, function, types, inputs, options):
        if "out" in options:
            raise UntraceableError(f"{function.__name__} writes into an array")
        if function in (np.sum, np.cumsum, np.prod, np.max, np.min):
            _check_axis(
                inputs[0], inputs[1] if len(inputs) > 1 else options.get("axis")
            )
        elif function not in (np.stack, np.concatenate, np.where, np.broadcast_to):
            raise UntraceableError(
                f"np.{function.__name__} is not among what a month may do"
            )
        return self._program.does(function, inputs, options)


def _check_axis(array, axis):
    if not isinstance(axis, int):
        raise UntraceableError("a sum over all rows, or over several axes")
    if axis % array.ndim == array.ndim - 1:
        raise UntraceableError("a sum over rows: a run would see the others")
    if array.shape[axis] > LONGEST_SUM:
        raise UntraceableError(f"a sum over more than {LONGEST_SUM}")


class Program:
    """What was done, in order, to inputs with names."""

    def __init__(self):
        self.places = 0
        self.inputs = {}
        self.steps = []

    def read(self, name, value):
        """Return a recording array in place of an input."""
        recorded = Recorded(self, value)
        self.inputs[recorded._place] = name
        return recorded

    def does(self, function, inputs, options):
        """Do one thing and write it down."""
        result = Recorded(self, function(*_values(inputs), **_values(options)))
        step = (function, _places(inputs), _places(options), result._place)
        self.steps.append(step)
        return result

    def replay(self, outputs, inputs):
        """Do it all again on other inputs, and return the outputs by name."""
        known = {place: inputs[name] for place, name in self.inputs.items()}
        for function, given, options, place in self.steps:
            known[place] = function(*_filled(given, known), **_filled(options, known))
        return {name: _filled(_places(one), known) for name, one in outputs.items()}


class Place(int):
    """Where in a program a value comes from."""


def _mapped(thing, change):
    if isinstance(thing, (tuple, list)):
        return type(thing)(_mapped(part, change) for part in thing)
    if isinstance(thing, dict):
        return {name: _mapped(part, change) for name, part in thing.items()}
    return change(thing)


def _values(thing):
    return _mapped(thing, lambda x: x._value if isinstance(x, Recorded) else x)


def _places(thing):
    return _mapped(thing, lambda x: Place(x._place) if isinstance(x, Recorded) else x)


def _filled(thing, known):
    return _mapped(thing, lambda x: known[x] if isinstance(x, Place) else x)


class Month:
    """One month of a model, with everything that it reads under a name."""

    def __init__(self, model):
        self.model = model
        model._take_office(model.plan.inputs(model.month))
        self.holders = {
            **model.states,
            **{type(affair).__name__.lower(): affair for affair in model.affairs},
        }

    def read(self, change):
        """Put change(name, value) in the place of everything that the month reads."""
        model = self.model
        for owner, holder in self.holders.items():
            for name, value in list(vars(holder).items()):
                if isinstance(value, np.ndarray):  # fields, and what never changes
                    setattr(holder, name, change(f"{owner}.{name}", value))
        for owner, laws in model.laws.items():
            own = {
                name: change(f"{owner}/{name}", value)
                for name, value in laws.parameters.items()
            }
            model.laws[owner] = Laws(owner, model.rules, own)
        drawn_uniform, drawn_normal = model.luck_uniform, model.luck_normal
        model.luck_uniform = lambda purpose: change(
            f"uniform:{purpose}", drawn_uniform(purpose)
        )
        model.luck_normal = lambda purpose: change(
            f"normal:{purpose}", drawn_normal(purpose)
        )

    def recorded(self):
        """Run the month on recording arrays; return the program and its outputs."""
        program = Program()
        self.read(program.read)
        self.model.step()
        return program, self.model.snapshot()

    def done(self):
        """Run the month as usual; return what it read and what came of it."""
        inputs = {}

        def note(name, value):
            inputs[name] = value
            return value

        self.read(note)
        self.model.step()
        return inputs, self.model.snapshot()


def after(months, rows=5, seed=1, **parameters):
    model = StrategicModel(
        "baseline", rows=rows, seed=seed, collect=False, **parameters
    )
    for _ in range(months):
        model.step()
    return model


def varied(rows, seed):
    luck = np.random.default_rng(seed)
    return {
        "linkage": luck.uniform(0.0, 0.5, rows),
        "saturation": luck.uniform(0.0, 1.0, rows),
        "misperception": luck.uniform(0.0, 0.8, rows),
        "arming_slope": luck.uniform(0.0, 6.0, rows),
    }


@pytest.mark.parametrize("month", [0, 1, 26])  # before, in and after the invasion
def test_a_month_done_again_from_its_trace_is_the_same_to_the_bit(month):
    program, outputs = Month(after(month)).recorded()
    inputs, expected = Month(after(month)).done()
    assert set(program.inputs.values()) <= set(inputs)
    assert len(program.steps) > 500
    replayed = program.replay(outputs, inputs)
    assert set(replayed) == set(expected)
    for name, value in expected.items():
        np.testing.assert_array_equal(replayed[name], value, err_msg=name)
        assert np.asarray(replayed[name]).dtype == value.dtype, name


def test_the_trace_of_one_future_does_the_month_of_any_other():
    # Other luck, other parameters, another past: the program holds no value of a run.
    program, outputs = Month(after(26, **varied(5, 0))).recorded()
    inputs, expected = Month(after(26, seed=9, **varied(5, 1))).done()
    other = Month(after(26, **varied(5, 0))).done()[1]
    replayed = program.replay(outputs, inputs)
    for name, value in expected.items():
        np.testing.assert_array_equal(replayed[name], value, err_msg=name)
    assert any(not np.array_equal(other[name], expected[name]) for name in expected)


def test_every_field_comes_out_of_the_trace():
    _, outputs = Month(after(26)).recorded()
    constant = {
        name.split(".", 1)[1]
        for name, one in outputs.items()
        if not isinstance(one, Recorded)
    }
    # Acts that the other states never do are 0 by the calendar, not by the trace.
    assert not constant, constant
    fields = {f.name for f in FIELDS}
    assert {name.split(".", 1)[1] for name in outputs} == fields


@pytest.fixture
def x():
    return Program().read("x", np.linspace(0.1, 0.9, 15).reshape(5, 3))


@pytest.fixture
def long():
    return Program().read("long", np.ones((8, 3)))


BANNED = {
    "an if": lambda x: 1 if x[0] > 0.5 else 0,
    "max()": lambda x: max(x[0], x[1]),
    "float()": lambda x: float(x[0]),
    "int()": lambda x: int(x[0]),
    "in": lambda x: 0.5 in x,
    "x[0] = 1": lambda x: operator.setitem(x, 0, 1.0),
    "x += 1": lambda x: operator.iadd(x, 1.0),
    "x *= 2": lambda x: operator.imul(x, 2.0),
    "out=": lambda x: np.add(x, 1.0, out=np.zeros((5, 3))),
    "where= with out": lambda x: np.exp(x, out=np.zeros((5, 3)), where=True),
    "writing into an array": lambda x: operator.iadd(np.zeros((5, 3)), x),
    "x.sum()": lambda x: x.sum(),
    "x.mean()": lambda x: x.mean(axis=0),
    "x.astype()": lambda x: x.astype(np.float32),
    "x.T": lambda x: x.T,
    "np.mean": lambda x: np.mean(x, axis=0),
    "np.sort": lambda x: np.sort(x, axis=-1),
    "np.cumprod": lambda x: np.cumprod(x, axis=0),
    "a sum over rows": lambda x: np.sum(x, axis=-1),
    "a sum over all": np.sum,
    "np.add.reduce over rows": lambda x: np.add.reduce(x, axis=1),
    "np.add.accumulate": lambda x: np.add.accumulate(x, axis=0),
    "x @ y": lambda x: x @ np.ones((3, 2)),
    "y @ x": lambda x: np.ones((2, 5)) @ x,
    "np.dot": lambda x: np.dot(np.ones((2, 5)), x),
    "np.einsum": lambda x: np.einsum("ij->j", x),
    "np.power": lambda x: np.power(x, 2.0),
    "x ** 0.5": lambda x: x**0.5,
    "x ** y": lambda x: x**x,
    "2 ** x": lambda x: 2.0**x,
    "np.array of arrays": lambda x: np.array([x[0], x[1]]),
    "np.asarray": np.asarray,
    "np.full": lambda x: np.full((5, 3), x),
    "an array as index": lambda x: x[np.array([0, 1])],
    "a mask as index": lambda x: x[x > 0.5],
    "one row": lambda x: x[0, 0],
    "one row of all": lambda x: x[..., 0],
}


@pytest.mark.parametrize("name", BANNED)
def test_what_cannot_be_traced_is_refused(x, name):
    with pytest.raises(UntraceableError):
        BANNED[name](x)


def test_sums_over_more_than_seven_are_refused(x, long):
    for total in (lambda a: np.sum(a, axis=0), lambda a: np.add.reduce(a, axis=0)):
        assert isinstance(total(x), Recorded)
        with pytest.raises(UntraceableError, match="more than 7"):
            total(long)


def test_what_may_be_done_is_done_and_written_down(x):
    program = x._program
    total = np.where(x > 0.5, np.minimum(x, 0.7), -x) ** 2 + np.stack(list(x))
    raw = np.random.default_rng(0).uniform(size=(5, 3))
    again = program.replay({"total": total}, {"x": raw})["total"]
    expected = np.where(raw > 0.5, np.minimum(raw, 0.7), -raw) ** 2 + raw
    np.testing.assert_array_equal(again, expected)


SPOILT = {
    "an if over a run": lambda self: 0.0 if self.threat[0] > 1.0 else 1.0,
    "a mean over runs": lambda self: np.mean(self.threat),
    "a hidden float": lambda self: float(self.threat[0]),
}


@pytest.mark.parametrize("name", SPOILT)
def test_the_trace_fails_where_the_model_does_what_it_may_not(monkeypatch, name):
    plain = State.decide

    def decide(self):
        plain(self)
        SPOILT[name](self)

    monkeypatch.setattr(State, "decide", decide)
    month = Month(after(0))
    with pytest.raises(UntraceableError):
        month.recorded()


def test_a_rule_that_looks_across_rows_fails_the_trace():
    month = Month(after(3))
    plain = month.model.rules["burden"]

    def burden(current, desired, *, adjustment):
        return plain(current, np.sort(desired), adjustment=adjustment)

    month.model.rules = {**month.model.rules, "burden": burden}
    with pytest.raises(UntraceableError, match="sort"):
        month.recorded()


def test_all_six_states_are_traced():
    program, _ = Month(after(0)).recorded()
    read = set(program.inputs.values())
    assert all(f"{one}.belief" in read for one in STATES)
    assert all(f"normal:evidence/{one}/NK" in read for one in STATES[1:])
