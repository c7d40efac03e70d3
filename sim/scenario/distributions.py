"""Parameters that differ from run to run: distributions and their draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from sim.errors import InputError, nearest
from sim.parameters import card_of, expand
from sim.scenario.calibrated import Calibrated, parameter_sets
from sim.scenario.reading import shorten

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

__all__ = [
    "FORMS",
    "Distribution",
    "Setting",
    "Spelled",
    "checked_number",
    "draw",
    "read_setting",
    "settings_of",
]

Form = Literal["uniform", "triangular", "loguniform", "choice"]
FORMS: dict[Form, str] = {
    "uniform": "{uniform: [low, high]}",
    "triangular": "{triangular: [low, mode, high]}",
    "loguniform": "{loguniform: [low, high]}",
    "choice": "{choice: [value, ...]}",
}
"""Each form of distribution, as a scenario file writes it."""

CALIBRATED = "{calibrated: sets}"
"""And what fits the record, by the name of the sets."""

MOST_CHOICES = 100


@dataclass(frozen=True, slots=True)
class Distribution:
    """A distribution that a parameter is drawn from, once in each run.

    Attributes
    ----------
    form : {'uniform', 'triangular', 'loguniform', 'choice'}
        Its shape.
    values : tuple of float
        ``(low, high)``, ``(low, mode, high)`` or the choices.

    Raises
    ------
    InputError
        If there are too few or too many values, or they are out of order.
    """

    form: Form
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        values, said = self.values, f"{self.form}: {list(self.values)}"
        if self.form == "choice":
            if not 1 <= len(values) <= MOST_CHOICES:
                raise InputError(f"{said} needs 1 to {MOST_CHOICES} values")
            return
        wanted = 3 if self.form == "triangular" else 2
        if len(values) != wanted:
            raise InputError(
                f"{said} has {len(values)} values; write {FORMS[self.form]}"
            )
        if not values[0] < values[-1]:
            raise InputError(f"{said}: low must be below high")
        if not values[0] <= values[wanted // 2] <= values[-1]:
            raise InputError(f"{said}: mode must lie from low to high")
        if self.form == "loguniform" and values[0] <= 0:
            raise InputError(f"{said}: low must be above 0")

    @property
    def low(self) -> float:
        """The lowest value that it can give."""
        return min(self.values)

    @property
    def high(self) -> float:
        """The highest value that it can give."""
        return max(self.values)

    def as_data(self) -> dict[str, list[float]]:
        """Return it as a scenario file writes it."""
        return {self.form: list(self.values)}


Spelled = float | Distribution | Calibrated
"""A number, a distribution, or what fits the record."""

Setting = Spelled | Literal["range"]
"""The same, or ``"range"``: uniform over the card's range."""


def checked_number(value: object) -> float:
    """Return a number as a float; text, true, false and lists are refused.

    Raises
    ------
    InputError
        If it is no finite number.
    """
    if isinstance(value, (bool, np.bool_)) or not isinstance(
        value, (int, float, np.integer, np.floating)
    ):
        raise InputError(f"is {shorten(value)}; it must be a number")
    try:
        number = float(value)
    except OverflowError:
        number = np.inf
    if not np.isfinite(number):
        raise InputError(f"is {shorten(value)}; it must be a finite number")
    return number


def read_setting(value: object) -> Setting:
    """Return a setting from what a scenario file or a caller gives.

    Parameters
    ----------
    value : number, str, mapping, Distribution or Calibrated
        A number, ``"range"``, or a mapping of one form to its values.

    Raises
    ------
    InputError
        If it is none of these, or the distribution makes no sense.
    """
    if isinstance(value, (Distribution, Calibrated)):
        return value
    if isinstance(value, str) and value == "range":
        return "range"
    if isinstance(value, Mapping):
        return _read_distribution(value)
    try:
        return checked_number(value)
    except InputError:
        allowed = ", ".join([*FORMS.values(), CALIBRATED])
        raise InputError(
            f"is {shorten(value)}; it must be a number, {allowed}, or range"
        ) from None


def _read_distribution(data: Mapping[object, object]) -> Distribution | Calibrated:
    if len(data) != 1:
        allowed = " or ".join([*FORMS.values(), CALIBRATED])
        raise InputError(f"has {len(data)} keys; write one distribution: {allowed}")
    ((form, values),) = data.items()
    if form == "calibrated":
        return Calibrated.read(values)
    if form not in FORMS:
        raise InputError(
            f"there is no distribution {shorten(form)}; {nearest(str(form), FORMS)}"
        )
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise InputError(f"{form} is {shorten(values)}; write {FORMS[form]}")
    return Distribution(form, tuple(checked_number(value) for value in values))


def settings_of(name: str, setting: Setting) -> dict[str, Spelled]:
    """Return what one setting sets: each flat name with a checked value.

    Parameters
    ----------
    name : str
        A parameter, or one state's copy of it; the bare name sets every copy, and
        a distribution is then drawn for each copy on its own.
    setting : float, Distribution, Calibrated or 'range'
        The value; bounds and choices must lie inside the card's range.

    Raises
    ------
    InputError
        If the name is unknown, a value is out of the card's range, or the sets that
        fit the record leave the parameter at its first guess.
    """
    if isinstance(setting, Calibrated):
        known = parameter_sets(setting.sets)
        for flat in _flat_names(name):
            if flat not in known:
                raise InputError(
                    f"parameter {flat!r} is not among the calibrated ones; set a number"
                    " or a distribution"
                )
        return dict.fromkeys(_flat_names(name), setting)
    if isinstance(setting, Distribution):
        for value in setting.values:
            expand(name, value)
        return dict.fromkeys(expand(name, setting.values[0]), setting)
    if setting == "range":
        card, _ = card_of(name)
        return {
            flat: _whole_range(*card.range(flat.partition(".")[2] or None))
            for flat in _flat_names(name)
        }
    return {flat: float(value) for flat, value in expand(name, setting).items()}


def _flat_names(name: str) -> tuple[str, ...]:
    card, state = card_of(name)
    return card.flat_names if state is None else (f"{card.name}.{state}",)


def _whole_range(low: float, high: float) -> float | Distribution:
    return Distribution("uniform", (low, high)) if low < high else low


def draw(distribution: Distribution, uniforms: ArrayLike) -> NDArray[np.float64]:
    """Return draws from a distribution by its inverse cumulative function.

    Parameters
    ----------
    distribution : Distribution
        What to draw from.
    uniforms : array_like of shape (rows,)
        Uniform numbers strictly between 0 and 1.

    Returns
    -------
    ndarray of shape (rows,)
        Draws, never outside the distribution's bounds. A greater uniform never
        gives a smaller draw, except among choices, which keep their order.
    """
    share = np.asarray(uniforms, dtype=np.float64)
    values = distribution.values
    if distribution.form == "choice":
        place = np.minimum((share * len(values)).astype(np.intp), len(values) - 1)
        return np.asarray(values, dtype=np.float64)[place]
    low, high = values[0], values[-1]
    if distribution.form == "uniform":
        drawn = low + share * (high - low)
    elif distribution.form == "loguniform":
        drawn = low * np.exp(share * np.log(high / low))
    else:
        mode, width = values[1], high - low
        rising = low + np.sqrt(share * width * (mode - low))
        falling = high - np.sqrt((1.0 - share) * width * (high - mode))
        drawn = np.where(share * width < mode - low, rising, falling)
    # Rounding may step over a bound by one last bit.
    return cast("NDArray[np.float64]", np.clip(drawn, low, high))
