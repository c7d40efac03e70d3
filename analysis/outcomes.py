"""Outcomes: one number per run, read off a history.

Any function of a history that returns one finite number per run is an outcome.
Those with a name are in :data:`OUTCOMES`; each says its unit and what a higher
value means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.catalogue import GROUPS, OUTCOMES, Measure, Outcome
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from analysis.measures import Runs
    from sim.history import History

__all__ = [
    "GROUPS",
    "OUTCOMES",
    "Measure",
    "Outcome",
    "name_of",
    "values",
]


def values(history: History, outcome: Measure | str) -> Runs:
    """Return an outcome of every run, checked.

    Parameters
    ----------
    history : History
        What happened under one scenario.
    outcome : Outcome, str or callable
        An outcome, its name, or any function of a history.

    Returns
    -------
    ndarray, shape (rows,)
        In float64. Where the history carries the outcome already (it was read
        while the futures ran, before their series were let go), that is taken.

    Raises
    ------
    InputError
        If the name is unknown, the function does not return one number per run,
        or some runs' numbers are not finite; these runs are named.
    """
    name = name_of(outcome)
    rows = history.rows
    ready = history.outcomes if isinstance(outcome, (str, Outcome)) else {}
    if name in ready:
        found: Runs = np.asarray(ready[name], dtype=np.float64)
    elif isinstance(outcome, str):
        if outcome not in OUTCOMES:
            known = nearest(outcome, OUTCOMES)
            raise InputError(f"there is no outcome {outcome!r}; {known}")
        found = OUTCOMES[outcome](history)
    else:
        try:
            found = np.asarray(outcome(history), dtype=np.float64)
        except (TypeError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(
                f"outcome {name!r} returned no numbers: {error}"
            ) from error
    if found.shape == (history.kept,) and history.kept < rows:
        raise InputError(
            f"outcome {name!r} needs the series of all {rows:,} runs, and those of"
            f" {history.kept:,} were kept; give it to sim.run as outcomes=, or keep"
            " more"
        )
    if found.shape != (rows,):
        raise InputError(
            f"outcome {name!r} returned shape {found.shape}; it must return one number"
            f" per run, shape ({rows},)"
        )
    bad = np.flatnonzero(~np.isfinite(found))
    if bad.size:
        luck = np.asarray(history.luck_ids)[bad[:5]]
        some = ", ".join(
            f"row {row} (luck id {one}): {found[row]}"
            for row, one in zip(bad[:5], luck, strict=True)
        )
        raise InputError(
            f"outcome {name!r} of {history.scenario.name!r} is not a finite number in"
            f" {bad.size:,} of {rows:,} runs: {some}{', ...' if bad.size > 5 else ''}"
        )
    return found


def name_of(outcome: Measure | str) -> str:
    """Return the name under which an outcome is tabled."""
    if isinstance(outcome, str):
        return outcome
    name = getattr(outcome, "name", None) or getattr(outcome, "__name__", "outcome")
    return "outcome" if name == "<lambda>" else str(name)
