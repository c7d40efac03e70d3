"""Factors that do nothing: exactly nothing, as far as the points tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.sweeps.measured import position, values_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.sweeps.results import Design, Factor, Results

__all__ = ["exactly_idle", "moved_nothing", "twins"]


def twins(design: Design) -> dict[str, NDArray[np.int64]]:
    """Return pairs of points that differ in one factor only.

    Parameters
    ----------
    design : Design
        Of any kind; ``sobol``, ``morris``, ``one_at_a_time`` and ``grid`` have such
        pairs, the others none.

    Returns
    -------
    dict
        Factor to an array of shape (pairs, 2) of places of points; of several points
        that agree in all else, each stands beside the first that differs from it.
    """
    columns = np.column_stack([position(one, design) for one in design.factors])
    # Each factor's value gets a random number of 64 bits; their sum is a point's key,
    # and less one factor's number it is the key of all else.
    keys = np.empty(columns.shape, dtype=np.uint64)
    draw = np.random.default_rng(len(columns))
    for count in range(columns.shape[1]):
        seen, place = np.unique(columns[:, count], return_inverse=True)
        numbers = draw.integers(0, 2**64, size=len(seen), dtype=np.uint64)
        keys[:, count] = numbers[place]
    total = keys.sum(axis=1, dtype=np.uint64)
    return {
        one.name: _pairs(total - keys[:, count], columns[:, count])
        for count, one in enumerate(design.factors)
    }


def _pairs(others: NDArray[np.uint64], own: NDArray[np.float64]) -> NDArray[np.int64]:
    _, first, group = np.unique(others, return_index=True, return_inverse=True)
    beside = first[group]
    differ = np.flatnonzero(own != own[beside])
    return np.column_stack([beside[differ], differ])


def exactly_idle(
    results: Results, outcome: str, pairs: dict[str, NDArray[np.int64]] | None = None
) -> dict[str, int]:
    """Return the factors that changed an outcome in no run at all.

    Parameters
    ----------
    results : Results
        With held luck; with fresh luck two points differ by their luck in any case.
    outcome : str
        One of its outcomes.
    pairs : dict, optional
        What :func:`twins` returns, where it is known.

    Returns
    -------
    dict
        Factor to the number of pairs of points that differ in it alone, at which every
        run came out the same bit for bit. Empty with fresh luck. A factor without any
        such pair is not in it: of that one nothing is known.

    Raises
    ------
    InputError
        If the outcome is unknown or not whole.
    """
    values = values_of(results, outcome)
    if results.luck != "held":
        return {}
    found = {}
    for name, pair in (twins(results.design) if pairs is None else pairs).items():
        if len(pair) and (values[pair[:, 0]] == values[pair[:, 1]]).all():
            found[name] = len(pair)
    return found


def moved_nothing(
    results: Results,
    outcomes: list[str],
    pairs: dict[str, NDArray[np.int64]] | None = None,
) -> list[Factor]:
    """Return the factors that are exactly idle on all of several outcomes.

    Parameters
    ----------
    results : Results
        With held luck.
    outcomes : list of str
        Outcomes, one or more.
    pairs : dict, optional
        What :func:`twins` returns, where it is known.

    Returns
    -------
    list of Factor
        In the order of the design.
    """
    pairs = twins(results.design) if pairs is None else pairs
    idle = [set(exactly_idle(results, one, pairs)) for one in outcomes]
    return [
        one
        for one in results.design.factors
        if idle and all(one.name in some for some in idle)
    ]
