"""How many runs: as many as the precision that is asked for needs, and no more.

Futures are run in batches with luck 0, 1, 2, ..., and between batches the Monte Carlo
interval of every figure that counts is looked at: the mean of an outcome for one
scenario, its mean paired difference from the first scenario for several. What comes
out is what the same number of runs gives when it is asked for outright, bit for bit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import floor, isfinite, log10
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from analysis.compare import paired, summary, unit_of
from analysis.outcomes import OUTCOMES, values
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sim.history import History
    from sim.scenario import Scenario

__all__ = [
    "FIRST",
    "Figure",
    "Precision",
    "Progress",
    "Until",
    "figures",
    "looks_after",
    "run_until",
]

FIRST = 300
"""Runs before the first look: a spread over fewer is too uncertain to go by."""
_STEPS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)

Progress: TypeAlias = "Callable[[int, int], None]"
"""Told the run-months done, and how many there will be as far as can be foreseen."""


@dataclass(frozen=True, kw_only=True)
class Precision:
    """What is to be how precise: half-widths of 95% Monte Carlo intervals.

    Attributes
    ----------
    within : mapping of outcome to float
        Half-width, in the unit of the outcome.
    sds : float or None
        Half-width for every headline outcome, in standard deviations of the first
        scenario over futures; what does not vary there is left out.
    most : int
        Runs of each scenario after which it ends, precise or not.
    """

    within: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    sds: float | None = None
    most: int

    def __post_init__(self) -> None:
        if not self.within and self.sds is None:
            raise InputError("no precision is asked for: name an outcome, or give sds")
        for name, half in self.within.items():
            if name not in OUTCOMES:
                raise InputError(
                    f"there is no outcome {name!r}; {nearest(name, OUTCOMES)}"
                )
            _check_half(half)
        if self.sds is not None:
            _check_half(self.sds)
        if self.most < 2:
            raise InputError(f"most runs is {self.most}; it must be 2 or more")

    @property
    def asked(self) -> dict[str, object]:
        """What is asked for, in plain types."""
        return {"within": dict(self.within), "sds": self.sds, "most": self.most}


def _check_half(half: float) -> None:
    if not (isfinite(half) and half > 0):
        raise InputError(f"precision is {half:g}; it must be greater than 0")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure that is to be precise, as it stands after some runs.

    Attributes
    ----------
    scenario, outcome : str
        Whose, and which.
    value, half : float
        Mean (or mean paired difference) and half-width of its interval, in the unit
        of the outcome.
    asked : float
        The half-width that was asked for, in the same unit.
    caution : float
        What the half-width is multiplied by before it is called narrow enough.
    """

    scenario: str
    outcome: str
    value: float
    half: float
    asked: float
    caution: float

    @property
    def ratio(self) -> float:
        """The half-width, with caution, over what was asked: 1 or less is enough."""
        return self.half * self.caution / self.asked

    def needs(self, runs: int) -> float:
        """Return the number of runs that would do, judged by so many.

        Parameters
        ----------
        runs : int
            The runs after which the figure stands as it does.
        """
        return runs * self.ratio * self.ratio


@dataclass(frozen=True, kw_only=True)
class Until:
    """What :func:`run_until` comes back with.

    Attributes
    ----------
    histories : list of History
        One per scenario, of equally many runs.
    runs : int
        How many runs of each scenario that took.
    met : bool
        Whether everything is as precise as was asked, or the most runs were reached.
    looks : tuple of int
        After how many runs it was looked at.
    figures : tuple of Figure
        All that was to be precise; the one that decided, the least precise for what
        was asked of it, first.
    """

    histories: list[History]
    runs: int
    met: bool
    looks: tuple[int, ...]
    figures: tuple[Figure, ...]


def run_until(
    scenarios: Sequence[Scenario | str],
    precision: Precision,
    *,
    seed: int = 0,
    workers: int = 1,
    keep: int = 1_000,
    fast: bool = False,
    progress: Progress | None = None,
) -> Until:
    """Run scenarios until figures are as precise as is asked.

    Parameters
    ----------
    scenarios : sequence of Scenario or str
        One, whose outcomes' means are to be precise; or a control and others, whose
        mean paired differences from it are.
    precision : Precision
        How precise, and the most runs.
    seed : int
        Of the luck.
    workers : int
        Processes to share the work.
    keep : int
        Of how many runs of each scenario the series are kept.
    fast : bool
        Whether to run months in compiled form; see :func:`sim.ensemble.run`.
    progress : callable, optional
        Told the run-months done, and how many there will be: the most there can be
        until the first look, then what that look foresees.

    Returns
    -------
    Until
        The histories, how many runs it took, and which figure decided.

    Raises
    ------
    InputError
        If no scenario is given, or they cover different months.

    Notes
    -----
    *The rule.* The first look is after :data:`FIRST` runs, and a later one after the
    number of :func:`looks_after` that the figures so far are foreseen to need. It
    ends at the first look at which, for every figure, the half-width of its 95%
    interval times a caution is no more than was asked.

    *Looking repeatedly.* Stopping when an interval looks narrow keeps its level as
    the asked width goes to zero [ChowRobbins1965]; short of that, it ends too early
    where the spread happens to be underestimated. Three things guard against it: the
    first look is late, looks are few (one jumps to the number foreseen), and the
    caution is the ratio of the upper end of the spread's own 95% interval to the
    spread, so that it ends only when the interval would still be narrow enough were
    the spread so much wider. It ends by the width alone, never by where an interval
    lies, so it favors no sign. In a test on made-up values (normal, exponential,
    lognormal, rare events) the mean is within the asked half-width of the truth in 97
    of 100 cases or more. The interval that is reported is the plain one of that number
    of runs and holds as often as at a number fixed before, give or take a point or
    two: 92 to 96 of 100.

    *What it cannot see.* A difference that no pair of runs has shown yet has no spread,
    and counts as precise.
    """
    from sim.scenario import load_scenario

    chosen = [load_scenario(s) if isinstance(s, str) else s for s in scenarios]
    if not chosen:
        raise InputError("nothing to run: give at least one scenario")
    parts: list[list[History]] = [[] for _ in chosen]
    looks: list[int] = []
    runs, foreseen = min(FIRST, precision.most), precision.most
    while True:
        before = looks[-1] if looks else 0
        batch = _batch(
            chosen,
            before,
            runs,
            seed=seed,
            workers=workers,
            keep=keep,
            fast=fast,
            progress=_Share(progress, before, runs, foreseen),
        )
        for mine, part in zip(parts, batch, strict=True):
            mine.append(part)
        looks.append(runs)
        found = figures([_outcomes_of(mine) for mine in parts], precision)
        met = all(one.ratio <= 1.0 for one in found)
        if met or runs >= precision.most:
            break
        needed = min(max(one.needs(runs) for one in found), float(precision.most))
        runs = foreseen = min(_next_look(runs, needed), precision.most)
    return Until(
        histories=[_whole(parts.pop(0)) for _ in chosen],
        runs=runs,
        met=met,
        looks=tuple(looks),
        figures=found,
    )


def figures(histories: Sequence[History], precision: Precision) -> tuple[Figure, ...]:
    """Return everything that is to be precise, as it stands.

    Parameters
    ----------
    histories : sequence of History
        One for each scenario, the control first.
    precision : Precision
        What is asked.

    Returns
    -------
    tuple of Figure
        The least precise for what was asked of it first; empty if nothing varies.
    """
    control, shown = histories[0], list(histories[1:]) or [histories[0]]
    found = [
        _figure(history, control, name, half)
        for history in shown
        for name, half in precision.within.items()
    ]
    if precision.sds is not None:
        units = {
            name: unit_of(values(control, name))
            for name, one in OUTCOMES.items()
            if one.headline
        }
        in_units = [
            _figure(history, control, name, precision.sds * unit)
            for history in shown
            for name, unit in units.items()
            if unit > 0
        ]
        if len(histories) == 1:
            # A mean's error in its own spread is known from the number of runs alone.
            in_units = [replace(one, caution=1.0) for one in in_units]
        found += in_units
    return tuple(sorted(found, key=lambda one: -one.ratio))


def _figure(history: History, control: History, outcome: str, half: float) -> Figure:
    if history is control:
        level = summary(history, outcome)
        low, high = level.mean_from, level.mean_to
        value, sd, upper = level.mean, level.sd, level.sd_to
    else:
        effect = paired(history, control, outcome)
        low, high = effect.ci_low, effect.ci_high
        value, sd, upper = effect.mean, effect.sd, effect.sd_to
    return Figure(
        scenario=history.scenario.name,
        outcome=outcome,
        value=value,
        half=(high - low) / 2,
        asked=half,
        caution=upper / sd if sd > 0 else 1.0,
    )


def looks_after(runs: int) -> Iterator[int]:
    """Yield the numbers of runs after which it may be looked at again.

    Parameters
    ----------
    runs : int
        Only numbers above it: 1, 1.5, 2, 3, 5 or 7 times a power of ten.
    """
    power = floor(log10(max(runs, 1)))
    while True:
        for step in _STEPS:
            look = round(step * 10**power)
            if look > runs:
                runs = look
                yield look
        power += 1


def _next_look(runs: int, needed: float) -> int:
    return next(look for look in looks_after(runs) if look >= needed)


class _Share:
    """Tells of a batch as a part of all that is foreseen."""

    def __init__(
        self, progress: Progress | None, before: int, until: int, foreseen: int
    ) -> None:
        self._progress, self._before = progress, before
        self._batch, self._foreseen = until - before, foreseen

    def __call__(self, done: int, total: int) -> None:
        """Take in how far the batch has come."""
        if self._progress is not None:
            each = total // self._batch  # run-months of one run of every scenario
            self._progress(self._before * each + done, self._foreseen * each)


def _batch(
    scenarios: Sequence[Scenario],
    before: int,
    until: int,
    *,
    seed: int,
    workers: int,
    keep: int,
    fast: bool,
    progress: Progress,
) -> list[History]:
    """Run the futures with luck from `before` up to, not including, `until`."""
    from sim.ensemble import Rows, run_rows

    cases = [
        Rows(scenario=one, luck_ids=np.arange(before, until), seed=seed, fast=fast)
        for one in scenarios
    ]
    return run_rows(
        cases,
        workers=workers,
        outcomes=OUTCOMES,
        keep=max(keep - before, 0),
        progress=progress,
    )


def _outcomes_of(parts: Sequence[History]) -> History:
    """Return all rows so far, without their series."""
    return _whole([replace(one, records={}) for one in parts])


def _whole(parts: Sequence[History]) -> History:
    from sim.history import History

    return History.concatenate(parts)
