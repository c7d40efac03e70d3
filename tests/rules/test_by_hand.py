"""Each rule by hand: one number that a reader can work out beside the equation."""

import numpy as np
import pytest
from cases import gathered

from sim.contract import arguments
from sim.rules import RULES

BY_HAND = gathered("BY_HAND")


def test_every_rule_has_been_worked_out_by_hand():
    assert set(BY_HAND) == set(RULES)


def shaped(given, axes):
    """Return one row of an argument; a number stands for every place."""
    return given if given.ndim == axes else given[..., None]


@pytest.mark.parametrize("rule", BY_HAND)
def test_the_rule_gives_the_number_worked_out_by_hand(rule):
    given, parameters, expected = BY_HAND[rule]
    arrays = [
        shaped(np.asarray(one, dtype=float), len(declared.axes))
        for one, declared in zip(given, arguments(RULES[rule]), strict=True)
    ]
    found = RULES[rule](*arrays, **parameters).total
    # 1e-8: ratios carry 1e-9 in their denominators, against a division by nothing.
    np.testing.assert_allclose(found[..., 0], expected, rtol=1e-8)
