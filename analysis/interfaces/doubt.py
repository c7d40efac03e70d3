"""How uncertain parameters were taken, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.interfaces.text import TEXT
from sim.scenario.calibrated import Calibrated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.scenario import Scenario

__all__ = ["said_of_doubt"]


def said_of_doubt(scenarios: Sequence[Scenario], lang: str) -> str:
    """Return how what scenarios leave open was taken.

    Parameters
    ----------
    scenarios : sequence of Scenario
        Those of a result.
    lang : {'en', 'ko'}
        The language of words.

    Returns
    -------
    str
        One sentence, or one for each way in which scenarios differ.
    """
    words = TEXT[lang]
    ways: dict[tuple[str, str, int], list[str]] = {}
    for one in scenarios:
        values = one.settings().values()
        drawn = [value for value in values if not isinstance(value, (int, float))]
        # Read off the values: a scenario spelled out names no lens any more.
        sets = sorted({value.sets for value in drawn if isinstance(value, Calibrated)})
        way = (one.uncertainty, ", ".join(sets), len(drawn))
        ways.setdefault(way, []).append(one.name)
    said = []
    for (how, sets_used, many), names in ways.items():
        sentence = words[f"doubt {how}"].format(n=many, lens=sets_used)
        whose = f"{', '.join(names)}: " if len(ways) > 1 else ""
        said.append(whose + sentence)
    return " ".join(said)
