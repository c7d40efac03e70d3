"""The tutorial does what it shows, command after command, in both languages."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)
SHELL = shutil.which("sh")


def blocks(page):
    return BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))


def commands():
    from typer.main import get_command

    from analysis.interfaces.cli import app

    return set(get_command(app).commands)


@pytest.mark.slow
@pytest.mark.skipif(SHELL is None, reason="there is no sh")
def test_every_step_works_one_after_the_other(tmp_path):
    known, said = commands(), ""
    command = f'dilemma() {{ "{sys.executable}" -m analysis.interfaces.cli "$@"; }}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}

    def run(*program):
        ended = subprocess.run(
            program,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    for language, text in blocks("docs/tutorial.md"):
        if language == "yaml":
            name = re.match(r"# ([\w.]+)\n", text)[1]
            (tmp_path / name).write_text(text, encoding="utf-8")
        elif language == "python":
            assert run(sys.executable, "-c", text)
        elif language == "text":
            for line in text.splitlines():
                assert line.rstrip() in [one.rstrip() for one in said.splitlines()]
        else:
            lines = text.splitlines()
            if "report" not in known:  # its step is written before it is there
                lines = [one for one in lines if not one.startswith("dilemma report")]
            said = run(SHELL, "-e", "-c", "\n".join([command, *lines]))
    assert "equal bit for bit" in said


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_what_is_shown_is_the_same_in_both_languages(page):
    korean = blocks(page.replace(".md", ".ko.md"))
    english = blocks(page)
    assert len(english) > 3
    for (one, shown), (other, told) in zip(english, korean, strict=True):
        assert one == other
        assert bare(shown) == bare(told)


def bare(text):
    """Return a block without what is told in words: comments, and the language."""
    lines = (re.sub(r"\s+# .*$| --lang ko\b", "", line) for line in text.splitlines())
    return [line.rstrip() for line in lines]
