"""Words for feedback loops."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "loops": "27 feedback loops",
        "loop": "loop",
        "papers": "papers",
        "gain": "gain (95% interval)",
        "region": "amplifies at",
        "reinforcing": "reinforcing",
        "balancing": "balancing",
        "amplifies": "amplifies",
        "damps": "damps",
        "no measurable feedback": "not measurable",
        "loop legend": (
            "{runs} paired runs an arm, seed {seed}, first guesses. Gain: response of"
            " the loop's first series to a nudge, over its response with one link of"
            " the loop cut, less 1. Not measurable: it includes 0, or nothing arrives."
            " Amplifies at: share of {points} plausible points, with its Monte Carlo"
            " error, for loops that surprise."
        ),
    },
    "ko": {
        "loops": "되먹임 고리 27개",
        "loop": "고리",
        "papers": "논문",
        "gain": "이득 (95% 구간)",
        "region": "증폭하는 점",
        "reinforcing": "강화",
        "balancing": "균형",
        "amplifies": "증폭",
        "damps": "감쇠",
        "no measurable feedback": "측정되지 않음",
        "loop legend": (
            "갈래마다 {runs}개의 짝지은 실행, 시드 {seed}, 첫 추정값. 이득: 작은 자극에"
            " 대한 고리 첫 계열의 반응을, 고리의 한 연결을 끊었을 때의 반응으로 나누고"
            " 1을 뺀 값. 측정되지 않음: 구간이 0을 포함하거나 끝까지 오지 않음."
            " 증폭하는 점: 뜻밖의 고리에 대해, 그럴듯한 모수 {points}점 가운데의 비율과"
            " 그 몬테카를로 오차."
        ),
    },
}
"""Language to phrase to words."""
