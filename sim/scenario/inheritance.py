"""Where scenario files are found, and what one takes over from another."""

from __future__ import annotations

import copy
import functools
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.errors import InputError, nearest
from sim.scenario.reading import Document, KeyPath, Place, parse, read_yaml, shorten

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["NOT_INHERITED", "parent_of", "read_scenario", "scenario_names"]

NOT_INHERITED = ("name", "question", "title", "summary", "tags", "outcome", "id")
"""What a scenario says about itself is its own."""

_DEEP = ("events", "levers")
"""Where an entry of the same name is merged key by key, not replaced."""

_BARE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_SUFFIXES = (".yaml", ".yml")
_BUNDLES = ("calibrated", "experiments", "lenses", "levers", "profiles")
"""Folders beside those of the scenarios that hold none."""


class _Packaged(NamedTuple):
    """A packaged scenario: its file, and what messages call that."""

    source: Traversable
    label: str


@functools.cache
def _packaged() -> dict[str, _Packaged]:
    found = {
        entry.name.removesuffix(".yaml"): _Packaged(
            entry, f"scenarios/{theme.name}/{entry.name}"
        )
        for theme in resources.files("scenarios").iterdir()
        if theme.is_dir() and theme.name not in _BUNDLES
        for entry in theme.iterdir()
        if entry.name.endswith(".yaml")
    }
    first = [name for name in ("baseline",) if name in found]
    return {name: found[name] for name in first + sorted(set(found).difference(first))}


def scenario_names() -> list[str]:
    """Return the names of the packaged scenarios, ``baseline`` first."""
    return list(_packaged())


def parent_of(name_or_path: str | Path) -> str | None:
    """Return the name that a scenario's file gives as ``from``; None without one.

    Raises
    ------
    InputError
        If there is no such scenario, or its file is refused.
    """
    source, label, _ = _find(name_or_path)
    name = _read(source, label).data.get("from")
    return None if name is None else str(name)


def read_scenario(name_or_path: str | Path) -> tuple[Document, str]:
    """Read a scenario file and merge into it what it takes over.

    Parameters
    ----------
    name_or_path : str or Path
        The name of a packaged scenario, or the path of a YAML file.

    Returns
    -------
    Document
        The merged data, without ``from``; every place names the file that the
        value came from.
    str
        The stem of the file's name.

    Raises
    ------
    InputError
        If there is no such scenario, a file is refused, or its ``from`` is no bare
        name of a scenario that stands on its own.
    """
    source, label, stem = _find(name_or_path)
    child = _read(source, label)
    if "from" not in child.data:
        _refuse_removals(child)
        return child, stem
    parent_name = _checked_parent(child, stem, source)
    parent = _parent(parent_name, child, source)
    if "from" in parent.data:
        raise child.error(
            ("from",),
            f"{parent_name!r} has a 'from' of its own (one level is allowed, and no "
            f"circle); take over {shorten(parent.data['from'])} or a scenario that "
            "stands alone",
        )
    _refuse_removals(parent)
    return _merged(child, parent), stem


def _find(name_or_path: str | Path) -> tuple[Path | Traversable, str, str]:
    text = str(name_or_path)
    if isinstance(name_or_path, str) and text in _packaged():
        return *_packaged()[text], text
    path = Path(name_or_path)
    is_path = isinstance(name_or_path, Path) or "/" in text or "\\" in text
    if not is_path and not text.endswith(_SUFFIXES) and not _exists(path):
        raise InputError(
            f"there is no scenario {shorten(text)}; {nearest(text, _packaged())} "
            "(or give the path of a YAML file)"
        )
    return path, text, path.stem


def _read(source: Path | Traversable, label: str) -> Document:
    """Read a file; what is packaged is parsed once, however often it is taken over."""
    if not any(source == one.source for one in _packaged().values()):
        return read_yaml(source, label)
    found = _parsed(source.read_bytes(), label)
    return Document(copy.deepcopy(found.data), dict(found.places), found.file)


@functools.cache
def _parsed(content: bytes, label: str) -> Document:
    """Return what a packaged file says: as long as its bytes stay, it is the same."""
    return parse(content, label)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long a name, or a NUL in it
        return False


def _checked_parent(child: Document, stem: str, source: Path | Traversable) -> str:
    name = child.data["from"]
    if not isinstance(name, str) or not _BARE_NAME.fullmatch(name):
        raise child.error(
            ("from",),
            f"'from' is {shorten(name)}; it must be the bare name of a scenario "
            "(letters, digits, _ and -), never a path: it is looked up beside this "
            "file, then among " + ", ".join(_packaged()),
        )
    packaged = not isinstance(source, Path)
    if name == stem and (packaged or _beside(source, name) is not None):
        raise child.error(
            ("from",),
            f"'from' is {name!r}, this file itself: a circle; name another scenario, "
            "or rename this file",
        )
    return name


def _beside(source: Path | Traversable, name: str) -> Path | None:
    """Return the file of that exact name in the same folder, if there is one."""
    if not isinstance(source, Path):
        return None
    for suffix in _SUFFIXES:
        neighbor = source.parent / f"{name}{suffix}"
        if _exists(neighbor):
            return neighbor
    return None


def _parent(name: str, child: Document, source: Path | Traversable) -> Document:
    neighbor = _beside(source, name)
    if neighbor is not None:
        return read_yaml(neighbor)
    if name in _packaged():
        return _read(*_packaged()[name])
    raise child.error(
        ("from",),
        f"'from' names {name!r}, which is neither beside this file nor packaged; "
        f"{nearest(name, _packaged())}",
    )


def _refuse_removals(document: Document) -> None:
    """Refuse an empty value in a file that takes nothing over."""
    for key, value in document.data.items():
        if value is None:
            raise document.error((key,), _nothing_to_remove(key, ()))
        for inner, below in value.items() if isinstance(value, dict) else ():
            if below is None:
                raise document.error((key, inner), _nothing_to_remove(inner, ()))


def _nothing_to_remove(key: str, inherited: tuple[str, ...]) -> str:
    hint = nearest(key, inherited) if inherited else "nothing is taken over here"
    return (
        f"{key!r} is empty (null), which removes what 'from' brings, but there is no "
        f"such thing; {hint}"
    )


def _merged(child: Document, parent: Document) -> Document:
    """Return the parent's data with the child's merged over it."""
    data: dict[str, Any] = {
        key: copy.deepcopy(value)
        for key, value in parent.data.items()
        if key not in NOT_INHERITED
    }
    places = dict(parent.places)
    merge = _Merge(child, places)
    merge.into(data, {k: v for k, v in child.data.items() if k != "from"}, ())
    for key in NOT_INHERITED:
        places[(key,)] = child.place((key,))
    places[()] = child.places[()]
    return Document(data, places, child.file)


class _Merge:
    """Merges a child's mappings into its parent's, key by key."""

    def __init__(self, child: Document, places: dict[KeyPath, Place]) -> None:
        self._child = child
        self._places = places

    def into(self, data: dict[str, Any], own: dict[str, Any], path: KeyPath) -> None:
        """Merge one mapping, and the mappings in it that merge in their turn."""
        for key, value in own.items():
            here = (*path, key)
            if value is None:
                if key not in data:
                    raise self._child.error(here, _nothing_to_remove(key, tuple(data)))
                del data[key]
                continue
            if path == ("parameters",):
                # A family set anew sets every copy: none of the parent's survives.
                for copy_of in [name for name in data if name.startswith(f"{key}.")]:
                    del data[copy_of]
            if isinstance(value, dict) and _merges(here):
                inherited = data.get(key)
                data[key] = inherited if isinstance(inherited, dict) else {}
                self._places[here] = self._child.place(here)
                self.into(data[key], value, here)
            else:
                data[key] = value
                self._adopt(value, here)

    def _adopt(self, value: object, path: KeyPath) -> None:
        """Take over the places of a value that replaced another one."""
        self._places[path] = self._child.place(path)
        inside: list[tuple[str | int, object]] = []
        if isinstance(value, dict):
            inside = list(value.items())
        elif isinstance(value, list):
            inside = list(enumerate(value))
        for key, inner in inside:
            self._adopt(inner, (*path, key))


def _merges(path: KeyPath) -> bool:
    return len(path) == 1 or (len(path) == 2 and path[0] in _DEEP)
