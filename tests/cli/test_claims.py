"""The claims ledger and the phase diagrams, as a user asks for them."""

import csv
import json

import pytest

OWN = """\
H01:
  words: {en: Exchange feeds the war., ko: 거래는 전쟁을 지속시킨다.}
  source: A, III.2
  status: [stated]
  arms:
    treatment: {set: {nk_russia_exchange: 1}}
    control: {set: {nk_russia_exchange: 0}}
  readings:
    - words: {en: months of fire, ko: 포격 지속 개월}
      series: sustainment
      quarters: [2, 4]
      expect: "+"
    - words: {en: offers of talks, ko: 대화 제의}
      series: posture.NK.offer
      quarters: [2, 4]
      expect: "-"
  record: {en: Nothing is known., ko: 알려진 것이 없다.}
  note: {en: A stand-in., ko: 대리 지표이다.}
"""


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    return tmp_path


ASKED = ("claims", "--ledger", "own.yaml", "--points", "12", "--lucks", "2")


def test_a_ledger_of_ones_own_as_table_chart_and_page(dilemma, own):
    ended = dilemma(*ASKED, "--workers", "1", "--out", "found", cwd=own)
    assert ended.returncode == 0, ended.stderr
    for words in ("H01", "premise", "months of fire", "12 points", "Nothing is known."):
        assert words in ended.stdout
    found = own / "found"
    assert sorted(one.name for one in found.iterdir()) == [
        "claims.csv",
        "claims.md",
        "claims.png",
        "manifest.json",
    ]
    manifest = json.loads((found / "manifest.json").read_text(encoding="utf-8"))
    asked = ["--points", "12", "--lucks", "2", "--ledger", "own.yaml", "--seed", "0"]
    assert manifest["arguments"] == ["dilemma", "claims", *asked]
    assert manifest["asked"]["claims"] == ["H01"]
    assert set(manifest["files"]) == {"claims.csv", "claims.md", "claims.png"}
    with (found / "claims.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["claim"] for line in lines] == ["H01", "H01"]
    page = (found / "claims.md").read_text(encoding="utf-8")
    for words in (
        "![",
        "*Paper A, III.2 (stated)*",
        "A stand-in.",
        "| months of fire |",
    ):
        assert words in page


def test_a_saved_table_is_shown_again_in_korean(dilemma, own):
    dilemma(*ASKED, "--workers", "1", "--csv", ".", cwd=own)
    ended = dilemma(
        "claims",
        "--ledger",
        "own.yaml",
        "--from",
        "claims.csv",
        "--lang",
        "ko",
        cwd=own,
    )
    assert ended.returncode == 0, ended.stderr
    for words in ("거래는 전쟁을", "판정", "전제"):
        assert words in ended.stdout


def test_the_same_seed_gives_the_same_table(dilemma, own):
    for folder, workers in (("one", "1"), ("two", "2")):
        dilemma(*ASKED, "--workers", workers, "--csv", folder, cwd=own)
    one, two = ((own / name / "claims.csv").read_bytes() for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("claims", "H77"), "there is no claim 'H77'"),
        (("claims", "H01", "--points", "1"), "--points is 1; it must be 2 or more"),
        (("claims", "H01", "--lucks", "0"), "--lucks is 0; it must be 2 or more"),
        (("claims", "H01", "--points", "900000"), "are too many"),
        (("claims", "--ledger", "none.yaml"), "none.yaml: there is no such file"),
        (("claims", "--from", "own.yaml"), "own.yaml is no table of claims"),
        (("claims", "--from", "none.csv"), "cannot read none.csv"),
        (("phases", "H02"), "there is no phase diagram of 'H02'"),
        ((*ASKED, "-q", "--workers", "1", "--out", "own.yaml"), "cannot write to"),
    ],
)
def test_bad_references_get_one_line(refuse, own, arguments, said):
    ended = refuse(*arguments, cwd=own)
    assert ended.returncode == 2
    assert ended.stderr.startswith("dilemma: ")
    assert said in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_table_of_another_ledger_is_refused(dilemma, own):
    dilemma(*ASKED, "--workers", "1", "--csv", ".", cwd=own)
    ended = dilemma("claims", "H02", "--from", "claims.csv", cwd=own)
    assert ended.returncode == 2
    assert "run 'dilemma claims' again" in ended.stderr
