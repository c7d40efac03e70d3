"""Acts: what a state has chosen to do in a month, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.cast import ALLIES, DOMAINS, POSTURES, ROLES, STATES, THEATRES
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.terms import Rows

__all__ = ["ORDERED", "Acts", "Orderable", "checked_orders"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The choices of one state in one month, arrays over rows.

    The third stage makes them and the fourth carries them out. Whoever plays a state
    orders some of them beforehand (:data:`ORDERED`), and its rules choose the others
    as they fit to those. What a state has no say in stays at its default.

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


@dataclass(frozen=True, slots=True)
class Orderable:
    """An act that whoever plays a state may order.

    Attributes
    ----------
    states : tuple of str
        Who can.
    low, high : float
        Between which values.
    kinds : tuple of str
        What its first axis stands for, where it has one besides the rows.
    whole : bool
        Whether only whole numbers will do.
    shared : bool
        Whether its kinds have to add up to 1.
    """

    states: tuple[str, ...]
    low: float = 0.0
    high: float = 1.0
    kinds: tuple[str, ...] = ()
    whole: bool = False
    shared: bool = False


ORDERED: Mapping[str, Orderable] = {
    "burden": Orderable(STATES, high=45.0),
    "exercise": Orderable(ALLIES, high=3.0),
    "attention": Orderable(("US",), kinds=THEATRES, shared=True),
    "assets": Orderable(("US",)),
    "coercion": Orderable(("US",)),
    "aid": Orderable(("ROK", "Japan")),
    "ceiling_lifted": Orderable(("Japan",), whole=True),
    "posture": Orderable(("NK",), kinds=POSTURES, whole=True, shared=True),
    "campaign": Orderable(("NK",), kinds=DOMAINS, whole=True),
    "tests": Orderable(("NK",), high=40.0, kinds=DOMAINS, whole=True),
    "attack": Orderable(("NK",), whole=True),
    "shells_offered": Orderable(("NK",)),
    "troops_offered": Orderable(("NK",)),
    "shells_needed": Orderable(("Russia",)),
    "veto": Orderable(("Russia", "China"), whole=True),
    "panel_veto": Orderable(("Russia",), whole=True),
    "role": Orderable(("China",), kinds=ROLES, whole=True, shared=True),
}
"""What can be ordered: fields of :class:`Acts`, in their units."""


def checked_orders(
    state: str, orders: Mapping[str, Rows], rows: int
) -> dict[str, Rows]:
    """Return orders to a state as arrays over rows, or say what is wrong with one.

    Parameters
    ----------
    state : str
        One of :data:`sim.cast.STATES`.
    orders : mapping of act to array_like
        In the units of :class:`Acts`: one number, or an array whose last axis is the
        rows (or 1). What is not a number (nan) is left to the rules.
    rows : int
        Of the model.

    Returns
    -------
    dict of str to ndarray, shape (rows,) or (kinds, rows)

    Raises
    ------
    InputError
        If the state has no such act, or a value is out of bounds or of no shape that
        fits.
    """
    return {act: _checked(state, act, order, rows) for act, order in orders.items()}


def _checked(state: str, act: str, order: Rows, rows: int) -> Rows:
    known = [name for name, one in ORDERED.items() if state in one.states]
    if act not in known:
        raise InputError(f"{state} has no act {act!r:.60}; {nearest(act, known)}")
    one, given = ORDERED[act], np.asarray(order, dtype=np.float64)
    shape = (len(one.kinds), rows) if one.kinds else (rows,)
    if given.ndim == 1 and one.kinds:
        given = given[:, np.newaxis]
    try:
        whole = np.broadcast_to(given, shape)
    except ValueError:
        raise InputError(
            f"the order {act!r} to {state} has shape {np.shape(order)}; it must fit"
            f" {shape}"
        ) from None
    told = whole[~np.isnan(whole)]
    wrong = told[(told < one.low) | (told > one.high) | (one.whole & (told % 1 != 0))]
    if wrong.size:
        number = "a whole number" if one.whole else "a number"
        raise InputError(
            f"the order {act!r} to {state} is {wrong[0]:g}; it must be {number} from"
            f" {one.low:g} to {one.high:g}"
        )
    if one.shared:
        total = whole.sum(axis=0)
        if not np.all(np.isnan(total) | (np.abs(total - 1.0) < 1e-9)):
            raise InputError(
                f"the order {act!r} to {state} must add up to 1 over"
                f" {', '.join(one.kinds)}"
            )
    return whole
