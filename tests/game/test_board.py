"""The board: a game is its scenario, its seed and its moves, and nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.game.board import MONTHS, Board, Game, set_up
from analysis.game.choices import CHOICES, checked, open_to, orders, words
from sim.acts import ORDERED, checked_orders
from sim.cast import STATES
from sim.errors import InputError
from sim.model import StrategicModel


def game(turns=4, seed=5, **changes):
    return Game.of("baseline", seed=seed, turns=turns, **changes)


def options_of(state):
    """Options of some choices of a state that are open in every quarter."""
    always = [
        one
        for one in CHOICES.values()
        if state in one.states and not one.months and one.name != "ceiling"
    ]
    return st.fixed_dictionaries(
        {}, optional={one.name: st.sampled_from(list(one.options)) for one in always}
    )


moves = st.fixed_dictionaries({}, optional={one: options_of(one) for one in STATES})


def same(one, other):
    assert one.moves == other.moves
    for left, right in zip(one.moments, other.moments, strict=True):
        assert left.label == right.label
        assert left.series == right.series
        assert left.terms == right.terms


@settings(max_examples=8, deadline=None)
@given(st.lists(moves, min_size=1, max_size=3), st.integers(0, 2**31))
def test_the_same_moves_lead_to_the_same_world(turns, seed):
    played = Board(game(seed=seed))
    for one in turns:
        played.play(one)
    same(played, set_up(game(seed=seed), played.moves))


def test_nothing_chosen_is_the_model_itself():
    board = set_up(game(), [{}, {}])
    model = StrategicModel(board.game.scenario, seed=5, collect=False)
    for _ in range(2 * MONTHS):
        model.step()
    snapshot = model.snapshot()
    for key, value in board.pasts[-1].arrays.items():
        np.testing.assert_array_equal(value, snapshot[key])


def test_what_is_added_in_mid_game_is_there_when_it_is_set_up_again():
    played = Board(game())
    played.play({"ROK": {"burden": "raise"}})
    before = played.now.series
    played.inject("taiwan_crisis")
    played.inject("ceasefire")
    assert played.now.series == before  # it has not happened yet
    played.play({"US": {"burden": "hold"}})
    quiet = set_up(game(), [{"ROK": {"burden": "raise"}}, {"US": {"burden": "hold"}}])
    assert played.now.series["fighting"] == 0 < quiet.now.series["fighting"]
    same(played, set_up(played.game, played.moves))


def test_a_quarter_of_wanting_more_brings_about_a_little_more():
    for option, least, most in (("cut", -3, -1), ("hold", -0.1, 0.1), ("surge", 6, 9)):
        board = set_up(game(), [{"ROK": {"burden": option}}])
        grown = board.now.series["burden.ROK"] / board.turned(0).series["burden.ROK"]
        assert least <= 100 * (grown - 1) <= most


def test_a_nuclear_test_is_held_once_in_the_turn_and_an_attack_too():
    board = set_up(game(), [{"NK": {"nuclear_test": "yes", "attack": "yes"}}])
    for key in ("nuclear_tests.NK", "attack.NK"):
        assert [one.series[key] for one in board.moments[1:]] == [1, 0, 0]
    board = set_up(game(), [{"NK": {"nuclear_test": "no", "attack": "no"}}])
    assert all(one.series["nuclear_tests.NK"] == 0 for one in board.moments)


def test_what_the_teacher_lets_happen_no_order_undoes():
    board = Board(game())
    board.inject("nuclear_test")
    board.play({"NK": {"nuclear_test": "no"}})
    assert [one.series["nuclear_tests.NK"] for one in board.moments[1:]] == [1, 0, 0]


def test_exercises_are_to_be_decided_only_where_they_are_due():
    board = Board(game())
    asked = []
    for _ in range(4):
        asked.append("exercise" in {one.name for one in board.choices("ROK")})
        board.play({})
    assert asked == [True, False, True, False]
    board = set_up(game(), [{"ROK": {"exercise": "large"}}])
    scales = [float(one.chosen["ROK"]["exercise"].sum()) for one in board.moments[1:]]
    assert scales == [0.0, 0.0, 1.5]


def test_a_custom_that_was_lifted_is_no_choice_any_more():
    board = Board(game())
    assert "ceiling" in {one.name for one in board.choices("Japan")}
    board.play({"Japan": {"ceiling": "lift"}})
    assert "ceiling" not in {one.name for one in board.choices("Japan")}


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ({"ROK": {"attack": "yes"}}, "no choice 'attack' now"),
        ({"ROK": {"burden": "double"}}, "burden has no option 'double'"),
        ({"ROK": ["burden"]}, "mapping of choices to options"),
        ({"ROK": {"burden": ["cut"]}}, "burden has no option"),
    ],
)
def test_what_is_not_open_cannot_be_played(moves, said):
    board = Board(game())
    with pytest.raises(InputError, match=said):
        board.play(moves)
    assert board.moves == []
    assert len(board.moments) == 1


def test_a_game_ends():
    board = set_up(game(turns=1), [{}])
    assert board.over
    with pytest.raises(InputError, match="over"):
        board.play({})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"turns": 0}, "turns is 0"),
        ({"turns": 53}, "room for 1 to"),
        ({"played": ()}, "no state is played"),
        ({"played": ("Seoul",)}, "no state 'Seoul'"),
    ],
)
def test_a_game_that_cannot_be_is_refused(changes, said):
    with pytest.raises(InputError, match=said):
        game(**changes)


def test_news_that_cannot_be_is_refused():
    with pytest.raises(InputError, match="no event 'peace'"):
        game().with_news(1, "peace")
    with pytest.raises(InputError, match="turn is 5"):
        game().with_news(5, "ceasefire")


def test_every_option_orders_what_the_model_takes_and_has_words():
    for choice in CHOICES.values():
        assert choice.act in ORDERED
        assert set(choice.states) <= set(ORDERED[choice.act].states)
        assert choice.label("en")
        assert choice.label("ko")
        for option in choice.options:
            assert choice.said(option, "en")
            assert choice.said(option, "ko")
            for month in choice.months or (1,):
                told = orders(
                    {choice.name: option}, burden=3.0, calendar_month=month, first=True
                )
                for state in choice.states:
                    checked_orders(state, told, 1)
    named = {(one.name, option) for one in CHOICES.values() for option in one.options}
    assert set(words()) == named | {(one.name, "") for one in CHOICES.values()}


def test_what_is_checked_is_a_copy():
    given_options = {"burden": "cut"}
    model = StrategicModel("baseline", collect=False)
    taken = checked(given_options, open_to("US", (1, 2, 3), model))
    given_options["burden"] = "surge"
    assert taken == {"burden": "cut"}


def test_a_state_may_surge_turn_after_turn():
    surge = {state: {"burden": "surge"} for state in STATES}
    board = set_up(game(turns=8), [surge] * 8)
    highest = ORDERED["burden"].high
    # Sixteen tenths of what Pyongyang comes to are more than can be ordered.
    assert 1.6 * board.now.series["burden.NK"] > highest
    (told,) = orders(surge["NK"], burden=40.0, calendar_month=1, first=True).values()
    assert told == highest
