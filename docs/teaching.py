"""Run the lessons of the classroom: ``python docs/teaching.py``.

Writes the figures of the answer key, ``docs/findings/lessons.csv``, which
``docs/generate.py`` puts on the teacher's pages. ``make findings`` runs both.
"""

from __future__ import annotations

from pathlib import Path

from analysis.classroom.guide import figures

FIGURES = Path(__file__).resolve().parent / "findings" / "lessons.csv"


def main() -> None:
    """Write the figures of the answer key anew."""
    figures().to_csv(
        FIGURES, index=False, float_format="%.6g", encoding="utf-8", lineterminator="\n"
    )


if __name__ == "__main__":
    main()
