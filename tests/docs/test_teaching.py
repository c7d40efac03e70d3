"""The teacher's pages: whole in both languages, and with figures that runs gave."""

import importlib.util
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.classroom.guide import COLUMNS, figures, steps
from analysis.classroom.lesson import lessons

ROOT = Path(__file__).parents[2]
TEACHING = ROOT / "docs" / "teaching"
FIGURES = ROOT / "docs" / "findings" / "lessons.csv"
NOTEBOOKS = sorted((TEACHING / "notebooks").glob("*.py"))
HANGUL = re.compile(r"[\uac00-\ud7a3]")


def kept():
    return pd.read_csv(FIGURES)


def test_the_key_has_every_step_of_every_lesson():
    table = kept()
    assert list(table.columns) == list(COLUMNS)
    expected = [
        (lesson.id, step.uncertainty, step.name, lesson.prediction.outcome)
        for lesson in lessons()
        for step in steps(lesson)
    ]
    found = table[["lesson", "uncertainty", "step", "outcome"]]
    assert list(found.itertuples(index=False, name=None)) == expected
    assert (
        (table["low"] <= table["change"]) & (table["change"] <= table["high"])
    ).all()


@pytest.mark.slow
def test_the_key_is_what_runs_give():
    now, then = figures(), kept()
    pd.testing.assert_frame_equal(now, then, rtol=1e-5, atol=1e-9, check_exact=False)


@pytest.mark.parametrize("page", ["index", "lessons", "worksheets", "answers", "game"])
def test_pages_come_in_pairs(page):
    english = (TEACHING / f"{page}.md").read_text(encoding="utf-8")
    korean = (TEACHING / f"{page}.ko.md").read_text(encoding="utf-8")
    assert f"({page}.ko.md)" in english
    assert f"({page}.md)" in korean
    assert len(HANGUL.findall(korean)) > 500
    for heading in ("## ", "| --- "):
        assert english.count(heading) == korean.count(heading)


@pytest.mark.parametrize("page", ["lessons.md", "lessons.ko.md"])
def test_every_lesson_has_a_plan_of_45_minutes(page):
    text = (TEACHING / page).read_text(encoding="utf-8")
    plans = re.split(r'^## <a id="(t\d+)"></a>', text, flags=re.M)
    assert plans[1::2] == [one.id.lower() for one in lessons()]
    for one, plan in zip(lessons(), plans[2::2], strict=True):
        title = one.title.ko if page.endswith(".ko.md") else one.title.en
        assert plan.startswith(f"{one.id}. {title}\n")
        spans = re.findall(r"^\| (\d+)–(\d+) \|", plan, re.M)
        minutes = [int(end) for span in spans for end in span]
        assert minutes[0] == 0
        assert minutes[-1] == 45
        assert minutes[1:-1:2] == minutes[2::2], "nothing is between two parts"


def test_no_plan_tells_what_comes_out():
    for page in ("lessons.md", "lessons.ko.md"):
        text = (TEACHING / page).read_text(encoding="utf-8")
        assert not re.search(r"\d\.\d|\d ?%", text)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.stem)
def test_notebooks_run_from_top_to_bottom(notebook, capsys):
    pytest.importorskip("marimo")
    spec = importlib.util.spec_from_file_location(notebook.stem, notebook)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, names = module.app.run()
    assert names
    assert len(capsys.readouterr().out.splitlines()) >= 2
    assert HANGUL.search(notebook.read_text(encoding="utf-8"))


def test_there_are_notebooks():
    assert len(NOTEBOOKS) == 3
