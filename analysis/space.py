"""The space of plausible parameters: what varies in it, and points of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from sim.parameters import card_of, flat_names
from sim.scenario.uncertainty import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["drawn", "varied"]


def varied(held: Iterable[str] = ()) -> list[str]:
    """Return the flat names that differ from point to point.

    Parameters
    ----------
    held : iterable of str
        Names, of one copy or of a family, that do not.

    Returns
    -------
    list of str
        Every other that can be in doubt (:data:`sim.scenario.uncertainty.OPEN`).
    """
    fixed = {flat for name in held for flat in flat_names(name)}
    return [flat for flat in OPEN if flat not in fixed]


def drawn(points: int, seed: int, fixed: Mapping[str, float]) -> dict[str, Any]:
    """Return parameters of their own for every point, over each card's whole range.

    Parameters
    ----------
    points : int
        How many points; point k is drawn with luck id k, whoever else is drawn.
    seed : int
        Of the luck with which they are drawn.
    fixed : mapping of name to float
        What is the same at every point.

    Returns
    -------
    dict
        Flat name to one number or an array of shape (points,), each uniform between
        the bounds of its card. Strengths of mechanisms go from 0, where a mechanism
        is off, so that no contested effect is taken for granted.
    """
    from sim.luck import Luck

    luck = Luck(seed, np.arange(points))
    chosen: dict[str, Any] = {
        flat: value for name, value in fixed.items() for flat in flat_names(name)
    }
    for flat in varied(fixed):
        card, state = card_of(flat)
        low, high = card.range(state)
        chosen[flat] = low + (high - low) * luck.parameter(flat)
    return chosen
