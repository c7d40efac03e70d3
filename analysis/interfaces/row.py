"""One run of a result, run again alone and compared with what was saved of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from analysis.interfaces.again import changed_since, request_of
from analysis.interfaces.asking import console, say
from analysis.interfaces.manifest import read_manifest, unsound
from analysis.interfaces.progress import meter
from analysis.interfaces.saving import load_row, stata_names
from analysis.interfaces.text import TEXT
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

    from analysis.interfaces.futures import Request
    from sim.history import History
    from sim.scenario import Scenario

__all__ = ["Difference", "chosen", "first_difference", "run_row"]

_BEFORE = ("scenario", "row", "luck_id")
"""What stands before the outcomes, and with the month before the series."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a saved table and a new run part first.

    Attributes
    ----------
    name : str
        The outcome or the series.
    saved, new : float
        The two values; nan for one that is not there.
    month : str
        ``YYYY-MM``, empty for an outcome.
    """

    name: str
    saved: float
    new: float
    month: str = ""


def run_row(
    result: Path, row: int | None, scenario: str | None, lang: str, *, quiet: bool
) -> None:
    """Run one run of a result again, and say whether it is what was saved.

    Parameters
    ----------
    result : Path
        A folder of results, or the manifest in it.
    row : int or None
        Which run, from 0; None is refused.
    scenario : str or None
        Of which scenario; of every one unless given.
    lang : {'en', 'ko'}
        The language.
    quiet : bool
        Print errors only.

    Raises
    ------
    InputError
        If there is no such run, scenario, manifest or table, or another version made
        the result.
    Exit
        With code 1 if anything differs.
    """
    if row is None:
        raise InputError("--scenario belongs to --row: say which run")
    manifest = read_manifest(result)
    request = request_of(manifest)
    folder = result if result.is_dir() else result.parent
    if not 0 <= row < request.runs:
        raise InputError(
            f"--row is {row}; the result has the runs 0 to {request.runs - 1}"
        )
    words, equal = TEXT[lang], True
    for one in chosen(request, scenario):
        outcomes, series = _saved(folder, request, one.name, row)
        history = _run(one, request, row, None if quiet else lang)
        found = first_difference(history, outcomes, series)
        equal = equal and found is None
        if not quiet:
            last = min(request.keep, request.runs) - 1
            _tell(one.name, row, found, history, words, kept=row <= last, last=last)
    if not equal:
        if not quiet:
            _explain(manifest, folder, request.form, words)
        raise typer.Exit(1)


def chosen(request: Request, scenario: str | None) -> list[Scenario]:
    """Return the scenarios of a request, or the one that is named.

    Parameters
    ----------
    request : Request
        What was run.
    scenario : str or None
        Which of its scenarios; all unless given.

    Raises
    ------
    InputError
        If it has none of that name.
    """
    names = [one.name for one in request.scenarios]
    if scenario is not None and scenario not in names:
        raise InputError(
            f"--scenario is {scenario!r}, which the result does not have;"
            f" {nearest(scenario, names)}"
        )
    return [one for one in request.scenarios if scenario in (None, one.name)]


def _saved(
    folder: Path, request: Request, name: str, row: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a run's saved outcomes and series; no series where none were kept."""
    try:
        outcomes = load_row(folder / "outcomes", request.form, name, row)
        series = load_row(folder / "series", request.form, name, row)
    except FileNotFoundError as error:
        raise InputError(
            f"--row needs the tables of the result, and {error.filename} is not there;"
            " give the folder of the result"
        ) from None
    except (OSError, KeyError, ValueError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"a table in {folder} cannot be read: {said}") from None
    if len(outcomes) != 1 or (row < request.keep and series.empty):
        raise InputError(f"the tables in {folder} do not hold run {row} of {name!r}")
    return outcomes, series


def _run(scenario: Scenario, request: Request, row: int, lang: str | None) -> History:
    """Run one row alone: bit for bit what it is in any company."""
    import numpy as np

    from analysis.outcomes import OUTCOMES
    from sim.ensemble import Rows, run_rows

    shown = None if lang is None else console(error=True)
    said = TEXT[lang or "en"]["running"].format(names=scenario.name)
    rows = Rows(
        scenario=scenario,
        luck_ids=np.array([row]),
        seed=request.seed,
        fast=request.fast,
    )
    with meter(shown, said) as progress:
        return run_rows([rows], outcomes=OUTCOMES, keep=None, progress=progress)[0]


def first_difference(
    history: History, outcomes: pd.DataFrame, series: pd.DataFrame
) -> Difference | None:
    """Return where a run and what was saved of it part first, if they do.

    Parameters
    ----------
    history : History
        The run alone, with its series and outcomes.
    outcomes, series : DataFrame
        Its lines of the saved tables, under the names on disk; no line of series
        where none were kept.

    Returns
    -------
    Difference or None
        The first month in which a series differs, and in it the first series in the
        order of the model; failing that the first outcome.
    """
    import numpy as np

    if len(series):
        named = _finder(series, (*_BEFORE, "month"), history.keys)
        new = np.stack([history.series(key)[:, 0] for key in history.keys])
        old = np.full_like(new, np.nan)
        for place, key in enumerate(history.keys):
            column = named(key)
            if column is not None and len(column) == new.shape[1]:
                old[place] = column.astype(np.float32)
        unlike = (old != new) & ~(np.isnan(old) & np.isnan(new))
        if unlike.any():
            month = int(np.flatnonzero(unlike.any(axis=0))[0])
            place = int(np.flatnonzero(unlike[:, month])[0])
            values = float(old[place, month]), float(new[place, month])
            return Difference(history.keys[place], *values, history.labels[month])
    named = _finder(outcomes, _BEFORE, tuple(history.outcomes))
    for name, over_rows in history.outcomes.items():
        column, now = named(name), float(over_rows[0])
        before = np.nan if column is None else float(column[0])
        if before != now and not (np.isnan(before) and np.isnan(now)):
            return Difference(name, before, now)
    return None


def _finder(
    table: pd.DataFrame, before: tuple[str, ...], keys: tuple[str, ...]
) -> Callable[[str], Any]:
    """Return what finds a column under its name or, on Stata's disk, its short one."""
    short = stata_names([*before, *keys])

    def find(key: str) -> Any:  # noqa: ANN401 (an array, or None)
        name = next((one for one in (key, short[key]) if one in table), None)
        return None if name is None else table[name].to_numpy(dtype=float)

    return find


def _tell(
    name: str,
    row: int,
    found: Difference | None,
    history: History,
    words: dict[str, str],
    *,
    kept: bool,
    last: int,
) -> None:
    counts = {
        "outcomes": len(history.outcomes),
        "series": len(history.keys),
        "months": history.months,
        "last": last,
    }
    whose = {"name": name, "row": row}
    if found is None:
        what = words["row whole" if kept else "row outcomes"].format(**counts)
        say(words["row same"].format(what=what, **whose))
        return
    where = f"{found.month}, {found.name}" if found.month else found.name
    say(
        words["row differs"].format(
            where=where, saved=f"{found.saved!r}", new=f"{found.new!r}", **whose
        )
    )


def _explain(
    manifest: dict[str, Any], folder: Path, form: str, words: dict[str, str]
) -> None:
    """Say what is not as it was: tables changed since, versions, the source."""
    spoilt = [
        name
        for name in (f"outcomes.{form}", f"series.{form}")
        if unsound(folder, {"files": {name: manifest["files"].get(name)}})
    ]
    if spoilt:
        say(words["row spoilt"].format(files=", ".join(spoilt)))
    changed = changed_since(manifest)
    if changed:
        say(words["changed"].format(what="; ".join(changed)))
