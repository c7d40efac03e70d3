"""The worked examples of CONTRIBUTING.md are what they claim to be."""

import re
import textwrap
from pathlib import Path

import pytest

from sim import card, contract, terms

TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.S | re.M)


def blocks(wanted):
    return [
        textwrap.dedent(text)
        for language, text in BLOCK.findall(TEXT)
        if language == wanted
    ]


@pytest.fixture
def example():
    rule, declared = blocks("python")
    names = {"Rows": terms.Rows, "Terms": terms.Terms}
    exec(compile(rule, "CONTRIBUTING.md", "exec"), names)
    return names["retirement"], eval(declared.strip(), {"card": card.card})


def test_the_rule_keeps_the_promises_of_a_rule(example, monkeypatch):
    rule, declared = example
    cards = {**contract.CARDS, declared.name: declared}
    monkeypatch.setattr(contract, "CARDS", cards)
    assert contract.arguments(rule)
    contract.check(rule)
    assert rule(120.0, warhead_life=10.0).total == 119.0


def test_the_scenario_is_valid_and_differs_in_one_thing(tmp_path):
    from sim.scenario import load_scenario
    from sim.scenario.resolution import diff

    _, text = blocks("yaml")
    path = tmp_path / "border_tightens.yaml"
    path.write_text(text, encoding="utf-8")
    scenario = load_scenario(path)
    assert scenario.name == "border_tightens"
    assert any(
        "levers" in place for place, *_ in diff(load_scenario("baseline"), scenario)
    )


def test_the_claim_is_one_that_can_be_tried(tmp_path):
    from analysis.claims.ledger import read_claims

    text, _ = blocks("yaml")
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    (claim,) = read_claims(path).values()
    assert claim.readings[0].months == (12, 24)
