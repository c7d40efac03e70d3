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

_MOST_CHARTS = 3


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
        _overview(result, lang),
    ]
    if len(result.scenarios) > 1:
        blocks.append(_effects(result, headlines(table), lang))
    blocks += _about(result, lang)
    blocks.append(Words(words["report more charts"].format(lang=lang), "note"))
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


def _seen(result: Result, chart: Drawn, lang: str) -> Seen:
    """Return what is seen on a chart; of one run nothing is said that needs several."""
    found = seen(result.bands, chart, lang)
    if result.asked["runs"] == 1:
        return Seen((TEXT[lang]["single"],), found.table)
    return found


def _footer(result: Result, note: str, lang: str) -> str:
    from analysis.charts.words import WORDS
    from analysis.interfaces.views import source_line

    said = WORDS[lang][note].format(control=result.scenarios[0].name)
    digest = str(result.manifest.get("inputs"))
    return f"{said}\n{source_line(result.asked, digest, lang)}"
