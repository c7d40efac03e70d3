"""Stylised facts of 2012 to 2020, each with a figure: shown by the model or not.

A fact is one number that can be read off any history. Of the histories that are like
the record it has a spread; where in that spread the record's own figure lies says
whether the model shows the fact. Facts that are targets too say how well the fit went;
the others test it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from analysis.calibration.histories import FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from analysis.calibration.histories import Histories

__all__ = ["FACTS", "UNTESTED", "Fact", "checked", "weighted_quantiles"]

Numbers: TypeAlias = npt.NDArray[np.float64]

_SHOWN, _PARTLY = 0.5, 0.95
"""Shares of histories around the middle: a record inside the first is shown by the
model, inside the second partly."""
_LEVELS = {"p025": 0.025, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p975": 0.975}
_FEWEST = 1e-9


@dataclass(frozen=True, slots=True)
class Fact:
    """One number that a history has.

    Attributes
    ----------
    name : str
        As tables spell it.
    words : mapping of language to str
        What it is, with its unit.
    measure : callable
        Histories to one number each, shape (runs,); NaN where there is none.
    fitted : bool
        Whether a target of the calibration says much the same.
    source : str
        On whose word the record's figure is.
    """

    name: str
    words: Mapping[str, str]
    measure: Callable[[Histories], Numbers]
    fitted: bool
    source: str


# -------------------------------------------------------------------- reading histories


def _months(some: Histories, name: str, first: int, last: int) -> Numbers:
    """Return a count in the months of some years, shape (months, runs)."""
    years = range(first, last + 1)
    return np.asarray(some.between(years).counts[name], dtype=np.float64)


def _a_year(name: str, first: int, last: int) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        found: Numbers = 12.0 * _months(some, name, first, last).mean(axis=0)
        return found

    return read


def _in_all(name: str, first: int, last: int) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        found: Numbers = _months(some, name, first, last).sum(axis=0)
        return found

    return read


def _quiet(some: Histories) -> Numbers:
    found: Numbers = (_months(some, "launches", 2012, 2017) == 0).mean(axis=0)
    return found


def _dispersion(some: Histories) -> Numbers:
    months = _months(some, "launches", 2012, 2017)
    mean = months.mean(axis=0)
    found: Numbers = np.where(
        mean > 0.0, months.var(axis=0, ddof=1) / np.maximum(mean, _FEWEST), np.nan
    )
    return found


def _before_talks(some: Histories) -> Numbers:
    """Launches a month in the six months before talks, over the mean of all months."""
    launches = np.asarray(some.counts["launches"], dtype=np.float64)
    talking = np.asarray(some.counts["talking"]) > 0
    near = np.zeros(launches.shape, dtype=bool)
    for back in range(1, 7):
        near[:-back] |= talking[back:]
    near &= ~talking
    many = near.sum(axis=0)
    there = (launches * near).sum(axis=0) / np.maximum(many, 1)
    mean = launches.mean(axis=0)
    found: Numbers = np.where(
        (many > 0) & (mean > 0.0), there / np.maximum(mean, _FEWEST), np.nan
    )
    return found


def _after_resolutions(some: Histories) -> Numbers:
    """Launches a month in the quarter after a resolution, over the quarter before."""
    launches = np.asarray(some.counts["launches"], dtype=np.float64)
    adopted = np.asarray(some.counts["adopted"]) > 0
    after, before = np.zeros(some.runs), np.zeros(some.runs)
    for month in range(3, len(launches) - 3):
        after = after + adopted[month] * launches[month + 1 : month + 4].sum(axis=0)
        before = before + adopted[month] * launches[month - 3 : month].sum(axis=0)
    found: Numbers = np.where(before > 0.0, after / np.maximum(before, _FEWEST), np.nan)
    return found


def _ratio_in(
    chosen: Callable[[int, int], bool], first: int, last: int
) -> Callable[[Histories], Numbers]:
    """Launches a month in chosen months of the calendar, over those in the others."""
    inside = np.array(
        [
            chosen(year, month)
            for year in range(first, last + 1)
            for month in range(1, 13)
        ]
    )

    def read(some: Histories) -> Numbers:
        launches = _months(some, "launches", first, last)
        within, without = launches[inside].mean(axis=0), launches[~inside].mean(axis=0)
        found: Numbers = np.where(
            without > 0.0, within / np.maximum(without, _FEWEST), np.nan
        )
        return found

    return read


def _exercise(_: int, month: int) -> bool:
    return month in (3, 8)


def _election(year: int, month: int) -> bool:
    return year % 2 == 0 and month in (9, 10, 11, 12)


def _inauguration(some: Histories) -> Numbers:
    launches = np.asarray(some.counts["launches"], dtype=np.float64)
    place = 12 * (2017 - some.years[0])
    after = launches[place : place + 12].sum(axis=0)
    before = launches[place - 12 : place].sum(axis=0)
    found: Numbers = np.where(before > 0.0, after / np.maximum(before, _FEWEST), np.nan)
    return found


def _growth_of(quantity: str, of: str) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        figures = np.asarray(some.figures[quantity, of], dtype=np.float64)
        span = len(some.years) - 1
        found: Numbers = 100.0 * ((figures[-1] / figures[0]) ** (1.0 / span) - 1.0)
        return found

    return read


def _answered(some: Histories) -> Numbers:
    """Correlation of South Korea's growth of spending with the year's launches."""
    spent = np.log(np.asarray(some.figures["spending", "ROK"], dtype=np.float64))
    growth, launches = np.diff(spent, axis=0), some.by_year("launches")[1:]
    x, y = growth - growth.mean(axis=0), launches - launches.mean(axis=0)
    size = np.sqrt((x * x).sum(axis=0) * (y * y).sum(axis=0))
    found: Numbers = np.where(
        size > 0.0, (x * y).sum(axis=0) / np.maximum(size, _FEWEST), np.nan
    )
    return found


def _change_of(quantity: str, of: str) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        figures = np.asarray(some.figures[quantity, of], dtype=np.float64)
        found: Numbers = figures[-1] - figures[0]
        return found

    return read


def _mean_of(
    quantity: str, of: str, first: int, last: int
) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        years = some.between(range(first, last + 1))
        found: Numbers = np.asarray(years.figures[quantity, of], dtype=np.float64).mean(
            axis=0
        )
        return found

    return read


def _fact(
    name: str,
    measure: Callable[[Histories], Numbers],
    source: str,
    en: str,
    ko: str,
    *,
    fitted: bool = False,
) -> Fact:
    return Fact(name, {"en": en, "ko": ko}, measure, fitted, source)


_CNS, _TESTS, _UN, _SIPRI, _FAS, _BOK, _VOTES = (
    "[CNS2026]",
    "[CSIS2024]",
    "[UNSC]",
    "[SIPRI2025]",
    "[FAS2023]",
    "[BOK]",
    "[BaileyStrezhnevVoeten2017]",
)

FACTS: tuple[Fact, ...] = (
    *(
        _fact(
            f"launches_{first}_{last}",
            _a_year("launches", first, last),
            _CNS,
            f"launches a year, {first}–{last}"
            if first < last
            else f"launches, {first}",
            f"{first}–{last}년 연간 발사" if first < last else f"{first}년 발사",
            fitted=True,
        )
        for first, last in ((2012, 2015), (2016, 2017), (2018, 2018), (2019, 2020))
    ),
    _fact(
        "quiet_months",
        _quiet,
        _CNS,
        "share of months without a launch, 2012–2017",
        "2012–2017년 발사 없는 달의 비율",
        fitted=True,
    ),
    _fact(
        "dispersion",
        _dispersion,
        _CNS,
        "variance over mean of monthly launches, 2012–2017",
        "2012–2017년 월별 발사의 분산/평균",
        fitted=True,
    ),
    _fact(
        "longest_pause",
        lambda some: some.longest_pause(),
        _CNS,
        "longest pause between launches, months",
        "가장 긴 발사 중단, 개월",
        fitted=True,
    ),
    _fact(
        "before_talks",
        _before_talks,
        _CNS,
        "launches in the half year before talks, over the mean month",
        "대화 전 반년의 발사(평균 달 대비)",
    ),
    _fact(
        "far_2016_2017",
        _in_all("long_range", 2016, 2017),
        _CNS,
        "months with a long-range launch, 2016–2017",
        "2016–2017년 장거리 발사가 있은 달",
        fitted=True,
    ),
    _fact(
        "far_2018_2020",
        _in_all("long_range", 2018, 2020),
        _CNS,
        "months with a long-range launch, 2018–2020",
        "2018–2020년 장거리 발사가 있은 달",
        fitted=True,
    ),
    *(
        _fact(
            f"tests_{first}_{last}",
            _in_all("nuclear_tests", first, last),
            _TESTS,
            f"nuclear tests, {first}–{last}",
            f"{first}–{last}년 핵실험",
            fitted=True,
        )
        for first, last in ((2012, 2015), (2016, 2017), (2018, 2020))
    ),
    _fact(
        "vetoes",
        _in_all("vetoed", 2012, 2020),
        _UN,
        "drafts vetoed, 2012–2020",
        "2012–2020년 거부된 결의안",
    ),
    _fact(
        "after_resolutions",
        _after_resolutions,
        _CNS,
        "launches in the quarter after a resolution, over the quarter before",
        "결의 다음 분기의 발사(앞 분기 대비)",
    ),
    _fact(
        "exercises",
        _ratio_in(_exercise, 2012, 2017),
        _CNS,
        "launches in March and August, over other months, 2012–2017",
        "3월과 8월의 발사(다른 달 대비), 2012–2017년",
    ),
    _fact(
        "elections",
        _ratio_in(_election, 2012, 2020),
        _CNS,
        "launches within two months of elections in the US, over other months",
        "미국 선거 앞뒤 두 달의 발사(다른 달 대비)",
    ),
    _fact(
        "inauguration",
        _inauguration,
        _CNS,
        "launches in the year after the inauguration of 2017, over the year before",
        "2017년 취임 뒤 한 해의 발사(앞 해 대비)",
    ),
    *(
        _fact(
            f"spending_{state.casefold()}",
            _growth_of("spending", state),
            _SIPRI,
            f"growth of military spending 2012–2020, {en}, % a year",
            f"2012–2020년 군사비 증가율, {ko}, 연 %",
            fitted=True,
        )
        for state, en, ko in (
            ("China", "China", "중국"),
            ("ROK", "South Korea", "한국"),
            ("Russia", "Russia", "러시아"),
            ("Japan", "Japan", "일본"),
            ("US", "United States", "미국"),
        )
    ),
    _fact(
        "spending_answers",
        _answered,
        _SIPRI,
        "correlation of South Korea's growth of spending with launches of the year",
        "한국의 군사비 증가율과 그해 발사의 상관",
    ),
    *(
        _fact(
            f"warheads_{state.casefold()}",
            _change_of("warheads", state),
            _FAS,
            f"change of warheads 2012–2020, {en}",
            f"2012–2020년 핵탄두의 변화, {ko}",
            fitted=True,
        )
        for state, en, ko in (
            ("NK", "North Korea", "북한"),
            ("China", "China", "중국"),
            ("US", "United States", "미국"),
            ("Russia", "Russia", "러시아"),
        )
    ),
    *(
        _fact(
            f"growth_{first}_{last}",
            _mean_of("growth", "NK", first, last),
            _BOK,
            f"North Korea's growth {first}–{last}, % a year",
            f"{first}–{last}년 북한 성장률, 연 %",
            fitted=True,
        )
        for first, last in ((2013, 2016), (2017, 2018), (2019, 2020))
    ),
    *(
        _fact(
            f"trade_{first}_{last}",
            _mean_of("trade", "NK-China", first, last),
            _BOK,
            f"trade of China with North Korea {years}, bn US$ a year",
            f"{years}년 북중 교역, 연 10억 달러",
            fitted=True,
        )
        for first, last, years in (
            (2013, 2016, "2013–2016"),
            (2018, 2018, "2018"),
            (2020, 2020, "2020"),
        )
    ),
    *(
        _fact(
            f"votes_{two.casefold().replace('-', '_')}",
            _change_of("distance", two),
            _VOTES,
            f"change of the distance of UN votes 2012–2020, {en}",
            f"2012–2020년 유엔총회 표결 거리의 변화, {ko}",
            fitted="US" in two.split("-"),
        )
        for two, en, ko in (
            ("US-ROK", "United States and South Korea", "미국과 한국"),
            ("US-Japan", "United States and Japan", "미국과 일본"),
            ("US-China", "United States and China", "미국과 중국"),
            ("Russia-US", "United States and Russia", "미국과 러시아"),
            ("NK-Russia", "North Korea and Russia", "북한과 러시아"),
            ("NK-China", "North Korea and China", "북한과 중국"),
        )
    ),
    _fact(
        "wars",
        _in_all("war", FIRST, 2020),
        "[PalmerEtAl2022]",
        "months of war among the six",
        "여섯 나라 사이의 전쟁 개월",
    ),
)
"""Every fact that the model has a counterpart of."""

UNTESTED: Mapping[str, Mapping[str, str]] = {
    "failures": {
        "en": "failures mark new systems: launches in the model do not fail",
        "ko": "실패는 새 체계의 표시다: 모형의 발사는 실패하지 않는다",
    },
    "launch_days": {
        "en": "days with launches: the model goes by months",
        "ko": "발사가 있은 날: 모형은 달을 단위로 한다",
    },
    "trade": {
        "en": "trade with Russia: the model has what either gives the other",
        "ko": "북러 교역: 모형에는 서로 주고받는 것이 있고 교역은 없다",
    },
    "hostility": {
        "en": "hostility in events: the record at hand ends in 2014",
        "ko": "사건의 적대성: 가진 기록이 2014년에 끝난다",
    },
    "presence": {
        "en": "American forces in Korea and Japan: only strategic assets come and go",
        "ko": "주한·주일 미군: 모형에서는 전략자산만 오간다",
    },
}
"""Quantities of which figures on record have no counterpart in the model, and why."""


def checked(
    some: Histories, shares: Numbers, record: Histories, facts: Sequence[Fact] = FACTS
) -> pd.DataFrame:
    """Return where the record lies among histories, fact by fact.

    Parameters
    ----------
    some : Histories
        Simulated ones.
    shares : ndarray, shape (runs,)
        How much each counts; they add up to 1.
    record : Histories
        What happened.
    facts : sequence of Fact
        What to look at.

    Returns
    -------
    DataFrame
        ``fact``, ``record``, the histories' ``p025``, ``p25``, ``p50``, ``p75`` and
        ``p975``, ``arises`` (in which share of them there is such a number),
        ``fitted``, and ``shown``: ``yes`` where the record is inside the middle half,
        ``partly`` inside the middle 95%, else ``no``; empty where the record has none.
    """
    import pandas as pd

    lines = []
    for fact in facts:
        values, happened = fact.measure(some), float(fact.measure(record)[0])
        there = np.isfinite(values)
        lines.append(
            {
                "fact": fact.name,
                "record": happened,
                **weighted_quantiles(values[there], shares[there], _LEVELS),
                "arises": float(shares[there].sum()),
                "fitted": fact.fitted,
                "shown": _shown(happened, values[there], shares[there]),
            }
        )
    return pd.DataFrame(lines)


def weighted_quantiles(
    values: Numbers, shares: Numbers, levels: Mapping[str, float]
) -> dict[str, float]:
    """Return quantiles of weighted numbers by name; NaN where there are none.

    Parameters
    ----------
    values, shares : ndarray, shape (runs,)
        Numbers, and how much each counts.
    levels : mapping of name to float
        Which quantiles, between 0 and 1.
    """
    if not values.size:
        return dict.fromkeys(levels, np.nan)
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(shares[order]) / shares.sum()
    places = np.searchsorted(reached, list(levels.values()))
    found = values[order][np.minimum(places, values.size - 1)]
    return dict(zip(levels, map(float, found), strict=True))


def _shown(record: float, values: Numbers, shares: Numbers) -> str:
    """Return whether the record lies in the middle; ties with it count by half."""
    if not np.isfinite(record) or not values.size:
        return ""
    below = float(shares[values < record].sum()) / shares.sum()
    equal = float(shares[np.isclose(values, record)].sum()) / shares.sum()
    # As deep inside as its ties allow: a count that most histories share is shown.
    outside = abs(2.0 * (below + 0.5 * equal) - 1.0) - equal
    if outside <= _SHOWN:
        return "yes"
    return "partly" if outside <= _PARTLY else "no"
