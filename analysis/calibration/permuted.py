"""Who governed, or what the world was like: which of them moves the tempo of tests.

Profiles of governments are assumed. Were the tempo of tests a matter of who has which,
the model would be a story about persons. So the years are run again, with the same luck
and the same parameters, in every way of :mod:`analysis.calibration.ways`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from analysis.calibration.ways import GOVERNMENTS, YARDSTICKS, Way, share_moved, ways
from analysis.intervals import columns, of_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from sim.history import History
    from sim.scenario import Scenario

__all__ = [
    "FULL",
    "MEASURES",
    "QUICK",
    "SPANS",
    "Change",
    "changes",
    "permuted",
    "summed_up",
]

Numbers: TypeAlias = npt.NDArray[np.float64]

FULL, QUICK = (64, 16), (16, 4)
"""Points of the parameter space, and runs at each, of every way; for a first look."""

MEASURES = ("launches.NK", "long_range.NK", "nuclear_tests.NK")
"""What tempo is: launches, months with a long-range launch and nuclear tests a year."""

SPANS = ("year", "whole")
"""Year by year, so that moving a launch from one year to another is a change; and the
mean of all years, where only how many there are counts."""

_RESAMPLES = 2_000
_TAIL = 0.025


@dataclass(frozen=True, eq=False)
class Change:
    """What one way did to the tempo, run by run.

    Attributes
    ----------
    family, way : str
        What was moved, and how.
    moved : float
        How far: the mean share of its range that a trait or card was moved by.
    by : mapping of measure to ndarray, shape (points, lucks, years)
        A year's figure less that of the same run as it is.
    """

    family: str
    way: str
    moved: float
    by: Mapping[str, Numbers]


def changes(
    scenario: Scenario,
    points: Mapping[str, Any],
    lucks: int,
    *,
    years: Sequence[int],
    seed: int = 0,
    fast: bool = False,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[Change], dict[str, Numbers]]:
    """Run the years as they were and in every other way, with the same luck.

    Parameters
    ----------
    scenario : Scenario
        History, to the last of the years.
    points : mapping of flat name to float or array_like of shape (points,)
        Parameters of every point; one array at least.
    lucks : int
        Runs at each point, two or more: run k has the same luck in every way.
    years : sequence of int
        Those that are looked at.
    seed : int
        Of the luck.
    fast : bool
        Whether months are run in compiled form.
    workers : int
        Processes.
    progress : callable, optional
        Told the run-months done and their total.

    Returns
    -------
    list of Change
        One for every way.
    dict of measure to ndarray, shape (points, lucks, years)
        The years as they were.
    """
    from sim.ensemble import Rows, run_rows

    many = max(np.size(one) for one in points.values())
    every = [Way("", "", scenario, {}), *ways(scenario)]
    histories = run_rows(
        [
            Rows(
                scenario=way.scenario,
                luck_ids=np.arange(many * lucks),
                parameters={
                    name: np.repeat(one, lucks) if np.ndim(one) else one
                    for name, one in {**points, **way.settings}.items()
                },
                seed=seed,
                fast=fast,
            )
            for way in every
        ],
        outcomes={
            f"{key} {year}": partial(_in_year, key=key, year=year)
            for key in MEASURES
            for year in years
        },
        keep=0,
        workers=workers,
        progress=progress,
    )
    counted = [
        {
            key: np.stack(
                [history.outcomes[f"{key} {year}"] for year in years], axis=-1
            ).reshape(many, lucks, len(years))
            for key in MEASURES
        }
        for history in histories
    ]
    real, *others = counted
    found = [
        Change(
            way.family,
            way.name,
            share_moved(scenario, way, points),
            {key: other[key] - real[key] for key in MEASURES},
        )
        for way, other in zip(every[1:], others, strict=True)
    ]
    return found, real


def permuted(
    scenario: Scenario,
    spaces: Mapping[str, Mapping[str, Any]],
    lucks: int,
    *,
    progress: Callable[[int, int], None] | None = None,
    **how: Any,  # noqa: ANN401
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return what permuted profiles change, against capability and hardship.

    Parameters
    ----------
    scenario : Scenario
        History, to the last of the years.
    spaces : mapping of name to mapping of flat name to float or array_like
        The points at which it is tried, under the name of where they come from.
    lucks : int
        Runs at each point.
    progress : callable, optional
        Told how much is done, and how much there is.
    **how
        As of :func:`changes`.

    Returns
    -------
    sizes, verdicts, ways : DataFrame
        As :func:`summed_up` returns them, after a column ``points``, the name of the
        space.
    """
    import pandas as pd

    parts: list[tuple[pd.DataFrame, ...]] = []
    for number, (name, points) in enumerate(spaces.items()):

        def told(done: int, of: int, number: int = number) -> None:
            if progress is not None:
                progress(number * of + done, len(spaces) * of)

        found, real = changes(scenario, points, lucks, progress=told, **how)
        arrays = [np.asarray(one) for one in points.values() if np.ndim(one)]
        # A point that counts much comes several times, and is one piece of evidence.
        same = np.unique(np.stack(arrays), axis=1, return_inverse=True)[1]
        tables = summed_up(found, real, same.reshape(-1), how.get("seed", 0))
        for table in tables:
            table.insert(0, "points", name)
        parts.append(tables)
    sizes, verdicts, every = (
        pd.concat(some, ignore_index=True) for some in zip(*parts, strict=True)
    )
    return sizes, verdicts, every


def summed_up(
    found: Sequence[Change],
    real: Mapping[str, Numbers],
    evidence: npt.NDArray[np.integer[Any]],
    seed: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    r"""Return how large changes are, how families of them compare, and every one.

    Parameters
    ----------
    found : sequence of Change
        Of families that have :data:`YARDSTICKS` among them.
    real : mapping of measure to ndarray, shape (points, lucks, years)
        The years as they were.
    evidence : ndarray of int, shape (points,)
        Points with the same number are one piece of evidence.
    seed : int
        Of resampling.

    Returns
    -------
    sizes : DataFrame
        ``measure``, ``span`` (of :data:`SPANS`), ``family``, its ``ways``, how far it
        was ``moved``, the ``level`` of the measure as it is and the ``size`` of the
        change, both a year, and the size's 95% interval.
    verdicts : DataFrame
        ``measure``, ``span``, ``family`` of governments, the yardstick ``against``
        which it is held, the ``ratio`` of their sizes with its interval, what it would
        be were both moved by equal shares of their ranges and effects in proportion
        (``evened``), and the ``verdict``: ``less`` or ``more`` where the interval of
        the difference of their mean squares lies on one side of 0, else ``open``.
    ways : DataFrame
        ``measure``, ``family``, ``way``, ``moved``, and the ``shift``: the mean change
        a year, with its interval.

    Notes
    -----
    The size of a family is the root of the mean, over its ways, points and years, of
    the square of what a way changes on average over luck. From each square the variance
    of that average is taken, as luck alone would make every square positive: of no
    effect the mean is 0. Intervals are percentiles of resampled points, the same for
    every family [DavisonHinkley1997].
    """
    import pandas as pd

    families = list(dict.fromkeys(one.family for one in found))
    moved = {
        family: float(np.mean([one.moved for one in found if one.family == family]))
        for family in families
    }
    share = _resampled(evidence, np.random.default_rng([seed, 17]))
    sizes, verdicts = [], []
    for measure, span in product(MEASURES, SPANS):
        said = {"measure": measure, "span": span}
        squares = {
            family: np.mean(
                [
                    _squares(one.by[measure], span)
                    for one in found
                    if one.family == family
                ],
                axis=0,
            )
            for family in families
        }
        again = {family: share @ one for family, one in squares.items()}
        sizes += [
            {
                **said,
                "family": family,
                "ways": sum(one.family == family for one in found),
                "moved": moved[family],
                "level": float(real[measure].mean()),
                "size": float(_root(squares[family].mean())),
                **columns("size", _ends(_root(again[family]))),
            }
            for family in families
        ]
        for family, against in product(GOVERNMENTS, YARDSTICKS):
            pair = family, against
            if family not in families:
                continue
            ratio = float(_ratio(*(_root(squares[one].mean()) for one in pair)))
            ratios = _ratio(*(_root(again[one]) for one in pair))
            verdicts.append(
                {
                    **said,
                    "family": family,
                    "against": against,
                    "ratio": ratio,
                    **columns("ratio", _ends(ratios)),
                    "evened": ratio * moved[against] / moved[family],
                    "verdict": _verdict(*_ends(again[family] - again[against])),
                }
            )
    return pd.DataFrame(sizes), pd.DataFrame(verdicts), _shifts(found, evidence)


def _shifts(
    found: Sequence[Change], evidence: npt.NDArray[np.integer[Any]]
) -> pd.DataFrame:
    import pandas as pd

    lines = []
    for measure, one in product(MEASURES, found):
        by_point = one.by[measure].mean(axis=(1, 2))
        lines.append(
            {
                "measure": measure,
                "family": one.family,
                "way": one.way,
                "moved": one.moved,
                "shift": float(by_point.mean()),
                **columns("shift", of_mean(by_point, evidence)),
            }
        )
    return pd.DataFrame(lines)


def _in_year(history: History, *, key: str, year: int) -> Numbers:
    first = history.labels.index(f"{year}-01")
    months = history.series(key)[first : first + 12]
    found: Numbers = np.sum(months, axis=0, dtype=np.float64)
    return found


# ---------------------------------------------------------------------- how large it is


def _squares(change: Numbers, span: str) -> Numbers:
    """Return the mean square of the mean change at every point, freed of luck."""
    if span == "whole":
        change = change.mean(axis=-1, keepdims=True)
    lucks = change.shape[1]
    mean, luck = change.mean(axis=1), change.var(axis=1, ddof=1) / lucks
    found: Numbers = (mean**2 - luck).mean(axis=-1)
    return found


def _resampled(
    evidence: npt.NDArray[np.integer[Any]], luck: np.random.Generator
) -> Numbers:
    """Return shares of points that add up to 1, shape (resamples, points)."""
    _, place = np.unique(evidence, return_inverse=True)
    pieces = int(place.max()) + 1
    times = luck.multinomial(pieces, np.full(pieces, 1.0 / pieces), _RESAMPLES)
    each = times[:, place].astype(np.float64)
    found: Numbers = each / each.sum(axis=1, keepdims=True)
    return found


def _ends(values: Numbers) -> tuple[Numbers, Numbers]:
    # Values themselves: a ratio may be without end, and nothing lies halfway to that.
    low, high = np.quantile(values, (_TAIL, 1.0 - _TAIL), method="inverted_cdf")
    return np.asarray(low), np.asarray(high)


def _root(squares: npt.ArrayLike) -> Numbers:
    return np.sqrt(np.maximum(np.asarray(squares, dtype=np.float64), 0.0))


def _ratio(one: Numbers, other: Numbers) -> Numbers:
    """Return a ratio of sizes; without end where only the second is 0, 1 where both."""
    found = np.divide(one, other, out=np.full_like(one, np.inf), where=other > 0.0)
    return np.where((one == 0.0) & (other == 0.0), 1.0, found)


def _verdict(low: npt.ArrayLike, high: npt.ArrayLike) -> str:
    if np.asarray(high) < 0.0:
        return "less"
    return "more" if np.asarray(low) > 0.0 else "open"
