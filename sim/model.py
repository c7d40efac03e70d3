"""The model: six states, thousands of futures at once, one month at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import mesa
import numpy as np

from sim.acts import checked_orders
from sim.agents import State, make_state
from sim.cast import STATES
from sim.contract import checked_rules
from sim.errors import InputError, nearest
from sim.figures import Figures
from sim.laws import Laws
from sim.luck import Luck
from sim.parameters import Parameters, flat_names, owned_by
from sim.past import Past
from sim.record import Nothing
from sim.rules import RULES
from sim.scenario import EVENT_KINDS, Scenario, load_scenario
from sim.scenario.plan import Inputs, Plan
from sim.scenario.uncertainty import drawn
from sim.state import FIELDS, SERIES, holders, series
from sim.world import (
    Affair,
    Council,
    Crises,
    Dialogue,
    Exchange,
    Order,
    Talks,
    Ties,
    War,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import ArrayLike, DTypeLike

    from sim.agents import China, NorthKorea, Russia, SouthKorea, UnitedStates
    from sim.laws import Owner
    from sim.record import Recorder
    from sim.rules import Rule
    from sim.terms import Rows, Terms

__all__ = ["StrategicModel", "Today", "World", "resume", "today"]

World = str | Path | Scenario
"""A scenario: by name, by path, or already read."""

EXERCISE_MONTHS = (3, 8)
"""March and August: the months of the major exercises on record [CSIS2016]."""

ELECTION_CAMPAIGN = (8, 9, 10)
"""August to October: the months before the election in which displays were seen in
2024 [PaperB]; elections are in the years divisible by four."""

PANEL_MONTH = 3
"""The Panel of Experts' mandate came up for renewal every March [UNSC]."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the calendar says of a month, as numbers that rules can multiply.

    Attributes
    ----------
    invasion, ceasefire, nuclear_test, succession, taiwan_crisis : float
        1 in a month with that event: the war in Ukraine begins or ends, North Korea
        tests a warhead whatever its line, it has a new leader, ships are stopped
        around Taiwan.
    exercises, panel_vote, new_year : float
        1 in a month of major exercises, of the vote on the Panel of Experts, and in
        January, when yearly choices are due.
    election : float
        1 in the months before a presidential election in the United States.
    inauguration : float
        1 in the first month of a new administration in Washington.
    in_office : float
        Months that the administration has been in office.
    """

    invasion: float = 0.0
    ceasefire: float = 0.0
    nuclear_test: float = 0.0
    succession: float = 0.0
    taiwan_crisis: float = 0.0
    exercises: float = 0.0
    panel_vote: float = 0.0
    new_year: float = 0.0
    election: float = 0.0
    inauguration: float = 0.0
    in_office: float = 0.0


class StrategicModel(mesa.Model):
    """Northeast Asia over an ensemble of rows (runs), a month at a time.

    A month passes in seven stages. Inside a stage everybody reads the world as it
    stood before, and then everything becomes real at once, so no state moves first:

    1. ``calendar``: what the date brings (governments, levers, events, exercises);
       after this stage there are no dates;
    2. ``perceive``: each state reads last month's acts, updates beliefs, feels threat;
    3. ``decide``: each state chooses its acts from that;
    4. ``act``: acts are carried out; exchange, talks, votes, ties and crises settle
       from all of them;
    5. ``theatre``: the war in Ukraine advances;
    6. ``consequences``: stocks, technology, incomes; then what each can do to others;
    7. ``record``: the recorder sees the month.

    Parameters
    ----------
    world : str, Path or Scenario
        A scenario by name or path, or already read.
    rows : int, optional
        How many futures to run at once; 1 by default, or those of the past.
    seed : int, optional
        Seed of all luck; 0 by default, or that of the past.
    luck_ids : array_like of int, shape (rows,), optional
        Which luck each row has; 0 to rows - 1 by default, or that of the past.
    past : Past, optional
        Where to go on, in place of the scenario's beginning: the scenario then holds
        from the month after it, its dates counting as ever, and none of its earlier
        months is played.
    collect : bool, optional
        Whether to fill a ``mesa.DataCollector`` of floats (the first row's values);
        by default for one row only.
    recorder : Recorder, optional
        Sees every month; nothing is recorded by default.
    rules : mapping of str to rule, optional
        The user's own rules in place of the model's.
    explain : bool
        Whether the recorder is shown the terms of every rule.
    dtype : dtype, optional
        float64, or float32 for speed; that of the past where there is one.
    **parameters : float or array_like of shape (rows,)
        Values that win over the scenario's.

    Raises
    ------
    InputError
        If the scenario, a parameter, a rule, the luck or the past is unusable.

    Attributes
    ----------
    running : bool
        False once the scenario's last month is done.
    month : int
        Months done.
    states : dict of str to State
        The six states by name.
    ties, exchange, talks, council, crises, war, order, dialogue : Affair
        What states have in common.
    """

    creation_order: tuple[str, ...] = STATES
    """The order in which agents are made; results do not hang on it."""

    def __init__(
        self,
        world: World = "baseline",
        *,
        rows: int | None = None,
        seed: int | None = None,
        luck_ids: ArrayLike | None = None,
        past: Past | None = None,
        collect: bool | None = None,
        recorder: Recorder | None = None,
        rules: Mapping[str, Rule] | None = None,
        explain: bool = False,
        dtype: DTypeLike | None = None,
        **parameters: Rows,
    ) -> None:
        if past is not None:
            rows = past.rows if rows is None else rows
            seed = past.seed if seed is None else seed
            luck_ids = past.luck_ids if luck_ids is None else luck_ids
            dtype = past.dtype if dtype is None else dtype
        rows = 1 if rows is None else rows
        _check_rows(rows)
        # Mesa's own generators are seeded too, but nothing in the model draws on them.
        super().__init__(rng=0 if seed is None else int(seed) % 2**32)
        self.plan = _plan(world, parameters, past)
        self.rows, self.dtype = int(rows), np.dtype(dtype or np.float64)
        if past is not None:
            _check_past(past, self.plan, self.rows, self.dtype, rules)
        self.luck = Luck(0 if seed is None else seed, _ids(luck_ids, self.rows))
        self.month = 0
        self.today = Today()
        self.rules = checked_rules(rules or {})
        self.terms: dict[str, dict[Owner, Terms]] = {}
        self._explain, self._stepping = explain, False
        self.parameters = (
            self._parameters(parameters)
            if past is None
            else past.parameters_under(self.plan).replace(**parameters)
        )
        self._check_parameters()
        self.laws: dict[str, Laws] = {}
        self._dated: Mapping[str, Any] = {}
        self._take_office(self.plan.inputs(0))
        self._begin()
        self.running = self.plan.months > 0
        if past is not None:
            self.restore(past.arrays, past.month)
            self.steps = past.month  # Mesa's count, by which what is collected is kept
        self._recorder = Nothing() if recorder is None else recorder
        self._collects = self.rows == 1 if collect is None else collect
        if self._collects:
            self.datacollector = _collector()
        self._record()

    # ------------------------------------------------------------------- the start

    def _parameters(self, given: Mapping[str, Any]) -> Parameters:
        """Return the scenario's parameters, drawn where uncertain, and the given."""
        settings = {
            name: drawn(name, value, self.luck.parameter)
            for name, value in self.plan.settings.items()
        }
        return Parameters(**settings).replace(**given)

    def _check_parameters(self) -> None:
        for name, value in self.parameters.items():
            if np.ndim(value) and np.shape(value) != (self.rows,):
                raise InputError(
                    f"parameter {name!r} has {np.shape(value)[0]} values for "
                    f"{self.rows} rows; give one number, or one per row"
                )

    def _begin(self) -> None:
        """Make the states and the common affairs, and let them take position."""
        self.figures = Figures(self.plan.scenario.base)
        self.ties, self.exchange, self.talks = Ties(self), Exchange(self), Talks(self)
        self.council, self.crises, self.war = Council(self), Crises(self), War(self)
        self.order = Order(self)
        self.dialogue = Dialogue(self)
        self.affairs: tuple[Affair, ...] = (
            self.ties,
            self.exchange,
            self.talks,
            self.council,
            self.crises,
            self.war,
            self.order,
            self.dialogue,
        )
        made = {name: make_state(self, name) for name in self.creation_order}
        self.states: dict[str, State] = {name: made[name] for name in STATES}
        for affair in self.affairs:
            affair.begin()
        for state in self.states.values():
            state.begin()
        for state in self.states.values():
            state.take_position()
        self._together("take_stand")
        # Three looks: an umbrella needs to know who can hit the guarantor, and a
        # guarantor what its allies feel.
        for _ in range(3):
            self._together("look")
        for state in self.states.values():
            state.remember_start()
        for affair in self.affairs:
            affair.remember_start()

    def in_force(self, inputs: Inputs) -> dict[str, Rows]:
        """Return the parameters in force in a month by flat name, as arrays."""
        values = dict(self.parameters)
        for name, steps in inputs.dated.items():
            for step in steps:
                values[name] = (
                    step.target
                    if step.weight == 1.0
                    else values[name] + step.weight * (step.target - values[name])
                )
        return {name: np.asarray(one, dtype=self.dtype) for name, one in values.items()}

    def _take_office(self, inputs: Inputs) -> None:
        """Put the parameters in force this month into the rules."""
        if self.laws and inputs.dated is self._dated:
            return
        self.lay_down(self.in_force(inputs))
        self._dated = inputs.dated

    def lay_down(self, values: Mapping[str, Rows]) -> None:
        """Put parameters by flat name into the rules."""
        note = self._note if self._explain else None
        for owner in STATES:
            own = owned_by(owner, values)
            self.laws[owner] = Laws(owner, self.rules, own, note)
        shared = {name: one for name, one in values.items() if "." not in name}
        self.laws["common"] = Laws("common", self.rules, shared, note)

    # ------------------------------------------------------------------- the month

    def step(self) -> None:
        """Advance every row by one month."""
        if not self.running:
            return
        self.terms, self._stepping = {}, True
        # 1 calendar
        inputs = self.plan.inputs(self.month)
        self._take_office(inputs)
        self.today = today(inputs)
        self.pass_month()
        # 7 record
        self.close_month()

    def pass_month(self) -> None:
        """Play the stages in which states and affairs move; the date is set."""
        # 2 perceive
        self._together("perceive")
        # 3 decide
        self._together("decide")
        # 4 act, and meet
        self.agents.do("act")
        self.exchange.settle_trade()
        self.talks.meet()
        self.council.vote()
        self.ties.move()
        self.dialogue.meet()
        self.crises.break_out()
        self.order.wear()
        self._settle()
        # 5 theatre
        self.war.advance()
        self._settle()
        # 6 consequences
        self._together("face_consequences")
        self._together("take_stand")

    def close_month(self) -> None:
        """Count the month that has passed, and show it to the recorder."""
        self.month += 1
        self.running = self.month < self.plan.months
        self._record()

    def _together(self, stage: str) -> None:
        """Let every state do one thing, all from the same world."""
        self.agents.do(stage)
        self._settle()

    def _settle(self) -> None:
        self.agents.do("settle")
        for affair in self.affairs:
            affair.settle()

    def record_with(self, recorder: Recorder) -> None:
        """Show another recorder the world as it stands, and every month from now on."""
        self._recorder = recorder
        recorder.see(self.month, self, self.terms)

    def _record(self) -> None:
        self._recorder.see(self.month, self, self.terms)
        if self._collects:
            self.datacollector.collect(self)  # type: ignore[no-untyped-call]

    # --------------------------------------------------------------- what agents ask

    @property
    def nk(self) -> NorthKorea:
        """North Korea."""
        return cast("NorthKorea", self.states["NK"])

    @property
    def russia(self) -> Russia:
        """Russia."""
        return cast("Russia", self.states["Russia"])

    @property
    def us(self) -> UnitedStates:
        """The United States."""
        return cast("UnitedStates", self.states["US"])

    @property
    def rok(self) -> SouthKorea:
        """South Korea."""
        return cast("SouthKorea", self.states["ROK"])

    @property
    def china(self) -> China:
        """China."""
        return cast("China", self.states["China"])

    def instruct(self, state: str, **acts: ArrayLike) -> None:
        """Order what a state is to do, from the next month on and until told anew.

        Its rules choose the rest, as it fits to what is ordered. Orders are no part
        of a past: like a scenario, they come from outside.

        Parameters
        ----------
        state : str
            One of :data:`sim.cast.STATES`.
        **acts : array_like
            By name, as :data:`sim.acts.ORDERED` lists them and in the units of
            :class:`sim.acts.Acts`: a number, or an array whose last axis is the rows.
            What is not a number (nan) is left to the rules; with nothing given, all
            is.

        Raises
        ------
        InputError
            If there is no such state or act, or a value is out of bounds or misshapen.

        Examples
        --------
        >>> model = StrategicModel("baseline", collect=False)
        >>> model.instruct("Japan", burden=0.5)
        >>> model.step()
        >>> model.states["Japan"].chosen.burden
        array([0.5])
        """
        if state not in self.states:
            raise InputError(
                f"there is no state {state!r:.60}; {nearest(state, STATES)}"
            )
        orders = checked_orders(state, acts, self.rows)
        self.states[state].orders = {
            act: order.astype(self.dtype) for act, order in orders.items()
        }

    def full(self, value: Rows) -> Rows:
        """Return one value for every row, shape (rows,)."""
        return np.full(self.rows, value, dtype=self.dtype)

    def luck_uniform(self, purpose: str) -> Rows:
        """Return this month's luck for a purpose, between 0 and 1, shape (rows,)."""
        return self.luck.uniform(self.month, purpose).astype(self.dtype, copy=False)

    def luck_normal(self, purpose: str) -> Rows:
        """Return this month's luck for a purpose, standard normal, shape (rows,)."""
        return self.luck.normal(self.month, purpose).astype(self.dtype, copy=False)

    def traits(self, name: str, states: tuple[str, ...]) -> Rows:
        """Return a parameter of some states, shape (states, rows)."""
        quiet = self.full(0.0)
        return np.stack([quiet + self.laws[one].parameters[name] for one in states])

    @property
    def explains(self) -> bool:
        """Whether the terms of rules are shown to the recorder."""
        return self._explain

    # ------------------------------------------------------------------ past and fork

    def holder(self, owner: str) -> State | Affair:
        """Return what holds a field: a state, or one of the common affairs."""
        return self.states[owner] if owner in self.states else getattr(self, owner)

    def snapshot(self) -> dict[str, Any]:
        """Return what goes from one month to the next, by ``owner.field``."""
        return {
            f"{owner}.{field.name}": getattr(holder, field.name)
            for owner, field, holder in holders(self)
        }

    def past(self, rows: ArrayLike | None = None) -> Past:
        """Return all that is needed to go on from here, now or in another process.

        Parameters
        ----------
        rows : array_like of int, optional
            Positions of the rows that are wanted, from 0; all by default.

        Returns
        -------
        Past
            Of its own: it stays as it is when the model goes on.

        Raises
        ------
        InputError
            If there is no such row.
        """
        whole = Past(
            scenario=self.plan.scenario,
            seed=self.luck.seed,
            luck_ids=self.luck.luck_ids,
            month=self.month,
            arrays={key: np.array(one) for key, one in self.snapshot().items()},
            parameters={
                key: np.array(one) if isinstance(one, np.ndarray) else one
                for key, one in self.parameters.items()
            },
            held=self.plan.held,
            rules=tuple(k for k, one in self.rules.items() if one is not RULES[k]),
        )
        return whole if rows is None else whole.select(rows)

    def restore(self, snapshot: Mapping[str, Any], month: int) -> None:
        """Put the world back as a snapshot found it after ``month`` months.

        Of rows with these parameters; a :class:`sim.past.Past` carries its own.
        """
        for owner, field, holder in holders(self):
            setattr(holder, field.name, snapshot[f"{owner}.{field.name}"])
        self.month = month
        self.running = month < self.plan.months

    def _note(self, rule: str, owner: Owner, terms: Terms) -> None:
        """Keep what a rule gave this month, under a name of its own."""
        if not self._stepping:
            return  # the start looks three times before anything counts
        noted = self.terms.setdefault(rule, {})
        if owner in noted:
            raise RuntimeError(f"rule {rule!r} is noted twice for {owner}; use about()")
        noted[owner] = terms


def _check_rows(rows: object) -> None:
    whole = isinstance(rows, (int, np.integer)) and not isinstance(rows, bool)
    if not whole or rows < 1:  # type: ignore[operator]
        raise InputError(f"rows is {rows!r}; it must be a whole number from 1")


def resume(
    past: Past,
    scenario: World | None = None,
    *,
    runs: int = 1,
    **options: Any,  # noqa: ANN401 (whatever the model takes)
) -> StrategicModel:
    """Return a model that goes on from a past.

    Parameters
    ----------
    past : Past
        What has happened so far: ``model.past()``, or ``Past.load(path)``.
    scenario : str, Path or Scenario, optional
        What holds from now on; by default what has held so far, and then the first
        future of every row is what the row became anyway, bit for bit.
    runs : int
        Futures of each row, one row after another: the first with the row's own luck,
        the others with new luck from now on (:meth:`sim.past.Past.futures`).
    **options
        Any other argument of :class:`StrategicModel`; parameters hold from now on.

    Raises
    ------
    InputError
        If the past cannot go on under the scenario, or an option is wrong.

    Examples
    --------
    >>> model = StrategicModel("baseline", collect=False)
    >>> model.step()
    >>> fork = resume(model.past(), "ceasefire", runs=3)
    >>> fork.month, fork.rows, [int(one) for one in fork.luck.luck_ids]
    (1, 3, [0, 1, 2])
    """
    many, ids = past.futures(runs)
    world = past.scenario if scenario is None else scenario
    return StrategicModel(world, past=many, **{"luck_ids": ids, **options})


def _plan(world: World, given: Mapping[str, Any], past: Past | None) -> Plan:
    """Return the plan of a world, in which what the caller sets by hand is held."""
    scenario = world if isinstance(world, Scenario) else load_scenario(world)
    held = frozenset(flat for name in given for flat in flat_names(name))
    return Plan(scenario, held if past is None else held | past.held)


def _check_past(
    past: Past,
    plan: Plan,
    rows: int,
    dtype: np.dtype[Any],
    rules: Mapping[str, Rule] | None,
) -> None:
    past.check(plan.scenario, rules)
    if rows != past.rows:
        raise InputError(f"rows is {rows} and the past has {past.rows} rows")
    if dtype != past.dtype:
        raise InputError(f"dtype is {dtype} and the past is of {past.dtype}")


def _ids(luck_ids: ArrayLike | None, rows: int) -> ArrayLike:
    if luck_ids is None:
        return np.arange(rows)
    if np.shape(luck_ids) != (rows,):
        raise InputError(f"luck_ids has shape {np.shape(luck_ids)} for {rows} rows")
    return luck_ids


def today(inputs: Inputs) -> Today:
    """Turn the date into numbers: the only place that looks at one."""
    return Today(
        **{kind: float(kind in inputs.events) for kind in EVENT_KINDS},
        exercises=float(inputs.calendar_month in EXERCISE_MONTHS),
        panel_vote=float(inputs.calendar_month == PANEL_MONTH),
        new_year=float(inputs.calendar_month == 1),
        election=float(
            int(inputs.label[:4]) % 4 == 0
            and inputs.calendar_month in ELECTION_CAMPAIGN
        ),
        inauguration=float(inputs.in_office == 0),
        in_office=float(inputs.in_office),
    )


def _collector() -> mesa.DataCollector:
    """Return a collector of floats: a Mesa user's way to look at one row."""
    first = {key: _first_row(key) for key in SERIES if key.count(".") == 0}
    each = {
        field.name
        for field in FIELDS
        if field.owner == "each" and field.recorded and field.shape == "rows"
    }
    return mesa.DataCollector(  # type: ignore[no-untyped-call]
        model_reporters=first,
        agent_reporters={name: _first_of(name) for name in sorted(each)},
    )


def _first_row(key: str) -> Callable[[StrategicModel], float]:
    return lambda model: float(series(model)[key][0])


def _first_of(name: str) -> Callable[[State], float]:
    return lambda agent: float(getattr(agent, name)[0])
