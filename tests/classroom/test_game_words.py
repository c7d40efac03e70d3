"""What stands on the pages of the game: whole sentences, in both languages."""

import re

import pytest

from analysis.game.advisers import Outlook
from analysis.game.board import Board, Game
from analysis.game.sight import News, seen_by
from analysis.interfaces.classroom.game.words import (
    clock,
    expected,
    figure,
    is_told,
    moved,
    news_words,
    points,
    quarter,
    series_words,
    term_words,
)
from analysis.interfaces.happenings import event_words, happenings
from analysis.interfaces.text import TEXT
from sim.cast import STATES

LANGS = ("en", "ko")
HANGUL = re.compile("[가-힣]")
KINDS = [
    phrase.removeprefix("game news ")
    for phrase in TEXT["en"]
    if phrase.startswith("game news ")
]


@pytest.fixture(scope="module")
def sights():
    board = Board(Game.of("baseline", seed=1, turns=4))
    for _ in range(3):
        board.play({})
    return [seen_by(board, state) for state in STATES]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_news_are_whole_sentences(kind, lang):
    said = news_words(
        News(month="2022-01", kind=kind, states=("NK", "US"), value=2), lang
    )
    assert said.endswith(".")
    assert not re.search(r"[{}]|  | ,|NK", said)
    assert bool(HANGUL.search(said)) == (lang == "ko")


def test_next_to_no_exercise_is_no_news():
    def exercise(value):
        return News(month="2022-03", kind="exercise", states=("US",), value=value)

    assert not is_told(exercise(0.04))
    assert is_told(exercise(0.05))
    assert "0.1 times" in news_words(exercise(0.06), "en")
    assert is_told(News(month="2022-03", kind="vetoed"))


@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_a_state_sees_has_words(sights, lang):
    for sight in sights:
        said = [news_words(one, lang) for one in sight.news]
        for key, (now, before) in {**sight.own, **sight.public}.items():
            said.append(series_words(key, lang))
            assert figure(key, now, lang)
            assert figure(key, before, lang)
        for other, judged in sight.others.items():
            for rule, terms in (
                ("threat", judged.terms),
                ("hostile_intent", judged.intent),
                ("vulnerability", judged.vulnerability),
            ):
                assert terms
                said += [
                    term_words(rule, term, sight.state, other, lang) for term in terms
                ]
            said += [TEXT[lang][f"game act {act}"] for act in judged.alarms]
        for words in said:
            assert words
            assert not re.search(r"[{}]|[a-z]_[a-z]|\((가|를|와|는)\)", words), words


@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_may_happen_has_words(lang):
    for group in happenings(lang).values():
        for kind, words in group.items():
            assert event_words(kind, lang) == words
            assert bool(HANGUL.search(words)) == (lang == "ko")


def test_a_clock_that_shows_nothing_has_run_out():
    shown = [clock(seconds) for seconds in (-3.0, 0.0, 0.2, 59.5, 60.0, 3600.0)]
    assert shown == ["0:00", "0:00", "0:01", "1:00", "1:00", "60:00"]


def test_a_turn_is_a_quarter_where_it_is_one():
    assert quarter(("2022-10", "2022-11", "2022-12"), "en") == "2022, quarter 4"
    assert quarter(("2022-01", "2022-02", "2022-03"), "ko") == "2022년 1분기"
    assert quarter(("2022-02", "2022-03", "2022-04"), "en") == "2022-02 to 2022-04"


def test_changes_have_signs_and_small_ones_are_none():
    assert points(0.62, 0.57, "en") == "+5 points"
    assert points(0.57, 0.62, "ko") == "−5%포인트"
    assert points(0.571, 0.57, "en") == "as before"
    assert moved(1.0, 1.25, "en") == "−0.25"
    assert moved(1.0, 1.004, "ko") == "그대로"


def test_what_may_be_luck_is_said_to_be_no_difference():
    alone = Outlook(level=2.0, change=0.0, error=0.0)
    more = Outlook(level=2.1, change=0.1, error=0.01)
    luck = Outlook(level=2.1, change=0.1, error=0.06)
    assert expected("threat", more, alone, "en") == "▲ +5.0%"
    assert expected("threat", luck, alone, "en") == "="
    less = Outlook(level=0.5, change=-0.125, error=0.01)
    assert expected("crisis", less, alone, "ko") == "▼ −12.5%포인트"
    assert expected("burden", more, alone, "en") == "▲ +0.10% of GDP"
