"""The command ``dilemma discover``: under which assumptions cases come about."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, Any

from rich.text import Text

from analysis.interfaces.asking import console, say
from analysis.interfaces.findings import write_tables
from analysis.interfaces.lists import listing
from analysis.interfaces.pictures import check_chart, save_chart
from analysis.interfaces.progress import meter
from analysis.interfaces.text import TEXT
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from rich.table import Table

    from analysis.sweeps.cases import Criterion
    from analysis.sweeps.discovery import Discovery
    from analysis.sweeps.results import Factor, Results

__all__ = ["show_discovery"]


def show_discovery(
    folder: Path,
    outcome: str,
    *,
    above: float | None,
    below: float | None,
    highest: str | None,
    lowest: str | None,
    method: str,
    density: str | None,
    seed: int | None,
    csv: Path | None,
    png: Path | None,
    lang: str,
    quiet: bool,
) -> None:
    """Look for a box, try it, print what came of it, write and draw it.

    Parameters
    ----------
    folder : Path
        As ``dilemma sweep`` filled it.
    outcome : str
        One of its outcomes, in any spelling, or a series over time and one year.
    above, below : float or None
        A bound of the outcome, in its unit.
    highest, lowest : str or None
        A share of all futures, such as ``10%``. Exactly one of the four is given.
    method : str
        ``prim`` or ``cart``.
    density : str or None
        How dense the box should be at least.
    seed : int or None
        Of the split and of resamples; the sweep's own if None.
    csv, png : Path or None
        A folder for ``box.csv``, ``trajectory.csv`` and ``stability.csv``; a file for
        the chart.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If anything that was given is wrong, or a file cannot be written.
    """
    from analysis.sweeps.discovery import discover
    from analysis.sweeps.searches import check_method
    from sim.luck import checked_seed

    criterion = _criterion(above, below, highest, lowest)
    dense = None if density is None else _share("density", density)
    check_method(method)
    if seed is not None:
        checked_seed(seed)
    if png is not None:
        check_chart(png, lang)
    name, results = _loaded(folder, outcome)
    said = TEXT[lang]["discovering"].format(name=folder.name)
    with meter(None if quiet else console(error=True), said) as progress:
        found = discover(
            results,
            name,
            criterion,
            method=method,
            density=dense,
            seed=seed,
            progress=progress,
        )
    if csv is not None:
        tables = {
            "box": found.measures(),
            "trajectory": found.trajectory,
            "stability": found.stability,
        }
        write_tables(csv, tables, "%.6g")
    _print(found, dense, lang)
    if png is not None:
        _draw(found, dense, png, lang)
        say(TEXT[lang]["done"].format(folder=png))


# ----------------------------------------------------------------------------- asking


def _criterion(
    above: float | None, below: float | None, highest: str | None, lowest: str | None
) -> Criterion:
    from analysis.sweeps.cases import Criterion

    given: Mapping[Any, float | str | None] = {
        "above": above,
        "below": below,
        "highest": highest,
        "lowest": lowest,
    }
    said = {how: value for how, value in given.items() if value is not None}
    if len(said) != 1:
        raise InputError(
            "say which futures are cases with one of --above, --below, --worst and"
            f" --lowest; {len(said) or 'none'} of them"
            f" {'were' if len(said) > 1 else 'was'} given"
        )
    ((how, value),) = said.items()
    number = (
        value
        if isinstance(value, float)
        else _share("worst" if how == "highest" else how, str(value))
    )
    return Criterion(how, number)


def _share(option: str, text: str) -> float:
    """Return a share that is written as 10% or 0.1."""
    plain = text.strip().removesuffix("%")
    try:
        value = float(plain) / (100.0 if plain != text.strip() else 1.0)
    except ValueError:
        value = float("nan")
    if not 0.0 < value < 1.0:
        raise InputError(
            f"--{option} is {text!r}; write a share of all futures between 0% and 100%,"
            " such as 10%"
        )
    return value


def _loaded(folder: Path, outcome: str) -> tuple[str, Results]:
    """Return the name of an outcome as the sweep spells it, and the sweep with it."""
    from analysis.phrases import spelled
    from analysis.sweeps.loading import load, measured
    from analysis.sweeps.measured import at_times

    plain, yearly = measured(folder)
    over = {f"{one} {year}": one for one, years in yearly.items() for year in years}
    name = outcome.strip()
    if name not in plain and name not in over:
        with suppress(InputError):
            name = spelled(name)
    if name in plain:
        return name, load(folder, [name])
    if name in over:
        series = over[name]
        found = at_times(load(folder, [series]), series)
        year = name.removeprefix(f"{series} ")
        return name, replace(
            found, outcomes=found.outcomes.rename(columns={year: name})
        )
    raise InputError(
        f"the sweep has no outcome {outcome!r}; {nearest(name, [*plain, *over])}"
    )


# ---------------------------------------------------------------------------- showing


def case_words(found: Discovery, lang: str) -> tuple[str, str]:
    """Return what makes a future a case, for readers, and the unit of its bound."""
    from analysis.catalogue import OUTCOMES
    from analysis.phrases import described

    words, how = TEXT[lang], found.criterion.how
    labels, units = described(found.outcome)
    what, unit = labels[lang], f" [{units[lang]}]" if units[lang] else ""
    named = OUTCOMES.get(found.outcome)
    if named is not None and named.yes_or_no and 0.0 <= found.bound <= 1.0:
        if how in ("above", "highest"):
            return what, ""
        return words["what not"].format(what=what), ""
    return words[f"what {how}"].format(what=what, bound=f"{found.bound:.6g}"), unit


def _print(found: Discovery, wanted: float | None, lang: str) -> None:
    page, words = console(), TEXT[lang]
    design, cases = found.results.design, (found.searched.cases, found.held.cases)
    futures, replicates = len(found.results.outcomes), cases[0].shape[1]
    many = sum(int(one.sum()) for one in cases)
    what, unit = case_words(found, lang)
    page.print(
        Text(
            words["discover cases"].format(
                what=what,
                unit=unit,
                cases=f"{many:,}",
                futures=f"{futures:,}",
                base=f"{many / futures:.0%}",
                points=f"{len(design.points):,}",
                kind=words[f"design {design.kind}"],
                replicates=replicates,
            ),
            style="dim",
        )
    )
    for line in sentences(found, wanted, lang):
        page.print(Text(line))
    bounds = _bounds(found, lang)
    if bounds.row_count:
        say("")
        page.print(bounds)
    said = [words["discover legend"].format(resamples=found.resamples)]
    if found.box is not None:
        rule = words["discover chosen" if wanted is None else "discover dense"]
        said.insert(0, rule.format(wanted=f"{wanted or 0.0:.0%}"))
    if found.results.luck == "held":
        said.append(words["discover held"])
    say("")
    page.print(Text(" ".join(said), style="dim"))


def sentences(found: Discovery, wanted: float | None, lang: str) -> Iterator[str]:
    """Yield what a search came to, as sentences.

    Parameters
    ----------
    found : Discovery
        What it came to.
    wanted : float or None
        The density that was asked for.
    lang : {'en', 'ko'}
        The language.
    """
    words = TEXT[lang]
    searched, held = found.on_searched, found.on_held
    if found.box is None or searched is None or held is None:
        densest = found.trajectory.nlargest(1, "density").iloc[0]
        yield words[f"verdict {found.verdict}"].format(
            points=f"{found.searched.points:,}",
            wanted=f"{wanted or 0.0:.0%}",
            density=f"{densest['density']:.0%}",
            coverage=f"{densest['coverage']:.0%}",
        )
        return
    yield words["discover box"].format(
        what=case_words(found, lang)[0],
        density=f"{searched.density[0]:.0%}",
        box=found.box.words(found.searched.factors, lang),
        coverage=f"{searched.coverage[0]:.0%}",
    )
    yield words["discover tried"].format(
        points=f"{found.held.points:,}",
        base=f"{held.base:.0%}",
        **_with_ends("density", held.density),
        **_with_ends("coverage", held.coverage),
    )
    yield words[f"verdict {found.verdict}"].format(chance=f"{held.chance:.2g}")
    table = found.stability
    shaky = table[table["in_box"] & (table["share"] < _SHAKY)]["factor"]
    if len(shaky):
        yield words["discover shaky"].format(names=", ".join(dict.fromkeys(shaky)))


_SHAKY = 0.5
"""A bound of the box that fewer resamples have is told."""


def _with_ends(name: str, share: tuple[float, float, float]) -> dict[str, str]:
    said = [f"{one:.0%}" if isfinite(one) else "–" for one in share]
    return {
        name: said[0],
        f"{name}_from": said[1].removesuffix("%"),
        f"{name}_to": said[2],
    }


def _bounds(found: Discovery, lang: str) -> Table:
    """Return the sides of factors that the box or resamples bound, as a table."""
    words = TEXT[lang]
    factors = {one.name: one for one in found.searched.factors}
    table = listing(
        *(words[one] for one in ("factor", "bound", "quasi-p", "in halves")),
        *(words[one] for one in ("spread in halves", "meaning")),
        wrap=True,
    )
    shown = found.stability[
        found.stability["in_box"] | (found.stability["share"] >= _OFTEN)
    ]
    for row in shown.to_dict("records"):
        factor = factors[str(row["factor"])]
        table.add_row(
            Text(factor.name, style="bold" if row["in_box"] else "dim"),
            *map(Text, _cells(row, factor)),
            Text(factor.meaning(lang), style="dim"),
        )
    return table


_OFTEN = 0.25
"""Sides that are not in the box are shown if so many resamples bound them."""
_SIGNS = {"above": ">", "at_most": "≤", "without": "≠"}


def _cells(row: Mapping[Any, Any], factor: Factor) -> tuple[str, str, str, str]:
    """Return the bound, its quasi-p-values, how often it is there, and where."""
    sign, share = _SIGNS[row["kind"]], f"{row['share']:.0%}"
    between = (
        f"{_number(row['low'], factor)} … {_number(row['high'], factor)}"
        if isfinite(row["low"])
        else ""
    )
    if not row["in_box"]:
        return "–", "", f"{sign} {row['choice']} {share}".replace("  ", " "), between
    bound = f"{sign} {row['choice'] or _number(row['value'], factor)}"
    chances = f"{_chance(row['quasi_p'])} / {_chance(row['quasi_p_held'])}"
    return bound, chances, share, between


def _number(value: float, factor: Factor) -> str:
    from analysis.sweeps.boxes import places

    return f"{value:.{max(places(factor), 0)}f}"


def _chance(value: float) -> str:
    if not isfinite(value):
        return "–"
    return "<0.001" if value < 0.001 else f"{value:.2g}"


# ---------------------------------------------------------------------------- drawing


def _draw(found: Discovery, wanted: float | None, png: Path, lang: str) -> None:
    from analysis.charts import discovery_chart
    from sim.source import here

    figure = discovery_chart(
        found,
        title="".join(case_words(found, lang)),
        sentences=list(sentences(found, wanted, lang)),
        footer=here(),
        lang=lang,
    )
    save_chart(figure, png)
