"""Laws: the rules with one owner's parameters already in them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.rules import Rule
    from sim.terms import Rows, Terms

__all__ = ["Laws", "Note", "parameters_of"]

Note = Callable[[str, str, "Terms"], None]
"""Takes (rule, owner, terms) each time that a rule has been applied."""


def parameters_of(rule: Rule) -> tuple[str, ...]:
    """Return the names of the parameter cards that a rule reads."""
    return tuple(
        name
        for name, one in inspect.signature(rule).parameters.items()
        if one.kind is one.KEYWORD_ONLY
    )


class Laws:
    """Every rule as it applies to one owner.

    ``laws.threat(intent, power, vulnerability, shared)`` is the rule ``threat`` with
    this owner's parameters.

    Parameters
    ----------
    owner : str
        A state, or ``common`` for the world's common affairs.
    rules : mapping of str to rule
        The rules in force.
    parameters : mapping of str to Rows
        The owner's parameters by bare name. A rule that reads one which this owner
        does not have is no law for it.
    note : callable, optional
        Told of every application; used to explain.
    """

    def __init__(
        self,
        owner: str,
        rules: Mapping[str, Rule],
        parameters: Mapping[str, Rows],
        note: Note | None = None,
    ) -> None:
        self.parameters = parameters
        self._bound: dict[str, Rule] = {}
        for name, rule in rules.items():
            needed = _NEEDED.get(rule)
            if needed is None:
                needed = _NEEDED[rule] = parameters_of(rule)
            if all(one in parameters for one in needed):
                law = partial(rule, **{one: parameters[one] for one in needed})
                self._bound[name] = (
                    law if note is None else _noted(law, name, owner, note)
                )

    def __getattr__(self, name: str) -> Rule:
        try:
            return self.__dict__["_bound"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(f"no rule {name!r} applies here") from None


_NEEDED: dict[Any, tuple[str, ...]] = {}
"""What each rule reads, looked up once: inspecting a signature is slow."""


def _noted(law: Rule, name: str, owner: str, note: Note) -> Rule:
    def applied(*arguments: Rows) -> Terms:
        terms = law(*arguments)
        note(name, owner, terms)
        return terms

    return applied
