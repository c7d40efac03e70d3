"""A forecast held against what happened, as a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from analysis.interfaces.asking import console, say
from analysis.interfaces.lists import listing
from analysis.interfaces.show import decimals, records, shown
from analysis.interfaces.text import TEXT

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    import pandas as pd
    from rich.table import Table as Listing

    from analysis.forecasts.forms import Forecast

__all__ = ["forecast_of", "log_table", "say_log_scores", "show_scores"]


def show_scores(
    forecast: Path,
    happened: Path | None,
    against: str | None,
    csv: Path | None,
    lang: str,
) -> None:
    """Print how good a forecast was, quantity by quantity.

    Parameters
    ----------
    forecast : Path
        A file in the form of :mod:`analysis.forecasts.forms`.
    happened : Path or None
        What happened, in a file; by default the project's own record, to 2020.
    against : str or None
        A rival: the name of a plain one, or the file of another forecast.
    csv : Path or None
        A folder for ``scores.csv``, a line a target, and ``summary.csv``.
    lang : {'en', 'ko'}
        The language of words.

    Raises
    ------
    InputError
        If a file is none of these, they have no target in common, or a package is
        missing.
    """
    from analysis.forecasts.forms import Forecast, read_record
    from analysis.forecasts.scores import score, summary
    from analysis.interfaces.findings import write_tables
    from analysis.observed.tables import record

    words = TEXT[lang]
    made = Forecast.read(forecast)
    real = record() if happened is None else read_record(happened)
    scored = score(made, real)
    rival = None if against is None else score(_rival(against, made, real), real)
    summed = summary(scored, rival)
    if csv is not None:
        write_tables(csv, {"scores": scored, "summary": summed}, "%.6g")
    heads = ["forecast of", "targets", "crps", "error of median", "bias"]
    heads += ["in_50", "in_90"] + (["rival", "skill"] if rival is not None else [])
    table = listing(*(words[one] for one in heads), wrap=True)
    for row in records(summed):
        table.add_row(*_line(row, lang))
    console().print(table)
    left = len(made.targets) - len(scored)
    if left:
        say(words["not on record"].format(n=f"{left:,}", all=f"{len(made.targets):,}"))
    say(words["score legend"])
    if rival is not None:
        say(words["skill legend"].format(rival=against))
    if made.kind == "quantile":
        say(words["log of quantiles"])
    else:
        say_log_scores(summed, lang)


def say_log_scores(rows: pd.DataFrame, lang: str) -> None:
    """Print the logarithmic score of counts, where there are any.

    Parameters
    ----------
    rows, lang
        As for :func:`log_table`.
    """
    table = log_table(rows, lang)
    if table is not None:
        say("")
        console().print(table)
        say(TEXT[lang]["log legend"])


def log_table(rows: pd.DataFrame, lang: str) -> Listing | None:
    """Return the logarithmic score of counts, where there are any.

    Parameters
    ----------
    rows : DataFrame
        ``quantity``, ``of``, ``log_score``, NaN where there is none, and perhaps
        ``log_gain``, by how much it is better than a rival's.
    lang : {'en', 'ko'}
        The language of words.
    """
    words, counts = TEXT[lang], rows[rows["log_score"].notna()]
    if counts.empty:
        return None
    heads = [one for one in ("log_score", "log_gain") if one in rows]
    table = listing(words["forecast of"], *(words[one] for one in heads), wrap=True)
    for row in records(counts):
        cells = [shown(row["log_score"], 2)]
        cells += [shown(row[one], 2, sign=True) for one in heads[1:]]
        table.add_row(forecast_of(row, lang), *cells)
    return table


def forecast_of(row: dict[str, Any], lang: str) -> str:
    """Return in words what a line of scores is of: ``military spending, ROK``."""
    from analysis.observed.tables import QUANTITIES

    known = QUANTITIES.get(row["quantity"])
    label = str(row["quantity"]) if known is None else known.label[lang]
    return f"{label}, {row['of']}" if row["of"] else label


def _rival(against: str, made: Forecast, real: pd.DataFrame) -> Forecast:
    """Return a rival's forecast of the same targets."""
    from pathlib import Path

    import pandas as pd

    from analysis.forecasts.forms import TARGET, Forecast
    from analysis.forecasts.rivals import RIVALS, rival
    from analysis.observed.tables import record

    path = Path(against)
    if against not in RIVALS and (path.suffix or path.exists()):
        return Forecast.read(path)
    past = pd.concat([real, record()]).drop_duplicates(TARGET)
    wanted = made.targets.merge(real[TARGET], on=TARGET)
    return rival(against, past, wanted)


def _line(row: dict[str, Any], lang: str) -> list[Text | str]:
    from analysis.observed.tables import QUANTITIES

    known = QUANTITIES.get(row["quantity"])
    sizes = [row[one] for one in ("crps", "error", "rival") if one in row]
    places = decimals(max(*sizes, 1e-9), max(*sizes, 1e-9))
    unit = "" if known is None else f"\n{known.unit[lang]}"
    cells: list[Text | str] = [
        Text(forecast_of(row, lang)) + Text(unit, style="dim"),
        f"{row['targets']:,}",
    ]
    cells += [shown(row["crps"], places), shown(row["error"], places)]
    cells.append(shown(row["bias"], places, sign=True))
    cells += [f"{row[one]:.0%}" for one in ("in_50", "in_90")]
    if "rival" in row:
        cells.append(shown(row["rival"], places))
        cells.append(shown(row["skill"], 2, sign=True))
    return cells
