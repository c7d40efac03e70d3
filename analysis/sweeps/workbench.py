"""The model as a model of the EMA Workbench, and an evaluator that runs it at once.

What an experiment varies become uncertainties and levers, what it reads off becomes
outcomes, and the workbench chooses the points::

    model = model_of(read_experiment("what_drives_rok_spending"))
    with evaluator(model) as ensemble:
        points, outcomes = ensemble.perform_experiments(scenarios=1000)

The workbench's other evaluators run it as well, one experiment a call.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.sweeps.experiment import Experiment, experiment_of
from analysis.sweeps.parts import ROWS
from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import ModuleType

    from numpy.typing import NDArray

    from analysis.outcomes import Measure
    from analysis.sweeps.results import Factor
    from sim.scenario import Scenario

__all__ = ["FUTURES", "evaluator", "model_of", "scenario_model"]

FUTURES = " futures"
"""Ends the name of an outcome that has the value of every future, not their mean."""
_TAKEN = ("scenario", "policy", "model")
"""Columns of the workbench's own; a factor of that name gets an underscore."""

Output = dict[str, Any]


def model_of(experiment: Experiment) -> Any:  # noqa: ANN401 - the workbench is untyped
    """Return an experiment as a model of the workbench.

    Parameters
    ----------
    experiment : Experiment
        What is varied and read off; its design is left aside, as the workbench makes
        its own.

    Returns
    -------
    ema_workbench.Model
        Uncertainties and choices of the experiment are uncertainties, its levers
        levers; each over the experiment's range. A factor ``scenario`` is called
        ``scenario_``, as the workbench has a column of that name. An outcome is the
        mean over the replicates, of one replicate its value; a series over time has
        one number a year. With several replicates ``NAME futures`` has every one.
        Replicate k has the luck k in every experiment.

    Raises
    ------
    InputError
        If the workbench is missing, or luck is fresh: it tells no experiment from
        another, so that none could have luck of its own.

    Notes
    -----
    [Kwakkel2017]. What is not sampled is as in the scenario, at first guesses; of
    choices it is the first.
    """
    workbench = _workbench()
    definition = experiment.definition
    if definition.luck != "held":
        raise InputError(
            "the workbench tells no experiment from another, so luck cannot be"
            " 'fresh': write luck: held"
        )
    # As the plain name of a model it takes letters and digits only.
    name = "".join(one for one in experiment.name if one.isalnum()) or "experiment"
    model = workbench.Model(name, function=_Futures.of(experiment))
    levers = [one for one in experiment.factors if one.name in definition.levers]
    for one in levers:
        if hasattr(model, one.name):
            raise InputError(f"the workbench cannot have a lever {one.name!r}")
    model.levers = [_parameter(workbench, one) for one in levers]
    model.uncertainties = [
        _parameter(workbench, one) for one in experiment.factors if one not in levers
    ]
    outcomes = [workbench.ScalarOutcome(one) for one in experiment.asked]
    outcomes += [workbench.TimeSeriesOutcome(one) for one in experiment.yearly]
    if definition.replicates > 1:
        # The workbench knows a name as a number or as an array, once and for all.
        whole = (*experiment.asked, *experiment.yearly)
        outcomes += [workbench.ArrayOutcome(one + FUTURES) for one in whole]
    model.outcomes = outcomes
    return model


def scenario_model(
    scenario: str,
    *,
    outcomes: Sequence[str],
    uncertainties: Mapping[str, Any] | None = None,
    levers: Mapping[str, Any] | None = None,
    factors: Mapping[str, Any] | None = None,
    over_time: Sequence[str] = (),
    end: str | None = None,
    replicates: int = 1,
    seed: int = 0,
) -> Any:  # noqa: ANN401 - the workbench is untyped
    """Return a scenario as a model of the workbench, without an experiment file.

    Parameters
    ----------
    scenario : str
        The name of a packaged scenario.
    outcomes, over_time : sequence of str
        Named outcomes or phrases; series of which every year's mean is wanted.
    uncertainties, levers : mapping of parameter to 'range' or [low, high], optional
        As in an experiment file: ``{"all": "range"}`` for the whole range of every
        card.
    factors : mapping of name to mapping of choice to what it sets, optional
        Likewise.
    end : str, optional
        The last month, YYYY-MM.
    replicates, seed : int
        Futures of each experiment, and the seed of their luck.

    Returns
    -------
    ema_workbench.Model
        See :func:`model_of`.

    Raises
    ------
    InputError
        If a name or a number is wrong, or the workbench is missing.
    """
    said = {
        "question": f"What becomes of {scenario}?",
        "scenario": scenario,
        "end": end,
        "levers": dict(levers or {}),
        "uncertainties": dict(uncertainties or {}),
        "factors": dict(factors or {}),
        "outcomes": list(outcomes),
        "over_time": list(over_time),
        "design": {"kind": "latin", "points": 1},
        "replicates": replicates,
        "seed": seed,
    }
    return model_of(experiment_of(said, scenario))


def evaluator(model: Any) -> Any:  # noqa: ANN401 - the workbench is untyped
    """Return an evaluator of the workbench that runs many experiments together.

    Parameters
    ----------
    model : ema_workbench.Model or sequence of it
        As :func:`model_of` makes them; nothing else can be run together.

    Returns
    -------
    ema_workbench evaluator
        To use as any other; it takes thousands of futures at a time, in this process,
        and gives the numbers that one experiment a call gives.

    Raises
    ------
    InputError
        If a model is another.
    """
    _workbench()
    from ema_workbench.em_framework.evaluators import BaseEvaluator
    from ema_workbench.em_framework.points import experiment_generator

    class EnsembleEvaluator(BaseEvaluator):  # type: ignore[misc]
        """Runs what the ensemble can run together."""

        def initialize(self) -> None:
            """There is nothing to start."""

        def finalize(self) -> None:
            """There is nothing to end."""

        def evaluate_experiments(
            self,
            scenarios: Any,  # noqa: ANN401
            policies: Any,  # noqa: ANN401
            callback: Any,  # noqa: ANN401
            combine: str = "factorial",
        ) -> None:
            """Run every experiment and hand its outcomes to the callback."""
            known = {one.name: one for one in self._msis}
            waiting: list[Any] = []
            for one in experiment_generator(
                scenarios, self._msis, policies, combine=combine
            ):
                if waiting and (
                    one.model_name != waiting[0].model_name
                    or len(waiting) >= known[one.model_name].function.at_once
                ):
                    _run(known[waiting[0].model_name], waiting, callback)
                    waiting = []
                waiting.append(one)
            if waiting:
                _run(known[waiting[0].model_name], waiting, callback)

    made = EnsembleEvaluator(model)
    for one in made._msis:
        if not isinstance(one.function, _Futures):
            raise InputError(f"the model {one.name!r} was not made by model_of")
    return made


def _run(model: Any, experiments: Sequence[Any], callback: Any) -> None:  # noqa: ANN401
    constants = {one.name: one.value for one in model.constants}
    given = [{**one.scenario, **one.policy, **constants} for one in experiments]
    for one, found in zip(experiments, model.function.many(given), strict=True):
        model.outcomes_output = found
        callback(one, dict(model.outcomes_output))


# ------------------------------------------------------------------------- the function


@dataclass(frozen=True, slots=True)
class _Futures:
    """Runs experiments that are given by name; it travels between processes.

    Attributes
    ----------
    choices : mapping of name to tuple of str
        What may be chosen, in the order in which combinations are spelled.
    scenarios : mapping of tuple of str to Scenario
        What the choices come to.
    measures : mapping of name to callable
        What is read off, columns of years included.
    asked : tuple of str
        Those that are no years.
    yearly : mapping of name to tuple of str
        Series to their years.
    replicates, seed : int
        Futures of each experiment, and the seed of their luck.
    """

    choices: Mapping[str, tuple[str, ...]]
    scenarios: Mapping[tuple[str, ...], Scenario]
    measures: Mapping[str, Measure]
    asked: tuple[str, ...]
    yearly: Mapping[str, tuple[str, ...]]
    replicates: int
    seed: int

    @classmethod
    def of(cls, experiment: Experiment) -> _Futures:
        return cls(
            {_called(one): one.choices for one in experiment.factors if one.choices},
            dict(experiment.combinations),
            {name: one.measure for name, one in experiment.outcomes.items()},
            experiment.asked,
            dict(experiment.yearly),
            experiment.definition.replicates,
            experiment.definition.seed,
        )

    @property
    def at_once(self) -> int:
        """Experiments that are run together: a part's worth of futures."""
        return max(ROWS // self.replicates, 1)

    def __call__(self, **given: Any) -> Output:  # noqa: ANN401 - numbers and choices
        return self.many([given])[0]

    def many(self, given: Sequence[Mapping[str, Any]]) -> list[Output]:
        """Return the outcomes of several experiments, in order."""
        alike: dict[tuple[Any, ...], list[int]] = {}
        for place, one in enumerate(given):
            key = (self._chosen(one), tuple(sorted(set(one) - set(self.choices))))
            alike.setdefault(key, []).append(place)
        found: list[Output] = [{} for _ in given]
        for (chosen, names), places in alike.items():
            for place, output in zip(
                places,
                self._together(chosen, names, [given[one] for one in places]),
                strict=True,
            ):
                found[place] = output
        return found

    def _chosen(self, given: Mapping[str, Any]) -> tuple[str, ...]:
        found = []
        for name, choices in self.choices.items():
            one = str(given.get(name, choices[0]))
            if one not in choices:
                raise InputError(f"{name!r} is {one!r}; {nearest(one, choices)}")
            found.append(one)
        return tuple(found)

    def _together(
        self,
        chosen: tuple[str, ...],
        names: Sequence[str],
        given: Sequence[Mapping[str, Any]],
    ) -> Iterable[Output]:
        """Yield the outcomes of experiments that are of one scenario."""
        from sim.ensemble import Rows, run_rows

        rows = Rows(
            scenario=self.scenarios[chosen],
            luck_ids=np.tile(np.arange(self.replicates), len(given)),
            parameters={
                name: np.repeat([float(one[name]) for one in given], self.replicates)
                for name in names
            },
            seed=self.seed,
        )
        (history,) = run_rows([rows], outcomes=dict(self.measures), keep=0)
        values: dict[str, NDArray[np.float64]] = {
            name: np.asarray(history.outcomes[name], dtype=np.float64).reshape(
                len(given), self.replicates
            )
            for name in self.measures
        }
        for place in range(len(given)):
            yield self._told({name: one[place] for name, one in values.items()})

    def _told(self, values: Mapping[str, NDArray[np.float64]]) -> Output:
        every: Output = {one: values[one] for one in self.asked}
        for name, years in self.yearly.items():
            every[name] = np.column_stack([values[f"{name} {year}"] for year in years])
        means: Output = {name: float(every[name].mean()) for name in self.asked}
        means |= {name: every[name].mean(axis=0) for name in self.yearly}
        return means | {name + FUTURES: one for name, one in every.items()}


def _called(factor: Factor) -> str:
    return factor.name + "_" * (factor.name in _TAKEN)


def _parameter(workbench: ModuleType, factor: Factor) -> Any:  # noqa: ANN401
    if factor.choices:
        return workbench.CategoricalParameter(_called(factor), list(factor.choices))
    return workbench.RealParameter(factor.name, factor.low, factor.high)


def _workbench() -> ModuleType:
    try:
        with warnings.catch_warnings():
            # It warns of packages that it can do without.
            warnings.simplefilter("ignore")
            import ema_workbench
    except ImportError:
        raise InputError(
            "a model of the EMA Workbench needs ema_workbench, which is not installed:"
            " python -m pip install 'dilemma[discovery]'"
        ) from None
    found: ModuleType = ema_workbench
    return found
