"""How a result is cited: from ``CITATION.cff``, with its version and its hash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from analysis.interfaces.report.carried import carried

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = ["Cited", "cited"]

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")
_YEAR = re.compile(r"20[0-9]{2}")


class Cited(NamedTuple):
    """A citation.

    Attributes
    ----------
    text, bibtex : str
        For a list of references, and for BibTeX.
    """

    text: str
    bibtex: str


def cited(version: object, finished: object, result: str) -> Cited:
    """Return how a result is cited.

    Parameters
    ----------
    version : object
        Of what made the result, as its manifest has it; that of ``CITATION.cff``
        where it is none.
    finished : object
        When it was finished, as its manifest has it; the year is taken of it.
    result : str
        Which result: the name of its folder, or a hash.
    """
    known = _known()
    own = isinstance(version, str) and _VERSION.fullmatch(version)
    number = version if own else known["version"]
    year = _YEAR.match(finished) if isinstance(finished, str) else None
    authors = " and ".join(one["name"] for one in known["authors"])
    when = f" ({year[0]})" if year else ""
    text = (
        f"{authors}{when}. {known['title']}, version {number} [software]."
        f" Result {result}."
    )
    fields = {
        "author": f"{{{authors}}}",
        "title": f"{{{known['title']}}}",
        "version": str(number),
        **({"year": year[0]} if year else {}),
        "note": f"Result {result}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return Cited(text, f"@software{{dilemma,\n{lines}\n}}")


def _known() -> Mapping[str, Any]:
    from ruamel.yaml import YAML

    found: Mapping[str, Any] = YAML(typ="safe", pure=True).load(
        carried("CITATION.cff").read_text(encoding="utf-8")
    )
    return found
