"""The debrief says what the game was, and what it would have been."""

import numpy as np
import pytest

from analysis.game.board import MONTHS, Board, Game, set_up
from analysis.game.debrief import debrief, spent
from analysis.game.otherwise import USUAL, as_played, by_rules, in_their_seats, unarmed
from sim.cast import ALLIES, STATES, others
from sim.errors import InputError
from sim.model import resume

TURNS = 4
SEATS = ("NK", "US", "ROK", "Japan")


@pytest.fixture(scope="module")
def board():
    """A game in which Seoul arms, Pyongyang tests, and there is news from Taiwan."""
    found = Board(Game.of("baseline", seed=5, turns=8, played=SEATS))
    for turn in range(1, TURNS + 1):
        moves = {
            "ROK": {"burden": "surge" if turn in (2, 3, 4) else "hold"},
            "NK": {
                "line": "pressure",
                "tests": "both" if turn > 2 else "none",
                "nuclear_test": "no",
            },
            "US": {},
        }
        if "exercise" in {one.name for one in found.choices("ROK")}:
            moves["ROK"]["exercise"] = "large"
        if turn > 2:
            moves["Japan"] = {"burden": "raise"}
        if turn == 4:
            found.inject("taiwan_crisis")
        found.play(moves)
    return found


@pytest.fixture(scope="module")
def told(board):
    return debrief(board)


# ------------------------------------------------------------------------- what it was


def test_courses_are_those_of_the_board(board, told):
    seen = told.courses
    assert len(seen.months) == MONTHS * TURNS + 1
    for place, moment in enumerate(board.moments):
        assert seen.months[place] == moment.label
        for name, lines in seen.of_each.items():
            for state in STATES:
                assert lines[state][place] == moment.series[f"{name}.{state}"]
    for state in STATES:
        felt = [seen.felt[state, other] for other in others(state)]
        assert np.allclose(np.sum(felt, axis=0), seen.of_each["threat"][state])
    assert told.quarters[0] == ("2022-01", "2022-03")
    assert told.injected == ((4, "taiwan_crisis"),)
    assert told.turns == TURNS
    assert told.moves == tuple(board.moves)


def test_seoul_and_pyongyang_are_in_a_spiral_that_seoul_started(told):
    (found,) = (one for one in told.spirals if one.pair == ("NK", "ROK"))
    assert found.started == ("ROK",)
    assert found.first == 2
    armed = {(one.turn, one.state) for one in found.steps}
    assert armed >= {(2, "ROK"), (3, "NK"), (4, "ROK")}
    assert all(before < after for before, after in found.felt.values())


def test_misreadings_are_beliefs_against_types(board, told):
    assert len(told.misread) == len(STATES) * (len(STATES) - 1)
    for one in told.misread:
        assert one.truth == board.now.greed[one.other]
        belief = board.now.series[f"belief.{one.state}.{one.other}"]
        assert one.end == pytest.approx(1 / (1 + np.exp(-belief)))
    # The model's own mean misperception, month by month, is the mean over others.
    for state in STATES:
        own = [one.series[f"misperception.{state}"] for one in board.moments[1:]]
        mine = [one.error for one in told.misread if one.state == state]
        assert np.mean(mine) == pytest.approx(np.mean(own), abs=1e-9)
    sizes = [abs(one.error) for one in told.misread]
    assert sizes == sorted(sizes, reverse=True)


def test_costs_add_up(board, told):
    for state, cost in told.costs.items():
        first = board.moments[0].series[f"burden.{state}"]
        # What is beyond is the share of spending that the added burden is.
        beyond = sum(
            one.series[f"spending.{state}"]
            * (1 - first / one.series[f"burden.{state}"])
            for one in board.moments[1:]
        )
        assert cost.beyond == pytest.approx(beyond / 12, rel=1e-9, abs=1e-9)
        assert told.worth[state].played.spent == pytest.approx(cost.spent)
        assert told.worth[state].played.threat == cost.threat_end


# ------------------------------------------------------------------ what the rules do


def test_a_seat_that_its_team_left_open_differs_in_nothing(board, told):
    open_seats = [one for one in told.seats if not one.chosen]
    assert {one.state for one in open_seats} == {"US"}
    assert all(one.differs == () for one in open_seats)


def test_the_rules_choose_in_a_seat_what_they_choose_alone(board):
    turn = 3
    moves = [*board.moves[: turn - 1], {**board.moves[turn - 1], "ROK": {}}]
    alone = set_up(board.game, moves)
    months = alone.moments[MONTHS * (turn - 1) + 1 :]
    (seat,) = (one for one in in_their_seats(board, turn) if one.state == "ROK")
    present = alone.turned(turn - 1).series["burden.ROK"]
    wanted = float(months[0].chosen["ROK"]["burden"][0]) / present
    options = {"cut": 0.8, "hold": 1.0, "raise": 1.25, "surge": 1.6}
    near = min(options, key=lambda one: abs(options[one] - wanted))
    assert seat.rules["burden"] == near
    assert seat.chosen["burden"] == "surge"
    assert "burden" in seat.differs
    held = max(float(one.chosen["ROK"]["exercise"][0]) for one in months)
    scales = {"none": 0.0, "reduced": 0.5, "usual": 1.0, "large": 1.5}
    assert seat.rules["exercise"] == min(scales, key=lambda k: abs(scales[k] - held))


def test_rules_in_every_seat_are_a_game_that_nobody_plays(board):
    empty = Board(board.game)
    for _ in range(TURNS):
        empty.play({})
    found = by_rules(board)
    for state in STATES:
        for name in ("threat", "spending", "burden"):
            line = [one.series[f"{name}.{state}"] for one in empty.moments]
            assert list(getattr(found, name)[state]) == line


def test_known_types_are_intent_as_it_is(board):
    model = resume(board.pasts[0], board.game.scenario, explain=True, verification=1.0)
    model.step()
    for state in STATES:
        for place, other in enumerate(others(state)):
            tie = model.ties.of(state)[place, 0]
            terms = model.terms["hostile_intent"][state]
            # Depth has moved since it was read; the month's move is small.
            assert terms["believed"][place, 0] == pytest.approx(
                (1 - tie) * model.states[other].greed[0], abs=0.03
            )


# --------------------------------------------------------------- what would have been


@pytest.mark.parametrize("turn", [1, 3, TURNS])
def test_if_nobody_had_armed_nobody_has(board, turn):
    (fork,) = unarmed(board, [turn])
    was = as_played(board, turn)
    length = MONTHS * (TURNS - turn + 1) + 1
    for state in STATES:
        assert len(fork.threat[state]) == len(was.threat[state]) == length
        assert fork.threat[state][0] == was.threat[state][0]
        assert fork.spending[state][0] == was.spending[state][0]
        burden = fork.burden[state][: MONTHS + 1]
        assert max(burden) <= burden[0] * (1 + 1e-12)
    if turn == 3:
        assert ("ROK", "burden") in fork.held_back
        assert ("NK", "campaign") in fork.held_back
        assert fork.spending["ROK"][-1] < was.spending["ROK"][-1]


def test_turns_are_worlds_of_their_own(board, told):
    for turn in (2, TURNS):
        assert unarmed(board, [turn]) == told.unarmed[turn - 1 : turn]


def test_where_nothing_is_held_back_all_is_as_it_was():
    quiet = Board(Game.of("baseline", seed=5, turns=8))
    moves = {state: {"burden": "cut"} for state in STATES}
    moves["NK"] |= {"tests": "none", "nuclear_test": "no", "attack": "no"}
    for state in ALLIES:
        moves[state]["exercise"] = "reduced"
    for _ in range(2):
        open_now = {s: {one.name for one in quiet.choices(s)} for s in STATES}
        quiet.play(
            {
                s: {k: v for k, v in m.items() if k in open_now[s]}
                for s, m in moves.items()
            }
        )
    for fork in unarmed(quiet, [1, 2]):
        assert fork == as_played(quiet, fork.turn)
    assert debrief(quiet).mattered_most is None


def test_exercises_are_held_on_the_usual_scale(board):
    assert ("ROK", "exercise") in unarmed(board, [1])[0].held_back
    assert USUAL == 1.0


def test_the_turn_that_mattered_most_is_the_one_that_would_have_eased_most(told):
    ends = {
        turn: sum(
            told.unarmed[turn - 1].threat[state][-1]
            - told.courses.of_each["threat"][state][-1]
            for state in STATES
        )
        for turn in range(1, TURNS + 1)
    }
    assert told.mattered_most == min(ends, key=ends.get)
    assert told.spared(told.mattered_most)[0] == pytest.approx(min(ends.values()))
    money = told.spared(3)[1]
    fork = told.unarmed[2]
    was = {s: told.courses.of_each["spending"][s][2 * MONTHS :] for s in STATES}
    assert money == pytest.approx(
        sum(spent(fork.spending[s]) - spent(was[s]) for s in STATES)
    )


# ----------------------------------------------------------------------- around it all


def test_it_leaves_the_board_as_it_was_and_comes_out_the_same(board, told):
    again, parts = set_up(board.game, board.moves), []
    before = [one.series for one in again.moments]
    pasts = [dict(one.arrays) for one in again.pasts]
    assert debrief(again, progress=lambda *part: parts.append(part)) == told
    assert [one.series for one in again.moments] == before
    for kept, now in zip(pasts, again.pasts, strict=True):
        assert all(np.array_equal(kept[key], now.arrays[key]) for key in kept)
    assert len(again.moves) == TURNS
    whole = TURNS + 3
    assert parts == [(done, whole) for done in range(1, whole + 1)]


def test_before_the_first_turn_there_is_nothing_to_look_back_on():
    with pytest.raises(InputError, match="no turn has been played"):
        debrief(Board(Game.of("baseline", seed=1, turns=4)))
