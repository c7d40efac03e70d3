"""What a sweep is about and what came of it, whoever made the design and the runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from analysis.cards import LINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

__all__ = ["Design", "Factor", "Luck", "Method", "Results"]

Luck = Literal["held", "fresh"]
"""Whether replicate k has the same luck at every point, or luck of its own."""
Method = Literal["morris", "sobol", "pawn", "delta", "tornado"]
"""How it is found out what drives an outcome."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that a sweep varies.

    Attributes
    ----------
    name : str
        A parameter's flat name, or the name of a choice (``administration``).
    low, high : float
        The range of a number; NaN for a choice.
    choices : tuple of str
        What may be chosen; empty for a number.
    words : mapping of language to str
        What it is, for readers.
    """

    name: str
    low: float = float("nan")
    high: float = float("nan")
    choices: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def meaning(self, lang: str) -> str:
        """Return what it is, in English if need be; empty if its name says as much."""
        said = self.words.get(lang) or self.words.get("en", "")
        line = None if self.choices else LINES.get(self.name.partition(".")[0])
        if line and lang == "ko":  # a saved sweep has nothing but the English
            said = line["meaning_ko"]
        return "" if said == self.name.replace("_", " ") else str(said)


@dataclass(frozen=True, eq=False)
class Design:
    """Points at which a sweep is run.

    Attributes
    ----------
    kind : str
        ``grid``, ``list``, ``latin``, ``sobol``, ``morris`` or ``one_at_a_time``.
    factors : tuple of Factor
        What is varied, in the order of the columns.
    points : DataFrame
        One line per point, one column per factor: numbers in the parameter's unit,
        choices by name. In the order that the kind needs (for ``sobol`` and
        ``morris``, SALib's).
    options : mapping of str to number
        What analysis has to know: ``base`` and ``second_order`` (0 or 1) for
        ``sobol``; ``trajectories`` and ``levels`` for ``morris``.
    """

    kind: str
    factors: tuple[Factor, ...]
    points: pd.DataFrame
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Results:
    """What came out of a sweep.

    Attributes
    ----------
    design : Design
        The points.
    outcomes : DataFrame
        One line per future, in order of ``point`` and ``replicate`` (both are
        columns, counted from 0), and one column per outcome.
    luck : {'held', 'fresh'}
        How replicates get their luck.
    seed : int
        Of the luck and of the design.
    series : mapping of outcome to DataFrame, optional
        For outcomes over time: one line per future as above, one column per label
        (``2030``), for indices over time.
    """

    design: Design
    outcomes: pd.DataFrame
    luck: Luck
    seed: int
    series: Mapping[str, pd.DataFrame] = field(default_factory=dict)
