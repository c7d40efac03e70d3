"""The record: sums that its sources print, and the model read in the same terms."""

import numpy as np
import pytest

import sim
from analysis.observed.reading import read
from analysis.observed.tables import (
    LAST,
    QUANTITIES,
    monthly,
    of_whom,
    quantity,
    record,
    resolutions,
    yearly,
)
from sim.errors import InputError
from sim.state import SERIES


def by_year(name):
    counts = monthly(name)
    return counts.groupby(counts.index.str[:4]).sum()


def test_counts_are_those_that_the_sources_print():
    """Launches by year [CNS2026], six tests [CSIS2024], eleven resolutions [UNSC]."""
    launches = by_year("launches")
    assert launches.sum() == 138
    assert launches["2018"] == 0
    assert launches[["2016", "2017"]].mean() == 22.5
    assert launches[["2019", "2020"]].mean() == 18.0
    assert by_year("long_range")[["2016", "2017"]].sum() > 10
    assert by_year("nuclear_tests").sum() == 6
    assert by_year("adopted").sum() == len(resolutions()) == 11
    assert sorted(one.lag for one in resolutions() if one.lag)[::9] == [5, 82]


def test_no_part_of_a_month_is_larger_than_the_whole():
    for part in ("long_range", "failures", "launch_days"):
        assert (monthly(part) <= monthly("launches")).all()


def test_nothing_after_the_last_month_is_there():
    assert record()["time"].max() <= LAST
    assert not record().duplicated(["quantity", "of", "time"]).any()


def test_every_quantity_has_a_unit_words_and_a_source():
    for one in QUANTITIES.values():
        assert all(one.unit.values())
        assert all(one.label.values())
        assert one.source.startswith("[")
        assert bool(one.series) == bool(one.reading)
        for of in of_whom(one.name):
            known = [f"{one.series}.{of}" if of else one.series]
            assert not one.series or known[0] in SERIES, known
            assert one.every == "month" or len(yearly(one.name, of)) >= 4


def test_the_model_is_read_in_the_same_terms():
    history = sim.run("historical", seed=3, runs=4)
    launches = np.asarray(history.series("launches", "NK"), dtype=np.float64)
    place = history.labels.index("2016-03")
    np.testing.assert_array_equal(
        read(history, "launches", "", ["2016-03"])[0], launches[place]
    )
    year = [history.labels.index(f"2013-{month:02d}") for month in range(1, 13)]
    spending = np.asarray(history.series("spending", "ROK"), dtype=np.float64)[year]
    np.testing.assert_allclose(
        read(history, "spending", "ROK", ["2013"])[0], spending.mean(axis=0)
    )
    warheads = history.series("warheads", "NK")[year[-1]]
    np.testing.assert_array_equal(
        read(history, "warheads", "NK", ["2013"])[0], warheads
    )
    gdp = np.asarray(history.series("gdp", "NK"), dtype=np.float64)
    before = [place - 12 for place in year]
    growth = 100 * (gdp[year].mean(axis=0) / gdp[before].mean(axis=0) - 1)
    np.testing.assert_allclose(read(history, "growth", "NK", ["2013"])[0], growth)


def test_what_is_not_there_is_refused():
    history = sim.run("historical", seed=3)
    for wrong, says in (
        (lambda: quantity("lanches"), "did you mean 'launches'"),
        (lambda: monthly("spending"), "figure every year, not every month"),
        (lambda: yearly("launches", "NK"), "figure every month, not every year"),
        (lambda: yearly("spending", "NK"), "no 'spending' of 'NK'"),
        (lambda: read(history, "trade", "NK-China", ["2013"]), "nothing that compares"),
        (lambda: read(history, "growth", "NK", ["2012"]), "'growth' in 2011-01 is not"),
    ):
        with pytest.raises(InputError, match=says):
            wrong()
