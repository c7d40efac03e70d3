"""Misreading: what states believed of each other against what each was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.game.courses import Courses

__all__ = ["Misreading", "misreadings"]


@dataclass(frozen=True, kw_only=True)
class Misreading:
    """What one state held another to be.

    Attributes
    ----------
    state, other : str
        Who judged, and whom.
    truth : float
        The other's true type. [share]
    start, end, mean : float
        How likely the state held the other to be greedy: before the first month, in
        the last, and over all months. [share]
    """

    state: str
    other: str
    truth: float
    start: float
    end: float
    mean: float

    @property
    def error(self) -> float:
        """How much greedier than it is the other was held to be, on average."""
        return self.mean - self.truth


def misreadings(seen: Courses) -> tuple[Misreading, ...]:
    """Return what every state held every other to be, the most misread first.

    Parameters
    ----------
    seen : Courses
        Of a game; of at least one month.
    """
    found = [
        Misreading(
            state=state,
            other=other,
            truth=seen.greed[other],
            start=line[0],
            end=line[-1],
            mean=sum(line[1:]) / len(line[1:]),
        )
        for (state, other), line in seen.belief.items()
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.error)))
