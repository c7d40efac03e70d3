"""The EMA Workbench runs the model, and its numbers are the ensemble's."""

import pickle
import sys
import warnings

import numpy as np
import pytest

import sim
from analysis.phrases import phrase
from analysis.sweeps.experiment import read_experiment
from analysis.sweeps.workbench import FUTURES, evaluator, model_of, scenario_model
from sim.errors import InputError
from sim.parameters import FLAT_NAMES
from sim.scenario import load_scenario

END = "2022-12"
PLAIN = load_scenario("baseline").at_first_guesses()
LENSES = {
    "defensive": {"lenses": {"all": "defensive_realism"}},
    "offensive": {"lenses": {"all": "offensive_realism"}},
}
WHAT = {
    "outcomes": ["launches", "ROK spending 2022"],
    "over_time": ["spending.ROK"],
    "uncertainties": {"cinc_weight": [0, 0.5], "reach.NK": "range"},
    "levers": {"adjustment": [20, 60]},
    "factors": {"lens": LENSES},
    "end": END,
    "seed": 3,
}


@pytest.fixture(scope="module")
def workbench():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ema_workbench
    return ema_workbench


def asked(scenario, row, replicates):
    """Return what the ensemble itself says of one line of experiments."""
    names = ("cinc_weight", "reach.NK", *levers())
    chosen = scenario.model_copy(update={"end": END})
    if row["lens"] == "offensive":
        chosen = chosen.model_copy(update={"lenses": {"all": "offensive_realism"}})
    else:
        chosen = chosen.model_copy(update={"lenses": {"all": "defensive_realism"}})
    texts = ("launches", "ROK spending 2022")
    history = sim.run(
        chosen,
        luck_ids=np.arange(replicates),
        parameters={name: float(row[name]) for name in names if name in row},
        outcomes={one: phrase(one, chosen).measure for one in texts},
        seed=3,
    )
    return [np.asarray(history.outcomes[one], dtype=float) for one in texts]


def levers():
    return [one for one in FLAT_NAMES if one.partition(".")[0] == "adjustment"]


@pytest.mark.slow
@pytest.mark.parametrize("replicates", [1, 3])
def test_experiments_one_by_one_are_the_ensembles(workbench, replicates):
    model = scenario_model("baseline", **WHAT, replicates=replicates)
    points, found = workbench.perform_experiments(model, scenarios=4, policies=2)
    assert len(points) == 8
    assert set(points["lens"]) == set(LENSES)
    for place, row in points.iterrows():
        launches, spending = asked(PLAIN, row, replicates)
        assert found["launches"][place] == launches.mean()
        assert found["spending.ROK 2022"][place] == spending.mean()
        assert found["spending.ROK"][place] == [spending.mean()]
        if replicates > 1:
            np.testing.assert_array_equal(found["launches" + FUTURES][place], launches)
            each = found["spending.ROK" + FUTURES][place]
            np.testing.assert_array_equal(each[:, 0], spending)


def test_the_ensemble_runs_experiments_together_to_the_same_numbers(workbench):
    model = scenario_model("baseline", **WHAT, replicates=2)
    with evaluator(model) as ensemble:
        points, found = ensemble.perform_experiments(scenarios=5, policies=2)
    assert len(points) == 10
    for place in (0, 3, 9):
        row = points.iloc[place]
        launches, spending = asked(PLAIN, row, 2)
        np.testing.assert_array_equal(found["launches" + FUTURES][place], launches)
        assert found["spending.ROK 2022"][place] == spending.mean()


def test_what_is_not_sampled_is_as_in_the_scenario(workbench):
    model = scenario_model(
        "baseline", outcomes=["launches"], end=END, levers=WHAT["levers"]
    )
    model.constants = [workbench.Constant("cinc_weight", 0.3)]
    with evaluator(model) as ensemble:
        _, found = ensemble.perform_experiments(policies=[workbench.Policy("as it is")])
    plain = PLAIN.model_copy(update={"end": END})
    history = sim.run(
        plain,
        parameters={"cinc_weight": 0.3},
        outcomes={"n": phrase("launches", plain).measure},
    )
    assert found["launches"] == [float(np.asarray(history.outcomes["n"])[0])]


def test_an_experiment_file_becomes_a_model(tmp_path, workbench):
    file = tmp_path / "my_own.yaml"
    file.write_text(
        "question: Who?\nscenarios: [baseline, harris]\nend: 2022-06\n"
        "uncertainties: {linkage.ROK: range}\noutcomes: [launches]\n"
        "design: {kind: grid}\n",
        encoding="utf-8",
    )
    model = model_of(read_experiment(file))
    assert model.name == "myown"
    assert [one.name for one in model.uncertainties] == ["scenario_", "linkage.ROK"]
    with evaluator(model) as ensemble:
        points, _ = ensemble.perform_experiments(scenarios=4)
    # The workbench's own column of that name stays what it is.
    assert set(points["scenario_"]) == {"baseline", "harris"}
    assert len(set(points["scenario"])) == 4


def test_the_function_travels_between_processes():
    function = scenario_model("baseline", **WHAT).function
    assert pickle.loads(pickle.dumps(function)).asked == function.asked


def test_no_parameter_is_an_attribute_of_a_model(workbench):
    # The workbench would set the attribute and not tell the model.
    model = workbench.Model("plain", function=print)
    assert [one for one in FLAT_NAMES if hasattr(model, one)] == []


def refused(match, **what):
    with pytest.raises(InputError, match=match):
        scenario_model("baseline", **{**WHAT, **what})


def test_mistakes_are_told_in_a_line():
    refused("did you mean 'launches'", outcomes=["launch"])
    refused("cinc_weight", uncertainties={"cinc_weigh": "range"})
    refused("low must be below high", levers={"adjustment": [60, 20]})
    refused("replicates", replicates=0)
    with pytest.raises(InputError, match="there is no scenario 'basline'"):
        scenario_model("basline", **WHAT)
    function = scenario_model("baseline", **WHAT).function
    with pytest.raises(InputError, match="'lens' is 'liberal'; valid"):
        function(lens="liberal")


def test_luck_of_its_own_is_refused(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "question: Who?\nscenario: baseline\nuncertainties: {linkage: range}\n"
        "outcomes: [launches]\ndesign: {kind: latin, points: 3}\nluck: fresh\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="write luck: held"):
        model_of(read_experiment(file))


def test_only_models_of_ours_run_together(workbench):
    with pytest.raises(InputError, match="'other' was not made by model_of"):
        evaluator(workbench.Model("other", function=print))


def test_a_missing_workbench_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "ema_workbench", None)
    with pytest.raises(InputError, match=r"dilemma\[discovery\]"):
        scenario_model("baseline", **WHAT)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # its optimizer's
def test_the_workbench_searches_over_levers(workbench):
    model = scenario_model(
        "baseline", levers=WHAT["levers"], outcomes=["launches"], end="2022-03"
    )
    model.outcomes["launches"].kind = workbench.ScalarOutcome.MINIMIZE
    with evaluator(model) as ensemble:
        found = ensemble.optimize(nfe=10, searchover="levers", epsilons=[0.5])
    best = found.iloc[0]
    assert all(20 <= best[one] <= 60 for one in levers())
    plain = load_scenario("baseline").model_copy(update={"end": "2022-03"})
    history = sim.run(
        plain,
        parameters={one: float(best[one]) for one in levers()},
        outcomes={"n": phrase("launches", plain).measure},
    )
    assert best["launches"] == float(np.asarray(history.outcomes["n"])[0])
