"""The charts' own words, in English and Korean."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS = {
    "en": {
        "forest title": "What each change does, against {control}",
        "forest axis": "difference, in standard deviations of {control} over runs",
        "forest scale": " (asinh scale)",
        "forest note": (
            "mean paired difference with its 95% Monte Carlo interval;"
            " hollow: not one run changed; †: does not vary in {control}"
        ),
        "fan note": (
            "line: median, or what the unit says; thin edges: its 95% Monte Carlo error"
            " (more runs narrow it); bands: 25–75% and 5–95% of runs (more do not)"
        ),
        "fans note": (
            "lines: medians, or what the unit says; thin edges: their 95% Monte Carlo"
            " error (more runs narrow it); bands: 25–75% and 5–95% of the runs of"
            " {control} (more do not); bars at the right: 5–95% and median in the last"
            " month"
        ),
        "overview note": (
            "lines: medians, or what the unit says; thin edges: their 95% Monte Carlo"
            " error (more runs narrow it); bands: 25–75% and 5–95% of runs (more do"
            " not); thin black: {control}"
        ),
        "means note": (
            "means over runs; bars add up the months of a year; error: how far a part's"
            " 95% Monte Carlo interval reaches at its widest"
        ),
        "parts note": (
            "mean of {runs} replayed runs; the parts add up to felt threat; error: how"
            " far a part's 95% Monte Carlo interval over these runs reaches at its"
            " widest"
        ),
        "fork title": (
            "Run {row} of {name} to the end of {month}, and what may become of it"
        ),
        "fork note": (
            "left of the line: run {row} of {name} to the end of {month}; right: its"
            " futures, lines: medians, or what the unit says; bands: 5–95%"
        ),
        "futures": "{runs} futures per scenario, seed {seed}",
        "runs": "{runs} runs per scenario, seed {seed}",
        "kept": "bands of the first {kept}",
        "loops": (
            "{runs} paired runs a link, seed {seed}; simulated from assumptions, not a"
            " forecast"
        ),
        "ledger title": "What the papers claim, and in how much of the space it holds",
        "as claimed": "as claimed (up where no sign is claimed)",
        "too small": "too small to matter",
        "other way": "the other way",
        "verdict premise": "premise",
        "verdict premise against": "premise against",
        "verdict supported": "supported",
        "verdict contradicted": "contradicted",
        "verdict raises": "raises",
        "verdict lowers": "lowers",
        "verdict no effect": "no effect",
        "verdict unsettled": "unsettled",
        "verdict conditional": "conditional",
        "phase key": (
            "thick line: no effect; hatched: its sign cannot be told from 0 (95%);"
            " cross: first guesses"
        ),
        "happened": "what happened",
        "median": "median of histories",
        "half": "middle half",
        "nine tenths": "middle nine tenths",
        "phase axis": "effect, in standard deviations that luck gives the control",
        "waterfall": (
            "{scenario}, {runs} runs, seed {seed}; simulated from assumptions, not a"
            " forecast"
        ),
        "why sum": "the value",
        "why was": "as it was",
        "why without": "if 0: {name}",
        "why cut": "the axis does not begin at 0",
        "why title": "Why? {month}",
        "why luck": (
            "bars: the luck, from 0 to 1, with which each is taken; line: the month's"
            " luck, {luck:.3f}"
        ),
        "why would": "had a decision been due",
        "why utility": "{chance} (utility {utility})",
        "why note": (
            "bars add up downward; hatched: lowers the value; terms of 0 left out;"
            " grey: the value if one input were 0"
        ),
        "why run": (
            "{name}, row {row}, seed {seed}, {month}: one run, simulated from"
            " assumptions, not a forecast"
        ),
        "sources": "simulated from assumptions; first values from the record, each with"
        " its source in docs/model.md",
    },
    "ko": {
        "forest title": "{control} 대비 각 변화의 효과",
        "forest axis": "차이, {control}의 실행 간 표준편차 단위",
        "forest scale": " (asinh 눈금)",
        "forest note": (
            "짝지은 차이의 평균과 95% 몬테카를로 구간;"
            " 빈 표시: 어떤 실행도 바뀌지 않음; †: {control}에서 변동 없음"
        ),
        "fan note": (
            "선: 중앙값 또는 단위에 적힌 값; 가는 테두리: 그 95% 몬테카를로 오차(실행을"
            " 늘리면 좁아짐); 띠: 실행의 25–75%와 5–95%(늘려도 그대로)"
        ),
        "fans note": (
            "선: 중앙값 또는 단위에 적힌 값; 가는 테두리: 그 95% 몬테카를로 오차(실행을"
            " 늘리면 좁아짐); 띠: {control} 실행의 25–75%와 5–95%(늘려도 그대로);"
            " 오른쪽 막대: 마지막 달의 5–95%와 중앙값"
        ),
        "overview note": (
            "선: 중앙값 또는 단위에 적힌 값; 가는 테두리: 그 95% 몬테카를로 오차(실행을"
            " 늘리면 좁아짐); 띠: 실행의 25–75%와 5–95%(늘려도 그대로);"
            " 가는 검은 선: {control}"
        ),
        "means note": (
            "실행 평균; 막대는 한 해의 달을 더한 값; 오차: 부분의 95% 몬테카를로 구간이"
            " 가장 넓은 곳에서 미치는 거리"
        ),
        "parts note": (
            "다시 돌린 {runs}회 실행의 평균; 부분의 합이 느끼는 위협; 오차: 이"
            " 실행들에서 부분의 95% 몬테카를로 구간이 가장 넓은 곳에서 미치는 거리"
        ),
        "fork title": "{name} {row}번 실행: {month} 말까지의 과거와 그 뒤의 미래들",
        "fork note": (
            "세로선 왼쪽: {name} 시나리오의 {row}번 실행, {month} 말까지; 오른쪽: 그"
            " 뒤의 미래, 선: 중앙값 또는 단위에 적힌 값; 띠: 5–95%"
        ),
        "futures": "시나리오당 미래 {runs}개, 시드 {seed}",
        "runs": "시나리오당 {runs}회 실행, 시드 {seed}",
        "kept": "띠는 처음 {kept}회",
        "loops": (
            "연결마다 {runs}개의 짝지은 실행, 시드 {seed};"
            " 가정에서 모의한 값이며 예측이 아님"
        ),
        "ledger title": "논문의 주장과 그것이 성립하는 공간의 비율",
        "as claimed": "주장대로(부호 주장이 없으면 증가)",
        "too small": "의미 있는 크기에 못 미침",
        "other way": "반대 방향",
        "verdict premise": "전제",
        "verdict premise against": "반대 전제",
        "verdict supported": "지지",
        "verdict contradicted": "반박",
        "verdict raises": "높인다",
        "verdict lowers": "낮춘다",
        "verdict no effect": "효과 없음",
        "verdict unsettled": "미결",
        "verdict conditional": "조건부",
        "phase key": (
            "굵은 선: 효과 없음; 빗금: 부호를 0과 구별할 수 없음(95%); 십자: 첫 추정값"
        ),
        "happened": "실제",
        "median": "역사들의 중앙값",
        "half": "가운데 절반",
        "nine tenths": "가운데 90%",
        "phase axis": "효과, 운만으로 생기는 대조군 표준편차 단위",
        "waterfall": (
            "{scenario}, {runs}회 실행, 시드 {seed}; 가정에서 모의한 값이며 예측이 아님"
        ),
        "why sum": "값",
        "why was": "실제",
        "why without": "0이라면: {name}",
        "why cut": "축이 0에서 시작하지 않음",
        "why title": "왜? {month}",
        "why luck": (
            "막대: 각 선택지가 택해지는 운의 범위(0–1); 선: 이달의 운 {luck:.3f}"
        ),
        "why would": "정할 차례였다면",
        "why utility": "{chance} (효용 {utility})",
        "why note": (
            "막대는 위에서 아래로 더해짐; 빗금: 값을 낮춤; 0인 항은 뺌; 회색: 식이"
            " 저울질하는 것 하나가 0일 때의 값"
        ),
        "why run": (
            "{name}, {row}번 실행, 시드 {seed}, {month}: 가정에서 모의한 한 실행이며"
            " 예측이 아님"
        ),
        "sources": "가정에서 모의한 값; 초기값은 기록에서, 출처는 docs/model.md에",
    },
}
"""Language to phrase to words; braces are filled in where they are shown."""
