"""The register: what the two papers say, and where the model says it.

It is a table, ``mechanisms.csv`` beside this module, a line for each of the papers'
166 mechanisms. A line names what turns the mechanism off, the series on which it shows
first, and the sign that the papers give it there. From that line alone the link can be
tried: the same futures with the mechanism on and off.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from analysis.measures import Runs, over_months

if TYPE_CHECKING:
    from sim.history import History
    from sim.scenario import Scenario

__all__ = [
    "MECHANISMS",
    "Link",
    "Mechanism",
    "Settings",
    "effect",
    "rules_reading",
    "settings_in",
    "shortened",
]

Settings: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Link:
    """How a mechanism is tried.

    Attributes
    ----------
    off, on : mapping of name to float
        Parameters that turn it off; what else holds where it is on (first guesses
        unless said otherwise).
    scenario : str
        Where.
    series : tuple of str
        The recorded series, added up, on which it shows first.
    months : int
        Over how many months, from the first, the series is averaged.
    sign : int
        1 if the mechanism raises it, -1 if it lowers it.
    """

    off: Settings
    on: Settings
    scenario: str
    series: tuple[str, ...]
    months: int
    sign: int


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One mechanism of the papers.

    Attributes
    ----------
    id, title : str
        Its number and a name.
    when, then : str
        The claim, in paraphrase.
    section, status : str
        Where the papers make it, and how firmly: stated, hedged, reported.
    link : Link or None
        How it is tried; None where no state variable can carry it.
    note : str
        Why not, or what else to know.
    """

    id: str
    title: str
    when: str
    then: str
    section: str
    status: str
    link: Link | None
    note: str


def settings_in(text: str) -> Settings:
    """Return what ``a=0; b=1`` in a table says, as a mapping."""
    pairs = (one.split("=") for one in text.split(";") if one.strip())
    return MappingProxyType({name.strip(): float(value) for name, value in pairs})


def _link(row: Mapping[str, str]) -> Link | None:
    if not row["series"]:
        return None
    return Link(
        off=settings_in(row["off"]),
        on=settings_in(row["on"]),
        scenario=row["scenario"],
        series=tuple(row["series"].split()),
        months=int(row["months"]),
        sign=1 if row["sign"] == "+" else -1,
    )


def _read() -> Mapping[str, Mechanism]:
    text = (resources.files("analysis") / "mechanisms.csv").read_text(encoding="utf-8")
    told = ("id", "title", "when", "then", "section", "status", "note")
    rows = list(csv.DictReader(text.splitlines()))
    return MappingProxyType(
        {
            row["id"]: Mechanism(**{name: row[name] for name in told}, link=_link(row))
            for row in rows
        }
    )


MECHANISMS: Mapping[str, Mechanism] = _read()
"""Every mechanism of the papers, by number."""


def rules_reading(names: Settings) -> list[str]:
    """Return the rules that read any of some parameters, in alphabetical order."""
    from sim.laws import parameters_of
    from sim.rules import RULES

    bare = {name.split(".")[0] for name in names}
    return sorted(name for name, rule in RULES.items() if bare & {*parameters_of(rule)})


def effect(
    link: Link, runs: int = 128, seed: int = 0, *, fast: bool = False
) -> tuple[float, float]:
    """Return what turning a mechanism on does to its series, and the error of that.

    Parameters
    ----------
    link : Link
        What to try.
    runs : int
        Futures of each arm; the arms share their luck.
    seed : int
        Of the luck.
    fast : bool
        Whether months are run in compiled form.

    Returns
    -------
    mean, error : float
        Mean paired difference, on less off, of the series' mean over the months, and
        its standard error.
    """
    read = partial(over_months, plus=link.series, last=link.months)
    if link.on:
        on = read(_futures(link, link.on, runs, seed, fast))
    else:
        on = read(_at_first_guesses(link.scenario, runs, seed, fast))
    off = read(_futures(link, {**link.on, **link.off}, runs, seed, fast))
    difference: Runs = on - off
    error = float(difference.std(ddof=1)) / float(np.sqrt(runs))
    return float(difference.mean()), error


@lru_cache(maxsize=4)
def _at_first_guesses(scenario: str, runs: int, seed: int, fast: bool) -> History:
    """Return the futures that most links are compared with, run once."""
    from sim.ensemble import run
    from sim.scenario import load_scenario

    guessed = load_scenario(scenario).at_first_guesses()
    return run(guessed, runs=runs, seed=seed, fast=fast)


def _futures(
    link: Link, settings: Settings, runs: int, seed: int, fast: bool
) -> History:
    """Return the futures of one arm, as far as the link looks."""
    from sim.ensemble import run
    from sim.scenario import load_scenario

    scenario = shortened(load_scenario(link.scenario).at_first_guesses(), link.months)
    return run(scenario, runs=runs, seed=seed, parameters=dict(settings), fast=fast)


def shortened(scenario: Scenario, months: int) -> Scenario:
    """Return a scenario that ends after some months."""
    from sim.scenario.months import month_label, month_number

    last = month_label(month_number(scenario.start) + months - 1)
    return scenario.model_copy(update={"end": min(scenario.end, last)})
