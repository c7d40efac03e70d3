"""The scenarios that are shipped: whole, in two languages, each asking its own."""

import json
import re
from importlib import resources
from pathlib import Path

import pytest

import sim.scenario
from analysis.catalogue import OUTCOMES
from sim.parameters import CARDS
from sim.scenario import (
    Scenario,
    json_schema,
    load_scenario,
    scenario_names,
    write_schema,
)
from sim.scenario.bundles import lenses, levers, profiles
from sim.scenario.inheritance import NOT_INHERITED
from sim.scenario.plan import Plan
from sim.scenario.reading import read_yaml

SHIPPED = scenario_names()
HANGUL = re.compile("[가-힣]")
FOLDER = Path(str(resources.files("scenarios")))


BUNDLES = ("experiments", "lenses", "levers", "profiles")
LISTED = (
    {f"S{number:02}" for number in range(80)}
    | {f"T{number}" for number in range(1, 11)}
) - {f"S{number:02}" for number in (*range(7, 10), *range(22, 30), 39, 68, 69)}
"""Every place in the list that comes from the papers."""


def _file(name):
    (found,) = FOLDER.glob(f"*/{name}.yaml")
    return found


def test_every_file_in_a_folder_of_scenarios_is_one_baseline_first():
    files = [
        path for path in FOLDER.glob("*/*.yaml") if path.parent.name not in BUNDLES
    ]
    assert sorted(path.stem for path in files) == sorted(SHIPPED)
    assert SHIPPED[0] == "baseline"
    assert SHIPPED[1:] == sorted(SHIPPED[1:])
    assert not list(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_each_loads_and_speaks_for_itself_in_both_languages(name):
    scenario = load_scenario(name)
    own = read_yaml(_file(name)).data
    assert set(NOT_INHERITED) - {"name", "id"} <= set(own)
    assert scenario.name == name
    assert scenario.question.endswith("?")
    for text in (scenario.title, scenario.summary):
        assert HANGUL.search(text.ko)
        assert not HANGUL.search(text.en)
    assert scenario.tags
    assert Plan(scenario).months == 156


def test_each_is_about_an_outcome_that_there_is():
    assert {load_scenario(name).outcome for name in SHIPPED} <= set(OUTCOMES)


def test_the_list_of_the_papers_is_complete():
    assert {load_scenario(name).id for name in SHIPPED} >= LISTED


def test_no_two_differ_in_words_only():
    said = {}
    for name in SHIPPED:
        data = load_scenario(name).resolved()
        text = json.dumps({k: v for k, v in data.items() if k not in NOT_INHERITED})
        assert text not in said, f"{name} and {said[text]} are the same"
        said[text] = name


@pytest.mark.parametrize("what", ["question", "title", "summary"])
def test_no_two_ask_or_say_the_same(what):
    said = [json.dumps(load_scenario(name).resolved()[what]) for name in SHIPPED]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_treatment_sets_causes_and_leaves_the_calendar_of_the_baseline(name):
    scenario, baseline = load_scenario(name), load_scenario("baseline")
    if name != "historical":
        assert (scenario.start, scenario.end, scenario.base) == (
            baseline.start,
            baseline.end,
            baseline.base,
        )
        assert scenario.governments == baseline.governments


def test_every_lever_of_policy_speaks_both_languages_and_is_used():
    used = {
        lever.use for name in SHIPPED for lever in load_scenario(name).levers.values()
    }
    assert set(levers()) <= used
    for lever in levers().values():
        assert re.fullmatch("L[0-3][0-9]", lever.id)
        assert lever.moves
        for text in (lever.title, lever.benefit, lever.side_effect):
            assert HANGUL.search(text["ko"]), lever.name
            assert not HANGUL.search(text["en"]), lever.name
    assert {lever.id for lever in levers().values()} == {
        f"L{number:02}" for number in range(1, 31)
    }


def test_every_lens_sets_the_same_names_for_every_state():
    names = [
        {
            state: {flat.partition(".")[0] for flat in values}
            for state, values in lens.values.items()
        }
        for lens in lenses().values()
    ]
    assert list(lenses()) == [
        "defensive_realism",
        "offensive_realism",
        "perceptual_realism",
        "intentions_known",
    ]
    assert all(one == names[0] for one in names)
    assert len({frozenset(one) for one in names[0].values()}) == 1
    assert all(HANGUL.search(lens.title["ko"]) for lens in lenses().values())


def test_every_profile_sets_every_trait_of_its_state():
    for state in ("US", "ROK", "Japan"):
        traits = {
            f"{name}.{state}"
            for name, card in CARDS.items()
            if card.kind == "profile" and state in card.states
        }
        own = [one for one in profiles().values() if one.state == state]
        assert len(own) >= 2
        for profile in own:
            assert set(profile.traits) == traits, profile.name
            assert HANGUL.search(profile.title["ko"])


def test_every_number_of_a_profile_or_lens_gives_its_reason():
    for path in [*FOLDER.glob("profiles/*.yaml"), *FOLDER.glob("lenses/*.yaml")]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"\s+[a-z_]+: *-?[0-9]", line):
                assert "  # " in line, f"{path.name}: {line}"


def test_the_schema_is_current(tmp_path):
    write_schema(tmp_path / "schema.json")
    committed = (FOLDER / "schema.json").read_bytes()
    assert (tmp_path / "schema.json").read_bytes() == committed, (
        "the cards have changed: run `make docs`"
    )


def test_the_schema_knows_every_key_and_every_name():
    schema = json_schema()
    assert set(schema["properties"]) == {"from", *Scenario.model_fields}
    names = set()
    for field in ("parameters", "mechanisms"):
        names |= set(schema["properties"][field]["properties"])
    assert names == {
        name for card in CARDS.values() for name in (card.name, *card.flat_names)
    }
    text = json.dumps(schema)
    assert all(f'"{name}"' in text for name in [*lenses(), *levers(), *profiles()])


def test_the_readme_names_every_key():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    for key in ("from", *Scenario.model_fields):
        assert f"`{key}`" in text, key


def test_what_a_reader_needs_can_be_imported_from_one_place():
    for name in sim.scenario.__all__:
        assert hasattr(sim.scenario, name)
