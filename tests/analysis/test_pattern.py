"""Every line of history, on histories made by hand; and the committed tables."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import kendalltau

from analysis.pattern import lines
from analysis.pattern.lines import (
    CHECKS,
    VARIANTS,
    behaviors,
    checked,
    levels,
    turn,
)
from analysis.pattern.order import (
    GUESSES,
    PERIODS,
    RANGES,
    READINGS,
    measures,
    ordered,
    over_ranges,
)
from sim.ensemble import run
from sim.history import History
from sim.scenario import load_scenario
from sim.scenario.months import month_label, month_number
from sim.state import SERIES

START = month_number("2012-01")
LABELS = tuple(month_label(START - 1 + month) for month in range(157))
FINDINGS = Path(__file__).parents[2] / "docs" / "findings"


def made(rows=1, **series):
    """Return a history in which all is 0 save some series, given from a month on.

    ``launches_NK={"2016-01": 2}``: 2 from January 2016 on, in every row.
    """
    records = {key: np.zeros((157, rows), np.float32) for key in SERIES}
    for name, steps in series.items():
        key = next(key for key in SERIES if key.replace(".", "_") == name)
        for label, value in steps.items():
            records[key][LABELS.index(label) :] = value
    return History(
        scenario=load_scenario("historical"),
        seed=0,
        labels=LABELS,
        luck_ids=np.arange(rows),
        records=records,
    )


def shown(name, history):
    (check,) = (one for one in CHECKS if one.name == name)
    return check.measure(history)[0]


OFFER = {"posture_NK_offer": {"2013-01": 1, "2013-04": 0}}
TESTS = {"launches_NK": {"2012-03": 1, "2012-04": 0, "2014-01": 2, "2014-02": 0}}
COMPLETE = {"completed_NK": {"2017-11": 0.9}}
CASES = {
    # check: (a history that shows it, one that does not)
    "offers_made": (OFFER, {"posture_NK_offer": {"2016-01": 1}}),
    "offers_die": (OFFER, {**OFFER, "deal": {"2014-01": 1}}),
    "alternation": ({**OFFER, **TESTS}, TESTS),
    "trust_falls": (
        {
            "talks_failed": {"2014-05": 1, "2014-06": 0},
            "us_trust": {"2012-01": 0.3, "2014-06": 0.2},
        },
        {"talks_failed": {"2014-05": 1, "2014-06": 0}, "us_trust": {"2012-01": 0.3}},
    ),
    "both_rise": (
        {"launches_NK": {"2016-01": 2}, "stringency": {"2016-03": 0.8}},
        {"launches_NK": {"2016-01": 2}, "stringency": {"2012-01": 0.8}},
    ),
    "rise_together": (
        {"launches_NK": {"2016-01": 2}, "adopted": {"2016-02": 1}},
        {"launches_NK": {"2016-01": 2}, "adopted": {"2012-02": 1, "2015-02": 0}},
    ),
    "few_talks": ({"talking": {"2017-11": 1}}, {"talking": {"2017-08": 1}}),
    "tests_drop": (
        {**COMPLETE, "launches_NK": {"2016-01": 2, "2018-01": 0}},
        {**COMPLETE, "launches_NK": {"2016-01": 2}},
    ),
    "talks_follow": (
        {**COMPLETE, "talks_opened": {"2018-06": 1, "2018-07": 0}},
        {**COMPLETE, "talks_opened": {"2019-06": 1}},
    ),
    "talks_spike": (
        {"talking": {"2013-01": 1, "2013-04": 0, "2018-04": 1, "2018-10": 0}},
        {"talking": {"2016-01": 1, "2016-10": 0, "2018-04": 1, "2018-10": 0}},
    ),
    "no_deal": ({}, {"relief": {"2019-01": 0.2}}),
    "economic_low": (
        {"income_NK": {"2012-01": 1.0, "2020-06": 0.7, "2022-06": 0.8}},
        {"income_NK": {"2012-01": 0.6, "2020-06": 0.7}},
    ),
    "tests_and_arms_rise": (
        {"launches_NK": {"2022-01": 3}, "delivered": {"2023-01": 0.1}},
        {"launches_NK": {"2022-01": 3}, "delivered": {"2023-01": 0.01}},
    ),
    "council_silent": (
        {"adopted": {"2017-01": 1, "2018-01": 0}},
        {"adopted": {"2023-01": 1}},
    ),
    "talks_low": ({}, {"talking": {"2022-06": 1}}),
    "allies_close_ranks": (
        {"trilateral": {"2023-01": 0.3}, "consultation": {"2023-05": 0.2}},
        {"trilateral": {"2023-01": 0.3}},
    ),
    "china_follows": (
        {"depth_NK_China": {"2023-06": 0.6}},
        {"depth_NK_China": {"2012-01": 0.6}},
    ),
    "clustered": (
        {"launches_NK": {"2014-01": 5, "2014-02": 4, "2014-03": 0}},
        {"launches_NK": {"2012-01": 2}},
    ),
    "persistent": (
        {"launches_NK": {"2013-01": 1, "2015-01": 0}},
        {"launches_NK": {f"2013-{m:02d}": m % 2 for m in range(1, 13)}},
    ),
}


def test_every_line_has_a_case():
    assert set(CASES) == {check.name for check in CHECKS}


@pytest.mark.parametrize("name", CASES)
def test_a_line_is_shown_where_it_is_so_and_not_where_it_is_not(name):
    so, not_so = CASES[name]
    assert shown(name, made(**so)) == 1.0
    assert shown(name, made(**not_so)) == 0.0


@pytest.mark.parametrize("name", ["offers_die", "trust_falls", "talks_follow"])
def test_where_the_question_does_not_arise_nothing_is_counted(name):
    assert np.isnan(shown(name, made()))
    table = checked(made(rows=3)).set_index("check")
    assert table.loc[name, "runs"] == 0
    assert np.isnan(table.loc[name, "share"])


def test_nothing_after_2020_is_for_development():
    assert {check.name for check in CHECKS if check.use == "reported"} == {
        "economic_low",
        "tests_and_arms_rise",
        "council_silent",
        "talks_low",
        "allies_close_ranks",
        "china_follows",
    }
    assert all(check.last <= "2024-12" for check in CHECKS)


def test_levels_are_yearly_and_only_to_2020_beside_the_record():
    table = levels(made(launches_NK={"2016-01": 2, "2018-01": 0}))
    found = table.set_index(["quantity", "phase"])
    assert found.loc[("launches", "P2"), "mean"] == 24.0
    assert found.loc[("launches", "P1"), "mean"] == 0.0
    assert np.isnan(found.loc[("launches", "P4"), "record"])


def test_kinds_of_months_that_take_turns_are_counted():
    one = np.array([[1, 0, 1, 1, 0]], dtype=bool).T
    other = np.array([[0, 1, 0, 1, 1]], dtype=bool).T
    assert lines.swaps(one, other) == [3]


def test_a_series_that_does_not_vary_is_correlated_with_nothing():
    months = np.arange(6.0)[:, None]
    assert lines.correlation(months, 2 * months) == pytest.approx(1.0)
    assert lines.correlation(months, -months) == pytest.approx(-1.0)
    assert lines.correlation(months, 0 * months) == 0.0


def test_a_period_is_shown_by_the_share_of_its_lines():
    table = behaviors(made(rows=30)).set_index("phase")
    assert table.index.tolist() == ["P1", "P2", "P3", "P4"]
    # Where nothing ever happens, the Council is silent and nobody talks: two of five.
    assert table.loc["P4", "shown"] == pytest.approx(0.4)
    assert table.loc["P4", ["all", "verdict"]].tolist() == [0.0, "no"]
    quiet = {
        "adopted": {"2017-01": 1, "2018-01": 0},
        "launches_NK": {"2022-01": 3},
        "delivered": {"2023-01": 0.1},
        "trilateral": {"2023-01": 0.3},
        "consultation": {"2023-05": 0.2},
        "depth_NK_China": {"2023-06": 0.6},
    }
    every = behaviors(made(rows=30, **quiet)).set_index("phase").loc["P4"]
    assert every[["shown", "all", "verdict"]].tolist() == [1.0, 1.0, "yes"]


def values_by_rank(sign, rows=40):
    """Return levels of every variable that rise, or fall, with the rank as read."""
    found = {}
    for one in READINGS:
        for rank, step in enumerate(one.order.split(" < ")):
            for period in step.split(" = "):
                found[f"{one.name} {period}"] = np.full(rows, sign * rank)
    return found


def test_readings_name_every_period_once():
    assert len({one.name for one in READINGS}) == len(READINGS) == 11
    for one in READINGS:
        named = one.order.replace(" = ", " < ").split(" < ")
        assert sorted(named) == sorted(PERIODS), one.name
    ends = [end for _, end in PERIODS.values()]
    starts = [start for start, _ in PERIODS.values()]
    assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


def test_runs_in_the_order_that_was_read_have_it_all_right():
    table, pairs = ordered(values_by_rank(1.0))
    judged = table[~table["given"]]
    assert (table["right"] == 1.0).all()
    assert (table["all"] == 1.0).all()
    assert table["tau"].to_numpy() == pytest.approx(1.0)
    assert (judged["verdict"] == "yes").all()
    assert (table.loc[table["given"], "verdict"] == "").all()
    assert (table["fails"] == "").all()
    assert (table["found"] == table["reading"]).all()
    assert (pairs["share"] == 1.0).all()


def test_runs_in_the_opposite_order_have_it_all_wrong_and_it_is_said_where():
    table, pairs = ordered(values_by_rank(-1.0))
    assert (table["right"] == 0.0).all()
    assert (table.loc[~table["given"], "verdict"] == "no").all()
    assert (table["fails"].str.split(", ").str.len() == table["pairs"]).all()
    assert len(pairs) == table["pairs"].sum()


def test_one_pair_that_most_runs_have_wrong_is_no_reproduction():
    values = values_by_rank(1.0)
    values["distress P1"], values["distress P2"] = (
        values["distress P2"],
        values["distress P1"],
    )
    row = ordered(values)[0].set_index("variable").loc["distress"]
    assert row["right"] == pytest.approx(0.9)
    assert row["fails"] == "P1 < P2"
    assert row["verdict"] == "partly"


def test_what_runs_do_not_tell_apart_is_wrong():
    values = {name: np.zeros(5) for name in values_by_rank(1.0)}
    table, _ = ordered(values)
    assert (table["right"] == 0.0).all()
    assert (table["tau"] == 0.0).all()
    assert (table["found"] == "P1 = P2 = P3a = P3b = P4").all()


def test_tau_is_kendalls():
    luck = np.random.default_rng(4)
    values = {name: luck.integers(0, 4, 30) for name in values_by_rank(1.0)}
    table = ordered(values)[0].set_index("variable")
    ranks = values_by_rank(1.0, rows=1)
    for one in READINGS:
        read = [ranks[f"{one.name} {period}"][0] for period in PERIODS]
        runs = np.array([values[f"{one.name} {period}"] for period in PERIODS])
        taus = [kendalltau(read, run).statistic for run in runs.T]
        # A run without any order has none; here it counts as 0.
        assert table.loc[one.name, "tau"] == pytest.approx(np.nan_to_num(taus).mean())


def test_only_pairs_that_end_by_2020_are_for_development():
    table, pairs = ordered(values_by_rank(1.0))
    used = pairs.set_index(["less", "more"])["use"]
    for (less, more), use in used.items():
        early = {less, more} <= {"P1", "P2", "P3a"}
        assert use == ("development" if early else "reported")
    values = values_by_rank(1.0)
    for name in values:
        if name.endswith(("P3b", "P4")):
            values[name] = -values[name]
    changed = ordered(values)[0]
    np.testing.assert_array_equal(changed["early"], table["early"])
    assert not np.array_equal(changed["right"], table["right"])


def test_what_stands_for_a_variable_is_read_in_its_periods():
    history = made(
        rows=2,
        stringency={"2016-01": 0.4},
        talking={"2018-01": 1, "2019-01": 0},
        threat_ROK={"2022-01": 2.0},
    )
    found = {name: one(history) for name, one in measures().items()}
    assert found["stringency P1"].tolist() == [0.0, 0.0]
    assert found["stringency P2"] == pytest.approx(0.4)
    assert found["offers P3a"].tolist() == [0.5, 0.5]
    assert found["threat P4"] == pytest.approx(0.5)
    # From the terms: Obama to January 2017, Trump to January 2021, Biden.
    assert found["openness P2"] == pytest.approx((0.2 + 0.8) / 2)
    assert found["openness P3b"] == pytest.approx((0.8 + 0.25) / 2)


def test_runs_at_one_point_are_one_piece_of_evidence():
    right, wrong = values_by_rank(1.0, 1), values_by_rank(-1.0, 1)
    values = {name: np.repeat([right[name][0], wrong[name][0]], 50) for name in right}
    apart = ordered(values)[0].iloc[0]
    held = ordered(values, np.repeat([0, 1], 50))[0].iloc[0]
    assert held["right"] == apart["right"] == 0.5
    assert held["right_to"] - held["right_from"] > 3 * (
        apart["right_to"] - apart["right_from"]
    )


@pytest.fixture(scope="module")
def histories():
    return {
        name: run("historical", runs=500, parameters=dict(settings), keep=None)
        for name, settings in VARIANTS.items()
    }


def committed(name):
    with (FINDINGS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
def test_the_committed_tables_are_what_comes_out(histories):
    real = histories["as it is"]
    guessed = ordered({name: one(real) for name, one in measures().items()})
    wide = ordered(*over_ranges(real.rows))
    orders, pairs = (
        pd.concat(
            [
                one.assign(points=name)[["points", *one.columns]]
                for name, one in zip((GUESSES, RANGES), some, strict=True)
            ],
            ignore_index=True,
        )
        for some in zip(guessed, wide, strict=True)
    )
    for name, table in {
        "history": checked(real),
        "behaviors": behaviors(real),
        "order": orders,
        "order_pairs": pairs,
        "levels": levels(real),
        "turn": turn(histories),
    }.items():
        for was, now in zip(committed(name), table.to_dict("records"), strict=True):
            for key, value in now.items():
                if isinstance(value, float) and np.isfinite(value):
                    # A processor may round one run of 500 to the other side.
                    assert float(was[key]) == pytest.approx(
                        value, rel=0.02, abs=0.006
                    ), f"{name}, {key}: run `make findings` and read what changed"
                elif key not in ("median", "found"):
                    assert was[key] == ("" if value != value else str(value))


@pytest.mark.slow
def test_the_turn_of_2018_hangs_on_completion_openness_and_hardship(histories):
    table = turn(histories).set_index("variant")
    talks, complete = table["talks"], table["complete"]
    assert talks["technology frozen"] < 0.4 * talks["as it is"]
    assert complete["technology frozen"] == 0.0
    assert talks["Washington closed"] < talks["as it is"] - 0.1
    assert talks["hardship ignored"] < talks["as it is"] - 0.03
    # Slower technology moves the judgment later; few runs are complete by 2020.
    first = {
        name: np.argmax(one.series("completed.NK") >= 0.5, axis=0)
        for name, one in histories.items()
    }
    slow, normal = first["technology slower"], first["as it is"]
    both = (slow > 0) & (normal > 0)
    assert both.sum() > 50
    assert (slow[both] > normal[both]).mean() > 0.95
