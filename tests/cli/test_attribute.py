"""``dilemma attribute`` as a user asks for it."""

import pytest

QUICK = ("--outcome", "ROK spending 2022-06", "--runs", "3", "--workers", "1")
BAD = {
    "nothing": ([], "name a scenario"),
    "unknown scenario": (["basline"], "did you mean 'baseline'?"),
    "unknown outcome": (
        ["baseline", "--outcome", "ROK spnding 2030"],
        "did you mean 'spending'?",
    ),
    "a month outside": (
        ["baseline", "--outcome", "ROK spending 2040"],
        "runs from 2022-01 to 2034-12",
    ),
    "unknown mechanism": (["baseline", "--mechanisms", "vetos"], "mean 'vetoes'?"),
    "the same twice": (["baseline", "--mechanisms", "vetoes,M72"], "both set 'vetoes'"),
    "off already": (
        ["baseline", "--set", "vetoes=0", "--mechanisms", "vetoes"],
        "is off already in 'baseline'",
    ),
    "the cause as player": (
        ["baseline", "--cause", "vetoes", "--mechanisms", "vetoes"],
        "'vetoes' is named twice",
    ),
    "unknown effect": (["--effect", "proxi"], "did you mean 'proxy'?"),
    "an effect and a list": (
        ["--effect", "proxy", "--mechanisms", "vetoes"],
        "leave --mechanisms out",
    ),
    "one run": (["baseline", "--runs", "1"], "--runs is 1; it must be 2 or more"),
    "too many runs": (["baseline", "--runs", "9" * 9], "ask for fewer runs"),
    "no workers": (["baseline", "--workers", "0"], "--workers is 0"),
    "a folder to draw": (["baseline", "--png", "."], "is a folder"),
    "a file for a folder": (
        ["baseline", "--png", "short.yaml/a.png"],
        "cannot write to short.yaml",
    ),
    "another format": (["baseline", "--png", "a.pdf"], "ends so"),
    "an empty outcome": (["baseline", "--outcome", ""], "names no series"),
    "no outcome of its own": (["short.yaml"], "say what to read with --outcome"),
}


@pytest.mark.parametrize(("arguments", "said"), BAD.values(), ids=BAD)
def test_wrong_input_is_told_in_one_line(refuse, here, arguments, said):
    before = sorted(here.iterdir())
    ended = refuse("attribute", *arguments, cwd=here)
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert ended.stderr.startswith("dilemma: ")
    assert said in ended.stderr
    assert sorted(here.iterdir()) == before


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Military spending", "vetoes in the Security Council", "adds")),
        ("ko", ("군사비", "안보리 거부권", "섀플리 값", "모두 껐을 때")),
    ],
)
def test_it_prints_the_table_writes_and_draws(dilemma, tmp_path, lang, words):
    ended = dilemma(
        *("attribute", "baseline", *QUICK, "--mechanisms", "vetoes,budget_reaction"),
        *("--csv", "found", "--png", "drawn/a.png", "--lang", lang),
        cwd=tmp_path,
    )
    assert ended.returncode == 0, ended.stderr
    for word in words:
        assert word in ended.stdout
    assert {one.name for one in (tmp_path / "found").iterdir()} == {
        "attribution.csv",
        "interactions.csv",
    }
    assert [one.name for one in (tmp_path / "drawn").iterdir()] == ["a.png"]
    assert (tmp_path / "drawn" / "a.png").read_bytes()[:4] == b"\x89PNG"


def test_an_effect_says_what_it_comes_to(dilemma, tmp_path):
    ended = dilemma(
        *("attribute", "--effect", "entangled", *QUICK, "--quiet"), cwd=tmp_path
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    assert "entangled security dilemma" in ended.stdout


def test_the_same_seed_says_the_same(dilemma, tmp_path):
    asked = ("attribute", "baseline", *QUICK, "--mechanisms", "vetoes,arming")
    one, other = (dilemma(*asked, cwd=tmp_path).stdout for _ in range(2))
    assert one == other
    assert one != dilemma(*asked, "--seed", "1", cwd=tmp_path).stdout
