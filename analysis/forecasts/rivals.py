"""Plain rivals: forecasts that know nothing of the theory, only the past figures.

A model is worth what it adds to these. Each takes the record up to an origin and the
targets after it, and gives draws in the form of any forecast.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from analysis.forecasts.forms import TARGET, Forecast
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

__all__ = ["RIVALS", "rival"]

Numbers: TypeAlias = "npt.NDArray[np.float64]"
Way: TypeAlias = "Callable[[Numbers, int, int, np.random.Generator], Numbers]"

_RECENT = 12
"""Figures that persistence takes to go on: of months, a year."""


def climatology(
    past: Numbers, ahead: int, draws: int, luck: np.random.Generator
) -> Numbers:
    """Any figure of the past may come again, each time anew.

    Parameters
    ----------
    past : ndarray of float64, shape (times,)
        Figures up to the origin.
    ahead, draws : int
        Times to forecast, and draws of each.
    luck : Generator
        NumPy's.

    Returns
    -------
    ndarray of float64, shape (ahead, draws)
    """
    return luck.choice(past, size=(ahead, draws))


def persistence(
    past: Numbers, ahead: int, draws: int, luck: np.random.Generator
) -> Numbers:
    """What was lately goes on: any of the last twelve figures may come again.

    Parameters and value as of :func:`climatology`.
    """
    return climatology(past[-_RECENT:], ahead, draws, luck)


def negative_binomial(
    past: Numbers, ahead: int, draws: int, luck: np.random.Generator
) -> Numbers:
    r"""Counts that cluster, with the mean and the variance of the past.

    Parameters and value as of :func:`climatology`.

    Notes
    -----
    By the method of moments: :math:`\mu`, and :math:`k = \mu^2/(v-\mu)`; where the
    variance is no larger than the mean, Poisson's.
    """
    mean, spread = float(past.mean()), float(past.var(ddof=1)) if past.size > 1 else 0.0
    if spread <= mean:
        return luck.poisson(mean, size=(ahead, draws)).astype(np.float64)
    size = mean**2 / (spread - mean)
    rates = luck.gamma(size, mean / size, size=(ahead, draws))
    return luck.poisson(rates).astype(np.float64)


def random_walk(
    past: Numbers, ahead: int, draws: int, luck: np.random.Generator
) -> Numbers:
    r"""Levels that drift as they did, by steps as uneven as they were.

    Parameters and value as of :func:`climatology`.

    Notes
    -----
    :math:`x_{t+1} = x_t + m + s e_t` with the mean and the standard deviation of past
    steps, in logarithms where all figures are positive. The mean is uncertain by
    :math:`s/\sqrt n`, and is drawn once for each draw.
    """
    positive = bool((past > 0.0).all())
    level = np.log(past) if positive else past
    steps = np.diff(level)
    if steps.size == 0:
        return np.full((ahead, draws), past[-1])
    spread = float(steps.std(ddof=1)) if steps.size > 1 else 0.0
    drift = steps.mean() + spread / np.sqrt(steps.size) * luck.standard_normal(draws)
    walked = np.cumsum(drift + spread * luck.standard_normal((ahead, draws)), axis=0)
    found = level[-1] + walked
    levels: Numbers = np.exp(found) if positive else found
    return levels


RIVALS: Mapping[str, Way] = {
    "climatology": climatology,
    "persistence": persistence,
    "negative_binomial": negative_binomial,
    "random_walk": random_walk,
}
"""Every rival by name."""


def rival(
    name: str,
    record: pd.DataFrame,
    targets: pd.DataFrame,
    *,
    draws: int = 1000,
    seed: int = 0,
) -> Forecast:
    """Return a rival's forecast of targets, made of what came before all of them.

    Parameters
    ----------
    name : str
        One of :data:`RIVALS`.
    record : DataFrame
        ``quantity``, ``of``, ``time`` and ``value``; what is not before the first
        target of its quantity is left aside.
    targets : DataFrame
        ``quantity``, ``of`` and ``time``.
    draws : int
        Of each target.
    seed : int
        Of the luck; each quantity has luck of its own.

    Raises
    ------
    InputError
        If there is no such rival, or a quantity has no past on record.
    """
    import pandas as pd

    if name not in RIVALS:
        raise InputError(f"no rival {name!r}; {nearest(name, RIVALS)}")
    pieces, values = [], []
    for named, group in targets.groupby(["quantity", "of"], sort=False):
        quantity, of = (str(one) for one in named)
        times = sorted(group["time"])
        own = record[(record["quantity"] == quantity) & (record["of"] == of)]
        past = own[own["time"] < times[0]].sort_values("time")
        if past.empty:
            raise InputError(
                f"{quantity}{f' of {of}' if of else ''} has no figure on record before"
                f" {times[0]}, so {name} has nothing to go by"
            )
        luck = np.random.default_rng([seed, *_stream(name, quantity, of)])
        figures = past["value"].to_numpy(dtype=np.float64)
        last = str(past["time"].iloc[-1])
        ahead = [_distance(last, time) for time in times]
        drawn = RIVALS[name](figures, ahead[-1], draws, luck)
        values.append(drawn[np.array(ahead) - 1])
        pieces.append(group.sort_values("time")[TARGET])
    return Forecast(
        pd.concat(pieces, ignore_index=True),
        "draw",
        np.concatenate(values),
        np.arange(draws, dtype=np.float64),
    )


def _stream(*words: str) -> Sequence[int]:
    """Return numbers that are a quantity's own, the same on every machine."""
    return [zlib.crc32(word.encode("utf-8")) for word in words]


def _distance(last: str, time: str) -> int:
    """Return how many months or years one time is after another."""
    if len(last) == len("YYYY"):
        return int(time) - int(last)
    (year, month), (later, then) = (one.split("-") for one in (last, time))
    return 12 * (int(later) - int(year)) + int(then) - int(month)
