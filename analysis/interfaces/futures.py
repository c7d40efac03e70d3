"""What was asked for, and the running of it into a folder of results."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.interfaces.digests import inputs_digest, numbers
from analysis.interfaces.manifest import MANIFEST, manifest
from analysis.interfaces.saving import Format, Series, save
from analysis.origin import engine
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from sim.history import History
    from sim.scenario import Scenario
    from sim.scenario.uncertainty import Uncertainty

__all__ = ["MOST_BYTES", "Request", "fill", "outcome_table", "run_all"]

MOST_BYTES = 4 * 2**30
"""A request whose tables would take more memory than this is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One command that runs futures, with everything that its numbers depend on.

    Attributes
    ----------
    command : str
        ``run`` or ``compare``.
    names : tuple of str
        The scenarios as the user named them.
    scenarios : tuple of Scenario
        As they are run: loaded, with the user's settings in them.
    settings : mapping of name to value
        What the user set for all of them.
    uncertainty : str or None
        How what nothing sets is taken in all of them; None as each says itself.
    seed, runs, keep : int
        Seed of the luck, futures of each scenario, and of how many of these the
        monthly series are kept.
    form : {'parquet', 'csv', 'dta'}
        How tables are written.
    fast : bool
        Whether months are run in compiled form.
    """

    command: str
    names: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    settings: Mapping[str, Any]
    seed: int
    runs: int
    keep: int
    form: Format
    fast: bool = False
    uncertainty: Uncertainty | None = None

    def __post_init__(self) -> None:
        if self.runs < 1:
            raise InputError(f"--runs is {self.runs}; it must be 1 or more")
        if self.keep < 1:
            raise InputError(f"--keep is {self.keep}; it must be 1 or more")
        seen = [scenario.name for scenario in self.scenarios]
        twice = sorted({name for name in seen if seen.count(name) > 1})
        if twice:
            raise InputError(
                f"two of the scenarios are called {twice[0]!r}; a comparison needs"
                " different ones, each under a name of its own"
            )

        spans = {(one.start, one.end) for one in self.scenarios}
        if len(spans) > 1:
            first, other = sorted(spans)[:2]
            raise InputError(
                "scenarios that cover different months cannot be compared: one runs"
                f" from {first[0]} to {first[1]}, another from {other[0]} to {other[1]}"
            )

    @property
    def inputs(self) -> dict[str, Any]:
        """What the numbers depend on, in plain types."""
        return {
            "command": self.command,
            "scenarios": [scenario.resolved() for scenario in self.scenarios],
            "settings": dict(self.settings),
            "uncertainty": self.uncertainty,
            "seed": self.seed,
            "runs": self.runs,
            "keep": self.keep,
            "format": self.form,
            "engine": engine(fast=self.fast),
        }

    @property
    def digest(self) -> str:
        """The hash of :attr:`inputs`, of the versions and of the model's source."""
        return inputs_digest(self.inputs)

    @property
    def arguments(self) -> list[str]:
        """The command line that asks for the same."""
        line = ["dilemma", self.command, *self.names]
        line += ["--runs", str(self.runs), "--seed", str(self.seed)]
        line += ["--keep", str(self.keep), "--format", self.form]
        for name, value in self.settings.items():
            line += ["--set", f"{name}={value}"]
        if self.uncertainty is not None:
            line += ["--uncertainty", self.uncertainty]
        return [*line, "--fast"] if self.fast else line

    def check(self) -> None:
        """Refuse what cannot be run: no seed, no compiler, more than memory holds.

        Raises
        ------
        InputError
            If the seed is no seed, the compiled form is not installed, or the tables
            would take more than :data:`MOST_BYTES`.
        """
        from analysis.outcomes import OUTCOMES
        from sim.fused import require_llvm
        from sim.luck import checked_seed
        from sim.scenario.plan import Plan
        from sim.state import SERIES

        checked_seed(self.seed)
        if self.fast:
            require_llvm()
        months = Plan(self.scenarios[0]).months
        scenarios, kept = len(self.scenarios), min(self.keep, self.runs)
        # Outcomes stand in memory twice, once as arrays and once as a table; series
        # of one scenario at a time are laid out a second time and compressed.
        outcomes = 2 * 8 * scenarios * self.runs * (len(OUTCOMES) + 2)
        series = 4 * (scenarios + 2) * kept * (months + 1) * len(SERIES)
        if self.form == "dta":
            series *= 2  # Stata's writer wants them all at once
        needed = outcomes + series
        if needed > MOST_BYTES:
            raise InputError(
                f"{self.runs:,} runs of {_counted(scenarios, 'scenario')}, with the"
                f" series of {kept:,} kept, would take about {needed / 2**30:,.1f} GiB"
                f" of memory; the limit is {MOST_BYTES / 2**30:g} GiB: ask for fewer"
                " runs" + (" or a smaller --keep" if series > outcomes else "")
            )


def series_labels() -> dict[str, str]:
    """Return what each recorded series is, with its unit."""
    from sim.state import SERIES, label

    return {key: f"{label(key)} [{field.unit}]" for key, field in SERIES.items()}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def run_all(
    request: Request,
    *,
    workers: int,
    progress: Callable[[int, int], None] | None = None,
) -> list[History]:
    """Run every scenario of a request.

    Parameters
    ----------
    request : Request
        What to run.
    workers : int
        Processes to share the work.
    progress : callable, optional
        Told the run-months done and their total.

    Returns
    -------
    list of History
        One per scenario, with all outcomes of all runs and the series of some.

    Raises
    ------
    InputError
        If it would not fit in memory, or the scenarios cover different months.
    """
    import numpy as np

    from analysis.outcomes import OUTCOMES
    from sim.ensemble import Rows, run_rows

    cases = [
        Rows(
            scenario=scenario,
            luck_ids=np.arange(request.runs),
            seed=request.seed,
            fast=request.fast,
        )
        for scenario in request.scenarios
    ]
    return run_rows(
        cases,
        workers=workers,
        outcomes=OUTCOMES,
        keep=request.keep,
        progress=progress,
    )


def fill(
    request: Request,
    folder: Path,
    histories: list[History],
    *,
    started: float,
    settled: Mapping[str, Any] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Write every table of a request that was run, the manifest last.

    Parameters
    ----------
    request : Request
        What was run.
    folder : Path
        An empty folder.
    histories : list of History
        What :func:`run_all` returned; emptied on the way, to save memory.
    started : float
        When it began, by :func:`time.perf_counter`.
    settled : mapping, optional
        How the number of runs was settled, if the request did not say.

    Returns
    -------
    comparison : DataFrame
        What :func:`analysis.compare.table` returns.
    spread : DataFrame
        What :func:`analysis.bands.bands` returns, of all scenarios.
    parts : DataFrame
        What :func:`analysis.parts.threat_parts` returns, of all scenarios.
    """
    import pandas as pd

    from analysis.bands import bands
    from analysis.compare import table
    from analysis.parts import threat_parts

    results = {one.scenario.name: numbers(one) for one in histories}
    comparison = table(histories)
    spread = pd.concat([bands(one) for one in histories], ignore_index=True)
    save(comparison, folder / "table", "csv")
    save(outcome_table(histories), folder / "outcomes", request.form)
    parts = pd.concat(
        [
            threat_parts(one, runs=request.runs, seed=request.seed)
            for one in request.scenarios
        ],
        ignore_index=True,
    )
    save(parts, folder / "parts", request.form)
    save(
        spread.assign(month=spread["month"].astype(str)), folder / "bands", request.form
    )
    with Series(folder / "series", request.form, series_labels()) as book:
        while histories:
            one = histories.pop(0)
            book.add(one.scenario.name, one.wide())
    written = manifest(
        inputs=request.inputs,
        results=results,
        arguments=request.arguments,
        folder=folder,
        seconds=time.perf_counter() - started,
    )
    if settled is not None:
        written["precision"] = dict(settled)
    text = json.dumps(written, indent=1, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return comparison, spread, parts


def outcome_table(histories: Sequence[History]) -> pd.DataFrame:
    """Return one line per scenario and run: luck id, then every outcome."""
    import numpy as np
    import pandas as pd

    return pd.concat(
        [
            pd.DataFrame(
                {
                    "scenario": one.scenario.name,
                    "row": np.arange(one.rows),
                    "luck_id": one.luck_ids,
                    **one.outcomes,
                }
            )
            for one in histories
        ],
        ignore_index=True,
    )
