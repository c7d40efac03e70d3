"""Shapley values: games whose values are known, and the axioms for games of chance."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.attribution.shapley import (
    coalitions,
    interaction,
    orders,
    prefixes,
    values_along,
    values_of,
)


def game(players, worth):
    """Return the worths of a game given as a function of who is in."""
    return np.array(
        [[float(worth(set(np.flatnonzero(one))))] for one in coalitions(players)]
    )


def by_definition(worths, players):
    """Return the average over all orders, one by one."""
    found = np.zeros((players, worths.shape[1]))
    every = list(permutations(range(players)))
    for order in every:
        inside = 0
        for player in order:
            found[player] += worths[inside | 1 << player] - worths[inside]
            inside |= 1 << player
    return found / len(every)


@st.composite
def games(draw, most=5, runs=3):
    players = draw(st.integers(1, most))
    luck = np.random.default_rng(draw(st.integers(0, 2**32)))
    return players, luck.normal(size=(2**players, runs)) * 10.0


def test_the_glove_game():
    # One left glove, two right ones; a pair is worth 1.
    worths = game(3, lambda who: 0 in who and bool({1, 2} & who))
    np.testing.assert_allclose(values_of(worths)[:, 0], [2 / 3, 1 / 6, 1 / 6])


def test_an_additive_game_pays_everyone_what_they_bring():
    brings = [3.0, -1.0, 0.0, 2.5]
    worths = game(4, lambda who: 7.0 + sum(brings[one] for one in who))
    np.testing.assert_allclose(values_of(worths)[:, 0], brings, atol=1e-12)
    for one, other in ((0, 1), (2, 3)):
        assert interaction(worths, one, other)[0] == pytest.approx(0.0, abs=1e-12)


def test_what_two_bring_only_together_is_halved_and_is_their_interaction():
    worths = game(3, lambda who: 6.0 * ({0, 1} <= who))
    np.testing.assert_allclose(values_of(worths)[:, 0], [3.0, 3.0, 0.0])
    assert interaction(worths, 0, 1)[0] == pytest.approx(6.0)
    assert interaction(worths, 1, 0)[0] == pytest.approx(6.0)
    assert interaction(worths, 0, 2)[0] == pytest.approx(0.0)


def test_of_two_players_the_interaction_is_the_second_difference():
    assert interaction(np.array([[1.0], [2.0], [4.0], [9.0]]), 0, 1)[0] == 4.0


@given(games())
def test_it_is_the_average_over_all_orders_run_by_run(chance):
    players, worths = chance
    expected = by_definition(worths, players)
    np.testing.assert_allclose(values_of(worths), expected, atol=1e-9)


@given(games())
def test_values_add_up_and_are_linear(chance):
    worths = chance[1]
    values = values_of(worths)
    np.testing.assert_allclose(values.sum(axis=0), worths[-1] - worths[0], atol=1e-9)
    twice = values_of(2.0 * worths + worths[::-1])
    np.testing.assert_allclose(twice, 2 * values + values_of(worths[::-1]), atol=1e-9)


@given(games(), st.data())
def test_a_player_who_changes_nothing_gets_nothing(chance, data):
    players, worths = chance
    null = data.draw(st.integers(0, players - 1))
    masks = np.arange(2**players)
    idle = worths[masks & ~(1 << null)]
    np.testing.assert_array_equal(values_of(idle)[null], 0.0)
    for other in set(range(players)) - {null}:
        np.testing.assert_allclose(interaction(idle, null, other), 0.0, atol=1e-12)


@given(games(most=5), st.data())
def test_players_who_do_the_same_get_the_same(chance, data):
    players, worths = chance
    if players < 2:
        return
    one, other = data.draw(st.permutations(range(players)))[:2]
    masks = np.arange(2**players)
    bits = masks >> one & 1, masks >> other & 1
    swapped = (masks & ~(1 << one) & ~(1 << other)) | bits[0] << other | bits[1] << one
    values = values_of(worths + worths[swapped])
    np.testing.assert_allclose(values[one], values[other], atol=1e-9)


@given(games(most=4), st.integers(0, 99))
def test_orders_add_up_in_every_run_and_come_to_the_value(chance, seed):
    players, worths = chance
    order = orders(players, 200, seed)
    np.testing.assert_array_equal(np.sort(order, axis=1)[0], np.arange(players))
    masks = (2 ** np.arange(players) * prefixes(order)).sum(axis=2)
    back = (2 ** np.arange(players) * prefixes(order[:, ::-1])).sum(axis=2)
    found = values_along(order, worths[masks, 0], worths[back, 0])
    total = worths[-1, 0] - worths[0, 0]
    np.testing.assert_allclose(found.sum(axis=0), total, atol=1e-9)
    error = found.std(axis=1, ddof=1) / np.sqrt(200)
    away = np.abs(found.mean(axis=1) - values_of(worths)[:, 0])
    assert np.all(away <= 5.5 * error + 1e-9)


def test_orders_are_the_same_however_many_are_asked_for():
    np.testing.assert_array_equal(orders(6, 9, 3)[:4], orders(6, 4, 3))
    assert not np.array_equal(orders(6, 9, 3), orders(6, 9, 4))


def test_prefixes_grow_from_nobody_to_everybody():
    grown = prefixes(np.array([[2, 0, 1]]))
    assert grown[0].astype(int).tolist() == [
        [0, 0, 0],
        [0, 0, 1],
        [1, 0, 1],
        [1, 1, 1],
    ]


def test_worths_that_are_no_game_are_refused():
    with pytest.raises(ValueError, match="shape"):
        values_of(np.zeros((3, 2)))
