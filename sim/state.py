"""The one list of everything that the world holds from month to month.

Snapshots, records, traces and the tables in ``docs/`` all read this list. A field
belongs to each state, to one state, or to one of the world's common affairs: ties,
the exchange between North Korea and Russia, talks, the Council, crises, the war, the
order of arms control, a security dialogue.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, cast

from sim.cast import (
    DOMAINS,
    DYADS,
    LABELS,
    PAIRS,
    POSTURES,
    ROLES,
    STATES,
    THEATRES,
    others,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sim.model import StrategicModel

__all__ = [
    "FIELDS",
    "SERIES",
    "Field",
    "every_field",
    "extent",
    "holders",
    "label",
    "series",
]

Shape = Literal[
    "rows",
    "others",
    "pairs",
    "dyads",
    "domains",
    "postures",
    "roles",
    "theatres",
    "queue",
]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that the world holds.

    Attributes
    ----------
    name : str
        The attribute that holds it.
    owner : str
        ``each`` state, one state, or a common affair: ``ties``, ``exchange``,
        ``talks``, ``council``, ``crises``, ``war``, ``order``,
        ``dialogue``.
    shape : str
        ``rows``: one array over rows. ``others``, ``pairs``, ``dyads``, ``domains``,
        ``postures``, ``roles``, ``theatres``, ``queue``: one for each other state,
        pair, hostile pair, domain of technology, posture, role, theatre or month of
        the queue, stacked before the axis of rows.
    unit : str
        Unit of its values.
    low, high : float
        Bounds that it never leaves (to rounding).
    en, ko : str
        What it is, in English and Korean.
    recorded : bool
        Whether it is among the recorded series.
    """

    name: str
    owner: str
    shape: Shape
    unit: str
    low: float
    high: float
    en: str
    ko: str
    recorded: bool = True


def _read() -> tuple[Field, ...]:
    """Read the list; what is in no scenario's hands is checked by the tests alone."""
    listed = resources.files("sim") / "fields.csv"
    return tuple(
        Field(
            name=row["name"],
            owner=row["owner"],
            shape=cast("Shape", row["shape"]),
            unit=row["unit"],
            low=float(row["low"]),
            high=float(row["high"]),
            en=row["en"],
            ko=row["ko"],
            recorded=row["recorded"] == "yes",
        )
        for row in csv.DictReader(listed.read_text(encoding="utf-8").splitlines())
    )


FIELDS: tuple[Field, ...] = _read()
"""Every field of the world, as ``fields.csv`` beside this module lists them."""


def _places(field: Field, owner: str) -> tuple[str, ...]:
    """Return the key of each array in a field, in the order of its first axis."""
    stem = field.name if owner in _COMMON else f"{field.name}.{owner}"
    if field.shape == "others":
        return tuple(f"{stem}.{other}" for other in others(owner))
    if field.shape == "queue":
        return tuple(f"{stem}.{month}" for month in range(4))
    if field.shape in ("pairs", "dyads"):
        two = PAIRS if field.shape == "pairs" else DYADS
        return tuple(f"{stem}.{one}.{other}" for one, other in two)
    members = _MEMBERS.get(field.shape)
    return (stem,) if members is None else tuple(f"{stem}.{one}" for one in members)


_MEMBERS = {
    "domains": DOMAINS,
    "postures": POSTURES,
    "roles": ROLES,
    "theatres": THEATRES,
}
"""What is stacked along the first axis of a shape."""

_COMMON = ("ties", "exchange", "talks", "council", "crises", "war", "order", "dialogue")


def _owners(field: Field) -> tuple[str, ...]:
    return STATES if field.owner == "each" else (field.owner,)


SERIES: dict[str, Field] = {
    key: field
    for field in FIELDS
    if field.recorded
    for owner in _owners(field)
    for key in _places(field, owner)
}
"""The key of every recorded series and the field that it is read from.

``spending.ROK``; ``felt_threat.ROK.NK`` (observer, observed); ``depth.NK.Russia``
(pairs in the order of the cast); ``technology.NK.icbm``; ``front``.
"""


_WHERE: dict[str, tuple[str, int | None]] = {
    key: (owner, None if field.shape == "rows" else place)
    for field in FIELDS
    if field.recorded
    for owner in _owners(field)
    for place, key in enumerate(_places(field, owner))
}
"""Who holds each series, and where in the array if several are stacked there."""


def extent(field: Field) -> tuple[int, ...]:
    """Return the axes of a field before that of its rows, as a shape."""
    places = _places(field, _owners(field)[0])
    return () if field.shape == "rows" else (len(places),)


def every_field() -> dict[str, Field]:
    """Return the key of every array of a model, ``owner.field``, and its field."""
    return {
        f"{owner}.{field.name}": field for field in FIELDS for owner in _owners(field)
    }


def holders(model: StrategicModel) -> Iterator[tuple[str, Field, Any]]:
    """Yield (owner, field, holder) for every array that a model holds."""
    for field in FIELDS:
        for owner in _owners(field):
            yield owner, field, model.holder(owner)


def series(model: StrategicModel, keys: Iterable[str] | None = None) -> dict[str, Any]:
    """Return recorded series as the model stands: key to an array over rows.

    Parameters
    ----------
    model : StrategicModel
        The model.
    keys : iterable of str, optional
        Which ones; every one by default.
    """
    values: dict[str, Any] = {}
    for key in SERIES if keys is None else keys:
        owner, place = _WHERE[key]
        value = getattr(model.holder(owner), SERIES[key].name)
        values[key] = value if place is None else value[place]
    return values


def label(key: str, language: str = "en") -> str:
    """Return what a series is, in words: ``felt threat from each other: ROK, NK``."""
    field = SERIES[key]
    words = field.ko if language == "ko" else field.en
    whose = [LABELS[language].get(part, part) for part in key.split(".")[1:]]
    return f"{words}: {', '.join(whose)}" if whose else words
