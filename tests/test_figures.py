"""The figures that a future starts from: real, complete, and with their sources."""

import csv
import re
from importlib import resources
from pathlib import Path

import pytest

from sim.card import BASES as KINDS
from sim.cast import DOMAINS, PAIRS, STATES
from sim.figures import BASES, TABLES, Figures, table

ROOT = Path(__file__).parent.parent
KEY = re.compile(r"\[(\w+)\]")
OF_STATES = ("spending", "burden", "spending_growth", "cinc", "warheads", "ideal_point")
OF_PAIRS = ("front_distance", "front_in_asia", "rivalry", "conflict_share", "tie")
RANGES = {
    "burden": (0.3, 35.0),
    "tie": (0.0, 1.0),
    "technology": (0.0, 1.0),
    "russian_interest": (0.0, 1.0),
    "conflict_share": (0.0, 1.0),
    "compliance": (0.0, 1.0),
    "front": (0.0, 1.0),
    "front_in_asia": (0.0, 1.0),
    "rivalry": (0.0, 1.0),
    "isolation": (0.0, 1.0),
    "ideal_point": (-4.0, 4.0),
    "cinc": (0.0, 1.0),
    "front_distance": (10.0, 12000.0),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_figure_has_a_unit_a_basis_and_a_source(name):
    for row in table(name):
        whose = f"{row.quantity} of {row.of}"
        assert row.unit, whose
        assert row.basis in KINDS, whose
        assert row.source, whose
        assert "ours" in row.source or KEY.search(row.source) or "[" in row.note, whose


@pytest.mark.parametrize("name", TABLES)
def test_what_is_measured_names_a_source_that_is_in_the_references(name):
    text = (ROOT / "docs" / "references.bib").read_text(encoding="utf-8")
    known = set(re.findall(r"^@\w+\{(\w+),", text, re.M))
    for row in table(name):
        cited = KEY.findall(f"{row.source} {row.note}")
        assert set(cited) <= known, (row.quantity, row.of)
        if row.basis == "measured":
            assert cited, (row.quantity, row.of)


@pytest.mark.parametrize("name", TABLES)
def test_no_figure_is_given_twice(name):
    found = [(row.quantity, row.of) for row in table(name)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("base", BASES)
def test_every_state_pair_and_domain_has_its_figures(base):
    figures = Figures(base)
    for quantity in OF_STATES:
        for state in STATES:
            figures.of(quantity, state)
    for quantity in OF_PAIRS:
        for one, other in PAIRS:
            here = figures.between(quantity, one, other)
            assert figures.between(quantity, other, one) == here
    for domain in DOMAINS:
        figures.of("technology", domain)
        figures.of("russian_interest", domain)


@pytest.mark.parametrize("base", BASES)
def test_both_base_years_give_the_same_quantities(base):
    def named(year):
        return {(row.quantity, row.of) for row in table(BASES[year])}

    assert named(base) == named(2021)


@pytest.mark.parametrize("name", TABLES)
def test_figures_are_plausible(name):
    for row in table(name):
        low, high = RANGES.get(row.quantity, (-10.0, 1e5))
        assert low <= row.value <= high, (row.quantity, row.of)


def test_the_order_of_magnitude_of_2021_is_the_worlds():
    figures = Figures(2021)
    spending = {state: figures.of("spending", state) for state in STATES}
    order = sorted(spending, key=spending.get, reverse=True)
    assert order == ["US", "China", "Russia", "ROK", "Japan", "NK"]
    gdp = {one: 100 * spending[one] / figures.of("burden", one) for one in STATES}
    # In constant 2023 dollars: the US about 26,600 bn, North Korea about 30.
    assert gdp["US"] == pytest.approx(26_600, rel=0.05)
    assert gdp["NK"] == pytest.approx(30, rel=0.1)


def test_a_figure_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        Figures(2021).of("spending", "Taiwan")


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_plain_csv_with_the_same_columns(name):
    path = resources.files("sim.figures") / f"{name}.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["quantity", "of", "value", "unit", "basis", "source", "note"]
    assert {len(row) for row in rows} == {7}
