"""The ledger's machinery: known answers, planted effects, honest trials."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.claims import ledger
from analysis.claims.conditions import Condition, _plain, leaning, rule, spelled, ways
from analysis.claims.ledger import SECTIONS, Arm, Claim, claims, read_claims, signed
from analysis.claims.points import spread
from analysis.claims.trial import CONDITIONS, Trial, over_months, tried
from analysis.claims.verdict import VERDICTS, chances, evidence, holm, judged, verdict
from analysis.interfaces.claims import read_table
from analysis.space import drawn, varied
from sim.ensemble import run
from sim.errors import InputError
from sim.parameters import FLAT_NAMES, card_of
from sim.scenario import load_scenario
from sim.state import SERIES

POINTS, LUCKS = 256, 16


def planted(true, noise, seed=0, places=None):
    """Return a trial whose true effect at each point is known."""
    luck = np.random.default_rng(seed)
    control = luck.standard_normal((POINTS, LUCKS))
    blur = noise * luck.standard_normal((POINTS, LUCKS))
    if places is None:
        places = {f"p{i}": luck.uniform(size=POINTS) for i in range(50)}
    return Trial(true[:, None] + blur, control, places)


def one_claim(expect="+"):
    side = {"set": {"linkage": 0.5}}
    return Claim.model_validate(
        {
            "words": {"en": "a", "ko": "a"},
            "source": "a test",
            "status": ["inferred"],
            "arms": {"treatment": side, "control": side},
            "readings": [
                {
                    "words": {"en": "a", "ko": "a"},
                    "series": "income.NK",
                    "quarters": [0, 1],
                    "expect": expect,
                }
            ],
        }
    )


def judge(trial, expect="+"):
    return judged({"H01": one_claim(expect)}, {("H01", 0): trial}).iloc[0]


# -------------------------------------------------------------------------- verdicts


@pytest.mark.parametrize("seed", range(5))
def test_different_luck_in_the_two_arms_is_no_effect(seed):
    """Not sharing luck blurs every point by 0.35, three times the smallest effect."""
    found = judge(planted(np.zeros(POINTS), np.sqrt(2.0), seed))
    assert found["verdict"] == "no effect"


@pytest.mark.parametrize("noise", [0.0, 0.5, 1.4])
@pytest.mark.parametrize(
    ("size", "expected"), [(0.3, "supported"), (-0.3, "contradicted")]
)
def test_a_planted_effect_is_found(size, expected, noise):
    luck = np.random.default_rng(1)
    true = np.where(luck.uniform(size=POINTS) < 0.9, size, 0.0)
    found = judge(planted(true, noise))
    assert found["verdict"] == expected
    assert found["effect"] == pytest.approx(0.9 * size, abs=0.1)


@pytest.mark.parametrize("noise", [0.0, 0.7])
def test_a_planted_condition_is_found_with_its_rule(noise):
    luck = np.random.default_rng(2)
    places = {f"p{i}": luck.uniform(size=POINTS) for i in range(400)}
    true = np.where((places["p7"] < 0.4) & (places["p9"] > 0.3), 1.0, 0.0)
    found = judge(planted(true, noise, places=places))
    assert found["verdict"] == "conditional"
    (way,) = ways(found["where"])
    said = {(one.place, one.above): one.bound for one in way}
    assert said == {
        ("p7", False): pytest.approx(0.4, abs=0.05),
        ("p9", True): pytest.approx(0.3, abs=0.05),
    }
    assert found["accuracy"] > 0.85
    assert found["majority"] == pytest.approx(1.0 - true.mean(), abs=0.12)


def test_where_nothing_decides_no_rule_is_told():
    luck = np.random.default_rng(3)
    true = np.where(luck.uniform(size=POINTS) < 0.5, 1.0, 0.0)
    found = judge(planted(true, 0.1))
    assert (found["verdict"], found["where"]) == ("conditional", "")


@pytest.mark.parametrize(
    ("above", "below", "expect", "expected"),
    [
        (1.0, 0.0, "+", "supported"),
        (0.8, 0.2, "+", "supported"),
        (0.79, 0.21, "+", "conditional"),
        (0.8, 0.2, "-", "contradicted"),
        (0.2, 0.8, "±", "lowers"),
        (0.8, 0.2, "±", "raises"),
        (0.2, 0.0, "+", "no effect"),
        (0.21, 0.0, "+", "conditional"),
        (0.0, 0.2, "0", "supported"),
        (0.8, 0.2, "0", "contradicted"),
    ],
)
def test_verdicts_at_their_boundaries(above, below, expect, expected):
    mixed = np.array([1.0, -1.0])
    found = (above, below, 1.0 - above - below)
    assert verdict(found, mixed, expect, any_effect=True) == expected


def test_one_sign_nearly_everywhere_is_a_premise():
    means = np.array([0.01] * 100)
    inside = (0.0, 0.0, 1.0)
    assert verdict(inside, means, "+", any_effect=True) == "premise"
    assert verdict(inside, means, "-", any_effect=True) == "premise against"
    assert verdict(inside, means, "+", any_effect=False) == "no effect"
    almost = np.append(means[1:], 0.0)  # 99% is not over 99%
    assert verdict(inside, almost, "+", any_effect=True) == "no effect"


def test_what_was_not_shown_and_cannot_be_excluded_is_unsettled():
    mixed = np.array([1.0, -1.0])
    assert verdict((0.5, 0.2, 0.3), mixed, "+", any_effect=False) == "unsettled"


def test_holm_by_hand():
    found = holm(np.array([0.01, 0.04, 0.03, 0.005]))
    np.testing.assert_allclose(found, [0.03, 0.06, 0.06, 0.02])


@given(arrays(float, 12, elements=st.floats(0, 1)))
def test_holm_keeps_order_and_never_helps(chances):
    found = holm(chances)
    assert (found >= chances).all()
    assert (found <= 1.0).all()
    order = np.argsort(chances, kind="stable")
    assert (np.diff(found[order]) >= 0.0).all()


def test_chances_without_noise_are_where_the_points_are():
    luck = np.random.default_rng(4)
    means = luck.normal(0.1, 1.0, 256)
    found = chances(means, np.zeros(256), 0.1, differ=True)
    clear = np.abs(np.abs(means) - 0.1) > 0.05
    np.testing.assert_allclose(found.above[clear], means[clear] > 0.1, atol=0.1)
    np.testing.assert_allclose(found.below[clear], means[clear] < -0.1, atol=0.1)


def test_shares_take_the_noise_out():
    luck = np.random.default_rng(5)
    true = np.where(np.arange(256) < 102, 1.0, 0.0)
    errors = np.full(256, 0.2)
    means = true + errors * luck.standard_normal(256)
    counted = np.mean(np.abs(means) <= 0.1)
    above, _, inside = chances(means, errors, 0.1, differ=True).shares
    assert counted < 0.3  # of the 60% that are 0
    assert inside == pytest.approx(0.6, abs=0.12)
    assert above == pytest.approx(0.4, abs=0.08)


def test_luck_alone_is_rarely_taken_for_an_effect():
    found = [
        evidence(one.effect, one.control)
        for one in (planted(np.zeros(POINTS), 1.0, seed) for seed in range(100))
    ]
    assert np.mean([one.p_any < 0.05 for one in found]) < 0.12
    assert np.mean([one.p_differ < 0.05 for one in found]) < 0.12


def test_the_unit_is_what_luck_does_and_outliers_do_not_set_it():
    luck = np.random.default_rng(8)
    levels = 100.0 * luck.standard_normal((256, 1))
    control = levels + 3.0 * luck.standard_normal((256, 16))
    assert spread(control) == pytest.approx(3.0, rel=0.05)
    control[:5] *= 1000.0
    assert spread(control) == pytest.approx(3.0, rel=0.06)


def test_what_luck_cannot_move_is_measured_over_points():
    control = np.repeat(np.arange(4.0)[:, None], 2, axis=1)
    assert spread(control) == pytest.approx(control.std())
    assert spread(np.zeros((4, 2))) == 1.0


# ----------------------------------------------------------------------------- rules


def test_a_rule_is_read_as_it_is_written():
    luck = np.random.default_rng(6)
    places = {name: luck.uniform(size=200) for name in ("a.NK", "control: b")}
    holds = (places["a.NK"] > 0.5) | (places["control: b"] <= 0.3)
    told = rule(holds * 1.0, holds, places)
    read = ways(spelled(told))
    assert [len(way) for way in read] == [len(way) for way in told.ways]
    for way, again in zip(told.ways, read, strict=True):
        for one, other in zip(way, again, strict=True):
            assert other == Condition(
                one.place, one.above, pytest.approx(one.bound, rel=0.01)
            )


def test_a_rule_is_told_in_few_words():
    low, high = Condition("a", False, 2.0), Condition("a", False, 1.0)
    other, same = Condition("b", True, 0.5), Condition("c", True, 0.1)
    assert _plain([(low, high, other)]) == ((high, other),)
    refused = Condition("b", False, 0.5)
    assert _plain([(refused, same), (other,)]) == ((same,), (other,))


def test_no_rule_from_too_few_answers():
    holds = np.zeros(100, bool)
    holds[:3] = True
    assert rule(holds * 1.0, holds, {"a": np.arange(100.0)}) is None


def test_what_an_effect_leans_on_is_named_and_luck_is_not():
    luck = np.random.default_rng(7)
    places = {f"p{i}": luck.uniform(size=256) for i in range(400)}
    effect = luck.standard_normal(256)
    assert leaning(effect, places)[0] == ""
    name, correlation = leaning(effect - 3.0 * places["p5"], places)
    assert name == "p5"
    assert -0.9 < correlation < -0.4


# ----------------------------------------------------------------------------- points


def test_points_fill_the_range_of_every_card_that_is_no_trait():
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


def test_what_is_held_is_not_varied():
    assert "linkage.ROK" in varied()
    assert not any(name.startswith("linkage") for name in varied(["linkage"]))


def test_every_strength_that_is_drawn_may_be_none_at_all():
    for flat in varied():
        card, state = card_of(flat)
        if card.kind == "mechanism":
            assert card.range(state)[0] == 0.0


# ----------------------------------------------------------------------------- trials


@pytest.fixture(scope="module")
def trials():
    return tried({"H01": claims()["H01"]}, points=8, lucks=2)


def test_an_arm_has_the_same_numbers_alone_and_in_company(trials):
    both = tried({"H01": claims()["H01"], "H99": claims()["H08"]}, points=8, lucks=2)
    np.testing.assert_array_equal(trials["H01", 0].effect, both["H01", 0].effect)


def test_two_equal_arms_differ_by_nothing():
    found = tried({"H01": one_claim()}, points=4, lucks=2)["H01", 0]
    assert not found.effect.any()


def test_places_are_what_varies_and_what_the_world_is_like(trials):
    places = trials["H01", 0].places
    assert {f"control: {one}" for one in CONDITIONS} <= set(places)
    assert "nk_russia_exchange" not in places  # the treatment sets it
    assert all(one.shape == (8,) for one in places.values())


def test_over_months_by_hand():
    history = run("baseline", runs=2)
    income, stress = (
        np.asarray(history.series(name, "NK"), np.float64)
        for name in ("income", "stress")
    )
    read = over_months(
        history, plus=("income.NK",), minus=("stress.NK",), first=3, last=6
    )
    np.testing.assert_allclose(read, (income - stress)[4:7].mean(axis=0))
    high = over_months(history, plus=("income.NK",), how="highest", first=0, last=6)
    np.testing.assert_allclose(high, income[1:7].max(axis=0))


# ----------------------------------------------------------------------------- ledger


def test_no_scenario_is_read_twice_for_the_ledger(monkeypatch):
    """Nearly two hundred arms begin from a few scenarios; reading one takes a while."""
    read = []

    def load(name):
        read.append(name)
        return load_scenario(name)

    monkeypatch.setattr(ledger, "load_scenario", load)
    for cached in (ledger.claims, ledger._packaged):
        cached.cache_clear()
    begun = {
        arm.scenario for one in ledger.claims().values() for arm in one.arms.values()
    }
    assert sorted(read) == sorted(set(read))
    assert set(read) >= begun - {"baseline"}
    assert (
        Arm(scenario="baseline").load() == load_scenario("baseline").at_first_guesses()
    )


def test_the_ledger_has_every_claim_of_the_papers_once():
    wanted = [f"H{n:02d}" for n in range(1, 51)] + [f"X{n:02d}" for n in range(1, 25)]
    assert sorted(claims()) == sorted(wanted)


def test_the_ledger_declares_nothing_of_what_comes_out():
    for claim in claims().values():
        for reading in claim.readings:
            assert reading.expect in ("+", "-", "±", "0")
            assert all(
                len(text.strip()) > 3 for text in (reading.words.en, reading.words.ko)
            )


def test_conditions_are_series():
    assert set(CONDITIONS) <= set(SERIES)


def test_a_sum_of_series_is_read_with_its_signs():
    found = signed("income.NK - stress.NK + posture.NK.*")
    assert found.plus[0] == "income.NK"
    assert len(found.plus) > 2
    assert found.minus == ("stress.NK",)


@settings(max_examples=200)
@given(st.text(alphabet="abNK.*+- ", max_size=30))
def test_any_text_is_a_sum_or_an_input_error(text):
    try:
        found = signed(text)
    except InputError:
        return
    assert set(found.plus + found.minus) <= set(SERIES)


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(text, encoding="utf-8")
    return file


GOOD = """\
H01:
  words: {en: a thing, ko: 어떤 것}
  source: paper A
  status: [stated]
  arms:
    treatment: {set: {nk_russia_exchange: 1}}
    control: {set: {nk_russia_exchange: 0}}
  readings:
    - words: {en: income, ko: 소득}
      series: income.NK
      quarters: [4, 8]
      expect: "+"
"""


def test_a_claim_of_ones_own_is_read(tmp_path):
    assert list(read_claims(write(tmp_path, GOOD))) == ["H01"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("H01:", "claim one:", "is no number such as H08"),
        ("income.NK", "incme.NK", "did you mean 'income.NK'"),
        ("[4, 8]", "[8, 4]", "the first must come before the last"),
        ("[4, 8]", "[70, 80]", "ends before quarter 80"),
        ('"+"', "up", "expect"),
        ("exchange: 1", "exchange: 7", "it must be from 0 to"),
        ("nk_russia_exchange: 1", "no_such: 1", "no_such"),
        ("{set: {nk_russia_exchange: 0}}", "{scenario: nowhere}", "nowhere"),
        ("{set: {nk_russia_exchange: 0}}", "{without: [nothing]}", "to do without"),
        ("expect:", "effect: {treatment: 1}\n      expect:", "must add up to 0"),
        ("expect:", "control: placebo\n      expect:", "there is no arm 'placebo'"),
        ("series: income.NK", "series: income.NK +", "sum of series"),
        ("    control: {set", "    idle: {}\n    control: {set", "used by no reading"),
        ("  source: paper A\n", "", "source"),
    ],
)
def test_a_wrong_claim_is_refused_with_its_line(tmp_path, old, new, said):
    with pytest.raises(InputError) as error:
        read_claims(write(tmp_path, GOOD.replace(old, new)))
    assert said in str(error.value)
    assert "claims.yaml, line" in str(error.value)


def test_an_outcome_that_the_treatment_sets_is_refused(tmp_path):
    text = GOOD.replace("series: income.NK", "series: coercion.US").replace(
        "nk_russia_exchange: 1", "coercion.US: 1"
    )
    with pytest.raises(InputError, match=r"coercion"):
        read_claims(write(tmp_path, text))


def test_sections_are_files():
    assert len(set(SECTIONS)) == len(SECTIONS)


# ------------------------------------------------------------------- what is committed

COMMITTED = Path(__file__).parents[2] / "docs" / "findings" / "claims.csv"


def test_the_committed_table_is_that_of_the_whole_ledger():
    table = read_table(COMMITTED, claims())
    assert set(table["verdict"]) <= set(VERDICTS)
    assert (table["points"].iloc[0], table["lucks"].iloc[0]) == (256, 16)


@pytest.mark.slow
def test_the_committed_table_is_what_comes_out():
    """Changing it needs an entry in docs/decisions.md; `make findings` writes it."""
    chosen = {name: claims()[name] for name in ("H01", "H08", "H22", "X06")}
    now = judged(chosen, tried(chosen, workers=2))
    was = read_table(COMMITTED, chosen)
    message = "verdicts have changed: `make findings`, and say in docs/decisions.md why"
    assert list(was["verdict"]) == list(now["verdict"]), message
    for column in ("effect", "low", "high", "above", "below"):
        np.testing.assert_allclose(
            was[column], now[column], rtol=0.03, atol=0.02, err_msg=message
        )
