"""Threat taken apart: the terms of what one state feels from another, by month.

The terms come from replaying a few runs with the terms of every rule shown, so
that they are those of the model itself and add up to the threat that it records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.intervals import of_mean
from sim.cast import others

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from sim.model import StrategicModel
    from sim.scenario import Scenario
    from sim.terms import Rows

__all__ = ["DYADS", "MOST_ROWS", "TERMS", "part", "threat_parts"]

DYADS = (
    ("ROK", "NK"),
    ("Japan", "NK"),
    ("Japan", "China"),
    ("NK", "US"),
    ("US", "China"),
)
"""Who fears whom, in the order in which charts show it."""

TERMS = ("relative", "absolute", "hostage", "nuclear", "linear", "allies")
"""The terms, in the order in which they are stacked."""

MOST_ROWS = 50
"""So many runs are replayed; their mean is smooth enough to look at."""


def part(observer: str, observed: str, term: str) -> str:
    """Return the name under which a term of felt threat is tabled."""
    return f"threat_part.{observer}.{observed}.{term}"


class _Parts:
    """Adds up, month by month, the terms of the threats that are wanted."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Rows]] = {
            part(*dyad, term): [] for dyad in DYADS for term in TERMS
        }

    def see(self, month: int, model: StrategicModel, terms: Mapping[Any, Any]) -> None:
        """Take the month's terms; the state at the beginning has none."""
        if not terms:
            return
        for observer, observed in DYADS:
            place = others(observer).index(observed)
            saturation = model.laws[observer].parameters["saturation"]
            intent = terms["hostile_intent"][observer].total[place]
            could = terms["vulnerability"][observer]
            felt = terms["threat"][observer]
            found = {
                name: saturation * intent * could[name][place]
                for name in ("relative", "absolute", "hostage", "nuclear")
            }
            found["linear"] = felt["linear"][place]
            found["allies"] = felt["allies_danger"][place]
            for term in TERMS:
                self.rows[part(observer, observed, term)].append(found[term])

    def table(self, rows: int) -> Mapping[str, NDArray[np.float64]]:
        """Return ``mean`` and the ends of its interval, part by part and by month."""
        lines = [
            np.broadcast_to(month, (rows,))
            for months in self.rows.values()
            for month in months
        ]
        every = np.array(lines, dtype=np.float64)
        low, high = of_mean(every)
        return {"mean": every.mean(axis=-1), "mean_from": low, "mean_to": high}


def threat_parts(scenario: Scenario, *, runs: int, seed: int) -> pd.DataFrame:
    """Return the mean terms of felt threat by month.

    Parameters
    ----------
    scenario : Scenario
        What to replay.
    runs : int
        How many runs there are; at most :data:`MOST_ROWS` of them, the first, are
        replayed.
    seed : int
        Of the luck.

    Returns
    -------
    DataFrame
        ``scenario``, ``series`` (``threat_part.OBSERVER.OBSERVED.TERM``), ``month``,
        ``mean`` and the ends of its 95% Monte Carlo interval over the runs replayed,
        ``mean_from`` and ``mean_to``: one line per term of :data:`TERMS`, pair of
        :data:`DYADS` and month simulated. The terms of a pair sum to the mean of its
        felt threat.
    """
    import pandas as pd

    from sim.model import StrategicModel

    parts, rows = _Parts(), min(runs, MOST_ROWS)
    model = StrategicModel(
        scenario,
        rows=rows,
        seed=seed,
        recorder=parts,
        explain=True,
        collect=False,
    )
    while model.running:
        model.step()
    labels = model.plan.labels
    return pd.DataFrame(
        {
            "scenario": scenario.name,
            "series": np.repeat(list(parts.rows), len(labels)),
            "month": np.tile(labels, len(parts.rows)),
            **parts.table(rows),
        }
    )
