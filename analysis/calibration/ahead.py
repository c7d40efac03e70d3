"""Forward from the end of the record: what fitted histories say of the years after.

Nothing that happened after 2020 is known to these forecasts but what the model takes
from outside: who governed when, the invasion, the closed border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.calibration.fitting import pool_seed, under
from analysis.calibration.hindcast import DRAWS, foreseen, picked
from analysis.calibration.histories import LAST, from_outcomes, measures
from analysis.calibration.waves import at
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from analysis.calibration.fitting import Fit
    from analysis.forecasts.forms import Forecast

__all__ = ["ORIGINS_AHEAD", "UNTIL", "ahead"]

ORIGINS_AHEAD = (LAST, LAST + 1)
"""Years at whose end a forecast can start: 2020 goes on with the fitted histories
themselves, 2021 starts anew from the figures of its end."""

UNTIL = 2024
"""The last year that is forecast."""


def ahead(
    fit: Fit,
    origin: int,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    fast: bool = False,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Forecast:
    """Return a forecast from the end of a year to the end of :data:`UNTIL`.

    Parameters
    ----------
    fit : Fit
        A calibration.
    origin : int
        One of :data:`ORIGINS_AHEAD`.
    draws : int
        Futures.
    seed : int
        Of which histories stand for all, and of the luck of a new start.
    fast : bool
        Whether months are run in compiled form; as the fit was made, or the histories
        that go on differ in the last digits.
    workers : int
        Processes.
    progress : callable, optional
        Told the run-months done and their total.

    Returns
    -------
    Forecast
        Of everything on record that the model has a counterpart of, in draws. From
        2021 the growth of the first year is missing, as there is no year before.

    Raises
    ------
    InputError
        If there is no forecast from that year.
    """
    from sim.ensemble import Rows, run_rows

    if origin not in ORIGINS_AHEAD:
        names = " or ".join(str(one) for one in ORIGINS_AHEAD)
        raise InputError(f"there is no forecast from {origin}; give {names}")
    which = picked(fit.weights, draws, seed)
    lucks = fit.size.pool_lucks
    again = origin == LAST
    rows = Rows(
        scenario=under(fit.lens, "historical" if again else "baseline", UNTIL),
        # Each history goes on with its own luck; a new start has new luck.
        luck_ids=which if again else np.arange(draws),
        parameters=at(fit.space.names, fit.unit[which // lucks]),
        seed=pool_seed(fit.seed) if again else seed,
        fast=fast,
    )
    first = LAST if again else origin + 1
    years = range(first, UNTIL + 1)
    wanted: dict[str, Any] = measures(years)
    (history,) = run_rows(
        [rows], outcomes=wanted, keep=0, workers=workers, progress=progress
    )
    some = from_outcomes(history.outcomes, years)
    every: npt.NDArray[np.int64] = np.arange(draws)
    return foreseen(some, every, range(origin + 1, UNTIL + 1))
