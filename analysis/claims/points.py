"""The runs at points of the space of plausible parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

__all__ = ["at_points", "by_point", "spread"]


def at_points(values: Mapping[str, Any], lucks: int) -> dict[str, Any]:
    """Return parameters of points for their runs, `lucks` runs a point in a row."""
    return {
        name: value if np.ndim(value) == 0 else np.repeat(value, lucks)
        for name, value in values.items()
    }


def by_point(runs: NDArray[Any], points: int) -> NDArray[np.float64]:
    """Return numbers of runs, shape (points, runs at each)."""
    return np.asarray(runs, dtype=np.float64).reshape(points, -1)


def spread(control: NDArray[np.float64]) -> float:
    """Return how much luck alone moves an outcome in the control: the unit of effects.

    Parameters
    ----------
    control : ndarray, shape (points, lucks)
        The outcome, run by run.

    Returns
    -------
    float
        The standard deviation over luck at the median point of those where luck moves
        it: a few points at which arms race out of hand must not set the scale of all.
        Where luck moves it nowhere, the standard deviation over points, and 1 where
        nothing does.
    """
    moved = control.std(axis=1, ddof=1)
    moved = moved[moved > 0.0]
    return float(np.median(moved)) if moved.size else float(control.std()) or 1.0
