"""The register: every mechanism that is carried has the papers' sign at its link."""

import pytest

from analysis.classroom.desk import has_compiler
from analysis.mechanisms import MECHANISMS, effect
from sim.parameters import card_of, flat_names

CARRIED = {one.id: one for one in MECHANISMS.values() if one.link is not None}
MOST_NOT_CARRIED = 10


def test_few_are_statements_about_meaning_and_each_says_why():
    left_out = [one for one in MECHANISMS.values() if one.link is None]
    assert len(left_out) <= MOST_NOT_CARRIED
    assert all(len(one.note) > 40 for one in left_out)


@pytest.mark.parametrize("name", CARRIED)
def test_it_is_turned_off_within_the_range_of_its_parameter(name):
    link = CARRIED[name].link
    assert link.off
    for one, value in {**link.on, **link.off}.items():
        for flat in flat_names(one):
            card, state = card_of(flat)
            low, high = card.range(state)
            assert low <= value <= high, flat


@pytest.mark.slow
@pytest.mark.parametrize("name", CARRIED)
def test_turning_it_on_has_the_papers_sign_at_the_link(name):
    link = CARRIED[name].link
    # Compiled months are the plain ones: tests/machine/test_fused.py.
    mean, error = effect(link, fast=has_compiler())
    assert link.sign * mean > 3.0 * error
    assert mean != 0.0
