"""Named bundles of numbers: lenses of theory and profiles of governments.

A bundle has no code of its own. A *lens* gives a state the parameters under which
it reasons as one school of realism says; a *profile* gives a state's government
its traits for one term. Both are packaged YAML files beside the scenarios.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
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

__all__ = ["Lens", "Profile", "lenses", "profiles", "traits_of"]


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
            fields = _fields(document, name, ("title", "traits"))
            if name in found:
                raise document.error((name,), f"the profile {name!r} exists already")
            try:
                traits = traits_of(state, fields["traits"])
            except InputError as error:
                raise document.error((name, "traits"), error.message) from None
            found[name] = Profile(
                name, state, MappingProxyType(fields["title"]), MappingProxyType(traits)
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
            fields = _fields(document, name, ("title", "source", "parameters"))
            values: dict[str, dict[str, float]] = {state: {} for state in STATES}
            for parameter, value in fields["parameters"].items():
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
                MappingProxyType(fields["title"]),
                str(fields["source"]),
                MappingProxyType(values),
            )
    return MappingProxyType(found)


def _files(folder: str) -> list[Traversable]:
    entries = resources.files("scenarios").joinpath(folder).iterdir()
    return sorted(
        (entry for entry in entries if entry.name.endswith(".yaml")),
        key=lambda entry: entry.name,
    )


def _fields(document: Document, name: str, wanted: tuple[str, ...]) -> dict[str, Any]:
    fields = document.data[name]
    path: KeyPath = (name,)
    if not isinstance(fields, dict) or set(fields) != set(wanted):
        raise document.error(path, f"{shorten(name)} needs {', '.join(wanted)}")
    return fields
