"""Which code this is: its version, a hash of the model, and the commit it lies in."""

from __future__ import annotations

import hashlib
import re
import subprocess
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "commit",
    "files_digest",
    "here",
    "model_digest",
    "model_files",
    "needed",
    "version_of",
]

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+!-]{0,39}")
_COMMIT = re.compile(r"[0-9a-f]{7,64}")


def version_of(package: str) -> str:
    """Return the installed version of a package."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def model_files() -> dict[str, Path]:
    """Return every file of the model, by its path inside the package."""
    model = _home() / "sim"
    return {
        f"sim/{path.relative_to(model).as_posix()}": path
        for path in sorted(model.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def files_digest(files: Mapping[str, Path]) -> str:
    """Return one hash of several files, SHA-256 in hexadecimal.

    Parameters
    ----------
    files : mapping of str to Path
        Name to file; names count, their order does not.
    """
    whole = hashlib.sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


@cache
def model_digest() -> str:
    """Return the hash of the model's own source."""
    return files_digest(model_files())


def commit() -> dict[str, Any] | None:
    """Return the commit of the checkout that the model lies in, or None.

    Returns
    -------
    dict or None
        ``commit``, and whether files differed from it: ``dirty``.
    """
    home = _home()
    if not (home / ".git").exists():
        return None
    try:
        head = _git(home, "rev-parse", "HEAD")
        dirty = bool(_git(home, "status", "--porcelain"))
    except (OSError, subprocess.SubprocessError):
        return None
    return {"commit": head, "dirty": dirty}


def here() -> str:
    """Return which code this is, in words: ``dilemma 0.1.0``."""
    return f"dilemma {version_of('dilemma')}"


def needed(version: object, commit: object) -> str:
    """Return which code made something, and how to get it, in words.

    Parameters
    ----------
    version, commit : object
        As a file has recorded them. The file may come from anybody: what is no
        version and no commit is not repeated, as a reader may type it into a shell.

    Returns
    -------
    str
        ``dilemma 0.1.0 (git checkout 1a2b3c4)``; without a commit, only the version.
    """
    known = isinstance(version, str) and _VERSION.fullmatch(version)
    name = f"dilemma {version}" if known else "a version of dilemma that it hides"
    record = commit if isinstance(commit, dict) else {}
    head = record.get("commit")
    if not isinstance(head, str) or not _COMMIT.fullmatch(head):
        return f"{name}, of which it records no commit"
    dirty = " with changes that were not committed" if record.get("dirty") else ""
    return f"{name}{dirty} ('git checkout {head}', then install)"


def _home() -> Path:
    return Path(__file__).resolve().parent.parent


def _git(home: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words],
        cwd=home,
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=10,
    )
    return done.stdout.strip()
