"""The theory's own terms, in English and Korean, with who is cited for them."""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Entry", "glossary"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One term.

    Attributes
    ----------
    name : str
        By what lessons call it.
    term : mapping of language to str
        As readers of English and of Korean know it.
    meaning : mapping of language to str
        In one sentence.
    sources : tuple of str
        Keys of docs/references.bib; empty where nobody is cited.
    paper : str
        Which of the two papers uses it: ``A``, ``B``, ``A, B``, or empty where it is
        the literature's alone.
    """

    name: str
    term: Mapping[str, str]
    meaning: Mapping[str, str]
    sources: tuple[str, ...]
    paper: str


@functools.cache
def glossary() -> Mapping[str, Entry]:
    """Return every term by its name, in the order of ``glossary.csv``."""
    place = resources.files("analysis.classroom").joinpath("glossary.csv")
    lines = place.read_text(encoding="utf-8").splitlines()
    return MappingProxyType(
        {
            line["name"]: Entry(
                name=line["name"],
                term={"en": line["en"], "ko": line["ko"]},
                meaning={"en": line["meaning_en"], "ko": line["meaning_ko"]},
                sources=tuple(line["sources"].split()),
                paper=line["paper"],
            )
            for line in csv.DictReader(lines)
        }
    )
