"""The page of a lesson: predict, run, explain."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from nicegui import app, ui

from analysis import cards
from analysis.catalogue import OUTCOMES
from analysis.classroom.desk import BusyError, Question
from analysis.classroom.glossary import glossary
from analysis.classroom.lesson import Choice, Slider
from analysis.classroom.reading import DIRECTIONS, read
from analysis.classroom.settings import ROWS
from analysis.interfaces.classroom.because import show_because
from analysis.interfaces.classroom.controls import Dial, choice, doubt
from analysis.interfaces.classroom.figures import Course, Plane, Worlds
from analysis.interfaces.classroom.frame import frame, heading, prose, text
from analysis.interfaces.classroom.words import noted, signed
from analysis.interfaces.text import TEXT
from analysis.why.words import unit_words
from sim.errors import InputError
from sim.parameters import card_of
from sim.state import label

if TYPE_CHECKING:
    from analysis.classroom.desk import Answer
    from analysis.classroom.lesson import Control, Lesson, Position
    from analysis.classroom.reading import Direction, Reading
    from analysis.classroom.settings import Setting
    from analysis.interfaces.classroom.room import Room
    from analysis.interfaces.text import Lang
    from sim.scenario.uncertainty import Uncertainty

__all__ = ["lesson_page"]


def lesson_page(room: Room, lesson: Lesson, lang: Lang) -> None:
    """Make the page of a lesson for one browser."""
    _LessonPage(room, lesson, lang).make()


class _LessonPage:
    """A lesson in one browser: where its controls stand, and what is shown of them."""

    def __init__(self, room: Room, lesson: Lesson, lang: Lang) -> None:
        self.room, self.lesson, self.lang = room, lesson, lang
        self.words = TEXT[lang]
        self.who = str(app.storage.browser["id"])
        self.positions: dict[str, Position] = dict(lesson.predicted)
        self.uncertainty: Uncertainty = lesson.uncertainty
        self._asked = 0
        self._dials: dict[str, Any] = {}

    # ------------------------------------------------------------------- the page

    def make(self) -> None:
        lesson, words, lang = self.lesson, self.words, self.lang
        title = getattr(lesson.title, lang)
        with frame(lang, title, f"/lesson/{lesson.name}"):
            prose(words["class lesson"].format(n=lesson.number), "quiet")
            heading(1, title)
            prose(getattr(lesson.idea, lang), "lead")
            heading(2, words["class predict"])
            self._predict = ui.element("div")
            heading(2, words["class run"])
            self._run = ui.element("div")
            heading(2, words["class explain"])
            self._explain = ui.element("div")
            heading(2, words["class theory"])
            self._theory()
        self._show_prediction()
        if self.room.committed(lesson.name, self.who) is not None:
            ui.timer(0.05, self._open, once=True)
            return
        for place in (self._run, self._explain):
            with place:
                prose(words["class first predict"], "quiet")
        # While the student thinks, the answer is made ready.
        ui.timer(0.05, self._prepare, once=True)

    async def _prepare(self) -> None:
        with suppress(BusyError):
            await self._answers(self.lesson.start, self.lesson.predicted)
            await self._four_worlds()

    def _show_prediction(self) -> None:
        words, lesson = self.words, self.lesson
        said = self.room.committed(lesson.name, self.who)
        self._predict.clear()
        with self._predict:
            prose(getattr(lesson.prediction.question, self.lang))
            if said is None:
                options = {one: words[f"class {one}"] for one in DIRECTIONS}
                chosen = ui.radio(options).props(
                    f'aria-label="{words["class predict"]}"'
                )
                commit = ui.button(
                    words["class commit"], on_click=lambda: self._commit(chosen.value)
                )
                commit.bind_enabled_from(chosen, "value", bool)
                return
            prose(words["class committed"].format(what=words[f"class {said}"]))
            prose(said_in_room(self.room, lesson.name, self.lang), "quiet")

    async def _commit(self, what: Direction) -> None:
        if what not in DIRECTIONS:
            return
        self.room.commit(self.lesson.name, self.who, what)
        self._show_prediction()
        await self._open()

    async def _open(self) -> None:
        """Show what comes after a prediction."""
        for place in (self._run, self._explain):
            place.clear()
        with self._run:
            self._result = ui.element("div").props("aria-live=polite")
            self._controls()
            self._status = prose("", "quiet").props("role=status")
            self._figures()
        with self._explain:
            prose(self.words["class why intro"], "quiet")
            ui.button(self.words["class why button"], on_click=self._take_apart)
            self._because = ui.element("div").props("aria-live=polite")
        await self._show_result()
        await self._refresh()

    def _controls(self) -> None:
        words = self.words
        heading(3, words["class move"])
        with ui.element("div").classes("panel"):
            with ui.element("div").classes("dials"):
                for control in self.lesson.controls:
                    self._dials[control.name] = self._dial(control)
            with ui.row():
                ui.button(
                    words["class reset"], on_click=lambda: self._put(self.lesson.start)
                ).props("flat dense")
                ui.button(
                    words["class back"],
                    on_click=lambda: self._put(self.lesson.predicted),
                ).props("flat dense")
            doubt(self.lang, self.uncertainty, self._doubt)

    def _dial(self, control: Control) -> Any:  # noqa: ANN401 (an element of NiceGUI)
        words, lang = self.words, self.lang

        async def moved(position: Position) -> None:
            self.positions[control.name] = position
            await self._refresh()

        at = self.positions[control.name]
        if isinstance(control, Slider):
            card, _ = card_of(control.parameter)
            start = words["class from here"].format(value=f"{control.at:g}")
            return Dial(
                getattr(control.label, lang),
                control.ends,
                float(at),
                moved,
                note=noted(start, unit_words(card.unit, lang)),
                hint=cards.meaning(control.parameter, lang),
            )
        assert isinstance(control, Choice)
        options = {
            name: getattr(option.label, lang)
            for name, option in control.options.items()
        }
        return choice(getattr(control.label, lang), options, str(at), moved)

    async def _put(self, positions: dict[str, Position]) -> None:
        """Put every control somewhere at once."""
        self.positions = dict(positions)
        for name, dial in self._dials.items():
            dial.set_value(self.positions[name])
        await self._refresh()

    async def _doubt(self, uncertainty: Uncertainty) -> None:
        self.uncertainty = uncertainty
        await self._show_result()
        await self._refresh()

    # --------------------------------------------------------------- what is asked

    def _question(self, positions: dict[str, Position]) -> Question:
        return Question(
            setting=self.lesson.setting(positions, self.uncertainty),
            series=self.lesson.series,
            outcomes=(self.lesson.prediction.outcome,),
        )

    async def _answers(self, *asked: dict[str, Position]) -> list[Answer]:
        """Ask for several positions at once; they are run together."""
        desk = self.room.desk
        return list(
            await asyncio.gather(*(desk.ask(self._question(one)) for one in asked))
        )

    async def _show_result(self) -> None:
        try:
            before, after = await self._answers(
                self.lesson.start, self.lesson.predicted
            )
        except BusyError:
            self._say(self.words["class busy"])
            return
        reading = read(before, after, self.lesson.prediction.outcome)
        self._result.clear()
        with self._result, ui.element("div").classes("panel"):
            self._judged(reading)

    def _judged(self, reading: Reading) -> None:
        words, lang, lesson = self.words, self.lang, self.lesson
        said = self.room.committed(lesson.name, self.who)
        right = said == reading.direction
        prose(self._in_words(reading))
        prose(
            words["class you were right" if right else "class you were wrong"],
            "good" if right else "bad",
        )
        asked = lesson.prediction
        agrees = asked.expected == reading.direction
        phrase = "class author agrees" if agrees else "class author differs"
        prose(
            words[phrase].format(
                author=getattr(lesson.claim.author, lang),
                expected=words[f"class {asked.expected}"].lower(),
                reason=getattr(asked.reason, lang),
            )
        )

    def _in_words(self, reading: Reading) -> str:
        words, outcome = self.words, OUTCOMES[reading.outcome]
        direction = words[f"class outcome {reading.direction}"].format(
            outcome=outcome.alone(self.lang)
        )
        return words["class result"].format(
            direction=direction,
            change=signed(reading.change),
            unit=outcome.unit[self.lang],
            low=signed(reading.low),
            high=signed(reading.high),
            before=f"{reading.before:.3g}",
            after=f"{reading.after:.3g}",
            rose=round(reading.rose * ROWS),
            fell=round(reading.fell * ROWS),
            rows=ROWS,
        )

    # --------------------------------------------------------------- what is drawn

    def _figures(self) -> None:
        lang, lesson = self.lang, self.lesson
        self._courses: list[Course | Plane] = []
        self._worlds: list[Worlds] = []
        with ui.element("div").classes("charts"):
            for chart in lesson.charts:
                title = getattr(chart.title, lang)
                if chart.kind == "plane":
                    self._courses.append(Plane(chart.series, lang, title))
                elif chart.kind == "worlds":
                    across, down = (
                        getattr(one.label, lang) for one in lesson.controls[:2]
                    )
                    outcome = OUTCOMES[lesson.prediction.outcome]
                    worlds = Worlds(outcome, (across, down), lang, title)
                    self._worlds.append(worlds)
                for key in chart.series if chart.kind == "course" else ():
                    alone = len(chart.series) == 1
                    own = title if alone else f"{title}: {label(key, lang)}"
                    self._courses.append(Course(key, lang, own))

    async def _refresh(self) -> None:
        """Show what the controls say; a late answer to an older question is dropped."""
        self._asked += 1
        mine, words = self._asked, self.words
        self._say(words["class computing"].format(rows=ROWS))
        try:
            before, after = await self._answers(self.lesson.start, self.positions)
            corners = await self._four_worlds()
        except BusyError:
            self._say(words["class busy"])
            return
        if mine != self._asked:
            return
        names = words["class start line"], words["class now line"]
        for figure in self._courses:
            figure.show(before, after, names)
        for worlds in self._worlds:
            worlds.show(corners)
        reading = read(before, after, self.lesson.prediction.outcome)
        said = words["class ready"].format(
            rows=ROWS, first=after.labels[1], last=after.labels[-1]
        )
        if self.positions != self.lesson.predicted:
            said += f" {words['class now']} {self._in_words(reading)}"
        self._say(said)

    async def _four_worlds(self) -> list[Answer]:
        """Return the answers at the four corners of the first two sliders, if shown."""
        if not any(chart.kind == "worlds" for chart in self.lesson.charts):
            return []
        one, other = (c for c in self.lesson.controls[:2] if isinstance(c, Slider))
        return await self._answers(
            *(
                {**self.lesson.start, one.name: x, other.name: y}
                for y in other.ends
                for x in one.ends
            )
        )

    def _say(self, words: str) -> None:
        self._status.set_text(words)

    # ------------------------------------------------------------ what is explained

    async def _take_apart(self) -> None:
        asked = self.lesson.why
        setting: Setting = self.lesson.setting(self.positions, self.uncertainty)
        self._because.clear()
        with self._because:
            ui.spinner()
        try:
            because = await self.room.why(setting, asked, self.lang)
        except InputError as error:
            self._because.clear()
            with self._because:
                prose(error.message, "bad")
            return
        self._because.clear()
        with self._because, ui.element("div").classes("panel"):
            prose(
                self.words["class why run"].format(row=asked.row, month=asked.month),
                "quiet",
            )
            show_because(because)

    def _theory(self) -> None:
        words, lang, claim = self.words, self.lang, self.lesson.claim
        prose(getattr(claim.words, lang), "lead")
        prose(
            words["class by"].format(author=getattr(claim.author, lang))
            + f" [{', '.join(claim.sources)}]",
            "quiet",
        )
        heading(3, words["class terms"])
        with ui.element("dl"):
            for name in claim.terms:
                entry = glossary()[name]
                other = "ko" if lang == "en" else "en"
                text("dt", f"{entry.term[lang]} ({entry.term[other]})")
                text("dd", entry.meaning[lang])
        heading(3, words["class not shown"])
        prose(getattr(self.lesson.not_shown, lang))
        heading(3, words["class discuss"])
        with ui.element("ul"):
            for question in self.lesson.discuss:
                text("li", getattr(question, lang))


def said_in_room(room: Room, lesson: str, lang: Lang) -> str:
    """Return in words how many have predicted what."""
    words, said = TEXT[lang], room.said(lesson)
    counts = [
        words["class one said"].format(n=said[one], what=words[f"class {one}"])
        for one in DIRECTIONS
        if said[one]
    ]
    return words["class room says"].format(
        said=", ".join(counts) or words["class nobody"]
    )
