"""A job of a sweep: some futures, and a check that their bits are those promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.origin import computing
from sim.ensemble import crew
from sim.ensemble.chunks import run_chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from sim.ensemble.chunks import Chunk

__all__ = ["Job", "JobError", "OtherCodeError", "check_computing", "job_done"]


class OtherCodeError(RuntimeError):
    """A worker has other code, packages or another processor than whoever asks."""


class JobError(RuntimeError):
    """The futures of a job could not be run; the message says what ended them."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """Some futures of a part, and what their bits depend on.

    Attributes
    ----------
    chunk : Chunk
        What to run.
    computing : list
        What :func:`analysis.origin.computing` says where the sweep was laid out.
    """

    chunk: Chunk
    computing: list[Any]


def job_done(
    job: Job, pulse: Callable[[int], None] | None = None
) -> dict[str, NDArray[Any]]:
    """Do a job: run its futures and return what is read off them.

    Parameters
    ----------
    job : Job
        What to do.
    pulse : callable, optional
        Told every month how many run-months have been done; by default the worker's
        own, which also hears when to stop.

    Returns
    -------
    dict of str to ndarray of shape (rows,)
        Outcomes by name.

    Raises
    ------
    OtherCodeError
        If the bits would not be those that the sweep promises.
    JobError
        If the futures could not be run. It travels as plain words: an error that
        cannot be pickled, or as deep as a recursion, would end whoever carries it.
    """
    check_computing(job.computing)
    try:
        return dict(run_chunk(job.chunk, pulse or crew.pulse).outcomes)
    except (crew.Stopped, ImportError):
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    raise JobError(said)


def check_computing(wanted: Sequence[Any]) -> None:
    """Refuse to compute where the same inputs could give other bits.

    Raises
    ------
    OtherCodeError
        If versions, Python, the processor's type or the source differ.
    """
    own = computing()
    if own == wanted:
        return
    (versions, python, machine, _), (theirs, other, kind, _) = own, wanted
    differ = [
        f"{name} {versions[name]} instead of {theirs[name]}"
        for name in theirs
        if versions[name] != theirs[name]
    ]
    if python != other:
        differ.append(f"Python {python} instead of {other}")
    if machine != kind:
        differ.append(f"a processor {machine[1]} instead of {kind[1]}")
    raise OtherCodeError(
        ", ".join(differ) or "the same versions, and other source files of dilemma"
    )
