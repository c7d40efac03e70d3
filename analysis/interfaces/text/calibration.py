"""Words for calibration and validation."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "calibrating": "Calibrating, lens {lens}",
        "calibrated": (
            "Lens {lens}: of {all} numbers {parameters} matter most to the targets and"
            " were varied; {left} of their space is not ruled out; {runs} histories of"
            " 2012 to 2020 were run there and weighed by how much they are like the"
            " record."
        ),
        "sample": "Effective sample: {n} histories.",
        "sample small": (
            "FEWER than {enough}: what follows hangs on a handful of histories; take it"
            " as a first look only."
        ),
        "target": "target",
        "before": "before",
        "after": "weighed",
        "worst gap": "largest gap, in tolerances",
        "out of reach": "out of reach",
        "parameter": "parameter",
        "first guess": "first guess",
        "fitted": "weighed (90%)",
        "told": "the record tells",
        "told much": "much",
        "told little": "little",
        "told none of": "The record tells nothing of: {names}.",
        "calibration legend": (
            "Before, weighed: mean squared distance from the record in tolerances, of"
            " the median history and of all by weight; about 1 is as near as is asked."
            " Outcomes after 2020 are not looked at."
        ),
        "hindcast origin": "Fitted to {first}–{origin}, forecast to 2020:",
        "skill climatology": "skill: any past figure",
        "skill persistence": "skill: last year's",
        "skill negative_binomial": "skill: negative binomial",
        "skill random_walk": "skill: random walk",
        "hindcast legend": (
            "CRPS: mean distance from what happened, in the unit. In 50%, in 90%: how"
            " often the central interval held it. Skill: 1 less the ratio of the CRPS"
            " to that of a forecast that knows no theory; below 0 the model is worse."
            " Gain: the log score of the best of them less the model's."
        ),
        "fact": "fact",
        "histories": "histories (95%)",
        "fitted to": "fitted",
        "shown at all": "shown",
        "shown yes": "reproduced",
        "shown partly": "partly",
        "shown no": "NOT",
        "shown ": "no figure",
        "untested": "On record, but without a counterpart in the model:",
        "lens": "lens",
        "sum": "sum",
        "shuffled": (
            "Of {n} records that never happened, with the years of launches and tests"
            " in"
            " another order, {share} are fitted at least as well as the real one."
        ),
        "validation legend": (
            "Histories: simulated ones of 2012 to 2020, by weight. Reproduced: the"
            " record"
            " is inside their middle half; partly: inside 95%. Fitted: a target of the"
            " calibration says much the same. Lenses: how well the years left out of"
            " the"
            " weights are foreseen, higher is better, ± the error of a finite pool; a"
            " difference within it says nothing. Nothing here looks past 2020."
        ),
        "course fitted": "Histories weighed by 2012 to 2020, and what happened",
        "course foreseen": (
            "Histories weighed by the years to {origin}, and what followed"
        ),
        "course footer": (
            "What follows from assumptions, weighed by the record to 2020. Not a"
            " forecast."
        ),
        "forecasting": "Years after {origin}",
        "forecast of its own": (
            "What follows from assumptions that fit 2012 to 2020: no prediction."
            " 'dilemma"
            " score' holds it against what happened."
        ),
    },
    "ko": {
        "calibrating": "보정, 렌즈 {lens}",
        "calibrated": (
            "렌즈 {lens}: 수 {all}개 가운데 목표를 가장 크게 움직이는 {parameters}개를"
            " 바꾸었다. 그 공간의 {left}가 배제되지 않았고, 거기서 2012-2020년의 역사"
            " {runs}개를 돌려 기록과 닮은 정도로 무게를 두었다."
        ),
        "sample": "유효 표본: 역사 {n}개.",
        "sample small": (
            "{enough}개보다 적다: 아래 수치는 몇 안 되는 역사에 달려 있으니 처음 훑어본"
            " 것으로만 여길 것."
        ),
        "target": "목표",
        "before": "이전",
        "after": "가중",
        "worst gap": "가장 큰 차이(허용 오차 단위)",
        "out of reach": "닿지 않음",
        "parameter": "모수",
        "first guess": "처음 어림",
        "fitted": "가중(90%)",
        "told": "기록이 말해 주는 정도",
        "told much": "많음",
        "told little": "조금",
        "told none of": "기록이 아무것도 말해 주지 않는 것: {names}.",
        "calibration legend": (
            "이전, 가중: 기록과의 평균 제곱 거리(허용 오차 단위)로, 가운데 역사의 것과"
            " 무게를 둔 전체의 것이다. 1 안팎이면 요구한 만큼 가깝다. 2020년 이후의"
            " 결과는 보지 않는다."
        ),
        "hindcast origin": "{first}–{origin}년에 맞추고 2020년까지 예측:",
        "skill climatology": "기량: 과거 아무 값",
        "skill persistence": "기량: 지난해 값",
        "skill negative_binomial": "기량: 음이항",
        "skill random_walk": "기량: 임의보행",
        "hindcast legend": (
            "CRPS: 실제와의 평균 거리(해당 단위). 50% 안, 90% 안: 가운데 구간이 실제를"
            " 담은 비율. 기량: 1에서 이론을 모르는 예측의 CRPS에 대한 비를 뺀 값으로,"
            " 0보다 작으면 모형이 못하다. 이득: 그 예측들 가운데"
            " 가장 나은 것의 로그 점수에서 모형의 것을 뺀 값."
        ),
        "fact": "사실",
        "histories": "역사들(95%)",
        "fitted to": "맞춤",
        "shown at all": "재현",
        "shown yes": "재현함",
        "shown partly": "일부",
        "shown no": "못함",
        "shown ": "수치 없음",
        "untested": "기록에는 있으나 모형에 대응하는 것이 없는 사실:",
        "lens": "렌즈",
        "sum": "합",
        "shuffled": (
            "발사와 핵실험의 해를 뒤섞어 만든, 일어난 적 없는 기록 {n}개 가운데"
            " {share}가"
            " 실제 기록만큼 잘 맞는다."
        ),
        "validation legend": (
            "역사들: 2012-2020년을 모의한 것에 무게를 둔 것. 재현함: 기록이 그 가운데"
            " 절반"
            " 안에, 일부: 95% 안에 있다. 맞춤: 보정의 목표가 거의 같은 것을 말한다."
            " 렌즈:"
            " 무게에서 뺀 해를 얼마나 잘 내다보는가로, 클수록 좋고 ±는 표본이 유한한"
            " 데서"
            " 오는 오차이며 그 안의 차이는 아무것도 말하지 않는다. 2020년 이후는 보지"
            " 않는다."
        ),
        "course fitted": "2012-2020년으로 무게를 둔 역사들과 실제",
        "course foreseen": "{origin}년까지로 무게를 둔 역사들과 그 뒤의 실제",
        "course footer": (
            "가정에서 따라 나오는 것에 2020년까지의 기록으로 무게를 둔 것. 예측이"
            " 아니다."
        ),
        "forecasting": "{origin}년 이후",
        "forecast of its own": (
            "2012-2020년에 맞는 가정에서 따라 나오는 것으로, 예언이 아니다. 'dilemma"
            " score'로 실제와 견주어 볼 수 있다."
        ),
    },
}
"""Language to phrase to words."""
