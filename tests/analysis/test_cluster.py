"""Sweeps on a real Dask cluster of this machine: same bytes, whoever dies meanwhile."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager

import pytest

from analysis.interfaces.stops import INTERRUPTED
from analysis.origin import computing
from analysis.sweeps import cluster as joining
from analysis.sweeps.cluster import cluster, read_address
from analysis.sweeps.experiment import read_experiment
from analysis.sweeps.jobs import OtherCodeError, check_computing
from analysis.sweeps.loading import standing
from analysis.sweeps.parts import laid_out
from analysis.sweeps.running import pending, run_parts
from analysis.sweeps.store import FAILURES, PARTS, Store
from analysis.sweeps.team import Team
from sim.ensemble.crew import WorkerError
from sim.errors import InputError

EXPERIMENT = """\
question: What does a weaker link do?
scenarios: [baseline, harris]
end: 2022-06
levers: {cinc_weight: [0, 0.5]}
factors:
  pace: {slow: {parameters: {adjustment: 40}}, slower: {parameters: {adjustment: 50}}}
outcomes: [ROK spending 2022-06, launches]
design: {kind: latin, points: 60}
replicates: 8
"""
NO_SIGNALS = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such signals"
)


def environment():
    """Return the surroundings of a process, with the packages of these tests."""
    path = os.pathsep.join(one for one in sys.path if one)
    # Nobody's own configuration of Dask is read.
    return {**os.environ, "PYTHONPATH": path, "DASK_CONFIG": os.devnull}


@contextmanager
def started(*words, cwd, **more):
    """Start a process, and end it however the test ends."""
    with (cwd / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, *map(str, words)],
            cwd=cwd,
            env=environment() | more,
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait(timeout=600)


DASK = ("-m", "dask")
WORKER = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")


class Cluster:
    """A scheduler and its workers, each a process that a test may kill."""

    def __init__(self, folder, address, stack):
        self.folder, self.address, self._stack = folder, address, stack
        self.scheduler = None

    def worker(self, *more):
        words = (*DASK, "worker", self.address, *WORKER, *more)
        return self._stack.enter_context(started(*words, cwd=self.folder))


@pytest.fixture
def clustered(tmp_path):
    """Return a maker of clusters with so many workers."""
    with ExitStack() as stack:

        def make(workers, *more, **options):
            folder = tmp_path / "cluster"
            folder.mkdir()
            file = folder / "scheduler.json"
            words = (*DASK, "scheduler", "--host", "127.0.0.1", "--port", "0")
            words += ("--no-dashboard", "--scheduler-file", file)
            scheduler = stack.enter_context(started(*words, cwd=folder, **options))
            until = time.monotonic() + 600
            while not file.exists() or not file.read_bytes().endswith(b"}"):
                assert scheduler.poll() is None, (folder / "log.txt").read_text()
                assert time.monotonic() < until
                time.sleep(0.05)
            address = json.loads(file.read_text(encoding="utf-8"))["address"]
            made = Cluster(folder, address, stack)
            made.scheduler = scheduler
            made.workers = [made.worker(*more) for _ in range(workers)]
            return made

        yield make


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """Return a folder with the experiment, and what it gives in one process."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "mine.yaml").write_text(EXPERIMENT, encoding="utf-8")
    store = Store(folder, laid_out(read_experiment(folder / "mine.yaml")))
    store.begin()
    assert run_parts(store, pending(store)) == []
    return store


@pytest.fixture
def home(tmp_path):
    """Return a folder for what the command says."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def sweeping(alone, out, *words):
    """Return the command for the experiment, with its words after those."""
    file = alone.folder.parent / "mine.yaml"
    return ("-m", "analysis.interfaces.cli", "sweep", file, "--out", out, *words)


def kept(out):
    return len(list(out.glob(f"*/{PARTS}/*.parquet")))


def wait_for_parts(out, many, process):
    until = time.monotonic() + 600
    while kept(out) < many:
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)


def ended(process, folder):
    """Return how a process ended, and what it and its like have said."""
    code = process.wait(timeout=600)
    return code, (folder / "log.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_worker_killed_in_mid_sweep_changes_no_byte(alone, clustered, tmp_path, home):
    made = clustered(2)
    out = tmp_path / "out"
    words = sweeping(alone, out, "-q", "--dask", made.address)
    with started(*words, cwd=home) as process:
        wait_for_parts(out, 1, process)
        made.workers[0].kill()
        left = len(alone.sweep.parts) - kept(out)
        assert left >= 2
        assert ended(process, home) == (0, "")
    assert made.workers[1].poll() is None
    assert contents(out / alone.folder.name) == contents(alone.folder)
    assert not standing(out / alone.folder.name).failures


OTHER = """\
from analysis import origin
from analysis.sweeps import jobs

own = origin.computing()
other = [{**own[0], "numpy": "0"}, *own[1:]]
said = iter([own] * TIMES)  # like now, and after so many times unlike
jobs.computing = lambda: next(said, other)
"""
SPOILT = """\
import os

from analysis.sweeps import jobs

real = vars(jobs).setdefault("real", jobs.run_chunk)  # a preload is loaded twice


def run_chunk(chunk, pulse):
    scenario = chunk.rows.scenario
    if scenario.parameters["adjustment"] == 50:
        if scenario.name == "harris":
            os._exit(1)
        return run_chunk(chunk, pulse)  # an error that is too deep to be pickled
    return real(chunk, pulse)


jobs.run_chunk = run_chunk
"""


def goes_on(alone, out):
    """Run what is left in this process, and see that nothing shows of what was."""
    store = Store(out, alone.sweep)
    store.begin()
    assert pending(store)
    run_parts(store, pending(store))
    assert contents(store.folder) == contents(alone.folder)


@pytest.mark.slow
def test_parts_that_fail_or_kill_their_workers_are_noted(
    alone, clustered, tmp_path, home
):
    (tmp_path / "spoilt.py").write_text(SPOILT, encoding="utf-8")
    once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    made = clustered(2, "--preload", tmp_path / "spoilt.py", **once)
    out = tmp_path / "out"
    words = sweeping(alone, out, "-q", "--dask", made.address)
    with started(*words, cwd=home) as process:
        assert ended(process, home) == (1, "")
    assert kept(out) == 2
    _, raised, _, killed = alone.sweep.parts
    causes = standing(out / alone.folder.name).failures
    assert set(causes) == {raised.key, killed.key}
    assert causes[raised.key].startswith("RecursionError: ")
    assert causes[killed.key].startswith("KilledWorker: ")
    goes_on(alone, out)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "code", "said"),
    [
        pytest.param("interrupt", INTERRUPTED, "interrupted;", marks=NO_SIGNALS),
        ("scheduler", 1, "the cluster has dropped the work"),
    ],
)
def test_what_ends_a_sweep_is_said_in_one_line_and_it_goes_on(
    alone, clustered, tmp_path, home, what, code, said
):
    made = clustered(1)
    out = tmp_path / "out"
    words = sweeping(alone, out, "-q", "--dask", made.address)
    with started(*words, cwd=home) as process:
        wait_for_parts(out, 1, process)
        if what == "interrupt":
            process.send_signal(signal.SIGINT)
        else:
            made.scheduler.kill()
        found, told = ended(process, home)
    assert found == code, told
    assert len(told.splitlines()) == 1
    assert told.startswith("dilemma: ")
    assert said in told
    goes_on(alone, out)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("times", "said"),
    [(0, r"tcp://\S+ has numpy 0 instead of"), (1, "a worker has numpy 0 instead of")],
    ids=["when it is asked", "when it works"],
)
def test_a_worker_with_something_else_is_refused(
    alone, clustered, tmp_path, home, times, said
):
    # A worker may join when all others have been asked, so every job asks again.
    other = tmp_path / "other.py"
    other.write_text(OTHER.replace("TIMES", str(times)), encoding="utf-8")
    made = clustered(1, "--preload", other)
    out = tmp_path / "out"
    with started(*sweeping(alone, out, "-q", "--dask", made.address), cwd=home) as one:
        code, told = ended(one, home)
    assert code == 2, told
    assert len(told.splitlines()) == 1
    assert re.search(said, told)
    assert kept(out) == 0


# ------------------------------------------------------------------ without a cluster


class Made(Executor):
    """An executor that does what it is told with every part's jobs."""

    def __init__(self, does):
        self._does = does
        self.given = 0

    def submit(self, fn, /, *args):
        future = Future()
        self.given += 1
        try:
            self._does(self.given)
            future.set_result(fn(*args))
        except CancelledError:
            future.cancel()
            future.set_running_or_notify_cancel()
        except Exception as error:
            future.set_exception(error)
        return future


def raising(error, at=1):
    def does(given):
        if given == at:
            raise error

    return does


def team(does):
    return Team(executor=Made(does), places=lambda: 1)


@pytest.mark.parametrize(
    ("error", "raised", "said"),
    [
        (CancelledError(), WorkerError, "the same command goes on"),
        (ImportError("no sim"), InputError, r"cannot load the model \(no sim\)"),
        (OtherCodeError("mesa 2"), InputError, "a worker has mesa 2: its numbers"),
    ],
)
def test_nobody_there_is_no_failure_of_a_part(alone, tmp_path, error, raised, said):
    store = Store(tmp_path, alone.sweep)
    store.begin()
    with pytest.raises(raised, match=said):
        run_parts(store, pending(store), team=team(raising(error)))
    assert list((store.folder / FAILURES).iterdir()) == []


def test_any_executor_gives_the_same_bytes_and_progress_reaches_the_end(
    alone, tmp_path
):
    store, seen = Store(tmp_path, alone.sweep), []
    store.begin()
    run_parts(
        store,
        pending(store),
        # Of a cluster, all workers may be gone for a moment.
        team=Team(executor=Made(lambda given: None), places=iter([0, 3] * 99).__next__),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert contents(store.folder) == contents(alone.folder)
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] == alone.sweep.futures * 6


def test_a_part_that_ends_its_process_is_noted_and_the_others_go_on(
    alone, tmp_path, monkeypatch
):
    def deadly(given):
        # In the first round the third job dies and its company with it; in the
        # second, where each is alone, the one that was next to it is well.
        if given == 1 and len(teams) in (1, 3):
            raise BrokenProcessPool

    teams = []

    @contextmanager
    def hired(workers, pulse):
        teams.append(workers)
        yield Team(executor=Made(deadly), places=lambda: 2)

    monkeypatch.setattr("analysis.sweeps.running.hired", hired)
    store = Store(tmp_path, alone.sweep)
    store.begin()
    (failed,) = run_parts(store, pending(store), workers=2)
    assert failed in alone.sweep.parts
    assert standing(store.folder).failures == {failed.key: "its worker process died"}
    goes_on(alone, tmp_path)


def test_a_scheduler_that_does_not_answer_is_said_at_once(monkeypatch):
    monkeypatch.setattr(joining, "CONNECT", 0.3)
    with (
        pytest.raises(InputError, match="cannot reach a scheduler at tcp://127"),
        cluster("tcp://127.0.0.1:1", print),
    ):
        pass


def test_whoever_does_not_greet_is_no_scheduler(monkeypatch):
    monkeypatch.setattr(joining, "CONNECT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with (
            pytest.raises(InputError, match="is no scheduler of Dask"),
            cluster(address, print),
        ):
            pass


def test_tls_needs_keys():
    with (
        pytest.raises(InputError, match=r"needs keys for TLS.*distributed\.comm\.tls"),
        cluster("tls://127.0.0.1:1", print),
    ):
        pass


def test_without_dask_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(InputError, match=r'pip install "dilemma\[cluster\]"'),
        cluster("tcp://127.0.0.1:1", print),
    ):
        pass


@pytest.mark.parametrize(
    "text",
    [
        *("", "8786", "10.0.0.5:8786", "http://a:1", "tcp://a", "tcp://a:0"),
        *("tcp://a:65536", "tcp://a:1/x", "tcp://a b:1", "tcp://a:1\n", "ucx://a:1"),
    ],
)
def test_an_address_is_checked(text):
    with pytest.raises(InputError, match="--dask is"):
        read_address(text)


def test_addresses_of_schedulers():
    for text in ("tcp://10.0.0.5:8786", "tls://login-1.lab:8786", "tcp://[::1]:8786"):
        assert read_address(text) == text


def test_what_differs_is_named():
    same = computing()
    check_computing(same)
    versions, _, _, source = same
    other = [{**versions, "numpy": "0"}, "2.7", ("big", "pdp11"), source]
    with pytest.raises(
        OtherCodeError, match=r"numpy \S+ instead of 0, Python"
    ) as found:
        check_computing(other)
    assert "instead of pdp11" in str(found.value)
    with pytest.raises(OtherCodeError, match="other source files of dilemma"):
        check_computing([*same[:3], "0"])
