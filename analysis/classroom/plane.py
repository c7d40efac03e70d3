r"""Richardson's phase plane: where each of two rivals rests, and whether the race does.

In the linear form of threat (``saturation`` 0) the burden at which state :math:`i`
rests rises in a straight line with that of its rival :math:`j`:

.. math:: b_i = b_i^0 + m_i (b_j - \bar b_j), \qquad
          m_i = s_i \frac{T_{ij}}{K_j} \frac{G_j}{100\,\delta}

with the customary burden :math:`b_i^0`, the burden :math:`\bar b_j` that keeps up the
rival's stock as it is, the slope of arming :math:`s_i`, the threat :math:`T_{ij}` that
is felt from the stock :math:`K_j` of arms, and the GDP :math:`G_j` and wear
:math:`\delta` by which a burden keeps up a stock. Where :math:`m_i m_j < 1` a step is
answered by a smaller one and the two come to rest where the lines cross; above 1 it
is answered by a larger one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.cast import others
from sim.ensemble import release
from sim.errors import InputError
from sim.model import StrategicModel

if TYPE_CHECKING:
    from analysis.classroom.settings import Setting

__all__ = ["Plane", "plane"]


@dataclass(frozen=True, kw_only=True)
class Plane:
    """The lines along which two rivals rest, as the first month has them.

    Attributes
    ----------
    states : tuple of str
        The two: that of the horizontal and that of the vertical axis.
    start : tuple of float
        Their burdens in the first month, % of GDP.
    customary : tuple of float
        Those at which they would rest if the other's stock stayed as it is: without
        the cost of wars that are being wound down.
    upheld : tuple of float
        The burdens that would just keep up the stocks that they have.
    slopes : tuple of float
        By how much each one's resting burden rises with the other's.
    """

    states: tuple[str, str]
    start: tuple[float, float]
    customary: tuple[float, float]
    upheld: tuple[float, float]
    slopes: tuple[float, float]

    @property
    def product(self) -> float:
        """The product of the slopes: below 1 the race comes to rest."""
        return self.slopes[0] * self.slopes[1]

    @property
    def crossing(self) -> tuple[float, float] | None:
        """The burdens at which both rest; None where the lines do not cross."""
        if self.product == 1.0:
            return None
        one, other = self.customary
        toward_one = self.slopes[0] * (other - self.upheld[1])
        toward_other = self.slopes[1] * (one - self.upheld[0])
        apart = 1.0 - self.product
        return (
            one + (toward_one + self.slopes[0] * toward_other) / apart,
            other + (toward_other + self.slopes[1] * toward_one) / apart,
        )

    def rests_at(self, place: int, other: float) -> float:
        """Return the burden at which one of the two rests.

        Parameters
        ----------
        place : {0, 1}
            Which of the two.
        other : float
            The burden of the other, % of GDP, held for ever.
        """
        beyond = other - self.upheld[1 - place]
        return self.customary[place] + self.slopes[place] * beyond


def plane(setting: Setting, one: str, other: str) -> Plane:
    """Return the phase plane of two states under a setting.

    Parameters
    ----------
    setting : Setting
        With ``saturation`` 0, so that threat is linear in arms.
    one, other : str
        The state of the horizontal axis, and that of the vertical.

    Raises
    ------
    InputError
        If threat is not linear.

    Notes
    -----
    The algebra is that of [Richardson1960]; that stocks wear out and budgets follow
    with a lag changes how fast the two get there, and not where. That the other four
    stand still, and that beliefs do, is ours.
    """
    model = StrategicModel(setting.whole(), rows=1, collect=False)
    try:
        own = {name: _first(value) for name, value in model.parameters.items()}
        if own["saturation"] != 0.0:
            raise InputError(
                f"saturation is {own['saturation']:g}; the lines are straight at 0 only"
            )
        wear = own["depreciation"]
        rest, start, upheld, slopes = [], [], [], []
        for i, j in ((one, other), (other, one)):
            state, rival = model.states[i], model.states[j]
            gdp, stock = _first(state.gdp), _first(state.stock)
            felt = _first(state.felt_threat[others(i).index(j)])
            keeps = _first(rival.gdp) / (100.0 * wear)
            reaction = own[f"arming_slope.{i}"] * own["budget_reaction"]
            start.append(_first(state.burden))
            rest.append(start[-1] - _first(state.war_cost))
            upheld.append(100.0 * wear * stock / gdp)
            slopes.append(reaction * felt / _first(rival.stock) * keeps)
    finally:
        release(model)
    return Plane(
        states=(one, other),
        start=(start[0], start[1]),
        customary=(rest[0], rest[1]),
        upheld=(upheld[0], upheld[1]),
        slopes=(slopes[0], slopes[1]),
    )


def _first(value: object) -> float:
    return float(np.ravel(np.asarray(value, dtype=np.float64))[0])
