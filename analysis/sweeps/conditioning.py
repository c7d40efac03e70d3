"""Indices from any points: how an outcome's distribution moves when a factor is known.

Points are sorted into classes by one factor: its choices, or slices of its range with
equally many points. PAWN asks how far the distribution function within a class is from
that of all points, delta how much area the densities do not share. Both are of whole
distributions, not of variances, and need no design of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analysis.sweeps.measured import codes_of, position, values_of
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from analysis.sweeps.results import Design, Factor, Results

__all__ = ["FEWEST", "classes_of", "conditional"]

FEWEST = 40
"""Points below which no distribution is told from another."""
_SLICES, _IN_CLASS = 10, 20
"""Most slices of a number, and the points that each has at least."""
_RESAMPLES, _DEALT = 100, 30
"""Times that points are drawn anew, and that classes are dealt out at random."""
_CELLS = 128
"""Cells of the grid on which densities are laid out."""
_MOST_NUMBERS = 4_000_000
_Z = 1.959964

Weights = Any
"""How often each point counts, in each of several samples: shape (times, points)."""


def classes_of(
    factor: Factor, design: Design, most: int = _SLICES
) -> NDArray[np.int64]:
    """Return the class of every point, counted from 0 without gaps.

    Parameters
    ----------
    factor : Factor
        One of the design's.
    design : Design
        The points.
    most : int
        Most slices of a number.

    Returns
    -------
    ndarray of int, shape (points,)
        For choices one class each; for a number slices of equally many points,
        fewer where points are few, and one for each value where values are few. Equal
        values are never in two classes.
    """
    if factor.choices:
        return _renumbered(codes_of(factor, design))
    column = position(factor, design)
    slices = int(np.clip(len(column) // _IN_CLASS, 2, most))
    seen, place = np.unique(column, return_inverse=True)
    if len(seen) <= slices:
        return _renumbered(place)
    # The middle of the ranks that a value has: ties share a class.
    count = np.bincount(place)
    middle = np.cumsum(count) - count / 2.0
    return _renumbered(np.floor(middle * slices / len(column)).astype(np.int64)[place])


def _renumbered(classes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.asarray(np.unique(classes, return_inverse=True)[1], dtype=np.int64)


def conditional(
    results: Results,
    outcome: str,
    index: Literal["pawn", "delta"],
    seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> list[dict[str, Any]]:
    """Return PAWN's or delta's index of every factor.

    Parameters
    ----------
    results : Results
        Of any design with enough points, but for one factor at a time, whose points
        lie along lines.
    outcome : str
        One of its outcomes; of replicates the mean is taken.
    index : {'pawn', 'delta'}
        Which.
    seed : int
        Of the resampling.
    progress : callable, optional
        Told how many factors are done.

    Returns
    -------
    list of dict
        ``factor``, ``index``, ``value``, ``low``, ``high`` and ``floor``: what comes
        out, on average, when the classes are dealt out at random, as for a factor
        without effect. NaN where the outcome does not vary.

    Raises
    ------
    InputError
        If there are too few points, the design has one factor at a time, or the
        outcome is not whole.

    Notes
    -----
    PAWN after [PianosiWagener2018]: the median over classes of the Kolmogorov-Smirnov
    distance. Delta after [Borgonovo2007], from given points and with its bias reduced
    by resampling as in [PlischkeEtAl2013]. Not SALib's: its slices cut choices in two
    and leave the largest value out. Intervals are value ± 1.96 standard errors over
    resampled points. They do not cover that delta's kernel smooths, which makes it too
    small: from 6,000 points by a twentieth where densities are normal, by up to a fifth
    where they have edges and peaks, as those of Ishigami's function.
    """
    design = results.design
    if design.kind == "one_at_a_time":
        raise InputError(
            f"--method {index} needs points spread over the space; in this design one"
            " factor is moved at a time: use --method tornado"
        )
    means = values_of(results, outcome).mean(axis=1)
    if len(means) < FEWEST:
        raise InputError(
            f"the design has {len(means)} points; --method {index} needs {FEWEST} or"
            " more"
        )
    draw = np.random.default_rng([seed, 3])
    statistic = _Pawn(means) if index == "pawn" else _Delta(means)
    varies = bool(np.ptp(means) > 0)
    found = []
    for count, factor in enumerate(design.factors, start=1):
        classes = classes_of(factor, design, statistic.slices(len(means)))
        value = half = floor = float("nan")
        if varies and classes.max() > 0:
            value, half, floor = _estimated(statistic, classes, draw)
        found.append(
            {
                "factor": factor.name,
                "index": index,
                "value": value,
                "low": max(value - half, 0.0) if varies else value,
                "high": value + half,
                "floor": floor,
            }
        )
        if progress is not None:
            progress(count, len(design.factors))
    return found


def _estimated(
    statistic: _Pawn | _Delta, classes: NDArray[np.int64], draw: np.random.Generator
) -> tuple[float, float, float]:
    """Return an index, half of its interval, and what it is without any effect."""
    points = len(classes)
    one = np.ones((1, points))
    value = float(statistic(one, classes[None, :])[0])
    again, dealt = [], []
    for times in _pieces(points):
        drawn = draw.multinomial(points, np.full(points, 1 / points), size=times)
        again.append(statistic(drawn.astype(np.float64), classes[None, :]))
        mixed = draw.permuted(np.tile(classes, (min(times, _DEALT), 1)), axis=1)
        dealt.append(statistic(one, mixed))
    resampled = np.concatenate(again)
    bias = float(resampled.mean()) - value if statistic.biased else 0.0
    floor = max(float(np.concatenate(dealt).mean()) - bias, 0.0)
    return max(value - bias, 0.0), _Z * float(resampled.std(ddof=1)), floor


def _pieces(points: int) -> Iterator[int]:
    at_once = max(_MOST_NUMBERS // points, 1)
    for start in range(0, _RESAMPLES, at_once):
        yield min(at_once, _RESAMPLES - start)


class _Pawn:
    """The median over classes of the distance between distribution functions."""

    biased = False

    @staticmethod
    def slices(points: int) -> int:
        """Return ten, whose median steadies with more points."""
        return _SLICES

    def __init__(self, outcome: NDArray[np.float64]) -> None:
        self._order = np.argsort(outcome, kind="stable")
        ordered = outcome[self._order]
        # Distribution functions are read where a value ends, never among its equals.
        self._ends = np.flatnonzero(np.append(np.diff(ordered) > 0, True))

    def __call__(self, weights: Weights, classes: NDArray[np.int64]) -> Weights:
        weights, classes = weights[:, self._order], classes[:, self._order]
        whole = self._distribution(weights)
        apart = [
            np.abs(self._distribution(weights * (classes == one)) - whole).max(axis=1)
            for one in range(int(classes.max()) + 1)
        ]
        return np.nanmedian(np.array(apart), axis=0)

    def _distribution(self, weights: Weights) -> Weights:
        grown = np.cumsum(weights, axis=1)[:, self._ends]
        # A class that a resample left empty has the distance 1 to nothing: let it be
        # as the whole is, which a class of 20 points hardly ever needs.
        return grown / np.maximum(grown[:, -1:], 1e-300)


class _Delta:
    """Half the area between densities, over classes, each by its share of points."""

    biased = True

    @staticmethod
    def slices(points: int) -> int:
        """Return how many slices so many points bear, by [PlischkeEtAl2013]."""
        exponent = 2.0 / (7.0 + np.tanh((1500.0 - points) / 500.0))
        return int(min(np.ceil(points**exponent), 48))

    def __init__(self, outcome: NDArray[np.float64]) -> None:
        self._outcome = outcome
        width = 3.0 * _bandwidth(outcome)
        low, high = float(outcome.min()) - width, float(outcome.max()) + width
        self._step = (high - low) / (_CELLS - 1)
        place = (outcome - low) / self._step
        self._left = np.clip(np.floor(place).astype(np.int64), 0, _CELLS - 2)
        self._right_share = place - self._left
        cells = self._step * np.arange(_CELLS)
        self._far = np.square(cells[:, None] - cells[None, :])

    def __call__(self, weights: Weights, classes: NDArray[np.int64]) -> Weights:
        laid = self._laid_out(weights, classes)
        counts = laid.sum(axis=2, keepdims=True)
        whole = laid.sum(axis=1) @ self._kernel(self._outcome)
        whole = whole / counts.sum(axis=1)
        area: Weights = 0.0
        for one in range(laid.shape[1]):
            members = self._outcome[classes[0] == one]
            # Dealt out at random, every class is about as wide as the whole.
            kernel = self._kernel(members)
            part = laid[:, one] @ kernel / np.maximum(counts[:, one], 1e-300)
            apart = np.abs(part - whole).sum(axis=1) * self._step / 2.0
            area = area + apart * counts[:, one, 0] / counts.sum(axis=(1, 2))
        return area

    def _laid_out(self, weights: Weights, classes: NDArray[np.int64]) -> Weights:
        """Return the weight in every cell of every class, (times, classes, cells)."""
        times = max(len(weights), len(classes))
        shape = (times, int(classes.max()) + 1, _CELLS)
        rows = np.arange(times)[:, None] * shape[1]
        cell = (rows + classes) * _CELLS + self._left
        counted = np.broadcast_to(weights, cell.shape)
        size = shape[0] * shape[1] * shape[2]
        laid: Weights = 0.0
        for place, share in (
            (cell, 1.0 - self._right_share),
            (cell + 1, self._right_share),
        ):
            laid = laid + np.bincount(
                place.ravel(), weights=(counted * share).ravel(), minlength=size
            )
        return laid.reshape(shape)

    def _kernel(self, outcome: NDArray[np.float64]) -> NDArray[np.float64]:
        width = max(_bandwidth(outcome), self._step)
        kernel = np.exp(-self._far / (2.0 * width**2))
        return np.asarray(kernel / (width * np.sqrt(2.0 * np.pi)))


def _bandwidth(outcome: NDArray[np.float64]) -> float:
    """Return Silverman's width of a kernel, in the outcome's unit."""
    if len(outcome) < 2:
        return 0.0
    return float(outcome.std(ddof=1) * (0.75 * len(outcome)) ** -0.2)
