"""Answers add up, are those of the run, and say what it would have taken."""

import csv
import re
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import charts
from analysis.mechanisms import MECHANISMS, shortened
from analysis.why import QUESTIONS, why
from analysis.why.choices import choices_of
from analysis.why.explain import _belongs
from analysis.why.flip import turns
from analysis.why.parts import About, main_parts, parts_behind
from analysis.why.questions import Asked, asked, between, state_named
from analysis.why.replay import replay, replayed
from analysis.why.sources import (
    INPUTS,
    LINKS,
    RULE_WORDS,
    TERMS,
    settled,
    unit_of,
)
from analysis.why.words import CHOSEN, ENDS, PHRASES, number
from sim import run
from sim.cast import DYADS, LABELS, PAIRS, STATES, others
from sim.contract import RANGES, arguments, example
from sim.errors import InputError
from sim.rules import RULES
from sim.scenario import load_scenario

DOCS = Path(__file__).parents[2] / "docs"
MONTHS, ROWS, SEED = 10, 5, 11
STEPS = [step for question in QUESTIONS.values() for step in question.steps]
ASKED = {rule for step in STEPS for rule in step.rules}
SHOWN = ASKED | {link.deeper for link in LINKS}


def terms_of(rule):
    tried = example(RULES[rule], RULES[rule], 1, np.random.default_rng(0))
    return tuple(RULES[rule](*tried.arguments.values(), **tried.parameters))


@pytest.fixture(scope="module")
def short():
    return shortened(load_scenario("baseline"), MONTHS)


@pytest.fixture(scope="module")
def history(short):
    return run(short, seed=SEED, runs=ROWS)


@pytest.fixture(scope="module")
def lively():
    """Return a world in which everything that can happen often does."""
    often = {
        "opening_rate": 8,
        "bargain_rate": 4,
        "breach_of_newness": 1,
        "breach_of_delay": 1,
        "talks_patience": 6,
        "attack_rate": 0.5,
        "review_months": 4,
        "crisis_rate": 1.0,
        "ceiling_hazard": 0.3,
        "channel_months": 3,
        "treaty_rate": 5,
    }
    from sim.parameters import CARDS

    held = {}
    for name, value in often.items():
        card = CARDS[name]
        low, high = card.range(card.states[0] if card.states else None)
        held[name] = min(max(value, low), high)
    scenario = load_scenario("trump").with_parameters(**held)
    return shortened(scenario, 40)


@pytest.fixture(scope="module")
def past(lively):
    """Return every month of two rows of the lively world."""
    return [month for row in (0, 1) for month in replayed(lively, row=row, seed=3)]


# ------------------------------------------------------------------------- the tables


@pytest.mark.parametrize("rule", sorted(SHOWN))
def test_every_term_that_can_be_shown_has_a_line(rule):
    assert {(rule, term) for term in terms_of(rule)} <= set(TERMS)
    assert unit_of(rule) in RANGES


@pytest.mark.parametrize("rule", sorted({rule for rule, _ in TERMS}))
def test_every_line_is_a_term_of_a_rule(rule):
    assert {term for named, term in TERMS if named == rule} == set(terms_of(rule))
    assert rule in RULE_WORDS or rule in ("others_reasons", "learned_reasons")


def test_mechanisms_exist_and_sources_can_be_looked_up():
    bibliography = (DOCS / "references.bib").read_text(encoding="utf-8")
    keys = set(re.findall(r"^@\w+\{(\w+),", bibliography, re.M))
    for words in TERMS.values():
        assert not words.mechanism or words.mechanism in MECHANISMS
        for source in words.source.split("; "):
            cited = re.fullmatch(r"\[(\w+)\]", source)
            paper = re.fullmatch(
                r"paper [AB], [IV]+(\.p?\d)?(\(\d\))?( and [IV]+(\.\d)?(\(\d\))?)?",
                source,
            )
            assert (cited and cited[1] in keys) or paper or source == "ours", words


def test_all_that_a_question_reads_has_a_name():
    needed = ASKED | {"ceiling_lift", "treaty_hazard", "acknowledgment_hazard"}
    for rule in needed:
        for argument in arguments(RULES[rule]):
            assert (rule, argument.name) in INPUTS, (rule, argument.name)
    for rule, name in INPUTS:
        assert name in [one.name for one in arguments(RULES[rule])]
    for one in INPUTS.values():
        assert one.kind in ("", "yes", "whole")


def test_words_are_there_in_both_languages():
    hangul = re.compile("[가-힣]")
    tables = [*TERMS.values(), *INPUTS.values()]
    for words in [*(one.words for one in tables), *RULE_WORDS.values()]:
        assert words["en"]
        assert not hangul.search(words["en"])
        assert hangul.search(words["ko"]) or words["ko"] == "{name}"
        braces = [set(re.findall(r"\{\w+\}", words[lang])) for lang in ("en", "ko")]
        assert braces[0] == braces[1], words
    assert set(PHRASES["en"]) == set(PHRASES["ko"])
    assert set(CHOSEN["en"]) == set(CHOSEN["ko"])
    for end in ENDS.values():
        assert end.would["ko"].endswith("것이다")
        assert end.would["en"].startswith("would ")


def test_no_table_has_the_same_line_twice():
    for name, keys in (("terms", 2), ("inputs", 2), ("rules", 1)):
        path = Path(charts.__file__).parents[1] / "why" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            lines = [tuple(row[:keys]) for row in csv.reader(file)]
        assert len(lines) == len(set(lines))


def test_korean_particles_follow_the_letter_before():
    for word, subject, topic in (("북한", "이", "은"), ("러시아", "가", "는")):
        assert settled(f"{word}이(가)") == word + subject
        assert settled(f"{word}은(는)") == word + topic
    for digit, ending in zip("0123456789", "이이가이가가이이이가", strict=True):
        assert settled(f"0.{digit}이(가)") == f"0.{digit}{ending}"


# ------------------------------------------------------------ answers are those of runs


def every_question(past):
    """Yield every question that can be asked of a month, with whom it is about."""
    for question in QUESTIONS.values():
        if question.other:
            for one in question.states:
                for other in others(one):
                    if between(one, other) in question.other:
                        yield question, About(one, other, "en")
        else:
            for state in question.states:
                yield question, About(state, "", "en")


@pytest.mark.parametrize(("row", "month"), [(0, 0), (1, 3), (4, 7), (2, MONTHS - 1)])
def test_terms_add_up_and_are_the_recorded_series(short, history, row, month):
    label = history.labels[month + 1]
    past = replay(short, label, row=row, seed=SEED)
    checked = set()
    for question, about in every_question(past):
        for step in question.steps:
            if not _belongs(step.phase, step.states, past, about):
                continue
            for part in main_parts(step, past, about):
                total = part.terms[0].value
                for term in part.terms[1:]:
                    total = total + term.value
                assert total == part.total  # to the last bit
                if part.series:
                    recorded = history.series(*part.series.split("."))[month + 1, row]
                    assert np.float32(part.total) == recorded, part.series
                    checked.add(part.series)
    assert len(checked) > 2 * len(PAIRS) * 2 + len(PAIRS) + len(STATES) + len(DYADS)


@settings(max_examples=15, deadline=None)
@given(
    what=st.sampled_from(sorted(QUESTIONS)),
    row=st.integers(0, ROWS - 1),
    month=st.integers(0, 3),
    place=st.integers(0, 5),
    lang=st.sampled_from(["en", "ko"]),
)
def test_any_answer_is_whole(short, what, row, month, place, lang):
    question = QUESTIONS[what]
    state = question.states[place % len(question.states)]
    label = f"2022-{month + 1:02d}"
    answer = why(
        short, what, label, state=state, row=row, seed=SEED, lang=lang, deeper=True
    )
    assert answer.headline[-1] == "."
    assert "{" not in answer.headline
    assert "(는)" not in answer.headline
    for part in (*answer.parts, *answer.deeper):
        assert part.title
        assert not re.search(r"[{}]|\(를\)|\(가\)|\(였\)", part.title)
        for labelled in (*part.terms, *part.reads):
            assert labelled.label
            assert not re.search(r"[{}]|\(를\)|\(가\)|\(와\)", labelled.label)
    table = answer.table()
    sums = table.groupby(["step", "part", "option"])["value"].sum()
    for step, parts in enumerate((answer.parts, answer.deeper)):
        for part in parts:
            found = sums.loc[step, part.title, part.option]
            same = sum(
                one.total
                for one in parts
                if (one.title, one.option) == (part.title, part.option)
            )
            assert found == pytest.approx(same, abs=1e-9)
    for decision in answer.decisions:
        taken = [option for option in decision.options if option.taken]
        assert len(taken) == 1
        assert taken[0].low <= decision.luck <= taken[0].high
        assert sum(option.chance for option in decision.options) == pytest.approx(1.0)


def test_the_larger_is_meant_where_nobody_is_named(short, history):
    answer = why(short, "threat", "2022-06", state="Japan", row=1, seed=SEED)
    felt = {
        other: history.series("felt_threat", "Japan", other)[6, 1]
        for other in others("Japan")
    }
    assert answer.other == max(felt, key=felt.get)
    named = why(short, "ties", "2022-06", state="Seoul", of="Tokyo", seed=SEED)
    assert (named.state, named.other) == ("ROK", "Japan")
    assert named.parts[-1].series == "depth.ROK.Japan"


def test_languages_differ_in_words_only(short):
    one, other = (
        why(short, "choice", "2022-05", seed=SEED, lang=lang, deeper=True, flip=True)
        for lang in ("en", "ko")
    )
    pd_one, pd_other = one.table(), other.table()
    assert list(pd_one["value"]) == list(pd_other["value"])
    assert [flip.needed for flip in one.flips] == [flip.needed for flip in other.flips]
    assert not set(pd_one["label"]) & set(pd_other["label"])


# ------------------------------------------------------------------------------- links


def test_links_lead_from_a_term_to_the_rule_behind_it(past):
    met = set()
    for month in islice(past, 1, None):
        for link in LINKS:
            two = tuple(link.pair.split("-")) if link.pair else ("NK", "ROK")
            state = "China" if link.rule == "role_utility" else two[0]
            if link.rule in ("veto", "panel_veto"):
                state = "Russia"
            about = About(state, two[1], "en")
            back = month.before if link.lag else month.now
            call = back.call(link.deeper, about.owner(link.owner))
            if call is not None:
                met.add(link)
    missed = [link for link in LINKS if link not in met]
    # South Korea, whom these ask about, neither tests nor fights in a war elsewhere.
    assert {(link.rule, link.term) for link in missed} <= {
        ("evidence", "tests"),
        ("evidence", "proxy_war"),
    }


def test_what_a_link_calls_the_same_is_what_was_read(past):
    tried = set()
    for month in islice(past, 5, None, 7):
        for link in LINKS:
            if link.how != "same":
                continue
            tried |= {link} if same(link, month) else set()
    exact = {link for link in LINKS if link.how == "same"}
    assert tried == exact, exact - tried


def same(link, month):
    """Return whether a link's value stands among the inputs of its rule."""
    two = tuple(link.pair.split("-")) if link.pair else ("NK", "ROK")
    for state, other in ((*two,), (*two[::-1],), ("Russia", "NK"), ("China", "NK")):
        about = About(state, other, "en")
        owners = [
            owner
            for (rule, owner) in month.now.calls
            if rule == link.rule
            and (owner in ("common", state) or state not in (owner, "common"))
        ]
        back = month.before if link.lag else month.now
        call = back.call(link.deeper, about.owner(link.owner))
        if call is None:
            continue
        given = np.ravel(call.terms.total)
        for owner in owners:
            read = month.now.call(link.rule, owner).inputs.values()
            flat = np.concatenate([np.ravel(one) for one in read])
            if np.isin(given, flat).any():
                return True
    return False


def test_a_step_further_back_explains_the_largest_terms(short):
    answer = why(
        short, "threat", "2022-06", state="ROK", of="NK", seed=SEED, deeper=True
    )
    intent, could = answer.deeper[0].total, answer.deeper[1].total
    assert answer.parts[-1].terms[1].value == pytest.approx(intent * could)
    assert all(part.behind for part in answer.deeper)
    arming = why(short, "arming", "2022-06", state="ROK", seed=SEED, deeper=True)
    (felt,) = arming.deeper
    wanted = next(t for t in arming.parts[0].terms if t.name == "threat")
    slope = wanted.value / felt.total
    assert slope > 0
    first = why(short, "choice", "2022-01", seed=SEED, deeper=True)
    assert all(not part.earlier for part in first.deeper)  # nothing came before


# ----------------------------------------------------------------------------- choices


def held(series, stem, options):
    return next(one for one in options if series[f"{stem}.{one}"] > 0.5)


def ends(month, what, **about):
    return {
        (one.name, one.who): one.outcomes[int(one.outcome()[0])]
        for one in choices_of(what, month, **about)
    }


def test_choices_come_out_as_they_were_recorded(past):
    seen = set()
    for month in past:
        now, before = month.now.series, month.before.series
        line = ends(month, "choice")
        if line["review", "NK"] == "reviewed":
            assert now[f"posture.NK.{line['line', 'NK']}"] == 1
        else:
            assert all(
                now[key] == before[key] for key in now if key.startswith("posture.NK")
            )
        talks = ends(month, "talks")
        happened = {
            "opened": now["talks_opened"],
            "deal": now["deal_made"],
            "failed": now["talks_failed"],
            "broken": now["deal_broken"],
        }
        for end, value in happened.items():
            assert (end in talks.values()) == bool(value), (month.label, end)
        votes = ends(month, "votes")
        if now["vetoed"]:
            assert "vetoed" in votes.values()
        if now["adopted"]:
            assert "vetoed" not in votes.values()
        attack = ends(month, "attack")
        assert (attack["attack", "NK"] == "attacked") == bool(now["attack.NK"])
        exchange = ends(month, "exchange")
        signed = now["treaty"] - before["treaty"]
        assert (exchange.get(("treaty", "")) == "treaty_signed") == bool(signed)
        owned = now["acknowledged"] - before["acknowledged"]
        assert (exchange.get(("acknowledgment", "")) == "acknowledged") == bool(owned)
        lifted = now["ceiling_lifted.Japan"] - before["ceiling_lifted.Japan"]
        arming = ends(month, "arming", state="Japan")
        assert (arming.get(("ceiling", "Japan")) == "ceiling_lifted") == bool(lifted)
        if month.today["new_year"]:
            role = ends(month, "role")["role", "China"]
            assert now[f"role.China.{role}"] == 1
        for two in DYADS:
            (crisis,) = choices_of("crises", month, two=two)
            assert int(crisis.outcome()[0]) == now[f"crisis.{'.'.join(two)}"]
        seen |= {*line.values(), *talks.values(), *attack.values(), *votes.values()}
        seen |= {*exchange.values(), *arming.values()}
    expected = {"reviewed", "not_reviewed", "opened", "not_opened", "go_on", "attacked"}
    assert expected <= seen
    assert {"deal", "failed", "broken"} & seen


GRID = 977
"""Not a divisor of the search's own grid, so that the points differ."""


def test_a_flip_is_the_smallest_there_is(past):
    kinds = set()
    for month in past[4::9]:
        made = [
            *(
                one
                for what in ("choice", "role", "talks", "exchange", "attack")
                for one in choices_of(what, month)
            ),
            *choices_of("votes", month),
            *choices_of("arming", month, state="Japan"),
            *choices_of("crises", month, two=("NK", "ROK")),
        ]
        for choice in made:
            was = int(choice.outcome()[0])
            found = turns(choice)
            shares = [turn.share for turn in found]
            assert shares == sorted(shares)
            for turn in found:
                varied = turn.varied
                points = np.linspace(varied.low, varied.high, GRID)
                if varied.kind:
                    points = np.arange(np.ceil(varied.low), varied.high + 1)
                turned = points[choice.outcome(varied, points) != was]
                if turn.needed is None:
                    assert turned.size == 0, (choice.name, varied.name)
                    continue
                end = int(choice.outcome(varied, turn.needed)[0])
                assert end != was
                assert choice.outcomes[end] == turn.outcome
                assert varied.low <= turn.needed <= varied.high
                nearest = np.abs(turned - varied.value).min(initial=np.inf)
                slack = 3e-6 * (varied.high - varied.low)
                assert abs(turn.needed - varied.value) <= nearest + slack
                kinds.add(choice.name)
    assert len(kinds) >= 6


def test_a_quantity_that_two_rules_read_is_varied_in_both(past):
    line = choices_of("choice", past[3])[1]
    names = [varied.name for varied in line.varied()]
    assert len(names) == len(set(names))
    completed = next(one for one in line.varied() if one.name == "completed")
    assert {rule for rule, _ in completed.read} == {"own_reasons", "others_reasons"}


def test_a_flip_says_what_would_have_been(short):
    answer = why(short, "choice", "2022-05", seed=SEED, flip=True)
    said = [flip.sentence for flip in answer.flips if flip.needed is not None]
    assert said
    for sentence in said:
        assert re.match(r"(Had .* been .* instead of|With|Without) .* would ", sentence)
    assert why(short, "threat", "2022-05", state="ROK", flip=True).flips == ()


# --------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("text", "state"),
    [
        *((name, name) for name in STATES),
        *(
            (label, state)
            for label, state in zip(LABELS["ko"].values(), LABELS["ko"], strict=True)
        ),
        ("south-korea", "ROK"),
        ("South", "ROK"),
        ("north_korea", "NK"),
        ("United States of America", "US"),
        ("u.s.", "US"),
        ("rus", "Russia"),
        ("서울", "ROK"),
        ("peking", None),
        ("korea", None),
        ("", None),
        ("France" * 1000, None),
    ],
)
def test_a_state_goes_by_many_names(text, state):
    if state is not None:
        assert state_named(text) == state
        return
    with pytest.raises(InputError) as caught:
        state_named(text)
    assert len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("what", "state", "other", "said"),
    [
        ("votes", "ROK", None, "votes is asked of Russia or China, not of ROK"),
        ("choice", "US", None, "choice is asked of NK, not of US"),
        ("threat", None, None, "asked of a state, and none is named"),
        ("threat", "ROK", "ROK", "not with ROK"),
        ("threat", "Rok", "Seol", "did you mean 'Seoul'?"),
        ("crises", "NK", "China", "is with US, ROK or Japan, not with China"),
        ("crises", None, "China", "with whom?"),
        ("arming", "ROK", "NK", "about one state"),
        ("threats", "ROK", None, "did you mean 'threat'?"),
        ("x" * 5000, "ROK", None, "valid: "),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(what, state, other, said):
    with pytest.raises(InputError) as caught:
        asked(what, state, other)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"month": "2022-13"}, "is no month"),
        ({"month": "2021-12"}, "runs from 2022-01 to 2022-10"),
        ({"month": "2030-01"}, "runs from 2022-01 to 2022-10"),
        ({"month": None}, "is no month"),
        ({"row": -1}, "row is -1"),
        ({"row": 1.5}, "row is 1.5"),
        ({"row": True}, "row is True"),
        ({"seed": -1}, "seed is -1"),
        ({"lang": "fr"}, "lang is 'fr'"),
        ({"world": "nowhere"}, "there is no scenario"),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(short, change, said):
    asking = {"world": short, "what": "threat", "month": "2022-02", "state": "ROK"}
    with pytest.raises(InputError, match=re.escape(said)):
        why(**{**asking, **change})


def test_every_other_word_means_one_question():
    words = [word for one in QUESTIONS.values() for word in (one.what, *one.also)]
    assert len(words) == len(set(words))
    for one in QUESTIONS.values():
        state = one.states[0]
        for word in (one.what, *one.also):
            assert asked(word, state) == Asked(one, state, "")


# ------------------------------------------------------------------------------- charts


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("what", ["belief", "choice", "votes"])
def test_words_of_a_waterfall_stay_on_the_page_and_apart(short, what, lang):
    if lang == "ko":
        pytest.importorskip("pylopdf_fonts_ko")
    state = {"belief": "Japan", "ties": "NK"}.get(what)
    answer = why(short, what, "2022-08", state=state, seed=SEED, lang=lang)
    figure = charts.terms_chart(answer, lang=lang)
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    texts = [text for text in figure.texts if text.get_text()]
    texts += [text for axes in figure.axes for text in axes.texts if text.get_text()]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    boxes = [(words, box) for words, box in boxes if words != "≈"]
    for place, (words, box) in enumerate(boxes):
        assert box.x0 >= 0, words
        assert box.x1 <= figure.bbox.x1, words
        assert box.y0 >= 0, words
        assert box.y1 <= figure.bbox.y1, words
        for other, beside in boxes[place + 1 :]:
            wide = min(box.x1, beside.x1) - max(box.x0, beside.x0)
            high = min(box.y1, beside.y1) - max(box.y0, beside.y0)
            assert not (wide > 1 and high > 2), f"{words!r} over {other!r}"


def test_a_waterfall_ends_at_the_value_and_shows_signs_without_color(short):
    answer = why(short, "belief", "2022-08", state="Japan", of="NK", seed=SEED)
    figure = charts.terms_chart(answer)
    axes = figure.axes[-1]
    part = answer.parts[-1]
    bars = [one for one in axes.patches if one.get_width()]
    shown = [term for term in part.terms if term.value]
    assert len(bars) == len(shown) + 1
    for bar, term in zip(bars, shown, strict=False):
        assert bool(bar.get_hatch()) == (term.value < 0)
    last = bars[-1]
    assert last.get_x() + last.get_width() == pytest.approx(part.total)
    signs = [text.get_text()[0] for text in axes.texts if text.get_text()[0] in "+−"]
    assert len(signs) == len(bars)


def test_numbers_are_told_apart():
    assert number(0.000123456) == "0.000123"
    assert number(-2.5) == "−2.5"
    assert number(float("nan")) == "–"
    assert parts_behind((), None, About("", "", "en")) == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            r"GDP on force \(\S+ percentage points (more|less) than a month before\)",
        ),
        ("ko", r"군사비로 썼다\(한 달 전보다 \S+%포인트 (높음|낮음)\)"),
    ],
)
def test_a_difference_of_shares_is_in_percentage_points(short, lang, said):
    answer = why(short, "arming", "2022-06", state="ROK", seed=SEED, lang=lang)
    assert re.search(said, answer.headline), answer.headline
