"""Words for why a state did what it did."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "why read": "What was read",
        "why term": "term",
        "why argument": "argument",
        "why sum": "sum {unit}",
        "why zero": "0 each: {names}",
        "why without": "if it were 0",
        "why together": (
            "One formula weighs these together; the last column says what it would"
            " give if one of them were 0."
        ),
        "why option": "option",
        "why utility": "utility",
        "why chance": "chance",
        "why luck": "taken if luck is",
        "why drawn": "The month's luck, a draw between 0 and 1: {luck}",
        "why would": "no decision was due: this is what would have come of one",
        "why deeper": "One step further back",
        "why behind": "behind “{term}”",
        "why before": "a month before",
        "why nothing behind": "Nothing further back: the largest terms rest on"
        " parameters, or on the start.",
        "why flips": "What would have turned it, all else and luck as they were",
        "why flips none": "None of these alone, within its bounds: {names}.",
        "why no flips": "Nothing here was decided by a chance against luck.",
        "why ours": "[…]: references.bib; M: the register of mechanisms; ours: the"
        " model's own assumption",
    },
    "ko": {
        "why read": "읽은 것",
        "why term": "항",
        "why argument": "논거",
        "why sum": "합 {unit}",
        "why zero": "모두 0: {names}",
        "why without": "0이라면",
        "why together": (
            "하나의 식이 이들을 함께 저울질한다. 마지막 열은 그 가운데 하나만 0이었을"
            " 때의 값이다."
        ),
        "why option": "선택지",
        "why utility": "효용",
        "why chance": "확률",
        "why luck": "택해지는 운의 범위",
        "why drawn": "이달의 운(0과 1 사이의 추첨): {luck}",
        "why would": "실제로 정할 차례가 아니었다. 정했다면 나왔을 결과이다",
        "why deeper": "한 걸음 더 뒤로",
        "why behind": "‘{term}’의 배경",
        "why before": "한 달 전",
        "why nothing behind": "더 뒤로 따라갈 것이 없다. 가장 큰 항들은 모수나"
        " 출발점에서 온다.",
        "why flips": "결과를 뒤집었을 변화(나머지와 운은 그대로)",
        "why flips none": "한계 안에서 그것만으로는 뒤집지 못하는 것: {names}.",
        "why no flips": "여기에는 확률과 운으로 정해진 것이 없다.",
        "why ours": "[…]: references.bib, M: 기제 목록, 모형의 가정: 논문에 없는"
        " 모형 자체의 가정",
    },
}
"""Language to phrase to words."""
