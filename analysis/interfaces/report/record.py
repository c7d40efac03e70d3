"""The report of a hindcast or a validation: how the model stands to the record."""

from __future__ import annotations

import shlex
from collections import Counter
from typing import TYPE_CHECKING, Any

from analysis.interfaces.calibration import skill_table
from analysis.interfaces.report.blocks import Chart, Items, Page, Section, Table, Words
from analysis.interfaces.report.common import assumptions, limits, methods, origin
from analysis.interfaces.report.folders import FACTS, HINDCASTS
from analysis.interfaces.report.provenance import files_of, made_facts, signature
from analysis.interfaces.report.tables import as_block
from analysis.interfaces.score import log_table
from analysis.interfaces.signed import line_again
from analysis.interfaces.text import TEXT
from analysis.interfaces.validation import fact_table, lens_table
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.interfaces.report.blocks import Block

__all__ = ["record_page"]

_LENSES, _COURSES = "validation_lenses.csv", "validation_courses.csv"
_POSTERIORS = "validation_posterior.csv"
_SHORT = 12


def record_page(folder: Path, lang: str) -> Page:
    """Return the report of tables that hindcast or validation wrote.

    Parameters
    ----------
    folder : Path
        The folder; only its tables are read, and nothing is run.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If one is not as it was written.
    """
    words = TEXT[lang]
    read = {
        name: _read(folder / name)
        for name in (FACTS, *HINDCASTS, _LENSES, _COURSES, _POSTERIORS)
        if (folder / name).is_file()
    }
    kind = "validation" if FACTS in read else "hindcast"
    manifest = signature(folder, read)
    files = files_of(folder, manifest, read)
    first = files[next(iter(read))]["sha256"]
    asked = manifest.get("asked", {})
    again = line_again(manifest, "--csv", folder.name) if manifest else None
    return Page(
        lang=lang,
        title=words[f"report title {kind}"],
        kind=" · ".join([words[f"report of {kind}"], *_made(asked, lang)]),
        sections=(
            *_sections(read, kind, lang),
            assumptions(_told(read), "report cards fitted", lang),
            limits(lang, (*_quick(asked, lang), words["report record limit"])),
            methods(
                words[f"report methods {kind}"],
                manifest.get("versions"),
                manifest.get("finished"),
                f"{kind} {str(first)[:_SHORT]}",
                lang,
            ),
            origin(
                made_facts(folder.resolve().name, manifest, _how(asked, lang)),
                [again or shlex.join(["dilemma", kind, "--csv", folder.name])],
                files,
                lang,
            ),
        ),
    )


def _how(asked: Mapping[str, Any], lang: str) -> list[tuple[str, object]]:
    """Return how it was fitted, phrase by phrase, as far as a manifest says it."""
    if not asked:
        return []
    return [
        ("report lens", ", ".join(str(one) for one in asked["lenses"])),
        (
            "report extent",
            TEXT[lang]["report quick" if asked["quick"] else "report full"],
        ),
        ("report seed", asked["seed"]),
        ("report engine", asked["engine"]),
    ]


def _made(asked: Mapping[str, Any], lang: str) -> list[str]:
    """Return the same on one line, for above the title."""
    how = dict(_how(asked, lang))
    return [
        str(how[key]) if key == "report extent" else f"{TEXT[lang][key]} {how[key]}"
        for key in ("report lens", "report extent", "report seed")
        if key in how
    ]


def _quick(asked: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    return (TEXT[lang]["report quick limit"],) if asked.get("quick") else ()


def _read(file: Path) -> pd.DataFrame:
    import pandas as pd

    try:
        found = pd.read_csv(file)
    except (OSError, ValueError, UnicodeDecodeError):
        raise InputError(f"{file} is no table that can be read") from None
    for name in ("of", "shown"):
        if name in found:
            found[name] = found[name].fillna("").astype(str)
    if found.empty:
        raise InputError(f"{file} has no lines")
    return found


def _told(read: dict[str, pd.DataFrame]) -> list[str]:
    """Return the parameters of which the record tells something."""
    from sim.parameters import FLAT_NAMES

    if _POSTERIORS not in read:
        return []
    table = read[_POSTERIORS]
    known = set(FLAT_NAMES)
    return [
        str(one)
        for one in table.loc[table["told"] != "nothing", "parameter"]
        if one in known
    ]


def _sections(read: dict[str, pd.DataFrame], kind: str, lang: str) -> Iterator[Section]:
    words = TEXT[lang]
    asked = Words(words[f"report asked {kind}"], "lead")
    yield Section("question", words["report question"], (asked,))
    hindcasts = next((read[one] for one in HINDCASTS if one in read), None)
    answer: list[Block] = []
    if FACTS in read:
        counted = Counter(read[FACTS]["shown"])
        facts = words["report facts"].format(
            all=len(read[FACTS]),
            yes=counted["yes"],
            partly=counted["partly"],
            no=counted["no"],
        )
        answer.append(Words(facts, "lead"))
    if hindcasts is not None:
        answer.append(Items(tuple(_beaten(hindcasts, lang))))
    answer.append(Words(words["report no forecast"], "warning"))
    yield Section("answer", words["report answer"], tuple(answer))
    if _COURSES in read:
        yield _courses(read[_COURSES], lang)
    numbers: list[Block] = []
    if FACTS in read:
        caption = words["report facts table"]
        numbers.append(as_block(fact_table(read[FACTS], lang), caption))
    if hindcasts is not None:
        for origin_year, rows in hindcasts.groupby("origin"):
            caption = words["report fitted to"].format(
                origin=origin_year, n=f"{float(rows['sample'].iloc[0]):,.0f}"
            )
            table = as_block(skill_table(rows, lang), caption)
            numbers.append(Table(table.caption, table.heads, table.groups))
            numbers += _log_scores(rows, lang)
        numbers.append(Words(words["hindcast legend"], "note"))
        numbers.append(Words(words["log legend"], "note"))
    if _LENSES in read:
        table = as_block(lens_table(read[_LENSES], lang), words["report lenses"])
        numbers.append(Table(table.caption, table.heads, table.groups))
    if FACTS in read:
        numbers.append(Words(words["validation legend"], "note"))
    yield Section("numbers", words["report numbers"], tuple(numbers))


def _beaten(table: pd.DataFrame, lang: str) -> Iterator[str]:
    """Say for each origin how often the model beats forecasts that know no theory."""
    from analysis.calibration.hindcast import MODEL
    from analysis.calibration.weights import ENOUGH
    from analysis.forecasts.scores import skill

    words = TEXT[lang]
    for origin_year, rows in table.groupby("origin"):
        by_who = {
            str(who): mine.set_index(["quantity", "of"])["crps"]
            for who, mine in rows.groupby("forecaster")
        }
        ours = by_who.pop(MODEL)
        told = []
        for who, theirs in by_who.items():
            skills = [
                skill(ours[key], theirs[key]) for key in ours.index if key in theirs
            ]
            known = [one for one in skills if one == one]
            better = sum(one > 0.0 for one in known)
            name = words[f"skill {who}"].partition(": ")[2]
            told.append(
                words["report beats"].format(n=better, all=len(known), who=name)
            )
        sample = float(rows["sample"].iloc[0])
        said = words["report origin year"].format(
            origin=origin_year, told="; ".join(told)
        )
        if sample < ENOUGH:
            small = words["sample small"].format(enough=f"{ENOUGH:.0f}")
            said = f"{said} {words['sample'].format(n=f'{sample:,.0f}')} {small}"
        yield said


def _log_scores(rows: pd.DataFrame, lang: str) -> list[Block]:
    """Return the log scores of counts from one origin, if there are any."""
    from analysis.calibration.hindcast import beside_rivals

    words, beside = TEXT[lang], beside_rivals(rows)
    listed = log_table(beside, lang)
    if listed is None:
        return []
    known = beside["log_gain"].dropna()
    caption = words["report log scores"].format(
        origin=rows["origin"].iloc[0], n=int((known > 0.0).sum()), all=len(known)
    )
    table = as_block(listed, caption)
    return [Table(table.caption, table.heads, table.groups)]


def _courses(table: pd.DataFrame, lang: str) -> Section:
    from analysis.charts import record_chart

    words = TEXT[lang]
    blocks: list[Block] = []
    for basis, lines in table.groupby("basis", sort=False):
        known = words["course fitted"]
        if basis != "fitted":
            known = words["course foreseen"].format(origin=basis)
        figure = record_chart(lines, known, footer=words["course footer"], lang=lang)
        inside = lines["record"].between(lines["p05"], lines["p95"])
        have = lines["record"].notna()
        seen = words["report seen record"].format(
            n=int((inside & have).sum()), all=int(have.sum())
        )
        name = "".join(
            one if one.isascii() and one.isalnum() else "_" for one in str(basis)
        )
        blocks.append(Chart(f"course_{name}", known, figure, (seen,)))
    return Section("charts", words["report charts"], tuple(blocks))
