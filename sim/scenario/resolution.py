"""A scenario spelled out as plain data, and what differs between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.parameters import CARDS
from sim.scenario.calibrated import Calibrated
from sim.scenario.distributions import settings_of
from sim.scenario.inheritance import NOT_INHERITED

if TYPE_CHECKING:
    from sim.card import Kind
    from sim.scenario import Scenario
    from sim.scenario.distributions import Spelled
    from sim.scenario.timetable import Term

__all__ = ["diff", "resolved"]


def resolved(scenario: Scenario) -> dict[str, Any]:
    """Return a scenario with nothing left to look up.

    Every parameter and mechanism has its value, also where that is the card's
    default; profiles and lenses are spelled out as numbers. The order is fixed, so
    that equal scenarios give equal text.

    Returns
    -------
    dict
        Plain data that is itself a valid scenario, with the same plan: it can be
        hashed, kept in a manifest, and given to ``Scenario.model_validate``.
    """
    settings = scenario.settings()
    terms = {state: _spelled_out(state, own) for state, own in scenario.terms().items()}
    events = sorted(scenario.events.items(), key=lambda one: (one[1].on, one[0]))
    levers = sorted(scenario.levers.items(), key=lambda one: (one[1].since, one[0]))
    parameters = _values(settings, "parameter")
    parameters.update(
        {
            flat: _plain(value)
            for flat, value in scenario.by_hand().items()
            if CARDS[flat.partition(".")[0]].kind == "profile"
        }
    )
    return {
        "name": scenario.name,
        "question": scenario.question,
        "title": scenario.title.model_dump(),
        "summary": scenario.summary.model_dump(),
        "tags": list(scenario.tags),
        "outcome": scenario.outcome,
        "id": scenario.id,
        "base": scenario.base,
        "start": scenario.start,
        "end": scenario.end,
        "administrations": terms.pop("US", []),
        "governments": terms,
        "events": {name: event.model_dump() for name, event in events},
        "levers": {name: lever.spelled_out() for name, lever in levers},
        "uncertainty": scenario.uncertainty,
        "mechanisms": _values(settings, "mechanism"),
        "parameters": parameters,
    }


def _spelled_out(state: str, terms: tuple[Term, ...]) -> list[dict[str, Any]]:
    """Return every term with every trait that any term of the state sets."""
    traits = [term.traits(state) for term in terms]
    names = [flat for flat in _flat_names("profile") if any(flat in t for t in traits)]
    return [
        {
            "from": term.since,
            "profile": {name: own.get(name, _default(name)) for name in names},
        }
        for term, own in zip(terms, traits, strict=True)
    ]


def _flat_names(kind: Kind) -> list[str]:
    return [
        flat for card in CARDS.values() if card.kind == kind for flat in card.flat_names
    ]


def _default(flat: str) -> float:
    name, _, state = flat.partition(".")
    return CARDS[name].value(state or None)


def _values(settings: dict[str, Spelled], kind: Kind) -> dict[str, Any]:
    return {
        flat: _plain(settings[flat]) if flat in settings else _default(flat)
        for flat in _flat_names(kind)
    }


def _plain(setting: Spelled) -> Any:  # noqa: ANN401 (plain data)
    return setting if isinstance(setting, (int, float)) else setting.as_data()


def diff(a: Scenario, b: Scenario) -> list[tuple[str, Any, Any]]:
    """Return what differs between two scenarios once both are spelled out.

    Parameters
    ----------
    a, b : Scenario
        The two; what they say about themselves (name, texts, tags) is left out.

    Returns
    -------
    list of (str, value, value)
        Where they differ, such as ``parameters.reach.NK`` or
        ``administrations.2025-01.ceasefire_push.US``, and what stands there in each;
        None where one has nothing. A government's trait is compared in force, and
        named with the month from which it differs in that way.
    """
    left, right = resolved(a), resolved(b)
    found = []
    # What both leave open differs by 'uncertainty' alone, and that is said once.
    for kind in ("parameters", "mechanisms"):
        for flat in [*left[kind]]:
            if _is_open(a, flat, left[kind][flat]) and _is_open(
                b, flat, right[kind].get(flat)
            ):
                del left[kind][flat], right[kind][flat]
    for key in left:
        if key == "administrations":
            found += _terms_that_differ(key, left[key], right[key])
        elif key == "governments":
            for state in dict.fromkeys([*left[key], *right[key]]):
                own = left[key].get(state, []), right[key].get(state, [])
                found += _terms_that_differ(f"{key}.{state}", *own)
        elif key not in NOT_INHERITED:
            found += _leaves_that_differ(key, left[key], right[key])
        if key == "uncertainty":
            one, other = _sets(a), _sets(b)
            if one and other and one != other:
                found.append(("uncertainty.sets", one, other))
    return found


def _is_open(scenario: Scenario, flat: str, value: object) -> bool:
    """Return whether a value is what the scenario's uncertainty alone gives.

    It is told by the value: a scenario that was spelled out once sets everything.
    """
    if scenario.uncertainty == "calibrated" and isinstance(value, dict):
        return "calibrated" in value
    if scenario.uncertainty == "ranges":
        return bool(value == _plain(settings_of(flat, "range")[flat]))
    return bool(value == _default(flat))


def _sets(scenario: Scenario) -> str:
    """Return which sets that fit the record a scenario draws from, if any."""
    values = scenario.settings().values()
    names = {value.sets for value in values if isinstance(value, Calibrated)}
    return ", ".join(sorted(names))


def _terms_that_differ(
    path: str, left: list[dict[str, Any]], right: list[dict[str, Any]]
) -> list[tuple[str, Any, Any]]:
    found = []
    before: dict[str, tuple[Any, Any]] = {}
    for month in sorted({term["from"] for term in [*left, *right]}):
        one, other = _in_force(left, month), _in_force(right, month)
        for name in dict.fromkeys([*one, *other]):
            values = one.get(name), other.get(name)
            if values[0] != values[1] and values != before.get(name):
                found.append((f"{path}.{month}.{name}", *values))
            before[name] = values
    return found


def _in_force(terms: list[dict[str, Any]], month: str) -> dict[str, float]:
    begun = [term["profile"] for term in terms if term["from"] <= month]
    return begun[-1] if begun else {}


def _leaves_that_differ(
    path: str, left: object, right: object
) -> list[tuple[str, Any, Any]]:
    """Compare mappings key by key; a distribution is one value."""
    depth = path.count(".") if path.startswith(("parameters", "mechanisms")) else 0
    if depth == 0 and isinstance(left, dict | None) and isinstance(right, dict | None):
        one, other = left or {}, right or {}
        return [
            difference
            for key in dict.fromkeys([*one, *other])
            for difference in _leaves_that_differ(
                f"{path}.{key}", one.get(key), other.get(key)
            )
        ]
    return [] if left == right else [(path, left, right)]
