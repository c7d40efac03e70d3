"""A sweep laid out: which futures there are, cut into parts that are run by themselves.

The parts, their order and their keys depend on the experiment only, never on workers or
shards. A part's key is a hash of all that its numbers depend on, so a file of that name
that is whole *is* that part.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.origin import canonical, computing, engine
from analysis.sweeps.design import designed
from analysis.sweeps.experiment import as_data
from sim.errors import InputError
from sim.scenario.inheritance import NOT_INHERITED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from analysis.phrases import Phrase
    from analysis.sweeps.experiment import Experiment
    from analysis.sweeps.results import Design
    from sim.ensemble import Rows
    from sim.scenario import Scenario

__all__ = ["ROWS", "Part", "Sweep", "laid_out", "read_shard"]

ROWS = 8_192
"""Futures of a part, at most: what memory and a crash can cost."""
_MOST_FUTURES = 200_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """Futures that are run together and kept in one file.

    Attributes
    ----------
    key : str
        SHA-256 in hexadecimal of all that its numbers depend on.
    combination : int
        Which scenario, by its place in the experiment.
    first, last : int
        Which of the futures of that scenario, the last not included.
    """

    key: str
    combination: int
    first: int
    last: int

    @property
    def rows(self) -> int:
        """How many futures it has."""
        return self.last - self.first


@dataclass(frozen=True, eq=False)
class Sweep:
    """An experiment with its points and parts.

    Attributes
    ----------
    experiment : Experiment
        The question.
    design : Design
        The points.
    members : tuple of ndarray
        For each scenario of the experiment, its points in order.
    parts : tuple of Part
        Everything that is to be run, in order.
    digest : str
        Hash of the definition and of every part.
    """

    experiment: Experiment
    design: Design
    members: tuple[NDArray[np.int64], ...]
    parts: tuple[Part, ...]
    digest: str

    @property
    def futures(self) -> int:
        """How many futures there are: points times replicates."""
        return len(self.design.points) * self.experiment.definition.replicates

    def who(self, part: Part) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return point and replicate of every future of a part, shape (rows,) each."""
        return _who(self.experiment, self.members[part.combination], part)

    def luck_ids(self, part: Part) -> NDArray[np.int64]:
        """Return the luck of every future of a part, shape (rows,)."""
        return _luck(self.experiment, *self.who(part))

    def rows(self, part: Part) -> Rows:
        """Return what the ensemble runs for a part."""
        from sim.ensemble import Rows

        point, _ = self.who(part)
        return Rows(
            scenario=_scenario(self.experiment, part.combination),
            luck_ids=self.luck_ids(part),
            fast=self.experiment.definition.fast,
            parameters=_numbers(self.design, point),
            seed=self.experiment.definition.seed,
            dtype="float32" if self.experiment.definition.single else "float64",
        )

    def measures(self) -> dict[str, Any]:
        """Return what is read off every future, by name."""
        found = self.experiment.outcomes.items()
        return {name: one.measure for name, one in found}

    def as_data(self) -> dict[str, Any]:
        """Return the experiment as plain data, for a manifest."""
        return {"name": self.experiment.name, **as_data(self.experiment)}


def laid_out(experiment: Experiment, rows: int = ROWS) -> Sweep:
    """Lay out an experiment as points and parts.

    Parameters
    ----------
    experiment : Experiment
        What is asked.
    rows : int
        The most futures of a part.

    Returns
    -------
    Sweep

    Raises
    ------
    InputError
        If there are too many futures, a listed point is wrong, or SALib is missing.
    """
    definition = experiment.definition
    design = designed(definition.design, experiment.factors, definition.seed)
    futures = len(design.points) * definition.replicates
    if futures > _MOST_FUTURES:
        raise InputError(
            f"{len(design.points):,} points times {definition.replicates:,} replicates"
            f" are {futures:,} futures; at most {_MOST_FUTURES:,} are allowed"
        )
    members = _members(experiment, design)
    rest = [
        definition.seed,
        definition.single,
        engine(fast=definition.fast),
        _readings(experiment.outcomes),
        computing(),
    ]
    parts = []
    for place, points in enumerate(members):
        scenario = _scenario(experiment, place)
        known = scenario.resolved()
        said = {key: known[key] for key in known if key not in NOT_INHERITED}
        common = canonical([said, *rest])
        many = points.size * definition.replicates
        for first in range(0, many, rows):
            blank = Part("", place, first, min(first + rows, many))
            key = _key(experiment, design, points, blank, common)
            parts.append(Part(key, place, blank.first, blank.last))
    named = [as_data(experiment), [one.key for one in parts]]
    digest = hashlib.sha256(canonical(named)).hexdigest()
    return Sweep(experiment, design, members, tuple(parts), digest)


def read_shard(text: str) -> tuple[int, int]:
    """Return which share ``3/40`` is: the third of forty.

    Raises
    ------
    InputError
        If it is none.
    """
    left, slash, right = text.partition("/")
    whole = left.isdecimal() and right.isdecimal() and len(text) <= 20
    if not slash or not whole or not 1 <= int(left) <= int(right):
        raise InputError(
            f"--shard is {text!r}; write which share of how many, such as 3/40"
        )
    return int(left), int(right)


def _members(experiment: Experiment, design: Design) -> tuple[NDArray[np.int64], ...]:
    """Return the points of each combination, in order of the points."""
    known = list(experiment.combinations)
    code = np.zeros(len(design.points), dtype=np.int64)
    for factor in design.factors:
        if factor.choices:
            column = design.points[factor.name].to_numpy()
            own = np.zeros(code.size, dtype=np.int64)
            for place, choice in enumerate(factor.choices):
                own[column == choice] = place
            code = code * len(factor.choices) + own
    return tuple(np.flatnonzero(code == place) for place in range(len(known)))


def _who(
    experiment: Experiment, points: NDArray[np.int64], part: Part
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    place = np.arange(part.first, part.last)
    replicates = experiment.definition.replicates
    return points[place // replicates], place % replicates


def _scenario(experiment: Experiment, place: int) -> Scenario:
    return list(experiment.combinations.values())[place]


def _luck(
    experiment: Experiment, point: NDArray[np.int64], replicate: NDArray[np.int64]
) -> NDArray[np.int64]:
    if experiment.definition.luck == "held":
        return replicate
    return point * experiment.definition.replicates + replicate


def _numbers(design: Design, point: NDArray[np.int64]) -> dict[str, Any]:
    return {
        one.name: design.points[one.name].to_numpy(dtype=np.float64)[point]
        for one in design.factors
        if not one.choices
    }


def _readings(outcomes: Mapping[str, Phrase]) -> dict[str, Any]:
    """Return what is read off, spelled out: function and arguments."""
    found = {}
    for name, one in outcomes.items():
        measure: Any = one.measure
        inner = getattr(measure, "measure", measure)  # a named outcome wraps its own
        found[name] = (
            [inner.func.__name__, {k: str(v) for k, v in inner.keywords.items()}]
            if isinstance(inner, partial)
            else getattr(inner, "__qualname__", name)
        )
    return found


def _key(
    experiment: Experiment,
    design: Design,
    points: NDArray[np.int64],
    part: Part,
    common: bytes,
) -> str:
    point, replicate = _who(experiment, points, part)
    whole = hashlib.sha256(common)
    # Where a future stands in the design is written into the file as well.
    for array in (point, replicate, _luck(experiment, point, replicate)):
        whole.update(np.ascontiguousarray(array, dtype="<i8").tobytes())
    for name, values in _numbers(design, point).items():
        whole.update(f"\0{name}\0".encode())
        whole.update(np.ascontiguousarray(values, dtype="<f8").tobytes())
    return whole.hexdigest()
