"""Every parameter of the model, gathered from the cards beside the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.cast import STATES
from sim.errors import InputError, nearest
from sim.rules import CARDS

if TYPE_CHECKING:
    from sim.card import Card
    from sim.terms import Rows

__all__ = ["CARDS", "FLAT_NAMES", "Parameters", "card_of", "expand", "flat_names"]

_STATE_SUFFIX = re.compile(r"^(?P<name>[^.]+)\.(?P<state>[^.]+)$")
FLAT_NAMES = tuple(flat for one in CARDS.values() for flat in one.flat_names)
"""Every name under which one number can be set, in the order of the cards."""


def card_of(name: str) -> tuple[Card, str | None]:
    """Return the card that a name addresses, and the state in it if it names one.

    Parameters
    ----------
    name : str
        ``linkage``, ``reach`` (of every state) or ``reach.NK``.

    Raises
    ------
    InputError
        If there is no such parameter, or the state has none of its own.
    """
    match = _STATE_SUFFIX.match(name)
    base, state = (match["name"], match["state"]) if match else (name, None)
    if base not in CARDS:
        raise InputError(f"there is no parameter {name!r}; {nearest(base, CARDS)}")
    card = CARDS[base]
    if state is not None and state not in card.states:
        if not card.states:
            raise InputError(
                f"parameter {base!r} is shared: write {base!r}, not {name!r}"
            )
        raise InputError(
            f"parameter {base!r} has no value for {state!r}; "
            f"{nearest(state, card.states)}"
        )
    return card, state


def flat_names(name: str) -> tuple[str, ...]:
    """Return every flat name that a setting of ``name`` sets; see :func:`expand`."""
    card, state = card_of(name)
    return card.flat_names if state is None else (name,)


def expand(name: str, value: object) -> dict[str, float | np.ndarray]:
    """Return the flat names that one setting sets, each with its checked value.

    Parameters
    ----------
    name : str
        A parameter, or one state's copy of it. The bare name of a parameter that
        each state has for itself sets all of them.
    value : float or ndarray of shape (rows,)
        The new value, in the card's unit.

    Returns
    -------
    dict
        Flat name to value.

    Raises
    ------
    InputError
        If the name is unknown, or the value is no number or out of its range.
    """
    card, state = card_of(name)
    states = (state,) if state is not None else card.states or (None,)
    return {
        card.name if one is None else f"{card.name}.{one}": _checked(card, one, value)
        for one in states
    }


def _checked(card: Card, state: str | None, value: object) -> float | np.ndarray:
    label = card.name if state is None else f"{card.name}.{state}"
    low, high = card.range(state)
    allowed = f"a number from {low:g} to {high:g} [{card.unit}]"
    if isinstance(value, (bool, np.bool_, str)) or value is None:
        raise InputError(f"parameter {label!r} is {value!r}; it must be {allowed}")
    try:
        number = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise InputError(
            f"parameter {label!r} is {value!r}; it must be {allowed}"
        ) from None
    if number.ndim > 1:
        raise InputError(
            f"parameter {label!r} has {number.ndim} axes; "
            "give one number, or one per row"
        )
    if not np.all((number >= low) & (number <= high)):
        worst = (
            number
            if number.ndim == 0
            else number[~((number >= low) & (number <= high))][0]
        )
        raise InputError(
            f"parameter {label!r} is {float(worst):g}; it must be {allowed}"
        )
    return float(number) if number.ndim == 0 else number


class Parameters(Mapping[str, "float | np.ndarray"]):
    """One value for every flat name: a number, or one number per row.

    Parameters
    ----------
    **settings : float or ndarray of shape (rows,)
        What differs from the cards. A dotted name is passed as
        ``Parameters(**{"reach.NK": 700})``.

    Raises
    ------
    InputError
        If a name is unknown or a value is out of its range.
    """

    def __init__(self, **settings: Rows) -> None:
        values: dict[str, float | np.ndarray] = {
            flat: card.value(state)
            for card in CARDS.values()
            for flat, state in zip(card.flat_names, card.states or (None,), strict=True)
        }
        # A family's name first, so that a state's own setting wins in any order.
        for name in sorted(settings, key=lambda one: "." in one):
            values.update(expand(name, settings[name]))
        self._values = MappingProxyType(values)

    def __getitem__(self, name: str) -> float | np.ndarray:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def replace(self, **settings: Rows) -> Parameters:
        """Return the same parameters with some values changed; see the class."""
        changed = dict(self._values)
        for name in sorted(settings, key=lambda one: "." in one):
            changed.update(expand(name, settings[name]))
        return Parameters(**changed)

    def of(self, state: str) -> dict[str, float | np.ndarray]:
        """Return what a state's rules read: the shared values and its own."""
        return owned_by(state, self._values)


def owned_by(state: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what one state's rules read of a flat mapping, by bare name."""
    return {bare: values[flat] for flat, bare in _READ_BY[state] if flat in values}


def _read_by(state: str) -> tuple[tuple[str, str], ...]:
    """Return the flat and the bare name of every value that a state's rules read."""
    split = ((flat, *flat.partition(".")[::2]) for flat in FLAT_NAMES)
    return tuple((flat, bare) for flat, bare, owner in split if owner in ("", state))


_READ_BY = {state: _read_by(state) for state in STATES}
