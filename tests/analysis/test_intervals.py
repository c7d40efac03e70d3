"""Monte Carlo intervals: SciPy's numbers, numbers by hand, and coverage measured."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.bands import bands
from analysis.intervals import (
    FEWEST,
    mean_error,
    of_mean,
    of_quantile,
    of_sd,
    of_share,
    ranks,
    reach,
)

REPEATS = 4_000
DISTRIBUTIONS = {
    "normal": stats.norm(),
    "skewed": stats.expon(),
    "counts": stats.poisson(3.0),
    "two humps": None,
}


def draws(name, runs, seed=0):
    luck = np.random.default_rng(seed)
    if name == "two humps":
        return luck.normal(size=(REPEATS, runs)) + 6.0 * luck.integers(
            0, 2, size=(REPEATS, runs)
        )
    return DISTRIBUTIONS[name].rvs(size=(REPEATS, runs), random_state=luck)


def covered(truth, ends):
    return float(np.mean((ends[0] <= truth) & (truth <= ends[1])))


@pytest.mark.parametrize(
    ("name", "truth"), [("normal", 0), ("skewed", 1), ("counts", 3)]
)
def test_a_mean_is_inside_its_interval_95_times_of_100(name, truth):
    assert covered(truth, of_mean(draws(name, 200))) == pytest.approx(0.95, abs=0.015)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
@pytest.mark.parametrize("name", ["normal", "skewed", "counts"])
def test_a_quantile_is_inside_at_least_95_times_of_100(name, share):
    ordered = np.sort(draws(name, 120), axis=-1)
    truth = DISTRIBUTIONS[name].ppf(share)
    found = covered(truth, of_quantile(ordered, share))
    assert found >= 0.94
    if name != "counts":  # where values repeat it is inside more often still
        assert found <= 0.985


def test_a_median_between_two_humps_is_inside_as_well():
    ordered = np.sort(draws("two humps", 100), axis=-1)
    assert covered(3.0, of_quantile(ordered, 0.5)) >= 0.94


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_share_is_inside_95_times_of_100(share):
    shown = np.random.default_rng(3).binomial(300, share, size=REPEATS) / 300
    assert covered(share, of_share(shown, 300)) == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize(("name", "truth"), [("normal", 1.0), ("skewed", 1.0)])
def test_a_spread_is_inside_about_95_times_of_100(name, truth):
    assert covered(truth, of_sd(draws(name, 1_000))) == pytest.approx(0.94, abs=0.025)


@given(st.integers(1, 3_000), st.sampled_from([0.05, 0.25, 0.5, 0.75, 0.95]))
def test_ranks_are_those_of_the_binomial_distribution(number, share):
    low, high = ranks(number, share)
    below = stats.binom(number, share).cdf
    assert below(low - 1) <= 0.025 < below(low)
    if high:
        assert 1 - below(high - 1) <= 0.025 + 1e-12 < 1 - below(high - 2) + 1e-9
    else:
        assert 1 - below(number - 1) > 0.025
    mirrored = ranks(number, round(1 - share, 2))
    assert (number + 1 - high if high else 0) == mirrored[0]


@given(st.integers(0, 400), st.integers(1, 400))
def test_shares_are_scipys(shown, number):
    if shown > number:
        shown, number = number, shown
    found = stats.binomtest(shown, number).proportion_ci(method="wilson")
    ends = of_share(shown / number, number)
    assert ends == (pytest.approx(found.low), pytest.approx(found.high))


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_quantiles_are_scipys(share):
    ordered = np.sort(np.random.default_rng(1).exponential(size=200))
    found = stats.quantile_test(ordered, q=1.0, p=share).confidence_interval(0.95)
    assert of_quantile(ordered, share) == (found.low, found.high)


def test_too_few_runs_have_no_interval():
    five = np.arange(5.0)
    assert all(math.isnan(end) for end in of_quantile(five, 0.5))
    assert of_quantile(np.arange(6.0), 0.5) == (0.0, 5.0)
    assert ranks(FEWEST - 1, 0.05)[0] == 0
    assert ranks(FEWEST, 0.05)[0] == 1
    assert all(math.isnan(end) for end in of_mean(np.array([2.5])))
    assert all(math.isnan(end) for end in of_sd(np.array([2.5])))


def test_what_does_not_vary_has_no_error():
    same = np.full((3, 7), 0.1, dtype=np.float32)
    for ends in (of_mean(same), of_quantile(same, 0.5)):
        np.testing.assert_array_equal(ends[0], ends[1])
    np.testing.assert_array_equal(of_sd(same), 0.0)


def test_zeros_and_ones_are_a_share_and_never_certain():
    assert of_mean(np.zeros(50)) == of_share(0.0, 50)
    assert of_mean(np.zeros(50))[1] > 0.05
    assert of_mean(np.array([0.0, 1.0, 2.0]))[0] < 0  # no share: Student's


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30),
    st.integers(1, 4),
    st.randoms(use_true_random=False),
)
def test_runs_that_share_their_luck_are_counted_once(values, copies, shuffle):
    once = np.array(values)
    luck = np.repeat(np.arange(once.size), copies)
    many = np.repeat(once, copies)
    order = list(range(many.size))
    shuffle.shuffle(order)
    once_error = mean_error(once - once.mean())
    error = mean_error((many - many.mean())[order], luck[order])
    assert error == pytest.approx(once_error, rel=1e-6, abs=1e-6)
    for found, alone in zip(
        of_quantile(np.sort(many), 0.5, once.size),
        of_quantile(np.sort(once), 0.5),
        strict=True,
    ):
        assert found == alone or (math.isnan(found) and math.isnan(alone))


@settings(max_examples=50)
@given(st.lists(st.floats(-100, 100), min_size=75, max_size=150))
def test_every_figure_is_inside_its_own_interval(values):
    many = np.sort(np.array(values))
    for share in (0.05, 0.5, 0.95):
        low, high = of_quantile(many, share)
        assert low <= np.quantile(many, share) <= high
    assert of_mean(many)[0] <= many.mean() + 1e-9
    assert of_mean(many)[1] >= many.mean() - 1e-9


def test_plus_or_minus_reaches_the_farther_end():
    assert reach(2.0, 1.0, 5.0) == 3.0
    assert math.isnan(reach(2.0, math.nan, 5.0))


def test_bands_carry_the_intervals_of_their_runs(world):
    history = world(rows=90)
    table = bands(history, ["front"])
    series = history.series("front").astype(np.float64)
    low, high = of_mean(series)
    np.testing.assert_allclose(table["mean_from"], low, rtol=1e-5)
    np.testing.assert_allclose(table["mean_to"], high, rtol=1e-5)
    ordered = np.sort(series, axis=-1)
    for name, share in {"p05": 0.05, "median": 0.5, "p95": 0.95}.items():
        low, high = of_quantile(ordered, share)
        np.testing.assert_allclose(table[f"{name}_from"], low, rtol=1e-6)
        np.testing.assert_allclose(table[f"{name}_to"], high, rtol=1e-6)
        inside = (table[f"{name}_from"] <= table[name]) & (
            table[name] <= table[f"{name}_to"]
        )
        assert inside.all()
