"""Words of the debrief of a game."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "debrief title": "Debrief: {scenario}",
        "debrief kind": "Game",
        "debrief span": "{turns} turns, {first} to {last}",
        "debrief foot": "Written by {generator} from the moves of the game alone.",
        "debrief answer": "What came of it",
        "debrief general": (
            "From {first} to {last}, the yearly military spending of the six went from"
            " {before} to {after} bn US$ ({change}), and the threat that they feel,"
            " summed, from {less} to {more}."
        ),
        "debrief spirals": (
            "Spirals of arming that were found between rivals, with who began: {n}"
            " ({pairs})."
        ),
        "debrief began": "{pair}: {starter}",
        "debrief both": "both at once",
        "debrief no spiral": "No spiral of arming was found between any two rivals.",
        "debrief most paid": (
            "{state} paid most for how much it spends: {beyond} bn US$ beyond keeping"
            " the burden of the start ({share} more); the threat that it feels changed"
            " by {change}."
        ),
        "debrief mattered": (
            "Not to arm would have mattered most in turn {turn}. If nobody had, the"
            " threat that the six feel at the end would have been lower by {threat} in"
            " sum, and their spending from then on different by {money} bn US$."
        ),
        "debrief none mattered": (
            "In no turn would not arming have eased the threat that the six feel at the"
            " end."
        ),
        "debrief game": "The game",
        "debrief scenario": "Scenario",
        "debrief seed": "Seed of luck",
        "debrief turns": "Turns played",
        "debrief injected": "Injected by the teacher",
        "debrief in turn": "turn {turn}: {what}",
        "debrief who": "Who played what",
        "debrief state": "state",
        "debrief team": "team",
        "debrief turns moved": "turns in which a team moved",
        "debrief rules": "the rules of the model",
        "debrief arms": "How arms went",
        "debrief chart arms": "Arms, turn by turn",
        "debrief panel spending": "Military spending",
        "debrief panel burden": "Military burden (share of GDP)",
        "debrief panel capability": "Capability",
        "debrief panel warheads": "Nuclear warheads, of those who have any",
        "debrief start is 100": "start = 100",
        "debrief axis": "turn",
        "debrief footer": (
            "one game of scenario {scenario}, seed {seed}, {first} to {last}; one"
            " future, so there is no band"
        ),
        "debrief arms seen": (
            "{state}: spending from {before} to {after} bn US$ a year ({change}),"
            " burden from {low} to {high}% of GDP."
        ),
        "debrief fear": "How threat went",
        "debrief chart fear": "Threat felt from each other, turn by turn",
        "debrief panel felt": "What {state} feels, from",
        "debrief unit threat": "felt threat",
        "debrief fear seen": (
            "{state}: all threat that it feels from {before} to {after}; from {other}"
            " it grew most ({moved})."
        ),
        "debrief fear eased": (
            "{state}: all threat that it feels from {before} to {after}; it grew from"
            " nobody, and eased least from {other} ({moved})."
        ),
        "debrief trust": "How trust went, and who misread whom",
        "debrief chart trust": "How each state was held to be by the others",
        "debrief panel held": "How others held {state} to be",
        "debrief unit belief": "probability of being greedy, %",
        "debrief true type": "what it was",
        "debrief trust why": (
            "Every state has a true type, from 0% (it only seeks security) to 100% (it"
            " wants more than that: greedy). Nobody knows another's: each has a belief,"
            " the probability that the other is greedy, and moves it by what the other"
            " does. The distance between belief and true type is misperception. It is"
            " revealed here, after the game."
        ),
        "debrief trust seen": (
            "The heavy line across each panel is what the state was; lines above it"
            " held it to be greedier than it was, lines below it less so."
        ),
        "debrief over": "Held to be greedier than it was, by the most:",
        "debrief under": "Held to be less greedy than it was, by the most:",
        "debrief over none": "Nobody was held to be much greedier than it was.",
        "debrief under none": "Nobody was held to be much less greedy than it was.",
        "debrief misread over": (
            "{state} misread {other} for the worse: it held it to be greedy with a"
            " probability of {belief} on average, and its true type is {truth} ({error}"
            " points)."
        ),
        "debrief misread under": (
            "{state} misread {other} for the better: it held it to be greedy with a"
            " probability of {belief} on average, and its true type is {truth} ({error}"
            " points)."
        ),
        "debrief every pair": "Every belief against the true type",
        "debrief whom": "about",
        "debrief truth": "true type",
        "debrief at start": "belief at the start",
        "debrief at end": "at the end",
        "debrief mean": "mean of the game",
        "debrief error": "mean less true type, points",
        "debrief judge": "who judged",
        "debrief pair": "{} and {}",
        "debrief spiral title": "Spirals, and who began",
        "debrief spiral meant": (
            "A state arms in a turn if its military burden grows by {grows} or more, or"
            " if its tests, attacks, exercises or part in a war alarm the rival by"
            " {alarm} act units or more. The rival answers if it arms in one of the"
            " {within} turns that follow, and has come to feel more threat from that"
            " state by then (by more than {more}). {answers} answers, each to the one"
            " before, make a spiral. All of these thresholds are ours."
        ),
        "debrief spiral note": (
            "That arming followed on fear does not prove that it came of it: Russia,"
            " for one, also arms for its war. What would have come without it is"
            " further below."
        ),
        "debrief spiral one": (
            "{pair}, turns {first} to {last}: {starter} armed first, in turn {first}."
        ),
        "debrief spiral both": (
            "{pair}, turns {first} to {last}: both armed first, at once, in turn"
            " {first}."
        ),
        "debrief spiral side": (
            "{state} armed {how}; its spending went from {before} to {after} bn US$ a"
            " year ({change}), and the threat that it feels from {other} from {less} to"
            " {more}."
        ),
        "debrief by budget": "by its budget (turns {turns})",
        "debrief by acts": "by acts that alarmed (turns {turns})",
        "debrief and": " and ",
        "debrief seats": "Seat by seat: what the rules would have done",
        "debrief no seats": "No team moved: every state was played by the rules.",
        "debrief seats why": (
            "The rules were put in each seat in each turn, with the same past and luck,"
            " and all others doing what they did. Of {n} things that teams chose, they"
            " would have done {differ} otherwise."
        ),
        "debrief seats table": "What each team chose, and what the rules would have",
        "debrief seats note": (
            "What rules do is given as the nearest option. They are neither wise nor"
            " right: they are what the model supposes that states do."
        ),
        "debrief turn": "turn, from",
        "debrief chose": "turn, and what the team chose",
        "debrief would": "the rules would have chosen",
        "debrief left open": "left all to the rules",
        "debrief the same": "the same",
        "debrief costs": "What the security dilemma cost",
        "debrief costs why": (
            "First, against the start: what each state spent over the game, and what it"
            " would have spent of the same economy with the burden that it began with."
            " What is beyond that bought arms; the last columns say whether the state"
            " feels safer."
        ),
        "debrief costs table": "Spending beyond the burden of the start, and threat",
        "debrief spent": "spent, bn US$",
        "debrief kept": "with the burden of the start",
        "debrief beyond": "beyond it",
        "debrief felt start": "threat at the start",
        "debrief felt end": "at the end",
        "debrief felt": "change",
        "debrief worth why": (
            "Second, against a world without doubt. Two games that nobody played were"
            " run from the same start and with the same luck, every seat its rules': in"
            " one, as in yours, nobody knows another's true type; in the other,"
            " everybody knows everybody's from the first month on. All else is equal,"
            " so that the difference between these two is what not knowing costs. What"
            " teams did is not in it, and stands beside it."
        ),
        "debrief doubt": (
            "Not knowing costs the six, with the rules in every seat, {money} bn US$"
            " over the game, and {threat} of felt threat at the end, summed."
        ),
        "debrief worth table": "As played, by the rules, and with true types known",
        "debrief spent played": "spent as played, bn US$",
        "debrief spent rules": "by the rules",
        "debrief spent known": "types known",
        "debrief doubt spent": "not knowing costs",
        "debrief felt played": "threat at the end, as played",
        "debrief felt rules": "threat, by the rules",
        "debrief felt known": "threat, types known",
        "debrief doubt felt": "threat of not knowing",
        "debrief without": "What if nobody had armed in a turn?",
        "debrief without why": (
            "The game was left as each turn began, and went on with one thing changed:"
            " in that turn no burden rose above what it was, exercises were no larger"
            " than usual, and North Korea neither tested nor attacked. Afterwards"
            " everybody made the same moves as in the game, and luck was the same. The"
            " differences are from what was; below zero is less."
        ),
        "debrief without table": "If nobody had armed, turn by turn",
        "debrief spared threat": "threat of the six at the end",
        "debrief spared money": "spending from then on, bn US$",
        "debrief held back": "who would have had to do less",
        "debrief nobody": "nobody",
        "debrief chart without": "If nobody had armed in turn {turn}",
        "debrief as it was": "as it was",
        "debrief if nobody": "if nobody had armed",
        "debrief without seen": (
            "{state}: felt threat at the end {would}, in place of {was}."
        ),
        "debrief limits": "What this game does not show",
        "debrief limit 1": (
            "One world and one luck: with another seed the same moves lead elsewhere."
            " 'dilemma fork' and 'dilemma run' show how far futures spread."
        ),
        "debrief limit 2": (
            "Parameters are first guesses, most of them assumed. What a state learns,"
            " forgets or fears more slowly would change every number here."
        ),
        "debrief limit 3": (
            "A game that was played is one case. It tells what these moves led to in"
            " this model, not which policy is right."
        ),
        "debrief limit 4": (
            "What would have been keeps all later moves as they were made. Teams that"
            " had seen another world would have chosen otherwise."
        ),
        "debrief limit 5": (
            "A true type is a device of the model. No state has one that could be read"
            " off, and nobody is ever told."
        ),
        "debrief limit 6": (
            "Money counts all arming alike. What deterrence prevented does not show in"
            " the cost, as it did not happen."
        ),
        "debrief again": "To play it again",
        "debrief again why": (
            "Scenario, seed and moves are the whole game: these lines of Python play it"
            " again to the last bit, with the same version of dilemma. A scenario of"
            " your own needs its file beside them."
        ),
        "debrief methods": "Methods, and how to cite",
        "debrief methods text": (
            "The game was played with dilemma, an agent-based model of six states in"
            " steps of a month, three to a turn, with parameters at their first"
            " guesses. Teams ordered acts, and the rules of the model chose what was"
            " left open. Beliefs are probabilities (logistic of log-odds). Everything"
            " that would have been is a fork of the game's own past with its own luck."
        ),
        "debrief cite": "To be cited as, with the lines above attached:",
    },
    "ko": {
        "debrief title": "게임 복기: {scenario}",
        "debrief kind": "게임",
        "debrief span": "{turns}차례, {first}–{last}",
        "debrief foot": "{generator}, 게임에서 내린 선택만으로 작성.",
        "debrief answer": "무슨 일이 일어났는가",
        "debrief general": (
            "{first}부터 {last}까지 여섯 나라의 연간 군사비 합계는 {before}에서 {after}"
            " 십억 달러로({change}), 여섯 나라가 느끼는 위협의 합은 {less}에서"
            " {more} 수준으로 바뀌었다."
        ),
        "debrief spirals": (
            "경쟁국 사이에서 발견된 군비 증강의 악순환과 먼저 시작한 쪽:"
            " {n}개({pairs})."
        ),
        "debrief began": "{pair}: {starter}",
        "debrief both": "동시에",
        "debrief no spiral": "어느 두 경쟁국 사이에서도 군비 증강의 악순환은 없었다.",
        "debrief most paid": (
            "군사비 규모에 비해 가장 많은 비용을 치른 나라는 {state}이다. 시작 시점의"
            " 부담률을 유지했을 때보다 {beyond} 십억 달러({share})를 더 썼고, 느끼는"
            " 위협의 변화는 {change}이다."
        ),
        "debrief mattered": (
            "군비를 늘리지 않는 것이 가장 큰 차이를 낳았을 때는 {turn}번째 차례이다."
            " 이때 아무도 군비를 늘리지 않았다면 마지막에 여섯 나라가 느끼는 위협의"
            " 합은 {threat}만큼 낮았고, 그 뒤의 군사비 합계는 {money} 십억 달러만큼"
            " 달랐을 것이다."
        ),
        "debrief none mattered": (
            "어느 차례에 군비를 늘리지 않았더라도 마지막에 여섯 나라가 느끼는 위협은"
            " 줄지 않았을 것이다."
        ),
        "debrief game": "게임",
        "debrief scenario": "시나리오",
        "debrief seed": "난수 시드",
        "debrief turns": "진행한 차례",
        "debrief injected": "교사가 일으킨 사건",
        "debrief in turn": "{turn}번째 차례: {what}",
        "debrief who": "누가 어느 나라를 맡았는가",
        "debrief state": "국가",
        "debrief team": "팀",
        "debrief turns moved": "팀이 참여한 차례",
        "debrief rules": "모형의 규칙",
        "debrief arms": "군비의 경로",
        "debrief chart arms": "차례별 군비",
        "debrief panel spending": "군사비",
        "debrief panel burden": "군사비 부담률(GDP 대비)",
        "debrief panel capability": "군사 능력",
        "debrief panel warheads": "핵탄두(보유국)",
        "debrief start is 100": "시작 = 100",
        "debrief axis": "차례",
        "debrief footer": (
            "시나리오 {scenario}의 게임 한 판, 시드 {seed}, {first}–{last}; 미래가"
            " 하나이므로 띠가 없다"
        ),
        "debrief arms seen": (
            "{state}: 연간 군사비 {before}에서 {after} 십억 달러로({change}), 부담률"
            " GDP의 {low}%에서 {high}%로."
        ),
        "debrief fear": "위협의 경로",
        "debrief chart fear": "차례별로 서로에게서 느끼는 위협",
        "debrief panel felt": "{state}의 위협 인식, 상대별",
        "debrief unit threat": "느끼는 위협",
        "debrief fear seen": (
            "{state}: 느끼는 위협의 합 {before}에서 {after} 수준으로. 가장 크게 늘어난"
            " 상대는 {other}({moved})이다."
        ),
        "debrief fear eased": (
            "{state}: 느끼는 위협의 합 {before}에서 {after} 수준으로. 늘어난 상대는"
            " 없고, 가장 적게 줄어든 상대는 {other}({moved})이다."
        ),
        "debrief trust": "신뢰의 경로, 그리고 오인",
        "debrief chart trust": "다른 나라들이 각국을 어떻게 보았는가",
        "debrief panel held": "다른 나라들이 본 {state}",
        "debrief unit belief": "탐욕적일 확률, %",
        "debrief true type": "실제 유형",
        "debrief trust why": (
            "모든 국가에는 0%(안보만 추구한다)에서 100%(그 이상을 바란다, 곧"
            " 탐욕적이다) 사이의 실제 유형이 있다. 남의 유형은 아무도 모른다. 각국은"
            " 상대가 탐욕적일 확률에 대한 믿음을 갖고 상대의 행동을 보며 이를 고친다."
            " 믿음과 실제 유형의 차이가 오인이다. 게임이 끝난 지금에야 여기서 밝힌다."
        ),
        "debrief trust seen": (
            "각 칸을 가로지르는 굵은 선이 그 나라의 실제 유형이다. 선 위의 나라는"
            " 상대를 실제보다 더 탐욕적으로, 선 아래의 나라는 덜 탐욕적으로 보았다."
        ),
        "debrief over": "실제보다 가장 탐욕적으로 본 경우:",
        "debrief under": "실제보다 가장 덜 탐욕적으로 본 경우:",
        "debrief over none": "실제보다 크게 더 탐욕적으로 보인 나라는 없다.",
        "debrief under none": "실제보다 크게 덜 탐욕적으로 보인 나라는 없다.",
        "debrief misread over": (
            "{state}은(는) {other}을(를) 실제보다 나쁘게 오인했다. 탐욕적일 확률을"
            " 평균 {belief}로 보았으나 실제 유형은 {truth}이다(차이 {error}%p)."
        ),
        "debrief misread under": (
            "{state}은(는) {other}을(를) 실제보다 좋게 오인했다. 탐욕적일 확률을 평균"
            " {belief}로 보았으나 실제 유형은 {truth}이다(차이 {error}%p)."
        ),
        "debrief every pair": "모든 믿음과 실제 유형",
        "debrief whom": "상대",
        "debrief truth": "실제 유형",
        "debrief at start": "시작 시점의 믿음",
        "debrief at end": "마지막",
        "debrief mean": "게임 평균",
        "debrief error": "평균과 실제의 차이, %p",
        "debrief judge": "판단한 국가",
        "debrief pair": "{}·{}",
        "debrief spiral title": "악순환과 그 시작",
        "debrief spiral meant": (
            "한 차례에 군사비 부담률이 {grows} 이상 늘거나, 시험·공격·연습·전쟁 개입이"
            " 경쟁국에 {alarm} 행동 단위 이상의 경계심을 일으키면 군비를 늘린 것으로"
            " 본다. 경쟁국이 뒤따르는 {within}차례 안에 군비를 늘리고 그때까지 그"
            " 나라에게서 느끼는 위협이 {more} 넘게 커졌다면 대응한 것이다. 대응에"
            " 대응이 이어져 {answers}번 이상 거듭되면 악순환이라 한다. 기준값은 모두"
            " 이 모형의 것이다."
        ),
        "debrief spiral note": (
            "두려움 뒤에 군비 증강이 왔다고 해서 두려움이 그 원인이라고 증명되지는"
            " 않는다. 예컨대 러시아는 자국의 전쟁 때문에도 군비를 늘린다. 그것이"
            " 없었다면 어떻게 되었을지는 아래에 있다."
        ),
        "debrief spiral one": (
            "{pair}, {first}–{last}번째 차례: {starter}이(가) {first}번째 차례에 먼저"
            " 군비를 늘렸다."
        ),
        "debrief spiral both": (
            "{pair}, {first}–{last}번째 차례: 양쪽이 {first}번째 차례에 동시에 군비를"
            " 늘렸다."
        ),
        "debrief spiral side": (
            "{state}의 수단: {how}. 연간 군사비는 {before}에서 {after} 십억"
            " 달러로({change}), {other}에게서 느끼는 위협은 {less}에서 {more} 수준으로"
            " 바뀌었다."
        ),
        "debrief by budget": "예산({turns}번째 차례)",
        "debrief by acts": "경계심을 일으킨 행동({turns}번째 차례)",
        "debrief and": ", ",
        "debrief seats": "자리마다 규칙이라면 어떻게 했을까",
        "debrief no seats": "팀이 내린 선택이 없다. 모든 국가를 규칙이 맡았다.",
        "debrief seats why": (
            "모든 차례의 모든 자리에 규칙을 앉혀 보았다. 과거와 운은 같고 다른 나라는"
            " 모두 실제로 한 대로 한다. 팀이 고른 {n}가지 가운데 규칙이라면 다르게"
            " 했을 것은 {differ}가지이다."
        ),
        "debrief seats table": "팀의 선택과 규칙의 선택",
        "debrief seats note": (
            "규칙의 행동은 가장 가까운 선택지로 나타냈다. 규칙은 현명하지도 옳지도"
            " 않다. 국가가 그렇게 하리라고 모형이 가정한 것일 뿐이다."
        ),
        "debrief turn": "차례, 첫 달",
        "debrief chose": "차례와 팀의 선택",
        "debrief would": "규칙이라면",
        "debrief left open": "모두 규칙에 맡김",
        "debrief the same": "같음",
        "debrief costs": "안보딜레마의 비용",
        "debrief costs why": (
            "첫째, 시작 시점과 견준다. 각국이 게임 동안 쓴 군사비와, 같은 경제에서"
            " 시작 시점의 부담률을 유지했다면 썼을 군사비이다. 그 차이로 군비를"
            " 샀다. 마지막 열들은 그래서 더 안전하다고 느끼는지를 보여 준다."
        ),
        "debrief costs table": "시작 시점의 부담률을 넘는 군사비와 느끼는 위협",
        "debrief spent": "쓴 군사비, 십억 달러",
        "debrief kept": "시작 부담률이라면",
        "debrief beyond": "그 초과분",
        "debrief felt start": "시작 시점의 위협",
        "debrief felt end": "마지막의 위협",
        "debrief felt": "변화",
        "debrief worth why": (
            "둘째, 의심이 없는 세계와 견준다. 팀 없이 모든 자리를 규칙이 맡는"
            " 게임 둘을 같은 시작점과 같은 운으로 실행했다. 하나에서는 이 게임처럼"
            " 누구도 남의 실제 유형을 모르고, 다른 하나에서는 첫 달부터 모두가 모두의"
            " 유형을 안다. 나머지는 같으므로 둘의 차이가 불확실성의 비용이다. 팀이 한"
            " 일은 여기에 들어가지 않으며, 나란히 견줄 수 있도록 함께 적었다."
        ),
        "debrief doubt": (
            "모든 자리를 규칙이 맡을 때 상대의 유형을 모르는 데 따르는 여섯 나라의"
            " 비용은 게임 동안의 군사비 {money} 십억 달러, 마지막에 느끼는 위협의 합"
            " {threat}이다."
        ),
        "debrief worth table": "실제 게임, 규칙만의 게임, 유형이 알려진 게임",
        "debrief spent played": "실제 군사비, 십억 달러",
        "debrief spent rules": "규칙만",
        "debrief spent known": "유형이 알려짐",
        "debrief doubt spent": "불확실성의 비용",
        "debrief felt played": "마지막 위협, 실제",
        "debrief felt rules": "위협, 규칙만",
        "debrief felt known": "위협, 유형이 알려짐",
        "debrief doubt felt": "불확실성이 더한 위협",
        "debrief without": "한 차례 동안 아무도 군비를 늘리지 않았다면",
        "debrief without why": (
            "각 차례가 시작될 때로 돌아가 한 가지만 바꾸었다. 그 차례에는 어느 나라의"
            " 부담률도 시작할 때보다 높아지지 않고, 군사연습은 평소 규모를 넘지"
            " 않으며, 북한은 시험도 공격도 하지 않는다. 그 뒤에는 모두가 게임에서와"
            " 같은 선택을 하고 운도 같다. 값은 실제와의 차이이며 0보다 작으면 줄어든"
            " 것이다."
        ),
        "debrief without table": "아무도 군비를 늘리지 않았다면, 차례별",
        "debrief spared threat": "마지막에 여섯 나라가 느끼는 위협",
        "debrief spared money": "그 뒤의 군사비, 십억 달러",
        "debrief held back": "덜 해야 했을 나라",
        "debrief nobody": "없음",
        "debrief chart without": ("{turn}번째 차례에 아무도 군비를 늘리지 않았다면"),
        "debrief as it was": "실제",
        "debrief if nobody": "아무도 군비를 늘리지 않았다면",
        "debrief without seen": ("{state}: 마지막에 느끼는 위협 {would}(실제 {was})."),
        "debrief limits": "이 게임이 보여 주지 않는 것",
        "debrief limit 1": (
            "세계도 하나, 운도 하나이다. 시드가 다르면 같은 선택도 다른 데로 이어진다."
            " 미래가 얼마나 갈라지는지는 'dilemma fork'와 'dilemma run'이 보여 준다."
        ),
        "debrief limit 2": (
            "모수는 처음 추측한 값이고 대부분 가정이다. 국가가 더 느리게 배우거나"
            " 잊거나 두려워한다면 여기 있는 모든 숫자가 달라진다."
        ),
        "debrief limit 3": (
            "한 번 치른 게임은 사례 하나이다. 이 모형에서 이 선택들이 무엇으로"
            " 이어졌는지를 말할 뿐, 어떤 정책이 옳은지를 말하지 않는다."
        ),
        "debrief limit 4": (
            "가정한 과거에서도 그 뒤의 선택은 실제 그대로이다. 다른 세계를 보았다면"
            " 팀은 다르게 골랐을 것이다."
        ),
        "debrief limit 5": (
            "실제 유형은 모형의 장치이다. 현실의 국가에는 읽어 낼 수 있는 유형이 없고,"
            " 누구도 알려 주지 않는다."
        ),
        "debrief limit 6": (
            "금액은 모든 군비를 똑같이 센다. 억제가 막은 일은 일어나지 않았으므로"
            " 비용에 나타나지 않는다."
        ),
        "debrief again": "다시 실행하는 방법",
        "debrief again why": (
            "시나리오, 시드, 선택이 게임의 전부이다. 다음 파이썬 코드는 같은 판의"
            " dilemma에서 이 게임을 마지막 비트까지 똑같이 다시 진행한다. 직접 만든"
            " 시나리오라면 그 파일이 함께 있어야 한다."
        ),
        "debrief methods": "방법과 인용",
        "debrief methods text": (
            "게임은 여섯 국가의 행위자 기반 모형인 dilemma로 진행했다. 한 걸음이 한"
            " 달이고 한 차례가 석 달이며 모수는 처음 추측한 값이다. 팀이 행동을"
            " 명령하고, 남겨 둔 것은 모형의 규칙이 골랐다. 믿음은 로그 오즈를 확률로"
            " 바꾼 값이다. 가정한 과거는 모두 이 게임의 과거에서 같은 운으로 갈라져"
            " 나온 것이다."
        ),
        "debrief cite": "다음과 같이 인용하고 위의 코드를 덧붙인다:",
    },
}
