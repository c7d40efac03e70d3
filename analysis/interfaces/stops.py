"""How the command ends: with a result, with one message, or on request.

Exit codes: 0 done; 1 something failed that is nobody's mistake (a full disk, numbers
that differ); 2 wrong input; 130 and 143 stopped from outside.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["guarded", "tell"]


INTERRUPTED = 130


class _Terminated(BaseException):
    """Asked to end by the system: unwind, so that nothing is left behind."""


def guarded(command: Callable[[], Any]) -> int:
    """Call a command and turn however it ends into an exit code.

    Parameters
    ----------
    command : callable
        Takes no arguments; may return an exit code.

    Returns
    -------
    int
        The exit code; messages went to the standard error.
    """
    _speak_utf8()
    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, _terminate)
    try:
        code = _called(command)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has gone; what the interpreter flushes at exit must not
        # complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        tell("interrupted; nothing half-written was left behind")
        return INTERRUPTED
    except _Terminated:
        tell("ended by the system; nothing half-written was left behind")
        return 143
    return code


def _called(command: Callable[[], Any]) -> int:
    from sim.errors import InputError

    try:
        code = command()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # typer makes it an exit
            raise BrokenPipeError from None
        code = end.code if end.code is None or isinstance(end.code, int) else 1
    except InputError as error:
        tell(str(error))
        return 2
    except BrokenPipeError:
        raise
    except MemoryError:
        tell("not enough memory; ask for fewer --runs, --workers, or a smaller --keep")
        return 1
    except OSError as error:
        if error.errno == errno.EINVAL and sys.platform == "win32":
            raise BrokenPipeError from None
        what = "the disk is full" if error.errno == errno.ENOSPC else str(error)
        tell(f"{what}; nothing half-written was left behind")
        return 1
    except Exception as error:
        return _known(error)
    if code == INTERRUPTED:  # typer has turned the interrupt into this
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _known(error: Exception) -> int:
    """Say what a parser of options or a dead worker had to say; raise all else.

    Their classes go by name: one would have to be imported from a private place,
    the other with all of the ensemble.
    """
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "Abort" in kinds:
        raise KeyboardInterrupt from None
    if "WorkerError" in kinds:
        tell(str(error))
        return 1
    if "NoArgsIsHelpError" in kinds:
        error.show()  # type: ignore[attr-defined]
        return 2
    if "ClickException" in kinds:
        tell(_wrong_option(cast("_Complaint", error)))
        return 2
    raise error


class _Complaint(Protocol):
    def format_message(self) -> str: ...


def _wrong_option(error: _Complaint) -> str:
    """Return one line that says what is wrong with an option, and where to look."""
    words = " ".join(error.format_message().split()).replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    if context is None:
        return words
    return f"{words.rstrip('.')}; see '{context.command_path} --help'"


def tell(message: str) -> None:
    """Write one message to the standard error."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"dilemma: {message}\n")
        sys.stderr.flush()


def _terminate(number: int, frame: object) -> None:
    raise _Terminated


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page; Windows' own has no Korean."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
