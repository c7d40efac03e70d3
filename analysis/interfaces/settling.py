"""How many runs a precision takes: the option read, the runs run, the answer told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analysis.interfaces.manifest import read_manifest
from analysis.interfaces.output import Place, Standing
from analysis.interfaces.progress import meter
from analysis.interfaces.show import supported, with_error
from analysis.interfaces.text import TEXT
from analysis.precision import FIRST, Precision, looks_after, run_until
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console

    from analysis.interfaces.futures import Request
    from analysis.precision import Until
    from sim.history import History

__all__ = ["Settled", "read_precision", "settled"]

_TOLD = 3
"""So many figures are told, the least precise for what was asked of it first."""
_BEYOND = 1e12
"""Numbers of runs beyond this are all the same."""


def read_precision(
    texts: Sequence[str], runs: int | None, most: int | None, usual: int
) -> Precision | None:
    """Return what ``--precision`` asks for.

    Parameters
    ----------
    texts : sequence of str
        As typed: ``outcome=half-width`` in the unit of the outcome, or one bare number
        in standard deviations.
    runs, most : int or None
        What ``--runs`` and ``--most-runs`` say.
    usual : int
        The most runs where that is not said.

    Returns
    -------
    Precision or None
        None if nothing is asked for.

    Raises
    ------
    InputError
        If one is not of that form or out of range, an outcome is unknown or named
        twice, or the options do not go together.
    """
    if not texts:
        if most is not None:
            raise InputError(
                "--most-runs is the cap of --precision: give that too, or --runs"
            )
        return None
    if runs is not None:
        raise InputError(
            f"--runs {runs} and --precision exclude each other: give one of them"
            " (--most-runs caps what a precision may take)"
        )
    within: dict[str, float] = {}
    sds: float | None = None
    for text in texts:
        name, equals, half = (part.strip() for part in text.rpartition("="))
        where = f"--precision {text!r}"
        if not half or bool(name) != bool(equals):
            raise InputError(f"{where}: write --precision outcome=0.5, or one number")
        if name in within or (not name and sds is not None):
            raise InputError(f"{where}: {name or 'a bare number'} is given twice")
        try:
            size = float(half)
        except ValueError:
            raise InputError(f"{where}: {half!r} is no number") from None
        try:
            _one(name, size)
        except InputError as error:
            raise InputError(f"{where}: {error}") from None
        if name:
            within[name] = size
        else:
            sds = size
    if most is not None and most < 2:
        raise InputError(f"--most-runs is {most}; it must be 2 or more")
    return Precision(within=within, sds=sds, most=usual if most is None else most)


def _one(name: str, half: float) -> Precision:
    """Return a precision of one thing, so that what is wrong with it is told of it."""
    named = {name: half} if name else {}
    return Precision(within=named, sds=None if name else half, most=FIRST)


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A number of runs that a precision took.

    Attributes
    ----------
    request : Request
        The same as one that asks for that number outright.
    told : mapping
        How it came to it, in plain types, as the manifest has it.
    histories : list of History or None
        What was run; None if a result is there already.
    """

    request: Request
    told: Mapping[str, Any]
    histories: list[History] | None

    def words(self, lang: str) -> str:
        """Return what came of it, in lines: precise or not, and the figures.

        Parameters
        ----------
        lang : {'en', 'ko'}
            The language.
        """
        words, told = TEXT[lang], self.told
        looks = words["looks"].format(looks=", ".join(f"{n:,}" for n in told["looks"]))
        said = words["precise" if told["met"] else "imprecise"].format(
            runs=f"{self.request.runs:,}",
            looks=looks,
            needed=f"{_round_up(min(told['needs'], _BEYOND)):,}",
        )
        lines = [_line(figure, lang) for figure in told["figures"][:_TOLD]]
        return "\n".join([said, *(lines or [words["unvarying"]])])

    @property
    def sound(self) -> bool:
        """Whether it can be told; a manifest may hold anything."""
        try:
            return bool(self.words("en"))
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
            return False


def settled(
    request: Request,
    precision: Precision,
    out: Path,
    console: Console | None,
    *,
    workers: int,
    lang: str,
    force: bool,
) -> Settled:
    """Run until figures are precise enough, unless that was done already.

    Parameters
    ----------
    request : Request
        What to run; its number of runs is the most that there may be.
    precision : Precision
        How precise.
    out : Path
        The folder that holds results: it is searched first, and must be writable.
    console : Console or None
        Where to show progress.
    workers : int
        Processes to share the work.
    lang : {'en', 'ko'}
        The language of progress.
    force : bool
        Run in any case.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    found_before = None if force else next(_before(request, precision, out), None)
    if found_before is not None:
        return found_before
    with Place(out, request.command, request.digest).beside():
        pass  # that nothing can be written is better said before than after
    said = TEXT[lang]["until"].format(
        names=", ".join(one.name for one in request.scenarios),
        most=f"{precision.most:,}",
    )
    with meter(console, TEXT[lang]["running"].format(names=said)) as progress:
        found = run_until(
            request.scenarios,
            precision,
            seed=request.seed,
            workers=workers,
            keep=request.keep,
            fast=request.fast,
            progress=progress,
        )
    return Settled(
        request=replace(request, runs=found.runs),
        told=_told(found, precision),
        histories=found.histories,
    )


def _before(request: Request, precision: Precision, out: Path) -> Iterator[Settled]:
    """Yield results that are there already and came of the same precision."""
    looks = [min(FIRST, precision.most)]
    for look in looks_after(looks[0]):
        if looks[-1] >= precision.most:
            break
        looks.append(min(look, precision.most))
    for look in looks:
        asked = replace(request, runs=look)
        place = Place(out, asked.command, asked.digest)
        if place.standing()[0] is not Standing.COMPLETE:
            continue
        told = read_manifest(place.final).get("precision")
        if isinstance(told, dict) and told.get("asked") == precision.asked:
            found = Settled(request=asked, told=told, histories=None)
            if found.sound:
                yield found


def _told(found: Until, precision: Precision) -> dict[str, Any]:
    return {
        "asked": precision.asked,
        "met": found.met,
        "looks": list(found.looks),
        "needs": max(
            (min(one.needs(found.runs), _BEYOND) for one in found.figures), default=0.0
        ),
        "figures": [
            {
                "scenario": one.scenario if len(found.histories) > 1 else "",
                "outcome": one.outcome,
                "value": one.value,
                "half": one.half,
                "asked": one.asked,
            }
            for one in found.figures[:_TOLD]
        ],
    }


def _line(figure: Mapping[str, Any], lang: str) -> str:
    from analysis.outcomes import OUTCOMES

    known = OUTCOMES[figure["outcome"]]
    paired, asked = bool(figure["scenario"]), float(figure["asked"])
    value = with_error(figure["value"], figure["half"], supported(asked), sign=paired)
    return TEXT[lang]["difference of" if paired else "mean of"].format(
        scenario=figure["scenario"],
        outcome=f"{known.label[lang]} [{known.unit[lang]}]",
        value=value,
        asked=f"{asked:.3g}",
    )


def _round_up(runs: float) -> int:
    """Return a number of runs rounded up to the next look's."""
    return next(look for look in looks_after(FIRST) if look >= runs)
