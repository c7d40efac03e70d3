"""Gains of loops: toys of known gain, an honest table, and the committed findings."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from analysis import loops as module
from analysis.charts.loops import NODES, causal_graph, loop_diagram
from analysis.loops import LINKS, LOOPS, gain, loops, response, verdict
from analysis.mechanisms import MECHANISMS
from sim.parameters import card_of
from sim.scenario import load_scenario

COMMITTED = Path(__file__).parents[2] / "docs" / "findings" / "loops.csv"
SURE = ("R6", "R7", "R13", "B6", "B11")
"""Loops whose gain a few runs tell."""


def toy(push, back, months=200, runs=64):
    """Return where a series ends that feeds a share of itself back, with luck."""
    luck = np.random.default_rng(0).normal(size=(months, runs))
    level = np.zeros(runs)
    for month in luck:
        level = push + back * level + 0.1 * month
    return level


@pytest.mark.parametrize("back", [0.5, 0.0, -0.5])
@pytest.mark.parametrize("relative", [False, True])
def test_a_toy_has_the_gain_that_arithmetic_gives_it(back, relative):
    pairs = [
        response(toy(1.0, share), toy(1.1, share), relative=relative)
        for share in (back, 0.0)
    ]
    found, error = gain(*pairs)
    expected = 0.0 if relative else 1.0 / (1.0 - back) - 1.0
    assert found == pytest.approx(expected, abs=4.0 * error + 1e-9)


def test_what_does_not_arrive_is_no_feedback_whatever_the_cut_does():
    loop = LOOPS["R7"]
    arms = module._arms(loop)
    rises = np.arange(8.0)
    still = {loop.id: rises, module._last(loop): rises}
    found = {arm: {**still, loop.id: rises + n**2} for n, arm in enumerate(arms)}
    line = module._line(loop, found)
    assert line["gain"] != 0.0
    assert line["verdict"] == "no measurable feedback"


def test_a_relative_response_is_a_ratio_of_means():
    found = response(np.array([1.0, 3.0]), np.array([2.0, 4.0]), relative=True)
    assert found.mean() == pytest.approx(0.5)


def test_a_nudge_that_does_nothing_has_no_gain():
    assert np.isnan(gain(np.ones(3), np.zeros(3))[0])


@pytest.mark.parametrize(
    ("found", "error", "expected"),
    [
        (0.1, 0.05, "amplifies"),
        (0.1, 0.06, "no measurable feedback"),
        (-0.1, 0.05, "damps"),
        (0.0, 0.0, "no measurable feedback"),
        (float("nan"), float("nan"), "no measurable feedback"),
    ],
)
def test_verdicts_at_their_boundaries(found, error, expected):
    assert verdict(found, error) == expected


@pytest.mark.parametrize("name", ["R7", "R10", "B6"])
def test_a_loop_that_is_cut_has_nothing_left_to_add(name, monkeypatch):
    one = LOOPS[name]
    short = replace(one, months=24, held={**one.held, **one.cut})
    monkeypatch.setattr(module, "LOOPS", {name: short})
    gains, _ = loops(4, only=[name])
    assert gains.loc[0, "cut"] != 0.0
    assert gains.loc[0, "gain"] == 0.0


def test_an_arm_is_the_same_alone_and_beside_others(monkeypatch):
    both = {name: replace(LOOPS[name], months=12) for name in ("B8", "B11")}
    monkeypatch.setattr(module, "LOOPS", both)
    alone = loops(4, only=["B8"])[0].loc[0, "intact"]
    assert loops(4, only=["B11", "B8"])[0].loc[1, "intact"] == alone


@pytest.mark.parametrize("loop", LOOPS.values(), ids=LOOPS)
def test_what_a_loop_names_exists(loop):
    from sim.ensemble import run

    short = module.shortened(load_scenario(loop.scenario), 1)
    history = run(short, runs=1, keep=None)
    for node in loop.series:
        for key in node:
            assert history.series(*key.split(".")).shape[-1] == 1
    for settings in (loop.nudge, loop.cut, loop.held):
        for name, value in settings.items():
            card, state = card_of(name)
            low, high = card.range(state)
            assert low <= value <= high
    assert loop.nudge.keys().isdisjoint(loop.cut)
    assert loop.nudge.keys().isdisjoint(loop.held)
    assert all(name not in load_scenario(loop.scenario).levers for name in loop.cut)


def test_the_loops_are_the_27_of_the_papers_and_come_round():
    names = [f"R{n}" for n in range(1, 17)] + [f"B{n}" for n in range(1, 12)]
    assert list(LOOPS) == names
    for loop in LOOPS.values():
        kinds = {"R": "reinforcing", "B": "balancing"}
        assert loop.kind == kinds[loop.id[0]]
        assert loop.path[0] == loop.path[-1]
        assert len(loop.series) == len(loop.path) - 1


def test_every_link_is_one_of_the_register_between_two_nodes():
    assert {end for link in LINKS for end in (link.tail, link.head)} == set(NODES)
    for link in LINKS:
        assert MECHANISMS[link.mechanism].link is not None


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_diagram_shows_every_link_and_keeps_in_its_frame(lang):
    import pandas as pd

    table = pd.DataFrame(
        [
            {**vars_of(link), "strength": 1.0 - place % 2 * 2.0, "error": 0.1}
            for place, link in enumerate(LINKS)
        ]
    )
    clear = [ends[2]["clear"] for ends in causal_graph(table).edges(data=True)]
    assert len(clear) == len(LINKS)
    assert 0 < sum(clear) < len(clear)
    figure = loop_diagram(table, lang=lang)
    figure.canvas.draw()
    (axes,) = figure.axes
    frame = axes.get_window_extent()
    for patch in axes.patches:
        box = patch.get_window_extent()
        assert frame.x0 <= box.x0
        assert box.x1 <= frame.x1
        assert frame.y0 <= box.y0
        assert box.y1 <= frame.y1


def vars_of(link):
    return {"tail": link.tail, "head": link.head, "sign": link.sign}


def test_wrong_options_end_with_2(capsys):
    from analysis.interfaces.cli import app
    from analysis.interfaces.stops import guarded

    for words in (["--runs", "1"], ["--workers", "0"], ["--lang", "fr"], ["--nope"]):
        called = ["loops", *words]
        assert guarded(lambda called=called: app(called, standalone_mode=False)) == 2
        assert "dilemma:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("The spiral", "damps", "2%")), ("ko", ("이득", "감쇠"))],
)
def test_the_command_prints_every_loop_and_draws(
    lang, words, tmp_path, monkeypatch, capsys
):
    import pandas as pd

    from analysis.interfaces.findings import show_loops

    found = [pd.read_csv(COMMITTED.with_name(f"{n}.csv")) for n in ("loops", "links")]
    monkeypatch.setattr(module, "loops", lambda *_, **__: found)
    show_loops(2, 0, 1, tmp_path / "csv", tmp_path, lang, quiet=True)
    printed = capsys.readouterr().out
    for word in (*LOOPS, *words):
        assert word in printed
    assert (tmp_path / "loops.png").stat().st_size > 0
    assert {one.name for one in (tmp_path / "csv").iterdir()} == {
        "loops.csv",
        "links.csv",
        "manifest.json",
    }


@pytest.mark.slow
def test_the_committed_table_is_what_comes_out():
    """Changing it needs an entry in docs/decisions.md; it is made of more runs."""
    with COMMITTED.open(encoding="utf-8", newline="") as file:
        lines = {row["loop"]: row for row in csv.DictReader(file)}
    assert list(lines) == list(LOOPS)
    message = (
        "the gains have changed: run `dilemma loops --csv docs/findings`, and say in"
        " docs/decisions.md what changed them"
    )
    for now in loops(128, 0, only=SURE)[0].to_dict("records"):
        was = lines[now["loop"]]
        assert was["verdict"] == now["verdict"], message
        apart = float(was["gain"]) - now["gain"]
        assert abs(apart) < 0.005 + (now["high"] - now["low"]), message
