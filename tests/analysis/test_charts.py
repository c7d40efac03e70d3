"""Charts, checked through what was drawn: lines, panels, words, letters."""

import importlib.util
import warnings
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from drawn import assert_words_stand_apart, boxes
from matplotlib.colors import to_hex

from analysis import charts, compare
from analysis.bands import QUANTILES, bands
from analysis.charts import fonts
from analysis.charts.fonts import family_for
from analysis.charts.panels import CHARTS, OVERVIEW, needed
from analysis.charts.record import record_chart
from analysis.charts.style import STATE_COLORS, lines_for
from analysis.charts.words import WORDS
from sim.cast import STATES
from sim.errors import InputError
from sim.state import SERIES

FOOTER = "40 runs per scenario, seed 7"
BURDEN = CHARTS[0]
COURSES = Path(__file__).parents[2] / "docs" / "findings" / "validation_courses.csv"
HAS_PACKAGE = importlib.util.find_spec("pylopdf_fonts_ko") is not None


@pytest.fixture(scope="module")
def histories(world):
    return [
        world("baseline", rows=40),
        world("harris", shift=0.5, rows=40),
        world("trump", shift=-1.0, rows=40),
        world("mine", shift=0.25, rows=40),
    ]


@pytest.fixture(scope="module")
def spread(histories):
    return pd.concat([bands(one) for one in histories], ignore_index=True)


@pytest.fixture(scope="module")
def comparison(histories):
    return compare.table(histories)


def words_of(figure):
    figure.canvas.draw()
    found = [text.get_text() for text in figure.findobj(mpl.text.Text)]
    return [text for text in found if text]


def drawn(axes, name):
    return next(line for line in axes.lines if line.get_label() == name)


def errors(axes):
    return [one for one in axes.collections if one.get_label() == "_error"]


def fan(axes):
    return [one for one in axes.collections if one.get_label() != "_error"]


class TestBands:
    def test_they_are_quantiles_over_runs(self, world):
        history = world()
        table = bands(history, ["front"])
        series = history.series("front")
        for name, share in QUANTILES.items():
            expected = np.quantile(series.astype(np.float64), share, axis=1)
            np.testing.assert_allclose(table[name], expected, rtol=1e-6)
        mean = series.astype(np.float64).mean(axis=1)
        np.testing.assert_allclose(table["mean"], mean, rtol=1e-6)
        assert list(table["month"].astype(str)) == list(history.labels)
        assert set(table["scenario"]) == {"baseline"}

    def test_one_run_is_all_its_quantiles(self, world):
        history = world(rows=1)
        table = bands(history, ["front"])
        for name in QUANTILES:
            np.testing.assert_array_equal(table[name], history.series("front")[:, 0])

    def test_a_series_that_is_not_there_is_refused(self, world):
        with pytest.raises(InputError, match="no series 'frnt'"):
            bands(world(), ["frnt"])


def line(panel, rows):
    """Return what the line of a panel is to show."""
    if panel.yes_or_no:
        return 100.0 * rows["mean"]
    return rows["mean"] if panel.mean else rows["median"]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_every_line_is_what_its_panel_says_of_the_table(chart, spread):
    figure = charts.fans(spread, chart, footer=FOOTER)
    assert len(figure.axes) == len(chart.panels)
    for axes, panel in zip(figure.axes, chart.panels, strict=True):
        rows = spread[spread["series"] == panel.series]
        for name in ("baseline", "harris", "trump", "mine"):
            mine = rows[rows["scenario"] == name]
            np.testing.assert_allclose(drawn(axes, name).get_ydata(), line(panel, mine))


def test_what_is_so_or_not_is_drawn_as_a_share_of_runs_without_a_fan(spread):
    ties = next(chart for chart in CHARTS if chart.name == "ties")
    figure = charts.fans(spread, ties)
    for axes, panel in zip(figure.axes, ties.panels, strict=True):
        assert panel.yes_or_no == (panel.series == "treaty")
        assert len(fan(axes)) == (0 if panel.yes_or_no else 2)
        if panel.yes_or_no:
            assert axes.get_ylim() == (-3, 103)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_every_line_lies_within_the_edges_of_its_error(chart, spread):
    figure = charts.fans(spread, chart, footer=FOOTER)
    for axes, panel in zip(figure.axes, chart.panels, strict=True):
        assert len(errors(axes)) == 4
        for name, edges in zip(
            ("baseline", "harris", "trump", "mine"), errors(axes), strict=True
        ):
            mine = spread[
                (spread["series"] == panel.series) & (spread["scenario"] == name)
            ]
            mean = panel.mean or panel.yes_or_no
            scale = 100 if panel.yes_or_no else 1
            ends = [f"{'mean' if mean else 'median'}_{end}" for end in ("from", "to")]
            heights = edges.get_paths()[0].vertices[:, 1]
            expected = scale * mine[ends].to_numpy()
            assert heights.min() == pytest.approx(expected.min(), rel=1e-6)
            assert heights.max() == pytest.approx(expected.max(), rel=1e-6)


def test_rare_things_are_no_line_along_the_bottom(spread):
    few = spread.copy()
    few.loc[few["series"] == "treaty", ["mean", "mean_to"]] = 0.04, 0.06
    ties = next(chart for chart in CHARTS if chart.name == "ties")
    (axes,) = (
        axes
        for axes, panel in zip(charts.fans(few, ties).axes, ties.panels, strict=True)
        if panel.yes_or_no
    )
    assert axes.get_ylim()[1] == pytest.approx(10.3)


def test_what_counts_has_no_fan(spread):
    crises = next(chart for chart in CHARTS if chart.name == "crises")
    figure = charts.fans(spread, crises)
    for axes, panel in zip(figure.axes, crises.panels, strict=True):
        assert len(fan(axes)) == (0 if panel.counts else 2)


def test_every_series_of_zero_and_one_is_drawn_as_such():
    for chart in CHARTS:
        for panel in chart.panels:
            assert panel.yes_or_no == (SERIES[panel.series].unit == "0 or 1")


def test_time_runs_in_years_from_the_initial_state(spread):
    time = drawn(charts.fans(spread, BURDEN).axes[0], "baseline").get_xdata()
    assert time[0] == 2022.0  # the end of December 2021
    assert time[-1] == pytest.approx(2035.0)


def test_every_panel_has_its_title_and_its_unit(spread):
    for chart in CHARTS:
        figure = charts.fans(spread, chart, footer=FOOTER)
        for axes, panel in zip(figure.axes, chart.panels, strict=True):
            texts = [text.get_text() for text in axes.texts]
            assert texts == [panel.title["en"], panel.unit["en"]]


def test_every_chart_says_runs_and_seed(spread, comparison):
    for figure in (
        charts.fans(spread, BURDEN, footer=FOOTER),
        charts.overview(spread, OVERVIEW, footer=FOOTER),
        charts.forest(comparison, footer=FOOTER),
    ):
        assert FOOTER in words_of(figure)


def test_the_overview_has_a_row_per_series_and_a_column_per_scenario(spread):
    figure = charts.overview(spread, OVERVIEW, footer=FOOTER)
    assert len(figure.axes) == len(OVERVIEW.panels) * 4
    for place, axes in enumerate(figure.axes):
        panel = OVERVIEW.panels[place // 4]
        name = ("baseline", "harris", "trump", "mine")[place % 4]
        rows = spread[(spread["series"] == panel.series) & (spread["scenario"] == name)]
        np.testing.assert_allclose(drawn(axes, name).get_ydata(), line(panel, rows))
    units = {panel.unit["en"] for panel in OVERVIEW.panels}
    assert units <= set(words_of(figure))


def test_the_forest_draws_the_effects_of_the_table(comparison):
    figure = charts.forest(comparison, footer=FOOTER)
    axes = figure.axes[0]
    centers = [line for line in axes.lines if len(line.get_xdata()) == 1]
    shown = {float(line.get_xdata()[0]) for line in centers}
    treated = comparison[comparison["scenario"] != "baseline"]
    moved = treated[(treated["unchanged"] < 1) & treated["effect"].notna()]
    assert shown == set(moved["effect"]) | (
        {0.0} if (treated.unchanged == 1).any() else set()
    )
    reaches = {
        tuple(line.get_xdata())
        for line in axes.lines
        if line.get_solid_capstyle() == "butt" and len(line.get_xdata()) == 2
    }
    wanted = set(zip(moved["effect_low"], moved["effect_high"], strict=True))
    assert wanted <= reaches
    labels = [text.get_text() for text in axes.texts]
    for label in comparison["label"].unique():
        assert label in labels


def test_a_change_without_effect_is_drawn_hollow_at_zero(world):
    comparison = compare.table([world("baseline"), world("same")], ["front"])
    axes = charts.forest(comparison).axes[0]
    hollow = [line for line in axes.lines if line.get_markerfacecolor() == "white"]
    assert len(hollow) == 1
    assert list(hollow[0].get_xdata()) == [0]


def test_states_and_scenarios_keep_their_colors(spread, world):
    assert len({*STATE_COLORS.values()}) == len(STATES) == len(STATE_COLORS)
    alone = bands(world("baseline"))
    figure = charts.fans(alone, BURDEN)
    for axes, panel in zip(figure.axes, BURDEN.panels, strict=True):
        color = to_hex(drawn(axes, "baseline").get_color())
        assert color == STATE_COLORS[panel.state].lower()
    for first, *rest in (("baseline", "harris", "trump"), ("no_invasion", "trump")):
        assert lines_for([first, *rest])[first].color == "#000000"
        assert lines_for([first, *rest])["trump"] == lines_for(["x", "trump"])["trump"]


def test_no_two_scenarios_of_a_comparison_look_alike():
    names = ["baseline", "harris", "no_invasion", "trump", "ceasefire", "mine", "yours"]
    lines = lines_for(names)
    assert list(lines) == names
    assert len(set(lines.values())) == len(names)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_words_overlap_or_leave_the_page(spread, comparison, lang):
    if lang == "ko":
        pytest.importorskip("pylopdf_fonts_ko")
    footer = "line of what it is made of\n" + FOOTER
    figures = [charts.fans(spread, chart, footer=footer, lang=lang) for chart in CHARTS]
    figures.append(charts.overview(spread, OVERVIEW, footer=footer, lang=lang))
    table = compare.in_language(comparison, lang)
    figures.append(charts.forest(table, footer=footer, lang=lang))
    for figure in figures:
        assert_words_stand_apart(figure)


def test_no_rule_strikes_through_a_heading(comparison):
    figure = charts.forest(comparison, footer=FOOTER)
    axes = figure.axes[0]
    figure.canvas.draw()
    headings = [t for t in axes.texts if t.get_text() in set(comparison["group"])]
    assert len(headings) == comparison["group"].nunique()
    rules = [
        axes.transData.transform((0, line.get_ydata()[0]))[1]
        for line in axes.lines
        if not line.get_clip_on() and len(line.get_xdata()) == 2
    ]
    assert len(rules) == len(headings)
    for heading in headings:
        box = heading.get_window_extent(figure.canvas.get_renderer())
        assert not any(box.y0 <= height <= box.y1 for height in rules)


def test_many_long_names_stay_on_the_page(world):
    names = ["baseline", *(f"a_rather_long_name_of_scenario_{n}" for n in range(5))]
    made = pd.concat([bands(world(name, rows=5)) for name in names], ignore_index=True)
    for figure in (
        charts.fans(made, BURDEN, footer=FOOTER),
        charts.overview(made, OVERVIEW, footer=FOOTER),
    ):
        for words, box in boxes(figure):
            assert box.x0 >= 0, words
            assert box.x1 <= figure.bbox.x1, words
            assert box.y1 <= figure.bbox.y1, words


def test_ticks_of_an_axis_have_equal_decimals(spread):
    for chart in CHARTS:
        figure = charts.fans(spread, chart)
        figure.canvas.draw()
        for axes in figure.axes:
            low, high = axes.get_ylim()
            ticks = [
                one.label1.get_text()
                for one in axes.yaxis.get_major_ticks()
                if low <= one.get_loc() <= high
            ]
            assert len({len(tick.partition(".")[2]) for tick in ticks}) == 1
            assert 2 <= len(ticks) <= 6


def test_less_than_a_year_names_its_months(history):
    labels = ("2021-12", "2022-01", "2022-02", "2022-03")
    short = history(
        "short",
        labels=labels,
        **{key.replace(".", "__"): [1.0, 2.0, 3.0, 4.0] for key in SERIES},
    )
    figure = charts.fans(bands(short), BURDEN)
    shown = [tick.get_text() for tick in figure.axes[0].get_xticklabels()]
    assert shown == ["2021-12", "2022-03"]


def test_a_series_without_bands_is_missed_in_words(spread):
    less = spread[spread["series"] != "burden.ROK"]
    with pytest.raises(InputError, match=r"there are no bands of 'burden\.ROK'"):
        charts.fans(less, BURDEN)


def test_every_series_of_a_chart_is_recorded():
    assert set(needed()) <= set(SERIES)


@pytest.mark.skipif(not HAS_PACKAGE, reason="the Korean font is not installed")
def test_korean_is_drawn_in_a_korean_font(spread, comparison, tmp_path):
    assert family_for("ko").startswith("Noto Sans")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a missing letter warns
        for name, figure in {
            "fans": charts.fans(spread, BURDEN, footer="시드 7", lang="ko"),
            "overview": charts.overview(spread, OVERVIEW, footer="시드 7", lang="ko"),
            "effects": charts.forest(
                compare.in_language(comparison, "ko"), footer="†: 시드 7", lang="ko"
            ),
        }.items():
            figure.savefig(tmp_path / f"{name}.png")
            for text in figure.findobj(mpl.text.Text):
                if any("가" <= letter <= "힣" for letter in text.get_text()):
                    assert text.get_fontfamily()[0] == family_for("ko")


@pytest.mark.skipif(not HAS_PACKAGE, reason="the Korean font is not installed")
def test_a_korean_name_of_a_scenario_shows_in_an_english_chart(world, tmp_path):
    made = pd.concat([bands(world(name, rows=5)) for name in ("기준", "trump")])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        charts.fans(made, BURDEN).savefig(tmp_path / "fans.png")


def test_without_a_korean_font_the_remedy_is_named(monkeypatch):
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    monkeypatch.setattr(fonts, "_ON_MACHINES", ())
    family_for.cache_clear()
    try:
        with pytest.raises(InputError, match=r"pip install 'dilemma\[ko\]'"):
            family_for("ko")
        assert family_for("en") == "DejaVu Sans"
    finally:
        family_for.cache_clear()


def test_drawing_leaves_the_settings_of_matplotlib_alone(spread):
    mpl.get_backend()  # which is settled when it is first asked for
    before = mpl.rcParams.copy()
    charts.fans(spread, BURDEN)
    assert mpl.rcParams == before


def test_what_never_happens_lies_on_the_floor(history):
    series = {key.replace(".", "__"): 0.0 for key in SERIES}
    axes = charts.fans(bands(history("still", **series)), BURDEN).axes[0]
    low, high = axes.get_ylim()
    assert -0.1 < low < 0
    assert high > 1


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_ledger_has_a_bar_and_a_verdict_for_every_reading(lang):
    from analysis.charts import ledger_chart
    from analysis.claims.ledger import claims
    from analysis.interfaces.claims import read_table

    root = Path(__file__).parents[2]
    table = read_table(root / "docs" / "findings" / "claims.csv", claims())
    figure = ledger_chart(table, claims(), footer="f", lang=lang)
    bars = [patch for axes in figure.axes for patch in axes.patches]
    assert len(bars) == 3 * len(table)
    verdicts = [WORDS[lang][f"verdict {one}"] for one in table["verdict"]]
    written = [text.get_text() for axes in figure.axes for text in axes.texts]
    for verdict in set(verdicts):
        assert written.count(verdict) == verdicts.count(verdict)


def test_years_of_the_record_are_years_however_few():
    table = pd.read_csv(COURSES, keep_default_na=False, na_values={"record": ""})
    figure = record_chart(table[table["basis"] == "2018"], "2018")
    figure.draw_without_rendering()
    panels = [axes for axes in figure.axes if axes.lines]
    assert len(panels) > 20
    for axes in panels:
        assert [one.get_text() for one in axes.get_xticklabels()] == ["2019", "2020"]
        assert axes.xaxis.get_offset_text().get_text() == ""
