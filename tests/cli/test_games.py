"""Games in a file: where it lies, and how one of them is forgotten."""

import pytest

from analysis.game.board import Game
from analysis.game.session import Hall


@pytest.fixture
def kept(tmp_path):
    """Return a folder with a file of two games, and their codes."""
    hall = Hall(tmp_path / "out" / "games.sqlite")
    game = Game.of("baseline", seed=1, turns=2)
    codes = [hall.open(game, minutes=5).code for _ in range(2)]
    hall.sessions[codes[0]].join("Turtles", ("ROK",))
    hall.close()
    return tmp_path, codes


def test_a_game_is_forgotten_however_its_code_is_written(dilemma, kept):
    folder, (one, other) = kept
    written = one.lower().replace("-", " ")
    ended = dilemma("classroom", "--forget", written, cwd=folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert one in ended.stdout
    hall = Hall(folder / "out" / "games.sqlite")
    assert list(hall.sessions) == [other]
    hall.close()
    assert b"Turtles" not in (folder / "out" / "games.sqlite").read_bytes()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_code_that_nothing_has_is_refused(dilemma, kept, lang):
    folder, codes = kept
    ended = dilemma("classroom", "--forget", "none", "--lang", lang, cwd=folder)
    assert ended.returncode == 2
    assert "'none'" in ended.stderr
    assert all(code in ended.stderr for code in codes)


def test_a_file_that_is_not_there_is_not_made(dilemma, tmp_path):
    ended = dilemma(
        "classroom", "--games", "no.sqlite", "--forget", "ABCD-EFGH", cwd=tmp_path
    )
    assert ended.returncode == 2
    assert "no.sqlite" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_something_else_opens_no_classroom(dilemma, tmp_path):
    (tmp_path / "notes.txt").write_text("not games")
    ended = dilemma("classroom", "--games", "notes.txt", "--port", "0", cwd=tmp_path)
    assert ended.returncode == 2
    assert "notes.txt" in ended.stderr
    assert (tmp_path / "notes.txt").read_text() == "not games"
