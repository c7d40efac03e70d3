"""What a folder of results holds: told before anything is read, refused in one line."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from analysis.interfaces.manifest import MANIFEST
from analysis.interfaces.signed import command_of
from analysis.sweeps.store import POINTS
from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CLAIMS", "FACTS", "HINDCASTS", "Kind", "kind_of"]

CLAIMS = "claims.csv"
FACTS = "validation_facts.csv"
HINDCASTS = ("hindcast.csv", "validation_hindcast.csv")
"""Tables by which a folder without a manifest is known."""
_WITHOUT = ("calibrate", "history", "loops", "phases")
"""Commands that sign their tables, and of which there is no page."""


class Kind(Enum):
    """What a folder holds."""

    FUTURES = "of run or compare"
    SWEEP = "of sweep"
    CLAIMS = "of claims"
    RECORD = "of hindcast or validation"


_OF = {"claims": Kind.CLAIMS, "hindcast": Kind.RECORD, "validation": Kind.RECORD}
"""Command of a manifest to what its folder holds; of any other run or compare."""


def kind_of(folder: Path) -> Kind:
    """Return what a folder of results holds.

    Parameters
    ----------
    folder : Path
        Any.

    Raises
    ------
    InputError
        If it is no folder of results, or holds tables of two kinds.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder; name a folder of results")
    if (folder / MANIFEST).is_file():
        if (folder / POINTS).is_file():
            return Kind.SWEEP
        command = command_of(folder)
        if command in _WITHOUT:
            raise InputError(
                f"{folder} is of {command}, and there is no report of that: its tables"
                " are the result"
            )
        return _OF.get(str(command), Kind.FUTURES)
    found = []
    if (folder / CLAIMS).is_file():
        found.append(Kind.CLAIMS)
    if any((folder / name).is_file() for name in (FACTS, *HINDCASTS)):
        found.append(Kind.RECORD)
    if len(found) == 1:
        return found[0]
    if found:
        kinds = " and ".join(one.value for one in found)
        raise InputError(
            f"{folder} holds tables {kinds}, and a report is about one result: copy the"
            " tables of one to a folder of their own"
        )
    within = sorted(one.parent for one in folder.glob(f"*/{MANIFEST}"))
    hint = (
        f"did you mean {within[0]}?"
        if within
        else "'dilemma run', 'compare' and 'sweep' make one, 'dilemma claims --out' and"
        " 'dilemma hindcast --csv' too"
    )
    raise InputError(f"{folder} is no folder of results: it has no {MANIFEST}; {hint}")
