"""A folder of run or compare: read, and checked to be as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.interfaces.again import check_asked, scenarios_of
from analysis.interfaces.manifest import made_by, read_manifest, unsound
from analysis.interfaces.saving import load
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from sim.scenario import Scenario

__all__ = ["Result", "read_result"]

_BASELINE = "baseline"
"""With what a single scenario is compared."""


@dataclass(frozen=True, eq=False)
class Result:
    """A folder of run or compare, read and checked.

    Attributes
    ----------
    folder : Path
        Where it lies.
    manifest : mapping
        As it stands.
    scenarios : tuple of Scenario
        The first is the control.
    table, bands : DataFrame
        What :func:`analysis.compare.table` and :func:`analysis.bands.bands` returned.
    against : Scenario
        With what the scenarios are compared: the control, or for a single one the
        packaged baseline.
    """

    folder: Path
    manifest: Mapping[str, Any]
    scenarios: tuple[Scenario, ...]
    table: pd.DataFrame
    bands: pd.DataFrame
    against: Scenario

    @property
    def name(self) -> str:
        """Of the folder."""
        return self.folder.resolve().name

    @property
    def asked(self) -> Mapping[str, Any]:
        """The inputs."""
        found: Mapping[str, Any] = self.manifest["asked"]
        return found

    @property
    def settings(self) -> Mapping[str, Any]:
        """What was set by hand in every scenario."""
        found = self.asked.get("settings")
        return found if isinstance(found, dict) else {}

    @property
    def compared(self) -> tuple[Scenario, ...]:
        """The scenarios that are held against :attr:`against`."""
        return self.scenarios[1:] or self.scenarios


def read_result(folder: Path) -> Result:
    """Return what a folder of run or compare holds.

    Parameters
    ----------
    folder : Path
        The folder.

    Raises
    ------
    InputError
        If it is not whole, was changed, or is not valid with this source.
    """
    from sim.scenario import load_scenario

    manifest = read_manifest(folder)
    if "asked" not in manifest:
        raise InputError(
            f"{folder} was made by {made_by(manifest)}: it is not read here"
        )
    try:
        asked = manifest["asked"]
        check_asked(asked)
        scenarios = scenarios_of(manifest)
        form = asked["format"]
        needed = {
            name: manifest["files"][name] for name in ("table.csv", f"bands.{form}")
        }
    except (KeyError, TypeError, AttributeError) as error:
        missing = f"{error} is missing" if isinstance(error, KeyError) else error
        raise InputError(f"{folder} has no whole manifest: {missing}") from None
    fault = unsound(folder, {"files": needed})
    if fault:
        raise InputError(f"{folder} is not as it was written: {fault}")
    try:
        table, bands = load(folder / "table", "csv"), load(folder / "bands", form)
        names = [
            list(dict.fromkeys(one["scenario"].astype(str))) for one in (table, bands)
        ]
    except (OSError, KeyError, ValueError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"{folder} has no tables that can be read: {said}") from None
    if any(found != [one.name for one in scenarios] for found in names):
        raise InputError(f"{folder} has tables of other scenarios than its manifest")
    single = len(scenarios) == 1
    against = load_scenario(_BASELINE) if single else scenarios[0]
    return Result(folder, manifest, scenarios, table, bands, against)
