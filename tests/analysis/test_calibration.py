"""Calibration: known truths found again, pools resumed, nothing after 2020 seen."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import sim
from analysis.calibration.ahead import ahead
from analysis.calibration.facts import FACTS, UNTESTED, Fact, checked
from analysis.calibration.fitting import NO_LENS, Fit, Size, fitted
from analysis.calibration.hindcast import (
    MODEL,
    RIVALS_OF,
    beside_rivals,
    foreseen,
    hindcast,
    picked,
)
from analysis.calibration.histories import (
    COUNTS,
    FIGURES,
    Histories,
    from_outcomes,
    joined,
    measures,
    of_record,
)
from analysis.calibration.pool import simulated
from analysis.calibration.refining import marginals
from analysis.calibration.rivalry import left_out, shuffled
from analysis.calibration.summaries import posterior, sets, target_table
from analysis.calibration.targets import TARGETS, deviations, distance
from analysis.calibration.waves import CUT, Space, at, ruled
from analysis.calibration.weights import Weights, weighed
from analysis.observed.reading import read
from analysis.observed.tables import LAST, QUANTITIES, of_whom, yearly
from sim.errors import InputError
from sim.parameters import card_of
from sim.scenario import load_scenario

YEARS = tuple(range(2012, 2021))
TRUTH = (0.75, 0.3)


def made_up(unit, lucks, seed=0):
    """Return histories whose launches hang on the first number, spending on the second.

    Nothing hangs on the third. Everything else is as on record.
    """
    luck = np.random.default_rng(seed)
    each = np.repeat(unit, lucks, axis=0)
    observed, runs = of_record(YEARS), len(each)
    counts = {
        name: np.repeat(one, runs, axis=1) for name, one in observed.counts.items()
    }
    rates = 0.2 + 3.0 * each[:, 0]
    counts["launches"] = luck.poisson(rates, size=(12 * len(YEARS), runs))
    figures = {
        name: np.repeat(one, runs, axis=1) for name, one in observed.figures.items()
    }
    time = np.arange(len(YEARS))[:, None]
    figures["spending", "ROK"] = 30.0 * np.exp((each[:, 1] - 0.5) * 0.1 * time)
    return Histories(YEARS, counts, figures)


@pytest.fixture(scope="module")
def cloud():
    return np.random.default_rng(3).random((400, 3))


@pytest.fixture(scope="module")
def happened():
    return made_up(np.array([[*TRUTH, 0.5]]), 1, seed=9)


def test_the_record_is_at_no_distance_from_itself():
    observed = of_record(YEARS)
    assert distance(observed, observed).tolist() == [0.0]
    assert max(observed.years) <= int(LAST[:4])
    for gaps in deviations(observed, observed).values():
        assert (np.nan_to_num(gaps) == 0.0).all()


def test_a_tolerance_is_one_unit_of_distance():
    observed = of_record(YEARS)
    for target in TARGETS:
        if not target.name.startswith("spending"):
            continue
        state = next(
            of for name, of in FIGURES if of.casefold() == target.name.split("_")[1]
        )
        more = dict(observed.figures)
        more["spending", state] = more["spending", state] * np.exp(target.tolerance)
        moved = Histories(YEARS, observed.counts, more)
        assert distance(moved, observed)[0] == pytest.approx(1.0)


def moved(key, amount):
    """Return the record with one of its figures moved, every year."""
    observed = of_record(YEARS)
    figures = dict(observed.figures)
    figures[key] = figures[key] + amount
    return Histories(YEARS, observed.counts, figures)


def test_camps_are_apart_by_their_distance_from_washington():
    """Rivals 0.2 farther and allies 0.1: the difference of the means grows by 0.05."""
    (camps,) = (one for one in TARGETS if one.name == "camps")
    plain = camps.measure(of_record(YEARS))
    for two, more in (("US-China", 0.1), ("US-Japan", -0.1)):
        found = camps.measure(moved(("distance", two), 0.2))
        np.testing.assert_allclose(found - plain, more)
    np.testing.assert_array_equal(
        camps.measure(moved(("distance", "NK-China"), 1)), plain
    )
    # Washington's own point has no say: 2012 by the points of the others.
    assert plain[0, 0] == pytest.approx(
        (0.6809 + 0.6083) / 2 - (-0.0334 - 0.8749) / 2, abs=0.001
    )


def test_votes_wander_by_as_much_as_their_tolerance_says():
    """The root mean square of yearly changes from 2006 to 2011, on record."""
    (camps,) = (one for one in TARGETS if one.name == "camps")
    far, near = (
        sum(yearly("distance", two).loc[2006:2011] for two in pairs) / 2
        for pairs in (("US-China", "Russia-US"), ("US-ROK", "US-Japan"))
    )
    wandered = np.sqrt(((far - near).diff().dropna() ** 2).mean())
    assert camps.tolerance == pytest.approx(wandered, abs=0.005)
    changes = [
        yearly("distance", two).loc[2006:2011].diff().dropna()
        for two in of_whom("distance")
    ]
    each = np.sqrt(np.mean(np.square(changes)))
    assert each == pytest.approx(0.23, abs=0.005)  # as docs/forecasts.md says


def test_a_year_without_a_figure_counts_for_nothing():
    """Trade of 2012 is not on record; what a history says of it changes nothing."""
    observed = of_record(YEARS)
    assert np.isnan(observed.figures["trade", "NK-China"][:, 0]).tolist() == [
        True,
        *[False] * 8,
    ]
    traded = np.where(np.arange(9)[:, None] == 0, 99.0, 1.0)
    traded[1:] *= observed.figures["trade", "NK-China"][1:]
    figures = dict(observed.figures) | {("trade", "NK-China"): traded}
    some = Histories(YEARS, observed.counts, figures)
    gaps = deviations(some, observed)["trade"]
    assert np.isnan(gaps[0]).all()
    assert distance(some, observed).tolist() == [0.0]
    more = dict(figures) | {("trade", "NK-China"): traded * np.exp(0.2)}
    one_off = distance(Histories(YEARS, observed.counts, more), observed)
    assert one_off == pytest.approx(1.0)  # the tolerance


def test_no_trade_at_all_is_far_but_finite():
    some = moved(("trade", "NK-China"), -99.0)
    assert np.isfinite(distance(some, of_record(YEARS))).all()


def test_what_no_target_sees_is_not_called_fitted():
    """Such as the votes of Pyongyang."""
    observed, unseen = of_record(YEARS), []
    for key in FIGURES:
        by_year = np.arange(len(YEARS))[:, None] * 0.1
        other = moved(key, by_year)
        if distance(other, observed)[0] > 0.0:
            continue
        unseen.append(key)
        for fact in FACTS:
            before, after = fact.measure(observed)[0], fact.measure(other)[0]
            assert before == after or np.isnan(before) or not fact.fitted, fact.name
    assert ("warheads", "US") not in unseen
    assert ("distance", "NK-China") in unseen


def test_what_has_no_counterpart_is_said():
    """Meetings stand for talks; every other gap of the model has its reason."""
    missing = {
        name
        for name, one in QUANTITIES.items()
        if not all(one.counterpart(of) for of in of_whom(name))
    }
    assert missing - {"meetings"} == set(UNTESTED)


def test_what_is_ruled_out_is_far_from_the_truth(cloud, happened):
    wave = ruled(cloud, made_up(cloud, 4), happened)
    assert not wave.beyond
    assert {one.target: one.fit > 0.8 for one in wave.standins}["spending_rok"]
    grid = np.array([[*TRUTH, third] for third in np.linspace(0, 1, 5)])
    assert (wave.implausibility(grid) < 1.5).all()
    far = np.array([[TRUTH[0], 1.0, 0.5], [0.0, TRUTH[1], 0.5]])
    assert (wave.implausibility(far) > CUT).all()


def test_each_wave_leaves_no_more_than_the_last(cloud, happened):
    names = ("suspicion", "margin", "ambition.NK")
    space, before = Space(names), 1.0
    for number in (1, 2):
        unit = space.points(256, seed=number).unit
        wave = ruled(unit, made_up(unit, 4, seed=number), happened, number)
        space = Space(names, (*space.waves, wave))
        left = space.points(100, seed=0).left
        assert 0.0 < left <= before
        before = left
    unit = space.points(200, seed=5).unit
    assert abs(unit[:, 1].mean() - TRUTH[1]) < 0.1
    assert unit[:, 2].std() > 0.25  # the third is as free as it was


def test_a_target_out_of_reach_is_named_and_rules_nothing_out(cloud, happened):
    elsewhere = made_up(cloud, 4)
    figures = dict(elsewhere.figures)
    figures["spending", "US"] = figures["spending", "US"] * 2.0
    moved = Histories(YEARS, elsewhere.counts, figures)
    wave = ruled(cloud, moved, happened)
    assert wave.beyond == ("spending_us",)
    assert wave.implausibility(np.array([[*TRUTH, 0.5]]))[0] < CUT


def test_favored_points_are_nearer_and_weights_undo_the_favor(cloud, happened):
    wave = ruled(cloud, made_up(cloud, 4), happened)
    space = Space(("suspicion", "margin", "ambition.NK"), (wave,))
    plain, near = (space.points(300, 2, favored=one) for one in (False, True))
    assert (plain.chance == 1.0).all()
    assert wave.distance(near.unit).mean() < wave.distance(plain.unit).mean()
    means = [
        weighed(
            made_up(one.unit, 8), happened, chance=np.repeat(one.chance, 8)
        ).of_points(8)
        @ one.unit
        for one in (plain, near)
    ]
    np.testing.assert_allclose(*means, atol=0.08)
    samples = [weighed(made_up(one.unit, 8), happened).sample for one in (plain, near)]
    assert samples[1] > samples[0]


def test_marginals_are_a_density_that_draws_follow():
    bent = marginals(np.array([[0.2, 0.5], [0.3, 0.5]]), np.array([0.5, 0.5]))
    unit, share = bent.points(40_000, 3, lambda some: some[:, 1] < 0.5)
    assert 0.45 < share < 0.55  # the second parameter's is even about the middle
    assert (unit[:, 1] < 0.5).all()
    edges = np.linspace(0, 1, 11)
    drawn = np.histogram(unit[:, 0], edges)[0] / len(unit)
    grid = (np.arange(2000) + 0.5) / 2000
    line = bent.density(np.stack([grid, np.full(2000, 0.49)], axis=1))
    expected = line.reshape(10, -1).sum(axis=1) / line.sum()
    np.testing.assert_allclose(drawn, expected, atol=0.01)
    square = np.stack(np.meshgrid(grid[::10], grid[::10]), axis=-1).reshape(-1, 2)
    assert bent.density(square).mean() == pytest.approx(1.0, abs=0.02)


def test_a_second_draw_is_worth_more_and_tells_the_same(cloud, happened):
    # Few of the first are like the record; the second draw comes where they are.
    wide = np.random.default_rng(4).random((800, 3))
    first = wide[:400]
    likely = weighed(made_up(first, 8), happened).of_points(8)
    bent = marginals(first, likely)
    more, share = bent.points(400, 1, lambda some: np.ones(len(some), dtype=bool))
    assert share == 1.0
    both = np.concatenate([first, more])
    density = 0.5 + 0.5 * bent.density(both)
    mixed = weighed(made_up(both, 8), happened, chance=np.repeat(density, 8))
    plain = weighed(made_up(wide, 8), happened)
    assert mixed.sample > plain.sample
    np.testing.assert_allclose(
        mixed.of_points(8) @ both, plain.of_points(8) @ wide, atol=0.08
    )


def test_nothing_left_is_said(cloud, happened, monkeypatch):
    monkeypatch.setattr("analysis.calibration.waves._CANDIDATES", 2**14)
    names = ("suspicion", "margin", "ambition.NK")
    wave = ruled(cloud, made_up(cloud, 4), happened)
    other = made_up(np.array([[0.0, 1.0, 0.5]]), 1)
    against = ruled(cloud, made_up(cloud, 4), other)
    with pytest.raises(InputError, match="nothing of the space is left"):
        Space(names, (wave, against)).points(10, seed=0)


def test_weights_find_a_planted_truth_and_leave_the_rest_alone(cloud, happened):
    weights = weighed(made_up(cloud, 8), happened)
    shares = weights.of_points(8)
    assert shares.sum() == pytest.approx(1.0)
    means = shares @ cloud
    assert means[:2] == pytest.approx(TRUTH, abs=0.12)
    spread = np.sqrt(shares @ (cloud - means) ** 2) / cloud.std(axis=0)
    assert spread[1] < 0.5
    assert spread[2] > 0.8
    assert 1.0 < weights.sample < 3200


def test_a_window_sees_its_own_years_only(cloud, happened):
    some = made_up(cloud, 2)
    later = {name: np.array(one) for name, one in happened.counts.items()}
    later["launches"][12 * 4 :] = 40
    changed = Histories(YEARS, later, happened.figures)
    first, second = (
        weighed(some, one, range(2012, 2016)) for one in (happened, changed)
    )
    np.testing.assert_array_equal(first.shares, second.shares)
    assert not np.array_equal(first.shares, weighed(some, changed).shares)


def test_histories_are_picked_as_often_as_they_count():
    weights = Weights(np.array([0.5, 0.0, 0.25, 0.25]), 0.0)
    counts = np.bincount(picked(weights, 400), minlength=4)
    assert counts.tolist() == [200, 0, 100, 100]


def test_a_hindcast_scores_the_model_and_its_rivals(cloud, happened):
    some = made_up(cloud, 2)
    table = hindcast(some, of_record(YEARS), (2014, 2018), draws=50)
    assert set(table["origin"]) == {2014, 2018}
    by_month = table[table["quantity"] == "launches"]
    assert list(by_month[by_month["origin"] == 2018]["forecaster"]) == [
        MODEL,
        *RIVALS_OF["month"],
    ]
    assert (by_month[by_month["origin"] == 2018]["targets"] == 24).all()
    # All but launches and South Korea's spending is as it was, so known for sure.
    sure = table[(table["forecaster"] == MODEL) & (table["quantity"] == "growth")]
    assert (sure["crps"] < 1e-4).all()
    assert pd.notna(table["crps"]).all()
    by_hand = by_month[by_month["origin"] == 2018].set_index("forecaster")
    own, rivals = by_hand.loc[MODEL], by_hand.drop(index=MODEL)
    beside = beside_rivals(table).set_index(["origin", "quantity", "of"])
    line = beside.loc[2018, "launches", ""]
    assert line["log_gain"] == rivals["log_score"].min() - own["log_score"]
    assert line["persistence"] == 1 - own["crps"] / rivals.loc["persistence", "crps"]
    assert np.isnan(line["random_walk"])  # no rival for counts
    assert beside.loc[2018, "spending", "ROK"][["log_score", "log_gain"]].isna().all()


def test_a_forecast_holds_the_histories_picked(cloud):
    some = made_up(cloud[:5], 1)
    made = foreseen(some, np.array([3, 3, 1]), [2019])
    launches = made.values[(made.targets["quantity"] == "launches").to_numpy()]
    assert launches.shape == (12, 3)
    np.testing.assert_array_equal(launches[:, 0], launches[:, 1])
    np.testing.assert_array_equal(launches[:, 2], some.counts["launches"][84:96, 1])


# ------------------------------------------------------------------- with the model


@pytest.fixture(scope="module")
def short():
    return load_scenario("historical").model_copy(update={"end": "2013-12"})


def test_what_is_kept_is_what_the_history_has(short):
    years = (2012, 2013)
    whole = sim.run("historical", runs=3, seed=2)
    kept = from_outcomes(
        {name: one(whole) for name, one in measures(years).items()}, years
    )
    assert set(kept.counts) == set(COUNTS)
    months = [f"2012-{month:02d}" for month in range(1, 13)]
    np.testing.assert_array_equal(
        kept.counts["launches"][:12], read(whole, "launches", "", months)
    )
    np.testing.assert_allclose(
        kept.figures["growth", "NK"][1], read(whole, "growth", "NK", ["2013"])[0], 1e-5
    )
    assert np.isnan(kept.figures["growth", "NK"][0]).all()
    twice = joined([kept, kept])
    assert twice.runs == 6


def test_a_pool_is_resumed_bit_for_bit(short, tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.calibration.pool.BATCH", 4)
    names = ("suspicion", "batch.NK")
    points = at(names, np.random.default_rng(0).random((5, 2)))
    told = []

    def run(folder, **more):
        return simulated(*(short, points, 2), years=(2012, 2013), folder=folder, **more)

    whole = run(tmp_path / "a", progress=lambda done, of: told.append((done, of)))
    assert told == [(4, 10), (8, 10), (10, 10)]
    files = sorted((tmp_path / "a").glob("*.npz"))
    assert len(files) == 3
    before = {path.name: path.stat().st_mtime_ns for path in files}
    files[1].write_bytes(files[1].read_bytes()[:100])  # as if it had been cut off
    files[2].unlink()
    again = run(tmp_path / "a")
    for name in COUNTS:
        np.testing.assert_array_equal(again.counts[name], whole.counts[name])
    assert files[0].stat().st_mtime_ns == before[files[0].name]
    held = run(tmp_path / "b", luck="held")
    assert not np.array_equal(held.counts["launches"], whole.counts["launches"])


def test_points_are_parameters_in_the_ranges_of_their_cards():
    found = at(("suspicion", "batch.NK"), np.array([[0.0, 1.0], [1.0, 0.5]]))
    card, state = card_of("batch.NK")
    low, high = card.range(state)
    assert found["batch.NK"].tolist() == [high, (low + high) / 2]


TINY = Size(
    trajectories=2, waves=1, points=24, lucks=2, pool=12, refined=12, pool_lucks=2
)


@pytest.mark.slow
def test_a_fit_from_end_to_end(tmp_path, monkeypatch):
    """Small, screened beforehand: the parts fit together, twice to the same bits."""
    monkeypatch.setattr("analysis.calibration.waves._CANDIDATES", 2**15)
    first = pd.DataFrame({"parameter": ["gdp_growth.US", "batch.NK", "worst_case.NK"]})

    def fit(lens):
        return fitted(
            lens, TINY, folder=tmp_path, screening=first, progress=told.append
        )

    told = Told()
    plain, again = fit(NO_LENS), fit(NO_LENS)
    np.testing.assert_array_equal(plain.weights.shares, again.weights.shares)
    assert told.last == told.whole
    assert plain.space.names == tuple(first["parameter"])
    assert plain.by_point.sum() == pytest.approx(1.0)
    narrow = posterior(plain).set_index("parameter")["narrowed"]
    assert narrow["gdp_growth.US"] < 0.9  # spending hangs on it alone
    lensed = fit("offensive_realism")
    assert lensed.space.names == ("gdp_growth.US", "batch.NK")  # the lens sets it
    table = target_table(plain)
    assert set(table["target"]) == {one.name for one in TARGETS}
    assert (table["after"] >= 0).all()
    assert len(sets(plain, 7)) == 7
    facts = checked(plain.histories, plain.weights.shares, plain.record)
    assert set(facts["shown"]) <= {"yes", "partly", "no", ""}
    with pytest.raises(InputError, match="did you mean 'offensive_realism'"):
        fit("ofensive_realism")
    # What history sets by date is no assumption that the record could tell of.
    first.loc[len(first)] = "border_closure"
    assert "border_closure" not in fit(NO_LENS).space.names


class Told:
    """Remembers the last that it was told."""

    last, whole = 0, -1

    def append(self, done, whole):
        assert done >= 0
        self.last, self.whole = done, whole


def test_facts_of_the_record_are_the_figures_that_are_known():
    """By the sources' own counts: the pause, the years of fire, tests, growth."""
    observed = of_record(YEARS)
    found = {one.name: float(one.measure(observed)[0]) for one in FACTS}
    assert found["launches_2012_2015"] == 10.5
    assert found["launches_2016_2017"] == 22.5
    assert found["launches_2018_2018"] == 0
    assert found["launches_2019_2020"] == 18
    assert found["longest_pause"] == 16  # December 2017 to March 2019, whole months
    assert found["tests_2016_2017"] == 3
    assert found["vetoes"] == 0
    assert found["spending_china"] == pytest.approx(6.4, abs=0.05)
    assert found["spending_rok"] == pytest.approx(4.2, abs=0.05)
    assert found["growth_2017_2018"] == pytest.approx(-3.8)
    assert found["trade_2013_2016"] == pytest.approx((6.54 + 6.39 + 5.71 + 5.51) / 4)
    assert found["trade_2020_2020"] == pytest.approx(0.539)
    # Pyongyang's votes came near to those of others in 2015, and stayed there.
    assert found["votes_nk_russia"] == pytest.approx(0.322 - 1.950, abs=0.001)
    assert abs(found["votes_us_rok"]) < 0.1
    assert 1.0 < found["exercises"] < 3.0
    assert 0.5 < found["before_talks"] < 1.5  # launches led up to the meetings of 2019


def test_a_fact_is_shown_where_the_record_lies_in_the_middle():
    some = made_up(np.tile([[0.5, 0.5, 0.5]], (500, 1)), 1)
    shares = np.full(500, 1 / 500)

    def fact(value):
        values = np.arange(500.0)

        def measure(of):
            return values if of.runs == 500 else np.array([value])

        return Fact("made_up", {}, measure, False, "")

    found = [
        checked(some, shares, of_record(YEARS), [fact(value)])["shown"].iloc[0]
        for value in (250.0, 130.0, 100.0, 20.0, 5.0, 600.0, np.nan)
    ]
    assert found == ["yes", "yes", "partly", "partly", "no", "no", ""]


@pytest.fixture(scope="module")
def invented(cloud):
    """Return a fit to a world that launched more every year, and its record."""
    several = 8
    each = np.repeat(cloud, several, axis=0)
    luck = np.random.default_rng(5)
    time = np.repeat(np.arange(len(YEARS)), 12)[:, None]

    def launched(first, growth, runs):
        return luck.poisson(first * np.exp(growth * time), size=(len(time), runs))

    plain = made_up(cloud, several)
    counts = dict(plain.counts)
    counts["launches"] = launched(0.3 + each[:, 0], 0.2 * each[:, 1], len(each))
    some = Histories(YEARS, counts, plain.figures)
    happened = made_up(np.array([[*TRUTH, 0.5]]), 1)
    real = dict(happened.counts)
    real["launches"] = launched(0.8, 0.2, 1)
    record = Histories(YEARS, real, happened.figures)
    size = Size(0, 0, 0, 0, len(cloud), 0, several)
    even = np.ones(len(cloud))
    space = Space(("suspicion", "margin", "ambition.NK"))
    weights = weighed(some, record)
    nothing = pd.DataFrame()
    return Fit(NO_LENS, 0, size, nothing, space, cloud, even, some, record, weights)


def test_a_record_that_never_happened_fits_worse(invented):
    found = shuffled(invented, 60)
    assert found.share < 0.05
    # Where the years of the record are in no order, its order is not told from others.
    flat = {name: np.array(one) for name, one in invented.record.counts.items()}
    for name in ("launches", "long_range", "nuclear_tests"):
        flat[name][:] = 1
    even = Histories(YEARS, flat, invented.record.figures)
    weights = weighed(invented.histories, even)
    same = shuffled(replace(invented, record=even, weights=weights), 20)
    assert same.share == 1.0


def test_years_left_out_are_scored_by_what_was_not_fitted_to_them(invented):
    table = left_out(invented)
    assert table["years"].tolist()[0] == "2012–2013"
    assert (table["error"] > 0.0).all()
    assert (table["score"] < 0.0).all()
    # A year that no history comes near is foreseen worse, and alone.
    changed = {name: np.array(one) for name, one in invented.record.counts.items()}
    changed["launches"][-24:] = 30
    strange = Histories(YEARS, changed, invented.record.figures)
    worse = left_out(replace(invented, record=strange))
    assert worse["score"].iloc[-1] < table["score"].iloc[-1] - 2.0


@pytest.mark.slow
def test_a_forecast_goes_on_with_the_histories_that_were_fitted(tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.calibration.waves._CANDIDATES", 2**15)
    first = pd.DataFrame({"parameter": ["gdp_growth.US", "batch.NK"]})
    fit = fitted(NO_LENS, TINY, folder=tmp_path, screening=first)
    later = ahead(fit, 2020, draws=6)
    assert later.targets["time"].min() == "2021"
    assert later.targets["time"].max() == "2024-12"
    assert later.values.shape[1] == 6
    assert np.isfinite(later.values).all()
    # The same rows, run on from the start: what was fitted is what goes on.
    which = picked(fit.weights, 6)
    again = sim.run(
        "historical",
        luck_ids=which,
        seed=1000,
        parameters=at(fit.space.names, fit.unit[which // TINY.pool_lucks]),
    )
    kept = np.asarray(fit.histories.counts["launches"])[:, which]
    months = [f"{year}-{month:02d}" for year in YEARS for month in range(1, 13)]
    np.testing.assert_array_equal(read(again, "launches", "", months), kept)
    march = (later.targets["time"] == "2023-03") & (
        later.targets["quantity"] == "launches"
    )
    np.testing.assert_array_equal(
        later.values[march.to_numpy()][0],
        read(again, "launches", "", ["2023-03"])[0],
    )
    anew = ahead(fit, 2021, draws=6)
    growth = anew.targets[anew.targets["quantity"] == "growth"]["time"]
    assert growth.tolist() == ["2023", "2024"]
    with pytest.raises(InputError, match="give 2020 or 2021"):
        ahead(fit, 2022)
