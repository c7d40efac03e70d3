"""One run, taken up to a month: saved, gone on, told in a table and a chart."""

import importlib.util
import sys

import numpy as np
import pytest

import sim
from analysis import charts
from analysis.bands import bands
from analysis.charts.panels import FORK
from analysis.interfaces.fork import MOST_RUNS, fork
from sim import Past
from sim.errors import InputError

pytestmark = pytest.mark.xdist_group("results")
LATER = (
    "from: baseline\nquestion: What if linkage ends in the autumn?\nend: 2022-12\n"
    "levers: {late: {parameter: linkage, from: 2022-09, until: 2022-10, to: 0}}\n"
)
needs_korean = pytest.mark.skipif(
    sys.platform.startswith("linux")
    and importlib.util.find_spec("pylopdf_fonts_ko") is None,
    reason="no Korean font",
)
OPTIONS = {
    "row": None,
    "month": None,
    "scenario": None,
    "under": (),
    "settings": (),
    "runs": 3,
    "seed": None,
    "save": None,
    "png": None,
    "workers": 1,
    "lang": "en",
    "quiet": True,
    "force": False,
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with two scenarios of a year and the past of two rows."""
    folder = tmp_path_factory.mktemp("fork")
    short = LATER.partition("levers")[0]
    (folder / "short.yaml").write_text(short, encoding="utf-8")
    (folder / "later.yaml").write_text(LATER, encoding="utf-8")
    (folder / "longer.yaml").write_text(
        LATER.replace("end: 2022-12", "end: 2023-03"), encoding="utf-8"
    )
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "short.yaml").write_text(LATER, encoding="utf-8")
    model = sim.StrategicModel(folder / "short.yaml", rows=2, seed=7)
    for _ in range(5):
        model.step()
    model.past().save(folder / "two.npz")
    model.past([1]).save(folder / "one.npz")
    (folder / "there.png").write_bytes(b"mine")
    return folder


@pytest.mark.slow
def test_a_run_is_saved_and_goes_on_under_another_scenario(dilemma, place, tmp_path):
    past = tmp_path / "past.npz"
    taken = ("--row", "3", "--month", "2022-06", "--seed", "5")
    ended = dilemma("fork", "short.yaml", *taken, "--save", past, cwd=place)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"The past of run 3 of short to the end of 2022-06: {past}\n"
    loaded = Past.load(past)
    assert (loaded.seed, loaded.month, list(loaded.luck_ids)) == (5, 6, [3])

    png = tmp_path / "fork.png"
    asked = ("--under", "later.yaml", "--runs", "4", "--workers", "1", "--png", png)
    ended = dilemma("fork", past, *asked, cwd=place)
    assert ended.returncode == 0, ended.stderr
    told = ended.stdout
    assert "run 3 of short to the end of 2022-06, seed 5; 4 futures each" in told
    assert "2022-07 to 2022-12" in told
    assert "median ±error (5–95%" in " ".join(told.split())
    assert "later against short" in told
    assert max(len(line) for line in told.splitlines()) <= 100
    assert png.read_bytes().startswith(b"\x89PNG")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fork.png", "past.npz"]


@needs_korean
def test_in_one_go_from_a_result_and_in_korean(dilemma, compared):
    folder, result = compared
    ended = dilemma(
        *("fork", result, "--row", "1", "--scenario", "short", "--month", "2022-03"),
        *("--set", "adjustment=40", "--runs", "2", "--workers", "1", "--lang", "ko"),
        *("--png", "charts/new/fork.png"),
        cwd=folder,
    )
    assert ended.returncode == 0, ended.stderr
    assert "short 시나리오의 1번 실행, 2022-03 말까지(시드 5)" in ended.stdout
    assert "중앙값 ±오차" in ended.stdout
    assert "short 대비 short, changed" in ended.stdout
    assert "Warning" not in ended.stderr
    assert (folder / "charts" / "new" / "fork.png").is_file()


def test_a_saved_past_goes_on_to_a_later_month(place, tmp_path):
    fork(str(place / "one.npz"), **OPTIONS | {"save": tmp_path / "on.npz"})
    later = {"save": tmp_path / "later.npz", "month": "2022-09"}
    fork(str(place / "one.npz"), **OPTIONS | later)
    assert Past.load(tmp_path / "on.npz").month == 5
    past = Past.load(tmp_path / "later.npz")
    model = sim.StrategicModel(place / "short.yaml", luck_ids=[1], seed=7)
    for _ in range(9):
        model.step()
    for key, value in model.snapshot().items():
        np.testing.assert_array_equal(past.arrays[key], value, err_msg=key)


def test_the_line_of_a_past_is_run_again_only_if_it_leads_there(place):
    from analysis.interfaces.fork import _again

    honest = Past.load(place / "one.npz")
    before = _again(honest, None)
    assert before.labels == tuple(f"2022-0{m}" if m else "2021-12" for m in range(6))
    last = before.series("burden", "ROK")[-1]
    assert last == honest.arrays["ROK.burden"].astype(np.float32)
    second = sim.resume(honest, place / "later.yaml", linkage=0.1)
    second.step()
    third = sim.resume(second.past(), honest.scenario)
    third.step()
    assert _again(third.past(), None) is None


WRONG = {
    "no month": ("short.yaml", {}, "say with --month"),
    "no such month": ("short.yaml", {"month": "2022-13"}, "--month is '2022-13' is no"),
    "a month before": ("short.yaml", {"month": "2021-11"}, "can be left from 2021-12"),
    "the last month": ("short.yaml", {"month": "2022-12"}, "to 2022-11"),
    "a month gone": ("one.npz", {"month": "2022-03"}, "goes to 2022-05 already"),
    "no row": ("short.yaml", {"month": "2022-03", "row": -1}, "counted from 0"),
    "which row": ("two.npz", {}, "holds 2 rows; say with --row"),
    "no such row": ("two.npz", {"row": 2}, "there is no row 2; rows 0 to 1"),
    "a seed": ("one.npz", {"seed": 1}, "--seed belongs to a scenario"),
    "a scenario": ("one.npz", {"scenario": "x"}, "--scenario belongs to a folder"),
    "no runs": ("one.npz", {"runs": 0}, "--runs is 0"),
    "many runs": ("one.npz", {"runs": MOST_RUNS + 1}, "from 1 to 20,000"),
    "no workers": ("one.npz", {"workers": 0}, "--workers is 0"),
    "longer": ("one.npz", {"under": ["longer.yaml"]}, "futures that are compared end"),
    "another start": ("one.npz", {"under": ["historical"]}, "starts in 2012-01"),
    "no such world": ("one.npz", {"under": ["trmp"]}, "did you mean 'trump'?"),
    "a twin": ("one.npz", {"under": ["elsewhere/short.yaml"]}, "called 'short'"),
    "settings": ("one.npz", {"settings": ["linkag=0"]}, "did you mean 'linkage'?"),
    "no .npz": ("one.npz", {"save": "past.npy"}, "must end in .npz"),
    "no .png": ("one.npz", {"png": "chart.svg"}, "must end in .png"),
    "in the way": ("one.npz", {"png": "there.png"}, "already; replace it with --force"),
    "no folder": ("one.npz", {"save": "short.yaml/past.npz"}, "it is no folder"),
    "none for it": ("one.npz", {"png": "short.yaml/x.png"}, "it is no folder"),
    "no past": ("three.npz", {}, "three.npz: cannot be read"),
    "no result": (".", {"month": "2022-03"}, "manifest.json"),
    "no name": ("basline", {"month": "2022-03"}, "did you mean 'baseline'?"),
}


@pytest.mark.parametrize(("source", "options", "said"), WRONG.values(), ids=WRONG)
def test_wrong_input_is_told_before_anything_is_run(
    place, monkeypatch, source, options, said
):
    from pathlib import Path

    monkeypatch.chdir(place)
    before = sorted(place.rglob("*"))
    for name in {"save", "png"} & set(options):
        options = {**options, name: Path(options[name])}
    with pytest.raises(InputError) as error:
        fork(source, **OPTIONS | options)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert sorted(place.rglob("*")) == before


def test_a_result_of_several_scenarios_asks_which(compared):
    with pytest.raises(InputError, match="--scenario whose run to take: short, cut"):
        fork(str(compared[1]), **OPTIONS | {"row": 1, "month": "2022-03"})
    one = {"row": 3, "month": "2022-03", "scenario": "cut"}
    with pytest.raises(InputError, match="the runs 0 to 2"):
        fork(str(compared[1]), **OPTIONS | one)


# -------------------------------------------------------------------------- the chart


@pytest.fixture(scope="module")
def split(place):
    past = Past.load(place / "one.npz")
    keys = [panel.series for panel in FORK.panels]
    futures = [
        bands(sim.run(sim.load_scenario(place / name), past=past, runs=3), keys)
        for name in ("short.yaml", "later.yaml")
    ]
    from analysis.interfaces.fork import _again

    return past, bands(_again(past, None), keys), futures


def test_one_line_splits_where_the_past_ends(split):
    import pandas as pd

    past, before, futures = split
    both = pd.concat(futures, ignore_index=True)
    figure = charts.fans(both, FORK, past=before)
    axes = figure.axes[0]
    line, rule = axes.lines[0], axes.lines[1]
    end = 2022 + past.month / 12
    assert line.get_xdata()[-1] == pytest.approx(end)
    assert set(rule.get_xdata()) == {line.get_xdata()[-1]}
    named = {one.get_label(): one for one in axes.lines}
    for name in ("short", "later"):
        future = named[name]
        assert future.get_xdata()[0] == line.get_xdata()[-1]
        assert future.get_ydata()[0] == line.get_ydata()[-1]
    assert len(axes.collections) == 4  # a fan each, and the error of its line
    assert axes.get_xlim()[0] == pytest.approx(2022.0)
