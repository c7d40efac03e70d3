"""Ask why: terms behind a decision, mechanisms behind an outcome."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces.commands.options import (
    Csv,
    Language,
    Quiet,
    Seed,
    Settings,
    Workers,
)

__all__ = ["attribute", "why"]


def attribute(
    scenario: Annotated[
        str | None,
        typer.Argument(help="Name or path; an --effect has one of its own."),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            help="A named outcome, or a series and its months, such as 'ROK spending"
            " 2030' or 'felt_threat.ROK.NK 2025-2030'; the scenario's own by default."
        ),
    ] = None,
    mechanisms: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,C+D",
            help="Mechanisms, numbers of the register (M45), events or levers of the"
            " scenario, PARAMETER=VALUE-AT-WHICH-IT-IS-OFF; those with + move together."
            " Seven groups by default.",
        ),
    ] = None,
    cause: Annotated[
        str | None,
        typer.Option(help="Share out what this does to the outcome, such as invasion."),
    ] = None,
    effect: Annotated[
        str | None, typer.Option(help="An effect with a name: proxy or entangled.")
    ] = None,
    settings: Settings = None,
    runs: Annotated[int, typer.Option(help="Futures of each set of mechanisms.")] = 64,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    png: Annotated[Path | None, typer.Option(help="A file for the chart.")] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Share an outcome out among mechanisms: Shapley values, on less off."""
    from analysis.interfaces.attribution import show_attribution

    show_attribution(
        scenario,
        outcome,
        mechanisms,
        cause,
        effect,
        settings or [],
        runs,
        seed,
        workers,
        csv,
        png,
        lang,
        quiet=quiet,
    )


def why(
    run: Annotated[
        str,
        typer.Argument(
            metavar="RUN", help="A folder of results, or a scenario's name or path."
        ),
    ],
    what: Annotated[
        str,
        typer.Option(
            help="threat, belief, arming, ties, choice, role, talks, votes, exchange,"
            " troops, attack or crises."
        ),
    ],
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help="Which month.")],
    state: Annotated[
        str | None, typer.Option(help="Of whom; any spelling of one of the six.")
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(help="About whom.", show_default="where the value is largest"),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(help="Which scenario of a folder that holds several.")
    ] = None,
    row: Annotated[int, typer.Option(help="Which of the runs, from 0.")] = 0,
    seed: Annotated[
        int | None,
        typer.Option(help="Seed of a scenario's luck.", show_default="0, or the run's"),
    ] = None,
    deeper: Annotated[
        bool, typer.Option("--deeper", help="Follow the largest terms further back.")
    ] = False,
    flip: Annotated[
        bool, typer.Option("--flip", help="Say what would have turned the decision.")
    ] = False,
    png: Annotated[Path | None, typer.Option(help="A file for the chart.")] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Ask why a state did what it did in a month of one run."""
    from analysis.interfaces.why import show_why

    show_why(
        run,
        what,
        month,
        state=state,
        of=of,
        scenario=scenario,
        row=row,
        seed=seed,
        deeper=deeper,
        flip=flip,
        png=png,
        lang=lang,
        quiet=quiet,
    )
