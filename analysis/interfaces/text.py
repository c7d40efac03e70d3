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
        "attributed": "{what} [{unit}], {scenario}: what is owed to which mechanism",
        "attributed effect": (
            "what {cause} does to {what} [{unit}], {scenario}: by which mechanism"
        ),
        "mechanism": "mechanism",
        "adds": "adds ± 95%",
        "of total": "of the difference",
        "all off": "all of them off",
        "all on": "all of them on",
        "total": "difference: the sum",
        "never": "0, no run changes",
        "pair": "pair",
        "more together": "adds more together ± 95%",
        "named effect": "{effect}: {value} ± {reach}",
        "attribution legend": (
            "{runs} runs, seed {seed}, the same luck in each. Adds: a Shapley value,"
            " what switching the mechanism on adds to those already on, averaged over"
            " all orders of switching on, with its 95% Monte Carlo interval; the values"
            " add up to the difference. It hangs on which mechanisms are in the list,"
            " and it is an average over orders: not what is lost when this one alone"
            " is switched off, and no cause found in the world. A share can be below"
            " 0% or above 100%, and is left out where the difference may be 0."
        ),
        "attribution pairs": (
            "Together: by how much one adds more where the other is on, averaged"
            " likewise; the largest of {many} pairs whose interval excludes 0."
        ),
        "attribution sampled": (
            "{orders} random orders, two in each run, one the reverse of the other;"
            " intervals cover the luck of the order as well."
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
        "made by": "Made by {what}.",
        "row same": "{name}, run {row}: identical ({what})",
        "row whole": "{outcomes} outcomes, {series} series over {months} months",
        "row outcomes": (
            "{outcomes} outcomes; its series were not kept, only those of the runs"
            " 0 to {last}"
        ),
        "row differs": (
            "{name}, run {row}: first difference in {where}: saved {saved}, now {new}"
        ),
        "row spoilt": "Saved tables that were changed since: {files}.",
        "fork": (
            "One past: run {row} of {name} to the end of {month}, seed {seed};"
            " {runs} futures each, {first} to {last}"
        ),
        "fork legend": (
            "The first future goes on with the run's own luck; the others get new luck"
            " from {first}, the same under every scenario. Outcomes count from {first}."
            " The spread is how much was still open."
        ),
        "fork saved": "The past of run {row} of {name} to the end of {month}: {file}",
        "fork no line": (
            "The past is itself a fork: the chart begins with its month, as the earlier"
            " ones do not come of its scenario."
        ),
        "past of": "past of {name}",
        # why
        "replaying": "replaying row {row} of {name}",
        "whose run": "{name}, row {row}, seed {seed}: one run under assumptions",
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
        # sweeps
        "futures": "futures",
        "sweep size": (
            "{points} points ({kind}) × {replicates} replicates = {futures} futures of"
            " {months} months, in {parts} parts; still to be run here: {todo}"
        ),
        "sweep cost": (
            "By a short trial, this takes about {time} with --workers {workers},"
            " {memory} of memory and {disk} of the disk."
        ),
        "sweep cost cluster": (
            "By a short trial here, this takes about {time} on {workers} workers of the"
            " cluster, {memory} of memory for each and {disk} of this disk."
        ),
        "cluster waiting": "No worker has joined the cluster yet; waiting for one.",
        "cluster processors": (
            "Warning: processors of the cluster differ in what NumPy uses of them, so"
            " last digits may differ from those of one machine."
        ),
        "sweep go": "Go on? [y/N] ",
        "sweep not": "Nothing was run.",
        "sweep failed": "{parts} parts could not be run and will be tried again:",
        "sweep missing": (
            "Missing: {n} of {all} futures, in {parts} parts. The same command runs"
            " them; 'dilemma merge' puts shares together."
        ),
        "sweep no table": (
            "{file} is not written as long as futures are missing; once all are there,"
            " the same command writes it."
        ),
        "sweep legend": (
            "Mean and 5–95% are over all points and luck together: of what was asked"
            " about, not of what is likely. No number: futures that were run and gave"
            " none."
        ),
        "mean": "mean",
        "spread of all": "5–95%",
        "failed": "no number",
        "hours": "{n} hours",
        "minutes": "{n} minutes",
        "seconds": "{n} s",
        "design grid": "grid",
        "design list": "list",
        "design latin": "latin hypercube",
        "design sobol": "Sobol",
        "design morris": "Morris",
        "design one_at_a_time": "one at a time",
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
        "attributed": "{what} [{unit}], {scenario}: 어느 기제의 몫인가",
        "attributed effect": (
            "{cause} → {what} [{unit}], {scenario}: 효과가 어느 기제를 거치는가"
        ),
        "mechanism": "기제",
        "adds": "더하는 몫 ± 95%",
        "of total": "전체 차이 대비",
        "all off": "모두 껐을 때",
        "all on": "모두 켰을 때",
        "total": "전체 차이(몫의 합)",
        "never": "0, 모든 실행에서 변화 없음",
        "pair": "쌍",
        "more together": "함께일 때 더해지는 몫 ± 95%",
        "named effect": "{effect}: {value} ± {reach}",
        "attribution legend": (
            "{runs}회 실행, 시드 {seed}, 모든 조합에 같은 운. 더하는 몫: 섀플리 값."
            " 이미 켜진 기제들에 그 기제를 더 켤 때 늘어나는 양을 켜는 순서 전체에 걸쳐"
            " 평균한 것이며, ±는 95% 몬테카를로 구간이다. 모두 합하면 전체 차이와 같다."
            " 어떤 기제를 함께 놓느냐에 따라 달라지는 평균이므로, 그 기제 하나만 껐을"
            " 때 사라지는 양도, 현실에서 찾아낸 원인도 아니다. 비율은"
            " 0%보다 작거나 100%보다 클 수 있고, 전체 차이가 0일 수 있으면 적지 않는다."
        ),
        "attribution pairs": (
            "함께일 때: 한 기제가 켜져 있으면 다른 기제가 얼마나 더 더하는가를 같은"
            " 방식으로 평균한 값. {many}쌍 가운데 구간이 0을 포함하지 않는 큰 것들."
        ),
        "attribution sampled": (
            "실행마다 무작위 순서 하나와 그 역순, 모두 {orders}개의 순서. 구간에는"
            " 순서를 뽑은 운도 들어 있다."
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
        "made by": "이 결과를 만든 판: {what}.",
        "row same": "{name}, {row}번 실행: 똑같음 ({what})",
        "row whole": "결과 {outcomes}개, {months}개월에 걸친 계열 {series}개",
        "row outcomes": (
            "결과 {outcomes}개; 계열은 0–{last}번 실행의 것만 남아 있어 견주지 못함"
        ),
        "row differs": (
            "{name}, {row}번 실행: 처음 달라지는 곳은 {where}: 저장된 값 {saved},"
            " 새 값 {new}"
        ),
        "row spoilt": "저장된 뒤에 바뀐 표: {files}.",
        "fork": (
            "하나의 과거: {name} 시나리오의 {row}번 실행, {month} 말까지(시드 {seed});"
            " 시나리오마다 미래 {runs}개, {first}–{last}"
        ),
        "fork legend": (
            "첫 번째 미래는 이 실행의 운을 그대로 이어 가고, 나머지는 {first}부터 새"
            " 운을 받는다. 새 운은 모든 시나리오에서 같다. 결과는 {first}부터 센다."
            " 산포는 아직 열려 있던 폭이다."
        ),
        "fork saved": "{name} 시나리오 {row}번 실행의 {month} 말까지의 과거: {file}",
        "fork no line": (
            "이 과거는 이미 한 번 갈라져 나온 것이어서, 그 이전 달은 시나리오만으로"
            " 되살릴 수 없다. 그림은 갈라진 달부터 시작한다."
        ),
        "past of": "{name}의 과거",
        "replaying": "{name}의 {row}번 실행을 다시 돌리는 중",
        "whose run": "{name}, {row}번 실행, 시드 {seed}: 가정 아래의 한 실행",
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
        # sweeps
        "futures": "미래",
        "sweep size": (
            "{points}개 지점({kind}) × 반복 {replicates}회 = {months}개월짜리 미래"
            " {futures}개, {parts}묶음. 여기서 더 돌릴 미래: {todo}개"
        ),
        "sweep cost": (
            "짧은 시험으로 어림하면 약 {time}(--workers {workers}), 메모리 {memory},"
            " 디스크 {disk}가 필요합니다."
        ),
        "sweep cost cluster": (
            "이 컴퓨터에서 짧게 시험해 어림하면 클러스터의 작업자 {workers}개로 약"
            " {time}, 작업자마다 메모리 {memory}, 이 디스크 {disk}가 필요합니다."
        ),
        "cluster waiting": "클러스터에 아직 작업자가 없어 하나가 들어오기를"
        " 기다립니다.",
        "cluster processors": (
            "주의: 클러스터의 프로세서마다 NumPy가 쓰는 기능이 달라, 마지막 자릿수가"
            " 한 컴퓨터에서 돌린 값과 다를 수 있습니다."
        ),
        "sweep go": "계속할까요? [y/N] ",
        "sweep not": "아무것도 실행하지 않았습니다.",
        "sweep failed": "{parts}묶음을 돌리지 못했습니다. 다음에 다시 시도합니다:",
        "sweep missing": (
            "아직 없는 미래: {all}개 가운데 {n}개({parts}묶음). 같은 명령을 다시 내리면"
            " 나머지를 돌리고, 나누어 돌린 몫은 'dilemma merge'로 합칩니다."
        ),
        "sweep no table": (
            "{file}는 빠진 미래가 있는 동안은 쓰지 않습니다. 모두 갖춘 뒤 같은 명령을"
            " 내리면 씁니다."
        ),
        "sweep legend": (
            "평균과 5–95%는 모든 지점과 운을 한데 모은 것으로, 물어본 범위의 값이지"
            " 일어날 법한 정도가 아니다. 값 없음: 실행했으나 수를 내지 못한 미래."
        ),
        "mean": "평균",
        "spread of all": "5–95%",
        "failed": "값 없음",
        "hours": "{n}시간",
        "minutes": "{n}분",
        "seconds": "{n}초",
        "design grid": "격자",
        "design list": "목록",
        "design latin": "라틴 하이퍼큐브",
        "design sobol": "소볼",
        "design morris": "모리스",
        "design one_at_a_time": "하나씩",
    },
}
"""Language to phrase to words; braces are filled in where they are shown."""
