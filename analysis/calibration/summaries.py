"""Tables of a calibration: what was ruled out, what is told, how near the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.calibration.fitting import YEARS
from analysis.calibration.hindcast import picked
from analysis.calibration.targets import deviations
from analysis.calibration.waves import at
from analysis.calibration.weights import Weights
from sim.parameters import card_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.calibration.fitting import Fit

__all__ = ["SETS", "posterior", "provenance", "ruled_out", "sets", "target_table"]

SETS = 300
"""Parameter sets that stand for what is left, for scenarios to draw from."""

_QUANTILES = ("p05", "p50", "p95")
_NARROW, _FREE = 0.7, 0.9


def target_table(fit: Fit) -> pd.DataFrame:
    """Return how near the record histories are, target by target.

    Returns
    -------
    DataFrame
        ``target``; ``before``, the mean square deviation in tolerances of the median
        history of the pool; ``after``, its weighted mean; ``gap``, the weighted mean
        deviation with its sign, over years; ``worst``, that of the year where it is
        largest, and ``year``; the surface's ``fit`` in the last wave, NaN where the
        target is beyond reach.
    """
    import pandas as pd

    fits = {one.target: one.fit for one in fit.space.waves[-1].standins}
    lines = []
    for name, gaps in deviations(fit.histories, fit.record).items():
        places = np.flatnonzero(~np.isnan(gaps).any(axis=1))
        known = gaps[places]
        squares = (known**2).mean(axis=0)
        means = known @ fit.weights.shares
        worst = int(np.argmax(np.abs(means)))
        yearly = len(gaps) == len(YEARS)
        lines.append(
            {
                "target": name,
                "before": float(np.median(squares)),
                "after": float(squares @ fit.weights.shares),
                "gap": float(means.mean()),
                "worst": float(means[worst]),
                "year": str(YEARS[int(places[worst])]) if yearly else "",
                "fit": fits.get(name, np.nan),
            }
        )
    return pd.DataFrame(lines)


def ruled_out(fit: Fit) -> pd.DataFrame:
    """Return what every wave left.

    Returns
    -------
    DataFrame
        ``wave``, ``points``, ``left`` (share of the whole space) and ``beyond``, the
        targets that no point came near.
    """
    import pandas as pd

    return pd.DataFrame(
        {
            "wave": one.number,
            "points": one.points,
            "left": one.left,
            "beyond": " ".join(one.beyond),
        }
        for one in fit.space.waves
    )


def posterior(fit: Fit) -> pd.DataFrame:
    """Return what the record says of every parameter.

    Returns
    -------
    DataFrame
        ``parameter``, its ``first`` guess, the ``low`` and ``high`` end of its card's
        range, weighted quantiles ``p05``, ``p50`` and ``p95``, ``narrowed``, the ratio
        of its standard deviation to that of the whole range, and ``told``: ``much``
        below 0.7, ``little`` below 0.9, else ``nothing``.
    """
    import pandas as pd

    shares, lines = fit.by_point, []
    for place, flat in enumerate(fit.space.names):
        card, state = card_of(flat)
        low, high = card.range(state)
        unit = fit.unit[:, place]
        order = np.argsort(unit, kind="stable")
        ends = np.interp((0.05, 0.5, 0.95), np.cumsum(shares[order]), unit[order])
        mean = float(shares @ unit)
        spread = float(np.sqrt(shares @ (unit - mean) ** 2)) * np.sqrt(12.0)
        lines.append(
            {
                "parameter": flat,
                "first": card.value(state),
                "low": low,
                "high": high,
                **dict(zip(_QUANTILES, low + (high - low) * ends, strict=True)),
                "narrowed": spread,
                "told": _told(spread),
            }
        )
    return pd.DataFrame(lines)


def _told(spread: float) -> str:
    if spread < _NARROW:
        return "much"
    return "little" if spread < _FREE else "nothing"


def sets(fit: Fit, many: int = SETS, seed: int = 0) -> pd.DataFrame:
    """Return parameter sets that stand for what is left, each as likely as the next.

    Parameters
    ----------
    fit : Fit
        What came of calibrating.
    many : int
        How many; a point that counts much comes several times.
    seed : int
        Of the one number that is drawn.

    Returns
    -------
    DataFrame
        One line per set, one column per parameter.
    """
    import pandas as pd

    which = picked(Weights(fit.by_point, 0.0), many, seed)
    return pd.DataFrame(at(fit.space.names, fit.unit[which]))


def provenance(fit: Fit, chosen: pd.DataFrame) -> dict[str, object]:
    """Return where parameter sets come from, one line of a table.

    Parameters
    ----------
    fit : Fit
        What came of calibrating.
    chosen : DataFrame
        What :func:`sets` returned.
    """
    from sim.source import model_digest, version_of

    return {
        "lens": fit.lens,
        "sets": len(chosen),
        "distinct": len(chosen.drop_duplicates()),
        "parameters": chosen.shape[1],
        "histories": fit.histories.runs,
        "sample": round(fit.weights.sample),
        "years": f"{fit.record.years[0]}–{fit.record.years[-1]}",
        "seed": fit.seed,
        "version": version_of("dilemma"),
        "model": model_digest()[:12],
    }
