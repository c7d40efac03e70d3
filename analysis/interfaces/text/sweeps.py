"""Words for sweeps."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
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
"""Language to phrase to words."""
