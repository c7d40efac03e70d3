"""Tables that a command writes where its reader wants them, and their manifest.

A manifest speaks for a folder. It is written where the tables are this command's alone;
where those of several lie side by side, as in ``docs/findings``, none could be true of
all, and none is written.
"""

from __future__ import annotations

import json
import shlex
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.interfaces.manifest import MANIFEST, manifest, read_manifest, unsound
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Made", "command_of", "line_again", "sign"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What tables were made by.

    Attributes
    ----------
    command : str
        Of ``dilemma``.
    options : sequence of str
        With which it gives the same numbers again.
    inputs : mapping
        What the numbers depend on, in plain types.
    started : float
        When it began, by :func:`time.perf_counter`.
    """

    command: str
    options: Sequence[str]
    inputs: Mapping[str, Any]
    started: float


def sign(folder: Path, names: Sequence[str], made: Made | None) -> None:
    """Write beside tables what they were made by, where they are alone in a folder.

    Parameters
    ----------
    folder : Path
        Where they lie.
    names : sequence of str
        Every file that the command wrote.
    made : Made or None
        By what; None for tables that were copied. Then nothing is written, and a
        manifest that is true of them no longer is taken away.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    from analysis.sweeps.store import written

    file = folder / MANIFEST
    try:
        if made is None:
            if file.is_file() and _untrue(folder, names):
                file.unlink()
            return
        if not _alone(folder, names, made.command):
            return
        found = manifest(
            inputs={"command": made.command, **made.inputs},
            results={},
            arguments=["dilemma", made.command, *made.options],
            folder=folder,
            names=names,
            seconds=time.perf_counter() - made.started,
        )
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        written(file, lambda out: out.write(text.encode("utf-8")))
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror}") from error


def _alone(folder: Path, names: Sequence[str], command: str) -> bool:
    """Return whether no other command has tables or a manifest in a folder."""
    if (folder / MANIFEST).exists() and command_of(folder) != command:
        return False
    return {one.name for one in folder.glob("*.csv")} <= set(names)


def _untrue(folder: Path, names: Sequence[str]) -> bool:
    """Return whether a manifest names one of the files, and not as it is."""
    try:
        known = read_manifest(folder)
    except InputError:
        return False
    files = {name: one for name, one in known.get("files", {}).items() if name in names}
    return bool(unsound(folder, {"files": files}))


def command_of(folder: Path) -> str | None:
    """Return which command a folder's manifest is of, or None.

    Parameters
    ----------
    folder : Path
        Any.
    """
    try:
        found = read_manifest(folder).get("asked", {}).get("command")
    except (InputError, AttributeError):
        return None
    return found if isinstance(found, str) else None


def line_again(manifest: Mapping[str, Any], *more: str) -> str | None:
    """Return the command line that gives tables again, or None if it is none of ours.

    Parameters
    ----------
    manifest : mapping
        Of tables.
    *more : str
        Where they are to go.
    """
    line = [str(one) for one in manifest["arguments"]]
    if line[:2] != ["dilemma", str(manifest["asked"].get("command"))]:
        return None
    return shlex.join([*line, *more])
