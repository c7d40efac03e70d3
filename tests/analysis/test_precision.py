"""Runs until figures are precise: the same futures, an honest end, kept coverage."""

from functools import partial
from itertools import islice, pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import compare, precision
from analysis.interfaces.digests import numbers
from analysis.outcomes import OUTCOMES
from analysis.precision import FIRST, Figure, Precision, looks_after, run_until
from sim.ensemble import Rows, run_rows
from sim.errors import InputError
from sim.history import History
from sim.scenario import load_scenario

YEAR = "from: baseline\nquestion: q\nend: 2022-12\nuncertainty: central\n"


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenarios")
    (folder / "short.yaml").write_text(YEAR, encoding="utf-8")
    cut = YEAR + "parameters: {linkage: 0, adjustment: 40, openness: 0.9}\n"
    (folder / "cut.yaml").write_text(cut, encoding="utf-8")
    return [load_scenario(folder / name) for name in ("short.yaml", "cut.yaml")]


@pytest.fixture
def early(monkeypatch):
    """Look after a handful of runs, so that a test takes no longer."""
    monkeypatch.setattr(precision, "FIRST", 8)


def test_it_is_the_same_number_of_runs_asked_for_outright(short, early):
    asked = Precision(within={"launches": 2.0}, most=90)
    found = run_until(short, asked, seed=4, keep=20)
    assert found.met
    assert found.looks[0] == 8
    assert len(found.looks) > 1, "the test would not put histories together"
    assert found.runs == found.looks[-1] > 20
    plain = run_rows(
        [Rows(scenario=s, luck_ids=np.arange(found.runs), seed=4) for s in short],
        outcomes=OUTCOMES,
        keep=20,
    )
    for mine, theirs in zip(found.histories, plain, strict=True):
        assert numbers(mine) == numbers(theirs)
        assert mine.kept == theirs.kept == 20
        assert mine.parameters.keys() == theirs.parameters.keys()
    effect = compare.paired(plain[1], plain[0], "launches")
    (figure,) = found.figures
    assert (figure.value, figure.scenario) == (effect.mean, "cut")
    assert figure.half == (effect.ci_high - effect.ci_low) / 2
    assert figure.half * figure.caution <= 2.0
    assert figure.caution > 1


def test_it_stops_at_the_most_runs_and_says_so(short, early):
    found = run_until(short[:1], Precision(within={"launches": 1e-6}, most=13))
    assert (found.met, found.runs, found.looks) == (False, 13, (8, 13))
    assert found.histories[0].rows == 13
    assert found.figures[0].needs(13) > 1e9


def test_a_cap_below_the_first_look_is_kept(short):
    found = run_until(short[:1], Precision(sds=1e-9, most=3))
    assert (found.met, found.looks) == (False, (3,))


def test_the_figure_that_decides_comes_first_and_headlines_are_all_there(short, early):
    found = run_until(short, Precision(sds=50.0, most=9))
    ratios = [one.ratio for one in found.figures]
    assert ratios == sorted(ratios, reverse=True)
    headlines = {name for name, one in OUTCOMES.items() if one.headline}
    assert {one.outcome for one in found.figures} < headlines


def test_progress_goes_to_the_cap_until_something_is_known(short, early):
    told = []
    found = run_until(
        short[:1],
        Precision(within={"launches": 0.9}, most=60),
        progress=lambda done, total: told.append((done, total)),
    )
    months = found.histories[0].months
    assert told[0][1] == 60 * months
    assert told[-1] == (found.runs * months, found.runs * months)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@given(st.integers(1, 10**7))
def test_looks_are_round_rise_and_are_few(runs):
    looks = list(islice(looks_after(runs), 7))
    assert looks[0] > runs
    assert looks == sorted(set(looks))
    assert all(b <= 2 * a for a, b in pairwise(looks))
    if runs >= 10:
        assert looks[6] == 10 * looks[0]
    assert FIRST in set(looks_until(FIRST))


def looks_until(last):
    for look in looks_after(1):
        yield look
        if look >= last:
            return


@given(st.floats(1e-300, 1e300), st.floats(0, 1e300), st.integers(2, 10**6))
def test_what_is_needed_is_a_number_whatever_is_asked(asked, half, runs):
    figure = Figure(
        scenario="a", outcome="b", value=0.0, half=half, asked=asked, caution=1.0
    )
    assert figure.needs(runs) >= 0.0
    assert (figure.ratio <= 1.0) == (figure.needs(runs) <= runs)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "no precision is asked for"),
        ({"within": {"launchs": 1.0}}, "did you mean 'launches'"),
        ({"within": {"launches": 0.0}}, "precision is 0; it must be greater than 0"),
        ({"within": {"launches": float("nan")}}, "must be greater than 0"),
        ({"sds": -1.0}, "precision is -1"),
        ({"sds": float("inf")}, "must be greater than 0"),
        ({"sds": 0.1, "most": 1}, "most runs is 1; it must be 2 or more"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked, said):
    with pytest.raises(InputError, match=said):
        Precision(**{"most": 100, **asked})


def test_no_scenario_is_refused():
    with pytest.raises(InputError, match="at least one scenario"):
        run_until([], Precision(sds=0.1, most=10))


def made_up(draw):
    """Return what stands in for running: values of one outcome for each luck."""
    values = draw(20_000)

    def batch(scenarios, before, until, **rest):
        return [
            History(
                scenario=one,
                seed=0,
                labels=("2021-12", "2022-01"),
                luck_ids=np.arange(before, until),
                records={},
                outcomes={"launches": values[before:until]},
            )
            for one in scenarios
        ]

    return batch


@pytest.mark.slow
@pytest.mark.parametrize(
    ("draw", "mean", "sd"),
    [
        (lambda luck, n: luck.normal(size=n), 0.0, 1.0),
        (lambda luck, n: luck.exponential(size=n), 1.0, 1.0),
        (lambda luck, n: luck.lognormal(size=n), 1.6487, 2.1612),
        (lambda luck, n: 1.0 * (luck.random(n) < 0.05), 0.05, 0.2179),
    ],
    ids=["normal", "skewed", "very skewed", "rare"],
)
@pytest.mark.parametrize("asked", [0.04, 0.09])
def test_looking_repeatedly_keeps_what_it_promises(monkeypatch, draw, mean, sd, asked):
    luck, repeats = np.random.default_rng(7), 600
    goal = Precision(within={"launches": asked * sd}, most=20_000)
    as_asked = as_told = 0
    for _ in range(repeats):
        monkeypatch.setattr(precision, "_batch", made_up(partial(draw, luck)))
        found = run_until([SimpleNamespace(name="made up")], goal)
        (figure,) = found.figures
        assert found.met
        as_asked += abs(figure.value - mean) <= figure.asked
        as_told += abs(figure.value - mean) <= figure.half
    # Less two standard errors of what 600 repetitions tell.
    assert as_asked / repeats >= 0.97 - 0.014
    assert as_told / repeats >= 0.92 - 0.022
