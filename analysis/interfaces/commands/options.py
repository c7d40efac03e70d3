"""Options that several commands take, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces import asking
from analysis.interfaces.saving import Format
from analysis.interfaces.text import Lang
from sim.scenario.uncertainty import Uncertainty

__all__ = [
    "Csv",
    "Doubt",
    "Fast",
    "Force",
    "Form",
    "Keep",
    "Language",
    "Lens",
    "MostRuns",
    "Out",
    "Precision",
    "QuickFit",
    "Quiet",
    "Report",
    "Runs",
    "Scenario",
    "Seed",
    "Settings",
    "Workers",
]

Scenario = Annotated[
    str, typer.Argument(help="Name of a packaged scenario, or path of a YAML file.")
]
Runs = Annotated[
    int | None,
    typer.Option(help="Futures of each scenario.", show_default=f"{asking.RUNS}"),
]
Precision = Annotated[
    list[str] | None,
    typer.Option(
        "--precision",
        metavar="[OUTCOME=]HALF-WIDTH",
        help="In place of --runs: run until 95% Monte Carlo intervals are so narrow,"
        " launches=0.5 in the outcome's unit (may be repeated), 0.05 for every headline"
        " in standard deviations over the (first scenario's) futures.",
    ),
]
MostRuns = Annotated[
    int | None,
    typer.Option(
        help="Runs at which --precision gives up.", show_default=f"{asking.MOST_RUNS}"
    ),
]
Seed = Annotated[int, typer.Option(help="Seed of the luck; the same seed, the same.")]
Workers = Annotated[
    int | None, typer.Option(help="Processes.", show_default="all cores")
]
Fast = Annotated[
    bool,
    typer.Option(
        "--fast",
        help="Run months in compiled form, several times as fast; the last digits"
        " differ. Needs the extra 'fast'.",
    ),
]
Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PARAMETER=VALUE",
        help="Set a parameter or mechanism in every scenario; may be repeated.",
    ),
]
Doubt = Annotated[
    Uncertainty | None,
    typer.Option(
        "--uncertainty",
        help="How parameters that nothing sets are taken: calibrated, from sets that"
        " fit the record; ranges, anywhere in their ranges; central, first guesses.",
        show_default="as each scenario says",
    ),
]
Keep = Annotated[
    int, typer.Option(help="Runs of each scenario whose monthly series are kept.")
]
Form = Annotated[Format, typer.Option("--format", help="Of tables: dta is Stata's.")]
Out = Annotated[Path, typer.Option(help="Folder that holds results.")]
Language = Annotated[Lang, typer.Option(help="Of tables and charts.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Force = Annotated[
    bool, typer.Option("--force", help="Run again and replace what is there.")
]

Report = Annotated[
    bool,
    typer.Option(
        "--report",
        help="Write a page beside the result that carries its evidence: see report."
        " Needs the extra 'report'.",
    ),
]

Lens = Annotated[
    str,
    typer.Option(help="A school of realism of scenarios/lenses, or none."),
]
QuickFit = Annotated[
    bool, typer.Option("--quick", help="A first look, with far fewer histories.")
]
Csv = Annotated[
    Path | None, typer.Option(help="A folder to write the tables to as CSV as well.")
]
