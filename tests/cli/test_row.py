"""One run of a result again: identical, or where it parts; what old results need."""

import json
import shutil

import numpy as np
import pandas as pd
import pytest
import typer

import sim
from analysis.interfaces.again import request_of, show_saved
from analysis.interfaces.futures import outcome_table, series_labels
from analysis.interfaces.manifest import LARGEST, made_elsewhere, read_manifest
from analysis.interfaces.row import Difference, chosen, first_difference, run_row
from analysis.interfaces.saving import FORMATS, Series, load_row, save
from analysis.outcomes import OUTCOMES
from sim.errors import InputError
from sim.state import SERIES

pytestmark = pytest.mark.xdist_group("results")
COMMIT = "1a2b3c4d5e" * 4


def alter(result, **update):
    """Return the manifest with some of it replaced, written back."""
    path = result / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest.update(update)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    return manifest


def older(result, **update):
    """Make a result look like that of an older version."""
    manifest = alter(result)
    versions = {**manifest["versions"], "dilemma": "0.0.9"}
    commit = {"commit": COMMIT, "dirty": False}
    return alter(result, **{"versions": versions, "commit": commit, **update})


# -------------------------------------------------------------------------- comparing


@pytest.fixture(scope="module")
def histories():
    short = sim.load_scenario("baseline").model_copy(update={"end": "2022-06"})
    cut = short.with_parameters(linkage=0.0).model_copy(update={"name": "cut"})
    return [sim.run(one, runs=4, seed=2, outcomes=OUTCOMES) for one in (short, cut)]


@pytest.fixture(params=FORMATS)
def saved(request, histories, tmp_path):
    """Return a form and a folder with the tables of two scenarios, two runs kept."""
    save(outcome_table(histories), tmp_path / "outcomes", request.param)
    with Series(tmp_path / "series", request.param, series_labels()) as book:
        for one in histories:
            book.add(one.scenario.name, one.select([0, 1]).wide())
    return request.param, tmp_path


@pytest.mark.parametrize("row", [0, 1])
def test_a_row_alone_is_what_was_saved_in_any_form(saved, histories, row):
    form, folder = saved
    for one in histories:
        alone = sim.run(one.scenario, luck_ids=[row], seed=2, outcomes=OUTCOMES)
        tables = [
            load_row(folder / name, form, one.scenario.name, row)
            for name in ("outcomes", "series")
        ]
        assert [len(table) for table in tables] == [1, 7]
        assert first_difference(alone, *tables) is None


def test_a_row_that_is_not_there_has_no_lines(saved):
    form, folder = saved
    assert load_row(folder / "series", form, "cut", 2).empty
    assert load_row(folder / "outcomes", form, "none", 0).empty
    assert len(load_row(folder / "outcomes", form, "cut", 2)) == 1


def lines(history, row):
    """Return the lines of a run as tables, and the run alone."""
    alone = history.select([row])
    wide = alone.wide()
    return alone, outcome_table([alone]), wide


def test_the_first_difference_is_the_earliest_month_then_the_first_series(histories):
    alone, outcomes, wide = lines(histories[0], 1)
    early, late = alone.keys[9], alone.keys[3]
    wide.loc[5, late] += 1.0
    wide.loc[4, early] += 1.0
    wide.loc[4, alone.keys[20]] += 1.0
    value = float(alone.series(early)[4, 0])
    found = first_difference(alone, outcomes, wide)
    assert found == Difference(early, float(np.float32(value + 1)), value, "2022-04")


def test_the_last_bit_of_a_number_counts(histories):
    alone, outcomes, wide = lines(histories[0], 0)
    name = "burden_rok"
    before = outcomes.loc[0, name]
    outcomes.loc[0, name] = np.nextafter(before, 9.0)
    found = first_difference(alone, outcomes, wide)
    assert (found.name, found.month, found.new) == (name, "", before)
    assert found.saved != before
    nothing = pd.DataFrame()
    assert first_difference(alone, outcomes_of(alone), nothing) is None


def outcomes_of(history):
    return outcome_table([history])


def test_a_series_that_was_not_saved_is_a_difference(histories):
    alone, outcomes, wide = lines(histories[0], 0)
    found = first_difference(alone, outcomes, wide.drop(columns="burden.ROK"))
    assert (found.name, found.month) == ("burden.ROK", "2021-12")
    assert np.isnan(found.saved)


# ------------------------------------------------------------------------ the command


def test_an_honest_result_is_identical(dilemma, compared):
    folder, result = compared
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    ended = dilemma("rerun", result, "--row", "1", "--check", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        f"{name}, run 1: identical"
        f" ({len(OUTCOMES)} outcomes, {len(SERIES)} series over 12 months)"
        for name in ("short", "cut")
    ]
    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def told(capsys, result, row, scenario=None, lang="en"):
    """Return the exit code of a row run again in this process, and what it printed."""
    try:
        run_row(result, row, scenario, lang, quiet=False)
        code = 0
    except typer.Exit as end:
        code = end.exit_code
    return code, capsys.readouterr().out.splitlines()


def test_a_changed_table_shows_its_first_difference(capsys, compared):
    result = compared[1]
    path = result / "series.parquet"
    table = pd.read_parquet(path)
    here = (table["scenario"] == "cut") & (table["row"] == 1)
    place = table.index[here & (table["month"] == "2022-05")][0]
    honest = table.loc[place, "burden.ROK"]
    table.loc[place, "burden.ROK"] = np.float32(honest + 0.5)
    table.to_parquet(path, index=False)
    code, said = told(capsys, result, 1, "cut", "ko")
    assert code == 1
    assert said[0].startswith("cut, 1번 실행: 처음 달라지는 곳은 2022-05, burden.ROK:")
    assert f"새 값 {float(honest)!r}" in said[0]
    assert said[1:] == ["저장된 뒤에 바뀐 표: series.parquet."]
    assert told(capsys, result, 0, "cut")[0] == 0


def test_a_scenario_without_a_row_is_told_in_one_line(dilemma, compared):
    folder, result = compared
    ended = dilemma("rerun", result, "--scenario", "cut", cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "--scenario belongs to --row" in ended.stderr


def test_rows_and_scenarios_that_are_not_there_are_refused(capsys, compared):
    result = compared[1]
    with pytest.raises(InputError, match="--row is 3; the result has the runs 0 to 2"):
        told(capsys, result, 3)
    with pytest.raises(InputError, match="did you mean 'cut'"):
        told(capsys, result, 1, "cot")


def test_a_manifest_without_its_tables_is_not_enough_for_a_row(capsys, compared):
    folder, result = compared
    shutil.copy(result / "manifest.json", folder / "alone.json")
    with pytest.raises(InputError, match="give the folder of the result"):
        told(capsys, folder / "alone.json", 1)


def test_a_table_that_cannot_be_read_is_told_in_one_line(capsys, compared):
    result = compared[1]
    (result / "series.parquet").write_bytes(b"no table")
    with pytest.raises(InputError, match="cannot be read") as error:
        told(capsys, result, 1, "cut")
    assert "\n" not in str(error.value)


# ------------------------------------------------------------------------ old results


@pytest.mark.parametrize("options", [["--check"], ["--row", "1"], []], ids=" ".join)
def test_an_older_result_says_what_it_needs_in_one_line(dilemma, compared, options):
    folder, result = compared
    older(result)
    ended = dilemma("rerun", result, *options, cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "was made by dilemma 0.0.9" in ended.stderr
    assert f"'git checkout {COMMIT}', then install" in ended.stderr
    assert "--show" in ended.stderr


@pytest.mark.parametrize("form", [1, 2])
def test_the_table_of_an_older_result_is_shown_as_it_was(dilemma, compared, form):
    folder, result = compared
    older(result, format=form)
    ended = dilemma("rerun", result, "--show", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert "3 runs per scenario, seed 5, 2022-01 to 2022-12" in ended.stdout
    assert "cut against short" in ended.stdout
    assert f"Made by dilemma 0.0.9 ('git checkout {COMMIT}'" in ended.stdout


def test_a_result_without_a_table_cannot_be_shown(dilemma, compared):
    folder, result = compared
    older(result, asked={})
    ended = dilemma("rerun", result, "--show", cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "has no table that can be shown" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    (result / "table.csv").unlink()
    with pytest.raises(InputError, match="has no table that can be shown"):
        show_saved(result, "en")


def test_another_format_needs_the_version_that_wrote_it(compared):
    manifest = older(compared[1], format=2, asked={"other": "words"}, numbers=[])
    assert made_elsewhere(read_manifest(compared[1]))
    with pytest.raises(InputError, match=r"made by dilemma 0\.0\.9"):
        request_of(manifest)


def test_without_a_commit_only_the_version_is_named(compared):
    manifest = older(compared[1], commit=None)
    with pytest.raises(InputError, match=r"0\.0\.9, of which it records no commit"):
        request_of(manifest)


def test_what_a_manifest_says_is_not_repeated_if_it_is_no_version(compared):
    evil = {"dilemma": "0.1; rm -rf ~"}
    manifest = older(
        compared[1], versions=evil, commit={"commit": "\x1b[2J; reboot", "dirty": True}
    )
    with pytest.raises(InputError) as error:
        request_of(manifest)
    assert "rm" not in str(error.value).split()
    assert "reboot" not in str(error.value)
    assert "\x1b" not in str(error.value)


def test_an_unknown_parameter_names_the_source_that_had_it(compared):
    manifest = older(compared[1], versions={"dilemma": here()})
    manifest["asked"]["scenarios"][0]["parameters"]["once_upon_a_time"] = 1.0
    with pytest.raises(InputError, match=f"'git checkout {COMMIT}'") as error:
        request_of(manifest)
    assert "once_upon_a_time" in str(error.value)
    assert "\n" not in str(error.value)


def here():
    from sim.source import version_of

    return version_of("dilemma")


def test_the_same_version_of_another_source_is_run_and_told(capsys, compared):
    result = compared[1]
    manifest = alter(result, source="0" * 64)
    assert request_of(manifest).runs == 3
    assert told(capsys, result, 1, "short")[0] == 0
    table = pd.read_parquet(result / "outcomes.parquet")
    table.loc[table["row"] == 1, "front"] += 0.01
    table.to_parquet(result / "outcomes.parquet", index=False)
    code, said = told(capsys, result, 1, "short")
    assert code == 1
    assert said[0].startswith("short, run 1: first difference in front: saved")
    assert said[2] == "What changed since: the model's source."


def test_a_manifest_too_large_to_be_one_is_not_read(tmp_path):
    path = tmp_path / "manifest.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="too large"):
        read_manifest(path)


def test_a_result_of_one_scenario_needs_no_name(compared):
    request = request_of(alter(compared[1]))
    assert [one.name for one in chosen(request, None)] == ["short", "cut"]
    assert [one.name for one in chosen(request, "cut")] == ["cut"]
