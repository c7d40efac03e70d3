"""Sections that every report has: claims, assumptions, limits, methods, origin."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.cards import meaning
from analysis.interfaces.claims import claims_table, made_of, read_table, told_of_claims
from analysis.interfaces.report.blocks import (
    Code,
    Entry,
    Facts,
    Group,
    Items,
    Section,
    Table,
    Words,
)
from analysis.interfaces.report.carried import carried
from analysis.interfaces.report.citation import cited
from analysis.interfaces.report.tables import as_block
from analysis.interfaces.text import TEXT
from analysis.units import unit_in
from sim.card import BASES
from sim.parameters import FLAT_NAMES, card_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from analysis.claims.ledger import Claim
    from analysis.interfaces.report.blocks import Block
    from analysis.interfaces.report.touched import Touch

__all__ = ["assumptions", "claims_section", "limits", "methods", "origin"]

_MOST_CLAIMS = 6
"""So many claims are shown whole; of the others the verdicts are counted."""
_MOST_PARAMETERS = 40


def claims_section(touch: Mapping[str, Touch], lang: str) -> Section:
    """Return what the ledger says of claims that a result touches.

    Parameters
    ----------
    touch : mapping of number to Touch
        The claims.
    lang : {'en', 'ko'}
        The language of words.
    """
    from analysis.claims.ledger import claims

    words = TEXT[lang]
    title = words["report claims"]
    if not touch:
        return Section("claims", title, (Words(words["report claims none"]),))
    shown = list(touch)[:_MOST_CLAIMS]
    chosen = {name: one for name, one in claims().items() if name in shown}
    table = read_table(carried("claims.csv"), chosen)
    listed = as_block(claims_table(table, chosen, lang), words["report claims table"])
    groups = tuple(
        Group(f"{one.heading} {_by(touch[name], lang)}", one.rows)
        for name, one in zip(chosen, listed.groups, strict=True)
    )
    blocks: list[Block] = [
        Words(words["report claims why"].format(n=len(touch), shown=len(shown))),
        Table(listed.caption, listed.heads, groups, listed.numbers),
    ]
    told = told_of_claims(table, chosen, lang)
    if told:
        blocks.append(Items(tuple(told)))
    rest = set(touch) - set(shown)
    if rest:
        others = {name: one for name, one in claims().items() if name in rest}
        blocks.append(_counted(others, lang))
    blocks.append(Words(f"{made_of(table, lang)} {words['claims legend']}", "note"))
    return Section("claims", title, tuple(blocks))


def _counted(chosen: Mapping[str, Claim], lang: str) -> Table:
    """Return claims with how often each verdict was given on what they read off."""
    words = TEXT[lang]
    table = read_table(carried("claims.csv"), chosen)
    rows = []
    for name, claim in chosen.items():
        counted = Counter(table.loc[table["claim"] == name, "verdict"])
        verdicts = ", ".join(
            words[one] if n == 1 else f"{words[one]} {n}×" for one, n in counted.items()
        )
        rows.append((f"{name}  {getattr(claim.words, lang)}", verdicts))
    heads = [words["report claim"], words["verdict"]]
    caption = words["report claims rest"].format(n=len(chosen))
    listed = Table.of(caption, heads, rows, numbers=(False, False))
    return replace(listed, folded=True)


def _by(touch: Touch, lang: str) -> str:
    words = TEXT[lang]
    said = [
        words[key].format(names=", ".join(names))
        for key, names in (
            ("report touched by cause", touch.causes),
            ("report touched by series", touch.series),
        )
        if names
    ]
    return f"[{'; '.join(said)}]"


def assumptions(
    flats: Sequence[str], concern: str, lang: str, doubt: str = ""
) -> Section:
    """Return what the numbers rest on: all that can be set, and what this is about.

    Parameters
    ----------
    flats : sequence of str
        Flat names of the parameters that the result is about.
    concern : str
        What they are, as a phrase of :data:`TEXT`.
    lang : {'en', 'ko'}
        The language of words; sources are in English.
    doubt : str
        How what scenarios leave open was taken, in a sentence.
    """
    words = TEXT[lang]
    every = _bases(FLAT_NAMES)
    blocks: list[Block] = [
        Words(words["report assumed"].format(n=len(FLAT_NAMES), **every))
    ]
    if doubt:
        blocks.append(Words(doubt))
    if flats:
        mine = words[concern].format(n=len(flats), **_bases(flats))
        caption = words["report cards"]
        blocks += [
            Words(mine),
            Table.of(
                caption,
                [words[one] for one in ("name", "default", "range", "unit", "basis")]
                + [words["meaning"], words["source"]],
                [_card(flat, lang) for flat in flats[:_MOST_PARAMETERS]],
                numbers=(False, True, True, False, False, False, False),
            ),
        ]
        if len(flats) > _MOST_PARAMETERS:
            rest = len(flats) - _MOST_PARAMETERS
            blocks.append(Words(words["report cards rest"].format(n=rest), "note"))
    blocks.append(Words(words["report basis note"], "note"))
    return Section("assumptions", words["report assumptions"], tuple(blocks))


def _bases(flats: Iterable[str]) -> dict[str, int]:
    counted = Counter(card_of(flat)[0].basis for flat in flats)
    return {basis: counted[basis] for basis in BASES}


def _card(flat: str, lang: str) -> tuple[str | Entry, ...]:
    card, state = card_of(flat)
    low, high = card.range(state)
    return (
        flat,
        f"{card.value(state):g}",
        f"{low:g} … {high:g}",
        unit_in(card.unit, lang),
        Entry(TEXT[lang][f"basis {card.basis}"], strong=card.basis == "assumed"),
        meaning(flat, lang),
        Entry(card.source, lang="en"),
    )


def limits(lang: str, extra: Sequence[str] = ()) -> Section:
    """Return what the model does not represent, and what it gets wrong.

    Parameters
    ----------
    lang : {'en', 'ko'}
        The language of words.
    extra : sequence of str
        What limits this result besides.
    """
    import pandas as pd

    from analysis.calibration.facts import UNTESTED
    from analysis.interfaces.validation import fact_table

    words = TEXT[lang]
    table = pd.read_csv(carried("validation_facts.csv"), keep_default_na=False)
    wrong = table[table["shown"] == "no"]
    counted = Counter(table["shown"])
    facts = words["report facts"].format(
        all=len(table), yes=counted["yes"], partly=counted["partly"], no=counted["no"]
    )
    unseen = tuple(words[f"report limit {place}"] for place in range(1, _LIMITS + 1))
    absent = tuple(one[lang] for one in UNTESTED.values())
    return Section(
        "limits",
        words["report limits"],
        (
            *(Words(one, "warning") for one in extra),
            Words(words["report no forecast"], "warning"),
            Items((*unseen, *absent)),
            Words(facts),
            as_block(fact_table(wrong, lang), words["report wrong"]),
            Words(words["report limits more"], "note"),
        ),
    )


_LIMITS = 7
"""So many limits are told in words of their own."""


def methods(
    paragraph: str, versions: object, finished: object, result: str, lang: str
) -> Section:
    """Return how a result was made, ready for a paper, and how it is cited.

    Parameters
    ----------
    paragraph : str
        How it was made.
    versions : object
        Package to version, as a manifest has it.
    finished : object
        When it was finished, as a manifest has it.
    result : str
        Which result: the name of its folder, or a hash.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    made_by = versions.get("dilemma") if isinstance(versions, dict) else None
    citation = cited(made_by, finished, result)
    return Section(
        "methods",
        words["report methods"],
        (
            Words(paragraph),
            Words(words["report cite"]),
            Code(citation.text),
            Code(citation.bibtex),
        ),
    )


def origin(
    facts: Sequence[tuple[str, object]],
    commands: Sequence[str],
    files: Mapping[str, Mapping[str, Any]],
    lang: str,
) -> Section:
    """Return what a result was made from, and how its numbers come again.

    Parameters
    ----------
    facts : sequence of (str, object)
        Phrase of :data:`TEXT`, and what stands behind it; what is None is left out.
    commands : sequence of str
        Command lines.
    files : mapping
        Name of a file to its ``bytes`` and ``sha256``.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    pairs = tuple((words[key], str(said)) for key, said in facts if said is not None)
    blocks: list[Block] = [Facts(pairs)]
    if commands:
        blocks += [Words(words["report again"]), Code("\n".join(commands))]
    if files:
        rows = [
            (name, f"{one['bytes']:,}", str(one["sha256"]))
            for name, one in sorted(files.items())
        ]
        heads = [words[one] for one in ("report file", "report bytes", "report hash")]
        numbers = (False, True, False)
        table = Table.of(words["report files"], heads, rows, numbers=numbers)
        blocks.append(table)
    return Section("origin", words["report origin"], tuple(blocks))
