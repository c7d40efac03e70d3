"""How far a run has come, told only when it takes longer than a moment."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.progress import (
    BarColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console

__all__ = ["Meter", "meter"]

MOMENT = 2.0
"""Seconds that pass in silence."""
BETWEEN_LINES = 10.0
"""Seconds between two lines where there is no terminal to draw a bar on."""
LEAST_SHARE = 0.05
"""No estimate is made before so much is done."""


class Meter:
    """Shows progress: a bar on a terminal, a line now and then elsewhere.

    Parameters
    ----------
    console : Console or None
        Where to show it; None shows nothing.
    words : str
        What is going on.
    clock : callable
        Seconds that have passed, from any start.
    """

    def __init__(
        self,
        console: Console | None,
        words: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._console, self._words, self._clock = console, words, clock
        self._started = self._told = clock()
        self._bar: Progress | None = None
        self._task: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Take in that so much of the total is done."""
        now = self._clock()
        if self._console is None or now - self._started < MOMENT:
            return
        if self._console.is_terminal:
            self._draw(done, total)
        elif now - self._told >= BETWEEN_LINES or self._told == self._started:
            self._told = now
            self._tell(done, total, now - self._started)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _draw(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(bar_width=30),
                TextColumn("{task.percentage:>3.0f}%"),
                TimeElapsedColumn(),
                TextColumn("·"),
                TimeRemainingColumn(),
                console=self._console,
                transient=True,
            )
            self._bar.start()
            # The estimate counts from the true start, not from the bar's first show.
            self._task = self._bar.add_task(self._words, total=total)
            task = self._bar.tasks[0]
            task.start_time = self._bar.get_time() - (self._clock() - self._started)
        self._bar.update(self._task, completed=done, total=total)

    def _tell(self, done: int, total: int, passed: float) -> None:
        assert self._console is not None
        share = done / total if total else 1.0
        # Processes take a while to start: an estimate from so little would mislead.
        known = share >= LEAST_SHARE
        left = f", about {passed * (1 / share - 1):.0f} s left" if known else ""
        self._console.print(
            f"{self._words}: {share:.0%} after {passed:.0f} s{left}", highlight=False
        )


@contextmanager
def meter(console: Console | None, words: str) -> Iterator[Meter]:
    """Give a meter, and take its bar away at the end, however it ends."""
    shown = Meter(console, words)
    try:
        yield shown
    finally:
        shown.stop()
