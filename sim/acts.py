"""Acts: what a state has chosen to do in a month, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Acts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The choices of one state in one month, arrays over rows.

    The third stage makes them and the fourth carries them out, so that whoever
    wants to choose for a state has this one value to replace.

    Attributes
    ----------
    burden : Rows
        Military burden wanted. [% of GDP]
    ceiling_lifted : Rows
        1 if a customary ceiling on the burden is lifted. [0 or 1]
    exercise : Rows
        1 if major exercises are held. [0 or 1]
    campaign, launches, long_range, nuclear_test : Rows
        Whether a campaign of launches runs, how many missiles are launched, whether
        one is long-range, and whether there is a nuclear test.
    shells_offered, shells_needed : Rows
        Shells that could be delivered [million a month]; how much they are needed
        [share].
    veto, panel_veto : Rows
        1 if a resolution, or the Panel's renewal, would be vetoed. [0 or 1]
    """

    burden: Rows
    ceiling_lifted: Rows = 0.0
    exercise: Rows = 0.0
    campaign: Rows = 0.0
    launches: Rows = 0.0
    long_range: Rows = 0.0
    nuclear_test: Rows = 0.0
    shells_offered: Rows = 0.0
    shells_needed: Rows = 0.0
    veto: Rows = 0.0
    panel_veto: Rows = 0.0
