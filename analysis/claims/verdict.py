"""Verdicts: what paired effects over the parameter space come to.

Luck blurs the effect at a point: the mean of sixteen pairs may lie beyond the smallest
effect where the true one does not. So shares of points are not counted but estimated,
with luck's noise taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.claims.conditions import leaning, rule, spelled
from analysis.claims.points import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from analysis.claims.ledger import Claim, Reading
    from analysis.claims.trial import Trial

__all__ = [
    "Chances",
    "Evidence",
    "chances",
    "evidence",
    "holm",
    "judged",
    "typical",
    "verdict",
]

SURE, MOST = 0.99, 0.8
"""Shares of points above which one sign is a premise, and a verdict clear."""

RISK = 0.05
"""Chance, over the whole ledger, of taking luck for an effect."""

VERDICTS = (
    "premise",
    "premise against",
    "supported",
    "contradicted",
    "raises",
    "lowers",
    "no effect",
    "unsettled",
    "conditional",
)
"""What a reading can come to; see :func:`verdict`."""

_ROUNDING = 1e-6
_REACH = 1.96
"""Standard errors to either end of a 95% interval."""


@dataclass(frozen=True, eq=False)
class Chances:
    """How likely the true effect at each point is beyond the smallest that matters.

    Attributes
    ----------
    above, below : ndarray, shape (points,)
        Chances that it is beyond it, either way. Their means are the shares of the
        parameter space.
    """

    above: NDArray[np.float64]
    below: NDArray[np.float64]

    @property
    def shares(self) -> tuple[float, float, float]:
        """Shares of the space above, below, and inside the smallest effect."""
        above, below = float(self.above.mean()), float(self.below.mean())
        return above, below, 1.0 - above - below


@dataclass(frozen=True, eq=False)
class Evidence:
    """What the runs say of one reading before it is judged beside the others.

    Attributes
    ----------
    scaled : ndarray, shape (points, lucks)
        Effects in standard deviations of the control.
    unit : float
        That standard deviation, in the outcome's unit.
    p_any, p_differ : float
        Chance of what is seen if there were no effect at all, and if the effect were
        the same everywhere.
    """

    scaled: NDArray[np.float64]
    unit: float
    p_any: float
    p_differ: float

    @property
    def means(self) -> NDArray[np.float64]:
        """Mean paired effect at each point, shape (points,)."""
        means: NDArray[np.float64] = self.scaled.mean(axis=1)
        return means

    @property
    def errors(self) -> NDArray[np.float64]:
        """Standard error of each of them, shape (points,)."""
        lucks = self.scaled.shape[1]
        errors: NDArray[np.float64] = self.scaled.std(axis=1, ddof=1) / np.sqrt(lucks)
        return errors


def evidence(effect: NDArray[np.float64], control: NDArray[np.float64]) -> Evidence:
    """Return what paired effects say.

    Parameters
    ----------
    effect, control : ndarray, shape (points, lucks)
        Treatment less control, and the control, run by run; at least two lucks.

    Returns
    -------
    Evidence
        The unit is the control's :func:`~analysis.claims.points.spread`.

        Whether points differ is told by the two halves of the luck: if they do, a
        point that is high in one half is high in the other (Spearman's rank
        correlation). Whether there is any effect is told by that or by a trimmed mean
        away from 0 [Yuen1974], with a factor of 2 for looking twice.
    """
    from scipy import stats

    unit = spread(control)
    scaled = effect / unit
    means = scaled.mean(axis=1)
    half = scaled.shape[1] // 2
    halves = scaled[:, :half].mean(axis=1), scaled[:, half:].mean(axis=1)
    p_differ = 1.0
    if all(np.ptp(one) > 0.0 for one in halves):
        p_differ = float(stats.spearmanr(*halves, alternative="greater").pvalue)
    middle, error, freedom = typical(means)
    p_typical = 1.0 if middle == 0.0 else 0.0
    if error > 0.0:
        p_typical = float(2.0 * stats.t.sf(abs(middle) / error, freedom))
    p_any = min(1.0, 2.0 * min(p_typical, p_differ))
    return Evidence(scaled, unit, p_any, p_differ)


def typical(means: NDArray[np.float64]) -> tuple[float, float, int]:
    """Return the typical effect over points, its standard error, and freedom.

    Parameters
    ----------
    means : ndarray, shape (points,)
        Measured effects.

    Returns
    -------
    middle, error : float
        The mean without a fifth of the points at either end, and its standard error
        from the winsorized variance [Yuen1974]; some points' effects are a hundred
        times others', and a plain mean would tell of these alone.
    freedom : int
        Degrees of freedom of their ratio.
    """
    from scipy import stats

    middle = float(stats.trim_mean(means, _TRIMMED))
    error = float(stats.mstats.trimmed_stde(means, (_TRIMMED, _TRIMMED)))
    return middle, error, means.size - 2 * int(_TRIMMED * means.size) - 1


_TRIMMED = 0.2


def holm(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return p-values corrected for how many were looked at [Holm1979].

    Parameters
    ----------
    chances : ndarray, shape (tests,)
        P-values.

    Returns
    -------
    ndarray, shape (tests,)
        The k-th smallest of n times n - k + 1, never less than one before it, and at
        most 1. Whoever calls those below 0.05 real is wrong about any of them with a
        chance of at most 0.05.
    """
    order = np.argsort(chances, kind="stable")
    steps = chances[order] * np.arange(chances.size, 0, -1)
    corrected = np.empty_like(chances)
    corrected[order] = np.minimum(np.maximum.accumulate(steps), 1.0)
    return corrected


def chances(
    means: NDArray[np.float64],
    errors: NDArray[np.float64],
    smallest: float,
    *,
    differ: bool,
) -> Chances:
    """Return on which side of the smallest effect the true effect at each point is.

    Parameters
    ----------
    means, errors : ndarray, shape (points,)
        Measured effect at each point, and its standard error.
    smallest : float
        The smallest effect that matters, above 0.
    differ : bool
        Whether points are taken to differ. If not, all have the typical effect, and
        its own error is the only doubt.

    Returns
    -------
    Chances
        Where points differ, the distribution of true effects is the one that makes
        the measured ones most likely (the nonparametric maximum likelihood of
        [Kiefer1956], on the measured values as its grid [Koenker2014], by the EM
        algorithm), and the chances at a point are what that distribution and its own
        measurement say. Without noise they are 0 or 1. The distribution is that of
        points with about as much noise, in windows that slide over all of them: where
        much happens there is more noise and more effect, and quiet points must not
        vouch for loud ones.
    """
    from scipy import stats

    above, below = np.empty_like(means), np.empty_like(means)
    if not differ:
        middle, error, _ = typical(means)
        above[:] = stats.norm.sf(smallest, middle, max(error, _ROUNDING))
        below[:] = stats.norm.cdf(-smallest, middle, max(error, _ROUNDING))
        return Chances(above, below)
    noise = np.maximum(errors, smallest / _FINEST)
    order = np.argsort(noise, kind="stable")
    times = np.zeros_like(means)
    above[:], below[:] = 0.0, 0.0
    for window in _windows(order):
        grid = np.unique(np.append(means[window], 0.0))
        likely = stats.norm.pdf(means[window, None], grid, noise[window, None])
        weight = np.full(grid.size, 1.0 / grid.size)
        for _ in range(_STEPS):
            belongs = likely * weight
            belongs /= belongs.sum(axis=1, keepdims=True)
            weight = belongs.mean(axis=0)
        above[window] += belongs[:, grid > smallest].sum(axis=1)
        below[window] += belongs[:, grid < -smallest].sum(axis=1)
        times[window] += 1.0
    return Chances(above / times, below / times)


def _windows(order: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Yield a quarter of the points at a time, each a sixteenth further on."""
    wide = max(order.size // 4, min(order.size, _NARROWEST))
    steps = max(order.size // 16, 1)
    for first in range(0, order.size - wide, steps):
        yield order[first : first + wide]
    yield order[-wide:]


_FINEST, _STEPS, _NARROWEST = 5.0, 300, 16
"""Noise is at least a fifth of the smallest effect; steps of EM; points of a window."""


def verdict(
    found: tuple[float, float, float],
    means: NDArray[np.float64],
    expect: str,
    *,
    any_effect: bool,
) -> str:
    """Return the verdict on a reading.

    Parameters
    ----------
    found : tuple of float
        Shares of points above, below and inside the smallest effect.
    means : ndarray, shape (points,)
        Measured effects, in standard deviations of the control.
    expect : {'+', '-', '±', '0'}
        What is claimed.
    any_effect : bool
        Whether an effect was shown at all, over the whole ledger.

    Returns
    -------
    str
        ``premise`` (or ``premise against``): nearly every point has one sign, so it
        is true of the model by construction. ``supported``, ``contradicted``: most
        points are beyond the smallest effect, with the claimed sign or against it
        (``raises``, ``lowers`` where none is claimed). ``no effect``: most are inside
        it; that supports a claim of ``0``. Else ``conditional``; and ``unsettled``
        where no effect was shown and none of any size can be excluded.
    """
    above, below, inside = found
    sign = {"+": 1, "-": -1}.get(expect, 0)
    one_sign = max(np.mean(means > _ROUNDING), np.mean(means < -_ROUNDING)) > SURE
    if any_effect and one_sign and expect != "0":
        with_claim = sign * np.sign(np.median(means)) >= 0
        return "premise" if with_claim else "premise against"
    if inside >= MOST:
        return "supported" if expect == "0" else "no effect"
    if not any_effect:
        return "unsettled"
    if max(above, below) >= MOST:
        if expect == "0":
            return "contradicted"
        if sign == 0:
            return "raises" if above > below else "lowers"
        return "supported" if (above > below) == (sign > 0) else "contradicted"
    return "conditional"


def judged(
    claims: Mapping[str, Claim], trials: Mapping[tuple[str, int], Trial]
) -> pd.DataFrame:
    """Return the ledger's table: one line per reading.

    Parameters
    ----------
    claims : mapping of number to Claim
        The claims.
    trials : mapping of (number, place of the reading) to Trial
        As :func:`analysis.claims.trial.tried` returns them.

    Returns
    -------
    DataFrame
        ``claim``, ``reading`` (its place), ``expect``; ``effect`` (trimmed mean over
        points, in standard deviations of the control) with its 95% interval ``low``
        to ``high`` over points; shares of points ``above`` and ``below`` the smallest
        effect that matters; ``p`` (corrected over the table: chance of what is seen if
        there were no effect), ``unit`` (that standard deviation in the outcome's
        unit), ``verdict``, and for conditional ones ``where``, the rule, with its
        cross-validated ``accuracy`` and the ``majority`` to beat, if one is worth
        telling, and what the effect ``leans_on`` most, with their rank
        ``correlation``; else empty.
    """
    import pandas as pd

    found = {key: evidence(one.effect, one.control) for key, one in trials.items()}
    p_any = holm(np.array([one.p_any for one in found.values()]))
    p_differ = holm(np.array([one.p_differ for one in found.values()]))
    lines = []
    for (key, seen), any_p, differ_p in zip(
        found.items(), p_any, p_differ, strict=True
    ):
        name, place = key
        reading = claims[name].readings[place]
        lines.append(
            {"claim": name, "reading": place, "expect": reading.expect}
            | _line(reading, trials[key], seen, any_p < RISK, differ_p < RISK)
            | {"p": float(any_p), "unit": seen.unit}
        )
    return pd.DataFrame(lines)


def _line(
    reading: Reading, trial: Trial, seen: Evidence, any_effect: bool, differ: bool
) -> dict[str, Any]:
    means = seen.means
    middle, error, _ = typical(means)
    shown = chances(means, seen.errors, reading.smallest, differ=differ)
    above, below, _ = shown.shares
    said = verdict(shown.shares, means, reading.expect, any_effect=any_effect)
    told, lean = None, ("", float("nan"))
    if said == "conditional" and differ:
        told = rule(means, _holds(shown, reading), trial.places)
        lean = leaning(means, trial.places)
    return {
        "effect": middle,
        "low": middle - _REACH * error,
        "high": middle + _REACH * error,
        "above": above,
        "below": below,
        "verdict": said,
        "where": "" if told is None else spelled(told),
        "accuracy": float("nan") if told is None else told.accuracy,
        "majority": float("nan") if told is None else told.majority,
        "leans_on": lean[0],
        "correlation": lean[1],
    }


def _holds(shown: Chances, reading: Reading) -> NDArray[np.bool_]:
    """Return where a reading more likely than not shows what is claimed.

    Where no sign is claimed, that is a rise.
    """
    if reading.expect == "0":
        likely = 1.0 - shown.above - shown.below
    else:
        likely = shown.below if reading.sign < 0 else shown.above
    return np.asarray(likely > _EVENS)


_EVENS = 0.5
