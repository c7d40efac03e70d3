"""How fast and how large, as ratios measured in one run, against a budget.

    python benchmarks/bench.py                      measure, compare with the budget
    python benchmarks/bench.py --accept "reason"    measure and make it the budget
    python benchmarks/bench.py --only import_help   some of them
    python benchmarks/bench.py --write FILE         measure and write a page of it
    python benchmarks/bench.py --million            sweep a million futures, not 98,304

Seconds depend on the machine and on who else uses it; a ratio of two things timed
in turns in one run depends on them little. Lower is better everywhere. What rises by
a fifth over ``budget.json`` must be explained: the run fails until somebody accepts
it with a reason, which is kept in that file. Some numbers have a limit as well, or
only a limit, which no reason lifts, and some only tell.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import months
from classroom import class_seconds
from compiled import compiled_month
from page import Row, page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BUDGET = Path(__file__).with_name("budget.json")
RISE = 1.2
IDLE = 0.5
"""A load of the machine above this is somebody else's."""
HEAVY = ("matplotlib", "mesa", "networkx", "pandas", "pyarrow", "scipy")
HEAVY_SAID = ", ".join(HEAVY)
FUTURES = 98_304
"""Of a sweep: twelve parts of 8,192."""
MILLION = 1_000_448
"""The first multiple of 1,024 past a million."""

LIMITS = {
    "two_workers_time": 1 / 1.7,
    "single_row_month_ms": 20.0,
    "memory_gb": 2.0,
    "marginal_cost": 1.15,
    "writing_share": 0.1,
    "million_minutes": 30.0,
    "million_minutes_fast": 10.0,
    "compiled_month": 1 / 3,
    "class_seconds": 3.0,
    "import_help": 0.0,
    "import_validate": 0.0,
}
"""What no reason lifts, in the units of :data:`MEANINGS`."""

BUDGETED = ("chunk_month", "rules", "import_help", "import_validate")
"""What does not hang on the machine and its other work too much for a budget."""

SECTIONS: dict[str, dict[str, str]] = {
    "Sweeps": {
        "million_minutes": "a million futures on two workers, in minutes",
        "million_core_minutes": "of these, minutes of work of either core",
        "million_minutes_single": "a million futures in float32, in minutes",
        "million_core_minutes_single": "of these, minutes of work of either core",
        "million_minutes_fast": "a million futures in compiled form, in minutes",
        "million_core_minutes_fast": "of these, minutes of work of either core",
        "marginal_cost": "a further future late in a sweep, against one early (= 1)",
        "two_workers_time": "time of two workers against one (= 1)",
        "writing_share": "share of a sweep's time in which parts are written",
        "memory_gb": "most memory of a sweep on two workers, in GB",
    },
    "A month": {
        "chunk_month": "8,192 rows, every series written down, in multiplies of 8,192",
        "asked_month": "three series written down, against all of them (= 1)",
        "single_month": "float32, against float64 (= 1)",
        "compiled_month": "8,192 rows in compiled form, against plain form (= 1)",
        "chunk_2048": "a row in chunks of 2,048, against 8,192 (= 1)",
        "chunk_4096": "a row in chunks of 4,096, against 8,192 (= 1)",
        "chunk_16384": "a row in chunks of 16,384, against 8,192 (= 1)",
        "rules": "threat and arming of a row among 8,192, against plain Python (= 1)",
        "single_row_month_ms": "one row by itself, in milliseconds",
    },
    "A class": {
        "class_seconds": "thirty students ask at once, 95% are answered, in seconds",
    },
    "Start": {
        "import_help": f"imports of {HEAVY_SAID} by `dilemma --help`",
        "import_validate": "the same by `dilemma validate`",
    },
}
"""Everything that is measured, under its heading, with what its number means."""

MEANINGS = {name: said for some in SECTIONS.values() for name, said in some.items()}


def say(line: str) -> None:
    """Write a line at once, so that a long run can be followed."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@cache
def swept(futures: int, workers: int, form: str = "") -> dict[str, float]:
    """Run a sweep in a process of its own; see ``sweep.py`` for what it measures."""
    if sys.platform == "win32":
        raise RuntimeError("Windows counts memory otherwise")
    say(f"  sweeping {futures:,} futures with {workers} at work: some minutes")
    asked = [str(futures), str(workers), *([form] if form else [])]
    found: dict[str, float] = json.loads(_output(["benchmarks/sweep.py", *asked]))
    if (found["futures"], found["months"]) != (futures, 120):
        raise RuntimeError("these are not the futures that were asked for")
    return found


def sweeps(million: bool) -> dict[str, Callable[[], float]]:
    """Return what is measured on whole sweeps, of a million futures or of fewer."""
    futures = MILLION if million else FUTURES

    def wide(form: str = "") -> dict[str, float]:
        return swept(futures, 2, form)

    def long() -> dict[str, float]:
        # On one worker in processor time, which hangs less on other work.
        return wide() if million else swept(futures, 1)

    def minutes(of: str, form: str = "") -> float:
        found = wide(form)
        return found[of] / found["futures"] * 1e6 / 60.0

    return {
        "memory_gb": lambda: wide()["bytes"] / 1e9,
        "million_minutes": lambda: minutes("seconds"),
        "million_core_minutes": lambda: minutes("cpu") / 2,
        "million_minutes_single": lambda: minutes("seconds", "--single"),
        "million_core_minutes_single": lambda: minutes("cpu", "--single") / 2,
        "million_minutes_fast": lambda: minutes("seconds", "--fast"),
        "million_core_minutes_fast": lambda: minutes("cpu", "--fast") / 2,
        "marginal_cost": lambda: long()["late"] / long()["early"],
        "writing_share": lambda: long()["writing"] / long()["seconds"],
    }


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


def measures(million: bool) -> dict[str, Callable[[], float]]:
    """Return everything that is measured, by name, in order.

    A new process counts the memory of the one that started it as its own for a moment,
    so that the sweeps come while this one is still small.
    """
    imports = {"import_help": import_help, "import_validate": import_validate}
    compiled = {"compiled_month": compiled_month}
    classes = {"class_seconds": class_seconds}
    return {**imports, **sweeps(million), **months.MEASURES, **compiled, **classes}


def complaints(
    measured: Mapping[str, float], budget: Mapping[str, float], *, accepted: bool
) -> list[str]:
    """Return what rose too far or passes its limit, in words."""
    found = []
    for name, value in measured.items():
        if value > LIMITS.get(name, float("inf")):
            found.append(f"{name} is {value:.4g}; the limit is {LIMITS[name]:.4g}")
        elif accepted or name not in BUDGETED or name not in budget:
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
    parser.add_argument("--only", nargs="+", choices=MEANINGS, default=list(MEANINGS))
    parser.add_argument("--write", metavar="FILE", type=Path, help="write a page of it")
    parser.add_argument("--million", action="store_true", help="sweep a million")
    options = parser.parse_args()
    if options.accept is not None and not options.accept.strip():
        parser.error("--accept needs a reason")
    old = json.loads(BUDGET.read_text(encoding="utf-8")) if BUDGET.exists() else {}
    budget = old.get("budget", {})
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if busy > IDLE:
        say("Something else is running here: times will look long.")
    measured = {}
    for name, measure in measures(options.million).items():
        if name not in options.only:
            continue
        value = measured[name] = measure()
        say(f"{name:27} {value:10.4g}  ({_against(name, value, budget)})")
        say(f"{'':39} {MEANINGS[name]}")
    found = complaints(measured, budget, accepted=options.accept is not None)
    for line in found:
        say(f"TOO MUCH: {line}")
    if options.write is not None:
        rows = [
            Row(about, meaning, measured[name], LIMITS.get(name))
            for about, some in SECTIONS.items()
            for name, meaning in some.items()
            if name in measured
        ]
        swept_here = MILLION if options.million else FUTURES
        text = page(rows, futures=swept_here, busy=busy if busy > IDLE else None)
        options.write.write_text(text, encoding="utf-8")
    if found:
        say('Explain a rise with: python benchmarks/bench.py --accept "reason"')
        return 1
    if options.accept is not None:
        write_budget(old, measured, options.accept.strip())
    return 0


def _against(name: str, value: float, budget: Mapping[str, float]) -> str:
    """Say what a number is held against, and whether it passes."""
    if name in LIMITS:
        passes = "met" if value <= LIMITS[name] else "NOT MET"
        return f"limit {LIMITS[name]:.4g}: {passes}"
    if name in BUDGETED and name in budget:
        return f"budget {budget[name]:.4g}"
    return "no limit"


if __name__ == "__main__":
    sys.exit(main())
