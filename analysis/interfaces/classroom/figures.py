"""Figures on a page: a chart that the browser draws, and what it shows in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import ui

from analysis.classroom.plane import plane
from analysis.interfaces.classroom.drawing import MEDIAN, counted, course, phase_plane
from analysis.interfaces.classroom.frame import heading, text
from analysis.interfaces.text import TEXT
from analysis.why.words import unit_words
from sim.cast import LABELS
from sim.state import SERIES, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.catalogue import Outcome
    from analysis.classroom.desk import Answer
    from analysis.interfaces.text import Lang

__all__ = ["Course", "Drawn", "Plane", "Worlds"]


class Drawn:
    """A figure with a chart in it, empty at first."""

    def __init__(self, title: str, lang: Lang) -> None:
        self.lang, self.words = lang, TEXT[lang]
        with ui.element("figure"):
            heading(3, title)
            self._chart = ui.echart({}, renderer="svg").classes("chart")
            self._caption = text("figcaption", "")

    def draw(self, options: dict[str, Any], caption: str) -> None:
        """Draw what options say, and say it in words."""
        self._chart.options.clear()
        self._chart.options.update(options)
        self._chart.update()
        self._caption.set_text(caption)


class Course(Drawn):
    """One series, month by month, before a change and after.

    Parameters
    ----------
    key : str
        The series.
    lang : {'en', 'ko'}
        The language of words.
    title : str, optional
        In place of the name of the series.
    """

    def __init__(self, key: str, lang: Lang, title: str = "") -> None:
        super().__init__(title or label(key, lang), lang)
        self.key = key

    def show(self, before: Answer, after: Answer, names: tuple[str, str]) -> None:
        """Draw two answers, and say where they end."""
        key = self.key
        unit, phrase = unit_words(SERIES[key].unit, self.lang), "class chart words"
        ends = [one.bands[key][MEDIAN][-1] for one in (before, after)]
        if counted(key):
            phrase = "class chart mean"
            ends = [one.means[key][-1] for one in (before, after)]
        if SERIES[key].unit == "0 or 1":
            unit = self.words["class share of futures"]
        caption = self.words[phrase].format(
            what=label(key, self.lang),
            one=names[0],
            before=f"{ends[0]:.3g}",
            other=names[1],
            after=f"{ends[1]:.3g}",
            month=after.labels[-1],
        )
        self.draw(course(key, before, after, names=names, unit=unit), caption)


class Plane(Drawn):
    """Two burdens against each other, with the lines along which each rests."""

    def __init__(self, keys: Sequence[str], lang: Lang, title: str) -> None:
        super().__init__(title, lang)
        self._chart.classes("tall")  # four lines need a legend of four
        self.keys = keys

    def show(self, before: Answer, after: Answer, names: tuple[str, str]) -> None:
        """Draw two answers, the lines as the second has them, and say who holds."""
        words, lang = self.words, self.lang
        one, other = (key.split(".")[1] for key in self.keys)
        found = plane(after.setting, one, other)
        lines = [
            words["class plane line"].format(state=LABELS[lang][state])
            for state in (one, other)
        ]
        courses = [words["class plane course"].format(what=name) for name in names]
        axes = [label(key, lang) for key in self.keys]
        options = phase_plane(
            found,
            before,
            after,
            names=(courses[0], courses[1]),
            axes=(axes[0], axes[1]),
            lines=(lines[0], lines[1]),
        )
        verdict = "class plane rests" if found.product < 1 else "class plane runs"
        caption = words["class plane words"].format(
            one=f"{found.slopes[0]:.2g}",
            other=f"{found.slopes[1]:.2g}",
            product=f"{found.product:.2g}",
            verdict=words[verdict],
        )
        self.draw(options, caption)


class Worlds:
    """One outcome in four worlds: two dials, each at both of its ends."""

    def __init__(
        self, outcome: Outcome, dials: tuple[str, str], lang: Lang, title: str
    ) -> None:
        self.outcome, self.dials, self.lang = outcome, dials, lang
        with ui.element("figure"):
            heading(3, title)
            self._grid = ui.element("div").classes("worlds")
            self._caption = text("figcaption", "")

    def show(self, corners: Sequence[Answer]) -> None:
        """Show the mean in each world: low and high of the first dial, twice."""
        words, lang = TEXT[self.lang], self.lang
        means = [float(one.outcomes[self.outcome.name].mean()) for one in corners]
        low, high = min(means), max(means)
        across, down = self.dials
        self._grid.clear()
        with self._grid:
            text("div", "", "empty")
            for end in ("low", "high"):
                text("div", words[f"class worlds {end}"].format(label=across), "side")
            for row, end in enumerate(("low", "high")):
                text("div", words[f"class worlds {end}"].format(label=down), "side")
                for mean in means[2 * row : 2 * row + 2]:
                    share = (mean - low) / (high - low) if high > low else 0.0
                    corner = text("div", f"{mean:.3g}", "corner")
                    corner.style(f"--share: {share:.0%}")
        self._caption.set_text(
            words["class worlds each"].format(
                outcome=self.outcome.alone(lang),
                rows=corners[0].outcomes[self.outcome.name].size,
            )
        )
