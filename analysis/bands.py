"""How series spread over runs, month by month: the table behind every fan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.intervals import of_mean, of_quantile

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from analysis.intervals import Ends
    from sim.history import History

__all__ = ["QUANTILES", "bands"]

QUANTILES = {"p05": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95}
"""Column of the table to the share of runs below it."""


def bands(history: History, keys: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the mean and quantiles over runs of every series in every month.

    Parameters
    ----------
    history : History
        What happened under one scenario; the runs whose series were kept count.
    keys : iterable of str, optional
        Dotted names of series; all by default.

    Returns
    -------
    DataFrame
        One line per series and month: ``scenario``, ``series``, ``month``
        (``YYYY-MM``; the first is the initial state), then one float32 column for
        each of :data:`QUANTILES`, and ``mean``, which for a series of 0 and 1 is the
        share of runs. Behind each stand the ends of its 95% Monte Carlo interval, under
        its name with ``_from`` and ``_to``; nan where there are too few runs for one.

    Raises
    ------
    InputError
        If a series was not recorded.

    Notes
    -----
    Quantiles are interpolated linearly between order statistics, as NumPy's
    default does; one sort serves all five.
    """
    import pandas as pd

    chosen = list(history.keys if keys is None else keys)
    months = len(history.labels)
    columns = [
        f"{name}{end}" for name in (*QUANTILES, "mean") for end in ("", "_from", "_to")
    ]
    found = {name: np.empty((len(chosen), months), np.float32) for name in columns}
    luck = history.luck_ids[: history.kept]
    lucks = int(np.unique(luck).size)
    for place, key in enumerate(chosen):
        series = history.series(key)
        ordered = np.sort(series, axis=-1)
        for name, share in QUANTILES.items():
            found[name][place] = _between(ordered, share)
            _enter(found, name, place, of_quantile(ordered, share, lucks))
        found["mean"][place] = ordered.mean(axis=-1, dtype=np.float64)
        _enter(found, "mean", place, of_mean(series, luck))
    month = pd.Categorical.from_codes(
        np.tile(np.arange(months, dtype=np.int16), len(chosen)),
        categories=pd.Index(history.labels),
        ordered=True,
    )
    return pd.DataFrame(
        {
            "scenario": history.scenario.name,
            "series": np.repeat(chosen, months),
            "month": month,
            **{name: one.reshape(-1) for name, one in found.items()},
        }
    )


def _enter(found: dict[str, np.ndarray], name: str, place: int, ends: Ends) -> None:
    found[f"{name}_from"][place], found[f"{name}_to"][place] = ends


def _between(ordered: np.ndarray, share: float) -> np.ndarray:
    where = share * (ordered.shape[-1] - 1)
    low = int(np.floor(where))
    high = min(low + 1, ordered.shape[-1] - 1)
    weight = np.float32(where - low)
    return ordered[:, low] * (1 - weight) + ordered[:, high] * weight
