"""A setting: a scenario with what a student moved, and the file that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sim.errors import InputError
from sim.scenario import Scenario, load_scenario
from sim.scenario.months import month_label, month_number

if TYPE_CHECKING:
    from sim.scenario.uncertainty import Uncertainty

__all__ = ["DOUBTS", "MOST_MONTHS", "ROWS", "SEED", "Setting", "as_file", "from_file"]

ROWS = 256
"""Futures of an answer: they tell most differences from luck, within a second."""

SEED = 0
"""Of the luck, so that the command line finds the same numbers without being told."""

MOST_MONTHS = 48
"""Months that an answer may look ahead."""

DOUBTS: tuple[Uncertainty, ...] = ("central", "calibrated", "ranges")
"""Ways of taking what nobody moved, from the least that is left open to the most."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A scenario and what differs from it; equal settings have equal answers.

    Attributes
    ----------
    scenario : str or Scenario
        Where it begins: the name of a packaged one, or one that was loaded.
    moved : mapping of name to float
        Parameters and strengths of mechanisms that were moved, as
        :meth:`sim.scenario.Scenario.with_parameters` takes them.
    lens : str, optional
        The theory through which all six see; None as the scenario has it.
    uncertainty : {'calibrated', 'ranges', 'central'}
        How what nobody moved is taken.
    months : int
        How far it looks ahead, 1 to :data:`MOST_MONTHS`.

    Raises
    ------
    InputError
        If a name is unknown, or a value out of its range.
    """

    scenario: str | Scenario
    moved: Mapping[str, float] = field(default_factory=dict)
    lens: str | None = None
    uncertainty: Uncertainty = "central"
    months: int = MOST_MONTHS

    def __post_init__(self) -> None:
        if not 1 <= self.months <= MOST_MONTHS:
            raise InputError(f"months is {self.months}; it must be 1 to {MOST_MONTHS}")
        ordered = {name: self.moved[name] for name in sorted(self.moved)}
        object.__setattr__(self, "moved", MappingProxyType(ordered))
        self.whole()  # what is wrong is refused here, and not when it is run

    def __hash__(self) -> int:
        name = self.scenario if isinstance(self.scenario, str) else self.scenario.name
        return hash((name, *self.moved.items(), self.lens, self.uncertainty))

    def base(self) -> Scenario:
        """Return the scenario before anything was moved in it, cut to its months."""
        found = self.scenario
        base = load_scenario(found) if isinstance(found, str) else found
        changed: dict[str, Any] = {"uncertainty": self.uncertainty}
        if self.lens is not None:
            changed["lenses"] = {"all": self.lens}
        return _cut(base, self.months).model_copy(update=changed)

    def whole(self) -> Scenario:
        """Return the scenario with all that was moved, as the command line runs it."""
        return self.base().with_parameters(**self.moved)


def _cut(scenario: Scenario, months: int) -> Scenario:
    """Return the first months of a scenario, without what comes after them."""
    last = month_label(month_number(scenario.start) + months - 1)
    end = min(last, scenario.end)
    return scenario.model_copy(
        update={
            "end": end,
            "events": {
                name: event
                for name, event in scenario.events.items()
                if event.on <= end
            },
            "levers": {
                name: lever
                for name, lever in scenario.levers.items()
                if lever.since <= end
            },
        }
    )


def as_file(scenario: Scenario, *, runs: int = ROWS, seed: int = SEED) -> str:
    """Return a scenario as a file that stands alone.

    Parameters
    ----------
    scenario : Scenario
        What to write down.
    runs, seed : int
        What the command line is to be given for the same numbers, for the note at the
        top of the file.

    Returns
    -------
    str
        YAML, which :func:`sim.scenario.load_scenario` reads as the same scenario.
    """
    from ruamel.yaml import YAML

    data = scenario.model_dump(
        mode="python",
        by_alias=True,
        exclude_defaults=True,
        exclude={"parameters", "mechanisms"},
    )
    for name in ("mechanisms", "parameters"):
        settings = getattr(scenario, name)
        if settings:
            data[name] = {flat: _plain(value) for flat, value in settings.items()}
    data["end"] = scenario.end
    data["uncertainty"] = scenario.uncertainty
    note = (
        "# The same numbers: dilemma run THIS_FILE"
        f" --runs {runs} --seed {seed} --fast\n"
    )
    text = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style, writer.width, writer.allow_unicode = False, 88, True
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.dump(_listed(data), text)
    return note + text.getvalue()


def from_file(content: bytes, name: str, *, most_moved: int | None = None) -> Setting:
    """Return the setting that a scenario file stands for.

    Parameters
    ----------
    content : bytes
        What is in the file; whoever sent it need not be trusted.
    name : str
        The file's name, for a scenario that has none of its own.
    most_moved : int, optional
        Of how many numbers that it sets by hand the setting has them as moved; the
        others stay with its scenario.

    Raises
    ------
    InputError
        If anything in it is wrong, as for a file on disk.
    """
    stem = Path(name).stem or "scenario"
    with TemporaryDirectory() as folder:
        # It stands alone there: what it takes over can only be a packaged scenario.
        path = Path(folder) / "scenario.yaml"
        path.write_bytes(content)
        found = load_scenario(path)
    if found.name == path.stem:
        found = found.model_copy(update={"name": stem})
    by_hand = {**found.mechanisms, **found.parameters}
    numbers = [(key, one) for key, one in by_hand.items() if isinstance(one, float)]
    months = month_number(found.end) - month_number(found.start) + 1
    return Setting(
        scenario=found,
        moved=dict(numbers[:most_moved]),
        lens=found.lenses.get("all") if len(found.lenses) == 1 else None,
        uncertainty=found.uncertainty,
        months=min(MOST_MONTHS, months),
    )


def _plain(setting: Any) -> Any:  # noqa: ANN401 (plain data)
    return setting.as_data() if hasattr(setting, "as_data") else setting


def _listed(data: Any) -> Any:  # noqa: ANN401 (plain data)
    """Return plain data with tuples as lists, which is how files write them."""
    if isinstance(data, Mapping):
        return {key: _listed(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_listed(value) for value in data]
    return data
