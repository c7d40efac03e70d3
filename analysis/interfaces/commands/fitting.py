"""Against the record: calibration, hindcast, validation, forecast, score."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces.commands.options import (
    Csv,
    Fast,
    Language,
    Lens,
    Out,
    QuickFit,
    Quiet,
    Report,
    Seed,
    Workers,
)

__all__ = ["calibrate", "forecast", "hindcast", "score", "validation"]


def calibrate(
    lens: Lens = "none",
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Which assumptions give histories like 2012 to 2020, and what that leaves open."""
    from analysis.interfaces.calibration import show_calibration
    from analysis.interfaces.fits import Asked

    asked = Asked(
        lens=lens,
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    show_calibration(asked, csv)


def hindcast(
    lens: Lens = "none",
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    report: Report = False,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Fit to 2014, 2016 and 2018, forecast the rest to 2020, and be scored."""
    from analysis.interfaces.calibration import show_hindcast
    from analysis.interfaces.fits import Asked
    from analysis.interfaces.report.making import check_report, make_report
    from sim.errors import InputError

    if report:
        if csv is None:
            raise InputError(
                "--report needs --csv: a folder for the page and its table"
            )
        check_report(lang)
    asked = Asked(
        lens=lens,
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    show_hindcast(asked, csv)
    if report and csv is not None:
        make_report(csv, lang=lang, quiet=quiet)


def validation(
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    png: Annotated[
        Path | None, typer.Option(help="Folder to write the charts to.")
    ] = None,
    sets: Annotated[
        Path | None,
        typer.Option(help="Folder to write each lens's parameter sets to."),
    ] = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Hold the model against the record: what it gets right, and what it gets wrong."""
    from analysis.interfaces.fits import Asked
    from analysis.interfaces.validation import show_validation

    asked = Asked(
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    show_validation(asked, csv, png, sets)


def forecast(
    origin: Annotated[
        int, typer.Option("--from", help="From the end of which year: 2020 or 2021.")
    ] = 2020,
    lens: Lens = "none",
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Write what fitted histories say of the years after, for anybody to score."""
    from analysis.interfaces.fits import Asked
    from analysis.interfaces.forecast import write_forecast

    asked = Asked(
        lens=lens,
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    write_forecast(asked, origin)


def score(
    forecast: Annotated[
        Path, typer.Argument(help="A forecast: draws or quantiles, CSV or Parquet.")
    ],
    record: Annotated[
        Path | None,
        typer.Argument(help="What happened, CSV or Parquet.", show_default="to 2020"),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="RIVAL",
            help="climatology, persistence, negative_binomial, random_walk, or the file"
            " of another forecast.",
        ),
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(help="Folder to write the scores to, as CSV.")
    ] = None,
    lang: Language = "en",
) -> None:
    """Score a forecast, anybody's, against what happened."""
    from analysis.interfaces.score import show_scores

    show_scores(forecast, record, against, csv, lang)
