"""Plain arrays and a head of plain data in one file, read as if it were hostile.

The file is NumPy's ``.npz``: a zip whose members are arrays, and one member of JSON.
Nothing in it can run code, as no object is ever unpickled, and nothing in it can take
more memory than the reader has said beforehand, whatever its sizes claim.
"""

from __future__ import annotations

import json
import secrets
import stat
import zipfile
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from numpy.lib import format as npy

from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Wanted = Mapping[str, tuple[np.dtype[Any], tuple[int, ...]]]

__all__ = ["LARGEST_FILE", "LARGEST_HEAD", "read", "write"]

LARGEST_FILE = 64 * 2**20
"""A larger file is refused before anything in it is looked at."""

LARGEST_HEAD = 2 * 2**20
"""The head is a scenario spelled out, some 50 KB; more is refused."""

_HEAD = "head.json"
_MOST_MEMBERS = 4_096
_NPY_HEADER = 1_024
"""Bytes that may stand before an array's values."""


def write(path: Path, head: Mapping[str, Any], arrays: Mapping[str, Any]) -> None:
    """Write a file, whole or not at all; equal content gives equal bytes.

    Parameters
    ----------
    path : Path
        Where; what is there is replaced.
    head : mapping
        Plain data with finite numbers.
    arrays : mapping of str to ndarray
        Arrays of numbers, by name.

    Raises
    ------
    InputError
        If it cannot be written there.
    """
    growing = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    text = json.dumps(dict(head), ensure_ascii=False, allow_nan=False, indent=1)
    try:
        with zipfile.ZipFile(growing, "x") as file:
            _put(file, _HEAD, text.encode("utf-8"))
            for name, array in arrays.items():
                content = BytesIO()
                npy.write_array(content, np.ascontiguousarray(array), version=(1, 0))
                _put(file, f"{name}.npy", content.getvalue())
        growing.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            growing.unlink()


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    # A ZipInfo of its own has a fixed date: the same past is the same file.
    member = zipfile.ZipInfo(name)
    member.external_attr = (stat.S_IFREG | 0o644) << 16
    file.writestr(member, content, compress_type=zipfile.ZIP_DEFLATED)


def read(
    path: Path, wanted: Callable[[Any], Wanted]
) -> tuple[Any, dict[str, NDArray[Any]]]:
    """Read a file that may be anything.

    Parameters
    ----------
    path : Path
        What :func:`write` wrote.
    wanted : callable
        Takes the head, refuses it or returns the type and shape of every array that
        must be there: so no array is read before it is known how large it may be.

    Returns
    -------
    head : plain data
        As it was written.
    arrays : dict of str to ndarray
        Exactly the arrays that are wanted, every number finite.

    Raises
    ------
    InputError
        If the file is missing, too large or no such file, or if what is in it is not
        exactly what is wanted.
    """
    try:
        with zipfile.ZipFile(_opened(path)) as file:
            members = _members(file, path)
            head = _head(file, members, path)
            shapes = wanted(head)
            _check_names(members, shapes, path)
            arrays = {
                name: _array(file, members[f"{name}.npy"], *one, path)
                for name, one in shapes.items()
            }
    except (InputError, MemoryError):
        raise
    except Exception as error:  # a broken zip breaks its reader in many ways
        _refuse(path, f"is no saved past: {_said(error)}")
    return head, arrays


def _opened(path: Path) -> BytesIO:
    """Return the content of a plain file of a bearable size."""
    try:
        status = path.stat()  # looked at before it is opened: a pipe would wait
        if not stat.S_ISREG(status.st_mode):
            _refuse(path, "is no plain file; a saved past (.npz) is needed")
        if status.st_size > LARGEST_FILE:
            _refuse(path, f"is larger than {LARGEST_FILE // 2**20} MiB, the most read")
        with path.open("rb") as file:
            return BytesIO(file.read(status.st_size))
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        _refuse(path, f"cannot be read: {reason}")


def _members(file: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    listed = file.infolist()
    if len(listed) > _MOST_MEMBERS:
        _refuse(path, f"holds {len(listed)} members; at most {_MOST_MEMBERS} are read")
    members: dict[str, zipfile.ZipInfo] = {}
    for one in listed:
        if one.filename in members:
            _refuse(path, f"holds {_plain(one.filename)} twice")
        if one.flag_bits & 1:
            _refuse(path, f"holds {_plain(one.filename)} encrypted")
        if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            _refuse(path, f"holds {_plain(one.filename)} in an unknown compression")
        members[one.filename] = one
    return members


def _head(
    file: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], path: Path
) -> Any:  # noqa: ANN401 (plain data of any kind, until it is checked)
    if _HEAD not in members:
        _refuse(path, f"is no saved past: it has no {_HEAD}")
    content = _content(file, members[_HEAD], LARGEST_HEAD, path)
    try:
        return json.loads(content.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        _refuse(path, f"has a {_HEAD} that is not JSON")


def _no_constant(word: str) -> NoReturn:
    raise ValueError(word)


def _check_names(
    members: Mapping[str, zipfile.ZipInfo], shapes: Wanted, path: Path
) -> None:
    names = {f"{name}.npy" for name in shapes}
    for missing in sorted(names - set(members)):
        _refuse(path, f"lacks the array {missing[:-4]!r}")
    for strange in sorted(set(members) - names - {_HEAD}):
        hint = nearest(strange, names)
        hint = hint if hint.startswith("did") else "nothing may be there but its fields"
        _refuse(path, f"holds {_plain(strange)}, which is no field; {hint}")


def _array(
    file: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    dtype: np.dtype[Any],
    shape: tuple[int, ...],
    path: Path,
) -> NDArray[Any]:
    """Return one array, of this type and shape or refused."""
    name, size = member.filename[:-4], dtype.itemsize * int(np.prod(shape))
    content = BytesIO(_content(file, member, size + _NPY_HEADER, path))
    if npy.read_magic(content) != (1, 0):
        _refuse(path, f"holds {name!r} in another format of arrays; 1.0 is read")
    # The header is read as a literal: nothing is called, nothing allocated by it.
    given, by_column, kind = npy.read_array_header_1_0(content, _NPY_HEADER)
    if kind != dtype or by_column or kind.hasobject:
        _refuse(path, f"holds {name!r} as {kind}; it must be {dtype}")
    if given != shape:
        _refuse(path, f"holds {name!r} in shape {given}; it must be {shape}")
    values = content.read()
    if len(values) != size:
        _refuse(path, f"holds {len(values)} bytes of {name!r}; it must be {size}")
    array = np.frombuffer(values, dtype=dtype).reshape(shape)
    if not np.isfinite(array).all():
        _refuse(path, f"holds a number in {name!r} that is not finite")
    return array


def _content(
    file: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, path: Path
) -> bytes:
    """Return a member's bytes, never more than it may have."""
    if member.file_size > most:
        _refuse(
            path,
            f"holds {_plain(member.filename)} with {member.file_size:,} bytes; at most"
            f" {most:,} belong there",
        )
    with file.open(member) as stream:
        return stream.read(most + 1)


def _plain(name: str) -> str:
    return ascii(name if len(name) <= 60 else name[:57] + "...")


def _said(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 200 else words[:197] + "..."


def _refuse(path: Path, message: str) -> NoReturn:
    raise InputError(message, file=str(path))
