"""What drives the outcomes of a sweep, as charts: which ones, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from analysis.interfaces.driver_tables import luck_words
from analysis.interfaces.text import TEXT
from analysis.phrases import described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.figure import Figure

    from analysis.interfaces.sensitivity import Found
    from analysis.sweeps.sensitivity import Drivers

__all__ = ["figures"]

_LONGEST_NAME = 80


def figures(found: Found, lang: str) -> Iterator[tuple[str, Figure]]:
    """Yield the charts of what was found, each with the name of its file.

    Parameters
    ----------
    found : Found
        What was found.
    lang : {'en', 'ko'}
        The language of words.
    """
    from analysis import charts

    words, labels = TEXT[lang], _labels(found, lang)
    for one in found.drivers:
        label, unit = (said[lang] for said in described(one.outcome))
        name = _file_name(one.outcome)
        common: dict[str, Any] = {
            "order": one.order,
            "labels": labels,
            "title": words["drives in short"].format(what=label),
            "footer": _footer(found, lang, one),
            "lang": lang,
        }
        if one.method == "tornado":
            base = found.results.design.kind == "one_at_a_time"
            along = f"{words['against base' if base else 'against all']} [{unit}]"
            figure = charts.tornado_chart(one.table, unit=along, **common)
            yield f"tornado-{name}", figure
            continue
        common |= {"unit": unit, "verdicts": one.verdicts}
        figure = charts.index_bars(
            one.table, method=one.method, luck=one.luck, **common
        )
        yield f"{one.method}-{name}", figure
        if one.method == "morris":
            yield f"morris-plane-{name}", charts.morris_plane(one.table, **common)
    for course in found.courses:
        label, unit = (said[lang] for said in described(course.series, over_time=True))
        figure = charts.index_lines(
            course.table,
            method=found.method,
            order=course.order,
            labels=labels,
            title=words["drives in short"].format(what=label),
            unit=unit,
            footer=_footer(found, lang),
            lang=lang,
        )
        yield f"{found.method}-over-time-{_file_name(course.series)}", figure


def _labels(found: Found, lang: str) -> dict[str, str]:
    """Return every factor's name with what it is."""
    return {
        one.name: f"{one.name}: {said}" if (said := one.meaning(lang)) else one.name
        for one in found.results.design.factors
    }


def _footer(found: Found, lang: str, one: Drivers | None = None) -> str:
    """Return what a chart is made of."""
    from analysis.charts.words import WORDS
    from sim.source import here

    words, results = TEXT[lang], found.results
    made = words["drivers made"].format(
        points=f"{len(results.design.points):,}",
        kind=words.get(f"design {results.design.kind}", results.design.kind),
        replicates=f"{len(results.outcomes) // max(len(results.design.points), 1):,}",
        seed=results.seed,
    )
    luck = words[f"luck {results.luck} in short"]
    lines = [f"{here()} · {found.source} · {made}; {luck}", WORDS[lang]["sources"]]
    return "\n".join([luck_words(one, lang), *lines] if one else lines)


def _file_name(outcome: str) -> str:
    """Return an outcome's name as a file's: a sweep may come from anybody."""
    plain = re.sub(r"[^\w.+-]+", "_", outcome)[:_LONGEST_NAME]
    return plain.lstrip(".") or "outcome"
