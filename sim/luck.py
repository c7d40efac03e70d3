"""Luck as a function of (seed, luck_id, month, purpose).

A row of the ensemble carries a ``luck_id`` that need not be its position, and
several rows may share one. Row by row, what luck brings depends on nothing else:
not on who runs beside the row, in which chunk, on which worker or in which order.
Two scenarios run with the same ids therefore share their luck, and their
difference is the treatment.

The draws come from NumPy's :class:`~numpy.random.Philox`, a counter-based
generator: its key is the seed, and its counter is set to the words

    (luck_id // 4, month, number of the purpose, 0)

for each draw. A block of Philox has four words; a row takes word ``luck_id % 4``
of its block, so that neighbouring ids share a block and a run of ids is one
contiguous stretch of output. (NumPy steps the first word once before it
enciphers it; as every draw is set this way, blocks never overlap.)
"""

from __future__ import annotations

import operator
import zlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from sim.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

__all__ = [
    "LARGEST_ID",
    "LARGEST_SEED",
    "PURPOSES",
    "Luck",
    "checked_ids",
    "checked_seed",
    "purpose_number",
]

_Drawn = TypeVar("_Drawn", np.uint64, np.float64)

LARGEST_SEED = 2**128 - 1
"""The key of Philox has 128 bits."""

LARGEST_ID = 2**62
"""Ids are checked against this; it leaves the first counter word room to spare."""

_NUMBERED = ("NK", "Russia", "US", "ROK", "Japan", "China")
# A state's place here is part of the numbers below: append, never reorder. It is
# kept apart from the cast so that reordering the cast cannot change anyone's luck.


def _by_state(family: str, first: int) -> dict[str, int]:
    return {f"{family}/{state}": first + i for i, state in enumerate(_NUMBERED)}


def _by_pair(family: str, first: int) -> dict[str, int]:
    return {
        f"{family}/{one}/{other}": first + 10 * i + j
        for i, one in enumerate(_NUMBERED)
        for j, other in enumerate(_NUMBERED)
        if one != other
    }


def _numbered(family: str, first: int, members: tuple[str, ...]) -> dict[str, int]:
    return {f"{family}/{member}": first + i for i, member in enumerate(members)}


_DOMAINS = (
    "warhead",
    "short_range",
    "icbm",
    "hypersonic",
    "satellite",
    "air_defense",
    "submarine",
    "drones",
)
_DYADS = (
    "NK/US",
    "NK/ROK",
    "NK/Japan",
    "Russia/US",
    "Russia/ROK",
    "Russia/Japan",
    "US/China",
    "ROK/China",
    "Japan/China",
)


PURPOSES: Mapping[str, int] = MappingProxyType(
    {
        "parameter": 1,  # the month's place is taken by the parameter's name
        "unused": 2,  # drawn by nothing; a test draws it to show that nothing moves
        # North Korea's acts
        "nuclear_test": 14,
        "posture_review": 15,
        "posture_choice": 16,
        "limited_attack": 17,
        # the Security Council
        "resolution_veto/Russia": 20,
        "resolution_veto/China": 21,
        "panel_veto": 22,
        "council_lag": 23,
        # the war, treaties, economies and legal ceilings
        "treaty": 30,
        "ceasefire": 31,
        "battle": 32,
        "ceiling_lift": 34,
        "acknowledgment": 60,
        # China's yearly choice, and talks
        "role_choice": 40,
        "talks_open": 41,
        "talks_end": 42,
        "breach": 43,
        # families: noise in what an observer sees of another, and true types
        **_by_pair("evidence", 100),
        **_by_state("type", 200),
        # families: campaigns by domain of technology, and crises by hostile pair
        **_numbered("campaign_start", 300, _DOMAINS),
        **_numbered("campaign_stop", 310, _DOMAINS),
        **_numbered("batch_size", 320, _DOMAINS),
        **_numbered("crisis", 330, _DYADS),
    }
)
"""Number of every purpose for which luck is drawn. A number, once given, stays:
changing it changes every result, while adding a purpose changes none."""


def purpose_number(purpose: str) -> int:
    """Return the fixed number of a registered purpose.

    Raises
    ------
    KeyError
        If nobody registered it in :data:`PURPOSES` (a programming error).
    """
    try:
        return PURPOSES[purpose]
    except KeyError:
        hint = nearest(purpose, PURPOSES)
        raise KeyError(
            f"no purpose {purpose!r} is registered in sim.luck.PURPOSES; {hint}"
        ) from None


class Luck:
    """What luck brings to a set of rows.

    Parameters
    ----------
    seed : int
        From 0 (a seed like any other) to :data:`LARGEST_SEED`.
    luck_ids : array_like of int, shape (rows,)
        Each row's id, from 0 to :data:`LARGEST_ID`, in any order; rows with the
        same id have the same luck.

    Raises
    ------
    InputError
        If the seed or an id is no such whole number, or there is no row.
    """

    def __init__(self, seed: int, luck_ids: ArrayLike) -> None:
        self.seed = checked_seed(seed)
        self.luck_ids = checked_ids(luck_ids)
        key = [self.seed & (2**64 - 1), self.seed >> 64]
        # Setting a state takes 2 us, making a generator 12 us: one is kept and set.
        self._generator = np.random.Philox(key=0)
        self._inner: dict[str, Any] = {"key": key, "counter": [0, 0, 0, 0]}
        self._state: Any = {
            "bit_generator": "Philox",
            "state": self._inner,
            "buffer": [0, 0, 0, 0],
            "buffer_pos": 4,
            "has_uint32": 0,
            "uinteger": 0,
        }
        self._stretches, self._words, self._place = _layout(self.luck_ids)

    def uniform(self, month: int, purpose: str) -> NDArray[np.float64]:
        """Return one draw per row, uniform strictly between 0 and 1.

        Parameters
        ----------
        month : int
            Months since the start; the draw of the initial state is month 0.
        purpose : str
            A name in :data:`PURPOSES`.

        Returns
        -------
        ndarray of float64, shape (rows,)
            Multiples of 2**-53, never 0 or 1. [1]
        """
        return self._of_rows(self._uniform(month, purpose_number(purpose)))

    def normal(self, month: int, purpose: str) -> NDArray[np.float64]:
        """Return one standard normal draw per row: the normal quantile of `uniform`.

        Parameters
        ----------
        month : int
            Months since the start; the draw of the initial state is month 0.
        purpose : str
            A name in :data:`PURPOSES`.

        Returns
        -------
        ndarray of float64, shape (rows,)
            Mean 0, variance 1, within 8.3 of 0. [1]
        """
        # Imported here, as validating a scenario draws nothing.
        from scipy.special import ndtri

        drawn = self._uniform(month, purpose_number(purpose))
        return self._of_rows(ndtri(drawn))

    def words(self, month: int, purpose: str) -> NDArray[np.uint64]:
        """Return the word behind each row's draw, for code that makes draws itself.

        Parameters
        ----------
        month : int
            Months since the start; the draw of the initial state is month 0.
        purpose : str
            A name in :data:`PURPOSES`.

        Returns
        -------
        ndarray of uint64, shape (rows,)
            Of which :meth:`uniform` is (k + 1/2) / 2**52, k the upper 52 bits. [1]
        """
        return self._of_rows(self._words_of(month, purpose_number(purpose)))

    def parameter(self, name: str) -> NDArray[np.float64]:
        """Return one uniform per row with which to draw an uncertain parameter.

        It depends on (seed, luck_id, name) only: the purpose is ``parameter``, and
        the CRC-32 of the name takes the place of the month.

        Parameters
        ----------
        name : str
            The flat name, such as ``linkage`` or ``reach.NK``.

        Returns
        -------
        ndarray of float64, shape (rows,)
            Strictly between 0 and 1. [1]
        """
        place = zlib.crc32(name.encode("utf-8"))
        return self._of_rows(self._uniform(place, PURPOSES["parameter"]))

    def _uniform(self, month: int, number: int) -> NDArray[np.float64]:
        """Return the draws of all distinct words that the rows need, in id order."""
        words = self._words_of(month, number)
        # 52 bits, not 53: with 53 the largest value would round to exactly 1.
        drawn = (words >> np.uint64(12)).astype(np.float64)
        return (drawn + 0.5) * 2.0**-52

    def _words_of(self, month: int, number: int) -> NDArray[np.uint64]:
        """Return all distinct words that the rows need, in id order."""
        month = operator.index(month)
        if month < 0:
            raise ValueError(f"month {month}: months are counted from 0")
        parts = []
        for block, words in self._stretches:
            self._inner["counter"] = [block, month, number, 0]
            self._generator.state = self._state
            parts.append(self._generator.random_raw(words))
        raw = parts[0] if len(parts) == 1 else np.concatenate(parts)
        distinct: NDArray[np.uint64] = raw[self._words]
        return distinct

    def _of_rows(self, drawn: NDArray[_Drawn]) -> NDArray[_Drawn]:
        return drawn if self._place is None else drawn[self._place]


def checked_seed(seed: object) -> int:
    """Return the seed as an int, or raise InputError; see :class:`Luck`."""
    allowed = f"a seed is a whole number from 0 to 2**{LARGEST_SEED.bit_length()} - 1"
    if isinstance(seed, (bool, np.bool_)):
        raise InputError(f"seed is {seed!r}; {allowed}")
    try:
        number = operator.index(seed)  # type: ignore[arg-type]  # its TypeError is the check
    except TypeError:
        raise InputError(f"seed is {seed!r}; {allowed}") from None
    if not 0 <= number <= LARGEST_SEED:
        raise InputError(f"seed is {number}; {allowed}")
    return number


def checked_ids(luck_ids: ArrayLike) -> NDArray[np.int64]:
    """Return ids as a read-only array, or raise InputError; see :class:`Luck`."""
    allowed = "luck_ids is a list of whole numbers from 0 to 2**62, one per row"
    try:
        given = np.asarray(luck_ids)
    except (ValueError, OverflowError):
        raise InputError(f"{allowed}; it cannot be read as one") from None
    if given.ndim != 1 or given.size == 0:
        raise InputError(f"{allowed}; its shape is {given.shape}")
    if given.dtype.kind not in "iu":
        raise InputError(f"{allowed}; it holds {given.dtype}")
    low, high = int(given.min()), int(given.max())
    if low < 0 or high > LARGEST_ID:
        raise InputError(f"{allowed}; it holds {low if low < 0 else high}")
    ids = given.astype(np.int64)
    ids.flags.writeable = False
    return ids


_BRIDGE = 100
# Setting a state costs as much as drawing about this many blocks: shorter gaps
# between wanted blocks are drawn through and dropped.


def _layout(
    ids: NDArray[np.int64],
) -> tuple[list[tuple[int, int]], slice | NDArray[np.int64], NDArray[np.int64] | None]:
    """Plan how the words of rows are drawn.

    Returns
    -------
    stretches : list of (first block, number of words)
        What to draw, in order.
    words : slice or ndarray
        Where the distinct ids, in ascending order, lie in what is drawn.
    place : ndarray of shape (rows,), or None
        Each row's place among the distinct ids; None where they are the rows.
    """
    if np.all(ids[1:] - ids[:-1] == 1):  # the usual case, and it needs no index at all
        first, last = int(ids[0]), int(ids[-1])
        start = first % 4
        words = 4 * (last // 4 - first // 4 + 1)
        return [(first // 4, words)], slice(start, start + ids.size), None
    distinct, place = np.unique(ids, return_inverse=True)
    blocks = distinct // 4
    breaks = np.flatnonzero(np.diff(blocks) > _BRIDGE) + 1
    firsts = blocks[np.concatenate(([0], breaks))]
    lasts = blocks[np.concatenate((breaks - 1, [-1]))]
    lengths = 4 * (lasts - firsts + 1)
    offsets = np.cumsum(lengths) - lengths
    stretch = np.searchsorted(firsts, blocks, side="right") - 1
    within = 4 * (blocks - firsts[stretch]) + distinct % 4
    index: Any = offsets[stretch] + within
    stretches = list(zip(firsts.tolist(), lengths.tolist(), strict=True))
    same = distinct.size == ids.size and bool(np.all(distinct == ids))
    return stretches, index, None if same else place
