"""The outcomes that have a name: what tables show and charts compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from analysis.measures import Runs, at_end, average, mean_at_end, peak, total
from sim.cast import LABELS, STATES

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

    def __call__(self, history: History) -> Runs:
        """Return the outcome of every run, shape (rows,)."""
        return np.asarray(self.measure(history), dtype=np.float64)


GROUPS: Mapping[str, Words] = MappingProxyType(
    {
        "arming": {"en": "Arming at the end", "ko": "마지막 달의 군비"},
        "threat": {"en": "Felt threat", "ko": "느끼는 위협"},
        "ties": {"en": "Ties", "ko": "유대"},
        "war": {"en": "War in Ukraine", "ko": "우크라이나 전쟁"},
        "sanctions": {"en": "Sanctions on North Korea", "ko": "대북 제재"},
        "nk": {"en": "North Korea", "ko": "북한"},
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
}


def _outcome(
    name: str,
    group: str,
    measure: Measure,
    unit: str,
    label: tuple[str, str],
    higher: tuple[str, str],
    **options: bool,
) -> Outcome:
    return Outcome(
        name=name,
        group=group,
        measure=measure,
        unit=_UNITS[unit],
        label={"en": label[0], "ko": label[1]},
        higher={"en": higher[0], "ko": higher[1]},
        **options,
    )


def _end(key: str) -> Measure:
    return partial(at_end, key=key)


def _arming() -> list[Outcome]:
    found = []
    for state in STATES:
        en, ko = LABELS["en"][state], LABELS["ko"][state]
        found.append(
            _outcome(
                f"burden_{state.lower()}",
                "arming",
                _end(f"burden.{state}"),
                "gdp",
                (f"Burden, {en}", f"군사비 부담, {ko}"),
                (f"{en} spends more of its GDP on arms", f"{ko}의 군사비 비중이 크다"),
            )
        )
    for state in STATES:
        en, ko = LABELS["en"][state], LABELS["ko"][state]
        found.append(
            _outcome(
                f"capability_{state.lower()}",
                "arming",
                _end(f"capability.{state}"),
                "money",
                (f"Capability, {en}", f"군사 능력, {ko}"),
                (f"{en} has more usable arms", f"{ko}의 군사 능력이 크다"),
                headline=False,
            )
        )
    return found


_THE = {**LABELS["en"], "US": "the United States"}
_DYADS = (("ROK", "NK"), ("Japan", "China"), ("US", "China"), ("NK", "US"))


def _threat() -> list[Outcome]:
    found = []
    for measure, when, en_when, ko_when, headline in (
        (at_end, "", "at the end", "마지막 달", True),
        (average, "_mean", "mean over months", "월평균", False),
    ):
        for one, other in _DYADS:
            en = [LABELS["en"][one], _THE[other]]
            ko = [LABELS["ko"][state] for state in (one, other)]
            found.append(
                _outcome(
                    f"threat_{one.lower()}_of_{other.lower()}{when}",
                    "threat",
                    partial(measure, key=f"felt_threat.{one}.{other}"),
                    "threat",
                    (
                        f"{en[0]} of {en[1]}, {en_when}",
                        f"{ko[0]}이 느끼는 {ko[1]}의 위협, {ko_when}",
                    ),
                    (
                        f"{en[0]} feels more threatened by {en[1]}",
                        f"{ko[0]}이 {ko[1]}에게서 더 큰 위협을 느낀다",
                    ),
                    headline=headline,
                )
            )
    every = tuple(f"misperception.{state}" for state in STATES)
    found.append(
        _outcome(
            "misperception",
            "threat",
            partial(mean_at_end, keys=every),
            "share",
            ("Misperception, mean of six", "오인, 여섯 나라 평균"),
            (
                "states think others greedier than they are",
                "서로를 실제보다 더 탐욕적이라고 본다",
            ),
        )
    )
    return found


def _ties() -> list[Outcome]:
    return [
        _outcome(
            "tie_nk_russia",
            "ties",
            _end("depth.NK.Russia"),
            "share",
            ("NK–Russia tie, depth", "북러 유대의 깊이"),
            ("North Korea and Russia are closer", "북한과 러시아가 더 가깝다"),
        ),
        _outcome(
            "treaty",
            "ties",
            _end("treaty"),
            "runs",
            ("NK–Russia treaty by the end", "끝까지 북러 조약 체결"),
            ("more runs have a mutual-aid treaty", "조약이 맺어진 실행이 더 많다"),
            yes_or_no=True,
        ),
        _outcome(
            "tie_rok_japan",
            "ties",
            _end("depth.ROK.Japan"),
            "share",
            ("ROK–Japan tie, depth", "한일 유대의 깊이"),
            ("South Korea and Japan are closer", "한국과 일본이 더 가깝다"),
        ),
        _outcome(
            "credibility_us_rok",
            "ties",
            _end("credibility.ROK.US"),
            "share",
            ("South Korea's trust in the US", "미국 공약에 대한 한국의 신뢰"),
            (
                "South Korea trusts the US promise more",
                "한국이 미국의 공약을 더 믿는다",
            ),
        ),
        _outcome(
            "polarization",
            "ties",
            _end("polarization"),
            "share",
            ("Polarization of the blocs", "진영 양극화"),
            ("the two blocs are further apart", "두 진영이 더 갈라져 있다"),
            headline=False,
        ),
    ]


def _war() -> list[Outcome]:
    return [
        _outcome(
            "war_months",
            "war",
            partial(total, key="fighting"),
            "months",
            ("Months of fighting", "전투가 이어진 개월"),
            ("the war lasts longer", "전쟁이 더 오래간다"),
        ),
        _outcome(
            "front",
            "war",
            _end("front"),
            "land",
            ("Ukraine held by Russia", "러시아 점령 비율"),
            ("Russia holds more of Ukraine", "러시아가 더 많이 점령한다"),
        ),
        _outcome(
            "sustainment",
            "war",
            partial(average, key="sustainment"),
            "months",
            ("Russian sustainment, mean", "러시아 전쟁지속능력, 평균"),
            ("Russia can keep up its fire longer", "러시아가 화력을 더 오래 유지한다"),
        ),
        _outcome(
            "shells_delivered",
            "war",
            partial(total, key="delivered"),
            "shells",
            ("NK shells delivered", "북한 포탄 인도량"),
            ("North Korea delivers more", "북한이 더 많이 보낸다"),
        ),
        _outcome(
            "troops_peak",
            "war",
            partial(peak, key="troops"),
            "troops",
            ("NK troops abroad, peak", "파병 북한군, 최대"),
            ("North Korea sends more troops", "북한이 더 많은 병력을 보낸다"),
        ),
    ]


def _sanctions() -> list[Outcome]:
    return [
        _outcome(
            "resolutions",
            "sanctions",
            partial(total, key="adopted"),
            "count",
            ("Resolutions adopted", "채택된 결의"),
            ("the Council adopts more", "안보리가 더 많이 채택한다"),
        ),
        _outcome(
            "vetoes",
            "sanctions",
            partial(total, key="vetoed"),
            "count",
            ("Drafts vetoed", "거부된 결의안"),
            ("the Council is blocked more often", "안보리가 더 자주 막힌다"),
        ),
        _outcome(
            "pressure",
            "sanctions",
            _end("pressure"),
            "trade",
            ("Pressure at the end", "마지막 달의 제재 압력"),
            ("sanctions cut more of North Korea's trade", "무역이 더 많이 줄어든다"),
        ),
        _outcome(
            "panel",
            "sanctions",
            _end("panel"),
            "runs",
            ("Panel of Experts alive at the end", "끝까지 전문가 패널 존속"),
            ("the Panel survives in more runs", "패널이 남은 실행이 더 많다"),
            yes_or_no=True,
        ),
    ]


def _nk() -> list[Outcome]:
    return [
        _outcome(
            "income",
            "nk",
            _end("income.NK"),
            "trend",
            ("Income at the end", "마지막 달의 소득"),
            ("sanctions cost North Korea less", "제재의 대가가 작다"),
        ),
        _outcome(
            "stress",
            "nk",
            _end("stress.NK"),
            "ratio",
            ("Economic stress at the end", "마지막 달의 경제 압박"),
            ("North Korea is worse off than it is used to", "익숙한 수준보다 못하다"),
        ),
        _outcome(
            "icbm",
            "nk",
            _end("technology.NK.icbm"),
            "share",
            ("ICBM technology", "대륙간탄도미사일 기술"),
            ("North Korea's ICBM is nearer completion", "완성에 더 가깝다"),
        ),
        _outcome(
            "satellite",
            "nk",
            _end("technology.NK.satellite"),
            "share",
            ("Satellite technology", "정찰위성 기술"),
            ("North Korea's satellite is nearer completion", "완성에 더 가깝다"),
        ),
        _outcome(
            "warheads",
            "nk",
            _end("warheads.NK"),
            "warheads",
            ("Nuclear warheads", "핵탄두"),
            ("North Korea has more warheads", "핵탄두가 더 많다"),
        ),
        _outcome(
            "launches",
            "nk",
            partial(total, key="launches.NK"),
            "count",
            ("Missile launches, total", "미사일 발사, 합계"),
            ("North Korea launches more", "더 많이 발사한다"),
        ),
        _outcome(
            "nuclear_tests",
            "nk",
            partial(total, key="nuclear_tests.NK"),
            "count",
            ("Nuclear tests, total", "핵실험, 합계"),
            ("North Korea tests more", "더 많이 시험한다"),
        ),
    ]


OUTCOMES: Mapping[str, Outcome] = MappingProxyType(
    {
        outcome.name: outcome
        for group in (_arming, _threat, _ties, _war, _sanctions, _nk)
        for outcome in group()
    }
)
"""Every named outcome, in the order in which tables show them."""
