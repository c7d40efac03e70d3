"""Experiments over many assumptions, and what they show."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces.commands.options import (
    Csv,
    Fast,
    Language,
    Out,
    Quiet,
    Report,
    Workers,
)
from analysis.interfaces.saving import Format
from analysis.sweeps.results import Method

__all__ = ["discover", "merge", "sensitivity", "sweep"]


def sweep(
    experiment: Annotated[
        str | None,
        typer.Argument(
            help="Name of a packaged experiment, or path of a YAML file; without one,"
            " the packaged ones are listed."
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask before it is run.")
    ] = False,
    shard: Annotated[
        str | None,
        typer.Option(metavar="K/N", help="Run only this share of the parts, as 3/40."),
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Run on the workers of a Dask scheduler, as tcp://HOST:8786.",
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Of luck and design.", show_default="the file's")
    ] = None,
    replicates: Annotated[
        int | None,
        typer.Option(help="Futures at each point.", show_default="the file's"),
    ] = None,
    single: Annotated[
        bool,
        typer.Option(
            "--single", help="Compute in float32: faster, and as good within luck."
        ),
    ] = False,
    form: Annotated[
        Format,
        typer.Option("--format", help="Write all futures as one table as well."),
    ] = "parquet",
    chart: Annotated[
        bool,
        typer.Option("--chart", help="Draw what drives the outcomes: see sensitivity."),
    ] = False,
    workers: Workers = None,
    fast: Fast = False,
    out: Out = Path("out"),
    report: Report = False,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Run an experiment over many assumptions; run again, it goes on where it was."""
    from analysis.interfaces.report.making import check_report, make_report
    from analysis.interfaces.sweep import show_sweep
    from sim.errors import InputError

    if report:
        if shard is not None:
            raise InputError(
                "--report needs all parts, and --shard runs some; put the shares"
                " together with 'dilemma merge', then use 'dilemma report'"
            )
        check_report(lang)
    ended = show_sweep(
        experiment,
        yes=yes,
        workers=workers,
        dask=dask,
        fast=fast,
        shard=shard,
        seed=seed,
        replicates=replicates,
        single=single,
        form=form,
        chart=chart,
        drivers=report,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    if report and ended.whole is not None:
        make_report(ended.whole, lang=lang, quiet=quiet)
    raise typer.Exit(ended.code)


def merge(
    folders: Annotated[
        list[Path], typer.Argument(help="Folders with shares of one sweep.")
    ],
    out: Out = Path("out"),
    lang: Language = "en",
) -> None:
    """Put shares of a sweep together that were run by themselves."""
    from analysis.interfaces.sweep import merge_shares

    merge_shares(folders, out=out, lang=lang)


def sensitivity(
    folder: Annotated[
        Path, typer.Argument(help="A folder that 'dilemma sweep' wrote, whole.")
    ],
    outcome: Annotated[
        list[str] | None,
        typer.Option(help="Only this outcome, in any spelling; may be repeated."),
    ] = None,
    method: Annotated[
        Method | None,
        typer.Option(show_default="that for which the design was made"),
    ] = None,
    over_time: Annotated[
        bool, typer.Option("--over-time", help="Which assumption matters when.")
    ] = False,
    png: Annotated[bool, typer.Option("--png", help="Draw charts.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Write the whole tables.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder for both, or for the one of them that is asked for.",
            show_default="that of the sweep",
        ),
    ] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Say which assumptions drive the outcomes of a sweep, beside luck."""
    from analysis.interfaces.sensitivity import show_sensitivity

    show_sensitivity(
        folder,
        outcomes=outcome or [],
        method=method,
        over_time=over_time,
        png=png,
        csv=csv,
        out=out,
        lang=lang,
        quiet=quiet,
    )


def discover(
    folder: Annotated[Path, typer.Argument(help="A folder that a sweep has filled.")],
    outcome: Annotated[
        str,
        typer.Option(help="One of its outcomes, or a series and a year."),
    ],
    above: Annotated[
        float | None, typer.Option(help="Cases: futures above this.")
    ] = None,
    below: Annotated[
        float | None, typer.Option(help="Cases: futures below this.")
    ] = None,
    highest: Annotated[
        str | None,
        typer.Option(
            "--worst", "--highest", metavar="10%", help="Cases: the highest so many."
        ),
    ] = None,
    lowest: Annotated[
        str | None, typer.Option(metavar="10%", help="Cases: the lowest so many.")
    ] = None,
    method: Annotated[
        str, typer.Option(help="prim peels a box out; cart grows a tree.")
    ] = "prim",
    density: Annotated[
        str | None,
        typer.Option(
            metavar="80%",
            help="Of boxes so dense, take the one that covers most cases.",
            show_default="density and coverage weighed",
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(help="Of split and resamples.", show_default="the sweep's"),
    ] = None,
    csv: Csv = None,
    png: Annotated[Path | None, typer.Option(help="A file for the chart.")] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Find under which assumptions an outcome comes about, and try what was found."""
    from analysis.interfaces.discovery import show_discovery

    show_discovery(
        folder,
        outcome,
        above=above,
        below=below,
        highest=highest,
        lowest=lowest,
        method=method,
        density=density,
        seed=seed,
        csv=csv,
        png=png,
        lang=lang,
        quiet=quiet,
    )
