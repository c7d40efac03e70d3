"""What the commands that fit to the record have in common."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.progress import meter
from analysis.interfaces.signed import Made
from analysis.interfaces.text import TEXT
from analysis.origin import engine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.calibration.fitting import Fit

__all__ = ["LENSES", "Asked", "fit_under", "say_sample"]

LENSES = (
    "none",
    "defensive_realism",
    "offensive_realism",
    "perceptual_realism",
)
"""What is calibrated: no lens, then the schools that are compared."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """How a fit is asked for on the command line.

    Attributes
    ----------
    lens : str
        A school of realism, or ``none``.
    quick : bool
        A first look, with fewer histories.
    fast : bool
        Whether months are run in compiled form.
    seed : int
        Of luck and designs.
    workers : int or None
        Processes; None for one per core.
    out : Path
        The folder that holds results; histories are kept in it.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.
    started : float
        When it was asked, by :func:`time.perf_counter`.
    """

    lens: str = LENSES[0]
    quick: bool
    fast: bool
    seed: int
    workers: int | None
    out: Path
    lang: str
    quiet: bool
    started: float = field(default_factory=time.perf_counter)

    def made(self, command: str, *, lenses: Sequence[str] = ()) -> Made:
        """Return what a command's tables are made by.

        Parameters
        ----------
        command : str
            Of ``dilemma``.
        lenses : sequence of str
            Those that it takes in turn, where it takes no ``--lens``.
        """
        options = [] if lenses else ["--lens", self.lens]
        options += ["--quick"] if self.quick else []
        options += ["--fast"] if self.fast else []
        return Made(
            command=command,
            options=[*options, "--seed", str(self.seed)],
            inputs={
                "lenses": list(lenses) or [self.lens],
                "quick": self.quick,
                "seed": self.seed,
                "engine": engine(fast=self.fast),
            },
            started=self.started,
        )


def fit_under(asked: Asked) -> Fit:
    """Fit to the record, with progress.

    Raises
    ------
    InputError
        If a name or number is wrong, nothing is like the record, or a package is
        missing.
    """
    from analysis.calibration.fitting import FULL, QUICK, fitted, history_under
    from sim.fused import require_llvm
    from sim.luck import checked_seed

    checked_seed(asked.seed)
    history_under(asked.lens)  # refused before anything is run
    if asked.fast:
        require_llvm()
    many = checked_workers(asked.workers)
    said = TEXT[asked.lang]["calibrating"].format(lens=asked.lens)
    with meter(None if asked.quiet else console(error=True), said) as progress:
        return fitted(
            asked.lens,
            QUICK if asked.quick else FULL,
            folder=asked.out / "histories",
            seed=asked.seed,
            fast=asked.fast,
            workers=many,
            progress=progress,
        )


def say_sample(sample: float, lang: str) -> None:
    """Say how large the effective sample is, and whether that is too small."""
    from analysis.calibration.weights import ENOUGH

    words = TEXT[lang]
    say(words["sample"].format(n=f"{sample:,.0f}"))
    if sample < ENOUGH:
        say(words["sample small"].format(enough=f"{ENOUGH:.0f}"))
