"""Words for what drives the outcomes of a sweep."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "drivers of": "what drives {folder}",
        "drives": "What drives it — {what} [{unit}]",
        "drives in time": "What drives it, year by year — {what}: {index}",
        "drives in short": "What drives it — {what}",
        "drivers made": "{points} points ({kind}) × {replicates}, seed {seed}",
        "factor": "factor",
        "floor": "if without effect",
        "index ST": "total [95%]",
        "index S1": "alone [95%]",
        "index S2": "only together [95%]",
        "index mu_star": "μ* [95%]",
        "index sigma": "σ [95%]",
        "index pawn": "PAWN [95%]",
        "index delta": "delta [95%]",
        "leading morris": "μ* [{unit}]",
        "leading sobol": "total index",
        "leading pawn": "PAWN index",
        "leading delta": "delta index",
        "index low_end": "low end: does [95%]",
        "index high_end": "high end: does [95%]",
        "driver moves": "moves it",
        "driver unclear": "cannot be told from nothing",
        "driver none": "moved nothing at all",
        "driver counts": (
            "Of {all} factors {moves} move it, {unclear} cannot be told from nothing,"
            " {none} moved nothing at all."
        ),
        "driver rest": "{n} more factors are in the CSV (--csv).",
        "method morris": "Morris",
        "method sobol": "Sobol",
        "method pawn": "PAWN",
        "method delta": "delta",
        "method tornado": "tornado",
        "as asked": "Method: {method}, as asked, of a design of the kind {kind}.",
        "as made": "Method: {method}, for which this design ({kind}) was made.",
        "as allowed": (
            "Method: {method}; this design ({kind}) was made for no method of its own."
        ),
        "also": "It also allows: {names} (--method).",
        "no other": "It allows no other.",
        "against base": "difference from the base point",
        "against all": "difference from the mean of all points",
        "luck share": (
            "Luck: {share} [{low}, {high}] of the variance of all futures of this"
            " design; the factors: the rest."
        ),
        "luck in means": (
            "It still makes up {share} of the variance between the means of points."
        ),
        "luck one": "Luck: with one future a point its share cannot be told.",
        "luck none": "Luck: the outcome is the same in all futures.",
        "luck held": (
            "Luck was held: replicate k has the same luck at every point, so what"
            " differs between points is owed to the factors, under these lucks."
        ),
        "luck fresh": (
            "Luck was fresh: every future has luck of its own, so some of what differs"
            " between points is luck; 'if without effect' is what it makes of a factor"
            " that does nothing."
        ),
        "luck fresh one": (
            "Luck was fresh, with one future a point: some of what differs between"
            " points is luck, and how much cannot be told. Verdicts of Morris and Sobol"
            " may take it for an effect; run the sweep with --replicates 2 or more."
        ),
        "luck held in short": "luck held across points",
        "luck fresh in short": "fresh luck in every future",
        "idle": (
            "Moved none of these outcomes in any run ({n}; .*: of every state):"
            " {names}."
        ),
        "course same": (
            "Wherever a lead can be told from nothing, {one} has it: {before} in"
            " {early}, {after} in {late}."
        ),
        "course turns": (
            "In {early} {one} leads ({before}), in {late} {other} ({after})."
        ),
        "course one": (
            "Only in {time} can a lead be told from nothing: {name} has it ({value})."
        ),
        "course none": "At no time can the largest be told from one without effect.",
        "idle none": "Every factor moved one of these outcomes in some run.",
        "idle unknown": (
            "Whether a factor moves nothing at all only held luck can show; here it was"
            " fresh."
        ),
        "idle unseen": (
            "Whether a factor moves nothing at all only points that differ in it alone"
            " can show; this design has none."
        ),
        "reading ends from base": (
            "Low and high end: what setting this factor alone to an end of its range"
            " does, all others at the base point (the first guesses); of choices the"
            " lowest and the highest outcome. What factors do together, or elsewhere"
            " in the space, it does not show."
        ),
        "reading ends of space": (
            "Low and high end: the mean over the fifth of the points where the factor"
            " is lowest, and highest, less that of all points; of choices the lowest"
            " and the highest outcome."
        ),
        "reading morris": (
            "μ*: the mean size of what a factor does over its whole range, from many"
            " places in the space. σ: how unlike these effects are; a large one means"
            " that it depends on the other factors, or turns."
        ),
        "reading sobol": (
            "Total: the share of the variance between points that would be left if all"
            " but this factor were known. Alone: the share that would go if it were."
        ),
        "reading pawn": (
            "PAWN: how far the outcome's distribution moves once the factor is known, 0"
            " to 1 (median Kolmogorov-Smirnov distance)."
        ),
        "reading delta": (
            "Delta: the area, 0 to 1, that the outcome's densities with and without"
            " knowing the factor do not share."
        ),
        "reading verdicts": (
            "Moves it: the 95% interval stays above what a factor without effect comes"
            " to (an interval of a tornado: excludes 0). Moved nothing at all: with the"
            " same luck not one run came out differently. Each verdict stands for"
            " itself: among many factors a few seem to move by chance."
        ),
        "sweep next": "What drives these outcomes: {command}",
    },
    "ko": {
        "drivers of": "{folder}의 요인 분석",
        "drives": "무엇이 움직이는가 — {what} [{unit}]",
        "drives in time": "해마다 무엇이 움직이는가 — {what}: {index}",
        "drives in short": "무엇이 움직이는가 — {what}",
        "drivers made": "{points}개 지점({kind}) × {replicates}회, 시드 {seed}",
        "factor": "요인",
        "floor": "효과가 없을 때",
        "index ST": "총지수 [95%]",
        "index S1": "단독 [95%]",
        "index S2": "함께일 때만 [95%]",
        "index mu_star": "μ* [95%]",
        "index sigma": "σ [95%]",
        "index pawn": "PAWN [95%]",
        "index delta": "델타 [95%]",
        "leading morris": "μ* [{unit}]",
        "leading sobol": "총지수",
        "leading pawn": "PAWN 지수",
        "leading delta": "델타 지수",
        "index low_end": "낮은 끝: 변화 [95%]",
        "index high_end": "높은 끝: 변화 [95%]",
        "driver moves": "움직인다",
        "driver unclear": "효과 없음과 구별되지 않음",
        "driver none": "전혀 움직이지 않음",
        "driver counts": (
            "요인 {all}개 가운데 {moves}개는 결과를 움직이고, {unclear}개는 효과가 없는"
            " 것과 구별되지 않으며, {none}개는 전혀 움직이지 않았다."
        ),
        "driver rest": "그 밖의 요인 {n}개는 CSV에 있다(--csv).",
        "method morris": "모리스",
        "method sobol": "소볼",
        "method pawn": "PAWN",
        "method delta": "델타",
        "method tornado": "토네이도",
        "as asked": "방법: {method}(요청에 따름), 설계: {kind}.",
        "as made": "방법: {method}. 이 설계({kind})는 이 방법을 위한 것이다.",
        "as allowed": (
            "방법: {method}. 이 설계({kind})는 특정한 방법을 위한 것이 아니다."
        ),
        "also": "이 설계로 가능한 다른 방법(--method): {names}.",
        "no other": "이 설계로는 다른 방법을 쓸 수 없다.",
        "against base": "기준점과의 차이",
        "against all": "모든 지점의 평균과의 차이",
        "luck share": (
            "운: 이 설계의 모든 미래에 걸친 분산의 {share} [{low}, {high}]; 나머지는"
            " 요인의 몫이다."
        ),
        "luck in means": "지점 평균들 사이의 분산에도 운이 {share} 남아 있다.",
        "luck one": "운: 지점당 미래가 하나여서 그 비율을 알 수 없다.",
        "luck none": "운: 모든 미래에서 결과가 같다.",
        "luck held": (
            "운을 고정했다: k번째 반복은 모든 지점에서 같은 운을 받는다. 따라서 지점"
            " 사이의 차이는, 이 운들 아래에서는, 요인에서 온다."
        ),
        "luck fresh": (
            "운을 새로 뽑았다: 미래마다 운이 달라서 지점 사이의 차이에도 운이 섞여"
            " 있다. ‘효과가 없을 때’는 아무 효과가 없는 요인에도 운 때문에 나오는"
            " 값이다."
        ),
        "luck fresh one": (
            "운을 새로 뽑았다. 지점당 미래가 하나여서, 지점 사이의 차이 가운데 얼마가"
            " 운인지 알 수 없다. 모리스와 소볼의 판정은 운을 효과로 볼 수 있으므로,"
            " --replicates 2 이상으로 실행하는 것이 좋다."
        ),
        "luck held in short": "운은 모든 지점에서 같음",
        "luck fresh in short": "운은 미래마다 새로 뽑음",
        "idle": (
            "어떤 실행에서도 이 결과들을 전혀 움직이지 않은 요인 {n}개(.*: 모든 나라의"
            " 값): {names}."
        ),
        "course same": (
            "효과가 없는 것과 구별되는 해에는 언제나 {one}이(가) 가장 크다:"
            " {early}년 {before}, {late}년 {after}."
        ),
        "course turns": (
            "{early}년에는 {one}이(가) 가장 크고({before}), {late}년에는 {other}이(가)"
            " 가장 크다({after})."
        ),
        "course one": (
            "가장 큰 요인이 효과가 없는 것과 구별되는 해는 {time}년뿐이며, {name}이다"
            "({value})."
        ),
        "course none": "어느 해에도 가장 큰 요인이 효과가 없는 것과 구별되지 않는다.",
        "idle none": "모든 요인이 어느 실행에서든 이 결과들 가운데 하나를 움직였다.",
        "idle unknown": (
            "요인이 전혀 움직이지 않는지는 운을 고정해야만 알 수 있는데, 여기서는 운을"
            " 새로 뽑았다."
        ),
        "idle unseen": (
            "요인이 전혀 움직이지 않는지는 그 요인만 다른 지점들이 있어야 알 수 있는데,"
            " 이 설계에는 없다."
        ),
        "reading ends from base": (
            "낮은 끝과 높은 끝: 다른 요인은 모두 기준점(첫 추정값)에 두고 이 요인만"
            " 범위의 끝에 둘 때 생기는 변화. 선택지는 결과가 가장 낮은 것과 가장 높은"
            " 것이다. 요인들이 함께 하는 일이나 공간의 다른 곳에서 하는 일은 보이지"
            " 않는다."
        ),
        "reading ends of space": (
            "낮은 끝과 높은 끝: 요인이 가장 낮은(높은) 5분의 1 지점들의 평균에서 모든"
            " 지점의 평균을 뺀 값. 선택지는 결과가 가장 낮은 것과 가장 높은 것이다."
        ),
        "reading morris": (
            "μ*: 공간의 여러 곳에서 요인이 범위 전체를 움직일 때 하는 일의 평균 크기."
            " σ: 그 효과들이 서로 얼마나 다른가. 크면 다른 요인에 달려 있거나 방향이"
            " 바뀐다는 뜻이다."
        ),
        "reading sobol": (
            "총지수: 이 요인만 빼고 모두 알 때 남을 지점 간 분산의 비율. 단독:"
            " 이 요인을 알 때 사라질 비율."
        ),
        "reading pawn": (
            "PAWN: 요인을 알 때 결과의 분포가 얼마나 옮겨 가는가, 0–1"
            "(콜모고로프-스미르노프 거리의 중앙값)."
        ),
        "reading delta": (
            "델타: 요인을 알 때와 모를 때의 결과의 밀도가 겹치지 않는 넓이, 0–1."
        ),
        "reading verdicts": (
            "움직인다: 95% 구간이 효과가 없는 요인이라도 나오는 값보다 위에 있다"
            "(토네이도에서는 어느 한쪽 구간이 0을 포함하지 않는다). 전혀 움직이지 않음:"
            " 같은 운에서 단 하나의 실행도 달라지지 않았다. 판정은 저마다 따로 내린"
            " 것이어서, 요인이 많으면 몇은 우연히 움직이는 것처럼 보인다."
        ),
        "sweep next": "이 결과들을 움직이는 요인 보기: {command}",
    },
}
"""Language to phrase to words."""
