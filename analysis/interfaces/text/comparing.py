"""Words for laying scenarios side by side."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "levels": "{runs} runs per scenario, seed {seed}, {first} to {last}",
        "level": "{runs} run per scenario, seed {seed}, {first} to {last}",
        "cells": "median ±error (5–95% of runs)",
        "outcome": "outcome",
        "against": "{name} against {control}: what the change does, run by run",
        "difference": "mean difference [95% CI]",
        "spread": "5–95% of runs",
        "agree": "agree",
        "legend": (
            "Difference: mean over {pairs} pairs of runs that share their luck, with"
            " its 95% Monte Carlo interval (more runs narrow it). 5–95% of runs: how"
            " unlike the futures are (more runs do not). Agree: share of runs whose"
            " difference has the sign of the mean, with its error."
        ),
        "errors": (
            "±: MONTE CARLO ERROR, how far the 95% interval of the median or share"
            " reaches; it comes of having {runs} runs, and more narrow it."
            " (a–b): SPREAD, between which 5% and 95% of the futures lie; more runs do"
            " not narrow it. Digits are those that the errors support."
        ),
        "few": (
            "Fewer than {fewest} runs: the ends of the spread (5% and 95%) have no"
            " error that can be told; ask for more --runs."
        ),
        "until": "{names}, as long as the precision needs, {most} runs at most",
        "precise": "Precise enough after {runs} runs of each scenario ({looks}).",
        "imprecise": (
            "NOT precise enough: stopped at {runs} runs of each scenario, the most"
            " allowed ({looks}); by what is seen so far it takes about {needed}"
            " (--most-runs)."
        ),
        "looks": "looked at after {looks}",
        "unvarying": "Nothing that was asked for varies.",
        "mean of": "  mean of {outcome}: {value}, asked ±{asked}",
        "difference of": "  {scenario}, mean difference of {outcome}: {value},"
        " asked ±{asked}",
        "none": "No effect at all, in any run, on: {names}.",
        "nothing": (
            "Warning: {name} differs from {control} in no outcome of any run. Your"
            " change had no effect: see what differs with"
            " 'dilemma diff {control} {name}'."
        ),
        "more": (
            "{n} more outcomes are in table.csv of the result, and in table.txt"
            " beside the charts."
        ),
        "single": "One run only: its numbers are one future, not a distribution.",
    },
    "ko": {
        "levels": "시나리오당 {runs}회 실행, 시드 {seed}, {first}–{last}",
        "level": "시나리오당 {runs}회 실행, 시드 {seed}, {first}–{last}",
        "cells": "중앙값 ±오차 (실행의 5–95%)",
        "outcome": "결과",
        "against": "{control} 대비 {name}: 변화가 실행마다 한 일",
        "difference": "평균 차이 [95% 신뢰구간]",
        "spread": "실행의 5–95%",
        "agree": "부호 일치",
        "legend": (
            "차이: 같은 운을 나눈 실행 {pairs}쌍의 평균과 95% 몬테카를로 구간"
            "(실행을 늘리면 좁아진다). 실행의 5–95%: 미래들이 서로 얼마나 다른가"
            "(실행을 늘려도 좁아지지 않는다). 부호 일치: 차이의 부호가 평균과 같은"
            " 실행의 비율과 그 오차."
        ),
        "errors": (
            "±: 몬테카를로 오차. 중앙값이나 비율의 95% 구간이 미치는 거리로,"
            " 실행이 {runs}회에 그친 데서 오며 실행을 늘리면 줄어든다."
            " (a–b): 산포. 미래들의 5%와 95%가 놓이는 범위로, 실행을 늘려도 줄지"
            " 않는다. 자릿수는 오차가 뒷받침하는 데까지만 적는다."
        ),
        "few": (
            "실행이 {fewest}회 미만이어서 산포의 양 끝(5%와 95%)은 오차를 말할 수"
            " 없습니다: --runs를 늘리십시오."
        ),
        "until": "{names}, 요구한 정밀도에 이를 때까지, 많아야 {most}회",
        "precise": (
            "시나리오당 {runs}회 실행으로 요구한 정밀도에 이르렀습니다({looks})."
        ),
        "imprecise": (
            "요구한 정밀도에 이르지 못했습니다: 허용된 상한인 시나리오당 {runs}회에서"
            " 멈췄습니다({looks}). 지금까지로 보아 약 {needed}회가"
            " 필요합니다(--most-runs)."
        ),
        "looks": "{looks}회 뒤에 점검",
        "unvarying": "정밀도를 요구한 결과 가운데 변하는 것이 없습니다.",
        "mean of": "  {outcome}의 평균: {value}, 요구 ±{asked}",
        "difference of": "  {scenario}, {outcome}의 평균 차이: {value}, 요구 ±{asked}",
        "none": "어떤 실행에서도 전혀 영향이 없음: {names}.",
        "nothing": (
            "경고: {name}은(는) 어떤 실행의 어떤 결과에서도 {control}과(와) 다르지"
            " 않습니다. 바꾼 것이 효과가 없었습니다: 무엇이 다른지"
            " 'dilemma diff {control} {name}'로 보십시오."
        ),
        "more": (
            "그 밖의 결과 {n}개는 결과 폴더의 table.csv와 차트 옆의"
            " table.txt에 있습니다."
        ),
        "single": "실행이 하나뿐입니다: 분포가 아니라 하나의 미래입니다.",
    },
}
"""Language to phrase to words."""
