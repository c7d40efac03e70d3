"""Paired differences between futures that share their luck.

Two scenarios run from the same seed give every run the same luck, so the
difference between run ``k`` of one and run ``k`` of the other is what the change
did in that future, free of noise that both share. The mean of these differences
has a Monte Carlo interval (more runs narrow it); their spread says how unlike the
futures are (more runs do not narrow it). The two are never mixed up here: the ends of
a spread are called ``low`` and ``high``, those of the 95% Monte Carlo interval of a
figure, the ends of a spread among them, have its name with ``_from`` and ``_to``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from analysis.intervals import (
    columns,
    mean_error,
    of_mean,
    of_quantile,
    of_sd,
    of_share,
    student,
)
from analysis.outcomes import GROUPS, OUTCOMES, Outcome, name_of, values
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from analysis.intervals import Luck
    from analysis.measures import Runs
    from analysis.outcomes import Measure
    from sim.history import History

__all__ = [
    "Paired",
    "Summary",
    "in_language",
    "paired",
    "summary",
    "table",
    "unit_of",
    "without_effect",
]

LOW, HIGH = 0.05, 0.95
"""The share of runs below the lower and the upper end of every spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One outcome over the runs of one scenario.

    Attributes
    ----------
    outcome : str
        Name of the outcome.
    median, low, high : float
        Median, and the values below which 5% and 95% of the runs lie.
    mean, sd : float
        Mean and standard deviation over runs (``sd`` is nan for one run).
    median_from, median_to, low_from, low_to, high_from, high_to : float
        Ends of their 95% Monte Carlo intervals; nan where there are too few runs.
    mean_from, mean_to, sd_from, sd_to : float
        Likewise.
    runs : int
        Number of runs.
    """

    outcome: str
    median: float
    median_from: float
    median_to: float
    low: float
    low_from: float
    low_to: float
    high: float
    high_from: float
    high_to: float
    mean: float
    mean_from: float
    mean_to: float
    sd: float
    sd_from: float
    sd_to: float
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What a change did to one outcome, run by run.

    Attributes
    ----------
    outcome : str
        Name of the outcome.
    mean : float
        Mean of the paired differences, treatment minus control.
    ci_low, ci_high : float
        Its 95% Monte Carlo interval; nan where there is but one draw of luck.
    sd : float
        Standard deviation of the paired differences over pairs.
    low, high : float
        The values below which 5% and 95% of the paired differences lie.
    agree : float
        Share of pairs whose difference has the sign of the mean; a difference
        of zero does not agree. nan where the mean is zero.
    unchanged : float
        Share of pairs that the change left exactly as they were.
    sd_from, sd_to, low_from, low_to, high_from, high_to : float
        Ends of their 95% Monte Carlo intervals; nan where there are too few pairs.
    agree_from, agree_to, unchanged_from, unchanged_to : float
        Likewise.
    pairs : int
        Number of pairs.
    lucks : int
        Number of distinct draws of luck among them.
    """

    outcome: str
    mean: float
    ci_low: float
    ci_high: float
    sd: float
    sd_from: float
    sd_to: float
    low: float
    low_from: float
    low_to: float
    high: float
    high_from: float
    high_to: float
    agree: float
    agree_from: float
    agree_to: float
    unchanged: float
    unchanged_from: float
    unchanged_to: float
    pairs: int
    lucks: int

    @property
    def no_effect(self) -> bool:
        """Whether every pair is exactly equal: no effect at all, not a small one."""
        return self.unchanged == 1.0

    @property
    def sure(self) -> bool:
        """Whether the Monte Carlo interval leaves zero out."""
        return self.ci_low > 0 or self.ci_high < 0

    def __str__(self) -> str:
        if self.no_effect:
            return f"{self.outcome}: no effect at all ({self.pairs:,} pairs)"
        return (
            f"{self.outcome}: {self.mean:+.4g}"
            f" [95% CI {self.ci_low:.4g} to {self.ci_high:.4g}],"
            f" 5-95% of runs {self.low:.4g} to {self.high:.4g},"
            f" {self.agree:.0%} of {self.pairs:,} runs agree in sign"
        )


def summary(history: History, outcome: Measure | str) -> Summary:
    """Return the median and the spread of an outcome over runs.

    Parameters
    ----------
    history : History
        What happened under one scenario.
    outcome : Outcome, str or callable
        An outcome, its name in :data:`analysis.outcomes.OUTCOMES`, or any
        function of a history that returns one number per run.

    Returns
    -------
    Summary
        Median, 5% and 95% quantile, mean, standard deviation, each with its Monte
        Carlo interval, and the number of runs.

    Raises
    ------
    InputError
        If the outcome is unknown, or is not one finite number per run.
    """
    over_runs = values(history, outcome)
    luck = np.asarray(history.luck_ids)
    return Summary(
        outcome=name_of(outcome),
        **_quantiles(over_runs, luck, median=0.5, low=LOW, high=HIGH),
        mean=float(over_runs.mean()),
        **columns("mean", of_mean(over_runs, luck)),
        sd=_sd(over_runs),
        **columns("sd", of_sd(over_runs, luck)),
        runs=over_runs.size,
    )


def _quantiles(over_runs: Runs, luck: Luck, **shares: float) -> dict[str, float]:
    """Return quantiles under their names, each with the ends of its interval."""
    ordered, lucks = np.sort(over_runs), int(np.unique(luck).size)
    found: dict[str, float] = {}
    for name, share in shares.items():
        found[name] = float(np.quantile(ordered, share))
        found |= columns(name, of_quantile(ordered, share, lucks))
    return found


def paired(treatment: History, control: History, outcome: Measure | str) -> Paired:
    """Return the difference that a change made, run by run.

    Runs are joined on their luck id, wherever they stand; runs that only one of
    the two has are left out. Where several rows share one luck, the first of one
    side goes with the first of the other, the second with the second, and the
    interval counts draws of luck, not rows, because rows that share luck are no
    independent evidence.

    Parameters
    ----------
    treatment, control : History
        What happened under two scenarios, from one seed and over the same months.
    outcome : Outcome, str or callable
        As for :func:`summary`.

    Returns
    -------
    Paired
        Treatment minus control: mean, its 95% Monte Carlo interval, spread.

    Raises
    ------
    InputError
        If the two share no luck (another seed, or no luck id in common), do not
        cover the same months, repeat a luck id unequally often, or the outcome
        is not one finite number per run.

    Notes
    -----
    The standard error is that of :func:`analysis.intervals.mean_error`; the interval
    is Student's with one degree of freedom less than there are draws of luck.
    """
    return _effect(treatment, control, outcome, _pairs(treatment, control))


def table(
    histories: Sequence[History],
    outcomes: Sequence[Measure | str] | None = None,
) -> pd.DataFrame:
    """Return every outcome of every scenario, and its difference from the first.

    Parameters
    ----------
    histories : sequence of History
        The first one is the control.
    outcomes : sequence of Outcome, str or callable, optional
        Which outcomes; all of :data:`analysis.outcomes.OUTCOMES` unless given.

    Returns
    -------
    DataFrame
        One row per scenario and outcome: ``scenario, outcome, group, label, unit,
        median, low, high, mean, sd, runs``, then against the first scenario
        ``difference, ci_low, ci_high, difference_sd, difference_low,
        difference_high, agree, unchanged, pairs`` and ``effect, effect_low,
        effect_high``, the difference and its interval in standard deviations of
        the control over runs. These are nan for the control itself, the last
        three also where the control does not vary. Behind every other figure
        stand the ends of its 95% Monte Carlo interval, under its name with
        ``_from`` and ``_to``: ``median_from``, ``difference_low_to``; nan where
        there are too few runs for one.

    Raises
    ------
    InputError
        As for :func:`paired`; or if no history is given, or two scenarios bear
        one name.

    Notes
    -----
    The interval of an effect takes the control's standard deviation as known; how
    well it is shows in ``sd_from`` and ``sd_to`` of the control.
    """
    import pandas as pd

    if not histories:
        raise InputError("nothing to compare: give at least one history")
    names = [history.scenario.name for history in histories]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(f"two scenarios are called {twice[0]!r}: rename one")
    chosen = list(OUTCOMES.values() if outcomes is None else outcomes)
    control = histories[0]
    rows = []
    for history, name in zip(histories, names, strict=True):
        pairs = None if history is control else _pairs(history, control)
        for outcome in chosen:
            level = summary(history, outcome)
            row: dict[str, object] = {
                "scenario": name,
                "outcome": level.outcome,
                **_words(outcome, "en"),
                **{key: value for key, value in asdict(level).items() if key in _LEVEL},
            }
            row |= _against(history, control, outcome, pairs)
            rows.append(row)
    return pd.DataFrame(rows)


def in_language(comparison: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return a table of :func:`table` with its words in another language.

    Parameters
    ----------
    comparison : DataFrame
        What :func:`table` returns.
    lang : {'en', 'ko'}
        The language of groups, labels and units; outcomes without a name in
        :data:`analysis.outcomes.OUTCOMES` keep theirs.
    """
    words = [_words(str(name), lang) for name in comparison["outcome"]]
    changed = {
        column: [
            one[column] if name in OUTCOMES else old
            for one, name, old in zip(
                words, comparison["outcome"], comparison[column], strict=True
            )
        ]
        for column in ("group", "label", "unit")
    }
    return comparison.assign(**changed)


def _words(outcome: Measure | str, lang: str) -> dict[str, str]:
    known = OUTCOMES.get(outcome) if isinstance(outcome, str) else outcome
    if not isinstance(known, Outcome):
        return {"group": "", "label": name_of(outcome), "unit": ""}
    group = GROUPS[known.group][lang] if known.group in GROUPS else known.group
    return {"group": group, "label": known.label[lang], "unit": known.unit[lang]}


def without_effect(comparison: pd.DataFrame) -> tuple[str, ...]:
    """Return the scenarios that changed nothing at all, in any outcome and run.

    A scenario that does nothing is more often a misplaced parameter than a
    finding; interfaces say so.

    Parameters
    ----------
    comparison : DataFrame
        What :func:`table` returns.
    """
    treated = comparison[comparison["unchanged"].notna()]
    least = treated.groupby("scenario", sort=False)["unchanged"].min()
    return tuple(str(name) for name, share in least.items() if share == 1.0)


_LEVEL = tuple(one.name for one in fields(Summary) if one.name != "outcome")
_PREFIXED = ("sd", "low", "high")
"""What of a difference bears a name that a level bears too."""


def _column(name: str) -> str:
    """Return the column of the table for a figure of a paired difference."""
    if name == "mean":
        return "difference"
    return f"difference_{name}" if name.partition("_")[0] in _PREFIXED else name


_DIFFERENCE = {
    one.name: _column(one.name)
    for one in fields(Paired)
    if one.name not in ("outcome", "lucks")
}
_EFFECT = ("effect", "effect_low", "effect_high")


def _against(
    history: History, control: History, outcome: Measure | str, pairs: _Pairs | None
) -> Mapping[str, float]:
    if pairs is None:
        return dict.fromkeys((*_DIFFERENCE.values(), *_EFFECT), np.nan)
    effect = _effect(history, control, outcome, pairs)
    found = asdict(effect)
    scale = unit_of(values(control, outcome))
    in_units = (effect.mean, effect.ci_low, effect.ci_high)
    return {column: found[name] for name, column in _DIFFERENCE.items()} | {
        name: value / scale for name, value in zip(_EFFECT, in_units, strict=True)
    }


def unit_of(over_runs: Runs) -> float:
    """Return the standard deviation over runs in which effects are told.

    Parameters
    ----------
    over_runs : ndarray, shape (runs,)
        An outcome of the control.

    Returns
    -------
    float
        nan where it does not vary.
    """
    sd = _sd(over_runs)
    # Series are kept in float32: what varies by less than its rounding is constant.
    return sd if sd > 1e-6 * np.abs(over_runs).max() else np.nan


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Which rows of two histories go together, and the luck that each pair shares."""

    treatment: npt.NDArray[np.intp]
    control: npt.NDArray[np.intp]
    luck: npt.NDArray[np.integer]


def _pairs(treatment: History, control: History) -> _Pairs:
    names = f"{treatment.scenario.name!r} and {control.scenario.name!r}"
    if treatment.seed != control.seed:
        raise InputError(
            f"{names} share no luck: their seeds are {treatment.seed} and"
            f" {control.seed}; run both from one seed"
        )
    if tuple(treatment.labels) != tuple(control.labels):
        raise InputError(
            f"{names} do not cover the same months: {treatment.labels[0]} to"
            f" {treatment.labels[-1]}, and {control.labels[0]} to {control.labels[-1]}"
        )
    mine, theirs = np.asarray(treatment.luck_ids), np.asarray(control.luck_ids)
    # Sorted stably, the first row of a luck meets the first, the second the second.
    one, other = np.argsort(mine, kind="stable"), np.argsort(theirs, kind="stable")
    one, other = one[np.isin(mine[one], theirs)], other[np.isin(theirs[other], mine)]
    if not one.size:
        raise InputError(f"{names} share no luck: they have no luck id in common")
    if not np.array_equal(mine[one], theirs[other]):
        ids, counts = np.unique(mine[one], return_counts=True)
        others = np.unique(theirs[other], return_counts=True)[1]
        worst = int(np.argmax(counts != others))
        raise InputError(
            f"{names} cannot be paired: luck id {ids[worst]} stands in"
            f" {counts[worst]} and {others[worst]} of their rows"
        )
    return _Pairs(one, other, mine[one])


def _effect(
    treatment: History, control: History, outcome: Measure | str, pairs: _Pairs
) -> Paired:
    after = values(treatment, outcome)[pairs.treatment]
    before = values(control, outcome)[pairs.control]
    difference = after - before
    mean = float(difference.mean())
    lucks = int(np.unique(pairs.luck).size)
    error = float(mean_error(difference - mean, pairs.luck))
    half = student(lucks - 1) * error if lucks > 1 else np.nan
    agree = float(np.mean(np.sign(difference) == np.sign(mean))) if mean else np.nan
    unchanged = float(np.mean(difference == 0))
    return Paired(
        outcome=name_of(outcome),
        mean=mean,
        ci_low=mean - half,
        ci_high=mean + half,
        sd=_sd(difference),
        **columns("sd", of_sd(difference, pairs.luck)),
        **_quantiles(difference, pairs.luck, low=LOW, high=HIGH),
        agree=agree,
        **columns("agree", of_share(agree, lucks)),
        unchanged=unchanged,
        **columns("unchanged", of_share(unchanged, lucks)),
        pairs=difference.size,
        lucks=lucks,
    )


def _sd(over_runs: Runs) -> float:
    if over_runs.size < 2:
        return np.nan
    # Equal values have no spread, whatever the rounding of their mean says.
    return float(over_runs.std(ddof=1)) if np.ptp(over_runs) > 0 else 0.0
