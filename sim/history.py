"""What a run of the ensemble leaves behind: series, outcomes, labels, luck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.cast import STATES
from sim.errors import InputError, nearest
from sim.luck import checked_ids
from sim.state import SERIES

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    from sim.scenario import Scenario

__all__ = ["History", "Outcome"]


@dataclass(frozen=True, eq=False, kw_only=True)
class History:
    """The futures of one scenario: recorded series, one column per row.

    Attributes
    ----------
    scenario : Scenario
        What was run.
    seed : int
        Of the luck.
    labels : tuple of str
        ``"YYYY-MM"`` of each recorded moment: the month before the start (the
        initial state), then every month; of a fork, the month up to which its past
        goes, then every month after.
    luck_ids : ndarray of int64, shape (rows,)
        Each row's luck; rows of two histories with the same id and seed are paired.
    records : mapping of key to ndarray of float32, shape (months + 1, kept)
        The series, of the first `kept` rows. Keys are dotted: ``spending.ROK``,
        ``felt_threat.ROK.NK`` (observer, observed), ``front``.
    parameters : mapping of flat name to float or ndarray of shape (rows,)
        The parameters that the rows started with.
    outcomes : mapping of name to ndarray, shape (rows,)
        What was asked for when the rows were run, for every row.
    """

    scenario: Scenario
    seed: int
    labels: tuple[str, ...]
    luck_ids: NDArray[np.int64]
    records: Mapping[str, NDArray[np.float32]] = field(repr=False)
    parameters: Mapping[str, float | NDArray[Any]] = field(
        default_factory=dict, repr=False
    )
    outcomes: Mapping[str, NDArray[Any]] = field(default_factory=dict, repr=False)
    _kept: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "luck_ids", checked_ids(self.luck_ids))
        widths = (one.shape[1] for one in self.records.values())
        object.__setattr__(self, "_kept", next(widths, 0))
        for array in (*self.records.values(), *self.outcomes.values()):
            array.flags.writeable = False  # what was recorded is not for editing

    @property
    def rows(self) -> int:
        """How many rows were run."""
        return int(self.luck_ids.size)

    @property
    def kept(self) -> int:
        """How many rows have series: the first ones, usually all."""
        return self._kept

    @property
    def months(self) -> int:
        """How many months were run."""
        return len(self.labels) - 1

    @property
    def keys(self) -> tuple[str, ...]:
        """The recorded series, as dotted names."""
        return tuple(self.records)

    def series(self, *path: str) -> NDArray[np.float32]:
        """Return one recorded series.

        Parameters
        ----------
        *path : str
            The parts of a key: ``"spending", "ROK"``; ``"felt_threat", "ROK", "NK"``
            (observer, observed); ``"front"``. A dotted key does as well. The two
            states of a pair, as in ``"depth", "NK", "Russia"``, come in any order.

        Returns
        -------
        ndarray of float32, shape (months + 1, kept)
            First the initial state, then every month; read-only.

        Raises
        ------
        InputError
            If nothing was recorded under that name, or no row was kept.
        """
        key = ".".join(path)
        if key in self.records:
            return self.records[key]
        name, _, pair = key.partition(".")
        swapped = ".".join([name, *reversed(pair.split("."))])
        if swapped in self.records and SERIES[swapped].shape == "pairs":
            return self.records[swapped]
        raise InputError(self._no_series(key))

    def _no_series(self, key: str) -> str:
        if not self.records:
            return (
                f"no series {key!r}: none was kept; run again with keep= the number "
                "of rows whose series are wanted"
            )
        name = key.partition(".")[0]
        family = [one for one in self.records if one.partition(".")[0] == name]
        if family:
            return f"no series {key!r}; {nearest(key, family)}"
        names = {one.partition(".")[0] for one in self.records}
        return f"no series {key!r}; {nearest(name, names)}"

    def outcome(self, which: str | Outcome) -> NDArray[Any]:
        """Return an outcome of every row.

        Parameters
        ----------
        which : str or callable
            The name of one that was computed while running, or any function of a
            History that returns one value per row.

        Returns
        -------
        ndarray, shape (rows,)
            One value per row.

        Raises
        ------
        InputError
            If there is no such outcome, the function would need series that were
            not kept, or it does not return one value per row.
        """
        if isinstance(which, str):
            if which not in self.outcomes:
                hint = nearest(which, self.outcomes)
                raise InputError(f"no outcome {which!r} was computed; {hint}")
            return self.outcomes[which]
        name = getattr(which, "__name__", repr(which))
        if self.kept < self.rows:
            raise InputError(
                f"outcome {name!r} needs the series of {self.rows} rows and "
                f"{self.kept} were kept; pass it to sim.run as outcomes=, or keep more"
            )
        values = np.asarray(which(self))
        if values.shape != (self.rows,):
            raise InputError(
                f"outcome {name!r} has shape {values.shape}; it must return one value "
                f"per row, shape ({self.rows},)"
            )
        return values

    def select(self, rows: ArrayLike) -> History:
        """Return the history of some rows, in the order given.

        Parameters
        ----------
        rows : array_like of int or bool
            Positions (from 0), or a mask of shape (rows,).

        Raises
        ------
        InputError
            If a row does not exist or its series were not kept.
        """
        place = np.asarray(rows)
        if place.dtype == np.bool_ and place.shape == (self.rows,):
            place = np.flatnonzero(place)
        if place.ndim != 1 or place.size == 0 or place.dtype.kind not in "iu":
            raise InputError(
                "select needs the positions of at least one row, or a mask of all"
            )
        limit = self.kept if self.records else self.rows
        if place.min() < 0 or place.max() >= limit:
            raise InputError(
                f"row {int(place.max() if place.max() >= limit else place.min())} has "
                f"no series here; rows 0 to {limit - 1} have"
            )
        return replace(
            self,
            luck_ids=self.luck_ids[place],
            records={key: one[:, place] for key, one in self.records.items()},
            parameters={
                name: value[place] if isinstance(value, np.ndarray) else value
                for name, value in self.parameters.items()
            },
            outcomes={name: one[place] for name, one in self.outcomes.items()},
        )

    @classmethod
    def concatenate(cls, parts: Sequence[History]) -> History:
        """Return the rows of several histories of one scenario and seed, in order.

        Parameters
        ----------
        parts : sequence of History
            With the same labels and seed. Those after the first whose rows were not
            all kept may keep none.

        Raises
        ------
        InputError
            If they are not of one scenario, seed and span of time.
        """
        first = parts[0]
        for one in parts:
            if (one.seed, one.labels) != (first.seed, first.labels) or (
                one.scenario != first.scenario
            ):
                raise InputError(
                    "only histories of one scenario, seed and span can be put together"
                )
        ended = False
        for one in parts:
            if ended and one.kept:
                raise InputError("rows without series may only come after all others")
            ended = ended or one.kept < one.rows
        keyed = [one for one in parts if one.records]
        return replace(
            first,
            luck_ids=np.concatenate([one.luck_ids for one in parts]),
            records={
                key: np.concatenate([one.records[key] for one in keyed], axis=1)
                for key in first.records
            },
            parameters=_joined_parameters(parts),
            outcomes={
                name: np.concatenate([one.outcomes[name] for one in parts])
                for name in first.outcomes
            },
        )

    def wide(self, keys: Iterable[str] | None = None) -> pd.DataFrame:
        """Return one line per row and month, one float32 column per series.

        Parameters
        ----------
        keys : iterable of str, optional
            Dotted names; every series by default.

        Returns
        -------
        DataFrame
            Columns ``row``, ``luck_id``, ``month`` (ordered category of labels),
            then the series.
        """
        import pandas as pd

        moments, rows = len(self.labels), self.kept
        columns: dict[str, Any] = {
            "row": np.repeat(np.arange(rows, dtype=np.int32), moments),
            "luck_id": np.repeat(self.luck_ids[:rows], moments),
            "month": self._months(np.tile(np.arange(moments), rows)),
        }
        for key in self.keys if keys is None else keys:
            columns[key] = self.series(key).T.reshape(-1)
        return pd.DataFrame(columns)

    def to_frame(self, keys: Iterable[str] | None = None) -> pd.DataFrame:
        """Return the tidy form: one line per series, month and row.

        Parameters
        ----------
        keys : iterable of str, optional
            Dotted names; every series by default.

        Returns
        -------
        DataFrame
            Columns ``variable``, ``state``, ``other``, ``month`` (categories; empty
            where a series has no state), ``row`` (int32) and ``value`` (float32).
        """
        import pandas as pd

        chosen = list(self.keys if keys is None else keys)
        arrays = [self.series(key) for key in chosen]  # refuses what is unknown first
        split = [tuple((key + "..").split(".", 2)) for key in chosen]
        moments, rows = len(self.labels), self.kept
        each = moments * rows
        columns: dict[str, Any] = {}
        for i, column in enumerate(("variable", "state", "other")):
            words = [one[i].rstrip(".") for one in split]
            known = sorted(set(words), key=_cast_order)
            codes = np.array([known.index(word) for word in words], dtype=np.int16)
            columns[column] = pd.Categorical.from_codes(
                np.repeat(codes, each), categories=pd.Index(known)
            )
        month = np.repeat(np.arange(moments), rows)
        columns["month"] = self._months(np.tile(month, len(chosen)))
        columns["row"] = np.tile(np.arange(rows, dtype=np.int32), moments * len(chosen))
        empty = np.empty((0, rows), dtype=np.float32)
        columns["value"] = np.concatenate([empty, *arrays]).reshape(-1)
        return pd.DataFrame(columns)

    def _months(self, codes: NDArray[np.int64]) -> pd.Categorical[str]:
        import pandas as pd

        return pd.Categorical.from_codes(
            codes.astype(np.int16), categories=pd.Index(self.labels), ordered=True
        )


Outcome = Callable[[History], Any]
"""Any function of a History that returns one value per row, shape (rows,).

It must treat every row by itself, as it is applied to one chunk of rows at a time."""


def _cast_order(word: str) -> tuple[int, str]:
    return (STATES.index(word) if word in STATES else -1, word)


def _joined_parameters(parts: Sequence[History]) -> dict[str, float | NDArray[Any]]:
    """Join by row; a value that is one number everywhere stays one number."""
    joined: dict[str, float | NDArray[Any]] = {}
    for name, value in parts[0].parameters.items():
        values = [one.parameters[name] for one in parts]
        numbers = [one for one in values if not isinstance(one, np.ndarray)]
        if len(numbers) == len(parts) and len(set(numbers)) == 1:
            joined[name] = value
        else:
            sizes = [one.rows for one in parts]
            each = zip(values, sizes, strict=True)
            joined[name] = np.concatenate([np.broadcast_to(v, n) for v, n in each])
    return joined
