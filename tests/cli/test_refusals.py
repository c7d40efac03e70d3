"""Wrong input ends with code 2, one line that says what is wrong, and nothing more."""

import pytest

BAD = {
    "unknown scenario": (["run", "basline"], "did you mean 'baseline'?"),
    "no such file": (["run", "nowhere.yaml"], "nowhere.yaml"),
    "a folder": (["run", "."], "is a directory"),
    "an empty file": (["run", "empty.yaml"], "empty.yaml: is empty"),
    "a binary file": (["run", "binary.yaml"], "binary.yaml, line 1: is binary"),
    "an unknown key": (["run", "key.yaml"], "did you mean 'levers'?"),
    "bad dates": (["run", "dates.yaml"], "dates.yaml, line"),
    "another span": (["compare", "baseline", "short.yaml"], "cover different months"),
    "one to compare": (["compare", "baseline"], "needs two scenarios or more"),
    "twins": (["compare", "harris", "harris"], "two of the scenarios are called"),
    "no scenario": (["run"], "Missing argument"),
    "set without value": (["run", "baseline", "--set", "linkage"], "parameter=value"),
    "set a word": (["run", "baseline", "--set", "linkage=x"], "'x' is no number"),
    "set a misspelling": (
        ["run", "baseline", "--set", "linkag=0"],
        "did you mean 'linkage'?",
    ),
    "set out of range": (["run", "baseline", "--set", "linkage=-9"], "linkage"),
    "set nan": (["run", "baseline", "--set", "linkage=nan"], "linkage"),
    "set twice": (
        ["run", "baseline", "--set", "linkage=0", "--set", "linkage=1"],
        "'linkage' is set twice",
    ),
    "no runs": (["run", "baseline", "--runs", "0"], "--runs is 0; it must be 1 or mo"),
    "runs in words": (["run", "baseline", "--runs", "many"], "'--runs'"),
    "far too many runs": (["run", "baseline", "--runs", "9" * 12], "GiB of memory"),
    "nothing kept": (["run", "baseline", "--keep", "0"], "--keep is 0"),
    "no workers": (["run", "baseline", "--workers", "0"], "--workers is 0"),
    "a negative seed": (["run", "baseline", "--seed", "-1"], "seed is -1"),
    "unknown format": (["run", "baseline", "--format", "xls"], "'parquet', 'csv', 'd"),
    "unknown language": (["run", "baseline", "--lang", "fr"], "'en', 'ko'"),
    "unknown option": (["run", "baseline", "--rums", "3"], "--rums"),
    "unknown command": (["rum", "baseline"], "'rum'"),
    "unknown tag": (["scenarios", "--tag", "warr"], "did you mean 'war'?"),
    "unknown parameter": (["parameters", "linkag"], "did you mean 'linkage'?"),
    "out is a file": (["run", "baseline", "--out", "empty.yaml"], "cannot write into"),
    "no manifest": (["rerun", "nowhere"], "cannot read nowhere"),
    "a folder without one": (["rerun", "."], "manifest.json"),
    "no JSON": (["rerun", "key.yaml"], "is not a manifest: it is not JSON"),
    "other JSON": (["rerun", "other.json"], "is not a manifest that this version"),
    "half a manifest": (["rerun", "half.json"], "is not a whole manifest"),
    "an odd manifest": (["rerun", "odd.json", "--check"], "the manifest cannot be run"),
}


@pytest.fixture
def folder(here):
    (here / "empty.yaml").write_bytes(b"")
    (here / "binary.yaml").write_bytes(b"\x00\x01\x02")
    (here / "key.yaml").write_text("from: baseline\nquestion: q\nlevres: {}\n")
    (here / "dates.yaml").write_text(
        "from: baseline\nquestion: q\nstart: 2030-01\nend: 2029-01\n"
    )
    (here / "other.json").write_text("[]")
    (here / "half.json").write_text('{"format": 1, "asked": {}}')
    (here / "odd.json").write_text(
        '{"format": 1, "numbers": {}, "files": {}, "arguments": [], "asked":'
        ' {"command": "../../run", "scenarios": [], "settings": {}, "seed": 0,'
        ' "runs": 1, "keep": 1, "format": "csv"}}'
    )
    return here


@pytest.mark.parametrize(("arguments", "said"), BAD.values(), ids=BAD)
def test_wrong_input_is_told_in_one_line(refuse, folder, arguments, said):
    before = sorted(folder.iterdir())
    ended = refuse(*arguments, cwd=folder)
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    assert ended.stderr.startswith("dilemma: ")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert said in ended.stderr
    assert sorted(folder.iterdir()) == before


def test_every_bad_file_is_named_and_every_good_one(dilemma, folder):
    files = ["short.yaml", "key.yaml", "nowhere.yaml", "harris"]
    ended = dilemma("validate", *files, cwd=folder)
    assert ended.returncode == 2
    assert ended.stdout.splitlines() == ["short.yaml: valid", "harris: valid"]
    told = ended.stderr.splitlines()
    assert len(told) == 2
    assert "key.yaml, line 3" in told[0]
    assert "nowhere.yaml" in told[1]
