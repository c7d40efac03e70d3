"""Why: what led a state to what it did in one month of one run.

One row of an ensemble is replayed with the terms of every rule written down, and the
terms that add up to the value in question are named, with the argument behind each.
What hung on luck is shown with its chance and the draw, and with the smallest change
that would have turned it.

>>> from analysis.why import why
>>> why("baseline", "arming", "2022-03", state="ROK").parts[-1].series
'burden.ROK'
"""

from analysis.why.answers import Answer, Decision, Flip, Option, Part, Read, Term
from analysis.why.explain import why
from analysis.why.questions import QUESTIONS

__all__ = [
    "QUESTIONS",
    "Answer",
    "Decision",
    "Flip",
    "Option",
    "Part",
    "Read",
    "Term",
    "why",
]
