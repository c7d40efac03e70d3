"""However a command ends, its exit code and at most one line say so."""

import errno

import pytest

from analysis.interfaces.stops import guarded
from sim.errors import InputError


class WorkerError(RuntimeError):
    """Named as the one that a dead worker raises."""


def raising(error):
    def command():
        raise error

    return command


@pytest.fixture(autouse=True)
def _signals():
    import signal

    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError("no such thing", file="a.yaml", line=3), 2, "a.yaml, line 3: no"),
        (MemoryError(), 1, "not enough memory"),
        (OSError(errno.ENOSPC, "full"), 1, "the disk is full; nothing half-written"),
        (OSError(errno.EACCES, "denied"), 1, "denied; nothing half-written"),
        (WorkerError("a worker died"), 1, "a worker died"),
        (KeyboardInterrupt(), 130, "interrupted; nothing half-written"),
        (SystemExit("words"), 1, ""),
        (SystemExit(3), 3, ""),
        (SystemExit(), 0, ""),
    ],
    ids=repr,
)
def test_an_ending_has_its_code_and_its_line(capsys, error, code, said):
    assert guarded(raising(error)) == code
    told = capsys.readouterr().err
    assert told.startswith("dilemma: " if said else "")
    assert said in told
    assert len(told.splitlines()) == bool(said)


def test_what_a_command_returns_is_its_code(capsys):
    assert guarded(lambda: None) == 0
    assert guarded(lambda: 2) == 2
    assert guarded(lambda: 130) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_fault_of_the_program_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        guarded(raising(ZeroDivisionError()))
