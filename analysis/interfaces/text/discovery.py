"""Words for boxes of assumptions."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "discovering": "looking for boxes in {name}",
        "discover cases": (
            "Cases: {what}{unit}, in {cases} of {futures} futures ({base}), at {points}"
            " points ({kind}) × {replicates} replicates"
        ),
        "what above": "{what} above {bound}",
        "what below": "{what} below {bound}",
        "what highest": "{what} of {bound} or more",
        "what lowest": "{what} of {bound} or less",
        "what not": "not: {what}",
        "discover box": (
            "{what} in {density} of futures with {box}, covering {coverage} of all"
            " such futures."
        ),
        "discover tried": (
            "Out of sample, at {points} points on which nothing was looked for:"
            " {density} [{density_from}–{density_to}] of futures in the box are cases,"
            " {coverage} [{coverage_from}–{coverage_to}] of cases are in it; without"
            " the box {base} are."
        ),
        "verdict holds": "The box holds out of sample.",
        "verdict fades": (
            "The box is better than chance, but LESS than it seemed: in part it fits"
            " the points on which it was found. Trust the figures out of sample."
        ),
        "verdict chance": (
            "Out of sample the box is NO BETTER THAN CHANCE (p = {chance}): it fits the"
            " points on which it was found, and says nothing of others."
        ),
        "verdict none": (
            "NO BOX: no bound on any factor is needed; as far as {points} points tell,"
            " cases are spread as if by chance. More points, or another bound of the"
            " outcome, may tell more."
        ),
        "verdict sparse": (
            "NO BOX is as dense as {wanted}; the densest has {density} and covers"
            " {coverage} of all cases. Ask for a lower --density."
        ),
        "discover shaky": (
            "Shaky: {names}. Fewer than half of the resamples bound them so."
        ),
        "discover held": (
            "Luck is held: replicate k had the same luck at every point, so the box may"
            " hang on that luck."
        ),
        "discover chosen": (
            "Of the boxes that the search offered, the one is taken whose inside goes"
            " best together with the cases (correlation)."
        ),
        "discover dense": (
            "Of the boxes that the search offered with a density of {wanted} or more,"
            " the one is taken that covers most cases."
        ),
        "bound": "bound in the box",
        "quasi-p": "quasi-p: found / out of sample",
        "in halves": "in resamples",
        "spread in halves": "there, 5–95%",
        "discover legend": (
            "Density: share of futures in the box that are cases. Coverage: share of"
            " cases that are in the box. [ ]: 95% interval, for which futures of one"
            " point, or of points drawn together, count once. Quasi-p: how likely so"
            " many cases would be in the box if this bound did nothing; small where it"
            " is needed. In resamples: share of {resamples} searches, each on another"
            " half of the points, that bound the factor so, and where. All of it is"
            " about what was varied, over the ranges asked for: no probability of a"
            " future."
        ),
    },
    "ko": {
        "discovering": "{name}에서 상자를 찾는 중",
        "discover cases": (
            "사례: {what}{unit}, 미래 {futures}개 가운데 {cases}개({base}),"
            " {points}개 지점({kind}) × 반복 {replicates}회"
        ),
        "what above": "{what} {bound} 초과",
        "what below": "{what} {bound} 미만",
        "what highest": "{what} {bound} 이상",
        "what lowest": "{what} {bound} 이하",
        "what not": "아님: {what}",
        "discover box": (
            "{what}: 상자 안 미래의 {density}가 해당하며, 해당하는 미래 전체의"
            " {coverage}를 포괄한다. 상자: {box}."
        ),
        "discover tried": (
            "표본 밖, 탐색에 쓰지 않은 {points}개 지점에서: 상자 안 미래의 {density}"
            " [{density_from}–{density_to}]가 사례이고, 사례의 {coverage}"
            " [{coverage_from}–{coverage_to}]가 상자 안에 있다. 상자가 없으면 {base}."
        ),
        "verdict holds": "상자는 표본 밖에서도 성립한다.",
        "verdict fades": (
            "상자는 우연보다 낫지만 보이던 것보다 못하다. 찾을 때 쓴 지점에 얼마간"
            " 맞춰진 것이므로 표본 밖의 값을 믿어야 한다."
        ),
        "verdict chance": (
            "표본 밖에서 상자는 우연보다 나을 것이 없다(p = {chance}). 찾을 때 쓴"
            " 지점에 맞춰졌을 뿐 다른 지점에 대해서는 아무것도 말해 주지 않는다."
        ),
        "verdict none": (
            "상자 없음: 어떤 요인의 한계도 필요하지 않다. {points}개 지점으로 보는 한"
            " 사례는 우연히 흩어져 있다. 지점을 늘리거나 결과의 경계를 바꾸면 드러날"
            " 수도 있다."
        ),
        "verdict sparse": (
            "밀도가 {wanted}에 이르는 상자가 없다. 가장 밀도 높은 상자는 {density}이며"
            " 전체 사례의 {coverage}를 포괄한다. --density를 낮추십시오."
        ),
        "discover shaky": (
            "불안정한 한계: {names}. 재표집의 절반도 되지 않는 수에서만 나타났다."
        ),
        "discover held": (
            "운은 고정: 모든 지점에서 k번째 반복의 운이 같으므로 상자가 그 운에 달려"
            " 있을 수 있다."
        ),
        "discover chosen": (
            "탐색이 내놓은 상자 가운데, 상자 안에 있음과 사례임이 가장 잘 맞물리는"
            "(상관이 가장 큰) 상자를 골랐다."
        ),
        "discover dense": (
            "탐색이 내놓은 상자 가운데 밀도가 {wanted} 이상이면서 사례를 가장 많이"
            " 포괄하는 상자를 골랐다."
        ),
        "bound": "상자의 한계",
        "quasi-p": "준 p값: 탐색 / 표본 밖",
        "in halves": "재표집에서",
        "spread in halves": "그 한계의 5–95%",
        "discover legend": (
            "밀도: 상자 안의 미래 가운데 사례의 비율. 포괄도: 사례 가운데 상자 안에"
            " 있는 비율. [ ]: 95% 구간으로, 한 지점의 미래나 함께 뽑힌 지점은 하나로"
            " 센다. 준 p값: 이 한계가 아무 구실도 하지 않을 때 상자"
            " 안에 사례가 이만큼 들 확률로, 필요한 한계일수록 작다. 재표집에서: 지점의"
            " 절반씩을 달리 골라 되풀이한 탐색 {resamples}번 가운데 요인을 그렇게"
            " 제한한 비율과 그 한계. 모두 물어본 범위 안의 이야기이지, 미래의 확률이"
            " 아니다."
        ),
    },
}
"""Language to phrase to words."""
