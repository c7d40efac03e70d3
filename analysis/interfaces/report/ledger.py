"""The report of claims that were tried: verdicts, and where they hold."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analysis.interfaces.claims import claims_table, made_of, read_table, told_of_claims
from analysis.interfaces.report.blocks import Chart, Items, Page, Section, Table, Words
from analysis.interfaces.report.carried import carried
from analysis.interfaces.report.common import assumptions, limits, methods, origin
from analysis.interfaces.report.folders import CLAIMS
from analysis.interfaces.report.provenance import files_of, made_facts, signature
from analysis.interfaces.report.tables import as_block
from analysis.interfaces.signed import line_again
from analysis.interfaces.text import TEXT
from sim.errors import InputError
from sim.parameters import FLAT_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from analysis.claims.ledger import Claim
    from analysis.interfaces.report.blocks import Block

__all__ = ["claims_page"]

_SHORT, _A_CHART = 12, 14
"""Digits of a hash that name a table; claims of a chart."""
_KNOWN = frozenset(FLAT_NAMES)


def claims_page(folder: Path, ledger: Path | None, lang: str) -> Page:
    """Return the report of a folder that ``dilemma claims --out`` wrote.

    Parameters
    ----------
    folder : Path
        The folder; only its table is read, and nothing is run.
    ledger : Path or None
        The file of claims that were tried, in place of the papers'.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If its table is not one of these claims.
    """
    words = TEXT[lang]
    chosen = _chosen(folder / CLAIMS, ledger)
    table = read_table(folder / CLAIMS, chosen)
    how = {name: int(table[name].iloc[0]) for name in ("points", "lucks", "seed")}
    manifest = signature(folder, [CLAIMS])
    files = files_of(folder, manifest, [CLAIMS])
    digest = str(files[CLAIMS]["sha256"])
    own = (
        ("report seed", how["seed"]),
        ("report points", f"{how['points']:,}"),
        ("report lucks", f"{how['lucks']:,}"),
    )
    facts = made_facts(folder.resolve().name, manifest, own)
    return Page(
        lang=lang,
        title=words["claims title"],
        kind=f"{words['report of claims']} · {made_of(table, lang)}",
        sections=(
            _question(chosen, lang),
            _answer(table, chosen, ledger is None, lang),
            _drawn(table, chosen, lang),
            _verdicts(table, chosen, lang),
            assumptions(_leaned_on(table), "report cards leaned", lang),
            limits(lang, (words["report claims limit"],)),
            methods(
                words["report methods claims"].format(n=len(chosen), **how),
                manifest.get("versions"),
                manifest.get("finished"),
                f"claims {digest[:_SHORT]}",
                lang,
            ),
            origin(facts, [_again(folder, manifest, chosen, ledger, how)], files, lang),
        ),
    )


def _again(
    folder: Path,
    manifest: Mapping[str, Any],
    chosen: Mapping[str, Claim],
    ledger: Path | None,
    how: Mapping[str, int],
) -> str:
    """Return the command line that tries the same claims in the same way."""
    where = ["--out", folder.resolve().name]
    if manifest and (line := line_again(manifest, *where)):
        return line
    command = ["dilemma", "claims", *chosen, *where]
    command += [f"--{option}={number}" for option, number in how.items()]
    return shlex.join(command + ([] if ledger is None else [f"--ledger={ledger.name}"]))


def _chosen(file: Path, ledger: Path | None) -> Mapping[str, Claim]:
    """Return the claims that a table has lines of."""
    import pandas as pd

    from analysis.claims.ledger import claims, read_claims

    known = claims() if ledger is None else read_claims(ledger)
    try:
        named = pd.read_csv(file, usecols=["claim"], dtype=str)["claim"].unique()
    except (OSError, ValueError, UnicodeDecodeError):
        raise InputError(f"{file} is no table of claims") from None
    strange = [str(name) for name in named if name not in known]
    if strange or not len(named):
        raise InputError(
            f"{file} is a table of claims that the ledger does not have"
            f" ({', '.join(strange[:3]) or 'none'}); name theirs with --ledger"
        )
    return {name: one for name, one in known.items() if name in set(named)}


def _question(chosen: Mapping[str, Claim], lang: str) -> Section:
    words = TEXT[lang]
    blocks: list[Block] = [Words(words["report claims asked"], "lead")]
    if len(chosen) <= _A_CHART:  # more are read in the table
        said = (f"{name}  {getattr(one.words, lang)}" for name, one in chosen.items())
        blocks.append(Items(tuple(said)))
    return Section("question", words["report question"], tuple(blocks))


def _answer(
    table: pd.DataFrame, chosen: Mapping[str, Claim], papers: bool, lang: str
) -> Section:
    words = TEXT[lang]
    counted = Counter(table["verdict"])
    verdicts = ", ".join(f"{words[name]} {n}" for name, n in counted.most_common())
    counts = words["report verdicts"].format(
        n=len(chosen), readings=len(table), verdicts=verdicts
    )
    blocks: list[Block] = [Words(counts, "lead")]
    if papers:
        blocks.append(Words(_committed(table, chosen, lang)))
    blocks.append(Words(words["report no forecast"], "warning"))
    return Section("answer", words["report answer"], tuple(blocks))


def _committed(table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str) -> str:
    """Say where verdicts differ from those that the project keeps."""
    words = TEXT[lang]
    kept = read_table(carried("claims.csv"), chosen)
    keys = list(zip(table["claim"], table["reading"] + 1, strict=True))
    pairs = zip(keys, kept["verdict"], table["verdict"], strict=True)
    other = [
        (f"{name}.{place}", f"{words[before]} → {words[now]}")
        for (name, place), before, now in pairs
        if before != now
    ]
    made = made_of(kept, lang)
    if not other:
        return words["report as committed"].format(made=made)
    if len(other) <= _A_CHART:
        told = [f"{name} ({change})" for name, change in other]
    else:
        counted = Counter(change for _, change in other)
        told = [f"{change} ({n})" for change, n in counted.most_common()]
    return words["report not committed"].format(
        n=len(other), names="; ".join(told), made=made
    )


def _drawn(table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str) -> Section:
    """Draw the claims, so many at a time that a chart fits on a sheet of paper."""
    words, names = TEXT[lang], list(chosen)
    blocks = []
    for first in range(0, len(names), _A_CHART):
        some = {name: chosen[name] for name in names[first : first + _A_CHART]}
        mine = table[table["claim"].isin(list(some))]
        blocks.append(_chart(f"c{first}", mine, some, lang))
    return Section("charts", words["report charts"], tuple(blocks))


def _chart(
    name: str, table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str
) -> Chart:
    from analysis.charts import ledger_chart

    words = TEXT[lang]
    figure = ledger_chart(table, chosen, footer=made_of(table, lang), lang=lang)
    largest = table.iloc[int(table["effect"].abs().argmax())]
    reading = chosen[str(largest["claim"])].readings[int(largest["reading"])]
    seen = words["report seen claim"].format(
        name=largest["claim"],
        what=getattr(reading.words, lang),
        effect=f"{largest['effect']:+.2f}".replace("-", "−"),
        above=f"{largest['above']:.0%}",
        below=f"{largest['below']:.0%}",
    )
    first, *_, last = [*chosen, *chosen]
    which = first if first == last else f"{first}–{last}"
    return Chart(name, f"{words['claims title']}: {which}", figure, (seen,))


def _verdicts(table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str) -> Section:
    words = TEXT[lang]
    listed = as_block(claims_table(table, chosen, lang), words["report claims tried"])
    notes = [
        (f"{name}  {getattr(one.words, lang)}", getattr(one.note, lang))
        for name, one in chosen.items()
        if one.note is not None
    ]
    blocks: list[Block] = [Table(listed.caption, listed.heads, listed.groups, _NUMBERS)]
    told = told_of_claims(table, chosen, lang)
    if told:
        blocks.append(Items(tuple(told)))
    if notes:
        heads = [words["report claim"], words["report claim note"]]
        caption = words["report claim notes"]
        noted = Table.of(caption, heads, notes, numbers=(False, False))
        blocks.append(replace(noted, folded=True))
    blocks.append(Words(f"{made_of(table, lang)} {words['claims legend']}", "note"))
    return Section("claims", words["report claim verdicts"], tuple(blocks))


_NUMBERS = (False, False, True, True, False)


def _leaned_on(table: pd.DataFrame) -> list[str]:
    """Return the parameters on which conditional claims hang."""
    from sim.parameters import CARDS

    named = [str(one) for one in table["leans_on"] if one]
    flats = []
    for one in named:
        if one in _KNOWN:
            flats.append(one)
        elif one in CARDS:
            flats += list(CARDS[one].flat_names[:1])
    return list(dict.fromkeys(flats))
