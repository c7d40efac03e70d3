"""What a command leaves behind: whole, named after its inputs, and told plainly."""

import importlib.util
import json
import shutil
import sys

import pytest

pytestmark = pytest.mark.xdist_group("results")

COMPARE = ("compare", "short.yaml", "cut.yaml", "--runs", "3", "--seed", "5")
TABLES = {
    "bands.parquet",
    "outcomes.parquet",
    "parts.parquet",
    "series.parquet",
    "table.csv",
}
needs_korean = pytest.mark.skipif(
    sys.platform.startswith("linux")
    and importlib.util.find_spec("pylopdf_fonts_ko") is None,
    reason="no Korean font",
)


def read(result):
    return json.loads((result / "manifest.json").read_text(encoding="utf-8"))


def stamps(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_comparison_leaves_one_whole_folder(made):
    folder, ended = made
    (result,) = (folder / "out").iterdir()
    manifest = read(result)
    assert result.name == f"compare-{manifest['inputs'][:12]}"
    names = {path.name for path in result.iterdir()}
    assert names == TABLES | {"manifest.json", "charts-en"}
    charts = {path.name for path in (result / "charts-en").iterdir()}
    assert {"burden.png", "overview.png", "effects.png", "table.txt"} <= charts
    assert set(manifest["files"]) == TABLES
    assert f"Result in {result.relative_to(folder)}" in ended.stdout
    # A slow machine is told how far it has come, and nothing else.
    assert all(line.startswith("running ") for line in ended.stderr.splitlines())


def test_the_manifest_says_what_is_needed_to_do_it_again(compared):
    manifest = read(compared[1])
    assert manifest["asked"]["seed"] == 5
    assert manifest["asked"]["runs"] == 3
    assert [one["name"] for one in manifest["asked"]["scenarios"]] == ["short", "cut"]
    assert manifest["arguments"][:4] == ["dilemma", *COMPARE[:3]]
    for package in ("python", "numpy", "scipy", "mesa", "dilemma"):
        assert manifest["versions"][package]
    assert {"commit", "processor", "finished", "seconds"} <= set(manifest)


def test_the_table_shows_levels_differences_and_their_meaning(made):
    shown = made[1].stdout
    assert "3 runs per scenario, seed 5, 2022-01 to 2022-12" in shown
    assert "cut against short" in shown
    assert "Burden, South Korea" in shown
    assert "95% Monte Carlo interval" in shown
    assert "Traceback" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 100


def test_the_same_again_is_there_already(dilemma, compared):
    folder, result = compared
    before = stamps(folder)
    ended = dilemma(*COMPARE, cwd=folder)
    assert ended.returncode == 0
    assert "is there already, complete and from the same inputs" in ended.stdout
    assert "cut against short" in ended.stdout
    assert stamps(result) == {
        path: stamp for path, stamp in before.items() if path in stamps(result)
    }


def test_quiet_prints_nothing(dilemma, compared):
    ended = dilemma(*COMPARE, "--quiet", cwd=compared[0])
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    ended = dilemma("run", "nothing.yaml", "--quiet", cwd=compared[0])
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("dilemma: ")


@needs_korean
@pytest.mark.slow
def test_korean_is_drawn_from_the_same_result(dilemma, compared):
    folder, result = compared
    before = (result / "manifest.json").read_bytes()
    ended = dilemma(*COMPARE, "--lang", "ko", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert "Warning" not in ended.stderr
    assert "군사비 부담, 한국" in ended.stdout
    assert "이미 있습니다" in ended.stdout
    charts = {path.name for path in (result / "charts-ko").iterdir()}
    assert charts == {path.name for path in (result / "charts-en").iterdir()}
    text = (result / "charts-ko" / "table.txt").read_text(encoding="utf-8")
    assert "우크라이나 전쟁" in text
    assert (result / "manifest.json").read_bytes() == before


def spoilt(result):
    (result / "table.csv").write_text("mine\n", encoding="utf-8")
    return "table.csv was changed since it was written"


def emptied(result):
    shutil.rmtree(result)
    result.mkdir()
    return "it has no valid manifest.json"


def a_file(result):
    shutil.rmtree(result)
    result.write_text("precious", encoding="utf-8")
    return "it is not a folder"


def of_others(result):
    manifest = read(result)
    manifest["inputs"] = "0" * 64
    (result / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return "it holds the result of other inputs"


def lacking(result):
    (result / "series.parquet").unlink()
    return "series.parquet is missing"


@pytest.mark.parametrize("spoil", [spoilt, emptied, a_file, of_others, lacking])
def test_anything_in_the_way_is_refused(dilemma, compared, spoil):
    folder, result = compared
    fault = spoil(result)
    before = stamps(folder / "out")
    ended = dilemma(*COMPARE, cwd=folder)
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert f"is in the way: {fault}; move it, or replace it with --force" in (
        ended.stderr
    )
    assert stamps(folder / "out") == before


@pytest.mark.slow
def test_force_replaces_what_is_in_the_way(dilemma, compared):
    folder, result = compared
    numbers = read(result)["numbers"]
    a_file(result)
    ended = dilemma(*COMPARE, "--force", "--quiet", "--workers", "2", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert [path.name for path in (folder / "out").iterdir()] == [result.name]
    # Two workers made what one had made.
    assert read(result)["numbers"] == numbers


def test_a_rerun_is_equal_bit_for_bit_and_writes_nothing(dilemma, compared):
    folder, result = compared
    before = stamps(folder)
    ended = dilemma("rerun", result, "--check", "--workers", "1", cwd=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.splitlines() == [
        "short: equal bit for bit",
        "cut: equal bit for bit",
        "The numbers are equal bit for bit.",
    ]
    assert stamps(folder) == before


def test_a_rerun_says_what_differs(dilemma, compared):
    folder, result = compared
    manifest = read(result)
    manifest["numbers"]["cut"]["outcomes"]["front"] = "0" * 32
    manifest["versions"]["numpy"] = "1.0"
    path = folder / "published.json"
    path.write_text(json.dumps(manifest), encoding="utf-8")
    ended = dilemma("rerun", path, "--check", "--workers", "1", cwd=folder)
    assert ended.returncode == 1
    assert "short: equal bit for bit" in ended.stdout
    assert "cut: different (front)" in ended.stdout
    assert "What changed since: numpy 1.0 →" in ended.stdout


def test_a_rerun_finds_its_own_result(dilemma, compared):
    folder, result = compared
    ended = dilemma("rerun", result / "manifest.json", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert "is there already" in ended.stdout
    assert [path.name for path in (folder / "out").iterdir()] == [result.name]
