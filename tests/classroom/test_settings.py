"""Settings say what the command line runs; files say settings."""

import pytest

from analysis.classroom.settings import MOST_MONTHS, Setting, as_file, from_file
from sim.errors import InputError
from sim.scenario import load_scenario, scenario_names
from sim.scenario.plan import Plan


def test_equal_settings_are_one_question():
    one = Setting(scenario="baseline", moved={"linkage": 0.1, "misperception": 0.2})
    other = Setting(scenario="baseline", moved={"misperception": 0.2, "linkage": 0.1})
    assert one == other
    assert hash(one) == hash(other)
    assert one != Setting(scenario="baseline", moved={"linkage": 0.1})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"scenario": "basline"}, "baseline"),
        ({"moved": {"misperceptio": 0.1}}, "misperception"),
        ({"moved": {"misperception": 7.0}}, "0.8"),
        ({"months": MOST_MONTHS + 1}, "1 to 48"),
        ({"months": 0}, "1 to 48"),
    ],
)
def test_what_is_wrong_is_refused_before_it_is_run(changes, message):
    with pytest.raises(InputError, match=message):
        Setting(**{"scenario": "baseline", **changes})


@pytest.mark.parametrize("name", scenario_names())
def test_a_scenario_cut_short_is_a_scenario(name, tmp_path):
    setting = Setting(scenario=name, lens="offensive_realism", moved={"linkage": 0.3})
    whole = setting.whole()
    assert Plan(whole).months == MOST_MONTHS
    path = tmp_path / f"{name}.yaml"
    path.write_text(as_file(whole), encoding="utf-8")
    assert load_scenario(path) == whole


def test_a_file_keeps_distributions_and_says_how_to_run_it(tmp_path):
    whole = load_scenario("misreading").with_uncertainty("ranges")
    text = as_file(whole, runs=64, seed=3)
    assert text.startswith(
        "# The same numbers: dilemma run THIS_FILE --runs 64 --seed 3"
    )
    path = tmp_path / "misreading.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_scenario(path) == whole


def test_a_file_comes_back_as_the_setting_that_wrote_it():
    moved = {"linkage": 0.3, "budget_reaction": 0.0}
    setting = Setting(
        scenario="trump",
        moved=moved,
        lens="offensive_realism",
        uncertainty="ranges",
        months=30,
    )
    found = from_file(as_file(setting.whole()).encode(), "mine.yaml")
    assert found.whole() == setting.whole()
    assert moved.items() <= found.moved.items()
    assert (found.lens, found.uncertainty, found.months) == (
        "offensive_realism",
        "ranges",
        30,
    )


def test_a_file_without_a_name_has_that_of_the_file_and_few_dials():
    content = b"from: baseline\nquestion: Q?\nparameters: {linkage: 0.1, margin: 0.2}\n"
    found = from_file(content, "up/mine.yaml", most_moved=1)
    assert found.whole().name == "mine"
    assert len(found.moved) == 1
    assert found.whole().parameters["margin"] == 0.2
