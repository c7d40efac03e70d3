"""What may be let happen in a game, in words: events, and levers of policy."""

from __future__ import annotations

from analysis.interfaces.text import TEXT
from sim.scenario import EVENT_KINDS
from sim.scenario.bundles import levers

__all__ = ["event_words", "happenings"]


def happenings(lang: str) -> dict[str, dict[str, str]]:
    """Return what a teacher may let happen, in words, by what it is."""
    words = TEXT[lang]
    return {
        "events": {kind: words[f"game event {kind}"] for kind in EVENT_KINDS},
        "levers": {name: one.title[lang] for name, one in levers().items()},
    }


def event_words(kind: str, lang: str) -> str:
    """Return an event, or a lever of policy, in words."""
    return next(group[kind] for group in happenings(lang).values() if kind in group)
