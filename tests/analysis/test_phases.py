"""Phase diagrams: what is declared, and that a cell is what it says."""

import numpy as np
import pytest

from analysis.charts import phase_diagram
from analysis.claims import phase
from analysis.claims.phase import Diagram, diagrams, mapped
from sim.ensemble import run
from sim.scenario import load_scenario

DISPUTES = ("H13", "H32", "H33", "H34", "H43", "X16", "X22")


def test_every_dispute_has_a_diagram():
    assert sorted(diagrams()) == sorted(DISPUTES)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(phase, "SIDE", 2)
    monkeypatch.setattr(phase, "LUCKS", 3)
    monkeypatch.setattr(phase, "_SMOOTH", 0.0)


def test_a_treatment_that_is_none_has_no_effect(small, monkeypatch):
    monkeypatch.setattr(phase, "LUCKS", 24)
    found = mapped({"X16": diagrams()["X16"]})
    none = found[found["x"] == 0.0]
    assert (none["effect"] == 0.0).all()
    assert (found.loc[found["x"] == 1.0, "effect"] != 0.0).any()


def test_a_cell_is_the_difference_of_plain_runs(small, monkeypatch):
    monkeypatch.setattr(phase, "spread", lambda control: 1.0)
    found = mapped({"X22": diagrams()["X22"]})
    both = [
        run(
            load_scenario("baseline").at_first_guesses(),
            runs=3,
            parameters={
                "balancing": 1.0,
                "active_balancing": active,
                "tie_pull": 0.6,
                "camp_begets_camp": 0.0,
            },
        ).series("polarization")[25:49]
        for active in (1.0, 0.0)
    ]
    expected = (both[0].astype(float) - both[1].astype(float)).mean()
    (cell,) = found[(found["x"] == 0.6) & (found["y"] == 0.0)]["effect"]
    assert cell == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_picture_marks_where_the_sign_is_sure(small, lang):
    diagram = diagrams()["X16"]
    table = mapped({"X16": diagram})
    table["effect"], table["error"] = [-1.0, 1.0, 0.1, -0.1], [0.1, 0.1, 0.1, 0.1]
    figure = phase_diagram(table, diagram, footer="f", lang=lang)
    axes = figure.axes[0]
    marks = sorted(text.get_text() for text in axes.texts)
    assert marks == ["+", "−"]
    hatched = [patch for patch in axes.patches if patch.get_hatch()]
    assert len(hatched) == 2


WRONG = [
    ({"x": {"parameter": "no_such"}}, "no_such"),
    ({"x": {"low": 0.9, "high": 0.1}}, "it must go up, within 0 to 1"),
    ({"claim": "H99"}, "there is no such claim or reading"),
    ({"reading": 40}, "there is no such claim or reading"),
    ({"arms": {"treatment": {}}}, "there must be two, treatment and control"),
    (
        {"arms": {"treatment": {"set": {"nk_russia_exchange": 1}}, "control": {}}},
        "sets what the x axis sweeps",
    ),
]


@pytest.mark.parametrize(("change", "said"), WRONG)
def test_a_wrong_diagram_is_refused(change, said):
    told = diagrams()["X16"].model_dump()
    for key, value in change.items():
        if key == "x":
            told["x"] = told["x"] | value
        else:
            told[key] = value
    with pytest.raises(ValueError, match=said):
        Diagram.model_validate(told)


def test_axes_take_their_ends():
    axis = diagrams()["H43"].y
    values = axis.values()
    assert (values[0], values[-1]) == (axis.low, axis.high)
    assert (np.diff(values) > 0.0).all()
