"""The order of the periods: what was higher when, from 2012 to 2024, by variable.

Paper B tells in words what each period was like. Which of two periods had more of
something can be read from it, by how much cannot. A reading of that kind is an order of
the periods with ties, and somebody's judgment; a run agrees with it pair by pair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from analysis.intervals import columns, of_mean
from analysis.pattern.reading import between, offering, used_for, verdict
from analysis.space import drawn
from sim.scenario.plan import Plan

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from sim.history import History
    from sim.terms import Rows

__all__ = [
    "GUESSES",
    "PERIODS",
    "RANGES",
    "READINGS",
    "Reading",
    "measures",
    "ordered",
    "over_ranges",
]

Words: TypeAlias = Mapping[str, str]

PERIODS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "P1": ("2012-01", "2015-12"),
        "P2": ("2016-01", "2017-12"),
        "P3a": ("2018-01", "2019-12"),
        "P3b": ("2020-01", "2021-12"),
        "P4": ("2022-01", "2024-12"),
    }
)
"""The periods of paper B, III, in whole years; its third is cut after the summits."""

GUESSES, RANGES = "first guesses", "whole ranges"
"""What parameters runs have: those of the cards, or any in the cards' ranges."""

_HALF = 0.5

_LUCKS = 4
"""Runs at each point of the parameter space."""
_FEWEST = 2
"""Points that say anything of how points differ."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the periods follow each other by one variable, as paper B is read.

    Attributes
    ----------
    name : str
        As tables spell it.
    words, stand_in : mapping of language to str
        The variable, and what of the model stands for it.
    order : str
        The periods from the least of it to the most, such as ``P1 < P2 = P4 < P3a``.
    measure : callable
        History, first and last month of a period to one number a row.
    given : bool
        Whether the model is told, so that agreement says nothing of it.
    """

    name: str
    words: Words
    stand_in: Words
    order: str
    measure: Callable[[History, str, str], Rows]
    given: bool = False

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Periods of which the second has more, in the order of time."""
        steps = [step.split(" = ") for step in self.order.split(" < ")]
        place = {period: rank for rank, step in enumerate(steps) for period in step}
        return [
            (one, other) if place[one] < place[other] else (other, one)
            for one, other in combinations(PERIODS, 2)
            if place[one] != place[other]
        ]


def _mean_of(*keys: str) -> Callable[[History, str, str], Rows]:
    return partial(_mean_over, keys)


def _mean_over(keys: tuple[str, ...], history: History, first: str, last: str) -> Rows:
    each = [between(history, key, first, last).mean(axis=0) for key in keys]
    return np.mean(each, axis=0)


def _offers(history: History, first: str, last: str) -> Rows:
    return offering(history, first, last).mean(axis=0)


def _openness(history: History, first: str, last: str) -> Rows:
    """Return how open the administrations in office were, the same in every row."""
    plan = Plan(history.scenario)
    months = range(plan.labels.index(first), plan.labels.index(last) + 1)
    told = [plan.inputs(month).dated["openness.US"][0].target for month in months]
    return np.full(history.kept, np.mean(told))


READINGS: tuple[Reading, ...] = (
    Reading(
        "provocation",
        {"en": "North Korea's provocation", "ko": "북한의 도발"},
        {"en": "recent provocation", "ko": "최근의 도발"},
        "P3a < P1 = P3b < P4 < P2",
        _mean_of("provoked.NK"),
    ),
    Reading(
        "offers",
        {"en": "its offers of talks", "ko": "북한의 대화 제의"},
        {
            "en": "months of offer, moratorium or talks",
            "ko": "제의, 유예 또는 대화의 달",
        },
        "P2 < P3b = P4 < P1 < P3a",
        _offers,
    ),
    Reading(
        "openness",
        {"en": "Washington's openness", "ko": "미국의 개방성"},
        {"en": "trait of the profiles", "ko": "정부 성향의 특성"},
        "P1 = P4 < P3b < P2 < P3a",
        _openness,
        given=True,
    ),
    Reading(
        "attention",
        {"en": "Washington's attention", "ko": "미국의 관심"},
        {"en": "attention to Korea", "ko": "한반도에 대한 관심"},
        "P1 = P4 < P3b < P2 = P3a",
        _mean_of("attention.US.Korea"),
    ),
    Reading(
        "stringency",
        {"en": "sanctions on paper", "ko": "제재의 형식적 강도"},
        {"en": "formal stringency", "ko": "형식적 강도"},
        "P1 < P2 = P3a = P3b = P4",
        _mean_of("stringency"),
    ),
    Reading(
        "effectiveness",
        {"en": "sanctions in effect", "ko": "제재의 실효"},
        {"en": "pressure on trade", "ko": "무역에 대한 압력"},
        "P4 < P1 < P3a = P3b < P2",
        _mean_of("pressure"),
    ),
    Reading(
        "distress",
        {"en": "economic distress", "ko": "경제난"},
        {"en": "economic stress", "ko": "경제 압박"},
        "P1 < P2 < P4 < P3a < P3b",
        _mean_of("stress.NK"),
    ),
    Reading(
        "capability",
        {"en": "nuclear and missile capability", "ko": "핵·미사일 능력"},
        {"en": "technology, mean of five domains", "ko": "기술(다섯 분야 평균)"},
        "P1 < P2 = P3a = P3b < P4",
        _mean_of(
            *(
                f"technology.NK.{domain}"
                for domain in (
                    "warhead",
                    "short_range",
                    "icbm",
                    "hypersonic",
                    "submarine",
                )
            )
        ),
    ),
    Reading(
        "russia",
        {"en": "Russia's support", "ko": "러시아의 지원"},
        {"en": "cash, oil and food paid", "ko": "현금·유류·식량 지급"},
        "P1 = P2 < P3a < P3b < P4",
        _mean_of("rents"),
    ),
    Reading(
        "threat",
        {"en": "threat felt in the region", "ko": "동북아의 위협 인식"},
        {
            "en": "felt threat of Pyongyang, Seoul, Tokyo and Beijing",
            "ko": "남북한, 일본, 중국이 느끼는 위협",
        },
        "P1 = P3a = P3b < P2 < P4",
        _mean_of(*(f"threat.{state}" for state in ("NK", "ROK", "Japan", "China"))),
    ),
    Reading(
        "trilateral",
        {"en": "trilateral integration", "ko": "한미일 결속"},
        {"en": "trilateral institutions", "ko": "한미일 제도화"},
        "P1 = P3a < P2 = P3b < P4",
        _mean_of("trilateral"),
    ),
)
"""Paper B, III [PaperB] as we read it: orders, no figures of the paper."""


def measures() -> dict[str, Callable[[History], Rows]]:
    """Return what to read off a history: ``provocation P1`` to a function of it."""
    return {
        f"{one.name} {period}": partial(_in_period, measure=one.measure, period=period)
        for one in READINGS
        for period in PERIODS
    }


def over_ranges(
    runs: int,
    seed: int = 0,
    *,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Mapping[str, npt.NDArray[Any]], npt.NDArray[np.int64]]:
    """Run history with every parameter somewhere in its whole range.

    Parameters
    ----------
    runs : int
        About how many; a few for each point.
    seed : int
        Of the luck, and of the points.
    workers : int
        Processes.
    progress : callable, optional
        Told the run-months done and their total.

    Returns
    -------
    values, luck
        What :func:`ordered` takes: runs at one point are one piece of evidence.
    """
    from sim.ensemble import Rows, run_rows
    from sim.scenario import load_scenario

    scenario = load_scenario("historical")
    points = max(_FEWEST, runs // _LUCKS)
    place = np.repeat(np.arange(points), _LUCKS)
    chosen = drawn(points, seed, {})
    rows = Rows(
        scenario=scenario,
        luck_ids=np.arange(place.size),
        parameters={
            name: one[place] if np.ndim(one) else one for name, one in chosen.items()
        },
        seed=seed,
    )
    (history,) = run_rows(
        [rows], outcomes=measures(), keep=0, workers=workers, progress=progress
    )
    return history.outcomes, place


def ordered(
    values: Mapping[str, npt.NDArray[Any]],
    luck: npt.NDArray[np.integer[Any]] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    r"""Return how far runs put the periods in the order that was read.

    Parameters
    ----------
    values : mapping of name to ndarray, shape (runs,)
        What :func:`measures` read off histories.
    luck : ndarray of int, shape (runs,), optional
        Runs with the same number are one piece of evidence; all different by default.

    Returns
    -------
    orders : DataFrame
        ``variable``, whether it is ``given``, the order of the ``reading`` and the one
        ``found`` by medians over runs; over the ``pairs`` of periods that the reading
        tells apart, the share that the mean run has ``right``, the same of pairs that
        end by December 2020 (``early``; NaN where there are none), the share of runs
        with ``all`` of them right and the mean of Kendall's :math:`\tau_b` (``tau``),
        each with its 95% interval; the ``verdict`` on what is right (``yes``,
        ``partly``, ``no``, or empty where it is given) by
        :func:`analysis.pattern.reading.verdict`, but no better than ``partly`` where
        it ``fails``: those are the pairs that most runs have wrong.
    pairs : DataFrame
        ``variable``, the periods that have ``less`` and ``more`` of it, what the pair
        is of ``use`` for, and the ``share`` of runs that have it right, with its
        interval.

    Notes
    -----
    Periods that are equal in the reading may be in any order in a run; only
    :math:`\tau_b` [Kendall1945] minds. Periods that are equal in a run, but not in the
    reading, are wrong.
    """
    import pandas as pd

    orders, every = [], []
    for one in READINGS:
        means = {
            period: np.asarray(values[f"{one.name} {period}"], dtype=np.float64)
            for period in PERIODS
        }
        right = np.array([means[more] > means[less] for less, more in one.pairs])
        shares = [row.mean() for row in right]
        ends = [columns("share", of_mean(row, luck)) for row in right]
        uses = [
            used_for(max(PERIODS[period][1] for period in pair)) for pair in one.pairs
        ]
        early = right[[use == "development" for use in uses]]
        whole = right.all(axis=0)
        mean, tau = right.mean(axis=0), _tau(means, one.pairs)
        fails = [
            f"{less} < {more}"
            for (less, more), end in zip(one.pairs, ends, strict=True)
            if end["share_to"] < _HALF
        ]
        low, high = of_mean(mean, luck)
        orders.append(
            {
                "variable": one.name,
                "given": one.given,
                "reading": one.order,
                "found": _order({at: float(np.median(means[at])) for at in PERIODS}),
                "pairs": len(right),
                "right": mean.mean(),
                **columns("right", (low, high)),
                **_known("early", early.mean(axis=0) if early.size else None, luck),
                **_known("all", whole.astype(np.float64), luck),
                **_known("tau", tau, luck),
                "verdict": "" if one.given else _judged(low, high, fails),
                "fails": ", ".join(fails),
            }
        )
        every += [
            {"variable": one.name, "less": less, "more": more, "use": use}
            | {"share": share}
            | end
            for (less, more), use, share, end in zip(
                one.pairs, uses, shares, ends, strict=True
            )
        ]
    return pd.DataFrame(orders), pd.DataFrame(every)


def _judged(low: npt.ArrayLike, high: npt.ArrayLike, fails: list[str]) -> str:
    found = verdict(float(np.asarray(low)), float(np.asarray(high)))
    return "partly" if found == "yes" and fails else found


def _order(levels: Mapping[str, float]) -> str:
    """Return periods from least to most, as readings are written."""
    rising = sorted(set(levels.values()))
    steps = [[at for at in levels if levels[at] == level] for level in rising]
    return " < ".join(" = ".join(step) for step in steps)


def _known(
    name: str, values: Rows | None, luck: npt.NDArray[np.integer[Any]] | None
) -> dict[str, float]:
    """Return a mean over runs with its interval, NaN where there is nothing."""
    if values is None:
        return {name: np.nan, f"{name}_from": np.nan, f"{name}_to": np.nan}
    return {name: float(values.mean()), **columns(name, of_mean(values, luck))}


def _tau(means: Mapping[str, Rows], pairs: list[tuple[str, str]]) -> Rows:
    r"""Return Kendall's :math:`\tau_b` of every run, 0 where a run has no order."""
    agreed = np.sum([np.sign(means[b] - means[a]) for a, b in pairs], axis=0)
    told = np.sum(
        [means[one] != means[other] for one, other in combinations(PERIODS, 2)], axis=0
    )
    return np.where(told > 0, agreed / np.sqrt(np.maximum(told, 1) * len(pairs)), 0.0)


def _in_period(
    history: History, *, measure: Callable[[History, str, str], Rows], period: str
) -> Rows:
    return measure(history, *PERIODS[period])
