"""The command line's own words, in English and Korean, a file for each topic."""

from __future__ import annotations

from collections import ChainMap
from typing import Literal

from analysis.interfaces.text import (
    attribution,
    calibration,
    claims,
    classroom,
    comparing,
    debrief,
    discovery,
    drivers,
    forecasts,
    game,
    history,
    loops,
    permuted,
    reports,
    running,
    sweeps,
    why,
)

__all__ = ["TEXT", "Lang"]

Lang = Literal["en", "ko"]

_TOPICS = (
    comparing,
    history,
    claims,
    loops,
    attribution,
    running,
    why,
    sweeps,
    forecasts,
    calibration,
    permuted,
    drivers,
    discovery,
    reports,
    classroom,
    game,
    debrief,
)

TEXT: dict[str, dict[str, str]] = {
    lang: dict(ChainMap(*(one.WORDS[lang] for one in _TOPICS))) for lang in ("en", "ko")
}
"""Language to phrase to words; braces are filled in where they are shown."""
