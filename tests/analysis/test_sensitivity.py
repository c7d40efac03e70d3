"""Indices against functions whose indices are known in closed form."""

import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import ks_2samp, norm
from sweeps_made import (
    G_FACTORS,
    ISHIGAMI,
    ishigami,
    ishigami_deltas,
    ishigami_indices,
    latin_design,
    morris_design,
    normal_sum_deltas,
    problem_of,
    results_of,
    sobol_design,
    sobol_g,
    sobol_g_indices,
)

from analysis.sweeps.conditioning import classes_of
from analysis.sweeps.idle import exactly_idle, moved_nothing, twins
from analysis.sweeps.luck import components, luck_share
from analysis.sweeps.measured import values_of
from analysis.sweeps.results import Design, Factor, Results
from analysis.sweeps.sensitivity import (
    METHODS,
    drivers,
    indices,
    method_for,
    over_time,
    possible,
    ranked,
    verdicts,
)
from sim.errors import InputError

CHOICE = Factor("who", choices=("harris", "trump", "nobody"))
PAYS = {"harris": 0.0, "trump": 3.0, "nobody": 1.0}


def column(table, index, what="value"):
    return table[table["index"] == index][what].to_numpy(dtype=float)


@pytest.fixture(scope="module")
def waves():
    """The sweep of Ishigami's function by Saltelli's design."""
    return results_of(sobol_design(ISHIGAMI, 2048), ishigami)


def test_sobol_of_ishigami_is_the_closed_form(waves):
    first, total, both, _ = ishigami_indices()
    table = indices(waves, "y", "sobol")
    np.testing.assert_allclose(column(table, "S1"), first, atol=0.02)
    np.testing.assert_allclose(column(table, "ST"), total, atol=0.02)
    pairs = table[table["index"] == "S2"].set_index("factor")
    assert pairs.loc["x1 × x3", "value"] == pytest.approx(both, abs=0.04)
    assert pairs.loc["x1 × x2", "value"] == pytest.approx(0, abs=0.04)
    truth = np.concatenate([total, first])
    singles = table[table["index"] != "S2"]
    assert ((singles["low"] <= truth) & (truth <= singles["high"])).sum() >= 5


def test_sobol_is_what_salib_says(waves):
    from SALib.analyze import sobol

    theirs = sobol.analyze(problem_of(ISHIGAMI), waves.outcomes["y"].to_numpy(), seed=1)
    table = indices(waves, "y")
    for index in ("S1", "ST"):
        np.testing.assert_allclose(column(table, index), theirs[index], rtol=1e-9)
        half = column(table, index, "high") - column(table, index)
        np.testing.assert_allclose(half, theirs[f"{index}_conf"], rtol=0.35, atol=1e-3)


@pytest.mark.parametrize("second", [True, False])
def test_sobol_of_the_g_function_is_the_closed_form(second):
    made = results_of(sobol_design(G_FACTORS, 2048, second=second), sobol_g)
    table = indices(made, "y")
    first, total = sobol_g_indices()
    np.testing.assert_allclose(column(table, "S1"), first, atol=0.02)
    np.testing.assert_allclose(column(table, "ST"), total, atol=0.02)
    assert ("S2" in set(table["index"])) == second
    assert ranked(table) == [one.name for one in G_FACTORS]


def with_choice(points):
    return ishigami(points) + points["who"].map(PAYS).to_numpy()


def test_sobol_takes_choices_by_name():
    made = results_of(sobol_design((*ISHIGAMI, CHOICE), 2048), with_choice)
    first, _, _, variance = ishigami_indices()
    pays = float(np.var(list(PAYS.values())))
    table = indices(made, "y", second=False)
    truth = np.append(first * variance, pays) / (variance + pays)
    np.testing.assert_allclose(column(table, "S1"), truth, atol=0.02)
    assert list(table["factor"][:4]) == ["x1", "x2", "x3", "who"]


def test_fresh_luck_lifts_every_total_index_to_the_floor():
    *_, variance = ishigami_indices()
    idle = Factor("idle", 0.0, 1.0)
    noise = float(np.sqrt(variance))  # half of all, a quarter of the mean of 3
    made = results_of(
        sobol_design((*ISHIGAMI, idle), 1024), ishigami, replicates=3, noise=noise
    )
    table = indices(made, "y", second=False)
    rows = table[table["index"] == "ST"].set_index("factor")
    assert rows.loc["idle", "floor"] == pytest.approx(0.25, abs=0.03)
    assert rows.loc["idle", "value"] == pytest.approx(0.25, abs=0.05)
    told = verdicts(made, table)
    assert told == {"x1": "moves", "x2": "moves", "x3": told["x3"], "idle": "unclear"}


# ------------------------------------------------------------------------------ luck


def test_the_share_of_luck_is_the_known_one():
    _, _, _, variance = ishigami_indices()
    for luck in ("fresh", "held"):
        made = results_of(
            latin_design(ISHIGAMI, 600),
            ishigami,
            replicates=24,
            noise=float(np.sqrt(variance)),
            luck=luck,
        )
        found = luck_share(made, "y")
        assert found.low <= 0.5 <= found.high
        assert found.share == pytest.approx(0.5, abs=0.15)
        expected = 1 / 25 if luck == "fresh" else 0.0  # held luck is the same for all
        assert found.in_mean == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("held", [True, False])
def test_components_are_unbiased(held):
    draw = np.random.default_rng(5)
    found = []
    for _ in range(3000):
        points = draw.normal(size=(6, 1)) * 2.0
        lucks = draw.normal(size=(1, 4)) * 3.0 if held else 0.0
        found.append(components(points + lucks + draw.normal(size=(6, 4)), held=held))
    truth = (4.0, 10.0, 1.0) if held else (4.0, 1.0, 1.0)
    error = np.std(found, axis=0) / np.sqrt(len(found))
    assert (np.abs(np.mean(found, axis=0) - truth) < 4 * error).all()


def test_the_interval_of_luck_holds_the_truth_about_as_often_as_it_says():
    design = latin_design(ISHIGAMI[:1], 60)
    inside = 0
    for seed in range(200):
        draw = np.random.default_rng([seed, 9])
        truth = draw.normal(size=60)
        made = results_of(
            design, lambda points, t=truth: t, replicates=4, noise=1.0, seed=seed
        )
        found = luck_share(made, "y")
        inside += found.low <= 0.5 <= found.high
    assert 180 <= inside <= 200


def test_one_run_a_point_says_nothing_of_luck(waves):
    found = luck_share(waves, "y")
    assert np.isnan([found.share, found.low, found.high, found.in_mean]).all()


@given(st.integers(0, 999), st.floats(0.01, 100), st.floats(-1e3, 1e3))
@settings(max_examples=25, deadline=None)
def test_shares_do_not_depend_on_the_unit(seed, scale, shift):
    draw = np.random.default_rng(seed)
    values = draw.normal(size=(8, 3))
    for held in (True, False):
        one = components(values, held=held)
        other = components(values * scale + shift, held=held)
        np.testing.assert_allclose(other, np.array(one) * scale**2, rtol=1e-6)


# ---------------------------------------------------------------------------- Morris


def test_morris_of_a_plane_is_its_slopes_and_has_no_spread():
    factors = (Factor("a", 0.0, 2.0), Factor("b", -1.0, 1.0), Factor("c", 5.0, 9.0))
    made = results_of(
        morris_design(factors, 10), lambda p: 3 * p["a"] - 2 * p["b"], luck="held"
    )
    table = indices(made, "y")
    np.testing.assert_allclose(column(table, "mu"), [6, -4, 0], atol=1e-9)
    np.testing.assert_allclose(column(table, "mu_star"), [6, 4, 0], atol=1e-9)
    np.testing.assert_allclose(column(table, "sigma"), 0, atol=1e-9)
    assert verdicts(made, table) == {"a": "moves", "b": "moves", "c": "none"}


def test_morris_is_what_salib_says():
    from SALib.analyze import morris

    made = results_of(morris_design(ISHIGAMI, 40), ishigami)
    theirs = morris.analyze(
        problem_of(ISHIGAMI),
        made.design.points.to_numpy(),
        made.outcomes["y"].to_numpy(),
        seed=1,
    )
    table = indices(made, "y")
    for index in ("mu", "mu_star", "sigma"):
        np.testing.assert_allclose(
            column(table, index), np.asarray(theirs[index]), rtol=1e-9
        )
    half = column(table, "mu_star", "high") - column(table, "mu_star")
    np.testing.assert_allclose(half, theirs["mu_star_conf"], rtol=0.25, atol=1e-12)


def test_morris_takes_choices_by_what_changing_them_does():
    two = Factor("two", choices=("off", "on"))
    design = morris_design((*ISHIGAMI[:1], two, CHOICE), 60)
    made = results_of(design, lambda p: 5.0 * (p["two"] == "on"), luck="held")
    table = indices(made, "y").set_index(["factor", "index"])
    assert table.loc[("two", "mu"), "value"] == pytest.approx(5)
    assert table.loc[("two", "mu_star"), "value"] == pytest.approx(5)
    assert ("who", "mu") not in table.index
    assert table.loc[("who", "mu_star"), "value"] == 0


def test_fresh_luck_is_no_effect_in_morris():
    made = results_of(
        morris_design(ISHIGAMI, 60),
        lambda p: 20.0 * p["x1"],
        replicates=4,
        noise=2.0,
    )
    table = indices(made, "y")
    assert verdicts(made, table) == {"x1": "moves", "x2": "unclear", "x3": "unclear"}


def test_other_points_are_no_trajectories(waves):
    with pytest.raises(InputError, match="need a design of kind 'morris'"):
        indices(waves, "y", "morris")
    points = latin_design(ISHIGAMI, 40).points
    made = results_of(Design("morris", ISHIGAMI, points), ishigami)
    with pytest.raises(InputError, match="changes several factors at once"):
        indices(made, "y")


# --------------------------------------------------------------------- PAWN and delta


def test_pawn_is_what_salib_says_but_for_the_largest_value():
    from SALib.analyze import pawn

    made = results_of(latin_design(ISHIGAMI, 2000), ishigami)
    theirs = pawn.analyze(
        problem_of(ISHIGAMI),
        made.design.points.to_numpy(),
        made.outcomes["y"].to_numpy(),
    )
    table = indices(made, "y", "pawn")
    np.testing.assert_allclose(column(table, "pawn"), theirs["median"], atol=0.01)


def test_pawn_of_choices_is_the_distance_between_distributions():
    design = latin_design((*ISHIGAMI, CHOICE), 900)
    made = results_of(design, with_choice)
    y, who = made.outcomes["y"].to_numpy(), design.points["who"]
    truth = np.median(
        [ks_2samp(y[(who == one).to_numpy()], y).statistic for one in CHOICE.choices]
    )
    table = indices(made, "y", "pawn")
    assert column(table, "pawn")[3] == pytest.approx(truth, abs=1e-12)


def test_delta_of_a_sum_of_normal_terms_is_the_closed_form():
    shares = np.array([0.6, 0.3, 0.1])
    made = results_of(
        latin_design(tuple(Factor(f"u{n}", 0.0, 1.0) for n in range(3)), 6000),
        lambda p: norm.ppf(p.to_numpy()) @ np.sqrt(shares),
    )
    found = column(indices(made, "y", "delta"), "delta")
    np.testing.assert_allclose(found, normal_sum_deltas(shares), atol=0.025)


def test_delta_of_ishigami_is_near_and_never_above_the_true_one():
    """Its densities have edges and peaks, which a kernel smooths away."""
    made = results_of(latin_design(ISHIGAMI, 6000), ishigami)
    found = column(indices(made, "y", "delta"), "delta")
    below = ishigami_deltas() - found
    assert (below > 0).all()
    assert (below < 0.09).all()


@pytest.mark.parametrize("method", ["pawn", "delta"])
def test_a_factor_without_effect_comes_down_to_the_floor(method):
    factors = (*ISHIGAMI, Factor("idle", 0.0, 1.0), CHOICE)
    made = results_of(latin_design(factors, 1500), ishigami)
    table = indices(made, "y", method)
    told = verdicts(made, table)
    assert told == {
        **dict.fromkeys(("x1", "x2", "x3"), "moves"),
        **dict.fromkeys(("idle", "who"), "unclear"),
    }


@given(
    st.lists(st.integers(0, 6), min_size=40, max_size=200),
    st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_equal_values_are_in_one_class(values, spread):
    column = np.array(values, dtype=float)
    if spread:
        column = column + np.linspace(0, 0.1, len(column))
    factor = Factor("x", -1.0, 8.0)
    design = Design("list", (factor,), pd.DataFrame({"x": column}))
    classes = classes_of(factor, design)
    assert set(classes) == set(range(classes.max() + 1))
    assert (pd.Series(classes).groupby(column).nunique() == 1).all()
    order = np.argsort(column, kind="stable")
    assert (np.diff(classes[order]) >= 0).all()


# -------------------------------------------------------------------------- tornado


def one_at_a_time():
    points = pd.DataFrame(
        {
            "a": [1.0, 0.0, 2.0, 1.0, 1.0, 1.0],
            "b": [5.0, 5.0, 5.0, 5.0, 9.0, 5.0],
            "who": ["harris"] * 3 + ["trump", "harris", "nobody"],
        }
    )
    factors = (Factor("a", 0.0, 2.0), Factor("b", 5.0, 9.0), CHOICE)
    return Design("one_at_a_time", factors, points)


@pytest.mark.parametrize("luck", ["held", "fresh"])
def test_ends_are_differences_from_the_base(luck):
    made = results_of(
        one_at_a_time(),
        lambda p: 10 * p["a"] ** 2 + p["who"].map(PAYS),
        replicates=200,
        noise=1.0,
        luck=luck,
    )
    table = indices(made, "y")
    rows = table.set_index(["factor", "index"])
    assert rows.loc[("a", "low_end"), "value"] == pytest.approx(-10, abs=0.4)
    assert rows.loc[("a", "high_end"), "value"] == pytest.approx(30, abs=0.4)
    assert rows.loc[("a", "high_end"), "at"] == 2.0
    assert rows.loc[("who", "low_end"), "at"] == "harris"
    assert rows.loc[("who", "high_end"), "at"] == "trump"
    assert rows.loc[("b", "low_end"), "value"] == 0.0  # the base is its low end
    assert ranked(table) == ["a", "who", "b"]
    told = verdicts(made, table)
    assert told["a"] == told["who"] == "moves"
    assert told["b"] == ("none" if luck == "held" else "unclear")


def test_a_difference_of_counts_is_no_share_of_runs():
    design = one_at_a_time()
    counts = np.zeros((6, 4))
    counts[2] = [0, 0, 1, 0]  # one launch more in one run says little
    table = pd.DataFrame(
        {
            "point": np.repeat(range(6), 4),
            "replicate": np.tile(range(4), 6),
            "y": counts.ravel(),
        }
    )
    made = Results(design, table, "held", 0)
    rows = indices(made, "y").set_index(["factor", "index"])
    high = rows.loc[("a", "high_end")]
    half = 3.1824463 * 0.25  # Student's t of 3 times the standard error
    assert (high["low"], high["high"]) == pytest.approx((0.25 - half, 0.25 + half))
    assert tuple(rows.loc[("b", "high_end")][["low", "high"]]) == (0.0, 0.0)
    told = verdicts(made, indices(made, "y"))
    assert told == {"a": "unclear", "b": "none", "who": "none"}


def test_ends_of_a_whole_space_are_fifths():
    made = results_of(
        latin_design((*ISHIGAMI, CHOICE), 4000),
        lambda p: p["x1"] + p["who"].map(PAYS),
        luck="held",
    )
    rows = indices(made, "y", "tornado").set_index(["factor", "index"])
    fifth = 0.8 * np.pi
    assert rows.loc[("x1", "low_end"), "value"] == pytest.approx(-fifth, abs=0.1)
    assert rows.loc[("x1", "high_end"), "value"] == pytest.approx(fifth, abs=0.1)
    assert rows.loc[("who", "high_end"), "at"] == "trump"
    assert rows.loc[("who", "high_end"), "value"] == pytest.approx(5 / 3, abs=0.1)
    for name in ("low_end", "high_end"):
        row = rows.loc[("x2", name)]
        assert row["low"] < 0 < row["high"]


def test_without_a_base_there_are_no_ends():
    design = one_at_a_time()
    points = design.points.assign(b=range(6))
    factors = (*design.factors[:1], Factor("b", 0.0, 9.0), CHOICE)
    made = results_of(Design("one_at_a_time", factors, points), lambda p: p["a"])
    with pytest.raises(InputError, match="no point is the base"):
        indices(made, "y")


# ------------------------------------------------------------------------------ idle


def test_twins_differ_in_one_factor_only():
    for design in (
        sobol_design((*ISHIGAMI, CHOICE), 16),
        morris_design((*ISHIGAMI, CHOICE), 8),
    ):
        found = twins(design)
        assert all(len(pairs) >= 8 for pairs in found.values())
        for name, pairs in found.items():
            others = [one.name for one in design.factors if one.name != name]
            for one, other in pairs:
                left, right = design.points.iloc[one], design.points.iloc[other]
                assert left[name] != right[name]
                assert (left[others] == right[others]).all()


def test_only_held_luck_can_show_that_a_factor_does_nothing():
    design = sobol_design((*ISHIGAMI, Factor("idle", 0.0, 1.0)), 32)
    made = results_of(design, ishigami, replicates=2, noise=1.0, luck="held")
    assert exactly_idle(made, "y") == {"idle": len(twins(design)["idle"])}
    assert [one.name for one in moved_nothing(made, ["y"])] == ["idle"]
    assert exactly_idle(replace(made, luck="fresh"), "y") == {}
    latin = results_of(latin_design(ISHIGAMI, 64), lambda p: 0 * p["x1"], luck="held")
    assert exactly_idle(latin, "y") == {}  # no two points show it


def test_one_run_that_differs_is_an_effect():
    design = sobol_design((*ISHIGAMI, Factor("idle", 0.0, 1.0)), 16)
    made = results_of(design, ishigami, replicates=2, luck="held")
    one = int(twins(design)["idle"][0, 1])
    table = made.outcomes.copy()
    table.loc[table["point"] == one, "y"] += [0.0, 1e-12]
    assert exactly_idle(replace(made, outcomes=table), "y") == {}


# ------------------------------------------------------------------------- over time


def test_which_assumption_matters_when():
    made = results_of(sobol_design(ISHIGAMI, 512), ishigami)
    points = made.design.points
    made = replace(
        made,
        series={
            "y": pd.DataFrame(
                {2022: 0.0 * points["x1"], 2023: points["x1"], 2024: points["x2"]}
            )
        },
    )
    table = over_time(made, "y")
    assert list(table["time"].unique()) == ["2022", "2023", "2024"]
    total = table[table["index"] == "ST"].pivot(
        index="time", columns="factor", values="value"
    )
    assert total.loc["2022"].isna().all()
    np.testing.assert_allclose(total.loc["2023"], [1, 0, 0], atol=0.03)
    np.testing.assert_allclose(total.loc["2024"], [0, 1, 0], atol=0.03)
    with pytest.raises(InputError, match="did you mean 'y'"):
        over_time(made, "yy")


def test_early_noise_is_no_reason_to_lead():
    lines = [
        ("2022", "late", 0.50, 0.5),
        ("2022", "never", 0.55, 0.5),
        ("2026", "late", 0.40, 0.1),
        ("2026", "never", 0.10, 0.1),
    ]
    table = pd.DataFrame(lines, columns=["time", "factor", "value", "floor"])
    assert ranked(table.assign(index="ST")) == ["late", "never"]


# -------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("method", ["sobol", "pawn", "delta", "tornado"])
@pytest.mark.parametrize("wrong", ["nan", "inf", "missing", "twice"])
def test_what_is_not_whole_is_refused_by_point(waves, method, wrong):
    table = waves.outcomes.copy()
    rows = [3, 70, 500, 900, 1000, 2000, 2100]
    if wrong == "missing":
        table = table.drop(index=rows)
    elif wrong == "twice":
        table.loc[rows, "point"] = 4
    else:
        table.loc[rows, "y"] = float(wrong)
    with pytest.raises(InputError) as told:
        indices(replace(waves, outcomes=table), "y", method)
    if wrong != "twice":
        assert "points 3, 70, 500, 900, 1,000 and 2 more of" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_huge_number_of_replicates_takes_no_memory(waves):
    table = waves.outcomes.copy()
    table.loc[0, "replicate"] = 2**60
    with pytest.raises(InputError, match="at point 0 of"):
        values_of(replace(waves, outcomes=table), "y")


def test_other_mistakes_are_told_in_one_line(waves):
    for outcome, method, words in (
        ("z", "auto", "no outcome 'z'; valid: y"),
        ("y", "sobl", "did you mean 'sobol'?"),
    ):
        with pytest.raises(InputError, match=words):
            indices(waves, outcome, method)
    few = results_of(latin_design(ISHIGAMI, 12), ishigami)
    for method in ("pawn", "tornado"):
        with pytest.raises(InputError, match="has 12 points"):
            indices(few, "y", method)
    with pytest.raises(InputError, match="need a design of kind 'sobol'"):
        indices(few, "y", "sobol")
    cut = replace(waves.design, options={"base": 1024, "second_order": 1})
    with pytest.raises(InputError, match="there must be 8,192"):
        indices(replace(waves, design=cut), "y")


def test_a_missing_library_is_named(waves, monkeypatch):
    monkeypatch.setitem(sys.modules, "SALib.analyze", None)
    with pytest.raises(InputError, match=r"dilemma\[sensitivity\]"):
        indices(waves, "y")


def test_the_same_sweep_gives_the_same_numbers(waves):
    few = results_of(latin_design(ISHIGAMI, 80), ishigami)
    for made, method in ((waves, "sobol"), (few, "pawn"), (few, "delta")):
        one, other = (indices(made, "y", method, second=False) for _ in range(2))
        pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize(
    ("design", "methods"),
    [
        (sobol_design(ISHIGAMI, 16), ("sobol", "pawn", "delta", "tornado")),
        (sobol_design(ISHIGAMI, 4), ("tornado",)),  # a base of 4 says nothing
        (morris_design(ISHIGAMI, 4), ("morris",)),
        (latin_design(ISHIGAMI, 40), ("pawn", "delta", "tornado")),
        (latin_design(ISHIGAMI, 30), ("tornado",)),
        (latin_design(ISHIGAMI, 6), ()),
        (one_at_a_time(), ("tornado",)),
    ],
    ids=lambda one: "-".join(one) if isinstance(one, tuple) else one.kind,
)
def test_a_method_that_is_possible_is_not_refused(design, methods):
    assert possible(design) == methods
    made = results_of(design, lambda p: p.iloc[:, 0])
    for method in METHODS:
        if method in methods:
            assert drivers(made, "y", method).order[0] == design.factors[0].name
        else:
            with pytest.raises(InputError, match="need"):
                drivers(made, "y", method)


def test_auto_is_what_the_design_was_made_for(waves):
    assert method_for(waves) == "sobol"
    assert method_for(results_of(morris_design(ISHIGAMI, 4), ishigami)) == "morris"
    assert method_for(results_of(one_at_a_time(), lambda p: p["a"])) == "tornado"
    assert method_for(results_of(latin_design(ISHIGAMI, 9), ishigami)) == "pawn"
