"""Open the classroom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces.asking import say
from analysis.interfaces.commands.options import Language
from analysis.interfaces.text import TEXT, Lang
from sim.errors import InputError, nearest

__all__ = ["classroom"]

HOST, PORT = "127.0.0.1", 8642

GAMES = Path("out/games.sqlite")


def classroom(
    host: Annotated[
        str,
        typer.Option(
            help="Address to listen at; 0.0.0.0 lets everybody in who can reach this"
            " machine."
        ),
    ] = HOST,
    port: Annotated[
        int, typer.Option(help="Port to listen at; 0 takes a free one.")
    ] = PORT,
    games: Annotated[
        Path,
        typer.Option(
            help="File that games are kept in; those in it go on when it is opened"
            " again.",
            dir_okay=False,
        ),
    ] = GAMES,
    forget: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Delete the game with this code from the file, and open nothing.",
        ),
    ] = None,
    lang: Language = "en",
) -> None:
    """Open lessons, a sandbox and the game for browsers. Needs 'classroom'."""
    if forget is not None:
        _forget(games, forget, lang)
        return
    from analysis.interfaces.classroom.serving import serve

    serve(host, port, lang, games)


def _forget(games: Path, code: str, lang: Lang) -> None:
    """Delete a game from a file; a file that is not there is not made for it."""
    from analysis.game.session import Hall
    from analysis.why.sources import settled

    if not games.exists():
        raise InputError(f"--games is {games}; there is no such file")
    hall = Hall(games)
    known = [*hall.sessions, *hall.others]
    try:
        if not hall.forget(code):
            raise InputError(
                f"{games}: has no game {code!r:.40}; {nearest(code.upper(), known)}"
            )
    finally:
        hall.close()
    rest = {*hall.sessions, *hall.others}
    gone = next(one for one in known if one not in rest)
    said = TEXT[lang]["game forgotten"].format(code=gone)
    say(settled(said) if lang == "ko" else said)
