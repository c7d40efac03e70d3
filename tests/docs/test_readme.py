"""What the README shows works as it is shown."""

import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)
CODE = [text for language, text in BLOCK.findall(README) if language == "python"]
YAML = [text for language, text in BLOCK.findall(README) if language == "yaml"]
COMMAND = re.compile(r"^(?:\S*[/\\])?dilemma ([a-z]+)", re.M)


@pytest.mark.slow
def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(CODE) == 2
    names = {}
    for text in CODE:
        exec(compile(text, "README.md", "exec"), names)
    assert names["many"].rows == 1000
    assert names["effect"].pairs == 1000
    assert names["alarmed"].rows == 100


def test_the_interface_fits_in_fifteen_lines():
    lines = [line for line in CODE[0].splitlines() if line.strip()]
    assert len(lines) <= 15


def test_the_scenario_of_the_readme_is_valid_and_does_something(tmp_path):
    from sim.scenario import load_scenario
    from sim.scenario.resolution import diff

    assert len(YAML) == 1
    path = tmp_path / "mine.yaml"
    path.write_text(YAML[0], encoding="utf-8")
    assert diff(load_scenario("baseline"), load_scenario(path))


def test_every_command_that_is_named_exists():
    from typer.main import get_command

    from analysis.interfaces.cli import app

    shells = [text for language, text in BLOCK.findall(README) if language != "python"]
    named = {name for text in shells for name in COMMAND.findall(text)}
    assert named
    assert named <= set(get_command(app).commands)
