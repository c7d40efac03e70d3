"""Words for forecasts and their scores."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "forecast of": "forecast of",
        "targets": "targets",
        "crps": "CRPS",
        "error of median": "error of median",
        "bias": "bias",
        "in_50": "in 50%",
        "in_90": "in 90%",
        "rival": "rival",
        "skill": "skill",
        "log_score": "log score",
        "log_gain": "gain",
        "not on record": "{n} of {all} targets are not on record and are left out.",
        "score legend": (
            "CRPS: mean distance of the forecast from what happened, in the unit; 0 is"
            " best. Error, bias: of the forecast's median. In 50%, in 90%: how often"
            " the central interval held what happened; it should be as often as that."
        ),
        "skill legend": (
            "Skill: 1 less the ratio of the CRPS to that of {rival}; above 0 is better"
            " than it, below 0 worse. Gain: its log score less that of the forecast, in"
            " nats."
        ),
        "log legend": (
            "Log score, of counts by month: minus the logarithm of the chance that the"
            " draws gave to what happened, in nats, half a draw added to every count; 0"
            " is best."
        ),
        "log of quantiles": (
            "Log score: not available, as quantiles give no chance of a count."
        ),
    },
    "ko": {
        "forecast of": "예측한 것",
        "targets": "대상",
        "crps": "CRPS",
        "error of median": "중앙값 오차",
        "bias": "치우침",
        "in_50": "50% 안",
        "in_90": "90% 안",
        "rival": "비교 예측",
        "skill": "기량",
        "log_score": "로그 점수",
        "log_gain": "이득",
        "not on record": "대상 {all}개 가운데 {n}개는 기록에 없어 뺐습니다.",
        "score legend": (
            "CRPS: 예측과 실제의 평균 거리(해당 단위), 0이 가장 좋다. 오차와 치우침:"
            " 예측 중앙값의 것. 50% 안, 90% 안: 가운데 구간이 실제를 담은 비율로, 그"
            " 비율과 같아야 한다."
        ),
        "skill legend": (
            "기량: 1에서 {rival}의 CRPS에 대한 비를 뺀 값. 0보다 크면 그보다 낫고"
            " 작으면 못하다. 이득: 비교 예측의 로그 점수에서 이 예측의 것을 뺀 값(냇)."
        ),
        "log legend": (
            "로그 점수(월별 횟수에만): 표본이 실제에 준 확률의 로그에 음의 부호를 붙인"
            " 값(냇), 횟수마다 표본 반 개를 더해 셈한다. 0이 가장 좋다."
        ),
        "log of quantiles": "로그 점수: 분위수는 횟수의 확률을 주지 않으므로 없다.",
    },
}
"""Language to phrase to words."""
