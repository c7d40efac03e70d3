"""What came of holding the model against the record, as tables for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.interfaces.permuted import TEMPO
from analysis.interfaces.score import forecast_of
from analysis.interfaces.show import decimals, shown
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TypeAlias

    import pandas as pd

    Table: TypeAlias = Callable[[str, Iterable[tuple[str, ...]]], str]

__all__ = ["page_tables"]

_LANG = "en"


def page_tables(folder: Path, table: Table) -> dict[str, Callable[[], str]]:
    """Return the generated parts of the page on validation, by name.

    Parameters
    ----------
    folder : Path
        Where the committed tables are, ``validation_*.csv``.
    table : callable
        Header, with columns parted by ``|``, and rows of cells to a Markdown table.
    """

    def read(name: str) -> pd.DataFrame:
        import pandas as pd

        return pd.read_csv(folder / f"validation_{name}.csv", keep_default_na=True)

    return {
        "targets": lambda: _targets(read("targets"), table),
        "ruled": lambda: _ruled(read("waves"), table),
        "facts": lambda: _facts(read("facts"), table),
        "untested": _untested,
        "hindcast": lambda: _hindcast(read("hindcast"), table),
        "shuffled": lambda: _shuffled(read("shuffled")),
        "permuted": lambda: _permuted(read("permuted"), table),
        "permutedverdicts": lambda: _permuted_verdicts(
            read("permuted_verdicts"), table
        ),
        "permutedways": lambda: _permuted_ways(read("permuted_ways"), table),
        "posterior": lambda: _posterior(read("posterior"), table),
        "lenses": lambda: _lenses(read("lenses"), table),
    }


def _lines(found: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in one.items()} for one in found.to_dict("records")]


def _targets(found: pd.DataFrame, table: Table) -> str:
    from analysis.calibration.targets import TARGETS

    known = {one.name: one for one in TARGETS}
    rows = []
    for row in _lines(found):
        one = known[row["target"]]
        year = "" if np.isnan(row["year"]) else f" ({int(row['year'])})"
        rows.append(
            (
                one.words[_LANG],
                f"{one.tolerance:g} {one.unit}",
                one.basis,
                shown(row["before"], 1),
                shown(row["after"], 1),
                f"{shown(row['worst'], 1, sign=True)}{year}",
            )
        )
    heads = (
        "target | tolerance | why | pool | weighed | largest mean gap, in tolerances"
    )
    return table(heads, rows)


def _ruled(found: pd.DataFrame, table: Table) -> str:
    rows = []
    for lens, lines in found.groupby("lens", sort=False):
        left = " → ".join(f"{share:.1%}" for share in lines["left"])
        beyond = ", ".join(sorted({str(one) for one in lines["beyond"].dropna()}))
        sample = f"{float(lines['sample'].iloc[0]):,.0f}"
        rows.append((_plain(lens), left, beyond or "none", sample))
    return table("lens | left after each wave | out of reach | effective sample", rows)


def _facts(found: pd.DataFrame, table: Table) -> str:
    from analysis.calibration.facts import FACTS

    words, known = TEXT[_LANG], {one.name: one for one in FACTS}
    rows = []
    for row in _lines(found):
        one = known[row["fact"]]
        span = max(row["p975"] - row["p025"], abs(row["record"]), 1e-9)
        places = decimals(span, span)
        record, middle, low, high = (
            shown(row[name], places) for name in ("record", "p50", "p025", "p975")
        )
        verdict = row["shown"] if isinstance(row["shown"], str) else ""
        rows.append(
            (
                one.words[_LANG],
                f"{record} {one.source}",
                f"{middle} ({low} … {high})",
                "fitted" if one.fitted else "",
                f"**{words[f'shown {verdict}']}**",
            )
        )
    return table("fact | record | histories (95%) | | shown", rows)


def _untested() -> str:
    from analysis.calibration.facts import UNTESTED

    return "".join(f"- {one[_LANG]};\n" for one in UNTESTED.values())


def _hindcast(found: pd.DataFrame, table: Table) -> str:
    from analysis.calibration.hindcast import beside_rivals
    from analysis.forecasts.rivals import RIVALS

    rows = []
    for row in _lines(beside_rivals(found)):
        size = max(row["crps"], 1e-9)
        rows.append(
            (
                f"{row['origin']} ({row['sample']:,.0f})",
                forecast_of(row, _LANG),
                shown(row["crps"], decimals(size, size)),
                f"{row['in_50']:.0%}",
                f"{row['in_90']:.0%}",
                *(shown(row[one], 2, sign=True) for one in RIVALS),
                shown(row["log_score"], 2),
                shown(row["log_gain"], 2, sign=True),
            )
        )
    heads = ["to (effective sample)", "quantity", "CRPS", "in 50%", "in 90%"]
    heads += [f"skill: {_plain(one)}" for one in RIVALS]
    heads += ["log score", "gain on the best rival"]
    return table(" | ".join(heads), rows)


def _shuffled(found: pd.DataFrame) -> str:
    real = bool_column(found["real"])
    evidence = found["evidence"].to_numpy(dtype=float)
    others = evidence[~real]
    share = float(np.mean(others >= evidence[real][0]))
    median = evidence[real][0] - float(np.median(others))
    return (
        f"The years of launches and tests were put in {others.size} other orders, and"
        f" the same pool weighed by\neach. {share:.0%} of these records that never"
        " happened are fitted at least as well as the real one;\nthe logarithm of the"
        f" mean weight of the real one is {shown(median, 1, sign=True)} against their"
        " median.\n"
    )


_POINTS = {"fitted": "left by the record", "whole": "whole ranges"}


def _permuted(found: pd.DataFrame, table: Table) -> str:
    words = TEXT[_LANG]
    rows: list[tuple[str, ...]] = []
    for (points, family), lines in found.groupby(["points", "family"], sort=False):
        by = {(row["span"], row["measure"]): row for row in _lines(lines)}
        first = by[TEMPO[0]]
        if _POINTS[str(points)] not in (row[0] for row in rows):
            levels = (shown(by[one]["level"], 2) for one in TEMPO)
            rows.append((_POINTS[str(points)], "*as it is*", "", "", *levels))
        rows.append(
            (
                _POINTS[str(points)],
                words[f"family {family}"],
                f"{first['ways']}",
                f"{first['moved']:.0%}",
                *(_with_ends(by[one], "size") for one in TEMPO),
            )
        )
    heads = ["parameters", "what is moved", "ways", "by, of its range"]
    heads += [words[f"{span} {measure}"] for span, measure in TEMPO]
    return table(" | ".join(heads), rows)


def _permuted_verdicts(found: pd.DataFrame, table: Table) -> str:
    words = TEXT[_LANG]
    keyed = {
        (row["points"], row["span"], row["measure"], row["against"]): row
        for row in _lines(found[found["family"] == _SHOWN])
    }
    rows = []
    for points, *tempo, against in keyed:
        if points != "fitted" or tuple(tempo) not in TEMPO:
            continue
        cells = []
        for space in _POINTS:
            row = keyed[space, *tempo, against]
            cells += [
                _with_ends(row, "ratio"),
                shown(row["evened"], 2),
                f"**{_VERDICTS[row['verdict']]}**",
            ]
        rows.append((words[" ".join(tempo)], words[f"family {against}"], *cells))
    heads = ["tempo", "against"]
    for space in _POINTS.values():
        heads += [f"ratio, {space}", "at equal shares", "verdict"]
    return table(" | ".join(heads), rows)


_SHOWN = "US"
"""Of whose profiles the page compares; the written table has all."""
_VERDICTS = {"less": "less", "more": "MORE", "open": "open"}


def _permuted_ways(found: pd.DataFrame, table: Table) -> str:
    from sim.scenario.bundles import profiles

    words = TEXT[_LANG]
    titles = {name: one.title[_LANG] for name, one in profiles().items()}
    keyed = {
        (row["points"], row["family"], row["way"]): row
        for row in _lines(found[found["measure"] == TEMPO[0][1]])
    }
    rows = []
    for (points, family, way), row in keyed.items():
        if points != "fitted":
            continue
        rows.append(
            (
                words[f"family {family}"],
                ", ".join(titles.get(one, one) for one in way.split(", ")),
                f"{row['moved']:.0%}",
                *(
                    _with_ends(keyed[one, family, way], "shift", sign=True)
                    for one in _POINTS
                ),
            )
        )
    heads = ["what is moved", "to", "by, of its range", *_POINTS.values()]
    return table(" | ".join(heads), rows)


def _with_ends(row: dict[str, Any], name: str, *, sign: bool = False) -> str:
    low, middle, high = (
        shown(row[one], 2, sign=sign) for one in (f"{name}_from", name, f"{name}_to")
    )
    if not np.isfinite(row[f"{name}_to"]):
        return TEXT[_LANG]["over"].format(low=low)
    return f"{middle} ({low} to {high})"


def bool_column(column: pd.Series[Any]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Return a column of True and False, however it was read."""
    return np.array([str(one) == "True" for one in column])


def _posterior(found: pd.DataFrame, table: Table) -> str:
    rows = []
    for row in _lines(found.sort_values("narrowed", kind="stable")):
        if row["told"] == "nothing":
            continue
        places = decimals(row["p95"] - row["p05"], max(abs(row["high"]), 1e-9))
        first, low, high, start, middle, end = (
            shown(row[one], places)
            for one in ("first", "low", "high", "p05", "p50", "p95")
        )
        rows.append(
            (
                f"`{row['parameter']}`",
                first,
                f"{low} to {high}",
                f"{middle} ({start} to {end})",
                row["told"],
            )
        )
    silent = found.loc[found["told"] == "nothing", "parameter"]
    heads = "parameter | first guess | range | weighed (90%) | the record tells"
    names = ", ".join(f"`{one}`" for one in silent)
    return table(heads, rows) + f"\nIt tells nothing of: {names}.\n"


def _lenses(found: pd.DataFrame, table: Table) -> str:
    years = list(dict.fromkeys(found["years"].astype(str)))
    rows = []
    for lens, lines in found.groupby("lens", sort=False):
        cells = [
            f"{shown(score, 1)} ±{shown(error, 1)}"
            for score, error in zip(lines["score"], lines["error"], strict=True)
        ]
        error = float(np.sqrt((lines["error"] ** 2).sum()))
        whole = f"{shown(float(lines['score'].sum()), 1)} ±{shown(error, 1)}"
        rows.append((_plain(lens), *cells, whole))
    return table(" | ".join(["lens", *years, "sum"]), rows)


def _plain(name: object) -> str:
    return str(name).replace("_", " ")
