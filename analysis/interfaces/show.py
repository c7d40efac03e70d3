"""Tables for the terminal: every outcome by scenario, and against the first."""

from __future__ import annotations

import math
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from analysis.interfaces.text import TEXT
from analysis.intervals import FEWEST, reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from rich.console import Console, RenderableType

__all__ = [
    "Told",
    "decimals",
    "differences",
    "is_headline",
    "levels",
    "places_of",
    "reach_of",
    "records",
    "report",
    "share",
    "shown",
    "supported",
    "told_difference",
    "told_level",
    "usual_places",
    "with_error",
]

_Record: TypeAlias = dict[str, Any]
_LABEL, _WIDE = 36, 32
_LONGEST = 20
"""Letters of a scenario's name on one line of a narrow heading."""
_PAGE = 98
"""From this width on, an interval stands beside its mean."""
_BETWEEN = 3
"""Letters between two columns."""
_FIRST = 26
"""Least width of the column of outcomes."""
_LEVELS = ("low", "median", "high")
_MOST_PLACES = 6
_DIFFERENCES = ("ci_low", "ci_high", "difference_low", "difference_high")


def report(
    console: Console,
    comparison: pd.DataFrame,
    *,
    asked: Mapping[str, object],
    lang: str,
    everything: bool = False,
) -> None:
    """Print what came out: levels of every scenario, then differences.

    Parameters
    ----------
    console : Console
        Where; its width decides how many scenarios stand side by side.
    comparison : DataFrame
        What :func:`analysis.compare.table` returns, in the reader's language.
    asked : mapping
        ``runs``, ``seed``, ``first`` and ``last`` month.
    lang : {'en', 'ko'}
        The language.
    everything : bool
        Show every outcome, not the headlines only.
    """
    for part in _pages(comparison, console.width, asked, lang, everything=everything):
        console.print(part)


def _pages(
    comparison: pd.DataFrame,
    width: int,
    asked: Mapping[str, object],
    lang: str,
    *,
    everything: bool,
) -> Iterator[RenderableType]:
    """Yield the parts of the report, one after another."""
    from analysis.compare import without_effect

    words = TEXT[lang]
    scenarios = list(dict.fromkeys(comparison["scenario"]))
    control, treatments = scenarios[0], scenarios[1:]
    dead = without_effect(comparison)
    shown_here = [
        is_headline(str(name)) or everything for name in comparison["outcome"]
    ]
    chosen = comparison[shown_here]
    one_run = asked["runs"] == "1"
    yield Text(words["level" if one_run else "levels"].format(**asked), style="bold")
    for tables in range(1, len(scenarios) + 1):
        side_by_side = -(-len(scenarios) // tables)
        parts = [
            levels(chosen, scenarios[first : first + side_by_side], width, lang)
            for first in range(0, len(scenarios), side_by_side)
        ]
        if max(_least_width(part) for part in parts) <= width:
            break
    for part in parts:
        yield part
        yield Text("")
    if one_run:
        yield Text(words["single"], style="yellow")
    else:
        yield Text(words["errors"].format(runs=asked["runs"]), style="dim")
        if comparison["runs"].max() < FEWEST:
            yield Text(words["few"].format(fewest=FEWEST), style="yellow")
    yield Text("")
    for name in treatments:
        if name in dead:
            yield Text(words["nothing"].format(name=name, control=control), "yellow")
            yield Text("")
            continue
        mine = chosen[chosen["scenario"] == name]
        yield Text(words["against"].format(name=name, control=control), style="bold")
        yield differences(mine, width, lang)
        still = [str(row["label"]) for row in records(mine) if row["unchanged"] == 1.0]
        if still:
            yield Text(words["none"].format(names="; ".join(still)), style="dim")
        yield Text("")
    if len(dead) < len(treatments):
        pairs = int(comparison["pairs"].max())
        yield Text(words["legend"].format(pairs=f"{pairs:,}"), style="dim")
    if len(chosen) < len(comparison):
        more = comparison["outcome"].nunique() - chosen["outcome"].nunique()
        yield Text(words["more"].format(n=more), style="dim")


def levels(
    comparison: pd.DataFrame, scenarios: list[str], width: int, lang: str
) -> Table:
    """Return a table of medians and spreads, a column for each scenario.

    Parameters
    ----------
    comparison : DataFrame
        What :func:`analysis.compare.table` returns, in the reader's language.
    scenarios : list of str
        Which of its scenarios; numbers are rounded alike for all of them.
    width : int
        Of the page, in letters.
    lang : {'en', 'ko'}
        The language.
    """
    words = TEXT[lang]
    wide = width >= _LABEL + _WIDE * len(scenarios)
    between = "  " if wide else "\n"
    single = comparison["runs"].max() == 1
    table = _empty(words["outcome"] + ("" if single else f": {words['cells']}"))
    for name in scenarios:
        heading = name if wide else "\n".join(wrap(name, _LONGEST))
        table.add_column(heading, justify="right", no_wrap=True)
    by_outcome: dict[str, list[_Record]] = {}
    for row in records(comparison):
        by_outcome.setdefault(str(row["outcome"]), []).append(row)
    group = None
    for rows in by_outcome.values():
        group = _headed(table, rows[0], group)
        usual = usual_places(rows)
        cells = {row["scenario"]: _level(row, usual, between) for row in rows}
        table.add_row(_name(rows[0]), *[cells[name] for name in scenarios])
    return table


class Told(NamedTuple):
    """A figure in digits, and the ends of its spread.

    Attributes
    ----------
    figure : str
        The figure; a level with its Monte Carlo error.
    low, high : str
        Ends of its spread over runs; empty where it has none.
    ends : tuple of str
        Of a difference, the ends of its 95% Monte Carlo interval, where it has one.
    sure : bool
        Of a difference, whether that interval leaves zero out.
    """

    figure: str
    low: str = ""
    high: str = ""
    ends: tuple[str, ...] = ()
    sure: bool = False


def usual_places(rows: list[_Record]) -> int:
    """Return the decimals of levels that no error bounds: few runs, or all alike.

    Parameters
    ----------
    rows : list of dict
        One outcome's lines of :func:`analysis.compare.table`, of every scenario.
    """
    if all(float(row[one]).is_integer() for row in rows for one in _LEVELS):
        return 0  # counts are whole
    span = max(row["high"] for row in rows) - min(row["low"] for row in rows)
    return decimals(span, max(abs(row["median"]) for row in rows))


def _level(row: _Record, usual: int, between: str) -> Text:
    told = told_level(row, usual)
    if not told.low:
        return Text(told.figure)
    return Text(told.figure) + Text(f"{between}({told.low}–{told.high})", style="dim")


def told_level(row: _Record, usual: int) -> Told:
    """Return a median with its error, and the spread; a share for yes or no.

    Parameters
    ----------
    row : dict
        A line of :func:`analysis.compare.table`.
    usual : int
        What :func:`usual_places` returns.
    """
    if _yes_or_no(str(row["outcome"])):
        return Told(share(row, "mean"))
    median = with_error(row["median"], reach_of(row, "median"), usual)
    if row["runs"] == 1:
        return Told(median)
    places = places_of(row, ("low", "high"), usual)
    low, high = (shown(row[one], places) for one in ("low", "high"))
    return Told(median, low, high)


def differences(rows: pd.DataFrame, width: int, lang: str) -> Table:
    """Return a table of one scenario's paired differences from the control.

    Parameters
    ----------
    rows : DataFrame
        One scenario's part of :func:`analysis.compare.table`; outcomes that did not
        change at all are left out.
    width : int
        Of the page, in letters; on a narrow one the intervals get lines of their own.
    lang : {'en', 'ko'}
        The language.
    """
    words = TEXT[lang]
    wide = width >= _PAGE
    between = "  " if wide else "\n"
    table = _empty(words["outcome"])
    for heading in ("difference", "spread", "agree"):
        title = words[heading] if wide else words[heading].replace(" [", "\n[")
        table.add_column(title, justify="right", no_wrap=True)
    group = None
    for row in records(rows):
        if row["unchanged"] == 1.0:
            continue
        group = _headed(table, row, group)
        told = told_difference(row)
        interval = f"{between}[{', '.join(told.ends)}]" if told.ends else ""
        table.add_row(
            _name(row),
            Text(told.figure, style="bold" if told.sure else "") + Text(interval),
            f"{told.low} … {told.high}" if wide else f"{told.low}\n… {told.high}",
            share(row, "agree"),
        )
    return table


def told_difference(row: _Record) -> Told:
    """Return a mean paired difference, its interval, and its spread.

    Parameters
    ----------
    row : dict
        A line of :func:`analysis.compare.table`, not of the control.
    """
    half = (row["ci_high"] - row["ci_low"]) / 2
    places = _places_of_difference(row, half)
    low, high = (shown(row[one], places) for one in _DIFFERENCES[:2])
    spread = places_of(row, _DIFFERENCES[2:], places)
    least, most = (shown(row[one], spread) for one in _DIFFERENCES[2:])
    return Told(
        figure=shown(row["difference"], places, sign=True),
        low=least,
        high=most,
        ends=(low, high) if math.isfinite(half) else (),
        sure=bool(row["ci_low"] > 0 or row["ci_high"] < 0),
    )


def _places_of_difference(row: _Record, half: float) -> int:
    """Two digits of the interval, but never more than four of the largest number."""
    largest = max(abs(row[one]) for one in ("difference", *_DIFFERENCES[2:]))
    by_size = decimals(largest / 10, largest)
    return min(decimals(half * 10, largest), by_size) if half > 0 else by_size


def supported(error: float) -> int:
    """Return how many decimals of a figure its error supports; 0 to 6.

    Parameters
    ----------
    error : float
        Above 0.

    Notes
    -----
    The rule of the Particle Data Group [Workman2022]: two digits of an error whose
    first three are 100 to 354, one digit of one up to 949, and 950 to 999 is 1000.

    Examples
    --------
    >>> supported(0.123), supported(0.45), supported(0.96), supported(12.0)
    (2, 1, 1, 0)
    """
    size = math.floor(math.log10(error))
    two = error / 10.0**size < 3.55
    return min(max(1 - size if two else -size, 0), _MOST_PLACES)


def with_error(value: float, error: float, usual: int, *, sign: bool = False) -> str:
    """Return a figure and its Monte Carlo error, with the digits that it supports.

    Parameters
    ----------
    value, error : float
        The figure, and how far its 95% interval reaches; nan where it has none.
    usual : int
        Decimals where the error is nan or 0.
    sign : bool
        Give a figure above zero its sign.

    Examples
    --------
    >>> with_error(12.34, 0.21, 3), with_error(12.34, float("nan"), 1)
    ('12.34 ±0.21', '12.3')
    """
    if not math.isfinite(error):
        return shown(value, usual, sign=sign)
    if error <= _NONE * abs(value):
        places = 0 if float(value).is_integer() else usual
        return f"{shown(value, places, sign=sign)} ±0"
    whole = float(value).is_integer() and float(error).is_integer()
    places = 0 if whole else supported(error)
    # An error too small for the decimals there are is still no error of nothing.
    told = max(error, 10.0**-_MOST_PLACES)
    return f"{shown(value, places, sign=sign)} ±{shown(told, places)}"


_NONE = 1e-9
"""Errors smaller than this share of their figure are those of rounding."""


def share(row: _Record, name: str) -> str:
    """Return a share of runs in percent with its error, or a dash.

    Parameters
    ----------
    row : dict
        A line of a table, with the share, and the ends of its interval under its name
        with ``_from`` and ``_to``.
    name : str
        Of the share.
    """
    if math.isnan(row[name]):
        return "–"
    percent, error = 100.0 * row[name], 100.0 * reach_of(row, name)
    if error > _LEAST_PERCENT:
        return f"{shown(percent, 0)} ±{shown(error, 0)}%"
    return with_error(percent, error, 0) + "%"


_LEAST_PERCENT = 0.95
"""Shares with a larger error than this are told in whole percent."""


def reach_of(row: _Record, name: str) -> float:
    """Return how far the interval of a figure in a line of a table reaches.

    Parameters
    ----------
    row : dict
        With the figure, and the ends of its interval under its name with ``_from``
        and ``_to``.
    name : str
        Of the figure.
    """
    return float(reach(row[name], row[f"{name}_from"], row[f"{name}_to"]))


def places_of(row: _Record, ends: tuple[str, ...], usual: int) -> int:
    """Return the decimals that the less certain end of a spread supports.

    Parameters
    ----------
    row : dict
        As for :func:`reach_of`.
    ends : tuple of str
        Names of the two ends.
    usual : int
        Decimals where neither end has an error.
    """
    errors = [reach_of(row, one) for one in ends]
    some = [
        error
        for error, one in zip(errors, ends, strict=True)
        if error > _NONE * abs(row[one])
    ]
    if all(float(one).is_integer() for one in (*some, *(row[end] for end in ends))):
        return 0  # counts are whole, and their errors are
    return min((supported(error) for error in some), default=usual)


def decimals(span: float, level: float) -> int:
    """Return how many decimals tell values of a span apart; 0 to 6.

    Examples
    --------
    >>> decimals(0.8, 3.0), decimals(250.0, 3000.0), decimals(0.0, 12.5)
    (3, 0, 2)
    """
    size = span if span > 0 else level / 10
    if not (size > 0 and math.isfinite(size)):
        return 0
    return min(max(2 - math.floor(math.log10(size)), 0), 6)


def shown(value: float, places: int, *, sign: bool = False) -> str:
    """Return a number with so many decimals, thousands apart, a true minus sign."""
    if not math.isfinite(value):
        return "–"
    rounded = round(value, places)
    text = f"{abs(rounded):,.{places}f}"
    if rounded < 0:
        return "−" + text
    return "+" + text if sign and rounded > 0 else text


def _empty(first: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column(first, overflow="fold", min_width=_FIRST)
    return table


def _least_width(table: Table) -> int:
    """Return the width below which a table's cells would be cut off."""
    shown = [
        max(
            cell_len(line)
            for cell in (column.header, *column.cells)
            for line in str(cell).splitlines() or [""]
        )
        for column in table.columns[1:]
    ]
    return _FIRST + sum(width + _BETWEEN for width in shown)


def _headed(table: Table, row: _Record, group: str | None) -> str:
    """Add the heading of a row's group where a new one begins; return the group."""
    if row["group"] != group and row["group"]:
        table.add_row(Text(row["group"], style="italic cyan"))
    return str(row["group"])


def _name(row: _Record) -> Text:
    unit = f"  {row['unit']}" if row["unit"] else ""
    return Text(f"  {row['label']}") + Text(unit, style="dim")


def records(rows: pd.DataFrame) -> list[_Record]:
    """Return the lines of a table, each as a mapping of column to value.

    Parameters
    ----------
    rows : DataFrame
        Any.
    """
    return [{str(key): row[key] for key in row} for row in rows.to_dict("records")]


def is_headline(outcome: str) -> bool:
    """Return whether an outcome is shown without being asked for everything.

    Parameters
    ----------
    outcome : str
        Its name; one that this version does not know is shown.
    """
    from analysis.outcomes import OUTCOMES

    return outcome not in OUTCOMES or OUTCOMES[outcome].headline


def _yes_or_no(outcome: str) -> bool:
    from analysis.outcomes import OUTCOMES

    return outcome in OUTCOMES and OUTCOMES[outcome].yes_or_no
