"""Run scenarios, compare them, run again what was run, go on from a month of one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces import asking
from analysis.interfaces.commands.options import (
    Doubt,
    Fast,
    Force,
    Form,
    Keep,
    Language,
    MostRuns,
    Out,
    Precision,
    Quiet,
    Report,
    Runs,
    Scenario,
    Seed,
    Settings,
    Workers,
)

__all__ = ["compare", "fork", "rerun", "run"]


def run(
    scenario: Scenario,
    runs: Runs = None,
    precision: Precision = None,
    most_runs: MostRuns = None,
    seed: Seed = 0,
    workers: Workers = None,
    fast: Fast = False,
    settings: Settings = None,
    uncertainty: Doubt = None,
    keep: Keep = asking.KEEP,
    form: Form = "parquet",
    out: Out = Path("out"),
    report: Report = False,
    lang: Language = "en",
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Run one scenario: how its outcomes spread over futures."""
    from analysis.interfaces.report.making import check_report, make_report

    if report:
        check_report(lang)
    folder = asking.ask(
        "run",
        [scenario],
        settings=settings or [],
        uncertainty=uncertainty,
        runs=runs,
        precision=precision or [],
        most_runs=most_runs,
        seed=seed,
        keep=keep,
        form=form,
        fast=fast,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )
    if report:
        make_report(folder, lang=lang, quiet=quiet)


def compare(
    scenarios: Annotated[
        list[str],
        typer.Argument(
            metavar="CONTROL SCENARIO...",
            help="Names or paths; the first is what the others are compared with.",
        ),
    ],
    runs: Runs = None,
    precision: Precision = None,
    most_runs: MostRuns = None,
    seed: Seed = 0,
    workers: Workers = None,
    fast: Fast = False,
    settings: Settings = None,
    uncertainty: Doubt = None,
    keep: Keep = asking.KEEP,
    form: Form = "parquet",
    out: Out = Path("out"),
    report: Report = False,
    lang: Language = "en",
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Run scenarios with the same luck, and say what each changes."""
    from analysis.interfaces.report.making import check_report, make_report

    if report:
        check_report(lang)
    folder = asking.ask(
        "compare",
        scenarios,
        settings=settings or [],
        uncertainty=uncertainty,
        runs=runs,
        precision=precision or [],
        most_runs=most_runs,
        seed=seed,
        keep=keep,
        form=form,
        fast=fast,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )
    if report:
        make_report(folder, lang=lang, quiet=quiet)


def rerun(
    result: Annotated[
        Path, typer.Argument(help="A folder of results, or its manifest.json.")
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; only compare the numbers.")
    ] = False,
    row: Annotated[
        int | None,
        typer.Option(help="Only this run, compared with what was saved of it."),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(help="Of which scenario of the result, with --row.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Run nothing; show the table as saved.")
    ] = False,
    workers: Workers = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Run again what a manifest says, and see whether the numbers are the same."""
    from analysis.interfaces.again import again, show_saved

    if show:
        show_saved(result, lang)
        return
    if row is not None or scenario is not None:
        from analysis.interfaces.row import run_row

        run_row(result, row, scenario, lang, quiet=quiet)
        return
    again(
        result,
        check=check,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )


def fork(
    source: Annotated[
        str,
        typer.Argument(
            metavar="RUN",
            help="A folder of results, a scenario by name or path, or a past that was"
            " saved (.npz).",
        ),
    ],
    row: Annotated[
        int | None, typer.Option(help="Which run of it.", show_default="0")
    ] = None,
    month: Annotated[
        str | None, typer.Option(help="The last month that all futures share, YYYY-MM.")
    ] = None,
    under: Annotated[
        list[str] | None,
        typer.Option(help="A scenario under which it goes on; may be repeated."),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PARAMETER=VALUE",
            help="Set a parameter or mechanism from the month after, in every scenario"
            " of --under, or in its own beside it; may be repeated.",
        ),
    ] = None,
    runs: Annotated[int, typer.Option(help="Futures under each scenario.")] = 200,
    scenario: Annotated[
        str | None, typer.Option(help="Whose run, where a result has several.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Of a scenario's luck.", show_default="0")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(help="A file for the past, .npz.")
    ] = None,
    png: Annotated[
        Path | None, typer.Option(help="A file for the chart, .png.")
    ] = None,
    workers: Workers = None,
    lang: Language = "en",
    quiet: Quiet = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that are there.")
    ] = False,
) -> None:
    """Take one run up to a month, and see what may become of it under each scenario."""
    from analysis.interfaces.fork import fork as take

    take(
        source,
        row=row,
        month=month,
        scenario=scenario,
        under=under or [],
        settings=settings or [],
        runs=runs,
        seed=seed,
        save=save,
        png=png,
        workers=workers,
        lang=lang,
        quiet=quiet,
        force=force,
    )
