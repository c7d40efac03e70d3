"""From what pydantic finds wrong to one sentence that a reader can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from sim.errors import InputError, nearest
from sim.scenario.reading import shorten

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from sim.scenario.reading import KeyPath

__all__ = ["MisplacedError", "mistake_at"]


class MisplacedError(InputError):
    """Something wrong at a known key path of the data under validation.

    Parameters
    ----------
    path : tuple of str and int
        From the value that is being validated to what is wrong in it.
    message : str
        What is wrong and what is allowed.
    """

    def __init__(self, path: KeyPath, message: str) -> None:
        super().__init__(message)
        self.path = path


def mistake_at(error: ValidationError, model: type[BaseModel]) -> tuple[KeyPath, str]:
    """Return where the first mistake is, and what is wrong there.

    Parameters
    ----------
    error : ValidationError
        What pydantic found.
    model : type
        The model that was to be made.

    Returns
    -------
    tuple
        The key path from the top of the data, and the message.
    """
    # A misspelt key is also a missing one, and says more about what to do.
    rank = {"extra_forbidden": 0, "missing": 2}
    found = sorted(
        error.errors(include_url=False), key=lambda one: rank.get(one["type"], 1)
    )
    first = found[0]
    path: KeyPath = tuple(part for part in first["loc"] if part != "[key]")
    raised = first.get("ctx", {}).get("error")
    if isinstance(raised, MisplacedError):
        path, message = (*path, *raised.path), raised.message
    elif isinstance(raised, InputError):
        message = _after_name(path, raised.message)
    else:
        message = _message(path, first, model)
    more = len(found) - 1
    if more:
        message += f" (and {more} more mistake{'s' if more > 1 else ''})"
    return path, message


def _after_name(path: KeyPath, message: str) -> str:
    """Put a name before a message that has none: ``is 5; it must be ...``."""
    if message.startswith(("is ", "has ")):
        return f"{_dotted(path)} {message}"
    return message


def _dotted(path: KeyPath) -> str:
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return repr(text.removeprefix("."))


def _message(path: KeyPath, found: ErrorDetails, model: type[BaseModel]) -> str:
    kind = found["type"]
    if kind == "extra_forbidden":
        parent = _declared(model, path[:-1])[0]
        known = _keys_of(parent) + (["from"] if parent is model else [])
        return f"unknown key {shorten(path[-1])}; {nearest(str(path[-1]), known)}"
    if kind in ("too_long", "string_too_long"):
        most = found["ctx"]["max_length"]
        return f"{_dotted(path)} is too long; at most {most} are allowed"
    wanted = _declared(model, path)[1]
    given = "missing" if kind == "missing" else shorten(found["input"])
    return f"{_dotted(path)} is {given}; it must be {wanted}"


def _declared(model: type[BaseModel], path: KeyPath) -> tuple[Any, str]:
    """Return the type that a key path leads to, and what may stand there."""
    current: Any = model
    wanted = "a mapping"
    for part in path:
        if _is_model(current):
            fields = current.model_fields.items()
            field = next(one for name, one in fields if part in (name, one.alias))
            current, wanted = field.annotation, field.description
        else:  # a mapping's value or a list's item
            current = get_args(current)[1 if get_origin(current) is dict else 0]
        if get_origin(current) is Annotated:
            current, *notes = get_args(current)
            for note in notes:
                wanted = getattr(note, "description", None) or wanted
    if _is_model(current):
        wanted = "a mapping with the keys " + ", ".join(_keys_of(current))
    return current, wanted


def _is_model(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [one.alias or name for name, one in model.model_fields.items()]
