"""The command ``dilemma attribute``: an outcome shared out among mechanisms."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from rich.text import Text

from analysis.interfaces.asking import checked_workers, console, read_settings, say
from analysis.interfaces.findings import check_runs, write_tables
from analysis.interfaces.lists import listing
from analysis.interfaces.pictures import check_chart, save_chart
from analysis.interfaces.progress import meter
from analysis.interfaces.show import decimals, shown
from analysis.interfaces.text import TEXT
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from analysis.attribution.effects import Effect
    from analysis.attribution.players import Player
    from analysis.attribution.sharing import Attribution, Share
    from analysis.phrases import Phrase
    from sim.scenario import Scenario

__all__ = ["show_attribution"]

_MOST_PAIRS = 5
"""So many pairs are printed; all of them are in the CSV."""


def show_attribution(
    scenario: str | None,
    outcome: str | None,
    mechanisms: str | None,
    cause: str | None,
    effect: str | None,
    settings: Sequence[str],
    runs: int,
    seed: int,
    workers: int | None,
    csv: Path | None,
    png: Path | None,
    lang: str,
    *,
    quiet: bool,
) -> None:
    """Share an outcome out among mechanisms, print the table, write and draw it.

    Parameters
    ----------
    scenario, outcome : str or None
        Where, and what; None for those of the effect, or the scenario's own outcome.
    mechanisms, cause : str or None
        The players, with commas between; whose effect is shared out.
    effect : str or None
        A line of ``effects.csv``, in place of these two.
    settings : sequence of str
        ``parameter=value``, for the scenario.
    runs, seed : int
        Futures of each set of mechanisms, and the seed of their luck.
    workers : int or None
        Processes; None for one per core.
    csv, png : Path or None
        A folder for ``attribution.csv`` and ``interactions.csv``; a file for the chart.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If anything that was given is wrong, or a file cannot be written.
    """
    from analysis.attribution.sharing import attribute

    check_runs(runs)
    asked = _asked(scenario, outcome, mechanisms, cause, effect, settings)
    workers = checked_workers(workers)
    if png is not None:
        check_chart(png, lang)
    words = TEXT[lang]
    said = words["running"].format(names=asked.scenario.name)
    with meter(None if quiet else console(error=True), said) as progress:
        found = attribute(
            asked.scenario,
            asked.outcome,
            asked.players,
            cause=asked.cause,
            runs=runs,
            seed=seed,
            workers=workers,
            progress=progress,
        )
    if csv is not None:
        tables = {"attribution": found.table(lang)}
        if found.pairs:
            tables["interactions"] = found.interactions()
        write_tables(csv, tables, "%.6g")
    _print(found, asked.effect, lang)
    if png is not None:
        _draw(found, png, lang)
        say(words["done"].format(folder=png))


# ----------------------------------------------------------------------------- asking


@dataclass(frozen=True, slots=True)
class _Asked:
    scenario: Scenario
    outcome: Phrase
    players: tuple[Player, ...]
    cause: Player | None
    effect: Effect | None


def _asked(
    scenario: str | None,
    outcome: str | None,
    mechanisms: str | None,
    cause: str | None,
    effect: str | None,
    settings: Sequence[str],
) -> _Asked:
    """Return what was asked, every word of it checked."""
    from analysis.attribution.players import apart, default_players, player, players
    from analysis.phrases import phrase
    from sim.scenario import load_scenario

    named = None if effect is None else _effect(effect, mechanisms, cause)
    where = scenario or (named.scenario if named else None)
    if where is None:
        raise InputError("name a scenario, such as baseline, or an --effect")
    chosen = load_scenario(where).with_parameters(**read_settings(settings))
    own = named.outcome if named else chosen.outcome
    what = own if outcome is None else outcome
    if what is None:
        raise InputError(
            f"the scenario {chosen.name!r} names no outcome of its own; say what to"
            " read with --outcome, such as --outcome 'ROK spending 2030'"
        )
    names = named.players if named else mechanisms
    found = default_players(chosen) if names is None else players(names, chosen)
    whose = named.cause if named else cause
    one = player(whose, chosen) if whose else None
    if one is not None:
        apart([*found, one], chosen)
    return _Asked(chosen, phrase(what, chosen), found, one, named)


def _effect(name: str, mechanisms: str | None, cause: str | None) -> Effect:
    from analysis.attribution.effects import EFFECTS

    for option, given in (("mechanisms", mechanisms), ("cause", cause)):
        if given is not None:
            raise InputError(
                f"--effect {name} says its mechanisms and its cause itself; leave"
                f" --{option} out"
            )
    if name not in EFFECTS:
        raise InputError(f"there is no effect {name!r}; {nearest(name, EFFECTS)}")
    return EFFECTS[name]


# ---------------------------------------------------------------------------- showing


def _places(found: Attribution) -> int:
    """Return decimals that show two digits of the narrowest interval worth it."""
    reaches = [one.reach for one in (*found.shares, found.total) if one.reach > 0]
    largest = max(abs(one.mean) for one in (*found.shares, found.total, found.on))
    if not reaches:
        return decimals(0.0, largest)
    middle = sorted(reaches)[len(reaches) // 2]
    return min(decimals(10 * middle, largest), 6)


def _title(found: Attribution, lang: str) -> str:
    key = "attributed" if found.cause is None else "attributed effect"
    title = TEXT[lang][key].format(
        what=found.outcome.label[lang],
        unit=found.outcome.unit[lang],
        scenario=found.scenario.name,
        cause=found.cause.words[lang] if found.cause else "",
    )
    return title[:1].upper() + title[1:]


def _print(found: Attribution, effect: Effect | None, lang: str) -> None:
    words, places = TEXT[lang], _places(found)
    page = console()
    page.print(Text(_title(found, lang), style="bold"))
    table = listing(
        *(words[one] for one in ("mechanism", "meaning", "adds", "of total")), wrap=True
    )
    rows = found.table(lang).to_dict("records")
    players, (total, off, on) = rows[:-3], rows[-3:]
    for row in players:
        share = "" if isnan(row["share"]) else f"{shown(100 * row['share'], 0)}%"
        table.add_row(
            Text(row["player"], style="bold"),
            Text("" if row["words"] == row["player"] else row["words"]),
            words["never"] if row["never"] else _cell(row, places, sign=True),
            share,
        )
    table.add_section()
    table.add_row("", words["total"], _cell(total, places, sign=True), "")
    table.add_row("", words["all off"], _cell(off, places), "")
    table.add_row("", words["all on"], _cell(on, places), "")
    page.print(table)
    if effect is not None:
        named = _spelled(found.sum_of(effect.counted), places)
        said = words["named effect"].format(effect=effect.words[lang], **named)
        page.print(Text(f"\n{said}", style="bold"))
    clear = [pair for pair in found.pairs if pair[2].sure][:_MOST_PAIRS]
    clear = [pair for pair in clear if round(pair[2].mean, places) != 0.0]
    if clear:
        say("")
        table = listing(words["pair"], words["more together"])
        for one, other, more in clear:
            named = _spelled(more, places)
            both = f"{found.players[one].name} × {found.players[other].name}"
            table.add_row(both, "{value} ± {reach}".format(**named))
        page.print(table)
    say("")
    for line in _legend(found, lang, pairs=bool(clear)):
        page.print(Text(line, style="dim"))


def _legend(found: Attribution, lang: str, *, pairs: bool) -> list[str]:
    words = TEXT[lang]
    said = [
        words["attribution legend"].format(runs=f"{found.runs:,}", seed=found.seed),
    ]
    if pairs:
        said.append(words["attribution pairs"].format(many=len(found.pairs)))
    if not found.arms:
        said.append(words["attribution sampled"].format(orders=f"{2 * found.runs:,}"))
    return said


def _spelled(one: Share, places: int) -> dict[str, str]:
    return {
        "value": shown(one.mean, places, sign=True),
        "reach": shown(one.reach, places),
    }


def _cell(row: Mapping[Any, Any], places: int, *, sign: bool = False) -> Text:
    sure = sign and not row["low"] <= 0.0 <= row["high"]
    value = shown(row["value"], places, sign=sign)
    if row["low"] == row["high"]:
        return Text(value)  # the same in every run
    reach = shown(row["high"] - row["value"], places)
    return Text(value, style="bold" if sure else "") + Text(f" ± {reach}")


# ---------------------------------------------------------------------------- drawing


def _draw(found: Attribution, png: Path, lang: str) -> None:
    from analysis.charts import waterfall_chart
    from analysis.charts.words import WORDS

    footer = WORDS[lang]["waterfall"].format(
        scenario=found.scenario.name, runs=f"{found.runs:,}", seed=found.seed
    )
    figure = waterfall_chart(
        found.table(lang),
        title=_title(found, lang),
        unit=found.outcome.unit[lang],
        places=_places(found),
        footer=footer,
        lang=lang,
    )
    save_chart(figure, png)
