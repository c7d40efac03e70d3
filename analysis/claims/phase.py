"""Phase diagrams: how the sign of a disputed effect hangs on two parameters.

Which disputes have one, and over which parameters, is declared in ``phases.yaml``
beside the ledger.
"""

from __future__ import annotations

from functools import lru_cache, partial
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import Field, ValidationError, model_validator

from analysis.claims.ledger import Arm, Reading, claims, signed
from analysis.claims.points import spread
from analysis.measures import over_months
from analysis.mechanisms import shortened
from sim.errors import InputError
from sim.parameters import card_of, flat_names
from sim.scenario.mistakes import MisplacedError, mistake_at
from sim.scenario.reading import read_yaml
from sim.scenario.timetable import Frozen, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from sim.ensemble import Rows

__all__ = ["LUCKS", "SIDE", "Axis", "Diagram", "diagrams", "mapped"]

SIDE, LUCKS, _SMOOTH = 11, 96, 1.0
"""Values of each parameter; paired runs at each pair of them; cells over which an
effect is smoothed, as the standard deviation of a Gaussian."""


class Axis(Frozen):
    """A parameter that is swept.

    Attributes
    ----------
    parameter : str
        Its name; a family's sets every state's copy.
    low, high : float
        From where to where.
    control : float, optional
        What it is in the control, where only the treatment is swept.
    words : Text
        What it is.
    """

    parameter: str
    low: float
    high: float
    control: float | None = None
    words: Text

    @model_validator(mode="after")
    def _check(self) -> Axis:
        try:
            card, state = card_of(self.parameter)
        except InputError as error:
            raise MisplacedError(("parameter",), error.message) from None
        for one in (state,) if state else card.states or (None,):
            low, high = card.range(one)
            if not low <= self.low < self.high <= high:
                raise MisplacedError(
                    ("low",), f"it must go up, within {low:g} to {high:g}"
                )
        return self

    @property
    def guess(self) -> float:
        """The first guess; of the first state's copy where states have their own."""
        card, state = card_of(self.parameter)
        return card.value(state or next(iter(card.states), None))

    def values(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        """Return the values that it takes, shape (SIDE,)."""
        return np.linspace(self.low, self.high, SIDE)


class Diagram(Frozen):
    """A dispute laid out over two parameters.

    Attributes
    ----------
    words : Text
        What the picture asks.
    claim : str
        Whose outcome and horizon it has.
    reading : int
        Which of its readings.
    effect_words : Text
        What the color shows.
    arms : mapping of name to Arm
        ``treatment`` and ``control``; neither sets what is swept.
    x, y : Axis
        The two parameters.
    """

    words: Text
    claim: str
    reading: int = Field(default=0, ge=0)
    effect_words: Text
    arms: dict[str, Arm]
    x: Axis
    y: Axis

    @model_validator(mode="after")
    def _check(self) -> Diagram:
        if set(self.arms) != {TREATMENT, CONTROL}:
            raise MisplacedError(
                ("arms",), f"there must be two, {TREATMENT} and {CONTROL}"
            )
        known = claims()
        if self.claim not in known or self.reading >= len(known[self.claim].readings):
            raise MisplacedError(("reading",), "there is no such claim or reading")
        for axis in ("x", "y"):
            swept = set(flat_names(getattr(self, axis).parameter))
            for name, arm in self.arms.items():
                if swept & {flat for one in arm.set for flat in flat_names(one)}:
                    raise MisplacedError(
                        ("arms", name), f"sets what the {axis} axis sweeps"
                    )
        return self

    @property
    def read(self) -> Reading:
        """The reading whose series, and months, are looked at."""
        return claims()[self.claim].readings[self.reading]

    def months(self) -> tuple[int, int]:
        """Return the first month of the reading and the one after its last."""
        start = claims()[self.claim].first_month(self.arms[CONTROL].load())
        first, last = self.read.months
        return start + first, start + last


TREATMENT, CONTROL = "treatment", "control"


@lru_cache(maxsize=1)
def diagrams() -> Mapping[str, Diagram]:
    """Return every declared diagram, by the number of its claim.

    Raises
    ------
    InputError
        If the declaration is wrong; the message has file and line.
    """
    document = read_yaml(resources.files("analysis.claims") / "phases.yaml")
    found = {}
    for name, told in document.data.items():
        try:
            found[name] = Diagram.model_validate({"claim": name, **told})
        except ValidationError as error:
            path, message = mistake_at(error, Diagram)
            raise document.error((name, *path), message) from None
    return MappingProxyType(found)


def mapped(
    chosen: Mapping[str, Diagram],
    seed: int = 0,
    *,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Run diagrams: the paired effect at every pair of parameter values.

    Parameters
    ----------
    chosen : mapping of number to Diagram
        What to draw.
    seed : int
        Of the luck; every cell and arm has the same luck ids.
    workers : int
        Processes to share the work.
    progress : callable, optional
        Called with the run-months done and their total.

    Returns
    -------
    DataFrame
        One line per cell: ``claim``, ``x``, ``y``, ``effect`` (mean paired effect,
        smoothed over neighboring cells, in standard deviations that luck gives the
        control) and its ``error``. Parameters that are not swept nor set by an arm are
        at their first guesses.
    """
    import pandas as pd
    from scipy.ndimage import gaussian_filter

    from sim.ensemble import run_rows

    arms = [(name, arm) for name in chosen for arm in (TREATMENT, CONTROL)]
    histories = run_rows(
        [_rows(chosen[name], arm, seed) for name, arm in arms],
        workers=workers,
        outcomes={name: _reader(one) for name, one in chosen.items()},
        keep=1,
        progress=progress,
    )
    found = {
        key: np.asarray(history.outcomes[key[0]], np.float64).reshape(-1, LUCKS)
        for key, history in zip(arms, histories, strict=True)
    }
    tables = []
    for name, one in chosen.items():
        control = found[name, CONTROL]
        effect = (found[name, TREATMENT] - control) / spread(control)
        # Cells share their luck, so each luck's own picture is smoothed, and the error
        # is that of the smooth pictures' mean.
        smooth = gaussian_filter(
            effect.reshape(SIDE, SIDE, LUCKS), (_SMOOTH, _SMOOTH, 0.0), mode="nearest"
        ).reshape(-1, LUCKS)
        x, y = np.meshgrid(one.x.values(), one.y.values(), indexing="ij")
        tables.append(
            pd.DataFrame(
                {
                    "claim": name,
                    "x": x.ravel(),
                    "y": y.ravel(),
                    "effect": smooth.mean(axis=1),
                    "error": smooth.std(axis=1, ddof=1) / np.sqrt(LUCKS),
                }
            )
        )
    return pd.concat(tables, ignore_index=True)


def _reader(one: Diagram) -> Callable[[Any], Any]:
    sums = signed(one.read.series)
    first, last = one.months()
    return partial(
        over_months,
        plus=sums.plus,
        minus=sums.minus,
        how=one.read.how,
        first=first,
        last=last,
    )


def _rows(one: Diagram, name: str, seed: int) -> Rows:
    """Return an arm over all cells, every cell with the same luck."""
    from sim.ensemble import Rows

    arm = one.arms[name]
    chosen: dict[str, Any] = {
        flat: value for each, value in arm.set.items() for flat in flat_names(each)
    }
    grid = np.meshgrid(one.x.values(), one.y.values(), indexing="ij")
    for axis, values in zip((one.x, one.y), grid, strict=True):
        swept = np.repeat(values.ravel(), LUCKS)
        if name == CONTROL and axis.control is not None:
            swept = np.full_like(swept, axis.control)
        chosen |= dict.fromkeys(flat_names(axis.parameter), swept)
    return Rows(
        scenario=shortened(arm.load(), one.months()[1]),
        luck_ids=np.tile(np.arange(LUCKS), SIDE * SIDE),
        parameters=chosen,
        seed=seed,
    )
