"""Commands that run no future answer at once and say what there is."""

import subprocess
import sys

import pytest

from analysis.cards import label, meaning
from analysis.interfaces.lists import show_parameters
from analysis.units import unit_in
from sim.parameters import CARDS, card_of
from sim.scenario import load_scenario, scenario_names

HEAVY = ("matplotlib", "mesa", "networkx", "pandas", "pyarrow", "scipy")
PROGRAM = f"""
import sys
from analysis.interfaces.cli import main
try:
    main()
except SystemExit as end:
    heavy = [name for name in {HEAVY!r} if name in sys.modules]
    sys.stderr.write(f"{{end.code}} {{heavy}}")
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["run", "--help"],
        ["compare", "--help"],
        ["validate", "short.yaml", "harris"],
        ["scenarios"],
        ["diff", "baseline", "harris"],
        ["parameters", "linkage"],
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_imported(arguments, here):
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=here,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=surroundings(),
        timeout=600,
    )
    assert ended.stderr == "0 []"
    assert ended.stdout.strip()
    assert sorted(path.name for path in here.iterdir()) == ["cut.yaml", "short.yaml"]


def surroundings():
    from os import environ, pathsep

    paths = pathsep.join(path for path in sys.path if path)
    return {**environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}


def test_help_names_every_command_and_option(dilemma, here):
    shown = dilemma("--help", cwd=here).stdout
    for command in (
        *("run", "compare", "rerun", "scenarios", "validate", "diff", "parameters"),
    ):
        assert command in shown
    for command in ("run", "compare"):
        shown = dilemma(command, "--help", cwd=here).stdout
        for option in (
            *("--runs", "--seed", "--workers", "--out", "--set", "--lang"),
            *("--quiet", "--force", "--format", "--keep"),
        ):
            assert option in shown


def test_no_arguments_show_the_help(dilemma, here):
    ended = dilemma(cwd=here)
    assert "Usage" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_every_packaged_scenario_is_listed(dilemma, here):
    english = dilemma("scenarios", cwd=here).stdout
    korean = dilemma("scenarios", "--lang", "ko", cwd=here).stdout
    for name in scenario_names():
        assert name in english
        assert name in korean
    assert "기준 시나리오" in korean


def test_the_list_shows_what_a_scenario_is_about_and_its_place(dilemma, here):
    shown = dilemma("scenarios", "--tag", "sanctions", cwd=here).stdout
    scenario = load_scenario("sanctions_decay")
    assert scenario.name in shown
    assert scenario.outcome in shown
    assert scenario.id in shown
    assert "harris" not in shown
    ended = dilemma("scenarios", "--tag", "sanction", cwd=here)
    assert ended.returncode == 2
    assert "did you mean 'sanctions'?" in ended.stderr


def test_a_difference_is_shown_place_by_place(dilemma, here):
    assert "administrations" in dilemma("diff", "baseline", "trump", cwd=here).stdout
    ended = dilemma("diff", "trump", "trump", cwd=here)
    assert ended.returncode == 0
    assert "no difference" in ended.stdout


def test_a_parameter_shows_its_card(dilemma, here):
    shown = " ".join(dilemma("parameters", "linkage", cwd=here).stdout.split())
    card = CARDS["linkage"]
    assert card.basis in shown
    assert f"{card.value('ROK'):g}" in shown
    assert card.meaning.split()[0] in shown
    every = dilemma("parameters", cwd=here).stdout
    assert all(name in every for name in CARDS)


def test_parameters_are_explained_in_korean(dilemma, here, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")  # so wide that no cell wraps
    show_parameters(None, "ko")
    lines = capsys.readouterr().out.splitlines()
    for name, card in CARDS.items():
        (line,) = (one for one in lines if one.split()[:1] == [name])
        assert line.rstrip().endswith(meaning(name, "ko"))
        assert f" {unit_in(card.unit, 'ko')} " in line
        assert card.meaning not in line
    for name in ("arming_slope", "alliance_commitment.US", "budget_reaction"):
        one = dilemma("parameters", name, "--lang", "ko", cwd=here).stdout
        shown = " ".join(one.split())
        card, _ = card_of(name)
        assert meaning(name, "ko") in shown
        assert label(card.name, "ko") in shown
        assert unit_in(card.unit, "ko") in shown
        assert card.meaning not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_that_goes_away_is_no_error(here):
    with subprocess.Popen(
        [sys.executable, "-m", "analysis.interfaces.cli", "parameters"],
        cwd=here,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
