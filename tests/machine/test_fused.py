"""The compiled month does what the plain month does, and says what it cannot do.

The plain form is the reference. The two differ in the last digits (other exponentials,
other logarithms): months are compared at a relative 1e-9, and whatever is 0 or 1 has
to be equal. Within the compiled form everything is compared bit for bit.
"""

import operator
import sys

import numpy as np
import pytest
from scipy.special import ndtri

from analysis.pattern.lines import CHECKS
from sim.ensemble import Rows, run
from sim.errors import InputError
from sim.figures import BASES
from sim.fused.engine import Engine
from sim.fused.program import OPERATIONS, Rate, Source, Tape, replay
from sim.fused.tracing import Traced
from sim.luck import Luck
from sim.model import StrategicModel, resume, today
from sim.parameters import FLAT_NAMES, card_of
from sim.scenario import load_scenario, scenario_names
from sim.state import FIELDS
from sim.terms import Terms

llvmlite = pytest.importorskip("llvmlite")

RELATIVE, ABSOLUTE = 1e-9, 1e-12
YES_OR_NO = {field.name for field in FIELDS if field.unit == "0 or 1"}
EVERY = {
    flat: np.linspace(*card_of(flat)[0].range(card_of(flat)[1]), 37)
    for flat in FLAT_NAMES
}
"""Every parameter over its whole range, from row to row."""
VARIED = {
    "linkage": np.linspace(0.0, 0.5, 37),
    "saturation": np.linspace(0.1, 1.0, 37),
    "misperception": np.linspace(0.8, 0.0, 37),
}


def pair(scenario="baseline", rows=37, seed=3, **parameters):
    """Return an engine with its model, and the same model in plain form."""
    one, other = (
        StrategicModel(scenario, rows=rows, seed=seed, collect=False, **parameters)
        for _ in range(2)
    )
    return Engine(one), one, other


def assert_same_month(compiled, plain, where=""):
    """Compare everything that two models hold."""
    mine, reference = compiled.snapshot(), plain.snapshot()
    assert mine.keys() == reference.keys()
    for name, value in reference.items():
        exact = name.split(".", 1)[1] in YES_OR_NO
        allowed = 0.0 if exact else ABSOLUTE + RELATIVE * np.abs(value)
        apart = np.abs(mine[name] - value)
        assert (apart <= allowed).all(), f"{where} {name}: {apart.max()} apart"


# ----------------------------------------------------------------- single operations


def compiled(program, rows):
    """Return a function that runs a program of fields, given and returned as arrays."""
    from sim.fused.assembly import LANES
    from sim.fused.compiling import compile_program

    code = compile_program(program)
    padded = -(-rows // LANES) * LANES

    def apply(**given):
        held = [
            np.concatenate([given[one.name], np.ones(padded - rows)])
            for one in code.layout.by_row
        ]
        made = [np.empty(padded) for _ in code.layout.written]
        shared = np.empty(max(len(code.layout.shared), 1))
        ins, outs = (
            np.array([one.ctypes.data for one in arrays], dtype=np.uintp)
            for arrays in (held, made)
        )
        table = np.array([given[one.name] for one in code.layout.by_month], float)
        code.run(*(one.ctypes.data for one in (ins, outs, table, shared)), padded)
        names = (one.name for one in code.layout.written)
        return {name: one[:rows] for name, one in zip(names, made, strict=True)}

    return apply


def of_operation(name, many):
    """Return a program of one operation."""
    tape = Tape()
    given = [tape.given(Source("field", f"x.{n}"), Rate.ROW) for n in range(many)]
    return tape.program({Source("field", "x.made"): tape.apply(name, *given)})


def numbers(rows, many):
    """Return numbers of all sizes, zeros, ones and equal pairs among them."""
    luck = np.random.default_rng(7)
    some = [luck.normal(size=rows) * 10.0 ** luck.integers(-9, 9, rows) for _ in "abc"]
    for one in some:
        one[:9] = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -2.5, 1e-300, 1e300]
    some[1][9:99] = some[0][9:99]
    return {f"x.{n}": some[n] for n in range(many)}


ONE = {"negative", "absolute", "floor", "sqrt", "square", "exp", "log", "log2"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_that_of_numpy(name):
    rows, many = 997, 1 if name in ONE else 3 if name == "where" else 2
    given = numbers(rows, many)
    if name in ("sqrt", "log", "log2"):
        given = {key: np.abs(one) for key, one in given.items()}
    if name == "exp":
        given = {key: np.clip(one, -700.0, 700.0) for key, one in given.items()}
    with np.errstate(all="ignore"):
        expected = OPERATIONS[name](*given.values()) * 1.0
    found = compiled(of_operation(name, many), rows)(**given)["x.made"]
    if name not in ("exp", "log", "log2"):
        np.testing.assert_array_equal(found, expected)
        return
    same = found == expected  # infinite ones too
    apart = np.abs(found[~same] - expected[~same])
    # log2 is the logarithm times a constant: near 1 its last places are those of log.
    assert np.all(apart <= 3.0 * np.spacing(np.abs(expected[~same])))


def test_exponential_and_logarithm_are_within_two_last_places_of_numpys():
    luck = np.random.default_rng(1)
    for name, given in {
        "exp": luck.uniform(-40.0, 40.0, 40_000),
        "log": np.exp(luck.uniform(-300.0, 300.0, 40_000)),
    }.items():
        expected = OPERATIONS[name](given)
        run_it = compiled(of_operation(name, 1), given.size)
        found = run_it(**{"x.0": given})["x.made"]
        assert np.max(np.abs(found - expected) / np.spacing(np.abs(expected))) <= 2.0
    near = 1.0 + luck.uniform(-1e-3, 1e-3, 1_000)
    found = compiled(of_operation("log", 1), near.size)(**{"x.0": near})["x.made"]
    np.testing.assert_allclose(found, np.log(near), rtol=5e-16)


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("at", [0, 1])
def test_what_is_no_number_does_not_become_one(name, at):
    many = 1 if name in ONE else 3 if name == "where" else 2
    if at >= many:
        return
    given = {f"x.{n}": np.full(5, 0.3) for n in range(many)}
    given[f"x.{at}"] = np.full(5, np.nan)
    expected = OPERATIONS[name](*given.values()) * 1.0
    found = compiled(of_operation(name, many), 5)(**given)["x.made"]
    np.testing.assert_array_equal(found, expected)


def test_luck_is_that_of_the_plain_form():
    # Uniform draws to the bit; the normal quantile over all that 52 bits can be, with
    # words near 0, near the end, and where the middle of the distribution begins.
    luck = np.random.default_rng(2)
    small = luck.integers(0, 2**34, 500, dtype=np.uint64)
    edge = luck.integers(0, 2**40, 500, dtype=np.uint64) + np.uint64(0.075 * 2**64)
    ends = np.array([0, 2**64 - 1], dtype=np.uint64)
    anywhere = luck.integers(0, 2**64, 20_000, dtype=np.uint64)
    words = np.concatenate([anywhere, small, ~small, edge, ~edge, ends])
    tape = Tape()
    made = {
        Source("field", f"x.{kind}"): tape.given(Source(kind, "word"), Rate.ROW)
        for kind in ("uniform", "normal")
    }
    found = compiled(tape.program(made), words.size)(word=words.view(np.float64))
    uniform = ((words >> np.uint64(12)).astype(float) + 0.5) * 2.0**-52
    np.testing.assert_array_equal(found["x.uniform"], uniform)
    assert 0.0 < uniform.min() < uniform.max() < 1.0
    np.testing.assert_allclose(found["x.normal"], ndtri(uniform), rtol=5e-15)


def test_words_are_those_of_the_draws_of_any_rows():
    luck = Luck(5, [9, 2, 2, 400_000])
    words = luck.words(3, "treaty")
    assert words.dtype == np.uint64
    drawn = ((words >> np.uint64(12)).astype(float) + 0.5) * 2.0**-52
    np.testing.assert_array_equal(drawn, luck.uniform(3, "treaty"))


def test_what_is_overwritten_was_read_before():
    # Two fields change places and a third is made of both, all in the same arrays.
    from sim.fused.compiling import compile_program

    tape = Tape()
    a, b = (tape.given(Source("field", name), Rate.ROW) for name in ("a", "b"))
    made = {"a": b, "b": a, "c": tape.apply("subtract", a, b)}
    code = compile_program(
        tape.program({Source("field", name): place for name, place in made.items()})
    )
    held = {
        name: np.arange(8.0) * size
        for name, size in zip("abc", (1, 10, 0), strict=True)
    }
    ins, outs = (
        np.array([held[one.name].ctypes.data for one in table], dtype=np.uintp)
        for table in (code.layout.by_row, code.layout.written)
    )
    none = np.zeros(1)
    code.run(*(one.ctypes.data for one in (ins, outs, none, none)), 8)
    assert np.array_equal(held["a"], np.arange(8.0) * 10)
    assert np.array_equal(held["b"], np.arange(8.0))
    assert np.array_equal(held["c"], np.arange(8.0) * -9)


def test_what_all_rows_share_is_worked_out_once():
    tape = Tape()
    shared = tape.apply("exp", tape.given(Source("parameter", "p"), Rate.MONTH))
    row = tape.given(Source("field", "x"), Rate.ROW)
    program = tape.program({Source("field", "x"): tape.apply("multiply", row, shared)})
    found = compiled(program, 3)(p=2.0, x=np.array([1.0, 2.0, 3.0]))["x"]
    np.testing.assert_allclose(found, np.exp(2.0) * np.array([1.0, 2.0, 3.0]))


# ------------------------------------------------------------------------- the month


def given(model):
    """Return what a program of a model's next month is given, by source."""
    inputs = model.plan.inputs(model.month)
    values, date = model.in_force(inputs), today(inputs)

    def look(source):
        if source.kind == "today":
            return getattr(date, source.name)
        if source.kind == "parameter":
            return values[source.name]
        if source.kind in ("uniform", "normal"):
            draw = getattr(model, f"luck_{source.kind}")
            return draw(source.name)
        owner, name = source.name.split(".", 1)
        held = getattr(model.holder(owner), name)
        return held if held.ndim == 1 else held[source.place]

    return look


@pytest.mark.parametrize("scenario", ["baseline", "historical"])
def test_the_recorded_month_replayed_by_numpy_is_the_month_to_the_bit(scenario):
    from sim.fused.recording import recipe, record

    model = StrategicModel(scenario, rows=5, collect=False)
    program = record(recipe(model))
    assert len(program.operations) > 5_000
    for _ in range(3):
        made = replay(program.operations, given(model))
        model.step()
        for field, place in program.outputs.items():
            owner, name = field.name.split(".", 1)
            held = getattr(model.holder(owner), name)
            held = held if held.ndim == 1 else held[field.place]
            np.testing.assert_array_equal(made[place], held, err_msg=str(field))


def test_every_base_year_has_a_scenario_to_record_from():
    from sim.fused.recording import Recipe, record

    programs = [record(Recipe(base, frozenset(), ())) for base in BASES]
    assert programs[0].operations != programs[1].operations


@pytest.mark.parametrize(
    ("scenario", "parameters"),
    [("baseline", {}), ("baseline", EVERY), ("historical", VARIED)],
    ids=["baseline", "every parameter by row", "historical"],
)
def test_months_are_those_of_the_plain_form(scenario, parameters):
    engine, compiled_model, plain = pair(scenario, **parameters)
    for month in range(14):
        engine.step()
        plain.step()
        assert compiled_model.month == plain.month == month + 1
        assert_same_month(compiled_model, plain, f"month {month}")


@pytest.mark.slow
@pytest.mark.parametrize("name", scenario_names())
def test_months_of_every_packaged_scenario(name):
    # Each from the same world: the months in which something happens, and two a year.
    engine, model, plain = pair(name, rows=16)
    while model.running:
        month = model.month
        if not (model.plan.inputs(month).events or month % 6 == 2):
            engine.step()
            continue
        plain.restore({k: one.copy() for k, one in model.snapshot().items()}, month)
        engine.step()
        plain.step()
        assert_same_month(model, plain, f"month {month}")


@pytest.mark.slow
def test_in_ten_years_no_decision_of_thousands_is_another():
    # A choice is made where luck falls below a chance. Only a future in which the two
    # lie within the last digits of each other could go another way.
    engine, compiled_model, plain = pair(rows=2_048)
    parted = np.zeros(2_048, dtype=bool)
    while plain.running:
        engine.step()
        plain.step()
        mine, reference = compiled_model.snapshot(), plain.snapshot()
        for name, value in reference.items():
            if name.split(".", 1)[1] in YES_OR_NO:
                apart = mine[name] != value
                parted |= apart if apart.ndim == 1 else apart.any(axis=0)
    assert parted.mean() <= 0.001


# -------------------------------------------------------------------- bits among itself


def assert_same_history(one, other):
    assert one.keys == other.keys
    for key in one.keys:
        np.testing.assert_array_equal(one.series(key), other.series(key), err_msg=key)


def short(**options):
    scenario = load_scenario("baseline").model_copy(update={"end": "2023-06"})
    return run(scenario, fast=True, **options)


def test_a_row_alone_is_the_row_in_a_crowd_to_the_bit():
    crowd = short(luck_ids=np.arange(37), parameters=VARIED)
    for row in (0, 17, 36):
        own = {name: values[[row]] for name, values in VARIED.items()}
        alone = short(luck_ids=[row], parameters=own)
        for key in crowd.keys:
            np.testing.assert_array_equal(
                alone.series(key)[:, 0], crowd.series(key)[:, row], err_msg=key
            )


def test_chunks_change_no_bit():
    whole = short(runs=37)
    for chunk in (7, 30):
        assert_same_history(short(runs=37, chunk=chunk), whole)


@pytest.mark.slow
def test_workers_change_no_bit():
    assert_same_history(short(runs=600, chunk=200, workers=2), short(runs=600))


def test_outcomes_and_recorder_see_what_they_see_of_the_plain_form():
    def last_spending(history):
        return history.series("spending.ROK")[-1]

    scenario = load_scenario("baseline").model_copy(update={"end": "2022-12"})
    found = [
        run(scenario, runs=20, fast=fast, outcomes=[last_spending], keep=3)
        for fast in (True, False)
    ]
    assert found[0].labels == found[1].labels
    np.testing.assert_allclose(
        found[0].outcomes["last_spending"],
        found[1].outcomes["last_spending"],
        rtol=1e-6,  # series are kept as float32
    )
    assert found[0].kept == found[1].kept == 3


def test_a_past_goes_on_in_compiled_form():
    model = StrategicModel("baseline", rows=8, collect=False)
    for _ in range(5):
        model.step()
    past = model.past()
    forks = [resume(past, "ceasefire", collect=False) for _ in range(2)]
    engine = Engine(forks[0])
    for _ in range(6):
        engine.step()
        forks[1].step()
    assert_same_month(*forks)
    fork = run("ceasefire", past=past, runs=2, fast=True)
    assert fork.rows == 16


def test_a_past_taken_in_compiled_form_goes_on_as_if_nothing_had_been():
    engine, whole, _ = pair(rows=6)
    for _ in range(4):
        engine.step()
    past = whole.past()
    before = {name: one.copy() for name, one in past.arrays.items()}
    for _ in range(3):
        engine.step()
    for name, one in past.arrays.items():
        np.testing.assert_array_equal(one, before[name], err_msg=name)
    fork = resume(past, collect=False)
    again = Engine(fork)
    for _ in range(3):
        again.step()
    for name, one in whole.snapshot().items():
        np.testing.assert_array_equal(fork.snapshot()[name], one, err_msg=name)


def test_the_plain_form_can_go_on_where_the_compiled_form_stops():
    engine, mixed, plain = pair(rows=6)
    for _ in range(3):
        engine.step()
        plain.step()
    for _ in range(3):
        mixed.step()
        plain.step()
    assert_same_month(mixed, plain)


def test_an_engine_stops_at_the_last_month():
    scenario = load_scenario("baseline").model_copy(update={"end": "2022-03"})
    engine, model, _ = pair(scenario, rows=2)
    for _ in range(5):
        engine.step()
    assert model.month == 3
    assert not model.running


def test_a_state_that_is_no_number_stays_none():
    engine, model, plain = pair(rows=4)
    engine.step()
    plain.step()
    for one in (model, plain):
        one.rok.stock[1] = np.nan
    for _ in range(2):
        engine.step()
        plain.step()
    assert np.isnan(model.nk.felt_threat[:, 1]).any()
    mine = model.snapshot()
    for name, value in plain.snapshot().items():
        none = np.isnan(value)
        np.testing.assert_array_equal(np.isnan(mine[name]), none, err_msg=name)
        assert not none[..., [0, 2, 3]].any()


# ----------------------------------------------------------------------------- messages


def burden_in_rules(current, desired, *, adjustment):
    """Go half as fast as the model's own rule."""
    return Terms(held=current, moved=0.5 * (desired - current) / adjustment**2)


def burden_that_bends(current, desired, *, adjustment):
    """Go by a function that the fast form does not know."""
    return Terms(held=current, moved=np.tanh(desired - current) / adjustment)


def test_a_rule_of_the_users_own_is_compiled():
    scenario = load_scenario("baseline").model_copy(update={"end": "2022-06"})
    own = {"burden": burden_in_rules}
    found = [run(scenario, runs=5, rules=own, fast=fast) for fast in (True, False)]
    usual = run(scenario, runs=5, fast=True)
    for key in found[0].keys:
        np.testing.assert_allclose(
            found[0].series(key), found[1].series(key), rtol=1e-6, atol=1e-9
        )
    one, other = (each.series("spending.ROK") for each in (found[0], usual))
    assert not np.array_equal(one, other)


def test_a_rule_that_cannot_be_compiled_is_refused_with_a_remedy():
    own = {"burden": burden_that_bends}
    with pytest.raises(InputError, match=r"np\.tanh.*run without fast") as refused:
        run("baseline", runs=2, rules=own, fast=True)
    assert "\n" not in str(refused.value)


REFUSED = {
    "an if": lambda x: 1.0 if x[0] > 0.5 else 0.0,
    "max()": lambda x: max(x[0], x[1]),
    "float()": lambda x: float(x[0]),
    "x += 1": lambda x: operator.iadd(x, 1.0),
    "x[0] = 1": lambda x: operator.setitem(x, 0, 1.0),
    "out=": lambda x: np.add(x, 1.0, out=np.zeros((2, 1))),
    "x ** 0.5": lambda x: x**0.5,
    "x ** 9": lambda x: x**9,
    "np.array": lambda x: np.array([x[0], x[1]]),
    "np.asarray": np.asarray,
    "np.mean": lambda x: np.mean(x, axis=0),
    "np.sum over rows": lambda x: np.sum(x, axis=1),
    "np.sum over all": np.sum,
    "np.add.reduce": lambda x: np.add.reduce(x, axis=0),
    "x.sum()": lambda x: x.sum(axis=0),
    "x.astype()": lambda x: x.astype(float),
    "x @ y": lambda x: x @ np.ones((1, 2)),
    "a row": lambda x: x[0, 0],
    "an array as index": lambda x: x[np.array([0, 1])],
    "np.stack along rows": lambda x: np.stack([x, x], axis=1),
    "np.tanh": np.tanh,
}


@pytest.fixture
def traced():
    """Return an array of two by one row that is taken down, and its tape."""
    tape = Tape()
    places = [[tape.given(Source("field", "x", at), Rate.ROW)] for at in range(2)]
    return Traced(tape, np.array(places, dtype=np.intp))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_down_is_refused(traced, name):
    with pytest.raises(InputError, match="run without fast"):
        REFUSED[name](traced)


def test_what_can_be_taken_down_is_what_numpy_does(traced):
    def computed(x):
        some = np.where(x > 0.5, np.clip(x, 0.1, 0.7), -x) ** 3 + np.stack(list(x))
        few = np.concatenate([some[:1], np.cumsum(x, axis=0)])
        return np.sum(few, axis=0) * np.max(few, axis=0) - np.min(few, axis=0)

    raw = np.random.default_rng(0).uniform(size=(2, 4))
    made = computed(traced)
    program = traced.tape.program({Source("field", "y"): int(made.places[0])})
    values = replay(program.operations, lambda source: raw[source.place])
    np.testing.assert_allclose(values[-1], computed(raw), rtol=1e-15)


@pytest.mark.parametrize(
    ("options", "said"),
    [({"dtype": np.float32}, "float64"), ({"explain": True}, "terms")],
)
def test_what_the_engine_does_not_do_is_said(options, said):
    model = StrategicModel("baseline", rows=2, collect=False, **options)
    with pytest.raises(InputError, match=said):
        Engine(model)


def test_without_the_extra_one_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    monkeypatch.setitem(sys.modules, "llvmlite.binding", None)
    with pytest.raises(InputError, match=r"pip install 'dilemma\[fast\]'"):
        Rows(scenario=load_scenario("baseline"), luck_ids=[0], fast=True)
    assert run("baseline", runs=1, parameters={"linkage": 0.1}).rows == 1


@pytest.mark.slow
def test_every_run_passes_the_same_lines_of_history():
    """Equal verdicts: each check of `dilemma history`, run by run."""
    plain, fast = (run("historical", runs=256, seed=3, fast=on) for on in (False, True))
    for check in CHECKS:
        np.testing.assert_array_equal(check.measure(plain), check.measure(fast))
