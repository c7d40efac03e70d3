"""Lessons: one idea of realist theory each, as files that name what is moved and asked.

A lesson goes in the order predict, run, explain. It declares what a student predicts
(an outcome, and a step from one setting to another), what may be moved, what is drawn,
and whose idea it is. It declares no result: whether the model does what its author
expects is computed each time, and may be that it does not.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, ValidationError, model_validator

from analysis.catalogue import OUTCOMES
from analysis.classroom.glossary import glossary
from analysis.classroom.reading import Direction  # noqa: TC001 (pydantic reads it)
from analysis.classroom.settings import MOST_MONTHS, Setting
from sim.cast import STATES
from sim.errors import InputError, nearest
from sim.parameters import card_of
from sim.scenario.mistakes import MisplacedError, mistake_at
from sim.scenario.reading import read_yaml
from sim.scenario.timetable import Frozen, Text
from sim.scenario.uncertainty import Uncertainty  # noqa: TC001 (pydantic reads it)
from sim.state import SERIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.scenario.reading import Document

__all__ = [
    "Chart",
    "Choice",
    "Claim",
    "Control",
    "Lesson",
    "Option",
    "Prediction",
    "Slider",
    "WhyAsked",
    "lesson",
    "lessons",
]

FEWEST_CONTROLS, MOST_CONTROLS = 2, 3


def _known_outcome(name: str) -> str:
    if name not in OUTCOMES:
        raise InputError(f"there is no outcome {name!r}; {nearest(name, OUTCOMES)}")
    return name


def _known_series(key: str) -> str:
    if key not in SERIES:
        raise InputError(f"there is no series {key!r}; {nearest(key, SERIES)}")
    return key


def _known_term(name: str) -> str:
    if name not in glossary():
        raise InputError(f"there is no term {name!r}; {nearest(name, glossary())}")
    return name


OutcomeName = Annotated[str, AfterValidator(_known_outcome)]
SeriesKey = Annotated[str, AfterValidator(_known_series)]
TermName = Annotated[str, AfterValidator(_known_term)]


class Slider(Frozen):
    """A parameter, or the strength of a mechanism, that may be moved.

    Attributes
    ----------
    parameter : str
        Its name; the bare name of a family moves every state's copy.
    label : Text
        What a student reads; unit, range and meaning are those of the card.
    at : float
        Where it stands before anybody moves it.
    low, high : float, optional
        Ends of the slider, inside the card's range, which they are by default.
    """

    parameter: str
    label: Text
    at: float
    low: float | None = None
    high: float | None = None

    @property
    def name(self) -> str:
        """By what settings call it."""
        return self.parameter

    @property
    def ends(self) -> tuple[float, float]:
        """Lower and upper end."""
        card, state = card_of(self.parameter)
        ranges = [card.range(state)] if state else _ranges(self.parameter)
        low = max(one[0] for one in ranges) if self.low is None else self.low
        high = min(one[1] for one in ranges) if self.high is None else self.high
        return low, high

    @model_validator(mode="after")
    def _check(self) -> Slider:
        low, high = self.ends
        if not low <= self.at <= high:
            raise InputError(f"'at' is {self.at:g}, outside {low:g} to {high:g}")
        return self


def _ranges(name: str) -> list[tuple[float, float]]:
    card, _ = card_of(name)
    return [card.range(flat.partition(".")[2] or None) for flat in card.flat_names]


class Option(Frozen):
    """One of several worlds, theories or governments to choose from.

    Attributes
    ----------
    label : Text
        What a student reads.
    scenario : str, optional
        The scenario that it means; the lesson's by default.
    lens : str, optional
        The theory through which all six see.
    parameters : mapping of name to float
        What it sets.
    """

    label: Text
    scenario: str | None = None
    lens: str | None = None
    parameters: dict[str, float] = Field(default_factory=dict)


class Choice(Frozen):
    """A choice among named options; the first is where a lesson begins.

    Attributes
    ----------
    name : str
        By what settings call it.
    label : Text
        What a student reads.
    options : mapping of name to Option
    """

    name: str
    label: Text
    options: Annotated[dict[str, Option], Field(min_length=2, max_length=5)]

    @property
    def at(self) -> str:
        """Where it stands before anybody moves it."""
        return next(iter(self.options))


Control: TypeAlias = Slider | Choice
Position: TypeAlias = float | str
"""Where a control stands: a number, or the name of an option."""


class Prediction(Frozen):
    """What a student commits to before anything is run.

    Attributes
    ----------
    question : Text
        In words, about the step that ``to`` takes.
    outcome : str
        What goes up, down, or neither.
    to : mapping of control to position
        The step: from where the controls begin to here.
    expected : {'higher', 'lower', 'same'}
        What the author's theory expects; the model is free to differ.
    reason : Text
        Why it expects that.
    """

    question: Text
    outcome: OutcomeName
    to: Annotated[dict[str, Position], Field(min_length=1)]
    expected: Direction
    reason: Text


class Chart(Frozen):
    """What is drawn of the runs.

    Attributes
    ----------
    kind : {'course', 'plane', 'worlds'}
        Month by month; one state's burden against another's, with the lines along
        which neither changes its own (Richardson); or the four corners of the first
        two sliders (Jervis).
    title : Text
    series : tuple of str
        Of a course one to three, of a plane two burdens; of four worlds none.
    """

    kind: Literal["course", "plane", "worlds"] = "course"
    title: Text
    series: Annotated[tuple[SeriesKey, ...], Field(max_length=3)] = ()

    @model_validator(mode="after")
    def _check(self) -> Chart:
        wanted = {"course": (1, 2, 3), "plane": (2,), "worlds": (0,)}[self.kind]
        if len(self.series) not in wanted:
            raise InputError(f"a {self.kind} does not take {len(self.series)} series")
        return self


class WhyAsked(Frozen):
    """The month that is taken apart.

    Attributes
    ----------
    what : str
        A question of :data:`analysis.why.QUESTIONS`.
    state, of : str, optional
        Of whom, and about whom.
    month : str
        ``YYYY-MM``.
    row : int
        Of which run.
    """

    what: str
    month: str
    state: str | None = None
    of: str | None = None
    row: int = 0


class Claim(Frozen):
    """What the theory says, in its own terms.

    Attributes
    ----------
    author : Text
        Whose idea it is.
    sources : tuple of str
        Keys of docs/references.bib.
    words : Text
        The claim.
    terms : tuple of str
        Names of terms of the glossary.
    """

    author: Text
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    words: Text
    terms: Annotated[tuple[TermName, ...], Field(min_length=2)]


class Lesson(Frozen):
    """One idea, to be predicted, run and explained.

    Attributes
    ----------
    name : str
        That of its file.
    id : str
        ``T1`` to ``T10``.
    title, idea : Text
    scenario : str
        The world that it plays in.
    parameters : mapping of name to float
        What that world has beyond its scenario; nobody moves it.
    uncertainty : {'calibrated', 'ranges', 'central'}
        How what nobody moved is taken before a student doubts it.
    months : int
        How far it looks ahead.
    controls : tuple of Slider or Choice
        Two or three.
    prediction : Prediction
    charts : tuple of Chart
    why : WhyAsked
    claim : Claim
    not_shown : Text
        What the lesson does not show.
    discuss : tuple of Text
        Questions for the class.
    """

    name: str
    id: Annotated[str, Field(pattern="^T([1-9]|10)$")]
    title: Text
    idea: Text
    scenario: str
    parameters: dict[str, float] = Field(default_factory=dict)
    uncertainty: Uncertainty = "central"
    months: Annotated[int, Field(ge=1, le=MOST_MONTHS)] = MOST_MONTHS
    controls: Annotated[
        tuple[Control, ...],
        Field(min_length=FEWEST_CONTROLS, max_length=MOST_CONTROLS),
    ]
    prediction: Prediction
    charts: Annotated[tuple[Chart, ...], Field(min_length=1, max_length=3)]
    why: WhyAsked
    claim: Claim
    not_shown: Text
    discuss: Annotated[tuple[Text, ...], Field(min_length=2)]

    @property
    def number(self) -> int:
        """Its place among the lessons, from 1."""
        return int(self.id[1:])

    @property
    def start(self) -> dict[str, Position]:
        """Where the controls begin."""
        return {control.name: control.at for control in self.controls}

    @property
    def predicted(self) -> dict[str, Position]:
        """Where they stand after the step that is predicted."""
        return {**self.start, **self.prediction.to}

    @property
    def series(self) -> tuple[str, ...]:
        """Every series that is drawn, once."""
        return tuple(dict.fromkeys(key for one in self.charts for key in one.series))

    def setting(
        self,
        positions: Mapping[str, Position],
        uncertainty: Uncertainty | None = None,
    ) -> Setting:
        """Return the setting that positions of the controls stand for.

        Parameters
        ----------
        positions : mapping of control to position
            Of every control.
        uncertainty : {'calibrated', 'ranges', 'central'}, optional
            How what nobody moved is taken; by default as the lesson has it.

        Raises
        ------
        InputError
            If a control is missing or unknown, or a position is none of its own.
        """
        scenario, lens = self.scenario, None
        moved = dict(self.parameters)
        if set(positions) != set(self.start):
            raise InputError(
                f"lesson {self.name!r} has the controls {', '.join(self.start)}"
            )
        for control in self.controls:
            position = positions[control.name]
            if isinstance(control, Slider):
                moved[control.parameter] = _number(control, position)
                continue
            option = _option(control, position)
            scenario, lens = option.scenario or scenario, option.lens or lens
            moved.update(option.parameters)
        return Setting(
            scenario=scenario,
            moved=moved,
            lens=lens,
            uncertainty=uncertainty or self.uncertainty,
            months=self.months,
        )

    @model_validator(mode="after")
    def _check(self) -> Lesson:
        names = [control.name for control in self.controls]
        if len(set(names)) < len(names):
            raise MisplacedError(("controls",), "two controls have the same name")
        for name in self.prediction.to:
            if name not in names:
                raise MisplacedError(
                    ("prediction", "to", name),
                    f"there is no control {name!r}; {nearest(name, names)}",
                )
        try:
            self.setting(self.start)
            self.setting(self.predicted)
        except InputError as error:
            raise MisplacedError(("controls",), error.message) from None
        if self.why.state is not None and self.why.state not in STATES:
            raise MisplacedError(
                ("why", "state"), f"there is no state {self.why.state!r}"
            )
        return self


def _number(slider: Slider, position: Position) -> float:
    low, high = slider.ends
    if isinstance(position, str) or not low <= position <= high:
        raise InputError(
            f"{slider.parameter} is {position!r}; it goes from {low:g} to {high:g}"
        )
    return float(position)


def _option(choice: Choice, position: Position) -> Option:
    if not isinstance(position, str) or position not in choice.options:
        raise InputError(
            f"{choice.name} is {position!r}; {nearest(str(position), choice.options)}"
        )
    return choice.options[position]


@functools.cache
def lessons() -> tuple[Lesson, ...]:
    """Return the lessons, in their order.

    Raises
    ------
    InputError
        If a file of a lesson is wrong.
    """
    files = resources.files("analysis.classroom").joinpath("lessons").iterdir()
    found = [_read(one.name) for one in files if one.name.endswith(".yaml")]
    return tuple(sorted(found, key=lambda one: one.number))


def lesson(name: str) -> Lesson:
    """Return a lesson by its name or its id.

    Raises
    ------
    InputError
        If there is none.
    """
    for one in lessons():
        if name in (one.name, one.id):
            return one
    names = [one.name for one in lessons()]
    raise InputError(f"there is no lesson {name!r}; {nearest(name, names)}")


def _read(file: str) -> Lesson:
    place = resources.files("analysis.classroom").joinpath("lessons", file)
    document: Document = read_yaml(place, file)
    data: dict[str, Any] = {**document.data, "name": file.removesuffix(".yaml")}
    try:
        return Lesson.model_validate(data)
    except ValidationError as error:
        path, message = mistake_at(error, Lesson)
        raise document.error(path, message) from None
