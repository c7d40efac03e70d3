"""The course of histories year by year, beside the record's: fitted, and foreseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.calibration.facts import weighted_quantiles
from analysis.calibration.hindcast import ORIGINS
from analysis.calibration.histories import FIGURES
from analysis.calibration.weights import weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from analysis.calibration.fitting import Fit
    from analysis.calibration.histories import Histories

__all__ = ["FITTED", "QUANTILES", "courses"]

FITTED = "fitted"
"""The basis of what is weighed by all years."""

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}

_COUNTED = ("launches", "long_range", "nuclear_tests", "adopted")


def courses(fit: Fit, origins: Sequence[int] = ORIGINS) -> pd.DataFrame:
    """Return the spread of histories over the years, and the record's own course.

    Parameters
    ----------
    fit : Fit
        A calibration.
    origins : sequence of int
        Last years known to forecasts.

    Returns
    -------
    DataFrame
        ``basis`` (:data:`FITTED`, or the origin, of which only later years are
        given), ``quantity``, ``of``, ``year``, the columns of :data:`QUANTILES`, and
        the ``record``; counts are sums over the year.
    """
    import pandas as pd

    years, lines = fit.record.years, []
    for origin in (None, *origins):
        known = [one for one in years if origin is None or one <= origin]
        weights = weighed(fit.histories, fit.record, known, chance=fit.chance)
        happened = _by_year(fit.record)
        for (name, of), values in _by_year(fit.histories).items():
            for place, year in enumerate(years):
                if origin is not None and year in known:
                    continue
                if np.isnan(values[place]).any():
                    continue
                spread = weighted_quantiles(values[place], weights.shares, QUANTILES)
                lines.append(
                    {
                        "basis": FITTED if origin is None else str(origin),
                        "quantity": name,
                        "of": of,
                        "year": year,
                        **spread,
                        "record": float(happened[name, of][place, 0]),
                    }
                )
    return pd.DataFrame(lines)


def _by_year(some: Histories) -> dict[tuple[str, str], npt.NDArray[np.float64]]:
    found = {(name, ""): some.by_year(name) for name in _COUNTED}
    for name, of in FIGURES:
        found[name, of] = np.asarray(some.figures[name, of], dtype=np.float64)
    return found
