"""What is no file of plain YAML is refused, with file, line and remedy."""

import json
import os
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import InputError
from sim.scenario import Scenario, load_scenario
from sim.scenario.reading import LARGEST_FILE, parse, read_yaml

BAD = {
    "empty": (b"", None, "is empty; a mapping"),
    "only a comment": (b"# nothing\n", None, "is empty; a mapping"),
    "only null": (b"null\n", None, "is empty; a mapping"),
    "not UTF-8": (b"question: hm\ntags: [\xff]\n", 2, "is not UTF-8 text; save it"),
    "UTF-16": ("question: hm".encode("utf-16"), 1, "NUL byte"),
    "binary": (b"question: hm\n\n\x00\x01", 3, "is binary (it has a NUL byte)"),
    "control character": (b"question: hm\n# \x01\n", 2, "does not allow: U+0001"),
    "escaped control": (b'question: "\\e[31m"', 1, "control character"),
    "lone surrogate": (b'question: "\\ud800"', 1, "control character"),
    "impossible escape": (b'question: "\\UFFFFFFFF"', None, "is not valid YAML"),
    "too large": (b"#" * (LARGEST_FILE + 1), None, "larger than 128 KB"),
    "anchor": (b"question: hm\nbase: &b 2021\n", 2, "an anchor (&name) is not"),
    "alias": (b"question: hm\nstart: *b\n", 2, "an alias (*name) is not allowed"),
    "merge key": (b"question: hm\n<<: {base: 2021}\n", 2, "a merge key (<<) is not"),
    "tag": (b"question: hm\nbase: !!int 2021\n", 2, "a tag (!name) is not allowed"),
    "object tag": (b"a: !!python/object:os.system x", 1, "a tag (!name) is not"),
    "duplicate key": (b"question: a\ntags: []\nquestion: b\n", 3, "first in line 1"),
    "two documents": (b"question: a\n---\nquestion: b\n", 2, "a second document"),
    "older YAML": (b"%YAML 1.1\n---\nquestion: NO\n", 2, "only 1.2 is read"),
    "list on top": (b"- question\n", 1, "the top level is a list; it must be a map"),
    "text on top": (b"\nquestion\n", 2, "the top level is 'question'; it must be"),
    "number as key": (b"question: a\n2022: b\n", 2, "the key 2022 is no text"),
    "true as key": (b"true: b\n", 1, "the key true is no text; put it in quotes"),
    "empty key": (b": b\n", 1, "the key empty is no text"),
    "list as key": (b"question: a\n? [b]\n: c\n", 2, "a key must be plain text"),
    "long key": (b"k" * 101 + b": 1", 1, "a key is longer than 100 characters"),
    "broken syntax": (b"question: a\ntags: [b\nbase: 2021\n", 3, "is not valid YAML"),
    "tabs": (b"question: a\n\ttags: b\n", 2, "is not valid YAML"),
    "huge float": (b"question: a\nbase: 1e999\n", 2, "'1e999' is no finite number"),
    "not a number": (b"base: .nan\n", 1, "'.nan' is no finite number"),
    "infinite": (b"base: -.inf\n", 1, "'-.inf' is no finite number"),
    "huge integer": (b"base: 9007199254740994\n", 1, "is too large a number"),
    "digits without end": (b"base: " + b"9" * 99_999, 1, "is too large a number"),
    "flow nesting": (b"question: a\nx: " + b"[" * 5_000, 2, "deeper than 20"),
    "block nesting": (
        b"\n".join(b" " * depth + b"a:" for depth in range(300)),
        21,
        "deeper than 20",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_file_line_and_words(case, write):
    content, line, words = BAD[case]
    path = write(content)
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    message = str(caught.value)
    assert words in message
    assert caught.value.line == line
    assert message.startswith(f"{path}: " if line is None else f"{path}, line {line}: ")
    assert "\n" not in message
    assert len(message) < len(str(path)) + 300
    assert [one.name for one in path.parent.iterdir()] == ["mine.yaml"]


def test_a_missing_file_and_a_directory_are_refused(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        load_scenario(tmp_path / "none.yaml")
    with pytest.raises(InputError, match="is a directory; a YAML file is needed"):
        load_scenario(tmp_path)
    with pytest.raises(InputError, match="there is no such file"):
        load_scenario("none.yml")


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "a\0b.yaml", "NUL/x.yaml"])
def test_a_name_that_is_none_is_an_input_error(name):
    with pytest.raises(InputError):
        load_scenario(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(InputError, match="is no plain file"):
        load_scenario(tmp_path / "pipe.yaml")


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(10**9)
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match="larger than 128 KB"):
            read_yaml(path)
        assert tracemalloc.get_traced_memory()[1] < 10**6
    finally:
        tracemalloc.stop()


def test_an_unknown_name_names_the_nearest():
    with pytest.raises(InputError, match="did you mean 'baseline'"):
        load_scenario("basline")


def test_words_of_yaml_1_1_stay_words_and_dates_stay_text():
    data = parse(b"a: NO\nb: on\nc: 2022-01\nd: 0x10\ne: 1.5e3\nf: 010\n", "f").data
    expected = {"a": "NO", "b": "on", "c": "2022-01", "d": 16, "e": 1500.0, "f": 10}
    assert data == expected


def test_every_key_and_item_has_its_line():
    document = parse(
        b"# c\na: 1\nb:\n  - x\n  - y:\n      2\nc: >-\n  t\n\nd: 1\n", "f"
    )
    lines = {path: place.line for path, place in document.places.items()}
    assert lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "y"): 5,
        ("c",): 7,
        ("d",): 10,
    }
    assert document.place(("b", 1, "y", "z", 4)).line == 5


FUZZ = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
YAML_SIGNS = st.text("abq:-?[]{},&*!|>'\"%@`#\n\t 0123.~<=\\\x00é한", max_size=80)
KEYS = (
    "from name question title tags base start end administrations governments "
    "events levers mechanisms lenses parameters en ko kind on profile to until "
    "parameter reach reach.NK linkage saturation ROK all uniform"
)
WORDS = "baseline 2021 2022-01 2022-13 invasion biden range reach offensive_realism"
KEYS, WORDS = (st.sampled_from(words.split()) for words in (KEYS, WORDS))
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


def _scenario_or_input_error(path):
    try:
        found = load_scenario(path)
    except InputError as error:
        found = error
    assert isinstance(found, Scenario) or str(path) in str(found)


@FUZZ
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_scenario_or_an_input_error(content, write):
    _scenario_or_input_error(write(content))


@FUZZ
@given(text=YAML_SIGNS)
def test_any_text_gives_a_scenario_or_an_input_error(text, write):
    _scenario_or_input_error(write(text.encode()))


@FUZZ
@given(data=st.dictionaries(KEYS, TREES, max_size=6))
def test_any_tree_gives_a_scenario_or_an_input_error(data, write):
    data = {"question": "what?", **data}
    # JSON is YAML, but for the numbers and signs that are refused anyway.
    _scenario_or_input_error(write(json.dumps(data).encode()))
