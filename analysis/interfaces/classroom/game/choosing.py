"""What a team chooses for one state, beside what its advisers expect of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import background_tasks, ui

from analysis.game.advisers import FUTURES, MEASURES
from analysis.game.session import RefusedError
from analysis.interfaces.classroom.frame import heading, plain_table, prose, text
from analysis.interfaces.classroom.game.words import expected, level
from analysis.interfaces.text import TEXT
from sim.cast import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nicegui.elements.mixins.text_element import TextElement

    from analysis.game.advisers import Advice, Outlook
    from analysis.game.choices import Choice
    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["Choosing"]

_LEFT = ""
"""Stands for leaving a choice to the advisers."""


class Choosing:
    """The choices of one state in one turn, in one browser.

    They stand in the session: another browser of the team shows the same, and so does
    this one when it comes back.

    Parameters
    ----------
    session : Session
        The game.
    token : str
        The team's secret.
    state : str
        Whose choices.
    lang : {'en', 'ko'}
        The language.
    act : callable
        Does something, or says why it is refused; returns whether it was done.
    """

    def __init__(
        self,
        session: Session,
        token: str,
        state: str,
        lang: Lang,
        act: Callable[[Callable[[], object]], bool],
    ) -> None:
        self.session, self.token, self.state = session, token, state
        self.lang, self.words, self._act = lang, TEXT[lang], act
        self.turn = session.board.turn
        self._inputs: dict[tuple[str, str], ui.element] = {}
        self._cells: dict[tuple[str, str, str], TextElement] = {}
        self._proposed: dict[str, TextElement] = {}
        self._asked = 0
        self.place = ui.element("div").classes("choosing")
        with self.place:
            self._make()

    # ----------------------------------------------------------------------- the form

    def _make(self) -> None:
        words, name = self.words, LABELS[self.lang][self.state]
        heading(3, words["game choose"].format(state=name))
        prose(words["game choose note"].format(futures=FUTURES), "quiet")
        self._thinking = prose(words["game thinking"], "quiet").props("role=status")
        for choice in self.session.board.choices(self.state):
            self._group(choice)
        heading(4, words["game together"])
        prose(words["game together note"], "quiet")
        self._together = ui.element("div").classes("together").props("aria-live=polite")
        self._deciding = ui.element("div").classes("deciding")
        background_tasks.create(self._advise(), name="advice")

    def _group(self, choice: Choice) -> None:
        words, lang = self.words, self.lang
        with ui.element("fieldset").classes("choice"):
            text("legend", choice.label(lang))
            with ui.element("table"):
                with ui.element("thead"), ui.element("tr"):
                    text("th", words["game option"]).props("scope=col")
                    for measure in MEASURES:
                        text("th", words[f"game measure {measure}"]).props("scope=col")
                with ui.element("tbody"):
                    self._left(choice)
                    for option in choice.options:
                        self._option(choice, option)

    def _left(self, choice: Choice) -> None:
        """Make the row that leaves a choice to the advisers."""
        with ui.element("tr"):
            with ui.element("th").props("scope=row"):
                self._radio(choice, _LEFT, self.words["game leave"])
                self._proposed[choice.name] = text("span", "", "quiet proposed")
            reference = text("td", self.words["game reference"], "quiet reference")
            reference.props(f"colspan={len(MEASURES)}")

    def _option(self, choice: Choice, option: str) -> None:
        with ui.element("tr"):
            with ui.element("th").props("scope=row"):
                self._radio(choice, option, choice.said(option, self.lang))
            for measure in MEASURES:
                cell = text("td", "…", "number")
                # On a phone, where rows are blocks, cells say what they are about.
                cell.props["data-label"] = self.words[f"game measure {measure}"]
                self._cells[choice.name, option, measure] = cell

    def _radio(self, choice: Choice, option: str, words: str) -> None:
        with ui.element("label"):
            one = ui.element("input")
            one.props(f"type=radio name={self.state}-{choice.name} value={option!r}")
            text("span", words)
        one.on(
            "change",
            lambda: self._choose(choice.name, option),
            js_handler="() => emit()",
        )
        self._inputs[choice.name, option] = one

    # ------------------------------------------------------------------ what is chosen

    @property
    def drafted(self) -> dict[str, str]:
        """What is chosen so far."""
        return dict(self.session.drafts.get(self.state, {}))

    @property
    def committed(self) -> bool:
        """Whether it is final."""
        return self.state in self.session.committed

    @property
    def current(self) -> bool:
        """Whether the turn is still the one that is shown."""
        return self.session.status != "over" and self.turn == self.session.board.turn

    def _choose(self, name: str, option: str) -> None:
        drafted = self.drafted
        drafted.pop(name, None)
        if option != _LEFT:
            drafted[name] = option
        if not self._act(lambda: self._draft(drafted)):
            self._check(force=True)

    def _draft(self, drafted: dict[str, str]) -> None:
        team = self.session.team(self.token)
        if team is None or not self.current:
            raise RefusedError("not_open")
        self.session.draft(team, self.state, drafted)

    def _decide(self, what: str) -> None:
        team = self.session.team(self.token)
        if team is None or not self.current:
            raise RefusedError("not_open")
        getattr(self.session, what)(team, self.state)

    # ------------------------------------------------------------------- what is shown

    def tell_drafted(self) -> None:
        """Show what is chosen, and ask what is expected of it."""
        self._check()
        background_tasks.create(self._look_ahead(), name="outlook")

    def tell_committed(self) -> None:
        """Show whether it is final, and what can be done about it."""
        words, name = self.words, LABELS[self.lang][self.state]
        self.place.classes(
            add="committed" if self.committed else None,
            remove=None if self.committed else "committed",
        )
        for one in self._inputs.values():
            one.props["disabled"] = self.committed
            one.update()
        self._deciding.clear()
        with self._deciding:
            if self.committed:
                prose(words["game committed"].format(state=name), "good")
                self._button(words["game reopen"], "reopen").props("outline")
                return
            if self.session.status == "running":
                self._button(words["game commit"].format(state=name), "commit")
            paused = self.session.status == "paused"
            prose(words["game paused" if paused else "game saved"], "quiet")

    def _button(self, words: str, what: str) -> ui.button:
        return ui.button(words, on_click=lambda: self._act(lambda: self._decide(what)))

    def _check(self, *, force: bool = False) -> None:
        """Check the inputs that are chosen, and no others."""
        drafted = self.drafted
        for (name, option), one in self._inputs.items():
            checked = drafted.get(name, _LEFT) == option
            if force or bool(one.props.get("checked")) != checked:
                one.props["checked"] = checked
                one.update()

    async def _advise(self) -> None:
        try:
            advice = await self.session.advice(self.state)
        except RefusedError:
            return
        if self._thinking.is_deleted or not self.current:
            return
        self._thinking.set_text("")
        for choice in self.session.board.choices(self.state):
            self._tell_advice(choice, advice)

    def _tell_advice(self, choice: Choice, advice: Advice) -> None:
        proposed = choice.said(advice.proposed[choice.name], self.lang)
        words = self.words["game proposed"].format(option=proposed)
        self._proposed[choice.name].set_text(words)
        for option in choice.options:
            found = advice.options[choice.name, option]
            for measure in MEASURES:
                one = found[measure]
                cell = self._cells[choice.name, option, measure]
                alone = advice.alone[measure]
                cell.set_text(expected(measure, one, alone, self.lang))
                cell.classes({1: "more", -1: "less"}.get(one.direction, "quiet"))

    async def _look_ahead(self) -> None:
        """Show what is expected of the whole; a late answer is dropped."""
        self._asked += 1
        mine = self._asked
        try:
            alone = (await self.session.advice(self.state)).alone
            # What leaves all to the advisers has been looked at.
            drafted = self.drafted
            found = await self.session.outlook(self.state) if drafted else alone
        except RefusedError:
            return
        if mine == self._asked and not self._together.is_deleted and self.current:
            self._together.clear()
            with self._together:
                self._show_together(alone, found)

    def _show_together(
        self, alone: Mapping[str, Outlook], found: Mapping[str, Outlook]
    ) -> None:
        words, lang = self.words, self.lang
        heads = ("measure", "as advisers", "as chosen", "change")
        lines: list[tuple[Any, ...]] = [
            (
                words[f"game measure {measure}"],
                level(measure, alone[measure], lang),
                level(measure, found[measure], lang),
                expected(measure, found[measure], alone[measure], lang),
            )
            for measure in MEASURES
        ]
        plain_table([words[f"game {head}"] for head in heads], lines)
