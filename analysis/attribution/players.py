"""Players of an attribution: what can be on or off, and how it is named.

A player is a mechanism of a card (its strength 0 is off), a number of the register
(``M45``: off as its line says), a group of the table ``players.csv`` beside this
module, an event or a lever of the scenario (off: it does not happen), a parameter with
the value at which it counts as off (``link_of_war=0``), or several of these joined by
``+``, which move together. On is always what the scenario says; off holds in every
month, whatever the scenario's governments and levers would do.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from analysis.cards import label
from analysis.mechanisms import MECHANISMS, Settings
from sim.cast import LABELS
from sim.errors import InputError, nearest
from sim.parameters import CARDS, expand, flat_names
from sim.scenario.reading import shorten

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.scenario.timetable import Lever

__all__ = [
    "GROUPS",
    "MOST",
    "Player",
    "apart",
    "default_players",
    "player",
    "players",
    "steady",
    "without",
]

Words: TypeAlias = Mapping[str, str]

MOST = 32
"""So many players are shared out at most; more are no table that is read."""


@dataclass(frozen=True, slots=True)
class Player:
    """What is on or off as one.

    Attributes
    ----------
    name : str
        As it was asked for.
    words : mapping of language to str
        What it is.
    off : mapping of flat name to float
        Parameters held where it is off.
    events, levers : frozenset of str
        What of the scenario does not happen where it is off.
    """

    name: str
    words: Words
    off: Settings = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    levers: frozenset[str] = frozenset()


def _table() -> list[dict[str, str]]:
    text = (resources.files("analysis.attribution") / "players.csv").read_text(
        encoding="utf-8"
    )
    return list(csv.DictReader(text.splitlines()))


_WORDS: Mapping[tuple[str, str], Words] = MappingProxyType(
    {(row["kind"], row["name"]): {"en": row["en"], "ko": row["ko"]} for row in _table()}
)

GROUPS: Mapping[str, str] = MappingProxyType(
    {row["name"]: row["members"] for row in _table() if row["kind"] == "group"}
)
"""Groups that have a name: their members, joined by ``+``."""

DEFAULT = (
    "cooperation",
    "reading",
    "arming",
    "blocs",
    "guarantee",
    "impunity",
    "lessons",
)
"""The players unless told otherwise: every mechanism of a card but the two that are
forms of perception (``saturation`` and ``habituation_effect``), by theme."""


def players(text: str, scenario: Scenario) -> tuple[Player, ...]:
    """Return the players that a list names, checked against a scenario.

    Parameters
    ----------
    text : str
        Names with commas between them; see the module.
    scenario : Scenario
        Where they are on.

    Raises
    ------
    InputError
        If a name is unknown, something is off already, there are too few or too many,
        or two of them set the same thing.
    """
    names = [name.strip() for name in text.split(",")]
    if len(names) > MOST:
        raise InputError(
            f"{len(names)} mechanisms are named; at most {MOST} can be shared out: join"
            " some with '+'"
        )
    return apart([player(name, scenario) for name in names], scenario)


def default_players(scenario: Scenario) -> tuple[Player, ...]:
    """Return the players of :data:`DEFAULT` that are not off already.

    Raises
    ------
    InputError
        If all of them are off.
    """
    found = []
    for name in DEFAULT:
        members = [
            one for one in GROUPS[name].split("+") if not _is_off({one: 0.0}, scenario)
        ]
        if members:
            whole = player("+".join(members), scenario)
            found.append(_renamed(whole, name, _WORDS["group", name]))
    if not found:
        raise InputError(
            f"every mechanism is off already in {scenario.name!r}; name some with"
            " --mechanisms"
        )
    return tuple(found)


def player(text: str, scenario: Scenario) -> Player:
    """Return one player, which may have several parts joined by ``+``.

    Parameters
    ----------
    text : str
        Such as ``proxy_dilemma``, ``M45`` or ``vetoes+sanctions_erosion``.
    scenario : Scenario
        Where it is on.

    Raises
    ------
    InputError
        If a name is unknown, or a part is off already in the scenario.
    """
    parts = [_part(one.strip(), scenario) for one in text.split("+")]
    if len(parts) == 1:
        return parts[0]
    off: dict[str, float] = {}
    for one in parts:
        for name, value in one.off.items():
            if off.setdefault(name, value) != value:
                raise InputError(
                    f"{shorten(text)} sets {name!r} to {off[name]:g} and to {value:g};"
                    " one value is its off"
                )
    return Player(
        name=text,
        words={
            lang: " + ".join(one.words[lang] for one in parts) for lang in ("en", "ko")
        },
        off=off,
        events=frozenset().union(*(one.events for one in parts)),
        levers=frozenset().union(*(one.levers for one in parts)),
    )


def _part(name: str, scenario: Scenario) -> Player:
    """Return what one name without ``+`` stands for."""
    if not name:
        raise InputError("a mechanism has no name: something is missing at , or +")
    if "=" in name:
        return _parameter(name, scenario)
    if name in MECHANISMS:
        return _register(name, scenario)
    if name in CARDS and CARDS[name].kind == "mechanism":
        card = {lang: label(name, lang) for lang in LABELS}
        return _checked(Player(name, card, {name: 0.0}), scenario)
    if name in GROUPS:
        return _renamed(player(GROUPS[name], scenario), name, _WORDS["group", name])
    if name in scenario.events:
        kind = scenario.events[name].kind
        return Player(name, _WORDS["event", kind], events=frozenset({name}))
    if name in scenario.levers:
        words = _lever_words(name, scenario.levers[name])
        return Player(name, words, levers=frozenset({name}))
    raise InputError(_unknown(name, scenario))


def _unknown(name: str, scenario: Scenario) -> str:
    if name.split(".", maxsplit=1)[0] in CARDS:
        return (
            f"{name!r} is a parameter and no mechanism; say at which value it counts as"
            f" off: {name}=VALUE"
        )
    strengths = [card.name for card in CARDS.values() if card.kind == "mechanism"]
    known = [*strengths, *GROUPS, *scenario.events, *scenario.levers]
    # 166 numbers would drown the names; they are near only to one another.
    numbered = name[:1] in ("M", "m") and name[1:].isdigit()
    if numbered:
        return f"there is no mechanism {shorten(name)}; the register has M01 to M166"
    return f"there is no mechanism {shorten(name)}; {nearest(name, known)}"


def _parameter(text: str, scenario: Scenario) -> Player:
    name, _, given = (one.strip() for one in text.partition("="))
    try:
        value = float(given)
    except ValueError:
        raise InputError(
            f"{shorten(text)}: {shorten(given)} is no number; write PARAMETER=VALUE"
        ) from None
    expand(name, value)
    words = {"en": f"{name}, off at {value:g}", "ko": f"{name}, {value:g}이면 꺼짐"}
    return _checked(Player(f"{name}={value:g}", words, {name: value}), scenario)


def _register(name: str, scenario: Scenario) -> Player:
    one = MECHANISMS[name]
    if one.link is None:
        raise InputError(
            f"{name} ({one.title}) has no counterpart in the model, so nothing turns it"
            " off; docs/mechanisms.md says why"
        )
    words = {"en": one.title, "ko": one.title}
    on = "; ".join(f"--set {key}={value:g}" for key, value in one.link.on.items())
    return _checked(Player(name, words, one.link.off), scenario, on)


def _checked(whole: Player, scenario: Scenario, on: str = "") -> Player:
    """Return a player with flat names, or refuse it if it is off already."""
    if _is_off(whole.off, scenario):
        said = ", ".join(f"{name} is {value:g}" for name, value in whole.off.items())
        raise InputError(
            f"{whole.name!r} is off already in {scenario.name!r} ({said}); leave it"
            f" out, or turn it on{': ' + on if on else ' with --set'}"
        )
    flat = {one: value for name, value in whole.off.items() for one in flat_names(name)}
    return _renamed(whole, whole.name, whole.words, flat)


def _renamed(
    whole: Player, name: str, words: Words, off: Settings | None = None
) -> Player:
    return Player(
        name, words, whole.off if off is None else off, whole.events, whole.levers
    )


def _lever_words(name: str, lever: Lever) -> Words:
    from sim.scenario.bundles import levers

    if lever.use is not None:
        return dict(levers()[lever.use].title)
    moves = ", ".join(f"{one} → {to:g}" for one, to in lever.by_name().items())
    return dict.fromkeys(("en", "ko"), f"{name}: {moves}")


def apart(found: Sequence[Player], scenario: Scenario) -> tuple[Player, ...]:
    """Return players, unless two of them touch the same thing.

    Parameters
    ----------
    found : sequence of Player
        All that are on and off in one game.
    scenario : Scenario
        Where they are on.

    Raises
    ------
    InputError
        If two of them set the same parameter, event or lever.
    """
    owners: dict[str, str] = {}
    for one in found:
        for what in _touched(one, scenario):
            if what in owners:
                if owners[what] == one.name:
                    raise InputError(f"{one.name!r} is named twice; once is enough")
                raise InputError(
                    f"{owners[what]!r} and {one.name!r} both set {what!r}; leave one"
                    " out, or join them with '+'"
                )
        owners.update(dict.fromkeys(_touched(one, scenario), one.name))
    return tuple(found)


def _touched(one: Player, scenario: Scenario) -> set[str]:
    moved = {flat for name in one.levers for flat in scenario.levers[name].targets()}
    return {*one.off, *one.events, *moved}


# ------------------------------------------------------------------------ off and on


def steady(scenario: Scenario) -> dict[str, float]:
    """Return the parameters that are one number in every run and month.

    Returns
    -------
    dict
        Flat name to its value; without those that governments or levers move, or
        that are drawn.
    """
    settings, by_hand = scenario.settings(), scenario.by_hand()
    moved = {flat for one in scenario.levers.values() for flat in one.targets()}
    for whose, terms in scenario.terms().items():
        traits = {flat for term in terms for flat in term.traits(whose)}
        moved |= traits - by_hand.keys()
    found = {}
    for card in CARDS.values():
        for name, state in zip(card.flat_names, card.states or (None,), strict=True):
            value = settings.get(name, card.value(state))
            if name not in moved and isinstance(value, (int, float)):
                found[name] = float(value)
    return found


def _is_off(settings: Settings, scenario: Scenario) -> bool:
    fixed = steady(scenario)
    return all(
        fixed.get(one) == value
        for name, value in settings.items()
        for one in flat_names(name)
    )


def without(scenario: Scenario, gone: Iterable[Player]) -> Scenario:
    """Return a scenario in which some players are off in every month.

    Parameters
    ----------
    scenario : Scenario
        Where they are on.
    gone : iterable of Player
        Who is off.
    """
    off = {name: value for one in gone for name, value in one.off.items()}
    events = {name for one in gone for name in one.events}
    levers = {name for one in gone for name in one.levers}
    kept = {
        name: rest
        for name, lever in scenario.levers.items()
        if name not in levers and (rest := _rest(lever, off)) is not None
    }
    left = {name: one for name, one in scenario.events.items() if name not in events}
    bare = scenario.model_copy(update={"levers": kept, "events": left})
    return bare.with_parameters(**off)


def _rest(lever: Lever, off: Settings) -> Lever | None:
    """Return what a lever still moves where some parameters are held."""
    targets = lever.targets()
    moves = {name: to for name, to in targets.items() if name not in off}
    if len(moves) == len(targets):
        return lever
    if not moves:
        return None
    return lever.model_copy(
        update={"parameter": None, "to": None, "use": None, "moves": moves}
    )
