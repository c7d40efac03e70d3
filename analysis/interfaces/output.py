"""The output folder: whole, or not there at all.

A result is written into a hidden folder beside its final place and moved there in
one step when everything is in it. The final name carries a hash of all that the
numbers depend on, so a folder of that name that is complete *is* the result. A run
that dies leaves its hidden folder behind; the next run takes it away. That it is
dead shows by a lock, which the operating system releases when a process ends,
however it ends.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from contextlib import contextmanager, suppress
from enum import Enum
from typing import IO, TYPE_CHECKING

from analysis.interfaces.manifest import MANIFEST, read_manifest, unsound
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Place", "Standing", "sweep"]

_PREFIX = ".dilemma-"


class Standing(Enum):
    """What stands where a result is to go."""

    FREE = "free"
    COMPLETE = "complete"
    IN_THE_WAY = "in the way"


class Place:
    """Where one result goes.

    Parameters
    ----------
    out : Path
        The folder that holds results; made when missing.
    command : str
        The command, the first half of the result's name.
    digest : str
        Hash of the resolved inputs, the second half.
    """

    def __init__(self, out: Path, command: str, digest: str) -> None:
        self.out, self.digest = out, digest
        self.final = out / f"{command}-{digest[:12]}"

    def standing(self) -> tuple[Standing, str]:
        """Return what stands in the final place, and what is wrong with it."""
        if not os.path.lexists(self.final):
            return Standing.FREE, ""
        fault = self._fault()
        return (Standing.IN_THE_WAY, fault) if fault else (Standing.COMPLETE, "")

    def _fault(self) -> str:
        if self.final.is_symlink() or not self.final.is_dir():
            return "it is not a folder"
        try:
            manifest = read_manifest(self.final / MANIFEST)
        except InputError:
            return f"it has no valid {MANIFEST}"
        if manifest.get("inputs") != self.digest:
            return "it holds the result of other inputs"
        return unsound(self.final, manifest)

    @contextmanager
    def filled(self, *, force: bool = False) -> Iterator[Path]:
        """Give a folder to write into, and move it to the final place at the end.

        Parameters
        ----------
        force : bool
            Replace whatever stands in the final place.

        Yields
        ------
        Path
            The folder to fill; it is removed if anything is raised.

        Raises
        ------
        InputError
            If the output folder cannot be written, or something stands in the way.
        """
        with self.beside() as folder:
            yield folder
            standing, fault = self.standing()
            if standing is Standing.COMPLETE and not force:
                return  # somebody else finished the same result meanwhile
            if standing is Standing.IN_THE_WAY and not force:
                raise InputError(refusal(self.final, fault))
            aside = folder.with_suffix(".old")
            if standing is not Standing.FREE:
                self.final.replace(aside)
            try:
                folder.replace(self.final)
            except BaseException:
                if os.path.lexists(aside):
                    aside.replace(self.final)
                raise
            _remove(aside)

    @contextmanager
    def beside(self) -> Iterator[Path]:
        """Give a hidden folder on the same disk that vanishes at the end."""
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            sweep(self.out)
            lock, path = _locked(self.out)
        except OSError as error:
            raise InputError(
                f"cannot write into {self.out}: {error.strerror or error}"
            ) from error
        folder = path.with_suffix(".tmp")
        try:
            folder.mkdir()
            yield folder
        finally:
            _remove(folder)
            lock.close()
            with suppress(OSError):
                path.unlink()


def refusal(final: Path, fault: str) -> str:
    """Return why a result cannot be written, and the remedy."""
    return f"{final} is in the way: {fault}; move it, or replace it with --force"


def sweep(out: Path) -> None:
    """Take away what dead runs left half-written in an output folder."""
    for path in out.glob(f"{_PREFIX}*.lock"):
        try:
            lock = path.open("r+b")
        except OSError:
            continue
        with lock:
            if not _lock(lock):
                continue  # its run is alive
            remains = [path.with_suffix(end) for end in (".tmp", ".old")]
            for one in remains:
                _remove(one)
        if not any(os.path.lexists(one) for one in remains):
            with suppress(OSError):
                path.unlink()


def _locked(out: Path) -> tuple[IO[bytes], Path]:
    """Return a new lock file, held, and its path."""
    for _ in range(3):
        path = out / f"{_PREFIX}{secrets.token_hex(6)}.lock"
        lock = path.open("x+b")
        # Another run may have swept it away between its making and its locking.
        if _lock(lock) and path.exists():
            return lock, path
        lock.close()
        with suppress(OSError):
            path.unlink()
    # A disk that knows no locks: nothing there is ever taken for dead.
    path = out / f"{_PREFIX}{secrets.token_hex(6)}.lock"
    return path.open("x+b"), path


def _lock(file: IO[bytes]) -> bool:
    """Lock an open file without waiting; the system unlocks it when we end."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        with suppress(OSError):
            path.unlink()
