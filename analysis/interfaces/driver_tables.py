"""What drives the outcomes of a sweep, as tables and in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.text import Text

from analysis.interfaces.lists import listing
from analysis.interfaces.show import decimals, shown
from analysis.interfaces.text import TEXT
from analysis.phrases import described

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console
    from rich.table import Table as Listing

    from analysis.interfaces.sensitivity import Course, Found
    from analysis.sweeps.results import Factor
    from analysis.sweeps.sensitivity import Drivers

__all__ = [
    "course_table",
    "course_title",
    "driver_table",
    "idle_words",
    "luck_between",
    "luck_words",
    "method_words",
    "pair_table",
    "print_drivers",
    "reading_words",
    "said_of_course",
    "said_of_drivers",
]

_MOST_ROWS, _MOST_PAIRS, _MOST_TIMES = 12, 5, 6
"""So many factors, pairs and times are printed; all of them are in the CSV."""
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "morris": ("mu_star", "sigma"),
    "sobol": ("ST", "S1"),
    "pawn": ("pawn",),
    "delta": ("delta",),
    "tornado": ("low_end", "high_end"),
}
"""Which indices of a method are printed."""


def print_drivers(page: Console, found: Found, lang: str) -> None:
    """Print what was found out about a sweep, and how it is to be read.

    Parameters
    ----------
    page : Console
        Where to.
    found : Found
        What was found.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    page.print(Text(method_words(found, lang)))
    for one in found.drivers:
        page.print()
        _print_outcome(page, found, one, lang)
    for course in found.courses:
        page.print()
        _print_course(page, found, course, lang)
    page.print()
    if found.drivers:
        page.print(Text(idle_words(found, lang)))
        page.print(Text(luck_between(found, lang)))
    page.print(Text(reading_words(found, lang), style="dim"))
    if found.drivers:
        page.print(Text(words["reading verdicts"], style="dim"))


def luck_words(one: Drivers, lang: str) -> str:
    """Return which share of the variance is luck, with its interval."""
    words, luck = TEXT[lang], one.luck
    if luck.replicates < 2:
        return words["luck one"]
    if not np.isfinite(luck.share):
        return words["luck none"]
    ends = (luck.share, luck.low, luck.high)
    share, low, high = (f"{100 * end:.0f}%" for end in ends)
    return words["luck share"].format(share=share, low=low, high=high)


# ---------------------------------------------------------------------------- a table


def _print_outcome(page: Console, found: Found, one: Drivers, lang: str) -> None:
    words = TEXT[lang]
    label, unit = (said[lang] for said in described(one.outcome))
    page.print(Text(words["drives"].format(what=label, unit=unit), style="bold"))
    page.print(driver_table(found, one, lang))
    counts, luck = said_of_drivers(found, one, lang)
    page.print(Text(counts))
    pairs = pair_table(one, lang)
    if pairs is not None:
        page.print(pairs)
    page.print(Text(luck))


def driver_table(found: Found, one: Drivers, lang: str) -> Listing:
    """Return the factors that drive an outcome most, as a table.

    Parameters
    ----------
    found : Found
        What was found out about the sweep.
    one : Drivers
        What drives the outcome.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    factors = {factor.name: factor for factor in found.results.design.factors}
    rows: Any = one.table.set_index(["factor", "index"])
    columns = _COLUMNS[one.method]
    order = one.order[:_MOST_ROWS]
    floored = bool((one.table["floor"] > 0).any())
    places = _places(one)
    heads = [words["factor"], *(words[f"index {index}"] for index in columns)]
    heads += [words["floor"]] if floored else []
    table = listing(*heads, words["verdict"], wrap=True)
    for name in order:
        lines = [rows.loc[(name, index)].to_dict() for index in columns]
        cells = [_cell(line, places) for line in lines]
        if floored:
            cells.append(shown(lines[0]["floor"], places))
        verdict = one.verdicts.get(name, "unclear")
        style = "bold" if verdict == "moves" else "dim"
        judged = Text(words[f"driver {verdict}"], style=style)
        table.add_row(_named(factors[name], lang), *cells, judged)
    return table


def said_of_drivers(found: Found, one: Drivers, lang: str) -> tuple[str, str]:
    """Return how many factors move an outcome, and what luck does, in sentences.

    Parameters
    ----------
    found, one, lang
        As for :func:`driver_table`.
    """
    words = TEXT[lang]
    counted = Counter(one.verdicts.values())
    counts = {name: f"{counted[name]:,}" for name in ("moves", "unclear", "none")}
    how_many = words["driver counts"].format(all=len(one.order), **counts)
    said = luck_words(one, lang)
    if found.results.luck == "fresh" and np.isfinite(one.luck.in_mean):
        share = f"{100 * one.luck.in_mean:.0f}%"
        said += " " + words["luck in means"].format(share=share)
    return how_many, said


def _named(factor: Factor, lang: str) -> Text:
    said = factor.meaning(lang)
    name = Text(factor.name, style="bold")
    return name + Text(f"\n{said}", style="dim") if said else name


def _cell(line: Mapping[str, Any], places: int) -> str:
    value, low, high = (float(line[one]) for one in ("value", "low", "high"))
    said = shown(value, places, sign="at" in line)
    if np.isfinite([low, high]).all() and low < high:
        said += f"\n[{shown(low, places)}, {shown(high, places)}]"
    if "at" not in line:
        return said
    from analysis.sweeps.ends import end_words

    return f"{end_words(line['at'])}: {said}"


def _places(one: Drivers) -> int:
    """Return decimals that show two digits of a middling interval's half."""
    table = one.table[one.table["factor"].isin(one.order[:_MOST_ROWS])]
    halves = (table["high"] - table["low"]).to_numpy() / 2.0
    halves = np.sort(halves[np.isfinite(halves) & (halves > 0)])
    largest = float(np.nanmax([0.0, *table["value"].abs()]))
    if not halves.size:
        return decimals(0.0, largest)
    return decimals(10.0 * float(halves[halves.size // 2]), largest)


def pair_table(one: Drivers, lang: str) -> Listing | None:
    """Return what pairs do only together, where it can be told from nothing.

    Parameters
    ----------
    one : Drivers
        What drives an outcome.
    lang : {'en', 'ko'}
        The language of words.
    """
    pairs = one.table[one.table["index"] == "S2"]
    clear = pairs[pairs["low"] > 0].sort_values("value", ascending=False)
    if clear.empty:
        return None
    places = _places(one)
    table = listing(TEXT[lang]["pair"], TEXT[lang]["index S2"], wrap=True)
    for row in clear.head(_MOST_PAIRS).to_dict("records"):
        cell = _cell({str(name): value for name, value in row.items()}, places)
        table.add_row(str(row["factor"]), cell)
    return table


def _print_course(page: Console, found: Found, course: Course, lang: str) -> None:
    page.print(Text(course_title(found, course, lang), style="bold"))
    page.print(course_table(found, course, lang))
    if len(course.order) > _MOST_ROWS:
        rest = len(course.order) - _MOST_ROWS
        page.print(Text(TEXT[lang]["driver rest"].format(n=f"{rest:,}")))


def course_title(found: Found, course: Course, lang: str) -> str:
    """Return what a table over time shows, with the index that is in it.

    Parameters
    ----------
    found : Found
        What was found out about the sweep.
    course : Course
        What drives a series over time.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    label, unit = (said[lang] for said in described(course.series, over_time=True))
    index = words[f"leading {found.method}"].format(unit=unit)
    return words["drives in time"].format(what=label, index=index)


def course_table(found: Found, course: Course, lang: str) -> Listing:
    """Return the leading index of the largest factors at some times.

    Parameters
    ----------
    found, course, lang
        As for :func:`course_title`.
    """
    leading = course.table[course.table["index"] == _COLUMNS[found.method][0]]
    times = [str(one) for one in leading["time"].unique()]
    step = -(-len(times) // _MOST_TIMES)
    chosen = times[::-1][::step][::-1]  # the last one always
    values: Any = leading.assign(time=leading["time"].astype(str)).pivot(
        index="factor", columns="time", values="value"
    )
    factors = {factor.name: factor for factor in found.results.design.factors}
    spread = float(np.nanmax([0.0, *leading["value"].abs()]))
    places = decimals(spread, spread)
    table = listing(TEXT[lang]["factor"], *chosen, wrap=True)
    for name in course.order[:_MOST_ROWS]:
        cells = [shown(float(values.loc[name, time]), places) for time in chosen]
        table.add_row(_named(factors[name], lang), *cells)
    return table


def said_of_course(found: Found, course: Course, lang: str) -> str:
    """Return which factor leads at first and at last, in a sentence.

    Parameters
    ----------
    found, course, lang
        As for :func:`course_title`.

    Returns
    -------
    str
        With the figures that stand in the table, of the times that it has.
    """
    words = TEXT[lang]
    leading = course.table[course.table["index"] == _COLUMNS[found.method][0]]
    spread = float(np.nanmax([0.0, *leading["value"].abs()]))
    places = decimals(spread, spread)
    listed = course_table(found, course, lang)
    told = []
    for time in (str(column.header) for column in listed.columns[1:]):
        here = leading[leading["time"].astype(str) == time]
        for first in here.nlargest(1, "value").to_dict("records"):
            if first["low"] > first["floor"]:
                figure = shown(float(first["value"]), places)
                told.append((time, str(first["factor"]), figure))
    if not told:
        return words["course none"]
    (early, one, before), (late, other, after) = told[0], told[-1]
    if early == late:
        return words["course one"].format(name=one, time=early, value=before)
    key = "course same" if {name for _, name, _ in told} == {one} else "course turns"
    return words[key].format(
        one=one, other=other, early=early, late=late, before=before, after=after
    )


# ----------------------------------------------------------------------- what is said


def method_words(found: Found, lang: str) -> str:
    """Return which method was used, and which others the design allows.

    Parameters
    ----------
    found : Found
        What was found out about the sweep.
    lang : {'en', 'ko'}
        The language of words.
    """
    from analysis.sweeps.sensitivity import possible

    words, design = TEXT[lang], found.results.design
    kind = words.get(f"design {design.kind}", design.kind)
    allowed = possible(design)
    own = design.kind in ("morris", "sobol", "one_at_a_time") and allowed[:1] == (
        found.method,
    )
    key = "as asked" if found.asked else "as made" if own else "as allowed"
    rest = [words[f"method {one}"] for one in allowed if one != found.method]
    said = words[key].format(method=words[f"method {found.method}"], kind=kind)
    if rest:
        return f"{said} {words['also'].format(names=', '.join(rest))}"
    return f"{said} {words['no other']}"


def luck_between(found: Found, lang: str) -> str:
    """Return whether luck can be taken for an effect, in words.

    Parameters
    ----------
    found : Found
        What was found out about the sweep.
    lang : {'en', 'ko'}
        The language of words.
    """
    alone = found.drivers[0].luck.replicates < 2
    fresh = found.results.luck == "fresh"
    return TEXT[lang][
        "luck fresh one" if fresh and alone else f"luck {found.results.luck}"
    ]


def reading_words(found: Found, lang: str) -> str:
    """Return how the indices of a method are to be read.

    Parameters
    ----------
    found : Found
        What was found out about the sweep.
    lang : {'en', 'ko'}
        The language of words.
    """
    key: str = found.method
    if key == "tornado":
        base = found.results.design.kind == "one_at_a_time"
        key = "ends from base" if base else "ends of space"
    return TEXT[lang][f"reading {key}"]


def idle_words(found: Found, lang: str) -> str:
    """Name the factors that moved no outcome, or say why there are none to name.

    Parameters
    ----------
    found : Found
        What was found out about the sweep.
    lang : {'en', 'ko'}
        The language of words.
    """
    words, results = TEXT[lang], found.results
    if found.idle:
        names = ", ".join(_families(found.idle, results.design.factors))
        return words["idle"].format(n=f"{len(found.idle):,}", names=names)
    if results.luck == "fresh":
        return words["idle unknown"]
    if results.design.kind in ("latin", "list"):
        return words["idle unseen"]
    return words["idle none"]


def _families(some: Sequence[Factor], factors: Sequence[Factor]) -> Iterator[str]:
    """Yield names; a parameter of which every state's copy is meant, only once."""

    def head(factor: Factor) -> str:
        return factor.name.partition(".")[0]

    whole, mine = Counter(map(head, factors)), Counter(map(head, some))
    seen: set[str] = set()
    for one in some:
        family = head(one)
        if mine[family] == whole[family] > 1:
            if family not in seen:
                yield f"{family}.*"
            seen.add(family)
        else:
            yield one.name
