"""What a factor's low and its high end do to an outcome: the lines of a tornado.

Where one factor was moved at a time, an end is compared with the base point. From any
other design, the fifth of the points in which the factor is lowest, and that in which
it is highest, are compared with all points: what else differs averages out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.intervals import mean_error, student
from analysis.sweeps.measured import blocks_of, codes_of, position, values_of
from sim.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.sweeps.results import Factor, Results

__all__ = ["FEWEST", "SHARE", "end_words", "ends"]

SHARE = 0.2
"""Share of the points that is an end, in designs over the whole space."""
FEWEST = 20
"""Points below which a fifth of them says nothing."""
Ends = tuple[float, float, float]


def ends(results: Results, outcome: str) -> list[dict[str, Any]]:
    """Return what each factor's two ends do to an outcome.

    Parameters
    ----------
    results : Results
        Of any design; of ``one_at_a_time`` the base point is found in the points.
    outcome : str
        One of its outcomes.

    Returns
    -------
    list of dict
        ``factor``, ``index`` (``low_end`` or ``high_end``), ``value``, ``low``,
        ``high`` (the difference that the end makes and its 95% Monte Carlo interval, in
        the outcome's unit), ``floor`` (0) and ``at``: the number or the choice at that
        end. Choices have no order: the ends are those under which the outcome is
        lowest and highest.

    Raises
    ------
    InputError
        If a design of one factor at a time has no base point, there are too few
        points, or the outcome is not whole.

    Notes
    -----
    With held luck the difference from the base point is taken run by run. Over the
    whole space an interval counts points that were drawn together as one.
    """
    values = values_of(results, outcome)
    if results.design.kind == "one_at_a_time":
        return _from_base(results, values)
    if len(values) < FEWEST:
        raise InputError(
            f"the design has {len(values)} points; a tornado from points over the whole"
            f" space needs {FEWEST} or more"
        )
    return _from_space(results, values)


def base_point(results: Results) -> int:
    """Return the place of the point from which the others differ in one factor each.

    Raises
    ------
    InputError
        If there is none.
    """
    design = results.design
    columns = np.column_stack([position(one, design) for one in design.factors])
    for place in range(len(columns)):
        if ((columns != columns[place]).sum(axis=1) <= 1).all():
            return place
        if place > 2 * len(design.factors):
            break  # two moves of each factor from one base: it would have been met
    raise InputError(
        "the design is of one factor at a time, but no point is the base from which the"
        " others differ in one factor only"
    )


def _from_base(results: Results, values: NDArray[np.float64]) -> list[dict[str, Any]]:
    base = base_point(results)
    design, held = results.design, results.luck == "held"
    columns = {one.name: position(one, design) for one in design.factors}
    moved = {
        name: np.flatnonzero(column != column[base]) for name, column in columns.items()
    }
    found = []
    for factor in design.factors:
        points = moved[factor.name]
        effects = {int(one): _against(values, int(one), base, held) for one in points}
        effects[base] = (0.0, 0.0, 0.0)
        low, high = _two_ends(factor, columns[factor.name], effects)
        for index, place in (("low_end", low), ("high_end", high)):
            found.append(_line(results, factor, index, place, effects[place]))
    return found


def _two_ends(
    factor: Factor, column: NDArray[np.float64], effects: dict[int, Ends]
) -> tuple[int, int]:
    if factor.choices:
        ordered = sorted(effects, key=lambda one: effects[one][0])
    else:
        ordered = sorted(effects, key=lambda one: float(column[one]))
    return ordered[0], ordered[-1]


def _against(values: NDArray[np.float64], one: int, base: int, held: bool) -> Ends:
    """Return the mean difference of a point from the base, and its interval."""
    replicates = values.shape[1]
    mean = float(values[one].mean() - values[base].mean())
    if replicates < 2:
        return mean, float("nan"), float("nan")
    if held:
        difference = values[one] - values[base]
        # Equal differences have no error, whatever the rounding of their mean says.
        residual = difference - mean if np.ptp(difference) > 0 else 0.0 * difference
        error = mean_error(residual)
    else:
        error = np.sqrt(values[[one, base]].var(axis=1, ddof=1).sum() / replicates)
    half = student(replicates - 1) * float(error)
    return mean, mean - half, mean + half


def _line(
    results: Results, factor: Factor, index: str, place: int, effect: Ends
) -> dict[str, Any]:
    value, low, high = effect
    return {
        "factor": factor.name,
        "index": index,
        "value": value,
        "low": low,
        "high": high,
        "floor": 0.0,
        "at": results.design.points[factor.name].iloc[place],
    }


def _from_space(results: Results, values: NDArray[np.float64]) -> list[dict[str, Any]]:
    design, means = results.design, values.mean(axis=1)
    blocks = blocks_of(design)
    found = []
    for factor in design.factors:
        if factor.choices:
            codes = codes_of(factor, design)
            sets = {
                factor.choices[one]: codes == one for one in np.unique(codes).tolist()
            }
            effects = {
                at: _inside(means, chosen, blocks) for at, chosen in sets.items()
            }
            ordered = sorted(effects, key=lambda at: effects[at][0])
            two = [(at, effects[at]) for at in (ordered[0], ordered[-1])]
        else:
            column = position(factor, design)
            cuts = np.quantile(column, [SHARE, 1 - SHARE])
            span = factor.high - factor.low
            two = [
                (factor.low + span * float(np.median(column[chosen])), effect)
                for chosen in (column <= cuts[0], column >= cuts[1])
                for effect in [_inside(means, chosen, blocks)]
            ]
        for index, (at, (value, low, high)) in zip(
            ("low_end", "high_end"), two, strict=True
        ):
            found.append(
                {
                    "factor": factor.name,
                    "index": index,
                    "value": value,
                    "low": low,
                    "high": high,
                    "floor": 0.0,
                    "at": at,
                }
            )
    return found


def _inside(
    means: NDArray[np.float64], chosen: NDArray[np.bool_], blocks: NDArray[np.int64]
) -> Ends:
    """Return the mean of some points less that of all, and its interval.

    The difference is a sum over points of a weight times what the point is above the
    mean, so that its error is that of a sum over blocks.
    """
    share = chosen.mean()
    inside = float(means[chosen].mean())
    effect = inside - float(means.mean())
    residual = np.where(chosen, (means - inside) / share, 0.0) - (means - means.mean())
    sums = np.bincount(blocks, weights=residual)
    count = len(sums)
    if count < 2:
        return effect, float("nan"), float("nan")
    error = np.sqrt(count / (count - 1) * np.square(sums).sum()) / len(means)
    half = student(count - 1) * float(error)
    return effect, effect - half, effect + half


def end_words(value: object) -> str:
    """Return the value of a factor at an end: a number shortly, a choice by name."""
    if isinstance(value, (int, float, np.number)):
        return f"{float(f'{value:.3g}'):,.10g}".replace("-", "−")
    return str(value)
