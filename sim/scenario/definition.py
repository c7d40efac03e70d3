"""A scenario: a question, and what differs from the model's first guesses.

:func:`load_scenario` reads one from a YAML file; whatever is wrong in it is said in
one :class:`~sim.errors.InputError` with the file and the line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    PlainValidator,
    ValidationError,
    model_validator,
)

from sim.cast import STATES
from sim.errors import InputError, nearest
from sim.parameters import CARDS, card_of
from sim.scenario.bundles import lenses, profiles, traits_of
from sim.scenario.distributions import Setting, read_setting, settings_of
from sim.scenario.inheritance import read_scenario
from sim.scenario.mistakes import MisplacedError, mistake_at
from sim.scenario.months import month_number
from sim.scenario.reading import Document, KeyPath, shorten
from sim.scenario.resolution import resolved
from sim.scenario.timetable import Event, Frozen, Lever, Month, Term, Text
from sim.scenario.uncertainty import Uncertainty, left_open

if TYPE_CHECKING:
    from pathlib import Path

    from sim.scenario.distributions import Spelled

__all__ = ["MOST_MONTHS", "Scenario", "load_scenario"]

MOST_MONTHS = 100 * 12
MOST_ENTRIES = 200

Value = Annotated[Setting, PlainValidator(read_setting)]


def _checked_key(key: str) -> str:
    plain = key.isascii() and key.replace("_", "").isalnum() and key[0].isalpha()
    if not plain or len(key) > 60:
        raise InputError(
            f"{shorten(key)} is no name; use up to 60 letters, digits and _, "
            "a letter first"
        )
    return key


def _checked_name(name: str) -> str:
    plain = "".join(letter for letter in name if letter not in "_-. ")
    if not plain.isalnum() or name != name.strip(" ."):
        raise InputError(
            f"{shorten(name)} is no name; use letters, digits, _, - and spaces, or "
            "give a 'name' that does"
        )
    return name


def _checked_outcome(name: str) -> str:
    if not name.isidentifier() or not name.isascii():
        raise InputError(
            f"is {shorten(name)}; it must be the name of an outcome, such as launches"
        )
    return name


def _checked_id(given: str) -> str:
    if not _ID.fullmatch(given):
        raise InputError(
            f"is {shorten(given)}; it must be a place in the papers' list, S00 to S79 "
            "or T1 to T10"
        )
    return given


_ID = re.compile("S[0-7][0-9]|T([1-9]|10)")

Key = Annotated[str, AfterValidator(_checked_key)]
Terms = Annotated[tuple[Term, ...], Field(max_length=MOST_ENTRIES)]


class Scenario(Frozen):
    """A future to be asked about: what is set, and what happens when.

    Attributes
    ----------
    name : str
        Its name in tables and files; the file's stem by default.
    question : str
        What it asks, in one sentence.
    title, summary : Text
        For readers, in English and Korean.
    tags : tuple of str
        Words to find it by.
    outcome : str, optional
        The named outcome that it is about.
    id : str, optional
        Its place in the list that comes from the papers: ``S00`` to ``S79``, or
        ``T1`` to ``T10`` for teaching.
    base : {2021, 2011}
        The table of figures that it starts from: those of the end of that year.
    start, end : str
        First and last month, ``YYYY-MM``.
    administrations : tuple of Term
        The governments of the United States, in order.
    governments : mapping of state to tuple of Term
        Those of other states.
    events : mapping of name to Event
    levers : mapping of name to Lever
    uncertainty : {'calibrated', 'ranges', 'central'}
        How parameters that nothing sets are taken: from sets that fit the record,
        anywhere in the range of their cards, or as the cards' first guesses.
    mechanisms : mapping of name to strength
        A number, or a distribution.
    lenses : mapping of state (or ``all``) to name of a lens
    parameters : mapping of name to setting
        A number, a distribution, or ``range``.

    Notes
    -----
    From weak to strong: the card's default, what ``uncertainty`` says, the lens (one
    for a state before one for ``all``), ``parameters`` and ``mechanisms`` (one state's
    copy before the family).
    A profile's trait applies unless ``parameters`` sets that trait by hand. Levers
    come on top, in the order of their dates.
    """

    name: Annotated[str, AfterValidator(_checked_name)] = Field(
        min_length=1, max_length=80, description="a name"
    )
    question: str = Field(
        min_length=1, max_length=1000, description="text: what the scenario asks"
    )
    title: Text = Field(description="a mapping with the keys en and ko")
    summary: Text = Field(description="a mapping with the keys en and ko")
    tags: Annotated[
        tuple[Annotated[str, Field(max_length=80, description="text")], ...],
        Field(max_length=50),
    ] = Field(default=(), description="a list of words")
    outcome: Annotated[str, AfterValidator(_checked_outcome)] | None = Field(
        default=None, description="the name of an outcome"
    )
    id: Annotated[str, AfterValidator(_checked_id)] | None = Field(
        default=None, description="a place in the papers' list, such as S30 or T7"
    )
    base: Literal[2021, 2011] = Field(default=2021, description="2021 or 2011")
    start: Month = Field(default="2022-01", description="the first month, YYYY-MM")
    end: Month = Field(default="2034-12", description="the last month, YYYY-MM")
    administrations: Terms = Field(
        default=(), description="a list of terms, each with from and profile"
    )
    governments: dict[str, Terms] = Field(
        default_factory=dict,
        description="a mapping of states to lists of terms, each with from and profile",
    )
    events: Annotated[dict[Key, Event], Field(max_length=MOST_ENTRIES)] = Field(
        default_factory=dict,
        description="a mapping of names to events, each with kind and on",
    )
    levers: Annotated[dict[Key, Lever], Field(max_length=MOST_ENTRIES)] = Field(
        default_factory=dict,
        description="a mapping of names to levers, each with from and what it moves",
    )
    uncertainty: Uncertainty = Field(
        default="calibrated", description="calibrated, ranges or central"
    )
    mechanisms: dict[str, Value] = Field(
        default_factory=dict, description="a mapping of mechanisms to strengths"
    )
    lenses: dict[str, str] = Field(
        default_factory=dict, description="a mapping of states (or all) to lenses"
    )
    parameters: dict[str, Value] = Field(
        default_factory=dict, description="a mapping of parameters to values"
    )

    @model_validator(mode="before")
    @classmethod
    def _fill_in_texts(cls, data: Any) -> Any:  # noqa: ANN401
        """Let a scenario of a reader's own get by with a question."""
        if not isinstance(data, dict):
            return data
        filled = dict(data)
        for field, source in (("title", "name"), ("summary", "question")):
            if field not in data:
                # A source that is missing or no text is a mistake of its own.
                words = data.get(source) or "-"
                words = words if isinstance(words, str) else "-"
                filled[field] = {"en": words[:4000], "ko": words[:4000]}
        return filled

    @model_validator(mode="after")
    def _check(self) -> Scenario:
        self._check_dates()
        self._check_terms(("administrations",), "US", self.administrations)
        for state, terms in self.governments.items():
            if state == "US":
                raise MisplacedError(
                    ("governments", state),
                    "the governments of the US stand under 'administrations'",
                )
            _check_state(("governments", state), state)
            self._check_terms(("governments", state), state, terms)
        self._check_owners()
        for name, event in self.events.items():
            self._check_inside(("events", name, "on"), event.on)
        for name, lever in self.levers.items():
            self._check_lever(("levers", name), lever)
        for name, strength in self.mechanisms.items():
            _check_setting(("mechanisms", name), strength, mechanism=True)
        for name, setting in self.parameters.items():
            _check_setting(("parameters", name), setting, mechanism=False)
        for state, lens in self.lenses.items():
            _check_state(("lenses", state), state, "all")
            if lens not in lenses():
                raise MisplacedError(
                    ("lenses", state),
                    f"there is no lens {shorten(lens)}; {nearest(lens, lenses())}",
                )
        return self

    def _check_dates(self) -> None:
        months = month_number(self.end) - month_number(self.start) + 1
        if months < 1:
            raise MisplacedError(
                ("end",), f"the end, {self.end}, is before the start, {self.start}"
            )
        if months > MOST_MONTHS:
            raise MisplacedError(
                ("end",),
                f"{self.start} to {self.end} is {months} months; at most {MOST_MONTHS} "
                "(100 years) are allowed",
            )

    def _check_inside(self, path: KeyPath, month: str) -> None:
        if not self.start <= month <= self.end:
            raise MisplacedError(
                path, f"{month} is outside the scenario, {self.start} to {self.end}"
            )

    def _check_terms(self, path: KeyPath, state: str, terms: tuple[Term, ...]) -> None:
        for place, term in enumerate(terms):
            here = (*path, place)
            if place == 0 and term.since > self.start:
                raise MisplacedError(
                    (*here, "from"),
                    f"the first term begins in {term.since}, after the start; begin "
                    f"with the government in office in {self.start}",
                )
            if place > 0 and term.since <= terms[place - 1].since:
                raise MisplacedError(
                    (*here, "from"),
                    f"{term.since} does not come after {terms[place - 1].since}; "
                    "list the terms in order of date",
                )
            self._check_profile((*here, "profile"), state, term.profile)

    def _check_profile(
        self, path: KeyPath, state: str, profile: str | dict[str, float]
    ) -> None:
        if isinstance(profile, dict):
            try:
                traits_of(state, profile)
            except InputError as error:
                raise MisplacedError(
                    (*path, getattr(error, "key", "")), error.message
                ) from None
            return
        known = [name for name, one in profiles().items() if one.state == state]
        if profile not in known:
            raise MisplacedError(
                path,
                f"there is no profile {shorten(profile)} of a government of {state}; "
                + nearest(profile, known),
            )

    def _check_owners(self) -> None:
        """Refuse two governments that set the same shared trait."""
        owners: dict[str, str] = {}
        for state, terms in self.terms().items():
            for term in terms:
                for flat in term.traits(state):
                    if owners.setdefault(flat, state) != state:
                        raise MisplacedError(
                            ("governments", state),
                            f"{flat!r} is already set by the government of "
                            f"{owners[flat]}; one state's terms may set it",
                        )

    def _check_lever(self, path: KeyPath, lever: Lever) -> None:
        self._check_inside((*path, "from"), lever.since)
        if lever.until is not None and lever.until < lever.since:
            raise MisplacedError(
                (*path, "until"),
                f"'until', {lever.until}, is before 'from', {lever.since}",
            )

    def terms(self) -> dict[str, tuple[Term, ...]]:
        """Return every state's terms, the United States included."""
        terms = {"US": self.administrations, **self.governments}
        return {state: terms[state] for state in STATES if terms.get(state)}

    def settings(self) -> dict[str, Spelled]:
        """Return what is set or drawn, under flat names, whatever says so.

        Returns
        -------
        dict
            Flat name to a number, a distribution or what fits the record, in the
            order of the cards. Profiles and levers are not in it: they have dates.
        """
        found = left_open(self.uncertainty, self.lenses)
        found.update(self.chosen())
        return {flat: found[flat] for flat in _flat_names() if flat in found}

    def chosen(self) -> dict[str, Spelled]:
        """Return what lenses, parameters and mechanisms set, under flat names."""
        found: dict[str, Spelled] = {}
        for state in STATES:
            lens = self.lenses.get(state, self.lenses.get("all"))
            if lens is not None:
                found.update(lenses()[lens].values[state])
        return found | self.by_hand()

    def by_hand(self) -> dict[str, Spelled]:
        """Return what ``parameters`` and ``mechanisms`` set, under flat names."""
        found: dict[str, Spelled] = {}
        chosen = {**self.mechanisms, **self.parameters}
        # Families first, so that one state's own setting wins whatever the order.
        for name in sorted(chosen, key=lambda one: "." in one):
            found.update(settings_of(name, chosen[name]))
        return found

    def with_parameters(self, **settings: object) -> Scenario:
        """Return the same scenario with some parameters or strengths set by hand.

        Parameters
        ----------
        **settings : float, Distribution, Calibrated, mapping or 'range'
            New values. One state's copy is written
            ``with_parameters(**{"reach.NK": 700})``; a family's name sets every copy,
            also those that the scenario sets one by one.

        Returns
        -------
        Scenario

        Raises
        ------
        InputError
            If a name is unknown or a value is out of its range.
        """
        chosen = {
            "mechanisms": dict(self.mechanisms),
            "parameters": dict(self.parameters),
        }
        for name in sorted(settings, key=lambda one: "." in one):
            card, _ = card_of(name)
            field = "mechanisms" if card.kind == "mechanism" else "parameters"
            try:
                setting = read_setting(settings[name])
            except InputError as error:
                raise InputError(f"parameter {name!r} {error.message}") from None
            settings_of(name, setting)
            for copy in [one for one in chosen[field] if one.startswith(f"{name}.")]:
                del chosen[field][copy]
            chosen[field][name] = setting
        return self.model_copy(update=chosen)

    def with_uncertainty(self, how: Uncertainty | None) -> Scenario:
        """Return the same scenario, with what it leaves open taken in another way.

        Parameters
        ----------
        how : {'calibrated', 'ranges', 'central'} or None
            How; None as the scenario says.
        """
        return self if how is None else self.model_copy(update={"uncertainty": how})

    def at_first_guesses(self) -> Scenario:
        """Return the same scenario with what it leaves open as the cards have it."""
        return self.with_uncertainty("central")

    def resolved(self) -> dict[str, Any]:
        """Return it spelled out as plain data; see ``sim.scenario.resolution``."""
        return resolved(self)


def _flat_names() -> list[str]:
    return [flat for card in CARDS.values() for flat in card.flat_names]


def _check_state(path: KeyPath, state: str, *also: str) -> None:
    if state not in (*STATES, *also):
        raise MisplacedError(
            path,
            f"there is no state {shorten(state)}; {nearest(state, (*STATES, *also))}",
        )


def _check_setting(path: KeyPath, setting: Setting, *, mechanism: bool) -> None:
    name = str(path[-1])
    try:
        card, _ = card_of(name)
        if mechanism != (card.kind == "mechanism"):
            raise InputError(
                f"{name!r} is {'no' if mechanism else 'a'} mechanism; set it under "
                + ("'parameters'" if mechanism else "'mechanisms'")
            )
        settings_of(name, setting)
    except InputError as error:
        raise MisplacedError(path, error.message) from None


def load_scenario(name_or_path: str | Path) -> Scenario:
    """Read a scenario, checked from end to end.

    Parameters
    ----------
    name_or_path : str or Path
        The name of a packaged scenario (see :func:`scenario_names`), or the path of
        a YAML file.

    Returns
    -------
    Scenario

    Raises
    ------
    InputError
        If there is no such scenario, or anything in its file is wrong; the message
        says what, in which file and line, and what is allowed.
    """
    document, stem = read_scenario(name_or_path)
    return _scenario_of(document, stem)


def _scenario_of(document: Document, stem: str) -> Scenario:
    try:
        return Scenario.model_validate({"name": stem, **document.data})
    except ValidationError as error:
        path, message = mistake_at(error, Scenario)
        raise document.error(path, message) from None
