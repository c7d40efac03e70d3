r"""Morris's elementary effects: which factors matter, and whether alone or together.

A trajectory goes through the space changing one factor at each step. What a step does
to the outcome, for a step over the factor's whole range, is an elementary effect. Over
trajectories their mean is :math:`\mu`, the mean of their sizes :math:`\mu^*`, and their
standard deviation :math:`\sigma`, which is 0 where the effect is the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.sweeps.measured import position, values_of
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from analysis.sweeps.results import Results

__all__ = ["FEWEST", "elementary_effects", "morris"]

_RESAMPLES = 1_000
FEWEST = 4
"""Effects of a factor below which nothing is said of their spread."""
_Z = 1.959964
"""Standard errors that an interval of 95% reaches to either side."""


def morris(results: Results, outcome: str, seed: int) -> list[dict[str, Any]]:
    r"""Return Morris's indices of every factor.

    Parameters
    ----------
    results : Results
        Of a design of kind ``morris``.
    outcome : str
        One of its outcomes; of replicates the mean is taken.
    seed : int
        Of the resampling for intervals.

    Returns
    -------
    list of dict
        ``factor``, ``index`` (``mu_star``, ``mu``, ``sigma``), ``value``, ``low``,
        ``high`` and ``floor``, in the outcome's unit for the whole range of the factor.
        The floor of ``mu_star`` is what fresh luck alone would make of it.

    Raises
    ------
    InputError
        If the design is not one of trajectories, or the outcome is not whole.

    Notes
    -----
    After [Morris1991], :math:`\mu^*` after [CampolongoEtAl2007]; for numbers the same
    as SALib's. Ours: a choice counts by what changing it does, as choices have no
    distance; a step between two points that hold the same choice is no step; and
    :math:`\mu` is left out for three choices or more, which have no direction.
    """
    values = values_of(results, outcome)
    effects = elementary_effects(results, values.mean(axis=1))
    noise = _noise(results, values)
    draw = np.random.default_rng([seed, 1])
    found = []
    for factor in results.design.factors:
        steps, spans = effects[factor.name]
        if len(steps) < FEWEST:
            raise InputError(
                f"{len(steps)} steps of the design change {factor.name!r}; indices of"
                f" Morris need {FEWEST} or more: ask for more trajectories"
            )
        again = steps[draw.integers(len(steps), size=(_RESAMPLES, len(steps)))]
        measures: dict[str, Callable[[NDArray[np.float64]], NDArray[np.float64]]] = {
            "mu_star": _size,
            "mu": _mean,
            "sigma": _spread,
        }
        if len(factor.choices) > 2:
            del measures["mu"]
        for name, measure in measures.items():
            value = float(measure(steps))
            half = _Z * float(measure(again).std(ddof=1))
            least = -np.inf if name == "mu" else 0.0
            floor = noise * float(np.mean(1.0 / spans)) if name == "mu_star" else 0.0
            found.append(
                {
                    "factor": factor.name,
                    "index": name,
                    "value": value,
                    "low": max(value - half, least),
                    "high": value + half,
                    "floor": floor,
                }
            )
    return found


def elementary_effects(
    results: Results, means: NDArray[np.float64]
) -> dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Return the elementary effects of every factor.

    Parameters
    ----------
    results : Results
        Of a design of kind ``morris``.
    means : ndarray, shape (points,)
        The outcome at every point.

    Returns
    -------
    dict
        Factor to its effects, and to how far each step went, as a share of the
        factor's range (1 for a choice).

    Raises
    ------
    InputError
        If the points are no trajectories.
    """
    design = results.design
    each = len(design.factors) + 1
    if design.kind != "morris" or len(design.points) % each:
        raise InputError(
            "indices of Morris need a design of kind 'morris', of trajectories of"
            f" {each} points; this one is {design.kind!r} with"
            f" {len(design.points):,} points"
        )
    places = np.column_stack([position(one, design) for one in design.factors])
    shape = (-1, each, len(design.factors))
    moves = np.diff(places.reshape(shape), axis=1)
    if ((moves != 0).sum(axis=2) > 1).any():
        raise InputError(
            "the points are no trajectories of Morris: some step changes several"
            " factors at once"
        )
    steps = np.diff(means.reshape(-1, each), axis=1)
    found = {}
    for count, factor in enumerate(design.factors):
        moved = moves[:, :, count] != 0
        far = moves[:, :, count][moved]
        if factor.choices:
            far = np.sign(far)
        found[factor.name] = (steps[moved] / far, np.abs(far))
    return found


def _noise(results: Results, values: NDArray[np.float64]) -> float:
    """Return the mean size of a difference between two points that is luck alone."""
    replicates = values.shape[1]
    if results.luck == "held" or replicates < 2:
        return 0.0
    variance = float(values.var(axis=1, ddof=1).mean()) / replicates
    # The mean size of a normal number of that variance, twice over for two points.
    return float(np.sqrt(2.0 * variance) * np.sqrt(2.0 / np.pi))


def _mean(effects: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(effects.mean(axis=-1))


def _size(effects: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.abs(effects).mean(axis=-1))


def _spread(effects: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(effects.std(axis=-1, ddof=1))
