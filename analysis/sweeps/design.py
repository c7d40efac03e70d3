"""Designs: at which points a sweep is run, and how many there are, known beforehand.

Designs that fill a space are made in the unit cube: a number takes its share of its
range, and a choice its equal slice of the unit interval.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.sweeps.results import Design, Factor
from sim.errors import InputError, nearest
from sim.parameters import card_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from analysis.sweeps.definition import Plan

__all__ = ["check_size", "designed", "size"]

_GRID_LEVELS, _MORRIS_LEVELS = 2, 4
_MOST_NUMBERS = 50_000_000
"""Points times factors: more would take over 400 MB before anything is run."""


def size(plan: Plan, factors: Sequence[Factor]) -> int:
    """Return how many points a design has, without making it.

    Parameters
    ----------
    plan : Plan
        Which design, and how large.
    factors : sequence of Factor
        What is varied.

    Returns
    -------
    int
        Sobol's has ``base * (k + 2)`` points for k factors, ``base * (2 k + 2)`` with
        pairs [Saltelli2002]_; Morris's ``trajectories * (k + 1)`` [Morris1991]_.

    References
    ----------
    .. [Saltelli2002] Making best use of model evaluations to compute sensitivity
       indices. Computer Physics Communications 145.
    .. [Morris1991] Factorial sampling plans for preliminary computational
       experiments. Technometrics 33.
    """
    many = len(factors)
    levels = [len(_levels(plan, one)) for one in factors]
    if plan.kind == "grid":
        return math.prod(levels)
    if plan.kind == "list":
        return len(_listed(plan))
    if plan.kind == "latin":
        return int(plan.points)  # type: ignore[arg-type]  # the plan has checked it
    if plan.kind == "sobol":
        return (plan.base or 0) * ((2 * many if plan.second_order else many) + 2)
    if plan.kind == "morris":
        return (plan.trajectories or 0) * (many + 1)
    counts = (
        one - 1 if factor.choices else one
        for one, factor in zip(levels, factors, strict=True)
    )
    return 1 + sum(counts)


def check_size(plan: Plan, factors: Sequence[Factor]) -> None:
    """Refuse a design that is too large, or whose maker is not installed.

    Raises
    ------
    InputError
        With what would be right.
    """
    numbers = size(plan, factors) * len(factors)
    if numbers > _MOST_NUMBERS:
        raise InputError(
            f"the design has {size(plan, factors):,} points of {len(factors):,}"
            f" factors, {numbers:,} numbers; at most {_MOST_NUMBERS:,} are allowed"
        )
    if plan.kind in ("sobol", "morris") and find_spec("SALib") is None:
        raise InputError(
            f"the design {plan.kind!r} needs SALib; install it with: pip install"
            ' "dilemma[sensitivity]"'
        )


def designed(plan: Plan, factors: Sequence[Factor], seed: int = 0) -> Design:
    """Return the points of a design.

    Parameters
    ----------
    plan : Plan
        Which design, and how large.
    factors : sequence of Factor
        What is varied.
    seed : int
        Of designs that are drawn; the same seed gives the same points.

    Returns
    -------
    Design

    Raises
    ------
    InputError
        If it is too large, SALib is missing, or a listed point is wrong.

    Notes
    -----
    A latin hypercube is SciPy's, the designs of Saltelli and of Morris are SALib's. One
    at a time, ours: the first guess of every number (or the nearest end of a narrower
    range; of a number that all states share, the mean of theirs) and every first
    choice; then each factor alone at each of its other values.
    """
    check_size(plan, factors)
    options: dict[str, Any] = {}
    columns: dict[str, Any]
    if plan.kind == "grid":
        grid = list(product(*(_levels(plan, one) for one in factors)))
        columns = {one.name: [p[i] for p in grid] for i, one in enumerate(factors)}
    elif plan.kind == "list":
        columns = _from_list(_listed(plan), factors)
    elif plan.kind == "one_at_a_time":
        columns = _one_at_a_time(plan, factors)
        options = {"levels": plan.levels or _GRID_LEVELS}
    else:
        shares, options = _drawn(plan, len(factors), seed)
        columns = {
            one.name: _at(one, shares[:, place]) for place, one in enumerate(factors)
        }
    return Design(plan.kind, tuple(factors), _table(columns, factors), options)


def _table(columns: Mapping[str, Any], factors: Sequence[Factor]) -> Any:  # noqa: ANN401
    import pandas as pd

    kinds: list[type[str] | type[float]] = [
        str if f.choices else float for f in factors
    ]
    return pd.DataFrame(
        {
            one.name: pd.Series(columns[one.name], dtype=kind)
            for one, kind in zip(factors, kinds, strict=True)
        }
    )


def _levels(plan: Plan, factor: Factor) -> tuple[Any, ...]:
    if factor.choices:
        return factor.choices
    many = plan.levels or _GRID_LEVELS
    return tuple(np.linspace(factor.low, factor.high, many).tolist())


def _listed(plan: Plan) -> tuple[dict[str, Any], ...]:
    return plan.points if isinstance(plan.points, tuple) else ()


def _at(factor: Factor, shares: NDArray[np.float64]) -> Any:  # noqa: ANN401 (numbers or words)
    """Return the values of a factor at shares of its way, from 0 to 1."""
    if not factor.choices:
        values = factor.low + (factor.high - factor.low) * shares
        # Rounding may step over an end by one last bit.
        return np.clip(values, factor.low, factor.high)
    many = len(factor.choices)
    place = np.minimum((shares * many).astype(np.intp), many - 1)
    return np.array(factor.choices, dtype=object)[place]


def _drawn(
    plan: Plan, many: int, seed: int
) -> tuple[NDArray[np.float64], dict[str, int]]:
    """Return points of the unit cube, shape (points, factors), and options."""
    # SALib takes seeds of 32 bits; the seeds of luck may have 128.
    own = int(np.random.SeedSequence(seed).generate_state(1)[0])
    if plan.kind == "latin":
        from scipy.stats import qmc

        sampler = qmc.LatinHypercube(many, seed=np.random.default_rng(seed))
        return np.asarray(sampler.random(size(plan, [_UNIT] * many))), {}
    problem = {
        "num_vars": many,
        "names": [str(place) for place in range(many)],
        "bounds": [[0.0, 1.0]] * many,
    }
    if plan.kind == "sobol":
        from SALib.sample import sobol

        base = plan.base or 0
        points = sobol.sample(
            problem, base, calc_second_order=plan.second_order, seed=own
        )
        return points, {"base": base, "second_order": int(plan.second_order)}
    from SALib.sample import morris

    levels, many_ways = plan.levels or _MORRIS_LEVELS, plan.trajectories or 0
    points = morris.sample(problem, many_ways, num_levels=levels, seed=own)
    return points, {"trajectories": many_ways, "levels": levels}


_UNIT = Factor("", 0.0, 1.0)


def _from_list(
    points: Sequence[Mapping[str, Any]], factors: Sequence[Factor]
) -> dict[str, Any]:
    columns: dict[str, list[Any]] = {one.name: [] for one in factors}
    for number, point in enumerate(points, 1):
        for name in point:
            if name not in columns:
                raise InputError(
                    f"point {number} sets {name!r}, which is not varied;"
                    f" {nearest(name, columns)}"
                )
        for factor in factors:
            if factor.name not in point:
                raise InputError(f"point {number} lacks {factor.name!r}; name a value")
            columns[factor.name].append(_checked(number, factor, point[factor.name]))
    return columns


def _checked(number: int, factor: Factor, value: object) -> object:
    if factor.choices:
        if value not in factor.choices:
            raise InputError(
                f"point {number}: {factor.name!r} is {value!r};"
                f" {nearest(str(value), factor.choices)}"
            )
        return value
    plain = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not plain or not factor.low <= value <= factor.high:  # type: ignore[operator]
        raise InputError(
            f"point {number}: {factor.name!r} is {value!r}; it must be a number from"
            f" {factor.low:g} to {factor.high:g}"
        )
    return value


def _one_at_a_time(plan: Plan, factors: Sequence[Factor]) -> dict[str, list[Any]]:
    center: dict[str, Any] = {}
    for one in factors:
        if one.choices:
            center[one.name] = one.choices[0]
        else:
            card, state = card_of(one.name)
            states = (state,) if state or not card.states else card.states
            guess = sum(card.value(each) for each in states) / len(states)
            center[one.name] = min(max(guess, one.low), one.high)
    lines = [center]
    for one in factors:
        values = _levels(plan, one)[1 if one.choices else 0 :]
        lines += [{**center, one.name: value} for value in values]
    return {one.name: [line[one.name] for line in lines] for one in factors}
