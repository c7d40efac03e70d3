"""Try what the papers say: history, claims, phases, loops."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces.commands.options import (
    Csv,
    Language,
    Out,
    Quiet,
    Report,
    Seed,
    Workers,
)

__all__ = ["claims", "history", "loops", "phases"]


def history(
    runs: Annotated[int, typer.Option(help="Runs of each variant.")] = 200,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Replay 2012 to 2024, and say which lines of the record the runs show."""
    from analysis.interfaces.findings import show_history

    show_history(runs, seed, workers, csv, lang, quiet=quiet)


def claims(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM]...", help="Such as H08 X03; all by default."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="A first look: 256 runs an arm.")
    ] = False,
    points: Annotated[
        int | None,
        typer.Option(help="Points of the parameter space.", show_default="256"),
    ] = None,
    lucks: Annotated[
        int | None, typer.Option(help="Runs at each.", show_default="16")
    ] = None,
    seed: Seed = 0,
    workers: Workers = None,
    ledger: Annotated[
        Path | None, typer.Option(help="A file of claims of your own.")
    ] = None,
    saved: Annotated[
        Path | None,
        typer.Option("--from", help="A claims.csv to show again; nothing is run."),
    ] = None,
    csv: Csv = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder for table, chart and page.")
    ] = None,
    report: Report = False,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Try the papers' claims over the whole range of every parameter."""
    from analysis.interfaces.claims import show_claims
    from analysis.interfaces.report.making import check_report, make_report
    from sim.errors import InputError

    if report:
        if out is None:
            raise InputError(
                "--report needs --out: a folder for the page and its table"
            )
        check_report(lang)
    show_claims(
        names or [],
        ledger=ledger,
        saved=saved,
        quick=quick,
        points=points,
        lucks=lucks,
        seed=seed,
        workers=workers,
        csv=csv,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    if report and out is not None:
        make_report(out, ledger=ledger, lang=lang, quiet=quiet)


def phases(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM]...", help="Such as H13; all by default."),
    ] = None,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Out = Path("out/phases"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Draw how the sign of disputed effects hangs on two parameters."""
    from analysis.interfaces.claims import show_phases

    show_phases(
        names or [],
        seed=seed,
        workers=workers,
        csv=csv,
        out=out,
        lang=lang,
        quiet=quiet,
    )


def loops(
    runs: Annotated[int, typer.Option(help="Paired runs of each arm.")] = 512,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder to draw the diagram into.")
    ] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Measure the papers' 27 feedback loops, and draw what drives what."""
    from analysis.interfaces.findings import show_loops

    show_loops(runs, seed, workers, csv, out, lang, quiet=quiet)
