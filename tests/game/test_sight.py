"""Sight: a state sees its own books and what all the world sees, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.game.advisers import MEASURES, advise, nearest_option, outlooks, position
from analysis.game.board import Board, Game, set_up
from analysis.game.choices import CHOICES
from analysis.game.sight import PUBLIC, probability, seen_by
from sim.cast import STATES, others
from sim.state import SERIES

CLOSED = ("belief", "felt_threat", "threat", "credibility", "misperception")


@pytest.fixture(scope="module")
def board():
    played = Board(Game.of("baseline", seed=5, turns=6))
    played.play({"NK": {"tests": "both", "nuclear_test": "yes", "line": "pressure"}})
    played.play({"ROK": {"burden": "surge"}, "NK": {"attack": "yes"}})
    return played


@pytest.mark.parametrize("state", STATES)
def test_nothing_of_anothers_books_is_seen(board, state):
    seen = seen_by(board, state)
    assert set(seen.others) == set(others(state))
    for key in (*seen.own, *seen.public):
        assert key in SERIES
        name, *of = key.split(".")
        assert name not in CLOSED or of == [state]
    for key in seen.own:
        owner = key.split(".")[1:2]
        assert owner in ([state], []), key
    assert not set(seen.public) - set(PUBLIC) - {"delivered", "troops"}


@pytest.mark.parametrize("state", STATES)
def test_true_types_cannot_be_read_off(board, state):
    """Another's true type may change, and what is seen of it stays what it is."""
    seen = seen_by(board, state)
    lied = Board.__new__(Board)
    lied.__dict__.update(board.__dict__)
    lied.moments = [
        replace(one, greed={name: 1.0 - type_ for name, type_ in one.greed.items()})
        for one in board.moments
    ]
    assert seen_by(lied, state) == seen
    for judged in seen.others.values():
        if judged.alarms:
            assert sum(judged.alarms.values()) == pytest.approx(1.0)
        assert "noise" not in judged.alarms


def test_shipments_are_seen_by_others_once_they_are_acknowledged(board):
    assert board.now.series["acknowledged"] == 0
    for state in STATES:
        assert ("delivered" in seen_by(board, state).public) == (
            state in ("NK", "Russia")
        )
    told = Board.__new__(Board)
    told.__dict__.update(board.__dict__)
    last = board.moments[-1]
    told.moments = [
        *board.moments[:-1],
        replace(last, series={**last.series, "acknowledged": 1.0}),
    ]
    assert "delivered" in seen_by(told, "Japan").public


def test_what_is_felt_is_made_of_its_terms(board):
    for state in STATES:
        for other, judged in seen_by(board, state).others.items():
            assert judged.threat == pytest.approx(sum(judged.terms.values()), abs=1e-6)
            belief = board.now.series[f"belief.{state}.{other}"]
            assert judged.belief == pytest.approx(1 / (1 + np.exp(-belief)))


def test_the_news_are_those_of_the_turn(board):
    kinds = {(one.kind, one.states) for one in seen_by(board, "Japan").news}
    assert ("attack", ("NK", "ROK")) in kinds
    assert ("nuclear_test", ("NK",)) not in kinds  # that was a turn ago
    first = set_up(board.game, board.moves[:1])
    kinds = {(one.kind, one.states) for one in seen_by(first, "Japan").news}
    assert ("nuclear_test", ("NK",)) in kinds
    assert all(one in seen_by(first, "NK").news for one in seen_by(first, "US").news)


def test_before_the_first_turn_nothing_has_been_seen():
    seen = seen_by(Board(Game.of("baseline", seed=5, turns=2)), "ROK")
    assert seen.news == ()
    assert seen.turn == 1
    for judged in seen.others.values():
        assert judged.belief == judged.belief_before
        assert not judged.alarms


def test_a_belief_is_a_probability():
    assert probability(0.0) == 0.5
    assert probability(-6.0) < 0.01 < 0.99 < probability(6.0)


# ------------------------------------------------------------------------- advisers


def test_advisers_do_not_know_what_nobody_knows(board):
    """They take from beliefs what the state does not know, and have another luck."""
    asked = position(board, "ROK")
    past = asked.past
    arrays = dict(past.arrays)
    for other in others("ROK"):
        arrays[f"{other}.greed"] = 1.0 - arrays[f"{other}.greed"]
        about = np.array(arrays[f"{other}.belief"])
        about[others(other).index("ROK")] += 1.5
        arrays[f"{other}.belief"] = about
    lied = replace(asked, past=replace(past, arrays=arrays))
    assert advise(lied) == advise(asked)


def test_advice_on_nothing_changes_nothing(board):
    advice = advise(position(board, "Russia"))
    for one in advice.alone.values():
        assert (one.change, one.error, one.direction) == (0.0, 0.0, 0)
    assert set(advice.alone) == set(MEASURES)
    assert outlooks([(position(board, "Russia"), {})]) == [advice.alone]


def test_advice_on_one_choice_is_the_outlook_of_it_alone(board):
    asked = position(board, "ROK")
    advice = advise(asked)
    (found,) = outlooks([(asked, {"burden": "surge"})])
    assert found == advice.options["burden", "surge"]
    burdens = [
        advice.options["burden", one]["burden"].level
        for one in CHOICES["burden"].options
    ]
    assert burdens == sorted(burdens)
    assert advice.options["burden", "surge"]["burden"].direction == 1
    assert advice.options["burden", "cut"]["burden"].direction == -1


def test_company_changes_no_outlook(board):
    asked = [
        (position(board, "ROK"), {"burden": "surge", "aid": "much"}),
        (position(board, "NK"), {"line": "moratorium", "tests": "none"}),
        (position(board, "ROK"), {}),
        (position(board, "US"), {"attention": "Korea"}),
    ]
    assert outlooks(asked) == [outlooks([one])[0] for one in asked]


def test_advisers_answer_for_every_option_of_every_state(board):
    for state in STATES:
        advice = advise(position(board, state))
        wanted = {(c.name, o) for c in board.choices(state) for o in c.options}
        assert set(advice.options) == wanted
        for choice in board.choices(state):
            assert advice.proposed[choice.name] in choice.options


@pytest.mark.parametrize(
    ("name", "state"),
    [(name, state) for name, one in CHOICES.items() for state in one.states],
)
def test_what_was_ordered_is_the_nearest_option(name, state):
    """An option that is played is read off the acts again."""
    choice = CHOICES[name]
    for option in choice.options:
        board = Board(Game.of("baseline", seed=5, turns=1))
        burden = board.now.series[f"burden.{state}"]
        board.play({state: {name: option}})
        acts = [
            {act: np.atleast_1d(one) for act, one in month.chosen[state].items()}
            for month in board.moments[1:]
        ]
        if name == "burden" and state == "Japan" and option in ("raise", "surge"):
            continue  # the customary ceiling holds it down
        assert nearest_option(choice, acts, burden) == option


def test_advisers_look_no_farther_than_the_scenario():
    game = Game.of("baseline", seed=1, turns=8)
    short = game.scenario.model_copy(update={"end": "2022-06"})
    board = Board(Game(scenario=short, seed=1, turns=2))
    board.play({})
    assert set(advise(position(board, "NK")).alone) == set(MEASURES)
