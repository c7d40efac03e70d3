"""The command ``dilemma sensitivity``: what drives the outcomes of a sweep."""

from __future__ import annotations

import shlex
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from analysis.interfaces.asking import console, say
from analysis.interfaces.findings import write_tables
from analysis.interfaces.pictures import save_chart
from analysis.interfaces.progress import meter
from analysis.interfaces.text import TEXT
from analysis.interfaces.views import view_folder
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from analysis.sweeps.results import Design, Factor, Results
    from analysis.sweeps.sensitivity import Drivers, Method

__all__ = [
    "Course",
    "Found",
    "check_charts",
    "checked_method",
    "next_command",
    "show_sensitivity",
]


@dataclass(frozen=True, eq=False)
class Course:
    """What drives a series over time.

    Attributes
    ----------
    series : str
        Its name.
    table : DataFrame
        What :func:`analysis.sweeps.sensitivity.over_time` returns.
    order : tuple of str
        The factors, the one that ever matters most first.
    """

    series: str
    table: pd.DataFrame
    order: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Found:
    """All that was found out about a sweep.

    Attributes
    ----------
    results : Results
        The sweep.
    source : str
        The name of its folder.
    method : Method
        How it was found.
    asked : bool
        Whether the method was asked for.
    drivers : tuple of Drivers
        One for each outcome.
    courses : tuple of Course
        One for each series over time.
    idle : tuple of Factor
        Factors that moved none of these outcomes in any run.
    """

    results: Results
    source: str
    method: Method
    asked: bool
    drivers: tuple[Drivers, ...]
    courses: tuple[Course, ...]
    idle: tuple[Factor, ...]


def show_sensitivity(
    folder: Path,
    *,
    outcomes: Sequence[str] = (),
    method: Method | None = None,
    over_time: bool = False,
    png: bool = False,
    csv: bool = False,
    out: Path | None = None,
    lang: str,
    quiet: bool,
) -> None:
    """Say what drives the outcomes of a sweep; write and draw it where asked.

    Parameters
    ----------
    folder : Path
        Of a sweep, whole.
    outcomes : sequence of str
        Outcomes, or with `over_time` series, in any spelling; all by default.
    method : Method or None
        That for which the design was made by default.
    over_time : bool
        Year by year, in place of the outcomes.
    png, csv : bool
        Whether charts and tables are written.
    out : Path or None
        The folder for them, that of the sweep by default; given without either, both
        are written.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print errors only.

    Raises
    ------
    InputError
        If it is no folder of a sweep, the sweep is not whole, an outcome is unknown or
        has points without a number, the design does not allow the method, or a file
        cannot be written.
    """
    if out is not None and not (png or csv):
        png = csv = True
    check_charts(lang if png else "en", out)
    found = _found(folder, outcomes, method, lang, over_time=over_time, quiet=quiet)
    if not quiet:
        from analysis.interfaces.driver_tables import print_drivers

        print_drivers(console(), found, lang)
    target = folder if out is None else out
    if csv:
        write_tables(target, dict(_tables(found)), "%.6g")
    if png:
        from analysis.interfaces.driver_charts import figures

        for name, figure in figures(found, lang):
            save_chart(figure, view_folder(target, lang) / f"{name}.png")
    for written, where in ((csv, target), (png, view_folder(target, lang))):
        if written and not quiet:
            say(TEXT[lang]["done"].format(folder=where))


def check_charts(lang: str, out: Path | None) -> None:
    """Refuse what could not be written, before anything is computed."""
    from analysis.charts.fonts import family_for

    family_for(lang)
    if out is not None and out.exists() and not out.is_dir():
        raise InputError(f"--out {out} is a file; name a folder")


def next_command(folder: Path, design: Design) -> str | None:
    """Return the command that says what drives a sweep, where its design allows one."""
    from analysis.sweeps.sensitivity import possible

    if not possible(design):
        return None
    return f"dilemma sensitivity {shlex.quote(str(folder))} --png"


# ----------------------------------------------------------------------------- asking


def _found(
    folder: Path,
    outcomes: Sequence[str],
    method: Method | None,
    lang: str,
    *,
    over_time: bool,
    quiet: bool,
) -> Found:
    """Return what was asked for, every word of it checked."""
    from analysis.sweeps import sensitivity
    from analysis.sweeps.loading import load

    names = _names(folder, outcomes, over_time=over_time)
    results = load(folder, names)
    chosen = checked_method(results.design, method, over_time=over_time)
    drivers, courses, idle = [], [], []
    said = TEXT[lang]["drivers of"].format(folder=folder)
    with meter(None if quiet else console(error=True), said) as shown:
        many = len(names)
        told = [sensitivity.portion(shown, place, many) for place in range(many)]
        if over_time:
            for name, tell in zip(names, told, strict=True):
                table = sensitivity.over_time(results, name, chosen, tell)
                courses.append(Course(name, table, tuple(sensitivity.ranked(table))))
        else:
            held = results.luck == "held"
            pairs = sensitivity.twins(results.design) if held else {}
            for name, tell in zip(names, told, strict=True):
                drivers.append(
                    sensitivity.drivers(
                        results, name, chosen, pairs=pairs, progress=tell
                    )
                )
            idle = sensitivity.moved_nothing(results, list(names), pairs)
    return Found(
        results=results,
        source=folder.resolve().name,
        method=chosen,
        asked=method is not None,
        drivers=tuple(drivers),
        courses=tuple(courses),
        idle=tuple(idle),
    )


def _names(folder: Path, asked: Sequence[str], *, over_time: bool) -> tuple[str, ...]:
    """Return the outcomes that were asked for as the sweep spells them."""
    from analysis.sweeps.loading import measured
    from analysis.sweeps.store import MANIFEST

    if not (folder / MANIFEST).is_file():
        within = sorted(one.parent for one in folder.glob(f"sweep-*/{MANIFEST}"))
        hint = f"did you mean {within[0]}?" if within else "'dilemma sweep' makes one"
        raise InputError(f"{folder} is no folder of a sweep; {hint}")
    plain, yearly = measured(folder)
    series = tuple(yearly)
    known, others = (series, plain) if over_time else (plain, series)
    if not known:
        raise InputError(
            f"the sweep in {folder} recorded no outcome over time; name one under"
            " 'over_time' in the experiment"
            if over_time
            else f"the sweep in {folder} has outcomes over time only: use --over-time"
        )
    chosen = (_name(one, known, others, over_time=over_time) for one in asked)
    return tuple(dict.fromkeys(chosen)) or known


def _name(
    text: str, known: Sequence[str], others: Sequence[str], *, over_time: bool
) -> str:
    from analysis.phrases import spelled

    try:
        name = text if text in known else spelled(text)
    except InputError:
        name = text
    if name in known:
        return name
    if name in others:
        hint = "leave --over-time out" if over_time else "use --over-time"
        raise InputError(f"{text!r} was measured otherwise by the sweep: {hint}")
    raise InputError(f"the sweep has no outcome {text!r}; {nearest(text, known)}")


def checked_method(
    design: Design, method: Method | None = None, *, over_time: bool = False
) -> Method:
    """Return the method to use.

    Parameters
    ----------
    design : Design
        Of the sweep.
    method : Method or None
        What was asked for; None for that for which the design was made.
    over_time : bool
        Whether it is for a series over time.

    Raises
    ------
    InputError
        If the design does not allow it, with those that it does.
    """
    from analysis.sweeps import conditioning, ends, screening, variance
    from analysis.sweeps.sensitivity import possible

    needs = {
        "morris": f"a design 'morris' of {screening.FEWEST} trajectories or more",
        "sobol": f"a design 'sobol' with a base of {variance.FEWEST} or more",
        "pawn": f"{conditioning.FEWEST} points or more, spread over the space",
        "delta": f"{conditioning.FEWEST} points or more, spread over the space",
        "tornado": f"{ends.FEWEST} points or more",
    }
    allowed = possible(design)
    this = f"this design ({design.kind}, {len(design.points):,} points)"
    if not allowed:
        raise InputError(
            f"{this} is too small for any method: a tornado needs {needs['tornado']},"
            f" PAWN and delta {needs['pawn']}"
        )
    chosen = method or allowed[0]
    if chosen not in allowed:
        raise InputError(
            f"--method {chosen} needs {needs[chosen]}; {this} allows"
            f" {', '.join(allowed)}"
        )
    if over_time and chosen == "tornado":
        rest = [one for one in allowed if one != "tornado"]
        hint = (
            f"use --method {' or '.join(rest)}"
            if rest
            else f"{this} allows no other; run one over the whole space, such as morris"
        )
        raise InputError(
            "--over-time shows one index of each factor, and a tornado has two ends:"
            f" {hint}"
        )
    return chosen


# ---------------------------------------------------------------------------- writing


def _tables(found: Found) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield what is written as CSV, by name."""
    import pandas as pd

    name = f"sensitivity-{found.method}"
    if found.courses:
        whole = pd.concat([one.table for one in found.courses], ignore_index=True)
        yield f"{name}-over-time", whole
        return
    yield (
        name,
        pd.concat(
            [
                one.table.assign(verdict=one.table["factor"].map(dict(one.verdicts)))
                for one in found.drivers
            ],
            ignore_index=True,
        ),
    )
    luck = [{"outcome": one.outcome} | asdict(one.luck) for one in found.drivers]
    yield "sensitivity-luck", pd.DataFrame(luck)
