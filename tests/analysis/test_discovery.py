"""Boxes against boxes that were planted, and against chance."""

import sys
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from sweeps_made import latin_design, morris_design, results_of, sobol_design

from analysis.sweeps.boxes import Bound, Box, correlation, measures, quasi_p
from analysis.sweeps.cases import FEWEST, Criterion, Sample, sampled
from analysis.sweeps.discovery import discover
from analysis.sweeps.results import Design, Factor
from analysis.sweeps.searches import cart, prim
from sim.errors import InputError

LENS = Factor("lens", choices=("defensive", "offensive", "perceptual"))
FLAG = Factor("flag", choices=("off", "on"))
NUMBERS = (*(Factor(f"x{i}", 0.0, 1.0) for i in range(5)), Factor("wide", -50.0, 50.0))
FACTORS = (*NUMBERS, LENS, FLAG)
ABOVE = Criterion("above", 0.5)
INSIDE, OUTSIDE = 0.9, 0.05
"""How often a future is a case in a planted box, and outside it."""


def in_planted(points):
    return (
        (points["x0"] > 0.6) & (points["wide"] <= 0.0) & (points["lens"] != "defensive")
    ).to_numpy()


def planted(points, seed=7):
    chance = np.where(in_planted(points), INSIDE, OUTSIDE)
    return np.random.default_rng(seed).random(len(points)) < chance


def noise(points, seed=7):
    return np.random.default_rng(seed).random(len(points)) < 0.2


MASS = 0.4 * 0.5 * 2 / 3
COVERAGE = INSIDE * MASS / (INSIDE * MASS + OUTSIDE * (1 - MASS))


@pytest.fixture(scope="module")
def made():
    return results_of(latin_design(FACTORS, 3000), planted)


# -------------------------------------------------------------------------- known boxes


@pytest.mark.parametrize("method", ["prim", "cart"])
def test_a_planted_box_is_found_and_holds(made, method):
    found = discover(made, "y", ABOVE, method=method, resamples=4)
    bounds = {one.key: one.value for one in found.box.bounds}
    assert set(bounds) == {
        ("x0", "above", ""),
        ("wide", "at_most", ""),
        ("lens", "without", "defensive"),
    }
    assert bounds["x0", "above", ""] == pytest.approx(0.6, abs=0.03)
    assert bounds["wide", "at_most", ""] == pytest.approx(0.0, abs=4.0)
    assert found.verdict == "holds"
    held = found.on_held
    assert held.density[0] == pytest.approx(INSIDE, abs=0.07)
    assert held.coverage[0] == pytest.approx(COVERAGE, abs=0.08)
    assert held.density[1] < INSIDE < held.density[2]
    assert held.mass == pytest.approx(MASS, abs=0.03)
    stable = found.stability.set_index(["factor", "kind"])
    assert (stable[stable["in_box"]]["share"] == 1.0).all()
    assert (stable[stable["in_box"]]["quasi_p_held"] < 0.001).all()
    low, high = stable.loc[("x0", "above"), ["low", "high"]]
    assert 0.55 < low <= high < 0.65


@pytest.mark.parametrize("method", ["prim", "cart"])
def test_choices_alone_make_a_box(method):
    def truth(points):
        return (points["lens"] == "offensive") & (points["flag"] == "on")

    found = discover(
        results_of(latin_design(FACTORS, 600), truth),
        "y",
        ABOVE,
        method=method,
        resamples=2,
    )
    assert found.box.words(FACTORS) == "lens offensive and flag on"
    assert found.box.words(FACTORS, "ko") == "lens: offensive, flag: on"
    assert found.on_held.density[0] == found.on_held.coverage[0] == 1.0


@pytest.mark.parametrize("method", ["prim", "cart"])
def test_choices_need_no_numbers_beside_them(method):
    def truth(points):
        return (points["lens"] != "offensive") & (points["flag"] == "on")

    made = results_of(latin_design((LENS, FLAG), 400), truth)
    found = discover(made, "y", ABOVE, method=method, resamples=1)
    assert found.box.words((LENS, FLAG)) == "lens not offensive and flag on"


@pytest.mark.parametrize("method", ["prim", "cart"])
def test_noise_has_no_box(method):
    told = [
        discover(
            results_of(
                latin_design(FACTORS, 400, seed=seed), lambda p, s=seed: noise(p, s)
            ),
            "y",
            ABOVE,
            method=method,
            resamples=0,
        ).verdict
        for seed in range(20)
    ]
    # At 5% it may happen once or twice in twenty.
    assert sum(one in ("holds", "fades") for one in told) <= 2
    assert "none" in told or "chance" in told


def test_a_box_that_fits_luck_is_told_out_of_sample():
    many = tuple(Factor(f"x{i}", 0.0, 1.0) for i in range(40))
    made = results_of(latin_design(many, 300, seed=4), noise)
    found = discover(made, "y", ABOVE, method="cart", density=0.4, resamples=0)
    assert found.on_searched.density[0] >= 0.4
    assert found.on_searched.chance < 1e-5  # as it seems where it was looked for
    assert found.on_held.chance > 0.05
    assert found.verdict == "chance"


def test_a_box_that_loses_out_of_sample_fades():
    def steep(points):
        chance = 0.1 + 0.35 * (points["x0"].to_numpy() > 0.5)
        return np.random.default_rng(3).random(len(points)) < chance

    many = tuple(Factor(f"x{i}", 0.0, 1.0) for i in range(30))
    told = set()
    for seed in range(4):
        made = results_of(latin_design(many, 500, seed=seed), steep)
        found = discover(made, "y", ABOVE, method="cart", resamples=0)
        searched, held = found.on_searched, found.on_held
        assert held.chance <= 0.05
        lost = [
            getattr(searched, one)[0] > getattr(held, one)[2]
            for one in ("density", "coverage")
        ]
        assert found.verdict == ("fades" if any(lost) else "holds")
        told.add(found.verdict)
    assert told == {"fades", "holds"}


@pytest.mark.parametrize("method", ["prim", "cart"])
def test_rare_cases_are_found_in_a_small_box(method):
    def rare(points):
        return (points["x0"] > 0.85) & (points["wide"] > 35.0)  # 2.25% of the space

    made = results_of(latin_design(NUMBERS, 6000), rare)
    found = discover(made, "y", ABOVE, method=method, resamples=0)
    assert {one.factor for one in found.box.bounds} == {"x0", "wide"}
    assert found.on_held.density[0] > 0.8
    assert found.on_held.coverage[0] > 0.8


def test_a_density_that_no_box_has_is_told(made):
    found = discover(made, "y", ABOVE, density=0.995, resamples=0)
    assert found.verdict == "sparse"
    assert found.box is found.on_held is None
    assert not found.trajectory["chosen"].any()
    assert found.measures().empty


def test_density_buys_coverage_off(made):
    loose, tight = (
        discover(made, "y", ABOVE, density=one, resamples=0) for one in (0.4, 0.8)
    )
    assert loose.on_searched.coverage[0] > tight.on_searched.coverage[0]
    assert 0.4 <= loose.on_searched.density[0] < 0.8 <= tight.on_searched.density[0]


# ------------------------------------------------------------------------- an old hand


@pytest.mark.slow
@pytest.mark.parametrize("levels", [0, 6])
@pytest.mark.parametrize("replicates", [1, 2])
def test_peeling_is_that_of_the_workbench(levels, replicates):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it is not ready for pandas 3
        from ema_workbench.analysis import prim as workbench

        draw = np.random.default_rng(levels)
        points = latin_design((*NUMBERS[:4], LENS), 300).points
        if levels:
            numbers = [one.name for one in NUMBERS[:4]]
            points[numbers] = (points[numbers] * levels).round() / levels
        chance = np.where(
            (points["x0"] > 0.6) & (points["lens"] != "defensive"), 0.9, 0.1
        )
        cases = draw.random((300, replicates)) < chance[:, None]
        sample = sample_of((*NUMBERS[:4], LENS), points, cases)
        rows = points.loc[np.repeat(points.index, replicates)].reset_index(drop=True)
        # Its threshold is what makes a case as well, so it must be above 0.
        theirs = workbench.Prim(rows, cases.ravel().astype(int), threshold=1e-9)
        trajectory = theirs.find_box().peeling_trajectory
    mine = prim(sample)
    assert len(mine) > 8
    share = sample.share
    for place, box in enumerate(mine):
        inside = box.inside(sample)
        assert inside.sum() * replicates == trajectory["n"][place]
        assert share[inside].mean() == pytest.approx(trajectory["density"][place])


def sample_of(factors, points, cases):
    columns = tuple(
        points[one.name].map(one.choices.index).to_numpy()
        if one.choices
        else points[one.name].to_numpy()
        for one in factors
    )
    return Sample(tuple(factors), columns, cases, np.arange(len(points)))


def test_quasi_p_is_the_binomial_test():
    draw = np.random.default_rng(0)
    share = (draw.random(200) < 0.3).astype(float)
    inside = draw.random(200) < 0.4
    without = inside | (draw.random(200) < 0.5)
    test = binomtest(
        int(share[inside].sum()),
        int(inside.sum()),
        share[without].mean(),
        alternative="greater",
    )
    assert quasi_p(inside, without, share, np.ones(200)) == pytest.approx(test.pvalue)


def test_correlation_is_the_textbooks():
    draw = np.random.default_rng(0)
    inside, cases = draw.random(50) < 0.4, draw.random((50, 3)) < 0.3
    each = np.repeat(inside, 3), cases.ravel()
    expected = np.corrcoef(each[0], each[1])[0, 1]
    assert correlation(inside, cases.mean(axis=1)) == pytest.approx(expected)
    assert correlation(np.ones(50, dtype=bool), cases.mean(axis=1)) == 0.0


# --------------------------------------------------------------------------- properties


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 3), st.sampled_from(["prim", "cart"]))
def test_boxes_are_in_the_space_and_measured_as_they_are_told(seed, replicates, method):
    draw = np.random.default_rng(seed)
    points = latin_design(FACTORS, 80, seed=seed).points
    cases = draw.random((80, replicates)) < draw.uniform(0.1, 0.9)
    sample = sample_of(FACTORS, points, cases)
    boxes = prim(sample) if method == "prim" else cart(sample)
    ranges = {one.name: one for one in FACTORS}
    assert boxes[0] == Box()
    for before, box in zip([boxes[0], *boxes], boxes, strict=False):
        for bound in box.bounds:
            factor = ranges[bound.factor]
            if bound.kind == "without":
                assert bound.choice in factor.choices
            else:
                assert factor.low < bound.value < factor.high
        assert len({one.key for one in box.bounds}) == len(box.bounds)
        inside = box.inside(sample)
        assert inside.mean() >= 0.05
        if method == "prim":
            assert (inside <= before.inside(sample)).all()
        told = box.rounded(FACTORS).needed(sample, 0.05)
        assert set(told.bounds) <= set(box.rounded(FACTORS).bounds)
        inside, got = told.inside(sample), measures(told, sample)
        assert got.inside == inside.sum() * replicates
        assert got.cases == cases[inside].sum()
        assert got.density[0] == pytest.approx(cases[inside].mean())
        if cases.any():
            covered = cases[inside].sum() / cases.sum()
            assert got.coverage[0] == pytest.approx(covered)
        assert all(one <= 0.05 for one in told.chances(sample))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=5, max_size=40), st.floats(0.01, 0.99))
def test_a_share_of_futures_is_at_least_that_share(values, share):
    flat = np.array(values, dtype=float)[:, None]
    for how, sign in (("highest", 1.0), ("lowest", -1.0)):
        met = Criterion(how, share).met(flat)
        assert met.sum() >= max(round(share * len(values)), 1)
        if not met.all():
            assert (sign * flat[met]).min() > (sign * flat[~met]).max()


# ------------------------------------------------------------------------------ honesty


def test_replicates_that_are_alike_are_no_more_evidence(made):
    again = results_of(made.design, planted, replicates=4)
    one, four = (discover(x, "y", ABOVE, resamples=0) for x in (made, again))
    assert four.box == one.box
    for name in ("coverage", "density", "chance", "units"):
        assert getattr(four.on_held, name) == pytest.approx(getattr(one.on_held, name))
    assert four.on_held.inside == 4 * one.on_held.inside


@pytest.mark.parametrize(
    ("design", "each"),
    [
        (latin_design(FACTORS, 400), 1),
        (morris_design(FACTORS, 60), len(FACTORS) + 1),
        (sobol_design(FACTORS, 128, second=False), len(FACTORS) + 2),
    ],
    ids=["latin", "morris", "sobol"],
)
def test_points_that_were_drawn_together_stay_together(design, each):
    results = results_of(design, planted, replicates=2)
    found = discover(results, "y", Criterion("above", 0.5), resamples=0)
    searched, held = found.searched, found.held
    assert not set(searched.units) & set(held.units)
    assert searched.points + held.points == len(design.points)
    sizes = np.unique(np.concatenate([searched.units, held.units]), return_counts=True)
    assert (sizes[1] == each).all()
    assert len(set(held.units)) == pytest.approx(len(sizes[0]) / 3, abs=1.1)


def test_a_future_is_a_case_by_its_own_outcome():
    made = results_of(latin_design(FACTORS, 100), planted, replicates=3, noise=1.0)
    sample = sampled(made, "y", ABOVE)
    values = made.outcomes["y"].to_numpy().reshape(100, 3)
    np.testing.assert_array_equal(sample.cases, values > 0.5)
    assert len(np.unique(sample.share)) > 2


def test_the_same_seed_gives_the_same(made):
    one, other = (discover(made, "y", ABOVE, resamples=2, seed=3) for _ in range(2))
    pd.testing.assert_frame_equal(one.stability, other.stability)
    pd.testing.assert_frame_equal(one.trajectory, other.trajectory)
    another = discover(made, "y", ABOVE, resamples=2, seed=4)
    assert not np.array_equal(one.held.units, another.held.units)


def test_bounds_are_told_in_few_digits_and_measured_so():
    factors = (Factor("a", 0.0, 1.0), Factor("b", 0.0, 2e6), Factor("c", 0.0, 1e-3))
    box = Box(
        (
            Bound("c", "above", 0.00012345678),
            Bound("a", "at_most", 0.7654321),
            Bound("b", "above", 1234567.8),
            Bound("a", "above", 0.123456),
        )
    ).rounded(factors)
    assert box.words(factors) == "0.123 < a ≤ 0.765 and b > 1235000 and c > 0.000123"
    choices = Box((Bound("lens", "without", choice="offensive"),))
    assert choices.words(FACTORS) == "lens not offensive"
    assert choices.words(FACTORS, "ko") == "lens: offensive 아님"


# ----------------------------------------------------------------------------- refusals


def refused(results, match, criterion=ABOVE, outcome="y", **more):
    with pytest.raises(InputError, match=match):
        discover(results, outcome, criterion, **more)


def test_what_cannot_be_looked_at_is_refused(made):
    refused(made, "did you mean 'y'|valid: y", outcome="x")
    refused(made, "no method 'primm'; valid: prim, cart", method="primm")
    refused(made, "the density is 1.2; it must be between 0 and 1", density=1.2)
    refused(
        made,
        f"0 of 3,000 futures are cases, at 0 points; discovery needs {FEWEST} or more:"
        " choose a bound by which more",
        Criterion("above", 2.0),
    )
    refused(made, "by which fewer futures are cases", Criterion("above", -1.0))
    lines = Design("one_at_a_time", made.design.factors, made.design.points)
    refused(results_of(lines, planted), "sweep a latin design")
    few = results_of(morris_design(FACTORS, 20), planted, replicates=9)
    refused(few, "the sweep has 20 trajectories; discovery needs 40 or more")


def test_futures_without_a_number_are_named(made):
    table = made.outcomes.copy()
    table.loc[[5, 17], "y"] = np.nan
    broken = type(made)(made.design, table, made.luck, made.seed)
    refused(broken, "no finite number at points 5, 17 of 3,000")


@pytest.mark.parametrize(("how", "value"), [("highest", 0.0), ("lowest", 1.0)])
def test_a_share_is_between_none_and_all(how, value):
    with pytest.raises(InputError, match="between 0 and 1"):
        Criterion(how, value)
    with pytest.raises(InputError, match="no finite number"):
        Criterion("above", float("nan"))


def test_a_tree_without_its_package_says_what_to_install(made, monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.tree", None)
    refused(made, r"dilemma\[discovery\]", method="cart")
    assert discover(made, "y", ABOVE, resamples=0).box is not None
