"""Results do not move without anybody seeing it."""

import importlib.util
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def golden():
    spec = importlib.util.spec_from_file_location("golden_write", HERE / "write.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_baseline_is_the_one_that_was_reviewed(golden):
    # If results were meant to move: `make golden`, and read the diff.
    expected = (HERE / "baseline.txt").read_text(encoding="utf-8")
    assert golden.trace().splitlines() == expected.splitlines()


def test_the_trace_is_short_enough_to_be_read(golden):
    lines = (HERE / "baseline.txt").read_text(encoding="utf-8").splitlines()
    assert 80 < len(lines) < 120
    assert max(map(len, lines)) < 160


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (1.0, "1"),
        (0.123456, "0.123"),
        (12.0, "12"),
        (11.96, "12"),
        (1e-5, "1e-05"),
    ],
)
def test_numbers_are_shown_in_three_digits(golden, number, text):
    assert golden.shown(number) == text
