"""Words for what an outcome is owed to."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
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
    },
    "ko": {
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
    },
}
"""Language to phrase to words."""
