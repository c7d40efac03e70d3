"""The JSON Schema of scenario files, with which editors complete and check them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

from sim.cast import STATES
from sim.parameters import CARDS
from sim.scenario.bundles import lenses, levers, profiles
from sim.scenario.calibrated import sets_names
from sim.scenario.distributions import FORMS
from sim.scenario.timetable import EVENT_KINDS
from sim.scenario.uncertainty import Uncertainty

__all__ = ["json_schema", "write_schema"]

_MONTH = {
    "type": "string",
    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$",
    "description": "a month, YYYY-MM",
}
_TEXT = {
    "type": "object",
    "properties": {"en": {"type": "string"}, "ko": {"type": "string"}},
    "required": ["en", "ko"],
    "additionalProperties": False,
}
_NAMES = {"pattern": "^[A-Za-z][A-Za-z0-9_]*$"}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a scenario file.

    Names of parameters, mechanisms, profiles, lenses, states and kinds of event come
    from the code, with each card's meaning and range. Dates in order, circles and the
    like are beyond a schema; :func:`sim.scenario.load_scenario` checks them.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario of dilemma",
        "type": "object",
        "required": ["question"],
        "additionalProperties": False,
        "properties": {
            "from": {
                "type": "string",
                "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$",
                "description": "the scenario that this one takes over and changes: one "
                "beside this file, or a packaged one; it may have no 'from' itself",
            },
            "name": {"type": "string", "description": "the file's stem by default"},
            "question": {"type": "string", "description": "what the scenario asks"},
            "title": _TEXT,
            "summary": _TEXT,
            "tags": {"type": "array", "items": {"type": "string"}},
            "outcome": {
                "type": "string",
                "pattern": "^[A-Za-z_][A-Za-z0-9_]*$",
                "description": "the named outcome that the scenario is about",
            },
            "id": {
                "type": "string",
                "pattern": "^(S[0-7][0-9]|T([1-9]|10))$",
                "description": "its place in the list that comes from the papers",
            },
            "base": {"enum": [2021, 2011], "description": "figures of the end of it"},
            "start": _MONTH,
            "end": _MONTH,
            "administrations": _terms("US"),
            "governments": _closed(
                {state: _terms(state) for state in STATES if state != "US"}
            ),
            "events": _named(
                {"kind": {"enum": list(EVENT_KINDS)}, "on": _MONTH},
                required=["kind", "on"],
            ),
            "levers": _named(
                _lever(), required=["from", "what it moves: parameter, use or moves"]
            ),
            "uncertainty": {
                "enum": list(get_args(Uncertainty)),
                "description": "how parameters that nothing sets are taken: from sets "
                "that fit the record (the default), anywhere in the range of their "
                "cards, or as the cards' first guesses",
            },
            "mechanisms": _settings("mechanism"),
            "lenses": _closed(
                {key: {"enum": [*lenses(), None]} for key in ("all", *STATES)}
            ),
            "parameters": _settings("parameter profile"),
        },
        "$defs": {
            "setting": _setting(),
            "movable": {"enum": _settable("parameter mechanism profile")},
        },
    }


def write_schema(path: str | Path) -> None:
    """Write the JSON Schema to a file, as ``scenarios/schema.json`` keeps it."""
    text = json.dumps(json_schema(), indent=2, ensure_ascii=False)
    Path(path).write_text(text + "\n", encoding="utf-8", newline="\n")


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }


def _named(properties: dict[str, Any], *, required: list[str]) -> dict[str, Any]:
    """Return the schema of freely named entries; null removes an inherited one."""
    # An entry that changes an inherited one need not repeat what is required.
    return {
        "type": ["object", "null"],
        "propertyNames": _NAMES,
        "additionalProperties": {
            "type": ["object", "null"],
            "properties": properties,
            "additionalProperties": False,
            "description": "needs " + ", ".join(required) + "; null removes what "
            "'from' brings",
        },
    }


def _lever() -> dict[str, Any]:
    titles = [f"{name}: {one.title['en']}" for name, one in levers().items()]
    return {
        "parameter": {"$ref": "#/$defs/movable"},
        "to": {"type": "number", "description": "the value that it reaches"},
        "use": {
            "enum": list(levers()),
            "description": "a lever of policy. " + "; ".join(titles),
        },
        "moves": {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/movable"},
            "additionalProperties": {"type": "number"},
            "description": "several parameters and the values that they reach",
        },
        "from": _MONTH,
        "until": {**_MONTH, "type": ["string", "null"]},
        "strength": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "share of the way that is gone; 1 by default",
        },
    }


def _terms(state: str) -> dict[str, Any]:
    names = [name for name, profile in profiles().items() if profile.state == state]
    traits = {
        name: {"type": "number", "description": _meaning(name)}
        for name in _settable("profile")
        if name.partition(".")[2] in ("", state) and _has_trait(state, name)
    }
    profile = {"type": "object", "properties": traits, "additionalProperties": False}
    return {
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": {
                "from": _MONTH,
                "profile": {"anyOf": [{"enum": names}, profile]},
            },
            "required": ["from", "profile"],
            "additionalProperties": False,
        },
    }


def _has_trait(state: str, name: str) -> bool:
    card = CARDS[name.partition(".")[0]]
    return state in card.states or not card.states


def _settable(kinds: str) -> list[str]:
    """Return every name under which cards of some kinds can be set, families too."""
    return [
        name
        for card in CARDS.values()
        if card.kind in kinds.split()
        for name in dict.fromkeys((card.name, *card.flat_names))
    ]


def _settings(kinds: str) -> dict[str, Any]:
    return _closed(
        {
            name: {"$ref": "#/$defs/setting", "description": _meaning(name)}
            for name in _settable(kinds)
        }
    )


def _meaning(name: str) -> str:
    family, _, state = name.partition(".")
    card = CARDS[family]
    states = (state,) if state else card.states or (None,)
    lows, highs = zip(*(card.range(one) for one in states), strict=True)
    return f"{card.meaning} [{card.unit}; {min(lows):g} to {max(highs):g}]"


def _setting() -> dict[str, Any]:
    numbers = {"type": "array", "items": {"type": "number"}}
    sizes = {"uniform": (2, 2), "triangular": (3, 3), "loguniform": (2, 2)}
    forms = [
        {
            "type": "object",
            "properties": {
                form: {
                    **numbers,
                    "minItems": sizes.get(form, (1, 100))[0],
                    "maxItems": sizes.get(form, (1, 100))[1],
                }
            },
            "required": [form],
            "additionalProperties": False,
        }
        for form in FORMS
    ]
    forms.append(
        {
            "type": "object",
            "properties": {"calibrated": {"enum": list(sets_names())}},
            "required": ["calibrated"],
            "additionalProperties": False,
        }
    )
    return {"anyOf": [{"type": "number"}, {"const": "range"}, *forms, {"type": "null"}]}
