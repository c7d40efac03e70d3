"""Made-up histories: the interface of real ones, numbers that a test decides."""

from types import SimpleNamespace

import numpy as np
import pytest

from sim.history import History
from sim.state import SERIES

MONTHS = 24
LABELS = ("2021-12", *(f"{2022 + m // 12}-{m % 12 + 1:02d}" for m in range(MONTHS)))


@pytest.fixture
def history():
    """Return a maker of histories with given series, the same in every month."""

    def made(name="control", *, luck_ids=(0, 1, 2, 3), seed=0, labels=LABELS, **values):
        rows = len(luck_ids)
        records = {
            key.replace("__", "."): np.broadcast_to(
                np.asarray(value, dtype=np.float32), (len(labels), rows)
            ).copy()
            for key, value in values.items()
        }
        return History(
            scenario=SimpleNamespace(name=name),
            seed=seed,
            luck_ids=np.array(luck_ids),
            labels=labels,
            records=records,
        )

    return made


@pytest.fixture(scope="session")
def world():
    """Return a maker of histories in which every series wanders, over 13 years."""
    labels = ("2021-12", *(f"{2022 + m // 12}-{m % 12 + 1:02d}" for m in range(156)))

    def made(name="baseline", *, shift=0.0, rows=200, seed=0):
        luck = np.random.default_rng(seed)
        records = {}
        for place, key in enumerate(SERIES):
            steps = luck.normal(size=(157, rows)) * 0.02
            level = 1 + place % 5 + steps.cumsum(axis=0)
            level += shift * (place % 3) * np.linspace(0, 1, 157)[:, None]
            records[key] = level.astype(np.float32)
        return History(
            scenario=SimpleNamespace(name=name),
            seed=seed,
            luck_ids=np.arange(rows),
            labels=labels,
            records=records,
        )

    return made
