"""The record's tables, read: figures by month and by year, with unit and source."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

__all__ = [
    "FIRST",
    "LAST",
    "QUANTITIES",
    "Quantity",
    "Resolution",
    "monthly",
    "of_whom",
    "quantity",
    "record",
    "resolutions",
    "yearly",
]

FIRST, LAST = "2006-01", "2020-12"
"""The months that the tables span. What came later is no guide to the model."""

Reading: TypeAlias = Literal["sum", "any", "mean", "end", "growth", "votes", ""]
Words: TypeAlias = "Mapping[str, str]"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """One thing that was counted or measured.

    Attributes
    ----------
    name : str
        As tables and files spell it.
    every : {'month', 'year'}
        How often there is a figure.
    unit, label : mapping of language to str
        For readers.
    source : str
        On whose word, a key of the bibliography in brackets.
    series : str
        What the model records in its place, without a state where it has one of each;
        empty where it has nothing that compares.
    only : str
        Of whom alone it has one; empty where of all.
    reading : {'sum', 'any', 'mean', 'end', 'growth', 'votes', ''}
        How a month or a year is read off that series: the sum of its months, 1 if
        there was any, their mean, the last, the growth of their mean over that of the
        year before in percent, or the votes that go with the last
        (:mod:`analysis.observed.votes`).
    """

    name: str
    every: Literal["month", "year"]
    unit: Words
    label: Words
    source: str
    series: str
    only: str
    reading: Reading

    def counterpart(self, of: str) -> str:
        """Return the key of what the model records in place of someone's figures.

        Parameters
        ----------
        of : str
            A state, two such as ``NK-China``, or empty for what is counted by month.

        Returns
        -------
        str
            Such as ``spending.ROK``; empty where there is nothing that compares.
        """
        if not self.series or (self.only and of != self.only):
            return ""
        if not of or "." in self.series:
            return self.series
        return ".".join([self.series, *of.split("-")])


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution of the Security Council on North Korea.

    Attributes
    ----------
    number : str
        Of the resolution.
    adopted, after : str
        ``YYYY-MM-DD`` of the vote, and of what it answered; the latter is empty where
        it answered no single event.
    occasion : str
        What it answered.
    """

    number: str
    adopted: str
    after: str
    occasion: str

    @property
    def lag(self) -> int | None:
        """Days from what it answered to the vote."""
        from datetime import date

        if not self.after:
            return None
        return (date.fromisoformat(self.adopted) - date.fromisoformat(self.after)).days


@cache
def _lines(name: str) -> tuple[dict[str, str], ...]:
    path = resources.files("analysis.observed") / f"{name}.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


QUANTITIES: Mapping[str, Quantity] = MappingProxyType(
    {
        line["quantity"]: Quantity(
            name=line["quantity"],
            every=cast("Literal['month', 'year']", line["every"]),
            unit={"en": line["unit_en"], "ko": line["unit_ko"]},
            label={"en": line["en"], "ko": line["ko"]},
            source=line["source"],
            series=line["series"],
            only=line["only"],
            reading=cast("Reading", line["reading"]),
        )
        for line in _lines("quantities")
    }
)
"""Everything that the record holds, by name."""


def quantity(name: str) -> Quantity:
    """Return a quantity of the record by its name.

    Raises
    ------
    InputError
        If the record holds no such quantity.
    """
    if name not in QUANTITIES:
        raise InputError(f"no quantity {name!r} on record; {nearest(name, QUANTITIES)}")
    return QUANTITIES[name]


def monthly(name: str) -> pd.Series[float]:
    """Return what was counted in every month.

    Parameters
    ----------
    name : str
        A quantity with a figure every month.

    Returns
    -------
    Series of float
        In the quantity's unit, by label ``YYYY-MM`` from :data:`FIRST` to
        :data:`LAST`; a month without an event is 0.

    Raises
    ------
    InputError
        If there is no such quantity, or its figures are by year.
    """
    import pandas as pd

    _check(name, "month")
    lines = _lines("months")
    return pd.Series(
        [float(line[name]) for line in lines],
        index=pd.Index([line["month"] for line in lines], name="month"),
        name=name,
    )


def yearly(name: str, of: str) -> pd.Series[float]:
    """Return the figure of every year that has one.

    Parameters
    ----------
    name : str
        A quantity with a figure every year.
    of : str
        A state, or two such as ``NK-China``, in the order of the cast.

    Returns
    -------
    Series of float
        In the quantity's unit, by year (int); years without a figure are left out.

    Raises
    ------
    InputError
        If there is no such quantity, it is counted by month, or it is not of them.
    """
    import pandas as pd

    _check(name, "year")
    if of not in of_whom(name):
        hint = nearest(of, of_whom(name))
        raise InputError(f"no {name!r} of {of!r} on record; {hint}")
    found = [
        (int(line["year"]), float(line["value"]))
        for line in _lines("years")
        if (line["quantity"], line["of"]) == (name, of)
    ]
    return pd.Series(
        [value for _, value in found],
        index=pd.Index([year for year, _ in found], name="year"),
        name=f"{name} {of}",
    )


def of_whom(name: str) -> tuple[str, ...]:
    """Return of whom a quantity has figures; ``("",)`` of what is counted by month."""
    if quantity(name).every == "month":
        return ("",)
    lines = (line for line in _lines("years") if line["quantity"] == name)
    return tuple(dict.fromkeys(line["of"] for line in lines))


def resolutions() -> tuple[Resolution, ...]:
    """Return the Council's resolutions on North Korea, in order."""
    return tuple(
        Resolution(line["resolution"], line["adopted"], line["after"], line["occasion"])
        for line in _lines("resolutions")
    )


def record() -> pd.DataFrame:
    """Return the whole record in the form in which forecasts are scored.

    Returns
    -------
    DataFrame
        ``quantity``, ``of`` (empty for what is counted by month), ``time``
        (``YYYY-MM`` or ``YYYY``) and ``value``; a line each. Where the model knows only
        whether something happened in a month, the value is 1 or 0.
    """
    import pandas as pd

    lines: list[tuple[str, str, str, float]] = []
    for one in QUANTITIES.values():
        if one.every == "month":
            counts = monthly(one.name)
            if one.reading == "any":
                counts = counts.clip(upper=1.0)
            lines += [
                (one.name, "", str(time), float(value))
                for time, value in counts.items()
            ]
            continue
        for of in of_whom(one.name):
            figures = yearly(one.name, of)
            lines += [
                (one.name, of, str(time), float(value))
                for time, value in figures.items()
            ]
    return pd.DataFrame(lines, columns=["quantity", "of", "time", "value"])


def _check(name: str, every: str) -> None:
    one = quantity(name)
    if one.every != every:
        raise InputError(f"{name!r} has a figure every {one.every}, not every {every}")
