"""The page ``docs/speed.md``: what was measured, where, and what was hoped for."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Row", "page"]

_INTRODUCTION = """\
# Speed

Written by `make bench ARGS="--write docs/speed.md"`; add `--million` to sweep a million
futures in place of fewer. Lower is better in every line. Most numbers are ratios of two
things timed in turns in one run, which depend little on the machine; minutes,
seconds and gigabytes are this machine's. Minutes of work leave out what a core did
for others.

A future here is ten years (120 months) of the baseline in which some assumptions vary,
with five outcomes read off it. Months are computed by the plain rules in NumPy; only
series that outcomes read are written down of every future.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured number: under which heading, what it is, and what it should be."""

    about: str
    meaning: str
    value: float
    limit: float | None


def page(rows: Sequence[Row], *, futures: int, busy: float | None) -> str:
    """Return the page.

    Parameters
    ----------
    rows : sequence of Row
        What was measured, those under one heading together.
    futures : int
        How many futures the sweep had of which the time of a million is known.
    busy : float or None
        Load of the machine before it was measured, if other work was going on.
    """
    where = f"Measured on {machine()}."
    if busy is not None:
        where += (
            f" Other work was going on (a load of {busy:.1f} before the first"
            " measurement): minutes are too long, and ratios uncertain."
        )
    if futures < 10**6:
        where += (
            f" Minutes of a million futures are extrapolated from {futures:,}, the"
            " start of the processes included."
        )
    lines = [_INTRODUCTION, fill(where, 95)]
    for about, some in groupby(rows, key=lambda row: row.about):
        lines += ["", f"## {about}", ""]
        lines += ["| what | measured | at most | |", "|---|---:|---:|---|"]
        lines += [_line(row) for row in some]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    limit = "" if row.limit is None else _figure(row.limit)
    met = "" if row.limit is None else "met" if row.value <= row.limit else "not met"
    return f"| {row.meaning} | {_figure(row.value)} | {limit} | {met} |"


def _figure(value: float) -> str:
    """Return three digits of a number, without an exponent."""
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if abs(rounded) >= 100 else f"{rounded:.10g}"


def machine() -> str:
    """Return the machine in words: processor, memory, system and versions."""
    parts = [f"{os.cpu_count()} cores of {_processor()}"]
    memory = _memory()
    if memory is not None:
        parts.append(f"{memory / 2**30:.0f} GiB of memory")
    parts += [platform.system(), f"Python {platform.python_version()}"]
    parts += [f"{name} {version(name)}" for name in ("numpy", "scipy", "mesa")]
    return ", ".join(parts)


def _processor() -> str:
    """Return the type of processor, as Linux tells it, or at least its family."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.machine()


def _memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
