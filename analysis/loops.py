"""Feedback loops: how much of a push comes round to where it began.

The papers' 27 loops are a table, ``loops.csv`` beside this module: a line names the
path, a small nudge that pushes its first series, and the link at which it can be cut.
The gain of a loop compares two responses to the same nudge, with the loop intact and
with it cut. The links of the diagram are a table as well, ``links.csv``, which names
for each the mechanism of the register that carries it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from analysis.measures import Runs, over_months
from analysis.mechanisms import MECHANISMS, Settings, settings_in, shortened
from analysis.space import drawn

if TYPE_CHECKING:
    import pandas as pd

    from sim.ensemble import Rows
    from sim.history import History

__all__ = ["LINKS", "LOOPS", "Arrow", "Loop", "gain", "later_half", "loops", "verdict"]

POINTS, LUCKS = 64, 8
"""Points of parameters over which a surprise is tried, and runs at each."""

_REACH = 1.96
"""Standard errors to either end of a 95% interval."""


@dataclass(frozen=True, slots=True)
class Loop:
    """One feedback loop of the papers, and how its gain is measured.

    Attributes
    ----------
    id : str
        ``R1`` to ``R16`` and ``B1`` to ``B11``.
    words : mapping of language to str
        Its name.
    kind : str
        What the papers call it: reinforcing or balancing.
    path : tuple of str
        Its nodes, the first again at the end.
    series : tuple of tuple of str
        Recorded series of each node; those of a node are added up.
    nudge, cut, held : mapping of name to float
        What pushes the first series, what cuts a link, and what holds in all arms.
    scenario : str
        Where.
    months : int
        How long; responses are read over the later half.
    relative : bool
        Whether responses are shares of the level: right where causes multiply.
    closed : str
        Who closes it: a paper, or an inference of ours from their links.
    note : str
        What has no counterpart, or what else to know.
    """

    id: str
    words: Mapping[str, str]
    kind: str
    path: tuple[str, ...]
    series: tuple[tuple[str, ...], ...]
    nudge: Settings
    cut: Settings
    held: Settings
    scenario: str
    months: int
    relative: bool
    closed: str
    note: str

    def arms(self) -> tuple[Settings, Settings, Settings, Settings]:
        """Return settings of four arms: intact and nudged, cut and nudged."""
        whole, cut = {**self.held}, {**self.held, **self.cut}
        return whole, {**whole, **self.nudge}, cut, {**cut, **self.nudge}


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link of the diagram: from a node to a node, its sign, what carries it."""

    tail: str
    head: str
    sign: int
    mechanism: str


def _table(name: str) -> list[dict[str, str]]:
    text = (resources.files("analysis") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _loop(row: Mapping[str, str]) -> Loop:
    return Loop(
        id=row["id"],
        words=MappingProxyType({lang: row[lang] for lang in ("en", "ko")}),
        kind=row["kind"],
        path=tuple(row["path"].split(" > ")),
        series=tuple(tuple(one.split("+")) for one in row["series"].split(" > ")),
        nudge=settings_in(row["nudge"]),
        cut=settings_in(row["cut"]),
        held=settings_in(row["held"]),
        scenario=row["scenario"],
        months=int(row["months"]),
        relative=row["measure"] == "relative",
        closed=row["closed"],
        note=row["note"],
    )


LOOPS: Mapping[str, Loop] = MappingProxyType(
    {row["id"]: _loop(row) for row in _table("loops.csv")}
)
"""Every loop of the papers, by number."""

LINKS: tuple[Arrow, ...] = tuple(
    Arrow(row["from"], row["to"], 1 if row["sign"] == "+" else -1, row["mechanism"])
    for row in _table("links.csv")
)
"""The links of the diagram."""


# -------------------------------------------------------------------------- measuring


def later_half(history: History, *, keys: tuple[str, ...]) -> Runs:
    """Return the mean of a sum of series over the later half of a run, (rows,)."""
    months = len(history.labels) - 1
    return over_months(history, plus=keys, first=months // 2)


def response(plain: Runs, nudged: Runs, *, relative: bool) -> Runs:
    """Return what a nudge does, run by run.

    Parameters
    ----------
    plain, nudged : ndarray, shape (rows,)
        The first series without the nudge and with it; runs share their luck.
    relative : bool
        As a share of the level without the nudge.

    Returns
    -------
    ndarray, shape (rows,)
        Its mean is the response. If relative, that is the ratio of the means less 1,
        and the spread is that of the ratio by the delta method.
    """
    one, other = np.asarray(plain, np.float64), np.asarray(nudged, np.float64)
    level = float(one.mean())
    if not relative or level == 0.0:
        return other - one
    ratio = float(other.mean()) / level
    return (other - ratio * one) / level + ratio - 1.0


def gain(intact: Runs, cut: Runs) -> tuple[float, float]:
    """Return a loop's gain and its standard error, by the delta method.

    Parameters
    ----------
    intact, cut : ndarray, shape (rows,)
        Responses of the first series, run by run, with the loop intact and cut.

    Returns
    -------
    gain, error : float
        Above 0 the loop amplifies, below 0 it damps. Both are NaN where the nudge
        does nothing once the loop is cut.
    """
    alone = float(np.mean(cut))
    if alone == 0.0:
        return float("nan"), float("nan")
    ratio = float(np.mean(intact)) / alone
    spread = float(np.std(intact - ratio * cut, ddof=1)) / np.sqrt(intact.size)
    return ratio - 1.0, float(spread / abs(alone))


def verdict(found: float, error: float) -> str:
    """Return what a gain comes to: a word, by its 95% interval."""
    if found - _REACH * error > 0.0:
        return "amplifies"
    if found + _REACH * error < 0.0:
        return "damps"
    return "no measurable feedback"


# ---------------------------------------------------------------------------- running


@dataclass(frozen=True, slots=True)
class _Arm:
    """One set of runs; equal ones are run once."""

    scenario: str
    months: int
    settings: tuple[tuple[str, float], ...]
    drawn: bool = False


def loops(
    runs: int = 512,
    seed: int = 0,
    *,
    only: Iterable[str] | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the gain of every loop, and the strength of every link of the diagram.

    Parameters
    ----------
    runs : int
        Paired runs of each arm at first guesses.
    seed : int
        Of the luck.
    only : iterable of str, optional
        Loops to measure, and no link; by default all loops and all links.
    workers : int
        Processes to share the work.
    progress : callable, optional
        Called with the run-months done and their total, once for the gains and once
        more for the region of loops that surprise.

    Returns
    -------
    gains : DataFrame
        One line per loop: ``loop``, ``claimed``, ``intact`` and ``cut`` (responses),
        ``gain`` with its 95% interval ``low`` to ``high``, ``shift`` (what the cut
        does to the level, in standard deviations over luck), ``arrives`` (how many
        standard errors the loop's last node moves: where it does not move, nothing
        can come round, whatever the cut does to the level), ``verdict`` and
        ``amplifies``, the share of plausible points at which it does; only for
        loops that are said to reinforce and damp at first guesses, else NaN.
    strengths : DataFrame
        One line per link: ``tail``, ``head``, ``sign`` (claimed), ``strength`` (in
        standard deviations over luck, below 0 against the claim) and its ``error``.
    """
    import pandas as pd

    wanted = [LOOPS[one] for one in (LOOPS if only is None else only)]
    links = LINKS if only is None else ()
    arms = [arm for loop in wanted for arm in _arms(loop)]
    arms += [arm for link in links for arm in _pair(link)]
    run = partial(_run, seed=seed, workers=workers, progress=progress)
    found = run(arms, _readings(wanted, links), runs=runs)
    lines = [_line(loop, found) for loop in wanted]
    odd = [
        loop
        for loop, line in zip(wanted, lines, strict=True)
        if loop.kind == "reinforcing" and line["verdict"] == "damps"
    ]
    points = [arm for loop in odd for arm in _arms(loop, drawn=True)]
    spread = run(points, _readings(odd, ()), runs=POINTS * LUCKS)
    shares = {loop.id: _share(loop, spread) for loop in odd}
    for line in lines:
        line["amplifies"] = shares.get(line["loop"], float("nan"))
    strengths = [_strength(link, found) for link in links]
    return pd.DataFrame(lines), pd.DataFrame(strengths)


_Found: TypeAlias = Mapping[_Arm, Mapping[str, Runs]]


def _arms(loop: Loop, *, drawn: bool = False) -> list[_Arm]:
    """Return a loop's arms; over a region the nudge starts from its first guess."""
    still = {name: _usual(name) for name in loop.nudge} if drawn else {}
    return [
        _Arm(loop.scenario, loop.months, tuple(sorted({**still, **one}.items())), drawn)
        for one in loop.arms()
    ]


def _usual(name: str) -> float:
    from sim.parameters import card_of

    card, state = card_of(name)
    return card.value(state or (card.states[0] if card.states else None))


def _pair(link: Arrow) -> list[_Arm]:
    """Return the arms with a link's mechanism on and off."""
    tried = MECHANISMS[link.mechanism].link
    assert tried is not None
    return [
        _Arm(tried.scenario, tried.months, tuple(sorted(one.items())))
        for one in (tried.on, {**tried.on, **tried.off})
    ]


def _readings(
    wanted: Iterable[Loop], links: Iterable[Arrow]
) -> dict[str, Callable[[Any], Runs]]:
    reads: dict[str, Callable[[Any], Runs]] = {}
    for loop in wanted:
        reads[loop.id] = partial(later_half, keys=loop.series[0])
        reads[_last(loop)] = partial(later_half, keys=loop.series[-1])
    for link in links:
        tried = MECHANISMS[link.mechanism].link
        assert tried is not None
        reads[link.mechanism] = partial(
            over_months, plus=tried.series, last=tried.months
        )
    return reads


def _run(
    arms: Iterable[_Arm],
    reads: Mapping[str, Callable[[Any], Runs]],
    *,
    runs: int,
    seed: int,
    workers: int,
    progress: Callable[[int, int], None] | None,
) -> _Found:
    from sim.ensemble import run_rows

    groups: dict[tuple[str, int, bool], list[_Arm]] = {}
    for arm in dict.fromkeys(arms):
        groups.setdefault((arm.scenario, arm.months, arm.drawn), []).append(arm)
    if not groups:
        return {}
    histories = run_rows(
        [_rows(group, runs, seed) for group in groups.values()],
        workers=workers,
        outcomes=dict(reads),
        keep=1,
        progress=progress,
    )
    found = {}
    for group, one in zip(groups.values(), histories, strict=True):
        for place, arm in enumerate(group):
            rows = slice(place * runs, (place + 1) * runs)
            found[arm] = {name: whole[rows] for name, whole in one.outcomes.items()}
    return found


def _rows(group: Sequence[_Arm], runs: int, seed: int) -> Rows:
    """Return arms side by side as one case: many small ones would take longer."""
    from sim.ensemble import Rows
    from sim.parameters import card_of, flat_names
    from sim.scenario import load_scenario

    scenario = load_scenario(group[0].scenario).at_first_guesses()
    flat = [
        {one: value for name, value in arm.settings for one in flat_names(name)}
        for arm in group
    ]
    chosen: dict[str, Any] = {}
    if group[0].drawn:
        chosen = {
            name: np.tile(np.repeat(value, LUCKS), len(group))
            for name, value in drawn(POINTS, seed, {}).items()
        }
    for name in dict.fromkeys(one for settings in flat for one in settings):
        card, state = card_of(name)
        usual = scenario.parameters.get(name, card.value(state))
        plain = chosen.get(name, np.full(runs * len(group), usual, np.float64))
        blocks = zip(np.split(plain, len(group)), flat, strict=True)
        chosen[name] = np.concatenate(
            [
                np.full(runs, one[name]) if name in one else block
                for block, one in blocks
            ]
        )
    return Rows(
        scenario=shortened(scenario, group[0].months),
        luck_ids=np.tile(np.arange(runs), len(group)),
        parameters=chosen,
        seed=seed,
    )


def _last(loop: Loop) -> str:
    return f"{loop.id} last"


def _arrival(loop: Loop, found: _Found) -> float:
    """Return how many standard errors the last node's response is away from 0."""
    plain, nudged = (found[arm][_last(loop)] for arm in _arms(loop)[:2])
    moved = response(plain, nudged, relative=False)
    error = float(np.std(moved, ddof=1)) / np.sqrt(moved.size)
    return abs(float(moved.mean())) / error if error > 0.0 else 0.0


def _line(loop: Loop, found: _Found) -> dict[str, Any]:
    plain, nudged, cut, both = (found[arm][loop.id] for arm in _arms(loop))
    intact = response(plain, nudged, relative=loop.relative)
    alone = response(cut, both, relative=loop.relative)
    size, error = gain(intact, alone)
    arrives = _arrival(loop, found)
    spread = float(np.std(plain, ddof=1))
    return {
        "loop": loop.id,
        "claimed": loop.kind,
        "intact": float(intact.mean()),
        "cut": float(alone.mean()),
        "gain": size,
        "low": size - _REACH * error,
        "high": size + _REACH * error,
        "shift": float(np.mean(cut) - np.mean(plain)) / (spread or 1.0),
        "arrives": arrives,
        "verdict": verdict(size, error if arrives > _REACH else float("inf")),
    }


def _share(loop: Loop, found: _Found) -> float:
    """Return the share of points at which a loop amplifies."""
    plain, nudged, cut, both = (
        np.asarray(found[arm][loop.id], np.float64).reshape(POINTS, LUCKS).mean(axis=1)
        for arm in _arms(loop, drawn=True)
    )
    intact, alone = nudged - plain, both - cut
    if loop.relative:
        intact, alone = intact * cut, alone * plain
    return float(np.mean(intact * np.sign(alone) > np.abs(alone)))


def _strength(link: Arrow, found: _Found) -> dict[str, Any]:
    tried = MECHANISMS[link.mechanism].link
    assert tried is not None
    on, off = (
        np.asarray(found[arm][link.mechanism], np.float64) for arm in _pair(link)
    )
    difference = tried.sign * (on - off)
    unit = float(np.std(on, ddof=1)) or float(np.std(off, ddof=1)) or 1.0
    error = float(np.std(difference, ddof=1)) / np.sqrt(difference.size)
    return {
        "tail": link.tail,
        "head": link.head,
        "sign": link.sign,
        "strength": float(difference.mean()) / unit,
        "error": float(error) / unit,
    }
