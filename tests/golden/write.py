"""Write the reviewed trace of one future of the baseline: ``make golden``.

The text is read in the diff of every change that moves results. Three significant
digits are shown, so that types of processors agree on every character.
"""

from pathlib import Path

from sim.model import StrategicModel
from sim.scenario import load_scenario
from sim.state import SERIES, series

PATH = Path(__file__).parent / "baseline.txt"
SEED = 7
MONTHS = 96
SHOWN = {
    "war": "fighting",
    "front": "front",
    "shellsR": "shells.Russia",
    "shellsN": "shells.NK",
    "channel": "channel",
    "troops": "troops",
    "launch": "launches.NK",
    "pressure": "pressure",
    "income": "income.NK",
    "icbm": "technology.NK.icbm",
    "fear:ROK-NK": "felt_threat.ROK.NK",
    "JPN-CHN": "felt_threat.Japan.China",
    "NK-US": "felt_threat.NK.US",
    "burdJPN": "burden.Japan",
    "burdROK": "burden.ROK",
    "ROK-JPN": "depth.ROK.Japan",
    "NK-RUS": "depth.NK.Russia",
}
"""Column to series."""


def shown(number):
    """Return a number in three significant digits, at most seven characters."""
    if number == int(number) and abs(number) < 1000:
        return str(int(number))
    return f"{number:.3g}"


def trace():
    """Return the trace as text, ending in a line break."""
    world = load_scenario("baseline").at_first_guesses()
    model = StrategicModel(world, rows=1, seed=SEED, collect=False)
    widths = [max(7, len(name)) for name in SHOWN]
    head = "month  " + " ".join(
        name.rjust(width) for name, width in zip(SHOWN, widths, strict=True)
    )
    lines = [
        f"baseline at first guesses, seed {SEED}, luck id 0; three significant digits",
        head,
    ]
    for month in range(MONTHS + 1):
        if month:
            model.step()
        values = series(model)
        label = model.plan.labels[month - 1] if month else "start  "
        cells = [shown(float(values[key][0])) for key in SHOWN.values()]
        row = " ".join(c.rjust(w) for c, w in zip(cells, widths, strict=True))
        lines.append(f"{label:7}{row}")
    return "\n".join(lines) + "\n"


def main():
    """Write the trace anew."""
    missing = set(SHOWN.values()) - set(SERIES)
    if missing:
        raise SystemExit(f"no such series: {sorted(missing)}")
    PATH.write_text(trace(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
