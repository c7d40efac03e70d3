"""Charts of what drives an outcome, checked through what was drawn."""

import numpy as np
import pytest
from drawn import assert_words_stand_apart, boxes
from hypothesis import given, settings
from hypothesis import strategies as st
from sweeps_made import latin_design, morris_design, results_of, sobol_design

from analysis import charts
from analysis.charts.morris import apart
from analysis.sweeps.results import Factor
from analysis.sweeps.sensitivity import drivers

MANY = tuple(
    Factor(f"factor_{n}.Russia", 0.0, 1.0, words={"en": "what it is, at some length"})
    for n in range(24)
)
SLOPES = np.concatenate([[8.0, 8.0, 7.9, -6.0, 6.0], np.linspace(2.0, 0.0, 19)])
LABELS = {one.name: f"{one.name}: {one.words['en']}, in words" for one in MANY}


def slope(points):
    return points[[one.name for one in MANY]].to_numpy() @ SLOPES


def crossed(points):
    return slope(points) + 9.0 * points.iloc[:, 0] * points.iloc[:, 5]


DESIGNS = {
    "morris": lambda: morris_design(MANY, 8),
    "sobol": lambda: sobol_design(MANY, 32, second=False),
    "pawn": lambda: latin_design(MANY, 300),
    "delta": lambda: latin_design(MANY, 300),
    "tornado": lambda: latin_design(MANY, 300),
}


@pytest.fixture(scope="module", params=DESIGNS)
def found(request):
    made = results_of(DESIGNS[request.param](), crossed, replicates=3, noise=1.0)
    return drivers(made, "y", request.param)


def figures(one, lang="en", top=8):
    common = {
        "order": one.order,
        "labels": LABELS,
        "title": "What drives it",
        "unit": "units",
        "top": top,
        "footer": "what it is made of\n300 points, seed 7",
        "lang": lang,
    }
    if one.method == "tornado":
        return [charts.tornado_chart(one.table, **common)]
    common |= {"verdicts": one.verdicts}
    bars = charts.index_bars(one.table, method=one.method, luck=one.luck, **common)
    if one.method != "morris":
        return [bars]
    return [bars, charts.morris_plane(one.table, **common)]


def test_every_bar_is_as_long_as_the_table_says(found):
    figure = figures(found)[0]
    rows = found.table.set_index(["factor", "index"])["value"]
    shown = {"tornado": ("low_end", "high_end"), "sobol": ("ST", "S1")}
    indices = shown.get(found.method, (found.table["index"].iloc[0],))
    expected = [rows[name, index] for name in found.order[:8] for index in indices]
    bars = figure.axes[0].patches[: len(expected)]
    np.testing.assert_allclose([bar.get_width() for bar in bars], expected)
    names = [text.get_text().partition(":")[0] for text in figure.axes[0].texts]
    assert [one for one in names if one in found.order] == list(found.order[:8])


def test_those_that_are_not_named_share_a_row(found):
    figure = figures(found)[0]
    rest = found.table[found.table["factor"].isin(found.order[8:])]
    leading = rest["index"].isin(["mu_star", "ST", "pawn", "delta", "low_end"])
    largest = rest[leading | (rest["index"] == "high_end")]["value"]
    bar = figure.axes[0].patches[-1]
    assert bar.get_x() + bar.get_width() == pytest.approx(max(largest.max(), 0.0))
    assert any("the other 16" in words for words, _ in boxes(figure))


def test_luck_stands_below_the_bars(found):
    if found.method == "tornado":
        pytest.skip("a tornado has no such bar")
    (bar,) = figures(found)[0].axes[1].patches
    assert bar.get_width() == pytest.approx(found.luck.share)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_words_overlap_or_leave_the_page(found, lang):
    if lang == "ko":
        pytest.importorskip("pylopdf_fonts_ko")
    for figure in figures(found, lang, top=12):
        assert_words_stand_apart(figure)


# ------------------------------------------------------------------------------ plane


@pytest.fixture(scope="module")
def plane():
    made = results_of(morris_design(MANY, 8), crossed, luck="held")
    one = drivers(made, "y")
    return one, figures(one, top=10)[1]


def test_every_factor_is_a_point_of_the_plane(plane):
    one, figure = plane
    wide = one.table.pivot(index="factor", columns="index", values="value")
    seen = [
        point
        for line in figure.axes[0].lines
        if line.get_marker() == "o"
        for point in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]
    assert len(seen) == len(MANY)
    np.testing.assert_allclose(
        sorted(seen), sorted(wide[["mu_star", "sigma"]].itertuples(index=False))
    )


def test_every_name_has_a_leader_to_its_own_point(plane):
    one, figure = plane
    wide = one.table.pivot(index="factor", columns="index", values="value")
    notes = [text for text in figure.axes[0].texts if text.arrow_patch is not None]
    assert len(notes) == 10
    for note in notes:
        name = note.get_text().partition(":")[0]
        assert note.xy == pytest.approx(tuple(wide.loc[name, ["mu_star", "sigma"]]))
    assert {note.get_text().partition(":")[0] for note in notes} == set(one.order[:10])


@given(
    st.lists(st.floats(-5, 15), min_size=1, max_size=12).map(sorted),
    st.floats(0.0, 2.0),
)
@settings(max_examples=100, deadline=None)
def test_places_stand_apart_in_their_order_and_within_bounds(places, gap):
    found = np.array(apart(places, gap, 0.0, 10.0))
    gap = min(gap, 10.0 / max(len(places) - 1, 1))
    assert (np.diff(found) >= gap - 1e-9).all()
    assert found.min() >= -1e-9
    assert found.max() <= 10.0 + 1e-9


def test_places_that_stand_apart_stay_and_others_move_as_little_as_can_be():
    assert apart([1.0, 4.0, 9.0], 2.0, 0.0, 10.0) == [1.0, 4.0, 9.0]
    assert apart([5.0, 5.0], 2.0, 0.0, 10.0) == [4.0, 6.0]


# -------------------------------------------------------------------------- over time


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_lines_over_time_are_those_of_the_table(lang):
    if lang == "ko":
        pytest.importorskip("pylopdf_fonts_ko")
    import pandas as pd

    made = results_of(morris_design(MANY, 8), crossed, luck="held")
    table = pd.concat(
        [drivers(made, "y").table.assign(time=str(year)) for year in (2022, 2023)],
        ignore_index=True,
    )
    order = drivers(made, "y").order
    figure = charts.index_lines(
        table,
        method="morris",
        order=order,
        labels=LABELS,
        title="What drives it",
        unit="units",
        footer="seed 7",
        lang=lang,
    )
    lines = [line for line in figure.axes[0].lines if len(line.get_xdata()) == 2]
    lines = [line for line in lines if line.get_xdata()[0] != line.get_xdata()[1]]
    values = table[table["index"] == "mu_star"].set_index("factor")["value"]
    for name, line in zip(order[:6], lines[:6], strict=True):
        np.testing.assert_allclose(line.get_ydata(), values[name])
    largest = max(values[name].max() for name in order[6:])
    np.testing.assert_allclose(lines[6].get_ydata(), largest)
    assert_words_stand_apart(figure)
