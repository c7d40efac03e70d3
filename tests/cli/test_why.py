"""A question about a run gets the answer of that run, or one line that says why not."""

import json
import re

import pytest

from analysis.interfaces.manifest import MANIFEST
from analysis.interfaces.saving import load
from analysis.interfaces.why import run_asked_about
from sim.errors import InputError

THREAT = ("--what", "threat", "--state", "Seoul", "--of", "북한", "--month", "2022-05")


def test_a_row_of_a_result_is_the_one_that_was_saved(dilemma, compared):
    folder, result = compared
    asked = ("why", result, "--scenario", "cut", "--row", "2", *THREAT, "--quiet")
    ended = dilemma(*asked, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    saved = load(result / "series", "parquet")
    here = (saved["scenario"] == "cut") & (saved["row"] == 2)
    line = saved[here & (saved["month"] == "2022-05")]
    value = float(line["felt_threat.ROK.NK"].iloc[0])
    assert f"felt a threat of {value:.3g} from North Korea" in ended.stdout
    assert "cut, row 2, seed 5" in ended.stdout
    assert "[Walt1987]" in ended.stdout


def test_a_scenario_can_be_asked_about_with_a_chart_in_korean(dilemma, here):
    pytest.importorskip("pylopdf_fonts_ko")
    asked = ("why", "short.yaml", "--what", "line", "--month", "2022-04", "--seed", "3")
    more = ("--deeper", "--flip", "--lang", "ko", "--png", "why.png")
    ended = dilemma(*asked, *more, cwd=here)
    assert ended.returncode == 0, ended.stderr
    for words in (
        "2022년 4월",
        "대화 제안",
        "한 걸음 더 뒤로",
        "뒤집었을",
        "M137",
    ):
        assert words in ended.stdout
    assert not re.search(r"[{}]|을\(를\)|이\(가\)|은\(는\)", ended.stdout)
    assert (here / "why.png").read_bytes().startswith(b"\x89PNG")
    assert sorted(path.name for path in here.iterdir()) == [
        "cut.yaml",
        "short.yaml",
        "why.png",
    ]


BAD = {
    "no state": (["--state", "Seol"], "did you mean 'Seoul'?"),
    "mismatch": (["--what", "votes"], "votes is asked of Russia or China, not of ROK"),
    "outside": (["--month", "2031-01"], "short runs from 2022-01 to 2022-12"),
    "row": (["--row", "-1"], "row is -1"),
    "no png": (["--png", "why.pdf"], "name a file that ends so"),
    "no run": (["nowhere"], "there is no scenario 'nowhere'"),
    "no manifest": (["."], "cannot read manifest.json"),
    "one scenario": (["--scenario", "short"], "chooses from a folder of results"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_wrong_reference_is_one_line(refuse, here, case):
    change, said = BAD[case]
    given = {"--what": "threat", "--state": "ROK", "--month": "2022-05"}
    run = "short.yaml"
    if len(change) == 1:
        run = change[0]
    else:
        given[change[0]] = change[1]
    options = [word for pair in given.items() for word in pair]
    ended = refuse("why", run, *options, cwd=here)
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert sorted(path.name for path in here.iterdir()) == ["cut.yaml", "short.yaml"]


@pytest.mark.parametrize(
    ("scenario", "seed", "said"),
    [
        (None, None, "choose one with --scenario: short, cut"),
        ("shrot", None, "did you mean 'short'?"),
        ("short", 4, "knows the seed of its runs"),
    ],
)
def test_a_folder_of_results_has_to_be_asked_well(compared, scenario, seed, said):
    with pytest.raises(InputError, match=re.escape(said)):
        run_asked_about(str(compared[1]), scenario, seed)


def test_a_folder_says_which_runs_it_has(dilemma, compared):
    folder, result = compared
    chosen, seed, runs = run_asked_about(str(result / MANIFEST), "short", None)
    assert (chosen.name, seed, runs) == ("short", 5, 3)
    asked = ("why", result, "--scenario", "short", "--row", "3", *THREAT)
    ended = dilemma(*asked, cwd=folder)
    assert ended.returncode == 2
    assert "the rows of" in ended.stderr
    assert "are 0 to 2" in ended.stderr


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": "0" * 64}, "('git checkout abc1234', then install)"),
        ({"asked": {}}, "the manifest cannot be run: 'command' is missing"),
    ],
)
def test_a_result_that_cannot_be_replayed_is_refused(compared, change, said):
    _, result = compared
    manifest = json.loads((result / MANIFEST).read_text(encoding="utf-8"))
    manifest |= {"commit": {"commit": "abc1234", "dirty": False}, **change}
    (result / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)) as caught:
        run_asked_about(str(result), "short", None)
    assert "\n" not in str(caught.value)


def test_other_packages_are_said_to_matter(compared, capsys):
    _, result = compared
    manifest = json.loads((result / MANIFEST).read_text(encoding="utf-8"))
    manifest["versions"]["numpy"] = "1.0"
    (result / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    run_asked_about(str(result), "short", None)
    told = capsys.readouterr().err
    assert "the last digits may differ" in told
    assert "numpy 1.0" in told


def test_a_chart_that_cannot_be_written_leaves_nothing(here, monkeypatch):
    from analysis.interfaces import why

    monkeypatch.chdir(here)

    class Full:
        def savefig(self, file, **options):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(
        "analysis.charts.terms_chart", lambda answer, lang: Full(), raising=False
    )
    with pytest.raises(InputError, match="cannot write to why"):
        why._draw(type("Answer", (), {"lang": "en"})(), why.Path("why.png"))
    assert not list(here.glob("*why*"))
