"""Reading a sweep back, and putting shares of one together."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.sweeps.results import Design, Factor, Results
from analysis.sweeps.store import (
    FAILURES,
    FORMAT,
    MANIFEST,
    PARTS,
    POINTS,
    copy_in,
    failures_in,
    is_whole,
    tidied,
)
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

__all__ = [
    "Standing",
    "load",
    "manifest_of",
    "measured",
    "merge",
    "pieces",
    "standing",
]

_LARGEST = 64 * 2**20
"""Bytes of a manifest; 100,000 parts take 12 MB."""
_MOST_FUTURES = 1_000_000_000
_KEY = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Standing:
    """How much of a sweep a folder has.

    Attributes
    ----------
    parts, futures : int
        How many there should be.
    missing : tuple of str
        Keys of parts that are not there.
    lacking : int
        Futures in them.
    failures : mapping of key to str
        Why those of them that were tried could not be run.
    """

    parts: int
    futures: int
    missing: tuple[str, ...]
    lacking: int
    failures: Mapping[str, str]


def standing(folder: Path) -> Standing:
    """Return how much of a sweep is there.

    Raises
    ------
    InputError
        If it is no folder of a sweep.
    """
    parts = manifest_of(folder)["parts"]
    missing = [one for one in parts if not _whole(folder, one)]
    return Standing(
        parts=len(parts),
        futures=sum(one["rows"] for one in parts),
        missing=tuple(one["key"] for one in missing),
        lacking=sum(one["rows"] for one in missing),
        failures=failures_in(folder),
    )


def measured(folder: Path) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """Return which outcomes a sweep has, and which series of which years.

    Raises
    ------
    InputError
        If it is no folder of a sweep.
    """
    manifest = manifest_of(folder)
    yearly = {name: tuple(years) for name, years in manifest["over_time"].items()}
    return tuple(manifest["outcomes"]), yearly


def load(
    folder: Path, outcomes: Sequence[str] | None = None, *, partial: bool = False
) -> Results:
    """Read a sweep back.

    Parameters
    ----------
    folder : Path
        As ``dilemma sweep`` wrote it.
    outcomes : sequence of str, optional
        Which outcomes and series over time are wanted: only they are read. All by
        default.
    partial : bool
        Take it as it is: NaN in place of futures that are missing.

    Returns
    -------
    Results

    Raises
    ------
    InputError
        If it is no folder of a sweep, an outcome is unknown, or parts are missing.
    """
    import pandas as pd

    manifest = manifest_of(folder)
    design = _design(folder, manifest)
    plain, yearly = manifest["outcomes"], manifest["over_time"]
    wanted = [*plain, *yearly] if outcomes is None else list(outcomes)
    for name in wanted:
        if name not in plain and name not in yearly:
            raise InputError(
                f"the sweep has no outcome {name!r}; {nearest(name, [*plain, *yearly])}"
            )
    columns = [one for one in wanted if one in plain]
    overs = {one: yearly[one] for one in wanted if one in yearly}
    years_of = (f"{k} {year}" for k, years in overs.items() for year in years)
    read = list(dict.fromkeys((*columns, *years_of)))
    values = _values(folder, manifest, read, partial=partial)
    replicates = manifest["replicates"]
    future = np.arange(manifest["points"] * replicates)
    who = {"point": future // replicates, "replicate": future % replicates}
    return Results(
        design=design,
        outcomes=pd.DataFrame(who | {one: values[one] for one in columns}, copy=False),
        luck=manifest["luck"],
        seed=manifest["seed"],
        series={
            name: pd.DataFrame(
                {year: values[f"{name} {year}"] for year in years}, copy=False
            )
            for name, years in overs.items()
        },
    )


def pieces(folder: Path) -> Iterator[pd.DataFrame]:
    """Yield all futures of a sweep, part by part, as no more than one need be held.

    Parameters
    ----------
    folder : Path
        As ``dilemma sweep`` wrote it, with all its parts.

    Yields
    ------
    DataFrame
        ``point`` and ``replicate``, the factors at that point, then the outcomes.

    Raises
    ------
    InputError
        If it is no folder of a sweep, or a part is missing.
    """
    import pandas as pd

    manifest = manifest_of(folder)
    points = _design(folder, manifest).points
    years = (
        f"{k} {year}" for k, many in manifest["over_time"].items() for year in many
    )
    outcomes = list(dict.fromkeys((*manifest["outcomes"], *years)))
    for part in manifest["parts"]:
        file = folder / PARTS / f"{part['key']}.parquet"
        table = _table(file, ["point", "replicate", *outcomes], part["rows"])
        try:
            there = points.iloc[table.pop("point")]
        except (IndexError, TypeError):
            raise InputError(f"{file} is no part of this sweep") from None
        who = pd.DataFrame({"point": there.index, "replicate": table.pop("replicate")})
        yield pd.concat([who, there.reset_index(drop=True), table], axis=1)


def merge(folders: Sequence[Path], into: Path) -> Path:
    """Put shares of one sweep together, from several folders.

    Parameters
    ----------
    folders : sequence of Path
        Folders of the same sweep.
    into : Path
        The folder that holds results; ``sweep-HASH`` is made in it, or filled up.

    Returns
    -------
    Path
        The folder with everything.

    Raises
    ------
    InputError
        If they are not of one sweep, or nothing can be written.
    """
    first = manifest_of(folders[0])
    bytes_of = (folders[0] / MANIFEST).read_bytes()
    target = into / f"sweep-{first['digest'][:12]}"
    for one in folders[1:]:
        manifest_of(one)
        if (one / MANIFEST).read_bytes() != bytes_of:
            raise InputError(
                f"{one} is of another sweep than {folders[0]}, or of another version"
            )
    try:
        for name in (PARTS, FAILURES):
            (target / name).mkdir(parents=True, exist_ok=True)
        if (target / MANIFEST).exists():
            if (target / MANIFEST).read_bytes() != bytes_of:
                raise InputError(f"{target} is in the way: it is of another sweep")
        else:
            for name in (POINTS, MANIFEST):
                copy_in(folders[0] / name, target / name)
        for one in folders:
            _take(one, target, first["parts"])
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise InputError(f"cannot write to {target}: {error.strerror}") from error
    tidied(target)
    return target


def _take(source: Path, target: Path, parts: Sequence[Mapping[str, Any]]) -> None:
    if source.resolve() == target.resolve():
        return
    for one in parts:
        file = f"{one['key']}.parquet"
        if _whole(target, one):
            continue
        if _whole(source, one):
            copy_in(source / PARTS / file, target / PARTS / file)
            (target / FAILURES / f"{one['key']}.json").unlink(missing_ok=True)
        elif (note := source / FAILURES / f"{one['key']}.json").is_file():
            copy_in(note, target / FAILURES / note.name)


def _whole(folder: Path, part: Mapping[str, Any]) -> bool:
    return is_whole(folder / PARTS / f"{part['key']}.parquet", part["rows"])


# ------------------------------------------------------------------------ the manifest


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return what a folder says that it holds, checked as it may come from anybody.

    Parameters
    ----------
    folder : Path
        As ``dilemma sweep`` wrote it.

    Raises
    ------
    InputError
        If it has no whole manifest of a sweep.
    """
    file = folder / MANIFEST
    try:
        if file.stat().st_size > _LARGEST:
            raise InputError(f"{file} is too large to be the manifest of a sweep")
        found = json.loads(file.read_text(encoding="utf-8"))
    except InputError:
        raise
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from error
    except (ValueError, RecursionError):
        raise InputError(f"{file} is no manifest of a sweep: it is not JSON") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputError(f"{file} is no manifest of a sweep that this version reads")
    for name, right in _WANTED.items():
        try:
            fine = right(found[name])
        except (KeyError, TypeError, ValueError, AttributeError):
            fine = False
        if not fine:
            raise InputError(f"{file} is no whole manifest of a sweep: see {name!r}")
    futures = found["points"] * found["replicates"]
    if sum(one["rows"] for one in found["parts"]) != futures or futures > _MOST_FUTURES:
        raise InputError(f"{file} is no whole manifest of a sweep: see 'parts'")
    return found


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 1


def _is_word(value: object) -> bool:
    # What is printed on a terminal may not steer it.
    return isinstance(value, str) and value.isprintable()


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(_is_word(one) for one in value)


def _is_factor(one: Mapping[str, Any]) -> bool:
    named = _is_word(one["name"]) and all(_is_word(w) for w in one["words"].values())
    if "choices" in one:
        return named and _are_words(one["choices"])
    return named and float(one["low"]) < float(one["high"])


_WANTED: dict[str, Any] = {
    "digest": lambda one: _KEY.fullmatch(one) is not None,
    "kind": lambda one: isinstance(one, str),
    "options": lambda one: all(type(v) in (int, float) for v in one.values()),
    "factors": lambda many: many and all(_is_factor(one) for one in many),
    "points": _is_count,
    "replicates": _is_count,
    "luck": lambda one: one in ("held", "fresh"),
    "seed": lambda one: type(one) is int and one >= 0,
    "outcomes": _are_words,
    "over_time": lambda one: all(_are_words(years) for years in one.values()),
    "parts": lambda many: all(
        _KEY.fullmatch(one["key"]) and _is_count(one["rows"]) for one in many
    ),
}
"""What a manifest must say, and what each may be."""


# ------------------------------------------------------------------------- the numbers


def _design(folder: Path, manifest: Mapping[str, Any]) -> Design:
    factors = tuple(
        Factor(
            one["name"],
            float(one.get("low", "nan")),
            float(one.get("high", "nan")),
            tuple(one.get("choices", ())),
            one["words"],
        )
        for one in manifest["factors"]
    )
    names = [one.name for one in factors]
    points = _table(folder / POINTS, names, manifest["points"])
    return Design(manifest["kind"], factors, points, manifest["options"])


def _table(file: Path, columns: Sequence[str], rows: int) -> pd.DataFrame:
    """Return columns of a Parquet file that has so many rows, and no more."""
    from pyarrow import ArrowException, parquet

    try:
        # The footer first: nothing is read of a file that claims more than it should.
        if parquet.read_metadata(file).num_rows != rows:
            raise InputError(f"{file} has not the {rows:,} lines that it should have")
        table: pd.DataFrame = parquet.read_table(
            file, columns=list(columns), partitioning=None
        ).to_pandas()
        return table[list(columns)]
    except InputError:
        raise
    except (OSError, ArrowException, KeyError) as error:
        said = " ".join(str(error).split())[:200]
        raise InputError(f"cannot read {file}: {said}") from None


def _values(
    folder: Path, manifest: Mapping[str, Any], columns: Sequence[str], *, partial: bool
) -> dict[str, np.ndarray[Any, np.dtype[np.float64]]]:
    """Return outcomes of all futures, in order of point and replicate."""
    replicates = manifest["replicates"]
    futures = manifest["points"] * replicates
    values = {name: np.full(futures, np.nan) for name in columns}
    missing = 0
    for part in manifest["parts"]:
        if not _whole(folder, part):
            missing += 1
            continue
        file = folder / PARTS / f"{part['key']}.parquet"
        table = _table(file, ["point", "replicate", *columns], part["rows"])
        try:
            place = (
                table["point"].to_numpy() * replicates + table["replicate"].to_numpy()
            )
            for name in columns:
                values[name][place] = table[name].to_numpy(dtype=np.float64)
        except (IndexError, ValueError, TypeError):
            raise InputError(f"{file} is no part of this sweep") from None
    if missing and not partial:
        raise InputError(
            f"{missing:,} of {len(manifest['parts']):,} parts are missing in {folder};"
            " run the same sweep again, or merge the other shares"
        )
    return values
