"""From the options of a command to a result: checked, run, written, shown."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any

from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd
    from rich.console import Console

    from analysis.interfaces.futures import Request
    from analysis.interfaces.output import Place
    from analysis.interfaces.saving import Format
    from analysis.precision import Precision
    from sim.history import History
    from sim.scenario.uncertainty import Uncertainty

__all__ = [
    "KEEP",
    "MOST_RUNS",
    "RUNS",
    "ask",
    "console",
    "cores",
    "read_settings",
    "say",
]

RUNS = 1_000
"""Futures of each scenario, unless asked otherwise."""
MOST_RUNS = 20_000
"""Futures of each scenario at which a precision is given up, unless asked otherwise."""
KEEP = 1_000
"""Of how many of them the monthly series are kept, unless asked otherwise."""
_PLAIN_WIDTH = 100


def ask(
    command: str,
    names: Sequence[str],
    *,
    settings: Sequence[str],
    uncertainty: Uncertainty | None,
    runs: int | None,
    precision: Sequence[str],
    most_runs: int | None,
    seed: int,
    keep: int,
    form: Format,
    fast: bool,
    workers: int | None,
    out: Path,
    lang: str,
    quiet: bool,
    force: bool,
) -> Path:
    """Run scenarios, write the result and show its table.

    Parameters
    ----------
    command : str
        ``run`` or ``compare``.
    names : sequence of str
        Names or paths of scenarios; the first is the control.
    settings : sequence of str
        ``parameter=value``, for every scenario.
    uncertainty : str or None
        How what nothing sets is taken; None as each scenario says.
    runs : int or None
        Futures of each scenario; :data:`RUNS` unless given.
    precision : sequence of str
        In place of `runs`: how precise figures are to be, as typed.
    most_runs : int or None
        The most runs that a precision may take.
    seed, keep : int
        Seed of the luck, and runs whose series are kept.
    form : {'parquet', 'csv', 'dta'}
        How tables are written.
    fast : bool
        Run months in compiled form.
    workers : int or None
        Processes; None for one per core.
    out : Path
        The folder that holds results.
    lang : {'en', 'ko'}
        The language of tables and charts.
    quiet, force : bool
        Print errors only; run again and replace what is there.

    Returns
    -------
    Path
        The folder of the result.

    Raises
    ------
    InputError
        If anything that was given is wrong, or something is in the way.
    """
    from analysis.interfaces.futures import Request
    from analysis.interfaces.settling import read_precision
    from sim.scenario import load_scenario

    if command == "compare" and len(names) < 2:
        raise InputError("compare needs two scenarios or more; to run one, use 'run'")
    chosen = read_settings(settings)
    goal = read_precision(precision, runs, most_runs, MOST_RUNS)
    if runs is None:
        runs = RUNS if goal is None else goal.most
    request = Request(
        command=command,
        names=tuple(names),
        scenarios=tuple(
            load_scenario(name).with_parameters(**chosen).with_uncertainty(uncertainty)
            for name in names
        ),
        settings=chosen,
        uncertainty=uncertainty,
        seed=seed,
        runs=runs,
        keep=keep,
        form=form,
        fast=fast,
    )
    return deliver(
        request,
        precision=goal,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )


def deliver(
    request: Request,
    *,
    precision: Precision | None = None,
    workers: int | None,
    out: Path,
    lang: str,
    quiet: bool,
    force: bool,
) -> Path:
    """Write the result of a request, unless it is there already, and show it.

    Parameters
    ----------
    request : Request
        What to run; with a precision its runs are the most that there may be.
    precision : Precision, optional
        Run until figures are so precise.
    workers : int or None
        Processes; None for one per core.
    out : Path
        The folder that holds results.
    lang : {'en', 'ko'}
        The language of tables and charts.
    quiet, force : bool
        Print errors only; run again and replace what is there.

    Returns
    -------
    Path
        The folder of the result.
    """
    from analysis.charts.fonts import family_for
    from analysis.interfaces.futures import fill
    from analysis.interfaces.output import Place, Standing, refusal
    from analysis.interfaces.settling import settled
    from analysis.interfaces.text import TEXT

    workers = checked_workers(workers)
    request.check()
    family_for(lang)  # a missing font is better said before than after
    started, made = time.perf_counter(), None
    if precision is not None:
        shown = None if quiet else console(error=True)
        made = settled(
            request, precision, out, shown, workers=workers, lang=lang, force=force
        )
        request = made.request
    place = Place(out, request.command, request.digest)
    standing, fault = place.standing()
    words = TEXT[lang]
    if standing is Standing.IN_THE_WAY and not force:
        raise InputError(refusal(place.final, fault))
    if standing is Standing.COMPLETE and not force:
        comparison = _seen_again(request, place, lang)
        said = words["again"]
    else:
        histories = made.histories if made is not None else None
        with place.filled(force=force) as folder:
            if histories is None:
                histories = _run(request, workers, lang, quiet=quiet)
            told = None if made is None else made.told
            tables = fill(request, folder, histories, started=started, settled=told)
            _draw(request, folder, *tables, lang)
        comparison, said = tables[0], words["done"]
    if not quiet:
        from analysis.interfaces.doubt import said_of_doubt

        _show(console(), request, comparison, lang)
        if made is not None:
            console().print(made.words(lang), markup=False)
        console().print(said_of_doubt(request.scenarios, lang), markup=False)
        say(said.format(folder=place.final))
    return place.final


def _run(request: Request, workers: int, lang: str, *, quiet: bool) -> list[History]:
    from analysis.interfaces.futures import run_all
    from analysis.interfaces.progress import meter
    from analysis.interfaces.text import TEXT

    names = ", ".join(scenario.name for scenario in request.scenarios)
    words = TEXT[lang]["running"].format(names=names)
    with meter(None if quiet else console(error=True), words) as progress:
        return run_all(request, workers=workers, progress=progress)


def _seen_again(request: Request, place: Place, lang: str) -> pd.DataFrame:
    """Return the saved table; draw what is not there in this language yet."""
    from analysis.interfaces.saving import load
    from analysis.interfaces.views import view_folder

    comparison = load(place.final / "table", "csv")
    if not view_folder(place.final, lang).is_dir():
        spread = load(place.final / "bands", request.form)
        with place.beside() as folder:
            parts = load(place.final / "parts", request.form)
            _draw(request, folder, comparison, spread, parts, lang)
            view_folder(folder, lang).replace(view_folder(place.final, lang))
    return comparison


def _draw(
    request: Request,
    folder: Path,
    comparison: pd.DataFrame,
    spread: pd.DataFrame,
    parts: pd.DataFrame,
    lang: str,
) -> None:
    import io

    from rich.console import Console

    from analysis.interfaces.views import draw_views

    page = Console(file=io.StringIO(), width=_PLAIN_WIDTH, color_system=None)
    with page.capture() as captured:
        _show(page, request, comparison, lang, everything=True)
    draw_views(
        folder,
        comparison=comparison,
        spread=spread,
        parts=parts,
        asked=request.inputs,
        digest=request.digest,
        lang=lang,
        table_text=captured.get(),
    )


def _show(
    where: Console,
    request: Request,
    comparison: pd.DataFrame,
    lang: str,
    *,
    everything: bool = False,
) -> None:
    from analysis.compare import in_language
    from analysis.interfaces.show import report

    asked = {
        "runs": f"{request.runs:,}",
        "seed": request.seed,
        "first": request.scenarios[0].start,
        "last": request.scenarios[0].end,
    }
    report(
        where,
        in_language(comparison, lang),
        asked=asked,
        lang=lang,
        everything=everything,
    )


def read_settings(settings: Sequence[str]) -> dict[str, Any]:
    """Return what ``--set parameter=value`` sets, checked by name and by range.

    Parameters
    ----------
    settings : sequence of str
        As typed; the value is a number, or ``range`` for a draw from the whole
        range of the parameter's card.

    Raises
    ------
    InputError
        If one is not of that form, is given twice, or its name or value is wrong.
    """
    from sim.scenario.distributions import settings_of

    chosen: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = (part.strip() for part in setting.partition("="))
        if not (name and equals and text):
            raise InputError(f"--set {setting!r}: write --set parameter=value")
        if name in chosen:
            raise InputError(f"--set {setting!r}: {name!r} is set twice")
        try:
            chosen[name] = text if text == "range" else float(text)
        except ValueError:
            raise InputError(
                f"--set {setting!r}: {text!r} is no number (or 'range')"
            ) from None
        try:
            settings_of(name, chosen[name])
        except InputError as error:
            raise InputError(f"--set {setting!r}: {error}") from None
    return chosen


def checked_workers(workers: int | None) -> int:
    """Return the number of processes to use."""
    if workers is None:
        return cores()
    if workers < 1:
        raise InputError(f"--workers is {workers}; it must be 1 or more")
    return workers


def cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1


def console(*, error: bool = False) -> Console:
    """Return the terminal, or a plain page of fixed width where there is none."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    if stream.isatty():
        return Console(stderr=error, highlight=False)
    wide = int(os.environ["COLUMNS"]) if _has_columns() else _PLAIN_WIDTH
    return Console(stderr=error, highlight=False, width=wide)


def _has_columns() -> bool:
    return os.environ.get("COLUMNS", "").isdigit() and int(os.environ["COLUMNS"]) >= 40


def say(text: str) -> None:
    """Write one line to the standard output."""
    sys.stdout.write(text + "\n")
