"""Two searches for boxes in which cases are dense: peeling, and a tree.

Both offer boxes from large to small, and leave the choice among them to the caller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

import numpy as np

from analysis.sweeps.boxes import Bound, Box
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from analysis.sweeps.boxes import Kind
    from analysis.sweeps.cases import Sample

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
    numbers = _Numbers(sample, peel)
    alive = np.ones(sample.points, dtype=bool)
    least = max(round(mass * sample.points), 1)
    boxes = [Box()]
    while True:
        standing = _Standing(int(alive.sum()), float(share[alive].sum()), least)
        cuts = [*numbers.cuts(standing), *_choices(sample, alive, share)]
        found = _best(cuts, standing, {one.factor for one in boxes[-1].bounds})
        if found is None:
            return boxes
        boxes.append(boxes[-1].narrowed(found.bound))
        alive &= found.bound.met(sample)
        numbers.keep(alive)


class _Standing(NamedTuple):
    """Points and cases inside, and the fewest points that must stay inside."""

    points: int
    cases: float
    least: int

    def gain(self, points: Any, cases: Any) -> Any:  # noqa: ANN401 - numbers or arrays
        """Return the density gained for every point that a cut would cost.

        Negative where it would leave too few points.
        """
        left = self.points - points
        after = (self.cases - cases) / np.maximum(left, 1)
        gained = (after - self.cases / self.points) / np.maximum(points, 1)
        return np.where(left >= self.least, gained, -1.0)


class _Cut(NamedTuple):
    """A bound that may be added, and the points and cases that it would cost."""

    bound: Bound
    points: int
    cases: float


class _Numbers:
    """The points that are inside, for every number from the smallest to the largest.

    Values that are equal go together: a cut lies between two that are not.
    """

    def __init__(self, sample: Sample, peel: float) -> None:
        self._peel = peel
        own = [i for i, one in enumerate(sample.factors) if not one.choices]
        self._factors = [sample.factors[i] for i in own]
        columns = np.array([sample.columns[i] for i in own], dtype=np.float64)
        columns = columns.reshape(len(own), sample.points)
        self._orders = np.argsort(columns, axis=1, kind="stable").astype(np.int32)
        self._values = np.take_along_axis(columns, self._orders, axis=1)
        self._cases = sample.share[self._orders]

    def keep(self, alive: NDArray[np.bool_]) -> None:
        """Let go of the points that are no longer inside."""
        kept, shape = alive[self._orders], (len(self._factors), int(alive.sum()))
        self._orders = self._orders[kept].reshape(shape)
        self._values = self._values[kept].reshape(shape)
        self._cases = self._cases[kept].reshape(shape)

    def cuts(self, standing: _Standing) -> Iterator[_Cut]:
        """Yield the best cut at an upper or lower end; several if equally good."""
        values, inside = self._values, standing.points
        lower = values[:, [int(np.floor((inside - 1) * self._peel))]]
        upper = values[:, [int(np.ceil((inside - 1) * (1.0 - self._peel)))]]
        gone = np.stack([values >= upper, values <= lower], axis=1)
        points = gone.sum(axis=2)
        cases = np.where(gone, self._cases[:, None, :], 0.0).sum(axis=2)
        gain = standing.gain(points, cases)
        if not gain.size or gain.max() <= _NOTHING:
            return
        for row, end in np.argwhere(gain >= gain.max() * (1.0 - _NOTHING)):
            many = int(points[row, end])
            # What is left ends halfway to the last value that goes.
            beside = inside - many - 1 if end == 0 else many
            edge = upper[row, 0] if end == 0 else lower[row, 0]
            at = float(edge + values[row, beside]) / 2.0
            kind: Kind = "at_most" if end == 0 else "above"
            bound = Bound(self._factors[row].name, kind, at)
            yield _Cut(bound, many, float(cases[row, end]))


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


def _best(cuts: Sequence[_Cut], standing: _Standing, bounded: set[str]) -> _Cut | None:
    """Return the cut that gains most density for every point that it costs.

    Of equal ones, a cut of a factor that is bounded already.
    """
    best, most = None, (_NOTHING, False)
    for cut in cuts:
        gain = float(standing.gain(cut.points, cut.cases))
        worth = (float(f"{gain:.12g}"), cut.bound.factor in bounded)
        if gain > _NOTHING and worth > most:
            best, most = cut, worth
    return best


_NOTHING = 1e-12
"""Gains below it are rounding, and so are such parts of one."""


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
    (2.5.3) every box lacks the choices that any one of them lacks.
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
