"""What is kept of simulated histories, and of the one that happened, in one form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.observed.reading import read
from analysis.observed.tables import QUANTITIES, monthly, yearly
from sim.state import SERIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from sim.history import History

__all__ = [
    "COUNTS",
    "FIGURES",
    "FIRST",
    "LAST",
    "Histories",
    "from_outcomes",
    "joined",
    "measures",
    "of_record",
]

FIRST, LAST = 2012, 2020
"""The years that calibration may look at. What came later is no guide to anything."""

COUNTS = (
    "launches",
    "long_range",
    "nuclear_tests",
    "adopted",
    "vetoed",
    "talking",
    "war",
)
"""What is kept month by month."""

_RECORDED = {"talking": "meetings"}
"""Where the record has another name for what the model counts."""

_WAR = 5.0
"""The step of a crisis that is war, after which nothing is as it was."""

FIGURES = (
    *(("spending", state) for state in ("Russia", "US", "ROK", "Japan", "China")),
    ("growth", "NK"),
    ("warheads", "NK"),
    ("warheads", "China"),
    ("warheads", "US"),
    ("warheads", "Russia"),
    ("trade", "NK-China"),
    *(("distance", two) for two in ("US-ROK", "US-Japan", "US-China", "Russia-US")),
    *(("distance", two) for two in ("NK-Russia", "NK-China")),
)
"""What is kept year by year, and of whom."""

_NOT_YET = {"growth": 1}
"""Years at the start without a figure: growth needs the year before."""


@dataclass(frozen=True, eq=False)
class Histories:
    """Many histories of the same years.

    Attributes
    ----------
    years : tuple of int
        Whole years, in order.
    counts : mapping of name to ndarray, shape (months, runs)
        Each of :data:`COUNTS`, twelve months a year.
    figures : mapping of (name, of) to ndarray, shape (years, runs)
        Each of :data:`FIGURES`; NaN in years without a figure.
    """

    years: tuple[int, ...]
    counts: Mapping[str, npt.NDArray[Any]]
    figures: Mapping[tuple[str, str], npt.NDArray[np.floating[Any]]]

    @property
    def runs(self) -> int:
        """How many histories there are."""
        return int(next(iter(self.counts.values())).shape[1])

    def between(self, years: Sequence[int]) -> Histories:
        """Return the same histories, of some of the years only.

        Parameters
        ----------
        years : sequence of int
            In order, not necessarily without gaps.
        """
        places = [self.years.index(year) for year in years]
        months = np.array(
            [12 * place + month for place in places for month in range(12)], dtype=int
        )
        return Histories(
            tuple(years),
            {name: one[months] for name, one in self.counts.items()},
            {name: one[places] for name, one in self.figures.items()},
        )

    def by_year(self, name: str) -> npt.NDArray[np.float64]:
        """Return the sum of a count over each year, shape (years, runs)."""
        months = np.asarray(self.counts[name], dtype=np.float64)
        found: npt.NDArray[np.float64] = months.reshape(len(self.years), 12, -1).sum(1)
        return found

    def longest_pause(self) -> npt.NDArray[np.float64]:
        """Return the most months on end without a launch, shape (runs,)."""
        pause = longest = np.zeros(self.runs)
        for month in np.asarray(self.counts["launches"]):
            pause = np.where(month == 0, pause + 1.0, 0.0)
            longest = np.maximum(longest, pause)
        return longest


def measures(years: Sequence[int]) -> dict[str, Any]:
    """Return what to read off a history while it is run: outcomes by name.

    Parameters
    ----------
    years : sequence of int
        The years wanted.

    Returns
    -------
    dict
        ``launches 2012-01`` or ``spending ROK 2012`` to a function of a history; what
        :func:`from_outcomes` takes back.
    """
    found: dict[str, Any] = {}
    for name in COUNTS:
        for label in _months(years):
            found[f"{name} {label}"] = partial(_count, name=name, label=label)
    for name, of in FIGURES:
        for year in years[_NOT_YET.get(name, 0) :]:
            found[f"{name} {of} {year}"] = partial(
                _figure, name=name, of=of, year=str(year)
            )
    return found


def from_outcomes(outcomes: Mapping[str, Any], years: Sequence[int]) -> Histories:
    """Return histories from what :func:`measures` read off them."""
    runs = len(next(iter(outcomes.values())))
    nothing = np.full(runs, np.nan, dtype=np.float32)
    return Histories(
        tuple(years),
        {
            name: np.stack(
                [
                    np.asarray(outcomes[f"{name} {label}"]).astype(np.uint16)
                    for label in _months(years)
                ]
            )
            for name in COUNTS
        },
        {
            (name, of): np.stack(
                [
                    np.asarray(
                        outcomes.get(f"{name} {of} {year}", nothing), dtype=np.float32
                    )
                    for year in years
                ]
            )
            for name, of in FIGURES
        },
    )


def joined(parts: Sequence[Histories]) -> Histories:
    """Return the histories of several, one after another; all of the same years."""
    first = parts[0]
    return Histories(
        first.years,
        {
            name: np.concatenate([one.counts[name] for one in parts], axis=1)
            for name in first.counts
        },
        {
            name: np.concatenate([one.figures[name] for one in parts], axis=1)
            for name in first.figures
        },
    )


def of_record(years: Sequence[int]) -> Histories:
    """Return what happened, as the only one of its histories.

    Notes
    -----
    What the record counts as meetings stands for talks under way: a year with one had
    talks.
    """
    labels = _months(years)
    counts: dict[str, npt.NDArray[Any]] = {}
    for name in COUNTS:
        if name == "war":  # there was none among the six
            counts[name] = np.zeros((len(labels), 1))
            continue
        column = monthly(_RECORDED.get(name, name))[labels].to_numpy()[:, None]
        known = QUANTITIES.get(name)
        counts[name] = (
            np.minimum(column, 1.0) if known and known.reading == "any" else column
        )
    figures = {}
    for name, of in FIGURES:
        found = yearly(name, of)
        values = [found.get(year, np.nan) for year in years]
        values[: _NOT_YET.get(name, 0)] = [np.nan] * _NOT_YET.get(name, 0)
        figures[name, of] = np.array(values)[:, None]
    return Histories(tuple(years), counts, figures)


def _months(years: Sequence[int]) -> list[str]:
    return [f"{year}-{month:02d}" for year in years for month in range(1, 13)]


def _count(history: History, *, name: str, label: str) -> npt.NDArray[Any]:
    if name in QUANTITIES:
        found: npt.NDArray[Any] = read(history, name, "", [label])[0]
        return found
    place = history.labels.index(label)
    if name == "war":
        steps = [key for key in SERIES if key.startswith("crisis.")]
        highest = np.max([history.series(key)[place] for key in steps], axis=0)
        return np.asarray(highest >= _WAR, dtype=np.float64)
    return np.asarray(history.series(name)[place])


def _figure(history: History, *, name: str, of: str, year: str) -> npt.NDArray[Any]:
    found: npt.NDArray[Any] = read(history, name, of, [year])[0]
    return found
