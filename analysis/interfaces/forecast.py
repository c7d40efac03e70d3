"""A forecast file, written so that anybody can score it later."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from analysis.interfaces.asking import checked_workers, console, say
from analysis.interfaces.calibration import fit_under, say_sample
from analysis.interfaces.progress import meter
from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.calibration.fitting import Fit
    from analysis.forecasts.forms import Forecast

__all__ = ["write_forecast"]


def write_forecast(
    origin: int,
    lens: str,
    *,
    quick: bool,
    fast: bool,
    seed: int,
    workers: int | None,
    out: Path,
    lang: str,
    quiet: bool,
) -> None:
    """Fit to the record to 2020, and write what that says of the years after.

    Parameters
    ----------
    origin : int
        The year at whose end the forecast starts.
    lens : str
        A school of realism, or ``none``.
    quick : bool
        A first look, with fewer histories.
    fast : bool
        Whether months are run in compiled form.
    seed : int
        Of luck and designs.
    workers : int or None
        Processes; None for one per core.
    out : Path
        The folder that holds results; the forecast goes to ``forecast-ORIGIN-LENS``
        in it: ``draws.parquet``, ``quantiles.csv`` and ``forecast.json``.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print no progress.

    Raises
    ------
    InputError
        If a name or number is wrong, nothing can be written, or a package is missing.
    """
    from analysis.calibration.ahead import ORIGINS_AHEAD, ahead

    if origin not in ORIGINS_AHEAD:
        names = " or ".join(str(one) for one in ORIGINS_AHEAD)
        raise InputError(f"--from is {origin}; it must be {names}")
    fit = fit_under(lens, seed, workers, out, lang, quick=quick, fast=fast, quiet=quiet)
    say_sample(fit.weights.sample, lang)
    said = TEXT[lang]["forecasting"].format(origin=origin)
    with meter(None if quiet else console(error=True), said) as progress:
        made = ahead(
            fit,
            origin,
            seed=seed,
            fast=fast,
            workers=checked_workers(workers),
            progress=progress,
        )
    folder = out / f"forecast-{origin}-{lens}"
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
