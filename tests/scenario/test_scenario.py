"""What a scenario takes over, what it sets, and what it can be changed into."""

import pickle

import numpy as np
import pytest
from pydantic import ValidationError

from sim.errors import InputError
from sim.parameters import CARDS
from sim.scenario import Scenario, load_scenario
from sim.scenario.distributions import Distribution


@pytest.fixture(scope="module")
def baseline():
    return load_scenario("baseline")


def test_a_question_is_enough_and_the_name_is_the_stem(write):
    scenario = load_scenario(write("question: What if?\n", "내 시나리오-2.yaml"))
    assert scenario.name == "내 시나리오-2"
    assert scenario.title.ko == scenario.title.en == scenario.name
    assert scenario.summary.en == "What if?"
    assert (scenario.base, scenario.start, scenario.end) == (2021, "2022-01", "2034-12")
    assert scenario.chosen() == {}
    assert scenario.at_first_guesses().settings() == {}


def test_a_byte_order_mark_and_windows_line_ends_are_read(write):
    path = write(b"\xef\xbb\xbfquestion: What if?\r\nend: 2025-12\r\n")
    assert load_scenario(str(path)).end == "2025-12"


def test_mappings_merge_by_key_lists_and_scalars_replace_null_removes(write):
    write(
        """\
        question: parent
        tags: [a, b]
        base: 2011
        end: 2030-12
        administrations: [{from: 2021-01, profile: biden}]
        governments:
          ROK: [{from: 2020-01, profile: rok_progressive}]
          Japan: [{from: 2020-01, profile: japan_ldp}]
        events:
          war: {kind: invasion, on: 2022-02}
          peace: {kind: ceasefire, on: 2026-01}
        levers:
          one: {parameter: linkage, from: 2024-01, until: 2025-01, to: 0.1}
          two: {parameter: batch, from: 2024-01, to: 1}
        parameters: {linkage: {uniform: [0, 0.1]}, batch: 2}
        lenses: {all: defensive_realism}
        """,
        "parent.yaml",
    )
    child = load_scenario(
        write(
            """\
            question: child
            from: parent
            base: null
            administrations: [{from: 2020-01, profile: harris}]
            governments:
              ROK: [{from: 2020-01, profile: rok_conservative}]
              Japan: null
            events: {peace: {on: 2027-01}, war: null}
            levers: {one: {to: 0.2, until: null}, two: null}
            parameters: {linkage: {choice: [0.3]}}
            lenses: {NK: offensive_realism}
            """
        )
    )
    assert child.question == "child"
    assert child.tags == ()
    assert child.base == 2021
    assert child.end == "2030-12"
    assert [term.profile for term in child.administrations] == ["harris"]
    assert list(child.governments) == ["ROK"]
    assert child.governments["ROK"][0].profile == "rok_conservative"
    assert {name: event.on for name, event in child.events.items()} == {
        "peace": "2027-01"
    }
    (lever,) = child.levers.values()
    assert (lever.since, lever.until, lever.to) == ("2024-01", None, 0.2)
    assert child.parameters == {"linkage": Distribution("choice", (0.3,)), "batch": 2.0}
    assert child.lenses == {"all": "defensive_realism", "NK": "offensive_realism"}


def test_a_neighbor_comes_before_a_packaged_scenario(write):
    write("question: another\nend: 2024-12\n", "baseline.yaml")
    assert load_scenario(write("question: b\nfrom: baseline\n")).end == "2024-12"


def test_a_family_set_in_the_child_sets_every_copy(write):
    write("question: a\nparameters: {reach.NK: 900, linkage.NK: 0.5}\n", "parent.yaml")
    child = load_scenario(
        write("question: b\nfrom: parent\nparameters: {linkage: 0.1}\n")
    )
    assert child.settings()["linkage.NK"] == 0.1
    assert child.settings()["reach.NK"] == 900


def test_settings_go_from_lens_to_family_to_one_copy(write):
    scenario = load_scenario(
        write(
            """\
            question: which wins?
            lenses: {all: offensive_realism, Japan: defensive_realism}
            parameters: {margin.NK: 0.2, margin: 0.1}
            """
        )
    )
    settings = scenario.settings()
    assert settings["worst_case.China"] == 0.9
    assert settings["worst_case.Japan"] == 0.4
    assert (settings["margin.NK"], settings["margin.Japan"]) == (0.2, 0.1)
    order = [flat for card in CARDS.values() for flat in card.flat_names]
    assert list(settings) == sorted(settings, key=order.index)


def test_range_means_uniform_over_each_copy_own_range(write):
    settings = load_scenario(
        write("question: a\nparameters: {reach: range}\nmechanisms: {vetoes: range}\n")
    ).settings()
    assert settings["reach.NK"] == Distribution("uniform", (250.0, 1000.0))
    assert settings["reach.US"] == Distribution("uniform", (4000.0, 16000.0))
    assert settings["vetoes"] == Distribution("uniform", (0.0, 1.0))


def test_with_parameters_changes_a_copy_and_leaves_the_original(baseline):
    changed = baseline.with_parameters(
        linkage=np.float64(0.1), vetoes=0, **{"linkage.NK": {"uniform": [0.0, 0.2]}}
    )
    settings = changed.settings()
    assert settings["linkage.US"] == 0.1
    assert settings["linkage.NK"] == Distribution("uniform", (0.0, 0.2))
    assert changed.mechanisms == {"vetoes": 0.0}
    assert "linkage.US" not in baseline.settings()
    again = changed.with_parameters(linkage=0.3)
    assert again.settings()["linkage.NK"] == 0.3


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"linkge": 0}, "there is no parameter 'linkge'; did you mean 'linkage'?"),
        ({"reach.Nk": 1}, "has no value for 'Nk'; valid: China, Japan, NK"),
        ({"linkage": 2}, "is 2; it must be a number from 0 to 0.5"),
        ({"linkage": "much"}, "parameter 'linkage' is 'much'; it must be a number"),
        ({"linkage": [0.1]}, "parameter 'linkage' is a list; it must be a number"),
        ({"linkage": np.zeros(3)}, "it must be a number"),
        ({"linkage": float("nan")}, "it must be a number"),
        ({"linkage": 10**400}, "it must be a number"),
        ({"linkage": None}, "is empty; it must be a number"),
        ({"vetoes": {"uniform": [0, 2]}}, "is 2; it must be a number from 0 to 1"),
    ],
)
def test_with_parameters_refuses_what_a_file_may_not_say(baseline, settings, words):
    with pytest.raises(InputError) as caught:
        baseline.with_parameters(**settings)
    assert words in str(caught.value)


def test_a_scenario_is_frozen_and_pickles(baseline):
    with pytest.raises(ValidationError):
        baseline.start = "2000-01"
    copy = pickle.loads(pickle.dumps(baseline))
    assert copy == baseline
    assert copy.resolved() == baseline.resolved()
    assert isinstance(copy, Scenario)
