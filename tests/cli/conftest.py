"""The command as a user runs it: a process of its own, in a folder of its own."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.interfaces.cli import main

COMMAND = [sys.executable, "-m", "analysis.interfaces.cli"]
SHORT = "from: baseline\nquestion: What does one year bring?\nend: 2022-12\n"
CUT = SHORT + "parameters: {linkage: 0, adjustment: 40}\n"


def environment():
    """Return the surroundings of a command, with the packages where these tests are."""
    plain = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    plain["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    return plain


@pytest.fixture(scope="session")
def dilemma():
    """Return a function that runs the command and returns how it ended."""

    def run(*arguments, cwd):
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=cwd,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=environment(),
            timeout=600,
        )

    return run


@pytest.fixture
def refuse(capsys, monkeypatch):
    """Return a function like that of ``dilemma``, without a process of its own.

    For input that is refused: what is said and the code come from the same function,
    and a second of imports is saved. That a process ends with it is tried elsewhere.
    """

    def run(*arguments, cwd):
        monkeypatch.chdir(cwd)
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setattr(sys, "argv", ["dilemma", *map(str, arguments)])
        terminated = signal.getsignal(signal.SIGTERM)
        capsys.readouterr()
        try:
            with pytest.raises(SystemExit) as ended:
                main()
        finally:
            signal.signal(signal.SIGTERM, terminated)
        printed, told = capsys.readouterr()
        return subprocess.CompletedProcess(sys.argv, ended.value.code, printed, told)

    return run


@pytest.fixture(scope="session")
def start():
    """Return a function that starts the command and returns its process."""

    def begin(*arguments, cwd):
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment(),
        )

    return begin


def write_scenarios(folder: Path):
    (folder / "short.yaml").write_text(SHORT, encoding="utf-8")
    (folder / "cut.yaml").write_text(CUT, encoding="utf-8")


@pytest.fixture
def here(tmp_path):
    """Return a folder with two scenarios of one year."""
    write_scenarios(tmp_path)
    return tmp_path


COMPARE = ("compare", "short.yaml", "cut.yaml", "--runs", "3", "--seed", "5")
PRECISE = ("compare", "short.yaml", "cut.yaml", "--seed", "5", "--workers", "1")
PRECISE += ("--precision", "launches=0.6", "--precision", "talks=2")
PRECISE += ("--most-runs", "700", "--keep", "310")


@pytest.fixture(scope="session")
def made(dilemma, tmp_path_factory):
    """Return a folder in which a comparison was made, once, and what was printed."""
    folder = tmp_path_factory.mktemp("made")
    write_scenarios(folder)
    ended = dilemma(*COMPARE, "--workers", "1", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    return folder, ended


@pytest.fixture
def compared(made, tmp_path):
    """Return a copy of that folder, to do as one likes with, and the result in it."""
    copy = tmp_path / "copy"
    shutil.copytree(made[0], copy)
    (result,) = (copy / "out").iterdir()
    return copy, result


@pytest.fixture(scope="session")
def precise(dilemma, tmp_path_factory):
    """Return a folder in which a precision was asked for, and what was printed."""
    folder = tmp_path_factory.mktemp("precise")
    write_scenarios(folder)
    ended = dilemma(*PRECISE, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    return folder, ended
