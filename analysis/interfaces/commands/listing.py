"""What there is: scenarios, their differences, parameters."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis.interfaces.commands.options import Language, Scenario

__all__ = ["diff", "parameters", "scenarios", "validate"]


def scenarios(
    tag: Annotated[str | None, typer.Option(help="Only those with this tag.")] = None,
    lang: Language = "en",
) -> None:
    """List the scenarios that come with the package, and what each asks."""
    from analysis.interfaces.lists import list_scenarios

    list_scenarios(tag, lang)


def validate(
    files: Annotated[list[str], typer.Argument(help="Names or paths of scenarios.")],
    lang: Language = "en",
) -> None:
    """Check scenario files; nothing is run."""
    from analysis.interfaces.lists import validate_all

    raise typer.Exit(validate_all(files, lang))


def diff(one: Scenario, other: Scenario, lang: Language = "en") -> None:
    """Show what differs between two scenarios once everything is spelled out."""
    from analysis.interfaces.lists import show_difference

    show_difference(one, other, lang)


def parameters(
    name: Annotated[
        str | None, typer.Argument(help="One parameter; all of them unless given.")
    ] = None,
    lang: Language = "en",
) -> None:
    """Show what can be set: value, range, unit, where each number comes from."""
    from analysis.interfaces.lists import show_parameters

    show_parameters(name, lang)
