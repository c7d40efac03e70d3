"""Charts as files: refused before anything is run, written whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

__all__ = ["check_chart", "write_chart"]

_DPI = 200


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


def write_chart(figure: Figure, png: Path) -> None:
    """Write a chart, and its folder where that is missing.

    Parameters
    ----------
    figure : Figure
        The finished drawing.
    png : Path
        The file.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    growing = png.with_name(f".{png.name}")
    try:
        png.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(growing, dpi=_DPI, format="png")
        growing.replace(png)
    except OSError as error:
        raise InputError(f"cannot write to {png}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
