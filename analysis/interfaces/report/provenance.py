"""What a folder says of its own making: its manifest, or else hashes of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.interfaces.digests import file_digest
from analysis.interfaces.manifest import MANIFEST, made_by, read_manifest, unsound
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

__all__ = ["files_of", "made_briefly", "made_facts", "packages", "signature"]


def signature(folder: Path, names: Iterable[str]) -> Mapping[str, Any]:
    """Return the manifest beside tables; empty where there is none.

    Parameters
    ----------
    folder : Path
        Where they lie.
    names : iterable of str
        The tables that are read; of each the manifest has the hash.

    Raises
    ------
    InputError
        If the manifest is not whole, or not true of a table.
    """
    if not (folder / MANIFEST).is_file():
        return {}
    found = read_manifest(folder)
    if not isinstance(found.get("files"), dict):
        raise InputError(f"{folder} was made by {made_by(found)}: it is not read here")
    strange = [name for name in names if name not in found["files"]]
    fault = unsound(folder, {"files": {k: found["files"].get(k) for k in names}})
    if strange or fault:
        said = f"{strange[0]} is not in its manifest" if strange else fault
        raise InputError(f"{folder} is not as it was written: {said}")
    return found


def made_facts(
    name: str, manifest: Mapping[str, Any], own: Sequence[tuple[str, object]]
) -> list[tuple[str, object]]:
    """Return what is to be told of the making of a result, phrase by phrase.

    Parameters
    ----------
    name : str
        Of its folder.
    manifest : mapping
        Its manifest; what it lacks is None.
    own : sequence of (str, object)
        What only results of this kind have.
    """
    return [
        ("report folder", name),
        ("report made by", made_by(manifest) if manifest else None),
        ("report finished", manifest.get("finished")),
        *own,
        ("report packages", packages(manifest.get("versions"))),
        ("report processor", manifest.get("processor")),
        ("report system", manifest.get("system")),
        ("report inputs", manifest.get("inputs")),
        ("report source", manifest.get("source")),
    ]


def made_briefly(manifest: Mapping[str, Any]) -> str:
    """Return what made a result, as a sentence of a paper names it.

    Parameters
    ----------
    manifest : mapping
        Its manifest.
    """
    versions = manifest.get("versions")
    known = versions.get("dilemma") if isinstance(versions, dict) else None
    return f"dilemma {known}" if isinstance(known, str) else "dilemma"


def packages(versions: object) -> str | None:
    """Return versions of packages on one line, or None if a manifest has none.

    Parameters
    ----------
    versions : object
        Package to version, as a manifest has it.
    """
    if not isinstance(versions, dict):
        return None
    return ", ".join(f"{name} {one}" for name, one in versions.items())


def files_of(
    folder: Path, manifest: Mapping[str, Any], names: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """Return the files of a result with their ``bytes`` and ``sha256``.

    Parameters
    ----------
    folder : Path
        Where they lie.
    manifest : mapping
        Its manifest, or nothing.
    names : iterable of str
        Files that are looked at themselves, where no manifest names any.
    """
    if manifest:
        return {
            name: one
            for name, one in manifest["files"].items()
            if isinstance(one, dict)
            and type(one.get("bytes")) is int
            and "sha256" in one
        }
    return {
        name: {
            "bytes": (folder / name).stat().st_size,
            "sha256": file_digest(folder / name),
        }
        for name in names
    }
