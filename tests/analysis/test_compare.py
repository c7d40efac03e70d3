"""Paired differences against numbers worked out by hand."""

import math

import numpy as np
import pytest

from analysis import compare
from sim.errors import InputError


def burden(history):
    """Return a series in the last month."""
    return history.series("burden", "ROK")[-1]


def pair(history, before, after, *, ids=None, other_ids=None):
    ids = tuple(range(len(before))) if ids is None else ids
    control = history("control", luck_ids=ids, burden__ROK=before)
    treatment = history("treated", luck_ids=other_ids or ids, burden__ROK=after)
    return compare.paired(treatment, control, burden)


def test_mean_interval_and_spread_are_those_of_the_textbook(history):
    effect = pair(history, [1, 1, 1, 1], [2, 3, 4, 7])
    # The differences are 1, 2, 3, 6: mean 3, squares about it 4 + 1 + 0 + 9 = 14.
    sd = math.sqrt(14 / 3)
    reach = 3.182446305284263 * sd / 2  # Student's t, 3 degrees of freedom, 97.5%
    assert effect.mean == 3.0
    assert effect.sd == pytest.approx(sd, rel=1e-12)
    assert effect.ci_low == pytest.approx(3 - reach, rel=1e-12)
    assert effect.ci_high == pytest.approx(3 + reach, rel=1e-12)
    assert effect.low == pytest.approx(1.15)  # 5% of the way from 1 to 2 over 3 steps
    assert effect.high == pytest.approx(5.55)
    assert (effect.pairs, effect.lucks) == (4, 4)
    assert effect.outcome == "burden"


def test_agreement_counts_signs_and_zero_does_not_agree(history):
    effect = pair(history, [0, 0, 0, 0, 0], [4, 1, 0, 0, -1])
    assert effect.mean == pytest.approx(0.8)
    assert effect.agree == pytest.approx(2 / 5)
    assert effect.unchanged == pytest.approx(2 / 5)
    assert not effect.no_effect


def test_a_falling_outcome_agrees_with_a_negative_mean(history):
    effect = pair(history, [3, 3, 3, 3], [1, 2, 0, 4])
    assert effect.mean == pytest.approx(-1.25)
    assert effect.agree == 0.75


def test_exactly_equal_runs_are_no_effect_and_not_a_small_one(history):
    effect = pair(history, [0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4])
    assert effect.no_effect
    assert effect.unchanged == 1.0
    assert (effect.mean, effect.sd, effect.ci_low, effect.ci_high) == (0, 0, 0, 0)
    assert math.isnan(effect.agree)
    assert not effect.sure
    assert "no effect at all" in str(effect)


def test_runs_are_joined_by_their_luck_in_any_order(history):
    straight = pair(history, [1, 2, 3, 4], [2, 4, 6, 8])
    control = history("control", luck_ids=(0, 1, 2, 3), burden__ROK=[1, 2, 3, 4])
    shuffled = history("treated", luck_ids=(2, 0, 3, 1), burden__ROK=[6, 2, 8, 4])
    # Through their words: an end that is not there, nan, is not equal to itself.
    assert repr(compare.paired(shuffled, control, burden)) == repr(straight)
    assert straight.mean == 2.5


def test_only_shared_luck_is_compared(history):
    control = history("control", luck_ids=(0, 1, 2), burden__ROK=[1, 1, 1])
    treatment = history("treated", luck_ids=(9, 2, 1), burden__ROK=[99, 4, 2])
    effect = compare.paired(treatment, control, burden)
    assert effect.pairs == 2
    assert effect.mean == 2.0


def test_two_rows_of_one_luck_are_one_draw_of_it(history):
    # Luck 5 twice with 1 and 3, luck 6 twice with 5 and 7: mean 4, by luck -4 and +4.
    effect = pair(history, [0, 0, 0, 0], [1, 5, 3, 7], ids=(5, 6, 5, 6))
    assert effect.mean == 4.0
    assert (effect.pairs, effect.lucks) == (4, 2)
    error = math.sqrt(2 / 1 * (4**2 + 4**2)) / 4
    reach = 12.706204736432095 * error  # one degree of freedom
    assert effect.ci_high - effect.mean == pytest.approx(reach, rel=1e-9)


def test_luck_repeated_unequally_often_cannot_be_paired(history):
    with pytest.raises(InputError, match=r"luck id 1 stands in 2 and 1 of their rows"):
        pair(history, [1, 1, 1], [1, 1, 1], ids=(0, 1, 2), other_ids=(0, 1, 1))


def test_one_run_has_a_difference_but_no_interval(history):
    effect = pair(history, [1], [3])
    assert effect.mean == 2.0
    assert math.isnan(effect.ci_low)
    assert math.isnan(effect.sd)
    assert not effect.sure


def test_another_seed_shares_no_luck(history):
    control = history(burden__ROK=[1, 2, 3, 4])
    other = history("treated", seed=1, burden__ROK=[1, 2, 3, 4])
    with pytest.raises(InputError, match=r"share no luck: their seeds are 1 and 0"):
        compare.paired(other, control, burden)


def test_no_luck_id_in_common_is_refused(history):
    with pytest.raises(InputError, match="no luck id in common"):
        pair(history, [1, 1], [2, 2], ids=(0, 1), other_ids=(2, 3))


def test_other_months_are_refused(history):
    control = history(burden__ROK=[1, 2, 3, 4])
    short = history("short", labels=("2021-12", "2022-01"), burden__ROK=[1, 2, 3, 4])
    with pytest.raises(InputError, match=r"do not cover the same months: 2021-12 to"):
        compare.paired(short, control, burden)


def test_what_is_not_finite_is_refused_and_its_rows_are_named(history):
    control = history(luck_ids=(4, 7, 9), burden__ROK=[1, 2, 3])
    bad = history("bad", luck_ids=(4, 7, 9), burden__ROK=[1, np.nan, np.inf])
    with pytest.raises(InputError) as refused:
        compare.paired(bad, control, burden)
    said = str(refused.value)
    assert "'burden' of 'bad' is not a finite number in 2 of 3 runs" in said
    assert "row 1 (luck id 7): nan" in said
    assert "row 2 (luck id 9): inf" in said


def test_no_more_than_five_bad_rows_are_listed(history):
    bad = history("bad", luck_ids=tuple(range(9)), burden__ROK=[np.nan] * 9)
    with pytest.raises(InputError, match=r"row 4 \(luck id 4\): nan, \.\.\.$"):
        compare.summary(bad, burden)


def test_a_summary_is_median_and_quantiles_over_runs(history):
    one = history(luck_ids=tuple(range(5)), burden__ROK=[5, 1, 2, 4, 3])
    level = compare.summary(one, burden)
    assert (level.median, level.mean, level.runs) == (3.0, 3.0, 5)
    assert level.sd == pytest.approx(math.sqrt(2.5))
    assert (level.low, level.high) == pytest.approx((1.2, 4.8))


def test_a_paired_difference_reads_as_a_sentence(history):
    text = str(pair(history, [1, 1, 1, 1], [2, 3, 4, 7]))
    assert text.startswith("burden: +3 [95% CI ")
    assert "100% of 4 runs agree in sign" in text


class TestTable:
    @pytest.fixture
    def comparison(self, history):
        control = history("control", burden__ROK=[1, 2, 3, 4], front=0.5)
        up = history("up", burden__ROK=[2, 3, 4, 5], front=0.5)
        same = history("same", burden__ROK=[1, 2, 3, 4], front=0.5)
        return compare.table([control, up, same], ["burden_rok", "front"])

    def test_there_is_a_row_for_each_scenario_and_outcome(self, comparison):
        found = list(zip(comparison["scenario"], comparison["outcome"], strict=True))
        assert found == [
            (scenario, outcome)
            for scenario in ("control", "up", "same")
            for outcome in ("burden_rok", "front")
        ]

    def test_the_control_is_compared_with_nothing(self, comparison):
        control = comparison[comparison["scenario"] == "control"]
        assert control[["difference", "agree", "pairs"]].isna().all(axis=None)
        assert list(control["median"]) == [2.5, 0.5]

    def test_differences_are_those_of_paired(self, comparison):
        row = comparison[comparison["scenario"] == "up"].iloc[0]
        assert row["difference"] == 1.0
        assert row["difference_sd"] == 0.0
        assert row["agree"] == 1.0
        assert row["pairs"] == 4
        sd = math.sqrt(5 / 3)  # of 1, 2, 3, 4
        assert row["effect"] == pytest.approx(1 / sd)
        assert (row["ci_low"], row["ci_high"]) == (1.0, 1.0)

    def test_what_does_not_vary_has_no_scale(self, comparison):
        fronts = comparison[comparison["outcome"] == "front"]
        assert fronts["effect"].isna().all()

    def test_a_change_without_any_effect_is_found(self, comparison):
        assert compare.without_effect(comparison) == ("same",)

    def test_its_words_come_in_korean(self, comparison):
        korean = compare.in_language(comparison, "ko")
        assert korean["label"].iloc[0] == "군사비 부담, 한국"
        assert korean["group"].iloc[1] == "우크라이나 전쟁"
        assert list(korean["median"]) == list(comparison["median"])

    def test_any_function_has_a_row_under_its_own_name(self, history):
        both = [history(name, burden__ROK=[1, 2, 3, 4]) for name in ("a", "b")]
        found = compare.table(both, [burden])
        assert list(found["outcome"]) == ["burden", "burden"]
        assert list(compare.in_language(found, "ko")["label"]) == ["burden", "burden"]

    def test_nothing_and_twins_are_refused(self, history):
        with pytest.raises(InputError, match="nothing to compare"):
            compare.table([])
        with pytest.raises(InputError, match="two scenarios are called 'twin'"):
            compare.table([history("twin", front=1), history("twin", front=1)])
