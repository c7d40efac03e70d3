"""Words for the page of a report."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "report done": "Report in {file}",
        "report skip": "Skip to the report",
        "report contents": "Contents",
        "report beware": (
            "Simulated from assumptions. It says what follows from them, and is not a"
            " forecast."
        ),
        "report foot": "Written by {generator} from the files of the result alone.",
        "report of run": "Run",
        "report of compare": "Comparison",
        "report of sweep": "Sweep over assumptions",
        "report of claims": "Trial of claims",
        "report of hindcast": "Hindcast",
        "report of validation": "Validation",
        "report against": "{names}, against {control}",
        "report size": (
            "{points} points ({kind}) × {replicates} = {futures} futures, seed {seed}"
        ),
        "report question": "The question",
        "report answer": "The answer",
        "report scenarios": "Scenarios, and what differs",
        "report factors": "What is varied",
        "report charts": "Charts",
        "report numbers": "The numbers",
        "report claims": "Claims of the papers that it touches",
        "report sensitivity": "Which assumptions drive it",
        "report assumptions": "Assumptions",
        "report limits": "Limits",
        "report methods": "Methods, and how to cite",
        "report origin": "Where it comes from, and how to run it again",
        "report level": (
            "Under {name}, the median of “{what}” is {figure} {unit}; in nine tenths of"
            " the {runs} futures it lies between {low} and {high}."
        ),
        "report share": "Under {name}, “{what}” comes to {figure} ({runs} futures).",
        "report one": (
            "In the one future that was run under {name}, “{what}” is {figure} {unit}."
        ),
        "report higher": (
            "Under {name}, “{what}” is higher than under {control}. The mean difference"
            " is {figure} {unit} (95% Monte Carlo interval {low} to {high}; {pairs}"
            " pairs of futures that share their luck), where {control} itself has"
            " {level}. In nine tenths of the futures the change does between {least}"
            " and {most}; {agree} of them go the way of the mean."
        ),
        "report lower": (
            "Under {name}, “{what}” is lower than under {control}. The mean difference"
            " is {figure} {unit} (95% Monte Carlo interval {low} to {high}; {pairs}"
            " pairs of futures that share their luck), where {control} itself has"
            " {level}. In nine tenths of the futures the change does between {least}"
            " and {most}; {agree} of them go the way of the mean."
        ),
        "report unclear": (
            "Under {name}, no difference from {control} in “{what}” can be told from"
            " luck. The mean difference is {figure} {unit}, and its 95% Monte Carlo"
            " interval, {low} to {high}, holds zero ({pairs} pairs of futures that"
            " share their luck); more runs would narrow it. {control} itself has"
            " {level}."
        ),
        "report unchanged": (
            "Under {name}, “{what}” is exactly as under {control} in all of {pairs}"
            " futures: {level} {unit}."
        ),
        "report one apart": (
            "In the one pair of futures that was run, “{what}” under {name} differs by"
            " {figure} {unit} from {control}. One pair shows no distribution."
        ),
        "report no outcome": (
            "The scenario names no outcome that it is about; see the charts and the"
            " numbers below."
        ),
        "report moved": (
            "{name} moves {n} of {all} headline outcomes farther than luck explains."
        ),
        "report most": "Most, for how much they vary under {control}: {names}.",
        "report by chance": (
            "Each outcome is judged by its own 95% interval: of twenty that nothing"
            " moves, about one seems to move by chance."
        ),
        "report no forecast": (
            "This is what follows from assumptions, most of which nobody can measure."
            " It is no forecast, and no reason to rank governments or to advise one."
        ),
        "report settings": "Set by hand in every scenario: {settings}.",
        "report packaged": "{name} as packaged",
        "report same": "{name} does not differ from {control} once spelled out.",
        "report differs": (
            "What differs between {control} and {name} once both are spelled out ({n})"
        ),
        "report differs rest": "{n} more differences: see 'dilemma diff'.",
        "report where": "where",
        "report from month": "{what}, from {month}",
        "report series": "series",
        "report at a glance": "At a glance",
        "report drawn": "In numbers: {title}; median ±error (5–95% of runs)",
        "report drawn means": "In numbers: {title}; mean ±error (5–95% of runs)",
        "report drawn part": "; the {n} of {all} that differ most",
        "report deep": (
            "In {month}, under {names}, {n} of {all} ties are on average deep enough to"
            " promise armed help: {ties}."
        ),
        "report deep none": (
            "In {month}, under {names}, none of {all} ties is on average deep enough to"
            " promise armed help."
        ),
        "report seen apart": (
            "In {month}, {name} is farthest from {control}, for how much futures"
            " spread, in “{what}” [{unit}]: {mine} against {theirs}."
        ),
        "report seen far": (
            "In {month}, {name} is farthest from {control} in “{what}” [{unit}]: {mine}"
            " against {theirs}."
        ),
        "report seen change": (
            "From {first} to {last}, “{what}” [{unit}] changes most: from {before} to"
            " {after}."
        ),
        "report seen none": (
            "Under {name}, none of these series ends farther from {control}"
            " than their Monte Carlo errors reach; run by run, smaller differences can"
            " be told (see the numbers)."
        ),
        "report seen course": (
            "From {first} to {last}, “{what}” [{unit}] changes most for how much"
            " futures spread: from {before} to {after}."
        ),
        "report seen still": "None of these series changes beyond its error.",
        "report more charts": (
            "More charts of the same result are in its folder, under charts-{lang}."
        ),
        "report levels": "Every scenario, {runs} runs each",
        "report tally": (
            "{name}: of {all} outcomes {up} go up and {down} down farther than luck"
            " explains; {unclear} cannot be told from luck, {still} stay exactly as"
            " they were."
        ),
        "report in the dark": (
            "On a dark screen charts are shown light on dark: what a chart calls black"
            " is white here."
        ),
        "report on paper": (
            "On paper the tables that are folded on the screen are left out: the"
            " numbers of each chart are on the page itself."
        ),
        "report more outcomes": (
            "{n} more outcomes, and the ends of every interval, are in table.csv of the"
            " result."
        ),
        "report claims why": (
            "The project keeps a ledger of the papers' claims, each tried over the"
            " whole plausible range of every parameter. {n} of them have a cause or an"
            " outcome in common with this result. Their verdicts are those of the whole"
            " space, not of the scenarios on this page. The {shown} nearest to it:"
        ),
        "report claims none": (
            "No claim of the ledger has a cause or an outcome in common with this"
            " result."
        ),
        "report claims rest": "The {n} others that it touches",
        "report claim": "claim",
        "report claims table": "Committed verdicts",
        "report touched by cause": "touched by cause: {names}",
        "report touched by series": "touched by outcome: {names}",
        "report assumed": (
            "Of the {n} numbers of the model that can be set, {measured} are measured,"
            " {estimated} are estimated and {assumed} are only assumed."
        ),
        "report cards": "Their cards",
        "report cards differ": (
            "Scenarios differ in {n} of them, or they were set by hand: {measured}"
            " measured, {estimated} estimated, {assumed} only assumed."
        ),
        "report cards swept": (
            "The sweep varies {n} of them: {measured} measured, {estimated} estimated,"
            " {assumed} only assumed."
        ),
        "report cards leaned": (
            "Conditional claims lean on {n} of them: {measured} measured, {estimated}"
            " estimated, {assumed} only assumed."
        ),
        "report cards fitted": (
            "The record tells something of {n} of those that were fitted: {measured}"
            " measured, {estimated} estimated, {assumed} only assumed."
        ),
        "report cards rest": "{n} more: 'dilemma parameters NAME' shows each.",
        "report basis note": (
            "Sources in brackets are keys of docs/references.bib. 'dilemma parameters'"
            " lists every number with its range, basis and source."
        ),
        "basis measured": "measured",
        "basis estimated": "estimated",
        "basis assumed": "assumed",
        "report limit 1": (
            "Six states and one war: Taiwan, Europe and the Middle East are not there,"
            " but as claims on Washington's attention."
        ),
        "report limit 2": (
            "Domestic politics is a few numbers for each government; elections happen"
            " only where a scenario says so."
        ),
        "report limit 3": (
            "Most numbers are first guesses. The papers that it starts from give no"
            " magnitudes; every number is the model's own."
        ),
        "report limit 4": (
            "Alarm is surprise and fades: whoever was loud and goes quiet reassures"
            " more than whoever was never loud. How much of that to believe hangs on"
            " how fast states grow used to acts and forget them."
        ),
        "report limit 5": (
            "Figures of the war in Ukraine are claims by parties to it; the war's other"
            " side is part of the surroundings, not an actor."
        ),
        "report limit 6": (
            "Dollars undercount what North Korea has; the blend with an index of"
            " material capabilities is itself an assumption."
        ),
        "report limit 7": (
            "Intervals say what luck does with this many runs. They do not contain the"
            " doubt about assumptions and equations, which is larger."
        ),
        "report facts": (
            "Held against 2012 to 2020, the model reproduces {yes} of {all} stylised"
            " facts, {partly} partly, and gets {no} wrong."
        ),
        "report wrong": "What it gets wrong, whatever its assumptions",
        "report limits more": (
            "docs/model.md describes the model, docs/validation.md how it stands to the"
            " record."
        ),
        "report cite": "To be cited as, with the manifest attached:",
        "report methods futures": (
            "Futures were simulated with {made}, an agent-based model of six states"
            " (North Korea, Russia, the United States, South Korea, Japan, China) in"
            " steps of a month. Scenarios: {scenarios}; {runs} runs each from seed"
            " {seed}, {first} to {last}, engine {engine}. Figures are medians over runs"
            " with 95% Monte Carlo intervals from order statistics; spreads are the 5%"
            " and 95% quantiles over runs."
        ),
        "report methods paired": (
            "Run k of every scenario has the same luck. Differences are means of the"
            " paired differences over runs with their 95% Student intervals; effects"
            " are in standard deviations of the first scenario over runs."
        ),
        "report methods sweep": (
            "Futures were simulated with {made}, an agent-based model of six states in"
            " steps of a month, over {factors} factors: {size}; {luck}; engine"
            " {engine}."
        ),
        "report methods claims": (
            "{n} claims were tried as experiments of an agent-based model of six states"
            " in steps of a month: their arms differ in the claimed cause alone, and"
            " were run with the same luck at {points} points drawn from the plausible"
            " range of every parameter, {lucks} times at each (seed {seed}). Effects"
            " are trimmed means over points, in standard deviations that luck gives the"
            " control; chances of being wrong are corrected over the table (Holm)."
        ),
        "report methods hindcast": (
            "Simulated histories of 2012 to 2020 were weighed by how much they are like"
            " the record up to an origin; what they say of the years after was scored"
            " against what happened (CRPS), beside forecasts that know no theory."
        ),
        "report methods validation": (
            "Simulated histories of 2012 to 2020 were weighed by how much they are like"
            " the record. Stylised facts were then read off them, and forecasts from"
            " 2014, 2016 and 2018 scored against what happened (CRPS), beside forecasts"
            " that know no theory."
        ),
        "report folder": "folder",
        "report made by": "made by",
        "report finished": "finished",
        "report seed": "seed",
        "report runs": "runs",
        "report engine": "engine",
        "report packages": "versions",
        "report processor": "processor",
        "report system": "system",
        "report inputs": "hash of the inputs",
        "report source": "hash of the source",
        "report parts": "parts",
        "report points": "points",
        "report lucks": "runs at each",
        "report lens": "lens",
        "report extent": "extent",
        "report quick": "a first look (--quick)",
        "report full": "in full",
        "report quick limit": (
            "This is a first look (--quick), with far fewer histories than a full one;"
            " figures move when it is made in full."
        ),
        "report again": "The same numbers again:",
        "report files": "Files of the result",
        "report file": "file",
        "report bytes": "bytes",
        "report hash": "SHA-256",
        "report spread only": (
            "Over all points and luck together, outcomes spread as follows. Which"
            " assumptions drive them has not been worked out."
        ),
        "report spans": (
            "{what} [{unit}]: mean {mean}; from 5% to 95% of the futures {span}."
        ),
        "report driven": "What drives “{what}” most: {names}.",
        "report driven none": (
            "No factor can be told to drive “{what}”: none moves it beyond what one"
            " without effect might."
        ),
        "report varied": "The {n} factors",
        "report varied rest": "{n} more factors are in the manifest.",
        "report starts from": "Everything else is as in {names}.",
        "report design": "Design: {design}.",
        "report no sensitivity": (
            "It was not computed, or not saved. This command does it, and the next"
            " report has it: {command}"
        ),
        "report no course": (
            "Which assumption matters when was not computed, or not saved: {command}"
        ),
        "report pairs": "{what}: what pairs of factors do only together",
        "report pairs none": (
            "{what}: no pair of factors can be told to do anything that the two do not"
            " do alone."
        ),
        "report sweep limit": (
            "Means and spreads over a sweep are of what was asked about: ranges are not"
            " probabilities, and a wider range weighs no more."
        ),
        "report outcomes of all": "Every outcome over all futures",
        "report claims asked": (
            "Do these claims hold in the model, and under which assumptions?"
        ),
        "report claim verdicts": "Verdicts",
        "report claim note": "note",
        "report claim notes": "Notes: what stands for what, and what else to know",
        "report claims tried": "Every reading of every claim",
        "report verdicts": (
            "{n} claims with {readings} readings were tried. Verdicts: {verdicts}."
        ),
        "report as committed": (
            "Every verdict is the one that the project keeps ({made})"
        ),
        "report not committed": (
            "{n} verdicts are not those that the project keeps: {names}. With fewer"
            " points or runs more stays open; the kept ones are of: {made}"
        ),
        "report seen claim": (
            "The largest effect is that of {name} on “{what}”: {effect} standard"
            " deviations; it is beyond the smallest that matters at {above} of points"
            " upward and {below} downward."
        ),
        "report claims limit": (
            "A verdict is about the model over its plausible space, not about the"
            " world. A premise is true by construction and tells nothing new."
        ),
        "report title hindcast": "Fitted to the past, asked for the years after",
        "report title validation": "The model against the record of 2012 to 2020",
        "report asked hindcast": (
            "Would the model, fitted to the years up to an origin, have foreseen the"
            " years after it better than forecasts that know no theory?"
        ),
        "report asked validation": (
            "What of 2012 to 2020 does the model get right, and what wrong?"
        ),
        "report beats": "{who}: better on {n} of {all} quantities",
        "report origin year": "Fitted to {origin}, against plain forecasts: {told}.",
        "report facts table": "Stylised facts",
        "report fitted to": "Fitted to {origin} (effective sample {n})",
        "report log scores": (
            "Fitted to {origin}: log scores of counts by month; better than the best"
            " plain forecast on {n} of {all}"
        ),
        "report lenses": "How well each lens foresees the years that were left out",
        "report seen record": (
            "The record lies in the middle nine tenths of histories in {n} of {all}"
            " years and quantities."
        ),
        "report record limit": (
            "Nothing after 2020 is used. Weights say which histories are more like the"
            " record; they are no probabilities of assumptions."
        ),
    },
    "ko": {
        "report done": "보고서: {file}",
        "report skip": "본문으로 건너뛰기",
        "report contents": "차례",
        "report beware": (
            "가정에서 모의한 결과입니다. 가정에서 무엇이 따라 나오는지를 말할 뿐 예측이"
            " 아닙니다."
        ),
        "report foot": "{generator}이(가) 결과 폴더의 파일만으로 작성했습니다.",
        "report of run": "단일 실행",
        "report of compare": "시나리오 비교",
        "report of sweep": "가정 훑기",
        "report of claims": "주장 검증",
        "report of hindcast": "사후 예측",
        "report of validation": "기록 대조",
        "report against": "{names} – {control} 대비",
        "report size": (
            "{points}개 지점({kind}) × {replicates} = 미래 {futures}개, 시드 {seed}"
        ),
        "report question": "질문",
        "report answer": "답",
        "report scenarios": "시나리오와 서로 다른 점",
        "report factors": "바꾸어 본 것",
        "report charts": "그림",
        "report numbers": "수치",
        "report claims": "관련된 논문의 주장",
        "report sensitivity": "어느 가정이 결과를 좌우하는가",
        "report assumptions": "가정",
        "report limits": "한계",
        "report methods": "방법과 인용",
        "report origin": "출처와 재현 방법",
        "report level": (
            "{name}에서 ‘{what}’의 중앙값은 {figure} {unit}이며, 미래 {runs}개의 열에"
            " 아홉은 {low}에서 {high} 사이에 놓인다."
        ),
        "report share": "{name}에서 ‘{what}’: {figure} (미래 {runs}개).",
        "report one": "{name}에서 실행한 미래 하나의 ‘{what}’: {figure} {unit}.",
        "report higher": (
            "{name}에서는 ‘{what}’이(가) {control}보다 높다. 평균 차이는 {figure}"
            " {unit}, 95% 몬테카를로 구간은 {low}에서 {high}이다(운을 나눈 미래"
            " {pairs}쌍). {control}에서의 값은 {level}이다. 미래 열에 아홉에서 그"
            " 차이는 {least}에서 {most} 사이이고, {agree}가 평균과 같은 방향이다."
        ),
        "report lower": (
            "{name}에서는 ‘{what}’이(가) {control}보다 낮다. 평균 차이는 {figure}"
            " {unit}, 95% 몬테카를로 구간은 {low}에서 {high}이다(운을 나눈 미래"
            " {pairs}쌍). {control}에서의 값은 {level}이다. 미래 열에 아홉에서 그"
            " 차이는 {least}에서 {most} 사이이고, {agree}가 평균과 같은 방향이다."
        ),
        "report unclear": (
            "{name}에서 ‘{what}’이(가) {control}과 다른지는 운과 구별할 수 없다. 평균"
            " 차이는 {figure} {unit}이고 95% 몬테카를로 구간 {low}에서 {high}에 0이"
            " 들어 있다(운을 나눈 미래 {pairs}쌍). 실행을 늘리면 구간이 좁아진다."
            " {control}에서의 값은 {level}이다."
        ),
        "report unchanged": (
            "{name}에서 ‘{what}’은(는) 미래 {pairs}개 모두에서 {control}과 똑같다:"
            " {level} {unit}."
        ),
        "report one apart": (
            "실행한 미래 한 쌍에서 {name}의 ‘{what}’은(는) {control}과 {figure}"
            " {unit}만큼 다르다. 한 쌍으로는 분포를 알 수 없다."
        ),
        "report no outcome": (
            "시나리오가 무엇에 관한 것인지 결과 변수를 밝히지 않았다. 아래 그림과"
            " 수치를 보라."
        ),
        "report moved": (
            "{name}: 주요 결과 {all}개 가운데 {n}개를 운으로 설명되는 것보다 크게"
            " 움직인다."
        ),
        "report most": "{control}에서의 변동에 견주어 가장 크게 움직인 것: {names}.",
        "report by chance": (
            "결과마다 따로 95% 구간으로 판단했다. 아무 영향이 없는 결과 스무 개 가운데"
            " 하나쯤은 우연히 움직인 것처럼 보인다."
        ),
        "report no forecast": (
            "이것은 가정에서 따라 나온 것이며, 그 가정의 대부분은 측정할 수 없다."
            " 예측이 아니며, 정부들의 우열을 가리거나 정부에 조언하는 근거가 되지"
            " 못한다."
        ),
        "report settings": "모든 시나리오에서 직접 정한 값: {settings}.",
        "report packaged": "패키지의 {name}",
        "report same": "풀어 쓰면 {name}은(는) {control}과 다르지 않다.",
        "report differs": "풀어 쓴 {control}과 {name}의 차이 ({n}곳)",
        "report differs rest": "차이가 {n}곳 더 있다: 'dilemma diff'로 보라.",
        "report where": "위치",
        "report from month": "{what}, {month}부터",
        "report series": "계열",
        "report at a glance": "한눈에 보기",
        "report drawn": "수치로 본 그림: {title}; 중앙값 ±오차 (실행의 5–95%)",
        "report drawn means": "수치로 본 그림: {title}; 평균 ±오차 (실행의 5–95%)",
        "report drawn part": "; {all}쌍 가운데 가장 크게 다른 {n}쌍",
        "report deep": (
            "{month}에 {names}에서는 유대 {all}쌍 가운데 {n}쌍이 평균적으로 군사 원조를"
            " 약속할 만큼 깊다: {ties}."
        ),
        "report deep none": (
            "{month}에 {names}에서는 유대 {all}쌍 가운데 어느 것도 평균적으로 군사"
            " 원조를 약속할 만큼 깊지 않다."
        ),
        "report seen apart": (
            "{month}에 {name}이(가) 미래의 산포에 견주어 {control}에서 가장 멀어진 것은"
            " ‘{what}’[{unit}]이다: {mine}, {control}은 {theirs}."
        ),
        "report seen far": (
            "{month}에 {name}이(가) {control}에서 가장 멀어진 것은"
            " ‘{what}’[{unit}]이다: {mine}, {control}은 {theirs}."
        ),
        "report seen change": (
            "{first}부터 {last}까지 가장 크게 변한 것은 ‘{what}’[{unit}]이다:"
            " {before}에서 {after}."
        ),
        "report seen none": (
            "{name}에서는 어느 계열도 마지막 달에 {control}에서 몬테카를로 오차보다"
            " 멀어지지 않는다. 실행마다 짝지으면 더 작은 차이도 구별된다(수치 참조)."
        ),
        "report seen course": (
            "{first}부터 {last}까지 미래의 산포에 견주어 가장 크게 변한 것은"
            " ‘{what}’[{unit}]이다: {before}에서 {after}."
        ),
        "report seen still": "어느 계열도 오차를 넘어 변하지 않는다.",
        "report more charts": (
            "같은 결과의 다른 그림은 결과 폴더의 charts-{lang}에 있다."
        ),
        "report levels": "모든 시나리오, 각각 {runs}회 실행",
        "report tally": (
            "{name}: 결과 {all}개 가운데 {up}개가 운으로 설명되는 것보다 더 오르고"
            " {down}개가 더 내린다. {unclear}개는 운과 구별할 수 없고 {still}개는"
            " 그대로이다."
        ),
        "report in the dark": (
            "어두운 화면에서는 그림의 명암이 뒤집혀, 그림에서 검다고 한 것이 희게"
            " 보인다."
        ),
        "report on paper": (
            "화면에서 접혀 있는 표는 종이에 싣지 않는다. 그림마다의 수치는 화면의"
            " 보고서에 있다."
        ),
        "report more outcomes": (
            "그 밖의 결과 {n}개와 모든 구간의 양 끝은 결과 폴더의 table.csv에 있다."
        ),
        "report claims why": (
            "이 프로젝트는 논문의 주장을 원장에 적어 두고, 주장마다 모든 모수의"
            " 그럴듯한 범위 전체에서 시험했다. 그 가운데 {n}개가 이 결과와 원인이나"
            " 결과 변수를 함께한다. 판정은 모수 공간 전체에 대한 것이며 이 쪽의"
            " 시나리오에 대한 것이 아니다. 가장 가까운 {shown}개:"
        ),
        "report claims none": (
            "원장의 주장 가운데 이 결과와 원인이나 결과 변수를 함께하는 것이 없다."
        ),
        "report claims rest": "관련된 그 밖의 주장 {n}개",
        "report claim": "주장",
        "report claims table": "보관된 판정",
        "report touched by cause": "공통된 원인: {names}",
        "report touched by series": "공통된 결과: {names}",
        "report assumed": (
            "모형에서 정할 수 있는 숫자 {n}개 가운데 {measured}개는 측정,"
            " {estimated}개는 추정한 값이고, {assumed}개는 가정일 뿐이다."
        ),
        "report cards": "모수 카드 (출처는 영어)",
        "report cards differ": (
            "그 가운데 시나리오마다 다르거나 직접 정한 것은 {n}개이다: 측정 {measured},"
            " 추정 {estimated}, 가정 {assumed}."
        ),
        "report cards swept": (
            "그 가운데 여기서 바꾸어 본 것은 {n}개이다: 측정 {measured}, 추정"
            " {estimated}, 가정 {assumed}."
        ),
        "report cards leaned": (
            "조건부 주장이 기대는 것은 그 가운데 {n}개이다: 측정 {measured}, 추정"
            " {estimated}, 가정 {assumed}."
        ),
        "report cards fitted": (
            "맞춘 숫자 가운데 기록이 무언가를 말해 주는 것은 {n}개이다: 측정"
            " {measured}, 추정 {estimated}, 가정 {assumed}."
        ),
        "report cards rest": "{n}개 더 있다: 'dilemma parameters 이름'으로 보라.",
        "report basis note": (
            "대괄호 안의 출처는 docs/references.bib의 열쇠말이다. 'dilemma"
            " parameters'가 모든 숫자의 범위와 근거, 출처를 보여 준다."
        ),
        "basis measured": "측정",
        "basis estimated": "추정",
        "basis assumed": "가정",
        "report limit 1": (
            "여섯 나라와 전쟁 하나뿐이다. 대만·유럽·중동은 미국의 관심을 나누어 갖는"
            " 것으로만 나온다."
        ),
        "report limit 2": (
            "국내 정치는 정부마다 몇 개의 숫자로만 나타나고, 선거는 시나리오가 정할"
            " 때만 일어난다."
        ),
        "report limit 3": (
            "숫자의 대부분은 첫 추정값이다. 출발점이 된 두 논문에는 크기가 없으며 모든"
            " 숫자는 모형의 것이다."
        ),
        "report limit 4": (
            "경계심은 놀람이며 사그라진다. 시끄럽다가 조용해진 나라가 처음부터 조용하던"
            " 나라보다 더 안심을 준다. 이를 얼마나 믿을지는 익숙해지고 잊는 속도에"
            " 달렸다."
        ),
        "report limit 5": (
            "우크라이나 전쟁의 수치는 당사자들의 주장이며, 전쟁의 상대편은 행위자가"
            " 아니라 배경이다."
        ),
        "report limit 6": (
            "달러 금액은 북한의 전력을 적게 셈한다. 물적 역량 지수와 섞는 비율도 하나의"
            " 가정이다."
        ),
        "report limit 7": (
            "구간은 이만한 실행 횟수에서 운이 하는 일만 나타낸다. 가정과 식에 대한"
            " 의심은 들어 있지 않으며 그쪽이 더 크다."
        ),
        "report facts": (
            "2012–2020년의 기록에 견주면 정형화된 사실 {all}개 가운데 {yes}개를"
            " 재현하고, {partly}개는 부분적으로, {no}개는 틀린다."
        ),
        "report wrong": "가정을 어떻게 두어도 틀리는 것",
        "report limits more": (
            "모형의 설명은 docs/model.md에, 기록과의 대조는 docs/validation.md에"
            " 있다(영어)."
        ),
        "report cite": "다음과 같이 인용하고 명세(manifest)를 덧붙인다:",
        "report methods futures": (
            "여섯 나라(북한, 러시아, 미국, 한국, 일본, 중국)를 한 달 단위로 모의하는"
            " 행위자 기반 모형 {made}로 미래를 모의했다. 시나리오: {scenarios};"
            " 시나리오당 {runs}회 실행, 시드 {seed}, {first}부터 {last}까지, 엔진"
            " {engine}. 값은 실행의 중앙값과 순서통계량에 따른 95% 몬테카를로 구간이고,"
            " 산포는 실행의 5%와 95% 분위수이다."
        ),
        "report methods paired": (
            "모든 시나리오의 k번 실행은 같은 운을 나눈다. 차이는 짝지은 차이의 평균과"
            " 95% 스튜던트 구간이며, 효과는 첫 시나리오의 실행 간 표준편차를 단위로"
            " 한다."
        ),
        "report methods sweep": (
            "여섯 나라를 한 달 단위로 모의하는 행위자 기반 모형 {made}로 요인"
            " {factors}개에 걸쳐 미래를 모의했다: {size}; {luck}; 엔진 {engine}."
        ),
        "report methods claims": (
            "주장 {n}개를 여섯 나라를 한 달 단위로 모의하는 행위자 기반 모형의 실험으로"
            " 시험했다. 갈래들은 주장된 원인에서만 다르고, 모든 모수의 그럴듯한"
            " 범위에서 뽑은 {points}개 지점마다 같은 운으로 {lucks}회씩 실행했다(시드"
            " {seed}). 효과는 지점의 절사평균이며 단위는 운이 대조군에 만드는"
            " 표준편차이다. 틀릴 확률은 표 전체에 대해 보정했다(홀름)."
        ),
        "report methods hindcast": (
            "2012–2020년의 모의 역사를 기준 연도까지의 기록과 닮은 정도로 가중하고, 그"
            " 뒤의 해에 대해 말하는 바를 실제와 견주어 채점했다(CRPS). 이론을 모르는"
            " 예측들을 나란히 두었다."
        ),
        "report methods validation": (
            "2012–2020년의 모의 역사를 기록과 닮은 정도로 가중하고 정형화된 사실을"
            " 읽었으며, 2014·2016·2018년까지 맞춘 예측을 실제와 견주어 채점했다(CRPS)."
            " 이론을 모르는 예측들을 나란히 두었다."
        ),
        "report folder": "폴더",
        "report made by": "만든 판",
        "report finished": "완료",
        "report seed": "시드",
        "report runs": "실행",
        "report engine": "엔진",
        "report packages": "패키지 판",
        "report processor": "프로세서",
        "report system": "시스템",
        "report inputs": "입력의 해시",
        "report source": "소스의 해시",
        "report parts": "묶음",
        "report points": "지점",
        "report lucks": "지점당 실행",
        "report lens": "렌즈",
        "report extent": "규모",
        "report quick": "첫 훑어보기(--quick)",
        "report full": "전체",
        "report quick limit": (
            "첫 훑어보기(--quick)로 만들어 역사의 수가 전체보다 훨씬 적다. 전체로"
            " 만들면 수치가 달라진다."
        ),
        "report again": "같은 수치를 다시 얻으려면:",
        "report files": "결과의 파일",
        "report file": "파일",
        "report bytes": "바이트",
        "report hash": "SHA-256",
        "report spread only": (
            "모든 지점과 운을 한데 모은 결과의 산포는 다음과 같다. 어느 가정이 이를"
            " 좌우하는지는 아직 계산하지 않았다."
        ),
        "report spans": "{what} [{unit}]: 평균 {mean}, 미래의 5%에서 95%까지 {span}.",
        "report driven": "‘{what}’을(를) 가장 좌우하는 것: {names}.",
        "report driven none": (
            "‘{what}’을(를) 좌우한다고 할 만한 요인이 없다. 효과 없는 요인이 낼 수 있는"
            " 것보다 더 움직인 것이 없다."
        ),
        "report varied": "요인 {n}개",
        "report varied rest": "나머지 요인 {n}개는 manifest에 있다.",
        "report starts from": "그 밖의 것은 모두 {names} 시나리오와 같다.",
        "report design": "설계: {design}.",
        "report no sensitivity": (
            "계산하지 않았거나 저장하지 않았다. 다음 명령으로 계산하면 다음 보고서에"
            " 실린다: {command}"
        ),
        "report no course": (
            "어느 가정이 언제 중요한지는 계산하지 않았거나 저장하지 않았다: {command}"
        ),
        "report pairs": "{what}: 두 요인이 함께일 때만 하는 일",
        "report pairs none": (
            "{what}: 두 요인이 함께일 때만 하는 일이 있다고 할 만한 쌍이 없다."
        ),
        "report sweep limit": (
            "훑기의 평균과 산포는 물어본 범위의 것이다. 범위는 확률이 아니며, 넓다고 더"
            " 무겁지 않다."
        ),
        "report outcomes of all": "모든 미래에 걸친 결과",
        "report claims asked": "이 주장들은 모형에서, 그리고 어떤 가정에서 성립하는가?",
        "report claim verdicts": "판정",
        "report claim note": "참고",
        "report claim notes": "참고: 무엇이 무엇을 나타내는가, 그 밖에 알아 둘 것",
        "report claims tried": "모든 주장의 측정 대상",
        "report verdicts": (
            "주장 {n}개의 측정 대상 {readings}개를 시험했다. 판정: {verdicts}."
        ),
        "report as committed": "판정이 모두 프로젝트가 보관한 것과 같다({made})",
        "report not committed": (
            "판정 {n}개가 프로젝트가 보관한 것과 다르다: {names}. 지점이나 실행이"
            " 적으면 더 많은 것이 열려 있다. 보관된 판정의 규모: {made}"
        ),
        "report seen claim": (
            "가장 큰 효과는 {name}이(가) ‘{what}’에 미치는 것으로 표준편차의"
            " {effect}이다. 의미 있는 최소 크기를 위로 넘는 지점이 {above}, 아래로 넘는"
            " 지점이 {below}이다."
        ),
        "report claims limit": (
            "판정은 그럴듯한 공간에서의 모형에 관한 것이며 세계에 관한 것이 아니다."
            " 전제는 구성상 참이어서 새로 알려 주는 것이 없다."
        ),
        "report title hindcast": "과거에 맞추고 그 뒤를 묻다",
        "report title validation": "2012–2020년의 기록에 견준 모형",
        "report asked hindcast": (
            "기준 연도까지 맞춘 모형이 그 뒤의 해를 이론을 모르는 예측보다 더 잘"
            " 내다보았을까?"
        ),
        "report asked validation": (
            "2012–2020년에 대해 모형은 무엇을 맞히고 무엇을 틀리는가?"
        ),
        "report beats": "{who}: 양 {all}개 가운데 {n}개에서 나음",
        "report origin year": "{origin}년까지 맞춤, 단순한 예측들과 견주면: {told}.",
        "report facts table": "정형화된 사실",
        "report fitted to": "{origin}년까지 맞춤 (유효 표본 {n})",
        "report log scores": (
            "{origin}년까지 맞춤: 월별 횟수의 로그 점수, 가장 나은 단순한 예측보다 나은"
            " 것은 {all}개 가운데 {n}개"
        ),
        "report lenses": "각 렌즈가 남겨 둔 해를 내다본 정도",
        "report seen record": (
            "해와 양 {all}개 가운데 {n}개에서 기록이 역사들의 가운데 90% 안에 놓인다."
        ),
        "report record limit": (
            "2020년 뒤의 것은 쓰지 않았다. 가중치는 어느 역사가 기록과 더 닮았는지를"
            " 말할 뿐 가정의 확률이 아니다."
        ),
    },
}
"""Language to phrase to words."""
