"""What the bits of a number depend on besides its inputs: code, versions, processor."""

from __future__ import annotations

import json
import platform
import sys
from functools import cache
from pathlib import Path
from typing import Any

from sim.source import files_digest, model_files, version_of

__all__ = [
    "COMPILED",
    "COMPUTING",
    "PLAIN",
    "canonical",
    "computing",
    "engine",
    "source_digest",
]

COMPUTING = ("dilemma", "numpy", "scipy", "mesa")
"""The packages on whose version the bits of a result depend."""
PLAIN = "plain"
"""The engine that is the reference: the model itself, on NumPy."""
COMPILED = "compiled"
"""How the name of the other one begins: a month compiled for rows."""
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


def computing() -> list[Any]:
    """Return versions, Python, processor and source, as plain data to be hashed."""
    versions = {name: version_of(name) for name in COMPUTING}
    python = ".".join(platform.python_version_tuple()[:2])
    machine = (sys.byteorder, platform.machine())
    return [versions, python, machine, source_digest()]


def engine(*, fast: bool) -> str:
    """Return what runs the months: ``plain``, or ``compiled`` and by which version."""
    return f"{COMPILED}, llvmlite {version_of('llvmlite')}" if fast else PLAIN


@cache
def source_digest() -> str:
    """Return the hash of the model's source, and of what reads outcomes off it."""
    import analysis

    home = Path(next(iter(analysis.__path__)))
    reading = {f"analysis/{name}.py": home / f"{name}.py" for name in _READING}
    return files_digest({**model_files(), **reading})
