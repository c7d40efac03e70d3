"""Draw the pictures of the gallery anew: ``python docs/gallery.py``.

The page says with which commands each section's pictures are made. They are run here,
in an empty folder, as a reader would run them; a picture is found by its name and made
small. What stands outside ``docs/gallery``, ``make findings`` draws. The Korean page
shows the same pictures, so they are drawn once, in English.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "gallery"

WIDTH, COLORS = 1200, 160
"""Of a picture, in pixels and in number: readable, and a third of the size."""


def sections(page: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the commands of every section and the pictures they make."""
    for section in re.split(r"^## ", page, flags=re.M)[1:]:
        commands = "".join(re.findall(r"^```sh\n(.*?)^```$", section, re.S | re.M))
        pictures = re.findall(r"\]\(gallery/([\w-]+\.png)\)", section)
        if pictures:
            yield commands, pictures


def made(commands: str, folder: Path) -> dict[str, Path]:
    """Run commands in a folder, and return every picture that they made, by name."""
    command = f'dilemma() {{ "{sys.executable}" -m analysis.interfaces.cli "$@"; }}'
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    subprocess.run(
        ["sh", "-e", "-c", f"{command}\n{commands}"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return {file.name: file for file in folder.rglob("*.png")}


def shrink(picture: Path, target: Path) -> None:
    """Write a picture no wider than the page, with as few colors as it needs."""
    with Image.open(picture) as whole:
        plain = whole.convert("RGB")
    width = min(WIDTH, plain.width)
    small = plain.resize(
        (width, round(plain.height * width / plain.width)), Image.Resampling.LANCZOS
    )
    few = small.quantize(
        COLORS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
    )
    few.save(target, optimize=True)


def main() -> None:
    """Draw every picture of the gallery, and remove those that no page shows."""
    PICTURES.mkdir(exist_ok=True)
    shown = set()
    for commands, pictures in sections(PAGE.read_text(encoding="utf-8")):
        with TemporaryDirectory() as folder:
            found = made(commands, Path(folder))
            for name in pictures:
                shrink(found[name], PICTURES / name)
        shown |= set(pictures)
    for file in PICTURES.iterdir():
        if file.name not in shown:
            file.unlink()


if __name__ == "__main__":
    main()
