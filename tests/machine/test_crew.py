"""Workers do not outlive whoever hired them."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

HIRE = """
import os, time
from sim.ensemble.crew import hire

if __name__ == "__main__":
    with hire(1) as crew:
        print(crew.executor.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


def alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    return status.split()[2] != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks in /proc")
def test_a_worker_ends_when_its_caller_is_killed(tmp_path):
    script = tmp_path / "hire.py"
    script.write_text(HIRE, encoding="utf-8")
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as caller:
        worker = int(caller.stdout.readline())
        assert alive(worker)
        caller.kill()
        until = time.monotonic() + 200
        while alive(worker) and time.monotonic() < until:
            time.sleep(0.05)
        assert not alive(worker)
