"""A number is declared once, with what a reader needs to argue with it."""

import re
from pathlib import Path

import numpy as np
import pytest

from sim.card import BASES, Card, card, deck
from sim.cast import STATES
from sim.errors import InputError
from sim.parameters import (
    CARDS,
    FLAT_NAMES,
    Parameters,
    card_of,
    expand,
    flat_names,
    owned_by,
)

KEY = re.compile(r"\[(\w+)\]")
ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", CARDS)
def test_every_card_says_what_it_is_and_where_it_comes_from(name):
    one = CARDS[name]
    assert one.name == name
    assert one.basis in BASES
    assert one.unit
    assert one.symbol
    assert len(one.meaning) > 15
    assert not one.meaning.endswith(".")
    assert "ours" in one.source or KEY.search(one.source) or "paper" in one.source


@pytest.mark.parametrize("name", CARDS)
def test_every_default_lies_in_a_range_that_is_one(name):
    for state in CARDS[name].states or (None,):
        low, high = CARDS[name].range(state)
        assert low < high, state
        assert low <= CARDS[name].value(state) <= high, state
        assert np.isfinite([low, high]).all()


def test_every_mechanism_may_be_switched_off_and_is_on_as_written():
    found = [one for one in CARDS.values() if one.kind == "mechanism"]
    assert len(found) > 10
    for one in found:
        assert one.range() == (0.0, 1.0), one.name
        assert one.value() == 1.0, one.name


def test_the_ranges_of_what_is_contested_include_no_effect():
    # Of an effect that a paper claims, 0 (or 1, of a factor) is plausible.
    for name in (
        "linkage",
        "transfer_multiplier",
        "persistence",
        "substitution",
        "proxy_weight",
        "stretch",
        "legitimacy_cost",
        "compliance_rivalry",
    ):
        nothing = 1.0 if name == "transfer_multiplier" else 0.0
        states = CARDS[name].states or (None,)
        assert all(CARDS[name].range(one)[0] == nothing for one in states), name


def test_every_source_that_is_cited_is_in_the_references():
    text = (ROOT / "docs" / "references.bib").read_text(encoding="utf-8")
    known = set(re.findall(r"^@\w+\{(\w+),", text, re.M))
    cited = {key for one in CARDS.values() for key in KEY.findall(one.source)}
    assert cited
    assert cited <= known


def test_a_default_outside_its_range_is_refused_when_it_is_declared():
    with pytest.raises(ValueError, match=r"default 2\.0 is outside 0\.0 to 1\.0"):
        declared("x", 2.0)
    with pytest.raises(ValueError, match=r"default 3\.0 is outside"):
        declared("x", {"NK": 0.5, "US": 3.0})
    with pytest.raises(ValueError, match="declared twice"):
        deck(declared("x", 0.5), declared("x", 0.6))


def declared(name, default):
    return card(
        name,
        default,
        0.0,
        1.0,
        symbol="x",
        unit="1",
        basis="assumed",
        source="ours",
        meaning="a parameter of a test",
    )


def test_a_state_without_a_copy_has_to_be_named():
    one = declared("x", {"US": 0.5, "NK": 0.25})
    assert isinstance(one, Card)
    assert one.states == ("NK", "US"), "in the order of the cast"
    assert one.flat_names == ("x.NK", "x.US")
    assert one.value("NK") == 0.25
    with pytest.raises(KeyError):
        one.value()


# --------------------------------------------------------------------------- the values


def test_parameters_hold_a_value_for_every_flat_name():
    values = Parameters()
    assert list(values) == list(FLAT_NAMES)
    assert len(values) == len(set(FLAT_NAMES))
    assert values["reach.NK"] == CARDS["reach"].value("NK")


def test_a_familys_name_sets_every_copy_and_a_states_own_wins_in_any_order():
    one = Parameters(**{"learning.NK": 1.0, "learning": 3.0})
    other = Parameters(**{"learning": 3.0, "learning.NK": 1.0})
    assert dict(one) == dict(other)
    assert one["learning.NK"] == 1.0
    assert one["learning.US"] == 3.0


def test_replacing_leaves_the_rest_and_the_original():
    first = Parameters(linkage=0.4)
    second = first.replace(**{"linkage.US": 0.0})
    assert first["linkage.US"] == 0.4
    assert (second["linkage.US"], second["linkage.NK"]) == (0.0, 0.4)


def test_a_value_per_row_is_kept_as_an_array():
    given = Parameters(suspicion=[-3.0, -2.0, -1.0])["suspicion"]
    np.testing.assert_array_equal(given, [-3.0, -2.0, -1.0])
    assert isinstance(Parameters(suspicion=-1)["suspicion"], float)


def test_a_state_reads_what_is_shared_and_its_own():
    own = Parameters(**{"reach.ROK": 800.0}).of("ROK")
    assert own["reach"] == 800.0
    assert own["saturation"] == 1.0
    assert "informal_ceiling" not in own
    assert "informal_ceiling" in Parameters().of("Japan")
    with pytest.raises(KeyError):
        owned_by("Taiwan", {})


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"linkag": 0.1}, r"no parameter 'linkag'; did you mean 'linkage'"),
        (
            {"reach.Jpan": 500.0},
            r"no value for 'Jpan'; did you mean 'Japan'",
        ),
        ({"saturation.NK": 0.5}, r"'saturation' is shared: write 'saturation'"),
        ({"informal_ceiling.ROK": 1.0}, r"'informal_ceiling' has no value for 'ROK'"),
        ({"linkage": 0.51}, r"'linkage.NK' is 0.51; it must be a number from 0 to 0.5"),
        ({"linkage": -1}, r"is -1; it must be a number from 0 to 0.5 \[share\]"),
        ({"linkage": float("nan")}, "is nan; it must be a number"),
        ({"linkage": float("inf")}, "is inf; it must be a number"),
        ({"linkage": "0.2"}, "is '0.2'; it must be a number"),
        ({"linkage": True}, "is True; it must be a number"),
        ({"linkage": None}, "is None; it must be a number"),
        ({"linkage": [0.1, "x"]}, "must be a number"),
        ({"linkage": [0.1, 0.6]}, "is 0.6; it must be a number"),
        ({"linkage": [[0.1], [0.2]]}, "has 2 axes; give one number, or one per row"),
    ],
)
def test_a_bad_setting_is_refused_with_the_reason(settings, words):
    with pytest.raises(InputError, match=words):
        Parameters(**settings)
    with pytest.raises(InputError, match=words):
        Parameters().replace(**settings)


@pytest.mark.parametrize("name", FLAT_NAMES)
def test_both_ends_of_every_range_are_allowed_and_no_more(name):
    one, state = card_of(name)
    low, high = one.range(state)
    for value in (low, high):
        assert expand(name, value) == {name: value}
    beyond = 1e-6 * max(abs(low), abs(high))
    for value in (low - beyond, high + beyond):
        with pytest.raises(InputError, match="must be a number from"):
            expand(name, value)


def test_a_name_says_which_flat_names_it_sets():
    assert flat_names("reach") == tuple(f"reach.{one}" for one in STATES)
    assert flat_names("reach.US") == ("reach.US",)
    assert flat_names("saturation") == ("saturation",)
