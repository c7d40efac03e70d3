"""Outcomes: every named one on real futures, and any function as one."""

from dataclasses import replace

import numpy as np
import pytest

import sim
from analysis import compare
from analysis.outcomes import GROUPS, OUTCOMES, name_of, values
from sim.ensemble.asked import asked_by, at_rest
from sim.errors import InputError

RUNS = 4
NAMED = [pytest.param(one, id=name) for name, one in OUTCOMES.items()]


@pytest.fixture(scope="module")
def real():
    """Return four real futures of the baseline."""
    return sim.run("baseline", runs=RUNS, seed=3)


@pytest.mark.parametrize("outcome", NAMED)
def test_a_named_outcome_is_one_finite_number_per_run(real, outcome):
    found = values(real, outcome)
    assert found.shape == (RUNS,)
    assert found.dtype == np.float64
    assert np.isfinite(found).all()
    if outcome.yes_or_no:
        assert set(found) <= {0.0, 1.0}


@pytest.mark.parametrize("outcome", NAMED)
def test_what_it_reads_shows_where_nothing_happens(real, outcome):
    # Or every series would be written down of every future of a sweep.
    start = {key: real.series(key)[0] for key in real.keys}
    still = at_rest(replace(real, records={}), start, real.months)
    asked = asked_by([outcome], still)
    assert len(asked) <= 6
    some = replace(real, records={key: real.series(key) for key in asked})
    np.testing.assert_array_equal(outcome(some), outcome(real))


@pytest.mark.parametrize("outcome", NAMED)
def test_it_has_words_in_both_languages(outcome):
    for words in (outcome.label, outcome.unit, outcome.higher, GROUPS[outcome.group]):
        assert set(words) == {"en", "ko"}
        assert all(text.strip() for text in words.values())
        assert words["en"].isascii() or "–" in words["en"]
    assert any("가" <= letter <= "힣" for letter in outcome.label["ko"])


@pytest.mark.parametrize("outcome", NAMED)
def test_a_run_alone_has_the_number_that_it_has_in_company(real, outcome):
    alone = outcome(real.select([2]))
    assert alone[0] == outcome(real)[2]


def test_labels_tell_outcomes_apart():
    for lang in ("en", "ko"):
        labels = [(one.group, one.label[lang]) for one in OUTCOMES.values()]
        assert len(set(labels)) == len(labels)
    assert all(name == one.name for name, one in OUTCOMES.items())


def test_they_are_the_same_when_read_while_the_futures_run(real):
    while_running = sim.run("baseline", runs=RUNS, seed=3, outcomes=OUTCOMES, keep=1)
    for name, outcome in OUTCOMES.items():
        np.testing.assert_array_equal(values(while_running, name), outcome(real))


def test_the_registry_is_not_for_editing():
    with pytest.raises(TypeError):
        OUTCOMES["mine"] = None


def test_any_plain_function_is_an_outcome(real):
    def peak_of_tension(history):
        return history.series("felt_threat", "ROK", "NK").max(axis=0)

    assert values(real, peak_of_tension).shape == (RUNS,)
    assert compare.summary(real, peak_of_tension).outcome == "peak_of_tension"
    assert name_of(lambda history: history) == "outcome"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda history: 1.0, r"returned shape \(\); it must return one number per"),
        (lambda history: history.series("front"), r"returned shape \(157, 4\)"),
        (lambda history: ["a"] * 4, "returned no numbers"),
        (lambda history: None, r"returned shape \(\)|is not a finite|no numbers"),
        ("burden_rk", "there is no outcome 'burden_rk'; did you mean 'burden_rok'"),
    ],
)
def test_what_is_not_one_number_per_run_is_refused(real, wrong, said):
    with pytest.raises(InputError, match=said):
        values(real, wrong)


def test_series_that_were_not_kept_are_missed_in_words():
    few = sim.run("baseline", runs=RUNS, outcomes=[OUTCOMES["front"]], keep=2)
    with pytest.raises(InputError, match="needs the series of all 4 runs, and those"):
        values(few, lambda history: history.series("front")[-1])


def test_totals_leave_the_initial_state_out(history):
    made = history(front=0.25, adopted=1.0, troops=[1, 2, 3, 4], fighting=1.0)
    np.testing.assert_array_equal(values(made, "war_months"), 24.0)
    np.testing.assert_array_equal(values(made, "resolutions"), 24.0)
    np.testing.assert_array_equal(values(made, "troops_peak"), [1, 2, 3, 4])
    np.testing.assert_array_equal(values(made, "front"), 0.25)
