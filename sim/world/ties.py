"""Ties between states: how deep, through which institutions, over which channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.cast import CAMPS, DYADS, PAIRS, STATES, others, pair
from sim.world.affair import Affair

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["Ties"]

_WITHIN = tuple(place for place, two in enumerate(PAIRS) if two not in DYADS)
_ACROSS = tuple(place for place, two in enumerate(PAIRS) if two in DYADS)
_US_ALLIANCES = (("US", "ROK"), ("US", "Japan"))
_EAST = tuple(place for place in _WITHIN if set(PAIRS[place]) <= set(CAMPS[0]))
_SEOULS = tuple(place for place, two in enumerate(DYADS) if "ROK" in two)


class Ties(Affair):
    """How deep the tie of each pair of states is, and what is built on it."""

    depth: Rows
    start_common: Rows
    polarization: Rows
    start_polarization: Rows
    start_will: Rows
    start_demand: Rows
    trilateral: Rows
    consultation: Rows
    nato_link: Rows
    channels: Rows

    def begin(self) -> None:
        """Start from the ties, institutions and channels of the base year."""
        model, figures = self.model, self.model.figures
        standing = [[figures.between("tie", *two)] for two in PAIRS]
        channels = [[figures.between("channel", *two)] for two in DYADS]
        self.standing = np.array(standing, dtype=model.dtype)
        self.usual_channels = np.array(channels, dtype=model.dtype)
        of_seoul = [[float("ROK" in two)] for two in DYADS]
        self._of_seoul = np.array(of_seoul, dtype=model.dtype)
        self.depth = np.stack([model.full(one) for (one,) in standing])
        self.channels = np.stack([model.full(one) for (one,) in channels])
        self.trilateral = model.full(figures.of("trilateral", "allies"))
        self.consultation = model.full(figures.of("consultation", "allies"))
        self.nato_link = model.full(figures.of("nato_link", "allies"))
        self._start_trilateral, self._start_link = self.trilateral, self.nato_link
        self._start_east = self._mean(_EAST)
        self.polarization = self.start_polarization = self._polarization()
        self._start_tilt = self.between("NK", "Russia")
        self.start_will = self._will()
        self.start_demand = self._demand()

    def remember_start(self) -> None:
        """Set the common threat of the start, from which ties move."""
        self.start_common = self._common_threat()

    def move(self) -> None:
        """Deepen and loosen ties, from threats and exchange as they stood."""
        common = self._common_threat() - self.start_common
        self._next = {
            "depth": self._deepened(common),
            "polarization": self._polarization(),
            "channels": self._kept_open(),
            "nato_link": self._linked(),
            **self._institutions(common[pair("ROK", "Japan")]),
        }

    def _deepened(self, common: Rows) -> Rows:
        exchange, quiet = self.model.exchange, self.model.full(0.0)
        bond = self.law.public_bond(exchange.treaty, exchange.acknowledged).total
        allied = self.trilateral - self._start_trilateral
        joined = {
            ("ROK", "Japan"): allied,
            ("NK", "China"): self.model.china.courtship,
        }
        return self.law.tie(
            self.depth,
            self.standing,
            common,
            _for_pairs(quiet, {("NK", "Russia"): exchange.habit}),
            _for_pairs(quiet, {("NK", "Russia"): bond}),
            _for_pairs(quiet, {("ROK", "Japan"): self._will() - self.start_will}),
            _for_pairs(quiet, dict.fromkeys(_US_ALLIANCES, self._dispute_news())),
            _for_pairs(quiet, joined),
            self._rallied(),
            self._moderated(),
            _for_pairs(quiet, {("US", "ROK"): quiet + self._engagement()}),
        ).total

    def _rallied(self) -> Rows:
        """Return how far the other camp has drawn together, shape (pairs, rows)."""
        allies = self.trilateral - self._start_trilateral
        allies = (allies + self.nato_link - self._start_link) / 2.0
        east = self._mean(_EAST) - self._start_east
        facing = {PAIRS[at]: allies if at in _EAST else east for at in _WITHIN}
        return _for_pairs(self.model.full(0.0), facing)

    def _moderated(self) -> Rows:
        """Return how far middle powers resist the blocs' pull, (pairs, rows)."""
        network, quiet = self.model.dialogue.network, self.model.full(0.0)
        seoul = np.minimum(1.0, network + self.model.rok.leeway)
        theirs = {two: network for two in PAIRS if "Japan" in two}
        theirs |= {two: seoul for two in PAIRS if "ROK" in two}
        return _for_pairs(quiet, theirs)

    def _engagement(self) -> Rows:
        return self.law.parameters["conditional_engagement"]

    def _linked(self) -> Rows:
        """Return the allies' link with NATO, a month later."""
        law, model = self.law, self.model
        first = model.full(0.0) + self._start_link
        wanted = law.link_wanted(
            first, model.war.intensity, *self.seen_in_europe()
        ).total
        return law.about("nato").institution(self.nato_link, wanted).total

    def seen_in_europe(self) -> tuple[Rows, Rows]:
        """Return North Korea's troops and shells there, as shares of full scale."""
        exchange, law = self.model.exchange, self.law.parameters
        troops = np.minimum(1.0, exchange.troops / (law["most_troops"] + 1e-9))
        return troops, np.minimum(1.0, exchange.delivered / law["delivery_capacity"])

    @property
    def linked(self) -> Rows:
        """How much closer the allies and NATO are than at the start, (rows,)."""
        return np.maximum(0.0, self.nato_link - self._start_link)

    def _institutions(self, common: Rows) -> dict[str, Rows]:
        """Return trilateral institutions and nuclear consultation, a month later."""
        law, model = self.law, self.model
        commitment = model.traits("alliance_commitment", ("US",))[0]
        seoul = model.rok
        trilateral = law.trilateral_wanted(
            self._will(),
            common,
            model.us.attention_to("Korea"),
            commitment,
            self.between("NK", "Russia"),
        ).total
        consultation = law.consultation_wanted(
            1.0 - seoul.held_for("credibility", "US"), seoul.alarm, commitment
        ).total
        return {
            "trilateral": law.about("trilateral")
            .institution(self.trilateral, trilateral)
            .total,
            "consultation": law.about("consultation")
            .institution(self.consultation, consultation)
            .total,
        }

    def _kept_open(self) -> Rows:
        """Return how open the channels between the camps are, a month later."""
        model = self.model
        quiet = model.full(0.0)
        inter_korean = self.law.outreach(
            model.traits("dialogue", ("ROK",))[0],
            model.nk.takes("pressure"),
            model.rok.room_news,
        ).total
        talking = {("NK", "US"): model.talks.talking, ("NK", "ROK"): inter_korean}
        every = {**dict.fromkeys(DYADS, quiet), **talking}
        return self.law.dialogue_channel(
            self.channels,
            self.usual_channels,
            self.polarization - self.start_polarization,
            model.crises.crisis,
            np.stack([every[two] for two in DYADS]),
            model.dialogue.forum,
            self._of_seoul,
            model.rok.leeway,
        ).total

    def opened_to_seoul(self) -> Rows:
        """Return how much more open than usual Seoul's lines are, in the mean (rows,).

        Lines to Pyongyang, Moscow and Beijing.
        """
        news = self.channels - self.usual_channels
        first, second, third = (news[place] for place in _SEOULS)
        return (first + second + third) / len(_SEOULS)

    def between(self, one: str, other: str) -> Rows:
        """Return the depth of one tie, shape (rows,)."""
        return self.depth[pair(one, other)]

    @property
    def tilt(self) -> Rows:
        """How much closer North Korea and Russia are than at the start, (rows,)."""
        return self.between("NK", "Russia") - self._start_tilt

    def of(self, state: str) -> Rows:
        """Return the depth of a state's tie with each other, shape (others, rows)."""
        return np.stack([self.between(state, other) for other in others(state)])

    def channels_of(self, state: str) -> Rows:
        """Return how open each other state's line is, shape (others, rows).

        Partners of one camp can always talk; between the camps channels count.
        """
        full = self.model.full(1.0)
        lines: dict[str, Rows] = dict.fromkeys(others(state), full)
        for (one, other), line in zip(DYADS, self.channels, strict=True):
            if state == one:
                lines[other] = line
            elif state == other:
                lines[one] = line
        return np.stack([lines[other] for other in others(state)])

    def among(self, states: tuple[str, ...]) -> Rows:
        """Return the ties of some states with each other, 0 with themselves.

        Shape (states, states, rows).
        """
        nothing = self.model.full(0.0)
        return np.stack(
            [
                np.stack([nothing if a == b else self.between(a, b) for b in states])
                for a in states
            ]
        )

    def _polarization(self) -> Rows:
        return self.law.polarization(self._mean(_WITHIN), self._mean(_ACROSS)).total

    def _mean(self, places: tuple[int, ...]) -> Rows:
        """Return the mean depth of some ties, shape (rows,)."""
        depth = self.depth[places[0]]
        for place in places[1:]:
            depth = depth + self.depth[place]
        return depth / len(places)

    def _common_threat(self) -> Rows:
        """Return the common threat of each pair of states, shape (pairs, rows)."""
        common = []
        for one, other in PAIRS:
            third = tuple(name for name in STATES if name not in (one, other))
            felt = [self._felt_by(state, third) for state in (one, other)]
            law = self.law.about(f"{one}-{other}")
            common.append(law.common_threat(*felt).total)
        return np.stack(common)

    def _felt_by(self, state: str, third: tuple[str, ...]) -> Rows:
        """Return what a state feels from some others, shape (third, rows)."""
        feeling = self.model.states[state]
        return np.stack([feeling.held_for("felt_threat", name) for name in third])

    def _will(self) -> Rows:
        traits = self.model.traits("rapprochement", ("ROK", "Japan"))
        return traits[0] * traits[1]

    def _demand(self) -> Rows:
        return self.model.traits("burden_sharing_demand", ("US",))[0]

    def _dispute_news(self) -> Rows:
        return self._demand() - self.start_demand


def _for_pairs(quiet: Rows, some: dict[tuple[str, str], Rows]) -> Rows:
    """Return an array over pairs that is 0 but for some of them."""
    every: dict[tuple[str, str], Rows] = {**dict.fromkeys(PAIRS, quiet), **some}
    return np.stack([every[two] for two in PAIRS])
