"""Where a claim holds: a short rule that tells the points apart."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

__all__ = [
    "WORLD",
    "Condition",
    "Rule",
    "check_installed",
    "in_words",
    "rule",
    "spelled",
    "ways",
]

WORLD = "control: "
"""What names a series of the control rather than a parameter."""

FOLDS, REPEATS = 5, 4
DEEPEST = 2
"""Questions asked one after the other: a rule that a sentence can hold."""

SMALLEST_LEAF = 0.1
"""Share of the points that an answer needs."""

LEAST = 0.05
"""By how much a rule must beat the more frequent answer to be worth telling."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One bound of a rule.

    Attributes
    ----------
    place : str
        A parameter's flat name, or after ``control: `` a recorded series.
    above : bool
        Whether the value must be above the bound, rather than at most at it.
    bound : float
        In the unit of the parameter or series.
    """

    place: str
    above: bool
    bound: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that says where a claim holds.

    Attributes
    ----------
    ways : tuple of tuple of Condition
        It holds where all conditions of any of these are met.
    accuracy : float
        Share of points that it tells right, cross-validated.
    majority : float
        Share that the more frequent answer alone would.
    """

    ways: tuple[tuple[Condition, ...], ...]
    accuracy: float
    majority: float


def check_installed() -> None:
    """Refuse to go on without scikit-learn, before any time is spent.

    Raises
    ------
    InputError
        If it is not installed.
    """
    if find_spec("sklearn") is None:
        raise InputError(
            "the rules that say where a claim holds need scikit-learn; install it "
            'with: pip install "dilemma[claims]"'
        )


def rule(
    effect: NDArray[np.float64],
    holds: NDArray[np.bool_],
    places: Mapping[str, NDArray[np.float64]],
    seed: int = 0,
) -> Rule | None:
    """Return the rule that best tells where a claim holds, if one is worth telling.

    Parameters
    ----------
    effect : ndarray, shape (points,)
        The effect at each point.
    holds : ndarray of bool, shape (points,)
        Whether it bears the claim out.
    places : mapping of name to ndarray, shape (points,)
        What may tell the points apart.
    seed : int
        Of the folds.

    Returns
    -------
    Rule or None
        A regression tree of two questions [Breiman1984], grown on the rank of the
        effect, which says more than yes or no; a leaf answers as most of its points
        do. Its accuracy is that of trees grown on four fifths of the points and tried
        on the last, so that a rule which only fits these points earns none; it is
        told if that is 5 points of a hundred above the more frequent answer.

    Raises
    ------
    InputError
        If scikit-learn is not installed.
    """
    check_installed()
    from scipy.stats import rankdata
    from sklearn.model_selection import RepeatedStratifiedKFold
    from sklearn.tree import DecisionTreeRegressor

    majority = float(max(np.mean(holds), 1.0 - np.mean(holds)))
    if min(holds.sum(), (~holds).sum()) < FOLDS:
        return None
    names = [name for name, one in places.items() if np.ptp(one) > 0.0]
    table = np.column_stack([places[name] for name in names])
    ranks = rankdata(effect)
    tree = DecisionTreeRegressor(
        max_depth=DEEPEST, min_samples_leaf=SMALLEST_LEAF, random_state=seed
    )
    right = []
    for grow, attempt in RepeatedStratifiedKFold(
        n_splits=FOLDS, n_repeats=REPEATS, random_state=seed
    ).split(table, holds):
        tree.fit(table[grow], ranks[grow])
        answers = _answers(tree.apply(table[grow]), holds[grow])
        said = np.array([answers[leaf] for leaf in tree.apply(table[attempt])])
        right.append(np.mean(said == holds[attempt]))
    accuracy = float(np.mean(right))
    if accuracy < majority + LEAST:
        return None
    tree.fit(table, ranks)
    ways = _ways(tree.tree_, names, _answers(tree.apply(table), holds))
    return Rule(_plain(ways), accuracy, majority) if ways else None


def leaning(
    effect: NDArray[np.float64], places: Mapping[str, NDArray[np.float64]]
) -> tuple[str, float]:
    """Return what an effect leans on most: what it rises or falls with.

    Parameters
    ----------
    effect : ndarray, shape (points,)
        The effect at each point.
    places : mapping of name to ndarray, shape (points,)
        What may tell the points apart.

    Returns
    -------
    name, correlation : str, float
        The place with the largest rank correlation (Spearman); empty and NaN where
        not even that one can be told from luck, for so many looked at (Bonferroni).
    """
    from scipy.stats import rankdata, spearmanr

    names = [name for name, one in places.items() if np.ptp(one) > 0.0]
    if not names or np.ptp(effect) == 0.0:
        return "", float("nan")
    ranks = rankdata(
        np.column_stack([*(places[name] for name in names), effect]), axis=0
    )
    ranks -= ranks.mean(axis=0)
    ranks /= np.sqrt((ranks**2).sum(axis=0))
    best = names[int(np.argmax(np.abs(ranks[:, -1] @ ranks[:, :-1])))]
    found = spearmanr(places[best], effect)
    if found.pvalue * len(names) > _RISK:
        return "", float("nan")
    return best, float(found.statistic)


_RISK = 0.05


def _answers(leaves: NDArray[np.int64], holds: NDArray[np.bool_]) -> dict[int, bool]:
    """Return what each leaf answers: what most of its points do."""
    return {
        int(leaf): bool(np.mean(holds[leaves == leaf]) > _EVENS)
        for leaf in np.unique(leaves)
    }


_EVENS = 0.5


def _ways(
    grown: Any,  # noqa: ANN401 - scikit-learn's own tree has no types
    names: list[str],
    answers: Mapping[int, bool],
) -> list[tuple[Condition, ...]]:
    """Return the paths from the root to leaves at which the claim mostly holds."""

    def below(node: int) -> list[tuple[Condition, ...]]:
        if grown.children_left[node] < 0:
            return [()] if answers[node] else []
        place, bound = names[grown.feature[node]], float(grown.threshold[node])
        left, right = (
            below(int(side[node]))
            for side in (grown.children_left, grown.children_right)
        )
        if left == [()] == right:
            return [()]  # the question changes no answer
        return [(Condition(place, False, bound), *way) for way in left] + [
            (Condition(place, True, bound), *way) for way in right
        ]

    return below(0)


def _plain(ways: list[tuple[Condition, ...]]) -> tuple[tuple[Condition, ...], ...]:
    """Return ways that say the same in fewer words.

    Of two bounds of one kind the tighter stands; and where one way is a single
    condition, the others need not say that it is not met.
    """
    tight = []
    for way in ways:
        bounds: dict[tuple[str, bool], float] = {}
        for one in way:
            key = (one.place, one.above)
            keep = max if one.above else min
            bounds[key] = keep(bounds.get(key, one.bound), one.bound)
        tight.append([Condition(*key, bound) for key, bound in bounds.items()])
    alone = [way[0] for way in tight if len(way) == 1]
    refused = {(one.place, not one.above, one.bound) for one in alone}
    return tuple(
        tuple(
            one
            for one in way
            if len(way) == 1 or (one.place, one.above, one.bound) not in refused
        )
        for way in tight
    )


def spelled(told: Rule) -> str:
    """Return a rule as text: ``a > 1 and b <= 2 or c > 3``; :func:`ways` reads it."""
    return " or ".join(
        " and ".join(
            f"{one.place} {'>' if one.above else '<='} {one.bound:.3g}" for one in way
        )
        for way in told.ways
    )


def ways(text: str) -> list[list[Condition]]:
    """Return the ways in which a rule, as :func:`spelled` writes it, is met."""
    found = []
    for way in text.split(" or "):
        conditions = []
        for part in way.split(" and "):
            place, sign, bound = part.rsplit(" ", 2)
            conditions.append(Condition(place, sign == ">", float(bound)))
        found.append(conditions)
    return found


def in_words(text: str, lang: str = "en") -> str:
    """Return a rule, as :func:`spelled` writes it, as part of a sentence.

    Parameters
    ----------
    text : str
        The rule.
    lang : {'en', 'ko'}
        Parameters keep their names, under which they can be set.

    Returns
    -------
    str
        Such as ``linkage.ROK is above 0.4 and economic stress (NK) in the control is
        at most 0.3``.
    """
    words = _WORDS[lang]
    return words["or"].join(
        words["and"].join(
            words["above" if one.above else "at most"].format(
                what=place_in_words(one.place, lang), bound=f"{one.bound:.3g}"
            )
            for one in way
        )
        for way in ways(text)
    )


_WORDS = {
    "en": {
        "or": ", or where ",
        "and": " and ",
        "above": "{what} is above {bound}",
        "at most": "{what} is at most {bound}",
        "control": "{what} in the control",
    },
    "ko": {
        "or": ", 또는 ",
        "and": "이고 ",
        "above": "{what} > {bound}",
        "at most": "{what} ≤ {bound}",
        "control": "대조군의 {what}",
    },
}


def place_in_words(place: str, lang: str) -> str:
    """Return what a place is, for readers: a parameter keeps its name."""
    from sim.state import FIELDS

    if not place.startswith(WORLD):
        return place
    name, *whose = place.removeprefix(WORLD).split(".")
    labels = {field.name: getattr(field, lang) for field in FIELDS}
    owner = f" ({'–'.join(whose)})" if whose else ""
    return _WORDS[lang]["control"].format(what=labels[name] + owner)
