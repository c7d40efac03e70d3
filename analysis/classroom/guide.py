"""What a teacher prints: worksheets, and an answer key whose figures come from runs.

Worksheets are the lessons' own words. The key is a table of figures, computed by
:func:`figures` and kept in ``docs/findings/lessons.csv``; the pages show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.catalogue import OUTCOMES
from analysis.classroom.desk import MOST_TOGETHER, Question, answers
from analysis.classroom.glossary import glossary
from analysis.classroom.lesson import Choice, Slider, lessons
from analysis.classroom.reading import read
from analysis.classroom.settings import DOUBTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import TypeAlias

    import pandas as pd

    from analysis.classroom.desk import Answer
    from analysis.classroom.lesson import Control, Lesson, Position
    from sim.scenario.timetable import Text
    from sim.scenario.uncertainty import Uncertainty

    Table: TypeAlias = Callable[[str, Iterable[tuple[str, ...]]], str]

__all__ = ["COLUMNS", "figures", "page_sections"]

COLUMNS = (
    "lesson",
    "uncertainty",
    "step",
    "outcome",
    "before",
    "after",
    "change",
    "low",
    "high",
    "rose",
    "fell",
    "direction",
)
"""Of the table of figures."""

PREDICTED = "predicted"
"""The step that is predicted; all others are one control moved to one of its ends."""

DIGITS = 3
LINES = 3
"""Lines to write on, for an answer in words."""

CELL = f"{'&emsp;' * 9}<br><br>"
"""Room to write in a table."""

NEW_PAGE = '<div style="break-after: page"></div>'
"""Where the printer begins a new sheet."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step from where a lesson begins.

    Attributes
    ----------
    name : str
        ``predicted``, or ``control=position``.
    lesson : Lesson
    uncertainty : {'calibrated', 'ranges', 'central'}
    positions : mapping of control to position
        Where it leads.
    """

    name: str
    lesson: Lesson
    uncertainty: Uncertainty
    positions: Mapping[str, Position]

    def question(self, positions: Mapping[str, Position]) -> Question:
        """Return what is asked of the model at positions of the controls."""
        return Question(
            setting=self.lesson.setting(positions, self.uncertainty),
            series=self.lesson.series[:1],
            outcomes=(self.lesson.prediction.outcome,),
        )


def ends(control: Control) -> list[Position]:
    """Return the ends of a slider or the options of a choice, but where it begins."""
    there: Iterable[Position] = (
        control.ends if isinstance(control, Slider) else control.options
    )
    return [position for position in there if position != control.at]


def steps(lesson: Lesson) -> Iterator[Step]:
    """Yield what the key shows of a lesson.

    The predicted step in every way of taking what nobody moved, and each control alone
    as the lesson itself takes it.
    """
    for kind in DOUBTS:
        yield Step(
            name=PREDICTED, lesson=lesson, uncertainty=kind, positions=lesson.predicted
        )
    for control in lesson.controls:
        for position in ends(control):
            yield Step(
                name=f"{control.name}={position}",
                lesson=lesson,
                uncertainty=lesson.uncertainty,
                positions={**lesson.start, control.name: position},
            )


def figures() -> pd.DataFrame:
    """Run every lesson, and return what its steps do to what is predicted.

    Returns
    -------
    DataFrame
        A row a step, with :data:`COLUMNS`: the outcome's mean before and after, the
        change with its 95% Monte Carlo interval, the shares of runs in which it rose
        and fell, and the direction.
    """
    import pandas as pd

    rows = []
    for lesson in lessons():
        outcome = lesson.prediction.outcome
        all_steps = list(steps(lesson))
        starts = [one.question(lesson.start) for one in all_steps]
        asked = [one.question(one.positions) for one in all_steps]
        found = _answered([*starts, *asked])
        for step, start, there in zip(all_steps, starts, asked, strict=True):
            reading = read(found[start], found[there], outcome)
            rows.append(
                {
                    "lesson": lesson.id,
                    "uncertainty": step.uncertainty,
                    "step": step.name,
                    **{name: getattr(reading, name) for name in COLUMNS[3:]},
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _answered(questions: list[Question]) -> dict[Question, Answer]:
    """Return the answer to each question, those that are alike from one ensemble."""
    groups: dict[tuple[object, ...], list[Question]] = {}
    for one in dict.fromkeys(questions):
        groups.setdefault(one.alike, []).append(one)
    found: dict[Question, Answer] = {}
    for group in groups.values():
        for first in range(0, len(group), MOST_TOGETHER):
            some = group[first : first + MOST_TOGETHER]
            found.update(zip(some, answers(some), strict=True))
    return found


def page_sections(figures: Path, table: Table) -> dict[str, Callable[[], str]]:
    """Return the generated parts of the teacher's pages, by name.

    Parameters
    ----------
    figures : Path
        The committed table of :func:`figures`.
    table : callable
        Header, with columns parted by ``|``, and rows of cells to a Markdown table.
    """

    def in_both(name: str, make: Callable[[str], str]) -> dict[str, Callable[[], str]]:
        return {name: lambda: make("en"), f"{name}ko": lambda: make("ko")}

    return {
        **in_both("glossary", lambda lang: _glossary(table, lang)),
        **in_both("lessons", lambda lang: _lessons(table, lang)),
        **in_both("worksheets", lambda lang: _worksheets(table, lang)),
        **in_both("answers", lambda lang: _answers(_read(figures), table, lang)),
    }


def _read(figures: Path) -> pd.DataFrame:
    import pandas as pd

    return pd.read_csv(figures)


def _glossary(table: Table, lang: str) -> str:
    """Return the terms, with the other language beside them."""
    other = {"en": "ko", "ko": "en"}[lang]
    return table(
        WORDS[lang]["glossary header"],
        (
            (
                f"**{one.term[lang]}**",
                one.term[other],
                one.meaning[lang],
                ", ".join(f"[{key}]" for key in one.sources),
                one.paper,
            )
            for one in glossary().values()
        ),
    )


def _lessons(table: Table, lang: str) -> str:
    """Return the list of lessons."""
    page = {"en": "lessons.md", "ko": "lessons.ko.md"}[lang]
    return table(
        WORDS[lang]["lessons header"],
        (
            (
                one.id,
                f"[{in_words(one.title, lang)}]({page}#{one.id.lower()})",
                in_words(one.claim.author, lang),
                f"`{one.scenario}`",
                "; ".join(in_words(control.label, lang) for control in one.controls),
            )
            for one in lessons()
        ),
    )


def _worksheets(table: Table, lang: str) -> str:
    return "\n".join(_worksheet(one, table, lang) for one in lessons())


def _worksheet(lesson: Lesson, table: Table, lang: str) -> str:
    """Return what a student is given on paper."""
    said, asked = WORDS[lang], lesson.prediction
    outcome = OUTCOMES[asked.outcome]
    tried = [
        (in_words(control.label, lang), _reach(control, lang), CELL, CELL)
        for control in lesson.controls
    ]
    month = said["month"].format(
        question=f"`{lesson.why.what}`", month=lesson.why.month, row=lesson.why.row
    )
    parts = [
        _heading(lesson, lang),
        said["name"],
        f"{in_words(lesson.idea, lang)}",
        f"**{said['predict']}** {in_words(asked.question, lang)}",
        said["boxes"],
        f"{said['because']}\n\n{_room()}",
        f"**{said['run']}** "
        + said["ran"].format(
            outcome=outcome.alone(lang), unit=outcome.unit[lang] or said["no unit"]
        ),
        f"**{said['move']}** {said['moved']}",
        table(said["move header"], tried).rstrip(),
        f"**{said['explain']}** {month}\n\n{_room()}",
        f"**{said['theory']}** {in_words(lesson.claim.author, lang)}: "
        f"{in_words(lesson.claim.words, lang)}\n\n{said['parted']}\n\n{_room()}",
        f"**{said['discuss']}**",
        *(
            f"({place}) {in_words(one, lang)}\n\n{_room()}"
            for place, one in enumerate(lesson.discuss, 1)
        ),
    ]
    return "\n\n".join([*parts, NEW_PAGE]) + "\n"


def in_words(text: Text, lang: str) -> str:
    """Return a text in a language."""
    return {"en": text.en, "ko": text.ko}[lang]


def _heading(lesson: Lesson, lang: str) -> str:
    anchor = f'<a id="{lesson.id.lower()}"></a>'
    return f"## {anchor}{lesson.id}. {in_words(lesson.title, lang)}"


def _room() -> str:
    """Return lines to write on: rules, which print on paper and on the site alike."""
    return "\n\n".join(["---"] * LINES)


def _reach(control: Control, lang: str) -> str:
    """Return from where to where a control goes."""
    if isinstance(control, Choice):
        return ", ".join(in_words(one.label, lang) for one in control.options.values())
    low, high = control.ends
    return WORDS[lang]["between"].format(low=f"{low:g}", high=f"{high:g}")


def _answers(figures: pd.DataFrame, table: Table, lang: str) -> str:
    return "\n".join(
        _answer(one, figures[figures["lesson"] == one.id], table, lang)
        for one in lessons()
    )


def _answer(lesson: Lesson, own: pd.DataFrame, table: Table, lang: str) -> str:
    """Return the key of one lesson."""
    said, asked = WORDS[lang], lesson.prediction
    outcome = OUTCOMES[asked.outcome]
    predicted = own[own["step"] == PREDICTED]
    alone = own[own["step"] != PREDICTED]
    known = said["taken"]
    unit = outcome.unit[lang]
    named = outcome.alone(lang) + (f" [{unit}]" if unit else "")
    parts = [
        _heading(lesson, lang),
        f"*{said['step']}:* {_step(lesson, lang)}",
        f"*{said['outcome']}:* {named}",
        f"*{said['expected'].format(who=in_words(lesson.claim.author, lang))}:* "
        f"**{said[asked.expected]}.** {in_words(asked.reason, lang)}",
        table(
            said["key header"],
            (
                (
                    said[f"taken {row['uncertainty']}"],
                    *_shown(row, lang),
                    said["agrees" if row["direction"] == asked.expected else "differs"],
                )
                for _, row in predicted.iterrows()
            ),
        ).rstrip(),
        said["alone"].format(known=known),
        table(
            said["alone header"],
            (
                (_moved(lesson, row["step"], lang), *_shown(row, lang))
                for _, row in alone.iterrows()
            ),
        ).rstrip(),
        f"**{said['not shown']}** {in_words(lesson.not_shown, lang)}",
    ]
    return "\n\n".join(parts) + "\n"


def _shown(row: pd.Series[float], lang: str) -> tuple[str, ...]:
    """Return the cells of a step's figures."""
    rose, fell = (f"{row[one]:.0%}" for one in ("rose", "fell"))
    change = f"{_number(row['change'], sign=True)}"
    between = f"{_number(row['low'], sign=True)} … {_number(row['high'], sign=True)}"
    return (
        _number(row["before"]),
        _number(row["after"]),
        f"{change} ({between})",
        f"{rose} / {fell}",
        f"**{WORDS[lang][str(row['direction'])]}**",
    )


def _number(value: float, *, sign: bool = False) -> str:
    text = f"{value:{'+' if sign else ''}.{DIGITS}g}"
    return text.replace("-", "−")


def _step(lesson: Lesson, lang: str) -> str:
    """Return the predicted step in words."""
    return "; ".join(
        _at(control, lesson.prediction.to[control.name], lang)
        for control in lesson.controls
        if control.name in lesson.prediction.to
    )


def _moved(lesson: Lesson, step: str, lang: str) -> str:
    """Return in words where a step moves its one control."""
    name, _, position = step.rpartition("=")
    (control,) = (one for one in lesson.controls if one.name == name)
    there = position if isinstance(control, Choice) else float(position)
    return _at(control, there, lang)


def _at(control: Control, position: Position, lang: str) -> str:
    """Return a control with where it begins and where it is moved to."""
    if isinstance(control, Choice):
        begin, there = (
            in_words(control.options[str(one)].label, lang)
            for one in (control.at, position)
        )
    else:
        begin, there = f"{control.at:g}", f"{position:g}"
    return f"{in_words(control.label, lang)}: {begin} → {there}"


WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "glossary header": "term | 한국어 | meaning | cited | paper",
        "lessons header": " | lesson | whose idea | world | what may be moved",
        "name": "Name: ______________________________ Date: ______________",
        "predict": "1. Predict.",
        "boxes": "☐ It rises  ☐ It falls  ☐ It cannot be told from luck",
        "because": "Because:",
        "run": "2. Run.",
        "ran": "{outcome} ({unit}) goes from ________ to ________. It rises in ____% "
        "of the futures. I was ☐ right ☐ wrong.",
        "no unit": "no unit",
        "move": "3. Move.",
        "moved": "One control at a time. What happens, and in which picture do you "
        "see it?",
        "move header": "control | from … to | what I saw at one end | at the other",
        "between": "{low} to {high}",
        "explain": "4. Explain.",
        "month": "Take {month} apart (question {question}, future {row}). Which term "
        "is the largest, and where does it come from?",
        "theory": "5. The theory.",
        "parted": "Does the model agree? Try all three: ☐ first guesses ☐ sets that "
        "fit the record ☐ the whole ranges. What would you change in the model, or in "
        "the theory?",
        "discuss": "6. Discuss.",
        "step": "The predicted step",
        "outcome": "What is predicted",
        "expected": "{who} expects",
        "higher": "it rises",
        "lower": "it falls",
        "same": "not told from luck",
        "agrees": "yes",
        "differs": "no",
        "taken": "first guesses",
        "taken central": "first guesses",
        "taken calibrated": "sets that fit 2012 to 2020",
        "taken ranges": "the whole ranges",
        "key header": "what nobody moved is taken as | before | after | change (95%) | "
        "rises / falls in | the model | as the author expects",
        "alone": "Each control alone, from where the lesson begins ({known}):",
        "alone header": "moved | before | after | change (95%) | rises / falls in | "
        "the model",
        "not shown": "What it does not show.",
    },
    "ko": {
        "glossary header": "용어 | English | 뜻 | 인용 | 논문",
        "lessons header": " | 수업 | 누구의 생각 | 세계 | 움직일 수 있는 것",
        "name": "이름: ______________________________ 날짜: ______________",
        "predict": "1. 예측.",
        "boxes": "☐ 커진다  ☐ 작아진다  ☐ 운과 구별되지 않는다",
        "because": "까닭:",
        "run": "2. 실행.",
        "ran": "{outcome}({unit}): ________에서 ________로. 미래의 ____%에서 커진다. "
        "내 예측은 ☐ 맞았다 ☐ 틀렸다.",
        "no unit": "단위 없음",
        "move": "3. 움직이기.",
        "moved": "한 번에 하나씩 움직인다. 무엇이 일어나며 어느 그림에서 보이는가?",
        "move header": "조절값 | 범위 | 한쪽 끝에서 본 것 | 다른 쪽 끝에서 본 것",
        "between": "{low}–{high}",
        "explain": "4. 설명.",
        "month": "{month} 한 달을 뜯어본다(물음 {question}, 미래 {row}번)."
        " 가장 큰 항은 무엇이며 어디에서 오는가?",
        "theory": "5. 이론.",
        "parted": "모형도 그렇게 말하는가? 세 가지로 해 본다. ☐ 처음 추측한 값 ☐ 기록에"
        " 맞는 집합 ☐ 범위 전체. 모형이나 이론에서 무엇을 고치겠는가?",
        "discuss": "6. 토론.",
        "step": "예측하는 걸음",
        "outcome": "예측하는 것",
        "expected": "예상({who})",
        "higher": "커진다",
        "lower": "작아진다",
        "same": "운과 구별되지 않는다",
        "agrees": "예",
        "differs": "아니요",
        "taken": "처음 추측한 값",
        "taken central": "처음 추측한 값",
        "taken calibrated": "2012–2020년에 맞는 집합",
        "taken ranges": "범위 전체",
        "key header": "아무도 움직이지 않은 것 | 이전 | 이후 | 변화 (95%) | "
        "커진 / 작아진 비율 | 모형 | 예상과 같은가",
        "alone": "시작 위치에서 하나씩만 움직였을 때({known}):",
        "alone header": "움직인 것 | 이전 | 이후 | 변화 (95%) | 커진 / 작아진 비율 | "
        "모형",
        "not shown": "이 수업이 보여 주지 않는 것.",
    },
}
"""Words of the printed pages."""
