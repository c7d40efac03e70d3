"""The theory: pure functions of arrays, with no state, no luck and no dates.

Each module holds the rules of one concept and, above them, the cards of the
parameters that they read. A rule takes what it observes by position and its
parameters by keyword, under the names of their cards, and returns
:class:`sim.terms.Terms` whose sum is its value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sim.rules import (
    arming,
    attention,
    campaigns,
    capability,
    china,
    choice,
    conduct,
    crisis,
    dialogue,
    economy,
    exchange,
    order,
    perception,
    response,
    sanctions,
    strategy,
    talks,
    technology,
    threat,
    ties,
    war,
)

if TYPE_CHECKING:
    from types import ModuleType

    from sim.card import Card
    from sim.terms import Terms

__all__ = ["CARDS", "MODULES", "RULES", "Rule"]

Rule = Callable[..., "Terms"]

MODULES: tuple[ModuleType, ...] = (
    capability,
    perception,
    threat,
    arming,
    ties,
    exchange,
    war,
    sanctions,
    order,
    economy,
    technology,
    choice,
    strategy,
    campaigns,
    talks,
    attention,
    response,
    china,
    crisis,
    dialogue,
    conduct,
)
"""The modules of rules, in the order in which a reader may want them."""

RULES: dict[str, Rule] = {
    name: getattr(module, name) for module in MODULES for name in module.__all__
}
"""Every rule by name."""

CARDS: dict[str, Card] = {
    name: card for module in MODULES for name, card in module.CARDS.items()
}
"""Every parameter's card by name."""

if len(RULES) != sum(len(module.__all__) for module in MODULES):
    raise ImportError("two rules share a name")
if len(CARDS) != sum(len(module.CARDS) for module in MODULES):
    raise ImportError("two parameter cards share a name")
