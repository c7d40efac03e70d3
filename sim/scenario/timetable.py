"""The parts of a scenario that have words or dates: texts, terms, events, levers."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from sim.errors import InputError
from sim.scenario.bundles import profiles, traits_of
from sim.scenario.distributions import checked_number
from sim.scenario.months import checked_month, month_number
from sim.scenario.reading import shorten

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
    """A parameter moved by date, in a straight line, to a value where it stays.

    ``from`` is the first month that differs, and ``until`` the month in which the
    value is reached: both included, so that a lever without ``until`` acts at once.
    """

    parameter: str = Field(
        description="the name of a parameter, or of one state's copy of it"
    )
    since: Month = Field(alias="from", description="the first month, YYYY-MM")
    until: Month | None = Field(
        default=None, description="the month in which the value is reached, YYYY-MM"
    )
    to: Number = Field(description="the value reached, a number")

    def weight(self, month: int) -> float:
        """Return how far the way is gone in a month, by its number: 0 to 1."""
        first = month_number(self.since)
        last = first if self.until is None else month_number(self.until)
        return min(1.0, max(0.0, (month - first + 1) / (last - first + 1)))
