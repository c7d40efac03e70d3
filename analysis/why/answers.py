"""Answers: what is said about one month of one run, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Answer", "Decision", "Flip", "Option", "Part", "Read", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a rule, with the argument behind it.

    Attributes
    ----------
    rule, name : str
        Of which rule, and its name there.
    label : str
        What it is, in words.
    value : float
        In the unit of its part; the terms of a part add up to its total.
    mechanism, claim : str
        The mechanism of the register behind it, by number and by title, or nothing.
    source : str
        Keys of the bibliography, a place in the papers, or that it is the model's own.
    """

    rule: str
    name: str
    label: str
    value: float
    mechanism: str
    claim: str
    source: str


@dataclass(frozen=True, slots=True)
class Read:
    """Something that a rule read.

    Attributes
    ----------
    rule, name : str
        By which rule, and its name there.
    label : str
        What it is, in words.
    value : float
        What was read.
    unit : str
        In which unit.
    without : float or None
        What the part's total would be if this were 0; None where its terms say it.
    """

    rule: str
    name: str
    label: str
    value: float
    unit: str
    without: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One value, as the sum of its terms, and what was read for it.

    Attributes
    ----------
    title : str
        What the value is.
    owner : str
        Whose rules they are: a state, or ``common``.
    unit : str
        Of the value and its terms.
    total : float
        The value.
    terms : tuple of Term
        In order; their sum is the total to the last bit.
    reads : tuple of Read
        What the rules read.
    option : str
        The option that the terms speak for, where there are several; else nothing.
    series : str
        The recorded series that the value equals, or nothing.
    behind : str
        The term whose input this explains, where it is a step further back.
    earlier : bool
        Whether it is of the month before.
    """

    title: str
    owner: str
    unit: str
    total: float
    terms: tuple[Term, ...]
    reads: tuple[Read, ...] = ()
    option: str = ""
    series: str = ""
    behind: str = ""
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that could have been decided.

    Attributes
    ----------
    name, label : str
        Its name, and what it is in words.
    utility : float or None
        What spoke for it, where that was weighed.
    chance : float
        Its chance.
    low, high : float
        Between which draws of luck it is taken.
    taken : bool
        Whether it was.
    """

    name: str
    label: str
    utility: float | None
    chance: float
    low: float
    high: float
    taken: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided by a chance and the month's luck.

    Attributes
    ----------
    name, title : str
        Which, and what it is about.
    luck : float
        The month's draw, between 0 and 1.
    options : tuple of Option
        What could have been decided, in the order in which luck meets it.
    held : bool
        False if it says only what would have been decided: nobody was asked.
    """

    name: str
    title: str
    luck: float
    options: tuple[Option, ...]
    held: bool = True


@dataclass(frozen=True, slots=True)
class Flip:
    """What it takes of one quantity to turn a decision.

    Attributes
    ----------
    decision, label : str
        Which decision, and what would have to be otherwise.
    value : float
        As it was.
    needed : float or None
        The nearest value that turns the decision, all else as it was; None if none
        within the bounds does.
    low, high : float
        The bounds.
    unit : str
        Of all four.
    outcome : str
        What would then have been decided, or nothing.
    sentence : str
        The same in a sentence, or nothing.
    given : str
        What that supposes as well, where nobody had to decide; else nothing.
    """

    decision: str
    label: str
    value: float
    needed: float | None
    low: float
    high: float
    unit: str
    outcome: str
    sentence: str
    given: str = ""

    @property
    def share(self) -> float:
        """The change as a share of the range within the bounds; infinite if none."""
        if self.needed is None:
            return float("inf")
        return abs(self.needed - self.value) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a state did what it did in one month of one run.

    Attributes
    ----------
    what, state, other : str
        The question, of whom, and about whom; nothing where nobody is meant.
    month : str
        ``YYYY-MM``.
    scenario : str
        Its name.
    seed, row : int
        Which run.
    lang : {'en', 'ko'}
        The language of all words.
    headline : str
        What happened, in a sentence or two.
    parts : tuple of Part
        The values that answer it, the last being what was asked for.
    decisions : tuple of Decision
        What hung on luck.
    deeper : tuple of Part
        One step further back: what made the inputs behind the largest terms.
    flips : tuple of Flip
        What would have turned each decision, the smallest change first.
    """

    what: str
    state: str
    other: str
    month: str
    scenario: str
    seed: int
    row: int
    lang: str
    headline: str
    parts: tuple[Part, ...]
    decisions: tuple[Decision, ...]
    deeper: tuple[Part, ...]
    flips: tuple[Flip, ...]

    def table(self) -> pd.DataFrame:
        """Return every term as a line.

        Returns
        -------
        DataFrame
            ``step`` (0 for the answer, 1 for a step further back), ``part``, ``owner``,
            ``option``, ``rule``, ``term``, ``label``, ``value``, ``unit``,
            ``mechanism``, ``source``; ``value`` adds up to the total of each part and
            option.
        """
        import pandas as pd

        lines = [
            {
                "step": step,
                "part": part.title,
                "owner": part.owner,
                "option": part.option,
                "rule": term.rule,
                "term": term.name,
                "label": term.label,
                "value": term.value,
                "unit": part.unit,
                "mechanism": term.mechanism,
                "source": term.source,
            }
            for step, parts in enumerate((self.parts, self.deeper))
            for part in parts
            for term in part.terms
        ]
        return pd.DataFrame(lines)
