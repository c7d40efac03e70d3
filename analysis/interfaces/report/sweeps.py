"""The report of a sweep: outcomes over many assumptions, and what drives them."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analysis.interfaces.driver_charts import figures
from analysis.interfaces.driver_tables import (
    course_table,
    course_title,
    driver_table,
    idle_words,
    luck_between,
    method_words,
    pair_table,
    reading_words,
    said_of_course,
    said_of_drivers,
)
from analysis.interfaces.lists import plain_value
from analysis.interfaces.manifest import made_by
from analysis.interfaces.report.blocks import (
    Chart,
    Entry,
    Items,
    Page,
    Section,
    Table,
    Words,
)
from analysis.interfaces.report.common import (
    assumptions,
    claims_section,
    limits,
    methods,
    origin,
)
from analysis.interfaces.report.drivers import saved_courses, saved_drivers
from analysis.interfaces.report.provenance import made_briefly, packages
from analysis.interfaces.report.tables import as_block
from analysis.interfaces.report.touched import series_of, touched
from analysis.interfaces.sweep import outcome_table
from analysis.interfaces.text import TEXT
from analysis.phrases import described
from analysis.sweeps.loading import load, standing
from sim.errors import InputError
from sim.parameters import FLAT_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.table import Table as Listing

    from analysis.interfaces.report.blocks import Block
    from analysis.interfaces.sensitivity import Found
    from analysis.sweeps.loading import Standing
    from analysis.sweeps.results import Factor, Results
    from analysis.sweeps.sensitivity import Drivers

__all__ = ["sweep_page"]

_MOST_CHARTS, _MOST_NAMED = 4, 3
"""So many outcomes are drawn, and so many factors of each are named."""
_MOST_FACTORS = 40
_KNOWN = frozenset(FLAT_NAMES)


def sweep_page(folder: Path, lang: str) -> Page:
    """Return the report of a folder that a sweep filled.

    Parameters
    ----------
    folder : Path
        The folder; nothing but what is in it is read, and nothing is run.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If it is no whole folder of a sweep.
    """
    from analysis.sweeps.loading import manifest_of

    words = TEXT[lang]
    manifest = manifest_of(folder)
    experiment = manifest.get("experiment")
    if not isinstance(experiment, dict):
        raise InputError(f"{folder} has no whole manifest: 'experiment' is missing")
    there = standing(folder)
    results = load(folder, [], partial=True)
    found = saved_drivers(folder)
    listing = outcome_table(folder, manifest["outcomes"], there.lacking, lang)
    spread = as_block(listing, words["report outcomes of all"])
    names = [one.name for one in results.design.factors]
    flats = [one for one in names if one in _KNOWN]
    causes = {one.partition(".")[0] for one in names} | _scenarios(experiment)
    return Page(
        lang=lang,
        title=_title(experiment, lang),
        kind=f"{words['report of sweep']} · {_size(manifest, lang)}",
        sections=(
            _question(experiment, lang),
            _answer(found, there, spread, lang),
            _varied(results, experiment, lang),
            _sensitivity(folder, found, saved_courses(folder), manifest, lang),
            _numbers(spread, lang),
            claims_section(touched(causes, series_of(manifest["outcomes"])), lang),
            assumptions(flats, "report cards swept", lang),
            limits(lang, (words["report sweep limit"],)),
            methods(
                _methods(manifest, lang),
                manifest.get("versions"),
                None,
                folder.resolve().name,
                lang,
            ),
            _origin(folder, manifest, lang),
        ),
    )


def _scenarios(experiment: Mapping[str, Any]) -> set[str]:
    many = experiment.get("scenarios", experiment.get("scenario", ()))
    return {many} if isinstance(many, str) else {str(one) for one in many}


def _title(experiment: Mapping[str, Any], lang: str) -> str:
    title = experiment.get("title")
    said = title.get(lang) if isinstance(title, dict) else None
    return str(said or experiment.get("name", TEXT[lang]["report of sweep"]))


def _size(manifest: Mapping[str, Any], lang: str) -> str:
    kind = manifest["kind"]
    return TEXT[lang]["report size"].format(
        points=f"{manifest['points']:,}",
        kind=TEXT[lang].get(f"design {kind}", kind),
        replicates=f"{manifest['replicates']:,}",
        futures=f"{manifest['points'] * manifest['replicates']:,}",
        seed=manifest["seed"],
    )


def _question(experiment: Mapping[str, Any], lang: str) -> Section:
    """Say what is asked; questions are written in English."""
    asked = str(experiment.get("question") or _title(experiment, lang))
    title = TEXT[lang]["report question"]
    return Section("question", title, (Words(asked, "lead", "en"),))


def _answer(found: Found | None, there: Standing, spread: Table, lang: str) -> Section:
    words = TEXT[lang]
    blocks: list[Block] = []
    if there.missing:
        missing = words["sweep missing"].format(
            n=f"{there.lacking:,}",
            all=f"{there.futures:,}",
            parts=f"{len(there.missing):,}",
        )
        blocks.append(Words(missing, "warning"))
    if found is None and there.lacking < there.futures:
        blocks.append(Words(words["report spread only"], "lead"))
        spans = [
            words["report spans"].format(
                what=row[0].text, unit=row[1].text, mean=row[2].text, span=row[3].text
            )
            for group in spread.groups
            for row in group.rows
        ]
        blocks.append(Items(tuple(spans)))
    if found is not None:
        blocks.append(Items(tuple(_driven(found, one, lang) for one in found.drivers)))
        reading = method_words(found, lang)
        blocks.append(Words(luck_between(found, lang)))
        blocks.append(Words(f"{reading} {reading_words(found, lang)}", "note"))
    blocks.append(Words(words["report no forecast"], "warning"))
    return Section("answer", words["report answer"], tuple(blocks))


def _driven(found: Found, one: Drivers, lang: str) -> str:
    """Say which factors drive an outcome most, and how much of it is luck."""
    luck = said_of_drivers(found, one, lang)[1]
    return f"{_leading(found, one, lang)} {luck}"


def _leading(found: Found, one: Drivers, lang: str) -> str:
    words = TEXT[lang]
    factors = {factor.name: factor for factor in found.results.design.factors}
    label = described(one.outcome)[0][lang]
    moving = [name for name in one.order if one.verdicts.get(name) == "moves"]
    if not moving:
        return words["report driven none"].format(what=label)
    named = []
    for name in moving[:_MOST_NAMED]:
        meaning = factors[name].meaning(lang)
        named.append(f"{name} ({meaning})" if meaning else name)
    return words["report driven"].format(what=label, names="; ".join(named))


def _varied(results: Results, experiment: Mapping[str, Any], lang: str) -> Section:
    words = TEXT[lang]
    factors = results.design.factors
    rows = [
        (
            one.name,
            ", ".join(one.choices) if one.choices else f"{one.low:g} … {one.high:g}",
            _meaning(one, lang),
        )
        for one in factors[:_MOST_FACTORS]
    ]
    heads = [words[one] for one in ("factor", "range", "meaning")]
    caption = words["report varied"].format(n=f"{len(factors):,}")
    numbers = (False, True, False)
    start = ", ".join(sorted(_scenarios(experiment))) or "baseline"
    blocks: list[Block] = [
        Words(words["report starts from"].format(names=start)),
        Table.of(caption, heads, rows, numbers=numbers),
    ]
    if len(factors) > _MOST_FACTORS:
        rest = words["report varied rest"].format(n=len(factors) - _MOST_FACTORS)
        blocks.append(Words(rest, "note"))
    design = experiment.get("design")
    if isinstance(design, dict):
        said = ", ".join(f"{k} {plain_value(v, lang)}" for k, v in design.items())
        blocks.append(Words(words["report design"].format(design=said), "note"))
    return Section("scenarios", words["report factors"], tuple(blocks))


def _meaning(factor: Factor, lang: str) -> Entry:
    """Return what a factor is; it is in English where a page's language lacks it."""
    said = factor.meaning(lang)
    english = lang != "en" and said == factor.words.get("en")
    return Entry(said, lang="en" if english else None)


def _sensitivity(
    folder: Path,
    found: Found | None,
    timed: Found | None,
    manifest: Mapping[str, Any],
    lang: str,
) -> Section:
    words = TEXT[lang]
    blocks: list[Block] = []
    if found is not None or timed is not None:
        blocks.append(Words(words["report in the dark"], "dark"))
    command = ["dilemma", "sensitivity", folder.resolve().name, "--csv"]
    if found is not None:
        blocks += _driving(found, lang)
    elif manifest["outcomes"]:
        said = words["report no sensitivity"].format(command=shlex.join(command))
        blocks.append(Words(said))
    if timed is not None:
        blocks += _over_time(timed, lang)
    elif manifest["over_time"]:
        said = shlex.join([*command, "--over-time"])
        blocks.append(Words(words["report no course"].format(command=said), "note"))
    read = found or timed
    if read is not None:
        blocks.append(Words(reading_words(read, lang), "note"))
        blocks.append(Words(words["report on paper"], "paper"))
    if found is not None:
        blocks.append(Words(words["reading verdicts"], "note"))
    return Section(
        "charts" if read is not None else "sensitivity",
        words["report sensitivity"],
        tuple(blocks),
    )


def _driving(found: Found, lang: str) -> list[Block]:
    """Draw what drives the first outcomes, and list what drives the others."""
    words = TEXT[lang]
    blocks: list[Block] = []
    first = replace(found, drivers=found.drivers[:_MOST_CHARTS])
    drawn = [one for name, one in figures(first, lang) if not name.startswith(_PLANE)]
    for place, one in enumerate(found.drivers):
        label, unit = (said[lang] for said in described(one.outcome))
        caption = words["drives"].format(what=label, unit=unit)
        table = _table(driver_table(found, one, lang), caption)
        if place < len(drawn):
            seen = _leading(found, one, lang), *said_of_drivers(found, one, lang)
            what = words["drives in short"].format(what=label)
            name = f"drivers_{place}"
            blocks.append(Chart(name, what, drawn[place], seen, table))
        else:
            blocks.append(table)
        pairs = pair_table(one, lang)
        if pairs is not None:
            caption = words["report pairs"].format(what=label)
            blocks.append(as_block(pairs, caption))
        elif (one.table["index"] == "S2").any():
            blocks.append(Words(words["report pairs none"].format(what=label), "note"))
    blocks.append(Words(idle_words(found, lang)))
    return blocks


def _over_time(timed: Found, lang: str) -> list[Block]:
    """Draw which factor matters when, for every series that was taken apart."""
    blocks: list[Block] = []
    for place, (course, (_, figure)) in enumerate(
        zip(timed.courses, figures(timed, lang), strict=True)
    ):
        caption = course_title(timed, course, lang)
        listed = as_block(course_table(timed, course, lang), caption)
        table = Table(listed.caption, listed.heads, listed.groups)
        seen = (said_of_course(timed, course, lang),)
        blocks.append(Chart(f"course_{place}", caption, figure, seen, table))
    return blocks


def _table(listing: Listing, caption: str) -> Table:
    """Return a table whose columns hold numbers, but the first and the last."""
    table = as_block(listing, caption)
    numbers = (False, *[True] * (len(table.heads) - 2), False)
    return Table(table.caption, table.heads, table.groups, numbers)


_PLANE = "morris-plane-"


def _numbers(spread: Table, lang: str) -> Section:
    words = TEXT[lang]
    numbers = (False, False, True, True, True)
    table = Table(spread.caption, spread.heads, spread.groups, numbers)
    legend = Words(words["sweep legend"], "note")
    return Section("numbers", words["report numbers"], (table, legend))


def _methods(manifest: Mapping[str, Any], lang: str) -> str:
    words = TEXT[lang]
    return words["report methods sweep"].format(
        made=made_briefly(manifest),
        size=_size(manifest, lang),
        factors=f"{len(manifest['factors']):,}",
        luck=words[f"luck {manifest['luck']} in short"],
        engine=manifest.get("engine", "plain"),
    )


def _origin(folder: Path, manifest: Mapping[str, Any], lang: str) -> Section:
    facts = (
        ("report folder", folder.resolve().name),
        ("report made by", made_by(manifest)),
        ("report seed", manifest["seed"]),
        ("report runs", f"{manifest['points'] * manifest['replicates']:,}"),
        ("report engine", manifest.get("engine")),
        ("report packages", packages(manifest.get("versions"))),
        ("report inputs", manifest["digest"]),
        ("report parts", f"{len(manifest['parts']):,}"),
    )
    experiment = manifest["experiment"]
    named = str(experiment.get("name", ""))
    command = ["dilemma", "sweep", named, "--seed", str(manifest["seed"])]
    command += ["--replicates", str(manifest["replicates"])]
    command += [f"--{one}" for one in ("single", "fast") if experiment.get(one) is True]
    return origin(facts, [shlex.join(command)] if named else [], {}, lang)
