"""Charts as ECharts takes them, from answers; drawn by the browser, not here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.bands import QUANTILES
from sim.state import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from analysis.classroom.desk import Answer
    from analysis.classroom.plane import Plane

__all__ = ["MEDIAN", "counted", "course", "phase_plane"]

NOW, START, RIVAL = "#1b87c9", "#8a8f98", "#d1660f"
"""Colors that stand out from white and from black alike."""

_LOW, MEDIAN, _HIGH = (list(QUANTILES).index(one) for one in ("p05", "median", "p95"))
"""Where an answer's bands have the ends of nine tenths of futures, and the middle."""
_MARGIN = 0.05
"""Of what is shown, how much stands empty at each end."""


def course(
    key: str,
    before: Answer,
    after: Answer,
    *,
    names: tuple[str, str],
    unit: str,
) -> dict[str, Any]:
    """Return a chart of one series, month by month, at the start and now.

    Parameters
    ----------
    key : str
        The series.
    before, after : Answer
        At the start, and as the controls stand.
    names : tuple of str
        What the two are called.
    unit : str
        In words, for the axis.

    Returns
    -------
    dict
        Options: a line for each median, a band for 90% of the futures; of a series
        that is counted the mean alone.
    """
    both = ((before, START, names[0], "dashed"), (after, NOW, names[1], "solid"))
    series: list[dict[str, Any]] = []
    for answer, color, name, dashes in both:
        bands = answer.bands[key]
        low, high = bands[_LOW], bands[_HIGH]
        if not counted(key):
            series.append(_band(low, f"band {name}", color, 0.0))
            series.append(_band(high - low, f"band {name}", color, 0.18))
        middle = answer.means[key] if counted(key) else bands[MEDIAN]
        series.append(_line(name, _rounded(middle), color, dashes))
    return {
        **_looks(names),
        "xAxis": {
            "type": "category",
            "data": list(after.labels),
            "boundaryGap": False,
            "axisLabel": {"hideOverlap": True},
        },
        "yAxis": _axis(unit),
        "series": series,
    }


def phase_plane(
    found: Plane,
    before: Answer,
    after: Answer,
    *,
    names: tuple[str, str],
    axes: tuple[str, str],
    lines: tuple[str, str],
) -> dict[str, Any]:
    """Return Richardson's plane: two burdens, two courses, two lines of rest.

    Parameters
    ----------
    found : Plane
        The lines, as the controls stand.
    before, after : Answer
        With the burdens of both states.
    names : tuple of str
        What the courses at the start and now are called.
    axes, lines : tuple of str
        What the two axes, and the two lines, are called.
    """
    keys = [f"burden.{state}" for state in found.states]
    paths = [[answer.bands[key][MEDIAN] for key in keys] for answer in (before, after)]
    shown = [[float(value) for path in paths for value in path[n]] for n in (0, 1)]
    crossing = found.crossing
    if crossing is not None and _is_near(crossing, shown):
        for values, at in zip(shown, crossing, strict=True):
            values.append(at)
    ends = [_around(values) for values in shown]
    across = [[found.rests_at(0, y), y] for y in ends[1]]
    upward = [[x, found.rests_at(1, x)] for x in ends[0]]
    series: list[dict[str, Any]] = []
    looks = ((START, "dashed"), (NOW, "solid"))
    for path, name, (color, dashes) in zip(paths, names, looks, strict=True):
        points = [_rounded(point) for point in zip(*path, strict=True)]
        series.append(_line(name, points, color, dashes))
    for points, name, color in ((across, lines[0], RIVAL), (upward, lines[1], NOW)):
        ends_of_line = [_rounded(point) for point in points]
        series.append(_line(name, ends_of_line, color, "dotted"))
    return {
        **_looks((*names, *lines)),
        "xAxis": {**_axis(axes[0], ends[0]), "nameLocation": "middle", "nameGap": 26},
        "yAxis": _axis(axes[1], ends[1]),
        "series": series,
    }


def _is_near(point: tuple[float, float], shown: Sequence[Sequence[float]]) -> bool:
    """Return whether a point is worth the room that it takes to show it."""
    return all(
        min(values) * (1 - _FARTHEST) <= at <= max(values) * (1 + _FARTHEST)
        for at, values in zip(point, shown, strict=True)
    )


_FARTHEST = 1.0
"""Of what is drawn anyway, how much farther the crossing may lie to be shown."""


def counted(key: str) -> bool:
    """Return whether a series is of whole things, so that a mean says most of it."""
    return SERIES[key].unit in _COUNTED


_COUNTED = ("0 or 1", "launches", "tests")


def _line(name: str, data: list[Any], color: str, dashes: str) -> dict[str, Any]:
    return {
        "type": "line",
        "name": name,
        "data": data,
        "showSymbol": False,
        "lineStyle": {"color": color, "width": 2.5, "type": dashes},
        "itemStyle": {"color": color},
        "z": 3,
    }


def _band(
    heights: NDArray[Any], stack: str, color: str, opacity: float
) -> dict[str, Any]:
    """Return one layer of a band: what is below it is drawn with no color."""
    return {
        "type": "line",
        "data": _rounded(heights),
        "stack": stack,
        "stackStrategy": "all",
        "showSymbol": False,
        "silent": True,
        "lineStyle": {"opacity": 0},
        "areaStyle": {"color": color, "opacity": opacity},
        "tooltip": {"show": False},
    }


_LINE = 18
"""Height of a line of the legend, in pixels."""


def _looks(names: Sequence[str]) -> dict[str, Any]:
    rows = len(names) if len(names) > 2 else 1
    return {
        "animation": False,
        "aria": {"enabled": True},
        "grid": {"left": 56, "right": 18, "top": 36 + _LINE * rows, "bottom": 40},
        "legend": {
            "data": list(names),
            "orient": "vertical" if rows > 1 else "horizontal",
            "top": 0,
            "left": 0,
            "itemGap": 4 if rows > 1 else 14,
        },
        "tooltip": {"trigger": "axis", "confine": True},
    }


def _axis(name: str, ends: tuple[float, float] | None = None) -> dict[str, Any]:
    held = {} if ends is None else {"min": _short(ends[0]), "max": _short(ends[1])}
    # Ends that were chosen by us are no round numbers, and go without a label.
    labels = {"hideOverlap": True, "showMinLabel": not held, "showMaxLabel": not held}
    return {
        "type": "value",
        "name": name,
        "scale": True,
        **held,
        "nameTextStyle": {"align": "left"},
        "axisLabel": labels,
        "splitLine": {"lineStyle": {"opacity": 0.25}},
    }


def _around(values: Sequence[float]) -> tuple[float, float]:
    """Return ends a little beyond some values, below 0 only if one of them is."""
    low, high = min(values), max(values)
    room = max((high - low) * _MARGIN, abs(high) * 0.01, 1e-9)
    return (low - room if low < 0 else max(low - room, 0.0)), high + room


def _short(value: float) -> float:
    return float(f"{value:.3g}")


def _rounded(values: Iterable[float]) -> list[float]:
    """Return numbers as short as a chart needs them."""
    return [float(f"{value:.5g}") for value in values]
