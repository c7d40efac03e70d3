"""What drives a sweep's outcomes, as a user asks for it."""

import json

import pandas as pd
import pytest
from pyarrow import parquet

# The decay of forums moves nothing so soon.
ENDS = """\
question: What drives it, one at a time?
title: {en: One at a time, ko: 하나씩}
scenarios: [baseline, harris]
end: 2023-12
uncertainties: {adjustment.ROK: range, arming_slope.ROK: range, forum_fall: range}
outcomes: [ROK spending 2023, launches]
design: {kind: one_at_a_time}
replicates: 8
"""
EVERYWHERE = """\
question: What drives it everywhere?
title: {en: Everywhere, ko: 어디서나}
scenario: baseline
end: 2023-12
uncertainties: {adjustment.ROK: range, arming_slope.ROK: range, forum_fall: range}
outcomes: [ROK spending 2023]
over_time: [spending.ROK]
design: {kind: morris, trajectories: 10}
replicates: 1
luck: fresh
"""
FEW = ENDS.replace("kind: one_at_a_time", "kind: latin, points: 6")


@pytest.fixture(scope="module")
def swept(dilemma, tmp_path_factory):
    """Return a folder with three sweeps, and what was printed of each."""
    folder = tmp_path_factory.mktemp("swept")
    said = {}
    for name, text in (("ends", ENDS), ("everywhere", EVERYWHERE), ("few", FEW)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        chart = ["--chart"] if name == "ends" else []
        asked = ("sweep", f"{name}.yaml", "--workers", "1", "--yes", "--out", name)
        ended = dilemma(*asked, *chart, cwd=folder)
        assert ended.returncode == 0, ended.stderr
        said[name] = ended.stdout
    return folder, said


def result(folder, name):
    (one,) = (folder / name).iterdir()
    return one.relative_to(folder)


def test_one_command_ends_with_a_tornado(swept):
    folder, said = swept
    for words in (
        "Method: tornado, for which this design (one at a time) was made.",
        "What drives it — military spending: South Korea, 2023 [bn US$/year]",
        "moves it",
        "moved nothing at all",
        "Luck was held",
        "Moved none of these outcomes in any run (2; ",
        "scenario, forum_fall.",
    ):
        assert words in said["ends"]
    drawn = sorted((folder / result(folder, "ends") / "charts-en").iterdir())
    names = [one.name for one in drawn]
    assert names == ["tornado-launches.png", "tornado-spending.ROK_2023.png"]
    assert all(one.read_bytes().startswith(b"\x89PNG") for one in drawn)


def test_a_sweep_names_the_next_command_where_there_is_one(swept):
    folder, said = swept
    command = f"dilemma sensitivity {result(folder, 'everywhere')} --png"
    assert said["everywhere"].endswith(f"What drives these outcomes: {command}\n")
    assert "dilemma sensitivity" not in said["few"]


def test_tables_have_what_is_printed(dilemma, swept, tmp_path):
    folder, _ = swept
    out = tmp_path / "tables"
    asked = ("sensitivity", result(folder, "ends"), "--csv", "--out", out)
    asked += ("--outcome", "한국 군사비 2023")
    ended = dilemma(*asked, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert f"Result in {out}" in ended.stdout
    assert sorted(one.name for one in out.iterdir()) == [
        "sensitivity-luck.csv",
        "sensitivity-tornado.csv",
    ]
    table = pd.read_csv(out / "sensitivity-tornado.csv")
    assert set(table["outcome"]) == {"spending.ROK 2023"}
    verdicts = table.set_index("factor")["verdict"]
    assert verdicts["adjustment.ROK"].unique().tolist() == ["moves"]
    assert verdicts["forum_fall"].unique().tolist() == ["none"]
    row = table[table["factor"] == "adjustment.ROK"].iloc[1]
    assert f"60: {row['value']:+.2f}".replace("-", "−") in ended.stdout
    luck = pd.read_csv(out / "sensitivity-luck.csv")
    assert luck["replicates"].tolist() == [8]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("year by year", "μ* [bn US$/year]", "It also allows: PAWN, delta")),
        ("ko", ("해마다 무엇이 움직이는가 — 군사비: 한국", "방법: 모리스", "델타")),
    ],
)
def test_which_assumption_matters_when(dilemma, swept, tmp_path, lang, words):
    if lang == "ko":
        pytest.importorskip("pylopdf_fonts_ko")
    folder, _ = swept
    asked = ("sensitivity", result(folder, "everywhere"), "--over-time")
    ended = dilemma(*asked, "--lang", lang, "--out", tmp_path, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    for one in words:
        assert one in ended.stdout
    assert (tmp_path / "sensitivity-morris-over-time.csv").exists()
    name = "morris-over-time-spending.ROK.png"
    assert (tmp_path / f"charts-{lang}" / name).exists()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Luck was fresh, with one future", "--replicates 2", "only held luck")),
        ("ko", ("운을 새로 뽑았다. 지점당", "--replicates 2", "운을 고정해야만")),
    ],
)
def test_luck_is_said_plainly(dilemma, swept, lang, words):
    folder, _ = swept
    asked = ("sensitivity", result(folder, "everywhere"), "--lang", lang)
    ended = dilemma(*asked, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    for one in words:
        assert one in ended.stdout


def test_quiet_prints_nothing(dilemma, swept, tmp_path):
    folder, _ = swept
    asked = ("sensitivity", result(folder, "everywhere"), "-q", "--csv")
    ended = dilemma(*asked, "--out", tmp_path, cwd=folder)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert (tmp_path / "sensitivity-morris.csv").exists()


# -------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("ends", ("--outcome", "lanches"), "no outcome 'lanches'; did you mean"),
        ("ends", ("--method", "sobol"), "--method sobol needs a design 'sobol' with a"),
        ("ends", ("--method", "sobl"), "'sobl' is not one of 'morris', 'sobol'"),
        ("ends", ("--over-time",), "recorded no outcome over time"),
        ("ends", ("--outcome", "spending.ROK"), "did you mean 'spending.ROK 2023'?"),
        ("everywhere", ("--outcome", "spending.ROK"), "use --over-time"),
        ("everywhere", ("--over-time", "--method", "tornado"), "has two ends: use"),
        ("everywhere", ("--out", "few.yaml"), "--out few.yaml is a file"),
        ("few", (), "(latin, 6 points) is too small for any method"),
    ],
)
def test_bad_input_gets_one_line(refuse, swept, name, options, said):
    folder, _ = swept
    ended = refuse("sensitivity", result(folder, name), "-q", *options, cwd=folder)
    assert ended.returncode == 2, ended.stderr
    assert ended.stderr.startswith("dilemma: ")
    assert said in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_folder_that_is_none_is_refused_with_the_one_inside(dilemma, swept):
    folder, _ = swept
    for path, said in (
        ("nowhere", "nowhere is no folder of a sweep; 'dilemma sweep' makes one"),
        ("ends", f"did you mean {result(folder, 'ends')}?"),
    ):
        ended = dilemma("sensitivity", path, cwd=folder)
        assert ended.returncode == 2
        assert said in ended.stderr


def test_a_chart_that_could_not_be_drawn_is_refused_before_anything_is_run(
    dilemma, swept
):
    folder, _ = swept
    for name, options, said in (
        ("few", (), "too small for any method"),
        ("ends", ("--shard", "1/2"), "--chart needs all parts"),
    ):
        asked = ("sweep", f"{name}.yaml", "--chart", *options, "--out", "not")
        ended = dilemma(*asked, "-q", cwd=folder)
        assert ended.returncode == 2
        assert said in ended.stderr
    assert not (folder / "not").exists()


@pytest.fixture
def spoilt(swept, tmp_path):
    """Return a copy of a sweep, and its part."""
    import shutil

    folder, _ = swept
    copy = tmp_path / "sweep-copy"
    shutil.copytree(folder / result(folder, "everywhere"), copy)
    (part,) = (copy / "parts").iterdir()
    return copy, part


def test_points_without_a_number_are_named(dilemma, spoilt):
    copy, part = spoilt
    table = parquet.read_table(part).to_pandas()
    table.loc[table["point"].isin([2, 7]), "spending.ROK 2023"] = float("nan")
    table.to_parquet(part)
    ended = dilemma("sensitivity", copy, "--png", "-q", cwd=copy.parent)
    assert ended.returncode == 2, ended.stderr
    assert "is missing or no finite number at points 2, 7 of 40" in ended.stderr
    assert not list(copy.glob("charts-*"))


def test_missing_parts_are_refused(dilemma, spoilt):
    copy, part = spoilt
    part.unlink()
    ended = dilemma("sensitivity", copy, cwd=copy.parent)
    assert ended.returncode == 2, ended.stderr
    assert "1 of 1 parts are missing" in ended.stderr


def test_a_manifest_from_anybody_neither_steers_the_terminal_nor_leaves_the_folder(
    dilemma, spoilt
):
    copy, part = spoilt
    file = copy / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["factors"][0]["words"]["en"] = "\x1b[2Jgone"
    file.write_text(json.dumps(manifest), encoding="utf-8")
    ended = dilemma("sensitivity", copy, cwd=copy.parent)
    assert ended.returncode == 2
    assert "see 'factors'" in ended.stderr
    manifest["factors"][0]["words"]["en"] = "fine"
    manifest["outcomes"] = ["../../out [bold]"]
    file.write_text(json.dumps(manifest), encoding="utf-8")
    table = parquet.read_table(part).to_pandas()
    table = table.rename(columns={"spending.ROK 2023": "../../out [bold]"})
    table.to_parquet(part)
    ended = dilemma("sensitivity", copy, "--png", cwd=copy.parent)
    assert ended.returncode == 0, ended.stderr
    assert "../../out [bold]" in ended.stdout
    names = sorted(one.name for one in (copy / "charts-en").iterdir())
    assert names == ["morris-_.._out_bold_.png", "morris-plane-_.._out_bold_.png"]
