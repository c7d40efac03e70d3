"""Attribution on real runs: arms are the runs they stand for, and values add up."""

import numpy as np
import pandas as pd
import pytest

from analysis.attribution import sharing
from analysis.attribution.effects import EFFECTS
from analysis.attribution.players import (
    DEFAULT,
    GROUPS,
    MOST,
    Player,
    default_players,
    player,
    players,
    steady,
    without,
)
from analysis.attribution.running import MOST_APART
from analysis.attribution.sharing import ENDS, Share, attribute
from analysis.charts import waterfall_chart
from analysis.mechanisms import MECHANISMS, shortened
from analysis.phrases import phrase
from sim.ensemble import run
from sim.errors import InputError
from sim.parameters import CARDS, FLAT_NAMES
from sim.scenario import load_scenario
from sim.scenario.calibrated import parameter_sets
from sim.scenario.plan import Plan
from sim.scenario.timetable import EVENT_KINDS, Event, Lever

BASELINE = load_scenario("baseline")
SOON = "felt_threat ROK NK 2022-08"
RUNS = 4


def shared(names, *, scenario=BASELINE, outcome=SOON, cause=None, runs=RUNS):
    who = players(names, scenario)
    whose = None if cause is None else player(cause, scenario)
    return attribute(scenario, phrase(outcome, scenario), who, cause=whose, runs=runs)


def read(scenario, outcome=SOON, runs=RUNS):
    """Return an outcome of a scenario, run by itself as far as it is needed."""
    asked = phrase(outcome, scenario)
    months = int(asked.last[:4]) * 12 + int(asked.last[5:]) - 2022 * 12
    return asked(run(shortened(scenario, months), runs=runs))


# ------------------------------------------------------------------- values and arms


def test_values_add_up_in_every_run_to_what_all_do_together():
    found = shared("proxy_dilemma+guilt_by_association,budget_reaction,M46")
    total = read(BASELINE) - read(
        BASELINE.with_parameters(
            proxy_dilemma=0,
            guilt_by_association=0,
            budget_reaction=0,
            assets_of_alarm=0,
        )
    )
    assert np.ptp(total) > 0.0
    np.testing.assert_allclose(found.values.sum(axis=0), total, atol=1e-12)
    assert found.total == Share.of(total)
    sums = sum(one.mean for one in found.shares)
    assert sums == pytest.approx(found.total.mean, abs=1e-12)


def test_all_on_is_the_scenario_itself_bit_for_bit():
    found = shared("vetoes,balancing")
    assert found.on == Share.of(read(BASELINE))


def test_one_player_is_the_paired_difference():
    found = shared("guilt_by_association")
    off = read(BASELINE.with_parameters(guilt_by_association=0))
    assert found.shares[0] == Share.of(read(BASELINE) - off)
    assert found.off == Share.of(off)


def test_an_event_is_off_where_it_does_not_happen():
    found = shared("invasion,balancing")
    still = load_scenario("no_invasion").with_parameters(balancing=0)
    assert found.off == Share.of(read(still))


def test_a_lever_is_off_where_it_does_not_act():
    decay = load_scenario("sanctions_decay").model_copy(update={"end": "2023-12"})
    outcome = "monitoring 2023-06"
    names = "states_watch_less+panel_finds_less+laws_lag"
    found = shared(names, scenario=decay, outcome=outcome)
    assert found.off == Share.of(read(BASELINE, outcome))
    assert found.total.mean < 0.0


def test_steady_is_what_the_plan_never_moves():
    for name in ("baseline", "trump", "sanctions_decay", "comprehensive"):
        scenario = load_scenario(name)
        moved = set(Plan(scenario).inputs(0).dated)
        drawn = set(parameter_sets("none")) - set(scenario.chosen())
        assert steady(scenario).keys() == set(FLAT_NAMES) - moved - drawn
        plain = scenario.at_first_guesses()
        assert steady(plain).keys() == set(FLAT_NAMES) - moved


def test_off_holds_against_levers_and_governments():
    decay = load_scenario("sanctions_decay")
    off = without(decay, [player("M73", decay)])
    assert "panel_finds_less" not in off.levers
    assert off.levers["laws_lag"] == decay.levers["laws_lag"]
    found = shared("M136", outcome=SOON)
    held = BASELINE.with_parameters(**MECHANISMS["M136"].link.off)
    assert found.off == Share.of(read(held))
    assert found.on == Share.of(read(BASELINE))


def test_a_lever_keeps_what_else_it_moves():
    moves = {"other_monitoring": 0.2, "panel_detects": 0.1}
    lever = Lever.model_validate({"moves": moves, "from": "2023-01"})
    both = BASELINE.model_copy(update={"levers": {"watch_less": lever}})
    left = without(both, [Player("x", {}, {"panel_detects": 0.0})])
    assert left.levers["watch_less"].targets() == {"other_monitoring": 0.2}
    assert left.levers["watch_less"].since == lever.since
    assert left.settings()["panel_detects"] == 0.0


def test_a_drawn_parameter_keeps_its_draws_where_it_is_on():
    drawn = BASELINE.with_parameters(vetoes={"uniform": [0.2, 1.0]})
    found = shared("vetoes", scenario=drawn)
    assert found.on == Share.of(read(drawn))
    assert found.off == Share.of(read(BASELINE.with_parameters(vetoes=0)))


def test_the_effect_of_a_cause_is_shared_out():
    found = shared("guilt_by_association,proxy_dilemma", cause="invasion")
    unread = {"guilt_by_association": 0, "proxy_dilemma": 0}
    peace = load_scenario("no_invasion")
    linked = read(BASELINE) - read(peace)
    apart = read(BASELINE.with_parameters(**unread)) - read(
        peace.with_parameters(**unread)
    )
    assert found.on == Share.of(linked)
    assert found.off == Share.of(apart)
    np.testing.assert_allclose(found.values.sum(axis=0), linked - apart, atol=1e-12)
    sums = found.sum_of(["guilt_by_association", "proxy_dilemma"])
    assert sums.mean == pytest.approx(found.total.mean)


def test_what_changes_no_run_is_told_from_what_is_small():
    found = shared("border_reopens,guilt_by_association")  # it reopens in September
    assert [one.never for one in found.shares] == [True, False]
    assert found.shares[0] == Share(0.0, 0.0, never=True)
    assert not found.shares[0].sure


@pytest.mark.parametrize("cause", [None, "invasion"])
def test_orders_in_place_of_all_coalitions_add_up_and_agree(monkeypatch, cause):
    names = "guilt_by_association,proxy_dilemma,budget_reaction"
    exact = shared(names, cause=cause, runs=32)
    monkeypatch.setattr(sharing, "MOST_EXACT", 2)
    found = shared(names, cause=cause, runs=32)
    assert found.arms == 0
    assert not found.pairs
    assert (found.on, found.off, found.total) == (exact.on, exact.off, exact.total)
    np.testing.assert_allclose(
        found.values.sum(axis=0), exact.values.sum(axis=0), atol=1e-12
    )
    for one, other in zip(found.shares, exact.shares, strict=True):
        assert abs(one.mean - other.mean) <= 2.0 * one.reach + 1e-12


def test_a_pair_is_the_second_difference_of_the_runs():
    found = shared("guilt_by_association,proxy_dilemma")
    one, other = {"guilt_by_association": 0}, {"proxy_dilemma": 0}
    both, without_one, without_other, neither = (
        read(BASELINE.with_parameters(**settings))
        for settings in ({}, one, other, {**one, **other})
    )
    ((_, _, share),) = found.pairs
    expected = both - without_one - without_other + neither
    assert share.mean == pytest.approx(expected.mean(), abs=1e-12)
    assert share.reach > 0.0


def test_the_table_has_the_largest_first_and_the_ends_last():
    found = shared("vetoes,guilt_by_association,budget_reaction")
    table = found.table("ko")
    assert tuple(table["player"][-3:]) == ENDS
    sizes = table["value"][:-3].abs().tolist()
    assert sizes == sorted(sizes, reverse=True)
    shares = table["share"][:-3]
    assert shares.isna().all() or shares.sum() == pytest.approx(1.0)
    pairs = found.interactions()
    assert len(pairs) == 3
    assert pairs["interaction"].abs().is_monotonic_decreasing


# ---------------------------------------------------------------------------- players


def test_every_mechanism_has_words_and_every_group_is_there():
    strengths = [card.name for card in CARDS.values() if card.kind == "mechanism"]
    for name in (*strengths, *GROUPS):
        assert all(player(name, BASELINE).words[lang] for lang in ("en", "ko"))
    for kind in EVENT_KINDS:
        event = Event.model_validate({"kind": kind, "on": "2023-01"})
        once = BASELINE.model_copy(update={"events": {"once": event}})
        assert all(player("once", once).words[lang] for lang in ("en", "ko"))


def test_the_default_is_every_mechanism_but_the_forms_of_perception():
    strengths = {card.name for card in CARDS.values() if card.kind == "mechanism"}
    named = {one for name in DEFAULT for one in GROUPS[name].split("+")}
    assert strengths - named == {"saturation", "habituation_effect"}
    assert [one.name for one in default_players(BASELINE)] == list(DEFAULT)


def test_the_default_leaves_out_what_is_off_already():
    cut = load_scenario("theatre_linkage_cut")
    found = {one.name: one for one in default_players(cut)}
    assert "reading" not in found
    assert set(found["guarantee"].off) == {"extended_deterrence", "strategic_assets"}


def test_a_number_of_the_register_is_off_as_its_line_says():
    for name, one in MECHANISMS.items():
        if one.link is None:
            continue
        turned_on = BASELINE.with_parameters(**one.link.on)
        off = player(name, turned_on).off
        fixed = steady(turned_on)
        assert off
        assert any(fixed.get(key) != value for key, value in off.items())


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("vetos", "did you mean 'vetoes'?"),
        ("M167", "M01 to M166"),
        ("M69", "has no counterpart"),
        ("vetoes,M72", "'vetoes' and 'M72' both set 'vetoes'"),
        ("vetoes,vetoes", "'vetoes' is named twice"),
        ("cooperation,technology_transfer", "both set 'technology_transfer'"),
        ("M154", "--set regional_monitoring=1"),
        ("linkage", "linkage=VALUE"),
        ("linkage=much", "'much' is no number"),
        ("linkage=nan", "it must be a number"),
        ("linkage=9", "it must be a number from 0 to 0.5"),
        ("linkage=0+linkage=0.1", "one value is its off"),
        ("", "has no name"),
        ("vetoes,,balancing", "has no name"),
        ("vetoes+", "has no name"),
        (",".join(["vetoes"] * (MOST + 1)), f"at most {MOST}"),
    ],
)
def test_a_wrong_list_is_refused_in_one_line(names, told):
    with pytest.raises(InputError) as wrong:
        players(names, BASELINE)
    assert told in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_too_much_is_refused_before_anything_is_run():
    who, asked = players("vetoes,balancing", BASELINE), phrase(SOON, BASELINE)
    with pytest.raises(InputError, match="futures; at most"):
        attribute(BASELINE, asked, who, runs=10_000_000)
    with pytest.raises(InputError, match="runs is 1"):
        attribute(BASELINE, asked, who, runs=1)
    with pytest.raises(InputError, match="seed"):
        attribute(BASELINE, asked, who, seed=-1)
    dated = [Player(f"e{n}", {}, events=frozenset({f"e{n}"})) for n in range(8)]
    with pytest.raises(InputError, match=f"at most {MOST_APART} can be"):
        attribute(BASELINE, asked, dated, runs=2)


@pytest.mark.parametrize("effect", EFFECTS.values(), ids=EFFECTS)
def test_an_effect_with_a_name_can_be_asked_for(effect):
    scenario = load_scenario(effect.scenario)
    who = players(effect.players, scenario)
    names = [one.name for one in who]
    assert set(effect.counted) <= set(names)
    assert player(effect.cause, scenario)
    assert phrase(effect.outcome, scenario)
    assert effect.words["en"] != effect.words["ko"]


# ------------------------------------------------------------------------------ chart


def made_up(count, lang):
    names = [f"mechanism_{n}" for n in range(count)]
    words = {
        "en": "a mechanism with a name that does not fit on one line of a label",
        "ko": "한 줄에 들어가지 않을 만큼 이름이 긴 기제를 켰을 때의 변화",
    }[lang]
    values = [(-1) ** n * (count - n) for n in range(count)]
    ends = [sum(values), 100.0, 100.0 + sum(values)]
    every = np.array([*values, *ends], dtype=float)
    return pd.DataFrame(
        {
            "player": [*names, *ENDS],
            "words": [words] * count + [""] * 3,
            "value": every,
            "low": every - 0.5,
            "high": every + 0.5,
            "share": np.nan,
            "never": [n == 1 for n in range(count + 3)],
        }
    )


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("count", [1, 7, MOST])
def test_the_waterfall_ends_where_all_are_on_and_keeps_its_words_apart(lang, count):
    table = made_up(count, lang)
    figure = waterfall_chart(table, title="title", unit="unit", places=1, lang=lang)
    figure.canvas.draw()
    (axes,) = figure.axes
    bars = axes.patches[:count]
    values = table["value"].to_numpy()
    for bar, value in zip(bars, values, strict=False):
        assert bar.get_width() == pytest.approx(value)
        assert bool(bar.get_hatch()) == (value < 0)  # not by color alone
    last = bars[-1].get_x() + bars[-1].get_width()
    assert last == pytest.approx(values[-1])
    boxes = [text.get_window_extent() for text in axes.texts]
    assert len(boxes) == 2 * (count + 3)
    page = figure.bbox
    for place, one in enumerate(boxes):
        assert one.x0 > page.x0
        assert one.x1 < page.x1
        assert not any(one.overlaps(other) for other in boxes[place + 1 :])
