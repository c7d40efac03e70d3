"""An experiment: its file read, its scenarios found, everything in it tried once."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from importlib import resources
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from analysis.phrases import phrase
from analysis.sweeps.definition import (
    BOTH_WAYS,
    MOST_REPLICATES,
    Choice,
    Definition,
)
from analysis.sweeps.results import Factor
from sim.errors import InputError, nearest
from sim.luck import checked_seed
from sim.parameters import card_of
from sim.scenario import Scenario, load_scenario, scenario_names
from sim.scenario.mistakes import MisplacedError, mistake_at
from sim.scenario.months import month_number
from sim.scenario.reading import Document, read_yaml, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from analysis.phrases import Phrase

__all__ = [
    "Experiment",
    "as_data",
    "experiment_names",
    "experiment_of",
    "read_experiment",
]

_MOST_COMBINATIONS = 256
"""Scenarios that choices may come to: each is checked before anything is run."""
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, eq=False)
class Experiment:
    """A question, what is varied, and what is read off.

    Attributes
    ----------
    name : str
        The stem of its file.
    definition : Definition
        What the file says.
    factors : tuple of Factor
        What is varied: the scenario if there are several, choices, levers and
        uncertainties, in this order.
    combinations : mapping of tuple of str to Scenario
        Choices (one for each factor that has any, in order) to the scenario that
        they come to.
    outcomes : mapping of name to Phrase
        One column of the results each; those over time are ``NAME YEAR``.
    asked : tuple of str
        Those of them that are not over time.
    yearly : mapping of name to tuple of str
        Series over time to the years for which there is a column.
    """

    name: str
    definition: Definition
    factors: tuple[Factor, ...]
    combinations: Mapping[tuple[str, ...], Scenario]
    outcomes: Mapping[str, Phrase]
    asked: tuple[str, ...]
    yearly: Mapping[str, tuple[str, ...]]

    def altered(
        self,
        *,
        seed: int | None = None,
        replicates: int | None = None,
        single: bool = False,
        fast: bool = False,
    ) -> Experiment:
        """Return the same experiment with another seed or number of replicates.

        Parameters
        ----------
        seed, replicates : int, optional
            In place of the file's.
        single : bool
            Whether it is computed in float32, whatever the file says.
        fast : bool
            Whether months are run in compiled form, whatever the file says.

        Raises
        ------
        InputError
            If a number is out of range, or both ways are asked for at once.
        """
        asked = {"single": single, "fast": fast}
        change: dict[str, int] = {name: True for name, on in asked.items() if on}
        known = self.definition
        if (fast or known.fast) and (single or known.single):
            raise InputError(BOTH_WAYS)
        if seed is not None:
            change["seed"] = checked_seed(seed)
        if replicates is not None:
            if not 1 <= replicates <= MOST_REPLICATES:
                raise InputError(
                    f"replicates is {replicates}; it must be from 1 to"
                    f" {MOST_REPLICATES:,}"
                )
            change["replicates"] = replicates
        return replace(self, definition=self.definition.model_copy(update=change))

    @property
    def months(self) -> int:
        """How many months a future lasts."""
        one = next(iter(self.combinations.values()))
        return month_number(one.end) - month_number(one.start) + 1


def _folder() -> Traversable:
    return resources.files("scenarios") / "experiments"


@functools.cache
def experiment_names() -> tuple[str, ...]:
    """Return the names of the packaged experiments."""
    files = [one.name for one in _folder().iterdir()]
    return tuple(
        sorted(one.removesuffix(".yaml") for one in files if one.endswith(".yaml"))
    )


def read_experiment(name_or_path: str | Path) -> Experiment:
    """Read an experiment, checked from end to end.

    Parameters
    ----------
    name_or_path : str or Path
        The name of a packaged experiment, or the path of a YAML file. The scenarios
        that it names are looked up beside that file, then among the packaged ones.

    Raises
    ------
    InputError
        If there is no such experiment, or anything in it is wrong; the message says
        what, in which file and line, and what is allowed.
    """
    text = str(name_or_path)
    if isinstance(name_or_path, str) and text in experiment_names():
        document = read_yaml(
            _folder() / f"{text}.yaml", f"scenarios/experiments/{text}.yaml"
        )
        return _experiment(document, text, None)
    path = Path(name_or_path)
    if not text.endswith(_SUFFIXES) and "/" not in text and "\\" not in text:
        raise InputError(
            f"there is no experiment {shorten(text)}; "
            f"{nearest(text, experiment_names())} (or give the path of a YAML file)"
        )
    return _experiment(read_yaml(path), path.stem, path.parent)


def experiment_of(data: Mapping[str, Any], name: str) -> Experiment:
    """Return an experiment from what its file would say.

    Parameters
    ----------
    data : mapping
        The keys of an experiment file; scenarios are packaged ones.
    name : str
        What it is called.

    Raises
    ------
    InputError
        If anything in it is wrong.
    """
    said = {key: one for key, one in data.items() if one is not None}
    try:
        return _experiment(Document(said, {}, name), name, None)
    except InputError as error:
        raise InputError(error.message) from None  # there is no file and no line


def _experiment(document: Document, name: str, home: Path | None) -> Experiment:
    try:
        definition = Definition.model_validate(document.data)
    except ValidationError as error:
        path, message = mistake_at(error, Definition)
        raise document.error(path, message) from None
    try:
        scenarios = dict(_scenarios(definition, home))
        combinations = _combined(definition, scenarios)
        some = next(iter(combinations.values()))
        outcomes = dict(_outcomes(definition, some))
        asked = tuple(outcomes)
        yearly = dict(_yearly(definition, some))
    except MisplacedError as error:
        raise document.error(error.path, error.message) from None
    for series, years in yearly.items():
        outcomes |= {
            f"{series} {one}": phrase(f"{series} {one}", some) for one in years
        }
    return Experiment(
        name=name,
        definition=definition,
        factors=tuple(_factors(definition)),
        combinations=MappingProxyType(combinations),
        outcomes=MappingProxyType(outcomes),
        asked=asked,
        yearly=MappingProxyType(yearly),
    )


# -------------------------------------------------------------------------- scenarios


def _scenarios(
    definition: Definition, home: Path | None
) -> Iterator[tuple[str, Scenario]]:
    """Yield each scenario by name; all have the same months that are run."""
    first: Scenario | None = None
    for place, name in enumerate(definition.scenarios or (definition.scenario or "",)):
        here = ("scenarios", place) if definition.scenarios else ("scenario",)
        try:
            one = load_scenario(_found(name, home))
        except InputError as error:
            # What is wrong in a file beside this one is said with its own place.
            raise (
                error if error.file else MisplacedError(here, error.message)
            ) from None
        end = definition.end or one.end
        if not one.start <= end <= one.end:
            raise MisplacedError(
                ("end",),
                f"'end' is {end}; {one.name} runs from {one.start} to {one.end}",
            )
        first = first or one
        if one.start != first.start or (
            definition.end is None and one.end != first.end
        ):
            raise MisplacedError(
                here,
                f"{one.name} runs from {one.start} to {one.end}, and {first.name} from"
                f" {first.start} to {first.end}; name scenarios of the same months",
            )
        yield name, one.with_uncertainty(definition.uncertainty)


def _found(name: str, home: Path | None) -> str | Path:
    """Return where a scenario of a bare name is: beside the file, or packaged."""
    if not name.replace("_", "").replace("-", "").isalnum():
        raise InputError(
            f"{shorten(name)} is no bare name of a scenario, never a path; it is looked"
            " up beside this file, then among the packaged ones"
        )
    for suffix in _SUFFIXES if home is not None else ():
        beside = Path(home or "", f"{name}{suffix}")
        if beside.is_file():
            return beside
    if name not in scenario_names():
        raise InputError(
            f"there is no scenario {shorten(name)}; {nearest(name, scenario_names())}"
        )
    return name


def _combined(
    definition: Definition, scenarios: Mapping[str, Scenario]
) -> dict[tuple[str, ...], Scenario]:
    """Return every combination of choices with the scenario that it comes to."""
    choices = definition.factors
    many = len(scenarios) * math.prod(len(one) for one in choices.values())
    if many > _MOST_COMBINATIONS:
        raise MisplacedError(
            ("factors",),
            f"the choices have {many:,} combinations; at most {_MOST_COMBINATIONS} are"
            " allowed",
        )
    found: dict[tuple[str, ...], Scenario] = {}
    for name, scenario in scenarios.items():
        for chosen in product(*choices.values()):
            one = scenario
            for factor, choice in zip(choices, chosen, strict=True):
                here = ("factors", factor, choice)
                one = _applied(choices[factor][choice], one, here)
            key = (name, *chosen) if len(scenarios) > 1 else chosen
            # Cut last, and unchecked: what happens after the end is simply not run.
            end = definition.end or one.end
            found[key] = one.model_copy(update={"end": end})
    return found


def _applied(choice: Choice, scenario: Scenario, here: tuple[str, ...]) -> Scenario:
    try:
        return choice.applied(scenario)
    except ValidationError as error:
        path, message = mistake_at(error, Scenario)
        raise MisplacedError((*here, *path), message) from None
    except InputError as error:
        raise MisplacedError(here, error.message) from None


# ---------------------------------------------------------------------------- factors


def _factors(definition: Definition) -> Iterator[Factor]:
    if len(definition.scenarios) > 1:
        yield Factor(
            "scenario",
            choices=definition.scenarios,
            words={"en": "scenario", "ko": "시나리오"},
        )
    for name, choices in definition.factors.items():
        plain = name.replace("_", " ")
        yield Factor(name, choices=tuple(choices), words={"en": plain})
    for flat, (low, high) in (definition.levers | definition.uncertainties).items():
        yield Factor(flat, low, high, words={"en": card_of(flat)[0].meaning})


# --------------------------------------------------------------------------- outcomes


def _outcomes(
    definition: Definition, scenario: Scenario
) -> Iterator[tuple[str, Phrase]]:
    names = set()
    for place, text in enumerate(definition.outcomes):
        try:
            one = phrase(text, scenario)
        except InputError as error:
            raise MisplacedError(("outcomes", place), error.message) from None
        if one.name in names:
            raise MisplacedError(
                ("outcomes", place), f"{one.name!r} is asked for twice"
            )
        names.add(one.name)
        yield one.name, one


def _yearly(
    definition: Definition, scenario: Scenario
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield series over time, each with the years that the scenario has whole."""
    first = int(scenario.start[:4]) + (scenario.start[5:] != "01")
    last = int(scenario.end[:4]) - (scenario.end[5:] != "12")
    years = tuple(str(year) for year in range(first, last + 1))
    for place, text in enumerate(definition.over_time):
        here = ("over_time", place)
        if not years:
            raise MisplacedError(here, "the scenario has no whole year")
        if text and text.split()[-1][:4].isdecimal():
            raise MisplacedError(
                here, f"{shorten(text)} has months of its own; name a series only"
            )
        try:
            # With a year it is the series, where an outcome has the same name.
            one = phrase(f"{text} {years[0]}", scenario)
        except InputError as error:
            raise MisplacedError(here, error.message) from None
        yield one.name.removesuffix(f" {years[0]}"), years


def as_data(experiment: Experiment) -> dict[str, Any]:
    """Return what its file says as plain data, in one order."""
    return experiment.definition.model_dump(
        mode="json", by_alias=True, exclude_defaults=True
    )
