"""Words for the ledger of claims and its disputes."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "claim": "claim, and what is read off",
        "claimed": "claimed",
        "effect": "effect, SD",
        "beyond": "points beyond",
        "reading": "read off",
        "verdict": "verdict",
        "premise": "premise",
        "premise against": "premise against",
        "supported": "supported",
        "contradicted": "contradicted",
        "raises": "raises",
        "lowers": "lowers",
        "no effect": "no effect",
        "unsettled": "unsettled",
        "conditional": "conditional",
        "status stated": "stated",
        "status hedged": "hedged",
        "status reported": "reported",
        "status inferred": "inferred",
        "paper": "Paper {source} ({status})",
        "claims title": "What the papers claim, and where it holds",
        "claims": "{n} claims",
        "claims made": (
            "{points} points of the plausible parameter space, {lucks} paired runs at"
            " each of every arm, seed {seed}."
        ),
        "claims legend": (
            "Effect: trimmed mean over points, in standard deviations that luck"
            " alone gives the control, ± half of its 95% interval. Points beyond:"
            " share of space where the effect is above (↑) or below (↓) the"
            " smallest that matters, with luck's noise taken out. Premise: one sign"
            " at over 99% of points, so true of the model by construction."
            " Supported, contradicted: over 80% beyond. No effect: over 80% inside."
            " Else conditional, with the rule that decides where, if a short one"
            " does; unsettled: more runs are needed. Chances of being wrong are"
            " corrected over the table (Holm)."
        ),
        "holds where": (
            "holds where {rule} (right at {accuracy:.0%} of points not used for it;"
            " the commoner answer alone: {majority:.0%})"
        ),
        "rises where": (
            "rises where {rule} (right at {accuracy:.0%} of points not used for it;"
            " the commoner answer alone: {majority:.0%})"
        ),
        "leans up": (
            "no short rule; the effect rises most with {what} (rank correlation"
            " {correlation:+.2f})"
        ),
        "leans down": (
            "no short rule; the effect falls most with {what} (rank correlation"
            " {correlation:+.2f})"
        ),
        "many things": "no short rule, and nothing that it leans on by itself",
        "record says": "Data to 2020 say otherwise: {what}",
        "note says": "Note: {what}",
        "phases": "{n} phase diagrams",
        "phases made": (
            "Other parameters at first guesses; {lucks} paired runs a cell, seed"
            " {seed}."
        ),
    },
    "ko": {
        "claim": "주장과 읽는 것",
        "claimed": "주장된 부호",
        "effect": "효과, SD",
        "beyond": "넘는 지점",
        "reading": "측정 대상",
        "verdict": "판정",
        "premise": "전제",
        "premise against": "반대 전제",
        "supported": "지지",
        "contradicted": "반박",
        "raises": "높인다",
        "lowers": "낮춘다",
        "no effect": "효과 없음",
        "unsettled": "미결",
        "conditional": "조건부",
        "status stated": "명시",
        "status hedged": "유보",
        "status reported": "전언",
        "status inferred": "추론",
        "paper": "논문 {source} ({status})",
        "claims title": "논문의 주장과 그것이 성립하는 곳",
        "claims": "주장 {n}개",
        "claims made": (
            "그럴듯한 모수 공간의 {points}개 지점, 지점마다 갈래별 짝지은 실행"
            " {lucks}회, 시드 {seed}."
        ),
        "claims legend": (
            "효과: 지점의 절사평균. 단위는 운만으로 대조군에 생기는 표준편차이며"
            " ±는 95% 구간의 절반이다. 넘는 지점: 효과가 의미 있는 최소 크기보다"
            " 큰(↑) 또는 작은(↓) 공간의 비율로, 운의 잡음을 걷어낸 값이다. 전제:"
            " 지점의 99% 넘게 부호가 같아 모형의 구성상 참이다. 지지·반박: 80% 넘게"
            " 최소 크기를 벗어난다. 효과 없음: 80% 넘게 그 안에 있다. 그 밖은"
            " 조건부이며, 짧은 규칙이 있으면 성립하는 곳을 적는다. 미결: 실행이 더"
            " 필요하다. 틀릴 확률은 표 전체에 대해 보정했다(홀름)."
        ),
        "holds where": (
            "성립하는 곳: {rule} (규칙을 만들 때 쓰지 않은 지점의 {accuracy:.0%}에서"
            " 맞음; 더 흔한 답만으로는 {majority:.0%})"
        ),
        "rises where": (
            "높아지는 곳: {rule} (규칙을 만들 때 쓰지 않은 지점의 {accuracy:.0%}에서"
            " 맞음; 더 흔한 답만으로는 {majority:.0%})"
        ),
        "leans up": (
            "짧은 규칙은 없음; 효과는 {what}이(가) 클수록 가장 크다(순위상관"
            " {correlation:+.2f})"
        ),
        "leans down": (
            "짧은 규칙은 없음; 효과는 {what}이(가) 클수록 가장 작다(순위상관"
            " {correlation:+.2f})"
        ),
        "many things": "짧은 규칙도, 단독으로 좌우하는 것도 없음",
        "record says": "2020년까지의 자료는 다르다: {what}",
        "note says": "참고: {what}",
        "phases": "상도표 {n}개",
        "phases made": (
            "다른 모수는 첫 추정값; 칸마다 짝지은 실행 {lucks}회, 시드 {seed}."
        ),
    },
}
"""Language to phrase to words."""
