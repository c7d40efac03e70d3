"""Outcomes in words: what each phrase reads, and that no text breaks the reader."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures import mean_of_months
from analysis.outcomes import OUTCOMES
from analysis.phrases import phrase
from sim.errors import InputError
from sim.scenario import load_scenario
from sim.state import SERIES

BASELINE = load_scenario("baseline")

SAME = {
    "ROK spending 2030": "spending.ROK 2030",
    "spending.ROK 2030": "spending.ROK 2030",
    "2030 military spending of South Korea": "spending.ROK 2030",
    "South Korea's spending 2030": "spending.ROK 2030",
    "한국의 군사비 2030": "spending.ROK 2030",
    "felt threat ROK NK 2025-2030": "felt_threat.ROK.NK 2025-2030",
    "felt_threat NK ROK": "felt_threat.NK.ROK",
    "depth Russia NK 2030-05": "depth.NK.Russia 2030-05",
    "icbm technology NK": "technology.NK.icbm",
    "posture offer NK": "posture.NK.offer",
    "attention US Korea 2026-03..2027": "attention.US.Korea 2026-03..2027",
    "front": "front",
    "pressure 2028": "pressure 2028",
    "pressure": "pressure",
}
BAD = {
    "": "names no series",
    "2030": "names no series",
    "ROK spnding 2030": "did you mean 'spending'?",
    "rk spending": "which names nothing",
    "spending 2030": "valid: spending.China",
    "ROK 2030": "name what of it is read",
    "threat ROK NK 2030": "did you mean 'felt_threat.ROK.NK'?",
    "ROK spending 2030 2031": "names 2 times",
    "ROK spending 203": "is no time",
    "ROK spending 2030-13": "is no month",
    "ROK spending 2030-2028": "ends before it begins",
    "ROK spending 2040": "outside the scenario 'baseline', which runs from 2022-01",
    "ROK spending 2021-12": "outside the scenario",
    "tie_nk_russia 2030": "has months of its own",
    "ROK " * 30: "at most 12",
    "x" * 201: "at most 200",
}


@pytest.mark.parametrize(("said", "name"), SAME.items(), ids=SAME)
def test_words_in_any_order_and_language_name_one_series(said, name):
    assert phrase(said, BASELINE).name == name


@pytest.mark.parametrize(("said", "told"), BAD.items(), ids=[k[:30] for k in BAD])
def test_what_is_wrong_is_told_in_one_line(said, told):
    with pytest.raises(InputError) as wrong:
        phrase(said, BASELINE)
    assert told in str(wrong.value)
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize("key", SERIES)
def test_every_series_is_named_by_its_key(key):
    if key in OUTCOMES:
        assert phrase(key, BASELINE).last is None
    assert phrase(f"{key} 2030", BASELINE).name == f"{key} 2030"


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_named_outcome_is_itself(name):
    found = phrase(name, BASELINE)
    assert (found.name, found.measure) == (name, OUTCOMES[name].measure)


def said_of(text):
    """Return what a phrase stands for, or None and in one line why not."""
    try:
        return phrase(text, BASELINE), ""
    except InputError as error:
        return None, str(error)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    found, told = said_of(text)
    assert (found is None) == bool(told)
    assert "\n" not in told


WORDS = (
    *("ROK", "NK", "of", "spending", "threat", "felt", "depth", "offer", "Korea"),
    *("South", "pressure", "한국의", "_.", "2030", "2030-02", "2025-2030", "9999"),
    *("2022..2021", "2022-12~2023"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_any_words_are_read_or_refused(words):
    found, told = said_of(" ".join(words))
    assert "\n" not in told
    if found is not None:
        assert phrase(found.name, BASELINE).name == found.name


def test_it_is_the_mean_over_these_months(world):
    history = world(rows=3)
    for said, months in (
        ("front 2030", slice(8 * 12 + 1, 9 * 12 + 1)),
        ("front 2022-01", slice(1, 2)),
        ("front 2022-03..2022-04", slice(3, 5)),
    ):
        expected = history.series("front")[months].astype(float).mean(axis=0)
        np.testing.assert_allclose(phrase(said, BASELINE)(history), expected)


def test_months_that_were_not_run_are_refused(world):
    with pytest.raises(InputError, match="not inside the months"):
        mean_of_months(world(rows=2), key="front", first="2022-01", last="2035-01")
