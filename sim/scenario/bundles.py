"""Named bundles of numbers: lenses of theory, profiles of governments, policy levers.

A bundle has no code of its own. A *lens* gives a state the parameters under which
it reasons as one school of realism says; a *profile* gives a state's government
its traits for one term; a *lever* says where a policy moves parameters. All are
packaged YAML files beside the scenarios.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sim.cast import STATES
from sim.errors import InputError, nearest
from sim.parameters import card_of, expand
from sim.scenario.distributions import checked_number
from sim.scenario.reading import Document, KeyPath, read_yaml, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

__all__ = [
    "Lens",
    "Policy",
    "Profile",
    "lenses",
    "levers",
    "profiles",
    "targets_of",
    "traits_of",
]


@dataclass(frozen=True, slots=True)
class Lens:
    """A school of thought as a bundle of parameters.

    Attributes
    ----------
    name : str
        As scenario files spell it.
    title : mapping of language to str
        Its name for readers, in English and Korean.
    source : str
        Whose view it stands for, and what is ours.
    values : mapping of state to mapping of flat name to float
        What it sets for each state.
    """

    name: str
    title: Mapping[str, str]
    source: str
    values: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Profile:
    """The traits of one government, constant within its term.

    Attributes
    ----------
    name : str
        As scenario files spell it.
    state : str
        The state that it may govern.
    title : mapping of language to str
        Its name for readers, in English and Korean.
    traits : mapping of flat name to float
        What it sets.
    """

    name: str
    state: str
    title: Mapping[str, str]
    traits: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A lever of policy under a plain name, for scenarios to use.

    Attributes
    ----------
    name : str
        As scenario files spell it.
    id : str
        Its place in the papers' list of levers, such as ``L01``.
    title : mapping of language to str
        Its name for readers, in English and Korean.
    actor : str
        Who pulls it.
    moves : mapping of name to float
        Where parameters go at full strength.
    benefit, side_effect : mapping of language to str
        What its paper claims, and what the other paper's logic predicts.
    source : str
        Paper and section, and what is ours.
    """

    name: str
    id: str
    title: Mapping[str, str]
    actor: str
    moves: Mapping[str, float]
    benefit: Mapping[str, str]
    side_effect: Mapping[str, str]
    source: str


def traits_of(state: str, given: Mapping[str, object]) -> dict[str, float]:
    """Return a government's traits under flat names, each checked.

    Parameters
    ----------
    state : str
        Whose government it is.
    given : mapping of name to number
        Cards of kind ``profile``; ``exercise_scale`` means the state's own copy.

    Raises
    ------
    InputError
        If a name is unknown, is no trait of a government or belongs to another
        state, or a value is out of range; its ``key`` is the name at fault.
    """
    traits: dict[str, float] = {}
    for name, value in given.items():
        try:
            traits.update(_trait(state, name, value))
        except InputError as error:
            error.key = name  # type: ignore[attr-defined]
            raise
    return traits


def _trait(state: str, name: str, value: object) -> dict[str, float]:
    card, owner = card_of(name)
    if card.kind != "profile":
        raise InputError(
            f"{name!r} is no trait of a government, which a profile may set; "
            "set it under 'parameters' or 'levers'"
        )
    if owner not in (None, state) or (card.states and state not in card.states):
        raise InputError(f"{name!r} is no trait of the government of {state}")
    flat = f"{card.name}.{state}" if card.states else card.name
    try:
        number = checked_number(value)
    except InputError as error:
        raise InputError(f"parameter {flat!r} {error.message}") from None
    return {flat: float(expand(flat, number)[flat])}


def targets_of(moves: Mapping[str, object]) -> dict[str, float]:
    """Return where a lever's parameters go, under flat names, each checked.

    Parameters
    ----------
    moves : mapping of name to number
        Parameters and the values reached; a family's name means every copy.

    Raises
    ------
    InputError
        If a name is unknown or comes twice, or a value is out of range; its ``key``
        is the name at fault.
    """
    targets: dict[str, float] = {}
    for name, value in moves.items():
        try:
            own = expand(name, checked_number(value))
            if not targets.keys().isdisjoint(own):
                raise InputError(f"{name!r} is moved twice; move each parameter once")
        except InputError as error:
            error.key = name  # type: ignore[attr-defined]
            raise
        targets.update({flat: float(number) for flat, number in own.items()})
    return targets


@functools.cache
def profiles() -> Mapping[str, Profile]:
    """Return every packaged profile by name.

    Raises
    ------
    InputError
        If a packaged file is not as it should be.
    """
    found: dict[str, Profile] = {}
    for entry in _files("profiles"):
        document = read_yaml(entry, f"scenarios/profiles/{entry.name}")
        state = entry.name.removesuffix(".yaml")
        if state not in STATES:
            raise InputError(
                f"is named after no state; {nearest(state, STATES)}",
                file=document.file,
            )
        for name in document.data:
            given = _fields(document, name, ("title", "traits"))
            if name in found:
                raise document.error((name,), f"the profile {name!r} exists already")
            try:
                traits = traits_of(state, given["traits"])
            except InputError as error:
                raise document.error((name, "traits"), error.message) from None
            found[name] = Profile(
                name, state, MappingProxyType(given["title"]), MappingProxyType(traits)
            )
    return MappingProxyType(found)


@functools.cache
def lenses() -> Mapping[str, Lens]:
    """Return every packaged lens by name.

    Raises
    ------
    InputError
        If a packaged file is not as it should be.
    """
    found: dict[str, Lens] = {}
    for entry in _files("lenses"):
        document = read_yaml(entry, f"scenarios/lenses/{entry.name}")
        for name in document.data:
            given = _fields(document, name, ("title", "source", "parameters"))
            values: dict[str, dict[str, float]] = {state: {} for state in STATES}
            for parameter, value in given["parameters"].items():
                path = (name, "parameters", parameter)
                try:
                    if card_of(parameter)[0].kind != "parameter":
                        raise InputError(f"{parameter!r} is nothing that a lens sets")
                    flat_values = expand(parameter, checked_number(value))
                except InputError as error:
                    raise document.error(path, error.message) from None
                for flat, number in flat_values.items():
                    owner = flat.partition(".")[2]
                    if not owner:
                        raise document.error(
                            path, f"{flat!r} is shared by all states; no lens sets it"
                        )
                    values[owner][flat] = float(number)
            found[name] = Lens(
                name,
                MappingProxyType(given["title"]),
                str(given["source"]),
                MappingProxyType(values),
            )
    return MappingProxyType(found)


@functools.cache
def levers() -> Mapping[str, Policy]:
    """Return every packaged lever of policy by name.

    Raises
    ------
    InputError
        If a packaged file is not as it should be.
    """
    wanted = tuple(one.name for one in fields(Policy) if one.name != "name")
    found: dict[str, Policy] = {}
    for entry in _files("levers"):
        document = read_yaml(entry, f"scenarios/levers/{entry.name}")
        for name in document.data:
            given = _fields(document, name, wanted)
            try:
                targets_of(given["moves"])
            except InputError as error:
                path = (name, "moves", getattr(error, "key", ""))
                raise document.error(path, error.message) from None
            found[name] = Policy(name=name, **given)
    return MappingProxyType(found)


def _files(folder: str) -> list[Traversable]:
    entries = resources.files("scenarios").joinpath(folder).iterdir()
    return sorted(
        (entry for entry in entries if entry.name.endswith(".yaml")),
        key=lambda entry: entry.name,
    )


def _fields(document: Document, name: str, wanted: tuple[str, ...]) -> dict[str, Any]:
    given = document.data[name]
    path: KeyPath = (name,)
    if not isinstance(given, dict) or set(given) != set(wanted):
        raise document.error(path, f"{shorten(name)} needs {', '.join(wanted)}")
    return given
