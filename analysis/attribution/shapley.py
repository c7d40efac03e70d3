"""Shapley values: what each player adds, averaged over the orders of joining.

A game gives every coalition (set of players) a worth. A player's Shapley value
[Shapley1953] is what its joining adds to those who joined before it, averaged over
all orders in which the players can join. The values add up to the worth of all
players less that of none. They are linear in the worths, so a game that is played
once in every run is shared out run by run, and the spread over runs gives the error
of the mean.
"""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from analysis.measures import Runs

__all__ = [
    "coalitions",
    "interaction",
    "orders",
    "prefixes",
    "values_along",
    "values_of",
]


def coalitions(players: int) -> NDArray[np.bool_]:
    """Return who is in each coalition, shape (2**players, players).

    Coalition ``m`` has player ``i`` where bit ``i`` of ``m`` is set: the first is
    empty, the last has everybody.
    """
    masks = np.arange(2**players)
    member: NDArray[np.bool_] = (masks[:, None] >> np.arange(players)) & 1 == 1
    return member


def values_of(worth: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    r"""Return the Shapley value of every player, exactly.

    .. math:: \phi_i = \sum_{S \not\ni i} \frac{s! (n - s - 1)!}{n!}
              (v(S \cup i) - v(S))

    Parameters
    ----------
    worth : ndarray, shape (2**players, runs)
        Of every coalition, in the order of :func:`coalitions`.

    Returns
    -------
    ndarray, shape (players, runs)
        In float64.
    """
    worths = np.asarray(worth, dtype=np.float64)
    players = _players(worths)
    masks, sizes = _without(players)
    share = np.array(
        [
            factorial(size) * factorial(players - size - 1) / factorial(players)
            for size in range(players)
        ]
    )
    found = np.zeros((players, worths.shape[1]))
    for player in range(players):
        rest = masks[masks >> player & 1 == 0]
        joins = worths[rest | 1 << player] - worths[rest]
        found[player] = share[sizes[rest]] @ joins
    return found


def interaction(
    worth: NDArray[np.floating[Any]], one: int, other: int
) -> NDArray[np.float64]:
    r"""Return by how much one player adds more where another is there, run by run.

    .. math:: I_{ij} = \sum_{S \not\ni i, j} \frac{s! (n - s - 2)!}{(n - 1)!}
              (v(S \cup ij) - v(S \cup i) - v(S \cup j) + v(S))

    Parameters
    ----------
    worth : ndarray, shape (2**players, runs)
        Of every coalition, in the order of :func:`coalitions`.
    one, other : int
        Two different players, counted from 0.

    Returns
    -------
    ndarray, shape (runs,)
        The second difference, averaged over the others as the Shapley value is.

    Notes
    -----
    The interaction index of [GrabischRoubens1999]. Of two players alone it is the
    plain second difference.
    """
    worths = np.asarray(worth, dtype=np.float64)
    players = _players(worths)
    masks, sizes = _without(players)
    rest = masks[(masks >> one & 1 == 0) & (masks >> other & 1 == 0)]
    a, b = 1 << one, 1 << other
    second = worths[rest | a | b] - worths[rest | a] - worths[rest | b] + worths[rest]
    share = np.array(
        [
            factorial(size) * factorial(players - size - 2) / factorial(players - 1)
            for size in range(players - 1)
        ]
    )
    found: NDArray[np.float64] = share[sizes[rest]] @ second
    return found


def orders(players: int, runs: int, seed: int) -> NDArray[np.int64]:
    """Return a random order of joining for each run, shape (runs, players).

    The first orders stay the same however many are asked for.
    """
    luck = np.random.default_rng([seed, players])
    return np.array([luck.permutation(players) for _ in range(runs)], dtype=np.int64)


def prefixes(order: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return who is in after each joining.

    Parameters
    ----------
    order : ndarray of int, shape (runs, players)
        Who joins when.

    Returns
    -------
    ndarray of bool, shape (runs, players + 1, players)
        From nobody to everybody.
    """
    place = np.argsort(order, axis=1)
    joined = np.arange(order.shape[1] + 1)
    member: NDArray[np.bool_] = place[:, None, :] < joined[None, :, None]
    return member


def values_along(
    order: NDArray[np.int64],
    worth: NDArray[np.floating[Any]],
    worth_back: NDArray[np.floating[Any]],
) -> NDArray[np.float64]:
    """Return what each player adds along an order and along its reverse.

    Parameters
    ----------
    order : ndarray of int, shape (runs, players)
        Who joins when; every run has an order of its own.
    worth, worth_back : ndarray, shape (runs, players + 1)
        Of the growing coalition, along the order and along its reverse.

    Returns
    -------
    ndarray, shape (players, runs)
        The mean of the two, an unbiased estimate of the Shapley value; in every run
        the estimates add up to the worth of all less that of none.

    Notes
    -----
    Orders in antithetic pairs after [MitchellEtAl2022]: who comes early in one comes
    late in the other.
    """
    found = np.zeros(order.shape)
    for way, worths in ((order, worth), (order[:, ::-1], worth_back)):
        added = np.zeros_like(found)
        np.put_along_axis(added, way, np.diff(worths, axis=1), axis=1)
        found += added
    half: NDArray[np.float64] = found.T / 2.0
    return half


def _players(worths: Runs) -> int:
    players = int(worths.shape[0]).bit_length() - 1
    if worths.ndim != 2 or worths.shape[0] != 2**players or players < 1:
        raise ValueError(f"worths have shape {worths.shape}; it is (2**players, runs)")
    return players


def _without(players: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every coalition as a number, and how many are in each."""
    return np.arange(2**players), coalitions(players).sum(axis=1)
