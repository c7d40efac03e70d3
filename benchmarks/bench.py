"""How fast and how large, as ratios measured in one run, against a budget.

    python benchmarks/bench.py                      measure, compare with the budget
    python benchmarks/bench.py --accept "reason"    measure and make it the budget
    python benchmarks/bench.py --only import_help   some of them

Seconds depend on the machine and on who else uses it; a ratio of two things timed
in turns in one run depends on them little. Lower is better everywhere. What rises by
a fifth over ``budget.json`` must be explained: the run fails until somebody accepts
it with a reason, which is kept in that file. Some numbers have a limit as well, or
only a limit, which no reason lifts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from compiled import compiled_month

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from sim.history import History

    Floats = NDArray[np.floating]

BUDGET = Path(__file__).with_name("budget.json")
RISE = 1.2
ROWS = 8_192
HEAVY = ("matplotlib", "mesa", "networkx", "pandas", "pyarrow", "scipy")

LIMITS = {
    "two_workers_time": 1 / 1.7,
    "single_row_month_ms": 20.0,
    "memory_gb": 2.0,
    "compiled_month": 1 / 3,
    "import_help": 0.0,
    "import_validate": 0.0,
}
"""What no reason lifts, in the units of :data:`MEANINGS`."""

ONLY_LIMITED = (
    "two_workers_time",
    "single_row_month_ms",
    "memory_gb",
    "compiled_month",
)
"""What hangs on the machine and its other work too much for a budget of a fifth."""

MEANINGS = {
    "chunk_month": "a month of 8,192 rows, recorded, in float64 multiplies of 8,192",
    "rules": "threat and arming of a row among 8,192, against plain Python (= 1)",
    "two_workers_time": "time of two workers against one (= 1): 0.59 is 1.7 times one",
    "single_row_month_ms": "a month of one row, in milliseconds",
    "memory_gb": "most memory of 100,000 ten-year futures on two workers, in GB",
    "compiled_month": "a month of 8,192 rows in compiled form, in plain form (= 1)",
    "import_help": f"of {', '.join(HEAVY)}: how many `dilemma --help` imports",
    "import_validate": "of the same: how many `dilemma validate` imports",
}


def say(line: str) -> None:
    """Write a line at once, so that a long run can be followed."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(call: Callable[[], object], repeats: int = 1) -> float:
    """Return the seconds that a call takes, on average over some in a row."""
    start = time.perf_counter()
    for _ in range(repeats):
        call()
    return (time.perf_counter() - start) / repeats


def ratio(
    one: Callable[[], object], other: Callable[[], object], pairs: int, repeats: int
) -> float:
    """Return how many of the other one costs: median of pairs timed in turns."""
    one()
    other()
    return median(timed(one) / timed(other, repeats) for _ in range(pairs))


def chunk_month() -> float:
    """Measure a month of the model, luck and recording included."""
    import numpy as np

    from sim.model import StrategicModel
    from sim.record import Series
    from sim.scenario import load_scenario
    from sim.state import series

    model = StrategicModel(
        load_scenario("baseline"),
        rows=ROWS,
        seed=0,
        collect=False,
        recorder=Series(series, 50),
    )
    left, right, product = (_aligned(ROWS, place) for place in range(3))

    def multiply() -> None:
        np.multiply(left, right, out=product)

    return ratio(model.step, multiply, pairs=41, repeats=2_000)


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

        return ratio(two, one, pairs=9, repeats=1)


def highest(history: History) -> Floats:
    """Return the highest threat that the ROK felt, a cheap outcome."""
    highest_threat: Floats = history.series("threat", "ROK").max(axis=0)
    return highest_threat


def single_row_month_ms() -> float:
    """Measure one row as a student steps it, without collecting."""
    from sim.model import StrategicModel

    model = StrategicModel("baseline", rows=1, seed=0, collect=False)
    model.step()
    return 1e3 * median(timed(model.step) for _ in range(100))


def memory_gb() -> float:
    """Measure the largest resident sizes of a run, of all its processes added."""
    if sys.platform == "win32":
        raise RuntimeError("Windows counts memory otherwise")
    return float(_output(["benchmarks/memory.py", "100000"])) / 1e9


def import_help() -> float:
    """Count heavy packages that showing the help imports."""
    return _imports(["--help"])


def import_validate() -> float:
    """Count heavy packages that checking a scenario file imports."""
    return _imports(["validate", "scenarios/reference/baseline.yaml"])


def _imports(arguments: list[str]) -> float:
    program = (
        "import os, sys\n"
        "from analysis.interfaces.cli import main\n"
        f"sys.argv = ['dilemma', *{arguments!r}]\n"
        "out, sys.stdout = sys.stdout, open(os.devnull, 'w', encoding='utf-8')\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as stop:\n"
        "    assert not stop.code, stop.code\n"
        f"out.write(' '.join(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    found = _output(["-c", program]).split()
    if found:
        say(f"  `dilemma {' '.join(arguments)}` imports {', '.join(found)}")
    return float(len(found))


def _output(arguments: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=BUDGET.parents[1],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


MEASURES: dict[str, Callable[[], float]] = {
    one.__name__: one
    for one in (
        import_help,
        import_validate,
        memory_gb,
        single_row_month_ms,
        chunk_month,
        compiled_month,
        rules,
        two_workers_time,
    )
}
"""In this order: a new process counts the memory of the one that started it as its
own for a moment, so that is measured while this one is still small."""


def complaints(
    measured: Mapping[str, float], budget: Mapping[str, float], *, accepted: bool
) -> list[str]:
    """Return what rose too far or passes its limit, in words."""
    found = []
    for name, value in measured.items():
        if value > LIMITS.get(name, float("inf")):
            found.append(f"{name} is {value:.4g}; the limit is {LIMITS[name]:.4g}")
        elif accepted or name in ONLY_LIMITED or name not in budget:
            continue
        elif value > RISE * budget[name]:
            found.append(
                f"{name} rose from {budget[name]:.4g} to {value:.4g}, "
                f"by {value / budget[name] - 1:.0%}"
                if budget[name]
                else f"{name} rose from 0 to {value:.4g}"
            )
    return found


def write_budget(
    old: Mapping[str, Any], measured: Mapping[str, float], reason: str
) -> None:
    """Make what was measured the budget, and keep the reason."""
    before = old.get("budget", {})
    changes = {
        name: {"from": before.get(name), "to": float(f"{value:.4g}")}
        for name, value in measured.items()
    }
    packages = " ".join(f"{one} {version(one)}" for one in ("numpy", "scipy", "mesa"))
    text = {
        "meaning": MEANINGS,
        "budget": {**before, **{name: one["to"] for name, one in changes.items()}},
        "accepted": [
            *old.get("accepted", []),
            {
                "reason": reason,
                "measured_on": f"Python {platform.python_version()}, {packages}, "
                f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs",
                "changes": changes,
            },
        ],
    }
    BUDGET.write_text(json.dumps(text, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """Measure, compare, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accept", metavar="REASON", help="make this the budget")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
    options = parser.parse_args()
    if options.accept is not None and not options.accept.strip():
        parser.error("--accept needs a reason")
    old = json.loads(BUDGET.read_text(encoding="utf-8")) if BUDGET.exists() else {}
    budget = old.get("budget", {})
    measured = {}
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > 0.5:
        say("Something else is running here: what two workers gain will look small.")
    for name in (one for one in MEASURES if one in options.only):
        value = MEASURES[name]()
        measured[name] = value
        known = f"budget {budget[name]:.4g}" if name in budget else "no budget"
        say(f"{name:20} {value:10.4g}  ({known}; {MEANINGS[name]})")
    found = complaints(measured, budget, accepted=options.accept is not None)
    for line in found:
        say(f"TOO MUCH: {line}")
    if found:
        say('Explain a rise with: python benchmarks/bench.py --accept "reason"')
        return 1
    if options.accept is not None:
        write_budget(old, measured, options.accept.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
