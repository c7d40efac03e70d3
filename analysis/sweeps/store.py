"""The folder of a sweep: its parts, each whole or not there, and what they are of.

``manifest.json`` says what was asked and names every part; ``points.parquet`` has the
design; ``parts/KEY.parquet`` the futures of a part; ``failures/KEY.json`` why one could
not be run. A file is written under a hidden name, forced to the disk, and only then
given its own: whoever is killed leaves nothing half-written. Nothing in the folder says
when, by how many workers or in which shares it was made, so the same sweep gives the
same bytes.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from analysis.origin import engine
from sim.errors import InputError
from sim.source import version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pyarrow as pa
    from numpy.typing import NDArray

    from analysis.sweeps.parts import Part, Sweep

__all__ = [
    "FAILURES",
    "FORMAT",
    "MANIFEST",
    "PARTS",
    "POINTS",
    "Store",
    "copy_in",
    "is_whole",
    "table_of",
    "tidied",
]

FORMAT = 1
MANIFEST, POINTS = "manifest.json", "points.parquet"
PARTS, FAILURES = "parts", "failures"
_MADE_BY = ("dilemma", "numpy", "scipy", "mesa", "pyarrow", "SALib")
_LONGEST_CAUSE = 500


class Store:
    """Where a sweep is kept.

    Parameters
    ----------
    out : Path
        The folder that holds results.
    sweep : Sweep
        What is kept there.

    Attributes
    ----------
    folder : Path
        ``sweep-HASH`` in it.
    """

    def __init__(self, out: Path, sweep: Sweep) -> None:
        self.sweep = sweep
        self.folder = out / f"sweep-{sweep.digest[:12]}"

    def begin(self) -> None:
        """Make the folder, and write down what it is of.

        Raises
        ------
        InputError
            If something else stands there, or nothing can be written.
        """
        content = _text(_manifest(self.sweep))
        file = self.folder / MANIFEST
        try:
            for name in (PARTS, FAILURES):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
            if file.exists():
                if file.read_bytes() != content:
                    raise InputError(
                        f"{self.folder} is in the way: its {MANIFEST} is of another"
                        " sweep or version; move it"
                    )
            else:
                points = _points(self.sweep)
                written(self.folder / POINTS, lambda out: _parquet(points, out))
                written(file, lambda out: out.write(content))
        except (FileExistsError, NotADirectoryError, PermissionError) as error:
            raise InputError(
                f"cannot write to {self.folder}: {error.strerror}"
            ) from error

    def path(self, part: Part) -> Path:
        """Return where a part is, or will be."""
        return self.folder / PARTS / f"{part.key}.parquet"

    def done(self, part: Part) -> bool:
        """Return whether a part is there, and whole."""
        return is_whole(self.path(part), part.rows)

    def keep(self, part: Part, outcomes: Mapping[str, NDArray[Any]]) -> None:
        """Write what came out of a part, and forget that it ever failed."""
        table = table_of(self.sweep, part, outcomes)
        written(self.path(part), lambda out: _parquet(table, out))
        with suppress(FileNotFoundError):
            self._failure(part).unlink()

    def fail(self, part: Part, cause: str) -> None:
        """Write down why a part could not be run."""
        note = {
            "scenario": list(self.sweep.experiment.combinations)[part.combination],
            "first": part.first,
            "last": part.last,
            "cause": " ".join(cause.split())[:_LONGEST_CAUSE],
        }
        written(self._failure(part), lambda out: out.write(_text(note)))

    def failures(self) -> dict[str, str]:
        """Return key and cause of every part that failed and was not run since."""
        return failures_in(self.folder)

    def _failure(self, part: Part) -> Path:
        return self.folder / FAILURES / f"{part.key}.json"


def written(path: Path, write: Callable[[IO[bytes]], Any]) -> None:
    """Write a file that is there whole or not at all, whatever happens meanwhile.

    Parameters
    ----------
    path : Path
        Its final name.
    write : callable
        Given the open file.
    """
    hidden = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with hidden.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(path)
    finally:
        with suppress(OSError):
            hidden.unlink()
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Force a new name to the disk, where folders can be opened at all."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def tidied(folder: Path) -> None:
    """Take away half-written files of dead runs whose final file is there."""
    for one in folder.glob("**/.*.tmp"):
        final = one.with_name(one.name[1:].rsplit(".", 2)[0])
        if final.exists():
            with suppress(OSError):
                one.unlink()


def copy_in(source: Path, target: Path) -> None:
    """Copy a part or a note of failure from another folder, whole or not at all."""
    content = source.read_bytes()
    written(target, lambda out: out.write(content))


def failures_in(folder: Path) -> dict[str, str]:
    """Return the causes of failures that a folder records, by key of the part."""
    found = {}
    for file in sorted((folder / FAILURES).glob("*.json")):
        if (folder / PARTS / f"{file.stem}.parquet").exists():
            continue
        try:
            said = json.loads(file.read_text(encoding="utf-8")[: 2**16])
            found[file.stem] = str(said["cause"])[:_LONGEST_CAUSE]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            found[file.stem] = "its note cannot be read"
    return found


def is_whole(file: Path, rows: int) -> bool:
    """Return whether a Parquet file can be opened and has so many rows."""
    from pyarrow import ArrowException, parquet

    try:
        return bool(parquet.read_metadata(file).num_rows == rows)
    except (OSError, ArrowException):
        return False


def table_of(
    sweep: Sweep, part: Part, outcomes: Mapping[str, NDArray[Any]]
) -> pa.Table:
    """Return the futures of a part as a table.

    Parameters
    ----------
    sweep : Sweep
        Whose part it is.
    part : Part
        Which.
    outcomes : mapping of str to ndarray, shape (rows,)
        What came out.

    Returns
    -------
    pyarrow.Table
        ``point``, ``replicate``, ``luck_id``, then one column of float64 for each
        outcome, NaN where a future gave no number.
    """
    import pyarrow as pa

    point, replicate = sweep.who(part)
    columns = {
        "point": point.astype(np.int64),
        "replicate": replicate.astype(np.int32),
        "luck_id": sweep.luck_ids(part).astype(np.int64),
    }
    for name in sweep.experiment.outcomes:
        values = np.asarray(outcomes[name], dtype=np.float64)
        columns[name] = np.where(np.isfinite(values), values, np.nan)
    return pa.table(columns)


def _points(sweep: Sweep) -> pa.Table:
    import pyarrow as pa

    points = sweep.design.points
    return pa.table(
        {
            one.name: pa.array(
                points[one.name].tolist() if one.choices else points[one.name],
                type=pa.string() if one.choices else pa.float64(),
            )
            for one in sweep.design.factors
        }
    )


def _parquet(table: pa.Table, out: IO[bytes]) -> None:
    from pyarrow import parquet

    floats = [one.name for one in table.schema if str(one.type) == "double"]
    parquet.write_table(
        table,
        out,
        compression="zstd",
        use_dictionary=[one.name for one in table.schema if one.name not in floats],
        use_byte_stream_split=floats,
    )


def _manifest(sweep: Sweep) -> dict[str, Any]:
    definition, design = sweep.experiment.definition, sweep.design
    return {
        "format": FORMAT,
        "digest": sweep.digest,
        "experiment": sweep.as_data(),
        "kind": design.kind,
        "options": dict(design.options),
        "factors": [
            {"name": one.name, "words": dict(one.words)}
            | (
                {"choices": list(one.choices)}
                if one.choices
                else {"low": one.low, "high": one.high}
            )
            for one in design.factors
        ],
        "points": len(design.points),
        "replicates": definition.replicates,
        "luck": definition.luck,
        "seed": definition.seed,
        "engine": engine(fast=definition.fast),
        "outcomes": list(sweep.experiment.asked),
        "over_time": {k: list(v) for k, v in sweep.experiment.yearly.items()},
        "parts": [{"key": one.key, "rows": one.rows} for one in sweep.parts],
        "versions": {name: version_of(name) for name in _MADE_BY},
    }


def _text(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
