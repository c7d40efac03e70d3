"""Every rule keeps the promises of a rule, and a broken promise is noticed."""

import ast
import inspect
import re
import textwrap

import numpy as np
import pytest
from cases import free, gathered
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.contract import RANGES, arguments, check, checked_rules, example
from sim.errors import InputError
from sim.laws import parameters_of
from sim.rules import CARDS, MODULES, RULES
from sim.terms import Terms

LONGEST_BODY = 25

BOUNDS = gathered("BOUNDS")
FREE = free()
"""Rules whose value may have any sign and size."""


def example_of(name, rows, seed):
    """Return what a rule gives for plausible inputs."""
    tried = example(RULES[name], RULES[name], rows, np.random.default_rng(seed))
    return RULES[name](*tried.arguments.values(), **tried.parameters)


LIMITED = [name for name in RULES if "limit" in example_of(name, 1, 0)]


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_every_rule_keeps_its_promises(name, seed):
    check(RULES[name], seed=seed, rows=5)


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(RULES)), seed=st.integers(0, 2**32 - 1))
def test_every_rule_keeps_them_for_any_plausible_input(name, seed):
    check(RULES[name], seed=seed, rows=2)


def test_every_rule_has_declared_bounds_or_none_by_nature():
    assert set(BOUNDS) | FREE == set(RULES)


def at_the_ends(name, rows, luck):
    """Return a rule's value where most inputs are at an end of their range."""
    rule = RULES[name]
    values = []
    for one in arguments(rule):
        low, high = RANGES[one.unit]
        share = luck.uniform(size=one.shape(rows))
        share = np.where(luck.uniform(size=share.shape) < 0.7, np.round(share), share)
        share = np.round(share) if one.unit == "0 or 1" else share
        values.append(low + share * (high - low))
    own = {}
    for parameter in parameters_of(rule):
        card = CARDS[parameter]
        low, high = card.range(card.states[-1] if card.states else None)
        own[parameter] = np.where(luck.uniform(size=rows) < 0.5, low, high)
    return rule(*values, **own).total


@pytest.mark.parametrize("name", BOUNDS)
def test_bounded_rules_stay_in_bounds(name):
    low, high = BOUNDS[name]
    luck = np.random.default_rng(0)
    plausible = [example_of(name, 500, seed).total for seed in range(4)]
    for value in [*plausible, at_the_ends(name, 4000, luck)]:
        # Rounding of the sum and, relative to the bound, of its last term.
        assert np.min(value) >= low - 1e-12, np.min(value)
        assert np.max(value) <= high + 1e-12, np.max(value)


@pytest.mark.parametrize("name", RULES)
def test_the_terms_sum_to_the_total_to_the_bit(name):
    terms = example_of(name, 200, 3)
    parts = list(terms.values())
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    np.testing.assert_array_equal(terms.total, total)
    assert "limit" not in list(terms)[:-1], "the limit comes last"


@pytest.mark.parametrize("name", LIMITED)
def test_a_limit_takes_away_what_is_outside_and_nothing_else(name):
    terms = example_of(name, 500, 4)
    free = sum(value for term, value in terms.items() if term != "limit")
    limit = np.broadcast_to(terms["limit"], np.shape(free))
    low, high = BOUNDS[name]
    assert (limit[free > high] < 0.0).all()
    assert (limit[free < low] > 0.0).all()
    if name != "desired_burden":  # whose upper bound is an argument
        inside = (free >= low) & (free <= high)
        assert inside.any()
        assert (limit[inside] == 0.0).all()


@pytest.mark.parametrize("name", RULES)
def test_every_docstring_says_what_a_reader_needs(name):
    rule = RULES[name]
    text = inspect.getdoc(rule)
    summary, rest = text.split("\n", 1)
    assert summary.endswith("."), "one line first"
    assert len(summary) <= 88
    assert ".. math::" in rest, "no equation"
    declared = arguments(rule)  # refuses an argument without shape and unit
    assert all(one.unit in RANGES and one.axes for one in declared)
    returns = re.search(
        r"Returns\n-+\nTerms, shape \(.+\)\n(?P<body>(?:    .+\n)+)", text
    )
    assert returns, "no shape of the result"
    assert re.search(r"\[[^\]]+\]", returns["body"].strip().splitlines()[-1]), "no unit"
    notes = re.search(r"Notes\n-+\n(?P<body>.+)", text, re.S)
    assert notes, "no notes"
    assert re.search(r"\b[Oo]urs\b|\bours\b|\[\w+\d{4}\w*\]|conserved", text), (
        "says neither what is ours nor whose it is"
    )


@pytest.mark.parametrize("name", RULES)
def test_every_keyword_is_the_card_of_a_parameter(name):
    for parameter in parameters_of(RULES[name]):
        assert parameter in CARDS
        assert parameter in inspect.getdoc(RULES[name])


def test_every_card_is_read_by_something():
    read = {parameter for rule in RULES.values() for parameter in parameters_of(rule)}
    # Read by the model itself where it starts or chooses, not by a rule.
    chosen = {
        "aid_to_ukraine",
        "alliance_commitment",
        "burden_sharing_demand",
        "ceasefire_push",
        "dialogue",
        "missile_defense",
        "nk_priority",
        "openness",
        "other_supply",
        "precondition",
        "pressure_appetite",
        "rapprochement",
        "russian_recruits",
        "secondary_sanctions",
        "true_type",
        "type_spread",
        "ukraine_support",
        "ukrainian_establishment",
        "ukrainian_recruits",
    }
    assert set(CARDS) - read == chosen


def body_of(rule):
    """Return the lines of a rule after its docstring."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(rule))).body[0]
    first = tree.body[1] if ast.get_docstring(tree) else tree.body[0]
    return tree.end_lineno - first.lineno + 1


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_short_enough_to_be_seen_whole(name):
    assert body_of(RULES[name]) <= LONGEST_BODY


def test_rules_are_arithmetic_alone():
    for module in MODULES:
        tree = ast.parse(inspect.getsource(module))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                inside = list(ast.walk(node))
                banned = (ast.If, ast.IfExp, ast.While, ast.AugAssign, ast.MatMult)
                assert not any(isinstance(one, banned) for one in inside), node.name


@pytest.mark.parametrize("name", ["threat", "tie", "war_act", "technology"])
def test_examples_have_the_declared_shapes_and_ranges(name):
    tried = example(RULES[name], RULES[name], 7, np.random.default_rng(0))
    for one in arguments(RULES[name]):
        value = tried.arguments[one.name]
        low, high = RANGES[one.unit]
        assert value.shape == one.shape(7)
        assert value.min() >= low
        assert value.max() <= high
        assert not value.flags.writeable
    assert all(value.shape == (7,) for value in tried.parameters.values())


# ---------------------------------------------------------- that the check itself bites

GOOD = RULES["burden"]


def over_rows(current, desired, *, adjustment):
    return Terms(kept=current, adjusted=(np.mean(desired) - current) / adjustment)


def over_rows_by_matrix(current, desired, *, adjustment):
    return Terms(kept=current, adjusted=current @ desired / adjustment)


def sorts_rows(current, desired, *, adjustment):
    return Terms(kept=np.sort(current), adjusted=(desired - current) / adjustment)


def writes(current, desired, *, adjustment):
    current += (desired - current) / adjustment
    return Terms(kept=current)


def writes_by_index(current, desired, *, adjustment):
    current[0] = 0.0
    return Terms(kept=current)


def reads_unknown(current, desired, *, ajustment):
    return Terms(kept=current)


def other_names(now, wanted, *, adjustment):
    return Terms(kept=now)


def too_few(current, *, adjustment):
    return Terms(kept=current)


def other_order(desired, current, *, adjustment):
    return Terms(kept=current)


def plain_array(current, desired, *, adjustment):
    return current + (desired - current) / adjustment


def not_finite(current, desired, *, adjustment):
    return Terms(kept=current, adjusted=np.log(current - 1e6))


def infinite(current, desired, *, adjustment):
    return Terms(kept=current, adjusted=current / (0.0 * desired))


def wrong_shape(current, desired, *, adjustment):
    return Terms(kept=np.stack([current, desired]))


def fails(current, desired, *, adjustment):
    return Terms(kept=current.reshape(7, 7))


def looks(current, desired, *, adjustment):
    return Terms(kept=current if current > desired else desired)


def in_parts(current, desired, *, adjustment):
    return Terms(kept=current, adjusted=desired[0] / adjustment)


BAD = {
    over_rows: "may not look across rows",
    over_rows_by_matrix: "may not look across rows",
    sorts_rows: "may not look across rows",
    writes: "writes into its inputs",
    writes_by_index: "writes into its inputs",
    reads_unknown: "'ajustment', which has no parameter card; .* 'adjustment'",
    other_names: r"must take \(current, desired\) by position",
    too_few: r"must take \(current, desired\) by position",
    other_order: r"must take \(current, desired\) by position",
    plain_array: "must return sim.terms.Terms",
    not_finite: "not finite",
    infinite: "not finite",
    wrong_shape: "returns shape",
    fails: "fails on plausible inputs",
    looks: "fails on plausible inputs",
    in_parts: "may not look across rows",
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # the point of the bad rules
@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.__name__)
def test_a_bad_rule_is_refused_with_the_reason(bad):
    with pytest.raises(InputError, match=BAD[bad]):
        check(bad, GOOD)
    with pytest.raises(InputError, match=BAD[bad]):
        checked_rules({"burden": bad})


def test_a_rule_in_anothers_place_may_read_other_parameters():
    def eager(current, desired, *, adjustment, misperception):
        """Budgets that react faster where others are misread."""
        return Terms(
            kept=current,
            adjusted=(1.0 + misperception) * (desired - current) / adjustment,
        )

    check(eager, GOOD)
    assert checked_rules({"burden": eager})["burden"] is eager
    assert set(checked_rules({})) == set(RULES)


def test_a_rule_that_replaces_nothing_is_refused_with_the_nearest_name():
    with pytest.raises(InputError, match="no rule 'treat'; did you mean 'threat'"):
        checked_rules({"treat": RULES["threat"]})
    with pytest.raises(InputError, match="must be a function"):
        checked_rules({"threat": 3.0})


def test_a_docstring_that_disagrees_with_the_signature_is_refused():
    def undeclared(current, desired, *, adjustment):
        """Nothing said."""

    def unitless(current):
        """Something.

        current : Rows, shape (rows,)
            No unit at all.
        """

    def shapeless(current):
        """Something.

        current : Rows, shape (months,)
            What. [share]
        """

    for rule, words in {
        undeclared: "its docstring declares",
        unitless: "must end with its unit",
        shapeless: "may name only rows",
    }.items():
        with pytest.raises(InputError, match=words):
            arguments(rule)
