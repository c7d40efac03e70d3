"""A row's future is its own: chunks, workers and company change no bit of it."""

import gc
import json
import os
import signal
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from sim.ensemble import chunks, crew, run, run_rows
from sim.ensemble.chunks import CHUNK_BYTES, Rows, Task, cut, release
from sim.ensemble.crew import WorkerError
from sim.errors import InputError
from sim.record import Series
from sim.scenario import load_scenario
from sim.state import SERIES

ROWS = 20
TASK = Task(rules={}, outcomes={})
BASELINE = load_scenario("baseline")
SHORT = BASELINE.model_copy(update={"end": "2023-01"})
DRAWN = SHORT.with_parameters(
    offense_balance={"uniform": [0.6, 1.8]}, arming_slope="range"
)


def peak(history):
    return history.series("threat", "ROK").max(axis=0)


def mean_share(history):
    given = np.asarray(history.parameters["offense_balance"])
    return history.series("threat", "ROK").astype(float)[-1] * given


def crooked(history):
    return history.series("threat", "ROK")


def killed(history):
    os._exit(3)


def broken(history):
    raise ZeroDivisionError("an outcome of the user's own")


OUTCOMES = {"peak": peak, "product": mean_share}


def assert_same(one, other):
    assert one.keys == other.keys
    assert set(one.parameters) == set(other.parameters)
    np.testing.assert_array_equal(one.luck_ids, other.luck_ids)
    for key in one.keys:
        np.testing.assert_array_equal(one.series(key), other.series(key), err_msg=key)
    for part in ("parameters", "outcomes"):
        for name, value in getattr(one, part).items():
            np.testing.assert_array_equal(
                value, getattr(other, part)[name], err_msg=name
            )


def futures(**options):
    options = {"runs": ROWS, "seed": 11, "outcomes": OUTCOMES, "keep": None} | options
    return run(DRAWN, **options)


@pytest.fixture(scope="module")
def whole():
    return futures()


def test_a_history_holds_every_series_of_every_month(whole):
    assert whole.keys == tuple(SERIES)
    assert whole.labels[:2] == ("2021-12", "2022-01")
    assert whole.labels[-1] == "2023-01"
    assert whole.series("spending", "ROK").shape == (14, ROWS)
    for key in whole.keys:
        assert np.isfinite(whole.series(key)).all(), key
    assert len(np.unique(whole.series("threat", "ROK")[-1])) == ROWS


@pytest.mark.parametrize("chunk", [1, 7, 64])
def test_chunks_change_no_bit(whole, chunk):
    assert_same(futures(chunk=chunk), whole)


def test_workers_change_no_bit(whole):
    seen = []
    two = futures(chunk=7, workers=2, progress=lambda *at: seen.append(at))
    assert_same(two, whole)
    assert seen[-1] == (13 * ROWS, 13 * ROWS)
    assert seen == sorted(seen)


def test_any_executor_will_do(whole):
    with ThreadPoolExecutor(2) as executor:
        assert_same(futures(chunk=7, workers=2, executor=executor), whole)


def test_a_row_has_the_same_future_alone_and_in_any_crowd(whole):
    shuffled = np.random.default_rng(3).permutation(ROWS)
    for some in ([0], [13], shuffled, [5, 5, 2, 5], np.arange(0, ROWS, 3)):
        assert_same(futures(runs=None, luck_ids=some), whole.select(some))


def test_rows_may_differ_in_parameters():
    balances = np.linspace(0.6, 1.8, 6)
    many = run(
        SHORT, luck_ids=[4, 4, 4, 9, 9, 9], parameters={"offense_balance": balances}
    )
    np.testing.assert_array_equal(many.parameters["offense_balance"], balances)
    for row, (luck_id, value) in enumerate(zip(many.luck_ids, balances, strict=True)):
        alone = run(SHORT, luck_ids=[luck_id], parameters={"offense_balance": value})
        for key in many.keys:
            np.testing.assert_array_equal(
                alone.series(key)[:, 0], many.series(key)[:, row], err_msg=key
            )
    in_pieces = run(
        SHORT,
        luck_ids=[4, 4, 4, 9, 9, 9],
        parameters={"offense_balance": balances},
        chunk=4,
    )
    assert_same(in_pieces, many)


def test_a_parameter_given_to_run_is_one_given_to_the_scenario():
    theirs = run(SHORT.with_parameters(offense_balance=1.5), runs=3)
    assert_same(run(SHORT, runs=3, parameters={"offense_balance": 1.5}), theirs)


def test_distributions_are_drawn_by_luck(whole):
    drawn = whole.parameters["offense_balance"]
    assert drawn.shape == (ROWS,)
    assert 0.6 < drawn.min() < drawn.max() < 1.8
    assert len(np.unique(drawn)) == ROWS
    other = futures(seed=12).parameters["offense_balance"]
    assert not np.any(drawn == other)
    slopes = [
        value
        for name, value in whole.parameters.items()
        if name.startswith("arming_slope.")
    ]
    assert all(one.shape == (ROWS,) for one in slopes)
    assert abs(np.corrcoef(slopes[0], slopes[1])[0, 1]) < 0.9


def test_outcomes_computed_on_the_way_are_those_of_the_history(whole):
    for name, outcome in OUTCOMES.items():
        np.testing.assert_array_equal(whole.outcomes[name], outcome(whole))
    listed = futures(outcomes=[peak])
    np.testing.assert_array_equal(listed.outcomes["peak"], whole.outcomes["peak"])


def test_series_are_kept_of_the_first_rows_and_outcomes_of_all(whole):
    some = futures(keep=9, chunk=4)
    assert (some.rows, some.kept) == (ROWS, 9)
    np.testing.assert_array_equal(some.series("front"), whole.series("front")[:, :9])
    np.testing.assert_array_equal(some.outcomes["peak"], whole.outcomes["peak"])
    none = futures(keep=0)
    assert none.kept == 0
    np.testing.assert_array_equal(none.outcomes["peak"], whole.outcomes["peak"])
    assert futures(keep=ROWS + 5).kept == ROWS


def test_by_default_all_is_kept_unless_outcomes_are_asked_for():
    brief = SHORT.model_copy(update={"end": "2022-01"})
    assert run(brief, runs=1_001).kept == 1_001
    assert run(brief, runs=1_001, outcomes=[peak]).kept == 1_000


def test_cases_share_the_workers_and_stay_apart(whole):
    other = SHORT.with_parameters(offense_balance=1.5)
    first, second = run_rows(
        [
            Rows(scenario=DRAWN, luck_ids=np.arange(ROWS), seed=11),
            Rows(scenario=other, luck_ids=np.arange(5), seed=2),
        ],
        outcomes=OUTCOMES,
        keep=None,
        chunk=8,
    )
    assert_same(first, whole)
    assert_same(second, run(other, runs=5, seed=2, outcomes=OUTCOMES, keep=None))
    assert run_rows([]) == []


def test_a_scenario_may_be_named():
    assert run("baseline", runs=1).months == 156


def test_every_worker_gets_a_share_and_no_chunk_grows_too_large():
    rows = Rows(scenario=BASELINE, luck_ids=np.arange(5_000))
    sizes = [one.rows.count for one in cut([rows], [0], TASK, 8_192, 2)]
    assert len(sizes) >= 2
    assert sum(sizes) == 5_000
    assert max(sizes) - min(sizes) <= 1
    small = Rows(scenario=BASELINE, luck_ids=np.arange(100))
    assert len(cut([small], [0], TASK, 8_192, 2)) == 1
    long = Rows(scenario=BASELINE, luck_ids=np.arange(20_000))
    bytes_of_series = [
        4 * len(SERIES) * 157 * one.rows.count
        for one in cut([long], [20_000], TASK, 100_000, 1)
    ]
    assert max(bytes_of_series) <= CHUNK_BYTES
    assert len(cut([long], [50], TASK, 100_000, 1)) == 1  # most series are not kept


def fickle(history):
    """Look at one more series where something has happened."""
    moved = np.ptp(history.series("threat", "ROK"), axis=0) > 0
    return history.series("front").max(axis=0) if moved.any() else moved


def stubborn(history):
    """Make do with less if a series is not there."""
    try:
        return fickle(history)
    except LookupError:
        return np.zeros(history.rows)


def thorough(history):
    total = np.zeros(history.rows)
    for key in history.keys:
        total = total + history.series(key)[-1]
    return total


def picky(history):
    """Look at a copy, in which another name stands for a pair."""
    return history.select(np.arange(history.rows)).series("depth", "Russia", "NK")[-1]


def idle(history):
    return history.luck_ids


def sized(monkeypatch):
    """Return a list that will hold the values that each recorder wrote down."""
    seen = []

    class Weighed(Series):
        def _open(self, values):
            super()._open(values)
            seen.append(sum(one.size for one in self.records.values()))

    monkeypatch.setattr(chunks, "Series", Weighed)
    return seen


@pytest.mark.parametrize("outcome", [peak, fickle, stubborn, thorough, picky, idle])
@pytest.mark.parametrize("keep", [0, 3])
def test_an_outcome_is_the_same_however_little_is_written_down(whole, outcome, keep):
    some = futures(outcomes=[outcome], keep=keep)
    np.testing.assert_array_equal(some.outcomes[outcome.__name__], outcome(whole))
    assert some.kept == keep
    for key in some.keys:
        np.testing.assert_array_equal(some.series(key), whole.series(key)[:, :keep])


@pytest.mark.parametrize(
    ("outcome", "written"),
    [
        (peak, [14 * ROWS]),
        (idle, [14 * ROWS]),  # something at least
        (thorough, [14 * ROWS * len(SERIES)]),
        (fickle, [14 * ROWS, 14 * ROWS * len(SERIES)]),  # and once more, in full
    ],
)
def test_only_what_outcomes_look_at_is_written_down(monkeypatch, outcome, written):
    seen = sized(monkeypatch)
    futures(outcomes=[outcome], keep=0)
    assert seen == written


def test_of_other_series_the_kept_rows_are_written_down(monkeypatch):
    seen = sized(monkeypatch)
    futures(outcomes=[peak], keep=3)
    assert seen == [14 * (ROWS + 3 * (len(SERIES) - 1))]


@pytest.mark.parametrize(
    ("outcomes", "keep"), [(None, None), ([peak], None), ([peak], 3)]
)
def test_only_the_series_that_are_named_are_kept(monkeypatch, whole, outcomes, keep):
    seen = sized(monkeypatch)
    named = ["front", "burden.ROK"]
    some = futures(outcomes=outcomes, keep=keep, series=named)
    assert some.keys == ("burden.ROK", "front")
    for key in named:
        np.testing.assert_array_equal(some.series(key), whole.series(key)[:, :keep])
    if outcomes:
        np.testing.assert_array_equal(some.outcomes["peak"], peak(whole))
    assert sum(seen) <= 14 * ROWS * 3


def test_a_series_that_there_is_not_is_refused_before_anything_runs():
    with pytest.raises(InputError, match=r"no series 'burden\.RUK'.*burden\.ROK"):
        futures(series=["burden.RUK"])
    with pytest.raises(InputError, match="series is empty"):
        futures(series=[])


def test_a_chunk_whose_series_are_too_many_is_run_in_pieces(monkeypatch, whole):
    seen = sized(monkeypatch)
    monkeypatch.setattr(chunks, "CHUNK_BYTES", 4 * 14 * len(SERIES) * 6)
    some = futures(outcomes=[thorough], keep=2)
    np.testing.assert_array_equal(some.outcomes["thorough"], thorough(whole))
    np.testing.assert_array_equal(some.series("front"), whole.series("front")[:, :2])
    assert seen == [14 * 5 * len(SERIES)] * 4


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_come_as_they_are(workers):
    with pytest.raises(InputError, match="must return one value per row"):
        futures(outcomes=[crooked], chunk=8, workers=workers)
    with pytest.raises(ZeroDivisionError, match="an outcome of the user's own"):
        futures(outcomes=[broken], chunk=8, workers=workers)


def test_a_worker_that_dies_gives_one_clear_error():
    with pytest.raises(WorkerError, match="a worker process died") as caught:
        futures(outcomes=[killed], chunk=8, workers=2)
    assert caught.value.__suppress_context__


def test_a_worker_counts_its_work_and_stops_when_told(monkeypatch):
    handler = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(crew, "_pulse", crew.pulse)  # put back afterwards
    stop, done = SimpleNamespace(value=0), SimpleNamespace(value=0)
    try:
        crew._enlist(stop, done)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, handler)
    crew.pulse(7)
    crew.pulse(5)
    assert done.value == 12
    stop.value = 1
    with pytest.raises(crew.Stopped):
        crew.pulse(1)


def test_an_interrupt_stops_the_workers():
    threads = threading.active_count()

    def interrupted(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        futures(chunk=2, workers=2, progress=interrupted)
    assert threading.active_count() == threads


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"runs": 0}, "runs is 0"),
        ({"runs": 2.5}, "runs is 2.5"),
        ({"runs": 3, "luck_ids": [1]}, "give one of the two"),
        ({"workers": 0}, "workers is 0"),
        ({"workers": True}, "workers is True"),
        ({"chunk": 0}, "chunk is 0"),
        ({"seed": -1}, "seed is -1"),
        ({"seed": None}, "seed is None"),
        ({"keep": -1}, "keep is -1"),
        ({"keep": 1, "outcomes": None}, "leave nothing of the other 2 rows"),
        ({"outcomes": [peak, peak]}, "same name"),
        ({"parameters": {"offense_balance": [1.0, 1.2]}}, "one for each of the 3"),
        ({"parameters": {"offence_balance": 1.0}}, "did you mean 'offense_balance'"),
        ({"parameters": {"offense_balance": 99.0}}, "must be a number from"),
    ],
)
def test_wrong_arguments_are_refused(options, said):
    with pytest.raises(InputError, match=said):
        run(SHORT, **({"runs": 3} | options if "luck_ids" not in options else options))


def test_functions_that_cannot_travel_are_refused_before_anything_starts():
    with pytest.raises(InputError, match="'mine' cannot be sent to another process"):
        futures(outcomes={"mine": lambda one: one.luck_ids}, chunk=8, workers=2)
    alone = futures(outcomes={"mine": lambda one: one.luck_ids})
    assert alone.outcomes["mine"].tolist() == list(range(ROWS))


def test_series_that_would_fill_the_memory_are_refused():
    with pytest.raises(InputError, match="ask for outcomes"):
        run(BASELINE, runs=1_000_000)


def test_a_released_model_is_freed_at_once():
    from sim.model import StrategicModel

    model = StrategicModel(SHORT, rows=2, seed=0, collect=False)
    gone = [weakref.ref(one) for one in (model, *model.states.values())]
    gc.disable()
    try:
        release(model)
        del model
        assert [one() for one in gone] == [None] * 7
    finally:
        gc.enable()


SWEEP = Path(__file__).parents[2] / "benchmarks" / "sweep.py"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts memory otherwise")
def test_a_sweep_of_ten_year_futures_stays_under_two_gigabytes():
    # Memory stops growing with the chunks that are under way at once: two parts here.
    # The benchmark runs more of them.
    done = subprocess.run(
        [sys.executable, str(SWEEP), "16384", "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["futures"], found["months"]) == (16_384, 120)
    assert found["bytes"] < 2e9
    assert found["writing"] < 0.1 * found["seconds"]
