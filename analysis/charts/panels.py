"""Which series each chart shows, with words for readers in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sim.cast import LABELS, STATES

__all__ = ["CHARTS", "FORK", "OVERVIEW", "THE", "Chart", "Panel", "needed"]

Words: TypeAlias = dict[str, str]


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: a series, its title, the unit of its axis, whose it is.

    A series that is 0 or 1 in every run is shown as the share of runs; one that is 0
    in most runs or months (``mean``) as its mean over runs, because its median is 0;
    one that counts (``counts``) as its mean alone, because its quantiles jump.
    """

    series: str
    title: Words
    unit: Words
    state: str | None = None
    yes_or_no: bool = False
    mean: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A page of panels under one title."""

    name: str
    title: Words
    panels: tuple[Panel, ...]
    columns: int = 3


_GDP: Words = {"en": "% of GDP", "ko": "GDP의 %"}
_SHARE: Words = {"en": "index, 0 to 1", "ko": "지수, 0–1"}
_RUNS: Words = {"en": "% of runs", "ko": "실행의 %"}
THE = {**LABELS["en"], "US": "the United States"}
"""Names of states inside an English sentence."""
_THREAT: Words = {"en": "felt threat", "ko": "느끼는 위협"}


def _each(series: str, unit: Words) -> tuple[Panel, ...]:
    return tuple(
        Panel(
            f"{series}.{state}",
            {lang: LABELS[lang][state] for lang in ("en", "ko")},
            unit,
            state,
        )
        for state in STATES
    )


def _threat(one: str, other: str) -> Panel:
    return Panel(
        f"felt_threat.{one}.{other}",
        {
            "en": f"{LABELS['en'][one]}, of {THE[other]}",
            "ko": f"{LABELS['ko'][one]} ← {LABELS['ko'][other]}",
        },
        _THREAT,
        one,
    )


def _panel(
    series: str,
    title: tuple[str, str],
    unit: Words | tuple[str, str],
    *,
    yes_or_no: bool = False,
    mean: bool = False,
    counts: bool = False,
) -> Panel:
    units = {"en": unit[0], "ko": unit[1]} if isinstance(unit, tuple) else unit
    if mean or counts:
        units = {"en": f"{units['en']}, mean of runs", "ko": f"{units['ko']}, 평균"}
    words = {"en": title[0], "ko": title[1]}
    return Panel(
        series,
        words,
        units,
        yes_or_no=yes_or_no,
        mean=mean or counts,
        counts=counts,
    )


_NK_RUSSIA = _panel("depth.NK.Russia", ("NK–Russia tie", "북러 유대"), _SHARE)
_PRESSURE = _panel(
    "pressure",
    ("Sanctions pressure", "제재 압력"),
    ("share of trade cut", "무역 감소 비율"),
)
_INCOME = _panel(
    "income.NK", ("NK income", "북한 소득"), ("ratio to trend", "추세 대비 비율")
)
_ICBM = _panel("technology.NK.icbm", ("ICBM technology", "ICBM 기술"), _SHARE)
_SUSTAINMENT = _panel(
    "sustainment",
    ("Russian sustainment", "러시아 지속능력"),
    ("months of fire", "개월분"),
)

CHARTS: tuple[Chart, ...] = (
    Chart(
        "burden",
        {"en": "Military burden", "ko": "군사비 부담"},
        _each("burden", _GDP),
    ),
    Chart(
        "spending",
        {"en": "Military spending", "ko": "군사비"},
        _each("spending", {"en": "billion US$ a year", "ko": "연 십억 달러"}),
    ),
    Chart(
        "capability",
        {"en": "Military capability", "ko": "군사 능력"},
        _each("capability", {"en": "billion US$", "ko": "십억 달러"}),
    ),
    Chart(
        "threat",
        {"en": "Who feels threatened by whom", "ko": "누가 누구에게서 위협을 느끼는가"},
        (
            _threat("ROK", "NK"),
            _threat("Japan", "China"),
            _threat("Japan", "NK"),
            _threat("NK", "US"),
            _threat("NK", "ROK"),
            _threat("US", "China"),
        ),
    ),
    Chart(
        "ties",
        {"en": "Ties and promises", "ko": "유대와 공약"},
        (
            _NK_RUSSIA,
            _panel("depth.US.ROK", ("US–ROK tie", "한미 유대"), _SHARE),
            _panel("depth.ROK.Japan", ("ROK–Japan tie", "한일 유대"), _SHARE),
            _panel(
                "treaty",
                ("NK–Russia treaty in force", "북러 조약 발효"),
                _RUNS,
                yes_or_no=True,
            ),
            _panel(
                "credibility.ROK.US",
                ("South Korea's trust in the US", "미국에 대한 한국의 신뢰"),
                _SHARE,
            ),
            _panel(
                "polarization",
                ("Polarization", "진영 양극화"),
                ("index, −1 to 1", "지수, −1~1"),
            ),
        ),
    ),
    Chart(
        "war",
        {"en": "War in Ukraine", "ko": "우크라이나 전쟁"},
        (
            _SUSTAINMENT,
            _panel(
                "front",
                ("Ukraine held by Russia", "러시아 점령"),
                ("share of Ukraine", "우크라이나 대비 비율"),
            ),
            _panel(
                "fighting", ("Fighting going on", "전투 지속"), _RUNS, yes_or_no=True
            ),
            _panel(
                "delivered",
                ("NK shells delivered", "북한 포탄 인도"),
                ("million shells a month", "월 백만 발"),
                mean=True,
            ),
            _panel(
                "troops",
                ("NK troops with Russia", "파병 북한군"),
                ("thousand persons", "천 명"),
                mean=True,
            ),
            _panel(
                "rents",
                ("What Russia pays", "러시아의 대가"),
                ("billion US$ a month", "월 십억 달러"),
                mean=True,
            ),
        ),
    ),
    Chart(
        "sanctions",
        {"en": "Sanctions on North Korea", "ko": "대북 제재"},
        (
            _PRESSURE,
            _panel("stringency", ("Formal stringency", "형식적 강도"), _SHARE),
            _panel("monitoring", ("Monitoring", "감시"), _SHARE),
            _panel("china_compliance", ("China's compliance", "중국의 이행"), _SHARE),
            _panel(
                "russia_compliance", ("Russia's compliance", "러시아의 이행"), _SHARE
            ),
            _panel("legitimacy", ("Legitimacy", "정당성"), _SHARE),
        ),
    ),
    Chart(
        "north_korea",
        {"en": "North Korea", "ko": "북한"},
        (
            _INCOME,
            _panel("stress.NK", ("Economic stress", "경제 압박"), ("ratio", "비율")),
            _panel("warheads.NK", ("Warheads", "핵탄두"), ("number", "기")),
            _ICBM,
            _panel(
                "technology.NK.satellite",
                ("Satellite technology", "정찰위성 기술"),
                _SHARE,
            ),
            _panel(
                "experience.NK", ("Combat experience", "실전 경험"), _SHARE, mean=True
            ),
            _panel(
                "completed.NK",
                ("Deterrent judged complete", "핵무력 완성 판단"),
                _SHARE,
                mean=True,
            ),
            _panel("attachment.NK", ("Attachment to nuclear arms", "핵 집착"), _SHARE),
            _panel("patron.NK", ("Support by patrons", "후원국의 지원"), _SHARE),
        ),
    ),
    Chart(
        "talks",
        {"en": "Talks with the United States", "ko": "북미 대화"},
        (
            _panel("talking", ("Talks under way", "대화 진행"), _RUNS, yes_or_no=True),
            _panel("deal", ("Deal in force", "합의 발효"), _RUNS, yes_or_no=True),
            _panel("relief", ("Sanctions relief", "제재 완화"), _SHARE, mean=True),
            _panel("us_trust", ("Washington's trust", "미국의 신뢰"), _SHARE),
            _panel("nk_trust", ("Pyongyang's trust", "북한의 신뢰"), _SHARE),
            _panel(
                "definition_gap",
                ("Gap between definitions", "비핵화 정의의 격차"),
                _SHARE,
            ),
        ),
    ),
    Chart(
        "responses",
        {"en": "What the allies do", "ko": "동맹의 대응"},
        (
            _panel(
                "strike_forces.ROK", ("South Korea, three-axis", "한국 3축"), _SHARE
            ),
            _panel(
                "strike_forces.Japan",
                ("Japan, counterstrike", "일본 반격 능력"),
                _SHARE,
                mean=True,
            ),
            _panel("assets.US", ("US strategic assets", "미 전략자산"), _SHARE),
            _panel("trilateral", ("Trilateral institutions", "한미일 제도화"), _SHARE),
            _panel("consultation", ("Nuclear consultation", "핵협의"), _SHARE),
            _panel("defense.ROK", ("Missile defense, ROK", "한국 미사일 방어"), _SHARE),
        ),
    ),
    Chart(
        "crises",
        {"en": "Crises and channels", "ko": "위기와 소통 채널"},
        (
            _panel(
                "crisis.NK.ROK",
                ("Crisis, NK–ROK", "남북 위기"),
                ("steps, 0 to 5", "단계, 0–5"),
                counts=True,
            ),
            _panel(
                "crisis.NK.US",
                ("Crisis, NK–US", "북미 위기"),
                ("steps, 0 to 5", "단계, 0–5"),
                counts=True,
            ),
            _panel(
                "crisis.US.China",
                ("Crisis, US–China", "미중 위기"),
                ("steps, 0 to 5", "단계, 0–5"),
                counts=True,
            ),
            _panel("channels.NK.ROK", ("Channel, NK–ROK", "남북 채널"), _SHARE),
            _panel("channels.NK.US", ("Channel, NK–US", "북미 채널"), _SHARE),
            _panel("channels.US.China", ("Channel, US–China", "미중 채널"), _SHARE),
        ),
    ),
)
"""The charts of a result, in the order in which a reader may want them."""


def _drawn(series: str) -> Panel:
    """Return the panel in which a chart shows a series."""
    panels = [panel for chart in CHARTS for panel in chart.panels]
    return next(panel for panel in panels if panel.series == series)


_ROK_NK, _JAPAN_CHINA = _threat("ROK", "NK"), _threat("Japan", "China")

OVERVIEW = Chart(
    "overview",
    {"en": "The scenarios side by side", "ko": "시나리오 나란히 보기"},
    (
        Panel(
            _ROK_NK.series,
            {"en": "South Korea, of NK", "ko": "한국이 느끼는 북한의 위협"},
            _THREAT,
        ),
        Panel(
            "burden.ROK", {"en": "South Korea's burden", "ko": "한국 군사비 부담"}, _GDP
        ),
        _NK_RUSSIA,
        _SUSTAINMENT,
        _PRESSURE,
        _INCOME,
        _ICBM,
        _panel(
            "launches.NK",
            ("Missile launches", "미사일 발사"),
            ("a month", "월"),
            counts=True,
        ),
        _panel("talking", ("Talks under way", "대화 진행"), _RUNS, yes_or_no=True),
    ),
)
"""One page, a row for each of these and a column for each scenario."""


FORK = Chart(
    "fork",
    {"en": "One past, several futures", "ko": "하나의 과거, 여러 미래"},
    (
        *OVERVIEW.panels[:6],
        _drawn("credibility.ROK.US"),
        _drawn("trilateral"),
        OVERVIEW.panels[-1],
    ),
)
"""One run up to a month, and what may become of it."""


def needed() -> tuple[str, ...]:
    """Return every series that a chart reads, once."""
    every = [panel.series for chart in (*CHARTS, OVERVIEW) for panel in chart.panels]
    return tuple(dict.fromkeys(every))
