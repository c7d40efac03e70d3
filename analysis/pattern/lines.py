"""History as checks: which of the patterns of 2012 to 2024 a run shows.

Paper B tells North Korea's strategy by period. Each line of that story is a check
here, computed from the series of a run: it holds in it or not. Checks that end by
December 2020 may guide the model's development; later ones are reported only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from analysis.intervals import columns, of_mean, of_quantile, of_share
from analysis.pattern.reading import ADMITTED, between, offering, used_for, verdict

if TYPE_CHECKING:
    import pandas as pd

    from sim.history import History
    from sim.terms import Rows

__all__ = [
    "CHECKS",
    "LEVELS",
    "VARIANTS",
    "Check",
    "Level",
    "behaviors",
    "checked",
    "levels",
    "turn",
]

Words: TypeAlias = Mapping[str, str]
PHASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "P1": ("2012-01", "2015-12"),
        "P2": ("2016-01", "2017-12"),
        "P3 talks": ("2018-01", "2018-12"),
        "P3 after": ("2019-01", "2020-12"),
        "P4": ("2022-01", "2024-12"),
    }
)
"""The periods of paper B, III; its third is cut where launches resumed."""

TOLD = ("P1", "P2", "P3", "P4")
"""Those that lines tell of; other lines hold of all."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of history, as a yes or no of every run.

    Attributes
    ----------
    name, phase : str
        As tables spell it, and the period that it belongs to.
    words : mapping of language to str
        What a run must show.
    measure : callable
        History to 1.0, 0.0 or, where the question does not arise, NaN; (rows,).
    last : str
        The last month that it looks at.
    """

    name: str
    phase: str
    words: Words
    measure: Callable[[History], Rows]
    last: str

    @property
    def use(self) -> str:
        """``development`` or ``reported``: whether it may guide development."""
        return used_for(self.last)


@dataclass(frozen=True, slots=True)
class Level:
    """One quantity of a period beside the record's own figure."""

    name: str
    key: str
    words: Words
    record: Mapping[str, float]
    source: str


# ------------------------------------------------------------------- reading a history


def _mean(history: History, key: str, phase: str) -> Rows:
    return between(history, key, *PHASES[phase]).mean(axis=0)


def _at(history: History, key: str, month: str) -> Rows:
    return between(history, key, month, month)[0]


def _yes(found: Rows, applies: Rows | bool = True) -> Rows:
    """Return 1 or 0, and NaN where the question does not arise."""
    return np.where(applies, np.asarray(found, dtype=np.float64), np.nan)


# ----------------------------------------------------------------------------- checks


def _offers_made(history: History) -> Rows:
    return _yes(offering(history, *PHASES["P1"]).any(axis=0))


def _offers_die(history: History) -> Rows:
    made = offering(history, *PHASES["P1"]).any(axis=0)
    return _yes(_at(history, "deal", "2015-12") == 0.0, made)


def _alternation(history: History) -> Rows:
    tests = between(history, "launches.NK", *PHASES["P1"]) > 0.0
    offers = offering(history, *PHASES["P1"]) > 0.0
    return _yes(swaps(tests, offers) >= _TWICE)


_TWICE = 2


def swaps(one: Rows, other: Rows) -> Rows:
    """Return how often two kinds of months take turns, shape (rows,).

    Parameters
    ----------
    one, other : ndarray of bool, shape (months, rows)
        Where each kind of month is; months of both or of neither say nothing.
    """
    kind = np.where(one & ~other, 1, np.where(other & ~one, -1, 0))
    last = np.zeros(kind.shape[1], dtype=kind.dtype)
    turns = np.zeros(kind.shape[1])
    for month in kind:
        turns = turns + ((month != 0) & (last != 0) & (month != last))
        last = np.where(month != 0, month, last)
    return turns


def _trust_falls(history: History) -> Rows:
    span = (history.labels[1], ADMITTED)
    hurt = between(history, "talks_failed", *span) + between(
        history, "deal_broken", *span
    )
    trust = between(history, "us_trust", history.labels[0], ADMITTED)
    happened = hurt[:-_QUARTER].any(axis=0)
    when = np.argmax(hurt[:-_QUARTER] > 0.0, axis=0)
    row = np.arange(trust.shape[1])
    # trust[k] is as it stood before month k of hurt, trust[k + 1] after it
    return _yes(trust[when + _QUARTER, row] < trust[when, row], happened)


_QUARTER = 3


def _both_rise(history: History) -> Rows:
    keys = ("stringency", "launches.NK")
    risen = [_mean(history, key, "P2") > _mean(history, key, "P1") for key in keys]
    return _yes(risen[0] & risen[1])


def _rise_together(history: History) -> Rows:
    span = (PHASES["P1"][0], PHASES["P2"][1])
    sums = [
        _half_years(between(history, key, *span)) for key in ("launches.NK", "adopted")
    ]
    return _yes(correlation(*sums) > 0.0)


def _half_years(monthly: Rows) -> Rows:
    """Return sums of six months, shape (months / 6, rows)."""
    return monthly.reshape(-1, 6, monthly.shape[1]).sum(axis=1)


def correlation(one: Rows, other: Rows) -> Rows:
    """Return the correlation over months in every row; 0 where nothing varies."""
    x, y = one - one.mean(axis=0), other - other.mean(axis=0)
    size = np.sqrt((x * x).sum(axis=0) * (y * y).sum(axis=0))
    return np.where(
        size > 0.0, (x * y).sum(axis=0) / np.where(size > 0.0, size, 1.0), 0
    )


def _few_talks(phase: str) -> Callable[[History], Rows]:
    return lambda history: _yes(_mean(history, "talking", phase) < _TENTH)


_TENTH = 0.1


def _completion(history: History) -> tuple[Rows, Rows]:
    """Return the first month in which the deterrent is judged complete, and if any."""
    judged = between(history, "completed.NK", history.labels[0], "2019-12")
    return np.argmax(judged >= _HALF, axis=0), (judged >= _HALF).any(axis=0)


_HALF = 0.5


def _tests_drop(history: History) -> Rows:
    when, done = _completion(history)
    launches = between(history, "launches.NK", history.labels[0], ADMITTED)
    applies = done & (when >= _YEAR)
    before = _window(launches, when, -_YEAR, 0)
    after = _window(launches, when, 4, 10)
    return _yes(after < _HALF * before, applies & (before > 0.0))


_YEAR = 12


def _window(monthly: Rows, when: Rows, first: int, last: int) -> Rows:
    """Return the mean over months from `first` to before `last` around a month."""
    months = np.arange(monthly.shape[0])[:, None]
    inside = (months >= when + first) & (months < when + last)
    return (monthly * inside).sum(axis=0) / np.maximum(inside.sum(axis=0), 1)


def _talks_follow(history: History) -> Rows:
    when, done = _completion(history)
    opened = between(history, "talks_opened", history.labels[0], ADMITTED)
    return _yes(_window(opened, when, 0, _YEAR + 1) > 0.0, done)


def _talks_spike(history: History) -> Rows:
    earlier = [_mean(history, "talking", phase) for phase in ("P1", "P2")]
    talks = between(history, "talking", "2018-01", "2019-12").mean(axis=0)
    return _yes(talks > np.max(earlier, axis=0))


def _no_deal(history: History) -> Rows:
    relief = between(history, "relief", "2018-01", ADMITTED).max(axis=0)
    formal = _at(history, "stringency", ADMITTED) >= _at(
        history, "stringency", "2018-01"
    )
    return _yes((relief < _TWENTIETH) & formal)


_TWENTIETH = 0.05


def _economic_low(history: History) -> Rows:
    income = between(history, "income.NK", "2012-01", "2022-12")
    from_2020 = list(history.labels).index("2020-01") - list(history.labels).index(
        "2012-01"
    )
    return _yes(np.argmin(income, axis=0) >= from_2020)


def _tests_and_arms_rise(history: History) -> Rows:
    before = between(history, "launches.NK", "2019-01", "2021-12").mean(axis=0)
    sold = between(history, "delivered", *PHASES["P4"]).sum(axis=0)
    return _yes((_mean(history, "launches.NK", "P4") > before) & (sold > 1.0))


def _council_silent(history: History) -> Rows:
    return _yes(between(history, "adopted", *PHASES["P4"]).sum(axis=0) == 0.0)


def _allies_close_ranks(history: History) -> Rows:
    risen = [
        _at(history, key, "2024-12") > _at(history, key, "2021-12")
        for key in ("trilateral", "consultation")
    ]
    return _yes(risen[0] & risen[1])


def _china_follows(history: History) -> Rows:
    key = "depth.NK.China"
    return _yes(_at(history, key, "2024-12") > _at(history, key, "2022-12"))


def dispersion(history: History) -> Rows:
    """Return the variance over the mean of monthly launches, 2012 to 2017, (rows,)."""
    launches = between(history, "launches.NK", PHASES["P1"][0], PHASES["P2"][1])
    return launches.var(axis=0, ddof=1) / np.maximum(launches.mean(axis=0), 1e-9)


def persistence(history: History) -> Rows:
    """Return how far a month with launches follows another, 2012 to 2017, (rows,)."""
    launched = between(history, "launches.NK", PHASES["P1"][0], PHASES["P2"][1]) > 0.0
    x = launched - launched.mean(axis=0)
    size = (x * x).sum(axis=0)
    return (x[1:] * x[:-1]).sum(axis=0) / np.where(size > 0.0, size, 1.0)


def _clustered(history: History) -> Rows:
    spread = dispersion(history)
    return _yes((spread >= 2.0) & (spread <= 7.0))


def _persistent(history: History) -> Rows:
    return _yes(persistence(history) > 0.2)


def _check(
    name: str,
    phase: str,
    last: str,
    measure: Callable[[History], Rows],
    en: str,
    ko: str,
) -> Check:
    return Check(name, phase, {"en": en, "ko": ko}, measure, last)


CHECKS: tuple[Check, ...] = (
    _check(
        "offers_made",
        "P1",
        "2015-12",
        _offers_made,
        "offers of talks are made by 2015",
        "2015년까지 대화를 제의한다",
    ),
    _check(
        "offers_die",
        "P1",
        "2015-12",
        _offers_die,
        "and lead to no deal that lasts",
        "그러나 지속되는 합의에 이르지 못한다",
    ),
    _check(
        "alternation",
        "P1",
        "2015-12",
        _alternation,
        "launches and offers take turns at least twice",
        "발사와 제의가 두 번 이상 번갈아 나타난다",
    ),
    _check(
        "trust_falls",
        "P1",
        ADMITTED,
        _trust_falls,
        "trust is lower within a quarter of failed talks or a breach",
        "결렬이나 파기 뒤 한 분기 안에 신뢰가 떨어진다",
    ),
    _check(
        "both_rise",
        "P2",
        "2017-12",
        _both_rise,
        "sanctions and launches are both higher than in 2012-2015",
        "제재와 발사가 모두 2012-2015년보다 많다",
    ),
    _check(
        "rise_together",
        "P2",
        "2017-12",
        _rise_together,
        "launches and resolutions rise and fall together, 2012-2017",
        "2012-2017년 발사와 결의가 함께 늘고 준다",
    ),
    _check(
        "few_talks",
        "P2",
        "2017-12",
        _few_talks("P2"),
        "talks in less than a tenth of the months, though Washington opens in 2017",
        "2017년 미국의 문턱이 낮아져도 대화는 열에 한 달 미만이다",
    ),
    _check(
        "tests_drop",
        "P3",
        ADMITTED,
        _tests_drop,
        "launches fall below half within one to three quarters of completion",
        "완성 판단 뒤 1-3분기 안에 발사가 절반 아래로 준다",
    ),
    _check(
        "talks_follow",
        "P3",
        ADMITTED,
        _talks_follow,
        "talks open within a year of completion",
        "완성 판단 뒤 1년 안에 대화가 열린다",
    ),
    _check(
        "talks_spike",
        "P3",
        ADMITTED,
        _talks_spike,
        "talks in more of the months of 2018-2019 than in either period before",
        "2018-2019년에는 앞선 어느 시기보다 대화하는 달의 비율이 높다",
    ),
    _check(
        "no_deal",
        "P3",
        ADMITTED,
        _no_deal,
        "no deal: sanctions are as they were at the end of 2020",
        "합의 없이 2020년 말까지 제재가 그대로다",
    ),
    _check(
        "economic_low",
        "P3",
        "2022-12",
        _economic_low,
        "income is at its lowest in 2020-2022",
        "소득이 2020-2022년에 가장 낮다",
    ),
    _check(
        "tests_and_arms_rise",
        "P4",
        "2024-12",
        _tests_and_arms_rise,
        "launches and deliveries to Russia rise",
        "발사와 대러 무기 인도가 늘어난다",
    ),
    _check(
        "council_silent",
        "P4",
        "2024-12",
        _council_silent,
        "the Council adopts nothing",
        "안보리는 아무것도 채택하지 못한다",
    ),
    _check(
        "talks_low",
        "P4",
        "2024-12",
        _few_talks("P4"),
        "talks in less than a tenth of the months",
        "대화는 열에 한 달 미만이다",
    ),
    _check(
        "allies_close_ranks",
        "P4",
        "2024-12",
        _allies_close_ranks,
        "trilateral institutions and nuclear consultation deepen",
        "한미일 제도화와 핵협의가 깊어진다",
    ),
    _check(
        "china_follows",
        "P4",
        "2024-12",
        _china_follows,
        "China's tie with North Korea deepens after 2022",
        "2022년 이후 북중 유대가 깊어진다",
    ),
    _check(
        "clustered",
        "behavior",
        "2017-12",
        _clustered,
        "launches cluster: variance over mean between 2 and 7, 2012-2017",
        "발사가 뭉친다: 2012-2017년 분산/평균 2-7",
    ),
    _check(
        "persistent",
        "behavior",
        "2017-12",
        _persistent,
        "months with launches follow each other: autocorrelation above 0.2",
        "발사가 있는 달이 이어진다: 자기상관 0.2 초과",
    ),
)
"""Every line of the story by period that a run can show."""

LEVELS: tuple[Level, ...] = (
    Level(
        "launches",
        "launches.NK",
        {"en": "missile launches a year", "ko": "연간 미사일 발사"},
        {"P1": 10.5, "P2": 22.5, "P3 talks": 0.0, "P3 after": 18.0},
        "[CNS2026]",
    ),
    Level(
        "nuclear_tests",
        "nuclear_tests.NK",
        {"en": "nuclear tests a year", "ko": "연간 핵실험"},
        {"P1": 0.25, "P2": 1.5, "P3 talks": 0.0, "P3 after": 0.0},
        "[CSIS2024]",
    ),
    Level(
        "resolutions",
        "adopted",
        {"en": "resolutions adopted a year", "ko": "연간 채택 결의"},
        {"P1": 0.5, "P2": 3.0, "P3 talks": 0.0, "P3 after": 0.0},
        "[UNSC]",
    ),
    Level(
        "talking",
        "talking",
        {"en": "months of talks a year", "ko": "연간 대화 개월"},
        {},
        "",
    ),
)
"""Quantities whose levels stand beside the record, to the end of 2020 only."""

VARIANTS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "as it is": {},
        "technology frozen": {"technology_drift": 0.0, "test_gain": 0.0},
        "technology slower": {"technology_drift": 0.0024, "test_gain": 0.048},
        "Washington closed": {"openness": 0.2},
        "hardship ignored": {"stress_talks": 0.0},
    }
)
"""What is changed to see what the turn of 2018 hangs on."""


# ----------------------------------------------------------------------------- tables


def checked(history: History) -> pd.DataFrame:
    """Return how many runs show each line of history.

    Parameters
    ----------
    history : History
        Of the scenario ``historical``, with the series of all rows.

    Returns
    -------
    DataFrame
        One line per check: ``check``, ``phase``, ``use``, ``runs`` (in which the
        question arises), ``share`` of these, and its 95% interval (Wilson) from
        ``low`` to ``high``; NaN where it arises in no run.
    """
    import pandas as pd

    lines = []
    for check in CHECKS:
        shown = check.measure(history)
        arose = shown[np.isfinite(shown)]
        line = {
            "check": check.name,
            "phase": check.phase,
            "use": check.use,
            "runs": arose.size,
            "share": np.nan,
            "low": np.nan,
            "high": np.nan,
        }
        if arose.size:
            low, high = (float(end) for end in of_share(arose.mean(), arose.size))
            line |= {"share": arose.mean(), "low": low, "high": high}
        lines.append(line)
    return pd.DataFrame(lines)


def behaviors(history: History) -> pd.DataFrame:
    """Return how much of what each period was like a run shows.

    Parameters
    ----------
    history : History
        Of the scenario ``historical``, with the series of all rows.

    Returns
    -------
    DataFrame
        One line per period of the story: ``phase``, its ``lines``, the share of them
        that the mean run shows (``shown``; of those that arise in it), the share of
        runs that show ``all``, each with its 95% Monte Carlo interval, and the
        ``verdict`` on the first (:func:`analysis.pattern.reading.verdict`).
    """
    import pandas as pd

    lines = []
    for phase in TOLD:
        shown = np.stack([one.measure(history) for one in CHECKS if one.phase == phase])
        # Some lines of every period arise in every run, so no mean is empty.
        mean = np.nanmean(shown, axis=0)
        ends = of_mean(mean)
        every = mean == 1.0
        lines.append(
            {
                "phase": phase,
                "lines": len(shown),
                "shown": mean.mean(),
                **columns("shown", ends),
                "all": every.mean(),
                **columns("all", of_share(every.mean(), every.size)),
                "verdict": verdict(*(float(end) for end in ends)),
            }
        )
    return pd.DataFrame(lines)


def levels(history: History) -> pd.DataFrame:
    """Return yearly levels by period, the model's beside the record's.

    Parameters
    ----------
    history : History
        Of the scenario ``historical``, with the series of all rows.

    Returns
    -------
    DataFrame
        ``quantity``, ``phase``, ``mean`` over runs and 5 to 95% of runs (``p05``,
        ``p95``), each with its 95% Monte Carlo interval (``mean_from``, ``mean_to``
        and so on), ``record`` (NaN where none is used) and its ``source``.
    """
    import pandas as pd

    lines = []
    for level in LEVELS:
        for phase in PHASES:
            yearly = 12.0 * _mean(history, level.key, phase)
            ordered = np.sort(yearly)
            lines.append(
                {
                    "quantity": level.name,
                    "phase": phase,
                    "mean": yearly.mean(),
                    **columns("mean", of_mean(yearly)),
                    "p05": np.quantile(ordered, 0.05),
                    **columns("p05", of_quantile(ordered, 0.05)),
                    "p95": np.quantile(ordered, 0.95),
                    **columns("p95", of_quantile(ordered, 0.95)),
                    "record": level.record.get(phase, np.nan),
                    "source": level.source if phase in level.record else "",
                }
            )
    return pd.DataFrame(lines)


def turn(histories: Mapping[str, History]) -> pd.DataFrame:
    """Return what the turn of 2018 hangs on.

    Parameters
    ----------
    histories : mapping of str to History
        Of ``historical`` under each of :data:`VARIANTS`, with the same luck.

    Returns
    -------
    DataFrame
        ``variant``, the share of runs in which talks open in 2018 or 2019
        (``talks``), the share that judges its deterrent complete by the end of 2020
        (``complete``), and the ``median`` month of that judgment among all runs,
        empty where half of them never make it; each with its 95% Monte Carlo interval
        (``talks_from``, ``talks_to`` and so on; a month is empty where the end lies
        beyond the months run, or there are too few runs).
    """
    import pandas as pd

    lines = []
    for name, history in histories.items():
        opened = between(history, "talks_opened", "2018-01", "2019-12").any(axis=0)
        judged = between(history, "completed.NK", history.labels[0], ADMITTED) >= _HALF
        done, last = judged.any(axis=0), judged.shape[0]
        when = np.where(done, np.argmax(judged, axis=0), last)
        ends = of_quantile(np.sort(when), 0.5)
        months = {"median": float(np.median(when)), **columns("median", ends)}
        lines.append(
            {
                "variant": name,
                "talks": opened.mean(),
                **columns("talks", of_share(opened.mean(), opened.size)),
                "complete": done.mean(),
                **columns("complete", of_share(done.mean(), done.size)),
                **{
                    key: _label(history, float(one), last)
                    for key, one in months.items()
                },
            }
        )
    return pd.DataFrame(lines)


def _label(history: History, place: float, last: int) -> str:
    """Return the month at a place before the last; empty where there is none."""
    return history.labels[int(place)] if place < last else ""
