"""The command line's own words, in English and Korean."""

from __future__ import annotations

from typing import Literal

__all__ = ["TEXT", "Lang"]

Lang = Literal["en", "ko"]

TEXT: dict[str, dict[str, str]] = {
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
        "claim": "claim, and what is read off",
        "claimed": "claimed",
        "effect": "effect in SD (95% interval)",
        "beyond": "runs beyond ±0.1",
        "verdict": "verdict",
        "premise": "premise",
        "premise against": "premise against",
        "supported": "supported",
        "contradicted": "contradicted",
        "raises": "raises",
        "lowers": "lowers",
        "no effect": "no effect",
        "conditional, mean up": "conditional, mean up",
        "conditional, mean down": "conditional, mean down",
        "verdict legend": (
            "{runs} paired runs an arm, seed {seed}, each with parameters drawn over"
            " the full range of every card. SD: what luck alone does to the control at"
            " first guesses. Premise: one sign in over 99% of runs. Supported,"
            " contradicted: over 80% beyond 0.1 SD. No effect: over 80% inside it."
            " Else conditional."
        ),
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
        "running": "running {names}",
        "done": "Result in {folder}",
        "again": "{folder} is there already, complete and from the same inputs.",
        "interrupted": "interrupted; nothing was left behind",
        "name": "name",
        "question": "question",
        "tags": "tags",
        "value": "value",
        "range": "range",
        "unit": "unit",
        "basis": "basis",
        "source": "source",
        "meaning": "meaning",
        "symbol": "symbol",
        "kind": "kind",
        "default": "first guess",
        "counts": (
            "{n} numbers: {measured} measured, {estimated} estimated, {assumed} assumed"
        ),
        "same": "no difference once resolved",
        "absent": "(not there)",
        "valid": "{file}: valid",
        "equal": "{name}: equal bit for bit",
        "unequal": "{name}: different ({what})",
        "all equal": "The numbers are equal bit for bit.",
        "not equal": "The numbers are not equal.",
        "changed": "What changed since: {what}.",
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
        "claim": "주장과 읽는 것",
        "claimed": "주장된 부호",
        "effect": "효과, SD (95% 구간)",
        "beyond": "±0.1 밖의 실행",
        "verdict": "판정",
        "premise": "전제",
        "premise against": "반대 전제",
        "supported": "지지",
        "contradicted": "반박",
        "raises": "높임",
        "lowers": "낮춤",
        "no effect": "효과 없음",
        "conditional, mean up": "조건부, 평균 증가",
        "conditional, mean down": "조건부, 평균 감소",
        "verdict legend": (
            "갈래마다 {runs}개의 짝지은 실행, 시드 {seed}, 모수는 실행마다 모든"
            " 카드의 전 범위에서 뽑는다. SD: 첫 추정값에서 운만으로 생기는 대조군의"
            " 표준편차. 전제: 실행의 99% 넘게 한 부호. 지지·반박: 80% 넘게 0.1 SD 밖."
            " 효과 없음: 80% 넘게 그 안. 나머지는 조건부."
        ),
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
        "running": "실행 중: {names}",
        "done": "결과: {folder}",
        "again": "{folder}: 같은 입력의 완전한 결과가 이미 있습니다.",
        "interrupted": "중단됨; 남은 파일 없음",
        "name": "이름",
        "question": "질문",
        "tags": "꼬리표",
        "value": "값",
        "range": "범위",
        "unit": "단위",
        "basis": "근거",
        "source": "출처",
        "meaning": "뜻",
        "symbol": "기호",
        "kind": "종류",
        "default": "초깃값",
        "counts": "숫자 {n}개: 측정 {measured}, 추정 {estimated}, 가정 {assumed}",
        "same": "풀어 쓰면 차이가 없음",
        "absent": "(없음)",
        "valid": "{file}: 올바름",
        "equal": "{name}: 비트까지 같음",
        "unequal": "{name}: 다름 ({what})",
        "all equal": "숫자가 비트까지 같습니다.",
        "not equal": "숫자가 같지 않습니다.",
        "changed": "그 뒤 바뀐 것: {what}.",
    },
}
"""Language to phrase to words; braces are filled in where they are shown."""
