"""Forecasts: known scores, rivals that do what their names say, files refused."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scoringrules import logs_poisson

from analysis.forecasts.forms import Forecast, quantiles_of, read_record
from analysis.forecasts.rivals import RIVALS, rival
from analysis.forecasts.scores import score, summary
from sim.errors import InputError


def table(values, kind="draw", levels=None, quantity="launches", of="", times=None):
    """Return a forecast's table of values, shape (targets, columns)."""
    values = np.asarray(values, dtype=float)
    times = times or [f"2021-{month + 1:02d}" for month in range(len(values))]
    levels = np.arange(values.shape[1]) if levels is None else levels
    many = len(levels)
    return pd.DataFrame(
        {
            "quantity": quantity,
            "of": of,
            "time": np.repeat(times, many),
            kind: np.tile(levels, len(times)),
            "value": values.reshape(-1),
        }
    )


def happened(values, quantity="launches", of="", times=None):
    times = times or [f"2021-{month + 1:02d}" for month in range(len(values))]
    return pd.DataFrame(
        {"quantity": quantity, "of": of, "time": times, "value": values}
    )


def test_score_of_a_certain_forecast_is_its_error():
    forecast = Forecast.of_table(table([[3.0] * 5, [1.0] * 5]))
    scored = score(forecast, happened([5.0, 1.0]))
    assert scored["crps"].tolist() == [2.0, 0.0]
    assert scored["in_50"].tolist() == [False, True]


def test_score_of_the_normal_is_the_closed_form():
    """[GneitingRaftery2007], equation 21: the score of N(0, 1) at y."""
    at, draws = 0.7, stats.norm.ppf((np.arange(20_000) + 0.5) / 20_000)
    exact = at * (2 * stats.norm.cdf(at) - 1) + 2 * stats.norm.pdf(at) - np.pi**-0.5
    by_draw = score(Forecast.of_table(table([draws])), happened([at]))
    assert by_draw["crps"].iloc[0] == pytest.approx(exact, abs=1e-3)
    levels = (np.arange(999) + 1) / 1000
    quantiles = table([stats.norm.ppf(levels)], "quantile", levels)
    by_quantile = score(Forecast.of_table(quantiles), happened([at]))
    assert by_quantile["crps"].iloc[0] == pytest.approx(exact, abs=2e-3)


def test_a_true_forecast_covers_as_often_as_it_says_and_beats_one_too_wide():
    luck = np.random.default_rng(4)
    truth = luck.normal(0, 1, 600)
    times = [f"{1000 + year}" for year in range(600)]
    honest = Forecast.of_table(table(luck.normal(0, 1, (600, 200)), times=times))
    wide = Forecast.of_table(table(luck.normal(0, 3, (600, 200)), times=times))
    real = happened(truth, times=times)
    (line,) = summary(score(honest, real), score(wide, real)).to_dict("records")
    assert line["in_50"] == pytest.approx(0.5, abs=0.06)
    assert line["in_90"] == pytest.approx(0.9, abs=0.04)
    assert 0.2 < line["skill"] < 0.7
    assert line["targets"] == 600


def test_skill_is_unknown_where_the_rival_never_errs():
    sure = Forecast.of_table(table([[1.0] * 3]))
    off = Forecast.of_table(table([[2.0] * 3]))
    (line,) = summary(
        score(off, happened([1.0])), score(sure, happened([1.0]))
    ).to_dict("records")
    assert np.isnan(line["skill"])


def test_log_score_of_counts_by_hand():
    """Draws of 0, 0, 1, 3, and half a draw to 0, 1, 2, 3 and all above: 6.5."""
    forecast = Forecast.of_table(table([[0, 0, 1, 3]] * 5))
    scored = score(forecast, happened([0.0, 1.0, 2.0, 3.0, 9.0]))
    chances = np.exp(-scored["log_score"])
    assert (6.5 * chances).tolist() == pytest.approx([2.5, 1.5, 0.5, 1.5, 0.5])
    assert chances.sum() == pytest.approx(1.0)


def test_log_score_of_many_draws_is_the_closed_form():
    """Of Poisson's law minus the logarithm of its chance, as the library has it."""
    draws = stats.poisson.ppf((np.arange(50_000) + 0.5) / 50_000, 2.5)
    real = [0.0, 1.0, 2.0, 5.0]
    scored = score(Forecast.of_table(table([draws] * len(real))), happened(real))
    exact = logs_poisson(np.array(real), 2.5)
    assert scored["log_score"].to_numpy() == pytest.approx(exact, abs=2e-3)


def test_few_draws_raise_the_log_score_by_as_much_as_is_said():
    """By (M + 1) / 2m on average; here draws are even over 0 to 4 and M is 4."""
    luck, many, targets = np.random.default_rng(2), 50, 4_000
    times = [f"{1000 + n // 12}-{n % 12 + 1:02d}" for n in range(targets)]
    draws = luck.integers(0, 5, (targets, many))
    real = happened(luck.integers(0, 5, targets), times=times)
    scored = score(Forecast.of_table(table(draws, times=times)), real)
    excess = scored["log_score"].mean() - np.log(5)
    assert excess == pytest.approx(5 / (2 * many), abs=0.012)


@pytest.mark.parametrize(
    "forecast",
    [
        table([[1, 2, 3]], "quantile", [0.1, 0.5, 0.9]),
        table([[1, 2, 2.5]]),
        table([[-1, 2, 3]]),
    ],
    ids=["quantiles", "levels", "below 0"],
)
def test_there_is_no_log_score_but_of_counts(forecast):
    scored = score(Forecast.of_table(forecast), happened([2.0]))
    assert np.isnan(scored["log_score"]).all()
    assert np.isfinite(scored["crps"]).all()
    by_year = table([[1, 2, 3]], times=["2021"])
    scored = score(Forecast.of_table(by_year), happened([2.0], times=["2021"]))
    assert np.isnan(scored["log_score"]).all()


def test_gain_is_what_the_rival_loses_more():
    ours = score(Forecast.of_table(table([[0, 0, 0, 1]] * 2)), happened([0.0, 1.0]))
    theirs = score(Forecast.of_table(table([[1, 1, 1, 0]] * 2)), happened([0.0, 1.0]))
    (line,) = summary(ours.iloc[:1], theirs.iloc[:1]).to_dict("records")
    assert line["log_gain"] == pytest.approx(np.log(3.5 / 1.5))
    (line,) = summary(ours, theirs).to_dict("records")
    assert line["log_gain"] == pytest.approx(0.0)
    # A mean over some of the targets is no score of all of them.
    partly = ours.assign(log_score=[0.5, np.nan])
    assert np.isnan(summary(partly)["log_score"]).all()


@given(st.lists(st.integers(0, 30), min_size=3, max_size=40))
def test_quantiles_of_draws_are_draws_and_never_fall(draws):
    summed = quantiles_of(Forecast.of_table(table([draws])))
    assert set(summed.values[0]) <= set(map(float, draws))
    assert (np.diff(summed.values[0]) >= 0).all()
    back = Forecast.of_table(summed.to_table())
    np.testing.assert_array_equal(back.values, summed.values)


def test_a_forecast_comes_back_from_its_file(tmp_path):
    forecast = Forecast.of_table(table([[0, 1, 2], [3, 4, 5]]))
    forecast.to_table().to_csv(tmp_path / "one.csv", index=False)
    forecast.to_table().to_parquet(tmp_path / "one.parquet", index=False)
    for name in ("one.csv", "one.parquet"):
        back = Forecast.read(tmp_path / name)
        np.testing.assert_array_equal(back.values, forecast.values)
        assert back.targets.equals(forecast.targets)


REFUSED = {
    "neither of the columns": table([[1, 2, 3]]).drop(columns="draw"),
    "both of the columns": table([[1, 2, 3]]).assign(quantile=0.5),
    "no column 'value'": table([[1, 2, 3]]).drop(columns="value"),
    "no column 'time'": table([[1, 2, 3]]).drop(columns="time"),
    "neither YYYY-MM nor YYYY": table([[1, 2, 3]], times=["March"]),
    "twice": pd.concat([table([[1, 2, 3]])] * 2),
    "lacks a draw": table([[1, 2, 3], [1, 2, 3]]).iloc[:-1],
    "at least 3": table([[1, 2]]),
    "no number": table([[1, 2, 3]]).assign(value="many"),
    "not finite": table([[1, 2, np.inf]]),
    "between 0 and 1": table([[1, 2, 3]], "quantile", [0.1, 0.5, 1.0]),
    "fall": table([[3, 2, 1]], "quantile", [0.1, 0.5, 0.9]),
    "no line": table([[1, 2, 3]]).iloc[:0],
}


@pytest.mark.parametrize("says", REFUSED)
def test_a_table_that_is_no_forecast_is_refused(says):
    with pytest.raises(InputError, match=says):
        Forecast.of_table(REFUSED[says])


def test_a_file_that_is_no_table_is_refused(tmp_path):
    for name, text in {"a.csv": "", "b.parquet": "no", "c.csv": 'x,"\n1'}.items():
        (tmp_path / name).write_text(text)
        with pytest.raises(InputError, match=name):
            read_record(tmp_path / name)
    with pytest.raises(InputError, match="cannot be read"):
        Forecast.read(tmp_path / "none.csv")


def test_no_target_in_common_names_the_column_that_differs():
    forecast = Forecast.of_table(table([[1, 2, 3]]))
    with pytest.raises(InputError, match=r"'quantity' has 'launches'.*'tests'"):
        score(forecast, happened([1.0], quantity="tests"))
    with pytest.raises(InputError, match=r"'time' has '2021-01'.*'2020-01'"):
        score(forecast, happened([1.0], times=["2020-01"]))


def past(values, every="month"):
    if every == "month":
        times = [f"{2010 + n // 12}-{n % 12 + 1:02d}" for n in range(len(values))]
    else:
        times = [str(2000 + n) for n in range(len(values))]
    return happened(values, times=times)


def ahead(*times):
    return pd.DataFrame({"quantity": "launches", "of": "", "time": times})


def test_persistence_goes_by_the_last_year_and_climatology_by_all():
    record = past([0.0] * 108 + [5.0] * 12)
    later = ahead("2020-01", "2020-06")
    assert (rival("persistence", record, later).values == 5.0).all()
    shares = (rival("climatology", record, later).values == 5.0).mean(axis=1)
    assert shares == pytest.approx([0.1, 0.1], abs=0.04)


def test_negative_binomial_has_the_moments_of_the_past():
    counts = stats.nbinom.rvs(2, 0.3, size=240, random_state=1).astype(float)
    drawn = rival("negative_binomial", past(counts), ahead("2035-01"), draws=40_000)
    assert drawn.values.mean() == pytest.approx(counts.mean(), rel=0.05)
    assert drawn.values.var() == pytest.approx(counts.var(ddof=1), rel=0.1)
    even = rival("negative_binomial", past([2.0, 2.0, 2.0]), ahead("2010-06"))
    assert even.values.var() == pytest.approx(2.0, rel=0.2)  # Poisson


def test_random_walk_goes_on_as_it_went():
    """Growth of 5% a year for ever has no spread: the walk is exact."""
    levels = 100.0 * 1.05 ** np.arange(10)
    walked = rival("random_walk", past(levels, "year"), ahead("2012", "2015"))
    exact = levels[-1] * 1.05 ** np.array([3, 6])
    np.testing.assert_allclose(walked.values, np.repeat(exact[:, None], 1000, 1))
    uneven = past([100.0, 110.0, 95.0, 120.0, 100.0, 130.0], "year")
    spread = rival("random_walk", uneven, ahead("2006", "2015")).values.std(axis=1)
    assert spread[1] > 2 * spread[0]


@pytest.mark.parametrize("name", RIVALS)
def test_a_rival_knows_nothing_of_what_comes(name):
    """What happens at the targets or after them changes no draw."""
    record, later = past([1.0, 0.0, 3.0] * 8), ahead("2011-07", "2011-12")
    changed = record.assign(
        value=record["value"].where(record["time"] < "2011-07", 99.0)
    )
    first, second = (rival(name, one, later, seed=3) for one in (record, changed))
    np.testing.assert_array_equal(first.values, second.values)
    other = rival(name, record, later, seed=4)
    assert not np.array_equal(first.values, other.values)


def test_rivals_refuse_what_they_cannot_do():
    with pytest.raises(InputError, match="did you mean 'climatology'"):
        rival("climatolgy", past([1.0]), ahead("2012-01"))
    with pytest.raises(InputError, match="no figure on record before 2009-01"):
        rival("climatology", past([1.0]), ahead("2009-01"))
