"""Words of the classroom."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "class title": "dilemma: the classroom",
        "class skip": "Skip to the content",
        "class other language": "한국어",
        "class light or dark": "Light or dark",
        "class home": "All lessons",
        "class intro": (
            "Ten ideas of realist theory, one lesson each. You predict, the model runs"
            " {rows} futures, and you take one of them apart. The model explores what"
            " follows from assumptions; it forecasts nothing."
        ),
        "class lessons": "Lessons",
        "class lesson": "Lesson {n}",
        "class sandbox": "Sandbox",
        "class sandbox intro": (
            "Choose a scenario, move anything, see what differs, and save it as a file"
            " that the command line runs to the same numbers."
        ),
        "class predict": "1. Predict",
        "class run": "2. Run",
        "class explain": "3. Explain",
        "class theory": "4. In the theory's own terms",
        "class higher": "It rises",
        "class lower": "It falls",
        "class same": "It cannot be told from luck",
        "class commit": "Commit",
        "class committed": "Your prediction: {what}.",
        "class room says": "In this room: {said}.",
        "class one said": "{n} × {what}",
        "class first predict": "Commit to a prediction first; then the model runs.",
        "class outcome higher": "{outcome}: it rises",
        "class outcome lower": "{outcome}: it falls",
        "class outcome same": "{outcome}: it cannot be told from luck",
        "class result": (
            "{direction}. On average by {change} {unit} (95% Monte Carlo interval {low}"
            " to {high}), from {before} to {after}. It rises in {rose} of the {rows}"
            " futures and falls in {fell}."
        ),
        "class you were right": "You said so.",
        "class you were wrong": "You said something else. What did you leave out?",
        "class author agrees": "{author} expects this too: {reason}",
        "class author differs": (
            "{author} expects something else ({expected}): {reason} The model and its"
            " theory part here, under these assumptions."
        ),
        "class move": "Move it yourself",
        "class from here": "at the start: {value}",
        "class back": "Back to the prediction",
        "class reset": "Back to the start",
        "class doubt": "What nobody moved is taken as",
        "class doubt central": "first guesses: the band is luck alone",
        "class doubt calibrated": "sets that fit 2012 to 2020",
        "class doubt ranges": "anywhere in the ranges: does it still hold?",
        "class start line": "at the start",
        "class now line": "now",
        "class computing": "running {rows} futures…",
        "class ready": "{rows} futures, {first} to {last}, the same luck in both.",
        "class now": "With the dials as they stand:",
        "class busy": "Many questions are waiting. Try again in a moment.",
        "class chart words": (
            "{what} in {month}: median {before} ({one}) and {after} ({other})."
        ),
        "class chart mean": (
            "{what} in {month}: mean {before} ({one}) and {after} ({other})."
        ),
        "class share of futures": "share of futures",
        "class why button": "Take this month apart",
        "class why intro": ("One future, one month: what led to it, term by term."),
        "class why run": "Future {row}, {month}, with the dials as they stand.",
        "class terms": "Terms",
        "class by": "Idea: {author}",
        "class not shown": "What this lesson does not show",
        "class discuss": "To discuss",
        "class worlds low": "{label}: low",
        "class worlds high": "{label}: high",
        "class worlds each": "{outcome}, mean over {rows} futures",
        "class plane words": (
            "Slopes {one} and {other}; their product is {product}: {verdict}."
        ),
        "class plane rests": "below 1, so every step is answered by a smaller one",
        "class plane runs": "above 1, so every step is answered by a larger one",
        "class plane line": "{state} rests here",
        "class plane course": "course, {what}",
        "class teacher": "The class",
        "class teacher intro": "Predictions as they come in.",
        "class nobody": "nobody yet",
        "class clear": "Clear this lesson's predictions",
        "class no page": "There is no such page.",
        "class at": "The classroom is at {url} (stop it with Ctrl+C).",
        "class teacher at": "For the teacher alone: {url}",
        "class network": (
            "Whoever can reach this machine at {host} can open it; there is no"
            " password."
        ),
        "box scenario": "Scenario",
        "box compared": "compared with",
        "box lens": "Theory through which all six see",
        "box no lens": "as the scenario has it",
        "box moved": "Moved",
        "box add": "Move a parameter",
        "box mechanisms": "Mechanisms (strength 0 switches one off)",
        "box remove": "Leave {name} as it is",
        "box series": "Chart",
        "box outcomes": "What differs in outcomes",
        "box differs": "What differs in assumptions",
        "box nothing": "Nothing differs.",
        "box more": "{n} more",
        "box outcome": "outcome",
        "box before": "compared with",
        "box after": "yours",
        "box change": "difference",
        "box interval": "95% interval",
        "box rose": "rises in",
        "box name": "Name of the scenario",
        "box question": "What it asks",
        "box too large": "A scenario file is YAML of at most 128 KB.",
        "box save": "Save as a scenario file",
        "box load": "Load a scenario file",
        "box loaded": "Loaded {name}.",
        "box months": "Months",
        "box assumption": "assumption",
        "box yours": "yours",
        "box only different": "Outcomes that cannot be told from luck: {names}.",
        "box unsaved": "The file runs to the same numbers with: {command}",
    },
    "ko": {
        "class title": "dilemma 교실",
        "class skip": "본문으로 건너뛰기",
        "class other language": "English",
        "class light or dark": "밝게 또는 어둡게",
        "class home": "모든 수업",
        "class intro": (
            "현실주의 이론의 열 가지 생각을 한 시간에 하나씩 다룬다. 먼저 예측하고,"
            " 모형이 미래 {rows}개를 실행하면, 그중 하나를 뜯어본다. 모형은 가정에서"
            " 무엇이 따라 나오는지를 살필 뿐 아무것도 예언하지 않는다."
        ),
        "class lessons": "수업",
        "class lesson": "{n}번째 수업",
        "class sandbox": "샌드박스",
        "class sandbox intro": (
            "시나리오를 고르고 무엇이든 움직여 무엇이 달라지는지 본 다음,"
            " 명령행에서 같은 숫자가 나오는 파일로 저장한다."
        ),
        "class predict": "1. 예측",
        "class run": "2. 실행",
        "class explain": "3. 설명",
        "class theory": "4. 이론의 말로",
        "class higher": "커진다",
        "class lower": "작아진다",
        "class same": "운과 구별되지 않는다",
        "class commit": "확정",
        "class committed": "나의 예측: {what}.",
        "class room says": "이 교실에서: {said}.",
        "class one said": "{what} {n}명",
        "class first predict": "먼저 예측을 확정하면 모형이 실행된다.",
        "class outcome higher": "{outcome}: 커진다",
        "class outcome lower": "{outcome}: 작아진다",
        "class outcome same": "{outcome}: 운과 구별되지 않는다",
        "class result": (
            "{direction}. 평균 변화 {change} {unit} (95% 몬테카를로 구간 {low} ~"
            " {high}), {before}에서 {after}로. 미래 {rows}개 가운데 {rose}개에서"
            " 커지고 {fell}개에서 작아진다."
        ),
        "class you were right": "예측대로이다.",
        "class you were wrong": "예측과 다르다. 무엇을 빠뜨렸는가?",
        "class author agrees": "{author}도 그렇게 본다. {reason}",
        "class author differs": (
            "{author}은(는) 다르게 본다({expected}). {reason} 이 가정 아래에서는 모형과"
            " 이론이 갈린다."
        ),
        "class move": "직접 움직여 보기",
        "class from here": "시작: {value}",
        "class back": "예측한 자리로",
        "class reset": "처음으로",
        "class doubt": "아무도 움직이지 않은 것은",
        "class doubt central": "처음 추측한 값: 띠는 운만을 나타낸다",
        "class doubt calibrated": "2012–2020년에 맞는 집합",
        "class doubt ranges": "범위 전체: 그래도 성립하는가?",
        "class start line": "시작",
        "class now line": "지금",
        "class computing": "미래 {rows}개를 실행하는 중…",
        "class ready": "미래 {rows}개, {first}–{last}, 두 쪽의 운은 같다.",
        "class now": "지금의 조절값에서는",
        "class busy": "기다리는 질문이 많다. 잠시 뒤에 다시 해 보라.",
        "class chart words": (
            "{what}, {month}의 중앙값: {before} ({one}), {after} ({other})."
        ),
        "class chart mean": (
            "{what}, {month}의 평균: {before} ({one}), {after} ({other})."
        ),
        "class share of futures": "미래의 비율",
        "class why button": "이 달을 뜯어보기",
        "class why intro": "한 미래의 한 달을 항별로 뜯어본다.",
        "class why run": "미래 {row}번, {month}, 조절값은 지금 그대로.",
        "class terms": "용어",
        "class by": "생각의 주인: {author}",
        "class not shown": "이 수업이 보여 주지 않는 것",
        "class discuss": "토론",
        "class worlds low": "{label}: 낮음",
        "class worlds high": "{label}: 높음",
        "class worlds each": "{outcome}, 미래 {rows}개의 평균",
        "class plane words": "기울기 {one}, {other}; 곱은 {product}: {verdict}.",
        "class plane rests": "1보다 작아 모든 걸음에 더 작은 걸음으로 답한다",
        "class plane runs": "1보다 커 모든 걸음에 더 큰 걸음으로 답한다",
        "class plane line": "{state}이(가) 멈추는 선",
        "class plane course": "경로, {what}",
        "class teacher": "학급",
        "class teacher intro": "들어오는 대로 보이는 예측.",
        "class nobody": "아직 없음",
        "class clear": "이 수업의 예측 지우기",
        "class no page": "그런 쪽은 없다.",
        "class at": "교실이 열렸다: {url} (Ctrl+C로 닫는다).",
        "class teacher at": "교사만 쓰는 주소: {url}",
        "class network": (
            "{host}로 이 기계에 닿을 수 있는 사람은 누구나 열 수 있다. 암호는 없다."
        ),
        "box scenario": "시나리오",
        "box compared": "비교 대상",
        "box lens": "여섯 나라가 모두 쓰는 이론의 눈",
        "box no lens": "시나리오 그대로",
        "box moved": "움직인 것",
        "box add": "모수 움직이기",
        "box mechanisms": "기제 (세기 0이면 꺼진다)",
        "box remove": "{name} 그대로 두기",
        "box series": "차트",
        "box outcomes": "결과에서 달라지는 것",
        "box differs": "가정에서 달라지는 것",
        "box nothing": "달라지는 것이 없다.",
        "box more": "{n}개 더",
        "box outcome": "결과",
        "box before": "비교 대상",
        "box after": "내 것",
        "box change": "차이",
        "box interval": "95% 구간",
        "box rose": "커지는 비율",
        "box name": "시나리오 이름",
        "box question": "시나리오의 물음",
        "box too large": "시나리오 파일은 128 KB 이하의 YAML이다.",
        "box save": "시나리오 파일로 저장",
        "box load": "시나리오 파일 불러오기",
        "box loaded": "{name} 불러옴.",
        "box months": "개월",
        "box assumption": "가정",
        "box yours": "내 것",
        "box only different": "운과 구별되지 않는 결과: {names}.",
        "box unsaved": "이 파일은 다음 명령으로 같은 숫자가 나온다: {command}",
    },
}
