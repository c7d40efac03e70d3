"""Scoring as a command: a forecast of one's own, against the record, beside a rival."""

import numpy as np
import pandas as pd
import pytest

from analysis.forecasts.forms import Forecast, quantiles_of


@pytest.fixture
def forecast(tmp_path):
    """Return the path of a forecast of two quantities, one of them off the record."""
    luck = np.random.default_rng(1)
    lines = [
        {"quantity": name, "of": of, "time": time, "draw": draw, "value": value}
        for name, of, times, mean in (
            ("launches", "", [f"2017-{month:02d}" for month in range(1, 13)], 2.0),
            ("spending", "ROK", ["2017", "2031"], 39.0),
        )
        for time in times
        for draw, value in enumerate(luck.poisson(mean, 200))
    ]
    path = tmp_path / "forecast.csv"
    pd.DataFrame(lines).to_csv(path, index=False)
    return path


@pytest.mark.parametrize(
    ("lang", "label", "legend"),
    [("en", "missile launches", "0 is"), ("ko", "미사일 발사", "0이 가장 좋다")],
)
def test_scores_are_shown_and_written(dilemma, forecast, tmp_path, lang, label, legend):
    done = dilemma(
        *("score", forecast, "--against", "climatology", "--lang", lang),
        *("--csv", "scores"),
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert label in done.stdout
    assert legend in done.stdout
    assert "1 of 14 targets" in done.stdout or "14개 가운데 1개" in done.stdout
    summed = pd.read_csv(tmp_path / "scores/summary.csv")
    assert summed["targets"].tolist() == [12, 1]
    assert np.isfinite(summed["skill"]).all()
    counts, levels = summed["log_score"], summed["log_gain"]
    assert np.isfinite([counts[0], levels[0]]).all()
    assert np.isnan([counts[1], levels[1]]).all()  # spending is no count
    assert len(pd.read_csv(tmp_path / "scores/scores.csv")) == 13


def test_quantiles_have_no_log_score_and_that_is_said(dilemma, forecast, tmp_path):
    quantiles_of(Forecast.read(forecast)).to_table().to_csv(
        tmp_path / "quantiles.csv", index=False
    )
    done = dilemma("score", "quantiles.csv", "--csv", "s", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Log score: not available" in " ".join(done.stdout.split())
    assert pd.read_csv(tmp_path / "s/summary.csv")["log_score"].isna().all()


def test_a_forecast_is_no_better_than_itself(dilemma, forecast, tmp_path):
    done = dilemma("score", forecast, "--against", forecast, "--csv", "s", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    summed = pd.read_csv(tmp_path / "s/summary.csv")
    assert (summed["skill"] == 0.0).all()
    assert (summed["log_gain"].dropna() == 0.0).all()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.csv"], "none.csv cannot be read: No such file"),
        (["{}", "--against", "climate"], "did you mean 'climatology'"),
        (["{}", "bad.csv"], "bad.csv has no column"),
        (["bad.csv"], "bad.csv has no column 'value'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    dilemma, forecast, tmp_path, arguments, says
):
    (tmp_path / "bad.csv").write_text("quantity,time\nlaunches,2017-01\n")
    done = dilemma("score", *(one.format(forecast) for one in arguments), cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout
