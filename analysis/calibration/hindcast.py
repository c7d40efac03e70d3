"""Fit to the years before an origin, forecast those after it, and be scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.calibration.histories import COUNTS, FIGURES, LAST
from analysis.calibration.weights import weighed
from analysis.forecasts.forms import TARGET, Forecast
from analysis.forecasts.rivals import RIVALS, rival
from analysis.forecasts.scores import score, skill, summary
from analysis.observed.tables import QUANTITIES, record

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from analysis.calibration.histories import Histories
    from analysis.calibration.weights import Weights

__all__ = [
    "DRAWS",
    "MODEL",
    "ORIGINS",
    "RIVALS_OF",
    "beside_rivals",
    "foreseen",
    "hindcast",
    "picked",
]

ORIGINS = (2014, 2016, 2018)
"""Last years that a forecast may know."""

DRAWS = 1_000
"""Histories that a forecast is made of."""

MODEL = "model"

RIVALS_OF = {
    "month": ("climatology", "persistence", "negative_binomial"),
    "year": ("climatology", "persistence", "random_walk"),
}
"""Which plain forecasts are made of what is counted by month, and by year."""


def picked(weights: Weights, draws: int, seed: int = 0) -> npt.NDArray[np.int64]:
    """Return which histories stand for all, each as often as it counts, shape (draws,).

    Parameters
    ----------
    weights : Weights
        How much each counts.
    draws : int
        How many are wanted.
    seed : int
        Of the one number that is drawn: systematic resampling [DoucEtAl2005].
    """
    start = np.random.default_rng([seed, 11]).random()
    places = (np.arange(draws) + start) / draws
    reached = np.cumsum(weights.shares)
    found = np.searchsorted(reached, places * reached[-1], side="right")
    which: npt.NDArray[np.int64] = np.minimum(found, len(reached) - 1)
    return which


def foreseen(
    some: Histories, which: npt.NDArray[np.int64], years: Sequence[int]
) -> Forecast:
    """Return what some histories say of some years, as a forecast.

    Parameters
    ----------
    some : Histories
        That go on beyond the origin.
    which : ndarray of int, shape (draws,)
        Those that stand for all.
    years : sequence of int
        The years that are forecast.
    """
    import pandas as pd

    ahead = some.between(years)
    targets: list[tuple[str, str, str]] = []
    values: list[npt.NDArray[np.float64]] = []
    for name in (one for one in COUNTS if one in QUANTITIES):
        targets += [(name, "", f"{y}-{m:02d}") for y in years for m in range(1, 13)]
        values.append(np.asarray(ahead.counts[name], dtype=np.float64)[:, which])
    for name, of in FIGURES:
        figures = np.asarray(ahead.figures[name, of], dtype=np.float64)[:, which]
        places = np.flatnonzero(~np.isnan(figures).any(axis=1)).tolist()
        targets += [(name, of, str(years[place])) for place in places]
        values.append(figures[places])
    return Forecast(
        pd.DataFrame(targets, columns=TARGET),
        "draw",
        np.concatenate(values),
        np.arange(which.size, dtype=np.float64),
    )


def hindcast(
    some: Histories,
    observed: Histories,
    origins: Sequence[int] = ORIGINS,
    *,
    chance: npt.NDArray[np.float64] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how well histories that fit the past of an origin foresee what followed.

    Parameters
    ----------
    some : Histories
        A pool; it is the same for every origin, only weighed anew.
    observed : Histories
        What happened, of the same years.
    origins : sequence of int
        Last years known.
    chance : ndarray, shape (runs,), optional
        With which each history's point was taken into the pool.
    draws, seed : int
        Of the forecasts, the model's and its rivals'.

    Returns
    -------
    DataFrame
        ``origin``, ``sample`` (the effective one of the model), ``forecaster``
        (:data:`MODEL` or one of the rivals), then the columns of
        :func:`analysis.forecasts.scores.summary`; a line for each quantity.
    """
    import pandas as pd

    happened, tables = record(), []
    for origin in origins:
        past = [year for year in some.years if year <= origin]
        later = [year for year in some.years if origin < year <= LAST]
        weights = weighed(some, observed, past, chance=chance)
        made = foreseen(some, picked(weights, draws, seed), later)
        every = made.targets["quantity"].map(lambda name: QUANTITIES[name].every)
        forecasts = [(MODEL, made)]
        for often, names in RIVALS_OF.items():
            wanted = made.targets[(every == often).to_numpy()]
            for name in names:
                other = rival(name, happened, wanted, draws=draws, seed=seed)
                forecasts.append((name, other))
        for forecaster, one in forecasts:
            table = summary(score(one, happened))
            table.insert(0, "forecaster", forecaster)
            table.insert(0, "sample", weights.sample)
            table.insert(0, "origin", origin)
            tables.append(table)
    return pd.concat(tables, ignore_index=True)


def beside_rivals(table: pd.DataFrame) -> pd.DataFrame:
    """Return the model's scores, and how much better they are than its rivals'.

    Parameters
    ----------
    table : DataFrame
        What :func:`hindcast` returned, of all origins or of one.

    Returns
    -------
    DataFrame
        The model's lines, with the skill on each rival under the rival's name (NaN
        where it has no such forecast, or never errs), and ``log_gain``, the
        logarithmic score of the best of them less the model's: above 0 is better.
    """
    keys = ["origin", "quantity", "of"]
    told = table.assign(of=table["of"].fillna("")).set_index(keys)
    own = told[told["forecaster"] == MODEL].drop(columns="forecaster")
    best = own["log_score"] * np.nan
    for name in RIVALS:
        theirs = told[told["forecaster"] == name].reindex(own.index)
        both = zip(own["crps"], theirs["crps"], strict=True)
        own[name] = [skill(ours, other) for ours, other in both]
        best = best.combine(theirs["log_score"], np.fmin)
    return own.assign(log_gain=best - own["log_score"]).reset_index()
