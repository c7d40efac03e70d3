"""How the tests of rules call a rule: with its first guesses, save what a test sets."""

import numpy as np
import pytest

from sim.contract import RANGES, arguments, example
from sim.laws import parameters_of
from sim.rules import CARDS, RULES


@pytest.fixture(scope="session")
def value():
    """Return the value of a rule for given arguments.

    ``value("growth", 100.0, gdp_growth=1.2)``; parameters not given are the cards'
    first guesses, of the state named by ``of`` where each has its own.
    """

    def worked_out(rule, *arguments, of=None, **chosen):
        cards = {name: CARDS[name] for name in parameters_of(RULES[rule])}
        first = {
            name: card.value((of or card.states[0]) if card.states else None)
            for name, card in cards.items()
        }
        arrays = [np.asarray(one, dtype=float) for one in arguments]
        return RULES[rule](*arrays, **{**first, **chosen}).total

    return worked_out


@pytest.fixture(scope="session")
def moved():
    """Return how a rule's value moves, over plausible inputs, as one input rises.

    The result is the smallest and the largest change over 400 rows.
    """

    def tried(rule, name, *, seed=2, rows=400, share=0.3, **chosen):
        given = example(RULES[rule], RULES[rule], rows, np.random.default_rng(seed))
        own = {**given.parameters, **chosen}
        before = RULES[rule](*given.arguments.values(), **own).total
        if name in own:
            card = CARDS[name]
            high = max(card.range(state)[1] for state in card.states or (None,))
            own = {**own, name: own[name] + share * np.maximum(high - own[name], 0.0)}
            values = list(given.arguments.values())
        else:
            units = {one.name: one.unit for one in arguments(RULES[rule])}
            high = RANGES[units[name]][1]
            values = [
                one + share * (high - one) if key == name else one
                for key, one in given.arguments.items()
            ]
        change = RULES[rule](*values, **own).total - before
        return float(np.min(change)), float(np.max(change))

    return tried
