"""Every unit that readers meet is said in Korean, and no other."""

import re

from analysis.units import UNITS, unit_in
from analysis.why.sources import INPUTS
from analysis.why.words import unit_words
from sim.contract import arguments
from sim.parameters import CARDS
from sim.rules import RULES
from sim.state import SERIES

PLAIN = {"1", "km"}
"""What Korean writes as English does."""


def test_every_unit_has_its_words():
    read = {
        unit_words(one.unit, "en")
        for rule in {rule for rule, _ in INPUTS}
        for one in arguments(RULES[rule])
    }
    recorded = {field.unit for field in SERIES.values()}
    known = recorded | {card.unit for card in CARDS.values()} | read
    assert known - set(UNITS) == set(), "say these in Korean in analysis/units.py"
    assert set(UNITS) - known == set(), "nothing has these units any more"


def test_units_are_in_korean():
    for unit in UNITS:
        assert re.search("[가-힣]", unit_in(unit, "ko")) or unit in PLAIN, unit
        assert unit_in(unit, "en") == unit


def test_two_units_never_look_the_same_but_where_korean_has_one_word():
    said = sorted(UNITS.values())
    twice = {one for one in said if said.count(one) > 1}
    assert twice == {"회"}  # of launches and of tests
