"""In single numbers: the same luck, the same outcomes within what luck leaves open."""

import numpy as np
import pytest

from analysis.catalogue import OUTCOMES
from sim.ensemble import run
from sim.errors import InputError
from sim.model import StrategicModel
from sim.scenario import load_scenario

BASELINE = load_scenario("baseline")
SHORT = BASELINE.model_copy(update={"end": "2022-03"})

MEANS = 0.02
"""Standard errors by which a mean may move: far less than anybody would notice."""
FUTURES = 0.002
"""Share of futures in which an outcome may move by a thousandth of its spread: where
luck lies within rounding of a threshold, an event happens in one and not the other."""


def end(history):
    return history.series("threat", "ROK")[-1]


@pytest.mark.slow
@pytest.mark.parametrize(
    "scenario",
    [
        BASELINE.model_copy(update={"end": "2031-12"}),
        BASELINE.with_parameters(
            offense_balance="range",
            arming_slope="range",
            learning="range",
            crisis_rate="range",
        ).model_copy(update={"end": "2028-12"}),
    ],
    ids=["as it is", "uncertain"],
)
def test_outcomes_agree_within_their_monte_carlo_error(scenario):
    runs = 600
    double, single = (
        run(scenario, runs=runs, seed=4, outcomes=OUTCOMES, keep=0, dtype=dtype)
        for dtype in ("float64", "float32")
    )
    moved = np.zeros(runs, dtype=bool)
    for name, fine in double.outcomes.items():
        change = single.outcomes[name] - fine
        spread = fine.std(ddof=1)
        assert abs(change.mean()) <= MEANS * spread / np.sqrt(runs), name
        moved |= np.abs(change) > 1e-3 * spread
    assert moved.mean() <= FUTURES
    assert any(np.any(single.outcomes[k] != one) for k, one in double.outcomes.items())


def test_single_numbers_are_asked_for_in_a_run():
    double, single, said = (
        run(SHORT, runs=4, outcomes=[end], keep=0, dtype=dtype).outcomes["end"]
        for dtype in (None, "float32", "float64")
    )
    np.testing.assert_array_equal(double, said)
    assert np.any(single != double)
    np.testing.assert_allclose(single, double, rtol=1e-4)


def test_a_row_in_single_numbers_is_the_same_alone_and_in_any_crowd():
    crowd = run(SHORT, runs=9, dtype="float32")
    for some in ([4], [8, 2, 2]):
        alone = run(SHORT, luck_ids=some, dtype="float32")
        for key in crowd.keys:
            np.testing.assert_array_equal(
                alone.series(key), crowd.series(key)[:, some], err_msg=key
            )


def test_a_past_goes_on_in_its_own_numbers():
    model = StrategicModel(SHORT, rows=2, collect=False, dtype="float32")
    model.step()
    past = model.past()
    whole = run(SHORT, runs=2, dtype="float32")
    rest = run(SHORT, past=past)
    np.testing.assert_array_equal(
        rest.series("threat", "ROK"), whole.series("threat", "ROK")[1:]
    )
    with pytest.raises(InputError, match="dtype is float64 and the past is of float32"):
        run(SHORT, past=past, dtype="float64")


def test_other_numbers_are_refused():
    with pytest.raises(InputError, match="must be float64 or float32"):
        run(SHORT, runs=2, dtype="float16")
