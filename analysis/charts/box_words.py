"""Words and spans that the panels of a box share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.sweeps.discovery import Discovery
    from analysis.sweeps.results import Factor

__all__ = ["WORDS", "Ends", "stretches"]

WORDS = {
    "en": {
        "tradeoff": "Boxes: how dense, and how much of the cases",
        "coverage": "coverage: share of cases inside",
        "density": "density: share of cases inside the box",
        "searched": "where boxes were looked for",
        "held": "the same boxes out of sample",
        "chosen": "the box chosen",
        "base": "without a box",
        "scatter": "Points by two of its factors",
        "one": "Points by its factor",
        "jitter": "up and down at random",
        "case": "case",
        "not": "no case",
        "share": "share of cases at a point",
        "box": "box",
        "ranges": "The box over its factors",
        "range": "range that was varied",
        "inside": "inside the box",
        "spread": "bound in {n} resamples, 5–95%",
        "faint": "faint points are outside the box by its other factors",
        "some": "{n} of the points are drawn",
        "made": (
            "{points} points, {futures} futures, seed {seed}; simulated from"
            " assumptions, not a forecast"
        ),
    },
    "ko": {
        "tradeoff": "상자들: 얼마나 촘촘하고 사례를 얼마나 담는가",
        "coverage": "포괄도: 상자 안에 있는 사례의 비율",
        "density": "밀도: 상자 안에서 사례의 비율",
        "searched": "상자를 찾은 지점",
        "held": "같은 상자, 표본 밖",
        "chosen": "고른 상자",
        "base": "상자가 없을 때",
        "scatter": "두 요인으로 본 지점",
        "one": "요인으로 본 지점",
        "jitter": "세로 위치는 무작위",
        "case": "사례",
        "not": "사례 아님",
        "share": "지점에서 사례의 비율",
        "box": "상자",
        "ranges": "요인별 상자의 범위",
        "range": "물어본 범위",
        "inside": "상자 안",
        "spread": "재표집 {n}번에서의 한계, 5–95%",
        "faint": "흐린 점은 다른 요인 때문에 상자 밖에 있는 지점",
        "some": "지점 가운데 {n}개만 그림",
        "made": (
            "지점 {points}개, 미래 {futures}개, 시드 {seed}; 가정에서 모의한 값이며"
            " 예측이 아님"
        ),
    },
}

Ends = tuple[float, float]


def stretches(factor: Factor, found: Discovery) -> tuple[Ends, list[Ends]]:
    """Return the ends of an axis, and those of every stretch of the box along it."""
    assert found.box is not None
    bounds = {one.key[1:]: one for one in found.box.bounds if one.factor == factor.name}
    if factor.choices:
        every = range(len(factor.choices))
        left = [one for one in every if ("without", factor.choices[one]) not in bounds]
        runs: list[Ends] = []
        for one in left:
            start = runs.pop()[0] if one - 1 in left else one - 0.4
            runs.append((start, one + 0.4))
        return (-0.5, len(every) - 0.5), runs
    low = bounds["above", ""].value if ("above", "") in bounds else factor.low
    high = bounds["at_most", ""].value if ("at_most", "") in bounds else factor.high
    return (factor.low, factor.high), [(low, high)]
