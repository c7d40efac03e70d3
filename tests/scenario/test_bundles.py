"""A lens or profile that is not as it should be is refused like a scenario."""

import pytest

from sim.errors import InputError
from sim.scenario import bundles


def _read(kind, path, monkeypatch):
    monkeypatch.setattr(bundles, "_files", lambda folder: [path])
    return getattr(bundles, kind).__wrapped__()


TITLE = "title: {en: A, ko: 가}"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a:\n  traits: {}\n", 1, "'a' needs title, traits"),
        (f"a:\n  {TITLE}\n  traits: {{ceasefire_push: 7}}\n", 3, "from 0 to 1"),
        (f"a:\n  {TITLE}\n  traits: {{ceasefire_push: x}}\n", 3, "'x'; it must be a n"),
        (
            f"a:\n  {TITLE}\n  traits: {{linkage: 0}}\n",
            3,
            "is no trait of a government",
        ),
    ],
)
def test_a_bad_profile_is_refused(text, line, words, write, monkeypatch):
    with pytest.raises(InputError, match=words) as caught:
        _read("profiles", write(text, "US.yaml"), monkeypatch)
    assert caught.value.line == line


def test_a_profile_of_no_state_is_refused(write, monkeypatch):
    with pytest.raises(InputError, match="is named after no state"):
        _read("profiles", write("a: 1\n", "Narnia.yaml"), monkeypatch)


def test_two_profiles_of_one_name_are_refused(write, monkeypatch):
    text = f"a:\n  {TITLE}\n  traits: {{}}\n"
    paths = [write(text, "US.yaml"), write(text, "ROK.yaml")]
    monkeypatch.setattr(bundles, "_files", lambda folder: paths)
    with pytest.raises(InputError, match="'a' exists already"):
        bundles.profiles.__wrapped__()


LEVER = (
    f"a:\n  id: L01\n  {TITLE}\n  actor: us\n  benefit: {{}}\n  side_effect: {{}}\n"
    "  source: ours\n"
)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a:\n  moves: {}\n", 1, "'a' needs id, title, actor, moves, benefit"),
        (LEVER + "  moves: {vetoes: 7}\n", 8, "from 0 to 1"),
        (LEVER + "  moves:\n    veto: 0\n", 9, "did you mean 'vetoes'"),
        (LEVER + "  moves: {linkage: 0, linkage.NK: 0}\n", 8, "is moved twice"),
    ],
)
def test_a_bad_lever_of_policy_is_refused(text, line, words, write, monkeypatch):
    with pytest.raises(InputError, match=words) as caught:
        _read("levers", write(text, "levers.yaml"), monkeypatch)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("{worst_case: 7}", "from 0 to 1"),
        ("{worst_cas: 0}", "did you mean 'worst_case'"),
        ("{cinc_weight: 0}", "shared by all states"),
        ("{vetoes: 0}", "is nothing that a lens sets"),
    ],
)
def test_a_bad_lens_is_refused(value, words, write, monkeypatch):
    path = write(f"a:\n  {TITLE}\n  source: ours\n  parameters: {value}\n")
    with pytest.raises(InputError, match=words) as caught:
        _read("lenses", path, monkeypatch)
    assert caught.value.line == 4
