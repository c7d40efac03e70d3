"""What a team chooses for one state, beside what its advisers expect of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import background_tasks, ui

from analysis.game.advisers import FUTURES, MEASURES
from analysis.game.session import RefusedError
from analysis.interfaces.classroom.frame import heading, plain_table, prose
from analysis.interfaces.classroom.game.words import expected, level
from analysis.interfaces.classroom.markup import Markup, put, tag
from analysis.interfaces.text import TEXT
from sim.cast import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.game.advisers import Advice, Outlook
    from analysis.game.choices import Choice
    from analysis.game.session import Session
    from analysis.interfaces.text import Lang

__all__ = ["KEEPS_FOCUS", "Choosing"]

_LEFT = ""
"""Stands for leaving a choice to the advisers."""

KEEPS_FOCUS = """<script>
  let last = null;
  document.addEventListener("focusin", (event) => { last = event.target; });
  document.addEventListener("focusout", (event) => {
    if (event.relatedTarget) last = null;
  });
  new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const same = (one) => one.name === last.name && one.value === last.value;
    const found = [...document.querySelectorAll(".choice input")].find(same);
    if (found) found.focus({ preventScroll: true });
  }).observe(document, { childList: true, subtree: true });
</script>"""
"""Gives the focus to the radio button that takes the place of the one that had it.

Choices are made anew as a whole when advice arrives or another browser of the team
chooses; whoever uses keys goes on where they were. Once in a page, in its head.
"""


_TELLS = """(event) => {
  const made = event.target.closest("fieldset").dataset.told;
  emit(event.target.name, event.target.value, made);
}"""
"""Tells which radio button was chosen, and in which making of its group."""


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
        self.choices = {one.name: one for one in session.board.choices(state)}
        self._groups: dict[str, ui.html] = {}
        self._checked: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._advice: Advice | None = None
        self._asked = self._told = 0
        self.place = ui.element("div").classes("choosing")
        with self.place:
            self._make()

    # ----------------------------------------------------------------------- the form

    def _make(self) -> None:
        words, name = self.words, LABELS[self.lang][self.state]
        heading(3, words["game choose"].format(state=name))
        prose(words["game choose note"].format(futures=FUTURES), "quiet")
        self._thinking = prose(words["game thinking"], "quiet").props("role=status")
        with ui.element("div") as groups:
            for name in self.choices:
                self._groups[name] = put()
        groups.on(
            "change",
            lambda event: self._heard(event.args),
            js_handler=_TELLS,
        )
        heading(4, words["game together"])
        prose(words["game together note"], "quiet")
        self._together = ui.element("div").classes("together").props("aria-live=polite")
        with ui.element("div").classes("deciding"):
            self._chosen = prose("", "chosen").props("role=status")
            self._deciding = ui.element("div")
        background_tasks.create(self._advise(), name="advice")

    def _tell_group(self, name: str) -> None:
        """Show a choice as it stands: what is checked, and what is expected."""
        words, choice = self.words, self.choices[name]
        named = (words["game option"], *(words[f"game measure {m}"] for m in MEASURES))
        heads = (tag("th", one, scope="col") for one in named)
        options = (self._option(choice, one) for one in choice.options)
        # Made anew even where nothing differs: a browser may show a check refused.
        self._told += 1
        self._shown[name] = str(self._told)
        self._groups[name].set_content(
            tag(
                "fieldset",
                tag("legend", choice.label(self.lang)),
                tag(
                    "table",
                    tag("thead", tag("tr", *heads)),
                    tag("tbody", self._left(choice), *options),
                ),
                cls="choice",
                data_told=self._shown[name],
            )
        )

    def _left(self, choice: Choice) -> Markup:
        """Return the row that leaves a choice to the advisers."""
        words, proposed = self.words, ""
        if self._advice is not None:
            option = choice.said(self._advice.proposed[choice.name], self.lang)
            proposed = words["game proposed"].format(option=option)
        return tag(
            "tr",
            tag(
                "th",
                self._radio(choice, _LEFT, words["game leave"]),
                tag("span", proposed, cls="quiet proposed"),
                scope="row",
            ),
            tag(
                "td",
                words["game reference"],
                cls="quiet reference",
                colspan=str(len(MEASURES)),
            ),
        )

    def _option(self, choice: Choice, option: str) -> Markup:
        radio = self._radio(choice, option, choice.said(option, self.lang))
        cells = (self._cell(choice, option, measure) for measure in MEASURES)
        return tag("tr", tag("th", radio, scope="row"), *cells)

    def _cell(self, choice: Choice, option: str, measure: str) -> Markup:
        """Return what is expected of an option, or that it is being thought about."""
        said, look = "…", "quiet"
        if self._advice is not None:
            one = self._advice.options[choice.name, option][measure]
            said = expected(measure, one, self._advice.alone[measure], self.lang)
            look = {1: "more", -1: "less"}.get(one.direction, "quiet")
        # On a phone, where rows are blocks, cells say what they are about.
        label = self.words[f"game measure {measure}"]
        return tag("td", said, cls=f"number {look}", data_label=label)

    def _radio(self, choice: Choice, option: str, words: str) -> Markup:
        one = tag(
            "input",
            type="radio",
            name=f"{self.state}-{choice.name}",
            value=option,
            checked=self._checked.get(choice.name, _LEFT) == option,
            disabled=self.committed,
        )
        return tag("label", one, tag("span", words))

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

    def _heard(self, told: object) -> None:
        """Take the name and the value of a radio button, or whatever else was sent."""
        match told:
            case [str(named), str(option), *made]:
                name = named.removeprefix(f"{self.state}-")
                if name in self.choices:
                    self._choose(name, option, made)

    def _choose(self, name: str, option: str, made: list[object]) -> None:
        """Take what was checked in this browser, which shows it already.

        Unless its group was made anew while the click was on its way, or the click is
        refused: then it is shown what stands.
        """
        drafted = self.drafted
        drafted.pop(name, None)
        if option != _LEFT:
            drafted[name] = option
        self._checked[name] = option
        if not self._act(lambda: self._draft(drafted)) or made != [self._shown[name]]:
            self._checked[name] = self.drafted.get(name, _LEFT)
            self._tell_group(name)

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
        drafted = self.drafted
        for name in self.choices:
            option = drafted.get(name, _LEFT)
            if self._checked.get(name) != option:
                self._checked[name] = option
                self._tell_group(name)
        said = [
            f"{self.choices[name].label(self.lang)}:"
            f" {self.choices[name].said(option, self.lang)}"
            for name, option in drafted.items()
        ]
        chosen = self.words["game chosen"].format(what="; ".join(said))
        self._chosen.set_text(chosen if said else self.words["game none chosen"])
        background_tasks.create(self._look_ahead(), name="outlook")

    def tell_committed(self) -> None:
        """Show whether it is final, and what can be done about it."""
        words, name = self.words, LABELS[self.lang][self.state]
        self.place.classes(
            add="committed" if self.committed else None,
            remove=None if self.committed else "committed",
        )
        for choice in self.choices:
            self._tell_group(choice)
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

    async def _advise(self) -> None:
        try:
            advice = await self.session.advice(self.state)
        except RefusedError:
            return
        if self._thinking.is_deleted or not self.current:
            return
        self._thinking.set_text("")
        self._advice = advice
        for choice in self.choices:
            self._tell_group(choice)

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
