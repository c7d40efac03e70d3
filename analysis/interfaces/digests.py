"""Two hashes: of all that the numbers depend on, and of the numbers themselves.

The first names the output folder, so it covers the scenarios as resolved, seed,
runs, the versions of what computes and the model's own source: changed code never
passes for the same result. The second lets a rerun say whether it is equal bit for
bit.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from analysis.origin import COMPUTING, canonical, computing, source_digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy.typing as npt

    from sim.history import History

__all__ = [
    "COMPUTING",
    "canonical",
    "file_digest",
    "inputs_digest",
    "numbers",
    "source_digest",
]


def inputs_digest(inputs: Mapping[str, Any]) -> str:
    """Return the hash of all that the numbers depend on.

    Parameters
    ----------
    inputs : mapping
        Command, resolved scenarios, seed, runs, format, in plain types.

    Returns
    -------
    str
        SHA-256 in hexadecimal, over the inputs, the versions of Python and of the
        packages that compute, the processor's type, and the model's source.
    """
    return hashlib.sha256(canonical([inputs, *computing()])).hexdigest()


def numbers(history: History) -> dict[str, Any]:
    """Return hashes of what came out of one scenario.

    Parameters
    ----------
    history : History
        With its series still in it.

    Returns
    -------
    dict
        ``outcomes``, name to hash of the float64 values; ``series``, one hash of
        all recorded series; ``luck``, of the luck ids.
    """
    import numpy as np

    series = hashlib.sha256()
    for key in sorted(history.keys):
        series.update(key.encode("utf-8"))
        series.update(np.asarray(history.series(key), dtype="<f4").tobytes())
    return {
        "luck": _bits(np.asarray(history.luck_ids, dtype="<i8")),
        "outcomes": {
            name: _bits(np.asarray(history.outcomes[name], dtype="<f8"))
            for name in sorted(history.outcomes)
        },
        "series": series.hexdigest()[:32],
    }


def _bits(array: npt.NDArray[Any]) -> str:
    return hashlib.sha256(array.tobytes()).hexdigest()[:32]


def file_digest(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
