"""How good a forecast was: sharpness, calibration, and both at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.forecasts.forms import TARGET
from sim.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt
    import pandas as pd

    from analysis.forecasts.forms import Forecast

__all__ = ["INTERVALS", "score", "skill", "summary"]

INTERVALS = (0.5, 0.9)
"""Central intervals whose coverage is counted."""

_NEVER_ERRS = 1e-9
"""Scores of a rival up to this leave nothing to be better than."""


def score(forecast: Forecast, record: pd.DataFrame) -> pd.DataFrame:
    r"""Return how every target that both have came out.

    Parameters
    ----------
    forecast : Forecast
        What was forecast.
    record : DataFrame
        What happened: ``quantity``, ``of``, ``time`` and ``value``.

    Returns
    -------
    DataFrame
        ``quantity``, ``of``, ``time``, ``value``, the forecast's ``median``, ``crps``,
        and for each of :data:`INTERVALS` its ends and whether it held the value:
        ``low_50``, ``high_50``, ``in_50`` and so on; a line a target. ``log_score``, of
        counts alone: of what is forecast by month in draws that are whole numbers from
        0; NaN elsewhere.

    Raises
    ------
    InputError
        If they have no target in common, or scoringrules is not installed.

    Notes
    -----
    The continuous ranked probability score :math:`\mathrm{E}|X-y| -
    \tfrac12 \mathrm{E}|X-X'|` is in the quantity's unit, 0 is best, and for a single
    number it is the absolute error [GneitingRaftery2007]. Of draws it is worked out in
    its fair form, by probability-weighted moments, which does not punish a forecast for
    having few; of quantiles it is twice the mean pinball loss.

    The logarithmic score is :math:`-\log p` of what happened, in nats, 0 is best; see
    :func:`_log_scores`. Quantiles give no chance of a count, and of a level no density
    but that of a kernel, whose tail would decide wherever the forecast was wrong
    [KruegerEtAl2021].
    """
    try:
        import scoringrules
    except ImportError:
        raise InputError(
            "scoring needs scoringrules: install the extra 'calibration', such as"
            " pip install 'dilemma[calibration]'"
        ) from None

    placed = forecast.targets.assign(place=range(len(forecast.targets)))
    both = placed.merge(record, on=TARGET, how="inner")
    if both.empty:
        raise InputError(_nothing(forecast.targets, record))
    values = forecast.values[both.pop("place").to_numpy()]
    happened = both["value"].to_numpy(dtype=np.float64)
    if forecast.kind == "draw":
        losses = scoringrules.crps_ensemble(
            happened, values, estimator="pwm", backend="numpy"
        )
    else:
        losses = scoringrules.crps_quantile(
            happened, values, forecast.levels, backend="numpy"
        )
    both["median"] = _quantile(forecast, values, 0.5)
    both["crps"] = losses
    both["log_score"] = np.nan
    if forecast.kind == "draw":
        counted = _counts(both["time"], values, happened)
        both.loc[counted, "log_score"] = _log_scores(happened[counted], values[counted])
    for share in INTERVALS:
        low, high = (
            _quantile(forecast, values, (1.0 + sign * share) / 2.0)
            for sign in (-1.0, 1.0)
        )
        held = (low <= happened) & (happened <= high)
        both = both.assign(
            **{
                f"low_{share:.0%}".rstrip("%"): low,
                f"high_{share:.0%}".rstrip("%"): high,
                f"in_{share:.0%}".rstrip("%"): held,
            }
        )
    return both


def summary(scored: pd.DataFrame, rival: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the scores of every quantity, over its times.

    Parameters
    ----------
    scored : DataFrame
        What :func:`score` returned.
    rival : DataFrame, optional
        The same of a rival forecast.

    Returns
    -------
    DataFrame
        ``quantity``, ``of``, ``targets``, mean ``crps``, mean absolute ``error`` of
        the median, mean ``bias`` of the median, the shares ``in_50`` and ``in_90``, and
        the mean ``log_score``, NaN where any target has none. With a rival, over the
        targets that it has as well, its mean ``rival`` score and the ``skill``, one
        less the ratio of the two: above 0 is better than the rival, NaN where the rival
        never errs; and ``log_gain``, the rival's mean logarithmic score less that of
        the forecast: above 0 is better.

    Raises
    ------
    InputError
        If the rival has none of the targets.
    """
    named = scored.assign(
        error=(scored["median"] - scored["value"]).abs(),
        bias=scored["median"] - scored["value"],
    )
    if rival is not None:
        theirs = {"crps": "rival", "log_score": "rival_log_score"}
        named = named.merge(rival[[*TARGET, *theirs]].rename(columns=theirs), on=TARGET)
        if named.empty:
            raise InputError("the rival forecast has none of the targets")
        named["log_gain"] = named["rival_log_score"] - named["log_score"]
    means = ["crps", "error", "bias", "in_50", "in_90", "log_score"]
    means += [] if rival is None else ["rival", "log_gain"]
    groups = named.groupby(["quantity", "of"], sort=False)
    # A mean over some of the targets would be of another forecast.
    whole = groups[means].count().eq(groups.size(), axis=0)
    found = groups[means].mean().astype(float).where(whole)
    found.insert(0, "targets", groups.size())
    if rival is not None:
        both = zip(found["crps"], found["rival"], strict=True)
        found["skill"] = [skill(own, other) for own, other in both]
    return found.reset_index()


def skill(own: float, rival: float) -> float:
    """Return one less the ratio of a score to a rival's; NaN where that never errs."""
    return 1.0 - own / rival if rival > _NEVER_ERRS else float("nan")


def _counts(
    times: pd.Series[str],
    values: npt.NDArray[np.float64],
    happened: npt.NDArray[np.float64],
) -> npt.NDArray[np.bool_]:
    """Return which targets are counts: by month, in whole numbers from 0."""
    whole = np.column_stack([values, happened])
    counted = ((whole >= 0.0) & (whole == np.floor(whole))).all(axis=1)
    monthly = times.astype(str).str.len() > len("YYYY")
    found: npt.NDArray[np.bool_] = counted & monthly.to_numpy()
    return found


def _log_scores(
    happened: npt.NDArray[np.float64], values: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    r"""Return the logarithmic score of counts by their draws, shape (targets,).

    .. math:: -\log \frac{n_y + 1/2}{m + (M + 2) / 2}

    Parameters
    ----------
    happened : ndarray, shape (targets,)
        Counts :math:`y`.
    values : ndarray, shape (targets, draws)
        Counts, :math:`n_y` of the :math:`m` draws as large as what happened; the
        largest is :math:`M`.

    Returns
    -------
    ndarray, shape (targets,)
        In nats.

    Notes
    -----
    Half a draw is added to every count from 0 to the largest drawn, and to all that are
    larger, as one [KrichevskyTrofimov1981]: chances add up to 1, none is 0, and what
    happened has no say in them. Few draws make the score too high, by about
    :math:`(M + 1) / 2m` on average where the draws are as likely as they come: 0.01
    of a thousand draws up to 19.
    """
    many, largest = values.shape[1], values.max(axis=1)
    alike = (values == happened[:, None]).sum(axis=1)
    found: npt.NDArray[np.float64] = -np.log(
        (alike + 0.5) / (many + (largest + 2.0) / 2.0)
    )
    return found


def _quantile(
    forecast: Forecast, values: npt.NDArray[np.float64], level: float
) -> npt.NDArray[np.float64]:
    """Return a quantile of every target; between known ones, in a straight line."""
    if forecast.kind == "draw":
        found: npt.NDArray[np.float64] = np.quantile(
            values, level, axis=1, method="inverted_cdf"
        )
        return found
    return np.array([np.interp(level, forecast.levels, one) for one in values])


def _nothing(targets: pd.DataFrame, record: pd.DataFrame) -> str:
    """Return which part of a target never agrees."""
    for column in ("quantity", "of", "time"):
        ours, theirs = (_few(one[column]) for one in (targets, record))
        if not set(targets[column]) & set(record[column]):
            return (
                "the forecast and the record have no target in common: column"
                f" {column!r} has {ours} in the forecast and {theirs} in the record"
            )
    return "the forecast and the record have no target in common"


def _few(column: Iterable[object]) -> str:
    names = sorted({str(one) for one in column})
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(repr(one) for one in names[:3]) + more
