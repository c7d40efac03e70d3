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
        "lines": "lines",
        "lines shown": "lines that the mean run shows",
        "all lines": "runs that show all",
        "variable": "variable",
        "as read": "as read,\nas run",
        "pairs right": "pairs right",
        "to 2020": "those to 2020",
        "points ranges": "history over whole ranges",
        "wrong": "wrong in most runs",
        "given": "given",
        "order legend": (
            "The order is our reading of paper B, and somebody's judgment: no figure of"
            " the paper; below it, that of the median run. P3a: 2018-19, P3b: 2020-21;"
            " what involves P3b or P4 is reported only. Of pairs, a half are right by"
            " chance. Reproduced: the mean run has four in five right and no pair is"
            " wrong in most runs; NOT: fewer than three in five, both beyond Monte"
            " Carlo error; partly: between, or too few runs to say. Given: an input."
        ),
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
        "lines": "항목",
        "lines shown": "평균 실행이 보인 항목",
        "all lines": "모두 보인 실행",
        "variable": "변수",
        "as read": "독해,\n실행",
        "pairs right": "맞은 쌍",
        "to 2020": "2020년까지",
        "points ranges": "전체 범위의 역사",
        "wrong": "대부분의 실행이 틀린 쌍",
        "given": "주어짐",
        "order legend": (
            "순서는 논문 B를 우리가 읽은 것으로 한 사람의 판단이며, 논문에 나온 수치가"
            " 아니다. 그 아래는 중앙값 실행의 순서다. P3a는 2018-19년, P3b는"
            " 2020-21년이고, P3b나 P4가 들어간 것은 보고만 한다. 쌍의 절반은 우연히도"
            " 맞는다. 재현함: 평균 실행이 다섯 쌍 중 넷 이상을 맞히고 대부분의 실행이"
            " 틀리는 쌍이 없다. 못함: 다섯 중 셋이 안 된다(둘 다 몬테카를로 오차를"
            " 넘어서). 일부: 그 사이거나 실행이 너무 적다. 주어짐: 모형에 준 값."
        ),
        "history legend": (
            "historical 시나리오 {runs}회 실행, 시드 {seed}, 첫 추정값. 밖에서"
            " 주어지는 것은 정부, 침공, 국경 봉쇄뿐이다. 2020년 이후를 보는 검사는"
            " 보고만 한다. 95% 구간과 ±는 몬테카를로 오차로 실행을 늘리면 줄어든다."
            " 실행의 5–95%는 산포로 실행을 늘려도 줄지 않는다."
        ),
    },
}
"""Language to phrase to words."""
