"""A history gives its series by name, as tables, and by row."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.errors import InputError
from sim.history import History
from sim.record import Explanation, Nothing, Series
from sim.terms import Terms

KEYS = ("spending.ROK", "felt_threat.ROK.NK", "depth.NK.Russia", "front")
SCENARIO = SimpleNamespace(name="made up")


def made_up(rows=3, kept=None, first_id=10, **changes):
    """Three months; the value of series k at moment t in row r is 100k + 10t + r."""
    kept = rows if kept is None else kept
    moment, row = np.arange(3)[:, None], np.arange(kept)
    return History(
        **{
            "scenario": SCENARIO,
            "seed": 7,
            "labels": ("2021-12", "2022-01", "2022-02"),
            "luck_ids": np.arange(first_id, first_id + rows),
            "records": {
                key: (100 * k + 10 * moment + row).astype(np.float32)
                for k, key in enumerate(KEYS)
                if kept
            },
            "parameters": {"linkage": 0.5, "eta": np.arange(rows) / 10},
            "outcomes": {"last": np.arange(rows) * 1.0},
            **changes,
        }
    )


def front_at_end(history):
    return history.series("front")[-1]


def test_series_come_by_path_or_dotted_key():
    history = made_up()
    assert (history.rows, history.kept, history.months) == (3, 3, 2)
    assert history.keys == KEYS
    assert history.series("felt_threat", "ROK", "NK")[2, 1] == 121
    assert history.series("felt_threat.ROK.NK")[2, 1] == 121
    assert history.series("front").shape == (3, 3)


def test_a_tie_has_no_direction_and_a_threat_has_one():
    history = made_up()
    np.testing.assert_array_equal(
        history.series("depth", "Russia", "NK"), history.series("depth", "NK", "Russia")
    )
    with pytest.raises(InputError):
        history.series("felt_threat", "NK", "ROK")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (("spendin", "ROK"), "did you mean 'spending'"),
        (("spending", "ROC"), "did you mean 'spending.ROK'"),
        (("spending",), "spending.ROK"),
        (("xyz",), "valid: depth, felt_threat, front, spending"),
    ],
)
def test_an_unknown_series_names_the_nearest(path, hint):
    with pytest.raises(InputError, match=hint):
        made_up().series(*path)


def test_what_was_recorded_cannot_be_edited():
    history = made_up()
    for array in (history.series("front"), history.outcomes["last"], history.luck_ids):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_the_wide_form_has_a_line_for_each_row_and_month():
    frame = made_up().wide()
    assert list(frame.columns) == ["row", "luck_id", "month", *KEYS]
    assert len(frame) == 9
    line = frame[(frame["row"] == 2) & (frame["month"] == "2022-01")].iloc[0]
    assert (line["luck_id"], line["spending.ROK"], line["front"]) == (12, 12, 312)
    assert all(frame[key].dtype == np.float32 for key in KEYS)
    assert list(made_up().wide(["front"]).columns)[3:] == ["front"]


def test_the_tidy_form_says_the_same_as_the_wide_one():
    history = made_up()
    tidy, wide = history.to_frame(), history.wide()
    assert list(tidy.columns) == ["variable", "state", "other", "month", "row", "value"]
    assert len(tidy) == len(KEYS) * 9
    assert tidy["value"].dtype == np.float32
    for key in KEYS:
        name, state, other = [*key.split("."), "", ""][:3]
        mine = tidy[
            (tidy["variable"] == name)
            & (tidy["state"] == state)
            & (tidy["other"] == other)
        ].sort_values(["row", "month"])
        assert mine["value"].tolist() == wide[key].tolist()


def test_series_without_a_state_survive_a_group_by():
    tidy = made_up().to_frame()
    keys = ["variable", "state", "other", "month"]
    assert len(tidy.groupby(keys, observed=True)["value"].mean()) == len(KEYS) * 3


def test_months_sort_in_time():
    tidy = made_up().to_frame(["front"])
    assert tidy["month"].cat.ordered
    assert list(tidy["month"].cat.categories) == ["2021-12", "2022-01", "2022-02"]
    assert set(tidy["variable"]) == {"front"}


def test_no_series_make_an_empty_table():
    tidy = made_up().to_frame([])
    assert isinstance(tidy, pd.DataFrame)
    assert tidy.empty
    with pytest.raises(InputError, match="did you mean 'front'"):
        made_up().to_frame(["frnt"])


def test_rows_are_selected_with_all_that_belongs_to_them():
    history = made_up()
    for rows in ([2, 0], np.array([2, 0])):
        some = history.select(rows)
        assert some.luck_ids.tolist() == [12, 10]
        assert some.series("front")[0].tolist() == [302, 300]
        assert some.parameters["linkage"] == 0.5
        assert some.parameters["eta"].tolist() == [0.2, 0.0]
        assert some.outcomes["last"].tolist() == [2.0, 0.0]
    assert history.select([True, False, True]).luck_ids.tolist() == [10, 12]


@pytest.mark.parametrize("rows", [[3], [-1], [], 1, [0.5], [[0]], [False] * 3])
def test_rows_that_are_not_there_are_refused(rows):
    with pytest.raises(InputError):
        made_up().select(rows)


def test_a_row_without_series_is_not_selected():
    history = made_up(rows=3, kept=2)
    assert history.select([1]).rows == 1
    with pytest.raises(InputError, match="rows 0 to 1 have"):
        history.select([2])


def test_chunks_go_together_in_order():
    whole = History.concatenate(
        [made_up(), made_up(rows=2, first_id=0), made_up(rows=1, kept=0, first_id=5)]
    )
    assert whole.luck_ids.tolist() == [10, 11, 12, 0, 1, 5]
    assert (whole.rows, whole.kept) == (6, 5)
    assert whole.series("front")[0].tolist() == [300, 301, 302, 300, 301]
    assert whole.parameters["linkage"] == 0.5
    assert whole.parameters["eta"].tolist() == [0.0, 0.1, 0.2, 0.0, 0.1, 0.0]
    assert whole.outcomes["last"].tolist() == [0, 1, 2, 0, 1, 0]


def test_numbers_that_differ_between_chunks_become_one_per_row():
    whole = History.concatenate(
        [made_up(rows=2, parameters={"a": 1.0}), made_up(rows=1, parameters={"a": 2.0})]
    )
    assert whole.parameters["a"].tolist() == [1.0, 1.0, 2.0]


def test_histories_of_two_kinds_do_not_go_together():
    other = SimpleNamespace(name="another")
    for odd in (made_up(seed=8), made_up(scenario=other), made_up(labels=("a", "b"))):
        with pytest.raises(InputError, match="one scenario, seed and span"):
            History.concatenate([made_up(), odd])
    with pytest.raises(InputError, match="only come after all others"):
        History.concatenate([made_up(kept=2), made_up()])


def test_an_outcome_is_a_name_or_any_function_of_a_history():
    history = made_up()
    assert history.outcome("last").tolist() == [0, 1, 2]
    assert history.outcome(front_at_end).tolist() == [320, 321, 322]
    with pytest.raises(InputError, match="did you mean 'last'"):
        history.outcome("lost")
    with pytest.raises(InputError, match="'front_at_end' needs the series of 3 rows"):
        made_up(kept=2).outcome(front_at_end)
    with pytest.raises(InputError, match="one value per row"):
        history.outcome(lambda one: one.series("front"))


def test_a_history_without_series_says_so():
    history = made_up(kept=0)
    assert (history.kept, history.keys) == (0, ())
    with pytest.raises(InputError, match="none was kept"):
        history.series("front")


def test_a_recorder_copies_what_it_sees():
    model = SimpleNamespace(x=np.array([1.0, 2.0]))
    recorder = Series(lambda one: {"x": one.x, "y": one.x}, months=1)
    recorder.see(0, model, {})
    model.x[:] = 5.0
    recorder.see(1, model, {})
    assert recorder.records["x"].tolist() == [[1, 2], [5, 5]]
    assert recorder.records["y"].dtype == np.float32
    assert Nothing().see(0, model, {}) is None


def test_a_recorder_writes_down_what_is_asked_and_the_first_rows_of_the_rest():
    def read(one):
        return {"x": one.x, "y": one.x + 10.0, "z": one.x + 20.0}

    model = SimpleNamespace(x=np.array([1.0, 2.0, 3.0]))
    for kept, written in ((0, {"x": 3}), (2, {"x": 3, "y": 2, "z": 2})):
        recorder = Series(read, months=4, first=7, asked={"x"}, kept=kept)
        recorder.see(7, model, {})
        recorder.see(8, model, {})
        assert {key: one.shape for key, one in recorder.records.items()} == {
            key: (5, rows) for key, rows in written.items()
        }
    assert recorder.records["y"][1].tolist() == [11, 12]


def test_terms_are_kept_by_rule_state_and_month():
    part = np.array([0.25])
    month = {
        "threat": {"ROK": Terms(power=part, hurt=0.5), "NK": Terms(power=1.0)},
        ("burden", "ROK"): Terms(custom=2.0),
    }
    recorder = Explanation()
    recorder.see(0, None, {})
    recorder.see(1, None, month)
    part[:] = 9.0
    assert recorder.paths == (("threat", "ROK"), ("threat", "NK"), ("burden", "ROK"))
    terms = recorder.terms(1, "threat", "ROK")
    assert list(terms) == ["power", "hurt"]
    assert terms.total == 0.75
    with pytest.raises(InputError, match=r"did you mean 'threat.ROK'"):
        recorder.terms(1, "threat", "ROC")
    with pytest.raises(InputError, match="from month 1 to 1"):
        recorder.terms(2, "threat", "ROK")


def test_only_the_rules_asked_for_are_explained():
    recorder = Explanation(rules=["burden"])
    recorder.see(1, None, {"threat": Terms(a=1.0), "burden": {"NK": Terms(b=1.0)}})
    assert recorder.paths == (("burden", "NK"),)
