"""The command ``dilemma``."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.interfaces import asking
from analysis.interfaces.commands.explaining import attribute, why
from analysis.interfaces.commands.findings import claims, history, loops, phases
from analysis.interfaces.commands.fitting import (
    calibrate,
    forecast,
    hindcast,
    score,
    validation,
)
from analysis.interfaces.commands.listing import diff, parameters, scenarios, validate
from analysis.interfaces.commands.reporting import report
from analysis.interfaces.commands.running import compare, fork, rerun, run
from analysis.interfaces.commands.sweeping import discover, merge, sensitivity, sweep
from analysis.interfaces.commands.teaching import classroom
from analysis.interfaces.stops import guarded

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["app", "main"]

app = typer.Typer(
    name="dilemma",
    help="Futures of Northeast Asia under stated assumptions: run a scenario, lay two"
    " side by side, see what a change does. Not a forecast.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options of the command itself."""
    if version:
        from sim.source import version_of

        asking.say(f"dilemma {version_of('dilemma')}")
        raise typer.Exit


PANELS: dict[str, tuple[Callable[..., None], ...]] = {
    "Scenarios": (scenarios, validate, diff, parameters),
    "Futures": (run, compare, rerun, fork, report),
    "Why": (why, attribute),
    "The papers": (claims, phases, loops),
    "Many assumptions": (sweep, merge, sensitivity, discover),
    "Teaching": (classroom,),
    "The record": (history, calibrate, hindcast, validation, forecast, score),
}
"""Commands, under the headings of help."""

for panel, commands in PANELS.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)


def main() -> None:
    """Run the command and end the process with its exit code."""
    # Typer would frame what is wrong with an option in a box of several lines.
    sys.exit(guarded(partial(app, prog_name="dilemma", standalone_mode=False)))


if __name__ == "__main__":
    main()
