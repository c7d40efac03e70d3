"""The sign of each argument: what raises a value raises it for any plausible input."""

import pytest
from cases import gathered
from hypothesis import given, settings
from hypothesis import strategies as st

UP = gathered("UP")
DOWN = gathered("DOWN")
SIGNS = [
    (rule, name, sign)
    for table, sign in ((UP, 1.0), (DOWN, -1.0))
    for rule, names in table.items()
    for name in names
]
ROUNDING = 1e-9  # of values up to 20,000 bn US$


@pytest.mark.parametrize(("rule", "name", "sign"), SIGNS)
def test_a_value_moves_with_its_argument_and_never_against_it(moved, rule, name, sign):
    low, high = moved(rule, name)
    least, most = sorted((sign * low, sign * high))
    assert least >= -ROUNDING
    assert most > 0.0, "it never moves at all"


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    share=st.floats(0.01, 1.0),
    cause=st.sampled_from(
        [("threat", one) for one in UP["threat"]]
        + [("vulnerability", one) for one in UP["vulnerability"]]
        + [("hostile_intent", one) for one in UP["hostile_intent"]]
        + [("veto", one) for one in UP["veto"]]
        + [("desired_burden", "felt")]
    ),
)
def test_threat_vetoes_and_arming_are_monotone_for_any_plausible_input(
    moved, seed, share, cause
):
    low, _ = moved(*cause, seed=seed, share=share, rows=20)
    assert low >= -ROUNDING


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_proximity_raises_power_and_so_threat(moved, seed):
    _, high = moved("projected_power", "distance", seed=seed, rows=20)
    assert high <= ROUNDING
