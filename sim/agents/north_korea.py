"""North Korea: arsenals, an economy under sanctions, and a line toward Washington.

What it does toward the United States is chosen in three layers. A posture says how
hard the line is, and stays for a while; campaigns say which domain of technology is
tested, and how often; a limited attack on South Korea is a hazard of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sim.agents.base import State, over_others
from sim.cast import DOMAINS, POSTURES
from sim.terms import Terms

if TYPE_CHECKING:
    from sim.laws import Laws
    from sim.terms import Rows

__all__ = ["NorthKorea"]

_FLOWN = tuple(one for one in DOMAINS if one != "warhead")
"""Domains whose tests are launches; warheads are tested underground."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What North Korea makes of its situation before it chooses, each (rows,)."""

    completed: Rows
    patron: Rows
    punishment: Rows
    ready: Rows
    """How far each domain is ready to be tested, shape (domains, rows)."""
    urge: Rows
    """How loudly each asks to be tested, shape (domains, rows)."""


class NorthKorea(State):
    """North Korea: arsenals, technology, an economy under sanctions, and a line."""

    posture: Rows
    campaign: Rows
    tests: Rows
    launches: Rows
    long_range: Rows
    nuclear_tests: Rows
    since_test: Rows
    attack: Rows
    shells: Rows
    technology: Rows
    experience: Rows
    precedent: Rows
    trend_gdp: Rows
    trade: Rows
    income: Rows
    accustomed: Rows
    stress: Rows
    completed: Rows
    patron: Rows
    insecurity: Rows
    attachment: Rows
    start_pressure: Rows
    learned_pressure: Rows
    learned_diplomacy: Rows
    provoked: Rows
    reached_out: Rows
    unanswered: Rows
    anger: Rows
    punishment: Rows
    willing: Rows
    noticed_attention: Rows
    noticed_relief: Rows
    noticed_trust: Rows

    # ------------------------------------------------------------------ the start

    def begin(self) -> None:
        """Set stocks, technology and income beside what every state has."""
        super().begin()
        model, of = self.model, self.model.figures.of
        self.technology = np.stack(
            [model.full(of("technology", domain)) for domain in DOMAINS]
        )
        self.russian_interest = self._by_domain("russian_interest")
        self.first_target = self._by_domain("target")
        self.later_target = self._by_domain("target_later")
        self.ready = self._by_domain("ready")
        self.loud = self._by_domain("loud")
        self.pace = self._by_domain("pace")
        self.lesson = self._by_domain("lesson")
        self.batch_of = self._by_domain("batch")
        self.first_shells = of("shells", "NK")
        self.shells = model.full(self.first_shells)
        self._begin_conduct()

    def _begin_conduct(self) -> None:
        """Set the line toward Washington, and what stands behind it."""
        model, of = self.model, self.model.figures.of
        quiet = model.full(0.0)
        self.posture = np.stack([quiet + float(one == "mixed") for one in POSTURES])
        self.campaign = self.tests = np.stack([quiet] * len(DOMAINS))
        self.launches = self.long_range = self.nuclear_tests = self.attack = quiet
        self.experience = self.precedent = self.provoked = self.reached_out = quiet
        self.anger = self.patron = self.punishment = self.willing = quiet
        self.learned_pressure = self.learned_diplomacy = self.completed = quiet
        self.noticed_attention = self.noticed_relief = self.noticed_trust = quiet
        self.since_test = model.full(of("since_test", "NK"))
        self.insecurity = model.full(of("insecurity", "NK"))
        self.attachment = model.full(of("attachment", "NK"))
        self.unanswered = model.full(of("unanswered", "NK"))

    def take_position(self) -> None:
        """Set income where sanctions and the border leave it, and the trend above."""
        target = self._income_target(self.gdp)
        self.income = target
        self.stress = self.model.full(self.model.figures.of("stress", "NK"))
        self.accustomed = target + self.stress
        self.trend_gdp = self.gdp / target
        self.trade = self._trade()
        super().take_position()

    def remember_start(self) -> None:
        """Notice attention, income, sanctions and trust as they are at the start."""
        super().remember_start()
        self.start_pressure = self.model.council.pressure
        self._next = {**self._noticed(), "completed": self._completed()}
        self.settle()

    def _by_domain(self, quantity: str) -> Rows:
        """Return a figure of each domain of technology, shape (domains, 1)."""
        column = [[self.model.figures.of(quantity, domain)] for domain in DOMAINS]
        return np.array(column, dtype=self.model.dtype)

    def takes(self, posture: str) -> Rows:
        """Return 1 where the line toward Washington is this one, shape (rows,)."""
        return self.posture[POSTURES.index(posture)]

    # ----------------------------------------------------------------- stage 3: decide

    def decide(self) -> None:
        """Choose a burden, a posture, tests, an attack, and what to sell."""
        super().decide()
        judged = self._judge()
        self.choose(posture=self._posture(judged))
        self._choose_tests(judged)
        self._choose_attack(judged)
        self._choose_sales()
        self._next |= {
            "completed": judged.completed,
            "patron": judged.patron,
            "punishment": judged.punishment,
        }

    def _judge(self) -> _Judged:
        """Weigh what it has, who stands behind it, and what it would face."""
        law, model = self.law, self.model
        completed = self._completed()
        wanted = law.target(
            self.first_target, self.later_target, completed, self.alarm
        ).total
        ready = law.readiness(self.technology, self.ready).total
        rents = np.minimum(1.0, 12.0 * model.exchange.rents / self.trend_gdp)
        seoul = model.states["ROK"]
        return _Judged(
            completed=completed,
            patron=law.patron_support(
                rents, model.exchange.treaty, model.china.courtship
            ).total,
            punishment=law.expected_punishment(
                model.rok.strike_forces,
                model.us.assets,
                seoul.held_for("credibility", "US"),
                model.us.held_for("exposed", "NK"),
                completed,
            ).total,
            ready=ready,
            urge=law.urge(wanted, self.technology, ready).total,
        )

    def _completed(self) -> Rows:
        """Return how complete the deterrent is judged to be, shape (rows,)."""
        levels = self._level("icbm"), self._level("warhead")
        return self.law.completion(*levels).total

    def _posture(self, judged: _Judged) -> Rows:
        """Return the line for this month: the old one, or one chosen anew."""
        law, model = self.law, self.model
        talks, luck = model.talks, model.luck_uniform
        chances = law.chances(self._wishes(judged)).total
        choice = law.picked(chances, luck("posture_choice")).total
        news = talks.talks_failed + talks.deal_broken + talks.deal_made
        news = news + model.council.adopted + model.today.inauguration
        review = law.posture_review(news).total
        reviewed = np.heaviside(review - luck("posture_review"), 0.0)
        return law.posture(self.posture, choice, reviewed).total

    def _wishes(self, judged: _Judged) -> Rows:
        """Return what speaks for each line, all reasons together (postures, rows)."""
        law, model, urge = self.law, self.model, judged.urge
        own = law.own_reasons(
            np.maximum(urge[DOMAINS.index("icbm")], urge[DOMAINS.index("warhead")]),
            judged.completed,
            np.minimum(1.0, self.stress),
            judged.patron,
            self.insecurity,
            self.attachment,
        )
        from_others = law.others_reasons(
            self._openness(),
            judged.completed,
            judged.patron,
            model.us.attention_to("Korea"),
            self.anger + model.us.coercion,
            self._newness(),
            judged.punishment,
            model.talks.talking,
        )
        learned = law.learned_reasons(
            self.learned_pressure, self.learned_diplomacy, self.unanswered
        )
        return Terms(**own, **from_others, **learned).total

    def _openness(self) -> Rows:
        """Return how open Washington looks, with the good offices of others."""
        model = self.model
        return self.law.good_offices(
            model.traits("openness", ("US",))[0],
            model.traits("dialogue", ("ROK",))[0],
            model.china.mediation,
        ).total

    def _newness(self) -> Rows:
        in_office = self.model.full(self.model.today.in_office)
        return self.law.newness(in_office).total

    def _choose_tests(self, judged: _Judged) -> None:
        """Choose which domains are tested, how often, and whether underground.

        As the line that was just chosen allows.
        """
        law, model = self.law, self.model
        russia, china = model.russia, model.china
        value = law.test_value(
            judged.urge,
            self.loud,
            law.self_restraint(
                self.chosen.posture, self.loud, model.talks.talking
            ).total,
            model.us.attention_to("Korea"),
            judged.patron,
            judged.punishment,
            1.0 - (1.0 - russia.veto_chance) * (1.0 - china.veto_chance),
            over_others(self.of_others("drilled")),
            np.minimum(1.0, self.stress),
            model.us.coercion,
            model.full(model.today.election),
        ).total
        running = law.campaign(
            self.campaign,
            value,
            law.testing_pace(self.pace, judged.ready, self._shown_in_combat()).total,
            self._luck_by_domain("campaign_start"),
            self._luck_by_domain("campaign_stop"),
        ).total
        self.choose(campaign=running)
        flown = law.test_count(
            self.chosen.campaign, self.batch_of, self._luck_by_domain("batch_size")
        ).total
        nuclear = law.nuclear_test(
            value[DOMAINS.index("warhead")],
            self.since_test,
            model.luck_uniform("nuclear_test"),
        ).total
        proposed = dict(zip(DOMAINS, flown, strict=True)) | {"warhead": nuclear}
        tests = self.ordered("tests", np.stack([proposed[one] for one in DOMAINS]))
        by_domain = dict(zip(DOMAINS, tests, strict=True))
        # What a scenario dates comes about, whatever is proposed or ordered.
        by_domain["warhead"] = np.maximum(
            by_domain["warhead"], model.today.nuclear_test
        )
        dated = np.stack([by_domain[one] for one in DOMAINS])
        self.acts = replace(self.chosen, tests=dated)

    def _shown_in_combat(self) -> Rows:
        """Return what combat has shown of each domain, shape (domains, rows)."""
        quiet = self.model.full(0.0)
        return np.stack(
            [self.experience if one == "drones" else quiet for one in DOMAINS]
        )

    def _luck_by_domain(self, family: str) -> Rows:
        luck = self.model.luck_uniform
        return np.stack([luck(f"{family}/{domain}") for domain in DOMAINS])

    def _choose_attack(self, judged: _Judged) -> None:
        """Choose whether to strike South Korea below the threshold of war."""
        law, model = self.law, self.model
        worth = law.attack_value(
            self.chosen.posture[POSTURES.index("pressure")],
            judged.punishment,
            model.talks.talking,
            judged.completed,
        ).total
        chance = law.limited_attack(worth).total
        attacks = np.heaviside(chance - model.luck_uniform("limited_attack"), 0.0)
        self.choose(attack=attacks)

    def _choose_sales(self) -> None:
        """Choose how many shells to offer, and how willingly to send troops."""
        law, model = self.law, self.model
        worth = law.troops_value(
            model.exchange.treaty,
            model.war.manpower_gap("NK"),
            np.minimum(1.0, self.stress),
            self.experience,
            self.precedent,
            self.unanswered,
            self.alarm,
        ).total
        offer = law.shell_offer(self.shells).total
        shells = self.ordered("shells_offered", offer, at_most=offer)
        self.acts = replace(self.chosen, shells_offered=shells)
        self.choose(troops_offered=law.likelihood(worth).total)

    # -------------------------------------------------------------------- stage 4: act

    def act(self) -> None:
        """Take the line, launch, test, attack and ship."""
        super().act()
        law, acts, exchange = self.law, self.chosen, self.model.exchange
        tests = dict(zip(DOMAINS, acts.tests, strict=True))
        launches = tests[_FLOWN[0]]
        for domain in _FLOWN[1:]:
            launches = launches + tests[domain]
        far = tests["icbm"] + tests["satellite"]
        tested = law.testing_act(launches, far, acts.nuclear_test)
        self._next |= {
            "posture": acts.posture,
            "campaign": acts.campaign,
            "tests": acts.tests,
            "launches": launches,
            "long_range": acts.long_range,
            "nuclear_tests": acts.nuclear_test,
            "since_test": (self.since_test + 1.0) * (1.0 - acts.nuclear_test),
            "attack": acts.attack,
            "willing": acts.troops_offered,
            "tested": tested.total,
            "fought": law.war_act(
                self.model.full(0.0),
                exchange.delivered,
                exchange.troops,
                exchange.acknowledged,
            ).total,
            "conciliated": law.conciliation(
                acts.posture[POSTURES.index("moratorium")] * self.completed,
                self.model.talks.progress,
                self.model.full(0.0),
            ).total,
        }

    def attacked(self) -> Rows:
        """Return 1 where it attacks South Korea this month, shape (rows,)."""
        return self.chosen.attack

    # --------------------------------------------------------- stage 6: consequences

    def production_frozen(self) -> Rows:
        """Return how far a deal in force has stopped production, shape (rows,)."""
        return self.model.talks.deal * self.model.talks.implemented

    def face_consequences(self) -> None:
        """Draw the month into shells, technology, experience, and what was learned."""
        super().face_consequences()
        law, exchange = self.law, self.model.exchange
        shown = law.provocation(self.tested, self.attack)
        self._next |= {
            "shells": law.shell_stock(
                self.shells, self.own["nk_output"], exchange.delivered
            ).total,
            "technology": law.technology(
                self.technology,
                self.russian_interest,
                self.tests,
                self.lesson,
                exchange.absorbed,
            ).total,
            "experience": law.combat_experience(self.experience, exchange.troops).total,
            "precedent": law.precedent(self.precedent, exchange.troops).total,
            "insecurity": np.maximum(
                law.insecurity(
                    self.insecurity, np.minimum(1.0, self.stress), shown["tests"]
                ).total,
                self.model.today.succession,
            ),
            "attachment": law.attachment(
                self.attachment,
                self.model.war.intensity,
                self.alarm,
                self._eased(),
                self.model.order.lost,
            ).total,
            **self._learn(law, shown.total),
        }

    def _eased(self) -> Rows:
        """Return how far sanctions weakened by themselves, not lifted by a deal."""
        left = 1.0 - self.model.talks.relief
        return left * self.start_pressure - self.model.council.pressure

    def _learn(self, law: Laws, bold: Rows) -> dict[str, Rows]:
        """Return what the month taught about pressure and about diplomacy."""
        talks, council = self.model.talks, self.model.council
        noticed = self._noticed()
        payoff = law.payoff(
            noticed["noticed_attention"] - self.noticed_attention,
            noticed["noticed_relief"] - self.noticed_relief,
            talks.talks_opened - talks.talks_failed,
            council.adopted,
            noticed["noticed_trust"] - self.noticed_trust,
        ).total
        offering = self.takes("offer") + self.takes("moratorium")
        soft = np.maximum(offering, talks.talking)
        about = law.about
        return {
            **noticed,
            "provoked": about("pressure").remembered(self.provoked, bold).total,
            "reached_out": about("diplomacy").remembered(self.reached_out, soft).total,
            "unanswered": law.unanswered(
                self.unanswered,
                offering,
                np.maximum(talks.talking, talks.deal),
                talks.talks_failed,
            ).total,
            "anger": about("sanctions").remembered(self.anger, council.adopted).total,
            "learned_pressure": about("pressure")
            .learned(self.learned_pressure, self.provoked, payoff)
            .total,
            "learned_diplomacy": about("diplomacy")
            .learned(self.learned_diplomacy, self.reached_out, payoff)
            .total,
        }

    def _noticed(self) -> dict[str, Rows]:
        """Return what it will compare next month with."""
        model = self.model
        return {
            "noticed_attention": model.us.attention_to("Korea"),
            "noticed_relief": self.income + model.talks.relief,
            "noticed_trust": model.talks.us_trust,
        }

    def earn(self) -> dict[str, Rows]:
        """Return next month's income under sanctions and rents, and what it does."""
        law = self.law
        income = law.income(self.income, self._income_target(self.trend_gdp)).total
        accustomed = law.used_to(self.accustomed, self.income).total
        trend = law.growth(self.trend_gdp).total
        return {
            "trend_gdp": trend,
            "income": income,
            "accustomed": accustomed,
            "stress": law.stress(accustomed, income).total,
            "gdp": trend * income,
            "trade": self._trade(),
        }

    def _trade(self) -> Rows:
        """Return trade with China, in bn US$ a year."""
        council, talks = self.model.council, self.model.talks
        return self.law.trade_with_china(
            council.banned, council.china_compliance, talks.relief
        ).total

    def _income_target(self, trend: Rows) -> Rows:
        """Return the income that sanctions, rents and theft allow, against trend."""
        model, exchange = self.model, self.model.exchange
        return self.law.income_target(
            model.council.pressure,
            exchange.rents,
            trend,
            exchange.channel,
            exchange.treaty,
        ).total

    # ------------------------------------------------------------ stage 6: taking stand

    def combat_experience(self) -> Rows:
        """Return what the force has learned in Ukraine, 0 to 1."""
        return self.experience

    def readiness(self) -> Rows:
        """Return how much of artillery and missiles is there and works."""
        return self.law.strike_readiness(
            self.shells / self.first_shells, self._level("short_range")
        ).total

    def deliverable(self) -> Rows:
        """Return the share of warheads deliverable on each other state."""
        near = self._level("warhead") * self._level("short_range")
        far = self._level("warhead") * self._level("icbm")
        return np.stack([far if other == "US" else near for other in self.others])

    def _level(self, domain: str) -> Rows:
        return self.technology[DOMAINS.index(domain)]
