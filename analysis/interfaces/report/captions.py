"""What is seen on a chart of series, computed from the table that was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.interfaces.report.blocks import Table
from analysis.interfaces.show import (
    decimals,
    places_of,
    reach_of,
    records,
    share,
    shown,
    with_error,
)
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analysis.charts.panels import Chart, Panel

__all__ = ["Seen", "seen"]


class Seen(NamedTuple):
    """What is seen on a chart.

    Attributes
    ----------
    words : tuple of str
        In sentences.
    table : Table
        The first and the last month of every panel, from which they come.
    """

    words: tuple[str, ...]
    table: Table


class _Panel(NamedTuple):
    """One panel: its title, and scenario to its lines of the first and last month."""

    title: str
    panel: Panel
    first: Mapping[str, dict[str, Any]]
    last: Mapping[str, dict[str, Any]]
    usual: int


def seen(
    bands: pd.DataFrame,
    chart: Chart,
    lang: str,
    *,
    most: int | None = None,
    alike: bool = False,
) -> Seen:
    """Return what is seen on a chart of series, in words and as a table.

    Parameters
    ----------
    bands : DataFrame
        What :func:`analysis.bands.bands` returns; the first scenario is the control.
    chart : Chart
        Which series.
    lang : {'en', 'ko'}
        The language of words.
    most : int, optional
        Of so many panels the table tells, those that say most; of all by default.
    alike : bool
        Whether all panels have one unit and one scale, so that differences compare as
        they stand; otherwise each is taken for how much futures spread.
    """
    words = TEXT[lang]
    drawn = bands[bands["series"].isin([panel.series for panel in chart.panels])]
    drawn = drawn.assign(month=drawn["month"].astype(str))
    ends = drawn["month"].iloc[0], drawn["month"].iloc[-1]
    scenarios = list(dict.fromkeys(drawn["scenario"]))
    panels = [_read(drawn, panel, ends, lang) for panel in chart.panels]
    heads = [words["report series"], words["unit"]]
    heads += [f"{scenarios[0]}, {ends[0]}"]
    heads += [f"{name}, {ends[1]}" for name in scenarios]
    told = panels if most is None else _foremost(panels, scenarios, most, alike=alike)
    rows = [
        (
            one.title,
            one.panel.unit[lang],
            _told(one, one.first[scenarios[0]], spread=False),
            *(_told(one, one.last[name]) for name in scenarios),
        )
        for one in told
    ]
    numbers = (False, False, *[True] * (len(scenarios) + 1))
    means = all(_figure(one.panel) == "mean" for one in panels)
    caption = words["report drawn means" if means else "report drawn"].format(
        title=chart.title[lang]
    )
    if len(told) < len(panels):
        caption += words["report drawn part"].format(n=len(told), all=len(panels))
    table = Table.of(caption, heads, rows, numbers=numbers)
    if len(scenarios) > 1:
        return Seen(_departures(panels, scenarios, ends[1], lang, alike=alike), table)
    return Seen(_courses(panels, scenarios[0], ends, lang, alike=alike), table)


def _foremost(
    panels: Sequence[_Panel], scenarios: Sequence[str], most: int, *, alike: bool
) -> list[_Panel]:
    """Return the panels that are named in words, then others by how much they say."""
    control, *others = scenarios
    sizes = np.array(
        [
            [_departure(one, one.last[control], one.last[k], alike) for k in others]
            or [_departure(one, one.first[control], one.last[control], alike)]
            for one in panels
        ]
    )
    named = set(sizes.argmax(axis=0).tolist())
    order = np.argsort(-sizes.max(axis=1), kind="stable").tolist()
    chosen = [*sorted(named), *(one for one in order if one not in named)]
    return [panels[place] for place in sorted(chosen[: max(most, len(named))])]


def _read(
    bands: pd.DataFrame, panel: Panel, ends: tuple[str, str], lang: str
) -> _Panel:
    mine = bands[bands["series"] == panel.series]
    first, last = (
        {str(row["scenario"]): row for row in records(mine[mine["month"] == one])}
        for one in ends
    )
    rows = [*first.values(), *last.values()]
    span = max(row["p95"] for row in rows) - min(row["p05"] for row in rows)
    level = max(abs(row[_figure(panel)]) for row in rows)
    whose = panel.title[lang]
    return _Panel(whose, panel, first, last, decimals(span, level))


def _figure(panel: Panel) -> str:
    """Return which figure of a series is drawn."""
    return "mean" if panel.mean or panel.yes_or_no else "median"


def _told(one: _Panel, row: dict[str, Any], *, spread: bool = True) -> str:
    """Return what is drawn of a scenario in a month, with its error and spread."""
    name = _figure(one.panel)
    if one.panel.yes_or_no:
        return share(row, name)
    told = with_error(row[name], reach_of(row, name), one.usual)
    if not spread:
        return told
    places = places_of(row, ("p05", "p95"), one.usual)
    low, high = (shown(row[end], places) for end in ("p05", "p95"))
    return f"{told} ({low}–{high})"


def _departures(
    panels: Sequence[_Panel],
    scenarios: Sequence[str],
    month: str,
    lang: str,
    *,
    alike: bool,
) -> tuple[str, ...]:
    """Say where each scenario ends farthest from the control."""
    words, control = TEXT[lang], scenarios[0]
    said, near = [], []
    for name in scenarios[1:]:
        sizes = [
            _departure(one, one.last[control], one.last[name], alike) for one in panels
        ]
        largest = max(sizes)
        if largest <= 0.0:
            near.append(name)
            continue
        one = panels[sizes.index(largest)]
        said.append(
            words["report seen far" if alike else "report seen apart"].format(
                month=month,
                name=name,
                control=control,
                what=one.title,
                unit=one.panel.unit[lang],
                mine=_told(one, one.last[name], spread=False),
                theirs=_told(one, one.last[control], spread=False),
            )
        )
    if near:
        names = ", ".join(near)
        said.append(words["report seen none"].format(name=names, control=control))
    return tuple(said)


def _courses(
    panels: Sequence[_Panel],
    name: str,
    ends: tuple[str, str],
    lang: str,
    *,
    alike: bool,
) -> tuple[str, ...]:
    """Say which series changes most from the first month to the last."""
    words = TEXT[lang]
    sizes = [_departure(one, one.first[name], one.last[name], alike) for one in panels]
    largest = max(sizes)
    if largest <= 0.0:
        return (words["report seen still"],)
    one = panels[sizes.index(largest)]
    return (
        words["report seen change" if alike else "report seen course"].format(
            what=one.title,
            unit=one.panel.unit[lang],
            first=ends[0],
            last=ends[1],
            before=_told(one, one.first[name], spread=False),
            after=_told(one, one.last[name], spread=False),
        ),
    )


def _departure(
    one: _Panel,
    left: dict[str, Any],
    right: dict[str, Any],
    alike: bool,
) -> float:
    """Return how far two figures are apart, for their spread unless panels are alike.

    It is 0 within their errors.
    """
    name = _figure(one.panel)
    apart = abs(right[name] - left[name])
    errors = [reach_of(row, name) for row in (left, right)]
    doubt = sum(error for error in errors if error == error)
    spread = max(row["p95"] - row["p05"] for row in (left, right))
    if apart <= doubt or apart <= 0.0:
        return 0.0
    if alike:
        return float(apart)
    return float(apart / spread) if spread > 0.0 else float("inf")
