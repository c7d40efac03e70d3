"""What a parameter is: one number with its unit, range, basis and source.

A card is declared once, beside the rule that reads it. Validation, bounds,
sliders, labels and the tables in ``docs/`` all read the card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sim.cast import STATES

__all__ = ["BASES", "Basis", "Card", "Kind", "card", "deck", "mechanism", "profile"]

Basis = Literal["measured", "estimated", "assumed"]
Kind = Literal["parameter", "mechanism", "profile"]
BASES: tuple[Basis, ...] = ("measured", "estimated", "assumed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One parameter, with what a reader needs in order to argue with it.

    Attributes
    ----------
    name : str
        As a rule's keyword argument and a scenario file spell it. A parameter
        that each state has for itself is addressed as ``name.STATE``.
    default : float or mapping of state to float
        First guess; a mapping when each state has its own.
    low, high : float or mapping of state to float
        The plausible range, in the same unit; values outside are refused.
    symbol : str
        The letter in the equation.
    unit : str
        Unit of the value; ``"1"`` for a pure number.
    basis : {'measured', 'estimated', 'assumed'}
        Where the number comes from.
    source : str
        Keys of ``docs/references.bib`` in brackets, or a plain statement that
        the value is ours.
    meaning : str
        One plain sentence.
    kind : {'parameter', 'mechanism', 'profile'}
        A mechanism's strength (0 switches it off exactly, 1 is as written), a
        trait of a government (may change by date), or anything else.
    """

    name: str
    default: float | Mapping[str, float]
    low: float | Mapping[str, float]
    high: float | Mapping[str, float]
    symbol: str
    unit: str
    basis: Basis
    source: str
    meaning: str
    kind: Kind = "parameter"

    def __post_init__(self) -> None:
        for state in self.states or (None,):
            low, value, high = (
                self.range(state)[0],
                self.value(state),
                self.range(state)[1],
            )
            if not low <= value <= high:
                raise ValueError(
                    f"parameter {self.name}: default {value} is outside {low} to {high}"
                )

    @property
    def states(self) -> tuple[str, ...]:
        """The states that each have a value of their own; empty when shared."""
        if isinstance(self.default, Mapping):
            return tuple(name for name in STATES if name in self.default)
        return ()

    @property
    def flat_names(self) -> tuple[str, ...]:
        """Every addressable name: ``name``, or ``name.STATE`` for each state."""
        if not self.states:
            return (self.name,)
        return tuple(f"{self.name}.{state}" for state in self.states)

    def value(self, state: str | None = None) -> float:
        """Return the first guess, for a state where each has its own."""
        return _pick(self.default, state)

    def range(self, state: str | None = None) -> tuple[float, float]:
        """Return the plausible range (low, high), likewise."""
        return _pick(self.low, state), _pick(self.high, state)


def _pick(value: float | Mapping[str, float], state: str | None) -> float:
    if isinstance(value, Mapping):
        if state is None:
            raise KeyError("each state has its own value: name one")
        return float(value[state])
    return float(value)


def card(
    name: str,
    default: float | Mapping[str, float],
    low: float | Mapping[str, float],
    high: float | Mapping[str, float],
    *,
    symbol: str,
    unit: str,
    basis: Basis,
    source: str,
    meaning: str,
    each: tuple[str, ...] = (),
    kind: Kind = "parameter",
) -> Card:
    """Return a parameter's card; ``each`` gives every named state its own copy."""
    if each and not isinstance(default, Mapping):
        default = dict.fromkeys(each, default)
    return Card(
        name=name,
        default=default,
        low=low,
        high=high,
        symbol=symbol,
        unit=unit,
        basis=basis,
        source=source,
        meaning=meaning,
        kind=kind,
    )


def mechanism(
    name: str, meaning: str, *, source: str, high: float = 1.0, default: float = 1.0
) -> Card:
    """Return the card of a mechanism's strength: 0 off, 1 as written."""
    return card(
        name,
        default,
        0.0,
        high,
        symbol=r"\sigma",
        unit="strength",
        basis="assumed",
        source=source,
        meaning=meaning,
        kind="mechanism",
    )


def profile(
    name: str,
    default: float | Mapping[str, float],
    low: float,
    high: float,
    *,
    symbol: str,
    unit: str,
    meaning: str,
    source: str,
    basis: Basis = "assumed",
) -> Card:
    """Return the card of a government's trait, which may change with its term."""
    return card(
        name,
        default,
        low,
        high,
        symbol=symbol,
        unit=unit,
        basis=basis,
        source=source,
        meaning=meaning,
        kind="profile",
    )


def deck(*cards: Card) -> dict[str, Card]:
    """Return cards by name; a name declared twice is an error."""
    names = [one.name for one in cards]
    if len(set(names)) != len(names):
        raise ValueError(
            f"declared twice: {sorted(n for n in names if names.count(n) > 1)}"
        )
    return dict(zip(names, cards, strict=True))
