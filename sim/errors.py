"""What a user did wrong, said once, in words, with a place and a remedy."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["InputError", "nearest"]

MOST_WORDS = 40
"""A message that lists more valid words than this is not read."""


class InputError(ValueError):
    """Bad input of any kind: a scenario file, an option, a parameter, a rule.

    The message says what is wrong, where, and what would be right. Interfaces
    print it and stop; they never show a traceback for it.

    Parameters
    ----------
    message : str
        What is wrong and what is allowed.
    file : str, optional
        The file in which it was found.
    line : int, optional
        The line in that file, counted from 1.
    """

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None
    ) -> None:
        where = "" if file is None else f"{file}: "
        if line is not None:
            where = f"{file or 'input'}, line {line}: "
        super().__init__(where + message)
        self.message, self.file, self.line = message, file, line


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest valid word, or lists the valid ones.

    Parameters
    ----------
    word : str
        What was given.
    known : iterable of str
        What would have been valid.

    Returns
    -------
    str
        ``"did you mean 'x'?"`` when one is near, else the list of valid words.
    """
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    if not words:
        return "none is valid here"
    shown, more = words[:MOST_WORDS], len(words) - MOST_WORDS
    return "valid: " + ", ".join(shown) + (f" and {more} more" if more > 0 else "")
