"""The scenarios that are shipped: whole, in two languages, each asking its own."""

import json
import re
from importlib import resources
from pathlib import Path

import pytest

import sim.scenario
from sim.parameters import CARDS
from sim.scenario import (
    Scenario,
    diff,
    json_schema,
    load_scenario,
    scenario_names,
    write_schema,
)
from sim.scenario.bundles import lenses, profiles
from sim.scenario.inheritance import NOT_INHERITED
from sim.scenario.plan import Plan
from sim.scenario.reading import read_yaml

SHIPPED = [
    "baseline",
    "ceasefire",
    "china_joins",
    "harris",
    "historical",
    "no_cooperation",
    "no_invasion",
    "sanctions_decay",
    "sanctions_intact",
    "security_seekers",
    "theatre_linkage_cut",
    "trump",
    "trump_low_priority",
    "verified_intent",
]
HANGUL = re.compile("[가-힣]")
FOLDER = Path(str(resources.files("scenarios")))


def test_these_are_shipped_baseline_first():
    assert scenario_names() == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_each_loads_and_speaks_for_itself_in_both_languages(name):
    scenario = load_scenario(name)
    own = read_yaml(FOLDER / f"{name}.yaml").data
    assert set(NOT_INHERITED[1:]) <= set(own)
    assert scenario.name == name
    assert scenario.question.endswith("?")
    for text in (scenario.title, scenario.summary):
        assert HANGUL.search(text.ko)
        assert not HANGUL.search(text.en)
    assert scenario.tags
    assert Plan(scenario).months == 156


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "baseline"])
def test_each_differs_from_the_baseline_and_from_every_other(name):
    one = load_scenario(name)
    for other in SHIPPED[: SHIPPED.index(name)]:
        assert diff(load_scenario(other), one), other


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
    assert all(f'"{name}"' in text for name in [*lenses(), *profiles()])


def test_the_readme_names_every_key():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    for key in ("from", *Scenario.model_fields):
        assert f"`{key}`" in text, key


def test_what_a_reader_needs_can_be_imported_from_one_place():
    for name in sim.scenario.__all__:
        assert hasattr(sim.scenario, name)
