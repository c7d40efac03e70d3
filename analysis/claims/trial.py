"""Running the ledger: every arm over the same points and the same luck.

Arms that several claims share are run once; arms of one scenario run side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.claims.conditions import WORLD
from analysis.claims.ledger import Arm, Claim, Reading, signed
from analysis.claims.points import at_points, by_point
from analysis.measures import over_months
from analysis.mechanisms import shortened
from analysis.space import drawn, varied
from sim.errors import InputError
from sim.parameters import flat_names
from sim.scenario.distributions import Distribution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from analysis.measures import Runs
    from sim.ensemble import Rows

__all__ = ["CONDITIONS", "POINTS", "QUICK", "Trial", "tried"]

POINTS, LUCKS = 256, 16
"""Points of the parameter space, and runs at each, of every arm."""

QUICK = 64, 4
"""The same for a first look."""

CONDITIONS: tuple[str, ...] = (
    "completed.NK",
    "patron.NK",
    "stress.NK",
    "income.NK",
    "insecurity.NK",
    "depth.NK.Russia",
    "depth.NK.China",
    "intensity",
    "fighting",
    "polarization",
    "trilateral",
    "pressure",
    "us_trust",
    "talking",
    "misperception.NK",
    "felt_threat.NK.US",
)
"""Series whose mean in the control may decide where a claim holds: what the world is
like there without the treatment, beside what the parameters are."""

_CASES = 8
"""Cases run at a time: the parameters of all runs of more would fill the memory."""


@dataclass(frozen=True, eq=False)
class Trial:
    """What one reading of a claim came to.

    Attributes
    ----------
    effect, control : ndarray, shape (points, lucks)
        The paired effect and the control's outcome, run by run.
    places : mapping of name to ndarray, shape (points,)
        What may tell points apart: parameters, and after :data:`WORLD` the mean of a
        series of :data:`CONDITIONS` in the control.
    """

    effect: NDArray[np.float64]
    control: NDArray[np.float64]
    places: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class _Outcome:
    """A number per run: a reading's series over its months."""

    series: str
    how: str
    first: int
    last: int

    @property
    def read(self) -> Callable[[Any], Runs]:
        sums = signed(self.series)
        return partial(
            over_months,
            plus=sums.plus,
            minus=sums.minus,
            how=self.how,
            first=self.first,
            last=self.last,
        )


class _Job:
    """An arm to be run once, for as long as any claim looks at it."""

    def __init__(self, arm: Arm) -> None:
        self.arm, self.scenario = arm, arm.load()
        self.months, self.is_control = 0, False


def tried(
    claims: Mapping[str, Claim],
    points: int = POINTS,
    lucks: int = LUCKS,
    seed: int = 0,
    *,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> dict[tuple[str, int], Trial]:
    """Run claims over the plausible parameter space.

    Parameters
    ----------
    claims : mapping of number to Claim
        What to try.
    points, lucks : int
        Points, and runs of each arm at each. Point k has the same parameters and run
        k the same luck in every arm, save what the arm itself sets.
    seed : int
        Of the luck, and of the points.
    workers : int
        Processes to share the work.
    progress : callable, optional
        Called with the run-months done and their total.

    Returns
    -------
    dict
        Trial by number of the claim and place of the reading.
    """
    jobs = _jobs(claims)
    outcomes = {
        _outcome(claim, reading, jobs): None
        for claim in claims.values()
        for reading in claim.readings
    }
    reads = {repr(one): one.read for one in outcomes}
    reads |= {name: partial(over_months, plus=(name,)) for name in CONDITIONS}
    found = _run(jobs, reads, points, lucks, seed, workers, progress)
    base = drawn(points, seed, {})
    trials = {}
    for name, claim in claims.items():
        common = set(varied())
        for arm in claim.arms:
            common &= set(varied(_fixed(jobs[_key(claim.arm(arm))])))
        for place, reading in enumerate(claim.readings):
            outcome = repr(_outcome(claim, reading, jobs))

            def of(arm: str, what: str, claim: Claim = claim) -> NDArray[np.float64]:
                return by_point(found[_key(claim.arm(arm))][what], points)

            effect = np.zeros((points, lucks))
            for arm, weight in reading.effect.items():
                effect = effect + weight * of(arm, outcome)
            world = {
                WORLD + one: of(reading.control, one).mean(axis=1) for one in CONDITIONS
            }
            trials[name, place] = Trial(
                effect=effect,
                control=of(reading.control, outcome),
                places={flat: base[flat] for flat in base if flat in common} | world,
            )
    return trials


def _key(arm: Arm) -> str:
    return arm.model_dump_json(by_alias=True)


def _jobs(claims: Mapping[str, Claim]) -> dict[str, _Job]:
    jobs: dict[str, _Job] = {}
    for claim in claims.values():
        for reading in claim.readings:
            for name in {**reading.effect, reading.control: 0.0}:
                arm = claim.arm(name)
                job = jobs.setdefault(_key(arm), _Job(arm))
                last = claim.first_month(job.scenario) + reading.months[1]
                job.months = max(job.months, last)
    return jobs


def _outcome(claim: Claim, reading: Reading, jobs: Mapping[str, _Job]) -> _Outcome:
    start = claim.first_month(jobs[_key(claim.arm(reading.control))].scenario)
    first, last = reading.months
    return _Outcome(reading.series, reading.how, start + first, start + last)


def _fixed(job: _Job) -> dict[str, Any]:
    """Return what is the same at every point: what scenario and arm set by hand."""
    own = {
        one: value for name, value in job.arm.set.items() for one in flat_names(name)
    }
    return {**job.scenario.by_hand(), **own}


def _run(
    jobs: Mapping[str, _Job],
    reads: Mapping[str, Callable[[Any], Runs]],
    points: int,
    lucks: int,
    seed: int,
    workers: int,
    progress: Callable[[int, int], None] | None,
) -> dict[str, dict[str, Runs]]:
    from sim.ensemble import run_rows

    rows = points * lucks
    groups = list(_groups(jobs, rows))
    whole = sum(len(group) * rows * jobs[group[0]].months for group in groups)
    done = 0
    found: dict[str, dict[str, Runs]] = {}
    for first in range(0, len(groups), _CASES):
        some = groups[first : first + _CASES]
        before = done

        def shown(now: int, _total: int, before: int = before) -> None:
            if progress is not None:
                progress(before + now, whole)

        histories = run_rows(
            [
                _rows([jobs[one] for one in group], points, lucks, seed)
                for group in some
            ],
            workers=workers,
            outcomes=dict(reads),
            keep=1,
            progress=shown,
        )
        for group, history in zip(some, histories, strict=True):
            done += len(group) * rows * jobs[group[0]].months
            for place, one in enumerate(group):
                part = slice(place * rows, (place + 1) * rows)
                found[one] = {
                    name: values[part] for name, values in history.outcomes.items()
                }
    return found


def _groups(jobs: Mapping[str, _Job], rows: int) -> Iterator[list[str]]:
    """Yield jobs of one scenario and length, as many as a chunk takes."""
    from sim.ensemble.running import CHUNK

    most = max(1, CHUNK // rows)
    alike: dict[tuple[str, int, frozenset[str]], list[str]] = {}
    for key, job in jobs.items():
        same = job.scenario.model_dump_json(by_alias=True)
        # Traits of governments are set by hand in all runs of a case, or in none.
        names = frozenset(_fixed(job)) - set(varied())
        alike.setdefault((same, job.months, names), []).append(key)
    for keys in alike.values():
        for first in range(0, len(keys), most):
            yield keys[first : first + most]


def _rows(group: Sequence[_Job], points: int, lucks: int, seed: int) -> Rows:
    """Return jobs of one scenario side by side as one case."""
    from sim.ensemble import Rows

    rows = points * lucks
    scenario = group[0].scenario
    sides = [_parameters(job, points, lucks, seed) for job in group]
    names: Iterable[str] = dict.fromkeys(name for side in sides for name in side)
    return Rows(
        scenario=shortened(scenario, group[0].months),
        luck_ids=np.tile(np.arange(rows), len(group)),
        parameters={
            name: np.concatenate([np.broadcast_to(side[name], rows) for side in sides])
            for name in names
        },
        seed=seed,
    )


def _parameters(job: _Job, points: int, lucks: int, seed: int) -> dict[str, Any]:
    """Return what an arm's runs have: what is set by hand, the rest drawn by point."""
    fixed = _fixed(job)
    for name, value in fixed.items():
        if isinstance(value, Distribution):
            raise InputError(
                f"{job.arm.scenario} draws {name}; an arm's scenario must set one value"
            )
    return at_points(drawn(points, seed, fixed), lucks)
