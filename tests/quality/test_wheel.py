"""The package as others install it: built, installed, run outside the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from analysis.interfaces.report.carried import CARRIED

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel; what it depends on is borrowed from ours."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    command = [sys.executable, "-m", "pip", "--python", python, "install"]
    command += ["--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(command, check=True, capture_output=True)
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # A path named in a .pth file is not itself searched for .pth files, so the
    # editable checkout of the borrowed environment stays out of sight.
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(site, "borrowed.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    return scripts


@pytest.fixture
def run(installed, tmp_path):
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))
    }
    environment["PYTHONUTF8"] = "1"

    def run(program, *arguments):
        return subprocess.run(
            [installed / program, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_the_wheel_holds_every_source_file_and_scenario_and_nothing_else(wheel):
    inside = {
        name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name
    }
    expected = {
        path.relative_to(ROOT).as_posix()
        for package in ("sim", "analysis", "scenarios")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    carried = {f"analysis/interfaces/report/carried/{name}" for name in CARRIED}
    assert inside == expected | carried
    assert "scenarios/reference/baseline.yaml" in inside


def test_the_code_that_runs_is_the_installed_one(run):
    found = run("python", "-c", "import sim, analysis, scenarios; print(sim.__file__)")
    assert found.returncode == 0, found.stderr
    assert str(ROOT / "sim") not in found.stdout


def test_the_command_works_outside_the_checkout(run, tmp_path):
    assert "baseline" in run("dilemma", "scenarios").stdout

    mine = tmp_path / "mine.yaml"
    mine.write_bytes((ROOT / "scenarios" / "elections" / "harris.yaml").read_bytes())
    checked = run("dilemma", "validate", str(mine))
    assert checked.returncode == 0, checked.stderr

    done = run(
        "dilemma", "run", str(mine), "--runs", "5", "--out", "results", "--quiet"
    )
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "results").iterdir()
    assert list(made.glob("*.parquet"))
    told = run("dilemma", "report", str(made), "--lang", "ko", "--quiet")
    assert told.returncode == 0, told.stderr
    assert (made / "report-ko.html").stat().st_size > 100_000


def test_tests_pass_against_the_installed_code(run, tmp_path):
    for part in ("rules", "golden"):
        shutil.copytree(ROOT / "tests" / part, tmp_path / "tests" / part)
    shutil.copy(ROOT / "tests/scenario/test_packaged.py", tmp_path / "tests")
    settings = ["-c", os.devnull, "--import-mode=importlib", "-p", "no:cacheprovider"]
    settings += ["-o", f"pythonpath={tmp_path / 'tests' / 'rules'}"]
    settings += ["-o", "markers=slow: whole-ensemble checks", "-m", "not slow"]
    result = run("python", "-m", "pytest", "--quiet", *settings, "tests")
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-1000:]
