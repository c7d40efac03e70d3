"""One past, several futures: a run taken up to a month, and on from there.

The past is a run of a scenario or of a result, or a file in which one was saved. It
goes on under the scenario that it had, which is the control, and under every other one
that is named, always with the same luck.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from analysis.interfaces.asking import (
    KEEP,
    checked_workers,
    console,
    read_settings,
    say,
)
from analysis.interfaces.progress import meter
from analysis.interfaces.text import TEXT
from sim.errors import InputError
from sim.scenario.months import checked_month, month_label, month_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.history import History
    from sim.past import Past
    from sim.scenario import Scenario

__all__ = ["MOST_RUNS", "Taken", "fork"]

MOST_RUNS = 20_000
"""The past stands in memory once for each of its futures, 5 KB at a time."""

_BESIDE = 3
"""Scenarios that stand side by side in a table."""


@dataclass(frozen=True, eq=False)
class Taken:
    """A past, and the one line that leads to it.

    Attributes
    ----------
    past : Past
        One row.
    before : History or None
        Its series up to its month; None where they do not come of its scenario.
    """

    past: Past
    before: History | None


def fork(
    source: str,
    *,
    row: int | None,
    month: str | None,
    scenario: str | None,
    under: Sequence[str],
    settings: Sequence[str],
    runs: int,
    seed: int | None,
    save: Path | None,
    png: Path | None,
    workers: int | None,
    lang: str,
    quiet: bool,
    force: bool,
) -> None:
    """Take a run up to a month; save it, or let it go on under other scenarios.

    Parameters
    ----------
    source : str
        A folder of results or its manifest, a scenario by name or path, or a past
        that was saved.
    row : int or None
        Which run, from 0, which is the default.
    month : str or None
        The last month that all futures share, ``YYYY-MM``; a saved past has its own.
    scenario : str or None
        Which scenario of a result; the only one unless given.
    under : sequence of str
        Names or paths of the scenarios under which it goes on beside its own.
    settings : sequence of str
        ``parameter=value``, from the month after, in every scenario of `under`; of
        its own scenario a changed one is added where `under` names none.
    runs : int
        Futures under each scenario.
    seed : int or None
        Seed of the luck, where the source is a scenario.
    save, png : Path or None
        Files for the past and for the chart.
    workers : int or None
        Processes; None for one per core.
    lang : {'en', 'ko'}
        The language.
    quiet, force : bool
        Print errors only; replace files that are there.

    Raises
    ------
    InputError
        If anything that was given is wrong, before anything is run.
    """
    from analysis.charts.fonts import family_for

    if not 1 <= runs <= MOST_RUNS:
        raise InputError(f"--runs is {runs}; it must be from 1 to {MOST_RUNS:,}")
    workers = checked_workers(workers)
    for file, ending in ((save, ".npz"), (png, ".png")):
        _check_file(file, ending, force=force)
    if png is not None:
        family_for(lang)  # a missing font is better said before than after
    chosen = read_settings(settings)
    shown = None if quiet else lang
    taken = _taken(source, row, month, scenario, seed, shown, line=png is not None)
    scenarios = _scenarios(taken.past.scenario, under, chosen)
    for one in scenarios:
        _check_span(taken.past, one)
    if save is not None:
        _save(taken.past, save)
        if not quiet:
            words = {**_of(taken.past), "file": save}
            say(TEXT[lang]["fork saved"].format(**words))
    if save is not None and png is None and len(scenarios) == 1:
        return
    histories = _run(taken.past, scenarios, runs, workers, shown)
    if png is not None:
        _draw(taken, histories, png, lang)
    if quiet:
        return
    _report(taken.past, histories, lang)
    if png is not None:
        if taken.before is None:
            say(TEXT[lang]["fork no line"])
        say(TEXT[lang]["done"].format(folder=png))


def _check_file(file: Path | None, ending: str, *, force: bool) -> None:
    if file is None:
        return
    if file.suffix != ending:
        raise InputError(f"{file}: the name of this file must end in {ending}")
    if file.parent.exists() and not file.parent.is_dir():
        raise InputError(f"cannot write to {file.parent}: it is no folder")
    if file.exists() and not force:
        raise InputError(f"{file} is there already; replace it with --force")


def _save(past: Past, file: Path) -> None:
    """Write a past; its folder is made where it is missing, as that of a chart is."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write {file}: {error.strerror or error}") from error
    past.save(file)


# -------------------------------------------------------------------------- the past


def _taken(
    source: str,
    row: int | None,
    month: str | None,
    scenario: str | None,
    seed: int | None,
    lang: str | None,
    *,
    line: bool,
) -> Taken:
    """Return the past that a source has, stepped to the month if need be."""
    label = None if month is None else _month(month)
    if seed is not None and (source.endswith(".npz") or _is_result(source)):
        raise InputError("--seed belongs to a scenario; this run has its luck already")
    if source.endswith(".npz"):
        if scenario is not None:
            raise InputError("--scenario belongs to a folder of results, not to a past")
        return _of_file(Path(source), row, label, lang, line=line)
    begun, luck, seed = _begun(source, row, scenario, seed)
    if label is None:
        raise InputError("say with --month YYYY-MM up to which month the run is taken")
    return _stepped(begun, seed, luck, _done(begun, label), lang)


def _month(given: str) -> str:
    try:
        return checked_month(given)
    except InputError as error:
        raise InputError(f"--month is {error.message}") from None


def _is_result(source: str) -> bool:
    return Path(source).is_dir() or source.endswith(".json")


def _begun(
    source: str, row: int | None, scenario: str | None, seed: int | None
) -> tuple[Scenario, int, int]:
    """Return the scenario, the luck id and the seed of a run that is named."""
    from sim.luck import checked_ids, checked_seed
    from sim.scenario import load_scenario

    row = 0 if row is None else row
    if not _is_result(source):
        if scenario is not None:
            raise InputError("--scenario belongs to a folder of results")
        (luck,) = checked_ids([row]) if row >= 0 else (None,)
        if luck is None:
            raise InputError(f"--row is {row}; runs are counted from 0")
        return load_scenario(source), int(luck), checked_seed(seed or 0)
    from analysis.interfaces.again import request_of
    from analysis.interfaces.manifest import read_manifest
    from analysis.interfaces.row import chosen
    from analysis.interfaces.stops import tell

    request = request_of(read_manifest(Path(source)))
    named = chosen(request, scenario)
    if len(named) > 1:
        names = ", ".join(one.name for one in named)
        raise InputError(f"say with --scenario whose run to take: {names}")
    if not 0 <= row < request.runs:
        raise InputError(
            f"--row is {row}; the result has the runs 0 to {request.runs - 1}"
        )
    if request.fast:
        tell(
            f"the last digits may differ from those of {source}: it was run in compiled"
            " form, and is run again in plain form"
        )
    return named[0], row, request.seed


def _done(scenario: Scenario, label: str) -> int:
    """Return how many months of a scenario are done at the end of one of them."""
    first = month_number(scenario.start)
    done = month_number(label) - first + 1
    if not 0 <= done <= month_number(scenario.end) - first:
        last = month_label(month_number(scenario.end) - 1)
        raise InputError(
            f"--month is {label}; {scenario.name!r} can be left from"
            f" {month_label(first - 1)} (its beginning) to {last}, so that something is"
            " left of it"
        )
    return done


def _stepped(
    scenario: Scenario, seed: int, luck: int, months: int, lang: str | None
) -> Taken:
    """Run one row from the beginning, and return its past and its line."""
    from sim.model import StrategicModel
    from sim.record import Series
    from sim.state import series

    recorder = Series(series, months)
    model = StrategicModel(
        scenario, seed=seed, luck_ids=[luck], recorder=recorder, collect=False
    )
    _step(model, months, lang)
    past = model.past()
    return Taken(past, _line(past, recorder.records))


def _step(model: Any, months: int, lang: str | None) -> None:  # noqa: ANN401 (Mesa)
    shown = None if lang is None else console(error=True)
    said = TEXT[lang or "en"]["past of"].format(name=model.plan.scenario.name)
    with meter(shown, TEXT[lang or "en"]["running"].format(names=said)) as progress:
        while model.month < months:
            model.step()
            progress(model.month, months)


def _line(past: Past, records: dict[str, Any]) -> History:
    from sim.history import History

    first = month_number(past.scenario.start) - 1
    return History(
        scenario=past.scenario,
        seed=past.seed,
        labels=tuple(month_label(first + month) for month in range(past.month + 1)),
        luck_ids=past.luck_ids,
        records=records,
    )


def _of_file(
    file: Path, row: int | None, label: str | None, lang: str | None, *, line: bool
) -> Taken:
    """Return a row of a saved past, gone on to a later month if one is named."""
    from sim.model import resume
    from sim.past import Past

    past = Past.load(file)
    if row is None and past.rows > 1:
        raise InputError(f"{file} holds {past.rows} rows; say with --row which one")
    past = past.select([row or 0])
    past.check(past.scenario, None)
    done = past.month if label is None else _done(past.scenario, label)
    if done < past.month:
        raise InputError(f"--month is {label}; this past goes to {past.label} already")
    if done > past.month:
        model = resume(past, collect=False)
        _step(model, done, lang)
        past = model.past()
    return Taken(past, _again(past, lang) if line else None)


def _again(past: Past, lang: str | None) -> History | None:
    """Return the line of a past, run again, if it leads to this past to the bit."""
    import numpy as np

    from sim.model import StrategicModel
    from sim.record import Series
    from sim.state import series

    recorder = Series(series, past.month)
    by_hand: dict[str, Any] = {name: past.parameters[name] for name in past.held}
    model = StrategicModel(
        past.scenario,
        seed=past.seed,
        luck_ids=past.luck_ids,
        recorder=recorder,
        collect=False,
        dtype=past.dtype,
        **by_hand,
    )
    _step(model, past.month, lang)
    there = model.snapshot()
    same = all(np.array_equal(one, there[key]) for key, one in past.arrays.items())
    return _line(past, recorder.records) if same else None


# ----------------------------------------------------------------------- the futures


def _scenarios(
    own: Scenario, under: Sequence[str], settings: dict[str, Any]
) -> list[Scenario]:
    """Return its own scenario, the control, then those under which it goes on."""
    from sim.scenario import load_scenario

    others = [load_scenario(name).with_parameters(**settings) for name in under]
    if settings and not under:
        changed = own.with_parameters(**settings)
        others = [changed.model_copy(update={"name": f"{own.name}, changed"})]
    found = [own]
    for one in others:
        same = [other for other in found if other.name == one.name]
        if not same:
            found.append(one)
        elif one.resolved() != same[0].resolved():
            raise InputError(
                f"two different futures are called {one.name!r}; give each file a"
                " 'name' of its own"
            )
    return found


def _check_span(past: Past, scenario: Scenario) -> None:
    past.check(scenario, None)
    if scenario.end != past.scenario.end:
        raise InputError(
            f"{scenario.name!r} ends in {scenario.end} and {past.scenario.name!r} in"
            f" {past.scenario.end}; futures that are compared end together"
        )
    _done(scenario, past.label)


def _run(
    past: Past, scenarios: Sequence[Scenario], runs: int, workers: int, lang: str | None
) -> list[History]:
    from analysis.outcomes import OUTCOMES
    from sim.ensemble import Rows, run_rows

    many, ids = past.futures(runs)
    cases = [
        Rows(scenario=one, luck_ids=ids, seed=past.seed, past=many) for one in scenarios
    ]
    names = ", ".join(one.name for one in scenarios)
    shown = None if lang is None else console(error=True)
    said = TEXT[lang or "en"]["running"].format(names=names)
    with meter(shown, said) as progress:
        return run_rows(
            cases,
            workers=workers,
            outcomes=OUTCOMES,
            keep=min(runs, KEEP),
            progress=progress,
        )


# ---------------------------------------------------------------------------- showing


def _of(past: Past) -> dict[str, Any]:
    return {
        "row": int(past.luck_ids[0]),
        "name": past.scenario.name,
        "month": past.label,
        "seed": past.seed,
        "first": month_label(month_number(past.label) + 1),
        "last": past.scenario.end,
    }


def _report(past: Past, histories: Sequence[History], lang: str) -> None:
    """Print levels with their Monte Carlo error, then differences from the control."""
    from analysis.compare import in_language, table, without_effect
    from analysis.interfaces.show import differences, levels
    from analysis.outcomes import OUTCOMES

    words, page = TEXT[lang], console()
    headlines = [one for one in OUTCOMES.values() if one.headline]
    compared = in_language(table(histories, headlines), lang)
    runs = f"{histories[0].rows:,}"
    page.print(Text(words["fork"].format(**_of(past), runs=runs), style="bold"))
    names = [one.scenario.name for one in histories]
    for first in range(0, len(names), _BESIDE):
        beside = names[first : first + _BESIDE]
        page.print(levels(compared, beside, page.width, lang))
        say("")
    control, dead = names[0], without_effect(compared)
    for name in names[1:]:
        if name in dead:
            words_of_none = words["nothing"].format(name=name, control=control)
            page.print(Text(words_of_none, style="yellow"))
        else:
            said = words["against"].format(name=name, control=control)
            page.print(Text(said, style="bold"))
            mine = compared[compared["scenario"] == name]
            page.print(differences(mine, page.width, lang))
        say("")
    if len(dead) < len(names) - 1:
        page.print(Text(words["legend"].format(pairs=runs), style="dim"))
    page.print(Text(words["errors"].format(runs=runs), style="dim"))
    page.print(Text(words["fork legend"].format(**_of(past)), style="dim"))


def _draw(taken: Taken, histories: Sequence[History], png: Path, lang: str) -> None:
    import pandas as pd

    from analysis import charts
    from analysis.bands import bands
    from analysis.charts.panels import FORK
    from analysis.charts.words import WORDS
    from analysis.interfaces.pictures import save_chart
    from sim.source import here

    keys = [panel.series for panel in FORK.panels]
    words, of = WORDS[lang], _of(taken.past)
    made = words["futures"].format(runs=f"{histories[0].rows:,}", seed=of["seed"])
    footer = f"{words['fork note'].format(**of)}\n{here()} · {made}\n{words['sources']}"
    figure = charts.fans(
        pd.concat([bands(one, keys) for one in histories], ignore_index=True),
        replace(FORK, title={lang: words["fork title"].format(**of)}),
        past=None if taken.before is None else bands(taken.before, keys),
        footer=footer,
        lang=lang,
    )
    save_chart(figure, png)
