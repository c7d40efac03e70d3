"""The sandbox: any scenario, anything moved, compared with any other, and saved."""

from __future__ import annotations

import asyncio
import functools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nicegui import ui

from analysis import cards
from analysis.catalogue import OUTCOMES
from analysis.classroom.desk import BusyError, Question
from analysis.classroom.reading import read
from analysis.classroom.settings import (
    MOST_MONTHS,
    ROWS,
    SEED,
    Setting,
    as_file,
    from_file,
)
from analysis.interfaces.classroom.controls import Dial, doubt, scenario_titles, select
from analysis.interfaces.classroom.figures import Course
from analysis.interfaces.classroom.frame import (
    frame,
    heading,
    plain_table,
    prose,
)
from analysis.interfaces.classroom.words import noted, signed
from analysis.interfaces.report.changes import changes
from analysis.interfaces.text import TEXT
from analysis.why.words import unit_words
from sim.errors import InputError
from sim.parameters import CARDS, card_of
from sim.scenario.bundles import lenses
from sim.scenario.reading import LARGEST_FILE, shorten
from sim.state import SERIES, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from nicegui.events import UploadEventArguments

    from analysis.classroom.desk import Answer
    from analysis.classroom.reading import Reading
    from analysis.interfaces.classroom.room import Room
    from analysis.interfaces.report.changes import Change
    from analysis.interfaces.text import Lang
    from sim.scenario import Scenario
    from sim.scenario.uncertainty import Uncertainty

__all__ = ["sandbox_page"]

FIRST, COMPARED = "trump", "baseline"
"""What a new sandbox shows."""

DRAWN = ("felt_threat.ROK.NK", "burden.ROK", "depth.NK.Russia")
"""The series that are drawn until others are chosen."""

MOST_DRAWN, MOST_DIALS = 6, 12

MOST_TOLD = 12
"""Outcomes that are shown at once, those that moved most by their spread first."""

MOST_DIFFERENCES = 60
"""Assumptions that are listed; two packaged scenarios differ in a few."""

FEWEST_MONTHS = 6


def sandbox_page(room: Room, lang: Lang) -> None:
    """Make the sandbox for one browser."""
    _Sandbox(room, lang).make()


class _Sandbox:
    """What one browser has put together."""

    def __init__(self, room: Room, lang: Lang) -> None:
        self.room, self.lang, self.words = room, lang, TEXT[lang]
        self.setting = Setting(scenario=FIRST)
        self.compared = COMPARED
        self.drawn: list[str] = list(DRAWN)
        self._loaded: Scenario | None = None
        self._asked = 0

    # ------------------------------------------------------------------- the page

    def make(self) -> None:
        words, lang = self.words, self.lang
        with frame(lang, words["class sandbox"], "/sandbox"):
            heading(1, words["class sandbox"])
            prose(words["class sandbox intro"], "lead")
            with ui.element("div").classes("panel"):
                self._worlds = ui.element("div").classes("dials")
                self._assumptions = ui.element("div")
            self._status = prose("", "quiet").props("role=status")
            self._series_chosen()
            self._figures = ui.element("div").classes("charts")
            heading(2, words["box outcomes"])
            self._outcomes = ui.element("div").props("aria-live=polite")
            heading(2, words["box differs"])
            self._differences = ui.element("div")
            heading(2, words["box save"])
            self._saving()
        self._show_worlds()
        self._show_assumptions()
        self._show_figures()
        ui.timer(0.05, self._refresh, once=True)

    def _show_worlds(self) -> None:
        words, lang = self.words, self.lang
        self._worlds.clear()
        names = scenario_titles(lang)
        mine = self._loaded.name if self._loaded else str(self.setting.scenario)
        own = dict(names)
        if self._loaded:
            own[mine] = f"{mine} ({words['box yours']})"
        theories = {"": words["box no lens"]} | {
            name: one.title[lang] for name, one in lenses().items()
        }
        with self._worlds:
            select(words["box scenario"], own, mine, self._choose)
            select(words["box compared"], names, self.compared, self._compare)
            select(
                words["box lens"], theories, self.setting.lens or "", self._see_through
            )
            Dial(
                words["box months"],
                (FEWEST_MONTHS, MOST_MONTHS),
                self.setting.months,
                self._look_ahead,
                step=1,
            )
            doubt(lang, self.setting.uncertainty, self._doubt)

    def _show_assumptions(self) -> None:
        """Show what was moved, what else may be, and the mechanisms."""
        words, moved = self.words, self.setting.moved
        self._assumptions.clear()
        with self._assumptions:
            heading(3, words["box moved"])
            with ui.element("div").classes("dials"):
                for name, at in moved.items():
                    self._dial(name, at)
            if len(moved) < MOST_DIALS:
                choices = {
                    k: v for k, v in _movable(self.lang).items() if k not in moved
                }
                select(words["box add"], choices, None, self._add)
            with ui.expansion(words["box mechanisms"]).classes("mechanisms"):
                for card in CARDS.values():
                    if card.kind == "mechanism":
                        self._switch(card.name)

    def _dial(self, name: str, at: float) -> None:
        card, state = card_of(name)
        low, high = card.range(state) if state else _range_of_all(name)

        async def moved(value: float) -> None:
            await self._change(moved={**self.setting.moved, name: value})

        async def left() -> None:
            rest = {k: v for k, v in self.setting.moved.items() if k != name}
            await self._change(self._show_assumptions, moved=rest)

        with ui.element("div"):
            Dial(
                cards.label(name, self.lang),
                (low, high),
                at,
                moved,
                note=noted(name, unit_words(card.unit, self.lang)),
                hint=cards.meaning(name, self.lang),
            )
            prose(cards.meaning(name, self.lang), "quiet")
            ui.button(self.words["box remove"].format(name=name), on_click=left).props(
                "flat dense"
            )

    def _switch(self, name: str) -> None:
        async def turned(event: Any) -> None:  # noqa: ANN401 (an event of NiceGUI)
            del event
            rest = {k: v for k, v in self.setting.moved.items() if k != name}
            if not switch.value:
                rest[name] = 0.0
            await self._change(self._show_assumptions, moved=rest)

        on = self.setting.moved.get(name, 1.0) > 0.0
        meaning = cards.meaning(name, self.lang)
        switch = ui.switch(f"{name}: {meaning}", value=on)
        switch.on("update:model-value", turned)

    def _series_chosen(self) -> None:
        async def chosen(event: Any) -> None:  # noqa: ANN401
            del event
            keys = [key for key in chooser.value or () if key in SERIES]
            self.drawn = keys[:MOST_DRAWN] or list(DRAWN)
            self._show_figures()
            await self._refresh()

        names = {key: label(key, self.lang) for key in SERIES}
        chooser = ui.select(
            names,
            value=list(self.drawn),
            multiple=True,
            with_input=True,
            label=self.words["box series"],
        )
        chooser.props(f"use-chips max-values={MOST_DRAWN}").classes("wide")
        chooser.on("update:model-value", chosen)

    def _show_figures(self) -> None:
        self._figures.clear()
        with self._figures:
            self._courses = [Course(key, self.lang) for key in self.drawn]

    def _saving(self) -> None:
        words = self.words
        with ui.element("div").classes("panel"):
            self._name = ui.input(words["box name"], value="my_scenario").props(
                "maxlength=80"
            )
            self._why = ui.input(words["box question"]).props("maxlength=1000")
            self._why.classes("wide")
            ui.button(words["box save"], on_click=self._save)
            self._saved = prose("", "quiet").props("role=status")
            upload = ui.upload(
                label=words["box load"],
                auto_upload=True,
                max_file_size=LARGEST_FILE,
                max_files=1,
                on_upload=self._load,
                on_rejected=lambda: self._said(words["box too large"], "bad"),
            )
            upload.props('accept=".yaml,.yml" flat bordered')
            self._reset_upload = upload.reset

    # ------------------------------------------------------------- what was chosen

    async def _change(
        self,
        show: Callable[[], None] | None = None,
        **changes: Any,  # noqa: ANN401 (fields of Setting)
    ) -> None:
        """Take a change if it makes sense, and show what it does.

        What has to be made anew is made before the answer is waited for: who goes on
        choosing meanwhile must not find it gone.
        """
        try:
            self.setting = replace(self.setting, **changes)
        except InputError as error:
            self._say(error.message)
            return
        if show is not None:
            show()
        await self._refresh()

    async def _choose(self, name: str) -> None:
        if self._loaded is not None and name == self._loaded.name:
            return
        was_loaded, self._loaded = self._loaded is not None, None
        await self._change(self._show_worlds if was_loaded else None, scenario=name)

    async def _compare(self, name: str) -> None:
        self.compared = name
        await self._refresh()

    async def _see_through(self, name: str) -> None:
        await self._change(lens=name or None)

    async def _look_ahead(self, months: float) -> None:
        await self._change(months=round(months))

    async def _doubt(self, uncertainty: Uncertainty) -> None:
        await self._change(uncertainty=uncertainty)

    async def _add(self, name: str) -> None:
        if name not in _movable(self.lang):
            return
        card, state = card_of(name)
        low, high = card.range(state) if state else _range_of_all(name)
        flat = name if state or card.flat_names == (name,) else card.flat_names[0]
        found = self.setting.base().settings().get(flat)
        at = found if isinstance(found, float) else card.value(state or _state_of(flat))
        moved = {**self.setting.moved, name: min(max(at, low), high)}
        await self._change(self._show_assumptions, moved=moved)

    # --------------------------------------------------------------- what is shown

    async def _refresh(self) -> None:
        self._asked += 1
        mine, words = self._asked, self.words
        self._say(words["class computing"].format(rows=ROWS))
        other = Setting(
            scenario=self.compared,
            uncertainty=self.setting.uncertainty,
            months=self.setting.months,
        )
        try:
            before, after = await asyncio.gather(
                self.room.desk.ask(self._question(other)),
                self.room.desk.ask(self._question(self.setting)),
            )
        except BusyError:
            self._say(words["class busy"])
            return
        if mine != self._asked:
            return
        self._show(before, after)
        self._say(
            words["class ready"].format(
                rows=ROWS, first=after.labels[1], last=after.labels[-1]
            )
        )

    def _question(self, setting: Setting) -> Question:
        return Question(
            setting=setting, series=tuple(self.drawn), outcomes=tuple(OUTCOMES)
        )

    def _show(self, before: Answer, after: Answer) -> None:
        names = self.compared, self.words["box yours"]
        for one in self._courses:
            if one.key in before.bands and one.key in after.bands:
                one.show(before, after, names)
        readings = [read(before, after, name) for name in OUTCOMES]
        self._show_outcomes(readings)
        self._show_differences(before.setting.whole(), after.setting.whole())

    def _show_outcomes(self, readings: list[Reading]) -> None:
        words, lang = self.words, self.lang
        told = [one for one in readings if one.direction != "same"]
        told.sort(key=lambda one: -abs(one.size))
        alike = [one for one in readings if one.direction == "same"]
        heads = ("outcome", "before", "after", "change", "interval", "rose")
        lines = [
            (
                f"{OUTCOMES[one.outcome].alone(lang)}"
                f" [{OUTCOMES[one.outcome].unit[lang]}]",
                _figure(one.before),
                _figure(one.after),
                signed(one.change),
                f"{signed(one.low)} … {signed(one.high)}",
                f"{one.rose:.0%}",
            )
            for one in told
        ]
        self._outcomes.clear()
        with self._outcomes:
            if not lines:
                prose(words["box nothing"])
                return
            named = [words[f"box {head}"] for head in heads]
            plain_table(named, lines[:MOST_TOLD])
            if len(lines) > MOST_TOLD:
                more = words["box more"].format(n=len(lines) - MOST_TOLD)
                with ui.expansion(more):
                    plain_table(named, lines[MOST_TOLD:])
            if alike:
                names = ", ".join(OUTCOMES[one.outcome].alone(lang) for one in alike)
                prose(words["box only different"].format(names=names), "quiet")

    def _show_differences(self, before: Scenario, after: Scenario) -> None:
        words = self.words
        found = changes(before, after)
        lines = [
            (_where(one, self.lang), _cell(one.before), _cell(one.after))
            for one in found[:MOST_DIFFERENCES]
        ]
        self._differences.clear()
        with self._differences:
            if lines:
                heads = words["box assumption"], self.compared, words["box yours"]
                plain_table(heads, lines)
            else:
                prose(words["box nothing"])
            if len(found) > len(lines):
                prose(f"+ {len(found) - len(lines)}", "quiet")

    def _say(self, words: str) -> None:
        self._status.set_text(words)

    # --------------------------------------------------------------- files

    def _save(self) -> None:
        whole = self.setting.whole()
        named = whole.model_copy(
            update={
                "name": self._name.value,
                "question": self._why.value or whole.question,
            }
        )
        content = as_file(named)
        try:
            # What could not be read again is not worth saving.
            from_file(content.encode(), "")
        except InputError as error:
            self._said(error.message, "bad")
            return
        ui.download.content(content, f"{named.name}.yaml")
        command = f"dilemma run {named.name}.yaml --runs {ROWS} --seed {SEED} --fast"
        self._said(self.words["box unsaved"].format(command=command), "quiet")

    def _said(self, words: str, classes: str) -> None:
        self._saved.set_text(words)
        self._saved.classes(replace=classes)

    async def _load(self, event: UploadEventArguments) -> None:
        name = Path(event.file.name).name
        content = await event.file.read()
        self._reset_upload()
        try:
            setting = await asyncio.to_thread(
                from_file, content, name, most_moved=MOST_DIALS
            )
        except InputError as error:
            where = f", line {error.line}" if error.line else ""
            self._said(f"{name}{where}: {error.message}", "bad")
            return
        self._loaded, self.setting = setting.base(), setting
        self._said(self.words["box loaded"].format(name=self._loaded.name), "quiet")
        self._show_worlds()
        self._show_assumptions()
        await self._refresh()


@functools.cache
def _movable(lang: Lang) -> dict[str, str]:
    """Return everything that may be moved, with what it means."""
    return {
        name: f"{cards.label(name, lang)} ({name})"
        for card in CARDS.values()
        if card.kind != "mechanism"
        for name in dict.fromkeys([card.name, *card.flat_names])
    }


def _range_of_all(name: str) -> tuple[float, float]:
    """Return the range that every state's copy of a parameter has."""
    card, _ = card_of(name)
    ranges = [card.range(_state_of(flat)) for flat in card.flat_names]
    return max(low for low, _ in ranges), min(high for _, high in ranges)


def _state_of(flat: str) -> str | None:
    return flat.partition(".")[2] or None


def _where(change: Change, lang: Lang) -> str:
    named = change.named(lang)
    return f"{named} ({change.path})" if named else change.path


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.3g}"


def _cell(value: object) -> str:
    return f"{value:g}" if isinstance(value, (int, float)) else shorten(value, 40)
