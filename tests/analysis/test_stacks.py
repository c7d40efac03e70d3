"""Stacks, the matrix of threat and the network of ties, through what was drawn."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from analysis import charts
from analysis.bands import bands
from analysis.charts.compositions import STACKS, THREAT_PARTS
from analysis.charts.curves import widest, written
from analysis.charts.matrix import dates_of
from analysis.charts.network import FAINTEST, PLACES, PROMISE, tie_graph
from analysis.parts import DYADS, TERMS, part, threat_parts
from sim.cast import DOMAINS, PAIRS, POSTURES, ROLES, STATES, THEATRES
from sim.ensemble import run
from sim.errors import InputError
from sim.scenario import load_scenario
from sim.state import SERIES


@pytest.fixture(scope="module")
def spread(world):
    made = [world("baseline", rows=20), world("trump", shift=0.5, rows=20)]
    return pd.concat([bands(one) for one in made], ignore_index=True)


def mean_of(spread, scenario, series):
    rows = spread[(spread["scenario"] == scenario) & (spread["series"] == series)]
    return rows["mean"].to_numpy(dtype=float)


def test_stacks_read_recorded_series_and_leave_no_member_out():
    shown = {
        part.series for chart in STACKS for row in chart.rows for part in row.parts
    }
    assert shown <= set(SERIES)
    assert {f"tests.NK.{one}" for one in DOMAINS} <= shown
    assert {f"technology.NK.{one}" for one in DOMAINS} <= shown
    assert {f"posture.NK.{one}" for one in POSTURES} <= shown
    assert {f"attention.US.{one}" for one in THEATRES} <= shown
    assert {f"role.China.{one}" for one in ROLES} <= shown


@pytest.mark.parametrize("chart", STACKS, ids=lambda chart: chart.name)
def test_a_column_for_each_scenario_and_a_row_for_each_stack(chart, spread):
    figure = charts.stacks(spread, chart, footer="20 runs")
    assert len(figure.axes) == 2 * len(chart.rows)
    assert len(figure.legends) == len(chart.rows)
    for key, row in zip(figure.legends, chart.rows, strict=True):
        named = {text.get_text() for text in key.get_texts()}
        assert named == {part.name["en"] for part in row.parts}


def test_bars_add_up_the_months_of_a_year(spread):
    (provocations,) = (one for one in STACKS if one.name == "provocations")
    axes = charts.stacks(spread, provocations).axes[1]  # trump
    first = provocations.rows[0].parts[0]
    bars = [one for one in axes.patches if isinstance(one, Rectangle)]
    months = mean_of(spread, "trump", first.series)[1:]
    np.testing.assert_allclose(
        [bar.get_height() for bar in bars[:13]], months.reshape(13, 12).sum(axis=1)
    )
    # The second part stands on the first.
    assert bars[13].get_y() == pytest.approx(bars[0].get_height())


def test_lines_are_the_means(spread):
    (technology,) = (one for one in STACKS if one.name == "technology")
    axes = charts.stacks(spread, technology).axes[0]
    for line, one in zip(axes.lines, technology.rows[0].parts, strict=True):
        np.testing.assert_allclose(
            line.get_ydata(), mean_of(spread, "baseline", one.series)
        )
        assert to_hex(line.get_color()) == one.color.lower()


def test_parts_differ_in_more_than_color():
    for chart in (*STACKS, THREAT_PARTS):
        for row in chart.rows:
            looks = [(part.color, part.hatch) for part in row.parts]
            assert len(set(looks)) == len(looks)


def test_a_series_that_is_not_there_is_named(spread):
    without = spread[spread["series"] != "posture.NK.offer"]
    with pytest.raises(InputError, match=r"posture\.NK\.offer"):
        charts.stacks(without, STACKS[0])


def test_the_matrix_shows_every_pair_at_three_dates(spread):
    figure = charts.threat_matrix(spread, footer="20 runs")
    assert len(figure.axes) == 6
    assert dates_of(spread) == ("2021-12", "2028-06", "2034-12")
    (cells,) = figure.axes[5].collections  # trump, at the end
    shown = np.ma.masked_invalid(cells.get_array())
    for down, one in enumerate(STATES):
        for across, other in enumerate(STATES):
            if one == other:
                assert np.isnan(np.ma.filled(shown, np.nan)[down, across])
            else:
                wanted = mean_of(spread, "trump", f"felt_threat.{one}.{other}")[-1]
                assert shown[down, across] == pytest.approx(wanted, rel=1e-6)


def test_a_graph_of_ties_has_what_is_deep_enough_to_see():
    depths = dict.fromkeys(PAIRS, 0.0)
    depths["NK", "Russia"] = FAINTEST
    depths["US", "Japan"] = 0.9
    graph = tie_graph(depths, dict.fromkeys(STATES, 1.0))
    assert set(graph) == set(STATES) == set(PLACES)
    assert set(nx.get_edge_attributes(graph, "depth").values()) == {FAINTEST, 0.9}
    assert FAINTEST < PROMISE


def test_the_network_stands_in_the_same_places_everywhere(spread):
    figure = charts.ties_network(spread, footer="20 runs")
    assert len(figure.axes) == 6
    for axes in figure.axes:
        drawn = np.concatenate([one.get_offsets() for one in axes.collections[-1:]])
        np.testing.assert_allclose(drawn, [PLACES[state] for state in STATES])


def test_terms_of_threat_add_up_to_the_threat_that_is_recorded():
    scenario = load_scenario("baseline").model_copy(update={"end": "2023-06"})
    parts = threat_parts(scenario, runs=8, seed=3)
    history = run(scenario, runs=8, seed=3)
    for one, other in DYADS:
        whole = sum(
            parts.loc[parts["series"] == part(one, other, term), "mean"].to_numpy()
            for term in TERMS
        )
        felt = history.series("felt_threat", one, other)[1:]
        np.testing.assert_allclose(whole, felt.mean(axis=1), rtol=1e-5)


def test_parts_are_drawn_for_every_pair():
    scenario = load_scenario("baseline").model_copy(update={"end": "2023-06"})
    parts = threat_parts(scenario, runs=2, seed=0)
    figure = charts.stacks(parts, THREAT_PARTS, footer="2 runs")
    assert len(figure.axes) == len(DYADS)


def test_a_row_says_how_large_the_error_of_its_parts_is(spread):
    chart = STACKS[0]
    texts = [t.get_text() for a in charts.stacks(spread, chart).axes for t in a.texts]
    assert sum("error at most ±" in text for text in texts) == len(chart.rows)
    assert written([0.0123, 0.0456]) == "0.046"
    assert written([0.0]) == "0"
    assert written([0.1, float("nan")]) == "–"
    assert float(widest(spread[spread["series"] == "front"])) > 0
