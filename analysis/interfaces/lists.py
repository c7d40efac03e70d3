"""What there is, whether it is right, and what differs: nothing here runs a future.

Neither Mesa, pandas, Matplotlib nor SciPy is imported, so these commands answer at
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from analysis.cards import label, meaning
from analysis.interfaces.asking import console, say
from analysis.interfaces.stops import tell
from analysis.interfaces.text import TEXT
from analysis.units import unit_in
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.card import Card

__all__ = [
    "list_scenarios",
    "listing",
    "plain_value",
    "show_difference",
    "show_parameters",
    "validate_all",
]


def list_scenarios(tag: str | None, lang: str) -> None:
    """Print every packaged scenario: name, place in the list, question, outcome.

    Parameters
    ----------
    tag : str or None
        Only those that have it.
    lang : {'en', 'ko'}
        The language of titles and summaries.

    Raises
    ------
    InputError
        If no scenario has the tag.
    """
    from sim.scenario import load_scenario, scenario_names

    words = TEXT[lang]
    every = [load_scenario(name) for name in scenario_names()]
    chosen = [one for one in every if tag is None or tag in one.tags]
    if not chosen:
        tags = {name for one in every for name in one.tags}
        raise InputError(f"no scenario has the tag {tag!r}; {nearest(str(tag), tags)}")
    table = listing(words["name"], words["question"], words["outcome"], words["tags"])
    for one in chosen:
        # The question is written in one language; readers of another get the summary.
        asked = one.question if lang == "en" else one.summary.ko
        title = one.title.ko if lang == "ko" else one.title.en
        table.add_row(
            Text(one.name, style="bold") + Text(f"\n{one.id or ''}", style="dim"),
            Text(title) + Text(f"\n{asked}", style="dim"),
            one.outcome or "",
            Text(", ".join(one.tags), style="dim"),
        )
    console().print(table)


def validate_all(files: Sequence[str], lang: str) -> int:
    """Check every file and print a line for each; return the exit code.

    Parameters
    ----------
    files : sequence of str
        Names or paths of scenarios.
    lang : {'en', 'ko'}
        The language of good news; mistakes are explained in English.
    """
    from sim.scenario import load_scenario
    from sim.scenario.plan import Plan

    bad = 0
    for file in files:
        try:
            Plan(load_scenario(file))
        except InputError as error:
            tell(str(error))
            bad += 1
        else:
            say(TEXT[lang]["valid"].format(file=file))
    return 2 if bad else 0


def show_difference(one: str, other: str, lang: str) -> None:
    """Print what differs between two scenarios, place by place.

    Parameters
    ----------
    one, other : str
        Names or paths of scenarios.
    lang : {'en', 'ko'}
        The language of headings.
    """
    from sim.scenario import load_scenario
    from sim.scenario.resolution import diff

    left, right = load_scenario(one), load_scenario(other)
    found = diff(left, right)
    words = TEXT[lang]
    if not found:
        say(words["same"])
        return
    table = listing("", left.name, right.name)
    for path, before, after in found:
        table.add_row(path, plain_value(before, lang), plain_value(after, lang))
    console().print(table)


def show_parameters(name: str | None, lang: str) -> None:
    """Print the card of one parameter, or a list of all.

    Parameters
    ----------
    name : str or None
        A parameter, or one state's copy of it; None for all.
    lang : {'en', 'ko'}
        The language of words; sources are in English.
    """
    from sim.parameters import CARDS, card_of

    if name is not None:
        card, state = card_of(name)
        _show_card(card, state, lang)
        return
    words = TEXT[lang]
    table = listing(
        words["name"],
        words["value"],
        words["range"],
        words["unit"],
        words["basis"],
        words["meaning"],
    )
    for card in CARDS.values():
        low, high = _common(card, 0), _common(card, 1)
        table.add_row(
            Text(card.name, style="bold"),
            _common(card, None),
            f"{low} … {high}",
            unit_in(card.unit, lang),
            words[f"basis {card.basis}"],
            Text(meaning(card.name, lang), style="dim"),
        )
    console().print(table)
    bases = [card.basis for card in CARDS.values() for _ in card.flat_names]
    say(
        words["counts"].format(
            n=len(bases),
            measured=bases.count("measured"),
            estimated=bases.count("estimated"),
            assumed=bases.count("assumed"),
        )
    )


def _show_card(card: Card, state: str | None, lang: str) -> None:
    words = TEXT[lang]
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_row(words["name"], Text(card.name, style="bold"))
    table.add_row(words["label"], label(card.name, lang))
    for owner in (state,) if state else card.states or (None,):
        low, high = card.range(owner)
        guess = words["default"] + (f", {owner}" if owner else "")
        span = f"{card.value(owner):g}   ({low:g} … {high:g})"
        table.add_row(guess, span)
    for heading, text in (
        ("unit", unit_in(card.unit, lang)),
        ("kind", words[f"kind {card.kind}"]),
        ("basis", words[f"basis {card.basis}"]),
        ("symbol", card.symbol),
        ("meaning", meaning(card.name, lang)),
        ("source", card.source),
    ):
        table.add_row(words[heading], Text(text))
    console().print(table)


def _common(card: Card, end: int | None) -> str:
    """Return what all states share, or the span over them."""
    values = [
        card.value(state) if end is None else card.range(state)[end]
        for state in card.states or (None,)
    ]
    if len(set(values)) == 1:
        return f"{values[0]:g}"
    return f"{min(values):g}–{max(values):g}"


def listing(*headings: str, wrap: bool = False) -> Table:
    """Return an empty table with headings; the first column wraps only if told to."""
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for place, heading in enumerate(headings):
        table.add_column(heading, no_wrap=not wrap and place == 0, overflow="fold")
    return table


def plain_value(value: object, lang: str) -> str:
    """Return a value of a scenario in words; None is one that is not there.

    Parameters
    ----------
    value : object
        Any plain data.
    lang : {'en', 'ko'}
        The language of words.
    """
    if value is None:
        return TEXT[lang]["absent"]
    return f"{value:g}" if isinstance(value, float) else str(value)
