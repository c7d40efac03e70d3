"""The outcomes that have a name: what tables show and charts compare.

They are a table, ``outcomes.csv`` beside this module, a line an outcome: which series
it is read off and how, its unit, and its words in both languages.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from analysis.measures import (
    Runs,
    at_end,
    average,
    mean_at_end,
    peak,
    total,
    total_of,
)

if TYPE_CHECKING:
    from sim.history import History

__all__ = ["GROUPS", "OUTCOMES", "Measure", "Outcome"]

Measure: TypeAlias = Callable[[Any], Any]
"""An outcome in the widest sense: a function of a history, one number per run."""
Words: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A named outcome; call it with a history.

    Attributes
    ----------
    name : str
        As tables and files spell it.
    group : str
        Heading under which it stands, a key of :data:`GROUPS`.
    label, unit, higher : mapping of language to str
        Name and unit for readers, and what a higher value means.
    measure : callable
        History to one number per run, shape (rows,).
    yes_or_no : bool
        Whether it is 0 or 1 in every run, so that its mean is a share of runs.
    headline : bool
        Whether the command line shows it without being asked for everything.
    """

    name: str
    group: str
    label: Words
    unit: Words
    higher: Words
    measure: Measure
    yes_or_no: bool = False
    headline: bool = True

    @property
    def __name__(self) -> str:
        """The name, where a function's name is asked for."""
        return self.name

    def alone(self, lang: str) -> str:
        """Return a name that can stand without its heading: threats need theirs."""
        own = self.label[lang]
        if self.group != "threat" or self.name == "misperception":
            return own
        return f"{GROUPS[self.group][lang]} ({own})"

    def __call__(self, history: History) -> Runs:
        """Return the outcome of every run, shape (rows,)."""
        return np.asarray(self.measure(history), dtype=np.float64)


GROUPS: Mapping[str, Words] = MappingProxyType(
    {
        "arming": {"en": "Arming at the end", "ko": "마지막 달의 군비"},
        "threat": {"en": "Felt threat", "ko": "느끼는 위협"},
        "ties": {"en": "Ties", "ko": "유대"},
        "allies": {"en": "What the allies do", "ko": "동맹의 대응"},
        "war": {"en": "War in Ukraine", "ko": "우크라이나 전쟁"},
        "sanctions": {"en": "Sanctions on North Korea", "ko": "대북 제재"},
        "nk": {"en": "North Korea", "ko": "북한"},
        "talks": {"en": "Talks with the United States", "ko": "북미 대화"},
        "crises": {"en": "Attacks and crises", "ko": "공격과 위기"},
    }
)
"""Headings of groups of outcomes, by language."""

_UNITS: Mapping[str, Words] = {
    "gdp": {"en": "% of GDP", "ko": "GDP의 %"},
    "money": {"en": "bn US$", "ko": "십억 달러"},
    "threat": {"en": "threat", "ko": "위협"},
    "share": {"en": "share", "ko": "비율"},
    "runs": {"en": "share of runs", "ko": "실행의 비율"},
    "months": {"en": "months", "ko": "개월"},
    "land": {"en": "share of Ukraine", "ko": "우크라이나 대비 비율"},
    "shells": {"en": "million shells", "ko": "백만 발"},
    "troops": {"en": "thousand persons", "ko": "천 명"},
    "count": {"en": "number", "ko": "건"},
    "trade": {"en": "share of trade", "ko": "무역 대비 비율"},
    "trend": {"en": "ratio to trend", "ko": "추세 대비 비율"},
    "ratio": {"en": "ratio", "ko": "비율"},
    "warheads": {"en": "warheads", "ko": "기"},
    "steps": {"en": "steps, 0 to 5", "ko": "단계, 0–5"},
}


_READINGS: Mapping[str, Callable[..., Runs]] = {
    "end": at_end,
    "mean": average,
    "total": total,
    "peak": peak,
}
"""How one series is read."""

_JOINT: Mapping[str, Callable[..., Runs]] = {"end": mean_at_end, "total": total_of}
"""How several series are read as one."""


def _measure(reading: str, series: str) -> Measure:
    keys = tuple(series.split())
    if len(keys) == 1:
        return partial(_READINGS[reading], key=keys[0])
    return partial(_JOINT[reading], keys=keys)


def _read() -> Mapping[str, Outcome]:
    text = (resources.files("analysis") / "outcomes.csv").read_text(encoding="utf-8")
    found = {}
    for row in csv.DictReader(text.splitlines()):
        found[row["name"]] = Outcome(
            name=row["name"],
            group=row["group"],
            label={"en": row["en"], "ko": row["ko"]},
            unit=_UNITS[row["unit"]],
            higher={"en": row["higher_en"], "ko": row["higher_ko"]},
            measure=_measure(row["reading"], row["series"]),
            yes_or_no=row["yes_or_no"] == "yes",
            headline=row["headline"] == "yes",
        )
    return MappingProxyType(found)


OUTCOMES: Mapping[str, Outcome] = _read()
"""Every named outcome, in the order in which tables show them."""
