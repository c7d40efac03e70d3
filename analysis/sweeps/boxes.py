"""Boxes: some of the futures, told from the others by bounds on factors.

A bound says that a number is above or at most at something, or that a choice is not
taken. A future is in a box if its point meets every bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log10
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analysis.sweeps.cases import Sample
    from analysis.sweeps.results import Factor

__all__ = [
    "Bound",
    "Box",
    "Kind",
    "Measures",
    "correlation",
    "measures",
    "places",
    "quasi_p",
]

Kind = Literal["above", "at_most", "without"]
_FINENESS = 300
"""Parts of a factor's range to which a bound is told, at least."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One condition on one factor.

    Attributes
    ----------
    factor : str
        Its name.
    kind : {'above', 'at_most', 'without'}
        Whether the number is above or at most at `value`, or `choice` is not taken.
    value : float
        In the factor's unit; NaN for a choice.
    choice : str
        What is not chosen; empty for a number.
    """

    factor: str
    kind: Kind
    value: float = float("nan")
    choice: str = ""

    @property
    def key(self) -> tuple[str, Kind, str]:
        """Which of the factor's bounds it is, wherever it lies."""
        return self.factor, self.kind, self.choice

    def met(self, sample: Sample) -> NDArray[np.bool_]:
        """Return which points meet it, shape (points,)."""
        place = [one.name for one in sample.factors].index(self.factor)
        column = sample.columns[place]
        if self.kind == "above":
            return np.asarray(column > self.value)
        if self.kind == "at_most":
            return np.asarray(column <= self.value)
        return np.asarray(column != sample.factors[place].choices.index(self.choice))

    def rounded(self, factor: Factor) -> Bound:
        """Return the bound in few digits, as it is told: the one told is measured."""
        if self.kind == "without":
            return self
        value = round(self.value, places(factor))
        return Bound(self.factor, self.kind, value)


def places(factor: Factor) -> int:
    """Return the decimals that tell a number finely enough for its range."""
    return ceil(log10(_FINENESS / (factor.high - factor.low)))


@dataclass(frozen=True, slots=True)
class Box:
    """Bounds that are met together; without any, it is the whole space.

    Attributes
    ----------
    bounds : tuple of Bound
        No two with the same key.
    """

    bounds: tuple[Bound, ...] = ()

    def narrowed(self, bound: Bound) -> Box:
        """Return the box with a bound more, in place of one with the same key."""
        kept = tuple(one for one in self.bounds if one.key != bound.key)
        return Box((*kept, bound))

    def rounded(self, factors: Sequence[Factor]) -> Box:
        """Return the box with its bounds in few digits, in the order of the factors."""
        named = {one.name: (place, one) for place, one in enumerate(factors)}
        told = [one.rounded(named[one.factor][1]) for one in self.bounds]
        return Box(
            tuple(
                sorted(
                    told, key=lambda one: (named[one.factor][0], one.kind, one.choice)
                )
            )
        )

    def inside(self, sample: Sample) -> NDArray[np.bool_]:
        """Return which points are in it, shape (points,)."""
        found = np.ones(sample.points, dtype=bool)
        for one in self.bounds:
            found &= one.met(sample)
        return found

    def needed(self, sample: Sample, risk: float) -> Box:
        """Return the box without the bounds that it can do without.

        Parameters
        ----------
        sample : Sample
            Where cases are counted.
        risk : float
            The largest quasi-p-value of a bound that stays; bounds go one by one, the
            least needed first.
        """
        bounds = list(self.bounds)
        if not bounds:
            return self
        unmet = np.array([~one.met(sample) for one in bounds])
        faults = unmet.sum(axis=0)
        share, weight = sample.share, sample.weight
        while bounds:
            inside, nearly = faults == 0, faults == 1
            # Who would be inside without one bound are those whom it alone keeps out.
            kept_out = unmet[:, nearly]
            points = inside.sum() + kept_out.sum(axis=1)
            cases = share[inside].sum() + kept_out @ share[nearly]
            chances = _as_many(
                float(weight[inside].sum()),
                float(share[inside].mean()) if inside.any() else 0.0,
                cases / np.maximum(points, 1),
            )
            worst = int(np.argmax(chances))
            if chances[worst] <= risk:
                break
            faults -= unmet[worst]
            del bounds[worst]
            unmet = np.delete(unmet, worst, axis=0)
        return Box(tuple(bounds))

    def chances(self, sample: Sample) -> list[float]:
        """Return the quasi-p-value of every bound, given all others."""
        share, weight = sample.share, sample.weight
        inside = self.inside(sample)
        return [
            quasi_p(
                inside,
                Box(tuple(one for one in self.bounds if one is not bound)).inside(
                    sample
                ),
                share,
                weight,
            )
            for bound in self.bounds
        ]

    def words(self, factors: Sequence[Factor], lang: str = "en") -> str:
        """Return the box as part of a sentence.

        Parameters
        ----------
        factors : sequence of Factor
            All that were varied, and in which order they are named.
        lang : {'en', 'ko'}
            Factors keep their names, under which they can be set.
        """
        said = []
        for factor in factors:
            own = [one for one in self.bounds if one.factor == factor.name]
            if own:
                said.append(_told(factor, own, lang))
        return _WORDS[lang]["and"].join(said)


def _told(factor: Factor, bounds: Sequence[Bound], lang: str) -> str:
    words = _WORDS[lang]
    if factor.choices:
        out = {one.choice for one in bounds}
        left = [one for one in factor.choices if one not in out]
        if len(left) > len(out):
            listed = words["or"].join(one for one in factor.choices if one in out)
            return words["not"].format(what=factor.name, choices=listed)
        return words["is"].format(what=factor.name, choices=words["or"].join(left))
    digits = max(places(factor), 0)
    ends = {one.kind: f"{one.value:.{digits}f}" for one in bounds}
    if len(ends) == 2:
        return f"{ends['above']} < {factor.name} ≤ {ends['at_most']}"
    if "above" in ends:
        return f"{factor.name} > {ends['above']}"
    return f"{factor.name} ≤ {ends['at_most']}"


_WORDS = {
    "en": {
        "and": " and ",
        "or": " or ",
        "is": "{what} {choices}",
        "not": "{what} not {choices}",
    },
    "ko": {
        "and": ", ",
        "or": "·",
        "is": "{what}: {choices}",
        "not": "{what}: {choices} 아님",
    },
}


# --------------------------------------------------------------------------- measures


@dataclass(frozen=True, slots=True)
class Measures:
    """How a box does on some futures.

    Attributes
    ----------
    coverage, density : tuple of float
        The share of all cases that is inside, and the share of cases of what is
        inside; each with the ends of its 95% interval. NaN where there is none.
    mass, base : float
        The share of futures that is inside, and the share of cases of all futures.
    inside, cases, units : int
        Futures inside, cases among them, and units that have futures inside.
    correlation : float
        Of being inside with being a case, -1 to 1 [Matthews1975]; 0 where one of them
        does not vary.
    chance : float
        How likely so many cases or more are in a box of that size that has nothing to
        do with them.
    """

    coverage: tuple[float, float, float]
    density: tuple[float, float, float]
    mass: float
    base: float
    inside: int
    cases: int
    units: int
    correlation: float
    chance: float


def measures(box: Box, sample: Sample) -> Measures:
    """Return how a box does on a sample."""
    inside = box.inside(sample)
    spread = np.broadcast_to(inside[:, None], sample.cases.shape)
    everything = np.ones_like(inside)
    return Measures(
        coverage=sample.interval(spread, sample.cases),
        density=sample.interval(sample.cases, spread),
        mass=float(inside.mean()),
        base=float(sample.cases.mean()),
        inside=int(spread.sum()),
        cases=int((sample.cases & spread).sum()),
        units=len(np.unique(sample.units[inside])),
        correlation=correlation(inside, sample.share),
        chance=quasi_p(inside, everything, sample.share, sample.weight),
    )


def correlation(inside: NDArray[np.bool_], share: NDArray[np.float64]) -> float:
    """Return the correlation of being inside a box with being a case, over futures.

    Parameters
    ----------
    inside : ndarray of bool, shape (points,)
        Which points are inside.
    share : ndarray, shape (points,)
        The share of cases among the futures of each.
    """
    mass, base = float(inside.mean()), float(share.mean())
    spread = mass * (1.0 - mass) * base * (1.0 - base)
    if spread <= 0.0:
        return 0.0
    return float((share[inside].sum() / len(share) - mass * base) / np.sqrt(spread))


def quasi_p(
    inside: NDArray[np.bool_],
    without: NDArray[np.bool_],
    share: NDArray[np.float64],
    weight: NDArray[np.float64],
) -> float:
    r"""Return how likely a box would be so dense if one of its bounds did nothing.

    Parameters
    ----------
    inside, without : ndarray of bool, shape (points,)
        Which points are in the box, and in the box without the bound.
    share : ndarray, shape (points,)
        The share of cases among the futures of each point.
    weight : ndarray, shape (points,)
        How much of a unit each point is.

    Returns
    -------
    float
        With :math:`n` units inside, :math:`k` of them cases, and a share :math:`p` of
        cases in the box without the bound, :math:`P(X \ge k)` of a binomial
        :math:`X`, as in [BryantLempert2010]. Futures of a unit count as one. It is
        no true p-value where the bound was chosen by the same futures.
    """
    if not inside.any():
        return 1.0
    each = np.array([share[without].mean()])
    many, density = float(weight[inside].sum()), float(share[inside].mean())
    return float(_as_many(many, density, each)[0])


def _as_many(
    units: float, density: float, each: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how likely so dense a box is if cases have these shares without bounds.

    The binomial tail as an incomplete beta function, so that units and cases need not
    be whole numbers.
    """
    from scipy.special import betainc

    hits = units * density
    if hits <= 0.0:
        return np.ones_like(each)
    tail = betainc(hits, units - hits + 1.0, np.minimum(each, 1.0))
    return np.asarray(np.where(each >= 1.0, 1.0, tail))
