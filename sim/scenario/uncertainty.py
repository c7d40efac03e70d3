"""What a scenario leaves open, and how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sim.parameters import FLAT_NAMES, card_of
from sim.scenario.calibrated import Calibrated, sets_under
from sim.scenario.distributions import Distribution, Spelled, draw, settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["OPEN", "Uncertainty", "drawn", "left_open"]

Uncertainty = Literal["calibrated", "ranges", "central"]
"""How parameters that a scenario does not set are taken: from sets that fit the record,
from the whole range of their cards, or as the cards' first guesses."""

OPEN: tuple[str, ...] = tuple(
    flat
    for flat in FLAT_NAMES
    if flat != "saturation" and card_of(flat)[0].kind != "profile"
)
"""What can be in doubt, by flat name: everything but the traits of governments, which
their profiles set, and ``saturation``, whose 0 is another theory and not another
opinion of this one."""


def left_open(
    uncertainty: Uncertainty, lenses: Mapping[str, str]
) -> dict[str, Spelled]:
    """Return what parameters are taken to be where nothing sets them, by flat name.

    Parameters
    ----------
    uncertainty : {'calibrated', 'ranges', 'central'}
        How.
    lenses : mapping of state (or ``all``) to name of a lens
        Those of the scenario: sets were found under each by itself.
    """
    if uncertainty == "calibrated":
        return dict(sets_under(lenses))
    found: dict[str, Spelled] = {}
    if uncertainty == "ranges":
        for flat in OPEN:
            found.update(settings_of(flat, "range"))
    return found


def drawn(
    flat: str, setting: Spelled, uniform: Callable[[str], NDArray[np.float64]]
) -> float | NDArray[np.float64]:
    """Return a parameter as a number, or one per row where it is uncertain.

    Parameters
    ----------
    flat : str
        The parameter.
    setting : float, Distribution or Calibrated
        What it is set to.
    uniform : callable
        Name to one uniform number per row, as of :meth:`sim.luck.Luck.parameter`.
    """
    if isinstance(setting, Calibrated):
        return setting.values(flat, uniform)
    if isinstance(setting, Distribution):
        return draw(setting, uniform(flat))
    return setting
