"""How long a class waits for its answers, in seconds of this machine."""

from __future__ import annotations

import asyncio
import time

__all__ = ["class_seconds"]

STUDENTS = 30
ALMOST_ALL = 0.95


def class_seconds() -> float:
    """Return the seconds in which almost all of a class have their answers.

    All ask at once, each with another value of the same slider; the program has been
    compiled before, as it is when a lesson is opened. The best of three: other work on
    the machine is not the desk's.
    """
    return min(asyncio.run(_waited()) for _ in range(3))


async def _waited() -> float:
    import numpy as np

    from analysis.classroom.desk import Desk, Question
    from analysis.classroom.settings import Setting

    def question(offense: float) -> Question:
        moved = {"misperception": 0.3, "offense_balance": offense}
        return Question(
            setting=Setting(scenario="baseline", moved=moved),
            series=("burden.ROK", "talking"),
            outcomes=("burden_rok", "launches"),
        )

    desk = Desk()
    await desk.ask(question(1.0))
    waits: list[float] = []

    async def one(offense: float) -> None:
        began = time.perf_counter()
        await desk.ask(question(offense))
        waits.append(time.perf_counter() - began)

    await asyncio.gather(*(one(0.5 + 0.04 * place) for place in range(STUDENTS)))
    desk.close()
    return float(np.quantile(waits, ALMOST_ALL))
