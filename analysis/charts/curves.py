"""The table of bands as arrays to draw, by series and scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
from matplotlib.ticker import Formatter, MaxNLocator

from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["Curve", "curves", "means", "time_axis"]

_Line: TypeAlias = npt.NDArray[np.floating[Any]]
_LEAST_SPAN = 0.05
"""No axis spans less than this share of its level: a flat line must look flat."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One series of one scenario over time.

    Attributes
    ----------
    time : ndarray, shape (months + 1,)
        Ends of months, in years: ``2021-12`` is 2022.0.
    p05, p25, median, p75, p95, mean : ndarray, shape (months + 1,)
        Quantiles over runs, and their mean.
    """

    time: _Line
    p05: _Line
    p25: _Line
    median: _Line
    p75: _Line
    p95: _Line
    mean: _Line

    def shade(self, axes: Axes, color: str) -> None:
        """Shade 5-95% and, darker, 25-75% of runs."""
        for low, high, alpha in (
            (self.p05, self.p95, 0.14),
            (self.p25, self.p75, 0.24),
        ):
            axes.fill_between(
                self.time, low, high, color=color, alpha=alpha, linewidth=0
            )


def curves(bands: pd.DataFrame, series: Iterable[str]) -> dict[str, dict[str, Curve]]:
    """Return what is to be drawn, by series, then by scenario in the table's order.

    Parameters
    ----------
    bands : DataFrame
        What :func:`analysis.bands.bands` returns.
    series : iterable of str
        Which series.

    Raises
    ------
    InputError
        If the table lacks one of them.
    """
    found: dict[str, dict[str, Curve]] = {}
    for key, scenario, rows in _of_series(bands, list(series)):
        over_runs = (
            rows[name].to_numpy(dtype=float)
            for name in ("p05", "p25", "median", "p75", "p95", "mean")
        )
        found.setdefault(key, {})[scenario] = Curve(_years(rows["month"]), *over_runs)
    return found


def means(
    table: pd.DataFrame, series: Iterable[str]
) -> dict[str, dict[str, tuple[_Line, _Line]]]:
    """Return times and means over runs, by series, then by scenario.

    Parameters
    ----------
    table : DataFrame
        With columns ``scenario``, ``series``, ``month`` and ``mean``.
    series : iterable of str
        Which series.

    Raises
    ------
    InputError
        If the table lacks one of them.
    """
    found: dict[str, dict[str, tuple[_Line, _Line]]] = {}
    for key, scenario, rows in _of_series(table, list(series)):
        over_time = _years(rows["month"]), rows["mean"].to_numpy(dtype=float)
        found.setdefault(key, {})[scenario] = over_time
    return found


def _of_series(
    table: pd.DataFrame, wanted: list[str]
) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield series, scenario and the rows of both, in the table's order."""
    chosen = table[table["series"].isin(wanted)]
    missing = set(wanted) - set(chosen["series"].unique())
    for key in wanted:
        if key in missing:
            known = nearest(key, {str(one) for one in table["series"].unique()})
            raise InputError(f"there are no bands of {key!r}; {known}")
    for (one, scenario), rows in chosen.groupby(["series", "scenario"], sort=False):
        yield str(one), str(scenario), rows


def time_axis(axes: Axes, time: _Line, *, ticks: int, room: float = 0.0) -> None:
    """Set limits and ticks of an axis of years, and of the values on it.

    Parameters
    ----------
    axes : Axes
        What to set them on.
    time : ndarray
        Ends of months, in years.
    ticks : int
        About how many ticks there is room for.
    room : float
        Share of the span to leave free at the right, outside the axis.
    """
    first, last = float(time[0]), float(time[-1])
    span = last - first
    axes.set_xlim(first, last + room * span)
    axes.spines["bottom"].set_bounds(first, last)
    step = next((s for s in (1, 2, 3, 4, 5, 10, 20) if span / s <= ticks), 50)
    start = int(np.ceil(first / step - 0.001) * step)
    years = np.arange(start, int(last + 0.05) + 1, step)
    if years.size > 1:
        axes.set_xticks(years)
    else:  # less than a year: name its first and its last month
        axes.set_xticks([first, last], [_month(first), _month(last)])
    bottom, top = axes.get_ylim()
    if axes.dataLim.y0 == axes.dataLim.y1 == 0:  # nothing ever: no ticks below zero
        bottom, top = axes.set_ylim(-0.05, 1.05)
    least = _LEAST_SPAN * max(abs(bottom), abs(top))
    if top - bottom < least:
        middle = (top + bottom) / 2
        axes.set_ylim(middle - least / 2, middle + least / 2)
    axes.yaxis.set_major_locator(
        MaxNLocator(4, steps=[1, 2, 2.5, 5, 10], min_n_ticks=3)
    )
    axes.yaxis.set_major_formatter(_Alike())


class _Alike(Formatter):
    """Write ticks with equal decimals, thousands apart and a true minus."""

    def __call__(self, value: float, pos: int | None = None) -> str:
        return self.format_ticks([value])[0]

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        ticks = np.asarray(values, dtype=float)
        close = 1e-6 * (np.ptp(ticks) or np.abs(ticks).max(initial=1.0))
        places = next(
            (n for n in range(7) if (np.abs(ticks.round(n) - ticks) <= close).all()), 7
        )
        texts = [f"{abs(value):,.{places}f}" for value in ticks]
        return [
            f"−{text}" if value < 0 and text.strip("0.,") else text
            for value, text in zip(ticks, texts, strict=True)
        ]


def _month(time: float) -> str:
    months = round(time * 12) - 1  # a time is the end of its month
    return f"{months // 12}-{months % 12 + 1:02d}"


def _years(months: pd.Series) -> _Line:
    labels = months.astype(str)
    year = labels.str.slice(0, 4).astype(int).to_numpy()
    month = labels.str.slice(5, 7).astype(int).to_numpy()
    return np.asarray(year + month / 12, dtype=np.float64)
