"""Words for history as checks."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "period": "period",
        "line": "what a run must show",
        "shown": "runs that do",
        "interval": "95% interval",
        "use": "used for",
        "of runs": " of {n}",
        "development": "development",
        "reported": "reported only",
        "quantity": "a year",
        "model": "model: mean ±error (5–95% of runs)",
        "record": "on record",
        "variant": "variant",
        "talks 2018-19": "talks open 2018-19",
        "complete 2020": "complete by 2020",
        "median": "median month [95% CI]",
        "as it is": "as it is",
        "technology frozen": "technology frozen",
        "technology slower": "technology slower",
        "Washington closed": "Washington closed",
        "hardship ignored": "hardship ignored",
        "history legend": (
            "{runs} runs of the scenario historical, seed {seed}, first guesses. From"
            " outside come only governments, the invasion and the closed border."
            " Checks that look past 2020 are reported only. 95% intervals and ±: Monte"
            " Carlo error, which more runs narrow. 5–95% of runs: spread, which they do"
            " not."
        ),
    },
    "ko": {
        "period": "시기",
        "line": "실행이 보여야 할 것",
        "shown": "보인 실행",
        "interval": "95% 구간",
        "use": "용도",
        "of runs": " ({n}회 중)",
        "development": "개발",
        "reported": "보고만",
        "quantity": "연간",
        "model": "모형: 평균 ±오차 (실행의 5–95%)",
        "record": "기록",
        "variant": "변형",
        "talks 2018-19": "2018-19년 대화 개시",
        "complete 2020": "2020년까지 완성",
        "median": "중앙값 달 [95% 신뢰구간]",
        "as it is": "그대로",
        "technology frozen": "기술 동결",
        "technology slower": "기술 지연",
        "Washington closed": "닫힌 워싱턴",
        "hardship ignored": "경제난 무시",
        "history legend": (
            "historical 시나리오 {runs}회 실행, 시드 {seed}, 첫 추정값. 밖에서"
            " 주어지는 것은 정부, 침공, 국경 봉쇄뿐이다. 2020년 이후를 보는 검사는"
            " 보고만 한다. 95% 구간과 ±는 몬테카를로 오차로 실행을 늘리면 줄어든다."
            " 실행의 5–95%는 산포로 실행을 늘려도 줄지 않는다."
        ),
    },
}
"""Language to phrase to words."""
