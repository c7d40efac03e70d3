"""A past: some rows as they stand after a month, ready to go on under any scenario."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.errors import InputError
from sim.luck import Luck, checked_ids, checked_seed
from sim.parameters import FLAT_NAMES, Parameters, card_of
from sim.past import archive
from sim.rules import RULES
from sim.scenario import Scenario
from sim.scenario.months import month_label, month_number
from sim.scenario.plan import Plan
from sim.scenario.uncertainty import drawn
from sim.source import commit, here, model_digest, needed, version_of
from sim.state import every_field, extent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import ArrayLike, NDArray

__all__ = ["FORMAT", "MOST_ROWS", "Past"]

FORMAT = 1
"""Of the file; another one is refused."""

MOST_ROWS = 1_000
"""A file holds the past of at most so many rows, about 5 KB each."""

_TYPES = {"float64": 1e-6, "float32": 1e-3}
"""Types of the arrays, and how far rounding may have carried one past its bounds."""

_CODE = ("version", "source", "commit")
_NAMES = ("parameters", "drawn", "held", "rules")
_KEYS = {"format", *_CODE, "scenario", "seed", "month", "rows", "dtype", *_NAMES}


@dataclass(frozen=True, eq=False, kw_only=True)
class Past:
    """Some rows as they stand after a month.

    Attributes
    ----------
    scenario : Scenario
        Under which they have come so far.
    seed : int
        Of their luck.
    luck_ids : ndarray of int64, shape (rows,)
        Each row's luck so far.
    month : int
        Months done; 0 is the initial state.
    arrays : mapping of str to ndarray, last axis rows
        What goes from one month to the next, by ``owner.field``
        (:data:`sim.state.FIELDS`); read-only.
    parameters : mapping of flat name to float or ndarray of shape (rows,)
        The parameters of the rows, those drawn included.
    held : frozenset of str
        Flat names that were set by hand beside the scenario.
    rules : tuple of str
        Rules that were the user's own.
    """

    scenario: Scenario
    seed: int
    luck_ids: NDArray[np.int64]
    month: int
    arrays: Mapping[str, NDArray[Any]] = field(repr=False)
    parameters: Mapping[str, float | NDArray[Any]] = field(repr=False)
    held: frozenset[str] = frozenset()
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "luck_ids", checked_ids(self.luck_ids))
        drawn = [one for one in self.parameters.values() if isinstance(one, np.ndarray)]
        for array in (*self.arrays.values(), *drawn):
            array.flags.writeable = False  # what has happened is not for editing

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self.luck_ids.size)

    @property
    def label(self) -> str:
        """The last month that has passed, ``YYYY-MM``."""
        return month_label(month_number(self.scenario.start) + self.month - 1)

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the arrays: float64 or float32."""
        return next(iter(self.arrays.values())).dtype

    # ------------------------------------------------------------------------ rows

    def select(self, rows: ArrayLike) -> Past:
        """Return the past of some rows, in the order given.

        Parameters
        ----------
        rows : array_like of int
            Positions, from 0; one that comes twice is there twice.

        Raises
        ------
        InputError
            If there is no such row, or none is asked for.
        """
        place = np.asarray(rows)
        if place.ndim != 1 or place.size == 0 or place.dtype.kind not in "iu":
            raise InputError("give the positions of the rows, from 0, as a list")
        if place.min() < 0 or place.max() >= self.rows:
            wrong = int(place.min() if place.min() < 0 else place.max())
            raise InputError(f"there is no row {wrong}; rows 0 to {self.rows - 1} are")
        return replace(
            self,
            luck_ids=self.luck_ids[place],
            arrays={
                name: np.take(one, place, axis=-1) for name, one in self.arrays.items()
            },
            parameters={
                name: one[place] if isinstance(one, np.ndarray) else one
                for name, one in self.parameters.items()
            },
        )

    def futures(self, runs: int) -> tuple[Past, NDArray[np.int64]]:
        """Return every row several times, and the luck that each has from now on.

        Parameters
        ----------
        runs : int
            Futures of each row.

        Returns
        -------
        past : Past
            Each row `runs` times, one row after another; their luck so far is the
            row's own.
        luck_ids : ndarray of int64, shape (rows * runs,)
            The first future of a row has the row's own luck, so it is what the row
            became anyway; the others have the luck ids 0, 1, 2, ... without it. Luck
            hangs on the month, so these bring nothing that the past has already had,
            and two scenarios that go on from one past share them.

        Raises
        ------
        InputError
            If `runs` is less than 1.
        """
        if runs < 1:
            raise InputError(f"runs is {runs}; it must be 1 or more")
        others = np.arange(runs)
        ids = [
            np.concatenate(([own], others[others != own]))[:runs]
            for own in self.luck_ids
        ]
        return self.select(np.repeat(np.arange(self.rows), runs)), np.concatenate(ids)

    # ---------------------------------------------------------------------- going on

    def check(self, scenario: Scenario, rules: Mapping[str, Any] | None) -> None:
        """Refuse what these rows cannot go on under.

        Parameters
        ----------
        scenario : Scenario
            What is to hold from now on.
        rules : mapping of str to rule, or None
            The user's own rules from now on; an empty mapping means the model's.

        Raises
        ------
        InputError
            If the scenario starts from other figures or in another month, so that its
            dates count differently, or ends before the past does; or if the past was
            made with rules of the user's own and nothing is said of them.
        """
        ours, theirs = self.scenario, scenario
        if (ours.base, ours.start) != (theirs.base, theirs.start):
            raise InputError(
                f"{theirs.name!r} starts in {theirs.start} from the figures of"
                f" {theirs.base}, and the past, of {ours.name!r}, in {ours.start} from"
                f" those of {ours.base}; they must be the same"
            )
        if theirs.end < self.label:
            raise InputError(
                f"{theirs.name!r} ends in {theirs.end}, before the past does, in"
                f" {self.label}"
            )
        if rules is None and self.rules:
            names = ", ".join(self.rules)
            raise InputError(
                f"the past was made with rules of the user's own ({names}), which no"
                " file holds; give them as rules=, or rules={} for the model's"
            )

    def parameters_under(self, plan: Plan) -> Parameters:
        """Return the parameters with which the rows go on under a scenario.

        Parameters
        ----------
        plan : Plan
            The scenario from now on.

        Returns
        -------
        values : Parameters
            What the past's scenario and this one set alike, and what was set by hand,
            stays as it is in each row, drawn values included. What they set
            differently is as this one says; where it says a distribution, the value
            is drawn with the row's own luck so far.
        """
        before, luck = Plan(self.scenario).settings, Luck(self.seed, self.luck_ids)
        values: dict[str, Any] = dict(self.parameters)
        for name in {*before, *plan.settings} - self.held:
            card, state = card_of(name)
            default = card.value(state)
            now = plan.settings.get(name, default)
            if now != before.get(name, default):
                values[name] = drawn(name, now, luck.parameter)
        return Parameters(**values)

    # ------------------------------------------------------------------------- files

    def save(self, path: Path) -> None:
        """Write the past to a file: arrays and plain data, nothing that could run.

        Parameters
        ----------
        path : Path
            Where, ending in ``.npz``; what is there is replaced.

        Raises
        ------
        InputError
            If there are more than :data:`MOST_ROWS` rows, or it cannot be written.
        """
        if self.rows > MOST_ROWS:
            raise InputError(
                f"the past of {self.rows} rows was to be saved; at most {MOST_ROWS} go"
                " into a file"
            )
        drawn = {k: v for k, v in self.parameters.items() if isinstance(v, np.ndarray)}
        head = {
            "format": FORMAT,
            "version": version_of("dilemma"),
            "source": model_digest(),
            "commit": commit(),
            "scenario": self.scenario.resolved(),
            "seed": self.seed,
            "month": self.month,
            "rows": self.rows,
            "dtype": self.dtype.name,
            "parameters": {k: v for k, v in self.parameters.items() if k not in drawn},
            "drawn": list(drawn),
            "held": sorted(self.held),
            "rules": list(self.rules),
        }
        parameters = {f"parameter/{name}": value for name, value in drawn.items()}
        arrays = {"luck_ids": self.luck_ids, **parameters, **self.arrays}
        archive.write(path, head, arrays)

    @classmethod
    def load(cls, path: Path) -> Past:
        """Return the past that a file holds, checked from end to end.

        Parameters
        ----------
        path : Path
            What :meth:`save` wrote, or anything else: it may come from anybody.

        Raises
        ------
        InputError
            If it is no saved past, is not whole, was saved by another version of the
            model (the message says which), or holds what no past can hold.
        """
        try:
            head, arrays = archive.read(path, _wanted)
            ids, drawn = arrays.pop("luck_ids"), {}
            for name in head["drawn"]:
                drawn[name] = arrays.pop(f"parameter/{name}")
            _check_bounds(arrays, _TYPES[head["dtype"]])
            past = cls(
                scenario=_scenario(head["scenario"]),
                seed=checked_seed(head["seed"]),
                luck_ids=checked_ids(ids),
                month=head["month"],
                arrays=arrays,
                parameters=dict(Parameters(**head["parameters"], **drawn)),
                held=frozenset(head["held"]),
                rules=tuple(head["rules"]),
            )
            if past.month > Plan(past.scenario).months:
                raise InputError(f"is of month {past.month}, after its scenario's end")
        except InputError as error:
            if error.file is not None:
                raise
            raise InputError(error.message, file=str(path)) from None
        return past


def _wanted(head: Any) -> dict[str, tuple[np.dtype[Any], tuple[int, ...]]]:  # noqa: ANN401 (checked here)
    """Check a head, and return the type and shape of every array that goes with it."""
    if not isinstance(head, dict) or type(head.get("format")) is not int:
        raise InputError("is no saved past: its head names no format")
    _check_code(head)
    for key in sorted(_KEYS ^ set(head)):
        wrong = "lacks" if key in _KEYS else "has a strange"
        raise InputError(f"is not whole: its head {wrong} {key!r:.60}")
    rows, month = head["rows"], head["month"]
    if type(rows) is not int or not 1 <= rows <= MOST_ROWS:
        raise InputError(f"is of {rows!r:.30} rows; 1 to {MOST_ROWS} are allowed")
    if type(month) is not int or month < 0:
        raise InputError(f"is of month {month!r:.30}; a month is a number from 0")
    if head["dtype"] not in _TYPES:
        raise InputError(f"has arrays of {head['dtype']!r:.30}; float64 is usual")
    _check_words(head)
    each, real = (rows,), np.dtype(head["dtype"])
    return {
        "luck_ids": (np.dtype(np.int64), each),
        **{f"parameter/{one}": (np.dtype(float), each) for one in head["drawn"]},
        **{key: (real, (*extent(one), rows)) for key, one in every_field().items()},
    }


def _check_code(head: Mapping[str, Any]) -> None:
    """Refuse what another version of the model has saved: its months are not ours."""
    source = head.get("source")
    if (head["format"], source) == (FORMAT, model_digest()):
        return
    theirs = needed(head.get("version"), head.get("commit"))
    raise InputError(f"was saved by {theirs}; this is {here()}, of another source")


def _check_words(head: Mapping[str, Any]) -> None:
    """Check the lists of names, and the parameters that are one number."""
    for key, known in (("drawn", FLAT_NAMES), ("held", FLAT_NAMES), ("rules", RULES)):
        names = head[key]
        if not isinstance(names, list) or len(names) > len(known):
            raise InputError(f"has no list of names under {key!r}")
        for name in names:
            if not isinstance(name, str) or name not in known:
                raise InputError(f"names {name!r:.60} under {key!r}, which is none")
    numbers = head["parameters"]
    if not isinstance(numbers, dict):
        raise InputError("has no parameters")
    wrong = {*numbers, *head["drawn"]} ^ set(FLAT_NAMES)
    if wrong or len(numbers) + len(head["drawn"]) != len(FLAT_NAMES):
        name = min(wrong, default="one")
        raise InputError(f"has not every parameter once: {name!r:.60}")
    for name, value in numbers.items():
        if type(value) not in (int, float) or not math.isfinite(value):
            raise InputError(f"has {value!r:.30} for {name!r}; it must be a number")


def _scenario(data: object) -> Scenario:
    from pydantic import ValidationError

    try:
        return Scenario.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        words = " ".join(f"{where} {first['msg']}".split())
        raise InputError(f"has a scenario that is not valid: {words:.200}") from None


def _check_bounds(arrays: Mapping[str, NDArray[Any]], rounding: float) -> None:
    for key, one in every_field().items():
        low, high = float(arrays[key].min()), float(arrays[key].max())
        if low < one.low - rounding or high > one.high + rounding:
            worst = low if low < one.low - rounding else high
            raise InputError(
                f"holds {worst:g} in {key!r}; it must be from {one.low:g} to"
                f" {one.high:g}"
            )
