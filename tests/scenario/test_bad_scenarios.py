"""A scenario that makes no sense is refused, with file, line and what is allowed."""

import pytest
from pydantic import ValidationError

from sim.errors import InputError
from sim.scenario import Scenario, load_scenario

BAD = {
    # what -> (text after the line `question: what?`, line, words)
    "unknown key": ("mechanism: {}", 2, "unknown key 'mechanism'; did you mean 'mech"),
    "unknown key far off": ("zzzzzz: 1", 2, "valid: administrations, base, end, eve"),
    "misspelt from": ("fro: baseline", 2, "unknown key 'fro'; did you mean 'from'?"),
    "unknown key inside": (
        "events:\n  war:\n    kind: invasion\n    onn: 2022-02",
        5,
        "unknown key 'onn'; did you mean 'on'?",
    ),
    "field name for key": (
        "administrations: [{since: 2021-01, profile: biden}]",
        2,
        "unknown key 'since'; valid: from, profile",
    ),
    "missing inside": (
        "events:\n  war: {kind: invasion}",
        3,
        "'events.war.on' is missing; it must be the month, YYYY-MM",
    ),
    "text for a list": ("tags: war", 2, "'tags' is 'war'; it must be a list of words"),
    "number for text": ("title: {en: 5, ko: x}", 2, "'title.en' is 5; it must be text"),
    "list for a mapping": (
        "events: [x]",
        2,
        "'events' is a list; it must be a mapping",
    ),
    "text for a part": (
        "events: {war: invasion}",
        2,
        "'events.war' is 'invasion'; it must be a mapping with the keys kind, on",
    ),
    "text for terms": (
        "governments: {ROK: rok_progressive}",
        2,
        "'governments.ROK' is 'rok_progressive'; it must be",
    ),
    "one language": ("title: {en: A}", 2, "'title.ko' is missing; it must be text"),
    "long text": (f"title: {{en: {'x' * 4001}, ko: x}}", 2, "at most 4000 are allowed"),
    "unknown base": ("base: 2020", 2, "'base' is 2020; it must be 2021 or 2011"),
    "base as text": ('base: "2021"', 2, "'base' is '2021'; it must be 2021 or 2011"),
    "no such month": ("start: 2022-13", 2, "'2022-13' is no month; write YYYY-MM"),
    "one digit": ("start: 2022-1", 2, "'2022-1' is no month; write YYYY-MM"),
    "a day": ("start: 2022-01-01", 2, "'2022-01-01' is no month; write YYYY-MM"),
    "year alone": ("start: 2022", 2, "2022 is no month; write YYYY-MM"),
    "other digits": ('start: "２０２２-01"', 2, "is no month; write YYYY-MM"),
    "year zero": ("start: 0001-01", 2, "is no month; write YYYY-MM, such as 2022-02"),
    "reversed": (
        "start: 2022-05\nend: 2022-04",
        3,
        "2022-04, is before the start, 2022",
    ),
    "too long": ("start: 1950-01\nend: 2050-01", 3, "is 1201 months; at most 1200"),
    "unknown parameter": ("parameters:\n  linkag: 0", 3, "did you mean 'linkage'?"),
    "unknown copy": (
        "parameters: {reach.Iran: 1}",
        2,
        "has no value for 'Iran'; valid",
    ),
    "copy of a shared one": (
        "parameters: {bargain_rate.NK: 1}",
        2,
        "'bargain_rate' is shared",
    ),
    "out of range": (
        "parameters:\n  reach.NK: 5000",
        3,
        "parameter 'reach.NK' is 5000; it must be a number from 250 to 1000 [km]",
    ),
    "true for a number": (
        "parameters: {linkage: true}",
        2,
        "is true; it must be a num",
    ),
    "text for a number": (
        "parameters: {linkage: high}",
        2,
        "is 'high'; it must be a n",
    ),
    "list for a number": ("parameters: {linkage: [0]}", 2, "is a list; it must be a n"),
    "1.1 word for a number": (
        "mechanisms: {saturation: off}",
        2,
        "is 'off'; it must be",
    ),
    "unknown distribution": (
        "parameters: {linkage: {unifrm: [0, 1]}}",
        2,
        "there is no distribution 'unifrm'; did you mean 'uniform'?",
    ),
    "two distributions": (
        "parameters: {linkage: {uniform: [0, 1], choice: [0]}}",
        2,
        "has 2 keys; write one distribution",
    ),
    "bounds reversed": (
        "parameters: {linkage: {uniform: [0.4, 0.1]}}",
        2,
        "low must be below high",
    ),
    "bounds out of range": (
        "parameters: {linkage: {uniform: [0, 0.9]}}",
        2,
        "is 0.9; it must be a number from 0 to 0.5",
    ),
    "mode outside": (
        "parameters: {linkage: {triangular: [0, 0.4, 0.3]}}",
        2,
        "mode must lie from low to high",
    ),
    "too few values": (
        "parameters: {linkage: {triangular: [0, 0.4]}}",
        2,
        "has 2 values; write {triangular: [low, mode, high]}",
    ),
    "logarithm of nothing": (
        "parameters: {linkage: {loguniform: [0, 0.4]}}",
        2,
        "low must be above 0",
    ),
    "no choice": ("parameters: {linkage: {choice: []}}", 2, "needs 1 to 100 values"),
    "text as choice": ("parameters: {linkage: {choice: [a]}}", 2, "must be a number"),
    "unknown mechanism": ("mechanisms: {veto: 0}", 2, "did you mean 'vetoes'?"),
    "mechanism as parameter": (
        "parameters: {vetoes: 0}",
        2,
        "'vetoes' is a mechanism; set it under 'mechanisms'",
    ),
    "parameter as mechanism": (
        "mechanisms: {linkage: 0}",
        2,
        "'linkage' is no mechanism; set it under 'parameters'",
    ),
    "strength out of range": ("mechanisms: {vetoes: 2}", 2, "number from 0 to 1"),
    "unknown lens": ("lenses: {all: ofensive_realism}", 2, "mean 'offensive_realism'?"),
    "unknown lens state": (
        "lenses: {Nk: offensive_realism}",
        2,
        "there is no state 'Nk'; valid: China, ",
    ),
    "unknown profile": (
        "administrations:\n  - from: 2021-01\n    profile: bidn",
        4,
        "there is no profile 'bidn' of a government of US; did you mean 'biden'?",
    ),
    "another state's profile": (
        "administrations: [{from: 2021-01, profile: japan_ldp}]",
        2,
        "there is no profile 'japan_ldp' of a government of US",
    ),
    "profile of no kind": (
        "administrations: [{from: 2021-01, profile: 7}]",
        2,
        "is 7; it must be the name of a profile, or a mapping",
    ),
    "unknown trait": (
        "administrations:\n  - from: 2021-01\n    profile:\n      ceasefire_pus: 1",
        5,
        "did you mean 'ceasefire_push'?",
    ),
    "trait out of range": (
        "administrations: [{from: 2021-01, profile: {ceasefire_push: 9}}]",
        2,
        "'ceasefire_push.US' is 9; it must be a number from 0 to 1",
    ),
    "parameter as trait": (
        "administrations: [{from: 2021-01, profile: {linkage: 0}}]",
        2,
        "'linkage' is no trait of a government",
    ),
    "another state's trait": (
        "governments: {Japan: [{from: 2021-01, profile: {ceasefire_push: 0}}]}",
        2,
        "no trait of the government of Japan",
    ),
    "unknown state": ("governments: {Korea: []}", 2, "there is no state 'Korea'"),
    "US as government": (
        "governments: {US: []}",
        2,
        "the governments of the US stand under 'administrations'",
    ),
    "nobody in office": (
        "start: 2022-01\nadministrations:\n  - {from: 2022-02, profile: biden}",
        4,
        "begins in 2022-02, after the start; begin with the government in office",
    ),
    "terms out of order": (
        "administrations:\n"
        "  - {from: 2021-01, profile: biden}\n"
        "  - {from: 2025-01, profile: harris}\n"
        "  - {from: 2025-01, profile: trump_second}",
        5,
        "2025-01 does not come after 2025-01; list the terms in order",
    ),
    "unknown event": (
        "events: {x: {kind: war, on: 2022-02}}",
        2,
        "'events.x.kind' is 'war'; it must be what happens: invasion or ceasefire",
    ),
    "event outside": (
        "end: 2030-12\nevents:\n  x: {kind: ceasefire, on: 2031-01}",
        4,
        "2031-01 is outside the scenario, 2022-01 to 2030-12",
    ),
    "bad event name": (
        "events: {1x: {kind: ceasefire, on: 2022-02}}",
        2,
        "'1x' is no name; use up to 60 letters, digits and _",
    ),
    "lever reversed": (
        "levers:\n  x:\n    parameter: linkage\n    from: 2024-02\n"
        "    until: 2024-01\n    to: 0",
        6,
        "'until', 2024-01, is before 'from', 2024-02",
    ),
    "lever before the start": (
        "levers: {x: {parameter: linkage, from: 2021-12, to: 0}}",
        2,
        "2021-12 is outside the scenario",
    ),
    "lever on nothing": (
        "levers: {x: {parameter: linkge, from: 2024-01, to: 0}}",
        2,
        "did you mean 'linkage'?",
    ),
    "lever out of range": (
        "levers: {x: {parameter: linkage, from: 2024-01, to: 1}}",
        2,
        "'linkage.NK' is 1; it must be a number from 0 to 0.5",
    ),
    "lever to a distribution": (
        "levers: {x: {parameter: linkage, from: 2024-01, to: range}}",
        2,
        "'levers.x.to' is 'range'; it must be a number",
    ),
    "lever to nothing": (
        "levers:\n  x:\n    parameter: linkage\n    from: 2024-01",
        3,
        "'to' is missing; 'parameter' and 'to' go together",
    ),
    "lever of nothing": (
        "levers:\n  x: {from: 2024-01}",
        3,
        "has one of 'parameter' (with 'to'), 'use' and 'moves'; here is none of them",
    ),
    "lever said twice": (
        "levers:\n  x:\n    parameter: linkage\n    to: 0\n    from: 2024-01\n"
        "    use: korea_first",
        7,
        "here is 'parameter' and 'use'",
    ),
    "value beside a named lever": (
        "levers:\n  x: {use: korea_first, to: 1, from: 2024-01}",
        3,
        "'to' is there without 'parameter'",
    ),
    "unknown lever of policy": (
        "levers:\n  x:\n    use: stronger_monitorin\n    from: 2024-01",
        4,
        "there is no lever of policy 'stronger_monitorin'; did you mean 'stronger_mon",
    ),
    "too strong": (
        "levers: {x: {use: korea_first, from: 2024-01, strength: 1.5}}",
        2,
        "'levers.x.strength' is 1.5; it must be a number from 0 to 1",
    ),
    "strength as text": (
        "levers: {x: {use: korea_first, from: 2024-01, strength: full}}",
        2,
        "'levers.x.strength' is 'full'; it must be a number",
    ),
    "one of several out of range": (
        "levers:\n  x:\n    from: 2024-01\n    moves:\n      vetoes: 0\n"
        "      linkage: 1",
        7,
        "'linkage.NK' is 1; it must be a number from 0 to 0.5",
    ),
    "moved twice": (
        "levers: {x: {from: 2024-01, moves: {linkage: 0, linkage.NK: 0.1}}}",
        2,
        "'linkage.NK' is moved twice; move each parameter once",
    ),
    "moves of nothing": (
        "levers: {x: {from: 2024-01, moves: linkage}}",
        2,
        "is 'linkage'; it must be a mapping of parameters to the values reached",
    ),
    "moves that are none": (
        "levers: {x: {from: 2024-01, moves: {}}}",
        2,
        "'moves' is empty; name a parameter and the value reached",
    ),
    "no outcome": ("outcome: more launches", 2, "it must be the name of an outcome"),
    "outcome as list": ("outcome: [launches]", 2, "it must be the name of an outcome"),
    "no place in the list": ("id: S80", 2, "'id' is 'S80'; it must be a place in the"),
    "null of nothing": ("events:\n  x: null", 3, "'x' is empty (null), which removes"),
    "empty key": ("levers:", 2, "'levers' is empty (null)"),
    "bad name": ("name: a/b", 2, "'a/b' is no name; use letters"),
    "too many levers": (
        "levers:\n"
        + "\n".join(
            f"  x{n}: {{parameter: linkage, from: 2024-01, to: 0}}" for n in range(201)
        ),
        2,
        "'levers' is too long; at most 200 are allowed",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_scenario_is_refused_with_file_line_and_words(case, write):
    text, line, words = BAD[case]
    path = write("question: what?\n" + text + "\n")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert "\n" not in str(caught.value)


def test_the_question_is_required(write):
    with pytest.raises(InputError, match="'question' is missing; it must be text"):
        load_scenario(write("tags: []"))


def test_further_mistakes_are_counted_and_a_misspelt_key_comes_first(write):
    with pytest.raises(InputError, match=r"'questoin'.*\(and 2 more mistakes\)"):
        load_scenario(write("questoin: what?\nbase: 1\n"))


def test_two_governments_cannot_set_one_shared_trait(monkeypatch, write):
    from sim.scenario import definition as module

    monkeypatch.setattr(
        module.Term, "traits", lambda self, state: {"shared": float(len(state))}
    )
    with pytest.raises(InputError, match="already set by the government of US"):
        load_scenario(
            write(
                """\
                question: what?
                administrations: [{from: 2021-01, profile: biden}]
                governments: {Japan: [{from: 2021-01, profile: japan_ldp}]}
                """
            )
        )


@pytest.mark.parametrize(
    ("parent", "words"),
    [
        ("mine", "this file itself: a circle"),
        ("../baseline", "never a path"),
        ("scenarios/baseline", "never a path"),
        ("..", "never a path"),
        ("/etc/passwd", "never a path"),
        ("C:\\baseline", "never a path"),
        ("baseline.yaml", "must be the bare name"),
        ("[baseline]", "'from' is a list; it must be the bare name"),
        ("7", "'from' is 7; it must be the bare name"),
        ("harris", "has a 'from' of its own"),
        ("basline", "neither beside this file nor packaged; did you mean 'baseline'?"),
    ],
)
def test_a_bad_from_is_refused(parent, words, write):
    path = write(f"question: what?\nfrom: {parent}\n")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{path}, line 2: ")


def test_a_circle_of_two_files_is_refused(write):
    path = write("question: a\nfrom: b\n", "a.yaml")
    write("question: b\nfrom: a\n", "b.yaml")
    with pytest.raises(InputError, match=r"line 2: 'b' has a 'from' .* no circle"):
        load_scenario(path)


def test_a_mistake_in_what_is_taken_over_names_that_file(write):
    parent = write("question: a\n\nparameters:\n  linkage: 9\n", "parent.yaml")
    path = write("question: b\nfrom: parent\nparameters: {batch: 1}\n")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    assert str(caught.value).startswith(f"{parent}, line 4: parameter 'linkage.NK'")


def test_an_event_left_outside_by_a_shorter_future_says_where_it_comes_from(write):
    path = write("question: b\nfrom: baseline\nstart: 2023-01\n")
    with pytest.raises(
        InputError, match=r"scenarios/reference/baseline.yaml, line \d+: 2022-02"
    ):
        load_scenario(path)


def test_a_scenario_made_in_python_is_checked_too():
    with pytest.raises(ValidationError, match="there is no parameter 'x'"):
        Scenario(name="a", question="b", parameters={"x": 1})
