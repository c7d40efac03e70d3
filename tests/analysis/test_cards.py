"""Every parameter has a short name in both languages, and a meaning in Korean."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import analysis
from analysis import cards
from analysis.cards import LINES, label, meaning
from analysis.sweeps.results import Factor
from sim.errors import InputError
from sim.parameters import CARDS, FLAT_NAMES

TABLE = Path(analysis.__file__).with_name("cards.csv")
HANGUL = re.compile("[가-힣]")
LONGEST = {"en": 40, "ko": 20}
"""Letters of a short name: what fits beside a slider."""


def test_every_card_has_one_line():
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = Counter(line["name"] for line in csv.DictReader(file))
    without = [name for name in CARDS if name not in lines]
    assert not without, (
        f"add a line for {', '.join(without)} to analysis/cards.csv: the card's name, a"
        " short name in English and in Korean, and its meaning in Korean"
    )
    gone = [name for name in lines if name not in CARDS]
    assert not gone, f"no card has these names, so analysis/cards.csv need not: {gone}"
    assert max(lines.values()) == 1


@pytest.mark.parametrize("name", CARDS)
def test_a_line_is_in_its_languages_and_short(name):
    line = LINES[name]
    assert not HANGUL.search(line["label_en"])
    assert HANGUL.search(line["label_ko"])
    assert HANGUL.search(line["meaning_ko"])
    assert len(line["meaning_ko"]) > len("비율")
    for lang, most in LONGEST.items():
        assert 0 < len(line[f"label_{lang}"]) <= most
    for said in line.values():
        assert said == said.strip()
        assert not said.endswith(".")


@pytest.mark.parametrize("column", ["label_en", "label_ko", "meaning_ko"])
def test_no_two_cards_are_called_or_explained_the_same(column):
    counts = Counter(line[column].casefold() for line in LINES.values())
    assert [said for said, many in counts.items() if many > 1] == []


def test_a_copy_of_one_state_says_whose_it_is():
    assert len({label(flat, "ko") for flat in FLAT_NAMES}) == len(FLAT_NAMES)
    assert label("reach.NK", "ko") == f"{label('reach', 'ko')}, 북한"
    assert label("reach.NK", "en") == f"{label('reach', 'en')}, North Korea"
    assert meaning("reach.NK", "ko") == meaning("reach", "ko")
    assert meaning("reach.NK", "en") == CARDS["reach"].meaning
    with pytest.raises(InputError, match="there is no parameter"):
        label("reech", "ko")


def test_a_card_without_a_line_is_explained_in_english(monkeypatch):
    monkeypatch.setattr(cards, "LINES", {})
    assert meaning("home_reserve", "ko") == CARDS["home_reserve"].meaning
    assert label("home_reserve", "ko") == "home reserve"


def test_a_factor_of_a_sweep_says_in_korean_what_it_is():
    english = {"en": "as it was said then"}
    assert Factor("reach.NK", 0, 1, words=english).meaning("en") == english["en"]
    assert Factor("reach.NK", 0, 1, words=english).meaning("ko") == meaning(
        "reach", "ko"
    )
    # What is chosen from a list may have the name of a parameter by chance.
    assert Factor("dialogue", choices=("yes", "no")).meaning("ko") == ""
    # A parameter that this version does not have keeps what its sweep says of it.
    assert Factor("gone", 0, 1, words=english).meaning("ko") == english["en"]
