"""The command ``dilemma report``: from a folder of results to one page beside it."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from analysis.interfaces.asking import say
from analysis.interfaces.report.folders import Kind, kind_of
from analysis.interfaces.report.rendering import check_installed, rendered
from analysis.interfaces.text import TEXT
from sim.errors import InputError

if TYPE_CHECKING:
    from analysis.interfaces.report.blocks import Page

__all__ = ["check_report", "make_report"]


def check_report(lang: str, *, pdf: bool = False) -> None:
    """Refuse, before anything is run, a report that could not be made.

    Parameters
    ----------
    lang : {'en', 'ko'}
        The language of words.
    pdf : bool
        Whether it is to be printed.

    Raises
    ------
    InputError
        If a package, a font or a browser is missing.
    """
    from analysis.charts.fonts import family_for
    from analysis.interfaces.report.pdf import browser

    check_installed()
    family_for(lang)
    if pdf:
        browser()


def make_report(
    folder: Path,
    *,
    ledger: Path | None = None,
    pdf: bool = False,
    out: Path | None = None,
    lang: str,
    quiet: bool,
) -> Path:
    """Write the report of a folder of results, whole or not at all.

    Parameters
    ----------
    folder : Path
        What a command wrote; nothing else is read, and nothing is run.
    ledger : Path or None
        The file of claims that a result of ``claims --ledger`` is of.
    pdf : bool
        Print it as well.
    out : Path or None
        The folder for it; that of the result by default.
    lang : {'en', 'ko'}
        The language of words.
    quiet : bool
        Print errors only.

    Returns
    -------
    Path
        The page: ``report-en.html`` or ``report-ko.html``.

    Raises
    ------
    InputError
        If it is no folder of results, is not whole, or nothing can be written.
    """
    from analysis.interfaces.report.pdf import printed
    from analysis.sweeps.store import written

    check_report(lang, pdf=pdf)
    target = folder if out is None else out
    if target.exists() and not target.is_dir():
        raise InputError(f"--out {target} is a file; name a folder")
    page = rendered(_page(folder, ledger, lang)).encode("utf-8")
    files = {f"report-{lang}.html": page}
    if pdf:
        with tempfile.TemporaryDirectory(prefix="dilemma-") as name:
            draft = Path(name) / "report.html"
            draft.write_bytes(page)
            printed(draft, draft.with_suffix(".pdf"))
            files[f"report-{lang}.pdf"] = draft.with_suffix(".pdf").read_bytes()
    try:
        target.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            written(target / file, partial(_write, content=content))
            if not quiet:
                say(TEXT[lang]["report done"].format(file=target / file))
    except OSError as error:
        raise InputError(f"cannot write to {target}: {error.strerror}") from error
    return target / f"report-{lang}.html"


def _write(file: IO[bytes], content: bytes) -> None:
    file.write(content)


def _page(folder: Path, ledger: Path | None, lang: str) -> Page:
    """Return what is to be written; a folder may hold anything, from anybody."""
    kind = kind_of(folder)
    if ledger is not None and kind is not Kind.CLAIMS:
        raise InputError(f"--ledger is for results of claims, and {folder} is none")
    try:
        return _page_of(kind, folder, ledger, lang)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        said = " ".join(f"{type(error).__name__} {error}".split())
        raise InputError(
            f"{folder} is not as this version writes results: {said}"
        ) from error


def _page_of(kind: Kind, folder: Path, ledger: Path | None, lang: str) -> Page:
    if kind is Kind.FUTURES:
        from analysis.interfaces.report.futures import futures_page

        return futures_page(folder, lang)
    if kind is Kind.SWEEP:
        from analysis.interfaces.report.sweeps import sweep_page

        return sweep_page(folder, lang)
    if kind is Kind.CLAIMS:
        from analysis.interfaces.report.ledger import claims_page

        return claims_page(folder, ledger, lang)
    from analysis.interfaces.report.record import record_page

    return record_page(folder, lang)
