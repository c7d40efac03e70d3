"""Choices: what a team may choose for its state, and what that orders in the model."""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.acts import ORDERED
from sim.cast import ALLIES, DOMAINS, POSTURES, ROLES, STATES, THEATRES
from sim.errors import InputError, nearest
from sim.model import EXERCISE_MONTHS, PANEL_MONTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from sim.model import StrategicModel

__all__ = ["CHOICES", "Choice", "Options", "checked", "open_to", "orders", "words"]

Options = dict[str, str]
"""What is chosen: options by choice. What is left out the rules decide."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing to be decided.

    Attributes
    ----------
    name : str
        What it is called in files.
    states : tuple of str
        Whose it is.
    act : str
        What is ordered with it: a field of :class:`sim.acts.Acts`.
    options : mapping of str to float or tuple of float
        What each option orders, in the unit of the act. They go from what alarms
        others least to what alarms them most, where that can be said.
    of_present : bool
        Whether the options are multiples of what the act is at present.
    capped : bool
        Whether more can be ordered than there is, which then orders all there is.
    once : bool
        Whether the last option stands for the first month of a turn only, and the
        first option for its other months.
    months : tuple of int
        The calendar months in which there is anything to decide; empty for all.
    kinds : tuple of str
        What the first axis of the act stands for, where it has one.
    """

    name: str
    states: tuple[str, ...]
    act: str
    options: Mapping[str, Any]
    of_present: bool = False
    capped: bool = False
    once: bool = False
    months: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()

    def label(self, lang: str) -> str:
        """Return what is to be decided, in words."""
        return words()[self.name, ""][lang]

    def said(self, option: str, lang: str) -> str:
        """Return an option in words."""
        return words()[self.name, option][lang]


def _one(kinds: tuple[str, ...], *taken: str) -> tuple[float, ...]:
    return tuple(float(kind in taken) for kind in kinds)


def _looking(theatre: str) -> tuple[float, ...]:
    """Return shares of attention, most of it on one theatre."""
    rest = (1.0 - _FIRST) / (len(THEATRES) - 1)
    return tuple(_FIRST if one == theatre else rest for one in THEATRES)


_FIRST = 0.55
"""Share of attention that a theatre has which comes first."""

_NO_YES = {"no": 0.0, "yes": 1.0}
_TACTICAL = ("short_range", "hypersonic", "drones")
_STRATEGIC = ("icbm", "submarine", "satellite")

_ALL = (
    # A budget closes the gap to what is wanted in some years, so that a quarter of
    # wanting 1.6 times as much brings about a fifteenth more.
    Choice(
        name="burden",
        states=STATES,
        act="burden",
        options={"cut": 0.8, "hold": 1.0, "raise": 1.25, "surge": 1.6},
        of_present=True,
    ),
    Choice(
        name="exercise",
        states=ALLIES,
        act="exercise",
        options={"none": 0.0, "reduced": 0.5, "usual": 1.0, "large": 1.5},
        months=EXERCISE_MONTHS,
    ),
    Choice(
        name="attention",
        states=("US",),
        act="attention",
        options={
            "even": (1.0 / len(THEATRES),) * len(THEATRES),
            **{one: _looking(one) for one in ("Korea", "Europe", "China")},
        },
        kinds=THEATRES,
    ),
    Choice(
        name="assets",
        states=("US",),
        act="assets",
        options={"withdraw": 0.0, "rotate": 0.3, "station": 0.8},
    ),
    Choice(
        name="coercion",
        states=("US",),
        act="coercion",
        options={"ease": 0.1, "firm": 0.5, "most": 0.9},
    ),
    Choice(
        name="aid",
        states=("ROK", "Japan"),
        act="aid",
        options={"none": 0.0, "some": 0.3, "much": 0.8},
    ),
    Choice(
        name="ceiling",
        states=("Japan",),
        act="ceiling_lifted",
        options={"keep": 0.0, "lift": 1.0},
    ),
    Choice(
        name="line",
        states=("NK",),
        act="posture",
        options={one: _one(POSTURES, one) for one in reversed(POSTURES)},
        kinds=POSTURES,
    ),
    Choice(
        name="tests",
        states=("NK",),
        act="campaign",
        options={
            "none": _one(DOMAINS),
            "tactical": _one(DOMAINS, *_TACTICAL),
            "strategic": _one(DOMAINS, *_STRATEGIC),
            "both": _one(DOMAINS, *_TACTICAL, *_STRATEGIC),
        },
        kinds=DOMAINS,
    ),
    Choice(
        name="nuclear_test",
        states=("NK",),
        act="tests",
        options={
            one: tuple(test if kind == "warhead" else np.nan for kind in DOMAINS)
            for one, test in _NO_YES.items()
        },
        once=True,
        kinds=DOMAINS,
    ),
    Choice(name="attack", states=("NK",), act="attack", options=_NO_YES, once=True),
    Choice(
        name="shells",
        states=("NK",),
        act="shells_offered",
        options={"none": 0.0, "some": 0.05, "all": 1.0},
        capped=True,
    ),
    Choice(
        name="troops",
        states=("NK",),
        act="troops_offered",
        options={"refuse": 0.0, "hesitate": 0.5, "ready": 1.0},
    ),
    Choice(
        name="purchase",
        states=("Russia",),
        act="shells_needed",
        options={"none": 0.0, "some": 0.5, "all": 1.0},
    ),
    Choice(name="veto", states=("Russia", "China"), act="veto", options=_NO_YES),
    Choice(
        name="panel",
        states=("Russia",),
        act="panel_veto",
        options=_NO_YES,
        months=(PANEL_MONTH,),
    ),
    Choice(
        name="role",
        states=("China",),
        act="role",
        options={one: _one(ROLES, one) for one in ROLES},
        kinds=ROLES,
    ),
)

CHOICES: Mapping[str, Choice] = {one.name: one for one in _ALL}
"""Every choice, in the order in which a team is asked."""


@functools.cache
def words() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Return what choices and options are called, from ``choices.csv``.

    Returns
    -------
    mapping of (choice, option) to mapping of language to str
        A choice itself goes with no option.
    """
    place = resources.files("analysis.game").joinpath("choices.csv")
    lines = csv.DictReader(place.read_text(encoding="utf-8").splitlines())
    return {
        (one["choice"], one["option"]): {"en": one["en"], "ko": one["ko"]}
        for one in lines
    }


def open_to(
    state: str, calendar_months: Iterable[int], model: StrategicModel
) -> tuple[Choice, ...]:
    """Return what a state has to decide in a turn.

    Parameters
    ----------
    state : str
        One of :data:`sim.cast.STATES`.
    calendar_months : iterable of int
        The months of the turn, 1 to 12.
    model : StrategicModel
        The world as it stands, of one row.
    """
    months = set(calendar_months)
    settled = {
        "ceiling": float(model.states["Japan"].ceiling_lifted[0]) > 0,  # type: ignore[attr-defined]
        "panel": float(model.council.panel[0]) == 0,
    }
    return tuple(
        one
        for one in CHOICES.values()
        if state in one.states
        and (not one.months or months & set(one.months))
        and not settled.get(one.name, False)
    )


def checked(chosen: object, choices: Iterable[Choice]) -> Options:
    """Return what a team has chosen if it can be.

    Parameters
    ----------
    chosen : object
        Whatever was sent; a mapping of choices to options is wanted.
    choices : iterable of Choice
        What is to be decided.

    Raises
    ------
    InputError
        If it is no such mapping, or names a choice or an option that is not open.
    """
    known = {one.name: one for one in choices}
    if not isinstance(chosen, dict):
        raise InputError("moves are a mapping of choices to options")
    for name, option in chosen.items():
        if not isinstance(name, str) or name not in known:
            raise InputError(
                f"there is no choice {name!r:.60} now; {nearest(str(name)[:60], known)}"
            )
        options = known[name].options
        if not isinstance(option, str) or option not in options:
            raise InputError(
                f"{name} has no option {option!r:.60};"
                f" {nearest(str(option)[:60], options)}"
            )
    return dict(chosen)


def orders(
    chosen: Options, *, burden: float, calendar_month: int, first: bool
) -> dict[str, NDArray[np.float64]]:
    """Return what options order in one month of a turn.

    Parameters
    ----------
    chosen : Options
        Options by choice.
    burden : float
        The state's burden as the turn began. [% of GDP]
    calendar_month : int
        1 to 12.
    first : bool
        Whether the month is the turn's first.

    Returns
    -------
    dict of act to ndarray, shape () or (kinds,)
        As :meth:`sim.model.StrategicModel.instruct` takes them.
    """
    told: dict[str, NDArray[np.float64]] = {}
    for name, option in chosen.items():
        choice = CHOICES[name]
        if choice.months and calendar_month not in choice.months:
            continue
        if choice.once and not first:
            option = next(iter(choice.options))  # noqa: PLW2901 (it is over)
        value = np.asarray(choice.options[option], dtype=np.float64)
        if choice.of_present:
            # A state that surges turn after turn comes to what can be ordered at all.
            value = np.minimum(value * burden, ORDERED[choice.act].high)
        told[choice.act] = value
    return told
