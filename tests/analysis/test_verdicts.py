"""Verdicts at their boundaries, the arms' honesty, and the committed table."""

import csv
from pathlib import Path

import numpy as np
import pytest

from analysis import verdicts as module
from analysis.verdicts import ARMS, CLAIMS, OUTCOMES, drawn, judge, verdict, verdicts
from sim.parameters import FLAT_NAMES, card_of

COMMITTED = Path(__file__).parents[2] / "docs" / "findings" / "verdicts.csv"


def effects(above=0, below=0, inside=0):
    """Return paired effects, so many of each kind out of a hundred."""
    assert above + below + inside == 100
    return np.array([0.5] * above + [-0.5] * below + [0.0] * inside)


@pytest.mark.parametrize(
    ("found", "sign", "expected"),
    [
        (effects(above=100), 1, "premise"),
        (effects(above=100), -1, "premise against"),
        (effects(above=99, inside=1), 1, "supported"),  # 99% is not over 99%
        (effects(above=80, below=20), 1, "supported"),
        (effects(above=79, below=21), 1, "conditional, mean up"),
        (effects(below=80, above=20), 1, "contradicted"),
        (effects(below=80, above=20), 0, "lowers"),
        (effects(above=80, inside=20), 0, "raises"),
        (effects(inside=80, above=20), 1, "no effect"),
        (effects(inside=79, below=21), 1, "conditional, mean down"),
    ],
)
def test_verdicts_at_their_boundaries(found, sign, expected):
    assert verdict(found, sign) == expected


def test_effects_are_judged_in_units_of_luck():
    found = judge(np.array([1.0, 3.0]), 2.0, 1)
    assert found["effect"] == 1.0
    assert found["high"] - found["effect"] == pytest.approx(1.96 * 0.5)
    assert found["above"] == 1.0


def test_what_luck_cannot_move_is_its_own_unit():
    assert judge(np.array([1.0, 3.0]), 0.0, 1)["effect"] == 2.0


def test_parameters_fill_the_range_of_every_card_that_is_no_trait():
    chosen = drawn(200, 0, {"linkage": 0.5})
    for flat in FLAT_NAMES:
        card, state = card_of(flat)
        if card.kind == "profile" or flat == "saturation":
            assert flat not in chosen
        elif card.name == "linkage":
            assert chosen[flat] == 0.5
        else:
            low, high = card.range(state)
            assert low <= chosen[flat].min() < low + 0.05 * (high - low) + 1e-12
            assert high >= chosen[flat].max() > high - 0.05 * (high - low) - 1e-12


def test_arms_share_luck_and_parameters_save_what_they_set():
    one, other = (
        module._case(ARMS[name], 20, 0) for name in ("cooperation", "no cooperation")
    )
    np.testing.assert_array_equal(one.luck_ids, other.luck_ids)
    differ = {
        name
        for name in one.parameters
        if not np.array_equal(one.parameters[name], other.parameters[name])
    }
    assert differ == {"nk_russia_exchange"}


def test_a_treatment_changes_a_cause_and_the_outcome_is_read_elsewhere():
    for claim in CLAIMS:
        for reading in claim.readings:
            read = OUTCOMES[reading.name].keywords["keys"]
            moved = {name for arm in reading.contrast for name in ARMS[arm].settings}
            assert not {key.split(".")[0] for key in read} & moved
            assert sum(reading.contrast.values()) == 0
            assert reading.control in reading.contrast


@pytest.fixture(scope="module")
def table():
    return verdicts(1000, 0, workers=1)


@pytest.mark.slow
def test_the_committed_table_is_what_comes_out(table):
    """Changing it needs an entry in docs/decisions.md; `make findings` writes it."""
    with COMMITTED.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    message = (
        "the verdicts have changed: run `make findings`, and say in docs/decisions.md"
        " what changed them"
    )
    for was, now in zip(lines, table.to_dict("records"), strict=True):
        for key in ("claim", "reading", "verdict"):
            assert was[key] == now[key], message
        for key in ("effect", "low", "high", "above", "below"):
            assert float(was[key]) == pytest.approx(now[key], rel=0.02, abs=0.006), (
                message
            )
