"""Attrition in its limit: Lanchester's square law, to the order of the step."""

import numpy as np
import pytest

from sim.rules.war import attrition

LETHALITY = 0.05
ONE, TWO = 300.0, 200.0


def fight(months, steps):
    """Return both sides after some months at full fire, in equal steps."""
    one, two = np.array([ONE]), np.array([TWO])
    each = LETHALITY * months / steps
    for _ in range(steps):
        one, two = (
            attrition(one, two, np.ones(1), lethality=each).total,
            attrition(two, one, np.ones(1), lethality=each).total,
        )
    return one[0], two[0]


def drift(months, steps):
    one, two = fight(months, steps)
    return abs((one**2 - two**2) / (ONE**2 - TWO**2) - 1.0)


def test_the_difference_of_squares_stays_to_the_order_of_the_step():
    steps = np.array([12, 24, 48, 96, 192, 384])
    errors = np.array([drift(12, one) for one in steps])
    order = np.log2(errors[:-1] / errors[1:])
    # First order: half the step, half the error. 0.05 is the next order's share.
    np.testing.assert_allclose(order, 1.0, atol=0.05)


def test_a_year_of_monthly_steps_misses_lanchesters_invariant_by_three_percent():
    # Exactly (1 - a^2)^-12: what one explicit step multiplies the invariant by.
    assert drift(12, 12) == pytest.approx(1 - (1 - LETHALITY**2) ** 12, rel=1e-9)


def test_the_stronger_side_is_left_with_the_root_of_the_difference():
    # Until the weaker is gone; 4,800 steps of 1/100 month keep the error below 0.1%.
    left, gone = fight(48, 4800)
    assert gone < 1.0
    assert left == pytest.approx(np.sqrt(ONE**2 - TWO**2), rel=2e-3)


def test_nobody_loses_more_soldiers_than_there_are():
    left = attrition(np.array([1.0]), np.array([900.0]), np.array([1.0]), lethality=0.1)
    assert left.total[0] == 0.0
