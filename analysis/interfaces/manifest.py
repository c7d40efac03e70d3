"""What a result was made from, written down so that the same numbers come again."""

from __future__ import annotations

import json
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.interfaces.digests import (
    COMPUTING,
    file_digest,
    inputs_digest,
    source_digest,
)
from sim.errors import InputError
from sim.source import commit, needed, version_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "LARGEST",
    "MANIFEST",
    "made_by",
    "made_elsewhere",
    "manifest",
    "read_manifest",
    "unsound",
    "versions",
]

MANIFEST = "manifest.json"
FORMAT = 1
LARGEST = 32 * 2**20
"""A larger file is no manifest: twenty scenarios spelled out take one MiB."""
_TELLING = (*COMPUTING, "pandas", "pyarrow", "matplotlib", "pydantic")


def manifest(
    *,
    inputs: Mapping[str, Any],
    results: Mapping[str, Any],
    arguments: Sequence[str],
    folder: Path,
    names: Sequence[str] | None = None,
    seconds: float,
) -> dict[str, Any]:
    """Return what is written beside a result.

    Parameters
    ----------
    inputs : mapping
        As given to :func:`inputs_digest`.
    results : mapping
        Scenario name to its :func:`numbers`.
    arguments : sequence of str
        The command line that gives this result again.
    folder : Path
        Where the files of the result lie; each is named with its size and hash.
    names : sequence of str, optional
        Which files are the result's; all that lie there by default.
    seconds : float
        How long it took.
    """
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": file_digest(path)}
        for path in sorted(folder.iterdir())
        if path.is_file() and (names is None or path.name in names)
    }
    return {
        "format": FORMAT,
        "inputs": inputs_digest(inputs),
        "command": " ".join(arguments),
        "arguments": list(arguments),
        "asked": dict(inputs),
        "numbers": dict(results),
        "files": files,
        "versions": versions(),
        "source": source_digest(),
        "commit": commit(),
        "processor": processor(),
        "system": platform.platform(),
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds, 2),
    }


def versions() -> dict[str, str]:
    """Return the version of Python and of every package that matters."""
    found = {name: version_of(name) for name in _TELLING}
    return {"python": platform.python_version(), **found}


def processor() -> str:
    """Return the processor's type in words: bits are promised per type only."""
    with_name = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return f"{platform.machine()}, {line.partition(':')[2].strip()}"
    return f"{platform.machine()}, {with_name}"


def read_manifest(path: Path) -> dict[str, Any]:
    """Return a manifest, from its file or from the folder that holds it.

    Parameters
    ----------
    path : Path
        The folder or the file.

    Returns
    -------
    dict
        Whole as this version writes it; one in another format as it stands, so that
        it can still be said what it needs (:func:`made_elsewhere`).

    Raises
    ------
    InputError
        If there is none, or it is not whole.
    """
    file = path / MANIFEST if path.is_dir() else path
    try:
        if file.stat().st_size > LARGEST:
            raise InputError(f"{file} is no manifest: it is too large to be one")
        found = json.loads(file.read_text(encoding="utf-8"))
    except InputError:
        raise
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}") from error
    except (ValueError, RecursionError):
        raise InputError(f"{file} is not a manifest: it is not JSON") from None
    if not isinstance(found, dict) or type(found.get("format")) is not int:
        raise InputError(f"{file} is not a manifest that this version can read")
    if found["format"] != FORMAT:
        return found
    wanted: dict[str, type] = {
        "asked": dict,
        "numbers": dict,
        "files": dict,
        "arguments": list,
    }
    for key, kind in wanted.items():
        if not isinstance(found.get(key), kind):
            raise InputError(f"{file} is not a whole manifest: {key!r} is missing")
    if not all(isinstance(one, dict) for one in found["numbers"].values()):
        raise InputError(f"{file} is not a whole manifest: 'numbers' is not whole")
    return found


def made_elsewhere(manifest: Mapping[str, Any]) -> bool:
    """Return whether another version of dilemma made a result, or another format."""
    version = _version(manifest)
    other = version is not None and version != version_of("dilemma")
    return other or manifest.get("format") != FORMAT


def made_by(manifest: Mapping[str, Any]) -> str:
    """Return what made a result and how to get it, in words."""
    return needed(_version(manifest), manifest.get("commit"))


def _version(manifest: Mapping[str, Any]) -> object:
    known = manifest.get("versions")
    return known.get("dilemma") if isinstance(known, dict) else None


def unsound(folder: Path, manifest: Mapping[str, Any]) -> str:
    """Return what is wrong with the files that a manifest names, or nothing."""
    for name, wanted in manifest["files"].items():
        path = folder / name
        if not path.is_file():
            return f"{name} is missing"
        try:
            if (
                path.stat().st_size != wanted["bytes"]
                or file_digest(path) != wanted["sha256"]
            ):
                return f"{name} was changed since it was written"
        except (OSError, KeyError, TypeError):
            return f"{name} cannot be checked"
    return ""
