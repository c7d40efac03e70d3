"""The tables of findings as commands: history as checks, and loops.

Each prints a table and can write it as CSV; the committed ones under
``docs/findings`` are written in this way.
"""

from __future__ import annotations

import time
from math import isnan
from typing import TYPE_CHECKING

from rich.text import Text

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.lists import listing
from analysis.interfaces.progress import meter
from analysis.interfaces.show import (
    places_of,
    reach_of,
    records,
    share,
    shown,
    with_error,
)
from analysis.interfaces.signed import Made, sign
from analysis.interfaces.text import TEXT
from analysis.intervals import columns, of_share
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd
    from rich.table import Table

    from sim.history import History

__all__ = ["check_runs", "show_history", "show_loops", "write_tables"]


def show_history(
    runs: int,
    seed: int,
    workers: int | None,
    csv: Path | None,
    lang: str,
    *,
    quiet: bool,
) -> None:
    """Run history and its variants, and print which lines of the story runs show.

    Parameters
    ----------
    runs, seed : int
        Futures of each variant, and the seed of their luck.
    workers : int or None
        Processes; None for one per core.
    csv : Path or None
        A folder for ``history.csv``, ``behaviors.csv``, ``order.csv``,
        ``order_pairs.csv``, ``levels.csv`` and ``turn.csv``.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If a number is out of range or the folder cannot be written.
    """
    from analysis.pattern.lines import (
        CHECKS,
        LEVELS,
        behaviors,
        checked,
        levels,
        turn,
    )

    words, started = TEXT[lang], time.perf_counter()
    many = checked_workers(workers)
    histories = _variants(runs, seed, many, lang, quiet=quiet)
    real = histories["as it is"]
    found, yearly, turned = checked(real), levels(real), turn(histories)
    whole = behaviors(real)
    orders, pairs = _orders(real, seed, many, lang, quiet=quiet)
    if csv is not None:
        tables = {
            "history": found,
            "behaviors": whole,
            "order": orders,
            "order_pairs": pairs,
            "levels": yearly,
            "turn": turned,
        }
        write_tables(csv, tables)
        sign(
            csv,
            [f"{name}.csv" for name in tables],
            _made("history", runs, seed, started),
        )
    table = listing(
        *(words[one] for one in ("period", "line", "shown", "interval", "use"))
    )
    for check, row in zip(CHECKS, records(found), strict=True):
        so = "–" if row["runs"] == 0 else f"{row['share']:.0%}"
        span = "–" if row["runs"] == 0 else f"{row['low']:.0%}–{row['high']:.0%}"
        if 0 < row["runs"] < runs:
            span += words["of runs"].format(n=row["runs"])
        use = Text(words[row["use"]], style="dim")
        table.add_row(check.phase, check.words[lang], so, span, use)
    console().print(table)
    say("")
    console().print(_behaviors(whole, lang))
    say("")
    console().print(_order_table(orders, lang))
    say(words["order legend"])
    say("")
    table = listing(*(words[one] for one in ("quantity", "period", "model", "record")))
    names = {level.name: level.words[lang] for level in LEVELS}
    for row in records(yearly):
        model = with_error(row["mean"], reach_of(row, "mean"), 1)
        places = places_of(row, ("p05", "p95"), 1)
        model += f" ({shown(row['p05'], places)}–{shown(row['p95'], places)})"
        record = f"{row['record']:g} {row['source']}" if row["source"] else ""
        table.add_row(names[row["quantity"]], row["phase"], model, record)
    console().print(table)
    say("")
    table = listing(
        *(words[one] for one in ("variant", "talks 2018-19", "complete 2020", "median"))
    )
    for row in records(turned):
        shares = (share(row, "talks"), share(row, "complete"))
        median = row["median"] or "–"
        if row["median_from"] or row["median_to"]:
            median += f"  [{row['median_from'] or '–'}, {row['median_to'] or '–'}]"
        table.add_row(words[row["variant"]], *shares, median)
    console().print(table)
    say("\n" + words["history legend"].format(runs=runs, seed=seed))


def _made(command: str, runs: int, seed: int, started: float) -> Made:
    return Made(
        command=command,
        options=["--runs", str(runs), "--seed", str(seed)],
        inputs={"runs": runs, "seed": seed},
        started=started,
    )


def _variants(
    runs: int, seed: int, workers: int, lang: str, *, quiet: bool
) -> Mapping[str, History]:
    import numpy as np

    from analysis.pattern.lines import VARIANTS
    from sim.ensemble import Rows, run_rows
    from sim.scenario import load_scenario

    check_runs(runs)
    scenario = load_scenario("historical")
    cases = [
        Rows(
            scenario=scenario, luck_ids=np.arange(runs), parameters=dict(one), seed=seed
        )
        for one in VARIANTS.values()
    ]
    words = TEXT[lang]["running"].format(names="historical")
    with meter(None if quiet else console(error=True), words) as progress:
        histories = run_rows(cases, workers=workers, keep=None, progress=progress)
    return dict(zip(VARIANTS, histories, strict=True))


def _orders(
    real: History, seed: int, workers: int, lang: str, *, quiet: bool
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return how the periods are ordered, at first guesses and over whole ranges."""
    import pandas as pd

    from analysis.pattern.order import GUESSES, RANGES, measures, ordered, over_ranges

    said = TEXT[lang]["running"].format(names=TEXT[lang]["points ranges"])
    with meter(None if quiet else console(error=True), said) as progress:
        wide = over_ranges(real.rows, seed, workers=workers, progress=progress)
    guessed = {name: one(real) for name, one in measures().items()}
    parts = {GUESSES: ordered(guessed), RANGES: ordered(*wide)}
    for name, tables in parts.items():
        for one in tables:
            one.insert(0, "points", name)
    orders, pairs = (
        pd.concat(some, ignore_index=True) for some in zip(*parts.values(), strict=True)
    )
    return orders, pairs


def _behaviors(table: pd.DataFrame, lang: str) -> Table:
    words = TEXT[lang]
    heads = ("period", "lines", "lines shown", "all lines", "shown at all")
    listed = listing(*(words[one] for one in heads))
    for row in records(table):
        listed.add_row(
            row["phase"],
            str(row["lines"]),
            share(row, "shown"),
            share(row, "all"),
            _verdict(row["verdict"], lang),
        )
    return listed


def _order_table(table: pd.DataFrame, lang: str) -> Table:
    from analysis.pattern.order import GUESSES, READINGS

    words, names = TEXT[lang], {one.name: one for one in READINGS}
    heads = ("variable", "as read", "pairs right", "to 2020", "shown at all", "wrong")
    listed = listing(*(words[one] for one in heads), wrap=True)
    listed.columns[1].no_wrap = True
    for row in records(table):
        if row["points"] != GUESSES:
            continue
        listed.add_row(
            names[row["variable"]].words[lang],
            f"{_close(row['reading'])}\n{_close(row['found'])}",
            share(row, "right"),
            "–" if isnan(row["early"]) else share(row, "early"),
            _verdict(row["verdict"], lang) if row["verdict"] else words["given"],
            ", ".join(_close(pair) for pair in row["fails"].split(", ")),
        )
    return listed


def _close(order: str) -> str:
    """Return an order of periods that is not broken over lines."""
    return order.replace(" ", "")


def _verdict(verdict: str, lang: str) -> Text:
    style = {"yes": "green", "no": "bold"}.get(verdict, "")
    return Text(TEXT[lang][f"shown {verdict}"], style=style)


def show_loops(
    runs: int,
    seed: int,
    workers: int | None,
    csv: Path | None,
    out: Path | None,
    lang: str,
    *,
    quiet: bool,
) -> None:
    """Measure every feedback loop, print the gains and draw the diagram.

    Parameters
    ----------
    runs, seed : int
        Paired runs of each arm, and the seed of their luck.
    workers : int or None
        Processes; None for one per core.
    csv : Path or None
        A folder for ``loops.csv`` and ``links.csv``.
    out : Path or None
        A folder for ``loops.png``.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If a number is out of range or a folder cannot be written.
    """
    from analysis.loops import LOOPS, POINTS, loops

    check_runs(runs)
    words, started = TEXT[lang], time.perf_counter()
    said = words["running"].format(names=words["loops"])
    with meter(None if quiet else console(error=True), said) as progress:
        found, links = loops(
            runs, seed, workers=checked_workers(workers), progress=progress
        )
    if csv is not None:
        write_tables(csv, {"loops": found, "links": links})
        made = _made("loops", runs, seed, started)
        sign(csv, ["loops.csv", "links.csv"], made)
    if out is not None:
        _draw_loops(links, out, runs, seed, lang)
    table = listing(
        *(words[one] for one in ("loop", "papers", "gain", "verdict", "region")),
        wrap=True,
    )
    for loop, row in zip(LOOPS.values(), records(found), strict=True):
        named = Text(f"{loop.id:<4}{loop.words[lang]}")
        size, low, high = (100.0 * row[one] for one in ("gain", "low", "high"))
        measured = f"{size:+.1f}% ({low:+.1f} … {high:+.1f})"
        ends = columns("amplifies", of_share(row["amplifies"], POINTS))
        region = "" if isnan(row["amplifies"]) else share(row | ends, "amplifies")
        table.add_row(named, words[loop.kind], measured, words[row["verdict"]], region)
    console().print(table)
    said = words["loop legend"].format(runs=f"{runs:,}", seed=seed, points=POINTS)
    say(f"\n{said}")


def _draw_loops(
    links: pd.DataFrame, folder: Path, runs: int, seed: int, lang: str
) -> None:
    from analysis.charts import loop_diagram
    from analysis.charts.words import WORDS

    footer = WORDS[lang]["loops"].format(runs=f"{runs:,}", seed=seed)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        loop_diagram(links, footer=footer, lang=lang).savefig(
            folder / "loops.png", dpi=_DPI
        )
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror}") from error
    say(f"{TEXT[lang]['done'].format(folder=folder / 'loops.png')}\n")


_DPI = 200


def check_runs(runs: int) -> None:
    """Refuse fewer runs than have a spread."""
    if runs < _FEWEST:
        raise InputError(f"--runs is {runs}; it must be {_FEWEST} or more")


_FEWEST = 2
"""One run has no spread, and no share worth the name."""


def write_tables(
    folder: Path, tables: Mapping[str, pd.DataFrame], numbers: str = "%.4f"
) -> None:
    """Write tables to a folder as CSV, all or none by name.

    Parameters
    ----------
    folder : Path
        Made where it is missing.
    tables : mapping of name to DataFrame
        One file each.
    numbers : str
        How numbers are written.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            growing = folder / f".{name}.csv"
            table.to_csv(
                growing, index=False, float_format=numbers, lineterminator="\n"
            )
            growing.replace(folder / f"{name}.csv")
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror}") from error
