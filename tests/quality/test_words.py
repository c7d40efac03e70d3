"""Every phrase of the command line stands once, and in both languages."""

import pkgutil
import re
from collections import Counter
from importlib import import_module

from analysis.interfaces import text

TOPICS = [
    import_module(f"{text.__name__}.{found.name}").WORDS
    for found in pkgutil.iter_modules(text.__path__)
]
HOLE = re.compile(r"\{(\w+)")


def test_no_phrase_stands_in_two_topics():
    counts = Counter(phrase for topic in TOPICS for phrase in topic["en"])
    assert [phrase for phrase, many in counts.items() if many > 1] == []


def test_both_languages_have_the_same_phrases_with_the_same_holes():
    english, korean = text.TEXT["en"], text.TEXT["ko"]
    assert english.keys() == korean.keys()
    for phrase, words in english.items():
        assert set(HOLE.findall(words)) == set(HOLE.findall(korean[phrase])), phrase
