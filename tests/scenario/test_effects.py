"""Every scenario that is shipped does something to the outcome that it is about."""

import functools

import numpy as np
import pytest

from analysis.catalogue import OUTCOMES
from sim.ensemble import run
from sim.scenario import load_scenario, scenario_names
from sim.scenario.inheritance import parent_of

RUNS = 512
LEAST = 3.0
"""Standard errors by which the mean has to move, each run against the same luck."""

REFERENCE = ("baseline", "historical")
"""What others are compared with changes nothing."""

COMPARED = {"nobody_learns": "alternating_administrations"}
"""What a scenario says it is to be compared with, where that is not its parent."""

TREATMENTS = [name for name in scenario_names() if name not in REFERENCE]


@functools.cache
def _outcomes(name):
    return run(name, runs=RUNS, outcomes=OUTCOMES, keep=0, fast=True).outcomes


@pytest.mark.slow
@pytest.mark.parametrize("name", TREATMENTS)
def test_the_named_outcome_moves(name):
    outcome = load_scenario(name).outcome
    before = _outcomes(COMPARED.get(name, parent_of(name)))[outcome]
    asked = [OUTCOMES[outcome]]
    after = run(name, runs=RUNS, outcomes=asked, keep=0, fast=True).outcomes[outcome]
    moved = after - before
    assert np.mean(moved) != 0.0, f"{name}: your change had no effect on {outcome}"
    error = np.std(moved, ddof=1) / np.sqrt(RUNS)
    assert abs(np.mean(moved)) >= LEAST * error, (
        f"{name}: your change cannot be told from luck in {outcome}: it moves by "
        f"{np.mean(moved):+.3g}, and that is known to {error:.2g}"
    )
