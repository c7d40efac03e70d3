"""A command that is stopped leaves nothing half-written under its final name."""

import signal
import sys
import time

import pytest

from analysis.interfaces.output import Place, sweep

ASK = ("run", "short.yaml", "--runs", "2", "--quiet", "--workers")


def begun(out):
    return any(out.glob(".dilemma-*.tmp"))


def drawing(out):
    return any(out.glob(".dilemma-*.tmp/manifest.json"))


def wait_for(event, out, process):
    until = time.monotonic() + 600
    while time.monotonic() < until:
        if event(out):
            return
        assert process.poll() is None, process.communicate()
        time.sleep(0.002)
    raise AssertionError("it never came so far")


def in_sight(out):
    return [path.name for path in out.iterdir() if not path.name.startswith(".")]


@pytest.mark.slow
def test_killed_in_the_middle_the_same_command_works_again(dilemma, start, here):
    out = here / "out"
    for event in (begun, drawing):
        with start(*ASK, "1", cwd=here) as process:
            wait_for(event, out, process)
            process.kill()
        assert in_sight(out) == []
        assert begun(out)  # what the dead run left is hidden
    ended = dilemma(*ASK, "1", cwd=here)
    assert (ended.returncode, ended.stderr) == (0, "")
    (name,) = (path.name for path in out.iterdir())  # and is swept away by the next
    assert name.startswith("run-")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("number", "code", "workers"),
    [("SIGINT", 130, 1), ("SIGINT", 130, 2), ("SIGTERM", 143, 1)],
)
def test_stopped_on_request(start, here, number, code, workers):
    out = here / "out"
    with start(*ASK, workers, cwd=here) as process:
        wait_for(begun, out, process)
        time.sleep(0.3)
        process.send_signal(getattr(signal, number))
        printed, told = process.communicate(timeout=600)
    # Interrupted inside exec(), as when a dataclass is made, Python ends itself by
    # the signal once everything is cleaned up; a shell shows the same code for it.
    assert process.returncode in (code, 128 - code), told
    assert printed == ""
    assert len(told.splitlines()) == 1
    assert "nothing half-written was left behind" in told
    assert list(out.iterdir()) == []


def test_a_living_run_is_not_swept_away(tmp_path):
    with Place(tmp_path, "run", "0" * 64).beside() as folder:
        (folder / "half.csv").write_text("half", encoding="utf-8")
        sweep(tmp_path)
        assert (folder / "half.csv").exists()
    assert list(tmp_path.iterdir()) == []


def test_what_fails_while_it_is_filled_leaves_nothing(tmp_path):
    def fail():
        with Place(tmp_path, "run", "0" * 64).filled() as folder:
            (folder / "half.csv").write_text("half", encoding="utf-8")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_stays_until_its_successor_is_whole(tmp_path):
    place = Place(tmp_path, "run", "0" * 64)
    place.final.mkdir()
    (place.final / "mine.txt").write_text("mine", encoding="utf-8")
    with place.filled(force=True) as folder:
        (folder / "new.txt").write_text("new", encoding="utf-8")
        assert (place.final / "mine.txt").exists()
    assert [path.name for path in place.final.iterdir()] == ["new.txt"]
    assert list(tmp_path.iterdir()) == [place.final]
