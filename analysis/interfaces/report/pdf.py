"""A page on paper: printed by a browser that is on the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BROWSERS", "browser", "printed"]

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
)
"""Programs that print a page without a window, in the order in which they are tried."""
_LONGEST = 180
"""Seconds after which a browser is given up."""
_LAST_WORDS = 200


def browser() -> str:
    """Return the program that prints pages.

    Raises
    ------
    InputError
        If there is none.
    """
    for name in BROWSERS:
        found = shutil.which(name)
        if found is not None:
            return found
    raise InputError(
        f"--pdf needs one of the browsers {', '.join(BROWSERS)}, and none is on the"
        " PATH; install Chromium, or print the page from any browser"
    )


def printed(page: Path, target: Path) -> None:
    """Print a page to a file.

    Parameters
    ----------
    page : Path
        The page, HTML.
    target : Path
        The file, PDF, in a folder that is there.

    Raises
    ------
    InputError
        If there is no browser.
    OSError
        If the browser did not write it.
    """
    # A profile of its own, so that a browser that is open does not take the job.
    profile = target.with_name(f"{target.name}.profile")
    command = [browser(), "--headless", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={profile.resolve()}", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # It refuses its sandbox to the superuser; the page is ours and runs one script.
        command.append("--no-sandbox")
    command += [f"--print-to-pdf={target.resolve()}", page.resolve().as_uri()]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        raise OSError(f"{command[0]} did not print the page in {_LONGEST} s") from None
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    if done.returncode or not target.is_file():
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[-_LAST_WORDS:]
        raise OSError(f"{command[0]} did not print the page: {said}")
