"""What a sweep measured at each point: whole and finite, or refused.

Indices are computed of whole designs only. A gap that is filled, with zeros or with a
mean, moves every index without a trace, so that a point without a number is named.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from analysis.sweeps.results import Design, Factor, Results

__all__ = ["at_times", "blocks_of", "codes_of", "position", "values_of"]

_NAMED = 5
"""So many points are named in an error."""
_KEYS = ("point", "replicate")


def values_of(results: Results, outcome: str) -> NDArray[np.float64]:
    """Return an outcome of every future.

    Parameters
    ----------
    results : Results
        Of a sweep, in any order of lines.
    outcome : str
        A column of its outcomes.

    Returns
    -------
    ndarray, shape (points, replicates)
        In the outcome's unit, every number finite.

    Raises
    ------
    InputError
        If there is no such outcome, or futures are missing, doubled or without a
        finite number; the first five points of these are named.
    """
    table = results.outcomes
    known = [str(one) for one in table.columns if one not in _KEYS]
    if outcome not in known:
        raise InputError(
            f"the sweep measured no outcome {outcome!r}; {nearest(outcome, known)}"
        )
    points = len(results.design.points)
    values = table[outcome].to_numpy(dtype=np.float64)
    at = table["point"].to_numpy(dtype=np.int64)
    times = table["replicate"].to_numpy(dtype=np.int64)
    if not points or not len(table):
        raise InputError("the sweep has no futures in it")
    if ((at < 0) | (at >= points) | (times < 0)).any():
        raise InputError(f"the sweep has futures of points outside 0 to {points - 1:,}")
    count = np.bincount(at, minlength=points)
    # No more replicates than futures at some point, or an array of any size is made.
    replicates = int(count.max())
    fits = times < replicates
    arranged = np.full((points, replicates), np.nan)
    arranged[at[fits], times[fits]] = values[fits]
    wrong = ~np.isfinite(arranged).all(axis=1) | (count != replicates)
    if wrong.any():
        raise InputError(
            f"outcome {outcome!r} is missing or no finite number at"
            f" {_listed(np.flatnonzero(wrong))} of {points:,}; all of them are"
            " needed: run these points again, or choose another outcome"
        )
    return arranged


def _listed(points: Iterable[Any]) -> str:
    found = [f"{int(one):,}" for one in points]
    more = len(found) - _NAMED
    said = ", ".join(found[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    return f"point {said}" if len(found) == 1 else f"points {said}"


def at_times(results: Results, outcome: str) -> Results:
    """Return the same sweep with what an outcome was at each time as its outcomes.

    Parameters
    ----------
    results : Results
        Of a sweep that recorded series.
    outcome : str
        One of its series.

    Returns
    -------
    Results
        One outcome per label of the series (``2030``), in their order.

    Raises
    ------
    InputError
        If the series was not recorded.
    """
    if not results.series:
        raise InputError(
            "the sweep recorded no outcome over time; there is nothing to show by year"
        )
    if outcome not in results.series:
        raise InputError(
            f"the sweep recorded no series {outcome!r};"
            f" {nearest(outcome, results.series)}"
        )
    found = results.series[outcome]
    labels = [one for one in found.columns if one not in _KEYS]
    if len(found) != len(results.outcomes):
        raise InputError(
            f"the series {outcome!r} has {len(found):,} futures and the sweep"
            f" {len(results.outcomes):,}: run the sweep again"
        )
    table = results.outcomes[list(_KEYS)].reset_index(drop=True)
    series = found[labels].reset_index(drop=True)
    series.columns = [str(one) for one in labels]
    return replace(results, outcomes=table.join(series), series={})


def blocks_of(design: Design) -> NDArray[np.int64]:
    """Return which points were drawn together, shape (points,).

    Points of one trajectory (``morris``) or of one base point (``sobol``) share most
    of their coordinates: they are one piece of evidence, and errors count them so.
    """
    points = len(design.points)
    each = 1
    if design.kind == "morris":
        each = len(design.factors) + 1
    elif design.kind == "sobol":
        each = max(points // max(int(design.options.get("base", points)), 1), 1)
    found: NDArray[np.int64] = np.arange(points) // each
    return found


def codes_of(factor: Factor, design: Design) -> NDArray[np.int64]:
    """Return which choice stands at every point, counted in the order of the choices.

    Raises
    ------
    InputError
        If a point has what is none of the choices.
    """
    place = {name: count for count, name in enumerate(factor.choices)}
    column = design.points[factor.name].astype(str)
    codes = column.map(place)
    if codes.isna().any():
        wrong = str(column[codes.isna()].iloc[0])
        raise InputError(
            f"factor {factor.name!r} is {wrong!r} at a point of the design;"
            f" {nearest(wrong, factor.choices)}"
        )
    found: NDArray[np.int64] = np.asarray(codes, dtype=np.int64)
    return found


def position(factor: Factor, design: Design) -> NDArray[np.float64]:
    """Return where in its range a factor stands at every point, 0 to 1.

    A choice is its place among the choices; only whether two are equal means anything.

    Raises
    ------
    InputError
        If the design lacks the factor's column, or a number is not finite.
    """
    if factor.name not in design.points:
        raise InputError(f"the design has no column for its factor {factor.name!r}")
    if factor.choices:
        return codes_of(factor, design) / max(len(factor.choices) - 1, 1)
    try:
        column = design.points[factor.name].to_numpy(dtype=np.float64)
    except (TypeError, ValueError):
        raise InputError(f"factor {factor.name!r} has points without number") from None
    span = factor.high - factor.low
    if not np.isfinite(column).all() or not (np.isfinite(span) and span > 0):
        raise InputError(
            f"factor {factor.name!r} has no finite range, or points that are no number"
        )
    found: NDArray[np.float64] = (column - factor.low) / span
    return found
