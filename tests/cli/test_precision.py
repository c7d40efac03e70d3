"""``--precision``: as many runs as it takes, told, written, the same as outright."""

import json
import shutil

import pytest

pytestmark = pytest.mark.xdist_group("precision")

ASK = ("compare", "short.yaml", "cut.yaml", "--seed", "5", "--workers", "1")
PRECISE = (*ASK, "--precision", "launches=0.6", "--precision", "talks=2")
PRECISE += ("--most-runs", "700", "--keep", "310")


def read(result):
    return json.loads((result / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def settled(precise, tmp_path):
    """Return a copy of the folder, its only result, and what was printed."""
    copy = tmp_path / "copy"
    shutil.copytree(precise[0], copy)
    (result,) = (copy / "out").iterdir()
    return copy, result, precise[1]


def test_it_says_how_many_runs_it_took_and_what_decided(settled):
    _, result, ended = settled
    manifest = read(result)
    runs = manifest["asked"]["runs"]
    assert f"{runs} runs per scenario" in ended.stdout
    assert f"Precise enough after {runs} runs of each scenario" in ended.stdout
    assert "cut, mean difference of Missile launches, total [number]: " in ended.stdout
    assert "asked ±0.6" in ended.stdout
    kept = manifest["precision"]
    assert kept["met"] is True
    assert kept["looks"][-1] == runs
    assert kept["asked"] == {
        "within": {"launches": 0.6, "talks": 2.0},
        "sds": None,
        "most": 700,
    }
    assert all(one["half"] <= one["asked"] for one in kept["figures"])


@pytest.mark.slow
def test_the_same_number_of_runs_outright_is_the_same_result(dilemma, settled):
    folder, result, _ = settled
    manifest = read(result)
    plain = manifest["arguments"][1:]
    assert "--runs" in plain
    assert "--precision" not in plain
    ended = dilemma(*plain, "--out", "again", "--workers", "1", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    (again,) = (folder / "again").iterdir()
    assert again.name == result.name
    other = read(again)
    for key in ("inputs", "asked", "numbers", "files", "command"):
        assert other[key] == manifest[key], key
    assert "precision" not in other
    for file in manifest["files"]:
        assert (again / file).read_bytes() == (result / file).read_bytes()


def test_a_rerun_of_it_is_equal_bit_for_bit(dilemma, settled):
    folder, result, _ = settled
    ended = dilemma("rerun", result, "--check", "--workers", "1", cwd=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "The numbers are equal bit for bit." in ended.stdout


def test_what_is_there_already_is_found_without_running(dilemma, settled):
    folder, result, ended = settled
    manifest = read(result)
    again = dilemma(*PRECISE, cwd=folder)
    assert again.returncode == 0, again.stderr
    assert "is there already" in again.stdout
    assert again.stderr == ""
    told = [line for line in ended.stdout.splitlines() if "asked ±" in line]
    assert told == [line for line in again.stdout.splitlines() if "asked ±" in line]
    assert read(result) == manifest


@pytest.mark.parametrize("spoilt", [{"figures": 3}, {"needs": "x"}, {"looks": [{}]}])
def test_what_a_manifest_says_of_it_is_not_trusted(spoilt):
    from types import SimpleNamespace

    from analysis.interfaces.settling import Settled

    figure = {"scenario": "", "outcome": "launches", "value": 1.0, "half": 0.1}
    told = {"looks": [300], "met": True, "needs": 1.0, "figures": []}
    told["figures"] = [{**figure, "asked": 0.5}]
    request = SimpleNamespace(runs=300)
    assert Settled(request=request, told=told, histories=None).sound
    assert not Settled(request=request, told=told | spoilt, histories=None).sound


@pytest.mark.slow
def test_at_the_cap_it_says_that_it_is_not_precise_in_korean_too(dilemma, here):
    asked = ("run", "short.yaml", "--precision", "launches=0.01", "--most-runs", "9")
    ended = dilemma(*asked, "--workers", "1", cwd=here)
    assert ended.returncode == 0, ended.stderr
    text = " ".join(ended.stdout.split())
    assert "NOT precise enough: stopped at 9 runs of each scenario" in text
    assert "mean of Missile launches, total [number]: " in text
    (result,) = (here / "out").iterdir()
    assert read(result)["precision"]["met"] is False
    ended = dilemma(*asked, "--workers", "1", "--lang", "ko", cwd=here)
    assert "요구한 정밀도에 이르지 못했습니다" in ended.stdout


BAD = {
    "negative": (["--precision", "launches=-1"], "precision is -1; it must be greater"),
    "zero": (["--precision", "0"], "--precision '0': precision is 0"),
    "nan": (["--precision", "nan"], "it must be greater than 0"),
    "a word": (["--precision", "launches=x"], "'x' is no number"),
    "no number": (["--precision", "launches="], "write --precision outcome=0.5"),
    "no name": (["--precision", "=3"], "write --precision outcome=0.5"),
    "unknown": (["--precision", "launchs=1"], "did you mean 'launches'?"),
    "twice": (
        ["--precision", "launches=1", "--precision", "launches=2"],
        "launches is given twice",
    ),
    "two numbers": (["--precision", "1", "--precision", "2"], "is given twice"),
    "with runs": (["--precision", "1", "--runs", "5"], "exclude each other"),
    "a cap alone": (["--most-runs", "5"], "--most-runs is the cap of --precision"),
    "a cap of one": (["--precision", "1", "--most-runs", "1"], "it must be 2 or more"),
    "far too high": (["--precision", "1", "--most-runs", "9" * 12], "GiB of memory"),
    "out is a file": (["--precision", "1", "--out", "short.yaml"], "cannot write into"),
}


@pytest.mark.parametrize(("options", "said"), BAD.values(), ids=BAD)
def test_what_is_asked_wrongly_is_told_in_one_line(refuse, here, options, said):
    before = sorted(here.iterdir())
    ended = refuse("run", "short.yaml", *options, cwd=here)
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert said in ended.stderr
    assert sorted(here.iterdir()) == before
