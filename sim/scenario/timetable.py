"""The parts of a scenario that have words or dates: texts, terms, events, levers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, model_validator

from sim.errors import InputError, nearest
from sim.parameters import card_of
from sim.scenario.bundles import levers, profiles, targets_of, traits_of
from sim.scenario.distributions import checked_number
from sim.scenario.mistakes import MisplacedError
from sim.scenario.months import checked_month, month_number
from sim.scenario.reading import KeyPath, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EVENT_KINDS", "Event", "Frozen", "Lever", "Month", "Term", "Text"]

EventKind = Literal[
    "invasion", "ceasefire", "nuclear_test", "succession", "taiwan_crisis"
]
EVENT_KINDS: tuple[str, ...] = get_args(EventKind)
"""What may happen on a date of its own."""

Month = Annotated[str, PlainValidator(checked_month)]
Number = Annotated[float, PlainValidator(checked_number)]


def _checked_profile(value: object) -> str | dict[str, float]:
    """Take a name or a mapping; what they say is checked where the state is known."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return dict(value)
    raise InputError(
        f"is {shorten(value)}; it must be the name of a profile, or a mapping of "
        "traits to numbers"
    )


def _checked_strength(value: object) -> float:
    number = checked_number(value)
    if not 0.0 <= number <= 1.0:
        raise InputError(f"is {number:g}; it must be a number from 0 to 1")
    return number


class Frozen(BaseModel):
    """A part that is checked when it is made and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Text(Frozen):
    """The same words in English and in Korean."""

    en: str = Field(min_length=1, max_length=4000, description="text in English")
    ko: str = Field(min_length=1, max_length=4000, description="text in Korean")


class Term(Frozen):
    """A government's term: its traits hold from its first month to the next term."""

    since: Month = Field(alias="from", description="the first month, YYYY-MM")
    profile: Annotated[str | dict[str, float], PlainValidator(_checked_profile)] = (
        Field(description="the name of a profile, or a mapping of traits to numbers")
    )

    def traits(self, state: str) -> dict[str, float]:
        """Return what the term sets for a state's government, under flat names."""
        if isinstance(self.profile, str):
            return dict(profiles()[self.profile].traits)
        return traits_of(state, self.profile)


class Event(Frozen):
    """Something that happens in one month."""

    kind: EventKind = Field(description="what happens: " + " or ".join(EVENT_KINDS))
    on: Month = Field(description="the month, YYYY-MM")


class Lever(Frozen):
    """Parameters moved by date, each in a straight line, to values where they stay.

    What moves is one parameter (``parameter`` and ``to``), what a packaged lever of
    policy says (``use``), or a mapping (``moves``). ``from`` is the first month that
    differs, and ``until`` the month in which the values are reached: both included,
    so that a lever without ``until`` acts at once. At a ``strength`` below 1 each
    parameter goes only that share of the way from whatever is then in force.
    """

    parameter: str | None = Field(
        default=None,
        description="the name of a parameter, or of one state's copy of it",
    )
    use: str | None = Field(default=None, description="the name of a lever of policy")
    moves: dict[str, Number] | None = Field(
        default=None, description="a mapping of parameters to the values reached"
    )
    since: Month = Field(alias="from", description="the first month, YYYY-MM")
    until: Month | None = Field(
        default=None, description="the month in which the value is reached, YYYY-MM"
    )
    to: Number | None = Field(default=None, description="the value reached, a number")
    strength: Annotated[float, PlainValidator(_checked_strength)] = Field(
        default=1.0, description="a number from 0 to 1: the share of the way"
    )

    @model_validator(mode="after")
    def _check(self) -> Lever:
        self._check_form()
        if self.use is not None and self.use not in levers():
            raise MisplacedError(
                ("use",),
                f"there is no lever of policy {shorten(self.use)}; "
                + nearest(self.use, levers()),
            )
        try:
            if self.parameter is not None:
                card_of(self.parameter)
        except InputError as error:
            raise MisplacedError(("parameter",), error.message) from None
        try:
            self.targets()
        except InputError as error:
            at: KeyPath = ("to",)
            if self.moves is not None:
                at = ("moves", getattr(error, "key", ""))
            raise MisplacedError(at, error.message) from None
        return self

    def _check_form(self) -> None:
        """Refuse a lever that moves nothing, or says twice what it moves."""
        given = [key for key in _FORMS if getattr(self, key) is not None]
        if len(given) != 1:
            said = " and ".join(map(repr, given)) or "none of them"
            raise MisplacedError(
                tuple(given[1:2]),
                "a lever has one of 'parameter' (with 'to'), 'use' and 'moves'; here "
                f"is {said}",
            )
        if self.moves is not None and not self.moves:
            raise MisplacedError(
                ("moves",), "'moves' is empty; name a parameter and the value reached"
            )
        if (self.to is None) == (self.parameter is not None):
            said = "missing" if self.to is None else "there without 'parameter'"
            raise MisplacedError(
                ("to",), f"'to' is {said}; 'parameter' and 'to' go together"
            )

    def by_name(self) -> Mapping[str, float]:
        """Return where each parameter goes at full strength, as it is written."""
        if self.parameter is not None and self.to is not None:
            return {self.parameter: self.to}
        return self.moves or (levers()[self.use].moves if self.use else {})

    def targets(self) -> dict[str, float]:
        """Return where each parameter goes at full strength, under flat names."""
        return targets_of(self.by_name())

    def weight(self, month: int) -> float:
        """Return how far the way is gone in a month, by its number: 0 to 1."""
        first = month_number(self.since)
        last = first if self.until is None else month_number(self.until)
        gone = min(1.0, max(0.0, (month - first + 1) / (last - first + 1)))
        return gone * self.strength

    def spelled_out(self) -> dict[str, Any]:
        """Return it as plain data, with ``moves`` in place of the name of a lever."""
        data = self.model_dump(
            by_alias=True, exclude_defaults=True, exclude={"use", "moves"}
        )
        if self.parameter is not None:
            return data
        moves = {name: float(value) for name, value in self.by_name().items()}
        # In one order, so that equal levers give equal text.
        return {"moves": moves, **data}


_FORMS = ("parameter", "use", "moves")
"""How a lever may say what it moves."""
