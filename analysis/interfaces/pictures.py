"""Charts as files: refused before anything is run, written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

__all__ = ["DPI", "check_chart", "save_chart"]

DPI = 160
"""Dots an inch of a chart."""


def check_chart(png: Path, lang: str) -> None:
    """Refuse, before anything is run, a file that cannot be drawn.

    Parameters
    ----------
    png : Path
        Where the chart should go.
    lang : {'en', 'ko'}
        The language of its words.

    Raises
    ------
    InputError
        If it is a folder or no PNG, or the language has no font.
    """
    from analysis.charts.fonts import family_for

    family_for(lang)
    if png.is_dir():
        raise InputError(f"--png {png} is a folder; name a file, such as {png}/a.png")
    if png.suffix.lower() != ".png":
        raise InputError(f"--png {png}: the chart is a PNG; name a file that ends so")
    if png.parent.exists() and not png.parent.is_dir():
        raise InputError(f"cannot write to {png.parent}: it is no folder")


def save_chart(figure: Figure, file: Path, dpi: int = DPI) -> None:
    """Write one chart that is there whole or not at all.

    Parameters
    ----------
    figure : Figure
        The chart.
    file : Path
        A name that ends in ``.png``; its folder is made where it is missing.
    dpi : int
        Dots an inch.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    growing = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(growing, dpi=dpi, format="png")
        growing.replace(file)
    except OSError as error:
        raise InputError(
            f"cannot write to {file}: {error.strerror or error}"
        ) from error
    finally:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
