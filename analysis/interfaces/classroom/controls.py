"""What a student moves: sliders, choices, and how the rest is taken."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any

from nicegui import ui

from analysis.classroom.settings import DOUBTS
from analysis.interfaces.classroom.frame import text
from analysis.interfaces.text import TEXT
from sim.scenario import load_scenario, scenario_names

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from analysis.interfaces.text import Lang
    from sim.scenario.uncertainty import Uncertainty

__all__ = ["Dial", "choice", "doubt", "scenario_titles", "select", "step_of"]

STEPS = 20
"""About how many steps a slider has."""


def step_of(low: float, high: float) -> float:
    """Return a round step that goes from one end to the other in about twenty."""
    rough = (high - low) / STEPS
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    round_step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough)
    return float(f"{round_step:.6g}")


class Dial:
    """A slider with its name, where it stands, and where it began.

    It is the browser's own, which keys, fingers and screen readers know.

    Parameters
    ----------
    label : str
        What it is called.
    ends : tuple of float
        Lower and upper end.
    at : float
        Where it stands.
    moved : callable
        Told the new position once it is let go.
    step : float, optional
        Its step; about a twentieth of its length by default.
    note, hint : str
        A line under it; what is shown when its name is pointed at.
    """

    def __init__(
        self,
        label: str,
        ends: tuple[float, float],
        at: float,
        moved: Callable[[float], Awaitable[None]],
        *,
        step: float | None = None,
        note: str = "",
        hint: str = "",
    ) -> None:
        low, high = ends
        step = step or step_of(low, high)
        with ui.element("div").classes("dial"):
            name = text("label", label, "name")
            if hint:
                name.tooltip(hint)
            with ui.element("div").classes("track"):
                self._input = ui.element("input").props("type=range")
                self._input.props(f"min={low:g} max={high:g} step={step:g}")
                # For the eye alone: who hears the page hears it from the slider.
                self._shown = ui.element("span").classes("at").props("aria-hidden=true")
            name.props(f"for=c{self._input.id}")
            text("div", f"{low:g} – {high:g}{'; ' if note else ''}{note}", "quiet")
        self.set_value(at)

        async def let_go(event: Any) -> None:  # noqa: ANN401 (an event of NiceGUI)
            value = _number(event.args)
            if value is not None and low <= value <= high:
                self.set_value(value)
                await moved(value)

        self._input.on("input", js_handler=_SHOW)
        self._input.on("change", let_go, js_handler=_TELL)

    def set_value(self, value: float) -> None:
        """Put it somewhere without telling anybody."""
        self._input.props(f"value={value:g}")
        self._shown.props(f"data-at={value:g}")


_SHOW = "(event) => { event.target.nextElementSibling.dataset.at = event.target.value }"
_TELL = "(event) => emit(event.target.value)"


def _number(given: object) -> float | None:
    """Return what a browser sent as a number, if it is one."""
    try:
        value = float(str(given))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def choice(
    label: str,
    options: Mapping[str, str],
    at: str,
    moved: Callable[[str], Awaitable[None]],
) -> ui.radio:
    """Make a choice among a few named options."""
    with ui.element("div").classes("dial"):
        text("div", label, "name")
        radio = ui.radio(dict(options), value=at)
        radio.props(f'aria-label="{_quoted(label)}"')

    async def chosen(event: Any) -> None:  # noqa: ANN401
        del event
        if radio.value in options:
            await moved(str(radio.value))

    radio.on("update:model-value", chosen)
    return radio


def select(
    label: str,
    options: Mapping[str, str],
    at: str | None,
    moved: Callable[[str], Awaitable[None]],
) -> ui.select:
    """Make a choice among many named options, found by typing."""
    chosen_from = ui.select(dict(options), value=at, label=label, with_input=True)
    chosen_from.classes("wide")

    async def chosen(event: Any) -> None:  # noqa: ANN401
        del event
        if chosen_from.value in options:
            await moved(str(chosen_from.value))

    chosen_from.on("update:model-value", chosen)
    return chosen_from


def doubt(
    lang: Lang,
    at: Uncertainty,
    moved: Callable[[Uncertainty], Awaitable[None]],
) -> ui.radio:
    """Make the choice of how what nobody moved is taken."""
    words = TEXT[lang]
    options: dict[str, str] = {way: words[f"class doubt {way}"] for way in DOUBTS}

    async def chosen(value: str) -> None:
        await moved(next(way for way in DOUBTS if way == value))

    return choice(words["class doubt"], options, at, chosen)


@functools.cache
def scenario_titles(lang: Lang) -> dict[str, str]:
    """Return the packaged scenarios' names and titles."""
    return {
        name: f"{getattr(load_scenario(name).title, lang)} ({name})"
        for name in scenario_names()
    }


def _quoted(label: str) -> str:
    return label.replace('"', "'")
