"""The command ``why``: a question about one month of one run, and its answer."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from analysis.interfaces.asking import console, say
from analysis.interfaces.pictures import check_chart, save_chart
from analysis.interfaces.progress import meter
from analysis.interfaces.show import shown
from analysis.interfaces.text import TEXT
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, RenderableType

    from analysis.why import Answer, Decision, Flip, Part, Term
    from sim.scenario import Scenario

__all__ = ["print_answer", "run_asked_about", "show_why"]

_FINEST = 5
"""Decimals beyond which nobody reads; the sums are exact beyond them all the same."""
_WIDEST = 110
"""Letters of a line; a terminal may be wider, a sentence should not be."""


def show_why(
    run: str,
    what: str,
    month: str,
    *,
    state: str | None,
    of: str | None,
    scenario: str | None,
    row: int,
    seed: int | None,
    deeper: bool,
    flip: bool,
    png: Path | None,
    lang: str,
    quiet: bool,
) -> None:
    """Answer a question about one month of one run.

    Parameters
    ----------
    run : str
        A folder of results, its manifest, or a scenario by name or path.
    what, month : str
        The question, and the month, ``YYYY-MM``.
    state, of : str or None
        Of whom, and about whom.
    scenario : str or None
        Which of several scenarios of a folder.
    row : int
        Which run.
    seed : int or None
        Of the luck; a folder of results knows its own.
    deeper, flip : bool
        Follow the largest terms further back; look for what would have turned it.
    png : Path or None
        A file for the chart.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If anything that was given is wrong, or the chart cannot be written.
    """
    from analysis.why import why

    chosen, luck, runs = run_asked_about(run, scenario, seed)
    if runs is not None and not 0 <= row < runs:
        raise InputError(f"--row is {row}; the rows of {run} are 0 to {runs - 1}")
    if png is not None:
        check_chart(png, lang)
    words = TEXT[lang]
    said = words["replaying"].format(row=row, name=chosen.name)
    with meter(None if quiet else console(error=True), said) as progress:
        answer = why(
            chosen,
            what,
            month,
            state=state,
            of=of,
            row=row,
            seed=luck,
            deeper=deeper,
            flip=flip,
            lang=lang,
            progress=progress,
        )
    print_answer(console(), answer, deeper=deeper, flip=flip)
    if png is not None:
        _draw(answer, png)
        say(words["done"].format(folder=png))


def run_asked_about(
    run: str, scenario: str | None, seed: int | None
) -> tuple[Scenario, int, int | None]:
    """Return which scenario, with which seed, and how many runs of it there are.

    Parameters
    ----------
    run : str
        A folder of results, its manifest, or a scenario by name or path.
    scenario : str or None
        Which of several scenarios of a folder.
    seed : int or None
        Of the luck, for a scenario that is named alone.

    Returns
    -------
    scenario : Scenario
    seed : int
    runs : int or None
        None for a scenario that is named alone.

    Raises
    ------
    InputError
        If there is no such run, or it was made with another version of the model.
    """
    from analysis.interfaces.manifest import MANIFEST
    from sim.scenario import load_scenario

    path = Path(run)
    if not (path.is_dir() or path.name == MANIFEST):
        if scenario is not None:
            raise InputError(
                f"--scenario chooses from a folder of results; {run} is none"
            )
        return load_scenario(run), 0 if seed is None else seed, None
    if seed is not None:
        raise InputError(f"--seed is for a scenario; {run} knows the seed of its runs")
    return _of_results(path, scenario)


def _of_results(path: Path, scenario: str | None) -> tuple[Scenario, int, int]:
    from analysis.interfaces.again import changed_since, request_of
    from analysis.interfaces.digests import source_digest
    from analysis.interfaces.manifest import made_by, read_manifest
    from analysis.interfaces.stops import tell

    manifest = read_manifest(path)
    if manifest.get("source") != source_digest():
        raise InputError(
            f"{path} was made with other source, so its rows cannot be replayed: it"
            f" needs {made_by(manifest)}; or ask about the scenario by its name"
        )
    request = request_of(manifest)
    changed = changed_since(manifest)
    if request.fast:
        changed.append("it was run in compiled form, and is run again in plain form")
    if changed:
        tell(f"the last digits may differ from those of {path}: {'; '.join(changed)}")
    by_name = {one.name: one for one in request.scenarios}
    if scenario is None and len(by_name) > 1:
        raise InputError(
            f"{path} holds several scenarios; choose one with --scenario:"
            f" {', '.join(by_name)}"
        )
    name = next(iter(by_name)) if scenario is None else scenario
    if name not in by_name:
        raise InputError(f"{path} holds no scenario {name!r}; {nearest(name, by_name)}")
    return by_name[name], request.seed, request.runs


# ----------------------------------------------------------------------------- the page


def print_answer(where: Console, answer: Answer, *, deeper: bool, flip: bool) -> None:
    """Print an answer: what happened, every term, what luck did, what would turn it.

    Parameters
    ----------
    where : Console
        Where.
    answer : Answer
        In the language of its words.
    deeper, flip : bool
        Whether the two were asked for, so that their absence is worth a line.
    """
    width = min(where.width, _WIDEST)
    for part in _page(answer, deeper=deeper, flip=flip):
        where.print(part, width=width)


def _page(answer: Answer, *, deeper: bool, flip: bool) -> Iterator[RenderableType]:
    words = TEXT[answer.lang]
    run = {"name": answer.scenario, "row": answer.row, "seed": answer.seed}
    yield Text(answer.headline, style="bold")
    yield Text(words["whose run"].format(**run), style="dim")
    options = [part for part in answer.parts if part.option]
    for part in answer.parts:
        if not part.option:
            yield from _part(part, answer.lang)
        elif part is options[0]:
            yield from _weighed(options, answer.lang)
    for decision in answer.decisions:
        yield from _decision(decision, answer.lang)
    if deeper:
        yield Text(f"\n{words['why deeper']}", style="bold underline")
        for part in answer.deeper:
            yield from _part(part, answer.lang)
        if not answer.deeper:
            yield Text(words["why nothing behind"])
    if flip:
        yield Text(f"\n{words['why flips']}", style="bold underline")
        yield from _flips(answer.flips, answer.lang)
    yield Text(f"\n{words['why ours']}", style="dim")


def _heading(text: str, more: str = "") -> Text:
    return Text(f"\n{text[0].upper()}{text[1:]}", style="bold cyan") + Text(
        f"  {more}" if more else "", style="dim"
    )


def _part(part: Part, lang: str) -> Iterator[RenderableType]:
    words = TEXT[lang]
    context = [words["why behind"].format(term=part.behind)] if part.behind else []
    context += [words["why before"]] if part.earlier else []
    alone = len(part.terms) == 1
    places = _places([term.value for term in part.terms])
    value = f"{shown(part.total, places)} {_unit(part.unit)}".rstrip()
    yield _heading(f"{part.title}: {value}", ", ".join(context))
    if alone and any(read.without is not None for read in part.reads):
        yield _together(part, lang)
        yield Text(f"  {words['why together']}", style="dim")
        return
    yield _sum(part, places, lang)
    zeros = [term.label for term in part.terms if not term.value]
    if zeros and len(zeros) < len(part.terms):
        yield _aside(words["why zero"].format(names="; ".join(zeros)))
    if part.reads:
        yield _reads(part, lang)


def _aside(text: str) -> RenderableType:
    return Padding(Text(text, style="dim"), (0, 0, 0, 2))


def _sum(part: Part, places: int, lang: str) -> Table:
    words = TEXT[lang]
    table = _grid()
    kept = [term for term in part.terms if term.value] or list(part.terms)
    for term in kept:
        table.add_row(_value(term, places), term.label, _argument(term, lang))
    table.add_section()
    total = words["why sum"].format(unit=_bracketed(part.unit))
    table.add_row(
        Text(shown(part.total, places, sign=True), style="bold"),
        Text(total, style="bold"),
        "",
    )
    return table


def _value(term: Term, places: int) -> str:
    """Return a term's value, told apart from 0 where no decimal would."""
    if term.value and not round(term.value, places):
        return "≈ 0"
    return shown(term.value, places, sign=True)


def _grid() -> Table:
    table = Table(
        box=box.SIMPLE,
        show_header=False,
        show_edge=False,
        pad_edge=True,
        padding=(0, 1),
    )
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold", ratio=3)
    table.add_column(overflow="fold", ratio=2, style="dim")
    return table


def _argument(term: Term, lang: str) -> str:
    # The register's titles are English; readers of Korean get its numbers.
    title = f" {term.claim}" if term.claim and lang == "en" else ""
    mechanism = f"{term.mechanism}{title} · " if term.mechanism else ""
    return f"{mechanism}{term.source}"


def _reads(part: Part, lang: str) -> RenderableType:
    told = [
        f"{read.label} {shown(read.value, _places([read.value]))}"
        f" {_unit(read.unit)}".rstrip()
        for read in part.reads
    ]
    return _aside(f"{TEXT[lang]['why read']}: {'; '.join(told)}")


_PLAIN = ("share", "비율", "0 or 1", "0 또는 1", "luck", "운")
"""Units that a number says by itself."""


def _unit(unit: str) -> str:
    return "" if unit in _PLAIN else unit


def _bracketed(unit: str) -> str:
    return f"({unit})" if _unit(unit) else ""


def _together(part: Part, lang: str) -> Table:
    words = TEXT[lang]
    table = Table(box=box.SIMPLE, show_edge=False, padding=(0, 1))
    table.add_column(words["why read"], overflow="fold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(words["why without"], justify="right", no_wrap=True)
    values = [read.without for read in part.reads if read.without is not None]
    places = _places([part.total, *values])
    for read in part.reads:
        value = shown(read.value, _places([read.value]))
        without = "" if read.without is None else shown(read.without, places)
        table.add_row(read.label, f"{value} {_unit(read.unit)}".rstrip(), without)
    return table


def _weighed(parts: Sequence[Part], lang: str) -> Iterator[RenderableType]:
    """Show what speaks for each option, a column for each."""
    words = TEXT[lang]
    yield _heading(parts[0].title, parts[0].unit)
    table = Table(box=box.SIMPLE, show_edge=False, padding=(0, 1))
    table.add_column(words["why term"], overflow="fold", ratio=3)
    for part in parts:
        table.add_column(part.option, justify="right", no_wrap=False)
    table.add_column(words["why argument"], overflow="fold", ratio=2, style="dim")
    zeros = []
    for terms in zip(*(part.terms for part in parts), strict=True):
        if not any(term.value for term in terms):
            zeros.append(terms[0].label)
            continue
        cells = [_value(term, 2) for term in terms]
        table.add_row(terms[0].label, *cells, _argument(terms[0], lang))
    table.add_section()
    totals = [Text(shown(part.total, 2, sign=True), style="bold") for part in parts]
    total = words["why sum"].format(unit=_bracketed(parts[0].unit))
    table.add_row(Text(total, style="bold"), *totals, "")
    yield table
    if zeros:
        yield _aside(words["why zero"].format(names="; ".join(zeros)))
    yield _reads(parts[0], lang)


def _decision(decision: Decision, lang: str) -> Iterator[RenderableType]:
    words = TEXT[lang]
    yield _heading(decision.title, "" if decision.held else words["why would"])
    table = Table(box=box.SIMPLE, show_edge=False, padding=(0, 1))
    weighed = any(option.utility is not None for option in decision.options)
    table.add_column("", no_wrap=True)
    table.add_column(words["why option"], overflow="fold")
    if weighed:
        table.add_column(words["why utility"], justify="right", no_wrap=True)
    for heading in ("why chance", "why luck"):
        table.add_column(words[heading], justify="right", no_wrap=True)
    for option in decision.options:
        utility = [] if option.utility is None else [shown(option.utility, 2)]
        span = f"{option.low:.3f} … {option.high:.3f}" if option.chance > 0 else "–"
        table.add_row(
            "▶" if option.taken else "",
            Text(option.label, style="bold" if option.taken else ""),
            *utility,
            f"{option.chance:.1%}",
            span,
        )
    yield table
    yield _aside(words["why drawn"].format(luck=f"{decision.luck:.3f}"))


def _flips(flips: Sequence[Flip], lang: str) -> Iterator[RenderableType]:
    words = TEXT[lang]
    if not flips:
        yield Text(words["why no flips"])
    given = ""
    for flip in flips:
        if flip.given not in ("", given):
            yield Text(f"\n{flip.given}", style="italic")
            given = flip.given
        if flip.sentence:
            yield Padding(Text(f"• {flip.sentence}"), (0, 0, 0, 2))
    still = list(dict.fromkeys(flip.label for flip in flips if not flip.sentence))
    if still:
        yield _aside(words["why flips none"].format(names="; ".join(still)))


def _places(values: Sequence[float]) -> int:
    """Return how many decimals show the smallest of some values with two digits."""
    sizes = [abs(value) for value in values if value and math.isfinite(value)]
    if not sizes or all(float(value).is_integer() for value in values):
        return 0
    return min(max(1 - math.floor(math.log10(min(sizes))), 2), _FINEST)


# ---------------------------------------------------------------------------- the chart


def _draw(answer: Answer, png: Path) -> None:
    from analysis.charts import terms_chart

    save_chart(terms_chart(answer, lang=answer.lang), png)
