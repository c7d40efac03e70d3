"""Ten lessons: each can be predicted, moves when it is moved, and can be explained."""

import functools
import re
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from analysis.classroom.desk import Question, answers
from analysis.classroom.glossary import glossary
from analysis.classroom.lesson import Slider, lessons
from analysis.classroom.plane import plane
from analysis.classroom.reading import read
from analysis.classroom.settings import Setting
from analysis.why import QUESTIONS, why
from sim.scenario.uncertainty import Uncertainty

HANGUL = re.compile(r"[\uac00-\ud7a3]")
BIBLIOGRAPHY = Path(__file__).parents[2] / "docs" / "references.bib"
SEEN = 0.05
"""Share of a picture's height by which a curve has to move to be seen to move."""

ALL = pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.id)


@functools.cache
def found(name):
    """Return the answers of a lesson wherever a test asks, those alike run as one."""
    (lesson,) = (one for one in lessons() if one.name == name)
    asked = {key(at): question(lesson, at) for at in places(lesson)}
    groups = {}
    for place, one in asked.items():
        groups.setdefault(one.alike, []).append(place)
    return {
        place: answer
        for group in groups.values()
        for place, answer in zip(
            group, answers([asked[one] for one in group]), strict=True
        )
    }


def places(lesson):
    """Return where a lesson begins, where it is predicted, and each control's ends."""
    moved = [
        {**lesson.start, control.name: end}
        for control in lesson.controls
        for end in ends(control)
    ]
    return [lesson.start, lesson.predicted, *moved]


def key(positions):
    return tuple(positions.items())


def question(lesson, positions):
    return Question(
        setting=lesson.setting(positions),
        series=lesson.series,
        outcomes=(lesson.prediction.outcome,),
    )


def ends(control):
    """Return the positions that are furthest from where a control begins."""
    there = control.ends if isinstance(control, Slider) else control.options
    return [position for position in there if position != control.at]


def words(thing):
    """Yield every text of a lesson, in both languages."""
    if isinstance(thing, dict) and set(thing) == {"en", "ko"}:
        yield thing
    elif isinstance(thing, dict):
        for one in thing.values():
            yield from words(one)
    elif isinstance(thing, list | tuple):
        for one in thing:
            yield from words(one)


def test_there_are_ten_in_their_order():
    assert [one.id for one in lessons()] == [f"T{n}" for n in range(1, 11)]
    assert len({one.title.en for one in lessons()}) == 10


@ALL
def test_both_languages_say_everything(lesson):
    said = list(words(lesson.model_dump()))
    assert len(said) > 12
    for one in said:
        assert HANGUL.search(one["ko"]), one
        assert not HANGUL.search(one["en"]), one


@ALL
def test_no_result_is_told_before_it_is_computed(lesson):
    """A year or a length may be named, and the place of a figure; no value of one."""
    said = (one[lang] for one in words(lesson.model_dump()) for lang in ("en", "ko"))
    for one in said:
        assert not re.search(r"\d\.\d|\d ?%", one), one


@ALL
def test_terms_and_sources_can_be_looked_up(lesson):
    known = re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M)
    assert set(lesson.claim.terms) <= set(glossary())
    assert set(lesson.claim.sources) <= set(known)


@pytest.mark.slow
@ALL
def test_every_control_alone_moves_what_is_drawn(lesson):
    known = found(lesson.name)
    start = known[key(lesson.start)]
    for control in lesson.controls:
        for position in ends(control):
            moved = known[key({**lesson.start, control.name: position})]
            shifts = [shift(start, moved, series) for series in lesson.series]
            assert max(shifts) > SEEN, (control.name, position, shifts)


def shift(one, other, series):
    """Return how far a mean moves, as a share of a picture that holds both bands."""
    bands = np.concatenate([one.bands[series], other.bands[series]])
    height = float(bands.max() - bands.min()) or np.inf
    return float(np.abs(one.means[series] - other.means[series]).max()) / height


@pytest.mark.slow
def test_washingtons_first_line_is_that_of_the_baseline():
    (lesson,) = (one for one in lessons() if one.id == "T6")
    moved = {
        one.parameter: one.at for one in lesson.controls if isinstance(one, Slider)
    }
    bare = Question(
        setting=Setting(scenario=lesson.scenario, moved=moved),
        series=lesson.series,
        outcomes=(lesson.prediction.outcome,),
    )
    (there,) = answers([bare])
    here = found(lesson.name)[key(lesson.start)]
    for series in lesson.series:
        np.testing.assert_array_equal(here.bands[series], there.bands[series])


@pytest.mark.slow
@ALL
def test_the_step_that_is_predicted_can_be_told_from_luck(lesson):
    """Else nobody can be right or wrong; on which side it comes out is not fixed."""
    before, after = (
        found(lesson.name)[key(at)] for at in (lesson.start, lesson.predicted)
    )
    assert read(before, after, lesson.prediction.outcome).direction != "same"


@pytest.mark.parametrize("lang", ["en", "ko"])
@ALL
def test_the_month_that_is_taken_apart_has_an_answer(lesson, lang):
    asked = lesson.why
    assert asked.what in QUESTIONS
    found = why(
        lesson.setting(lesson.start).whole(),
        asked.what,
        asked.month,
        state=asked.state,
        of=asked.of,
        row=asked.row,
        lang=lang,
    )
    assert found.headline
    assert found.parts
    assert bool(HANGUL.search(found.headline)) == (lang == "ko")


@ALL
def test_it_may_be_doubted_in_every_way(lesson):
    for kind in get_args(Uncertainty):
        assert lesson.setting(lesson.start, kind).whole().uncertainty == kind


def test_both_sides_of_richardsons_line_lie_within_the_sliders():
    (race,) = (one for one in lessons() if one.id == "T3")
    pair = [key.removeprefix("burden.") for key in race.charts[0].series]
    before, after = (
        plane(race.setting(at), *pair).product for at in (race.start, race.predicted)
    )
    assert before < 0.8
    assert after > 1.25
    cautious = dict.fromkeys(race.start, 1.0)
    cautious["reference_power"] = race.controls[2].ends[1]
    assert plane(race.setting(cautious), *pair).product < before


def test_every_term_has_both_languages_and_sources_that_exist():
    known = set(
        re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY.read_text(encoding="utf-8"), re.M)
    )
    assert len(glossary()) > 40
    for one in glossary().values():
        assert HANGUL.search(one.term["ko"]), one.name
        assert HANGUL.search(one.meaning["ko"]), one.name
        assert one.meaning["en"].endswith("."), one.name
        assert set(one.sources) <= known, one.name
        assert one.paper in ("", "A", "B", "A, B"), one.name


def test_every_lesson_leans_on_terms_and_every_term_is_named_once():
    names = [one.term["en"] for one in glossary().values()]
    assert len(names) == len(set(names))
    korean = [one.term["ko"] for one in glossary().values()]
    assert len(korean) == len(set(korean))
