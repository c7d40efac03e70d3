"""Files of the project's root that a report needs: a wheel carries copies of them.

In a checkout they are read where they are kept; ``pyproject.toml`` puts them beside
this module when a wheel is built, so that none is kept twice.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["CARRIED", "carried"]

CARRIED = {
    "claims.csv": "docs/findings/claims.csv",
    "validation_facts.csv": "docs/findings/validation_facts.csv",
    "CITATION.cff": "CITATION.cff",
}
"""Name in the wheel to place in a checkout."""
_INSIDE = Path(__file__).parent / "carried"
_ROOT = Path(__file__).resolve().parents[3]


def carried(name: str) -> Path:
    """Return where a file of :data:`CARRIED` is.

    Parameters
    ----------
    name : str
        One of its keys.
    """
    inside = _INSIDE / name
    return inside if inside.is_file() else _ROOT / CARRIED[name]
