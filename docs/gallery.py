"""Draw the pictures of the gallery anew: ``python docs/gallery.py [en] [ko]``.

A page says with which commands each section's pictures are made. They are run here, in
an empty folder, as a reader would run them; a picture is found by its name and made
small. What stands outside a page's own folder, ``make findings`` draws. Without a
language both pages are drawn.
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
PAGES = {"en": "gallery.md", "ko": "gallery.ko.md"}
PICTURES = {"en": "gallery", "ko": "gallery/ko"}
"""Language to its page and to the folder of its pictures, in ``docs``."""

WIDTH, COLORS = 1200, 160
"""Of a picture, in pixels and in number: readable, and a third of the size."""


def sections(lang: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the commands of every section of a page and the pictures they make."""
    page = (ROOT / "docs" / PAGES[lang]).read_text(encoding="utf-8")
    for section in re.split(r"^## ", page, flags=re.M)[1:]:
        commands = "".join(re.findall(r"^```sh\n(.*?)^```$", section, re.S | re.M))
        own = rf"\]\({PICTURES[lang]}/([\w-]+\.png)\)"
        pictures = re.findall(own, section)
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


def draw(lang: str) -> None:
    """Draw every picture of a page, and remove those that it does not show."""
    target = ROOT / "docs" / PICTURES[lang]
    target.mkdir(exist_ok=True)
    shown = set()
    for commands, pictures in sections(lang):
        with TemporaryDirectory() as folder:
            found = made(commands, Path(folder))
            for name in pictures:
                shrink(found[name], target / name)
        shown |= set(pictures)
    for file in target.glob("*.png"):
        if file.name not in shown:
            file.unlink()


if __name__ == "__main__":
    for asked in sys.argv[1:] or PAGES:
        draw(asked)
