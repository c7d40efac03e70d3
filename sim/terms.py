"""A value as the ordered sum of its named terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

__all__ = ["Rows", "Terms"]

Rows = Any
"""A float, or an array whose last axis runs over rows (runs of the ensemble)."""


class Terms(Mapping[str, Rows]):
    """Named terms whose sum, in the order given, *is* the value.

    A rule returns its result in this form so that any value can be taken apart.
    The value is :attr:`total`; a bounded value carries what the bounds took away
    as its last term, ``limit``, so that the sum still holds.

    Parameters
    ----------
    **terms : Rows
        Arrays (or numbers) that broadcast against each other, in one unit.

    Examples
    --------
    >>> threat = Terms(power=0.3, nuclear=0.2)
    >>> threat.total
    0.5
    >>> float(Terms.bounded(0.0, 1.0, capability=1.0, intent=0.5)["limit"])
    -0.5
    """

    __slots__ = ("_terms", "total")

    def __init__(self, **terms: Rows) -> None:
        parts = iter(terms.values())
        total = next(parts)
        for part in parts:
            total = total + part
        self._terms = terms
        self.total = total

    @classmethod
    def bounded(cls, low: Rows, high: Rows, /, **terms: Rows) -> Terms:
        """Return terms whose sum stays within bounds, the last being ``limit``.

        Parameters
        ----------
        low, high : Rows
            The bounds, in the unit of the terms.
        **terms : Rows
            The terms before the bounds are applied.

        Returns
        -------
        Terms
            The same terms and ``limit``, what the bounds took away.
        """
        bounded = cls(**terms)
        free = bounded.total
        limit = np.minimum(np.maximum(free, low), high) - free
        bounded._terms["limit"] = limit
        bounded.total = free + limit  # as adding up all of them again would give
        return bounded

    def __getitem__(self, name: str) -> Rows:
        return self._terms[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.items())
        return f"Terms({inside})"
