"""What a month costs, as ratios of two things timed in turns in one process."""

from __future__ import annotations

import os
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from sim.history import History
    from sim.model import StrategicModel

    Floats = NDArray[np.floating]

__all__ = ["MEASURES"]

ROWS = 8_192
ASKED = ("spending.ROK", "burden.ROK", "felt_threat.ROK.NK")
"""Series that a sweep of three outcomes writes down."""


def timed(
    call: Callable[[], object],
    repeats: int = 1,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """Return the seconds that a call takes, on average over some in a row.

    Of the processor, unless another clock is given: other work on the machine then
    counts only as far as it slows memory down.
    """
    start = clock()
    for _ in range(repeats):
        call()
    return (clock() - start) / repeats


def ratio(
    one: Callable[[], object],
    other: Callable[[], object],
    *,
    pairs: int,
    repeats: int = 1,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """Return how many of the other one costs: median of pairs timed in turns."""
    one()
    other()
    return median(
        timed(one, clock=clock) / timed(other, repeats, clock) for _ in range(pairs)
    )


def chunk_month() -> float:
    """Measure a month of the model, luck and recording included."""
    import numpy as np

    model = _model(ROWS, asked=None)
    left, right, product = (_aligned(ROWS, place) for place in range(3))

    def multiply() -> None:
        np.multiply(left, right, out=product)

    return ratio(model.step, multiply, pairs=41, repeats=2_000)


def chunk_of(rows: int) -> float:
    """Measure a month of a row in chunks of another size, as a sweep runs them."""
    one, usual = _model(rows), _model(ROWS)
    return ratio(one.step, usual.step, pairs=15) * ROWS / rows


def single_month() -> float:
    """Measure a month in float32 against float64."""
    single, double = _model(ROWS, dtype="float32"), _model(ROWS)
    return ratio(single.step, double.step, pairs=21)


def asked_month() -> float:
    """Measure a month of which a few series are written down, against all of them."""
    few, every = _model(ROWS), _model(ROWS, asked=None)
    return ratio(few.step, every.step, pairs=21)


def _model(
    rows: int, *, asked: tuple[str, ...] | None = ASKED, dtype: str = "float64"
) -> StrategicModel:
    """Return a model that writes some series down, or all, for as long as is timed."""
    from sim.model import StrategicModel
    from sim.record import Series
    from sim.scenario import load_scenario
    from sim.state import series

    return StrategicModel(
        load_scenario("baseline"),
        rows=rows,
        seed=0,
        collect=False,
        recorder=Series(partial(series, keys=asked), 50),
        dtype=dtype,
    )


def _aligned(length: int, place: int) -> Floats:
    """Return numbers that begin on a cache line, each place on another one.

    Where they happen to lie changes the time of a multiplication by half.
    """
    import numpy as np

    room = np.random.default_rng(place).random(length + 64)
    first = (-room.ctypes.data % 64 // 8) + 8 * place
    return room[first : first + length]


def rules() -> float:
    """Measure threat and arming of one state, and check both forms against another."""
    import numpy as np
    from scalar_rules import month

    from sim.cast import STATES, others
    from sim.parameters import Parameters
    from sim.rules import RULES

    state = "ROK"
    rivals = others(state)
    own_values = Parameters(ambition=0.5).of(state)
    given = {name: float(value) for name, value in own_values.items()}
    random = np.random.default_rng(1)
    ranges = {
        "intent": (0, 1),
        "power": (0, 3_000),
        "own": (1, 3_000),
        "shield": (0, 3_000),
        "strike": (0, 4),
        "incoming": (0, 400),
        "umbrella": (0, 1),
        "shared": (0, 1),
    }
    shape = (len(rivals), ROWS)
    seen = {name: random.uniform(*ends, size=shape) for name, ends in ranges.items()}
    ends_of_own = {
        "warheads": (0, 10),
        "defense": (0, 0.7),
        "confident": (0, 1),
        "burden": (0, 8),
        "reference": (1, 6),
        "reference_felt": (0, 4),
        "greed_beyond_type": (-0.5, 0.5),
    }
    own = {name: random.uniform(*ends, size=ROWS) for name, ends in ends_of_own.items()}

    def call(name: str, *observed: object) -> Floats:
        code = RULES[name].__code__
        first = code.co_argcount
        names = code.co_varnames[first : first + code.co_kwonlyargcount]
        terms = RULES[name](*observed, **{one: given[one] for one in names})
        return np.asarray(terms.total)

    def arrays() -> tuple[Floats, Floats]:
        retaliation = call("second_strike", own["warheads"])
        exposed = call("exposure", seen["incoming"], own["defense"])
        umbrella = seen["umbrella"]
        nuclear = call(
            "nuclear_threat",
            exposed,
            seen["incoming"],
            umbrella,
            retaliation,
            own["warheads"],
        )
        vulnerable = call(
            "vulnerability",
            seen["power"],
            seen["own"],
            seen["shield"],
            seen["strike"],
            nuclear,
        )
        felt = call("threat", seen["intent"], seen["power"], vulnerable, seen["shared"])
        total = felt[0] + felt[1] + felt[2] + felt[3] + felt[4]
        wanted = call(
            "desired_burden",
            own["reference"],
            total,
            own["reference_felt"],
            own["greed_beyond_type"],
            given["burden_ceiling"],
            own["confident"],
        )
        return felt, call("burden", own["burden"], wanted)

    some = range(0, ROWS, 64)
    seen_by_row = [
        [{k: float(v[i, row]) for k, v in seen.items()} for i in range(len(rivals))]
        for row in some
    ]
    own_by_row = [{k: float(v[row]) for k, v in own.items()} for row in some]

    def scalars() -> list[tuple[list[float], float]]:
        pairs = zip(seen_by_row, own_by_row, strict=True)
        return [month(here, mine, given) for here, mine in pairs]

    felt, burden = arrays()
    for row, (threats, armed) in zip(some, scalars(), strict=True):
        np.testing.assert_allclose(felt[:, row], threats, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(burden[row], armed, rtol=1e-12, atol=1e-12)
    assert len(STATES) == len(rivals) + 1
    return ratio(arrays, scalars, pairs=41, repeats=5) * len(some) / ROWS


def two_workers_time() -> float:
    """Measure the same futures on one process and on two that are already there."""
    import numpy as np

    from sim.ensemble import Rows, run_rows
    from sim.ensemble.crew import hire
    from sim.scenario import load_scenario

    if (os.cpu_count() or 1) < 2:
        raise RuntimeError("two workers need two processors")
    scenario = load_scenario("baseline").model_copy(update={"end": "2023-12"})
    rows = Rows(scenario=scenario, luck_ids=np.arange(8 * 2_048))
    options: dict[str, Any] = {"outcomes": [highest], "keep": 0, "chunk": 2_048}
    with hire(2) as crew:

        def one() -> None:
            run_rows([rows], **options)

        def two() -> None:
            run_rows([rows], workers=2, executor=crew.executor, **options)

        return ratio(two, one, pairs=5, clock=time.perf_counter)


def highest(history: History) -> Floats:
    """Return the highest threat that the ROK felt, a cheap outcome."""
    highest_threat: Floats = history.series("threat", "ROK").max(axis=0)
    return highest_threat


def single_row_month_ms() -> float:
    """Measure one row as a student steps it, without collecting."""
    from sim.model import StrategicModel

    model = StrategicModel("baseline", rows=1, seed=0, collect=False)
    model.step()
    return 1e3 * median(timed(model.step, clock=time.perf_counter) for _ in range(100))


MEASURES: dict[str, Callable[[], float]] = {
    "single_row_month_ms": single_row_month_ms,
    "chunk_month": chunk_month,
    "asked_month": asked_month,
    "single_month": single_month,
    **{f"chunk_{rows}": partial(chunk_of, rows) for rows in (2_048, 4_096, 16_384)},
    "rules": rules,
    "two_workers_time": two_workers_time,
}
