"""Two searches for boxes in which cases are dense: peeling, and a tree.

Both offer boxes from large to small, and leave the choice among them to the caller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

import numpy as np

from analysis.sweeps.boxes import Bound, Box
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from analysis.sweeps.boxes import Kind
    from analysis.sweeps.cases import Sample
    from analysis.sweeps.results import Factor

__all__ = ["LEAST_MASS", "METHODS", "Method", "cart", "check_method", "prim"]

Method = Literal["prim", "cart"]
METHODS: tuple[Method, ...] = get_args(Method)
PEEL, LEAST_MASS = 0.05, 0.05
"""Share of a box's points that is cut off at a time, and share of all points below
which a box is not made smaller; both are the usual ones of scenario discovery."""
_DEEPEST = 5
"""Questions of a tree one after the other: a box of more is not read."""


def check_method(method: str) -> Method:
    """Return the method, or refuse a name that is none.

    Raises
    ------
    InputError
        If there is no such method, or it needs a package that is missing.
    """
    for known in METHODS:
        if method == known:
            if known == "cart":
                _tree(0)
            return known
    raise InputError(f"there is no method {method!r}; valid: {', '.join(METHODS)}")


# ------------------------------------------------------------------------------ peeling


def prim(sample: Sample, peel: float = PEEL, mass: float = LEAST_MASS) -> list[Box]:
    """Return ever smaller boxes, each cut out of the one before.

    Parameters
    ----------
    sample : Sample
        The points.
    peel : float
        Share of the points inside that is cut off a number at a time.
    mass : float
        Share of all points that stays inside at least.

    Returns
    -------
    list of Box
        The first is the whole space. Each step cuts one factor at one side, or takes
        one choice away: what gains most density for every point lost.

    Notes
    -----
    The patient rule induction method of [FriedmanFisher1999], with the gain and the
    quantiles of [Kwakkel2017] and no pasting: bounds that a box can do without are
    taken off afterwards, one by one. The boxes are those of that workbench; a search
    over 5,000 points and 30 factors takes a hundredth of its time, so that it can be
    repeated on resampled points.
    """
    share = sample.share
    numbers = [i for i, one in enumerate(sample.factors) if not one.choices]
    columns = np.array([sample.columns[i] for i in numbers], dtype=np.float64)
    columns = columns.reshape(len(numbers), sample.points)
    # For every number the points that are inside, from the smallest to the largest.
    orders = np.argsort(columns, axis=1, kind="stable").astype(np.int32)
    alive = np.ones(sample.points, dtype=bool)
    least = max(round(mass * sample.points), 1)
    boxes = [Box()]
    while True:
        cuts = [
            *_ends([sample.factors[i] for i in numbers], columns, orders, share, peel),
            *_choices(sample, alive, share),
        ]
        bounded = {one.factor for one in boxes[-1].bounds}
        inside, cases = int(alive.sum()), float(share[alive].sum())
        found = _best(cuts, inside, cases, least, bounded)
        if found is None:
            return boxes
        bound = found.bound
        boxes.append(boxes[-1].narrowed(bound))
        alive &= bound.met(sample)
        orders = orders[alive[orders]].reshape(len(numbers), -1)


class _Cut(NamedTuple):
    """A bound that may be added, and the points and cases that it would cost."""

    bound: Bound
    points: int
    cases: float


def _ends(
    factors: Sequence[Factor],
    columns: NDArray[np.float64],
    orders: NDArray[np.int32],
    share: NDArray[np.float64],
    peel: float,
) -> Iterator[_Cut]:
    """Yield for every number the cut at its upper and at its lower end.

    Values that are equal go together: a cut lies between two that are not.
    """
    inside = orders.shape[1]
    values = np.take_along_axis(columns, orders, axis=1)
    lower = values[:, [int(np.floor((inside - 1) * peel))]]
    upper = values[:, [int(np.ceil((inside - 1) * (1.0 - peel)))]]
    cases = share[orders]
    below, beyond = values <= lower, values >= upper
    gone = [each.sum(axis=1) for each in (beyond, below)]
    lost = [np.where(each, cases, 0.0).sum(axis=1) for each in (beyond, below)]
    for row, factor in enumerate(factors):
        # What is left ends here, beside the last value that goes.
        beside = (inside - int(gone[0][row]) - 1, int(gone[1][row]))
        edges = (float(upper[row, 0]), float(lower[row, 0]))
        kinds: tuple[Kind, Kind] = ("at_most", "above")
        for end, kind in enumerate(kinds):
            many = int(gone[end][row])
            if many < inside:
                at = (edges[end] + float(values[row, beside[end]])) / 2.0
                bound = Bound(factor.name, kind, at)
                yield _Cut(bound, many, float(lost[end][row]))


def _choices(
    sample: Sample, alive: NDArray[np.bool_], share: NDArray[np.float64]
) -> Iterator[_Cut]:
    """Yield for every choice what would go with it."""
    for factor, column in zip(sample.factors, sample.columns, strict=True):
        if not factor.choices:
            continue
        codes = column[alive]
        many = np.bincount(codes)
        lost = np.bincount(codes, weights=share[alive])
        for code in np.flatnonzero((many > 0) & (many < len(codes))):
            bound = Bound(factor.name, "without", choice=factor.choices[code])
            yield _Cut(bound, int(many[code]), float(lost[code]))


def _best(
    cuts: Iterable[_Cut], inside: int, cases: float, least: int, bounded: set[str]
) -> _Cut | None:
    """Return the cut that gains most density for every point that it costs.

    Of equal ones, a cut of a factor that is bounded already.
    """
    best, most = None, (0.0, False)
    for cut in cuts:
        left = inside - cut.points
        if left < least:
            continue
        gain = ((cases - cut.cases) / left - cases / inside) / cut.points
        worth = (float(f"{gain:.12g}"), cut.bound.factor in bounded)
        if gain > _NOTHING and worth > most:
            best, most = cut, worth
    return best


_NOTHING = 1e-12
"""Gains below it are rounding."""


# --------------------------------------------------------------------------------- tree


def cart(sample: Sample, mass: float = LEAST_MASS, seed: int = 0) -> list[Box]:
    """Return the boxes of a tree of questions: one for each of its nodes.

    Parameters
    ----------
    sample : Sample
        The points.
    mass : float
        Share of all points that is in a box at least.
    seed : int
        Which of two questions that are equally good is asked.

    Returns
    -------
    list of Box
        From the whole space to the leaves, five questions deep at most.

    Raises
    ------
    InputError
        If scikit-learn is not installed.

    Notes
    -----
    A classification tree by Gini's index [Breiman1984], grown as a regression tree
    on each point's share of cases, which asks the same questions. A choice is asked
    for by name. The tree is scikit-learn's own: in the workbench of [Kwakkel2017]
    (2.5.3) every box has the choices that any box was denied.
    """
    grown = _tree(seed, max(round(mass * sample.points), 1))
    matrix, asked = _questions(sample)
    tree: Any = grown.fit(matrix, sample.share).tree_
    boxes: list[Box] = []
    waiting = [(0, Box())]
    while waiting:
        node, box = waiting.pop(0)
        boxes.append(box)
        if tree.children_left[node] < 0:
            continue
        name, choices, choice = asked[tree.feature[node]]
        if choices:
            no = box.narrowed(Bound(name, "without", choice=choice))
            yes = box
            for other in choices:
                if other != choice:
                    yes = yes.narrowed(Bound(name, "without", choice=other))
        else:
            at = float(tree.threshold[node])
            no = box.narrowed(Bound(name, "at_most", at))
            yes = box.narrowed(Bound(name, "above", at))
        waiting += [
            (int(tree.children_left[node]), no),
            (int(tree.children_right[node]), yes),
        ]
    return boxes


def _questions(
    sample: Sample,
) -> tuple[NDArray[np.float64], list[tuple[str, tuple[str, ...], str]]]:
    """Return a column for every number and every choice, and what each is."""
    columns: list[NDArray[Any]] = []
    asked: list[tuple[str, tuple[str, ...], str]] = []
    for factor, column in zip(sample.factors, sample.columns, strict=True):
        if not factor.choices:
            columns.append(column)
            asked.append((factor.name, (), ""))
        for code, choice in enumerate(factor.choices):
            columns.append(column == code)
            asked.append((factor.name, factor.choices, choice))
    return np.column_stack(columns).astype(np.float64), asked


def _tree(seed: int, least: int = 1) -> Any:  # noqa: ANN401 - it has no types
    try:
        from sklearn.tree import DecisionTreeRegressor
    except ImportError:
        raise InputError(
            "--method cart needs scikit-learn, which is not installed:"
            " python -m pip install 'dilemma[discovery]'; --method prim needs nothing"
        ) from None
    return DecisionTreeRegressor(
        max_depth=_DEEPEST, min_samples_leaf=least, random_state=seed % 2**32
    )
