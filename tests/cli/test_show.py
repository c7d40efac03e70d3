"""What is printed: nothing cut off, nothing hidden, numbers as readers write them."""

import io
import re

import numpy as np
import pytest
from rich.console import Console

from analysis import compare
from analysis.interfaces.progress import Meter
from analysis.interfaces.show import decimals, report, shown
from analysis.outcomes import OUTCOMES
from sim.history import History
from sim.state import SERIES

LABELS = tuple(f"{2022 + m // 12}-{m % 12 + 1:02d}" for m in range(13))


def future(name, shift=0.0, rows=20):
    """Return a history in which every series has a scale of its own."""

    class Named:
        pass

    scenario = Named()
    scenario.name = name
    luck = np.random.default_rng(1)
    records = {
        key: (10.0 ** (place % 8 - 3) * (luck.normal(size=(13, rows)) + 5 + shift))
        for place, key in enumerate(SERIES)
    }
    return History(
        scenario=scenario,
        seed=0,
        luck_ids=np.arange(rows),
        labels=LABELS,
        records={key: one.astype(np.float32) for key, one in records.items()},
    )


def printed(comparison, *, width=100, lang="en", everything=True):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    report(
        console,
        compare.in_language(comparison, lang),
        asked={"runs": "20", "seed": 0, "first": LABELS[1], "last": LABELS[-1]},
        lang=lang,
        everything=everything,
    )
    return console.file.getvalue()


@pytest.fixture(scope="module")
def four():
    shifts = {"baseline": 0.0, "harris": 0.5, "a_rather_long_name": -1, "decay": 2}
    return compare.table([future(*one) for one in shifts.items()])


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_no_number_is_cut_off(four, width, lang):
    text = printed(four, width=width, lang=lang)
    assert "…\n" not in text
    for opening, closing in ("()", "[]"):
        numbers = re.findall(rf"\{opening}[−\d]", text)
        whole = re.findall(rf"\{opening}[−\d][^\n\{opening}]*\{closing}", text)
        assert len(numbers) == len(whole) > 0
    for name in four["scenario"].unique():
        assert name in text


def test_every_outcome_is_shown_when_asked_for_and_headlines_else(four):
    every = " ".join(printed(four, width=200).split())
    for label in four["label"].unique():
        assert label in every
    few = printed(four, width=200, everything=False)
    assert "Polarization" not in few
    hidden = sum(not one.headline for one in OUTCOMES.values())
    assert f"{hidden} more outcomes are in table.csv" in few


def test_a_change_without_any_effect_is_pointed_out():
    table = compare.table([future("baseline"), future("mine")])
    text = " ".join(printed(table).split())
    assert "mine differs from baseline in no outcome of any run" in text
    assert "Your change had no effect" in text
    assert "'dilemma diff baseline mine'" in text
    assert "없었습니다" in printed(table, lang="ko")


def test_one_run_is_said_to_be_one_future():
    console = Console(file=io.StringIO(), width=100, color_system=None)
    asked = {"runs": "1", "seed": 0, "first": "2022-01", "last": "2022-12"}
    table = compare.table([future("baseline", rows=1), future("b", 1.0, rows=1)])
    report(console, table, asked=asked, lang="en")
    text = console.file.getvalue()
    assert "one future, not a distribution" in text
    assert "1 run per scenario" in text
    assert "5–95% of runs)" not in text
    assert "nan" not in text


def test_counts_are_whole(four):
    counted = four.assign(low=2.0, median=5.0, high=1234.0)
    text = printed(counted, width=200)
    assert "5  (2–1,234)" in text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234.5, 1, "1,234.5"),
        (-0.25, 2, "−0.25"),
        (-0.001, 2, "0.00"),
        (float("nan"), 2, "–"),
        (0.0, 0, "0"),
    ],
)
def test_numbers_are_written_as_readers_write_them(value, places, text):
    assert shown(value, places) == text


def test_a_difference_has_its_sign():
    assert shown(0.5, 1, sign=True) == "+0.5"
    assert shown(0.0, 1, sign=True) == "0.0"


def test_decimals_tell_values_of_a_span_apart():
    assert decimals(0.8, 3.0) == 3
    assert decimals(250.0, 3000.0) == 0
    assert decimals(0.0, 0.0) == 0
    assert decimals(1e-12, 1.0) == 6


def test_progress_is_silent_for_a_moment_and_told_in_lines_without_a_terminal():
    now = [0.0]
    console = Console(file=io.StringIO(), width=100, color_system=None)
    meter = Meter(console, "running it", clock=lambda: now[0])
    for now[0], done in ((1.0, 5), (2.5, 25), (5.0, 50), (13.0, 80)):
        meter(done, 100)
    meter.stop()
    assert console.file.getvalue().splitlines() == [
        "running it: 25% after 2 s, about 8 s left",
        "running it: 80% after 13 s, about 3 s left",
    ]


def test_no_estimate_is_made_from_too_little():
    now = [0.0]
    console = Console(file=io.StringIO(), width=100, color_system=None)
    meter = Meter(console, "running it", clock=lambda: now[0])
    now[0] = 3.0
    meter(1, 100)
    assert console.file.getvalue() == "running it: 1% after 3 s\n"
