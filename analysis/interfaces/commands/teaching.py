"""Open the classroom."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis.interfaces.commands.options import Language

__all__ = ["classroom"]

HOST, PORT = "127.0.0.1", 8642


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
    lang: Language = "en",
) -> None:
    """Open lessons and a sandbox for browsers on this machine. Needs 'classroom'."""
    from analysis.interfaces.classroom.serving import serve

    serve(host, port, lang)
