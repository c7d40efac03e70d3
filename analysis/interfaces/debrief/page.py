"""The debrief as one page: it opens without a network, and prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.game.choices import CHOICES
from analysis.game.spirals import ALARMING, ANSWERS, ARMS, MORE, WITHIN
from analysis.interfaces.debrief.again import program
from analysis.interfaces.debrief.charts import arms, fear, trust, without
from analysis.interfaces.debrief.numbers import money, percent, points, signed, threat
from analysis.interfaces.debrief.telling import (
    arms_seen,
    fear_seen,
    in_short,
    misread_worst,
    spiral_told,
    without_seen,
)
from analysis.interfaces.happenings import event_words
from analysis.interfaces.report.blocks import (
    Chart,
    Code,
    Entry,
    Facts,
    Group,
    Items,
    Page,
    Section,
    Table,
    Words,
)
from analysis.interfaces.report.citation import cited
from analysis.interfaces.report.rendering import rendered
from analysis.interfaces.text import TEXT
from analysis.why.words import said
from sim.cast import LABELS, STATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.game.debrief import Debrief
    from analysis.game.otherwise import Seat
    from analysis.interfaces.report.blocks import Block

__all__ = ["debrief_page"]

_LIMITS = 6
"""So many limits are told."""


def debrief_page(told: Debrief, *, names: Mapping[str, str], lang: str) -> str:
    """Return the debrief of a game as HTML, all in one file.

    Parameters
    ----------
    told : Debrief
        What the game came to.
    names : mapping of state to str
        The pseudonym of the team that had it last; a state that is not in it, or with
        an empty one, was its rules'. They are shown as text, whatever is in them.
    lang : {'en', 'ko'}
        The language of words.

    Returns
    -------
    str
        The same for the same game and names.

    Raises
    ------
    InputError
        If Jinja or a font is missing.
    """
    words = TEXT[lang]
    page = Page(
        lang=lang,
        title=words["debrief title"].format(scenario=told.titles[lang]),
        kind=" · ".join(
            (
                words["debrief kind"],
                words["debrief span"].format(
                    turns=told.turns,
                    first=told.courses.months[1],
                    last=told.courses.months[-1],
                ),
            )
        ),
        sections=(
            _answer(told, lang),
            _game(told, names, lang),
            _arms(told, lang),
            _fear(told, lang),
            _trust(told, lang),
            _spirals(told, lang),
            _seats(told, names, lang),
            _costs(told, lang),
            _without(told, lang),
            _limits(lang),
            _again(told, lang),
            _methods(told, lang),
        ),
        foot="debrief foot",
    )
    return rendered(page)


def _answer(told: Debrief, lang: str) -> Section:
    general, *more = in_short(told, lang)
    return Section(
        "answer",
        TEXT[lang]["debrief answer"],
        (Words(general, "lead"), Items(tuple(more))),
    )


def _game(told: Debrief, names: Mapping[str, str], lang: str) -> Section:
    words = TEXT[lang]
    teams = [
        (
            LABELS[lang][state],
            names.get(state) or words["debrief rules"],
            str(sum(state in move for move in told.moves)),
        )
        for state in STATES
    ]
    facts = [
        (words["debrief scenario"], f"{told.titles[lang]} ({told.scenario})"),
        (words["debrief seed"], str(told.seed)),
        (words["debrief turns"], str(told.turns)),
    ]
    if told.injected:
        injected = "; ".join(
            words["debrief in turn"].format(turn=turn, what=event_words(kind, lang))
            for turn, kind in told.injected
        )
        facts.append((words["debrief injected"], injected))
    heads = [words[f"debrief {one}"] for one in ("state", "team", "turns moved")]
    return Section(
        "game",
        words["debrief game"],
        (
            Facts(tuple(facts)),
            Table.of(words["debrief who"], heads, teams, numbers=(False, False, True)),
        ),
    )


def _arms(told: Debrief, lang: str) -> Section:
    words = TEXT[lang]
    chart = Chart(
        "arms_chart",
        words["debrief chart arms"],
        arms(told, lang),
        arms_seen(told, lang),
    )
    dark = Words(words["report in the dark"], "dark")
    return Section("arms", words["debrief arms"], (dark, chart))


def _fear(told: Debrief, lang: str) -> Section:
    words = TEXT[lang]
    chart = Chart(
        "fear_chart",
        words["debrief chart fear"],
        fear(told, lang),
        fear_seen(told, lang),
    )
    return Section("fear", words["debrief fear"], (chart,))


def _trust(told: Debrief, lang: str) -> Section:
    words, names = TEXT[lang], LABELS[lang]
    chart = Chart(
        "trust_chart",
        words["debrief chart trust"],
        trust(told, lang),
        (words["debrief trust seen"],),
    )
    blocks: list[Block] = [Words(words["debrief trust why"]), chart]
    for way, items in zip(("over", "under"), misread_worst(told, lang), strict=True):
        if items:
            blocks += [Words(words[f"debrief {way}"]), Items(items)]
        else:
            blocks.append(Words(words[f"debrief {way} none"]))
    rows = [
        (
            names[one.state],
            names[one.other],
            percent(one.truth),
            percent(one.start),
            percent(one.end),
            percent(one.mean),
            points(one.error),
        )
        for one in told.misread
    ]
    heads = [
        words[f"debrief {one}"]
        for one in ("judge", "whom", "truth", "at start", "at end", "mean", "error")
    ]
    blocks.append(
        Table.of(
            words["debrief every pair"],
            heads,
            rows,
            numbers=(False, False, True, True, True, True, True),
        )
    )
    return Section("trust", words["debrief trust"], tuple(blocks))


def _spirals(told: Debrief, lang: str) -> Section:
    words = TEXT[lang]
    meant = said(
        words["debrief spiral meant"],
        lang,
        answers=ANSWERS,
        grows=f"{ARMS:.0%}",
        alarm=ALARMING,
        within=WITHIN,
        more=f"{MORE:.0%}",
    )
    found: Block = (
        Items(tuple(spiral_told(one, lang) for one in told.spirals))
        if told.spirals
        else Words(words["debrief no spiral"])
    )
    note = Words(words["debrief spiral note"], "note")
    return Section(
        "spirals", words["debrief spiral title"], (Words(meant), found, note)
    )


def _seats(told: Debrief, names: Mapping[str, str], lang: str) -> Section:
    words = TEXT[lang]
    title = words["debrief seats"]
    if not told.seats:
        return Section("seats", title, (Words(words["debrief no seats"]),))
    groups = tuple(
        Group(
            _seat_of(state, names, lang),
            tuple(_seat_row(one, lang) for one in told.seats if one.state == state),
        )
        for state in dict.fromkeys(one.state for one in told.seats)
    )
    heads = tuple(words[f"debrief {one}"] for one in ("chose", "would"))
    made = [name for one in told.seats for name in one.chosen]
    apart = sum(len(one.differs) for one in told.seats)
    return Section(
        "seats",
        title,
        (
            Words(
                said(words["debrief seats why"], lang, n=len(made), differ=apart),
            ),
            Table(words["debrief seats table"], heads, groups, (False, False)),
            Words(words["debrief seats note"], "note"),
        ),
    )


def _seat_of(state: str, names: Mapping[str, str], lang: str) -> str:
    team = names.get(state)
    return f"{LABELS[lang][state]} – {team}" if team else LABELS[lang][state]


def _seat_row(one: Seat, lang: str) -> tuple[Entry, ...]:
    words = TEXT[lang]
    return (
        Entry(
            f"{one.turn}. {_options(one.chosen, lang) or words['debrief left open']}"
        ),
        Entry(
            _options({name: one.rules[name] for name in one.differs}, lang)
            or words["debrief the same"],
            strong=bool(one.differs),
        ),
    )


def _options(chosen: Mapping[str, str], lang: str) -> str:
    return "; ".join(
        f"{CHOICES[name].label(lang)}: {CHOICES[name].said(option, lang)}"
        for name, option in chosen.items()
    )


def _costs(told: Debrief, lang: str) -> Section:
    words, names = TEXT[lang], LABELS[lang]
    spent = [
        (
            names[state],
            money(cost.spent),
            money(cost.kept),
            signed(money(cost.beyond)),
            threat(cost.threat_start),
            threat(cost.threat_end),
            signed(threat(cost.threat_change)),
        )
        for state, cost in told.costs.items()
    ]
    worth = [
        (
            names[state],
            money(one.played.spent),
            money(one.rules.spent),
            money(one.known.spent),
            signed(money(one.rules.spent - one.known.spent)),
            threat(one.played.threat),
            threat(one.rules.threat),
            threat(one.known.threat),
            signed(threat(one.rules.threat - one.known.threat)),
        )
        for state, one in told.worth.items()
    ]
    doubt = sum(one.rules.spent - one.known.spent for one in told.worth.values())
    eased = sum(one.rules.threat - one.known.threat for one in told.worth.values())
    heads = {
        "spent": ("state", "spent", "kept", "beyond", "felt start", "felt end", "felt"),
        "worth": (
            "state",
            "spent played",
            "spent rules",
            "spent known",
            "doubt spent",
            "felt played",
            "felt rules",
            "felt known",
            "doubt felt",
        ),
    }
    head = {
        table: [words[f"debrief {one}"] for one in listed]
        for table, listed in heads.items()
    }
    return Section(
        "costs",
        words["debrief costs"],
        (
            Words(words["debrief costs why"]),
            Table.of(words["debrief costs table"], head["spent"], spent),
            Words(words["debrief worth why"]),
            Words(
                said(
                    words["debrief doubt"],
                    lang,
                    money=signed(money(doubt)),
                    threat=signed(threat(eased)),
                )
            ),
            Table.of(words["debrief worth table"], head["worth"], worth),
        ),
    )


def _without(told: Debrief, lang: str) -> Section:
    words, names = TEXT[lang], LABELS[lang]
    rows = []
    for turn in range(1, told.turns + 1):
        fear_less, money_less = told.spared(turn)
        held = [
            names[state]
            for state in STATES
            if any(one == state for one, _ in told.unarmed[turn - 1].held_back)
        ]
        rows.append(
            (
                Entry(str(turn), told.quarters[turn - 1][0]),
                Entry(signed(threat(fear_less)), strong=turn == told.mattered_most),
                Entry(signed(money(money_less))),
                Entry(", ".join(held) or words["debrief nobody"]),
            )
        )
    heads = [
        words[f"debrief {one}"]
        for one in ("turn", "spared threat", "spared money", "held back")
    ]
    blocks: list[Block] = [
        Words(words["debrief without why"]),
        Table.of(
            words["debrief without table"],
            heads,
            rows,
            numbers=(False, True, True, False),
        ),
    ]
    turn = told.mattered_most or told.turns
    if told.mattered_most is None:
        blocks.append(Words(words["debrief none mattered"]))
    else:
        blocks.append(
            Chart(
                "without_chart",
                words["debrief chart without"].format(turn=turn),
                without(told, turn, lang),
                without_seen(told, turn, lang),
            )
        )
    return Section("without", words["debrief without"], tuple(blocks))


def _limits(lang: str) -> Section:
    words = TEXT[lang]
    unseen = (words[f"debrief limit {place}"] for place in range(1, _LIMITS + 1))
    return Section(
        "limits",
        words["debrief limits"],
        (Words(words["report no forecast"], "warning"), Items(tuple(unseen))),
    )


def _again(told: Debrief, lang: str) -> Section:
    words = TEXT[lang]
    return Section(
        "origin",
        words["debrief again"],
        (Words(words["debrief again why"]), Code(program(told))),
    )


def _methods(told: Debrief, lang: str) -> Section:
    words = TEXT[lang]
    what = f"game {told.scenario}, seed {told.seed}, {told.turns} turns"
    citation = cited(None, None, what)
    return Section(
        "methods",
        words["debrief methods"],
        (
            Words(words["debrief methods text"]),
            Words(words["debrief cite"]),
            Code(citation.text),
            Code(citation.bibtex),
        ),
    )
