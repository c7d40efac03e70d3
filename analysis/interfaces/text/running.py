"""Words for running, running again, lists, rows and forks."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "running": "running {names}",
        "doubt calibrated": (
            "Each run draws {n} parameters, those of scenarios/calibrated from one of"
            " the sets that fit 2012 to 2020 (lens: {lens}); the others are first"
            " guesses."
        ),
        "doubt ranges": (
            "Each run draws {n} parameters, most of them anywhere in their ranges."
        ),
        "doubt central": ("Parameters are at first guesses; {n} are drawn."),
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
        "label": "short name",
        "symbol": "symbol",
        "kind": "kind",
        "kind parameter": "parameter",
        "kind mechanism": "mechanism",
        "kind profile": "trait of a government",
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
        "replaying": "replaying row {row} of {name}",
        "whose run": "{name}, row {row}, seed {seed}: one run under assumptions",
    },
    "ko": {
        "running": "실행 중: {names}",
        "doubt calibrated": (
            "실행마다 모수 {n}개를 뽑는다. scenarios/calibrated에 있는 것은"
            " 2012~2020년에 맞는 조합(렌즈: {lens}) 하나를 통째로 쓰고, 나머지는"
            " 처음 추측한 값이다."
        ),
        "doubt ranges": "실행마다 모수 {n}개를, 대부분 범위 전체에서 뽑는다.",
        "doubt central": "모수는 처음 추측한 값이며, 뽑는 것은 {n}개이다.",
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
        "label": "짧은 이름",
        "symbol": "기호",
        "kind": "종류",
        "kind parameter": "모수",
        "kind mechanism": "메커니즘",
        "kind profile": "정부의 성향",
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
    },
}
"""Language to phrase to words."""
