"""The page of a debrief: whole, safe, and true to its numbers."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from analysis.game.board import Board, Game
from analysis.game.debrief import debrief
from analysis.interfaces.debrief.again import program
from analysis.interfaces.debrief.numbers import money, percent, points, signed, threat
from analysis.interfaces.debrief.page import debrief_page
from sim.cast import LABELS, STATES

LANGS = ("en", "ko")
EVIL = {
    "NK": "<script>alert(1)</script>",
    "ROK": '"><img src=x onerror=alert(1)>',
    "US": "{{ 7 * 7 }} {turn} %s \u202eturned\u202c",
    "Japan": "</td></table><style>*{}</style><!--",
}
SECTIONS = {
    "answer",
    "game",
    "arms",
    "fear",
    "trust",
    "spirals",
    "seats",
    "costs",
    "without",
    "limits",
    "origin",
    "methods",
}
LOADS = {"href", "src", "srcset", "action", "data", "poster", "xlink:href"}


class Reader(HTMLParser):
    """What a page has: tags, the text of each cell by table, and all text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text, self.tables, self.within = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")
        if tag not in ("meta", "path", "use", "rect", "circle"):
            self.within.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data):
        if "script" in self.within or "style" in self.within:
            return
        self.text.append(data)
        if {"td", "th"} & set(self.within):
            self.tables[-1][-1][-1] += data

    def rows(self, place):
        """Return the rows of a table without its head, words single-spaced."""
        return [
            [" ".join(one.split()) for one in row] for row in self.tables[place][1:]
        ]


@pytest.fixture(scope="module")
def board():
    found = Board(Game.of("baseline", seed=5, turns=6, played=tuple(EVIL)))
    for turn in (1, 2, 3, 4):
        if turn == 2:
            found.inject("taiwan_crisis")
            found.inject("stronger_monitoring")
        found.play(
            {
                "NK": {"line": "pressure", "tests": "both"},
                "ROK": {"burden": "surge"},
                "US": {},
            }
        )
    return found


@pytest.fixture(scope="module")
def told(board):
    return debrief(board)


@pytest.fixture(scope="module")
def pages(told):
    return {lang: debrief_page(told, names=EVIL, lang=lang) for lang in LANGS}


@pytest.fixture(params=LANGS)
def page(request, pages):
    return request.param, pages[request.param], Reader(pages[request.param])


# ------------------------------------------------------------------------ what it is


def test_it_is_whole(page):
    lang, text, read = page
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith("</html>\n")
    assert ("html", {"lang": lang}) in read.tags
    ids = [one["id"] for _, one in read.tags if "id" in one]
    assert [name for name, many in Counter(ids).items() if many > 1] == []
    links = {one["href"] for tag, one in read.tags if tag == "a"}
    assert {f"#{one}" for one in SECTIONS} <= links
    used = {one["href"] for tag, one in read.tags if tag == "use"}
    assert {one.removeprefix("#") for one in links | used} <= set(ids)
    charts = [one for tag, one in read.tags if tag == "svg"]
    assert len(charts) == 4
    assert all(one["role"] == "img" and one["aria-label"] for one in charts)


def test_nothing_comes_from_elsewhere(page):
    _, text, read = page
    for tag, one in read.tags:
        for name in LOADS & set(one):
            assert one[name].startswith("#"), (tag, one)
        assert not [name for name in one if name.startswith("on")]
    assert {tag for tag, _ in read.tags}.isdisjoint(
        {"link", "img", "iframe", "object", "embed", "base", "form", "input"}
    )
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text)
    policy = next(
        one["content"]
        for tag, one in read.tags
        if tag == "meta" and one.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert [tag for tag, _ in read.tags].count("script") == 1
    assert [tag for tag, _ in read.tags].count("style") == 1


def test_names_of_teams_are_text(page):
    _, text, read = page
    said = "".join(read.text)
    for name in EVIL.values():
        shown = name.replace("\u202e", "⟨U+202E⟩").replace("\u202c", "⟨U+202C⟩")
        assert shown in said
        assert name not in text
    teams = {row[0]: row[1] for row in read.rows(0)}
    lang = page[0]
    assert teams[LABELS[lang]["NK"]] == EVIL["NK"]
    assert EVIL["NK"] not in teams[LABELS[lang]["China"]]


def test_names_are_in_no_line_of_the_program(told):
    assert not any(name in program(told) for name in EVIL.values())


def test_the_same_game_has_the_same_page(told, pages):
    assert debrief_page(told, names=EVIL, lang="en") == pages["en"]


def test_each_language_speaks_its_own(pages):
    korean = re.compile("[가-힣]")
    assert not korean.search("".join(Reader(pages["en"]).text))
    said = "".join(Reader(pages["ko"]).text)
    assert len(korean.findall(said)) > 2000
    assert "(가)" not in said
    assert "(으)" not in said


# ---------------------------------------------------------------- true to its numbers


def test_costs_are_those_of_the_debrief(page, told):
    lang, _, read = page
    _, _, _, costs, worth, _ = range(len(read.tables))
    for row, (state, cost) in zip(read.rows(costs), told.costs.items(), strict=True):
        assert row == [
            LABELS[lang][state],
            money(cost.spent),
            money(cost.kept),
            signed(money(cost.beyond)),
            threat(cost.threat_start),
            threat(cost.threat_end),
            signed(threat(cost.threat_change)),
        ]
    for row, (state, one) in zip(read.rows(worth), told.worth.items(), strict=True):
        assert row == [
            LABELS[lang][state],
            *(money(each.spent) for each in (one.played, one.rules, one.known)),
            signed(money(one.rules.spent - one.known.spent)),
            *(threat(each.threat) for each in (one.played, one.rules, one.known)),
            signed(threat(one.rules.threat - one.known.threat)),
        ]


def test_misreadings_are_those_of_the_debrief(page, told):
    lang, _, read = page
    rows = read.rows(1)
    for row, one in zip(rows, told.misread, strict=True):
        assert row == [
            LABELS[lang][one.state],
            LABELS[lang][one.other],
            *(percent(each) for each in (one.truth, one.start, one.end, one.mean)),
            points(one.error),
        ]


def test_turns_without_arming_are_those_of_the_debrief(page, told):
    rows = page[2].rows(5)
    for turn, row in enumerate(rows, start=1):
        less, spared = told.spared(turn)
        assert row[0].split()[0] == str(turn)
        assert row[1:3] == [signed(threat(less)), signed(money(spared))]
        held = {LABELS[page[0]][state] for state, _ in told.unarmed[turn - 1].held_back}
        assert set(row[3].split(", ")) == held
    assert len(rows) == told.turns


def test_seats_are_those_of_the_debrief(page, told):
    rows = [row for row in page[2].rows(2) if len(row) > 1]
    assert len(rows) == len(told.seats)
    same = {"en": "the same", "ko": "같음"}[page[0]]
    by_state = sorted(told.seats, key=lambda one: STATES.index(one.state))
    for row, one in zip(rows, by_state, strict=True):
        assert row[0].startswith(f"{one.turn}. ")
        assert (row[1] == same) == (not one.differs)


def test_every_spiral_is_told(page, told):
    said = "".join(page[2].text)
    assert told.spirals
    starters = {one.started for one in told.spirals if len(one.started) == 1}
    for (state,) in starters:
        name = LABELS[page[0]][state]
        assert (
            f"{name} armed first" in said
            or f"{name}이 " in said
            or f"{name}가 " in said
        )
    for one in told.spirals:
        first, second = (LABELS[page[0]][state] for state in one.pair)
        joined = f"{first} and {second}" if page[0] == "en" else f"{first}·{second}"
        assert joined in said
        for before, after in one.spending.values():
            assert money(before) in said
            assert signed(percent(after / before - 1)) in said


def test_the_program_plays_the_game_again(board, told):
    lines = program(told)
    known = {}
    exec(compile(lines.rsplit("\n", 1)[0], "again", "exec"), known)
    again = known["board"]
    assert again.now.series == board.now.series
    assert [one.series for one in again.moments] == [
        one.series for one in board.moments
    ]
    assert again.moves == board.moves


# -------------------------------------------------------------------- unlikely games


def test_a_game_that_nobody_played_has_a_page():
    quiet = Board(Game.of("baseline", seed=1, turns=1))
    quiet.play({})
    page = debrief_page(debrief(quiet), names={}, lang="ko")
    assert page.endswith("</html>\n")


def test_a_game_without_spirals_says_so(told):
    calm = replace(
        told,
        spirals=(),
        unarmed=tuple(
            replace(
                one,
                threat={
                    state: line[-len(one.threat[state]) :]
                    for state, line in told.courses.of_each["threat"].items()
                },
            )
            for one in told.unarmed
        ),
    )
    assert calm.mattered_most is None
    said = "".join(Reader(debrief_page(calm, names={}, lang="en")).text)
    assert "No spiral of arming was found" in said
    assert "In no turn would not arming have eased" in said
