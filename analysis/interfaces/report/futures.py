"""The report of a run or a comparison."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from analysis.interfaces.doubt import said_of_doubt
from analysis.interfaces.lists import plain_value
from analysis.interfaces.report.answers import answers, headlines, overall
from analysis.interfaces.report.blocks import (
    Entry,
    Facts,
    Items,
    Page,
    Section,
    Table,
    Words,
)
from analysis.interfaces.report.changes import Change, changes
from analysis.interfaces.report.common import (
    assumptions,
    claims_section,
    limits,
    methods,
    origin,
)
from analysis.interfaces.report.drawings import charts_section
from analysis.interfaces.report.provenance import files_of, made_briefly, made_facts
from analysis.interfaces.report.result import Result, read_result
from analysis.interfaces.report.tables import as_block
from analysis.interfaces.report.touched import series_of, touched
from analysis.interfaces.show import differences, levels
from analysis.interfaces.text import TEXT
from sim.parameters import flat_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.interfaces.report.blocks import Block

__all__ = ["futures_page"]

_WIDE = 10_000
"""A page that never breaks a line of a table: the browser does."""
_MOST_CHANGES = 40


def futures_page(folder: Path, lang: str) -> Page:
    """Return the report of a folder that run or compare wrote.

    Parameters
    ----------
    folder : Path
        The folder; nothing but what is in it is read, and nothing is run.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If it is not whole, was changed, or is not valid with this source.
    """
    from analysis.compare import in_language

    result = read_result(folder)
    table = in_language(result.table, lang)
    found = {one.name: changes(result.against, one) for one in result.compared}
    flats = _flats(found)
    by_hand = [flat for name in result.settings for flat in flat_names(name)]
    outcomes = [one.outcome for one in result.scenarios if one.outcome]
    causes = {flat.partition(".")[0] for flat in flats}
    causes |= {one.event for many in found.values() for one in many if one.event}
    causes |= {one.name for one in result.scenarios}
    claims = touched(causes, series_of(outcomes))
    return Page(
        lang=lang,
        title=_title(result, lang),
        kind=_kind(result, lang),
        sections=(
            _question(result, lang),
            _answer(result, table, lang),
            _scenarios(result, found, lang),
            charts_section(result, table, lang),
            _numbers(result, table, lang),
            claims_section(claims, lang),
            assumptions(
                list(dict.fromkeys([*flats, *by_hand])),
                "report cards differ",
                lang,
                said_of_doubt(result.scenarios, lang),
            ),
            limits(lang, _few(result, lang)),
            methods(
                _methods(result, lang),
                result.manifest.get("versions"),
                result.manifest.get("finished"),
                result.name,
                lang,
            ),
            _origin(result, lang),
        ),
    )


def _flats(found: Mapping[str, tuple[Change, ...]]) -> list[str]:
    """Return every parameter by which scenarios differ, once."""
    return list(
        dict.fromkeys(
            flat for many in found.values() for one in many for flat in one.parameters
        )
    )


# --------------------------------------------------------------------------- sections


def _title(result: Result, lang: str) -> str:
    titles: list[str] = [getattr(one.title, lang) for one in result.scenarios]
    if len(titles) == 1:
        return titles[0]
    return TEXT[lang]["report against"].format(
        names=", ".join(titles[1:]), control=titles[0]
    )


def _kind(result: Result, lang: str) -> str:
    one, asked = result.scenarios[0], result.asked
    command = asked["command"]
    how = TEXT[lang]["levels" if asked["runs"] > 1 else "level"].format(
        runs=f"{asked['runs']:,}", seed=asked["seed"], first=one.start, last=one.end
    )
    return f"{TEXT[lang][f'report of {command}']} · {how}"


def _question(result: Result, lang: str) -> Section:
    """Say what is asked: questions are in English, readers of Korean get summaries."""
    asking = result.compared
    questions = [one.question if lang == "en" else one.summary.ko for one in asking]
    blocks: tuple[Block, ...] = (
        (Words(questions[0], "lead"),)
        if len(questions) == 1
        else (
            Items(
                tuple(
                    f"{getattr(one.title, lang)}: {question}"
                    for one, question in zip(asking, questions, strict=True)
                )
            ),
        )
    )
    return Section("question", TEXT[lang]["report question"], blocks)


def _answer(result: Result, table: pd.DataFrame, lang: str) -> Section:
    words = TEXT[lang]
    asked = {one.name: one.outcome for one in result.scenarios}
    said = answers(table, asked, lang)
    blocks: list[Block] = [Words(one, "lead") for one in said]
    if not said:
        blocks.append(Words(words["report no outcome"], "lead"))
    more = overall(table, lang) if result.asked["runs"] > 1 else ()
    if more:
        blocks += [Items(more), Words(words["report by chance"], "note")]
    blocks.append(Words(words["report no forecast"], "warning"))
    return Section("answer", words["report answer"], tuple(blocks))


def _scenarios(
    result: Result, found: Mapping[str, tuple[Change, ...]], lang: str
) -> Section:
    words = TEXT[lang]
    pairs = tuple(
        (f"{getattr(one.title, lang)} ({one.name})", getattr(one.summary, lang))
        for one in result.scenarios
    )
    blocks: list[Block] = [Facts(pairs)]
    if result.settings:
        settings = ", ".join(f"{k}={v}" for k, v in result.settings.items())
        blocks.append(Words(words["report settings"].format(settings=settings)))
    control = result.against.name
    if len(result.scenarios) == 1:
        control = words["report packaged"].format(name=control)
    for name, many in found.items():
        blocks += _difference(control, name, many, lang)
    return Section("scenarios", words["report scenarios"], tuple(blocks))


def _difference(
    control: str, name: str, many: tuple[Change, ...], lang: str
) -> list[Block]:
    words = TEXT[lang]
    if not many:
        same = words["report same"].format(name=name, control=control)
        return [Words(same)]
    caption = words["report differs"].format(name=name, control=control, n=len(many))
    rows = [
        (_where(one, lang), plain_value(one.before, lang), plain_value(one.after, lang))
        for one in many[:_MOST_CHANGES]
    ]
    heads = (words["report where"], control, name)
    blocks: list[Block] = [Table.of(caption, heads, rows)]
    if len(many) > _MOST_CHANGES:
        rest = words["report differs rest"].format(n=len(many) - _MOST_CHANGES)
        blocks.append(Words(rest, "note"))
    return blocks


def _where(change: Change, lang: str) -> Entry:
    """Return where a difference is: in words, and as ``dilemma diff`` has it."""
    named = change.named(lang)
    return Entry(named, aside=change.path) if named else Entry(change.path)


def _numbers(result: Result, table: pd.DataFrame, lang: str) -> Section:
    words = TEXT[lang]
    names = [one.name for one in result.scenarios]
    shown = headlines(table)
    runs = f"{result.asked['runs']:,}"
    caption = words["report levels"].format(runs=runs)
    blocks: list[Block] = [as_block(levels(shown, names, _WIDE, lang), caption)]
    several = result.asked["runs"] > 1
    note = words["errors"].format(runs=runs) if several else words["single"]
    blocks.append(Words(note, "note"))
    for name in names[1:]:
        mine = shown[shown["scenario"] == name]
        caption = words["against"].format(name=name, control=names[0])
        block = as_block(differences(mine, _WIDE, lang), caption)
        still = [str(row) for row in mine.loc[mine["unchanged"] == 1.0, "label"]]
        if block.groups:
            blocks.append(block)
        if still:
            said = words["none"].format(names="; ".join(still))
            blocks.append(Words(f"{name}: {said}", "note"))
    if len(names) > 1:
        pairs = f"{int(table['pairs'].max()):,}"
        blocks.append(Words(words["legend"].format(pairs=pairs), "note"))
    more = table["outcome"].nunique() - shown["outcome"].nunique()
    blocks.append(Words(words["report more outcomes"].format(n=more), "note"))
    return Section("numbers", words["report numbers"], tuple(blocks))


def _few(result: Result, lang: str) -> tuple[str, ...]:
    """Return what limits a result of few runs."""
    from analysis.intervals import FEWEST

    runs = result.asked["runs"]
    if runs == 1:
        return (TEXT[lang]["single"],)
    return (TEXT[lang]["few"].format(fewest=FEWEST),) if runs < FEWEST else ()


def _methods(result: Result, lang: str) -> str:
    words, asked, one = TEXT[lang], result.asked, result.scenarios[0]
    many = len(result.scenarios) > 1
    said = words["report methods futures"].format(
        made=made_briefly(result.manifest),
        scenarios=", ".join(each.name for each in result.scenarios),
        runs=f"{asked['runs']:,}",
        seed=asked["seed"],
        first=one.start,
        last=one.end,
        engine=asked.get("engine", "plain"),
    )
    return f"{said} {words['report methods paired']}" if many else said


def _origin(result: Result, lang: str) -> Section:
    manifest = result.manifest
    own = (
        ("report seed", result.asked["seed"]),
        ("report runs", f"{result.asked['runs']:,}"),
        ("report engine", result.asked.get("engine")),
    )
    facts = made_facts(result.name, manifest, own)
    commands = [shlex.join(["dilemma", "rerun", result.name, "--check"])]
    arguments = [str(one) for one in manifest["arguments"]]
    if arguments[:2] == ["dilemma", result.asked["command"]]:
        commands.append(shlex.join(arguments))
    return origin(facts, commands, files_of(result.folder, manifest, ()), lang)
