"""Commands that fit to the record: what they refuse, and words from a small fit."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.calibration import fitting
from analysis.interfaces.calibration import show_calibration, show_hindcast
from analysis.interfaces.fits import LENSES, Asked
from analysis.interfaces.forecast import write_forecast
from analysis.interfaces.validation import show_validation

SMALL = fitting.Size(
    trajectories=2, waves=1, points=24, lucks=2, pool=12, refined=12, pool_lucks=2
)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("calibrate", "--lens", "ofensive_realism"),
            "did you mean 'offensive_realism'",
        ),
        (("hindcast", "--seed", "-1"), "seed is -1"),
        (("forecast", "--from", "2022"), "--from is 2022; it must be 2020 or 2021"),
        (("validation", "--workers", "0"), "--workers is 0"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_run(
    dilemma, tmp_path, arguments, says
):
    done = dilemma(*arguments, "--quick", "-q", cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("fits")


@pytest.fixture
def small(monkeypatch):
    """Let a quick fit be a tiny one, screened beforehand."""
    first = pd.DataFrame({"parameter": ["gdp_growth.US", "batch.NK", "test_gain"]})
    first = first.assign(reach=1.0)
    whole = fitting.fitted

    def screened(*what, **how):
        return whole(*what, **how, screening=first)

    monkeypatch.setattr("analysis.calibration.waves._CANDIDATES", 2**14)
    monkeypatch.setattr("analysis.calibration.ways.GOVERNMENTS", ("US",))
    monkeypatch.setattr(fitting, "QUICK", SMALL)
    monkeypatch.setattr(fitting, "fitted", screened)


def asked(out: Path, lang: str = "en", lens: str = "none") -> Asked:
    return Asked(
        lens=lens,
        quick=True,
        fast=False,
        seed=0,
        workers=1,
        out=out,
        lang=lang,
        quiet=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "sample", "reads"),
    [
        ("en", "Effective sample", "missile launches by year"),
        ("ko", "유효 표본", "연간 미사일 발사"),
    ],
)
def test_a_fit_is_put_into_words(small, kept, tmp_path, capsys, lang, sample, reads):
    show_calibration(asked(kept, lang), tmp_path)
    said = capsys.readouterr().out
    assert sample in said
    assert reads in " ".join(said.split())
    assert len(pd.read_csv(tmp_path / "sets.csv")) == 300
    show_hindcast(asked(kept, lang), tmp_path)
    assert "2018" in capsys.readouterr().out
    assert set(pd.read_csv(tmp_path / "hindcast.csv")["origin"]) == {2014, 2016, 2018}


@pytest.mark.slow
def test_a_forecast_is_a_file_that_can_be_scored(small, kept, dilemma):
    write_forecast(asked(kept), 2020)
    folder = kept / "forecast-2020-none"
    assert {one.name for one in folder.iterdir()} == {
        "draws.parquet",
        "quantiles.csv",
        "forecast.json",
    }
    # Nothing after 2020 is on record here; later figures are anybody's own.
    later = kept / "later.csv"
    later.write_text("quantity,of,time,value\nspending,ROK,2021,48.5\n")
    done = dilemma("score", folder / "quantiles.csv", later, cwd=kept)
    assert done.returncode == 0, done.stderr
    assert "military spending, ROK" in done.stdout


@pytest.mark.slow
def test_validation_writes_all_its_tables_and_charts(small, kept, tmp_path, capsys):
    folders = [tmp_path / name for name in ("tables", "charts", "sets")]
    show_validation(asked(kept), *folders)
    said = " ".join(capsys.readouterr().out.split())
    assert "Of 200 records that never happened" in said
    # Four yardsticks at what the fit leaves, and over whole ranges.
    assert said.casefold().count("profiles of washington move the launches") == 8
    lenses = pd.read_csv(tmp_path / "tables" / "validation_lenses.csv")
    assert tuple(dict.fromkeys(lenses["lens"])) == LENSES
    assert len(list((tmp_path / "tables").glob("validation_*.csv"))) == 11
    assert len(list((tmp_path / "charts").glob("*.png"))) == 4
    origins = pd.read_csv(tmp_path / "sets" / "provenance.csv")
    assert tuple(origins["lens"]) == LENSES
    for lens, many in zip(origins["lens"], origins["sets"], strict=True):
        assert len(pd.read_csv(tmp_path / "sets" / f"{lens}.csv")) == many
