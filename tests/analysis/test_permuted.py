"""Profiles permuted: nothing where nothing is moved, and planted ends the other way."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.calibration.fitting import NO_LENS, history_under
from analysis.calibration.permuted import (
    MEASURES,
    SPANS,
    Change,
    changes,
    permuted,
    summed_up,
)
from analysis.calibration.ways import ENDS, GOVERNMENTS, MOVED, YARDSTICKS, ways
from sim.parameters import card_of
from sim.scenario.bundles import profiles

FINDINGS = Path(__file__).parents[2] / "docs" / "findings"
POINTS, LUCKS, YEARS = 40, 8, 3


@pytest.fixture(scope="module")
def scenario():
    return history_under(NO_LENS)


def test_every_other_order_of_profiles_is_a_way_once(scenario):
    found = ways(scenario)
    for state in GOVERNMENTS:
        own = [one for one in found if one.family == state]
        real = [term.profile for term in scenario.terms()[state]]
        orders = [
            tuple(term.profile for term in one.scenario.terms()[state])[:2]
            for one in own
        ]
        # Three profiles stand in two places in six ways, one of them as it was.
        assert len(set(orders)) == len(orders) == 5
        assert tuple(real[:2]) not in orders
        for one in own:
            assert not one.settings
            moved = {**one.scenario.terms(), state: ()}
            assert moved == {**scenario.terms(), state: ()}
            assert [t.since for t in one.scenario.terms()[state]] == [
                t.since for t in scenario.terms()[state]
            ]


def test_governments_that_are_alike_cannot_be_permuted(scenario):
    alike = tuple(
        term.model_copy(update={"profile": "obama"})
        for term in scenario.administrations
    )
    same = scenario.model_copy(update={"administrations": alike})
    assert not [one for one in ways(same) if one.family == "US"]


def test_ends_are_the_same_share_of_every_range(scenario):
    found = ways(scenario)
    for family, cards in MOVED.items():
        low, high = (one for one in found if one.family == family)
        assert [low.name, high.name] == list(ENDS)
        for flat, upward in cards.items():
            card, state = card_of(flat)
            least, most = card.range(state)
            shares = [
                (one.settings[flat] - least) / (most - least) for one in (low, high)
            ]
            ends = list(ENDS.values()) if upward else [*ENDS.values()][::-1]
            assert shares == pytest.approx(ends)


def planted(**sizes):
    """Return changes of so many launches in every year, one way up and one down."""
    shape = (POINTS, LUCKS, YEARS)
    found = []
    for family in (*GOVERNMENTS, *YARDSTICKS):
        for sign in (1.0, -1.0):
            by = dict.fromkeys(MEASURES, np.full(shape, sign * sizes.get(family, 0.0)))
            found.append(Change(family, f"{sign:+g}", 0.4, by))
    return found


REAL = dict.fromkeys(MEASURES, np.full((POINTS, LUCKS, YEARS), 10.0))


def told(found):
    sizes, verdicts, every = summed_up(found, REAL, np.arange(POINTS))
    launches = "launches.NK"
    sizes = sizes[sizes["measure"] == launches].set_index(["span", "family"])
    verdicts = verdicts[verdicts["measure"] == launches]
    every = every[every["measure"] == launches].set_index(["family", "way"])
    return sizes, verdicts.set_index(["span", "family", "against"]), every


def test_what_changes_nothing_has_no_size_and_less_of_it_than_anything():
    sizes, verdicts, every = told(planted(capability=4.0, stress=1.0, both=4.0))
    for span in SPANS:
        row = sizes.loc[span, "US"]
        assert row[["size", "size_from", "size_to"]].tolist() == [0.0, 0.0, 0.0]
        assert sizes.loc[(span, "capability"), "size"] == pytest.approx(4.0)
        assert verdicts.loc[(span, "US", "capability"), "verdict"] == "less"
        assert verdicts.loc[(span, "US", "stress"), "verdict"] == "less"
        # Neither moves anything: nothing can be said, and they are alike.
        nothing = verdicts.loc[span, "US", "threat"]
        assert nothing[["ratio", "verdict"]].tolist() == [1.0, "open"]
    assert every.loc[("US", "+1"), "shift"] == 0.0


def test_a_profile_that_is_planted_to_rule_gives_the_other_verdict():
    sizes, verdicts, every = told(planted(US=6.0, capability=4.0, stress=1.0))
    assert sizes.loc[("year", "US"), "size"] == pytest.approx(6.0)
    for against, ratio in (("capability", 1.5), ("stress", 6.0)):
        row = verdicts.loc["year", "US", against]
        assert row["verdict"] == "more"
        assert row["ratio"] == pytest.approx(ratio)
    assert verdicts.loc[("year", "US", "threat"), "ratio"] == np.inf
    assert every.loc[("US", "-1"), "shift"] == pytest.approx(-6.0)
    assert sizes.loc[("year", "US"), "level"] == 10.0


def test_a_launch_that_only_moves_to_another_year_changes_years_and_not_the_whole():
    found = planted(capability=1.0)
    shifted = np.zeros((POINTS, LUCKS, YEARS))
    shifted[..., 0], shifted[..., 1] = 3.0, -3.0
    found[0] = Change("US", "+1", 0.4, dict.fromkeys(MEASURES, shifted))
    found[1] = Change("US", "-1", 0.4, dict.fromkeys(MEASURES, -shifted))
    sizes, verdicts, _ = told(found)
    assert sizes.loc[("year", "US"), "size"] == pytest.approx(np.sqrt(18.0 / YEARS))
    assert sizes.loc[("whole", "US"), "size"] == 0.0
    assert verdicts.loc[("year", "US", "capability"), "verdict"] == "more"
    assert verdicts.loc[("whole", "US", "capability"), "verdict"] == "less"


def test_luck_alone_has_no_size_and_decides_nothing():
    luck = np.random.default_rng(2)
    found = [
        Change(
            one.family,
            one.way,
            0.4,
            {key: luck.normal(0.0, 5.0, by.shape) for key, by in one.by.items()},
        )
        for one in planted()
    ]
    sizes, verdicts, _ = told(found)
    # Of the mean of eight runs the root mean square would be 1.8 with luck left in.
    assert (sizes["size"] < 1.0).all()
    assert (sizes["size_from"] == 0.0).mean() > 0.8
    assert (verdicts["verdict"] == "open").mean() > 0.8


def test_points_that_are_the_same_are_one_piece_of_evidence():
    found = planted(US=2.0, capability=2.0)
    every_other = np.where(np.arange(POINTS)[:, None, None] % 2, 1.0, 3.0)
    uneven = np.broadcast_to(every_other, (POINTS, LUCKS, YEARS))
    found[0] = Change("US", "+1", 0.4, dict.fromkeys(MEASURES, uneven))
    widths = []
    for evidence in (np.arange(POINTS), np.arange(POINTS) % 4):
        sizes, _, _ = summed_up(found, REAL, evidence)
        row = sizes[(sizes["family"] == "US") & (sizes["span"] == "year")].iloc[0]
        widths.append(row["size_to"] - row["size_from"])
    assert widths[1] > 2.0 * widths[0]


# ----------------------------------------------------------------------- with the model


@pytest.mark.slow
def test_the_same_luck_and_settings_that_are_there_already_change_nothing(
    scenario, monkeypatch
):
    """Points at the low end of capability: moved there, no run differs in any year."""
    # A way is run by itself: of governments, the one that is asked about will do.
    monkeypatch.setattr("analysis.calibration.ways.GOVERNMENTS", ("US",))
    short = scenario.model_copy(update={"end": "2017-12"})
    low = next(one for one in ways(short) if one.name == "low").settings
    points = {name: np.full(3, value) for name, value in low.items()}
    years = range(2016, 2018)
    found, real = changes(short, points, 4, years=years, seed=3)
    by = {(one.family, one.way): one for one in found}
    same, other = by["capability", "low"], by["capability", "high"]
    assert same.moved == 0.0
    assert all((one == 0.0).all() for one in same.by.values())
    assert other.moved == pytest.approx(0.8)
    assert any((one != 0.0).any() for one in other.by.values())
    for measure in MEASURES:
        assert real[measure].shape == same.by[measure].shape == (3, 4, 2)
    # Obama and Biden in place of Obama and Trump: moved in one of six years.
    shares = []
    for flat, value in profiles()["biden"].traits.items():
        least, most = card_of(flat)[0].range("US")
        shares.append(
            abs(value - profiles()["trump_first"].traits[flat]) / (most - least)
        )
    assert by["US", "obama, biden"].moved == pytest.approx(np.mean(shares) / 6.0)


def test_spaces_are_told_apart_and_progress_reaches_the_end(scenario, monkeypatch):
    monkeypatch.setattr("analysis.calibration.ways.GOVERNMENTS", ("US",))
    short = scenario.model_copy(update={"end": "2012-12"})
    seen = []
    tables = permuted(
        short,
        {name: {"test_gain": np.array([0.05, 0.1])} for name in ("here", "there")},
        2,
        years=[2012],
        progress=lambda done, of: seen.append((done, of)),
    )
    assert seen[-1][0] == seen[-1][1]
    for table in tables:
        here, there = (
            table[table["points"] == name].drop(columns="points").reset_index(drop=True)
            for name in ("here", "there")
        )
        pd.testing.assert_frame_equal(here, there)


def test_the_committed_verdicts_follow_from_the_committed_sizes():
    sizes = pd.read_csv(FINDINGS / "validation_permuted.csv")
    verdicts = pd.read_csv(FINDINGS / "validation_permuted_verdicts.csv")
    keyed = sizes.set_index(["points", "measure", "span", "family"])
    assert set(sizes["family"]) == {*GOVERNMENTS, *YARDSTICKS}
    assert set(verdicts["verdict"]) <= {"less", "more", "open"}
    for row in verdicts.to_dict("records"):
        at = (row["points"], row["measure"], row["span"])
        one, other = (
            keyed.loc[(*at, name), "size"] for name in (row["family"], row["against"])
        )
        if one > 0.0 and other > 0.0:
            assert row["ratio"] == pytest.approx(one / other, rel=1e-3)
        if row["verdict"] == "less":
            assert row["ratio"] < 1.0
        if row["verdict"] == "more":
            assert row["ratio"] > 1.0
