"""What every rule promises, and a check that it keeps it.

A rule is a pure function: it takes arrays by position, its parameters by keyword
under the names of their cards, and returns named terms. A row never sees another
row, inputs are never written to, and results are finite for every plausible input.
The same check walks the model's own rules in the tests and guards rules that a
user brings.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.cast import DOMAINS, DYADS, PAIRS, POSTURES, ROLES, STATES, THEATRES
from sim.errors import InputError, nearest
from sim.rules import CARDS, RULES
from sim.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.rules import Rule
    from sim.terms import Rows

__all__ = [
    "RANGES",
    "Argument",
    "Example",
    "arguments",
    "check",
    "checked_rules",
    "example",
]

RANGES: dict[str, tuple[float, float]] = {
    "0 or 1": (0.0, 1.0),
    "1/year": (0.0, 3.0),
    "% of GDP": (0.0, 40.0),
    "act units": (-0.5, 1.0),
    "bn US$": (0.0, 20000.0),
    "bn US$/month": (0.0, 1.0),
    "bn US$/year": (0.0, 1500.0),
    "ideal points": (0.0, 4.0),
    "km": (10.0, 12000.0),
    "launches": (0.0, 40.0),
    "log-odds": (-6.0, 6.0),
    "luck": (1e-9, 1.0 - 1e-9),
    "million shells": (0.0, 20.0),
    "million shells/month": (0.0, 1.5),
    "months": (0.0, 60.0),
    "multiples": (0.0, 6.0),
    "news": (0.0, 3.0),
    "positive bn US$": (10.0, 30000.0),
    "positive bn US$/year": (0.5, 1500.0),
    "positive thousand persons": (50.0, 800.0),
    "ratio": (0.2, 1.5),
    "share": (0.0, 1.0),
    "share of trade": (0.0, 1.3),
    "signed share": (-1.0, 1.0),
    "signed threat": (-3.0, 3.0),
    "signed utility": (-6.0, 6.0),
    "standard normal": (-4.0, 4.0),
    "steps": (0.0, 5.0),
    "tests": (0.0, 6.0),
    "thousand persons": (0.0, 800.0),
    "threat": (0.0, 3.0),
    "warheads": (0.0, 6000.0),
}
"""The plausible range of every unit that an argument of a rule may have."""

LENGTHS = {
    "others": len(STATES) - 1,
    "thirds": len(STATES) - 2,
    "pairs": len(PAIRS),
    "domains": len(DOMAINS),
    "dyads": len(DYADS),
    "postures": len(POSTURES),
    "roles": len(ROLES),
    "theatres": len(THEATRES),
    "options": len(POSTURES),
    "1": 1,
}
"""The length of every named axis but the last, which is the rows."""

_HEAD = re.compile(r"^(?P<name>\w+) : Rows, shape \((?P<shape>[^)]+)\)$")
_UNIT = re.compile(r"\[(?P<unit>[^\]]+)\]$")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a rule, as its docstring declares it.

    Attributes
    ----------
    name : str
        Its name.
    axes : tuple of str
        Its axes by name, the last being ``rows`` (or ``1`` for a constant).
    unit : str
        Its unit, one of :data:`RANGES`.
    """

    name: str
    axes: tuple[str, ...]
    unit: str

    def shape(self, rows: int) -> tuple[int, ...]:
        """Return its shape for a number of rows."""
        return tuple(rows if axis == "rows" else LENGTHS[axis] for axis in self.axes)


@dataclass(frozen=True, slots=True)
class Example:
    """Plausible inputs of a rule.

    Attributes
    ----------
    arguments : dict of str to ndarray
        What the rule observes, by name in the order of its signature.
    parameters : dict of str to ndarray of shape (rows,)
        Its parameters, a value per row.
    """

    arguments: dict[str, Any]
    parameters: dict[str, Any]

    def row(self, row: int) -> Example:
        """Return one row alone, still with the axis of rows."""
        rows = slice(row, row + 1)
        return Example(
            {
                name: one if one.shape[-1] == 1 else one[..., rows]
                for name, one in self.arguments.items()
            },
            {name: one[rows] for name, one in self.parameters.items()},
        )


def arguments(rule: Rule) -> tuple[Argument, ...]:
    """Return a rule's arguments as its docstring declares them.

    Raises
    ------
    InputError
        If the docstring and the signature disagree, or a shape or unit is unknown.
    """
    declared: dict[str, Argument] = {}
    lines = inspect.cleandoc(rule.__doc__ or "").splitlines()
    heads = [(place, _HEAD.match(line)) for place, line in enumerate(lines)]
    for place, head in heads:
        if head is None:
            continue
        body = []
        for line in lines[place + 1 :]:
            if not line.startswith("    "):
                break
            body.append(line.strip())
        unit = _UNIT.search(" ".join(body))
        if unit is None or unit["unit"] not in RANGES:
            raise InputError(
                f"rule {rule.__name__!r}: the description of {head['name']!r} must end "
                f"with its unit in brackets, one of: {', '.join(RANGES)}"
            )
        axes = tuple(part.strip() for part in head["shape"].split(",") if part.strip())
        if any(axis != "rows" and axis not in LENGTHS for axis in axes):
            raise InputError(
                f"rule {rule.__name__!r}: shape ({head['shape']}) of {head['name']!r} "
                f"may name only rows, {', '.join(LENGTHS)}"
            )
        declared[head["name"]] = Argument(head["name"], axes, unit["unit"])
    positional = _names(rule, keyword=False)
    if tuple(declared) != positional:
        raise InputError(
            f"rule {rule.__name__!r} takes {', '.join(positional)} but its docstring "
            f"declares {', '.join(declared)}"
        )
    return tuple(declared.values())


def _names(rule: Rule, *, keyword: bool) -> tuple[str, ...]:
    return tuple(
        name
        for name, one in inspect.signature(rule).parameters.items()
        if (one.kind is one.KEYWORD_ONLY) == keyword
    )


def example(
    like: Rule, rule: Rule, rows: int, generator: np.random.Generator
) -> Example:
    """Return plausible inputs, read-only, for a rule.

    Parameters
    ----------
    like : rule
        Whose docstring says what the arguments are.
    rule : rule
        Whose signature says which parameters it reads.
    rows : int
        How many rows.
    generator : numpy.random.Generator
        Where the values come from.
    """
    values = {}
    for one in arguments(like):
        low, high = RANGES[one.unit]
        value = generator.uniform(low, high, one.shape(rows))
        if one.unit == "0 or 1":
            value = np.round(value)
        values[one.name] = _frozen(value)
    parameters = {}
    for name in _names(rule, keyword=True):
        card = CARDS[name]
        state = (
            card.states[generator.integers(len(card.states))] if card.states else None
        )
        parameters[name] = _frozen(generator.uniform(*card.range(state), rows))
    return Example(values, parameters)


def _frozen(value: Rows) -> Rows:
    value.flags.writeable = False
    return value


def check(
    rule: Rule, like: Rule | None = None, *, rows: int = 3, seed: int = 0
) -> None:
    """Check that a rule keeps the promises of a rule.

    Parameters
    ----------
    rule : rule
        What to check.
    like : rule, optional
        The rule that it replaces; itself if none.
    rows : int
        How many rows to try it on, alone and together.
    seed : int
        Seed of the plausible inputs.

    Raises
    ------
    InputError
        If a promise is broken; the message says which.
    """
    like = rule if like is None else like
    called = f"rule {getattr(rule, '__name__', repr(rule))!r}"
    wanted, given = _names(like, keyword=False), _names(rule, keyword=False)
    if given != wanted:
        raise InputError(
            f"{called} must take ({', '.join(wanted)}) by position; it takes "
            f"({', '.join(given)})"
        )
    for name in _names(rule, keyword=True):
        if name not in CARDS:
            raise InputError(
                f"{called} reads {name!r}, which has no parameter card; "
                f"{nearest(name, CARDS)}"
            )
    tried = example(like, rule, rows, np.random.default_rng(seed))
    together = _apply(rule, tried, called)
    original = _apply(like, Example(tried.arguments, _reads(like, tried, rows)), called)
    shape = np.broadcast_shapes(np.shape(original.total), (rows,))
    if np.broadcast_shapes(np.shape(together.total), (rows,)) != shape:
        raise InputError(
            f"{called} returns shape {np.shape(together.total)}; it must be {shape}"
        )
    if not np.all(np.isfinite(together.total)):
        raise InputError(f"{called} is not finite for plausible inputs")
    for row in range(rows):
        alone = _apply(rule, tried.row(row), called).total
        whole = np.broadcast_to(together.total, shape)[..., row : row + 1]
        if not np.array_equal(np.broadcast_to(alone, whole.shape), whole):
            raise InputError(
                f"{called} gives a row another value alone than in a crowd: a rule may "
                "not look across rows (no mean, sum, sort or matrix product over them)"
            )


def _reads(like: Rule, tried: Example, rows: int) -> dict[str, Any]:
    own = {}
    for name in _names(like, keyword=True):
        card = CARDS[name]
        state = card.states[0] if card.states else None
        middle = np.full(rows, sum(card.range(state)) / 2.0)
        own[name] = tried.parameters.get(name, middle)
    return own


def _apply(rule: Rule, tried: Example, called: str) -> Terms:
    try:
        result = rule(*tried.arguments.values(), **tried.parameters)
    except ValueError as error:
        if "read-only" in str(error):
            raise InputError(
                f"{called} writes into its inputs; make new arrays instead"
            ) from error
        raise InputError(f"{called} fails on plausible inputs: {error}") from error
    except (TypeError, IndexError, ArithmeticError) as error:
        raise InputError(f"{called} fails on plausible inputs: {error}") from error
    if not isinstance(result, Terms):
        raise InputError(
            f"{called} must return sim.terms.Terms, its value as a sum of named terms; "
            f"it returns {type(result).__name__}"
        )
    return result


def checked_rules(own: Mapping[str, Rule]) -> dict[str, Rule]:
    """Return the model's rules with a user's own in their places.

    Parameters
    ----------
    own : mapping of str to rule
        Rules by the name of what they replace.

    Raises
    ------
    InputError
        If there is no rule of that name, or one breaks a promise.
    """
    for name, rule in own.items():
        if name not in RULES:
            raise InputError(f"there is no rule {name!r}; {nearest(name, RULES)}")
        if not callable(rule):
            raise InputError(f"rule {name!r} is {rule!r}; it must be a function")
        check(rule, RULES[name])
    return {**RULES, **own}
