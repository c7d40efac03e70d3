"""Strict reading of YAML: plain data with the place of everything in it.

The text is parsed by ruamel.yaml as YAML 1.2, in which ``NO``, ``on`` and ``off``
are words. The parser's events are turned into plain data here, without its
constructors, so that a hostile file costs nothing: what a scenario never needs
(anchors, tags, deep nesting, several documents) is refused when it is met, and
nesting is counted, never recursed into.
"""

from __future__ import annotations

import math
import re
import stat
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.reader import ReaderError

from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = [
    "LARGEST_FILE",
    "Document",
    "KeyPath",
    "Place",
    "parse",
    "read_yaml",
    "shorten",
]

LARGEST_FILE = 128 * 1024
"""Bytes that a file may have; the packaged scenarios have a few thousand."""
DEEPEST = 20
LONGEST_KEY = 100
LARGEST_WHOLE_NUMBER = 2**53
"""Beyond it a float no longer tells two whole numbers apart."""

Scalar = str | int | float | bool | None
KeyPath = tuple[str | int, ...]
"""Keys and list positions from the top of a document to a value."""

_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CONSTANTS = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Place(NamedTuple):
    """Where something stands: a file's name and a line counted from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, as plain data, and where it says it.

    Attributes
    ----------
    data : dict
        The mapping at the top of the file: dicts with text keys, lists, text,
        numbers, true, false and None.
    places : dict of key path to Place
        The place of every key and list item.
    file : str
        The file's name for messages.
    """

    data: dict[str, Any]
    places: dict[KeyPath, Place]
    file: str

    def place(self, path: KeyPath) -> Place:
        """Return the place of a key path, or of the nearest one above it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Place(self.file, 1)

    def error(self, path: KeyPath, message: str) -> InputError:
        """Return an error that names the place of a key path."""
        place = self.place(path)
        return InputError(message, file=place.file, line=place.line)


def shorten(value: object, longest: int = 60) -> str:
    """Return a value as text for a message, cut where it is long."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    if value is None:
        return "empty"
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= longest else text[: longest - 3] + "..."


def read_yaml(source: FilePath | Traversable, name: str | None = None) -> Document:
    """Read a YAML file whose top level is a mapping.

    Parameters
    ----------
    source : pathlib.Path or Traversable
        A file on disk, or one inside an installed package.
    name : str, optional
        What messages call it; its path by default.

    Returns
    -------
    Document
        The data and the place of everything in it.

    Raises
    ------
    InputError
        If the file is missing, is no plain file, is too large, or holds what
        :func:`parse` refuses. Nothing is ever read past the size limit.
    """
    label = str(source) if name is None else name
    try:
        if isinstance(source, FilePath):
            _check_plain_file(source, label)
        with source.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError("there is no such file", file=label) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason}", file=label) from None
    return parse(content, label)


def _check_plain_file(path: FilePath, label: str) -> None:
    # Looked at before it is opened: opening a pipe would wait for ever.
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise InputError("is a directory; a YAML file is needed", file=label)
    if not stat.S_ISREG(status.st_mode):
        raise InputError("is no plain file; a YAML file is needed", file=label)
    if status.st_size > LARGEST_FILE:
        raise _too_large(label)


def _too_large(label: str) -> InputError:
    return InputError(
        f"is larger than {LARGEST_FILE // 1024} KB, the most allowed", file=label
    )


def parse(content: bytes, name: str) -> Document:
    """Turn the bytes of a YAML file into plain data and places.

    Parameters
    ----------
    content : bytes
        UTF-8 text (a byte order mark is allowed).
    name : str
        What messages call the file.

    Raises
    ------
    InputError
        If it is too large, binary, empty, not UTF-8 or not YAML, or holds a
        duplicate key, a key that is no text, an anchor, alias, merge key or tag,
        more than one document, nesting deeper than 20, a number that is not
        finite, a control character, or anything but a mapping at the top.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large(name)
    text = _text_of(content, name)
    return _Builder(name).build(_events(text, name))


def _text_of(content: bytes, name: str) -> str:
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise InputError(
            "is binary (it has a NUL byte); UTF-8 text is needed", file=name, line=line
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(
            "is not UTF-8 text; save it as UTF-8", file=name, line=line
        ) from None
    if not text.strip():
        raise InputError("is empty; a mapping (key: value) is needed", file=name)
    return text


def _events(text: str, name: str) -> Iterator[Any]:
    """Yield the parser's events; whatever it raises becomes an InputError."""
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except InputError:
        raise
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = ", ".join(part for part in (error.context, error.problem) if part)
        raise InputError(
            f"is not valid YAML: {said}",
            file=name,
            line=None if mark is None else mark.line + 1,
        ) from None
    except ReaderError as error:
        before = text[: error.position]
        raise InputError(
            f"holds a character that YAML does not allow: U+{error.character:04X}",
            file=name,
            line=before.count("\n") + 1,
        ) from None
    except Exception as error:  # the scanner trips over some broken text in other ways
        raise InputError(
            f"is not valid YAML: {type(error).__name__} while parsing", file=name
        ) from None


class _Builder:
    """Builds one document from parser events with a stack of its own."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._places: dict[KeyPath, Place] = {}
        self._stack: list[tuple[KeyPath, dict[str, Any] | list[Any]]] = []
        self._keys: list[str | None] = []
        self._root: list[Any] = []
        self._documents = 0

    def build(self, events: Iterator[Any]) -> Document:
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, DocumentStartEvent):
                self._begin_document(event, line)
            elif isinstance(event, NodeEvent):
                self._node(event, line)
            elif isinstance(event, CollectionEndEvent):
                self._stack.pop()
                self._keys.pop()
        if not self._root or self._root[0] is None:
            raise InputError(
                "is empty; a mapping (key: value) is needed", file=self._name
            )
        data = self._root[0]
        if not isinstance(data, dict):
            self._refuse(
                f"the top level is {shorten(data)}; it must be a mapping (key: value)",
                self._places[()].line,
            )
        return Document(data, self._places, self._name)

    def _refuse(self, message: str, line: int) -> NoReturn:
        raise InputError(message, file=self._name, line=line)

    def _begin_document(self, event: DocumentStartEvent, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse("a second document begins; one file holds one", line)
        if event.version not in (None, (1, 2)):
            self._refuse("asks for another YAML version; only 1.2 is read", line)

    def _node(self, event: NodeEvent, line: int) -> None:
        if isinstance(event, AliasEvent):
            self._refuse("an alias (*name) is not allowed; write the value out", line)
        if event.anchor is not None:
            self._refuse("an anchor (&name) is not allowed; write the value out", line)
        if getattr(event, "tag", None) is not None:
            self._refuse("a tag (!name) is not allowed; write the plain value", line)
        if isinstance(event, CollectionStartEvent):
            if len(self._stack) >= DEEPEST:
                self._refuse(f"is nested deeper than {DEEPEST}, the most allowed", line)
            inside: dict[str, Any] | list[Any] = (
                {} if isinstance(event, MappingStartEvent) else []
            )
            path = self._put(inside, line)
            self._stack.append((path, inside))
            self._keys.append(None)
        elif isinstance(event, ScalarEvent):
            value = self._scalar(event, line)
            if self._expects_key():
                self._begin_key(value, line)
            else:
                self._put(value, line)

    def _expects_key(self) -> bool:
        return (
            bool(self._stack)
            and isinstance(self._stack[-1][1], dict)
            and self._keys[-1] is None
        )

    def _begin_key(self, key: object, line: int) -> None:
        path, inside = self._stack[-1]
        assert isinstance(inside, dict)
        if not isinstance(key, str):
            self._refuse(f"the key {shorten(key)} is no text; put it in quotes", line)
        if key == "<<":
            self._refuse("a merge key (<<) is not allowed; write the values out", line)
        if len(key) > LONGEST_KEY:
            self._refuse(f"a key is longer than {LONGEST_KEY} characters", line)
        if key in inside:
            first = self._places[(*path, key)].line
            self._refuse(
                f"the key {shorten(key)} stands here a second time (first in line "
                f"{first}); once is allowed",
                line,
            )
        self._places[(*path, key)] = Place(self._name, line)
        self._keys[-1] = key

    def _put(self, value: object, line: int) -> KeyPath:
        """Place a value where it belongs and return its path."""
        if not self._stack:
            self._root.append(value)
            self._places[()] = Place(self._name, line)
            return ()
        path, inside = self._stack[-1]
        if isinstance(inside, list):
            inside.append(value)
            path = (*path, len(inside) - 1)
            self._places[path] = Place(self._name, line)
            return path
        key = self._keys[-1]
        if key is None:
            self._refuse(f"a key is {shorten(value)}; a key must be plain text", line)
        inside[key] = value
        self._keys[-1] = None
        return (*path, key)

    def _scalar(self, event: ScalarEvent, line: int) -> Scalar:
        text: str = event.value
        if _CONTROL.search(text):
            self._refuse("holds a control character; only plain text is allowed", line)
        if not event.implicit[0]:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _NOT_FINITE.fullmatch(text):
            self._refuse(f"{shorten(text)} is no finite number", line)
        if _WHOLE.fullmatch(text):
            # The length first: Python refuses to read thousands of digits.
            whole = None if len(text) > LONGEST_KEY else _whole_number(text)
            if whole is None or abs(whole) > LARGEST_WHOLE_NUMBER:
                self._refuse(f"{shorten(text)} is too large a number", line)
            return whole
        if _DECIMAL.fullmatch(text):
            decimal = float(text)
            if not math.isfinite(decimal):
                self._refuse(f"{shorten(text)} is no finite number", line)
            return decimal
        return text


def _whole_number(text: str) -> int:
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
