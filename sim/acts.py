"""Acts: what a state has chosen to do in a month, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.cast import DOMAINS

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Acts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The choices of one state in one month, arrays over rows.

    The third stage makes them and the fourth carries them out, so that whoever
    wants to choose for a state has this one value to replace. What a state has no
    say in stays at its default.

    Attributes
    ----------
    burden : Rows
        Military burden wanted. [% of GDP]
    ceiling_lifted : Rows
        1 if a customary ceiling on the burden is lifted. [0 or 1]
    exercise, paused : Rows
        Scale of the exercises held, and of those called off for the sake of talks.
        [multiples of the years 2012-2017]
    aid : Rows
        Arms and shells given to Ukraine. [share]
    attention : Rows, shape (theatres, rows)
        How Washington's attention is shared out. [share]
    assets, coercion : Rows
        Strategic assets deployed, and how hard North Korea is pressed. [share]
    posture : Rows, shape (postures, rows)
        North Korea's line toward the United States, 1 at the one taken. [0 or 1]
    campaign, tests : Rows, shape (domains, rows)
        Whether a campaign of tests runs [0 or 1], and how many tests there are; of
        warheads, underground. [tests]
    attack : Rows
        1 for a limited attack on South Korea. [0 or 1]
    shells_offered, shells_needed : Rows
        Shells that could be delivered [million a month]; how much they are needed
        [share].
    troops_offered : Rows
        How willingly troops are sent to Russia. [share]
    veto, panel_veto : Rows
        1 if a resolution, or the Panel's renewal, would be vetoed. [0 or 1]
    role : Rows, shape (roles, rows)
        China's role between the blocs, 1 at the one played. [0 or 1]
    """

    burden: Rows
    ceiling_lifted: Rows = 0.0
    exercise: Rows = 0.0
    paused: Rows = 0.0
    aid: Rows = 0.0
    attention: Rows = 0.0
    assets: Rows = 0.0
    coercion: Rows = 0.0
    posture: Rows = 0.0
    campaign: Rows = 0.0
    tests: Rows = 0.0
    attack: Rows = 0.0
    shells_offered: Rows = 0.0
    shells_needed: Rows = 0.0
    troops_offered: Rows = 0.0
    veto: Rows = 0.0
    panel_veto: Rows = 0.0
    role: Rows = 0.0

    @property
    def nuclear_test(self) -> Rows:
        """1 where there is a nuclear test, 0 or 1, shape (rows,)."""
        return self.tests[DOMAINS.index("warhead")]

    @property
    def long_range(self) -> Rows:
        """1 where a launch is of long range or into space, 0 or 1, shape (rows,)."""
        far = self.tests[DOMAINS.index("icbm")] + self.tests[DOMAINS.index("satellite")]
        return np.heaviside(far, 0.0)
