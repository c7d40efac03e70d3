"""Outcomes in plain words: ``ROK spending 2030`` is a mean over some months.

The grammar is small. A phrase is the name of an outcome of ``outcomes.csv``, or::

    SERIES [YEAR | YYYY-MM | FROM-TO]

SERIES names one recorded series: its key (``spending.ROK``), or the words of the key
in any order, in English or Korean, as ``sim/fields.csv`` and the cast spell them
(``ROK spending``, ``military spending of South Korea``, ``한국 군사비``). Where a
series has an observer and an observed, the observer comes first (``felt_threat ROK
NK``).
FROM and TO are years or months (``2025-2030``, ``2025-03..2026``), both included.
The value is the mean over these months, in the unit of the series; without months it
is the mean over the whole run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from analysis.catalogue import GROUPS, OUTCOMES, Measure
from analysis.measures import mean_of_months
from analysis.units import unit_in
from sim.cast import DOMAINS, LABELS, POSTURES, ROLES, STATES, THEATRES
from sim.errors import InputError, nearest
from sim.scenario.months import checked_month
from sim.scenario.reading import shorten
from sim.state import FIELDS, SERIES, label

if TYPE_CHECKING:
    from analysis.measures import Runs
    from sim.history import History
    from sim.scenario import Scenario

__all__ = ["Phrase", "described", "phrase", "spelled"]

Words: TypeAlias = Mapping[str, str]

_LONGEST, _MOST_WORDS = 200, 12
_FEW = 8
"""So many series are listed rather than guessed among."""
_TIME = re.compile(
    r"(?P<first>[0-9]{4}(-[0-9]{2})?)((-|–|~|\.\.)(?P<last>[0-9]{4}(-[0-9]{2})?))?"
)
_SMALL = frozenset({"of", "the", "in"})
"""Words that may stand anywhere and say nothing."""
_POSSESSIVE = re.compile("(['’]s|의)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An outcome as somebody asked for it; call it with a history.

    Attributes
    ----------
    name : str
        In one spelling, however it was asked: ``spending.ROK 2030``.
    label, unit : mapping of language to str
        What it is, and in which unit, in English and Korean.
    measure : callable
        History to one number per run, shape (rows,).
    last : str or None
        The last month that it needs; None for the end of the run.
    """

    name: str
    label: Words
    unit: Words
    measure: Measure
    last: str | None

    def __call__(self, history: History) -> Runs:
        """Return the outcome of every run, shape (rows,)."""
        found: Runs = self.measure(history)
        return found


def phrase(text: str, scenario: Scenario) -> Phrase:
    """Return what a phrase stands for, checked against a scenario's months.

    Parameters
    ----------
    text : str
        See the module: a named outcome, or a series with or without months.
    scenario : Scenario
        Whose months the phrase is about.

    Raises
    ------
    InputError
        If a word is unknown, the words name no series or several, the months make no
        sense, or the scenario does not run them.
    """
    name = spelled(text)
    label, unit = described(name)
    named = OUTCOMES.get(name)
    if named is not None:
        return Phrase(name, label, unit, named.measure, None)
    key, _, said = name.partition(" ")
    first, last = _months(said, scenario) if said else (scenario.start, scenario.end)
    return Phrase(
        name=name,
        label=label,
        unit=unit,
        measure=partial(mean_of_months, key=key, first=first, last=last),
        last=last,
    )


def spelled(text: str) -> str:
    """Return the name of an outcome in one spelling, however it is written.

    Parameters
    ----------
    text : str
        As for :func:`phrase`; whether its months make sense is not checked.

    Raises
    ------
    InputError
        If a word is unknown, or the words name no series or several.
    """
    if len(text) > _LONGEST:
        raise InputError(
            f"the outcome {shorten(text)} has {len(text)} letters; at most"
            f" {_LONGEST} are read"
        )
    if text.strip() in OUTCOMES:
        return text.strip()
    typed = text.split()
    times = [word for word in typed if word[:1].isdigit()]
    key = _key([word for word in typed if not word[:1].isdigit()], text)
    if len(times) > 1:
        raise InputError(
            f"the outcome {shorten(text)} names {len(times)} times; write one: a year,"
            " YYYY-MM, or two of them such as 2025-2030"
        )
    return " ".join((key, *times))


def described(name: str, *, over_time: bool = False) -> tuple[Words, Words]:
    """Return what an outcome is and its unit, each in English and Korean.

    Parameters
    ----------
    name : str
        In the spelling of :attr:`Phrase.name`; any other, as of an outcome that this
        version does not have, stands for itself and has no unit.
    over_time : bool
        Whether a series is meant, month by month or year by year, and not its mean.
    """
    named = OUTCOMES.get(name)
    if named is not None:
        return {
            lang: f"{GROUPS[named.group][lang]}: {named.label[lang]}" for lang in LABELS
        }, named.unit
    key, _, said = name.partition(" ")
    if key not in SERIES:
        return dict.fromkeys(LABELS, name), dict.fromkeys(LABELS, "")
    lasting = {"en": "mean over months", "ko": "월평균"}
    field = SERIES[key]
    label = {
        lang: _label(key, lang) + ("" if over_time else f", {said or lasting[lang]}")
        for lang in LABELS
    }
    return label, {lang: unit_in(field.unit, lang) for lang in LABELS}


# ----------------------------------------------------------------------------- months


def _months(said: str, scenario: Scenario) -> tuple[str, str]:
    """Return the first and the last month of a time, both inside the scenario."""
    found = _TIME.fullmatch(said)
    if found is None:
        raise InputError(
            f"{shorten(said)} is no time; write a year (2030), a month (2030-06) or"
            " two of them (2025-2030, 2025-03..2026-02)"
        )
    start = found["first"]
    end = found["last"] or start
    first = checked_month(start if "-" in start else f"{start}-01")
    last = checked_month(end if "-" in end else f"{end}-12")
    if last < first:
        raise InputError(f"{said!r} ends before it begins; write the earlier one first")
    if first < scenario.start or last > scenario.end:
        raise InputError(
            f"{said!r} is outside the scenario {scenario.name!r}, which runs from"
            f" {scenario.start} to {scenario.end}"
        )
    return first, last


# ----------------------------------------------------------------------------- series


def _label(key: str, lang: str) -> str:
    """Return what a series is, with the observer told from the observed."""
    field = SERIES[key]
    if field.shape != "others":
        return label(key, lang)
    what = (field.ko if lang == "ko" else field.en).removesuffix(" from each other")
    one, other = (LABELS[lang][state] for state in key.split(".")[1:])
    between = {"en": "{one} of {other}", "ko": "{one} ← {other}"}[lang]
    return f"{what}: {between.format(one=one, other=other)}"


class _Vocabulary(NamedTuple):
    """What words can mean.

    Attributes
    ----------
    parts : mapping of words to tuple of str
        One word or several to the parts of a key for which they may stand.
    keys : mapping of (field, other parts) to str
        The other parts in every order that means the same series.
    longest : int
        Words of the longest entry.
    """

    parts: Mapping[tuple[str, ...], tuple[str, ...]]
    keys: Mapping[tuple[str, tuple[str, ...]], str]
    longest: int


def _split(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+(?:['’]s)?", text.casefold()))


@lru_cache(maxsize=1)
def _vocabulary() -> _Vocabulary:
    parts: dict[tuple[str, ...], dict[str, None]] = {}

    def learn(part: str, *spellings: str) -> None:
        for spelling in spellings:
            parts.setdefault(_split(spelling), {})[part] = None

    for state in STATES:
        learn(state, state, *(LABELS[lang][state] for lang in LABELS))
    for member in (*DOMAINS, *POSTURES, *ROLES, *THEATRES):
        learn(member, member)
    for field in FIELDS:
        if field.recorded:
            learn(field.name, field.name, field.en, field.ko)
    keys = {}
    for key, field in SERIES.items():
        head, *rest = key.split(".")
        # Who observes whom is told by the order; of pairs and members it is not.
        for order in [tuple(rest)] if field.shape == "others" else permutations(rest):
            keys[head, tuple(order)] = key
    return _Vocabulary(
        {spelling: tuple(found) for spelling, found in parts.items()},
        keys,
        max(map(len, parts)),
    )


def _key(words: list[str], text: str) -> str:
    """Return the key of the one series that some words name."""
    known = _vocabulary()
    found = list(_read(_split(" ".join(words)), text))
    if not found:
        raise InputError(
            f"the outcome {shorten(text)} names no series; write the name of an"
            " outcome, or a series and its months, such as 'ROK spending 2030'"
        )
    hits = {
        known.keys[head, rest]
        for chosen in product(*found)
        for head, rest in _as_keys(chosen)
        if (head, rest) in known.keys
    }
    if len(hits) == 1:
        return hits.pop()
    if hits:
        raise InputError(
            f"the outcome {shorten(text)} could be {' or '.join(sorted(hits))}; write"
            " one of them"
        )
    raise InputError(f"the outcome {shorten(text)} names no one series; {_near(found)}")


def _near(found: list[tuple[str, ...]]) -> str:
    """Return what somebody may have meant whose words name no one series."""
    parts = {part for options in found for part in options}
    family = [
        key for key in SERIES if parts.intersection(_split_key(key.split(".")[0]))
    ]
    alike = [key for key in family if key.count(".") + 1 == len(found)]
    if alike and len(family) > _FEW:
        return nearest(".".join(options[0] for options in found), alike)
    if family:
        return nearest("", family)  # too much or too little is said: list them
    return "name what of it is read as well, such as spending, threat or depth"


def _split_key(head: str) -> set[str]:
    return {head, *head.split("_")}


def _as_keys(parts: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a choice of parts with each of them as the field, the rest in order."""
    for place, part in enumerate(parts):
        yield part, parts[:place] + parts[place + 1 :]


def _read(words: tuple[str, ...], text: str) -> Iterator[tuple[str, ...]]:
    """Yield what each word, or run of words, may stand for; the longest run wins."""
    known = _vocabulary()
    if len(words) > _MOST_WORDS:
        raise InputError(
            f"the outcome {shorten(text)} has {len(words)} words; at most"
            f" {_MOST_WORDS} are read"
        )
    at = 0
    while at < len(words):
        for many in range(min(known.longest, len(words) - at), 0, -1):
            run = words[at : at + many]
            bare = (*run[:-1], _POSSESSIVE.sub("", run[-1]))
            options = known.parts.get(run) or known.parts.get(bare)
            if options:
                yield options
                at += many
                break
        else:
            if words[at] not in _SMALL:
                raise InputError(_unknown(words[at], text))
            at += 1


def _unknown(word: str, text: str) -> str:
    """Return what is said of a word that is in no series."""
    names = {key.split(".")[0] for key in SERIES} | {*STATES, *OUTCOMES}
    lowered = {name.casefold(): name for name in names}
    hint = nearest(word, lowered)
    for low, name in lowered.items():
        hint = hint.replace(f"{low!r}", f"{name!r}")
    if hint.startswith("valid"):
        hint = "write the name of an outcome, or a series such as 'ROK spending 2030'"
    own = [one for one in text.split() if one in OUTCOMES]
    if own:
        hint = f"the outcome {own[0]!r} has months of its own and stands alone"
    return (
        f"the outcome {shorten(text)} has {shorten(word)}, which names nothing; {hint}"
    )
