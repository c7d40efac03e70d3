"""What an experiment file says, checked as far as the file alone can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    PlainSerializer,
    PlainValidator,
    model_validator,
)

from analysis.sweeps.results import Luck  # noqa: TC001 (pydantic reads it)
from sim.errors import InputError, nearest
from sim.luck import checked_seed
from sim.parameters import FLAT_NAMES, card_of, expand, flat_names
from sim.rules import MODULES
from sim.scenario import Scenario
from sim.scenario.bundles import lenses
from sim.scenario.distributions import checked_number
from sim.scenario.mistakes import MisplacedError
from sim.scenario.reading import shorten
from sim.scenario.timetable import Event, Frozen, Lever, Month, Term, Text
from sim.scenario.uncertainty import Uncertainty  # noqa: TC001 (pydantic reads it)

__all__ = ["MOST_POINTS", "Choice", "Definition", "Kind", "Plan", "Span"]

Kind = Literal["grid", "list", "latin", "sobol", "morris", "one_at_a_time"]
Span = tuple[float, float]

MOST_POINTS = 10_000_000
MOST_REPLICATES = 100_000
_MOST_NAMES = 500

_SIZES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "grid": ((), ("levels",)),
    "list": (("points",), ()),
    "latin": (("points",), ()),
    "sobol": (("base",), ("second_order",)),
    "morris": (("trajectories",), ("levels",)),
    "one_at_a_time": ((), ("levels",)),
}
"""What each kind of design needs, and what it may have, besides its kind."""

_RESERVED = ("point", "replicate", "luck_id", "scenario")
"""Names of columns that no factor may have."""


# ---------------------------------------------------------------------------- ranges


def _spans(given: object) -> dict[str, Span]:
    """Return the range of every parameter that is varied, in the order of the cards."""
    if not isinstance(given, Mapping):
        raise InputError(
            f"is {shorten(given)}; it must be a mapping of parameters to range or"
            " [low, high]"
        )
    found: dict[str, Span] = {}
    for name in _wild(given):
        found |= _whole(name)
    # A family before one state's copy of it, which wins whatever the order.
    for name in sorted(set(given) - set(_WILD), key=lambda one: "." in one):
        try:
            found |= _span(name, given[name])
        except InputError as error:
            raise MisplacedError((name,), error.message) from None
    for place, name in enumerate(_names(given, "without")):
        try:
            gone = set(flat_names(name))
        except InputError as error:
            raise MisplacedError(("without", place), error.message) from None
        if gone.isdisjoint(found):
            raise MisplacedError(
                ("without", place), f"{name!r} is not varied; leave it out"
            )
        found = {flat: span for flat, span in found.items() if flat not in gone}
    ordered = {flat: found[flat] for flat in FLAT_NAMES if flat in found}
    return _alike(ordered, _names(given, "alike"))


_WILD = ("all", "module", "without", "alike")
"""Keys among parameters that stand for many of them, take some away, or tie some."""


def _alike(spans: dict[str, Span], names: list[str]) -> dict[str, Span]:
    """Put one number that all states share in the place of one for each state."""
    for place, name in enumerate(names):
        here = ("alike", place)
        try:
            card, state = card_of(name)
        except InputError as error:
            raise MisplacedError(here, error.message) from None
        own = [flat for flat in card.flat_names if flat in spans]
        if state is not None or not card.states:
            raise MisplacedError(
                here, f"{name!r} is one number already; name what every state has"
            )
        if len(own) < len(card.flat_names):
            raise MisplacedError(
                here,
                f"{name!r} is not varied for every state; vary it, or leave it out",
            )
        low, high = (
            max(spans[one][0] for one in own),
            min(spans[one][1] for one in own),
        )
        if not low < high:
            raise MisplacedError(
                here, f"no value of {name!r} is in the range of every state"
            )
        spans = {
            name if flat == own[0] else flat: (low, high) if flat == own[0] else span
            for flat, span in spans.items()
            if flat not in own[1:]
        }
    return spans


def _wild(given: Mapping[str, object]) -> list[str]:
    """Return the names of cards for which a whole module, or all, stands."""
    if "all" in given and given["all"] != "range":
        raise MisplacedError(
            ("all",), f"'all' is {shorten(given['all'])}; it must be range"
        )
    modules = {one.__name__.rpartition(".")[2]: one for one in MODULES}
    wanted = list(modules) if "all" in given else []
    for place, name in enumerate(_names(given, "module")):
        if name not in modules:
            raise MisplacedError(
                ("module", place),
                f"there is no module of rules {shorten(name)}; "
                + nearest(name, modules),
            )
        wanted.append(name)
    # Traits are set by governments: who varies one, names it.
    return [
        card.name
        for name in wanted
        for card in modules[name].CARDS.values()
        if card.kind != "profile"
    ]


def _names(given: Mapping[str, object], key: str) -> list[str]:
    """Return the word, or the words, that stand under a key."""
    said = given.get(key, [])
    words = [said] if isinstance(said, str) else said
    if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
        raise MisplacedError(
            (key,), f"{key!r} is {shorten(said)}; it must be a name or a list of names"
        )
    return words


def _whole(name: str) -> dict[str, Span]:
    card, _ = card_of(name)
    spans = {one: card.range(one.partition(".")[2] or None) for one in flat_names(name)}
    return {flat: span for flat, span in spans.items() if span[0] < span[1]}


def _span(name: str, given: object) -> dict[str, Span]:
    card_of(name)
    if given == "range":
        return _whole(name)
    if not isinstance(given, list) or len(given) != 2:
        raise InputError(
            f"{name!r} is {shorten(given)}; it must be range or [low, high]"
        )
    try:
        low, high = (checked_number(one) for one in given)
    except InputError as error:
        raise InputError(f"a bound of {name!r} {error.message}") from None
    for bound in (low, high):
        expand(name, bound)
    if not low < high:
        raise InputError(f"{name!r} is [{low:g}, {high:g}]; low must be below high")
    return dict.fromkeys(flat_names(name), (low, high))


def _flat(spans: dict[str, Span]) -> set[str]:
    """Return the flat names of all that is varied."""
    return {flat for name in spans for flat in flat_names(name)}


def _plain(spans: dict[str, Span]) -> dict[str, list[float]]:
    return {flat: list(span) for flat, span in spans.items()}


Spans = Annotated[dict[str, Span], PlainValidator(_spans), PlainSerializer(_plain)]


# --------------------------------------------------------------------------- choices


def _checked_name(name: str) -> str:
    if not (name.isascii() and name.isidentifier() and len(name) <= 60):
        raise InputError(
            f"{shorten(name)} is no name; use up to 60 letters, digits and _, a letter"
            " first"
        )
    return name


Name = Annotated[str, AfterValidator(_checked_name)]


class Choice(Frozen):
    """One of the things that may be chosen: how a scenario differs by it.

    Every key is as in a scenario file. Mappings are merged key by key, lists are taken
    as a whole.

    Attributes
    ----------
    administrations, governments, events, levers, mechanisms, lenses, parameters
        What is added or replaced.
    without : tuple of str
        Levers and events that are taken away.
    words : Text, optional
        What it is, for readers.
    """

    words: Text | None = None
    administrations: tuple[Term, ...] = Field(
        default=(), description="a list of terms, each with from and profile"
    )
    governments: dict[str, tuple[Term, ...]] = Field(
        default_factory=dict, description="a mapping of states to lists of terms"
    )
    events: dict[str, Event] = Field(
        default_factory=dict, description="a mapping of names to events"
    )
    levers: dict[str, Lever] = Field(
        default_factory=dict, description="a mapping of names to levers"
    )
    mechanisms: dict[str, Any] = Field(
        default_factory=dict, description="a mapping of mechanisms to strengths"
    )
    lenses: dict[str, str] = Field(
        default_factory=dict, description="a mapping of states (or all) to lenses"
    )
    parameters: dict[str, Any] = Field(
        default_factory=dict, description="a mapping of parameters to values"
    )
    without: tuple[str, ...] = Field(
        default=(), description="a list of levers and events to do without"
    )

    def applied(self, scenario: Scenario) -> Scenario:
        """Return a scenario as it is where this is chosen.

        Parameters
        ----------
        scenario : Scenario
            What it is otherwise.

        Raises
        ------
        InputError
            If there is nothing to do without, or a parameter is wrong.
        ValidationError
            If what comes out is no scenario.
        """
        have = {*scenario.levers, *scenario.events}
        for name in self.without:
            if name not in have:
                raise InputError(
                    f"{scenario.name} has no lever or event {name!r} to do without; "
                    + nearest(name, have)
                )
        gone = set(self.without)
        kept = {
            field: {k: v for k, v in getattr(scenario, field).items() if k not in gone}
            for field in ("levers", "events")
        }
        changed = Scenario.model_validate(
            dict(scenario)
            | {
                "administrations": self.administrations or scenario.administrations,
                "governments": scenario.governments | self.governments,
                "events": kept["events"] | self.events,
                "levers": kept["levers"] | self.levers,
                "lenses": scenario.lenses | self.lenses,
            }
        )
        return changed.with_parameters(**self.mechanisms, **self.parameters)

    def sets(self) -> set[str]:
        """Return the flat names of what it sets for the whole of a run or a term."""
        names = {flat for one in self.mechanisms for flat in flat_names(one)}
        names |= {flat for one in self.parameters for flat in flat_names(one)}
        for state, lens in self.lenses.items():
            own = lenses()[lens].values
            for one in own if state == "all" else (state,):
                names |= set(own[one])
        for state, terms in {"US": self.administrations, **self.governments}.items():
            names |= {flat for term in terms for flat in term.traits(state)}
        return names


# --------------------------------------------------------------------------- designs


def _points(given: object) -> int | tuple[dict[str, Any], ...]:
    if isinstance(given, list) and all(isinstance(one, dict) for one in given):
        return tuple(dict(one) for one in given)
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    raise InputError(
        f"is {shorten(given)}; it must be a whole number, or a list of points"
    )


class Plan(Frozen):
    """Which design, and how large.

    Attributes
    ----------
    kind : str
        ``grid``, ``list``, ``latin``, ``sobol``, ``morris`` or ``one_at_a_time``.
    points : int or tuple of dict, optional
        Of a latin hypercube, how many; of a list, the points themselves.
    base : int, optional
        Of Sobol's design, points of the sequence: a power of 2.
    second_order : bool
        Of Sobol's design, whether pairs are told apart.
    trajectories : int, optional
        Of Morris's design.
    levels : int
        Values of each number, ends included: of a grid and one at a time from 2, of
        Morris's an even number.
    """

    kind: Kind = Field(description=" or ".join(_SIZES))
    points: (
        Annotated[int | tuple[dict[str, Any], ...], PlainValidator(_points)] | None
    ) = None
    base: int | None = Field(
        default=None, ge=2, le=2**20, description="a power of 2, from 2 to 1048576"
    )
    second_order: bool = Field(default=False, description="true or false")
    trajectories: int | None = Field(
        default=None, ge=2, le=10**5, description="a whole number from 2 to 100000"
    )
    levels: int | None = Field(
        default=None, ge=2, le=1000, description="a whole number from 2 to 1000"
    )

    @model_validator(mode="after")
    def _check(self) -> Plan:
        needed, allowed = _SIZES[self.kind]
        given = self.model_fields_set - {"kind"}
        for name in needed:
            if name not in given:
                raise MisplacedError((), f"the design {self.kind!r} needs {name!r}")
        for name in sorted(given - {*needed, *allowed}):
            wanted = ", ".join((*needed, *allowed))
            raise MisplacedError(
                (name,), f"the design {self.kind!r} has no {name!r}; it has {wanted}"
            )
        if self.kind == "list" and isinstance(self.points, int):
            raise MisplacedError(
                ("points",), "the design 'list' needs the points themselves, as a list"
            )
        if self.kind == "latin" and not isinstance(self.points, int):
            raise MisplacedError(
                ("points",), "the design 'latin' needs how many points, a whole number"
            )
        many = self.points if isinstance(self.points, int) else len(self.points or "-")
        if not 1 <= many <= MOST_POINTS:
            raise MisplacedError(
                ("points",), f"{many:,} points; 1 to {MOST_POINTS:,} are allowed"
            )
        if self.base is not None and self.base & (self.base - 1):
            raise MisplacedError(
                ("base",),
                f"'base' is {self.base}; it must be a power of 2, such as 512",
            )
        if self.kind == "morris" and (self.levels or 4) % 2:
            raise MisplacedError(
                ("levels",), f"'levels' is {self.levels}; Morris needs an even number"
            )
        return self


# ------------------------------------------------------------------------ experiments


BOTH_WAYS = "the compiled form computes in float64; give one of 'fast' and 'single'"


class Definition(Frozen):
    """An experiment as its file says it.

    Attributes
    ----------
    question : str
        What it asks, in one sentence.
    title : Text
        For readers, in English and Korean; the question by default.
    scenario, scenarios : str; tuple of str
        What is run: one, or several that become a factor of their own.
    end : str, optional
        The last month; that of the scenarios by default.
    levers, uncertainties : mapping of flat name to (low, high)
        Numbers that policy could set, and numbers that nobody knows.
    factors : mapping of name to mapping of choice to Choice
        What is chosen, not measured.
    uncertainty : {'central', 'calibrated', 'ranges'}
        How what is not varied is taken; see :mod:`sim.scenario.uncertainty`.
    outcomes, over_time : tuple of str
        Named outcomes or phrases; series of which every year's mean is wanted.
    design : Plan
        Where in all that the points lie.
    replicates : int
        Futures at each point.
    luck : {'held', 'fresh'}
        Whether replicate k has the same luck at every point, or luck of its own.
    fast : bool
        Whether months are run in compiled form; the last digits then differ.
    seed : int
        Of the luck and of the design.
    single : bool
        Whether months are computed in float32: faster, and outcomes differ by far less
        than their Monte Carlo error.
    """

    question: str = Field(min_length=1, max_length=1000, description="text")
    title: Text = Field(description="a mapping with the keys en and ko")
    scenario: str | None = Field(default=None, description="the name of a scenario")
    scenarios: tuple[str, ...] = Field(
        default=(), max_length=50, description="a list of names of scenarios"
    )
    end: Month | None = Field(default=None, description="the last month, YYYY-MM")
    levers: Spans = Field(
        default_factory=dict, description="a mapping of parameters to ranges"
    )
    uncertainties: Spans = Field(
        default_factory=dict, description="a mapping of parameters to ranges"
    )
    factors: dict[Name, dict[Name, Choice]] = Field(
        default_factory=dict, description="a mapping of factors to their choices"
    )
    uncertainty: Uncertainty = Field(
        default="central", description="central, calibrated or ranges"
    )
    outcomes: tuple[str, ...] = Field(
        default=(), max_length=_MOST_NAMES, description="a list of outcomes"
    )
    over_time: tuple[str, ...] = Field(
        default=(), max_length=50, description="a list of series"
    )
    design: Plan
    replicates: int = Field(
        default=1,
        ge=1,
        le=MOST_REPLICATES,
        description=f"a whole number from 1 to {MOST_REPLICATES}",
    )
    luck: Luck = Field(default="held", description="held or fresh")
    fast: bool = Field(default=False, description="true or false")
    seed: Annotated[int, AfterValidator(checked_seed)] = Field(
        default=0, description="a whole number from 0"
    )
    single: bool = Field(default=False, description="true or false")

    @model_validator(mode="before")
    @classmethod
    def _fill_in_title(cls, data: Any) -> Any:  # noqa: ANN401 (whatever a file holds)
        """Let an experiment of a reader's own get by with a question."""
        if not isinstance(data, dict) or "title" in data:
            return data
        words = data.get("question") or "-"
        words = words if isinstance(words, str) else "-"
        return {**data, "title": {"en": words[:1000], "ko": words[:1000]}}

    @model_validator(mode="after")
    def _check(self) -> Definition:
        if (self.scenario is None) == (not self.scenarios):
            raise MisplacedError(
                ("scenario",), "an experiment has one of 'scenario' and 'scenarios'"
            )
        if len(set(self.scenarios)) < len(self.scenarios):
            raise MisplacedError(("scenarios",), "a scenario is named twice")
        if not self.outcomes and not self.over_time:
            raise MisplacedError(("outcomes",), "'outcomes' is missing; name one")
        both = _flat(self.levers) & _flat(self.uncertainties)
        if both:
            name = min(both)
            raise MisplacedError(
                ("uncertainties", name),
                f"{name!r} is a lever already; take it out of one of the two",
            )
        if self.fast and self.single:
            raise MisplacedError(("single",), BOTH_WAYS)
        for factor, choices in self.factors.items():
            self._check_factor(factor, choices)
        if not (self.levers or self.uncertainties or self.factors) and (
            len(self.scenarios) < 2
        ):
            raise MisplacedError(
                (), "nothing is varied; name levers, uncertainties or factors"
            )
        return self

    def _check_factor(self, factor: str, choices: dict[str, Choice]) -> None:
        here = ("factors", factor)
        if factor in _RESERVED or factor in {flat.split(".")[0] for flat in FLAT_NAMES}:
            raise MisplacedError(here, f"{factor!r} means something else; rename it")
        if len(choices) < 2:
            raise MisplacedError(here, f"{factor!r} needs two choices or more")
        varied = _flat(self.levers) | _flat(self.uncertainties)
        for name, choice in choices.items():
            try:
                both = choice.sets() & varied
            except (InputError, KeyError):
                continue  # said, with its place, when the choice is applied
            if both:
                raise MisplacedError(
                    (*here, name),
                    f"sets {min(both)!r}, which is varied as well; vary it or set it"
                    " (uncertainties take away with 'without')",
                )
