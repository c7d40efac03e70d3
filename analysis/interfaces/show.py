"""Tables for the terminal: every outcome by scenario, and against the first."""

from __future__ import annotations

import math
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TypeAlias

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from rich.console import Console, RenderableType

__all__ = ["decimals", "differences", "levels", "means", "report", "shown"]

_Record: TypeAlias = dict[str, Any]
_LABEL, _WIDE, _WIDER = 36, 23, 32
_LONGEST = 20
"""Letters of a scenario's name on one line of a narrow heading."""
_PAGE = 98
"""From this width on, an interval stands beside its mean."""
_BETWEEN = 3
"""Letters between two columns."""
_FIRST = 26
"""Least width of the column of outcomes."""
_LEVELS = ("low", "median", "high")
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
    shown_here = [_headline(str(name)) or everything for name in comparison["outcome"]]
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
    for name in treatments:
        if name in dead:
            yield Text(words["nothing"].format(name=name, control=control), "yellow")
            yield Text("")
            continue
        mine = chosen[chosen["scenario"] == name]
        yield Text(words["against"].format(name=name, control=control), style="bold")
        yield differences(mine, width, lang)
        still = [str(row["label"]) for row in _records(mine) if row["unchanged"] == 1.0]
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
    for row in _records(comparison):
        by_outcome.setdefault(str(row["outcome"]), []).append(row)
    group = None
    for outcome, rows in by_outcome.items():
        group = _headed(table, rows[0], group)
        highest = max(row["high"] for row in rows)
        span = highest - min(row["low"] for row in rows)
        places = decimals(span, max(abs(row["median"]) for row in rows))
        places = places if wide else max(places - 1, 0)
        if all(float(row[one]).is_integer() for row in rows for one in _LEVELS):
            places = 0  # counts are whole
        cells = {}
        for row in rows:
            if _yes_or_no(outcome):
                cells[row["scenario"]] = Text(f"{row['mean']:.0%}")
                continue
            low, median, high = (shown(row[one], places) for one in _LEVELS)
            spread = f"{between}({low}–{high})" if row["runs"] > 1 else ""
            cells[row["scenario"]] = Text(median) + Text(spread, style="dim")
        table.add_row(_name(rows[0]), *[cells[name] for name in scenarios])
    return table


def means(
    comparison: pd.DataFrame, scenarios: list[str], width: int, lang: str
) -> Table:
    """Return a table of means with their Monte Carlo error, and of spreads.

    Parameters
    ----------
    comparison : DataFrame
        What :func:`analysis.compare.table` returns, in the reader's language.
    scenarios : list of str
        Which of its scenarios, a column each.
    width : int
        Of the page, in letters; on a narrow one the spread gets a line of its own.
    lang : {'en', 'ko'}
        The language.
    """
    wide = width >= _LABEL + _WIDER * len(scenarios)
    table = _empty(TEXT[lang]["outcome"] + f": {TEXT[lang]['fork cells']}")
    for name in scenarios:
        heading = name if wide else "\n".join(wrap(name, _LONGEST))
        table.add_column(heading, justify="right", no_wrap=True)
    group = None
    chosen = comparison[comparison["scenario"].isin(scenarios)]
    for _, own in chosen.groupby("outcome", sort=False):
        rows = {str(row["scenario"]): row for row in _records(own)}
        group = _headed(table, rows[scenarios[0]], group)
        high = max(row["high"] for row in rows.values())
        span = high - min(row["low"] for row in rows.values())
        places = decimals(span, max(abs(row["mean"]) for row in rows.values()))
        cells = [
            _mean(rows[name], places, "  " if wide else "\n") for name in scenarios
        ]
        table.add_row(_name(rows[scenarios[0]]), *cells)
    return table


def _mean(row: _Record, places: int, between: str) -> Text:
    from analysis.compare import error_of_mean

    error = error_of_mean(row["sd"], row["runs"])
    if _yes_or_no(row["outcome"]):
        return Text(f"{row['mean']:.0%} ± {shown(100 * error, 0)}")
    mean = f"{shown(row['mean'], places)} ± {shown(error, places)}"
    spread = f"({shown(row['low'], places)}–{shown(row['high'], places)})"
    return Text(mean) + Text(between + spread, style="dim")


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
    for row in _records(rows):
        if row["unchanged"] == 1.0:
            continue
        group = _headed(table, row, group)
        half = (row["ci_high"] - row["ci_low"]) / 2
        places = _places_of_difference(row, half)
        mean = shown(row["difference"], places, sign=True)
        low, high, least, most = (shown(row[one], places) for one in _DIFFERENCES)
        sure = row["ci_low"] > 0 or row["ci_high"] < 0
        table.add_row(
            _name(row),
            Text(mean, style="bold" if sure else "")
            + Text(f"{between}[{low}, {high}]" if math.isfinite(half) else ""),
            f"{least} … {most}" if wide else f"{least}\n… {most}",
            "–" if math.isnan(row["agree"]) else f"{row['agree']:.0%}",
        )
    return table


def _places_of_difference(row: _Record, half: float) -> int:
    """Two digits of the interval, but never more than four of the largest number."""
    largest = max(abs(row[one]) for one in ("difference", *_DIFFERENCES[2:]))
    by_size = decimals(largest / 10, largest)
    return min(decimals(half * 10, largest), by_size) if half > 0 else by_size


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


def _records(rows: pd.DataFrame) -> list[_Record]:
    return [{str(key): row[key] for key in row} for row in rows.to_dict("records")]


def _headline(outcome: str) -> bool:
    from analysis.outcomes import OUTCOMES

    return outcome not in OUTCOMES or OUTCOMES[outcome].headline


def _yes_or_no(outcome: str) -> bool:
    from analysis.outcomes import OUTCOMES

    return outcome in OUTCOMES and OUTCOMES[outcome].yes_or_no
