"""The benchmarks' own arithmetic and page; what they measure is for `make bench`."""

import json
import platform
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(FOLDER)
    import bench

    return bench


def test_a_further_future_costs_what_the_slope_says(bench):
    import sweep

    even = [(3.0 + 2.0 * k, 8) for k in range(9)]  # 3 seconds of start do not count
    assert sweep.marginal(even) == (0.25, 0.25)
    slower = [*even[:3], *((7.0 + 4.0 * k, 8) for k in range(1, 7))]
    assert sweep.marginal(slower) == (0.25, 0.5)
    assert all(one != one for one in sweep.marginal(even[:3]))  # too few to tell


def test_what_rises_or_passes_a_limit_is_said(bench):
    budget = {"rules": 0.10, "chunk_month": 100.0}
    measured = {"rules": 0.11, "chunk_month": 121.0, "writing_share": 0.2}
    found = bench.complaints(measured, budget, accepted=False)
    assert len(found) == 2
    assert "chunk_month rose from 100 to 121, by 21%" in found[0]
    assert found[1] == "writing_share is 0.2; the limit is 0.1"
    assert bench.complaints(measured, budget, accepted=True) == found[1:]


def test_everything_measured_has_a_meaning_and_budgets_are_of_what_is_measured(bench):
    names = list(bench.measures(million=False))
    assert sorted(names) == sorted(bench.MEANINGS)
    assert {*bench.LIMITS, *bench.BUDGETED} <= set(names)
    budget = json.loads(bench.BUDGET.read_text(encoding="utf-8"))["budget"]
    assert set(budget) <= set(names)


def test_the_page_says_what_was_measured_where_and_what_is_only_extrapolated(bench):
    rows = [
        bench.Row("Sweeps", "minutes", 31.0, 30.0),
        bench.Row("Sweeps", "writing", 0.01, 0.1),
        bench.Row("A month", "float32", 0.6183, None),
        bench.Row("A month", "multiplies", 42_137.2, None),
    ]
    short = bench.page(rows, futures=4_096, busy=3.0)
    assert "| minutes | 31 | 30 | not met |" in short
    assert "| writing | 0.01 | 0.1 | met |" in short
    assert "| float32 | 0.618 |  |  |" in short
    assert "| multiplies | 42,100 |  |  |" in short
    assert short.count("## ") == 2
    assert "extrapolated from 4,096" in " ".join(short.split())
    assert "Other work was going on" in short
    assert "numpy" in short
    assert platform.node() not in short
    whole = bench.page(rows, futures=1_000_448, busy=None)
    assert "extrapolated" not in whole
    assert "Other work" not in whole
