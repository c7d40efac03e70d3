"""The claims ledger as a command: table, chart and page."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Any

from rich.text import Text

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.digests import canonical
from analysis.interfaces.findings import write_tables
from analysis.interfaces.lists import listing
from analysis.interfaces.progress import meter
from analysis.interfaces.signed import Made, sign
from analysis.interfaces.text import TEXT
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd
    from rich.table import Table as Listing

    from analysis.claims.ledger import Claim

__all__ = [
    "claims_table",
    "made_of",
    "read_table",
    "sections",
    "show_claims",
    "show_phases",
    "told_of_claims",
]

_TABLE, _CHART, _PAGE = "claims.csv", "claims.png", "claims.md"
_FEWEST = 2
"""One point has no spread over points, and one run no luck to be told apart."""
_MOST = 1_000_000
"""More runs an arm than this would not end in a day."""


def show_claims(
    names: Sequence[str],
    *,
    ledger: Path | None,
    saved: Path | None,
    quick: bool,
    points: int | None,
    lucks: int | None,
    seed: int,
    workers: int | None,
    csv: Path | None,
    out: Path | None,
    lang: str,
    quiet: bool,
) -> None:
    """Try claims over the parameter space, and print the verdicts.

    Parameters
    ----------
    names : sequence of str
        Numbers of claims; all if empty.
    ledger : Path or None
        A file of claims of one's own, in place of the papers'.
    saved : Path or None
        A ``claims.csv`` to show again; nothing is run.
    quick : bool
        A first look: 256 runs an arm.
    points, lucks : int or None
        Points of the parameter space, and runs at each; None for the usual numbers.
    seed : int
        Of the luck, and of the points.
    workers : int or None
        Processes; None for one per core.
    csv, out : Path or None
        Folders for ``claims.csv``; and for ``claims.csv``, ``claims.png`` and
        ``claims.md``.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If a claim is unknown, a number is out of range, the ledger is wrong, a
        folder cannot be written or a package is missing.
    """
    from analysis.claims.conditions import check_installed
    from analysis.claims.trial import LUCKS, POINTS, QUICK, tried
    from analysis.claims.verdict import judged

    started, made_now = time.perf_counter(), None
    chosen = _chosen(names, ledger)
    words = TEXT[lang]
    if saved is not None:
        table = read_table(saved, chosen)
    else:
        check_installed()
        usual = QUICK if quick else (POINTS, LUCKS)
        many = (points or usual[0], lucks or usual[1])
        _check_numbers(points, lucks, many)
        said = words["running"].format(names=words["claims"].format(n=len(chosen)))
        with meter(None if quiet else console(error=True), said) as shown:
            trials = tried(
                chosen, *many, seed, workers=checked_workers(workers), progress=shown
            )
        table = judged(chosen, trials).assign(points=many[0], lucks=many[1], seed=seed)
        options = _options(names, ledger, points, lucks, seed, quick=quick)
        made_now = Made(
            command="claims",
            options=options,
            inputs={
                "claims": list(chosen),
                "declared": _declared(chosen),
                "points": many[0],
                "lucks": many[1],
                "seed": seed,
            },
            started=started,
        )
    made = made_of(table, lang)
    if csv is not None:
        write_tables(csv, {_TABLE.removesuffix(".csv"): table})
        sign(csv, [_TABLE], made_now)
    if out is not None:
        _publish(table, chosen, out, made, lang)
        sign(out, [_TABLE, _CHART, _PAGE], made_now)
    _print(table, chosen, lang)
    say(f"\n{made} {words['claims legend']}")


def _chosen(names: Sequence[str], ledger: Path | None) -> dict[str, Claim]:
    from analysis.claims.ledger import claims, read_claims

    known = claims() if ledger is None else read_claims(ledger)
    for name in names:
        if name.upper() not in known:
            raise InputError(f"there is no claim {name!r}; {nearest(name, known)}")
    wanted = [name.upper() for name in names] or list(known)
    return {name: known[name] for name in known if name in wanted}


def _options(
    names: Sequence[str],
    ledger: Path | None,
    points: int | None,
    lucks: int | None,
    seed: int,
    *,
    quick: bool,
) -> list[str]:
    """Return the options with which the same claims are tried in the same way."""
    options = [name.upper() for name in names]
    options += ["--quick"] if quick else []
    options += [] if points is None else ["--points", str(points)]
    options += [] if lucks is None else ["--lucks", str(lucks)]
    options += [] if ledger is None else ["--ledger", str(ledger)]
    return [*options, "--seed", str(seed)]


def _declared(chosen: Mapping[str, Claim]) -> str:
    """Return a hash of claims as they are declared."""
    whole = {name: one.model_dump(mode="json") for name, one in chosen.items()}
    return hashlib.sha256(canonical(whole)).hexdigest()


def made_of(table: pd.DataFrame, lang: str) -> str:
    """Return of how many points and runs a table of claims is made, in a sentence.

    Parameters
    ----------
    table : DataFrame
        What :func:`read_table` returns.
    lang : {'en', 'ko'}
        The language of words.
    """
    how = table.iloc[0]
    return TEXT[lang]["claims made"].format(
        points=how["points"], lucks=how["lucks"], seed=how["seed"]
    )


def read_table(file: Path, chosen: Mapping[str, Claim]) -> pd.DataFrame:
    """Return a saved table of claims.

    Parameters
    ----------
    file : Path
        A ``claims.csv``.
    chosen : mapping of number to Claim
        The claims wanted; lines of others are left out.

    Raises
    ------
    InputError
        If it cannot be read, or is not a table of these claims.
    """
    import pandas as pd

    from analysis.claims.verdict import VERDICTS

    numbers = ("accuracy", "majority", "correlation")
    try:
        table = pd.read_csv(
            file, keep_default_na=False, na_values=dict.fromkeys(numbers, "")
        )
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from error
    except (ValueError, UnicodeDecodeError):
        raise InputError(f"{file} is no table of claims") from None
    wanted = [
        (k, place) for k, one in chosen.items() for place in range(len(one.readings))
    ]
    try:
        table = table[table["claim"].isin(list(chosen))].reset_index(drop=True)
        found = list(zip(table["claim"], table["reading"], strict=True))
        known = table["verdict"].isin(VERDICTS).all()
        table = table.astype(_NUMBERS)
    except (KeyError, ValueError):
        raise InputError(f"{file} is no table of claims") from None
    if found != wanted or not known:
        raise InputError(
            f"{file} is a table of other claims or of another version; run "
            "'dilemma claims' again"
        )
    return table


_NUMBERS = {
    **dict.fromkeys(("effect", "low", "high", "above", "below"), float),
    **dict.fromkeys(("accuracy", "majority", "correlation"), float),
    **dict.fromkeys(("points", "lucks", "seed"), int),
}
"""Columns of numbers, and their type."""


def _check_numbers(
    points: int | None, lucks: int | None, many: tuple[int, int]
) -> None:
    for option, given in (("--points", points), ("--lucks", lucks)):
        if given is not None and given < _FEWEST:
            raise InputError(f"{option} is {given}; it must be {_FEWEST} or more")
    if many[0] * many[1] > _MOST:
        raise InputError(
            f"{many[0]:,} points times {many[1]:,} runs are too many; at most "
            f"{_MOST:,} runs an arm are allowed"
        )


def _print(table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str) -> None:
    console().print(claims_table(table, chosen, lang))
    for line in told_of_claims(table, chosen, lang):
        say(line)


def claims_table(
    table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str
) -> Listing:
    """Return verdicts as a table: a heading for each claim, a row for each reading.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.claims.verdict.judged` returns.
    chosen : mapping of number to Claim
        The claims, in the table's order.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    shown = listing(
        *(words[one] for one in ("claim", "claimed", "effect", "beyond", "verdict")),
        wrap=True,
    )
    rows = iter(table.to_dict("records"))
    for name, claim in chosen.items():
        shown.add_row(Text(f"{name}  {getattr(claim.words, lang)}", style="bold"))
        for reading in claim.readings:
            row = next(rows)
            what = getattr(reading.words, lang)
            reach = (row["high"] - row["low"]) / 2.0
            shown.add_row(
                Text(f"  {what}"),
                reading.expect.replace("-", "−"),
                f"{row['effect']:+.2f} ±{reach:.2f}".replace("-", "−"),
                f"{row['above']:.0%} ↑ {row['below']:.0%} ↓",
                words[row["verdict"]],
            )
        shown.add_section()
    return shown


def told_of_claims(
    table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str
) -> list[str]:
    """Return where conditional claims hold and what the record says, in sentences.

    Parameters
    ----------
    table, chosen, lang
        As for :func:`claims_table`.
    """
    told = []
    rows = iter(table.to_dict("records"))
    for name, claim in chosen.items():
        for reading in claim.readings:
            what = getattr(reading.words, lang)
            where = _where(next(rows), reading.sign, lang)
            told += [f"{name}  {what}: {where}"] if where else []
        if claim.record is not None:
            said = TEXT[lang]["record says"]
            told.append(f"{name}  {said.format(what=getattr(claim.record, lang))}")
    return told


def _where(row: Mapping[Any, Any], sign: int, lang: str) -> str:
    """Return where a conditional claim holds, or what it leans on, in words."""
    from analysis.claims.conditions import in_words, place_in_words

    words = TEXT[lang]
    if row["where"]:
        return words["holds where" if sign else "rises where"].format(
            rule=in_words(row["where"], lang),
            accuracy=row["accuracy"],
            majority=row["majority"],
        )
    if row["leans_on"]:
        rises = row["correlation"] > 0.0
        return words["leans up" if rises else "leans down"].format(
            what=place_in_words(row["leans_on"], lang), correlation=row["correlation"]
        )
    return words["many things"] if row["verdict"] == "conditional" else ""


def _publish(
    table: pd.DataFrame, chosen: Mapping[str, Claim], out: Path, made: str, lang: str
) -> None:
    from analysis.charts import ledger_chart

    write_tables(out, {_TABLE.removesuffix(".csv"): table})
    try:
        figure = ledger_chart(table, chosen, footer=made, lang=lang)
        figure.savefig(out / _CHART, dpi=_DPI)
        page = _page(table, chosen, made, lang)
        (out / _PAGE).write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot write to {out}: {error.strerror}") from error
    say(f"{TEXT[lang]['done'].format(folder=out)}\n")


_DPI = 120


def _page(
    table: pd.DataFrame, chosen: Mapping[str, Claim], made: str, lang: str
) -> str:
    """Return the ledger as a page of Markdown, with its chart beside it."""
    words = TEXT[lang]
    title = words["claims title"]
    head = f"# {title}\n\n{made} {words['claims legend']}\n\n![{title}](claims.png)\n\n"
    return head + sections(table, chosen, lang)


def sections(table: pd.DataFrame, chosen: Mapping[str, Claim], lang: str) -> str:
    """Return the ledger as Markdown, a section for each claim.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.claims.verdict.judged` returns.
    chosen : mapping of number to Claim
        The claims, in the table's order.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    rows = iter(table.to_dict("records"))
    heads = ("reading", "claimed", "effect", "beyond", "verdict")
    lines = []
    for name, claim in chosen.items():
        status = ", ".join(words[f"status {one}"] for one in claim.status)
        lines += [
            f"### {name}. {getattr(claim.words, lang)}",
            "",
            f"*{words['paper'].format(source=claim.source, status=status)}*",
            "",
            f"| {' | '.join(words[one] for one in heads)} |",
            "| --- | --- | --- | --- | --- |",
        ]
        told = []
        for reading in claim.readings:
            row = next(rows)
            what = getattr(reading.words, lang)
            where = _where(row, reading.sign, lang)
            told += [f"- {what}: {where}"] if where else []
            lines.append(
                f"| {what} | {reading.expect.replace('-', '−')} | "
                f"{row['effect']:+.2f} ({row['low']:+.2f} … {row['high']:+.2f}) | "
                f"{row['above']:.0%} ↑ {row['below']:.0%} ↓ | "
                f"**{words[row['verdict']]}** |"
            )
        lines += ["", *told, ""] if told else [""]
        for text, key in ((claim.record, "record says"), (claim.note, "note says")):
            if text is not None:
                lines += [words[key].format(what=getattr(text, lang)), ""]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def show_phases(
    names: Sequence[str],
    *,
    seed: int,
    workers: int | None,
    csv: Path | None,
    out: Path,
    lang: str,
    quiet: bool,
) -> None:
    """Draw how the sign of disputed effects hangs on two parameters.

    Parameters
    ----------
    names : sequence of str
        Claims that have a diagram; all of them if empty.
    seed : int
        Of the luck.
    workers : int or None
        Processes; None for one per core.
    csv : Path or None
        A folder for ``phases.csv``.
    out : Path
        A folder for one ``CLAIM.png`` each.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If a claim has no diagram, or a folder cannot be written.
    """
    from analysis.charts import phase_diagram
    from analysis.claims.phase import LUCKS, diagrams, mapped

    known = diagrams()
    for name in names:
        if name.upper() not in known:
            raise InputError(
                f"there is no phase diagram of {name!r}; {nearest(name.upper(), known)}"
            )
    started = time.perf_counter()
    wanted = [name.upper() for name in names] or list(known)
    chosen = {name: known[name] for name in known if name in wanted}
    words = TEXT[lang]
    said = words["running"].format(names=words["phases"].format(n=len(chosen)))
    with meter(None if quiet else console(error=True), said) as shown:
        found = mapped(chosen, seed, workers=checked_workers(workers), progress=shown)
    if csv is not None:
        write_tables(csv, {"phases": found})
        made = Made(
            command="phases",
            options=[*(name.upper() for name in names), "--seed", str(seed)],
            inputs={"claims": list(chosen), "lucks": LUCKS, "seed": seed},
            started=started,
        )
        sign(csv, ["phases.csv"], made)
    footer = words["phases made"].format(lucks=LUCKS, seed=seed)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, diagram in chosen.items():
            figure = phase_diagram(
                found[found["claim"] == name], diagram, footer=footer, lang=lang
            )
            figure.savefig(out / f"{name}.png", dpi=_DPI)
    except OSError as error:
        raise InputError(f"cannot write to {out}: {error.strerror}") from error
    say(words["done"].format(folder=out))
