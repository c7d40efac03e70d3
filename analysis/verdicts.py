"""Directions: what seven of the papers' claims come to over plausible parameters.

Each claim is an experiment. Its treatment changes a cause; the outcome is read
elsewhere, run by run, between arms that share luck and parameters. Every run has
parameters of its own, drawn over the full range of every card, which for contested
effects includes none at all. Whatever comes out is the verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from sim.cast import DOMAINS

if TYPE_CHECKING:
    import pandas as pd

    from analysis.measures import Runs
    from sim.ensemble import Rows
    from sim.history import History
    from sim.scenario import Scenario

__all__ = [
    "ARMS",
    "CLAIMS",
    "SMALLEST",
    "Arm",
    "Claim",
    "Reading",
    "drawn",
    "judge",
    "verdict",
    "verdicts",
]

Words: TypeAlias = Mapping[str, str]

SMALLEST = 0.1
"""The smallest effect that matters, in units of what luck alone does to the control."""

LUCKS = 300
"""Runs at first guesses from which that unit is taken."""

SURE, MOST = 0.99, 0.8
"""Shares of runs above which one sign is a premise, and a verdict clear."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Arm:
    """One side of an experiment: a scenario and what is set in it.

    Attributes
    ----------
    scenario : str
        A packaged scenario.
    settings : mapping of name to float
        Parameters and strengths that are the same in every run.
    without : tuple of str
        Levers of the scenario that are taken away.
    """

    scenario: str = "baseline"
    settings: Mapping[str, float] = field(default_factory=dict)
    without: tuple[str, ...] = ()

    def load(self) -> Scenario:
        """Return the arm's scenario, without the levers that it does without."""
        from sim.scenario import load_scenario

        scenario = load_scenario(self.scenario)
        levers = {k: v for k, v in scenario.levers.items() if k not in self.without}
        return scenario.model_copy(update={"levers": levers})


@dataclass(frozen=True, slots=True)
class Reading:
    """One outcome of a claim: where it is read, and which way it should go.

    Attributes
    ----------
    name : str
        The outcome, a key of :data:`OUTCOMES`.
    words : mapping of language to str
        What it is.
    sign : int
        1 or -1 as the paper claims, 0 where the papers disagree.
    contrast : mapping of arm to float
        Weights of the arms whose sum is the effect.
    control : str
        The arm whose spread over luck, at first guesses, is the unit.
    """

    name: str
    words: Words
    sign: int
    contrast: Mapping[str, float]
    control: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a paper says, and where it is looked for."""

    name: str
    words: Words
    source: str
    status: str
    readings: tuple[Reading, ...]


# ------------------------------------------------------------------------------ arms

_TRADE, _NO_TRADE = {"nk_russia_exchange": 1.0}, {"nk_russia_exchange": 0.0}
_FROZEN = {"experience_gain": 0.0, "technology_transfer": 0.0, **_TRADE}
_BRIDGES = ("link_of_war", "link_of_cooperation")
"""What ties the allies to NATO: drawn where the theatres are linked, else cut too."""
_LINKS = (
    "guilt_by_association",
    "proxy_dilemma",
    "theatre_diversion",
    "technology_transfer",
)
_DECAYS = ("vetoes", "sanctions_erosion")
_CLOSED = {"border_closure": 0.8}

ARMS: Mapping[str, Arm] = MappingProxyType(
    {
        "cooperation": Arm(settings=_TRADE),
        "no cooperation": Arm(settings=_NO_TRADE),
        "deployment alone": Arm(settings={**_FROZEN, "troop_deployment": 1.0}),
        "no deployment": Arm(settings={**_FROZEN, "troop_deployment": 0.0}),
        "linked": Arm(settings=dict.fromkeys(_LINKS, 1.0)),
        "linked, no war": Arm("no_invasion", dict.fromkeys(_LINKS, 1.0)),
        "unlinked": Arm(settings=dict.fromkeys((*_LINKS, *_BRIDGES), 0.0)),
        "unlinked, no war": Arm(
            "no_invasion", dict.fromkeys((*_LINKS, *_BRIDGES), 0.0)
        ),
        "sanctions decay": Arm(settings=dict.fromkeys(_DECAYS, 1.0)),
        "sanctions hold": Arm(settings=dict.fromkeys(_DECAYS, 0.0)),
        "harris": Arm("harris"),
        "trump": Arm("trump"),
        "crisis": Arm(settings={**_CLOSED, **_TRADE}, without=("border_reopens",)),
        "crisis, no cooperation": Arm(
            settings={**_CLOSED, **_NO_TRADE}, without=("border_reopens",)
        ),
    }
)
"""Every arm of every claim, by name; arms that claims share are run once."""


# -------------------------------------------------------------------------- outcomes


def mean_between(
    history: History, *, keys: tuple[str, ...], first: int, last: int
) -> Runs:
    """Return the mean over months of a sum of series, shape (rows,).

    Parameters
    ----------
    history : History
        What happened.
    keys : tuple of str
        Dotted names; their sum is taken.
    first, last : int
        Months after the start, the first from 0 and the last not included.
    """
    whole: Runs = np.zeros(history.series(*keys[0].split(".")).shape[1])
    for key in keys:
        months = history.series(*key.split("."))[first + 1 : last + 1]
        whole = whole + np.asarray(months, dtype=np.float64).mean(axis=0)
    return whole


def _read(first: int, last: int, *keys: str) -> Callable[[Any], Runs]:
    return partial(mean_between, keys=keys, first=first, last=last)


_TESTS = tuple(f"tests.NK.{domain}" for domain in DOMAINS)
_NEIGHBORS = tuple(
    f"felt_threat.{one}.{other}"
    for one in ("ROK", "Japan")
    for other in ("NK", "Russia")
)
_OFFERS = ("posture.NK.offer", "posture.NK.moratorium")

OUTCOMES: Mapping[str, Callable[[Any], Runs]] = MappingProxyType(
    {
        "sustainment": _read(24, 36, "sustainment"),
        "neighbors_threat": _read(24, 48, *_NEIGHBORS),
        "neighbors_threat_late": _read(48, 96, *_NEIGHBORS),
        "trilateral": _read(24, 48, "trilateral"),
        "spending": _read(24, 48, "spending.ROK", "spending.Japan"),
        "income": _read(24, 48, "income.NK"),
        "capability": _read(24, 48, "capability.NK"),
        "provocation": _read(24, 48, *_TESTS, "attack.NK"),
        "compliance": _read(24, 48, "china_compliance"),
        "provocation_term": _read(36, 60, *_TESTS, "attack.NK"),
        "talks_term": _read(36, 60, "talks_opened"),
        "offers": _read(24, 48, *_OFFERS),
    }
)
"""What is read off a run, by name: means over months after January 2022."""


def _against(treatment: str, control: str) -> dict[str, float]:
    return {treatment: 1.0, control: -1.0}


_COOPERATION = _against("cooperation", "no cooperation")
_LINKED, _UNLINKED = (
    _against("linked", "linked, no war"),
    _against("unlinked", "unlinked, no war"),
)
_IN_CRISIS = {
    **_against("crisis", "crisis, no cooperation"),
    **_against("no cooperation", "cooperation"),
}
_DECAY = _against("sanctions decay", "sanctions hold")

CLAIMS: tuple[Claim, ...] = (
    Claim(
        "H01",
        {
            "en": "Cooperation with North Korea sustains Russia's war.",
            "ko": "북러 협력은 러시아의 전쟁지속능력을 높인다.",
        },
        "A, III.2 and IV",
        "stated",
        (
            Reading(
                "sustainment",
                {"en": "months of fire, third year", "ko": "3년차 포격 지속 개월"},
                1,
                _COOPERATION,
                "no cooperation",
            ),
        ),
    ),
    Claim(
        "H08",
        {
            "en": "Cooperation raises neighbors' threat, arms and trilateral ties.",
            "ko": "북러 협력은 주변국의 위협 인식, 군비, 한미일 협력을 높인다.",
        },
        "A, III.3 and III.4",
        "stated",
        (
            Reading(
                "neighbors_threat",
                {
                    "en": "what Seoul and Tokyo feel from Pyongyang and Moscow",
                    "ko": "한일이 느끼는 북러의 위협",
                },
                1,
                _COOPERATION,
                "no cooperation",
            ),
            Reading(
                "trilateral",
                {"en": "trilateral institutions", "ko": "한미일 제도화"},
                1,
                _COOPERATION,
                "no cooperation",
            ),
            Reading(
                "spending",
                {"en": "spending of Seoul and Tokyo", "ko": "한일 군사비"},
                1,
                _COOPERATION,
                "no cooperation",
            ),
        ),
    ),
    Claim(
        "H14",
        {
            "en": "Troops abroad alone raise neighbors' threat, with no gain at home.",
            "ko": "능력 향상 없이 파병만으로도 주변국의 위협 인식이 높아진다.",
        },
        "A, III.2",
        "stated",
        (
            Reading(
                "neighbors_threat_late",
                {
                    "en": "what Seoul and Tokyo feel from Pyongyang and Moscow",
                    "ko": "한일이 느끼는 북러의 위협",
                },
                1,
                _against("deployment alone", "no deployment"),
                "no deployment",
            ),
        ),
    ),
    Claim(
        "H15",
        {
            "en": "War in Europe raises Asian arming through the theatres' link.",
            "ko": "유럽의 전쟁은 전구 연계를 통해 아시아의 군비를 늘린다.",
        },
        "A, III.2 and III.4",
        "stated",
        (
            Reading(
                "spending",
                {"en": "war's effect, linked", "ko": "전쟁의 효과, 연계 있음"},
                1,
                _LINKED,
                "linked, no war",
            ),
            Reading(
                "spending",
                {"en": "war's effect, unlinked", "ko": "전쟁의 효과, 연계 없음"},
                0,
                _UNLINKED,
                "unlinked, no war",
            ),
            Reading(
                "spending",
                {"en": "what the link adds", "ko": "연계가 더하는 몫"},
                1,
                {**_LINKED, **{arm: -weight for arm, weight in _UNLINKED.items()}},
                "linked, no war",
            ),
        ),
    ),
    Claim(
        "H22",
        {
            "en": "Decay of sanctions raises trade, income, arms and provocation.",
            "ko": "제재 약화는 거래, 소득, 능력, 도발을 늘린다.",
        },
        "A, III.3 and IV; B, IV.1",
        "stated",
        (
            Reading(
                "compliance",
                {
                    "en": "China's compliance, in place of illicit trade",
                    "ko": "중국의 이행(불법 거래의 대리 지표)",
                },
                -1,
                _DECAY,
                "sanctions hold",
            ),
            Reading(
                "income",
                {"en": "North Korea's income", "ko": "북한 소득"},
                1,
                _DECAY,
                "sanctions hold",
            ),
            Reading(
                "capability",
                {"en": "its capability", "ko": "북한 군사 능력"},
                1,
                _DECAY,
                "sanctions hold",
            ),
            Reading(
                "provocation",
                {"en": "its tests and attacks", "ko": "북한의 시험과 공격"},
                1,
                _DECAY,
                "sanctions hold",
            ),
        ),
    ),
    Claim(
        "H28",
        {
            "en": "A second Trump brings more provocation than Harris; talks disputed.",
            "ko": "트럼프 2기는 해리스보다 도발을 늘린다. 대화는 엇갈린다.",
        },
        "B, I, IV.2 and V",
        "hedged",
        (
            Reading(
                "provocation_term",
                {"en": "tests and attacks, 2025-2026", "ko": "2025-2026년 시험과 공격"},
                1,
                _against("trump", "harris"),
                "harris",
            ),
            Reading(
                "talks_term",
                {"en": "talks opened, 2025-2026", "ko": "2025-2026년 대화 개시"},
                0,
                _against("trump", "harris"),
                "harris",
            ),
        ),
    ),
    Claim(
        "H34",
        {
            "en": "Russian support lowers offers of talks, the more so in a crisis.",
            "ko": "러시아의 지원은 대화 제의를 줄이며, 위기에서 더욱 그렇다.",
        },
        "B, IV.0 and V",
        "stated, hedged",
        (
            Reading(
                "offers",
                {"en": "months of offer or moratorium", "ko": "제의·유예의 달"},
                -1,
                _COOPERATION,
                "no cooperation",
            ),
            Reading(
                "offers",
                {"en": "the same, more in a crisis", "ko": "위기에서 더해지는 몫"},
                -1,
                _IN_CRISIS,
                "no cooperation",
            ),
        ),
    ),
)
"""The seven claims, with the numbers under which the papers' digest knows them."""


# --------------------------------------------------------------------------- running


def drawn(rows: int, seed: int, fixed: Mapping[str, float]) -> dict[str, Any]:
    """Return parameters of its own for every run, over the whole range of each card.

    Parameters
    ----------
    rows : int
        How many runs; run k has luck id k.
    seed : int
        Of the luck with which they are drawn.
    fixed : mapping of name to float
        What is the same in every run.

    Returns
    -------
    dict
        Flat name to one number or an array of shape (rows,). Traits of governments
        are not drawn: their profiles set them. ``saturation`` stays 1, as 0 is
        another theory and not another opinion of this one.
    """
    from sim.luck import Luck
    from sim.parameters import FLAT_NAMES, card_of, flat_names

    luck = Luck(seed, np.arange(rows))
    held = {flat: value for name, value in fixed.items() for flat in flat_names(name)}
    chosen: dict[str, Any] = {}
    for flat in FLAT_NAMES:
        card, state = card_of(flat)
        if flat in held:
            chosen[flat] = held[flat]
        elif card.kind != "profile" and flat != "saturation":
            low, high = card.range(state)
            chosen[flat] = low + (high - low) * luck.parameter(flat)
    return chosen


def _case(arm: Arm, rows: int, seed: int) -> Rows:
    from sim.ensemble import Rows

    return Rows(
        scenario=arm.load(),
        luck_ids=np.arange(rows),
        parameters=drawn(rows, seed, arm.settings),
        seed=seed,
    )


def _at_first_guesses(arm: Arm, seed: int) -> Rows:
    from sim.ensemble import Rows

    return Rows(
        scenario=arm.load(),
        luck_ids=np.arange(LUCKS),
        parameters=dict(arm.settings),
        seed=seed,
    )


def verdicts(
    runs: int = 1000,
    seed: int = 0,
    *,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Return the table of verdicts.

    Parameters
    ----------
    runs : int
        Runs of each arm, each with parameters and luck of its own.
    seed : int
        Of the luck.
    workers : int
        Processes to share the work.
    progress : callable, optional
        Called with the run-months done and their total.

    Returns
    -------
    DataFrame
        One line per reading: ``claim``, ``reading``, ``claimed`` (the sign),
        ``effect`` (mean, in standard deviations of the control over luck at first
        guesses) with its 95% interval ``low`` to ``high``, the shares of runs
        ``above`` and ``below`` the smallest effect that matters, and ``verdict``.
    """
    import pandas as pd

    from sim.ensemble import run_rows

    units = {reading.control: "" for claim in CLAIMS for reading in claim.readings}
    histories = run_rows(
        [_case(arm, runs, seed) for arm in ARMS.values()]
        + [_at_first_guesses(ARMS[name], seed) for name in units],
        workers=workers,
        outcomes=dict(OUTCOMES),
        keep=1,
        progress=progress,
    )
    found = dict(zip(ARMS, histories, strict=False))
    lucky = dict(zip(units, histories[len(ARMS) :], strict=True))
    lines = []
    for claim in CLAIMS:
        for reading in claim.readings:
            unit = float(np.std(lucky[reading.control].outcomes[reading.name], ddof=1))
            effect = np.zeros(runs)
            for arm, weight in reading.contrast.items():
                effect = effect + weight * found[arm].outcomes[reading.name]
            lines.append(
                {
                    "claim": claim.name,
                    "reading": reading.words["en"],
                    "claimed": reading.sign,
                    **judge(effect, unit, reading.sign),
                }
            )
    return pd.DataFrame(lines)


def judge(effect: Runs, unit: float, sign: int) -> dict[str, Any]:
    """Return what a set of paired effects comes to.

    Parameters
    ----------
    effect : ndarray, shape (rows,)
        Treatment less control, run by run.
    unit : float
        The control's standard deviation over luck, in the outcome's unit.
    sign : int
        The claimed sign; 0 if there is none.

    Returns
    -------
    dict
        ``effect, low, high, above, below, verdict``.
    """
    scaled = np.asarray(effect, dtype=np.float64) / (unit if unit > 0.0 else 1.0)
    mean = float(scaled.mean())
    reach = 1.96 * float(np.std(scaled, ddof=1)) / np.sqrt(scaled.size)
    return {
        "effect": mean,
        "low": mean - reach,
        "high": mean + reach,
        "above": float(np.mean(scaled > SMALLEST)),
        "below": float(np.mean(scaled < -SMALLEST)),
        "verdict": verdict(scaled, sign),
    }


def verdict(scaled: Runs, sign: int) -> str:
    """Return the verdict on effects in standard deviations of the control.

    ``premise``: nearly every run has one sign, so it is true of the model by
    construction. ``supported`` or ``contradicted``: most runs are beyond the smallest
    effect, with the claimed sign or against it (``raises`` and ``lowers`` where none
    is claimed). ``no effect``: most are inside it. Else ``conditional``, with the
    direction of the mean.
    """
    up, down = np.mean(scaled > SMALLEST), np.mean(scaled < -SMALLEST)
    if max(np.mean(scaled > _ROUNDING), np.mean(scaled < -_ROUNDING)) > SURE:
        return "premise" if sign * np.sign(scaled.mean()) >= 0 else "premise against"
    if max(up, down) >= MOST:
        raises = up > down
        if sign == 0:
            return "raises" if raises else "lowers"
        return "supported" if raises == (sign > 0) else "contradicted"
    if 1.0 - up - down >= MOST:
        return "no effect"
    return f"conditional, mean {'up' if scaled.mean() > 0 else 'down'}"
