"""Units in Korean: of recorded series, of parameters, of what rules read and give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["UNITS", "unit_in"]

UNITS: Mapping[str, str] = {
    "% of GDP": "GDP의 %",
    "% of GDP per unit of threat": "위협 1단위당 GDP의 %",
    "%/year": "%/년",
    "0 or 1": "0 또는 1",
    "1": "1",
    "1/month": "1/월",
    "1/test": "1/회",
    "1/threat": "1/위협",
    "1/year": "1/년",
    "1/year per share of Ukraine": "우크라이나 대비 비율당 1/년",
    "US$/person/month": "달러/명/월",
    "US$/shell": "달러/발",
    "act units": "행동 단위",
    "act units per doubling a year": "연간 2배 증가당 행동 단위",
    "act units/launch": "행동 단위/발사",
    "bn US$": "십억 달러",
    "bn US$/month": "십억 달러/월",
    "bn US$/year": "십억 달러/년",
    "km": "km",
    "launches": "회",
    "log-odds": "로그 오즈",
    "log-odds per act unit": "행동 1단위당 로그 오즈",
    "log-odds per ideal point": "이상점 1단위당 로그 오즈",
    "luck": "운",
    "million shells": "백만 발",
    "million shells/month": "백만 발/월",
    "months": "개월",
    "multiples": "배",
    "multiples of unacceptable damage": "감당할 수 없는 피해의 배수",
    "news": "소식",
    "per act unit": "행동 1단위당",
    "per unit of polarization": "양극화 1단위당",
    "per unit of threat": "위협 1단위당",
    "ratio": "비",
    "share": "비율",
    "share of Ukraine": "우크라이나 대비 비율",
    "share of Ukraine/month": "우크라이나 대비 비율/월",
    "share of income": "소득 대비 비율",
    "share of trade": "무역 대비 비율",
    "share per share": "비율당 비율",
    "share per share of depth": "유대의 깊이당 비율",
    "share per share of trade": "무역 대비 비율당 비율",
    "share per unit of polarization": "양극화 1단위당 비율",
    "share per unit of threat": "위협 1단위당 비율",
    "signed share": "부호 있는 비율",
    "standard normal": "표준정규",
    "steps": "단계",
    "strength": "강도",
    "tests": "회",
    "tests/month": "회/월",
    "thousand persons": "천 명",
    "thousand persons/month": "천 명/월",
    "threat": "위협",
    "utility": "효용",
    "utility per act unit": "행동 1단위당 효용",
    "utility per unit of polarization": "양극화 1단위당 효용",
    "utility per unit of threat": "위협 1단위당 효용",
    "warheads": "기",
    "warheads/year": "기/년",
}
"""Every unit that readers meet, as the model spells it, to Korean."""


def unit_in(unit: str, lang: str) -> str:
    """Return a unit in a language.

    Examples
    --------
    >>> unit_in("months", "en"), unit_in("months", "ko")
    ('months', '개월')
    """
    return UNITS[unit] if lang == "ko" else unit
