"""What the pages say is what the code says."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    "README.md",
    "README.ko.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "scenarios/README.md",
    "scenarios/experiments/README.md",
    *sorted(
        path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")
    ),
]
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
TARGET = re.compile(r"`make ([a-z-]+)")
SHELL = re.compile(r"^ *```(?:sh|powershell)\n(.*?)^ *```$", re.S | re.M)
CALL = re.compile(r"(?:^|[\s/\\])dilemma ([a-z]+)\b([^#\n]*)", re.M)
NOT_YET = {"report"}
"""Commands whose words are written before them."""


def read(page):
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location(
        "generate", ROOT / "docs" / "generate.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATED = [page for page in PAGES if "<!-- generated: " in read(page)]


@pytest.mark.parametrize("page", GENERATED)
def test_generated_parts_are_current(generate, page):
    assert page in generate.PAGES
    assert generate.filled(read(page)) == read(page), "run `make docs`"


def test_every_generated_part_is_on_a_page(generate):
    used = {
        found["name"]
        for page in generate.PAGES
        for found in generate.MARKED.finditer(read(page))
    }
    assert used == set(generate.SECTIONS)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    folder = (ROOT / page).parent
    missing = [
        link for link in LINK.findall(read(page)) if not (folder / link).exists()
    ]
    assert not missing, missing


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_is_named_exists(page):
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.M))
    named = set(TARGET.findall(read(page)))
    assert named <= targets, named - targets


@pytest.fixture(scope="module")
def commands():
    from typer.main import get_command

    from analysis.interfaces.cli import app

    return {
        name: {option for one in command.params for option in one.opts} | {"--help"}
        for name, command in get_command(app).commands.items()
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_shown_has_the_options_that_are_shown(page, commands):
    shown = [
        call
        for text in SHELL.findall(read(page))
        for call in CALL.findall(text.replace("\\\n", " "))
    ]
    for name, rest in shown:
        if name in NOT_YET - set(commands):
            continue
        assert name in commands, name
        options = set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", rest))
        assert options <= commands[name], (name, options - commands[name])
