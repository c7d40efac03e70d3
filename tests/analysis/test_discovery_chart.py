"""The chart of a box, checked through what was drawn."""

from itertools import combinations

import numpy as np
import pytest
from sweeps_made import latin_design, results_of

from analysis.charts import discovery_chart
from analysis.interfaces.discovery import case_words, sentences
from analysis.sweeps.discovery import Criterion, discover
from analysis.sweeps.results import Factor

LONG = "what could be said of this number at more length than there is room for here"
FACTORS = (
    Factor("linkage.ROK", 0.0, 1.0, words={"en": LONG, "ko": "연계의 세기"}),
    Factor("narrow", -5.0, 5.0),
    Factor("lens", choices=("defensive_realism", "offensive_realism", "perceptual")),
    Factor("idle", 0.0, 1.0),
)


def truth(points):
    return (
        (points["linkage.ROK"] > 0.4)
        & (points["narrow"] > 1.0)
        & (points["narrow"] <= 2.0)
        & (points["lens"] != "offensive_realism")
    )


@pytest.fixture(scope="module", params=["prim", "cart"])
def found(request):
    made = results_of(latin_design(FACTORS, 4000), truth)
    return discover(
        made, "y", Criterion("above", 0.5), method=request.param, resamples=3
    )


def draw(found, lang):
    figure = discovery_chart(
        found,
        title="".join(case_words(found, lang)),
        sentences=list(sentences(found, None, lang)),
        footer="dilemma",
        lang=lang,
    )
    figure.canvas.draw()
    return figure


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_words_are_over_others_or_outside(found, lang):
    figure = draw(found, lang)
    renderer = figure.canvas.get_renderer()
    texts = list(figure.texts)
    legends = [*figure.legends, *(one.get_legend() for one in figure.axes)]
    for legend in filter(None, legends):
        texts += legend.get_texts()
    for axes in figure.axes:
        texts += [*axes.texts, axes.xaxis.label, axes.yaxis.label]
    boxes = {
        one: one.get_window_extent(renderer) for one in texts if one.get_text().strip()
    }
    assert len(boxes) > 15
    for one, box in boxes.items():
        assert 0 <= box.x0 <= box.x1 <= figure.bbox.x1, one.get_text()
    for one, other in combinations(boxes, 2):
        assert not boxes[one].padded(-1).overlaps(boxes[other].padded(-1)), (
            one.get_text(),
            other.get_text(),
        )


def test_boxes_are_drawn_where_the_table_has_them(found):
    tradeoff, points, ranges = draw(found, "en").axes
    first, ring, second, *_ = tradeoff.lines
    for line, end in ((first, ""), (second, "_held")):
        np.testing.assert_allclose(line.get_xdata(), found.trajectory[f"coverage{end}"])
        np.testing.assert_allclose(line.get_ydata(), found.trajectory[f"density{end}"])
    (chosen,) = found.trajectory.index[found.trajectory["chosen"]]
    assert ring.get_xdata() == [found.trajectory["coverage"][chosen]]
    # Of three choices the middle one is left out: the box is drawn in two parts.
    named = found.stability[found.stability["in_box"]]["factor"]
    assert set(named) == {"linkage.ROK", "narrow", "lens"}
    parts = 2 if "lens" in points.get_xlabel() + points.texts[-1].get_text() else 1
    assert len(points.patches) == parts
    said = [one.get_text() for one in ranges.texts]
    bounds = {one.kind: one.value for one in found.box.bounds if one.factor == "narrow"}
    assert f"> {bounds['above']:.2f}" in said
    assert f"≤ {bounds['at_most']:.2f}" in said


def test_points_are_drawn_to_a_number_that_can_be_seen(found):
    _, points, _ = draw(found, "en").axes
    assert sum(len(one.get_offsets()) for one in points.collections) == 2000


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_without_a_box_only_the_tradeoff_is_drawn(lang):
    def luck(points):
        return np.random.default_rng(2).random(len(points)) < 0.2

    made = results_of(latin_design(FACTORS, 300), luck)
    none = discover(made, "y", Criterion("above", 0.5), resamples=0)
    assert none.box is None
    assert len(draw(none, lang).axes) == 1
