"""What is printed: nothing cut off, nothing hidden, numbers as readers write them."""

import io
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from analysis import compare
from analysis.interfaces.progress import Meter
from analysis.interfaces.show import decimals, report, shown, supported, with_error
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
    ends = {"low": 2.0, "median": 5.0, "high": 1234.0}
    sure = {f"{name}_{end}": value for name, value in ends.items() for end in _ENDS}
    text = printed(four.assign(**ends, **sure), width=200)
    assert "5 ±0  (2–1,234)" in text
    text = printed(four.assign(**ends, **sure | {"median_to": 6.0}), width=200)
    assert "5 ±1  (2–1,234)" in text
    text = printed(four.assign(**ends, **sure | {"low_from": 1.0}), width=200)
    assert "5 ±0  (2–1,234)" in text


_ENDS = ("from", "to")


def test_a_figure_has_its_error_and_the_digits_that_it_supports(four):
    row = {"median": 12.3456, "median_from": 12.1, "median_to": 12.5}
    row |= {"low": 8.76543, "low_from": 8.0, "low_to": 10.0}
    row |= {"high": 19.98765, "high_from": 19.95, "high_to": 20.1}
    text = printed(four.assign(**row), width=200)
    assert "12.35 ±0.25  (8.8–20.0)" in text


def test_shares_have_errors_in_percent(four):
    shares = four.assign(mean=0.86, mean_from=0.77, mean_to=0.92)
    assert "86 ±9%" in printed(shares, width=200)
    shares = four.assign(mean=0.861, mean_from=0.858, mean_to=0.864)
    assert "86.10 ±0.30%" in printed(shares, width=200)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_error_and_spread_are_told_apart(four, lang):
    text = " ".join(printed(four, lang=lang).split())
    for word in {
        "en": ("MONTE CARLO ERROR", "SPREAD", "more narrow it", "more runs do not"),
        "ko": ("몬테카를로 오차", "산포", "늘리면 줄어든다", "늘려도 줄지 않는다"),
    }[lang]:
        assert word in text


def test_with_few_runs_the_ends_of_a_spread_have_no_error(four):
    assert "Fewer than 72 runs" in printed(four)
    many = compare.table([future("baseline", rows=80)])
    text = printed(many)
    assert "Fewer than 72 runs" not in text
    assert "MONTE CARLO ERROR" in text


@given(st.floats(1e-5, 1e5))
def test_an_error_is_told_with_one_digit_or_two(error):
    places = supported(error)
    told = shown(error, places).replace(",", "").strip("0.").replace(".", "")
    if error < 9.5:
        assert 1 <= len(told) <= 2
    assert abs(float(shown(error, places).replace(",", "")) - error) <= max(
        0.5, 0.15 * error
    )
    assert supported(10 * error) <= places


def test_an_error_is_never_told_as_none():
    assert with_error(0.2, 1e-8, 3) == "0.200000 ±0.000001"
    assert with_error(0.2, 0.0, 3) == "0.200 ±0"
    assert with_error(0.25, float("nan"), 3) == "0.250"
    assert with_error(-7.0, 1.0, 3) == "−7 ±1"


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
