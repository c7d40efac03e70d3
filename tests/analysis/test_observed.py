"""The record: sums that its sources print, and the model read in the same terms."""

import numpy as np
import pytest
from scipy import stats

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
from analysis.observed.votes import distance, slope
from sim.cast import PAIRS
from sim.errors import InputError
from sim.figures import BASES, Figures
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
        assert not one.only or one.only in of_whom(one.name)
        for of in of_whom(one.name):
            key = one.counterpart(of)
            assert not key or key in SERIES, key
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


def test_trade_is_that_of_the_customs_year():
    """As the press printed the customs' figures [BOK]; none was found for 2012."""
    figures = yearly("trade", "NK-China")
    assert 2012 not in figures
    assert figures[[2011, 2013, 2018, 2020]].tolist() == [5.63, 6.54, 2.43, 0.539]
    history = sim.run("historical", seed=3, runs=4)
    trade = np.asarray(history.series("trade", "NK"), dtype=np.float64)
    year = [history.labels.index(f"2020-{month:02d}") for month in range(1, 13)]
    found = read(history, "trade", "NK-China", ["2019", "2020"])
    np.testing.assert_allclose(found[1], trade[year].mean(axis=0))
    assert (found[1] < found[0]).all()  # the border closed in February


def test_the_slope_of_votes_on_ties_is_least_squares():
    for base in BASES:
        figures = Figures(base)
        ties = [figures.between("tie", *two) for two in PAIRS]
        apart = [
            abs(figures.of("ideal_point", one) - figures.of("ideal_point", other))
            for one, other in PAIRS
        ]
        known = stats.linregress(ties, apart)
        assert slope(base).value == pytest.approx(known.slope)
        assert slope(base).error == pytest.approx(known.stderr)


def test_the_slope_of_votes_on_ties_is_not_told_from_none():
    """Friends vote more alike, by 1.3 points of a whole tie; 2.16 errors would tell."""
    found = slope(2011)
    assert found.value == pytest.approx(-1.302, abs=0.001)
    assert abs(found.value) < 2.16 * found.error


def test_votes_go_with_the_tie_at_the_end_of_the_year():
    history = sim.run("historical", seed=3, runs=4)
    figures, place = Figures(2011), history.labels.index("2016-12")
    for one, other in PAIRS:
        of = f"{one}-{other}"
        start = abs(figures.of("ideal_point", one) - figures.of("ideal_point", other))
        still = np.array([figures.between("tie", one, other)])
        assert distance(still, 2011, of).tolist() == [start]
        depth = np.asarray(history.series("depth", one, other), dtype=np.float64)
        moved = start + slope(2011).value * (depth[place] - still)
        np.testing.assert_allclose(
            read(history, "distance", of, ["2016"])[0], np.maximum(0.0, moved)
        )


def test_votes_are_never_nearer_than_the_same():
    figures = Figures(2011)
    tie = figures.between("tie", "ROK", "Japan")
    start = abs(figures.of("ideal_point", "ROK") - figures.of("ideal_point", "Japan"))
    touching = tie - start / slope(2011).value
    apart = distance(np.array([touching - 0.01, touching + 0.01]), 2011, "ROK-Japan")
    assert apart == pytest.approx([-0.01 * slope(2011).value, 0.0])


def test_the_votes_of_the_base_year_are_those_on_record_for_2012():
    figures = Figures(2011)
    for one, other in PAIRS:
        start = abs(figures.of("ideal_point", one) - figures.of("ideal_point", other))
        on_record = yearly("distance", f"{one}-{other}")[2012]
        assert on_record == pytest.approx(start, abs=0.001)


def test_what_is_not_there_is_refused():
    history = sim.run("historical", seed=3)
    for wrong, says in (
        (lambda: quantity("lanches"), "did you mean 'launches'"),
        (lambda: monthly("spending"), "figure every year, not every month"),
        (lambda: yearly("launches", "NK"), "figure every month, not every year"),
        (lambda: yearly("spending", "NK"), "no 'spending' of 'NK'"),
        (
            lambda: read(history, "failures", "", ["2013-01"]),
            "compares with 'failures'",
        ),
        (
            lambda: read(history, "trade", "NK-Russia", ["2013"]),
            "nothing that compares with 'trade' of NK-Russia",
        ),
        (lambda: read(history, "growth", "NK", ["2012"]), "'growth' in 2011-01 is not"),
    ):
        with pytest.raises(InputError, match=says):
            wrong()
