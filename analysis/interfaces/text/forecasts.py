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
        "not on record": "{n} of {all} targets are not on record and are left out.",
        "score legend": (
            "CRPS: mean distance of the forecast from what happened, in the unit; 0 is"
            " best. Error, bias: of the forecast's median. In 50%, in 90%: how often"
            " the central interval held what happened; it should be as often as that."
        ),
        "skill legend": (
            "Skill: 1 less the ratio of the CRPS to that of {rival}; above 0 is better"
            " than it, below 0 worse."
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
        "not on record": "대상 {all}개 가운데 {n}개는 기록에 없어 뺐습니다.",
        "score legend": (
            "CRPS: 예측과 실제의 평균 거리(해당 단위), 0이 가장 좋다. 오차와 치우침:"
            " 예측 중앙값의 것. 50% 안, 90% 안: 가운데 구간이 실제를 담은 비율로, 그"
            " 비율과 같아야 한다."
        ),
        "skill legend": (
            "기량: 1에서 {rival}의 CRPS에 대한 비를 뺀 값. 0보다 크면 그보다 낫고"
            " 작으면 못하다."
        ),
    },
}
"""Language to phrase to words."""
