"""The charts of a run or a comparison, with what is seen on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.interfaces.report.answers import headlines, tally
from analysis.interfaces.report.blocks import Chart, Section, Words
from analysis.interfaces.report.captions import Seen, seen
from analysis.interfaces.report.touched import series_of
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    import pandas as pd

    from analysis.charts.panels import Chart as Drawn
    from analysis.interfaces.report.blocks import Block
    from analysis.interfaces.report.result import Result

__all__ = ["charts_section"]

_MOST_CHARTS, _MOST_MATRICES, _MOST_PAIRS = 3, 5, 6
"""So many charts of series; scenarios of a chart of pairs; pairs of its table."""


def charts_section(result: Result, table: pd.DataFrame, lang: str) -> Section:
    """Return the charts of a result, each with what is seen on it.

    Parameters
    ----------
    result : Result
        The result.
    table : DataFrame
        Its table of outcomes, in the reader's language.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    blocks: list[Block] = [
        Words(words["report in the dark"], "dark"),
        *_about(result, lang),  # flat: on paper they fill the sheet before a tall one
        _overview(result, lang),
    ]
    if len(result.scenarios) > 1:
        blocks.append(_effects(result, headlines(table), lang))
    blocks += _of_pairs(result, lang)
    blocks.append(Words(words["report more charts"].format(lang=lang), "note"))
    blocks.append(Words(words["report on paper"], "paper"))
    return Section("charts", words["report charts"], tuple(blocks))


def _overview(result: Result, lang: str) -> Chart:
    """Draw the scenarios side by side, or all there is of a single one."""
    from analysis import charts
    from analysis.charts.panels import OVERVIEW

    if len(result.scenarios) == 1:
        titles = {each: TEXT[each]["report at a glance"] for each in TEXT}
        return _fans(result, replace(OVERVIEW, title=titles), lang)
    footer = _footer(result, "overview note", lang)
    figure = charts.overview(result.bands, OVERVIEW, footer=footer, lang=lang)
    return Chart(
        "overview", OVERVIEW.title[lang], figure, *_seen(result, OVERVIEW, lang)
    )


def _effects(result: Result, shown: pd.DataFrame, lang: str) -> Chart:
    from analysis import charts
    from analysis.charts.words import WORDS

    footer = _footer(result, "forest note", lang)
    figure = charts.forest(shown, footer=footer, lang=lang)
    title = WORDS[lang]["forest title"].format(control=result.scenarios[0].name)
    several = result.asked["runs"] > 1
    said = tally(shown, lang) if several else (TEXT[lang]["single"],)
    return Chart("effects", title, figure, said)


def _about(result: Result, lang: str) -> list[Chart]:
    """Draw the series that are near to what the scenarios ask about."""
    from analysis.charts.panels import CHARTS

    wanted = series_of(one.outcome for one in result.scenarios if one.outcome)
    about = [one for one in CHARTS if wanted & {panel.series for panel in one.panels}]
    return [_fans(result, one, lang) for one in about[:_MOST_CHARTS]]


def _fans(result: Result, chart: Drawn, lang: str) -> Chart:
    from analysis import charts

    note = "fan note" if len(result.scenarios) == 1 else "fans note"
    footer = _footer(result, note, lang)
    figure = charts.fans(result.bands, chart, footer=footer, lang=lang)
    return Chart(chart.name, chart.title[lang], figure, *_seen(result, chart, lang))


def _of_pairs(result: Result, lang: str) -> list[Chart]:
    """Draw who fears whom, and who is tied to whom, where the folder has all pairs."""
    from analysis import charts
    from analysis.charts.pairs import THREATS, TIES

    names = [one.name for one in result.scenarios][:_MOST_MATRICES]
    mine = replace(result, bands=result.bands[result.bands["scenario"].isin(names)])
    here = set(mine.bands["series"])
    source = _source(result, lang)
    brief = len(names) > 1
    made: list[Chart] = []
    for chart, draw in ((THREATS, charts.threat_matrix), (TIES, charts.ties_network)):
        if not {panel.series for panel in chart.panels} <= here:
            continue
        figure = draw(
            mine.bands, footer=source, lang=lang, most=len(names), brief=brief
        )
        found = _seen(mine, chart, lang, most=_MOST_PAIRS, alike=True)
        more = _promised(mine.bands, lang) if chart is TIES else ()
        words = (*found.words, *more)
        made.append(Chart(chart.name, chart.title[lang], figure, words, found.table))
    return made


def _promised(bands: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """Say which ties end deep enough to promise armed help, under which scenarios."""
    from analysis.charts.network import PROMISE
    from analysis.charts.pairs import TIES

    titles = {panel.series: panel.title[lang] for panel in TIES.panels}
    month = str(bands["month"].astype(str).max())
    last = bands[
        (bands["month"].astype(str) == month) & bands["series"].isin(list(titles))
    ]
    deep: dict[tuple[str, ...], list[str]] = {}
    for name in dict.fromkeys(last["scenario"].astype(str)):
        mine = last[(last["scenario"] == name) & (last["mean"] >= PROMISE)]
        which = tuple(titles[str(key)] for key in mine["series"])
        deep.setdefault(which, []).append(name)
    return tuple(
        TEXT[lang]["report deep" if which else "report deep none"].format(
            month=month,
            names=", ".join(names),
            n=len(which),
            all=len(titles),
            ties=", ".join(which),
        )
        for which, names in deep.items()
    )


def _seen(
    result: Result,
    chart: Drawn,
    lang: str,
    *,
    most: int | None = None,
    alike: bool = False,
) -> Seen:
    """Return what is seen on a chart; of one run nothing is said that needs several."""
    found = seen(result.bands, chart, lang, most=most, alike=alike)
    if result.asked["runs"] == 1:
        return Seen((TEXT[lang]["single"],), found.table)
    return found


def _footer(result: Result, note: str, lang: str) -> str:
    from analysis.charts.words import WORDS

    said = WORDS[lang][note].format(control=result.scenarios[0].name)
    return f"{said}\n{_source(result, lang)}"


def _source(result: Result, lang: str) -> str:
    from analysis.interfaces.views import source_line

    return source_line(result.asked, str(result.manifest.get("inputs")), lang)
