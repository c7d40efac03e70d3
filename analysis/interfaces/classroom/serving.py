"""Serve the classroom: addresses, pages, and the server behind them."""

from __future__ import annotations

import secrets
import socket
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from analysis.interfaces.asking import say
from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.interfaces.text import Lang

__all__ = ["serve"]

MOST_BROWSERS = 400
"""Connections at once; a class has thirty."""


def serve(host: str, port: int, lang: Lang, games: Path) -> None:
    """Open the classroom and stay until it is closed.

    Parameters
    ----------
    host : str
        The address to listen at; only that of this machine unless told otherwise.
    port : int
        The port; 0 takes one that is free.
    lang : {'en', 'ko'}
        The language of the first page, and of what is said here.
    games : Path
        The file of games; made if it is not there. Those in it go on.

    Raises
    ------
    InputError
        If the extra is not installed, the address cannot be listened at, or the file
        cannot be used.
    """
    if find_spec("nicegui") is None:
        raise InputError(
            "the classroom needs NiceGUI, which the extra 'classroom' brings:"
            " pip install 'dilemma[classroom]'"
        )
    listening = _listen(host, port)
    with listening:
        import uvicorn

        from analysis.game.session import Hall
        from analysis.interfaces.classroom.pages import application
        from analysis.interfaces.classroom.room import Room

        hall, room = Hall(games), Room()
        app = application(room, hall, lang, secret=secrets.token_urlsafe(32))
        where = f"http://{_reachable(host)}:{listening.getsockname()[1]}"
        words = TEXT[lang]
        say(words["class at"].format(url=f"{where}/{lang}"))
        say(
            words["class teacher at"].format(url=f"{where}/{lang}/class/{room.teacher}")
        )
        if not _only_here(host):
            say(words["class network"].format(host=host))
        sys.stdout.flush()  # whoever reads it through a pipe waits for the address
        config = uvicorn.Config(
            app,
            log_level="warning",
            limit_concurrency=MOST_BROWSERS,
            ws_max_size=2**20,
            timeout_graceful_shutdown=2,
        )
        try:
            # Closing it is what Ctrl+C is for, so that is no failure.
            with suppress(KeyboardInterrupt):
                uvicorn.Server(config).run(sockets=[listening])
        finally:
            room.close()
            hall.close()


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens, or say why there can be none."""
    if not 0 <= port <= 65_535:
        raise InputError(f"--port is {port}; it must be 0 to 65535")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise InputError(f"--host is {host!r}: {error.strerror or error}") from None
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()  # so that who comes early waits, and is not sent away
    except OSError as error:
        listening.close()
        raise InputError(
            f"nothing can listen at {host}:{port}: {error.strerror or error}; choose"
            " another with --host and --port (0 takes a free one)"
        ) from None
    return listening


def _only_here(host: str) -> bool:
    return host == "localhost" or host.startswith("127.") or host == "::1"


def _reachable(host: str) -> str:
    """Return what a browser is to be given for an address that is listened at."""
    if host in ("0.0.0.0", "::", ""):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
