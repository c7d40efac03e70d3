"""Boxes as a user looks for them: in words of both languages, tables and a chart."""

import csv

import pytest

SWEPT = """\
question: When does Seoul feel most threatened?
scenario: baseline
end: 2022-12
uncertainties:
  hostage_weight.ROK: range
  saturation: [0.2, 1]
  learning: range
factors:
  pace:
    slow: {parameters: {adjustment: 60}}
    quick: {parameters: {adjustment: 20}}
outcomes: [threat_rok_of_nk, treaty]
over_time: [spending.ROK]
design: {kind: latin, points: 240}
"""


@pytest.fixture(scope="module")
def swept(dilemma, tmp_path_factory):
    """Return a folder in which a small sweep was run, and the sweep's own in it."""
    folder = tmp_path_factory.mktemp("swept")
    file = folder / "mine.yaml"
    file.write_text(SWEPT, encoding="utf-8")
    ended = dilemma("sweep", "mine.yaml", "--workers", "1", "-q", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    (result,) = (folder / "out").iterdir()
    return folder, result


ASK = ("--outcome", "threat_rok_of_nk", "--worst", "25%")


def test_a_box_is_told_tried_tabled_and_drawn(dilemma, swept):
    folder, result = swept
    ended = dilemma(
        *("discover", result, *ASK, "-q", "--csv", "tables", "--png", "box.png"),
        cwd=folder,
    )
    assert ended.returncode == 0, ended.stderr
    said = " ".join(ended.stdout.split())
    for words in (
        "Cases: Felt threat: South Korea of North Korea, at the end of",
        "in 60 of 240 futures (25%), at 240 points (latin hypercube) × 1 replicates",
        "% of futures with",
        "% of all such futures.",
        "Out of sample, at 80 points on which nothing was looked for:",
        "out of sample.",
        "saturation",
        "Luck is held",
    ):
        assert words in said
    assert ended.stderr == ""
    lines = read(folder / "tables" / "box.csv")
    assert [one["part"] for one in lines] == ["searched", "held_out"]
    assert sum(int(one["points"]) for one in lines) == 240
    # What is printed is what is tabled.
    for line in lines:
        assert f"{float(line['density']):.0%}" in said
        assert f"{float(line['coverage']):.0%}" in said
    boxes = read(folder / "tables" / "trajectory.csv")
    (chosen,) = [one for one in boxes if one["chosen"] == "True"]
    assert f"futures with {chosen['box']}, covering" in said
    bounds = read(folder / "tables" / "stability.csv")
    assert {"saturation"} <= {
        one["factor"] for one in bounds if one["in_box"] == "True"
    }
    assert (folder / "box.png").read_bytes().startswith(b"\x89PNG")


def read(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_korean_words_and_a_tree(dilemma, swept):
    folder, result = swept
    ended = dilemma(
        *("discover", result, *ASK, "-q", "--method", "cart", "--lang", "ko"),
        cwd=folder,
    )
    assert ended.returncode == 0, ended.stderr
    said = " ".join(ended.stdout.split())
    for words in ("사례: 느끼는 위협", "표본 밖", "상자: ", "준 p값", "saturation"):
        assert words in said


def test_a_year_of_a_series_in_plain_words(dilemma, swept):
    folder, result = swept
    ended = dilemma(
        *("discover", result, "--outcome", "ROK spending 2022", "--lowest", "25%"),
        "-q",
        cwd=folder,
    )
    assert ended.returncode == 0, ended.stderr
    said = " ".join(ended.stdout.split())
    assert "60 of 240 futures" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--outcome", "threat_rok", *ASK[2:]),
            "the sweep has no outcome 'threat_rok'; did you",
        ),
        (ASK[:2], "one of --above, --below, --worst and --lowest; none of them was"),
        ((*ASK, "--above", "1"), "2 of them were given"),
        ((*ASK[:3], "much"), "--worst is 'much'; write a share"),
        ((*ASK[:3], "150%"), "--worst is '150%'; write a share"),
        ((*ASK, "--density", "0"), "--density is '0'; write a share"),
        ((*ASK, "--method", "trees"), "there is no method 'trees'; valid: prim, cart"),
        ((*ASK, "--seed", "-1"), "seed is -1"),
        ((*ASK, "--png", "box.pdf"), "the chart is a PNG"),
        ((*ASK[:2], "--above", "1e9"), "0 of 240 futures are cases, at 0 points"),
        (("--outcome", "treaty", "--above", "0"), "discovery needs 40 or more"),
    ],
)
def test_bad_input_gets_one_line(refuse, swept, arguments, said):
    folder, result = swept
    ended = refuse("discover", result, *arguments, "-q", cwd=folder)
    assert ended.returncode == 2, ended.stderr
    assert ended.stderr.startswith("dilemma: ")
    assert said in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert ended.stdout == ""


def test_a_folder_of_no_sweep_is_refused(dilemma, tmp_path):
    ended = dilemma("discover", ".", *ASK, cwd=tmp_path)
    assert ended.returncode == 2
    assert "cannot read manifest.json" in ended.stderr
