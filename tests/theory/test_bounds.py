"""Whatever the parameters, every field stays what it is declared to be."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.model import StrategicModel
from sim.rules import CARDS
from sim.state import FIELDS, holders

# Bounds hold to rounding: sums of a few terms, each relative to values up to 1e3.
ROUNDING = 1e-9


def drawn(luck, rows, extreme):
    """Return all parameters, a value per row: uniform, or mostly at their ends."""
    values = {}
    for card in CARDS.values():
        for flat, state in zip(card.flat_names, card.states or (None,), strict=True):
            low, high = card.range(state)
            share = luck.uniform(0.0, 1.0, rows)
            ends = luck.integers(0, 2, rows)
            share = np.where(luck.uniform(size=rows) < extreme, ends, share)
            values[flat] = low + share * (high - low)
            values[flat] = np.clip(values[flat], low, high)
    return values


def outside(model):
    """Return what has left its bounds, in words."""
    found = []
    for owner, field, holder in holders(model):
        value = getattr(holder, field.name)
        if not np.isfinite(value).all():
            found.append(f"{owner}.{field.name} is not finite")
        elif value.min() < field.low - ROUNDING or value.max() > field.high + ROUNDING:
            found.append(
                f"{owner}.{field.name} runs from {value.min()} to {value.max()}"
            )
    return found


def run_within_bounds(world, rows, months, seed, extreme):
    parameters = drawn(np.random.default_rng(seed), rows, extreme)
    model = StrategicModel(world, rows=rows, seed=seed, **parameters)
    assert not outside(model)
    for _ in range(min(months, model.plan.months)):
        model.step()
        assert not outside(model), f"after {model.month} months"


@settings(max_examples=5, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 2**32 - 1),
    extreme=st.sampled_from([0.0, 0.5, 1.0]),
    world=st.sampled_from(["baseline", "trump", "ceasefire", "historical"]),
)
def test_two_years_stay_in_bounds_for_any_plausible_parameters(seed, extreme, world):
    run_within_bounds(world, 96, 24, seed, extreme)


def test_thirteen_years_stay_in_bounds_for_any_plausible_parameters():
    run_within_bounds("baseline", 96, 156, 7, 0.5)


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    extreme=st.sampled_from([0.0, 0.3, 1.0]),
    world=st.sampled_from(
        ["baseline", "trump", "ceasefire", "historical", "no_invasion"]
    ),
)
def test_whole_futures_stay_in_bounds_for_any_plausible_parameters(
    seed, extreme, world
):
    run_within_bounds(world, 960, 156, seed, extreme)


MOVING = (
    "NK.income",
    "NK.technology",
    "US.belief",
    "NK.belief",
    "ROK.belief",
    "Japan.belief",
    "Russia.isolation",
    "war.front",
    "war.russian_weariness",
    "war.ukrainian_weariness",
    "council.monitoring",
    "council.china_compliance",
    "council.russia_compliance",
    "council.unilateral",
    "council.legitimacy",
    "council.pressure",
    "ties.depth",
    "exchange.channel",
)
"""Continuous fields that rules hold within bounds, and that should rarely need it."""


@pytest.fixture(scope="module")
def shares_at_a_bound():
    """Return the share of rows and months that each moving field spends at a bound."""
    bounds = {f"{f.owner}.{f.name}": (f.low, f.high) for f in FIELDS}
    model = StrategicModel("baseline", rows=64, seed=1)
    for _ in range(6):  # the world before the invasion stands at zeros by its nature
        model.step()
    found = {name: [] for name in MOVING}
    while model.running:
        model.step()
        now = model.snapshot()
        for name, shares in found.items():
            _, field = name.split(".")
            low, high = bounds.get(name) or bounds[f"each.{field}"]
            if field == "belief":
                low, high = -6.0, 6.0
            at = (now[name] <= low + 1e-9) | (now[name] >= high - 1e-9)
            shares.append(at.mean(axis=-1))
    return {name: np.mean(np.array(one), axis=0) for name, one in found.items()}


@pytest.mark.parametrize("name", MOVING)
def test_little_time_is_spent_at_a_bound_with_first_guesses(shares_at_a_bound, name):
    assert np.mean(shares_at_a_bound[name]) < 0.2
