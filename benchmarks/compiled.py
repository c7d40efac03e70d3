"""What a month costs in compiled form, against the same month in plain form."""

from __future__ import annotations

import time
from statistics import median

__all__ = ["compiled_month"]

ROWS = 8_192
MONTHS = 12


def compiled_month() -> float:
    """Return the time of a month in compiled form, the plain form taking 1.

    Luck and a few series, written down, are part of both; making the program is not.
    Of the processor: other work on the machine counts only as it slows memory down.
    """
    from sim.fused.engine import Engine
    from sim.model import StrategicModel
    from sim.record import Series

    def few(model: StrategicModel) -> dict[str, object]:
        return {"spending.ROK": model.rok.spending, "front": model.war.front}

    models = [
        StrategicModel(
            "baseline", rows=ROWS, collect=False, recorder=Series(few, 2 * MONTHS)
        )
        for _ in range(2)
    ]
    compiled, plain = Engine(models[0]).step, models[1].step
    shares = []
    for month in range(MONTHS):
        took = []
        for step in (compiled, plain):
            started = time.process_time()
            step()
            took.append(time.process_time() - started)
        if month:  # the first one warms up
            shares.append(took[0] / took[1])
    return median(shares)
