"""Tables on disk: what is read back is what was written, bit for bit."""

import numpy as np
import pandas as pd
import pytest

import sim
from analysis.interfaces.futures import Request, fill, run_all
from analysis.interfaces.saving import load, save, stata_names
from analysis.outcomes import OUTCOMES


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    path = tmp_path_factory.mktemp("scenario") / "short.yaml"
    path.write_text("from: baseline\nquestion: q\nend: 2022-12\n", encoding="utf-8")
    return sim.load_scenario(path).with_parameters(adjustment="range")


@pytest.fixture(scope="module")
def history(scenario):
    return sim.run(scenario, runs=3, seed=2, outcomes=OUTCOMES)


@pytest.mark.parametrize("form", ["parquet", "csv", "dta"])
def test_numbers_come_back_from_files_as_they_were(tmp_path, scenario, history, form):
    request = Request(
        command="run",
        names=("short.yaml",),
        scenarios=(scenario,),
        settings={"adjustment": "range"},
        seed=2,
        runs=3,
        keep=2,
        form=form,
    )
    made = run_all(request, workers=1)
    comparison, spread, parts = fill(request, tmp_path, made, started=0.0)

    outcomes = load(tmp_path / "outcomes", form)
    names = stata_names(list(OUTCOMES)) if form == "dta" else {}
    for name in OUTCOMES:
        np.testing.assert_array_equal(
            outcomes[names.get(name, name)].astype("float64"), history.outcomes[name]
        )
    assert list(outcomes["luck_id"]) == [0, 1, 2]
    assert set(outcomes["scenario"]) == {"short"}

    series = load(tmp_path / "series", form)
    wide = history.select([0, 1]).wide()
    assert list(series["month"].astype(str)) == list(wide["month"].astype(str))
    names = stata_names(["scenario", *wide.columns]) if form == "dta" else {}
    for key in history.keys:
        found = series[names.get(key, key)].astype("float32")
        np.testing.assert_array_equal(found, wide[key])

    kept = load(tmp_path / "bands", form)
    assert list(kept["series"]) == list(spread["series"])
    assert list(kept["month"]) == list(spread["month"].astype(str))
    for name in ("p05", "median", "p95", "median_from", "mean_from", "mean_to"):
        np.testing.assert_array_equal(kept[name].astype("float32"), spread[name])

    taken_apart = load(tmp_path / "parts", form)
    assert list(taken_apart["series"]) == list(parts["series"])
    np.testing.assert_allclose(taken_apart["mean"], parts["mean"], rtol=1e-12)

    table = load(tmp_path / "table", "csv")
    assert list(table["label"]) == list(comparison["label"])
    for name in ("median", "mean", "mean_to", "sd", "difference", "low_from"):
        np.testing.assert_array_equal(table[name], comparison[name])


def test_names_for_stata_are_short_and_differ():
    long = [f"capability_of_a_state_with_a_long_name.{n}" for n in range(12)]
    names = stata_names([*long, "in", "2022", "felt_threat.ROK.NK"])
    assert len(set(names.values())) == len(names)
    assert all(len(name) <= 32 and name.isidentifier() for name in names.values())
    assert names["felt_threat.ROK.NK"] == "felt_threat_ROK_NK"
    assert names["in"] == "_in"


def test_a_scenario_may_be_called_na_or_2022(tmp_path):
    table = pd.DataFrame(
        {"scenario": ["NA", "2022"], "outcome": ["a", "a"], "median": [0.1, np.nan]}
    )
    save(table, tmp_path / "table", "csv")
    again = load(tmp_path / "table", "csv")
    assert list(again["scenario"]) == ["NA", "2022"]
    assert again["median"][0] == 0.1
    assert np.isnan(again["median"][1])
