"""A sweep as a user runs it: stopped and gone on, shared out and put together."""

import os
import signal
import subprocess
import sys
import time

import pytest

MINE = """\
question: What does a weaker link do?
title: {en: A weaker link, ko: 약해진 연계}
scenarios: [baseline, harris]
end: 2022-04
levers: {cinc_weight: [0, 0.5]}
outcomes: [ROK spending 2022-01, launches]
design: {kind: latin, points: 6}
replicates: 2
"""
# Every combination of choices is a part of its own, so there are many small ones.
MANY = MINE.replace("points: 6", "points: 40")
MANY = MANY.replace(
    "outcomes:",
    "factors:\n"
    + "".join(
        f"  f{i}: {{a: {{parameters: {{adjustment: 40}}}},"
        f" b: {{parameters: {{adjustment: {41 + i}}}}}}}\n"
        for i in range(2)
    )
    + "outcomes:",
)


@pytest.fixture
def mine(tmp_path):
    (tmp_path / "mine.yaml").write_text(MINE, encoding="utf-8")
    return tmp_path


def contents(folder):
    (result,) = folder.iterdir()
    return {
        path.relative_to(result).as_posix(): path.read_bytes()
        for path in sorted(result.rglob("*"))
        if path.is_file()
    }


ASK = ("sweep", "mine.yaml", "--workers", "1")


def test_a_sweep_is_announced_run_and_summed_up(dilemma, mine):
    ended = dilemma(*ASK, "--format", "csv", "--replicates", "20", cwd=mine)
    assert ended.returncode == 0, ended.stderr
    for words in (
        "6 points (latin hypercube) × 20 replicates = 120 futures of 4 months",
        "By a short trial, this takes about",
        "launches",
        "Result in out",
    ):
        assert words in ended.stdout
    (folder,) = (mine / "out").iterdir()
    lines = (folder / "futures.csv").read_text(encoding="utf-8").splitlines()
    head = "point,replicate,scenario,cinc_weight,spending.ROK 2022-01,launches"
    assert lines[0].replace('"', "") == head
    assert len(lines) == 121
    again = dilemma(*ASK, "--replicates", "20", "--lang", "ko", cwd=mine)
    assert "약해진 연계" in again.stdout
    assert "여기서 더 돌릴 미래: 0개" in again.stdout


def test_shares_are_put_together(dilemma, mine):
    asked = (*ASK, "--seed", "4", "--single")
    for share in ("1/2", "2/2"):
        ended = dilemma(
            *(*asked, "--shard", share, "--out", share[0], "--format", "dta"), cwd=mine
        )
        assert ended.returncode == 0, ended.stderr
        assert "Missing: " in ended.stdout
        assert "futures.dta is not written as long as futures are" in ended.stdout
    shares = [next((mine / one).iterdir()) for one in "12"]
    ended = dilemma("merge", *shares, "--out", "all", cwd=mine)
    assert ended.returncode == 0, ended.stderr
    assert "Missing" not in ended.stdout
    dilemma(*asked, "--out", "whole", "-q", cwd=mine)
    assert contents(mine / "all") == contents(mine / "whole")
    assert b'"single": true' in contents(mine / "whole")["manifest.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.slow
def test_killed_at_any_moment_the_same_command_ends_with_the_same_bytes(
    dilemma, start, mine
):
    (mine / "mine.yaml").write_text(MANY, encoding="utf-8")
    kept = 0
    for wanted in (1, 2):
        with start(*ASK, "-q", "--out", "killed", cwd=mine) as process:
            until = time.monotonic() + 600
            while time.monotonic() < until and process.poll() is None:
                parts = list((mine / "killed").glob("*/parts/*.parquet"))
                if len(parts) >= wanted + kept:
                    break
                time.sleep(0.002)
            process.send_signal(signal.SIGKILL)
        kept = len(list((mine / "killed").glob("*/parts/*.parquet")))
    assert kept >= 2
    for out in ("killed", "whole"):
        assert dilemma(*ASK, "-q", "--out", out, cwd=mine).returncode == 0
    assert contents(mine / "killed") == contents(mine / "whole")


@pytest.mark.slow
def test_a_worker_that_is_killed_is_replaced(dilemma, start, mine):
    psutil = pytest.importorskip("psutil")
    (mine / "mine.yaml").write_text(MANY, encoding="utf-8")
    ask = ("sweep", "mine.yaml", "-q", "--workers", "2", "--replicates", "40")
    with start(*ask, "--out", "killed", cwd=mine) as process:
        until = time.monotonic() + 600
        while not list((mine / "killed").glob("*/parts/*.parquet")):
            assert time.monotonic() < until
            time.sleep(0.01)
        crew = [
            one
            for one in psutil.Process(process.pid).children()
            if "spawn_main" in " ".join(one.cmdline())
        ]
        assert len(crew) == 2
        crew[0].kill()
        assert process.wait(timeout=600) == 0
    dilemma(*ask, "--out", "whole", cwd=mine)
    assert contents(mine / "killed") == contents(mine / "whole")


LIMITED = """\
import resource, runpy, sys

most = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
runpy.run_module("analysis.interfaces.cli", run_name="__main__", alter_sys=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.slow
def test_a_disk_that_takes_no_more_is_said_and_the_same_command_goes_on(dilemma, mine):
    ask = (*ASK, "-q", "--replicates", "1000", "--out", "cut")
    assert dilemma(*ask, "--shard", "1/2", cwd=mine).returncode == 0
    before = contents(mine / "cut")
    full = subprocess.run(
        [sys.executable, "-c", LIMITED, "9000", *ask],
        cwd=mine,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    assert full.returncode == 1
    assert full.stderr.startswith("dilemma: ")
    assert len(full.stderr.splitlines()) == 1
    assert "nothing half-written was left behind" in full.stderr
    assert contents(mine / "cut") == before
    assert dilemma(*ask, cwd=mine).returncode == 0
    assert dilemma(*ask[:-1], "whole", cwd=mine).returncode == 0
    assert len(contents(mine / "cut")) > len(before)
    assert contents(mine / "cut") == contents(mine / "whole")


def test_packaged_experiments_are_listed(dilemma, tmp_path):
    for lang, words in (("en", "What drives South"), ("ko", "한국의 군사비")):
        ended = dilemma("sweep", "--lang", lang, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
        assert words in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sweep", "what_drives_rok"), "did you mean"),
        (("sweep", "none.yaml"), "none.yaml: there is no such file"),
        ((*ASK, "--shard", "4/3"), "--shard is '4/3'; write which share"),
        ((*ASK, "--fast", "--single"), "float64; give one of 'fast' and 'single'"),
        ((*ASK, "--replicates", "0"), "replicates is 0; it must be from 1 to"),
        ((*ASK, "--seed", "-1"), "seed is -1"),
        ((*ASK, "--workers", "0"), "--workers is 0"),
        ((*ASK, "--out", "mine.yaml"), "cannot write to mine.yaml"),
        ((*ASK, "--replicates", "100000000"), "replicates is 100000000"),
        ((*ASK, "--dask", "tcp://a:1"), "--workers counts processes of this machine"),
        ((*ASK[:2], "--dask", "10.0.0.5"), "--dask is '10.0.0.5'; write the address"),
        (("merge", "."), "cannot read manifest.json"),
    ],
)
def test_bad_input_gets_one_line(refuse, mine, arguments, said):
    ended = refuse(*arguments, cwd=mine)
    assert ended.returncode == 2, ended.stderr
    assert ended.stderr.startswith("dilemma: ")
    assert said in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
