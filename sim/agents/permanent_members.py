"""Russia and China: neighbors of North Korea with a veto in the Security Council."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.agents.base import State
from sim.cast import ROLES

if TYPE_CHECKING:
    from sim.terms import Rows

__all__ = ["China", "Russia"]


class _PermanentMember(State):
    """A state that can veto what the Council would do about North Korea."""

    isolation: Rows
    veto_chance: Rows

    def begin(self) -> None:
        """Nothing is known of vetoes yet."""
        super().begin()
        self.veto_chance = self.model.full(0.0)

    def decide(self) -> None:
        """Choose a burden, and how it would vote this month."""
        super().decide()
        ties, luck = self.model.ties, self.model.luck_uniform
        chance = self.law.veto(
            self.isolation, ties.between("NK", self.name), ties.polarization
        ).total
        self._next["veto_chance"] = chance
        self.choose(
            veto=np.heaviside(chance - luck(f"resolution_veto/{self.name}"), 0.0),
            panel_veto=self.panel_veto(chance),
        )

    def panel_veto(self, chance: Rows) -> Rows:
        """Return 1 where it would end the Panel of Experts, given its veto's chance."""
        return self.model.full(0.0)


class Russia(_PermanentMember):
    """Russia: a war that needs shells, isolation, and a veto to protect its channel."""

    shells: Rows
    output: Rows

    def begin(self) -> None:
        """Set shells and isolation beside what every state has."""
        super().begin()
        model, figures = self.model, self.model.figures
        self.shells = model.full(figures.of("shells", "Russia"))
        self.isolation = model.full(figures.of("isolation", "Russia"))
        self.output = model.full(1.0) * self.own["peace_output"]

    def decide(self) -> None:
        """Choose a burden, votes, and how much shells are needed."""
        super().decide()
        law, model = self.law, self.model
        wanted = model.war.fighting * self.own["desired_fire"]
        self.choose(shells_needed=law.shell_need(self.shells, wanted).total)

    def panel_veto(self, chance: Rows) -> Rows:
        """Return 1 where Moscow would end the Panel: it has a channel to hide."""
        ends = self.law.panel_veto(chance, self.model.exchange.channel).total
        return np.heaviside(ends - self.model.luck_uniform("panel_veto"), 0.0)

    def act(self) -> None:
        """Wage the war that others see."""
        super().act()
        war, none = self.model.war, self.model.full(0.0)
        self._next |= {
            "fought": self.law.war_act(war.intensity, none, none, none).total,
            "engaged": war.intensity,
        }

    def face_consequences(self) -> None:
        """Draw the month into shells, output and isolation."""
        super().face_consequences()
        law, war, exchange = self.law, self.model.war, self.model.exchange
        company = law.company(exchange.channel, exchange.treaty).total
        # What the war counted on, also in the month in which it ends.
        bought = war.bought + exchange.delivered
        self._next |= {
            "shells": law.shell_stock(
                self.shells, self.output + bought, war.fired
            ).total,
            "output": law.mobilized_output(
                self.output, war.fighting, exchange.channel, self.isolation
            ).total,
            "isolation": law.isolation(self.isolation, war.fighting, company).total,
        }


class China(_PermanentMember):
    """China: most of North Korea's trade, a veto, and a role to choose every year."""

    role: Rows
    courtship: Rows
    mediation: Rows

    def begin(self) -> None:
        """China is not isolated, and stays so; it begins as a bystander."""
        super().begin()
        quiet = self.model.full(0.0)
        self.isolation = self.courtship = self.mediation = quiet
        self.role = np.stack([quiet + float(one == ROLES[0]) for one in ROLES])

    def decide(self) -> None:
        """Choose a burden, a vote and, once a year, a role between the blocs."""
        super().decide()
        law, model, ties = self.law, self.model, self.model.ties
        coerced = model.traits("secondary_sanctions", ("US",))[0]
        wishes = law.role_utility(
            ties.polarization - ties.start_polarization,
            ties.tilt,
            coerced,
            model.crises.turmoil,
            ties.trilateral,
        ).total
        chances = law.chances(wishes).total
        choice = law.picked(chances, model.luck_uniform("role_choice")).total
        role = law.role(self.role, choice, model.full(model.today.new_year)).total
        self.choose(role=role)

    def act(self) -> None:
        """Play the role that was chosen."""
        super().act()
        role = self.chosen.role
        self._next |= {
            "role": role,
            "courtship": self.law.courtship(role, self.model.ties.tilt).total,
            "mediation": self.law.mediation(role).total,
        }
