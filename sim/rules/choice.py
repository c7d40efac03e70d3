"""Choice: how any state picks one of several options, or says yes or no."""

from __future__ import annotations

import numpy as np

from sim.card import card, deck
from sim.terms import Rows, Terms

__all__ = ["chances", "likelihood", "picked"]

CARDS = deck(
    card(
        "choice_temperature",
        0.4,
        0.2,
        0.8,
        symbol="T",
        unit="utility",
        basis="assumed",
        source="form from [McFadden1974]; value ours",
        meaning="how noisy choices are: differences of utility well above it "
        "decide, well below it do not",
    ),
)


def chances(utility: Rows, *, choice_temperature: Rows) -> Terms:
    r"""Chance of each option: the more speaks for it, the likelier it is chosen.

    .. math:: p_k = \frac{e^{U_k / T}}{\sum_j e^{U_j / T}}

    Parameters
    ----------
    utility : Rows, shape (options, rows)
        What speaks for each option :math:`U`. [signed utility]
    choice_temperature
        Parameter card of that name.

    Returns
    -------
    Terms, shape (options, rows)
        Between 0 and 1, together 1. [share]

    Notes
    -----
    The logit; that states choose like this is ours. It leaves room for what the model
    does not know.

    References
    ----------
    [McFadden1974].
    """
    weight = np.exp((utility - np.max(utility, axis=0)) / choice_temperature)
    return Terms(chance=weight / np.sum(weight, axis=0))


def picked(chance: Rows, luck: Rows) -> Terms:
    r"""The option that luck picks: 1 there and 0 elsewhere.

    .. math:: x_k = [u > s_k] - [u > s_{k+1}], \qquad s_k = \sum_{j < k} p_j

    Parameters
    ----------
    chance : Rows, shape (options, rows)
        Chance of each option :math:`p`. [share]
    luck : Rows, shape (rows,)
        Luck of the choice :math:`u`. [luck]

    Returns
    -------
    Terms, shape (options, rows)
        0 or 1, together 1. [0 or 1]

    Notes
    -----
    Ours. One draw for all options in their order, so that a cause that moves chances
    down the order never moves a choice up it.
    """
    reached = np.heaviside(luck - (np.cumsum(chance, axis=0) - chance), 0.0)
    beyond = np.concatenate([reached[1:], 0.0 * reached[:1]])
    return Terms(picked=np.maximum(0.0, reached - beyond))


def likelihood(utility: Rows, *, choice_temperature: Rows) -> Terms:
    r"""Chance of a yes, or willingness where that is a matter of degree.

    .. math:: p = \frac{1}{1 + e^{-U / T}}

    Parameters
    ----------
    utility : Rows, shape (rows,)
        What speaks for yes rather than no :math:`U`. [signed utility]
    choice_temperature
        Parameter card of that name.

    Returns
    -------
    Terms, shape (rows,)
        Between 0 and 1. [share]

    Notes
    -----
    The logit of two options; its use is ours.

    References
    ----------
    [McFadden1974].
    """
    steps = np.minimum(np.maximum(utility / choice_temperature, -30.0), 30.0)
    return Terms(chance=1.0 / (1.0 + np.exp(-steps)))
