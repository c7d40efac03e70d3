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
        "runs": "{runs} runs per scenario, seed {seed}",
        "kept": "bands of the first {kept}",
        "loops": (
            "{runs} paired runs a link, seed {seed}; simulated from assumptions, not a"
            " forecast"
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
        "runs": "시나리오당 {runs}회 실행, 시드 {seed}",
        "kept": "띠는 처음 {kept}회",
        "loops": (
            "연결마다 {runs}개의 짝지은 실행, 시드 {seed};"
            " 가정에서 모의한 값이며 예측이 아님"
        ),
        "sources": "가정에서 모의한 값; 초기값은 기록에서, 출처는 docs/model.md에",
    },
}
"""Language to phrase to words; braces are filled in where they are shown."""
