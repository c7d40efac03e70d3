"""Every scenario that is shipped does something to the outcome that it is about."""

import functools

import numpy as np
import pytest

from analysis.catalogue import OUTCOMES
from sim.ensemble import run
from sim.scenario import load_scenario, scenario_names
from sim.scenario.inheritance import parent_of

RUNS = 64
LEAST = 0.1
"""Standard deviations of the parent by which the mean has to move."""

REFERENCE = ("baseline", "historical")
"""What others are compared with changes nothing."""

TREATMENTS = [name for name in scenario_names() if name not in REFERENCE]


@functools.cache
def _parent(name):
    return run(name, runs=RUNS, outcomes=OUTCOMES, keep=0).outcomes


@pytest.mark.slow
@pytest.mark.parametrize("name", TREATMENTS)
def test_the_named_outcome_moves(name):
    outcome = load_scenario(name).outcome
    before = _parent(parent_of(name))[outcome]
    after = run(name, runs=RUNS, outcomes=[OUTCOMES[outcome]], keep=0).outcomes[outcome]
    moved = np.mean(after - before)
    spread = np.std(before)
    assert moved != 0.0, f"{name}: your change had no effect on {outcome}"
    assert abs(moved) >= LEAST * spread, (
        f"{name}: your change had no effect on {outcome}: {moved:+.3g}, which is "
        f"{abs(moved) / spread:.2f} standard deviations"
    )
