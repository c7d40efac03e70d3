"""The sandbox in a real browser, and its files at the command line."""

import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis.catalogue import OUTCOMES
from analysis.classroom.desk import Question, answers
from analysis.classroom.settings import Setting
from analysis.interfaces.classroom.pages import LARGEST_BODY
from sim.scenario import load_scenario

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

WARDEN = "<img src=x onerror=alert(1)>"


def wait_until_ready(page):
    page.get_by_role("status").filter(has_text=re.compile("256 futures, 20")).wait_for()


def choose(page, label, typed, option):
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(typed)
    page.get_by_role("option", name=option).first.click()


def put_together(page):
    """Choose a world, a theory, a parameter and a mechanism, and wait."""
    wait_until_ready(page)
    choose(page, "Scenario", "harris", "Harris (harris)")
    wait_until_ready(page)
    choose(page, "Theory", "offensive", "Offensive realism")
    page.get_by_role("cell", name="parameters.ambition.NK").wait_for()
    choose(page, "Move a parameter", "arming_slope.ROK", "(arming_slope.ROK)")
    dial = page.get_by_role("slider", name=re.compile("South Korea"))
    dial.wait_for()
    dial.focus()
    page.keyboard.press("End")
    page.get_by_text("Mechanisms (strength 0 switches one off)").click()
    page.get_by_role("switch", name=re.compile("^vetoes:")).click()
    page.get_by_role("cell", name="mechanisms.vetoes").wait_for()
    page.get_by_role("cell", name="parameters.arming_slope.ROK").wait_for()
    wait_until_ready(page)


def saved(page, folder, name="mine"):
    page.get_by_role("textbox", name="Name of the scenario").fill(name)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a scenario file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def outcomes_shown(page):
    """Return what the page says of each outcome that moved: label to value."""
    if page.get_by_text(re.compile(r"^\d+ more$")).count():
        page.get_by_text(re.compile(r"^\d+ more$")).click()
    rows = page.locator("table.plain tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return {row[0]: row[2] for row in rows if len(row) == 6}


def test_what_is_put_together_is_a_file_that_runs_to_the_same_numbers(
    walk_in, tmp_path
):
    page = walk_in("/en/sandbox")
    put_together(page)
    shown = outcomes_shown(page)
    path = saved(page, tmp_path)
    scenario = load_scenario(path)
    assert scenario.name == "mine"
    assert scenario.lenses == {"all": "offensive_realism"}
    assert scenario.mechanisms["vetoes"] == 0.0
    assert scenario.parameters["arming_slope.ROK"] == 6.0
    command = page.get_by_text(re.compile("dilemma run mine.yaml")).text_content()
    arguments = re.search(r"dilemma (run .*)", command).group(1).split()
    ended = subprocess.run(
        [sys.executable, "-m", "analysis.interfaces.cli", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    (table,) = tmp_path.glob("out/run-*/outcomes.parquet")
    frame = pd.read_parquet(table)
    asked = Question(
        setting=Setting(scenario=scenario, lens="offensive_realism"),
        series=("front",),
        outcomes=tuple(OUTCOMES),
    )
    (answer,) = answers([asked], fast=True)
    compared = 0
    for name, outcome in OUTCOMES.items():
        values = frame[name].to_numpy(dtype=np.float64)
        np.testing.assert_array_equal(
            np.float32(values), np.float32(answer.outcomes[name])
        )
        label = next(
            (one for one in shown if outcome.label["en"] in one and name != "front"), ""
        )
        if label:
            compared += 1
            mean = np.mean(values)
            assert float(shown[label].replace(",", "")) == pytest.approx(
                mean, rel=6e-3, abs=1e-9
            )
    assert compared > 10


def test_a_file_comes_back_as_it_was(walk_in, tmp_path):
    page = walk_in("/en/sandbox")
    put_together(page)
    first = saved(page, tmp_path, "mine")
    other = walk_in("/en/sandbox")
    wait_until_ready(other)
    other.locator("input[type=file]").set_input_files(first)
    other.get_by_text("Loaded mine.").wait_for()
    other.get_by_role("cell", name="mechanisms.vetoes").wait_for()
    assert outcomes_shown(other) == outcomes_shown(page)
    again = tmp_path / "again"
    again.mkdir()
    second = saved(other, again, "mine")
    assert load_scenario(second) == load_scenario(first)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("question: [", "is not valid YAML"),
        (
            "from: baseline\nquestion: Q?\nparameters: {misperceptoin: 1}",
            "misperception",
        ),
        ("from: ../../etc/passwd\nquestion: Q?", "from"),
        ("a: &x [1]\nb: *x", "anchor"),
        ("\0", "binary"),
        ("from: baseline\nquestion: Q?\nname: ../up", "name"),
        ("question: Q?\nend: 2150-12\nstart: 1900-01", "1200|100 years"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(walk_in, tmp_path, content, said):
    page = walk_in("/en/sandbox")
    wait_until_ready(page)
    path = tmp_path / "bad.yaml"
    path.write_text(content, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(path)
    told = page.locator("p.bad[role=status]").filter(has_text=re.compile(said))
    told.wait_for()
    assert "Traceback" not in told.text_content()
    assert "/tmp" not in told.text_content()


def test_what_is_too_large_is_refused_before_it_is_read(classroom):
    httpx = pytest.importorskip("httpx")
    base, _ = classroom
    for size, status in ((LARGEST_BODY + 1, 413), (10, 405)):
        sent = httpx.post(f"{base}/en", content=b"x" * size)
        assert sent.status_code == status
    chunks = (b"x" for _ in range(10))  # of a length that nobody says
    assert httpx.post(f"{base}/en", content=chunks).status_code == 413


def test_names_are_text_and_never_markup(walk_in, tmp_path):
    page = walk_in("/en/sandbox")
    wait_until_ready(page)
    path = tmp_path / "markup.yaml"
    path.write_text(f'from: baseline\nquestion: "{WARDEN}"\n', encoding="utf-8")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_text("Loaded markup.").wait_for()
    page.get_by_role("textbox", name="Name of the scenario").fill(WARDEN)
    page.get_by_role("button", name="Save as a scenario file").click()
    page.locator("p.bad[role=status]").wait_for()
    assert page.locator("img").count() == 0


def test_the_sandbox_fits_a_phone(walk_in):
    page = walk_in("/ko/sandbox", width=360, dark=True)
    page.get_by_text(re.compile("미래 256개, 20")).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
