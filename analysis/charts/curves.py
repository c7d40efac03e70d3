"""The table of bands as arrays to draw, by series and scenario."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
from matplotlib.ticker import Formatter, MaxNLocator

from analysis.intervals import reach
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["Curve", "curves", "means", "month_ends", "time_axis", "widest", "written"]

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
    median_from, median_to, mean_from, mean_to : ndarray, shape (months + 1,)
        Ends of the 95% Monte Carlo intervals of these two.
    """

    time: _Line
    p05: _Line
    p25: _Line
    median: _Line
    p75: _Line
    p95: _Line
    mean: _Line
    median_from: _Line
    median_to: _Line
    mean_from: _Line
    mean_to: _Line

    def doubt(self, axes: Axes, color: str, *, mean: bool, scale: float = 1.0) -> None:
        """Draw the Monte Carlo interval of the line as a thin band with edges.

        With a thousand runs it is hardly wider than the line; with few it is wide.
        """
        low, high = (
            (self.mean_from, self.mean_to)
            if mean
            else (self.median_from, self.median_to)
        )
        axes.fill_between(
            self.time,
            scale * low,
            scale * high,
            facecolor=(color, 0.18),
            edgecolor=(color, 0.75),
            linewidth=0.35,
            label="_error",
            zorder=2.5,
        )

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
        over_runs = {
            one.name: rows[one.name].to_numpy(dtype=float)
            for one in fields(Curve)
            if one.name != "time"
        }
        curve = Curve(time=month_ends(rows["month"]), **over_runs)
        found.setdefault(key, {})[scenario] = curve
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
        over_time = month_ends(rows["month"]), rows["mean"].to_numpy(dtype=float)
        found.setdefault(key, {})[scenario] = over_time
    return found


def widest(table: pd.DataFrame) -> str:
    """Return the largest Monte Carlo error of the means of a table, rounded up.

    Parameters
    ----------
    table : DataFrame
        With columns ``mean``, ``mean_from`` and ``mean_to``.

    Returns
    -------
    str
        With two digits; a dash where there are too few runs for an error.
    """
    return written(reach(table["mean"], table["mean_from"], table["mean_to"]))


def written(errors: npt.ArrayLike) -> str:
    """Return the largest of some errors with two digits, rounded up.

    Parameters
    ----------
    errors : array_like
        Above or equal to 0; nan where there is none.
    """
    worst = float(np.max(np.asarray(errors, dtype=float), initial=0.0))
    if not np.isfinite(worst):
        return "–"
    if worst == 0.0:
        return "0"
    unit = 10.0 ** (np.floor(np.log10(worst)) - 1)
    return f"{np.ceil(worst / unit - 1e-9) * unit:.2g}"


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


def month_ends(months: pd.Series) -> _Line:
    """Return the ends of months in years: ``2021-12`` is 2022.0.

    Parameters
    ----------
    months : Series
        Labels, ``YYYY-MM``.
    """
    labels = months.astype(str)
    year = labels.str.slice(0, 4).astype(int).to_numpy()
    month = labels.str.slice(5, 7).astype(int).to_numpy()
    return np.asarray(year + month / 12, dtype=np.float64)
