"""The answer to a scenario's question in plain words, computed from the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.interfaces.show import (
    is_headline,
    records,
    share,
    told_difference,
    told_level,
    usual_places,
)
from analysis.interfaces.text import TEXT
from analysis.phrases import described

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

__all__ = ["answers", "headlines", "overall", "tally"]


def answers(
    table: pd.DataFrame, asked: Mapping[str, str | None], lang: str
) -> tuple[str, ...]:
    """Return what became of what each scenario asks about.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.compare.table` returns, in the reader's language.
    asked : mapping
        Scenario to the outcome that it is about; the first is the control.
    lang : {'en', 'ko'}
        The language of words.
    """
    names = list(asked)
    control, treatments = names[0], names[1:]
    if not treatments:
        return _levels(table, control, asked[control], lang)
    said = []
    for name in treatments:
        outcome = asked[name] or asked[control]
        rows = _lines(table, outcome)
        if name in rows:
            said += [_difference(rows, control, name, lang)]
    return tuple(said)


def _lines(table: pd.DataFrame, outcome: str | None) -> dict[str, dict[str, Any]]:
    mine = table[table["outcome"] == outcome]
    return {str(row["scenario"]): row for row in records(mine)}


def _levels(
    table: pd.DataFrame, name: str, outcome: str | None, lang: str
) -> tuple[str, ...]:
    words, rows = TEXT[lang], _lines(table, outcome)
    if name not in rows:
        return ()
    row = rows[name]
    told = told_level(row, usual_places([row]))
    label, unit = _named(row, lang)
    runs = f"{int(row['runs']):,}"
    key = "report level" if told.low else "report share"
    if row["runs"] == 1:
        key = "report one"
    return (
        words[key].format(
            name=name,
            what=label,
            unit=unit,
            figure=told.figure,
            low=told.low,
            high=told.high,
            runs=runs,
        ),
    )


def _difference(
    rows: Mapping[str, dict[str, Any]], control: str, name: str, lang: str
) -> str:
    """Return one scenario's difference from the control, as certain as it is."""
    words, row = TEXT[lang], rows[name]
    usual = usual_places(list(rows.values()))
    label, unit = _named(row, lang)
    told = told_difference(row)
    if row["unchanged"] == 1.0:
        key = "report unchanged"
    elif not told.ends:
        key = "report one apart"
    elif not told.sure:
        key = "report unclear"
    else:
        key = "report higher" if row["difference"] > 0 else "report lower"
    low, high = told.ends or ("", "")
    return words[key].format(
        name=name,
        control=control,
        what=label,
        unit=unit,
        figure=told.figure,
        low=low,
        high=high,
        least=told.low,
        most=told.high,
        agree=share(row, "agree"),
        pairs=f"{int(row['pairs']):,}",
        level=told_level(rows[control], usual).figure,
    )


def _named(row: Mapping[str, Any], lang: str) -> tuple[str, str]:
    """Return what an outcome is, and its unit, as they stand in a sentence."""
    label, unit = (said[lang] for said in described(str(row["outcome"])))
    return label, unit or str(row["unit"])


def overall(table: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """Return how many headline outcomes each scenario moves, and which most.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.compare.table` returns, in the reader's language.
    lang : {'en', 'ko'}
        The language of words.
    """
    words = TEXT[lang]
    scenarios = list(dict.fromkeys(table["scenario"]))
    shown = headlines(table)
    said = []
    for name in scenarios[1:]:
        rows = records(shown[shown["scenario"] == name])
        sure = [row for row in rows if told_difference(row).sure]
        line = words["report moved"].format(
            name=name, control=scenarios[0], n=len(sure), all=len(rows)
        )
        first = _strongest(sure)
        if first:
            line += " " + words["report most"].format(
                control=scenarios[0],
                names="; ".join(_short(row, lang) for row in first),
            )
        said.append(line)
    return tuple(said)


def headlines(table: pd.DataFrame) -> pd.DataFrame:
    """Return the outcomes that are shown without being asked for everything.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.compare.table` returns.
    """
    return table[[is_headline(str(one)) for one in table["outcome"]]]


def tally(table: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """Return how many of all outcomes each scenario moves up, down, or not at all.

    Parameters
    ----------
    table : DataFrame
        What :func:`analysis.compare.table` returns.
    lang : {'en', 'ko'}
        The language of words.
    """
    said = []
    for name in list(dict.fromkeys(table["scenario"]))[1:]:
        rows = records(table[table["scenario"] == name])
        sure = [row["difference"] for row in rows if told_difference(row).sure]
        still = sum(row["unchanged"] == 1.0 for row in rows)
        up = sum(one > 0 for one in sure)
        said.append(
            TEXT[lang]["report tally"].format(
                name=name,
                all=len(rows),
                up=up,
                down=len(sure) - up,
                unclear=len(rows) - len(sure) - still,
                still=still,
            )
        )
    return tuple(said)


def _strongest(rows: Sequence[dict[str, Any]], many: int = 3) -> list[dict[str, Any]]:
    """Return the rows with the largest effects, in standard deviations of the control.

    Those that do not vary under the control have none, and are left out.
    """
    known = [row for row in rows if row["effect"] == row["effect"]]
    return sorted(known, key=lambda row: -abs(row["effect"]))[:many]


def _short(row: dict[str, Any], lang: str) -> str:
    told = told_difference(row)
    label, unit = _named(row, lang)
    ends = f" [{', '.join(told.ends)}]" if told.ends else ""
    return f"{label} {told.figure}{ends} {unit}".rstrip()
