"""Shells are neither made of nothing nor lost: two stocks, and all that flows."""

import numpy as np
import pytest

from sim.model import StrategicModel
from sim.record import Explanation
from sim.rules import CARDS


def audit(world, rows, seed, **parameters):
    """Run a world and return (months, rows) of every flow of shells, by name."""
    seen = Explanation({"shell_stock"})
    model = StrategicModel(
        world, rows=rows, seed=seed, recorder=seen, explain=True, **parameters
    )
    stocks = [model.states["NK"].shells + model.states["Russia"].shells]
    flows = {name: [] for name in ("made", "bought", "fired", "spoiled", "delivered")}
    while model.running:
        output = model.states["Russia"].output
        model.step()
        own = model.parameters
        stocks.append(model.states["NK"].shells + model.states["Russia"].shells)
        north = seen.terms(model.month, "shell_stock", "NK")
        russia = seen.terms(model.month, "shell_stock", "Russia")
        delivered = model.exchange.delivered
        np.testing.assert_array_equal(-north["spent"], delivered)
        np.testing.assert_array_equal(-russia["spent"], model.war.fired)
        bought = model.war.bought
        flows["made"].append(own["nk_output"] + output)
        flows["bought"].append(bought)
        flows["fired"].append(model.war.fired)
        flows["spoiled"].append(-north["spoiled"] - russia["spoiled"])
        flows["delivered"].append(delivered)
        # What Russia gains beyond its own output and other sellers is NK's delivery.
        np.testing.assert_allclose(
            russia["gained"] - output - bought, delivered, rtol=0, atol=1e-15
        )
    return np.array(stocks), {name: np.array(one) for name, one in flows.items()}


def plausible(rows, seed):
    luck = np.random.default_rng(seed)
    return {
        flat: luck.uniform(*card.range(state), rows)
        for card in CARDS.values()
        for flat, state in zip(card.flat_names, card.states or (None,), strict=True)
    }


@pytest.mark.parametrize(
    ("world", "parameters"),
    [("baseline", {}), ("baseline", plausible(16, 4)), ("no_cooperation", {})],
    ids=["baseline", "any parameters", "no cooperation"],
)
def test_shells_balance_over_a_whole_run(world, parameters):
    stocks, flows = audit(world, 16, 2, **parameters)
    change = flows["made"] + flows["bought"] - flows["fired"] - flows["spoiled"]
    balance = stocks[0] + change.sum(axis=0)
    # Stocks of up to 20 million, 156 months: rounding of 1e-15 each.
    np.testing.assert_allclose(stocks[-1], balance, rtol=1e-12)
    np.testing.assert_allclose(
        stocks[1:], stocks[0] + change.cumsum(axis=0), rtol=1e-12, atol=1e-12
    )
    assert (flows["fired"].sum(axis=0) > 0.1).all()
    assert (flows["delivered"].sum(axis=0) > 0).any() == (world == "baseline")


def test_no_shell_is_delivered_twice_or_to_nobody():
    # One month by hand: what leaves North Korea is what Russia gets beyond its own.
    model = StrategicModel("baseline", rows=8, seed=2)
    for _ in range(40):
        model.step()
    north, russia = model.states["NK"], model.states["Russia"]
    before, theirs, output = north.shells, russia.shells, russia.output
    model.step()
    own, sent = model.parameters, model.exchange.delivered
    assert (sent > 0.0).any()
    np.testing.assert_allclose(
        north.shells,
        before + own["nk_output"] - sent - own["shell_decay.NK"] * before,
        rtol=1e-12,
    )
    np.testing.assert_allclose(
        russia.shells,
        theirs
        + output
        + model.war.bought
        + sent
        - model.war.fired
        - own["shell_decay.Russia"] * theirs,
        rtol=1e-12,
    )
