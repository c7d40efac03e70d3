"""The page that carries the evidence: whole, safe, true to its tables, or not there."""

import base64
import hashlib
import json
import re
import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.calibration.hindcast import MODEL
from analysis.cards import meaning
from analysis.charts.network import PROMISE
from analysis.charts.pairs import THREATS
from analysis.claims.ledger import claims
from analysis.interfaces.again import request_of
from analysis.interfaces.findings import write_tables
from analysis.interfaces.fits import Asked
from analysis.interfaces.manifest import read_manifest
from analysis.interfaces.report import making, pdf, rendering
from analysis.interfaces.report.captions import seen
from analysis.interfaces.report.carried import CARRIED, carried
from analysis.interfaces.report.changes import changes
from analysis.interfaces.report.citation import cited
from analysis.interfaces.report.drivers import saved_courses, saved_drivers
from analysis.interfaces.report.inline import inline_svg
from analysis.interfaces.report.making import make_report
from analysis.interfaces.report.touched import series_of, touched
from analysis.interfaces.sensitivity import _found
from analysis.interfaces.show import is_headline
from analysis.interfaces.signed import Made, sign
from analysis.units import unit_in
from sim.cast import PAIRS as PAIRS_OF_STATES
from sim.errors import InputError
from sim.parameters import CARDS
from sim.scenario import load_scenario

ROOT = Path(__file__).parents[2]
LANGS = ("en", "ko")
KINDS = ("compare", "run", "sweep", "sobol", "claims", "hindcast", "validation")
SECTIONS = {
    "question",
    "answer",
    "assumptions",
    "limits",
    "methods",
    "origin",
}
EVIL = """\
from: baseline
question: "What of <b>markup</b> & a \\u202Eturned\\u202C word?"
title: {en: "<script>alert(1)</script>", ko: "</svg><img src=x onerror=alert(1)>"}
summary: {en: "{{ 7 * 7 }} --> ]]> <style>*{}</style>", ko: "{% raw %}"}
outcome: threat_rok_of_nk
end: 2022-12
uncertainty: central    # few runs show the effect
parameters: {linkage: 0, adjustment: 40}
"""
SHORT = EVIL.replace("linkage: 0, adjustment: 40", "linkage: 0.2").replace(
    "script", "i"
)
ENDS = """\
question: What drives it <one> at a time?
title: {en: One at a time, ko: 하나씩}
scenario: baseline
end: 2022-12
uncertainties: {adjustment.ROK: range, arming_slope.ROK: range, forum_fall: range}
outcomes: [ROK spending 2022, threat_rok_of_nk]
design: {kind: one_at_a_time}
replicates: 8
"""
PAIRS = """\
question: What drives it when, alone and together?
title: {en: Together, ko: 함께}
scenario: baseline
end: 2023-12
uncertainties: {worst_case.ROK: range, learning.ROK: range, forum_fall: range}
outcomes: [threat_rok_of_nk]
over_time: [felt_threat.ROK.NK]
design: {kind: sobol, base: 16, second_order: true}
"""
FIGURE = r"[−+]?\d[\d,]*(?:\.\d+)? ±\d+(?:\.\d+)?%?"
NUMBER = re.compile(r"[−+]?\d[\d,]*(?:\.\d+)?")


class Reader(HTMLParser):
    """What a page has: tags with their attributes, and text by where it stands."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text, self.within = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "path", "use", "rect", "circle"):
            self.within.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data):
        self.text.append((tuple(self.within), data))

    def said(self, tag):
        return [data for within, data in self.text if tag in within and data.strip()]


@pytest.fixture(scope="module")
def results(dilemma, tmp_path_factory):
    """Return the folder of a result of every kind, and the page of each in English."""
    here = tmp_path_factory.mktemp("results")
    texts = {"short": SHORT, "evil": EVIL, "ends": ENDS, "pairs": PAIRS}
    for name, text in texts.items():
        (here / f"{name}.yaml").write_text(text, encoding="utf-8")
    one = ("--workers", "1", "--report", "-q")
    for line in (
        (
            "compare",
            "short.yaml",
            "evil.yaml",
            "--runs",
            "40",
            *one,
            "--out",
            "compare",
        ),
        ("run", "evil.yaml", "--runs", "20", *one, "--out", "run"),
        ("sweep", "ends.yaml", "--yes", *one, "--out", "sweep"),
        ("sweep", "pairs.yaml", "--yes", *one, "--out", "sobol"),
        ("claims", "X03", "--points", "8", "--lucks", "2", *one, "--out", "claims"),
    ):
        done = dilemma(*line, cwd=here)
        assert done.returncode == 0, done.stderr
    found = {name: next((here / name).glob(f"{name}-*")) for name in KINDS[:3]}
    found["sobol"] = next((here / "sobol").glob("sweep-*"))
    found["claims"] = here / "claims"
    findings = ROOT / "docs" / "findings"
    for name in KINDS[5:]:
        found[name] = here / name
        found[name].mkdir()
    shutil.copy(
        findings / "validation_hindcast.csv", here / "hindcast" / "hindcast.csv"
    )
    for file in findings.glob("validation_*.csv"):
        shutil.copy(file, found["validation"])
    return found


@pytest.fixture(scope="module")
def pages(results, tmp_path_factory):
    """Return every page, by kind and language; nothing may run a model meanwhile."""
    out = tmp_path_factory.mktemp("pages")
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.model.StrategicModel.__init__", None)
        for kind in KINDS:
            for lang in LANGS:
                path = make_report(results[kind], out=out / kind, lang=lang, quiet=True)
                assert path == out / kind / f"report-{lang}.html"
                found[kind, lang] = path.read_bytes().decode("utf-8")
    return found


@pytest.fixture(params=[(kind, lang) for kind in KINDS for lang in LANGS], ids=str)
def page(request, pages):
    return (*request.param, pages[request.param], Reader(pages[request.param]))


# ------------------------------------------------------------------------ what it is


def test_a_page_is_whole(page):
    kind, lang, text, read = page
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith("</html>\n")
    assert ("html", {"lang": lang}) in read.tags
    ids = [one["id"] for _, one in read.tags if "id" in one]
    assert [name for name, many in Counter(ids).items() if many > 1] == []
    assert set(ids) >= SECTIONS
    links = [one["href"] for tag, one in read.tags if tag == "a"]
    assert links[0] == "#main"
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {one for one in ids if f"#{one}" in links} >= SECTIONS
    headings = [tag for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == "h1"
    assert set(headings[1:]) == {"h2"}
    charts = [one for tag, one in read.tags if tag == "svg"]
    assert all(one["role"] == "img" and one["aria-label"] for one in charts)
    assert len(charts) > 0 or kind == "hindcast"
    assert not re.search(r"\bnan\b|\bNone\b|\{[a-z]+\}", " ".join(read.said("main")))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("compare", ("linkage", "adjustment")),
        ("sweep", ("adjustment", "arming_slope", "forum_fall")),
    ],
)
def test_a_page_explains_parameters_in_its_language(pages, kind, names):
    for lang in LANGS:
        cells = Reader(pages[kind, lang]).said("td")
        for name in names:
            assert meaning(name, lang) in cells
            assert unit_in(CARDS[name].unit, lang) in cells
    assert not {CARDS[name].meaning for name in names} & set(cells)  # the last: Korean


def test_a_page_takes_nothing_from_elsewhere(page):
    *_, text, read = page
    for tag, given in read.tags:
        assert tag not in ("link", "iframe", "object", "embed", "img", "image", "base")
        assert not {"src", "srcset", "style", "action"} & set(given), (tag, given)
        assert not [name for name in given if name.startswith("on")]
        for name in ("href", "xlink:href"):
            assert given.get(name, "#").startswith("#")
    assert set(re.findall(r"url\((.)", text)) <= {"#"}
    assert "@import" not in text
    assert "http://" not in text
    assert "https://" not in text


def test_the_policy_lets_only_our_own_script_and_style_in(page):
    *_, text, read = page
    (policy,) = [one["content"] for _, one in read.tags if "http-equiv" in one]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("script", "style"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = hashlib.sha256(inside.encode("utf-8")).digest()
        named = base64.b64encode(digest).decode("ascii")
        assert f"{tag}-src 'sha256-{named}'" in policy
    assert "unsafe" not in policy


def test_the_same_folder_gives_the_same_bytes(results, pages, tmp_path):
    for kind in ("compare", "sweep", "claims"):
        again = make_report(results[kind], out=tmp_path / kind, lang="ko", quiet=True)
        assert again.read_bytes().decode("utf-8") == pages[kind, "ko"]


def test_commands_write_the_same_page_beside_their_result(results, pages):
    for kind in KINDS[:5]:
        beside = (results[kind] / "report-en.html").read_bytes().decode("utf-8")
        assert beside == pages[kind, "en"]


def test_words_of_a_scenario_stay_words(pages):
    for lang, title in (
        ("en", "<script>alert(1)</script>"),
        ("ko", "</svg><img src=x onerror=alert(1)>"),
    ):
        for kind in ("compare", "run"):
            read = Reader(pages[kind, lang])
            assert any(title in one for one in read.said("h1"))
            assert sum(tag == "script" for tag, _ in read.tags) == 1
    read = Reader(pages["run", "en"])
    assert any(
        "{{ 7 * 7 }} --> ]]> <style>*{}</style>" in one for one in read.said("dd")
    )
    (question,) = [one for one in read.said("p") if one.startswith("What of")]
    assert question == "What of <b>markup</b> & a ⟨U+202E⟩turned⟨U+202C⟩ word?"
    assert "\u202e" not in pages["run", "en"]


# ------------------------------------------------------------------------ what it says


def figures_of(text):
    """Return the charts of a page: their captions, and the cells of the table below."""
    for found in re.finditer(
        r'<figure id="(\w+)"[^>]*>.*?<figcaption>(.*?)</figcaption>\s*</figure>(.*?)'
        r"(?=<figure|</section>)",
        text,
        re.DOTALL,
    ):
        name, caption, below = found.groups()
        cells = Reader(below.partition("</table>")[0]).said("td")
        yield name, Reader(f"<div>{caption}</div>").said("div"), cells


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["compare", "run"])
def test_every_number_of_a_caption_is_in_the_table_below(pages, kind, lang):
    told = 0
    for name, said, cells in figures_of(pages[kind, lang]):
        if name == "effects":
            continue  # counts, checked below
        assert cells, name
        for sentence in said:
            for figure in re.findall(FIGURE, sentence):
                told += 1
                assert figure.replace(" ", "\xa0") in cells, (name, figure)
    assert told


def test_the_tally_of_effects_is_that_of_the_saved_table(results, pages):
    table = pd.read_csv(results["compare"] / "table.csv")
    rows = table[(table["scenario"] == "evil") & table["outcome"].map(is_headline)]
    up, down = (rows["ci_low"] > 0).sum(), (rows["ci_high"] < 0).sum()
    still = (rows["unchanged"] == 1.0).sum()
    assert up + down > 0
    (caption,) = [
        said
        for name, said, _ in figures_of(pages["compare", "en"])
        if name == "effects"
    ]
    counts = [int(one) for one in NUMBER.findall(caption[-1])]
    assert counts == [len(rows), up, down, len(rows) - up - down - still, still]


def test_the_answer_is_that_of_the_saved_table(results, pages):
    table = pd.read_csv(results["compare"] / "table.csv").set_index(
        ["scenario", "outcome"]
    )
    row = table.loc[("evil", "threat_rok_of_nk")]
    read = Reader(pages["compare", "en"])
    (answer,) = [one for one in read.said("p") if one.startswith("Under evil, ")]
    sure = row["ci_low"] > 0 or row["ci_high"] < 0
    way = "higher" if row["difference"] > 0 else "lower"
    assert (f"is {way} than under short" if sure else "can be told from luck") in answer
    found = re.search(
        r"difference is (\S+) threat.*?interval,? (\S+) to ([^;,]+)", answer
    )
    told = [float(one.replace("−", "-")) for one in found.groups()]
    half = (row["ci_high"] - row["ci_low"]) / 2
    wanted = [row["difference"], row["ci_low"], row["ci_high"]]
    np.testing.assert_allclose(told, wanted, atol=0.06 * half)
    assert found[1] in " ".join(read.said("td"))


def test_a_sweep_says_what_drives_it(pages, results):
    table = pd.read_csv(results["sweep"] / "sensitivity-tornado.csv")
    read = Reader(pages["sweep", "en"])
    said, *again = [
        one for one in read.said("li") if one.startswith("What drives “military")
    ]
    assert all(said.startswith(one) for one in again)  # in the caption, without luck
    moving = table[
        (table["outcome"] == "spending.ROK 2022") & (table["verdict"] == "moves")
    ]
    assert set(moving["factor"]) <= {"adjustment.ROK", "arming_slope.ROK"}
    assert all(name in said for name in moving["factor"])
    assert "forum_fall" in " ".join(read.said("th"))


def test_a_sweep_without_saved_drivers_says_how_to_get_them(results, tmp_path):
    folder = tmp_path / "sweep"
    shutil.copytree(results["sweep"], folder)
    for file in folder.glob("sensitivity-*.csv"):
        file.unlink()
    page = make_report(folder, lang="en", quiet=True).read_text(encoding="utf-8")
    assert "dilemma sensitivity sweep --csv" in page
    assert "<figure" not in page


def test_drivers_come_back_as_they_were_worked_out(results):
    folder = results["sweep"]
    fresh = _found(folder, [], None, "en", over_time=False, quiet=True)
    back = saved_drivers(folder)
    assert (back.method, back.source) == (fresh.method, fresh.source)
    for one, other in zip(back.drivers, fresh.drivers, strict=True):
        assert (one.outcome, one.order) == (other.outcome, other.order)
        assert one.verdicts == dict(other.verdicts)
        for column in ("value", "low", "high", "floor"):
            np.testing.assert_allclose(one.table[column], other.table[column], 1e-5)
        assert one.luck.share == pytest.approx(other.luck.share, 1e-5, nan_ok=True)


def test_a_sweep_whose_parts_are_missing_says_so(results, tmp_path):
    folder = tmp_path / "sweep"
    shutil.copytree(results["sweep"], folder)
    for file in (*folder.glob("sensitivity-*.csv"), *(folder / "parts").iterdir()):
        file.unlink()
    page = make_report(folder, lang="en", quiet=True).read_text(encoding="utf-8")
    assert "Missing: 56 of 56 futures" in page
    assert "nan" not in " ".join(Reader(page).said("main"))


def test_a_sweep_says_what_moved_nothing_and_what_matters_when(pages, results):
    read = Reader(pages["sobol", "en"])
    said = [one for one in read.said("p") if one.startswith("Moved none of these")]
    assert said == [
        "Moved none of these outcomes in any run (1; .*: of every state): forum_fall."
    ]
    table = pd.read_csv(results["sobol"] / "sensitivity-sobol-over-time.csv")
    totals = table[table["index"] == "ST"].pivot(
        index="factor", columns="time", values="value"
    )
    ((name, caption, cells),) = [
        one for one in figures_of(pages["sobol", "en"]) if one[0].startswith("course")
    ]
    assert name == "course_0"
    first, *_, last = re.findall(r"20\d\d", caption[-1])
    assert totals[int(last)].idxmax() in caption[-1]
    assert totals[int(first)].idxmax() in caption[-1]
    figures = re.findall(r"\d\.\d+", caption[-1])
    assert figures
    assert set(figures) <= set(cells)


def test_courses_come_back_as_they_were_worked_out(results):
    folder = results["sobol"]
    fresh = _found(folder, [], None, "en", over_time=True, quiet=True)
    back = saved_courses(folder)
    assert (back.method, back.source) == (fresh.method, fresh.source)
    for one, other in zip(back.courses, fresh.courses, strict=True):
        assert (one.series, one.order) == (other.series, other.order)
        np.testing.assert_allclose(one.table["value"], other.table["value"], 1e-5)
    idle = _found(folder, [], None, "en", over_time=False, quiet=True).idle
    assert [one.name for one in saved_drivers(folder).idle] == [
        one.name for one in idle
    ]


def test_pairs_that_do_something_together_are_listed(results, tmp_path):
    folder = tmp_path / "sweep"
    shutil.copytree(results["sobol"], folder)
    file = folder / "sensitivity-sobol.csv"
    table = pd.read_csv(file)
    pairs = table.index[table["index"] == "S2"]
    table.loc[pairs, ["value", "low", "high"]] = (0.0, -0.1, 0.1)
    table.to_csv(file, index=False)
    page = make_report(folder, lang="en", quiet=True).read_text(encoding="utf-8")
    assert "no pair of factors can be told to do anything" in page
    table.loc[pairs[0], ["value", "low", "high"]] = (0.25, 0.125, 0.375)
    table.to_csv(file, index=False)
    page = make_report(folder, lang="en", quiet=True).read_text(encoding="utf-8")
    after = page[page.index("what pairs of factors do only together") :]
    read = Reader(after.partition("</table>")[0])
    assert table.loc[pairs[0], "factor"] in read.said("th")
    assert "0.25" in " ".join(read.said("td"))


def test_a_sweep_without_courses_says_how_to_get_them(results, tmp_path):
    folder = tmp_path / "sweep"
    shutil.copytree(results["sobol"], folder)
    (folder / "sensitivity-sobol-over-time.csv").unlink()
    page = make_report(folder, lang="en", quiet=True).read_text(encoding="utf-8")
    assert "dilemma sensitivity sweep --csv --over-time" in page
    (folder / "sensitivity-sobol-over-time.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="is no table of this sweep"):
        make_report(folder, lang="en", quiet=True)


@pytest.mark.parametrize("kind", ["compare", "run"])
def test_all_pairs_of_states_are_drawn_and_told(pages, results, kind):
    names = [name for name, *_ in figures_of(pages[kind, "en"])]
    assert names[-2:] == ["threat_matrix", "ties_network"]
    bands = pd.read_parquet(results[kind] / "bands.parquet")
    last = bands[bands["month"] == bands["month"].max()].set_index("series")
    ties = last[last.index.str.startswith("depth.")]
    for lang, said in (
        ("en", "deep enough to promise armed help"),
        ("ko", "군사 원조를"),
    ):
        (told,) = [
            sentence
            for name, caption, _ in figures_of(pages[kind, lang])
            if name == "ties_network"
            for sentence in caption
            if said in sentence
        ]
        deep = ties[ties["mean"] >= PROMISE].groupby("scenario").size().unique()
        assert {int(one) for one in re.findall(r"\d+", told)} >= {
            *deep,
            len(PAIRS_OF_STATES),
        }


def test_a_folder_without_all_pairs_has_no_chart_of_them(results, tmp_path):
    folder = tmp_path / "run"
    shutil.copytree(results["run"], folder)
    bands = pd.read_parquet(folder / "bands.parquet")
    bands[bands["series"] != "depth.NK.US"].to_parquet(folder / "bands.parquet")
    content = (folder / "bands.parquet").read_bytes()
    changed_manifest(
        **{
            "files__bands.parquet": {
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        }
    )(folder)
    page = make_report(folder, lang="en", quiet=True).read_text(encoding="utf-8")
    names = [name for name, *_ in figures_of(page)]
    assert names[-1] == "threat_matrix"


def test_the_matrix_compares_alike_series_as_they_stand(results):
    bands = pd.read_parquet(results["compare"] / "bands.parquet")
    ends = bands[bands["month"] == bands["month"].max()]
    mean = ends.pivot(index="series", columns="scenario", values="mean")
    threats = mean[mean.index.str.startswith("felt_threat.")]
    apart = (threats["evil"] - threats["short"]).abs()
    panel = next(one for one in THREATS.panels if one.series == apart.idxmax())
    told = seen(bands, THREATS, "en", most=4, alike=True)
    assert panel.title["en"] in told.words[0]
    assert len(told.table.groups[0].rows) == 4
    assert "the 4 of 30" in told.table.caption


def test_log_scores_of_a_hindcast_are_those_of_its_table(pages, results):
    table = pd.read_csv(results["hindcast"] / "hindcast.csv")
    origin = table["origin"].min()
    mine = table[(table["forecaster"] == MODEL) & (table["origin"] == origin)]
    scores = mine["log_score"].dropna()
    text = pages["hindcast", "en"]
    after = text[text.index(f"Fitted to {origin}: log scores") :]
    rows = Reader(after.partition("</table>")[0])
    cells = [one.strip().replace("−", "-") for one in rows.said("td")]
    shown = [float(one) for one in cells[::2]]
    np.testing.assert_allclose(sorted(shown), sorted(scores), atol=0.0051)


# -------------------------------------------------------------- what it was made from


def test_a_page_of_claims_says_how_they_were_tried(pages, results):
    manifest = json.loads((results["claims"] / "manifest.json").read_text("utf-8"))
    assert manifest["asked"]["claims"] == ["X03"]
    assert set(manifest["files"]) == {"claims.csv", "claims.md", "claims.png"}
    for lang in LANGS:
        read = Reader(pages["claims", lang])
        told = " ".join(read.said("dd"))
        for one in (manifest["finished"], manifest["inputs"], manifest["source"]):
            assert one in told
        assert "numpy" in told
        assert (
            "dilemma claims X03 --points 8 --lucks 2 --seed 0 --out claims"
            in read.said("code")
        )
        cells = " ".join(read.said("td"))
        for file in manifest["files"].values():
            assert file["sha256"] in cells


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_of_a_hindcast_says_how_it_was_fitted(results, tmp_path, lang):
    folder = tmp_path / "hindcast"
    shutil.copytree(results["hindcast"], folder)
    plain = make_report(folder, lang=lang, quiet=True).read_text("utf-8")
    asked = Asked(
        lens="none",
        quick=True,
        fast=False,
        seed=5,
        workers=None,
        out=tmp_path,
        lang=lang,
        quiet=True,
    )
    sign(folder, ["hindcast.csv"], asked.made("hindcast"))
    read = Reader(make_report(folder, lang=lang, quiet=True).read_text("utf-8"))
    again = "dilemma hindcast --lens none --quick --seed 5 --csv hindcast"
    assert again in read.said("code")
    assert again not in plain
    (kind,) = [
        text
        for within, text in read.text
        if within[-2:] == ("header", "p") and text.strip()
    ][:1]
    for one in ("--quick", "none", "5"):
        assert one in kind
    assert "--quick" in " ".join(read.said("dd"))
    assert any("--quick" in one for one in read.said("p") if one != kind)
    with (folder / "hindcast.csv").open("a") as file:
        file.write("\n")
    with pytest.raises(InputError, match=r"hindcast\.csv was changed since"):
        make_report(folder, lang=lang, quiet=True)


def test_tables_without_a_page_of_their_own_are_said_to_have_none(tmp_path):
    write_tables(tmp_path, {"loops": pd.DataFrame({"a": [1]})})
    made = Made(command="loops", options=[], inputs={}, started=0.0)
    sign(tmp_path, ["loops.csv"], made)
    with pytest.raises(InputError, match="is of loops, and there is no report of that"):
        make_report(tmp_path, lang="en", quiet=True)


def test_tables_are_not_run_again_but_their_command_is_named(results):
    with pytest.raises(InputError, match="dilemma claims X03 --points 8") as refused:
        request_of(read_manifest(results["claims"]))
    assert "\n" not in str(refused.value)


def test_claims_touched_share_a_cause_or_an_outcome_the_nearest_first():
    found = touched({"harris", "trump"}, {"talking"})
    assert next(iter(found)) == "H28"
    assert "talking" in found["H28"].series
    sizes = [one.nearness for one in found.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert touched({"baseline"}, set()) == {}
    assert not touched({"no_such_parameter"}, {"no_such.series"})
    assert series_of(["threat_rok_of_nk", "spending.ROK 2030"]) == {
        "felt_threat.ROK.NK",
        "spending.ROK",
    }


def test_verdicts_on_the_page_are_the_committed_ones(pages):
    table = pd.read_csv(ROOT / CARRIED["claims.csv"])
    near = list(touched({"linkage", "adjustment"}, {"felt_threat.ROK.NK"}))[:6]
    counted = Counter(table.loc[table["claim"].isin(near), "verdict"])
    text = pages["run", "en"]
    section = text[text.index('id="claims"') : text.index('id="assumptions"')]
    shown = Counter(
        one.strip()
        for one in Reader(section.partition("</table>")[0]).said("td")
        if one.strip() in counted
    )
    assert shown == counted
    headings = Reader(section).said("th")
    for name in near:
        said = f"{name} {' '.join(claims()[name].words.en.split())}"
        assert any(one.startswith(said) for one in headings), name


def test_a_citation_has_version_year_and_result():
    said = cited("1.2.3", "2026-11-28T02:43:53+00:00", "compare-123")
    assert "(2026)" in said.text
    assert "version 1.2.3" in said.text
    assert "Result compare-123." in said.text
    assert said.bibtex.startswith("@software{")
    assert said.bibtex.count("{") == said.bibtex.count("}")
    strange = cited("1; rm -rf", "long ago", "x")
    assert "rm -rf" not in strange.text + strange.bibtex
    assert "year" not in strange.bibtex


def test_what_a_wheel_carries_is_where_the_checkout_keeps_it():
    for name, place in CARRIED.items():
        assert carried(name) == ROOT / place
        assert carried(name).is_file()


# --------------------------------------------------------------------- how it is drawn


def test_a_chart_inside_a_page_is_small_plain_and_where_it_was():
    from analysis.charts.style import blank

    rng = np.random.default_rng(1)
    figure = blank(4, 3)
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    x, y = np.arange(400.0), rng.normal(size=400).cumsum()
    axes.plot(x, y, solid_joinstyle="bevel")
    axes.set_title("<&> -->")
    body, width, height = inline_svg(figure, "one")
    assert (width, height) == (288, 216)
    assert inline_svg(figure, "one")[0] == body
    assert not re.search(r"style|<!--|xlink|metadata", body)
    assert all(one.startswith("one-") for one in re.findall(r' id="([^"]*)"', body))
    (curve,) = [
        one for one in re.findall(r' d="(M[^"]*)"', body) if one.count(" ") > 200
    ]
    first, rest = re.fullmatch(r"M(\S+ \S+?)l(.*)", curve).groups()
    steps = np.array(rest.split(), dtype=float).reshape(-1, 2)
    drawn = np.vstack([[0, 0], steps.cumsum(axis=0)]) + np.array(first.split(), float)
    wanted = axes.transData.transform(np.column_stack([x, y]))
    wanted = np.column_stack([wanted[:, 0], 3 * figure.dpi - wanted[:, 1]])
    wanted *= 72 / figure.dpi
    inside = wanted[np.isclose(wanted[:, None], drawn, atol=0.11).all(-1).any(1)]
    assert len(inside) > 0.5 * len(drawn)
    np.testing.assert_allclose(drawn[[0, -1]], wanted[[0, -1]], atol=0.11)


@pytest.mark.parametrize(
    ("kind", "without"), [("compare", 1), ("run", 0), ("sobol", 0), ("claims", 1)]
)
def test_numbers_below_a_chart_are_folded_and_left_out_on_paper(pages, kind, without):
    text = pages[kind, "en"]
    read = Reader(text)
    charts = sum(tag == "svg" for tag, _ in read.tags)
    folded = re.findall(r"<details>\s*<summary id=\"([^\"]+)\">", text)
    assert sum(one.endswith("-table") for one in folded) == charts - without
    assert not any("open" in one for tag, one in read.tags if tag == "details")
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    printed = style[style.index("@media print") :]
    assert re.search(r"details:not\(\[open\]\) \{ display: none; \}", printed)


def test_paper_holds_two_flat_charts_or_a_tall_one(pages):
    shapes = {}
    for found in re.finditer(
        r'<figure id="(\w+)" class="(\w+)">.*?viewBox="0 0 (\d+) (\d+)"',
        pages["compare", "en"],
        re.DOTALL,
    ):
        name, shape, width, height = found.groups()
        shapes[name] = shape
        assert (int(height) > int(width)) == (shape == "tall")
    assert shapes["effects"] == "tall"
    assert {shapes["threat"], shapes["threat_matrix"]} <= {"flat", "wide", "square"}


@pytest.mark.parametrize("theme", [0, 1])
def test_letters_stand_out_from_the_paper_in_the_light_and_in_the_dark(theme):
    style = (Path(rendering.__file__).parent / "templates" / "page.css").read_text(
        "utf-8"
    )
    block = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[theme]
    colors = dict(re.findall(r"--(\w+): #(\w+)", block))

    def light(name):
        full = (
            colors[name]
            if len(colors[name]) == 6
            else "".join(2 * one for one in colors[name])
        )
        parts = np.array([int(full[k : k + 2], 16) / 255 for k in (0, 2, 4)])
        linear = np.where(
            parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4
        )
        return float(linear @ [0.2126, 0.7152, 0.0722])

    paper = light("paper")
    for name in ("ink", "pale", "link"):
        low, high = sorted((paper, light(name)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


# ------------------------------------------------------------------- what it refuses


def without(name):
    def change(folder):
        (folder / name).unlink()

    return change


def two_kinds(folder):
    (folder / "manifest.json").unlink()
    (folder / "hindcast.csv").write_text("a\n1\n")


def changed_table(folder):
    with (folder / "table.csv").open("a", encoding="utf-8") as file:
        file.write(" ")


def changed_manifest(**new):
    def change(folder):
        file = folder / "manifest.json"
        found = json.loads(file.read_text(encoding="utf-8"))
        for path, value in new.items():
            inner, *names = [found, *path.split("__")]
            for name in names[:-1]:
                inner = inner[name]
            inner[names[-1]] = value
        file.write_text(json.dumps(found), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("kind", "change", "says"),
    [
        ("compare", without("manifest.json"), "is no folder of results"),
        ("compare", without("table.csv"), "table.csv is missing"),
        ("compare", without("bands.parquet"), "bands.parquet is missing"),
        ("compare", changed_table, "table.csv was changed since it was written"),
        ("compare", changed_manifest(asked__scenarios=[]), "it names no scenario"),
        (
            "compare",
            changed_manifest(asked__scenarios=[{}]),
            "not valid with this source",
        ),
        ("compare", changed_manifest(asked__format="exe"), "format is unknown"),
        (
            "compare",
            changed_manifest(asked__runs="many"),
            "runs is 'many', no whole number",
        ),
        ("compare", changed_manifest(files={}), "'table.csv' is missing"),
        ("sweep", changed_manifest(experiment=3), "'experiment' is missing"),
        ("sweep", changed_manifest(points=3), "no whole manifest of a sweep"),
        (
            "claims",
            lambda folder: (folder / "claims.csv").write_text("a,b\n1,2\n"),
            "is no table of claims",
        ),
        (
            "claims",
            lambda folder: (folder / "claims.csv").write_text("claim\nZ99\n"),
            "claims that the ledger does not have (Z99)",
        ),
        (
            "claims",
            two_kinds,
            "a report is about one result",
        ),
        (
            "hindcast",
            lambda folder: (folder / "hindcast.csv").write_text("a,b\n1,2\n"),
            "is not as this version writes results",
        ),
        (
            "hindcast",
            lambda folder: (folder / "hindcast.csv").write_text(""),
            "is no table that can be read",
        ),
    ],
)
def test_a_folder_that_is_not_whole_is_refused_and_nothing_written(
    results, tmp_path, kind, change, says
):
    folder = tmp_path / "result"
    shutil.copytree(results[kind], folder)
    (folder / "report-en.html").unlink(missing_ok=True)
    change(folder)
    with pytest.raises(InputError, match=re.escape(says)) as refused:
        make_report(folder, out=tmp_path / "out", lang="en", quiet=True)
    assert "\n" not in str(refused.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("report", "nowhere"), "nowhere is no folder"),
        (("report", "."), "did you mean"),
        (("report", "made", "--out", "file"), "--out file is a file"),
        (("report", "made", "--ledger", "file"), "--ledger is for results of claims"),
        (("claims", "X03", "--report"), "--report needs --out"),
        (("hindcast", "--quick", "--report"), "--report needs --csv"),
        (("sweep", "first_look", "--shard", "1/2", "--report"), "--report needs all"),
    ],
)
def test_what_is_asked_for_wrongly_is_said_in_one_line(
    refuse, results, tmp_path, line, says
):
    shutil.copytree(results["run"], tmp_path / "made")
    (tmp_path / "file").write_text("")
    before = sorted(tmp_path.rglob("*"))
    done = refuse(*line, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_missing_package_or_browser_is_named_before_anything_is_done(
    results, tmp_path, monkeypatch
):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    with pytest.raises(InputError, match=r"chromium, .*google-chrome.* none is on"):
        make_report(
            results["claims"], pdf=True, out=tmp_path / "o", lang="en", quiet=True
        )
    monkeypatch.setattr(rendering, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"jinja2; install it with: pip install"):
        make_report(results["claims"], out=tmp_path / "o", lang="en", quiet=True)
    assert not list(tmp_path.iterdir())


def test_an_interrupted_page_leaves_nothing_behind(results, tmp_path, monkeypatch):
    folder = tmp_path / "claims"
    shutil.copytree(results["claims"], folder)
    (folder / "report-en.html").write_text("the last one")
    before = sorted(folder.iterdir())

    def interrupt(number):
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.sweeps.store.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        make_report(folder, lang="en", quiet=True)
    assert sorted(folder.iterdir()) == before
    assert (folder / "report-en.html").read_text() == "the last one"


def test_a_browser_that_fails_leaves_nothing_behind(results, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "browser", lambda: "false")
    monkeypatch.setattr(making, "check_report", lambda *_, **__: None)
    with pytest.raises(OSError, match="did not print the page"):
        make_report(
            results["claims"], pdf=True, out=tmp_path / "o", lang="en", quiet=True
        )
    assert not (tmp_path / "o").exists()


def test_a_page_is_printed_where_a_browser_is(results, tmp_path):
    try:
        pdf.browser()
    except InputError as missing:
        pytest.skip(str(missing))
    make_report(results["claims"], pdf=True, out=tmp_path, lang="ko", quiet=True)
    assert {one.name for one in tmp_path.iterdir()} == {
        "report-ko.html",
        "report-ko.pdf",
    }
    assert (tmp_path / "report-ko.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "alliance commitment, United States, from 2025-01"),
        ("ko", "동맹 공약의 굳기, 미국, 2025-01부터"),
    ],
)
def test_what_differs_is_said_in_words_beside_its_path(lang, said):
    found = {
        one.path: one.named(lang)
        for one in changes(load_scenario("baseline"), load_scenario("trump"))
    }
    assert found["administrations.2025-01.alliance_commitment.US"] == said
    levers = changes(load_scenario("baseline"), load_scenario("sanctions_decay"))
    assert {one.named(lang) for one in levers if one.path.startswith("levers")} == {""}
