"""Which stacks each chart shows, with words for readers in two languages."""

from __future__ import annotations

from analysis.charts.stack import Part, Stack, StackChart
from analysis.charts.style import (
    BLACK,
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    SKY,
    VERMILION,
    YELLOW,
)
from analysis.parts import DYADS, part
from sim.cast import LABELS

__all__ = ["STACKS", "THREAT_PARTS"]

_SHARE = {"en": "% of runs", "ko": "실행의 %"}
_GREY, _PALE = "#7F7F7F", "#C9C9C9"
_DOMAINS = {
    "short_range": ("short range", "단거리", SKY, ""),
    "icbm": ("long range", "장거리", VERMILION, ""),
    "satellite": ("satellite", "위성", YELLOW, ""),
    "hypersonic": ("hypersonic", "극초음속", ORANGE, "//"),
    "submarine": ("submarine", "잠수함", BLUE, ""),
    "air_defense": ("air defense", "방공", GREEN, "//"),
    "drones": ("drones", "무인기", PURPLE, ".."),
    "warhead": ("nuclear test", "핵실험", BLACK, ""),
}
_TESTS = tuple(
    Part(f"tests.NK.{domain}", {"en": en, "ko": ko}, color, hatch)
    for domain, (en, ko, color, hatch) in _DOMAINS.items()
)
_LEVELS = tuple(
    Part(
        f"technology.NK.{domain}",
        {"en": "warhead" if domain == "warhead" else en, "ko": ko},
        color,
        {"": "", "//": "//", "..": ".."}[hatch],
    )
    for domain, (en, ko, color, hatch) in _DOMAINS.items()
)


def _parts(*parts: tuple[str, str, str, str, str]) -> tuple[Part, ...]:
    return tuple(
        Part(series, {"en": en, "ko": ko}, color, hatch)
        for series, en, ko, color, hatch in parts
    )


PROVOCATIONS = StackChart(
    "provocations",
    {"en": "North Korea's provocations and its line", "ko": "북한의 도발과 노선"},
    (
        Stack(
            {"en": "Tests and attacks", "ko": "시험과 공격"},
            {"en": "a year, mean over runs", "ko": "연간, 실행 평균"},
            (
                *_TESTS,
                Part("attack.NK", {"en": "attack", "ko": "공격"}, _GREY, "xx"),
            ),
            "bars",
        ),
        Stack(
            {"en": "Line toward the United States", "ko": "대미 노선"},
            _SHARE,
            _parts(
                ("posture.NK.pressure", "pressure", "압박", VERMILION, ""),
                ("posture.NK.mixed", "mixed", "혼합", ORANGE, "//"),
                ("posture.NK.offer", "offer", "제의", SKY, ""),
                ("posture.NK.moratorium", "moratorium", "유예", BLUE, "//"),
            ),
            "areas",
            100.0,
            100.0,
        ),
    ),
)

TECHNOLOGY = StackChart(
    "technology",
    {"en": "North Korea's military technology", "ko": "북한의 군사 기술"},
    (
        Stack(
            {"en": "Technology by domain", "ko": "분야별 기술"},
            {"en": "index 0 to 1, mean over runs", "ko": "지수 0–1, 실행 평균"},
            _LEVELS,
            "lines",
            1.0,
            1.0,
        ),
    ),
)

ATTENTION = StackChart(
    "attention",
    {
        "en": "Washington's attention and Beijing's role",
        "ko": "미국의 관심과 중국의 역할",
    },
    (
        Stack(
            {"en": "Attention of the United States", "ko": "미국의 관심"},
            {"en": "% of attention, mean over runs", "ko": "관심의 %, 실행 평균"},
            _parts(
                ("attention.US.Korea", "Korea", "한반도", VERMILION, ""),
                ("attention.US.Europe", "Europe", "유럽", PURPLE, "//"),
                ("attention.US.China", "China", "중국", ORANGE, ""),
                ("attention.US.elsewhere", "elsewhere", "그 밖", _PALE, ""),
            ),
            "areas",
            100.0,
            100.0,
        ),
        Stack(
            {"en": "Role of China", "ko": "중국의 역할"},
            _SHARE,
            _parts(
                ("role.China.bystander", "bystander", "방관자", _PALE, ""),
                ("role.China.coordinator", "coordinator", "조정자", GREEN, "//"),
                ("role.China.axis", "axis", "진영 가담", VERMILION, ""),
            ),
            "areas",
            100.0,
            100.0,
        ),
    ),
)

_OF = {**LABELS["en"], "US": "the United States"}
_TERMS = (
    ("relative", "relative power", "상대적 힘", BLUE, ""),
    ("absolute", "absolute power", "절대적 힘", SKY, "//"),
    ("hostage", "first blow", "첫 타격", ORANGE, ""),
    ("nuclear", "nuclear", "핵", VERMILION, "//"),
    ("allies", "allies' fear", "동맹의 위협", _PALE, ""),
)

THREAT_PARTS = StackChart(
    "threat_parts",
    {"en": "What felt threat is made of", "ko": "느끼는 위협의 구성"},
    tuple(
        Stack(
            {
                "en": f"{LABELS['en'][one]}, of {_OF[other]}",
                "ko": f"{LABELS['ko'][one]} ← {LABELS['ko'][other]}",
            },
            {"en": "felt threat, mean of runs", "ko": "느끼는 위협, 실행 평균"},
            tuple(
                Part(part(one, other, term), {"en": en, "ko": ko}, color, hatch)
                for term, en, ko, color, hatch in _TERMS
            ),
        )
        for one, other in DYADS
    ),
)
"""Made from :func:`analysis.parts.threat_parts`; Richardson's linear term is 0 here."""

STACKS: tuple[StackChart, ...] = (PROVOCATIONS, TECHNOLOGY, ATTENTION)
"""Made from the table of bands."""
