"""What people look at: charts and a plain table, in one language, made from tables.

They stand in a folder named after the language inside the result, and come from
the saved tables alone, so a result can be seen in another language without running
anything again.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from analysis.interfaces.pictures import DPI

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

__all__ = ["draw_views", "source_line", "view_folder"]


def view_folder(folder: Path, lang: str) -> Path:
    """Return where the charts of a language stand inside a result."""
    return folder / f"charts-{lang}"


def draw_views(
    folder: Path,
    *,
    comparison: pd.DataFrame,
    spread: pd.DataFrame,
    parts: pd.DataFrame,
    asked: Mapping[str, Any],
    digest: str,
    lang: str,
    table_text: str,
) -> None:
    """Write every chart and the table of a result in one language.

    Parameters
    ----------
    folder : Path
        The result, or the hidden folder in which it grows.
    comparison, spread, parts : DataFrame
        What :func:`analysis.compare.table`, :func:`analysis.bands.bands` and
        :func:`analysis.parts.threat_parts` return.
    asked : mapping
        The inputs, as in the manifest.
    digest : str
        Hash of the inputs, which the footer names.
    lang : {'en', 'ko'}
        The language.
    table_text : str
        The table as plain text.
    """
    from analysis import charts
    from analysis.charts.compositions import STACKS, THREAT_PARTS
    from analysis.charts.panels import CHARTS, OVERVIEW
    from analysis.charts.words import WORDS
    from analysis.compare import in_language
    from analysis.parts import MOST_ROWS

    words = WORDS[lang]
    source = source_line(asked, digest, lang)
    scenarios = list(dict.fromkeys(comparison["scenario"]))
    target = view_folder(folder, lang)
    growing = target.with_name(f".{target.name}")
    shutil.rmtree(growing, ignore_errors=True)
    growing.mkdir()
    figures = {}
    for chart in CHARTS:
        note = words["fan note" if len(scenarios) == 1 else "fans note"].format(
            control=scenarios[0]
        )
        figures[chart.name] = charts.fans(
            spread, chart, footer=f"{note}\n{source}", lang=lang
        )
    means = words["means note"]
    for stack in STACKS:
        figures[stack.name] = charts.stacks(
            spread, stack, footer=f"{means}\n{source}", lang=lang
        )
    replayed = words["parts note"].format(runs=min(asked["runs"], MOST_ROWS))
    figures[THREAT_PARTS.name] = charts.stacks(
        parts, THREAT_PARTS, footer=f"{replayed}\n{source}", lang=lang
    )
    figures["threat_matrix"] = charts.threat_matrix(spread, footer=source, lang=lang)
    figures["ties_network"] = charts.ties_network(spread, footer=source, lang=lang)
    if len(scenarios) > 1:
        note = words["overview note"].format(control=scenarios[0])
        figures["overview"] = charts.overview(
            spread, OVERVIEW, footer=f"{note}\n{source}", lang=lang
        )
        figures["effects"] = charts.forest(
            in_language(comparison, lang),
            footer=f"{words['forest note'].format(control=scenarios[0])}\n{source}",
            lang=lang,
        )
    for name, figure in figures.items():
        figure.savefig(growing / f"{name}.png", dpi=DPI)
    (growing / "table.txt").write_text(table_text, encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    growing.replace(target)


def source_line(asked: Mapping[str, Any], digest: str, lang: str) -> str:
    """Return what a chart of a result is made of, for its footer.

    Parameters
    ----------
    asked : mapping
        The inputs, as in the manifest.
    digest : str
        Hash of the inputs.
    lang : {'en', 'ko'}
        The language.
    """
    from analysis.charts.words import WORDS

    words = WORDS[lang]
    made = words["runs"].format(runs=f"{asked['runs']:,}", seed=asked["seed"])
    source = f"dilemma {_version()} · {asked['command']}-{digest[:12]} · {made}"
    if asked["keep"] < asked["runs"]:
        source += " · " + words["kept"].format(kept=f"{asked['keep']:,}")
    return f"{source}\n{words['sources']}"


def _version() -> str:
    from sim.source import version_of

    return version_of("dilemma")
