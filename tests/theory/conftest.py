"""Worlds of a test's own: figures, parameters and luck that no scenario has."""

import numpy as np
import pytest

from sim.cast import ALLIES, PAIRS, STATES
from sim.model import StrategicModel
from sim.scenario import Scenario

QUIET = {
    # North Korea does nothing that others see, and learns nothing new
    "campaign_pace.NK": 0.0,
    "nuclear_pace.NK": 0.0,
    "attack_rate.NK": 0.0,
    "technology_drift": 0.0,
    "shell_decay.NK": 0.0,
    # and its income stays what it is
    "sanctions_bite": 0.0,
    "closure_cost": 0.0,
    # nobody exercises, deploys, builds anything but arms, or makes up with anybody
    "exercise_salience": 0.0,
    "asset_salience": 0.0,
    "strike_buildup": 0.0,
    **{f"strike_gain.{one}": 0.0 for one in ("ROK", "Japan")},
    **{f"preemption.{one}": 0.0 for one in ("ROK", "Japan")},
    **{f"shield_of_alarm.{one}": 0.0 for one in ALLIES},
    **{f"shield_of_trilateral.{one}": 0.0 for one in ALLIES},
    "reassurance_assets": 0.0,
    "reassurance_consultation": 0.0,
    "institution_depth": 0.0,
    "camp_begets_camp": 0.0,
    "costly_signals": 0.0,
    # and nothing breaks out
    "crisis_rate": 0.0,
    "severed_channels": 0.0,
    "channel_of_dialogue": 0.0,
    # and arms control holds, whatever becomes of the two camps
    "arms_control_of_blocs": 0.0,
    **{f"channel_clarity.{one}": 0.0 for one in STATES},
}
"""Parameters of a world in which nothing but arming happens. Some lie outside the
ranges of their cards: a theory's limit is not a plausible world."""


class ChangedFigures:
    """Figures that a test has changed: ``change(quantity, whose, value)``."""

    def __init__(self, real, change):
        self._real, self._change = real, change

    def of(self, quantity, whose):
        return self._change(quantity, whose, self._real)

    def between(self, quantity, one, other):
        return self._change(quantity, (one, other), self._real)


def as_they_are(quantity, whose, real):
    """Return the real figure."""
    if isinstance(whose, tuple):
        return real.between(quantity, *whose)
    return real.of(quantity, whose)


class Laboratory(StrategicModel):
    """The model itself, with figures, parameters and luck put in from outside."""

    def __init__(
        self,
        *,
        months=156,
        start="2022-01",
        change=as_they_are,
        beyond=None,
        rename=None,
        events=None,
        **options,
    ):
        year, month = int(start[:4]), int(start[5:])
        last = year * 12 + month - 1 + months - 1
        scenario = Scenario(
            uncertainty="central",
            name="laboratory",
            question="What does the theory say?",
            start=start,
            end=f"{last // 12:04d}-{last % 12 + 1:02d}",
            events=events or {},
        )
        self._change, self._beyond = change, beyond or {}
        self._rename = rename or {}
        super().__init__(scenario, collect=False, **options)

    @property
    def figures(self):
        return self._figures

    @figures.setter
    def figures(self, real):
        self._figures = ChangedFigures(real, self._change)

    def _parameters(self, given):
        known = dict(super()._parameters(given))
        strange = set(self._beyond) - set(known)
        assert not strange, strange
        return {**known, **self._beyond}

    def _renamed(self, purpose):
        family, *states = purpose.split("/")
        if family not in ("evidence", "type"):
            return purpose  # what only some states draw stays theirs
        return "/".join([family, *(self._rename.get(one, one) for one in states)])

    def luck_uniform(self, purpose):
        return super().luck_uniform(self._renamed(purpose))

    def luck_normal(self, purpose):
        return super().luck_normal(self._renamed(purpose))


def run_on(model, months):
    """Step a model and return its snapshots, the present one first."""
    seen = [model.snapshot()]
    for _ in range(months):
        model.step()
        seen.append(model.snapshot())
    return seen


def for_all(**values):
    """Return one value of each parameter for every state, under flat names."""
    return {f"{name}.{one}": v for name, v in values.items() for one in STATES}


def alike(**extra):
    """Return a change of figures after which the six states are the same.

    Equal in arms, income and record, at one place, without warheads or allies.
    """
    figures = {
        "spending": 60.0,
        "burden": 3.0,
        "spending_growth": 0.0,
        "cinc": 0.05,
        "warheads": 0.0,
        "ideal_point": 0.0,
        "technology": 1.0,
        "tie": 0.0,
        "front_distance": 50.0,
        "front_in_asia": 1.0,
        "rivalry": 0.0,
        "conflict_share": 0.3,
        "channel": 0.5,
        "strike_forces": 0.0,
        **extra,
    }

    def change(quantity, whose, real):
        theirs = whose in STATES or isinstance(whose, tuple)
        if quantity in figures and (theirs or quantity == "technology"):
            return figures[quantity]
        return as_they_are(quantity, whose, real)

    return change


def worst_relative(one, other):
    """Return the largest difference, relative to the largest value of its kind."""
    scale = max(np.abs(one).max(), np.abs(other).max(), 1e-300)
    return float(np.abs(one - other).max() / scale)


class Tools:
    """What the tests of theory share."""

    Laboratory = Laboratory
    QUIET = QUIET
    PAIRS = PAIRS
    run_on = staticmethod(run_on)
    for_all = staticmethod(for_all)
    alike = staticmethod(alike)
    as_they_are = staticmethod(as_they_are)
    worst_relative = staticmethod(worst_relative)


@pytest.fixture(scope="session")
def lab():
    """Return the tools that the tests of theory share."""
    return Tools
