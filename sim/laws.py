"""Laws: the rules with one owner's parameters already in them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.rules import Rule
    from sim.terms import Rows, Terms

__all__ = ["Laws", "Note", "Owner", "parameters_of"]

Owner = str | tuple[str, str]
"""Whose law it is, and what it was applied to where that is more than one thing."""

Note = Callable[[str, Owner, "Terms"], None]
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
        self._name, self._note = owner, note
        self._owner: Owner = owner
        self._rules = rules
        self._laws: dict[str, Rule] = {}

    def __getattr__(self, name: str) -> Rule:
        # A law is made when it is first asked for: most owners apply a few rules only.
        laws: dict[str, Rule] = self.__dict__.get("_laws", {})
        law = laws.get(name)
        if law is None:
            law = laws[name] = self._made(name)
        return law if self._note is None else _noted(law, name, self._owner, self._note)

    def _made(self, name: str) -> Rule:
        rule = self.__dict__.get("_rules", {}).get(name)
        if rule is not None:
            needed = _NEEDED.get(rule)
            if needed is None:
                needed = _NEEDED[rule] = parameters_of(rule)
            if all(one in self.parameters for one in needed):
                return partial(rule, **{one: self.parameters[one] for one in needed})
        raise AttributeError(f"no rule {name!r} applies here")

    def about(self, what: str) -> Laws:
        """Return the same laws, noted apart as applied to one thing of several.

        A rule that an owner applies twice in a month, such as attrition to either
        army, would else be noted under one name, and the second hide the first.
        """
        if self._note is None:
            return self
        same = copy(self)
        same._owner = (self._name, what)
        return same


_NEEDED: dict[Any, tuple[str, ...]] = {}
"""What each rule reads, looked up once: inspecting a signature is slow."""


def _noted(law: Rule, name: str, owner: Owner, note: Note) -> Rule:
    def applied(*arguments: Rows) -> Terms:
        terms = law(*arguments)
        note(name, owner, terms)
        return terms

    return applied
