"""The ledger: every claim of the papers as an experiment that can be run.

A claim is declared in YAML, in ``ledger/`` beside this module: what is said, who says
it, the arms that differ in its cause, and the outcomes that are read elsewhere. Nothing
of what comes out is written there.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError, model_validator

from sim.errors import InputError, nearest
from sim.parameters import card_of
from sim.scenario import Scenario, load_scenario, scenario_names
from sim.scenario.mistakes import MisplacedError, mistake_at
from sim.scenario.months import month_number
from sim.scenario.reading import Document, read_yaml, shorten
from sim.scenario.timetable import Event, Frozen, Lever, Month, Text
from sim.state import SERIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["SECTIONS", "Arm", "Claim", "Reading", "Signed", "claims", "read_claims"]

SECTIONS: tuple[str, ...] = (
    "cooperation",
    "dilemma",
    "sanctions",
    "strategy",
    "policy",
    "refinements",
)
"""The files of the ledger, in the order in which a reader wants them."""

_ID = re.compile("[HX][0-9]{2}")
_TERM = re.compile(r"\s*([+-])\s*([\w.*]+)")

Expected = Literal["+", "-", "±", "0"]
Status = Literal["stated", "hedged", "reported", "inferred"]


class Signed(Frozen):
    """A sum of recorded series, each added or taken away.

    Attributes
    ----------
    plus, minus : tuple of str
        Dotted names of series, as :class:`sim.history.History` has them.
    """

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


def signed(text: str) -> Signed:
    """Return the sum that ``a.B + c - d.*`` says.

    A name with ``*`` stands for every series that it matches: ``tests.NK.*``.

    Raises
    ------
    InputError
        If it is no such sum, or a series is unknown.
    """
    whole = text if text.lstrip()[:1] in ("+", "-") else f"+ {text}"
    if not text.strip() or not re.fullmatch(f"(?:{_TERM.pattern})+\\s*", whole):
        raise InputError(
            f"is {shorten(text)}; it must be a sum of series, such as "
            "'spending.ROK + spending.Japan'"
        )
    found: dict[str, list[str]] = {"+": [], "-": []}
    for sign, name in _TERM.findall(whole):
        pattern = re.compile(re.escape(name).replace(r"\*", "[^.]+"))
        matching = [key for key in SERIES if pattern.fullmatch(key)]
        if not matching:
            raise InputError(f"names no series: {nearest(name, SERIES)}")
        found[sign] += matching
    return Signed(plus=tuple(found["+"]), minus=tuple(found["-"]))


def _checked_series(text: str) -> str:
    signed(text)
    return text


def _checked_settings(given: dict[str, float]) -> dict[str, float]:
    for name, value in given.items():
        card, state = card_of(name)
        for one in (state,) if state else card.states or (None,):
            low, high = card.range(one)
            if not low <= value <= high:
                raise InputError(
                    f"sets {name} to {value:g}; it must be from {low:g} to {high:g}"
                )
    return given


class Arm(Frozen):
    """One side of an experiment: a scenario, and how it differs.

    Attributes
    ----------
    scenario : str
        A packaged scenario.
    set : mapping of name to float
        Parameters and strengths that are the same at every point and in every month.
    without : tuple of str
        Levers and events of the scenario that are taken away.
    levers, events : mapping
        What is added, as a scenario file spells it.
    """

    scenario: str = "baseline"
    set: Annotated[dict[str, float], AfterValidator(_checked_settings)] = Field(
        default_factory=dict
    )
    without: tuple[str, ...] = ()
    levers: dict[str, Lever] = Field(default_factory=dict)
    events: dict[str, Event] = Field(default_factory=dict)

    def load(self) -> Scenario:
        """Return the arm's scenario; its settings are not in it.

        Raises
        ------
        InputError
            If there is no such scenario, or it has nothing to do without.
        """
        scenario = _guessed(self.scenario)
        have = {*scenario.levers, *scenario.events}
        for name in self.without:
            if name not in have:
                raise InputError(
                    f"{self.scenario} has no lever or event {name!r} to do without; "
                    + nearest(name, have)
                )
        levers = {k: v for k, v in scenario.levers.items() if k not in self.without}
        events = {k: v for k, v in scenario.events.items() if k not in self.without}
        return Scenario.model_validate(
            dict(scenario)
            | {"levers": levers | self.levers, "events": events | self.events}
        )


class Reading(Frozen):
    """One outcome of a claim: where it is read, and which way it should go.

    Attributes
    ----------
    words : Text
        What it is.
    series : str
        A sum of recorded series, such as ``spending.ROK + spending.Japan``.
    how : {'mean', 'highest'}
        What is taken of it over the months.
    quarters : tuple of int
        From and to how many quarters after the treatment begins.
    effect : mapping of arm to float
        Weights of the arms; the effect is their sum, and they add up to 0.
    control : str
        The arm whose spread over luck is the unit.
    expect : {'+', '-', '±', '0'}
        The claimed sign; ``±`` where the papers disagree or claim none, ``0`` where
        the claim is that nothing happens.
    smallest : float
        The smallest effect that matters, in standard deviations of the control.
    """

    words: Text
    series: Annotated[str, AfterValidator(_checked_series)]
    how: Literal["mean", "highest"] = "mean"
    quarters: tuple[
        Annotated[int, Field(ge=0, le=80)], Annotated[int, Field(ge=1, le=80)]
    ]
    effect: dict[str, float] = Field(
        default_factory=lambda: {"treatment": 1.0, "control": -1.0}
    )
    control: str = "control"
    expect: Expected
    smallest: float = Field(default=0.1, gt=0.0, le=2.0)

    @property
    def sign(self) -> int:
        """1 or -1 as claimed, else 0."""
        return {"+": 1, "-": -1}.get(self.expect, 0)

    @property
    def months(self) -> tuple[int, int]:
        """First month and the one after the last, counted from the treatment."""
        return 3 * self.quarters[0], 3 * self.quarters[1]


class Claim(Frozen):
    """What a paper says, and how it is tried.

    Attributes
    ----------
    words : Text
        The statement.
    source : str
        Which paper, and where.
    status : tuple of str
        How firmly: stated, hedged, reported, or inferred by us from the text.
    begins : str
        The month from which quarters are counted.
    all : Arm
        What all arms have in common.
    arms : mapping of name to Arm
    readings : tuple of Reading
    record : Text, optional
        What data to 2020 say against it.
    note : Text, optional
        What stands for what, and what else to know.
    """

    words: Text
    source: str = Field(min_length=1)
    status: tuple[Status, ...] = Field(min_length=1)
    begins: Month = "2022-01"
    all: Arm = Arm()
    arms: dict[str, Arm] = Field(min_length=2)
    readings: tuple[Reading, ...] = Field(min_length=1)
    record: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _check(self) -> Claim:
        for place, reading in enumerate(self.readings):
            here = ("readings", place)
            for arm in (*reading.effect, reading.control):
                if arm not in self.arms:
                    raise MisplacedError(
                        (*here, "effect"),
                        f"there is no arm {shorten(arm)}; {nearest(arm, self.arms)}",
                    )
            if abs(sum(reading.effect.values())) > _ROUNDING:
                raise MisplacedError(
                    (*here, "effect"),
                    "the weights of the arms must add up to 0",
                )
            if reading.quarters[0] >= reading.quarters[1]:
                raise MisplacedError(
                    (*here, "quarters"), "the first must come before the last"
                )
            self._check_elsewhere(here, reading)
        for name in self.arms:
            self._check_arm(name)
        unused = set(self.arms) - {
            arm for one in self.readings for arm in (*one.effect, one.control)
        }
        if unused:
            raise MisplacedError(("arms", min(unused)), "is used by no reading")
        return self

    def _check_elsewhere(self, here: tuple[str | int, ...], reading: Reading) -> None:
        """Refuse an outcome that a treatment sets by hand."""
        read = signed(reading.series)
        keys = {key.split(".")[0] for key in (*read.plus, *read.minus)}
        arms = (self.all, *self.arms.values())
        levers = [one for arm in arms for one in arm.levers.values()]
        moved = {name for arm in arms for name in arm.set}
        moved |= {name for lever in levers for name in lever.targets()}
        same = keys & {name.split(".")[0] for name in moved}
        if same:
            raise MisplacedError(
                (*here, "series"),
                f"{min(same)} is set by the treatment; read what follows from it",
            )

    def _check_arm(self, name: str) -> None:
        try:
            scenario = self.arm(name).load()
        except ValidationError as error:
            raise MisplacedError(
                ("arms", name), mistake_at(error, Scenario)[1]
            ) from None
        except InputError as error:
            raise MisplacedError(("arms", name), error.message) from None
        last = max(reading.months[1] for reading in self.readings)
        if self.first_month(scenario) < 0:
            raise MisplacedError(
                ("begins",), f"{self.begins} is before the scenario's start"
            )
        if self.first_month(scenario) + last > _months(scenario):
            raise MisplacedError(
                ("arms", name), f"the scenario ends before quarter {last // 3}"
            )

    def arm(self, name: str) -> Arm:
        """Return an arm, with what all arms have in common."""
        one, common = self.arms[name], self.all
        return Arm(
            scenario=common.scenario
            if one.scenario == _PLAIN.scenario
            else one.scenario,
            set={**common.set, **one.set},
            without=(*common.without, *one.without),
            levers={**common.levers, **one.levers},
            events={**common.events, **one.events},
        )

    def first_month(self, scenario: Scenario) -> int:
        """Return how many months the treatment begins after a scenario's start."""
        return month_number(self.begins) - month_number(scenario.start)


def _guessed(name: str) -> Scenario:
    """Return a scenario at first guesses."""
    if name in scenario_names():
        return _packaged(name)
    return load_scenario(name).at_first_guesses()


@cache
def _packaged(name: str) -> Scenario:
    """Return one that cannot change, and that most arms of the ledger begin from."""
    return load_scenario(name).at_first_guesses()


_PLAIN = Arm()
_ROUNDING = 1e-9


def _months(scenario: Scenario) -> int:
    return month_number(scenario.end) - month_number(scenario.start) + 1


@lru_cache(maxsize=1)
def claims() -> Mapping[str, Claim]:
    """Return every claim of the ledger by number, in its order."""
    folder = resources.files("analysis.claims") / "ledger"
    found: dict[str, Claim] = {}
    for section in SECTIONS:
        found.update(read_claims(folder / f"{section}.yaml"))
    return MappingProxyType(found)


def read_claims(file: Traversable | Path) -> dict[str, Claim]:
    """Return the claims that a file declares.

    Parameters
    ----------
    file : Path or Traversable
        YAML: a mapping of numbers (``H08``, ``X03``) to claims.

    Raises
    ------
    InputError
        If it cannot be read or a claim is wrong; the message has file and line.
    """
    document = read_yaml(file)
    return {name: _claim(name, document) for name in document.data}


def _claim(name: str, document: Document) -> Claim:
    if not _ID.fullmatch(name):
        raise document.error((name,), f"{shorten(name)} is no number such as H08")
    try:
        return Claim.model_validate(document.data[name])
    except ValidationError as error:
        path, message = mistake_at(error, Claim)
        raise document.error((name, *path), message) from None
