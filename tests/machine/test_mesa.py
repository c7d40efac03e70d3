"""The model is an ordinary Mesa model: what Mesa's users do with one works."""

import gc
import inspect
import weakref

import mesa
import numpy as np
import pytest

from sim.agents import State
from sim.cast import STATES
from sim.ensemble.chunks import release
from sim.model import StrategicModel
from sim.scenario import load_scenario
from sim.state import FIELDS, SERIES

SHORT = load_scenario("baseline").model_copy(update={"end": "2022-06"})
MONTHS = 6


class Half(StrategicModel):
    """Half a year: batch runs take worlds by name only."""

    def __init__(self, *, seed=None, **options):
        super().__init__(SHORT, seed=seed, **options)


def test_a_plain_while_loop_runs_the_scenario_to_its_end():
    model = StrategicModel(SHORT, seed=1)
    assert isinstance(model, mesa.Model)
    assert all(isinstance(agent, mesa.Agent) for agent in model.agents)
    assert [agent.name for agent in model.agents] == list(STATES)
    while model.running:
        model.step()
    assert model.month == model.steps == MONTHS


def test_a_model_that_is_done_stays_as_it_is():
    model = StrategicModel(SHORT, seed=1)
    while model.running:
        model.step()
    last = model.snapshot()
    model.step()
    assert model.month == MONTHS
    for key, value in model.snapshot().items():
        assert value is last[key], key


def test_the_default_world_is_the_baseline_and_no_seed_is_seed_0():
    one, other = StrategicModel(), StrategicModel("baseline", seed=0)
    one.step()
    other.step()
    np.testing.assert_array_equal(one.states["ROK"].threat, other.states["ROK"].threat)


def test_mesas_own_luck_plays_no_part():
    one, other = StrategicModel(SHORT, seed=5), StrategicModel(SHORT, seed=5)
    for _ in range(MONTHS):
        one.random.random()
        one.rng.normal()
        one.step()
        other.step()
    np.testing.assert_array_equal(one.states["NK"].belief, other.states["NK"].belief)


@pytest.mark.parametrize("seed", [0, 2**32, 2**100 + 1, np.int64(7)])
def test_any_seed_of_the_luck_is_a_seed_of_mesa(seed):
    model = StrategicModel(SHORT, seed=seed)
    model.step()
    assert model.luck.seed == int(seed)


# ------------------------------------------------------------------------- collecting


def test_one_row_is_collected_by_default_and_a_crowd_is_not():
    assert hasattr(StrategicModel(SHORT), "datacollector")
    assert not hasattr(StrategicModel(SHORT, rows=2), "datacollector")
    assert not hasattr(StrategicModel(SHORT, collect=False), "datacollector")
    assert hasattr(StrategicModel(SHORT, rows=2, collect=True), "datacollector")


def test_what_is_collected_is_the_first_rows_numbers_as_floats():
    model = StrategicModel(SHORT, seed=2, rows=3, collect=True)
    fronts, threats = [], []
    while True:
        fronts.append(float(model.war.front[0]))
        threats.append({n: float(s.threat[0]) for n, s in model.states.items()})
        if not model.running:
            break
        model.step()
    table = model.datacollector.get_model_vars_dataframe()
    assert len(table) == MONTHS + 1
    assert list(table["front"]) == fronts
    assert set(table.dtypes) == {np.dtype(float)}
    assert set(table.columns) == {key for key in SERIES if "." not in key}
    agents = model.datacollector.get_agent_vars_dataframe()
    assert len(agents) == 6 * (MONTHS + 1)
    assert set(agents.dtypes) == {np.dtype(float)}
    names = {agent.unique_id: agent.name for agent in model.agents}
    for (step, unique_id), threat in agents["threat"].items():
        assert threat == threats[int(step)][names[unique_id]]
    assert set(agents.columns) == {
        field.name
        for field in FIELDS
        if field.owner == "each" and field.shape == "rows" and field.recorded
    }


def test_collected_numbers_do_not_change_with_the_present():
    model = StrategicModel(SHORT, seed=2)
    model.step()
    before = model.datacollector.get_agent_vars_dataframe()["spending"].copy()
    model.step()
    after = model.datacollector.get_agent_vars_dataframe()["spending"]
    assert after.loc[before.index].equals(before)


# -------------------------------------------------------------------------- batch runs


def batches(**options):
    """Return batch-run rows under both Mesa 3.3's and 3.5's way of giving seeds."""
    options = {"display_progress": False, "data_collection_period": 1} | options
    seeds = options.pop("seeds")
    if "rng" in inspect.signature(mesa.batch_run).parameters:
        return mesa.batch_run(Half, rng=seeds, **options)
    options["parameters"] = {**options["parameters"], "seed": seeds}
    return mesa.batch_run(Half, **options)


def test_a_batch_run_varies_parameters_and_seeds():
    found = batches(
        parameters={"linkage": [0.0, 0.5], "ukraine_support": 0.5}, seeds=[1, 2]
    )
    runs = {(one["RunId"], one["seed"], one["linkage"]) for one in found}
    assert len(runs) == 4
    assert {(seed, link) for _, seed, link in runs} == {
        (1, 0.0),
        (1, 0.5),
        (2, 0.0),
        (2, 0.5),
    }
    assert all(type(one["front"]) is float for one in found)
    by_hand = Half(seed=2, linkage=0.5, ukraine_support=0.5)
    months = [by_hand]
    fronts = [float(by_hand.war.front[0])]
    while months[0].running:
        by_hand.step()
        fronts.append(float(by_hand.war.front[0]))
    listed = {
        one["Step"]: one["front"]
        for one in found
        if (one["seed"], one["linkage"]) == (2, 0.5)
    }
    # Mesa 3.3 leaves the last month out; what there is belongs to its month.
    assert len(listed) >= MONTHS
    for step, front in listed.items():
        assert front == fronts[int(step)]


def test_a_batch_run_without_seeds_is_seed_0():
    found = mesa.batch_run(
        Half, parameters={"linkage": [0.2]}, display_progress=False, max_steps=3
    )
    assert len(found) == 6
    names = {one["AgentID"] for one in found}
    assert len(names) == 6
    by_hand = Half(linkage=0.2)
    while by_hand.steps < found[0]["Step"]:
        by_hand.step()
    assert found[0]["front"] == float(by_hand.war.front[0])


def test_a_batch_run_takes_worlds_by_name():
    found = mesa.batch_run(
        StrategicModel,
        parameters={"world": ["baseline", "no_invasion"]},
        display_progress=False,
        max_steps=4,
    )
    fronts = {one["world"]: one["front"] for one in found}
    assert fronts["baseline"] > fronts["no_invasion"]


# ------------------------------------------------------------------------ Mesa's traps

MEANT = {"step", "running", "datacollector"}


def names(things):
    return {name for name in things if not name.startswith("__")}


def test_no_name_of_mesas_is_used_for_anything_else():
    class Plain(mesa.Model):
        """What Mesa itself puts into any subclass is not ours."""

    plain = Plain()
    theirs = names(dir(plain)) | {"scenario", "time", "rng", "random", "agents"}
    model = StrategicModel(SHORT, rows=2, seed=1)
    ours = names(vars(StrategicModel)) - names(vars(Plain))
    ours |= names(vars(model)) - names(vars(plain))
    assert (ours & theirs) - MEANT == set()


def test_no_name_of_a_mesa_agents_is_used_for_anything_else():
    class Plain(mesa.Agent):
        """Likewise."""

    plain = Plain(mesa.Model())
    theirs = names(dir(plain)) | {"model", "unique_id", "pos", "random", "rng"}
    model = StrategicModel(SHORT, rows=2, seed=1)
    for agent in model.agents:
        kinds = [
            one for one in type(agent).__mro__ if one.__module__ == State.__module__
        ]
        ours = {name for kind in kinds for name in names(vars(kind))}
        ours = ours - names(vars(Plain)) | names(vars(agent)) - names(vars(plain))
        assert ours & theirs == set(), agent.name


def test_models_that_are_released_are_freed():
    model = StrategicModel(SHORT, rows=2, seed=1)
    model.step()
    alive = weakref.ref(model)
    held = weakref.ref(model.states["NK"].belief)
    release(model)
    del model
    gc.collect()
    assert alive() is None
    assert held() is None
