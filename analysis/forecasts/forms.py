"""The form of a forecast and of a record: tables that any program can write.

A forecast has a line for each target and draw, ``quantity, of, time, draw, value``, or
for each target and quantile, ``quantity, of, time, quantile, value``. A record has
``quantity, of, time, value``. A target is a quantity, of whom (empty where that goes
without saying) and when: ``YYYY-MM`` for what is counted by month, ``YYYY`` by year.
Both are CSV with a header, or Parquet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

__all__ = ["LARGEST", "QUANTILES", "TARGET", "Forecast", "quantiles_of", "read_record"]

TARGET = ["quantity", "of", "time"]
"""The columns that name a target."""

QUANTILES = (0.01, 0.025, *(0.05 * step for step in range(1, 20)), 0.975, 0.99)
"""The quantiles that a forecast of draws is summed up by."""

LARGEST = 500 * 2**20
"""Bytes of a file that is read at most."""

_TIME = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_FEWEST = 3


@dataclass(frozen=True, eq=False)
class Forecast:
    """What is forecast of every target, in draws or in quantiles.

    Attributes
    ----------
    targets : DataFrame
        ``quantity``, ``of`` and ``time``, a line each, in order.
    kind : {'draw', 'quantile'}
        What the columns of `values` are.
    values : ndarray of float64, shape (targets, columns)
        Draws, equally likely; or quantiles at `levels`, which never fall.
    levels : ndarray of float64, shape (columns,)
        The quantiles' levels, rising; of draws just their numbers.
    """

    targets: pd.DataFrame
    kind: Literal["draw", "quantile"]
    values: npt.NDArray[np.float64]
    levels: npt.NDArray[np.float64]

    @classmethod
    def of_table(cls, table: pd.DataFrame, named: str = "the forecast") -> Forecast:
        """Return the forecast that a table holds.

        Parameters
        ----------
        table : DataFrame
            In the form that this module describes.
        named : str
            What to call it in messages.

        Raises
        ------
        InputError
            If columns are missing, a target lacks a draw or quantile that another
            has or has one twice, or a number is not one.
        """
        kind = _kind(table, named)
        _check_targets(table, named)
        levels = table[kind].to_numpy(dtype=np.float64)
        _check_numbers(table["value"].to_numpy(), named)
        if kind == "quantile" and not ((levels > 0.0) & (levels < 1.0)).all():
            raise InputError(f"{named}: a quantile has to lie between 0 and 1")
        keys = [*TARGET, kind]
        twice = table[table.duplicated(keys)]
        if len(twice):
            raise InputError(
                f"{named}: {_target(twice.iloc[0])} has {kind} {twice[kind].iloc[0]:g}"
                " twice"
            )
        wide = table.pivot(index=TARGET, columns=kind, values="value")
        values = wide.to_numpy(dtype=np.float64)
        gaps = np.flatnonzero(np.isnan(values).any(axis=1))
        if gaps.size:
            target = _words(*wide.index[gaps[0]])
            raise InputError(
                f"{named}: {target} lacks a {kind} that other targets have; every"
                " target has the same"
            )
        if wide.shape[1] < _FEWEST:
            raise InputError(
                f"{named} has {wide.shape[1]} {kind}s of each target; it takes at least"
                f" {_FEWEST}"
            )
        falls = np.flatnonzero((np.diff(values, axis=1) < 0.0).any(axis=1))
        if kind == "quantile" and falls.size:
            target = _words(*wide.index[falls[0]])
            raise InputError(f"{named}: the quantiles of {target} fall")
        targets = wide.index.to_frame(index=False)
        return cls(targets, kind, values, wide.columns.to_numpy(dtype=np.float64))

    @classmethod
    def read(cls, path: Path) -> Forecast:
        """Return the forecast in a file.

        Raises
        ------
        InputError
            If it cannot be read, is too large, or :meth:`of_table` refuses it.
        """
        return cls.of_table(_read(path), str(path))

    def to_table(self) -> pd.DataFrame:
        """Return the forecast as the table that :meth:`of_table` reads."""
        many = len(self.levels)
        table = self.targets.loc[self.targets.index.repeat(many)].reset_index(drop=True)
        levels = np.tile(self.levels, len(self.targets))
        table[self.kind] = levels.astype(int) if self.kind == "draw" else levels
        table["value"] = self.values.reshape(-1)
        return table


def quantiles_of(forecast: Forecast) -> Forecast:
    """Return a forecast of draws as one of quantiles, at :data:`QUANTILES`."""
    if forecast.kind == "quantile":
        return forecast
    levels = np.round(np.array(QUANTILES), 3)
    # The smallest draw that so many do not exceed, so that counts stay whole.
    values = np.quantile(forecast.values, levels, axis=1, method="inverted_cdf").T
    return Forecast(forecast.targets, "quantile", values, levels)


def read_record(path: Path) -> pd.DataFrame:
    """Return the record in a file: ``quantity``, ``of``, ``time`` and ``value``.

    Raises
    ------
    InputError
        If it cannot be read, is too large, lacks a column, names a target twice, or a
        number is not one.
    """
    table, named = _read(path), str(path)
    if "value" not in table:
        raise InputError(f"{named} has no column 'value'")
    _check_targets(table, named)
    _check_numbers(table["value"].to_numpy(), named)
    twice = table[table.duplicated(TARGET)]
    if len(twice):
        raise InputError(f"{named}: {_target(twice.iloc[0])} stands twice")
    return table[[*TARGET, "value"]]


def _read(path: Path) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa

    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path} is larger than {LARGEST / 2**20:,.0f} MB")
        if path.suffix == ".parquet":
            table = pd.read_parquet(path)
        else:
            table = pd.read_csv(path, dtype={"time": str, "of": str, "quantity": str})
    except OSError as error:
        reason = error.strerror or "it is no Parquet file"
        raise InputError(f"{path} cannot be read: {reason}") from None
    except (ValueError, pa.ArrowException) as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"{path} is no table: {reason}") from None
    if "of" in table:
        table["of"] = table["of"].fillna("")
    return table


def _kind(table: pd.DataFrame, named: str) -> Literal["draw", "quantile"]:
    if "value" not in table:
        raise InputError(f"{named} has no column 'value'")
    kinds: tuple[Literal["draw", "quantile"], ...] = ("draw", "quantile")
    found = [one for one in kinds if one in table]
    if len(found) != 1:
        raise InputError(
            f"{named} has {'both' if found else 'neither'} of the columns 'draw' and"
            " 'quantile'; it takes one of them"
        )
    _check_numbers(table[found[0]].to_numpy(), named)
    return found[0]


def _check_targets(table: pd.DataFrame, named: str) -> None:
    missing = [one for one in TARGET if one not in table]
    if missing:
        raise InputError(f"{named} has no column {missing[0]!r}")
    if table.empty:
        raise InputError(f"{named} has no line")
    for time in table["time"].unique():
        if not _TIME.fullmatch(str(time)):
            raise InputError(f"{named}: time {time!r} is neither YYYY-MM nor YYYY")


def _check_numbers(values: npt.NDArray[Any], named: str) -> None:
    try:
        numbers = values.astype(np.float64)
    except (TypeError, ValueError):
        raise InputError(f"{named} has a value that is no number") from None
    if not np.isfinite(numbers).all():
        raise InputError(f"{named} has a value that is missing or not finite")


def _target(line: pd.Series[Any]) -> str:
    return _words(*(line[one] for one in TARGET))


def _words(quantity: object, of: object, time: object) -> str:
    return f"{quantity}{f' of {of}' if of else ''} in {time}"
