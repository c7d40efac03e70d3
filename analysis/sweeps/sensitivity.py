"""What drives an outcome: indices of every factor, beside the share that is luck.

One door to all methods. Each gives a tidy table, a line for each factor and index, with
the interval of the index and, as a floor, what a factor without any effect would come
to; a factor whose interval reaches down to the floor cannot be told from one that does
nothing, and one that changed not a single run is named as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from analysis.sweeps import conditioning, screening, variance
from analysis.sweeps import ends as tornado
from analysis.sweeps.idle import exactly_idle, moved_nothing, twins
from analysis.sweeps.luck import LuckShare, luck_share
from analysis.sweeps.measured import at_times, values_of
from analysis.sweeps.results import Method
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from analysis.sweeps.results import Design, Results

__all__ = [
    "LEADING",
    "METHODS",
    "Drivers",
    "LuckShare",
    "Method",
    "Verdict",
    "drivers",
    "indices",
    "luck_share",
    "method_for",
    "moved_nothing",
    "over_time",
    "portion",
    "possible",
    "ranked",
    "twins",
    "values_of",
    "verdicts",
]

Verdict = Literal["moves", "unclear", "none"]
METHODS: tuple[Method, ...] = get_args(Method)
LEADING = {"morris": "mu_star", "sobol": "ST", "pawn": "pawn", "delta": "delta"}
"""By which index of a method factors are ranked."""
_OWN: dict[str, Method] = {
    "morris": "morris",
    "sobol": "sobol",
    "one_at_a_time": "tornado",
}
"""Which method a kind of design was made for."""
if TYPE_CHECKING:
    Pairs = dict[str, NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class Drivers:
    """What drives one outcome.

    Attributes
    ----------
    outcome : str
        Its name.
    method : Method
        How it was found.
    table : DataFrame
        What :func:`indices` returns.
    order : tuple of str
        The factors, the one that matters most first.
    verdicts : mapping of str to Verdict
        What :func:`verdicts` returns.
    luck : LuckShare
        Which share of the outcome's variance is luck.
    """

    outcome: str
    method: Method
    table: pd.DataFrame
    order: tuple[str, ...]
    verdicts: Mapping[str, Verdict]
    luck: LuckShare


def drivers(
    results: Results,
    outcome: str,
    method: str = "auto",
    *,
    pairs: Pairs | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Drivers:
    """Return what drives an outcome: indices, order, verdicts, and luck beside them.

    Parameters
    ----------
    results : Results
        Of a sweep, whole.
    outcome : str
        One of its outcomes.
    method : str
        One of :data:`METHODS`, or ``auto``.
    pairs : dict, optional
        What :func:`twins` returns, where it is known.
    progress : callable, optional
        Told how much of the work is done, and how much there is.

    Returns
    -------
    Drivers

    Raises
    ------
    InputError
        As for :func:`indices`.
    """
    chosen = method_for(results, method)
    table = indices(results, outcome, chosen, progress=progress)
    return Drivers(
        outcome,
        chosen,
        table,
        tuple(ranked(table)),
        verdicts(results, table, pairs),
        luck_share(results, outcome),
    )


def possible(design: Design) -> tuple[Method, ...]:
    """Return the methods that a design allows, that for which it was made first.

    Parameters
    ----------
    design : Design
        Of any kind.

    Returns
    -------
    tuple of Method
        Empty where the points are too few for any.
    """
    found: list[Method] = []
    enough = {
        "morris": int(design.options.get("trajectories", 0)) >= screening.FEWEST,
        "sobol": int(design.options.get("base", 0)) >= variance.FEWEST,
        "one_at_a_time": True,
    }
    if enough.get(design.kind, False):
        found.append(_OWN[design.kind])
    if design.kind != "one_at_a_time":
        many = len(design.points)
        if many >= conditioning.FEWEST:
            found += ["pawn", "delta"]
        if many >= tornado.FEWEST:
            found.append("tornado")
    return tuple(found)


def method_for(results: Results, method: str = "auto") -> Method:
    """Return the method to use.

    Parameters
    ----------
    results : Results
        Of a sweep.
    method : str
        One of :data:`METHODS`, or ``auto``: that for which the design was made; for a
        design that was made for none PAWN, or a tornado where points are too few.

    Raises
    ------
    InputError
        If there is no such method.
    """
    if method == "auto":
        design = results.design
        if design.kind in _OWN:
            return _OWN[design.kind]
        return next(iter(possible(design)), "pawn")
    for known in METHODS:
        if method == known:
            return known
    raise InputError(
        f"there is no method {method!r}; {nearest(method, ['auto', *METHODS])}"
    )


def indices(
    results: Results,
    outcomes: str | Sequence[str],
    method: str = "auto",
    *,
    second: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Return what drives outcomes, factor by factor.

    Parameters
    ----------
    results : Results
        Of a sweep, whole.
    outcomes : str or sequence of str
        One outcome or several.
    method : str
        One of :data:`METHODS`, or ``auto``.
    second : bool
        Whether Sobol's indices of pairs are wanted.
    progress : callable, optional
        Told how much of the work is done, and how much there is.

    Returns
    -------
    DataFrame
        ``outcome``, ``factor``, ``index``, ``value``, ``low``, ``high``, ``floor``; for
        a tornado also ``at``. Factors stand in the order of the design.

    Raises
    ------
    InputError
        If a name is wrong, the design does not fit the method, the outcome is not
        whole (points are named; nothing is ever filled in), or SALib is missing.
    """
    import pandas as pd

    chosen = method_for(results, method)
    names = [outcomes] if isinstance(outcomes, str) else list(outcomes)
    tables = []
    for count, name in enumerate(names):
        told = portion(progress, count, len(names))
        lines = _lines(results, name, chosen, second=second, progress=told)
        tables.append(pd.DataFrame(lines).assign(outcome=name))
        if told is not None:
            told(1, 1)
    table = pd.concat(tables, ignore_index=True)
    return table[["outcome", *(one for one in table.columns if one != "outcome")]]


def _lines(
    results: Results,
    outcome: str,
    method: Method,
    *,
    second: bool,
    progress: Callable[[int, int], None] | None,
) -> list[dict[str, Any]]:
    if method == "morris":
        return screening.morris(results, outcome, results.seed)
    if method == "sobol":
        return variance.sobol(
            results, outcome, results.seed, second=second, progress=progress
        )
    if method == "tornado":
        return tornado.ends(results, outcome)
    return conditioning.conditional(results, outcome, method, results.seed, progress)


def portion(
    progress: Callable[[int, int], None] | None, place: int, many: int
) -> Callable[[int, int], None] | None:
    """Return what tells of one of several tasks as a part of the whole.

    Parameters
    ----------
    progress : callable or None
        Told how much of the whole is done, and how much there is.
    place, many : int
        Which of how many tasks, counted from 0.
    """
    if progress is None:
        return None
    scale = 1_000

    def tell(done: int, total: int) -> None:
        progress(scale * place + scale * done // max(total, 1), scale * many)

    return tell


def over_time(
    results: Results,
    outcome: str,
    method: str = "auto",
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Return which assumption matters when: indices of an outcome at each time.

    Parameters
    ----------
    results : Results
        Of a sweep that recorded the outcome over time.
    outcome : str
        One of its series.
    method : str
        As for :func:`indices`; pairs are left out.
    progress : callable, optional
        Told how much of the work is done.

    Returns
    -------
    DataFrame
        As :func:`indices` returns, with a column ``time`` after the outcome. Where the
        outcome does not vary yet, indices are NaN.

    Raises
    ------
    InputError
        If the series was not recorded, and for all that :func:`indices` refuses.
    """
    sliced = at_times(results, outcome)
    labels = [str(one) for one in sliced.outcomes.columns[2:]]
    table = indices(sliced, labels, method, second=False, progress=progress)
    table.insert(1, "time", table["outcome"])
    return table.assign(outcome=outcome)


def ranked(table: pd.DataFrame) -> list[str]:
    """Return the factors, the one that matters most first.

    Parameters
    ----------
    table : DataFrame
        What :func:`indices` or :func:`over_time` returns, of one outcome.

    Returns
    -------
    list of str
        By how far the leading index is above its floor, or in a tornado by the larger
        of the two differences; over time by the largest that it ever is. Pairs are not
        among them.
    """
    leading = table[table["index"].isin([*LEADING.values(), "low_end", "high_end"])]
    above = leading["value"].abs() - leading["floor"]
    size = leading.assign(size=above.fillna(float("-inf")))
    largest = size.groupby("factor", sort=False)["size"].max()
    return [
        str(one) for one in largest.sort_values(ascending=False, kind="stable").index
    ]


def verdicts(
    results: Results, table: pd.DataFrame, pairs: Pairs | None = None
) -> dict[str, Verdict]:
    """Return for every factor whether it moves an outcome.

    Parameters
    ----------
    results : Results
        The sweep.
    table : DataFrame
        What :func:`indices` returned for it, of one outcome.
    pairs : dict, optional
        What :func:`twins` returns, where it is known.

    Returns
    -------
    dict
        Factor to ``none`` (not one run came out differently at any two points that
        differ in it alone; only held luck can show this), ``unclear`` (the interval of
        the leading index reaches down to its floor; in a tornado both intervals
        include 0) or ``moves``.
    """
    (outcome,) = table["outcome"].unique()
    idle = exactly_idle(results, str(outcome), pairs)
    found: dict[str, Verdict] = {}
    leading = table[table["index"].isin(LEADING.values())]
    for row in leading.to_dict("records"):
        # A comparison with NaN is false: what has no interval is not told from nothing.
        clear = row["low"] > row["floor"] or (row["low"] == row["high"] > row["floor"])
        found[str(row["factor"])] = "moves" if clear else "unclear"
    for row in table[table["index"].isin(["low_end", "high_end"])].to_dict("records"):
        name = str(row["factor"])
        if row["low"] > 0 or row["high"] < 0:
            found[name] = "moves"
        else:
            found.setdefault(name, "unclear")
    return found | dict.fromkeys(idle, "none")
