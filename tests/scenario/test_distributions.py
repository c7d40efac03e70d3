"""Draws come from the distribution that was asked for, from uniforms alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.distributions import Distribution, draw

GRID = (np.arange(100_000) + 0.5) / 100_000
EVERY = [
    Distribution("uniform", (-1.0, 3.0)),
    Distribution("triangular", (0.0, 0.25, 1.0)),
    Distribution("triangular", (0.0, 0.0, 1.0)),
    Distribution("triangular", (0.0, 1.0, 1.0)),
    Distribution("loguniform", (0.1, 10.0)),
    Distribution("choice", (3.0, 1.0, 2.0)),
]


def test_moments_are_those_of_the_textbook():
    uniform, triangular, _, _, loguniform, choice = (draw(one, GRID) for one in EVERY)
    assert uniform.mean() == pytest.approx(1.0, abs=1e-6)
    assert uniform.var() == pytest.approx(16 / 12, abs=1e-6)
    assert triangular.mean() == pytest.approx(1.25 / 3, abs=1e-6)
    assert triangular.var() == pytest.approx((1 + 1 / 16 - 1 / 4) / 18, abs=1e-6)
    assert np.median(loguniform) == pytest.approx(1.0, abs=1e-3)
    assert loguniform.mean() == pytest.approx(9.9 / np.log(100), abs=1e-4)
    values, counts = np.unique(choice, return_counts=True)
    assert values.tolist() == [1.0, 2.0, 3.0]
    assert np.ptp(counts) <= 1


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.form}{one.values}")
def test_draws_keep_order_shape_and_bounds(one):
    drawn = draw(one, GRID)
    assert drawn.shape == GRID.shape
    assert drawn.dtype == np.float64
    assert one.low <= drawn.min()
    assert drawn.max() <= one.high
    if one.form != "choice":
        assert (np.diff(drawn) >= 0).all()


@given(
    form=st.sampled_from(["uniform", "triangular", "loguniform", "choice"]),
    values=st.lists(st.floats(1e-6, 1e6), min_size=3, max_size=3, unique=True),
    share=st.floats(1e-17, 1 - 1e-16),
)
def test_no_draw_leaves_the_bounds(form, values, share):
    low, mode, high = sorted(values)
    given_values = (
        (low, mode, high) if form in ("triangular", "choice") else (low, high)
    )
    drawn = draw(Distribution(form, given_values), [share])
    assert low <= drawn[0] <= high
    assert np.array_equal(
        drawn, draw(Distribution(form, given_values), np.array([share]))
    )
