"""How tests open a classroom: the command itself, in a process of its own."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

PATIENCE = 300
"""Seconds that a page or a server may take: to end a hang, and not to measure."""


def started(*options, cwd):
    """Start a classroom on a free port; return its two addresses and the process."""
    plain = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    plain["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-m", "analysis.interfaces.cli", "classroom"]
    process = subprocess.Popen(
        [*command, "--port", "0", *options],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=plain,
    )
    said = [process.stdout.readline() for _ in range(2)]
    found = [re.search(r"http://\S+", line) for line in said]
    assert all(found), process.stderr.read()
    return found[0].group(), found[1].group(), process


@contextmanager
def opened(*options, cwd):
    """Open a classroom on a free port; yield its address, the teacher's, the process.

    It has to close without a complaint.
    """
    home, teacher, process = started(*options, cwd=cwd)
    try:
        yield home, teacher, process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=PATIENCE)
    # On a busy machine the library gives up waiting for what has ended meanwhile.
    complaints = re.sub(
        r"Could not cancel \d+ tasks within timeout: *\n", "", complaints
    )
    assert complaints == "", complaints
    assert process.returncode == 0
