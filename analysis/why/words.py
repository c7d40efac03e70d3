"""Words: how an answer is said, in English and Korean.

What terms, inputs and rules are called stands in the tables beside this module; here
are the sentences that are made of them.
"""

from __future__ import annotations

import calendar
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.units import unit_in
from analysis.why.sources import settled
from sim.cast import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CHOSEN",
    "ENDS",
    "PHRASES",
    "End",
    "named",
    "number",
    "said",
    "source_words",
    "unit_words",
    "when",
]


@dataclass(frozen=True, slots=True)
class End:
    """How one outcome of a choice is said.

    Attributes
    ----------
    name : mapping of language to str
        As a heading.
    did : mapping of language to str
        What was done, after its subject.
    would : mapping of language to str
        What would have been done, after its subject.
    """

    name: Mapping[str, str]
    did: Mapping[str, str]
    would: Mapping[str, str]


def _end(name: str, did: str, would: str, korean_name: str, korean: str) -> End:
    """Return an outcome; the Korean stem takes either ending."""
    return End(
        name={"en": name, "ko": korean_name},
        did={"en": did, "ko": f"{korean}다"},
        would={"en": f"would {would}", "ko": f"{korean}을 것이다"},
    )


def _steps() -> dict[str, End]:
    steps = {
        "none": "위기 없음",
        "dispute": "분쟁",
        "show of force": "무력시위",
        "use of force": "무력 사용",
        "clash": "충돌",
        "war": "전쟁",
    }
    return {
        name: _end(
            f"step {place}: {name}",
            f"stood at step {place} of 5 ({name})",
            f"have stood at step {place} of 5 ({name})",
            f"{place}단계: {korean}",
            f"5단계 가운데 {place}단계({korean})였",
        )
        for place, (name, korean) in enumerate(steps.items())
    }


ENDS: Mapping[str, End] = {
    "pressure": _end(
        "pressure",
        "took a line of pressure",
        "have taken a line of pressure",
        "압박",
        "압박 노선을 택했",
    ),
    "mixed": _end(
        "mixed line",
        "took a mixed line",
        "have taken a mixed line",
        "혼합",
        "혼합 노선을 택했",
    ),
    "offer": _end(
        "offer of talks",
        "offered talks",
        "have offered talks",
        "대화 제안",
        "대화를 제안했",
    ),
    "moratorium": _end(
        "moratorium",
        "held still under a moratorium",
        "have held still under a moratorium",
        "시험 유예",
        "시험 유예를 택했",
    ),
    "bystander": _end(
        "bystander", "stood aside", "have stood aside", "방관자", "방관을 택했"
    ),
    "coordinator": _end(
        "coordinator",
        "coordinated between the blocs",
        "have coordinated between the blocs",
        "조정자",
        "진영 사이의 조정을 택했",
    ),
    "axis": _end(
        "axis",
        "joined an axis with Moscow and Pyongyang",
        "have joined an axis with Moscow and Pyongyang",
        "축",
        "북러와의 축을 택했",
    ),
    "reviewed": _end(
        "thinks its line over",
        "thought its line over",
        "have thought its line over",
        "노선을 다시 생각함",
        "노선을 다시 생각했",
    ),
    "not_reviewed": _end(
        "leaves its line as it is",
        "left its line as it was",
        "have left its line as it was",
        "노선을 그대로 둠",
        "노선을 그대로 두었",
    ),
    "opened": _end("talks open", "opened", "have opened", "대화 개시", "열렸"),
    "not_opened": _end(
        "no talks open", "did not open", "not have opened", "개시 없음", "열리지 않았"
    ),
    "deal": _end(
        "deal", "ended in a deal", "have ended in a deal", "합의", "합의로 끝났"
    ),
    "go_on": _end("talks go on", "went on", "have gone on", "대화 지속", "이어졌"),
    "failed": _end("talks fail", "failed", "have failed", "결렬", "결렬됐"),
    "broken": _end("deal broken", "was broken", "have been broken", "파기", "깨졌"),
    "kept": _end("deal holds", "held", "have held", "유지", "지켜졌"),
    "vetoed": _end(
        "a veto",
        "stood ready to veto a resolution",
        "have stood ready to veto a resolution",
        "거부권",
        "결의에 거부권을 쓸 태세였",
    ),
    "not_vetoed": _end(
        "no veto",
        "stood ready to let a resolution pass",
        "have stood ready to let a resolution pass",
        "거부권 없음",
        "결의를 통과시킬 태세였",
    ),
    "panel_ended": _end(
        "an end of the Panel",
        "stood ready to end the Panel of Experts",
        "have stood ready to end the Panel of Experts",
        "패널 종료",
        "전문가 패널을 끝낼 태세였",
    ),
    "panel_kept": _end(
        "the Panel goes on",
        "stood ready to let the Panel of Experts go on",
        "have stood ready to let the Panel of Experts go on",
        "패널 존속",
        "전문가 패널을 존속시킬 태세였",
    ),
    "attacked": _end(
        "attack",
        "attacked South Korea",
        "have attacked South Korea",
        "공격",
        "한국을 공격했",
    ),
    "not_attacked": _end(
        "no attack",
        "did not attack South Korea",
        "not have attacked South Korea",
        "공격 없음",
        "한국을 공격하지 않았",
    ),
    "ceiling_lifted": _end(
        "ceiling lifted",
        "lifted its customary ceiling on spending",
        "have lifted its customary ceiling on spending",
        "상한 해제",
        "방위비의 관례적 상한을 풀었",
    ),
    "ceiling_kept": _end(
        "ceiling kept",
        "kept its customary ceiling on spending",
        "have kept its customary ceiling on spending",
        "상한 유지",
        "방위비의 관례적 상한을 지켰",
    ),
    "treaty_signed": _end(
        "treaty",
        "signed a treaty of mutual aid",
        "have signed a treaty of mutual aid",
        "조약 체결",
        "상호원조 조약을 맺었",
    ),
    "no_treaty": _end(
        "no treaty",
        "signed no treaty of mutual aid",
        "have signed no treaty of mutual aid",
        "조약 없음",
        "상호원조 조약을 맺지 않았",
    ),
    "acknowledged": _end(
        "owned to in public",
        "owned to the troops in public",
        "have owned to the troops in public",
        "공개 인정",
        "파병을 공개적으로 인정했",
    ),
    "not_acknowledged": _end(
        "not owned to",
        "did not own to the troops in public",
        "not have owned to the troops in public",
        "인정하지 않음",
        "파병을 공개적으로 인정하지 않았",
    ),
    **_steps(),
}
"""How every outcome of every choice is said."""

CHOSEN: Mapping[str, Mapping[str, str]] = {
    "en": {
        "review": "Is the line thought over?",
        "line": "Which line would be chosen?",
        "role": "Which role would be chosen?",
        "opening": "Do talks open?",
        "ending": "How does the month of talks end?",
        "breach": "Does the deal hold?",
        "veto": "{state}: would a resolution be vetoed?",
        "panel": "{state}: would the Panel of Experts be ended?",
        "treaty": "Is a treaty signed?",
        "acknowledgment": "Do leaders own to the troops?",
        "attack": "Is South Korea attacked?",
        "ceiling": "Is the customary ceiling lifted?",
        "crisis": "Does the crisis move?",
    },
    "ko": {
        "review": "노선을 다시 생각하는가?",
        "line": "어떤 노선을 택하는가?",
        "role": "어떤 역할을 택하는가?",
        "opening": "대화가 열리는가?",
        "ending": "이달의 대화는 어떻게 되는가?",
        "breach": "합의가 지켜지는가?",
        "veto": "{state}: 결의에 거부권을 쓰려 하는가?",
        "panel": "{state}: 전문가 패널을 끝내려 하는가?",
        "treaty": "조약을 맺는가?",
        "acknowledgment": "지도자들이 파병을 인정하는가?",
        "attack": "한국을 공격하는가?",
        "ceiling": "관례적 상한을 푸는가?",
        "crisis": "위기가 움직이는가?",
    },
}
"""What every choice is about."""

PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "more": "{by} more than a month before",
        "less": "{by} less than a month before",
        "equal": "the same as a month before",
        "points": "{by} percentage points",
        "threat": (
            "In {when}, {state} felt a threat of {value} from {other} ({change}), and"
            " of {total} from all five others together."
        ),
        "belief": (
            "In {when}, {state} took {other} to be greedy with a probability of"
            " {chance}: a belief of {value} in log-odds ({change})."
        ),
        "arming": (
            "In {when}, {state} spent {value}% of its GDP on force ({change}); it would"
            " have liked to spend {wanted}%."
        ),
        "ties": (
            "In {when}, the tie between {one} and {two} was {value} deep, on a scale"
            " from 0 (none) to 1 (full alliance) ({change})."
        ),
        "line changed": (
            "In {when}, North Korea thought its line over and {did} (before: {old})."
        ),
        "line confirmed": (
            "In {when}, North Korea thought its line over and stayed with it: it {did}."
        ),
        "line kept": (
            "In {when}, North Korea did not think its line over and kept to it"
            " ({new}). Had it thought it over, it {would}."
        ),
        "role chosen": "In {when}, China made its yearly choice and {did}.",
        "role kept": (
            "In {when}, no choice was due: China chooses its role every January, and"
            " kept to it that month ({new}). Had a choice been due, it {would}."
        ),
        "opening": "In {when}, talks between North Korea and the United States {did}.",
        "no offer": " North Korea had offered none: its line was {new}.",
        "an offer": (
            " North Korea's line ({new}) allowed them; the chance that they open was"
            " {chance}."
        ),
        "ending": "In {when}, talks between North Korea and the United States {did}.",
        "breach": "In {when}, the deal of North Korea with the United States {did}.",
        "votes": "In {when}, {states}. {council}",
        "veto side": "{who} {did} (chance of a veto: {chance})",
        "panel side": "{who} {did} (chance of ending it: {chance})",
        "and": "; ",
        "adopted": "A resolution was voted on that month, and adopted.",
        "vetoed": "A resolution was voted on that month, and vetoed.",
        "no vote": "No resolution came to a vote that month.",
        "exchange": (
            "In {when}, the channel between North Korea and Russia was {value} open, on"
            " a scale from 0 to 1 ({change}); {shells} shells were delivered, and"
            " {troops} North Korean soldiers were with Russia."
        ),
        "troops": (
            "In {when}, North Korea's willingness to send troops to Russia was {value},"
            " on a scale from 0 to 1 ({change}); {troops} soldiers were there."
        ),
        "attack": (
            "In {when}, North Korea {did}; the chance of an attack was {chance}."
        ),
        "crises": (
            "In {when}, the crisis between {one} and {two} {did} (before: {old})."
        ),
        "no crisis": "In {when}, there was no crisis between {one} and {two}.",
        "signed": "They signed a treaty of mutual aid that month.",
        "falls": "a step down",
        "stays": "no move",
        "rises": "a step up (or an outbreak)",
        "flip": "had {input} been {needed} instead of {value}, {who} {would}.",
        "flip yes": "with {input}, {who} {would}.",
        "flip no": "without {input}, {who} {would}.",
        "given line": "Had it thought its line over:",
        "given role": "Had a choice been due:",
        "threat each": (
            "threat that {state} feels from each other state, beyond that of the start"
        ),
        "talks who": "talks",
        "deal who": "the deal",
        "exchange who": "North Korea and Russia",
        "leaders who": "the leaders",
        "crisis who": "the crisis between {one} and {two}",
        "Washington": "Washington",
        "Pyongyang": "Pyongyang",
        "pressure": "pressure",
        "diplomacy": "diplomacy",
    },
    "ko": {
        "more": "한 달 전보다 {by} 높음",
        "less": "한 달 전보다 {by} 낮음",
        "equal": "한 달 전과 같음",
        "points": "{by}%포인트",
        "threat": (
            "{when}, {state}이(가) {other}에게서 느낀 위협은"
            " {value}이었(였)고({change}), 다섯 나라에게서 느낀 위협을 모두 더하면"
            " {total}이었(였)다."
        ),
        "belief": (
            "{when}, {state}은(는) {other}이(가) 탐욕적일 확률을 {chance}로 보았다."
            " 로그 오즈로는 {value}이다({change})."
        ),
        "arming": (
            "{when}, {state}은(는) GDP의 {value}%를 군사비로 썼다({change})."
            " 당장 정할 수 있었다면 {wanted}%를 원했다."
        ),
        "ties": (
            "{when}, {one}과(와) {two}의 유대의 깊이는 0(없음)에서 1(완전한 동맹)까지의"
            " 눈금에서 {value}이었(였)다({change})."
        ),
        "line changed": (
            "{when}, 북한은 대미 노선을 다시 생각하고 {did}(이전 노선: {old})."
        ),
        "line confirmed": (
            "{when}, 북한은 대미 노선을 다시 생각한 끝에 그대로 이어 갔다. 곧, {did}."
        ),
        "line kept": (
            "{when}, 북한은 대미 노선을 다시 생각하지 않고 이어 갔다(노선: {new})."
            " 다시 생각했다면 {would}."
        ),
        "role chosen": "{when}, 중국은 한 해의 역할을 고르는 때를 맞아 {did}.",
        "role kept": (
            "{when}은 역할을 고르는 때가 아니었다. 중국은 해마다 1월에 역할을 고르며,"
            " 이달에는 그대로 있었다(역할: {new}). 골라야 했다면 {would}."
        ),
        "opening": "{when}, 북한과 미국의 대화는 {did}.",
        "no offer": " 북한이 제안하지 않았기 때문이다(노선: {new}).",
        "an offer": (
            " 북한의 노선({new})은 대화에 열려 있었고, 대화가 열릴 확률은 {chance}였다."
        ),
        "ending": "{when}, 북한과 미국의 대화는 {did}.",
        "breach": "{when}, 북한과 미국의 합의는 {did}.",
        "votes": "{when}, {states}. {council}",
        "veto side": "{who}은(는) {did}(거부권의 확률: {chance})",
        "panel side": "{who}은(는) {did}(끝낼 확률: {chance})",
        "and": ". ",
        "adopted": "이달 결의안이 표결에 부쳐져 채택됐다.",
        "vetoed": "이달 결의안이 표결에 부쳐졌으나 거부권에 막혔다.",
        "no vote": "이달 표결에 부쳐진 결의안은 없었다.",
        "exchange": (
            "{when}, 북러 거래 통로의 개방도는 0에서 1까지의 눈금에서"
            " {value}이었(였)다({change}). 이달 포탄 {shells}발이 인도됐고,"
            " 북한군 {troops}명이 러시아에 있었다."
        ),
        "troops": (
            "{when}, 북한의 파병 의지는 0에서 1까지의 눈금에서"
            " {value}이었(였)다({change}). 러시아에는 북한군 {troops}명이 있었다."
        ),
        "attack": "{when}, 북한은 {did}. 공격의 확률은 {chance}였다.",
        "crises": ("{when}, {one}과(와) {two} 사이의 위기는 {did}(이전: {old})."),
        "no crisis": "{when}, {one}과(와) {two} 사이에는 위기가 없었다.",
        "signed": "이달 두 나라는 상호원조 조약을 맺었다.",
        "falls": "한 단계 내려감",
        "stays": "그대로",
        "rises": "한 단계 올라감(또는 발생)",
        "flip": (
            "{input}이(가) {value}이(가) 아니라 {needed}이었(였)다면"
            " {who}은(는) {would}."
        ),
        "flip yes": "{input}이(가) 있었다면 {who}은(는) {would}.",
        "flip no": "{input}이(가) 없었다면 {who}은(는) {would}.",
        "given line": "노선을 다시 생각했다고 하면:",
        "given role": "역할을 골라야 했다고 하면:",
        "threat each": "시작 때보다 {state}이(가) 나라마다 더 느끼는 위협",
        "talks who": "대화",
        "deal who": "합의",
        "exchange who": "북한과 러시아",
        "leaders who": "지도자들",
        "crisis who": "{one}과(와) {two} 사이의 위기",
        "Washington": "미국",
        "Pyongyang": "북한",
        "pressure": "압박",
        "diplomacy": "외교",
    },
}
"""Language to phrase to words; braces are filled in where they are said."""


def unit_words(unit: str, lang: str) -> str:
    """Return a unit as a reader knows it: without what only bounds it.

    Examples
    --------
    >>> unit_words("signed utility", "en"), unit_words("share", "ko")
    ('utility', '비율')
    """
    return unit_in(unit.removeprefix("signed ").removeprefix("positive "), lang)


def source_words(source: str, lang: str) -> str:
    """Return whose argument it is, in words.

    Examples
    --------
    >>> source_words("paper A, III.2", "ko"), source_words("ours", "ko")
    ('논문 A, III.2', '모형의 가정')
    """
    if lang != "ko":
        return source
    source = source.replace(" and ", "·").replace("paper ", "논문 ")
    return source.replace("ours", "모형의 가정")


def when(label: str, lang: str) -> str:
    """Return a month in words.

    Examples
    --------
    >>> when("2026-03", "en"), when("2026-03", "ko")
    ('March 2026', '2026년 3월')
    """
    year, month = int(label[:4]), int(label[5:])
    return f"{year}년 {month}월" if lang == "ko" else f"{_MONTHS[month]} {year}"


_MONTHS = tuple(calendar.month_name)


def number(value: float, digits: int = 3) -> str:
    """Return a number with so many digits that count, and a true minus sign.

    Examples
    --------
    >>> number(0.41234), number(-1234.5), number(0.0)
    ('0.412', '−1,234', '0')
    """
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else "–"
    places = min(max(digits - 1 - math.floor(math.log10(abs(value))), 0), 8)
    text = f"{abs(value):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if value < 0 else text


def said(phrase: str, lang: str, **words: object) -> str:
    """Return a phrase with its words filled in and its particles settled.

    Parameters
    ----------
    phrase : str
        With braces.
    lang : {'en', 'ko'}
        The language.
    **words : object
        What goes into the braces.
    """
    filled = phrase.format(**words)
    return settled(filled) if lang == "ko" else filled.replace("States's", "States'")


def named(state: str, lang: str) -> str:
    """Return a state's name as a sentence has it, with an article where one is due."""
    name = LABELS[lang][state]
    return f"the {name}" if lang == "en" and state == "US" else name
