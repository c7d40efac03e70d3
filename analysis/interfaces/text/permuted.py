"""Words for profiles that are permuted among governments."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "permuting": "Profiles permuted",
        "moved": "what is moved",
        "ways": "ways",
        "moved by": "by, of range",
        "year launches.NK": "launches, year by year",
        "whole launches.NK": "launches, mean year",
        "year long_range.NK": "long-range months",
        "year nuclear_tests.NK": "nuclear tests",
        "family US": "profiles of Washington",
        "family ROK": "profiles of Seoul",
        "family Japan": "profiles of Tokyo",
        "family capability": "capability",
        "family stress": "hardship",
        "family threat": "felt threat",
        "family both": "capability and hardship",
        "points fitted": "At parameters that the record leaves:",
        "points whole": "With every parameter anywhere in its range:",
        "over": "over {low}",
        "permuted less": (
            "Profiles of Washington move the launches of a year LESS than {against}"
            " (ratio {ratio})."
        ),
        "permuted more": (
            "Profiles of Washington move the launches of a year MORE than {against}"
            " (ratio {ratio})."
        ),
        "permuted open": (
            "Whether profiles of Washington move the launches of a year more than"
            " {against} is open (ratio {ratio})."
        ),
        "permuted legend": (
            "What 2012-2020 become with the same luck and parameters: a state's"
            " profiles in every other order; the cards of North Korea's capability, of"
            " its hardship and of the threat it feels at 10% and 90% of their ranges."
            " Size of the change a year: root mean square over ways, points and years,"
            " freed of luck, with its 95% interval."
        ),
    },
    "ko": {
        "permuting": "정부 성향 맞바꾸기",
        "moved": "바꾼 것",
        "ways": "가짓수",
        "moved by": "범위 중 몫",
        "year launches.NK": "발사(해마다)",
        "whole launches.NK": "발사(평균 한 해)",
        "year long_range.NK": "장거리 발사의 달",
        "year nuclear_tests.NK": "핵실험",
        "family US": "미국 정부의 성향",
        "family ROK": "한국 정부의 성향",
        "family Japan": "일본 정부의 성향",
        "family capability": "능력",
        "family stress": "경제난",
        "family threat": "위협 인식",
        "family both": "능력과 경제난",
        "points fitted": "기록이 남긴 모수에서:",
        "points whole": "모든 모수가 제 범위의 어디든 놓일 때:",
        "over": "{low} 초과",
        "permuted less": (
            "미국 정부의 성향은 한 해의 발사를 {against}보다 적게 움직인다(비 {ratio})."
        ),
        "permuted more": (
            "미국 정부의 성향은 한 해의 발사를 {against}보다 많이 움직인다(비 {ratio})."
        ),
        "permuted open": (
            "미국 정부의 성향이 한 해의 발사를 {against}보다 더 움직이는지는 알 수"
            " 없다(비 {ratio})."
        ),
        "permuted legend": (
            "같은 운과 모수로 2012-2020년을 다시 돌렸다. 한 나라 정부들의 성향을 다른"
            " 모든 순서로 놓거나, 북한의 능력, 경제난, 위협 인식을 정하는 카드를 범위의"
            " 10%와 90%에 놓는다. 한 해 변화의 크기는 방법, 점, 해에 걸친 제곱평균의"
            " 제곱근에서 운을 덜어 낸 것으로, 95% 구간과 함께 적는다."
        ),
    },
}
"""Language to phrase to words."""
