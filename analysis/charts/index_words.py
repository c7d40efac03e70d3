"""What indices are called on charts, in English and Korean."""

from __future__ import annotations

__all__ = ["AXES", "SHOWN", "WORDS"]

SHOWN = {
    "sobol": ("ST", "S1"),
    "morris": ("mu_star",),
    "pawn": ("pawn",),
    "delta": ("delta",),
}
"""Which indices of a method are drawn, the leading one first."""

WORDS = {
    "en": {
        "ST": "total index: alone and together with others",
        "S1": "first-order index: alone",
        "mu_star": "mean size of the effect, μ*",
        "sigma": "how unlike the effects are, σ",
        "pawn": "PAWN index",
        "delta": "delta index",
    },
    "ko": {
        "ST": "총지수: 단독으로, 또 다른 요인과 함께",
        "S1": "일차 지수: 단독으로",
        "mu_star": "효과 크기의 평균 μ*",
        "sigma": "효과의 고르지 않음 σ",
        "pawn": "PAWN 지수",
        "delta": "델타 지수",
    },
}
"""Language to index to its name."""

AXES = {
    "en": {
        "sobol": "share of the variance between points",
        "pawn": "PAWN index: distance between distributions, 0 to 1",
        "delta": "delta index: area that densities do not share, 0 to 1",
        "morris": "mean size of the effect, μ* [{unit}]",
    },
    "ko": {
        "sobol": "지점 간 분산에서 차지하는 비율",
        "pawn": "PAWN 지수: 분포 사이의 거리, 0–1",
        "delta": "델타 지수: 두 밀도가 겹치지 않는 넓이, 0–1",
        "morris": "효과 크기의 평균 μ* [{unit}]",
    },
}
"""Language to method to what is along the axis of its leading index."""
