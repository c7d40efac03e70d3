"""``--fast``: the same but for the last digits, and it is said what made it."""

import json

import pandas as pd
import pytest

from analysis.interfaces.again import changed_since
from analysis.interfaces.manifest import read_manifest
from analysis.origin import engine

pytest.importorskip("llvmlite")

ASK = ("compare", "short.yaml", "cut.yaml", "--runs", "3", "--seed", "5", "--fast")
EXPERIMENT = """\
question: What does a weaker link do?
scenario: baseline
end: 2022-04
levers: {linkage: [0, 0.5]}
outcomes: [ROK spending 2022-01, launches]
design: {kind: latin, points: 8}
"""


def results(dilemma, folder, *arguments):
    ended = dilemma(*arguments, cwd=folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    return set((folder / "out").iterdir())


@pytest.mark.slow
def test_a_fast_comparison_is_that_of_the_plain_form_and_runs_again(dilemma, compared):
    here, plain = compared
    (fast,) = results(dilemma, here, *ASK, "--workers", "1", "-q") - {plain}
    one, other = (pd.read_parquet(at / "outcomes.parquet") for at in (fast, plain))
    pd.testing.assert_frame_equal(one, other, rtol=1e-6)
    manifest = read_manifest(fast)
    assert manifest["asked"]["engine"] == engine(fast=True)
    assert manifest["arguments"][-1] == "--fast"
    assert read_manifest(plain)["asked"]["engine"] == "plain"
    assert dilemma("rerun", fast, "--check", "-q", cwd=here).returncode == 0
    assert dilemma("rerun", fast, "--row", "2", cwd=here).returncode == 0
    asked = ("threat", "--month", "2022-05", "--state", "ROK", "--scenario", "cut")
    why = dilemma("why", fast, "--what", *asked, cwd=here)
    assert why.returncode == 0
    assert "compiled form" in why.stderr
    asked = ("--scenario", "cut", "--month", "2022-05", "--runs", "2", "--workers", "1")
    fork = dilemma("fork", fast, *asked, cwd=here)
    assert fork.returncode == 0
    assert "compiled form" in fork.stderr


@pytest.mark.slow
def test_a_fast_sweep_has_parts_of_its_own(dilemma, tmp_path):
    (tmp_path / "mine.yaml").write_text(EXPERIMENT, encoding="utf-8")
    ask = ("sweep", "mine.yaml", "--workers", "1", "-q")
    (plain,) = results(dilemma, tmp_path, *ask)
    (fast,) = results(dilemma, tmp_path, *ask, "--fast") - {plain}
    told = json.loads((fast / "manifest.json").read_text(encoding="utf-8"))
    assert told["experiment"]["fast"] is True
    assert told["engine"] == engine(fast=True)
    one, other = (sorted(at.rglob("parts/*.parquet")) for at in (fast, plain))
    assert {path.name for path in one}.isdisjoint(path.name for path in other)
    pd.testing.assert_frame_equal(
        *(pd.concat(map(pd.read_parquet, paths)) for paths in (one, other)), rtol=1e-6
    )


@pytest.mark.parametrize("command", ["run", "sweep"])
def test_without_the_extra_it_is_said_before_anything_is_run(dilemma, here, command):
    # A package of that name that cannot be imported stands before the real one.
    (here / "llvmlite").mkdir()
    (here / "llvmlite" / "__init__.py").write_text("raise ImportError\n")
    (here / "mine.yaml").write_text(EXPERIMENT, encoding="utf-8")
    what = "mine.yaml" if command == "sweep" else "short.yaml"
    ended = dilemma(command, what, "--fast", "-q", cwd=here)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "pip install 'dilemma[fast]'" in ended.stderr
    assert not (here / "out").exists()


def test_what_a_manifest_says_of_the_engine_is_taken_up():
    scenario = {"name": "baseline", "question": "What?", "start": "2022-01"}
    asked = {"command": "run", "scenarios": [scenario], "settings": {}, "seed": 0}
    asked |= {"runs": 2, "keep": 1, "format": "csv"}
    made = {"asked": {**asked, "engine": "compiled, llvmlite 0.1"}}
    assert "engine: compiled, llvmlite 0.1 → " in "".join(changed_since(made))
    assert not any("engine" in one for one in changed_since({"asked": asked}))
