"""A forecast file, written so that anybody can score it later."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.fits import fit_under, say_sample
from analysis.interfaces.progress import meter
from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.calibration.fitting import Fit
    from analysis.forecasts.forms import Forecast
    from analysis.interfaces.fits import Asked

__all__ = ["write_forecast"]


def write_forecast(asked: Asked, origin: int) -> None:
    """Fit to the record to 2020, and write what that says of the years after.

    Parameters
    ----------
    asked : Asked
        How. The forecast goes to the folder ``forecast-ORIGIN-LENS`` in `out`:
        ``draws.parquet``, ``quantiles.csv`` and ``forecast.json``.
    origin : int
        The year at whose end the forecast starts.

    Raises
    ------
    InputError
        As :func:`analysis.interfaces.fits.fit_under`; if there is no forecast from that
        year, or nothing can be written.
    """
    from analysis.calibration.ahead import ORIGINS_AHEAD, ahead

    if origin not in ORIGINS_AHEAD:
        names = " or ".join(str(one) for one in ORIGINS_AHEAD)
        raise InputError(f"--from is {origin}; it must be {names}")
    fit, lang = fit_under(asked), asked.lang
    say_sample(fit.weights.sample, lang)
    said = TEXT[lang]["forecasting"].format(origin=origin)
    with meter(None if asked.quiet else console(error=True), said) as progress:
        made = ahead(
            fit,
            origin,
            seed=asked.seed,
            fast=asked.fast,
            workers=checked_workers(asked.workers),
            progress=progress,
        )
    folder = asked.out / f"forecast-{origin}-{asked.lens}"
    try:
        _write(made, folder, fit, origin)
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror}") from error
    say(TEXT[lang]["forecast of its own"])
    say(TEXT[lang]["done"].format(folder=folder))


def _write(made: Forecast, folder: Path, fit: Fit, origin: int) -> None:
    from analysis.forecasts.forms import quantiles_of
    from analysis.interfaces.saving import save
    from analysis.origin import computing

    folder.mkdir(parents=True, exist_ok=True)
    save(made.to_table(), folder / "draws", "parquet")
    save(quantiles_of(made).to_table(), folder / "quantiles", "csv")
    about = {
        "origin": origin,
        "lens": fit.lens,
        "seed": fit.seed,
        "fitted to": [str(fit.record.years[0]), str(fit.record.years[-1])],
        "effective sample": round(fit.weights.sample, 1),
        "draws": len(made.levels),
        "computing": computing(),
        "note": "What follows from assumptions that fit 2012 to 2020; no prediction.",
    }
    text = json.dumps(about, indent=2, ensure_ascii=False) + "\n"
    (folder / "forecast.json").write_text(text, encoding="utf-8", newline="\n")
