"""What a history has to be like: patterns and levels of the record, with tolerances.

A target is a way to read a history, how far from the record a history may be by it
before that counts against it, and why so far. A tolerance covers the error of the
record and what the model leaves out; luck is not in it, since every history has its
own. Each target counts as one piece of evidence however many years it spans.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analysis.calibration.histories import Histories

__all__ = ["TARGETS", "Target", "apart", "deviations", "distance", "measured"]

Numbers: TypeAlias = npt.NDArray[np.float64]

_LEAST_TRADE = 0.05
"""A tenth of the least on record, in bn US$: below it, how little is no matter."""


@dataclass(frozen=True, slots=True)
class Target:
    """One pattern or level.

    Attributes
    ----------
    name : str
        As tables spell it.
    words : mapping of language to str
        What it is, for readers.
    measure : callable
        Histories to numbers, shape (years or 1, runs); NaN where a year has none.
    tolerance : float
        One standard deviation, in the measure's unit.
    unit : str
        Of the measure.
    basis : str
        Why the tolerance is what it is.
    """

    name: str
    words: Mapping[str, str]
    measure: Callable[[Histories], Numbers]
    tolerance: float
    unit: str
    basis: str


# -------------------------------------------------------------------- reading histories


def _launches(some: Histories) -> Numbers:
    found: Numbers = np.log1p(some.by_year("launches"))
    return found


def _quiet(some: Histories) -> Numbers:
    months = np.asarray(some.counts["launches"]) == 0
    found: Numbers = months.reshape(len(some.years), 12, -1).mean(axis=1)
    return found


def _clustered(some: Histories) -> Numbers:
    months = np.asarray(some.counts["launches"], dtype=np.float64)
    mean = np.maximum(months.mean(axis=0), 1.0 / 12.0)
    variance = np.maximum(months.var(axis=0, ddof=1), 1.0 / 12.0)
    found: Numbers = np.log(variance / mean)[None]
    return found


def _longest_pause(some: Histories) -> Numbers:
    found: Numbers = np.log1p(some.longest_pause())[None]
    return found


def _far(some: Histories) -> Numbers:
    return some.by_year("long_range")


def _tests(some: Histories) -> Numbers:
    return np.cumsum(some.by_year("nuclear_tests"), axis=0)


def _resolutions(some: Histories) -> Numbers:
    return np.cumsum(some.by_year("adopted"), axis=0)


def _talked(some: Histories) -> Numbers:
    return np.minimum(some.by_year("talking"), 1.0)


def _spent(state: str) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        return np.log(np.asarray(some.figures["spending", state], dtype=np.float64))

    return read


def _growth(some: Histories) -> Numbers:
    return np.asarray(some.figures["growth", "NK"], dtype=np.float64)


def _nk_warheads(some: Histories) -> Numbers:
    return np.asarray(some.figures["warheads", "NK"], dtype=np.float64)


def _warheads(state: str) -> Callable[[Histories], Numbers]:
    def read(some: Histories) -> Numbers:
        return np.log(np.asarray(some.figures["warheads", state], dtype=np.float64))

    return read


def _trade(some: Histories) -> Numbers:
    traded = np.asarray(some.figures["trade", "NK-China"], dtype=np.float64)
    found: Numbers = np.log(np.maximum(traded, _LEAST_TRADE))
    return found


def _camps(some: Histories) -> Numbers:
    """Return how much farther Washington votes from its rivals than from its allies.

    Its own point cancels: what is left is how far the points of Seoul and Tokyo are
    from those of Beijing and Moscow. North Korea's is left out: it moved in 2015 by
    more than a tie from none to whole is worth.
    """

    def apart(*pairs: str) -> Numbers:
        each = [some.figures["distance", one] for one in pairs]
        mean: Numbers = np.mean(each, axis=0, dtype=np.float64)
        return mean

    found: Numbers = apart("US-China", "Russia-US") - apart("US-ROK", "US-Japan")
    return found


def _spending(state: str, en: str, ko: str, tolerance: float, basis: str) -> Target:
    return Target(
        f"spending_{state.casefold()}",
        {"en": f"military spending by year, {en}", "ko": f"연간 군사비, {ko}"},
        _spent(state),
        tolerance,
        "log bn US$",
        basis,
    )


TARGETS: tuple[Target, ...] = (
    Target(
        "launches",
        {"en": "missile launches by year", "ko": "연간 미사일 발사"},
        _launches,
        0.5,
        "log launches",
        "ours: half as many again or two thirds; what counts as a launch differs so",
    ),
    Target(
        "quiet_months",
        {
            "en": "share of months without a launch, by year",
            "ko": "발사 없는 달의 비율",
        },
        _quiet,
        0.2,
        "share",
        "ours: two or three months of a year",
    ),
    Target(
        "clustering",
        {"en": "clustering of launches in months", "ko": "발사의 월별 군집"},
        _clustered,
        0.4,
        "log variance over mean",
        "ours",
    ),
    Target(
        "longest_pause",
        {"en": "longest pause between launches", "ko": "가장 긴 발사 중단"},
        _longest_pause,
        0.4,
        "log months",
        "ours",
    ),
    Target(
        "long_range",
        {
            "en": "months with a long-range launch, by year",
            "ko": "장거리 발사가 있은 달",
        },
        _far,
        1.0,
        "months",
        "ours: one launch more or less",
    ),
    Target(
        "nuclear_tests",
        {"en": "nuclear tests so far, by year", "ko": "누적 핵실험"},
        _tests,
        1.0,
        "tests",
        "ours: one test more or less",
    ),
    Target(
        "resolutions",
        {"en": "resolutions adopted so far, by year", "ko": "누적 결의"},
        _resolutions,
        1.5,
        "resolutions",
        "ours: one or two more or less",
    ),
    Target(
        "talks",
        {"en": "whether there were talks, by year", "ko": "그해의 대화 여부"},
        _talked,
        0.5,
        "0 or 1",
        "ours; the record of lesser meetings has gaps",
    ),
    _spending("Russia", "Russia", "러시아", 0.1, "ours: a rouble that halved in 2014"),
    _spending("US", "United States", "미국", 0.05, "ours: fiscal years, wars ended"),
    _spending("ROK", "South Korea", "한국", 0.05, "ours: a twentieth"),
    _spending("Japan", "Japan", "일본", 0.05, "ours: a twentieth"),
    _spending("China", "China", "중국", 0.1, "the database's own estimate [SIPRI2025]"),
    Target(
        "growth_nk",
        {"en": "North Korea's growth by year", "ko": "북한의 연간 성장률"},
        _growth,
        2.0,
        "%",
        "ours: what first estimates and later ones differ by [BOK]",
    ),
    Target(
        "warheads_nk",
        {"en": "North Korea's warheads by year", "ko": "북한의 핵탄두"},
        _nk_warheads,
        10.0,
        "warheads",
        "estimates of one year differ by as much [FAS2023]",
    ),
    Target(
        "warheads_china",
        {"en": "China's warheads by year", "ko": "중국의 핵탄두"},
        _warheads("China"),
        0.2,
        "log warheads",
        "estimates, revised by a fifth in 2020 [FAS2023]",
    ),
    Target(
        "warheads_us",
        {"en": "America's warheads by year", "ko": "미국의 핵탄두"},
        _warheads("US"),
        0.05,
        "log warheads",
        "ours: a twentieth; Washington told its own until 2017 [FAS2023]",
    ),
    Target(
        "warheads_russia",
        {"en": "Russia's warheads by year", "ko": "러시아의 핵탄두"},
        _warheads("Russia"),
        0.1,
        "log warheads",
        "ours: a tenth; estimates [FAS2023]",
    ),
    Target(
        "trade",
        {
            "en": "China's trade with North Korea by year",
            "ko": "중국의 연간 대북 교역",
        },
        _trade,
        0.2,
        "log bn US$",
        "ours: a fifth, for prices, which are left out; two counts of 2016 differ by"
        " 3% [BOK]",
    ),
    Target(
        "camps",
        {
            "en": "distance of Washington's votes from rivals less that from allies",
            "ko": "미국 표결의 경쟁국과의 거리에서 동맹과의 거리를 뺀 값",
        },
        _camps,
        0.17,
        "ideal points",
        "what votes wander: its root mean square change of a year 2006-2011"
        " [BaileyStrezhnevVoeten2017]",
    ),
)
"""Everything that a simulated history is compared by."""


def deviations(
    some: Histories, record: Histories, targets: Sequence[Target] = TARGETS
) -> dict[str, Numbers]:
    """Return how far histories are from the record by each target, in tolerances.

    Parameters
    ----------
    some : Histories
        Simulated ones.
    record : Histories
        Of the same years, with a single run.
    targets : sequence of Target
        By what to compare.

    Returns
    -------
    dict
        Target to an array of shape (years or 1, runs); NaN in a year without a figure.
    """
    return _gaps(measured(some, targets), record, targets)


def measured(
    some: Histories, targets: Sequence[Target] = TARGETS
) -> dict[str, Numbers]:
    """Return histories by each target: name to an array of shape (years or 1, runs).

    What is held against many records (:func:`apart`) is measured once.
    """
    return {one.name: one.measure(some) for one in targets}


def _gaps(
    measures: Mapping[str, Numbers], record: Histories, targets: Sequence[Target]
) -> dict[str, Numbers]:
    return {
        one.name: (measures[one.name] - one.measure(record)) / one.tolerance
        for one in targets
    }


def distance(
    some: Histories, record: Histories, targets: Sequence[Target] = TARGETS
) -> Numbers:
    r"""Return the squared distance of histories from the record, shape (runs,).

    .. math:: d^2 = \sum_t \mathrm{mean}_y \, z_{ty}^2

    Parameters are those of :func:`deviations`.

    Notes
    -----
    The mean over years, not the sum: the years of one pattern are not independent.
    """
    return apart(measured(some, targets), record, targets)


def apart(
    measures: Mapping[str, Numbers],
    record: Histories,
    targets: Sequence[Target] = TARGETS,
) -> Numbers:
    """Return the same as :func:`distance`, of histories that are measured already.

    Parameters
    ----------
    measures : mapping of target to ndarray, shape (years or 1, runs)
        As of :func:`measured`.
    record : Histories
        Of the same years, with a single run.
    targets : sequence of Target
        By what to compare.
    """
    runs = next(iter(measures.values())).shape[1]
    whole = np.zeros(runs)
    for gaps in _gaps(measures, record, targets).values():
        known = ~np.isnan(gaps).all(axis=1)
        if known.any():
            whole = whole + np.mean(gaps[known] ** 2, axis=0)
    return whole
