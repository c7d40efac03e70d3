"""Sweeps as commands: said what they cost, run, summed up; shares put together."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
from rich.text import Text

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.lists import listing
from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.interfaces.saving import Format
    from analysis.sweeps.experiment import Experiment
    from analysis.sweeps.parts import Part, Sweep

__all__ = ["merge_shares", "show_sweep"]

_TRIAL = 128
"""Futures of the trial, at most; it is made twice, the first time with an eighth."""
_FEWEST = 64
"""Fewer futures than this are run without an estimate: that would take as long."""
_BESIDE = 300 * 2**20
"""Bytes of a process without any future; measured, and rounded up."""
_COPIES = 3
"""Times that the series of a chunk are held at most, with what the rules make of them;
likewise."""

_FILE = 8_000
"""Bytes of a file of Parquet, and of a line on it, besides its numbers."""


def show_sweep(
    name: str | None,
    *,
    yes: bool,
    workers: int | None,
    fast: bool,
    shard: str | None,
    seed: int | None,
    replicates: int | None,
    form: Format,
    out: Path,
    lang: str,
    quiet: bool,
) -> int:
    """Run an experiment, or what is left of it, and sum it up.

    Parameters
    ----------
    name : str or None
        Name of a packaged experiment, or path of a file; None lists the packaged.
    yes : bool
        Do not ask whether to go on.
    workers : int or None
        Processes; None for one per core.
    fast : bool
        Run months in compiled form, whatever the experiment says.
    shard : str or None
        Which share of the parts, such as ``3/40``; all by default.
    seed, replicates : int or None
        In place of the experiment's own.
    form : {'parquet', 'csv', 'dta'}
        In which form all futures are written as one table besides; none for Parquet.
    out : Path
        The folder that holds results.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print errors only, and make no estimate.

    Returns
    -------
    int
        The exit code: 1 where futures could not be run.

    Raises
    ------
    InputError
        If the experiment or an option is wrong, or the disk has not the room.
    """
    from analysis.sweeps.experiment import read_experiment
    from analysis.sweeps.parts import laid_out, read_shard
    from analysis.sweeps.running import pending, run_parts
    from analysis.sweeps.store import Store
    from sim.fused import require_llvm

    if name is None:
        _list(lang)
        return 0
    many = checked_workers(workers)
    share = (1, 1) if shard is None else read_shard(shard)
    experiment = read_experiment(name).altered(
        seed=seed, replicates=replicates, fast=fast
    )
    if experiment.definition.fast:
        require_llvm()
    sweep = laid_out(experiment)
    store = Store(out, sweep)
    todo = pending(store, share)
    _check_room(sweep, todo, out)
    if not quiet:
        _announce(sweep, todo, many, lang)
    if todo and not yes and not quiet and not _agreed(lang):
        return 0
    store.begin()
    from analysis.interfaces.progress import meter

    said = TEXT[lang]["running"].format(names=experiment.name)
    with meter(None if quiet else console(error=True), said) as shown:
        failed = run_parts(store, todo, workers=many, progress=shown)
    if not quiet:
        _sum_up(store.folder, experiment, lang)
    _export(store.folder, form)
    if not quiet:
        say(TEXT[lang]["done"].format(folder=store.folder))
    return 1 if failed else 0


def merge_shares(folders: Sequence[Path], *, out: Path, lang: str) -> None:
    """Put shares of a sweep together, and say what is still missing.

    Parameters
    ----------
    folders : sequence of Path
        Folders of one sweep.
    out : Path
        The folder that holds results.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If they are not of one sweep, or nothing can be written.
    """
    from analysis.sweeps.loading import merge

    folder = merge(folders, out)
    _missing(folder, lang)
    say(TEXT[lang]["done"].format(folder=folder))


def _list(lang: str) -> None:
    from analysis.sweeps.design import size
    from analysis.sweeps.experiment import experiment_names, read_experiment

    words = TEXT[lang]
    table = listing(words["name"], words["question"], words["futures"])
    for name in experiment_names():
        one = read_experiment(name)
        definition = one.definition
        futures = size(definition.design, one.factors) * definition.replicates
        table.add_row(
            Text(name, style="bold"),
            Text(_asked(one, lang)),
            f"{futures:,}",
        )
    console().print(table)


def _asked(experiment: Experiment, lang: str) -> str:
    """Return what is asked: the question is written in English, the title in both."""
    definition = experiment.definition
    return definition.title.ko if lang == "ko" else definition.question


# --------------------------------------------------------------------------- beforehand


def _announce(sweep: Sweep, todo: Sequence[Part], workers: int, lang: str) -> None:
    words, definition = TEXT[lang], sweep.experiment.definition
    futures = sum(part.rows for part in todo)
    say(_asked(sweep.experiment, lang))
    say(
        words["sweep size"].format(
            points=f"{len(sweep.design.points):,}",
            kind=words[f"design {sweep.design.kind}"],
            replicates=f"{definition.replicates:,}",
            futures=f"{sweep.futures:,}",
            months=sweep.experiment.months,
            parts=f"{len(sweep.parts):,}",
            todo=f"{futures:,}",
        )
    )
    if futures >= _FEWEST:
        rows = min(_TRIAL, futures // 4)
        seconds = _seconds(sweep, todo, rows, workers)
        memory = _BESIDE + workers * (_BESIDE + _COPIES * _chunk(sweep)[1])
        say(
            words["sweep cost"].format(
                time=_time(seconds, lang),
                workers=workers,
                memory=_bytes(memory),
                disk=_bytes(_disk(sweep, futures)),
            )
        )


def _chunk(sweep: Sweep) -> tuple[int, int]:
    """Return how many futures the ensemble runs together, and bytes of their series."""
    from sim.ensemble.chunks import CHUNK_BYTES
    from sim.state import SERIES

    row = 4 * len(SERIES) * (sweep.experiment.months + 1)
    rows = max(1, min(CHUNK_BYTES // row, max(part.rows for part in sweep.parts)))
    return rows, rows * row


def _seconds(sweep: Sweep, todo: Sequence[Part], rows: int, workers: int) -> float:
    """Return about how long it takes, from a trial of few futures and one of more.

    A chunk costs something whatever its size, and then something for each future.
    """
    import sim.model  # noqa: F401 (what is imported once is not to be counted)
    from analysis.sweeps.running import trial

    part = max(todo, key=lambda one: one.rows)
    few = max(rows // 8, 1)
    took = []
    for many in (few, few, rows):  # the first is not counted: it warms up
        started = time.perf_counter()
        trial(sweep, part, many)
        took.append(time.perf_counter() - started)
    several = min(rows, part.rows)
    each = max(took[2] - took[1], 0.0) / max(several - few, 1)
    call = max(took[1] - few * each, 0.0)
    together = _chunk(sweep)[0]
    calls = sum(-(-one.rows // together) for one in todo)
    futures = sum(one.rows for one in todo)
    return (calls * call + futures * each) / min(workers, calls)


def _disk(sweep: Sweep, futures: int) -> int:
    columns = len(sweep.experiment.outcomes)
    points = 8 * len(sweep.design.points) * len(sweep.design.factors)
    return futures * (8 * columns + 20) + points + _FILE * len(sweep.parts)


def _check_room(sweep: Sweep, todo: Sequence[Part], out: Path) -> None:
    folder = out
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    needed = _disk(sweep, sum(part.rows for part in todo))
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return  # a disk that does not say; writing will
    if needed > free:
        raise InputError(
            f"the sweep needs {_bytes(needed)} and {folder} has {_bytes(free)} free;"
            " give another --out, or fewer --replicates"
        )


def _agreed(lang: str) -> bool:
    """Ask whether to go on, where there is somebody to ask."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    sys.stdout.write(TEXT[lang]["sweep go"])
    sys.stdout.flush()
    answer = sys.stdin.readline().strip().casefold()
    if answer in ("y", "yes", "예", "네"):
        return True
    say(TEXT[lang]["sweep not"])
    return False


def _time(seconds: float, lang: str) -> str:
    words = TEXT[lang]
    for unit, size in (("hours", 3600.0), ("minutes", 60.0)):
        if seconds >= 2.0 * size:
            return words[unit].format(n=f"{seconds / size:.0f}")
    return words["seconds"].format(n=f"{max(seconds, 1.0):.0f}")


def _bytes(many: float) -> str:
    for unit, size in (("GB", 1e9), ("MB", 1e6)):
        if many >= size:
            return f"{many / size:,.1f} {unit}"
    return f"{many / 1e3:,.0f} kB"


# -------------------------------------------------------------------------- afterwards


def _sum_up(folder: Path, experiment: Experiment, lang: str) -> None:
    from analysis.sweeps.loading import load

    words = TEXT[lang]
    table = listing(
        *(words[one] for one in ("outcome", "unit", "mean", "spread of all", "failed")),
        wrap=True,
    )
    lacking = _missing(folder, lang)
    for name in experiment.asked:
        # One at a time: what is read of a sweep may be far larger than a column of it.
        values = load(folder, [name], partial=True).outcomes[name].to_numpy()
        known = values[np.isfinite(values)]
        one = experiment.outcomes[name]
        low, high = np.quantile(known, (0.05, 0.95)) if known.size else (np.nan,) * 2
        table.add_row(
            one.label[lang],
            one.unit[lang],
            _figure(known.mean() if known.size else np.nan),
            f"{_figure(low)} … {_figure(high)}",
            f"{values.size - known.size - lacking:,}",
        )
    console().print(table)
    say(words["sweep legend"])


def _figure(value: float) -> str:
    return f"{value:.4g}".replace("-", "−") if np.isfinite(value) else "–"


def _missing(folder: Path, lang: str) -> int:
    """Say which futures are not there, and why; return how many."""
    from analysis.sweeps.loading import standing

    found, words = standing(folder), TEXT[lang]
    if found.failures:
        causes = dict.fromkeys(found.failures.values())
        say(words["sweep failed"].format(parts=f"{len(found.failures):,}"))
        for cause in list(causes)[:3]:
            say(f"  {cause}")
    if found.missing:
        say(
            words["sweep missing"].format(
                n=f"{found.lacking:,}",
                all=f"{found.futures:,}",
                parts=f"{len(found.missing):,}",
            )
        )
    return found.lacking


def _export(folder: Path, form: Format) -> None:
    """Write all futures as one table, points and outcomes side by side."""
    from analysis.interfaces.saving import save
    from analysis.sweeps.loading import load

    if form == "parquet":
        return
    import pandas as pd

    found = load(folder)
    over = [
        one.add_prefix(f"{name} ").reset_index(drop=True)
        for name, one in found.series.items()
    ]
    points = found.design.points.iloc[found.outcomes["point"]].reset_index(drop=True)
    whole = pd.concat([found.outcomes, *over], axis=1)
    whole = whole.loc[:, ~whole.columns.duplicated()]
    table = pd.concat([whole.iloc[:, :2], points, whole.iloc[:, 2:]], axis=1)
    hidden = folder / ".futures"
    save(table, hidden, form)
    hidden.with_name(f".futures.{form}").replace(folder / f"futures.{form}")
