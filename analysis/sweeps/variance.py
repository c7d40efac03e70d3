"""Sobol's indices: the share of an outcome's variance that is owed to each factor.

The first-order index is what would go if the factor were known, the total index what
would be left if all but it were known, and the second-order index of two what they do
only together. They need Saltelli's design.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.sweeps.luck import luck_share
from analysis.sweeps.measured import values_of
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from numpy.typing import NDArray

    from analysis.sweeps.results import Design, Results

__all__ = ["FEWEST", "PAIR", "sobol"]

PAIR = " × "
"""Stands between the names of two factors."""
_RESAMPLES, _RESAMPLES_OF_PAIRS = 400, 100
FEWEST = 8
"""Base points below which resampling says nothing."""
_MOST_NUMBERS = 4_000_000
"""So many numbers are held at once while resampling."""
_Z = 1.959964
_Job = tuple[str, str, Any, tuple[int, ...]]
"""Whose index, which, by which estimator, and the places of the factors."""


def sobol(
    results: Results,
    outcome: str,
    seed: int,
    *,
    second: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> list[dict[str, Any]]:
    """Return Sobol's indices of every factor.

    Parameters
    ----------
    results : Results
        Of a design of kind ``sobol``.
    outcome : str
        One of its outcomes; of replicates the mean is taken.
    seed : int
        Of the resampling for intervals.
    second : bool
        Whether to add the second-order indices, where the design has what they need.
    progress : callable, optional
        Told how much of the work is done.

    Returns
    -------
    list of dict
        ``factor`` (of a pair both names), ``index`` (``ST``, ``S1``, ``S2``),
        ``value``, ``low``, ``high`` and ``floor``: the share of luck in the means
        where it is fresh, to which the total index of a factor without effect comes.
        Where the outcome does not vary, every number is NaN.

    Raises
    ------
    InputError
        If SALib is missing, the design is another, or the outcome is not whole.

    Notes
    -----
    The estimators are SALib's: [SaltelliEtAl2010] for first and total order,
    [Saltelli2002] for pairs. Intervals are value ± 1.96 standard errors, from
    resampling base points.
    """
    estimators = _estimators()
    design = results.design
    base, pairs = _shape(design)
    means = values_of(results, outcome).mean(axis=1)
    floor = 0.0
    if results.luck == "fresh":
        in_mean = luck_share(results, outcome).in_mean
        floor = in_mean if np.isfinite(in_mean) else 0.0
    names = [one.name for one in design.factors]
    varies = bool(np.ptp(means) > 0)
    scaled = (means - means.mean()) / means.std() if varies else means
    a, b, ab, ba = estimators.separate_output_values(scaled, len(names), base, pairs)
    draw = np.random.default_rng([seed, 2])
    many = range(len(names))
    jobs: list[_Job] = [(names[j], "ST", estimators.total_order, (j,)) for j in many]
    jobs += [(names[j], "S1", estimators.first_order, (j,)) for j in many]
    if pairs and second:
        jobs += [
            (names[j] + PAIR + names[k], "S2", estimators.second_order, (j, k))
            for j in many
            for k in many
            if j < k
        ]
    found: list[dict[str, Any]] = []
    for done, (name, index, estimator, which) in enumerate(jobs, start=1):
        columns = [a, *(ab[:, j] for j in which), b]
        if index == "S2":
            columns.insert(-1, ba[:, which[0]])
        times = _RESAMPLES_OF_PAIRS if index == "S2" else _RESAMPLES
        value = half = float("nan")
        if varies:
            value, half = _resampled(estimator, columns, draw, times)
        found.append(
            {
                "factor": name,
                "index": index,
                "value": value,
                "low": value - half,
                "high": value + half,
                "floor": floor if index == "ST" else 0.0,
            }
        )
        if progress is not None:
            progress(done, len(jobs))
    return found


def _estimators() -> ModuleType:
    try:
        from SALib.analyze import sobol as estimators
    except ImportError:
        raise InputError(
            "indices of Sobol need SALib, which is not installed:"
            " python -m pip install 'dilemma[sensitivity]'"
        ) from None
    found: ModuleType = estimators
    return found


def _shape(design: Design) -> tuple[int, bool]:
    """Return the number of base points, and whether the design has pairs."""
    if design.kind != "sobol":
        raise InputError(
            "indices of Sobol need a design of kind 'sobol'; this one is"
            f" {design.kind!r}: --method pawn, delta or tornado takes any design"
        )
    pairs = bool(design.options.get("second_order", 0))
    each = len(design.factors) * (2 if pairs else 1) + 2
    base = int(design.options.get("base", 0))
    if base * each != len(design.points):
        raise InputError(
            f"the design has {len(design.points):,} points; with a base of {base:,}"
            f" and {len(design.factors)} factors there must be {base * each:,}"
        )
    if base < FEWEST:
        raise InputError(
            f"the design has {base} base points; indices of Sobol need {FEWEST} or more"
        )
    return base, pairs


def _resampled(
    estimator: Callable[..., Any],
    columns: list[NDArray[np.float64]],
    draw: np.random.Generator,
    times: int,
) -> tuple[float, float]:
    """Return an estimate, and half of its interval."""
    again = [
        np.asarray(estimator(*(one[chosen] for one in columns)))
        for chosen in _choices(len(columns[0]), draw, times)
    ]
    return float(estimator(*columns)), _Z * float(np.concatenate(again).std(ddof=1))


def _choices(
    base: int, draw: np.random.Generator, times: int
) -> Iterator[NDArray[np.int64]]:
    """Yield base points drawn anew, a column for each time, in bearable pieces."""
    at_once = max(_MOST_NUMBERS // base, 1)
    for start in range(0, times, at_once):
        yield draw.integers(base, size=(base, min(at_once, times - start)))
