"""A manifest beside tables: true of them, and only where they are one command's."""

import hashlib
import json
import shutil
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis.interfaces.findings import write_tables
from analysis.interfaces.fits import Asked
from analysis.interfaces.signed import Made, command_of, line_again, sign
from sim.errors import InputError

FINDINGS = Path(__file__).parents[2] / "docs" / "findings"
TABLE = pd.DataFrame({"a": [1.0, 2.0]})


def made(command="phases", **inputs):
    return Made(
        command=command,
        options=["--seed", "3", "a b"],
        inputs={"seed": 3, **inputs},
        started=time.perf_counter(),
    )


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_tables_alone_in_a_folder_get_a_manifest_that_is_true(tmp_path):
    write_tables(tmp_path, {"phases": TABLE})
    (tmp_path / "notes.txt").write_text("mine")
    sign(tmp_path, ["phases.csv"], made())
    found = manifest_of(tmp_path)
    (name,) = found["files"]
    content = (tmp_path / name).read_bytes()
    assert name == "phases.csv"
    assert found["files"][name] == {
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert found["asked"] == {"command": "phases", "seed": 3}
    assert found["versions"]["dilemma"]
    assert found["finished"].endswith("+00:00")
    assert found["seconds"] >= 0
    assert line_again(found, "--csv", "x y") == (
        "dilemma phases --seed 3 'a b' --csv 'x y'"
    )
    sign(tmp_path, ["phases.csv"], made(seed=4))
    assert manifest_of(tmp_path)["asked"]["seed"] == 4
    assert {one.name for one in tmp_path.iterdir()} == {
        "manifest.json",
        "notes.txt",
        "phases.csv",
    }


def test_where_tables_of_several_commands_lie_none_speaks_for_all(tmp_path):
    committed = tmp_path / "findings"
    shutil.copytree(FINDINGS, committed)
    before = sorted(committed.iterdir())
    sign(committed, ["claims.csv"], made("claims"))
    assert sorted(committed.iterdir()) == before

    write_tables(tmp_path / "one", {"claims": TABLE})
    sign(tmp_path / "one", ["claims.csv"], made("claims"))
    mine = (tmp_path / "one" / "manifest.json").read_bytes()
    sign(tmp_path / "one", ["claims.csv"], made("hindcast"))
    assert (tmp_path / "one" / "manifest.json").read_bytes() == mine
    assert command_of(tmp_path / "one") == "claims"
    assert not (FINDINGS / "manifest.json").exists()


def test_a_copy_takes_away_a_manifest_that_is_no_longer_true(tmp_path):
    write_tables(tmp_path, {"phases": TABLE})
    sign(tmp_path, ["phases.csv"], made())
    sign(tmp_path, ["phases.csv"], None)
    assert (tmp_path / "manifest.json").exists()
    write_tables(tmp_path, {"phases": TABLE + 1})
    sign(tmp_path, ["phases.csv"], None)
    assert not (tmp_path / "manifest.json").exists()
    sign(tmp_path, ["phases.csv"], None)


def test_a_manifest_of_another_kind_is_left_alone(tmp_path):
    write_tables(tmp_path, {"phases": TABLE})
    for text in ("{", "[1]", '{"format": 1, "points": 3}'):
        (tmp_path / "manifest.json").write_text(text)
        sign(tmp_path, ["phases.csv"], made())
        assert (tmp_path / "manifest.json").read_text() == text


def test_a_line_that_is_none_of_ours_is_not_repeated(tmp_path):
    write_tables(tmp_path, {"phases": TABLE})
    sign(tmp_path, ["phases.csv"], made())
    found = manifest_of(tmp_path)
    for line in (["rm", "-rf", "/"], ["dilemma", "run"], []):
        assert line_again({**found, "arguments": line}) is None


def test_what_cannot_be_written_is_said(tmp_path, monkeypatch):
    write_tables(tmp_path, {"phases": TABLE})

    def full(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.sweeps.store.os.fsync", full)
    with pytest.raises(InputError, match=r"cannot write to .*No space"):
        sign(tmp_path, ["phases.csv"], made())
    assert {one.name for one in tmp_path.iterdir()} == {"phases.csv"}


def test_a_fit_says_lens_extent_engine_and_seed():
    asked = Asked(
        lens="offensive_realism",
        quick=True,
        fast=False,
        seed=7,
        workers=None,
        out=Path("out"),
        lang="en",
        quiet=True,
    )
    one = asked.made("hindcast")
    assert one.inputs == {
        "lenses": ["offensive_realism"],
        "quick": True,
        "seed": 7,
        "engine": "plain",
    }
    assert list(one.options) == [
        "--lens",
        "offensive_realism",
        "--quick",
        "--seed",
        "7",
    ]
    every = asked.made("validation", lenses=("a", "b"))
    assert every.inputs["lenses"] == ["a", "b"]
    assert "--lens" not in every.options
