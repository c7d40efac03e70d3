"""Two hashes: of all that the numbers depend on, and of the numbers themselves.

The first names the output folder, so it covers the scenarios as resolved, seed,
runs, the versions of what computes and the model's own source: changed code never
passes for the same result. The second lets a rerun say whether it is equal bit for
bit.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.source import files_digest, model_files, version_of

if TYPE_CHECKING:
    from collections.abc import Mapping

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

COMPUTING = ("dilemma", "numpy", "scipy", "mesa")
"""The packages on whose version the bits of a result depend."""
_READING = (
    "bands",
    "catalogue",
    "compare",
    "intervals",
    "measures",
    "outcomes",
    "parts",
)


def canonical(value: object) -> bytes:
    """Return a value as JSON that is the same whatever the order of its keys."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")


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
    computing = {name: version_of(name) for name in COMPUTING}
    python = ".".join(platform.python_version_tuple()[:2])
    machine = (sys.byteorder, platform.machine())
    return hashlib.sha256(
        canonical([inputs, computing, python, machine, source_digest()])
    ).hexdigest()


@cache
def source_digest() -> str:
    """Return the hash of the model's source, and of what reads outcomes off it."""
    import analysis

    home = Path(next(iter(analysis.__path__)))
    reading = {f"analysis/{name}.py": home / f"{name}.py" for name in _READING}
    return files_digest({**model_files(), **reading})


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
