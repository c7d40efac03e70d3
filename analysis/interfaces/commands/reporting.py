"""Write the page that carries the evidence of a result."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces.commands.options import Language, Quiet

__all__ = ["report"]


def report(
    folder: Annotated[
        Path,
        typer.Argument(
            help="A folder of results: of run, compare, sweep, claims --out, hindcast"
            " --csv or validation --csv."
        ),
    ],
    pdf: Annotated[
        bool,
        typer.Option("--pdf", help="Print it too, with a browser on this machine."),
    ] = False,
    ledger: Annotated[
        Path | None,
        typer.Option(help="The file of claims that a result of claims is of."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder for the page.", show_default="that of the result"),
    ] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Write one page with the evidence of a result, from its files alone."""
    from analysis.interfaces.report.making import make_report

    make_report(folder, ledger=ledger, pdf=pdf, out=out, lang=lang, quiet=quiet)
