"""A Dask cluster as a team: joined, checked, and left as it was found.

Workers compute and send back numbers; nothing is written but where the command runs.
What is sent travels as pickles, so whoever can reach the scheduler can run anything on
it and on its workers: that is Dask's way, and a firewall or TLS is its only lock.
"""

from __future__ import annotations

import logging
import re
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.origin import computing
from analysis.sweeps.jobs import OtherCodeError, check_computing
from analysis.sweeps.team import DROPPED, Team
from sim.ensemble.crew import WorkerError
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["cluster", "read_address"]

CONNECT = 10.0
"""Seconds after which a scheduler that does not answer is given up."""
_ADDRESS = re.compile(r"(tcp|tls)://(\[[0-9A-Fa-f:.%]+\]|[A-Za-z0-9._-]+):(\d{1,5})")
_LOOK = 1.0
"""Seconds between two looks at how many workers there are."""
_OPTIONS = {
    "distributed.comm.timeouts.connect": CONNECT,
    # Where everything is varied, the numbers of a job may take some tens of MB.
    "distributed.admin.large-graph-warning-threshold": "1 GB",
}
_SAME = "give the scheduler and every worker the same installation"
_MISSING = (
    "--dask needs Dask, which is not installed; install it with: "
    'pip install "dilemma[cluster]"'
)


def read_address(text: str) -> str:
    """Return the address of a scheduler, checked.

    Parameters
    ----------
    text : str
        ``tcp://HOST:PORT`` or ``tls://HOST:PORT``.

    Raises
    ------
    InputError
        If it is none.
    """
    found = _ADDRESS.fullmatch(text)
    if found is None or not 1 <= int(found[3]) <= 65_535:
        raise InputError(
            f"--dask is {text[:100]!r}; write the address of a scheduler, such as"
            " tcp://10.0.0.5:8786 (or tls://...)"
        )
    return text


@contextmanager
def cluster(address: str, tell: Callable[[str], None]) -> Iterator[Team]:
    """Give the workers of a cluster as a team, until the block ends.

    Parameters
    ----------
    address : str
        See :func:`read_address`.
    tell : callable
        Called with ``"waiting"`` if there is no worker yet, before the first is waited
        for, and with ``"processors"`` if those that are there differ in what NumPy can
        use of their processors.

    Yields
    ------
    Team
        With a place for every thread of every worker, as they come and go.

    Raises
    ------
    InputError
        If Dask is not installed, the scheduler does not answer, or somebody there has
        other packages, other code or another type of processor: their bits would not
        be those that a sweep promises.
    WorkerError
        If the scheduler has gone meanwhile.
    """
    try:
        import dask
        from distributed import Client
        from distributed.security import Security
    except ImportError:
        raise InputError(_MISSING) from None
    # Said once, by us: Dask's own log tells of every attempt, with tracebacks.
    for logger in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    keys = Security().get_connection_args("client")
    if address.startswith("tls:") and keys.get("ssl_context") is None:
        raise InputError(
            f"{address} needs keys for TLS; name them in Dask's configuration, under"
            " distributed.comm.tls"
        )
    with dask.config.set(_OPTIONS):
        try:
            if not _greets(address):
                raise OSError("what answers there is no scheduler of Dask")
            client = Client(address, timeout=CONNECT, set_as_default=False)
        except OSError as error:
            said = " ".join(str(error).split())[:200]
            raise InputError(f"cannot reach a scheduler at {address}: {said}") from None
        try:
            places = _Places(client)
            if not places():
                tell("waiting")
                while not places():
                    time.sleep(_LOOK)
            _check(client, tell)
            yield Team(executor=client.get_executor(pure=False), places=places)
        finally:
            client.close()


def _greets(address: str) -> bool:
    """Return whether somebody speaks first at an address, as Dask does and few others.

    Dask itself would wait for the greeting of anything else without an end.
    """
    if address.startswith("tls:"):
        return True  # nobody speaks first there; the keys decide
    host, port = address.removeprefix("tcp://").rsplit(":", 1)
    with socket.create_connection((host.strip("[]"), int(port)), CONNECT) as line:
        line.settimeout(CONNECT)
        try:
            return bool(line.recv(1))
        except TimeoutError:
            return False


class _Places:
    """How many jobs a cluster can do at a time, asked now and then."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 (Dask has no types)
        self._client, self._asked, self._known = client, 0.0, 0

    def __call__(self) -> int:
        """Return it as of a moment ago."""
        if time.monotonic() - self._asked > _LOOK:
            try:
                self._known = sum(self._client.nthreads().values())
            except (OSError, RuntimeError):
                raise WorkerError(DROPPED) from None
            self._asked = time.monotonic()
        return self._known


def _check(client: Any, tell: Callable[[str], None]) -> None:  # noqa: ANN401
    """Refuse a cluster where somebody has something else than this process."""
    found = client.run(_standing, computing(), on_error="return")
    try:
        # The scheduler unpacks jobs as well, only to pass them on.
        found["the scheduler"] = client.run_on_scheduler(_standing, None)
    except Exception as error:
        found["the scheduler"] = error
    for who, said in found.items():
        if isinstance(said, OtherCodeError):
            raise InputError(f"{who} has {said}; {_SAME}")
        if isinstance(said, Exception):
            cause = " ".join(str(said).split())[:200]
            raise InputError(f"{who} cannot load the model ({cause}); {_SAME}")
    own = _standing(None)
    if any(found[who] != own for who in found if who != "the scheduler"):
        tell("processors")


def _standing(wanted: list[Any] | None) -> list[str]:
    """Return which parts of this processor NumPy uses, once all else is as wanted."""
    if wanted is not None:
        check_computing(wanted)
    used = np.show_config(mode="dicts")["SIMD Extensions"]
    return sorted(used.get("found", []))
