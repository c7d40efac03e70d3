"""Sweeps as commands: said what they cost, run, summed up; shares put together."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rich.text import Text

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.lists import listing
from analysis.interfaces.sweep_cost import (
    bytes_words,
    check_room,
    disk,
    memory,
    seconds,
    time_words,
)
from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rich.table import Table as Listing

    from analysis.interfaces.saving import Format
    from analysis.sweeps.experiment import Experiment
    from analysis.sweeps.parts import Part, Sweep
    from analysis.sweeps.team import Team

__all__ = ["Ended", "merge_shares", "outcome_table", "show_sweep"]

_FEWEST = 64
"""Fewer futures than this are run without an estimate: that would take as long."""


class Ended(NamedTuple):
    """How a sweep ended.

    Attributes
    ----------
    code : int
        The exit code: 1 where futures could not be run.
    whole : Path or None
        The folder, if every future is in it.
    """

    code: int
    whole: Path | None = None


def show_sweep(
    name: str | None,
    *,
    yes: bool,
    workers: int | None,
    dask: str | None,
    fast: bool,
    shard: str | None,
    seed: int | None,
    replicates: int | None,
    single: bool,
    form: Format,
    chart: bool,
    out: Path,
    drivers: bool,
    lang: str,
    quiet: bool,
) -> Ended:
    """Run an experiment, or what is left of it, and sum it up.

    Parameters
    ----------
    name : str or None
        Name of a packaged experiment, or path of a file; None lists the packaged.
    yes : bool
        Do not ask whether to go on.
    workers : int or None
        Processes; None for one per core.
    dask : str or None
        Address of a Dask scheduler whose workers do the work in place of processes.
    fast : bool
        Run months in compiled form, whatever the experiment says.
    shard : str or None
        Which share of the parts, such as ``3/40``; all by default.
    seed, replicates : int or None
        In place of the experiment's own.
    single : bool
        Compute in float32, whatever the experiment says.
    form : {'parquet', 'csv', 'dta'}
        In which form all futures are written as one table besides; none for Parquet.
    chart : bool
        Draw what drives the outcomes, by the method for which the design was made.
    out : Path
        The folder that holds results.
    drivers : bool
        Write tables of what drives the outcomes, where the design allows a method.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print errors only, and make no estimate.

    Returns
    -------
    Ended
        How it ended.

    Raises
    ------
    InputError
        If the experiment or an option is wrong, or the disk has not the room.
    """
    from analysis.interfaces.progress import meter
    from analysis.interfaces.sensitivity import next_command
    from analysis.interfaces.sweep_table import check_table
    from analysis.sweeps.experiment import read_experiment
    from analysis.sweeps.parts import laid_out, read_shard
    from analysis.sweeps.running import pending, run_parts
    from analysis.sweeps.sensitivity import possible
    from analysis.sweeps.store import Store
    from sim.fused import require_llvm

    if name is None:
        _list(lang)
        return Ended(0)
    many = _checked_workers(workers, dask)
    share = (1, 1) if shard is None else read_shard(shard)
    experiment = read_experiment(name).altered(
        seed=seed, replicates=replicates, single=single, fast=fast
    )
    if experiment.definition.fast:
        require_llvm()
    sweep = laid_out(experiment)
    check_table(sweep, form)
    if chart:
        _check_chart(sweep, shard, lang)
    store = Store(out, sweep)
    todo = pending(store, share)
    check_room(sweep, todo, out)
    with _team(dask if todo else None, lang, quiet=quiet) as team:
        if not quiet:
            _announce(sweep, todo, many if team is None else team, lang)
        if todo and not yes and not quiet and not _agreed(lang):
            return Ended(0)
        store.begin()
        said = TEXT[lang]["running"].format(names=experiment.name)
        with meter(None if quiet else console(error=True), said) as shown:
            failed = run_parts(store, todo, workers=many, team=team, progress=shown)
    if not quiet:
        _sum_up(store.folder, experiment, lang)
    if form != "parquet":
        _write(store.folder, sweep, form, lang, quiet=quiet)
    if not quiet:
        say(TEXT[lang]["done"].format(folder=store.folder))
    if failed or pending(store):
        return Ended(1 if failed else 0)
    told = drivers and bool(possible(sweep.design))
    if chart or told:
        _take_apart(store.folder, sweep, lang, png=chart, csv=told, quiet=quiet)
    elif not quiet and (command := next_command(store.folder, sweep.design)):
        say(TEXT[lang]["sweep next"].format(command=command))
    return Ended(0, store.folder)


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


def _check_chart(sweep: Sweep, shard: str | None, lang: str) -> None:
    """Refuse, before anything is run, a chart that could not be drawn."""
    from analysis.interfaces.sensitivity import check_charts, checked_method

    if shard is not None:
        raise InputError(
            "--chart needs all parts, and --shard runs some; put the shares together"
            " with 'dilemma merge', then use 'dilemma sensitivity'"
        )
    check_charts(lang, None)
    checked_method(sweep.design)


def _checked_workers(workers: int | None, dask: str | None) -> int:
    """Return how many processes of this machine are to do the work."""
    if dask is None:
        return checked_workers(workers)
    if workers is not None:
        raise InputError(
            "--workers counts processes of this machine, and --dask uses the workers of"
            " a cluster; give one of the two"
        )
    from analysis.sweeps.cluster import read_address

    read_address(dask)  # checked even where nothing is left to be run
    return 1


@contextmanager
def _team(dask: str | None, lang: str, *, quiet: bool) -> Iterator[Team | None]:
    """Give the workers of a cluster, or None where this machine does the work."""
    if dask is None:
        yield None
        return
    from analysis.sweeps.cluster import cluster

    def tell(what: str) -> None:
        if not quiet:
            console(error=True).print(TEXT[lang][f"cluster {what}"], highlight=False)

    with cluster(dask, tell) as team:
        yield team


def _take_apart(
    folder: Path, sweep: Sweep, lang: str, *, png: bool, csv: bool, quiet: bool
) -> None:
    """Work out what drives outcomes, and series over time where the design tells it."""
    from analysis.interfaces.sensitivity import show_sensitivity
    from analysis.sweeps.sensitivity import possible

    experiment = sweep.experiment
    if experiment.asked:
        show_sensitivity(folder, png=png, csv=csv, lang=lang, quiet=quiet)
    if experiment.definition.over_time and possible(sweep.design)[:1] != ("tornado",):
        show_sensitivity(
            folder, over_time=True, png=png, csv=csv, lang=lang, quiet=quiet
        )


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


def _announce(sweep: Sweep, todo: Sequence[Part], who: int | Team, lang: str) -> None:
    """Say how many futures there are, and about what they cost on so many workers."""
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
        here = isinstance(who, int)
        workers = who if isinstance(who, int) else max(who.places(), 1)
        say(
            words["sweep cost" if here else "sweep cost cluster"].format(
                time=time_words(seconds(sweep, todo, workers), lang),
                workers=workers,
                memory=bytes_words(memory(sweep, workers if here else 1)),
                disk=bytes_words(disk(sweep, futures)),
            )
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


# -------------------------------------------------------------------------- afterwards


def _sum_up(folder: Path, experiment: Experiment, lang: str) -> None:
    lacking = _missing(folder, lang)
    console().print(outcome_table(folder, experiment.asked, lacking, lang))
    say(TEXT[lang]["sweep legend"])


def outcome_table(
    folder: Path, outcomes: Sequence[str], lacking: int, lang: str
) -> Listing:
    """Return every outcome of a sweep: its mean and spread over all futures.

    Parameters
    ----------
    folder : Path
        Of the sweep.
    outcomes : sequence of str
        Those that are not over time.
    lacking : int
        How many futures are not there.
    lang : {'en', 'ko'}
        The language of words.
    """
    from analysis.phrases import described
    from analysis.sweeps.loading import load

    words = TEXT[lang]
    table = listing(
        *(words[one] for one in ("outcome", "unit", "mean", "spread of all", "failed")),
        wrap=True,
    )
    for name in outcomes:
        # One at a time: what is read of a sweep may be far larger than a column of it.
        values = load(folder, [name], partial=True).outcomes[name].to_numpy()
        known = values[np.isfinite(values)]
        label, unit = (said[lang] for said in described(name))
        low, high = np.quantile(known, (0.05, 0.95)) if known.size else (np.nan,) * 2
        table.add_row(
            label,
            unit,
            _figure(known.mean() if known.size else np.nan),
            f"{_figure(low)} … {_figure(high)}",
            f"{values.size - known.size - lacking:,}",
        )
    return table


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


def _write(folder: Path, sweep: Sweep, form: Format, lang: str, *, quiet: bool) -> None:
    """Write the table of all futures, if all are there: half of one could mislead."""
    from analysis.interfaces.sweep_table import TABLE, write_table
    from analysis.sweeps.loading import standing

    if not standing(folder).missing:
        write_table(folder, sweep, form, lang)
    elif not quiet:
        say(TEXT[lang]["sweep no table"].format(file=f"{TABLE}.{form}"))
