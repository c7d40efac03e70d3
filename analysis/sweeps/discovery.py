"""Scenario discovery: under which assumptions the cases are, and whether that holds.

One door. A box is looked for on two thirds of the units, tried on the last third, which
no choice has seen, and looked for again on resampled units.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analysis.sweeps.boxes import Box, Measures, correlation, measures
from analysis.sweeps.cases import Criterion, Sample, sampled
from analysis.sweeps.measured import values_of
from analysis.sweeps.searches import LEAST_MASS, Method, cart, check_method, prim
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from analysis.sweeps.boxes import Bound
    from analysis.sweeps.results import Results

__all__ = ["RESAMPLES", "Criterion", "Discovery", "Verdict", "discover"]

Verdict = Literal["holds", "fades", "chance", "none", "sparse"]

RESAMPLES = 50
"""Times that the search is repeated, each time on another half of the units."""
RISK = 0.05
"""That a bound which does nothing stays; that a box which does nothing holds."""
_HELD_OUT = 1 / 3
_MOST_SEARCHED = 50_000
"""Points on which boxes are looked for, at most: all others try what was found."""
_TAILS = (0.05, 0.95)


@dataclass(frozen=True, eq=False)
class Discovery:
    """What a search for a box came to.

    Attributes
    ----------
    outcome : str
        What was looked at.
    criterion : Criterion
        What makes a future a case.
    bound : float
        The same as a value of the outcome.
    method : {'prim', 'cart'}
        How boxes were looked for.
    results : Results
        The sweep.
    searched, held : Sample
        The units on which boxes were looked for, and those on which one was tried.
    box : Box or None
        The box that was chosen.
    on_searched, on_held : Measures or None
        How it does on either part; the second is what to trust.
    verdict : {'holds', 'fades', 'chance', 'none', 'sparse'}
        Out of sample the box holds, is better than chance but less dense or covers
        less than it seemed, or is no better than chance; or no bound is needed by any
        box; or no box is as dense as was asked for.
    trajectory : DataFrame
        A line for each box that was offered: ``coverage``, ``density``, ``mass``,
        ``bounds``, ``correlation``, ``coverage_held``, ``density_held``, ``chosen``.
    stability : DataFrame
        A line for each side of a factor that is bounded in the box or in a resample:
        ``factor``, ``kind``, ``choice``, ``value`` (in the box; NaN if it has no such
        bound), ``quasi_p``, ``quasi_p_held``, ``share`` (of resamples that have it),
        ``low``, ``high`` (between which its middle nine tenths lie there).
    resamples : int
        How many there were.
    """

    outcome: str
    criterion: Criterion
    bound: float
    method: Method
    results: Results
    searched: Sample
    held: Sample
    box: Box | None
    on_searched: Measures | None
    on_held: Measures | None
    verdict: Verdict
    trajectory: pd.DataFrame
    stability: pd.DataFrame
    resamples: int

    def measures(self) -> pd.DataFrame:
        """Return how the box does, a line for each part: empty without a box."""
        import pandas as pd

        lines = [
            {
                "part": part,
                "points": sample.points,
                "futures": sample.cases.size,
                "cases": int(sample.cases.sum()),
                "base": one.base,
                "mass": one.mass,
                "inside": one.inside,
                "cases_inside": one.cases,
                "density": one.density[0],
                "density_from": one.density[1],
                "density_to": one.density[2],
                "coverage": one.coverage[0],
                "coverage_from": one.coverage[1],
                "coverage_to": one.coverage[2],
                "correlation": one.correlation,
                "chance": one.chance,
            }
            for part, sample, one in (
                ("searched", self.searched, self.on_searched),
                ("held_out", self.held, self.on_held),
            )
            if one is not None
        ]
        return pd.DataFrame(lines)


def discover(
    results: Results,
    outcome: str,
    criterion: Criterion,
    *,
    method: str = "prim",
    density: float | None = None,
    resamples: int = RESAMPLES,
    seed: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Discovery:
    """Look for a box in which cases are dense, and try it.

    Parameters
    ----------
    results : Results
        Of a sweep, whole; best of a latin hypercube.
    outcome : str
        One of its outcomes.
    criterion : Criterion
        What makes a future a case.
    method : {'prim', 'cart'}
        How boxes are looked for.
    density : float, optional
        Of the boxes that are so dense the one with the largest coverage is chosen;
        by default the one whose inside goes best together with the cases
        (correlation), which weighs coverage and density.
    resamples : int
        Times that the search is repeated.
    seed : int, optional
        Of the split and of resamples; the sweep's own by default.
    progress : callable, optional
        Told how many searches are done, and how many there are.

    Returns
    -------
    Discovery

    Raises
    ------
    InputError
        If a name is wrong, futures lack a number, there are too few cases, or
        scikit-learn is missing for the tree.

    Notes
    -----
    Scenario discovery as in [BryantLempert2010]. Bounds with a quasi-p-value above 5%
    are taken off a box, one by one. The search is repeated on halves of the units, not
    on units drawn with replacement: a point that is there twice looks like more
    evidence for a narrow box. Bounds spread over halves about as they do over sweeps
    of the size of the whole one.
    """
    chosen = check_method(method)
    if density is not None and not 0.0 < density < 1.0:
        raise InputError(f"the density is {density:g}; it must be between 0 and 1")
    sample = sampled(results, outcome, criterion)
    draw = np.random.default_rng([results.seed if seed is None else seed, 5])
    searched, held = _split(sample, draw)
    search = partial(_offered, method=chosen)
    boxes = search(searched)
    box = _chosen(boxes, searched, density)
    again: list[Box | None] = []
    for count in range(resamples):
        if progress is not None:
            progress(count + 1, resamples + 1)
        other = sample.half(draw, _MOST_SEARCHED)
        again.append(_chosen(search(other), other, density))
    on_searched = None if box is None else measures(box, searched)
    on_held = None if box is None else measures(box, held)
    return Discovery(
        outcome=outcome,
        criterion=criterion,
        bound=criterion.bound(values_of(results, outcome)),
        method=chosen,
        results=results,
        searched=searched,
        held=held,
        box=box,
        on_searched=on_searched,
        on_held=on_held,
        verdict=_verdict(boxes, on_searched, on_held),
        trajectory=_trajectory(boxes, box, searched, held),
        stability=_stability(box, again, searched, held),
        resamples=resamples,
    )


def _split(sample: Sample, draw: np.random.Generator) -> tuple[Sample, Sample]:
    """Return two parts, with their shares of the units that have any case.

    Points are never in both, nor are points that were drawn together.
    """
    units, place = np.unique(sample.units, return_inverse=True)
    some = np.zeros(len(units), dtype=bool)
    some[place[sample.cases.any(axis=1)]] = True
    most = max(1.0 - _MOST_SEARCHED / sample.points, _HELD_OUT)
    aside = []
    for kind in (units[some], units[~some]):
        mixed = draw.permutation(kind)
        aside.append(mixed[: round(most * len(mixed))])
    kept = np.concatenate(aside)
    return sample.of(np.setdiff1d(units, kept)), sample.of(kept)


def _offered(sample: Sample, method: Method) -> list[Box]:
    """Return the boxes that a search offers, without the bounds they do not need."""
    # Where cases are rare, a box as large as usual could not be dense.
    mass = min(LEAST_MASS, float(sample.share.mean()) / 2.0)
    found = prim(sample, mass=mass) if method == "prim" else cart(sample, mass)
    kept = (one.rounded(sample.factors).needed(sample, RISK) for one in found)
    return list(dict.fromkeys(kept))


def _chosen(boxes: Sequence[Box], sample: Sample, density: float | None) -> Box | None:
    """Return the box that is chosen, if there is any to choose."""
    share = sample.share
    best, most = None, 0.0
    for box in boxes:
        inside = box.inside(sample)
        if not box.bounds or not inside.any():
            continue
        if density is None:
            worth = correlation(inside, share)
        elif share[inside].mean() < density:
            continue
        else:
            worth = float(share[inside].sum() / share.sum())
        if worth > most:
            best, most = box, worth
    return best


def _verdict(
    boxes: Sequence[Box], searched: Measures | None, held: Measures | None
) -> Verdict:
    if searched is None or held is None:
        return "sparse" if any(one.bounds for one in boxes) else "none"
    if held.chance > RISK:
        return "chance"
    seemed = zip(
        (searched.density[0], searched.coverage[0]),
        (held.density[2], held.coverage[2]),
        strict=True,
    )
    return "fades" if any(said > most for said, most in seemed) else "holds"


# ------------------------------------------------------------------------------- tables


def _trajectory(
    boxes: Sequence[Box], chosen: Box | None, searched: Sample, held: Sample
) -> pd.DataFrame:
    import pandas as pd

    lines: list[dict[str, Any]] = []
    for box in boxes:
        line: dict[str, Any] = {"bounds": len(box.bounds)}
        for end, sample in (("", searched), ("_held", held)):
            inside, share = box.inside(sample), sample.share
            within = float(share[inside].sum())
            line |= {
                f"coverage{end}": within / float(share.sum()),
                f"density{end}": within / inside.sum() if inside.any() else np.nan,
                f"mass{end}": float(inside.mean()),
            }
        line |= {
            "correlation": correlation(box.inside(searched), searched.share),
            "chosen": box == chosen,
            "box": box.words(searched.factors),
        }
        lines.append(line)
    return pd.DataFrame(lines)


def _stability(
    box: Box | None, again: Sequence[Box | None], searched: Sample, held: Sample
) -> pd.DataFrame:
    import pandas as pd

    mine: dict[Any, Bound] = {one.key: one for one in box.bounds} if box else {}
    found = [box.chances(one) for one in (searched, held)] if box else [[], []]
    chances = dict(zip(mine, zip(*found, strict=True), strict=True))
    theirs: dict[Any, list[float]] = {}
    for other in again:
        for one in other.bounds if other else ():
            theirs.setdefault(one.key, []).append(one.value)
    order = {one.name: place for place, one in enumerate(searched.factors)}
    lines = []
    for key in sorted({*mine, *theirs}, key=lambda one: (order[one[0]], *one[1:])):
        values = theirs.get(key, [])
        number = bool(values) and bool(np.isfinite(values[0]))
        low, high = np.quantile(values, _TAILS) if number else (np.nan, np.nan)
        quasi_p, quasi_p_held = chances.get(key, (np.nan, np.nan))
        lines.append(
            {
                "factor": key[0],
                "kind": key[1],
                "choice": key[2],
                "in_box": key in mine,
                "value": mine[key].value if key in mine else np.nan,
                "quasi_p": quasi_p,
                "quasi_p_held": quasi_p_held,
                "share": len(values) / len(again) if again else np.nan,
                "low": float(low),
                "high": float(high),
            }
        )
    return pd.DataFrame(lines, columns=_STABILITY)


_STABILITY = [
    *("factor", "kind", "choice", "in_box", "value", "quasi_p", "quasi_p_held"),
    *("share", "low", "high"),
]
