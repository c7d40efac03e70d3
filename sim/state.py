"""The one list of everything that the world holds from month to month.

Snapshots, records, traces and the tables in ``docs/`` all read this list. A field
belongs to each state, to one state, or to one of the world's common affairs: the
ties, the exchange between North Korea and Russia, the war, the Council.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sim.cast import DOMAINS, LABELS, PAIRS, STATES, others

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sim.model import StrategicModel

__all__ = ["FIELDS", "SERIES", "Field", "holders", "label", "series"]

Shape = Literal["rows", "others", "pairs", "domains", "queue"]
INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that the world holds.

    Attributes
    ----------
    name : str
        The attribute that holds it.
    owner : str
        ``each`` state, one state, or ``ties``, ``exchange``, ``war``, ``council``.
    shape : {'rows', 'others', 'pairs', 'domains', 'queue'}
        One array over rows, or one for each other state, pair, domain of technology
        or month of the queue, stacked before the axis of rows.
    unit : str
        Unit of its values.
    low, high : float
        Bounds that it never leaves (to rounding).
    en, ko : str
        What it is, in English and Korean.
    recorded : bool
        Whether it is among the recorded series.
    """

    name: str
    owner: str
    shape: Shape
    unit: str
    low: float
    high: float
    en: str
    ko: str
    recorded: bool = True


def _each(
    name: str,
    shape: Shape,
    unit: str,
    low: float,
    high: float,
    en: str,
    ko: str,
    recorded: bool = True,
) -> Field:
    return Field(name, "each", shape, unit, low, high, en, ko, recorded)


def _held(
    owner: str,
    name: str,
    shape: Shape,
    unit: str,
    low: float,
    high: float,
    en: str,
    ko: str,
    recorded: bool = True,
) -> Field:
    return Field(name, owner, shape, unit, low, high, en, ko, recorded)


FIELDS: tuple[Field, ...] = (
    # what each state is and has
    _each("greed", "rows", "share", 0, 1, "true type", "실제 유형", recorded=False),
    _each("gdp", "rows", "bn US$", 0, INFINITE, "GDP", "국내총생산"),
    _each("burden", "rows", "% of GDP", 0, 45, "military burden", "군사비 부담률"),
    _each(
        "spending", "rows", "bn US$/year", 0, INFINITE, "military spending", "군사비"
    ),
    _each(
        "stock",
        "rows",
        "bn US$",
        0,
        INFINITE,
        "military capital",
        "군사 자본",
        recorded=False,
    ),
    _each("capability", "rows", "bn US$", 0, INFINITE, "capability", "군사 능력"),
    _each("warheads", "rows", "warheads", 0, INFINITE, "nuclear warheads", "핵탄두"),
    _each(
        "retaliation",
        "rows",
        "share",
        0,
        1,
        "certainty of own nuclear retaliation",
        "자체 핵보복의 확실성",
        recorded=False,
    ),
    # what it can do to each other state
    _each(
        "power",
        "others",
        "bn US$",
        0,
        INFINITE,
        "power at the front with each other",
        "상대 전선에서의 힘",
        recorded=False,
    ),
    _each(
        "strike",
        "others",
        "multiples",
        0,
        INFINITE,
        "damage at the first blow",
        "첫 타격의 피해",
        recorded=False,
    ),
    _each(
        "arsenal",
        "others",
        "warheads",
        0,
        INFINITE,
        "warheads deliverable on each other",
        "상대에게 도달 가능한 핵탄두",
        recorded=False,
    ),
    # what it sees, believes and feels
    _each(
        "baseline",
        "others",
        "log-odds",
        -6,
        6,
        "first belief about each other",
        "상대에 대한 처음의 믿음",
        recorded=False,
    ),
    _each(
        "belief",
        "others",
        "log-odds",
        -6.01,
        6.01,
        "belief that each other is greedy",
        "상대가 탐욕적이라는 믿음",
    ),
    _each(
        "expected",
        "others",
        "act units",
        -INFINITE,
        INFINITE,
        "acts expected of each other",
        "상대에게서 예상되는 행동",
        recorded=False,
    ),
    _each(
        "misperception",
        "rows",
        "share",
        -1,
        1,
        "belief less true type, mean over others",
        "오인(믿음과 실제 유형의 차)",
    ),
    _each(
        "credibility",
        "others",
        "share",
        0,
        1,
        "trust in each other's promise",
        "상대 공약의 신뢰도",
    ),
    _each(
        "exposed",
        "others",
        "share",
        0,
        1,
        "exposure to each other's warheads",
        "상대 핵탄두에 대한 노출",
        recorded=False,
    ),
    _each(
        "own_danger",
        "others",
        "threat",
        0,
        INFINITE,
        "threat to itself from each other",
        "자신에 대한 위협",
        recorded=False,
    ),
    _each(
        "felt_threat",
        "others",
        "threat",
        0,
        INFINITE,
        "felt threat from each other",
        "상대로부터 느끼는 위협",
    ),
    _each(
        "threat",
        "rows",
        "threat",
        0,
        INFINITE,
        "felt threat from all others",
        "느끼는 위협의 합",
    ),
    _each(
        "reference_threat",
        "rows",
        "threat",
        0,
        INFINITE,
        "felt threat at the start",
        "시작 시점의 위협",
        recorded=False,
    ),
    # what it did last month, as others see it
    _each(
        "armed",
        "rows",
        "act units",
        -INFINITE,
        INFINITE,
        "build-up seen by others",
        "타국이 본 군비 증강",
        recorded=False,
    ),
    _each(
        "drilled",
        "rows",
        "act units",
        0,
        INFINITE,
        "exercises seen by others",
        "타국이 본 군사연습",
        recorded=False,
    ),
    _each(
        "tested",
        "rows",
        "act units",
        0,
        INFINITE,
        "tests seen by others",
        "타국이 본 시험",
        recorded=False,
    ),
    _each(
        "fought",
        "rows",
        "act units",
        0,
        INFINITE,
        "part in a war elsewhere seen by others",
        "타국이 본 원정 개입",
        recorded=False,
    ),
    _each(
        "engaged",
        "rows",
        "share",
        0,
        1,
        "engagement in a war elsewhere",
        "다른 전구의 전쟁 개입도",
        recorded=False,
    ),
    # North Korea in addition
    _held(
        "NK",
        "campaign",
        "rows",
        "0 or 1",
        0,
        1,
        "launch campaign running",
        "발사 국면 진행",
        recorded=False,
    ),
    _held(
        "NK",
        "launches",
        "rows",
        "launches",
        0,
        40,
        "missile launches in the month",
        "월간 미사일 발사",
    ),
    _held(
        "NK",
        "long_range",
        "rows",
        "0 or 1",
        0,
        1,
        "long-range launch in the month",
        "장거리 발사",
    ),
    _held(
        "NK",
        "nuclear_tests",
        "rows",
        "0 or 1",
        0,
        1,
        "nuclear test in the month",
        "핵실험",
    ),
    _held(
        "NK",
        "shells",
        "rows",
        "million shells",
        0,
        INFINITE,
        "shells in stock",
        "포탄 비축",
    ),
    _held(
        "NK", "technology", "domains", "share", 0, 1, "military technology", "군사 기술"
    ),
    _held("NK", "experience", "rows", "share", 0, 1, "combat experience", "실전 경험"),
    _held(
        "NK",
        "trend_gdp",
        "rows",
        "bn US$",
        0,
        INFINITE,
        "GDP on trend, without sanctions",
        "추세 국내총생산",
        recorded=False,
    ),
    _held(
        "NK",
        "income",
        "rows",
        "ratio",
        0.2,
        1.5,
        "income against trend without sanctions",
        "추세 대비 소득",
    ),
    _held(
        "NK",
        "accustomed",
        "rows",
        "ratio",
        0.2,
        1.5,
        "income that people are used to",
        "익숙한 소득 수준",
        recorded=False,
    ),
    _held("NK", "stress", "rows", "ratio", 0, 1.3, "economic stress", "경제 압박"),
    # Russia and Japan in addition
    _held(
        "Russia",
        "shells",
        "rows",
        "million shells",
        0,
        INFINITE,
        "shells in stock",
        "포탄 비축",
    ),
    _held(
        "Russia",
        "output",
        "rows",
        "million shells/month",
        0,
        1,
        "shell output",
        "포탄 생산",
        recorded=False,
    ),
    _held("Russia", "isolation", "rows", "share", 0, 1, "isolation", "고립"),
    _held(
        "Japan",
        "ceiling_lifted",
        "rows",
        "0 or 1",
        0,
        1,
        "customary ceiling lifted",
        "방위비 상한 해제",
    ),
    # ties
    _held("ties", "depth", "pairs", "share", 0, 1, "depth of the tie", "유대의 깊이"),
    _held(
        "ties",
        "start_common",
        "pairs",
        "threat",
        0,
        INFINITE,
        "common threat at the start",
        "시작 시점의 공동 위협",
        recorded=False,
    ),
    _held(
        "ties",
        "polarization",
        "rows",
        "signed share",
        -1,
        1,
        "polarization of the blocs",
        "진영 양극화",
    ),
    _held(
        "ties",
        "start_polarization",
        "rows",
        "signed share",
        -1,
        1,
        "polarization at the start",
        "시작 시점의 양극화",
        recorded=False,
    ),
    # the exchange between North Korea and Russia
    _held(
        "exchange",
        "channel",
        "rows",
        "share",
        0,
        1,
        "openness of the channel",
        "북러 거래 통로의 개방도",
    ),
    _held(
        "exchange", "habit", "rows", "share", 0, 1, "habit of exchange", "거래의 관성"
    ),
    _held(
        "exchange", "treaty", "rows", "0 or 1", 0, 1, "mutual-aid treaty", "북러 조약"
    ),
    _held(
        "exchange",
        "delivered",
        "rows",
        "million shells/month",
        0,
        1,
        "shells delivered",
        "포탄 인도량",
    ),
    _held(
        "exchange",
        "troops",
        "rows",
        "thousand persons",
        0,
        100,
        "NK troops with Russia",
        "파병 북한군",
    ),
    _held(
        "exchange",
        "rents",
        "rows",
        "bn US$/month",
        0,
        INFINITE,
        "cash, oil and food paid",
        "현금·유류·식량 지급",
    ),
    _held(
        "exchange",
        "handed_over",
        "rows",
        "share",
        0,
        1,
        "technology on its way",
        "이전 중인 기술",
        recorded=False,
    ),
    _held(
        "exchange",
        "absorbed",
        "rows",
        "share",
        0,
        1,
        "technology that has arrived",
        "이전된 기술",
    ),
    # the war in Ukraine
    _held("war", "fighting", "rows", "0 or 1", 0, 1, "fighting going on", "전투 지속"),
    _held(
        "war", "intensity", "rows", "share", 0, 1, "intensity of the war", "전쟁 강도"
    ),
    _held(
        "war",
        "fired",
        "rows",
        "million shells/month",
        0,
        2,
        "Russian shells fired",
        "러시아 포탄 발사량",
    ),
    _held(
        "war",
        "russian_soldiers",
        "rows",
        "thousand persons",
        0,
        1000,
        "Russian soldiers",
        "러시아군 병력",
    ),
    _held(
        "war",
        "ukrainian_soldiers",
        "rows",
        "thousand persons",
        0,
        1000,
        "Ukrainian soldiers",
        "우크라이나군 병력",
    ),
    _held(
        "war",
        "front",
        "rows",
        "share of Ukraine",
        0,
        1,
        "Ukraine held by Russia",
        "러시아 점령 비율",
    ),
    _held(
        "war",
        "first_front",
        "rows",
        "share of Ukraine",
        0,
        1,
        "Ukraine held after the first blow",
        "초기 점령 비율",
        recorded=False,
    ),
    _held(
        "war",
        "russian_weariness",
        "rows",
        "share",
        0,
        1,
        "Russian exhaustion",
        "러시아의 소진",
    ),
    _held(
        "war",
        "ukrainian_weariness",
        "rows",
        "share",
        0,
        1,
        "Ukrainian exhaustion",
        "우크라이나의 소진",
    ),
    _held(
        "war",
        "sustainment",
        "rows",
        "months",
        0,
        INFINITE,
        "Russian war sustainment",
        "러시아 전쟁지속능력",
    ),
    # the Council and the sanctions regime
    _held(
        "council",
        "stringency",
        "rows",
        "share",
        0,
        1,
        "formal stringency",
        "제재의 형식적 강도",
    ),
    _held(
        "council",
        "panel",
        "rows",
        "0 or 1",
        0,
        1,
        "Panel of Experts at work",
        "전문가 패널 존속",
    ),
    _held("council", "monitoring", "rows", "share", 0, 1, "monitoring", "제재 감시"),
    _held(
        "council", "legitimacy", "rows", "share", 0, 1, "legitimacy", "제재의 정당성"
    ),
    _held(
        "council",
        "unilateral",
        "rows",
        "share",
        0,
        1,
        "unilateral measures",
        "독자 제재",
    ),
    _held(
        "council",
        "china_compliance",
        "rows",
        "share",
        0,
        1,
        "China's compliance",
        "중국의 이행",
    ),
    _held(
        "council",
        "russia_compliance",
        "rows",
        "share",
        0,
        1,
        "Russia's compliance",
        "러시아의 이행",
    ),
    _held(
        "council",
        "others_compliance",
        "rows",
        "share",
        0,
        1,
        "compliance of all others",
        "그 밖의 이행",
        recorded=False,
    ),
    _held(
        "council",
        "pressure",
        "rows",
        "share of trade",
        0,
        1.3,
        "pressure on North Korea",
        "대북 제재 압력",
    ),
    _held(
        "council",
        "tabled",
        "queue",
        "0 or 1",
        0,
        1,
        "drafts waiting for a vote",
        "표결 대기 결의안",
        recorded=False,
    ),
    _held(
        "council",
        "adopted",
        "rows",
        "0 or 1",
        0,
        1,
        "resolution adopted in the month",
        "결의 채택",
    ),
    _held(
        "council",
        "vetoed",
        "rows",
        "0 or 1",
        0,
        1,
        "draft vetoed in the month",
        "거부권 행사",
    ),
    _held(
        "council",
        "blocked",
        "rows",
        "0 or 1",
        0,
        1,
        "blocked by a veto so far",
        "안보리 마비",
        recorded=False,
    ),
)
"""Every field of the world, by owner."""


def _places(field: Field, owner: str) -> tuple[str, ...]:
    """Return the key of each array in a field, in the order of its first axis."""
    stem = field.name if owner in _COMMON else f"{field.name}.{owner}"
    match field.shape:
        case "others":
            return tuple(f"{stem}.{other}" for other in others(owner))
        case "pairs":
            return tuple(f"{stem}.{one}.{other}" for one, other in PAIRS)
        case "domains":
            return tuple(f"{stem}.{domain}" for domain in DOMAINS)
        case "queue":
            return tuple(f"{stem}.{month}" for month in range(4))
    return (stem,)


_COMMON = ("ties", "exchange", "war", "council")


def _owners(field: Field) -> tuple[str, ...]:
    return STATES if field.owner == "each" else (field.owner,)


SERIES: dict[str, Field] = {
    key: field
    for field in FIELDS
    if field.recorded
    for owner in _owners(field)
    for key in _places(field, owner)
}
"""The key of every recorded series and the field that it is read from.

``spending.ROK``; ``felt_threat.ROK.NK`` (observer, observed); ``depth.NK.Russia``
(pairs in the order of the cast); ``technology.NK.icbm``; ``front``.
"""


def holders(model: StrategicModel) -> Iterator[tuple[str, Field, Any]]:
    """Yield (owner, field, holder) for every array that a model holds."""
    for field in FIELDS:
        for owner in _owners(field):
            yield owner, field, model.holder(owner)


def series(model: StrategicModel) -> dict[str, Any]:
    """Return every recorded series as the model stands: key to an array over rows."""
    values: dict[str, Any] = {}
    for owner, field, holder in holders(model):
        if not field.recorded:
            continue
        value = getattr(holder, field.name)
        if field.shape == "rows":
            values[_places(field, owner)[0]] = value
        else:
            for place, key in enumerate(_places(field, owner)):
                values[key] = value[place]
    return values


def label(key: str, language: str = "en") -> str:
    """Return what a series is, in words: ``felt threat from each other: ROK, NK``."""
    field = SERIES[key]
    words = field.ko if language == "ko" else field.en
    whose = [LABELS[language].get(part, part) for part in key.split(".")[1:]]
    return f"{words}: {', '.join(whose)}" if whose else words
